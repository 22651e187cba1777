import { GateFailure } from '../errors.ts';
import type { Position } from '../lockfile/diff.ts';
import { groupBy } from '../text/group-by.ts';
import { compareText } from '../text/order.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import type { LockedPackage, Lockfile } from '../model/index.ts';
import type { Graph } from './graph.ts';
import type { NodeIndex } from '../lockfile/tree.ts';
import type { WhyPath } from './why.ts';
import { WhyPaths } from './why.ts';

/** The most edges walked to find which importers reach which packages. 300 workspaces over 30,000 edges are 9 million. */
const MAX_WORK = 50_000_000;
/** The most pairs of an importer and a changed package. 300 workspaces that all reach 3,000 packages are 900,000. */
const MAX_PAIRS = 2_000_000;

/** Declarations of direct dependencies that are named for a package that they pull in. */
const MAX_ROOTS = 3;

/** Which importers depend on a node directly, and under which names. */
export type DirectRequirements = ReadonlyMap<
  NodeIndex,
  readonly { readonly importer: NodeIndex; readonly name: string }[]
>;

export function directRequirements(graph: Graph): DirectRequirements {
  const asked = [...graph.tree.importers.entries()]
    .filter(([importer]) => graph.isReached(importer))
    .flatMap(([importer, { requires }]) => requires.map(({ name }) => ({ importer, name })));
  return groupBy(asked, ({ importer, name }) => graph.tree.resolve(importer, name));
}

/**
 * The position of each group of entries: whether it is direct, how it is reached, and by which importers.
 * @throws GateFailure `budget` if there are so many importers that this would take minutes.
 */
export function positionsOf(
  lockfile: Lockfile,
  graph: Graph,
  direct: DirectRequirements,
  groups: readonly (readonly LockedPackage[])[],
): readonly Position[] {
  const nodes = groups.map((packages) => [...new Set(packages.map((each) => graph.nodeOf(each)))]);
  const reaching = reachingImporters(lockfile, graph, new Set(nodes.flat()));
  const why = new WhyPaths(graph);
  return groups.map((packages, at): Position => {
    const own = nodes[at] ?? [];
    const importers = new Set(own.flatMap((node) => reaching.get(node) ?? []));
    const isDirect = own.some((node) => direct.has(node));
    const paths = why.to(own);
    const roots = isDirect ? [] : rootsOf(paths, direct);
    return {
      direct: isDirect,
      dependencyTypes: graph.typesOf(packages),
      importers: [...importers].map((importer) => folderOfImporter(lockfile, graph, importer)).sort(compareText),
      via: paths.map(({ names }) => names),
      ...(roots.length > 0 && {
        roots: roots.map(({ importer, name }) => ({ importer: folderOfImporter(lockfile, graph, importer), name })),
      }),
    };
  });
}

/** One declaration of each path's first package, before a second one of any. */
function rootsOf(paths: readonly WhyPath[], direct: DirectRequirements) {
  const declared = paths.map(({ first }) => (direct.get(first) ?? []).slice(0, MAX_ROOTS));
  const inTurn = [...declared.flatMap((each) => each.slice(0, 1)), ...declared.flatMap((each) => each.slice(1))];
  const distinct = new Map(inTurn.map((each) => [`${each.importer} ${each.name}`, each]));
  return [...distinct.values()].slice(0, MAX_ROOTS);
}

function folderOfImporter(lockfile: Lockfile, graph: Graph, importer: NodeIndex): string {
  return normalise(join(folderOf(lockfile.path), graph.tree.importers[importer]?.path ?? ''));
}

/** The importers that reach each wanted node, also through other workspaces, but not through the root's edges to all of them. */
function reachingImporters(
  lockfile: Lockfile,
  graph: Graph,
  wanted: ReadonlySet<NodeIndex>,
): ReadonlyMap<NodeIndex, readonly NodeIndex[]> {
  const reaching = new Map<NodeIndex, NodeIndex[]>();
  const leading = nodesLeadingTo(graph, wanted);
  const seen = new Int32Array(graph.tree.size).fill(-1);
  let work = 0;
  let pairs = 0;
  for (const importer of graph.tree.importers.keys()) {
    if (leading[importer] === 0 || !graph.isReached(importer)) continue;
    const queue = [importer];
    seen[importer] = importer;
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (wanted.has(node)) note(node, importer);
      for (const { to, implied } of graph.edges[node] ?? []) {
        if (implied && node === importer) continue;
        work++;
        if (seen[to] === importer || leading[to] === 0) continue;
        seen[to] = importer;
        queue.push(to);
      }
    }
    if (work > MAX_WORK || pairs > MAX_PAIRS) {
      throw new GateFailure(
        'budget',
        'The lockfile has too many workspaces and packages to find which reaches which; split the change.',
        { path: lockfile.path },
      );
    }
  }
  return reaching;

  function note(node: NodeIndex, importer: NodeIndex): void {
    pairs++;
    const known = reaching.get(node);
    if (known === undefined) reaching.set(node, [importer]);
    else known.push(importer);
  }
}

/** A 1 for every node from which a path leads to a wanted one: the others need not be walked for each importer. */
function nodesLeadingTo(graph: Graph, wanted: ReadonlySet<NodeIndex>): Uint8Array {
  const leading = new Uint8Array(graph.tree.size);
  if (wanted.size === 0) return leading;
  const before = graph.edges.map((): NodeIndex[] => []);
  for (const [from, edges] of graph.edges.entries()) for (const { to } of edges) before[to]?.push(from);
  const queue = [...wanted];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (leading[node] === 1) continue;
    leading[node] = 1;
    for (const from of before[node] ?? []) queue.push(from);
  }
  return leading;
}
