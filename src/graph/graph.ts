import type { DependencyType, LockedPackage, Lockfile, Requirement } from '../model/index.ts';
import type { NodeIndex, Tree } from '../lockfile/tree.ts';
import { NOWHERE } from '../lockfile/tree.ts';
import { managerOf } from '../managers/index.ts';

/**
 * The properties of a path: a set of bits, each set if an edge of the path has it. A path without bits is a production path.
 * `weak` marks an optional peer dependency, which npm never installs for its own sake.
 */
const bit = { dev: 1, optional: 2, peer: 4, weak: 8 } as const;
const MASKS: Readonly<Record<DependencyType, number>> = {
  prod: 0,
  dev: bit.dev,
  optional: bit.optional,
  peer: bit.peer,
};

/** A set of path classes is an integer with one bit for each of the 16 combinations of the bits above. */
type Classes = number;
/** For each bit: the classes that have it, and the distance from a class without it to the same class with it. */
const HAVING = [
  { mask: bit.dev, having: 0xaaaa, shift: 1 },
  { mask: bit.optional, having: 0xcccc, shift: 2 },
  { mask: bit.peer, having: 0xf0f0, shift: 4 },
  { mask: bit.weak, having: 0xff00, shift: 8 },
] as const;
const [DEV, OPTIONAL, PEER, WEAK] = HAVING.map(({ having }) => having) as [Classes, Classes, Classes, Classes];
const PROD_ONLY: Classes = 1;

export interface Edge {
  readonly to: NodeIndex;
  readonly mask: number;
  /** Whether it is an optional peer's: it pulls in nothing by itself. */
  readonly weak: boolean;
  /** Whether no manifest declares it: the root's edge to one of its workspaces, or to an entry that its settings pull in. */
  readonly implied: boolean;
}

/** The dependency graph of a lockfile, with the kinds of path by which each node is reached. */
export class Graph {
  readonly tree: Tree;
  readonly edges: readonly (readonly Edge[])[];
  readonly #classes: Uint16Array;
  readonly #places: ReadonlyMap<string, NodeIndex>;

  /** @param lockfile with its importers (see `withRoot`) */
  constructor(lockfile: Lockfile) {
    this.tree = managerOf(lockfile.format).lockfile.treeOf(lockfile);
    this.#places = new Map(this.tree.packages.map((each, at) => [each.key, this.tree.nodeOf(at)]));
    this.edges = readEdges(this.tree, this.#places);
    this.#classes = classify(this.tree, this.edges);
  }

  /** The node of a package; for an entry that only contradicts another, the node of the other. */
  nodeOf(each: LockedPackage): NodeIndex {
    return this.#places.get(each.place ?? each.key) ?? NOWHERE;
  }

  isReached(node: NodeIndex): boolean {
    return this.classesOf(node) !== 0;
  }

  /** The classes of path by which a node is reached; none if nothing depends on it. */
  classesOf(node: NodeIndex): Classes {
    return this.#classes[node] ?? 0;
  }

  /**
   * The types by which any of the packages is reached, in the order prod, dev, optional, peer:
   *
   * - `prod`: by a path of nothing but `dependencies` (and workspaces);
   * - `dev`: by a path that goes through the `devDependencies` of the root, a workspace or a linked folder;
   * - `optional`, `peer`: by a path that does not, and goes through `optionalDependencies` or `peerDependencies`.
   *
   * A package that nothing depends on counts as `prod`; one that only optional peers depend on, as a peer.
   */
  typesOf(packages: readonly LockedPackage[]): readonly DependencyType[] {
    let classes: Classes = 0;
    for (const each of packages) {
      const node = this.nodeOf(each);
      classes |= this.isReached(node) ? this.classesOf(node) : PROD_ONLY;
    }
    const types: DependencyType[] = [];
    if ((classes & PROD_ONLY) !== 0) types.push('prod');
    if ((classes & DEV) !== 0) types.push('dev');
    const isKept = (classes & ~WEAK) === 0;
    if (!isKept && (classes & OPTIONAL & ~DEV) !== 0) types.push('optional');
    if ((classes & PEER & ~DEV) !== 0) types.push('peer');
    return types;
  }
}

function readEdges(tree: Tree, places: ReadonlyMap<string, NodeIndex>): readonly (readonly Edge[])[] {
  const nodes: readonly { readonly requires: readonly Requirement[] }[] = [...tree.importers, ...tree.packages];
  const edges = nodes.map(({ requires }, from) => {
    const found: Edge[] = [];
    for (const { name, type, optionalPeer } of requires) {
      const to = tree.resolve(from, name);
      const mask = optionalPeer === true ? bit.peer | bit.optional | bit.weak : MASKS[type];
      if (to !== NOWHERE) found.push({ to, mask, weak: optionalPeer === true, implied: false });
    }
    // Entries that the settings pull in are not declared under a name.
    for (const key of tree.importers[from]?.pulls ?? []) {
      const to = places.get(key);
      if (to !== undefined) found.push({ to, mask: 0, weak: false, implied: true });
    }
    // A link pulls in the dependencies of its folder.
    const behind = tree.behind(from);
    if (behind !== from) found.push({ to: behind, mask: 0, weak: false, implied: false });
    return found;
  });
  // npm's root depends on each of its workspaces.
  const roots = new Set(tree.roots);
  const [root = NOWHERE] = roots;
  for (const [node, { name }] of tree.importers.entries()) {
    const to = roots.has(node) || name === undefined ? NOWHERE : tree.resolve(root, name);
    if (to !== NOWHERE) edges[root]?.push({ to, mask: 0, weak: false, implied: true });
  }
  return edges;
}

/** Each node joins the queue again whenever its classes grow, which they can do 16 times: the time is linear. */
function classify(tree: Tree, edges: readonly (readonly Edge[])[]): Uint16Array {
  const classes = new Uint16Array(tree.size);
  for (const root of tree.roots) classes[root] = PROD_ONLY;
  const queue = [...tree.roots];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const from = classes[node] as Classes;
    for (const { to, mask } of edges[node] as readonly Edge[]) {
      const before = classes[to] as Classes;
      const after = before | along(from, mask);
      if (after === before) continue;
      classes[to] = after;
      queue.push(to);
    }
  }
  return classes;
}

/** The classes of the paths that are one edge longer. */
function along(classes: Classes, mask: number): Classes {
  for (const { mask: one, having, shift } of HAVING) {
    if ((mask & one) !== 0) classes = (classes & having) | ((classes & ~having) << shift);
  }
  return classes;
}
