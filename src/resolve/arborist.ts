import type ArboristModule from '@npmcli/arborist';

import { isPackageName } from '../lockfile/names.ts';
import { compareText } from '../text/order.ts';
import type { LockedPackage, Requirement } from '../model/index.ts';
import { shownSpec } from './shown-spec.ts';
import type { HeldPackage, Order, Outcome, Packument, Tree } from './resolver-messages.ts';
import { failedSpec, unmetBelow, withUnmet } from './unmet-peers.ts';

/** The input for Arborist: the order, and a packument for every name that a registry answers for. */
export interface ArboristOptions extends Order {
  readonly packument: (name: string) => Promise<Packument | undefined>;
  /** Called once if more packages are placed than any project has: Arborist's outcome is then not a tree. */
  readonly onPast?: () => void;
}

/** The most placements, moves included. */
const MAX_PLACED = 50_000;
/** How deep separate resolutions of unmet requirements may nest. */
const MAX_DEPTH = 4;

/**
 * The only port to Arborist: what npm would place below a root with these dependencies. Runs in a thread that can be stopped
 * (src/resolver.ts): on some rings of peer dependencies Arborist replaces one version by another and back without end.
 *
 * Arborist works in an empty folder of its own, in memory; it is given every document that it sees, so it never asks,
 * starts or reads anything itself. See docs/decisions/0115.
 * @throws whatever Arborist throws if it left no tree and no requirement is to blame
 */
export async function place(Arborist: typeof ArboristModule, options: ArboristOptions, depth = 0): Promise<Outcome> {
  const { folder, held } = options;
  const arborist = new Arborist({
    path: folder,
    // No request goes to this address: the cache has an answer, or an error, for every name.
    registry: 'http://registry.invalid/',
    packumentCache: packumentCache(options) as unknown as Map<string, never>,
    ...{ offline: true, cache: `${folder}/cache`, ignoreScripts: true, audit: false, save: false },
    ...{ allowGit: 'none', allowRemote: 'none', allowFile: 'none', allowDirectory: 'none' },
  });
  const root = await heldTree(Arborist, options);
  countPlaced(root, options.onPast);
  arborist.virtualTree = root;
  try {
    await arborist.buildIdealTree({});
  } catch (cause) {
    // Packages that could not be loaded are in the tree, with their errors; any other error left no complete tree.
    if (!isFailureOf(arborist.idealTree, cause)) return conflictOf(cause);
  }
  const tree = treeOf(arborist.idealTree, new Set(held.map(identityOfHeld)));
  const placeOne = (asks: Order['asks']) => place(Arborist, { ...options, asks, held: [] }, depth + 1);
  return withUnmet(tree, unmetBelow(arborist.idealTree), depth < MAX_DEPTH ? placeOne : undefined);
}

type Node = ArboristModule.Node;
/** What the published types leave out of Arborist's classes. */
interface Classes {
  readonly Node: new (options: Readonly<Record<string, unknown>>) => Node;
  readonly Shrinkwrap: { readonly reset: (options: Readonly<Record<string, unknown>>) => Promise<object> };
}

const identityOfHeld = ({ folder, name, version }: HeldPackage) => `${folder}\n${name}\n${version}`;

/** The root with what is held below it, the same for the same requirements in any order. Held packages ask for nothing: what they need is locked and not in question. */
async function heldTree(Arborist: typeof ArboristModule, order: Order): Promise<Node> {
  const { folder: path, asks, held, overrides } = order;
  const maps: Record<string, Record<string, string>> = { dependencies: {}, optionalDependencies: {} };
  for (const { name, spec, type } of [...asks].sort((a, b) => compareText(a.name, b.name))) {
    const map = maps[type === 'optional' ? 'optionalDependencies' : 'dependencies'] as Record<string, string>;
    map[name] = spec;
  }
  const { Node, Shrinkwrap } = Arborist as unknown as Classes;
  const pkg = { ...maps, ...(overrides && { overrides }) };
  const root = new Node({ path, realpath: path, pkg, loadOverrides: true });
  const meta = await Shrinkwrap.reset({ path, lockfileVersion: 3 });
  // As if it had been read from a lockfile of this version: else Arborist would look for one, and for node_modules.
  Object.assign(meta, { loadedFromDisk: true, originalLockfileVersion: 3, lockfileVersion: 3 });
  Object.assign(root, { meta });
  for (const { folder, name, version } of held) {
    new Node({ name: folder, parent: root, pkg: { name, version } });
  }
  return root;
}

