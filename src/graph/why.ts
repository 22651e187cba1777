import { compareText } from '../text/order.ts';
import type { Graph } from './graph.ts';
import type { NodeIndex } from '../lockfile/tree.ts';

const MAX_PATHS = 3;
/** How many dependents of a package are followed, nearest first. */
const MAX_ASKING = 32;
/** A longer path is cut in the middle. The longest in the real lockfiles tested has 12 names. */
const MAX_NAMES = 32;

/** A path of package names, and the direct dependency that it begins with. */
export interface WhyPath {
  readonly first: NodeIndex;
  readonly names: readonly string[];
}

/** The shortest paths from direct dependencies to the packages that they pull in. */
export class WhyPaths {
  readonly #graph: Graph;
  readonly #asking = new Map<NodeIndex, NodeIndex[]>();
  readonly #nearestKnown = new Map<NodeIndex, readonly NodeIndex[]>();
  readonly #beginnings = new Map<NodeIndex, readonly NodeIndex[]>();
  readonly #distances: Int32Array;
  readonly #names: readonly string[];

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#names = graph.tree.packages.map(({ name }) => name);
    this.#distances = this.#measure();
  }

  /**
   * At most three paths of package names that end at one of the nodes, shortest first, each through another package
   * that depends on it. Optional peers count only if nothing else depends on it. None if nothing depends on it.
   */
  to(nodes: readonly NodeIndex[]): readonly WhyPath[] {
    const paths = new Map<string, { readonly length: number; readonly path: WhyPath }>();
    const add = (length: number, path: WhyPath): void => {
      paths.set(path.names.join('\n'), { length, path });
    };
    for (const node of nodes) {
      if (this.#distances[node] === 1) add(1, { first: node, names: [this.#nameOf(node)] });
      for (const from of this.#nearest(node)) {
        const length = this.#distanceOf(from) + 1;
        if (!this.#leadsThrough(from, node)) add(length, this.#shortest(from, node));
      }
    }
    return [...paths]
      .sort(([keyA, a], [keyB, b]) => a.length - b.length || compareText(keyA, keyB))
      .slice(0, MAX_PATHS)
      .map(([, { path }]) => path);
  }

  #nameOf(node: NodeIndex): string {
    return this.#names[node - this.#graph.tree.importers.length] ?? '';
  }

  #distanceOf(node: NodeIndex): number {
    return this.#distances[node] ?? 0;
  }

  /** Distances from the nearest importer, which is at 0; -1 if no path leads there. Also records all dependents. */
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
        distances[to] = (distances[node] as number) + 1;
        queue.push(to);
      }
    }
    this.#measureKept(queue, distances);
    return distances;
  }

  /** Continues with packages that only optional peers depend on. */
  #measureKept(reached: readonly NodeIndex[], distances: Int32Array): void {
    const { tree, edges } = this.#graph;
    const isKept = distances.map((distance) => (distance === -1 ? 1 : 0));
    const queue = [...reached];
    for (const node of queue) {
      for (const { to } of edges[node] ?? []) {
        if (isKept[to] !== 1 || tree.isImporter(to)) continue;
        this.#asking.set(to, [...(this.#asking.get(to) ?? []), node]);
        if (distances[to] !== -1) continue;
        distances[to] = (distances[node] as number) + 1;
        queue.push(to);
      }
    }
  }

  /** The dependents of a node, nearest first, then by name. */
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
    const near = this.#distanceOf(a) - this.#distanceOf(b);
    return near || compareText(this.#nameOf(a), this.#nameOf(b)) || compareText(this.#keyOf(a), this.#keyOf(b));
  }

  #keyOf(node: NodeIndex): string {
    return this.#graph.tree.packageAt(node)?.key ?? '';
  }

  /** Whether the shortest path to `from` goes through a node. One that is much longer than the node's is not followed. */
  #leadsThrough(from: NodeIndex, node: NodeIndex): boolean {
    const detour = this.#distanceOf(from) - this.#distanceOf(node);
    return detour > MAX_NAMES || this.#ending(from, detour + 1).includes(node);
  }

  /** The shortest path that ends with `from` and `to`; the middle of a long path is left out. */
  #shortest(from: NodeIndex, to: NodeIndex): WhyPath {
    const half = MAX_NAMES / 2;
    const length = this.#distanceOf(from) + 1;
    const names = (path: readonly NodeIndex[]): string[] => path.map((node) => this.#nameOf(node));
    if (length <= MAX_NAMES) {
      const path = this.#ending(from, length);
      return { first: path[0] ?? from, names: names([...path, to]) };
    }
    const beginning = this.#beginning(from);
    const end = names([...this.#ending(from, half - 1), to]);
    return { first: beginning[0] ?? from, names: [...names(beginning), '…', ...end] };
  }

  /** The last nodes of the shortest path to a node, at most `count` of them. */
  #ending(node: NodeIndex, count: number): readonly NodeIndex[] {
    const path: NodeIndex[] = [];
    for (let at: NodeIndex | undefined = node; at !== undefined && path.length < count; at = this.#before(at)) {
      path.push(at);
    }
    return path.reverse();
  }

  /** The first nodes of the shortest path to a distant node; cached for all nodes on the way. */
  #beginning(node: NodeIndex): readonly NodeIndex[] {
    const count = MAX_NAMES / 2 - 1;
    const way: NodeIndex[] = [];
    let at = node;
    for (; this.#distanceOf(at) > count && !this.#beginnings.has(at); at = this.#before(at) as NodeIndex) way.push(at);
    const beginning = this.#beginnings.get(at) ?? this.#ending(at, count);
    for (const each of way) this.#beginnings.set(each, beginning);
    return beginning;
  }

  /** The node before a node on its shortest path: one step nearer to an importer. None for a direct dependency. */
  #before(node: NodeIndex): NodeIndex | undefined {
    return this.#distanceOf(node) > 1 ? this.#nearest(node)[0] : undefined;
  }
}
