import { compareText } from '../lockfile/order.ts';
import type { Graph } from './graph.ts';
import type { NodeIndex } from './npm-tree.ts';
import type { DirectRequirements } from './standing.ts';

const MAX_PATHS = 3;
/** How many of those that ask for a package are followed, the nearest first. */
const MAX_ASKING = 32;
/** A path of more names is cut in its middle. The longest of the real ones has 15. */
const MAX_NAMES = 64;

/** The shortest ways from what a manifest asks for to what is locked because of it. */
export class WhyPaths {
  readonly #graph: Graph;
  readonly #direct: DirectRequirements;
  readonly #asking = new Map<NodeIndex, NodeIndex[]>();
  readonly #nearestKnown = new Map<NodeIndex, readonly NodeIndex[]>();
  readonly #distances: Int32Array;
  readonly #names: readonly string[];

  constructor(graph: Graph, direct: DirectRequirements) {
    this.#graph = graph;
    this.#direct = direct;
    this.#names = graph.tree.packages.map(({ name }) => name);
    this.#distances = this.#measure();
  }

  /**
   * At most three paths of package names that end at one of the nodes, shortest first, each through another package
   * that asks for it. Optional peers ask for nothing. None where nothing asks.
   */
  to(nodes: readonly NodeIndex[]): readonly (readonly string[])[] {
    const paths = new Map<string, readonly NodeIndex[]>();
    for (const node of nodes) {
      if (this.#direct.has(node)) paths.set(this.#key([node]), [node]);
      for (const from of this.#nearest(node)) {
        const path = [...this.#shortest(from), node];
        if (path.indexOf(node) === path.length - 1) paths.set(this.#key(path), path);
      }
    }
    return [...paths]
      .sort(([keyA, a], [keyB, b]) => a.length - b.length || compareText(keyA, keyB))
      .slice(0, MAX_PATHS)
      .map(([, path]) => shortened(path.map((node) => this.#nameOf(node))));
  }

  #nameOf(node: NodeIndex): string {
    return this.#names[node - this.#graph.tree.importers.length] ?? '';
  }

  #key(path: readonly NodeIndex[]): string {
    return path.map((node) => this.#nameOf(node)).join('\n');
  }

  /** Steps from any importer, which is at 0; -1 where nothing leads. Notes on the way who asks for what. */
  #measure(): Int32Array {
    const { tree, edges } = this.#graph;
    const distances = new Int32Array(tree.size).fill(-1);
    const queue: NodeIndex[] = [];
    for (const importer of tree.importers.keys()) {
      if (!this.#graph.isReached(importer)) continue;
      distances[importer] = 0;
      queue.push(importer);
    }
    for (const node of queue) {
      for (const { to, weak } of edges[node] ?? []) {
        if (weak || tree.isImporter(to)) continue;
        const asking = this.#asking.get(to);
        if (asking === undefined) this.#asking.set(to, [node]);
        else asking.push(node);
        if (distances[to] !== -1) continue;
        distances[to] = (distances[node] ?? 0) + 1;
        queue.push(to);
      }
    }
    return distances;
  }

  /** The packages that ask for a node, nearest first, then by name. */
  #nearest(node: NodeIndex): readonly NodeIndex[] {
    let nearest = this.#nearestKnown.get(node);
    if (nearest === undefined) {
      nearest = (this.#asking.get(node) ?? [])
        .filter((from) => !this.#graph.tree.isImporter(from))
        .sort((a, b) => this.#compare(a, b))
        .slice(0, MAX_ASKING);
      this.#nearestKnown.set(node, nearest);
    }
    return nearest;
  }

  #compare(a: NodeIndex, b: NodeIndex): number {
    const near = (this.#distances[a] ?? 0) - (this.#distances[b] ?? 0);
    return near || compareText(this.#nameOf(a), this.#nameOf(b)) || compareText(this.#keyOf(a), this.#keyOf(b));
  }

  #keyOf(node: NodeIndex): string {
    return this.#graph.tree.packageAt(node)?.key ?? '';
  }

  #shortest(node: NodeIndex): readonly NodeIndex[] {
    const path = [node];
    for (let at = node; !this.#direct.has(at);) {
      const next = this.#nearest(at)[0];
      // Each step leads nearer to an importer, so it ends; one without a predecessor is asked for by an importer only.
      if (next === undefined) break;
      path.push(next);
      at = next;
    }
    return path.reverse();
  }
}

function shortened(names: readonly string[]): readonly string[] {
  if (names.length <= MAX_NAMES) return names;
  const half = MAX_NAMES / 2;
  return [...names.slice(0, half - 1), '…', ...names.slice(-half)];
}