/** A packument cache for pacote that has everything. Keys are `full:` or `corgi:`, and an address. */
function packumentCache({ packument }: ArboristOptions) {
  return {
    has: () => true,
    set: () => undefined,
    delete: () => false,
    get: async (key: string): Promise<Packument> => {
      const found = await packument(decodeURIComponent(key.slice(key.indexOf(HOST) + HOST.length)));
      if (found === undefined) throw Object.assign(new Error('E404'), { code: 'E404' });
      return found;
    },
  };
}

const HOST = 'registry.invalid/';

/** Packages that depend on each other in a ring can be nested without end. */
function countPlaced(root: Node, onPast: (() => void) | undefined): void {
  const { inventory } = root as unknown as { readonly inventory: { add: (node: Node) => unknown } };
  const add = inventory.add.bind(inventory);
  let placed = 0;
  inventory.add = (node) => {
    placed += 1;
    if (placed <= MAX_PLACED) return add(node);
    onPast?.();
    throw new Error('EBUDGET');
  };
}

function isFailureOf(tree: Node | null | undefined, cause: unknown): boolean {
  return [...(tree?.inventory.values() ?? [])].some(({ errors }) => errors.some((each) => each === cause));
}

function treeOf(tree: Node | null | undefined, held: ReadonlySet<string>): Tree {
  const known: LockedPackage[] = [];
  const placed: LockedPackage[] = [];
  for (const node of tree?.inventory.values() ?? []) {
    if (node.isRoot) continue;
    const { version } = node;
    const name = node.packageName;
    const isHeld = held.has(identityOfHeld({ folder: node.name, name, version })) && node.parent?.isRoot === true;
    if (node.extraneous && (isHeld || node.errors.length > 0)) continue;
    if (isHeld) known.push(entry(node, name, version, []));
    else if (node.errors.length > 0) known.push(...unanswered(node));
    // A package that became superfluous on the way stays in place, and npm installs it.
    else placed.push(entry(node, name, version, requirementsOf(node)));
  }
  return { kind: 'tree', known, placed };
}

function entry(node: Node, name: string, version: string, requires: readonly Requirement[]): LockedPackage {
  return {
    ...{ key: node.location, name, version, source: { kind: 'registry' }, line: 1, requires, claims: {} },
    ...(node.name === name ? {} : { alias: node.name }),
    ...(typeof node.resolved === 'string' ? { resolved: node.resolved } : {}),
    ...(typeof node.integrity === 'string' ? { integrity: node.integrity } : {}),
  };
}

function requirementsOf(node: Node): readonly Requirement[] {
  return [...node.edgesOut.values()].map(({ name, rawSpec, type }) => ({
    ...{ name, spec: rawSpec, type: type === 'optional' ? 'optional' : type.startsWith('peer') ? 'peer' : 'prod' },
    ...(type === 'peerOptional' ? { optionalPeer: true } : {}),
  }));
}

/** A name or a range that no registry answers, as if it were locked; its version is the spec. */
function unanswered(node: Node): readonly LockedPackage[] {
  const [asking] = [...node.edgesIn];
  const spec = asking?.spec ?? '';
  const alias = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(spec);
  const name = alias?.[1] ?? node.name;
  if (!isPackageName(name)) return [];
  return [entry(node, name, shownSpec(failedSpec(node) ?? (alias === null ? spec : (alias[2] ?? ''))), [])];
}

/** npm's error names the requirement that it could not satisfy; its prose is ignored. */
function conflictOf(cause: unknown): Outcome {
  const { code, edge, message } = (typeof cause === 'object' && cause !== null ? cause : {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
    readonly edge?: { readonly name?: unknown; readonly spec?: unknown; readonly from?: { readonly name?: unknown } };
  };
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  if (code === 'EOVERRIDE') {
    return { kind: 'overridden', asked: /^Override for (.*) conflicts/s.exec(text(message))?.[1] ?? '' };
  }
  if (code !== 'ERESOLVE') throw cause;
  return { kind: 'conflict', name: text(edge?.name), spec: text(edge?.spec), by: text(edge?.from?.name) };
}
