import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type ArboristModule from '@npmcli/arborist';

import { GateFailure } from '../errors.ts';
import { isPackageName } from '../lockfile/names.ts';
import type { LockedPackage, Requirement } from '../model.ts';
import { limits, quoted } from '../text.ts';
import { shownSpec } from './asked-spec.ts';
import { offer, refusedSource } from './offered.ts';
import type { Offered } from './offered.ts';

/** Asks the registry that is trusted for a name for its full packument. */
export type AskRegistry = (name: string) => Promise<{ readonly state: string; readonly document?: unknown }>;

/** A package that is locked already, and that what is asked for may share. */
export interface HeldPackage {
  /** The name of its folder. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

export interface IdealTreeOptions {
  /** What the root asks for; every spec is one that a registry answers (see `isAnswerable`). */
  readonly asks: readonly Requirement[];
  readonly held: readonly HeldPackage[];
  readonly ask: AskRegistry;
  /** Names that may be asked for, and milliseconds after which none is any more. */
  readonly maxNames?: number;
  readonly patience?: number;
}

/** Placements, moves included. */
const MAX_PLACED = 50_000;

const defaults = { maxNames: 2_000, patience: 120_000 } as const;

/**
 * What npm would put below a root that asks for this, held packages aside: entries keyed as npm places them.
 * What is in no registry, or could not be asked for, is there with the spec as its version; what comes from elsewhere
 * is there with its source, and nothing of it was fetched. See docs/decisions/0115.
 *
 * Arborist works in an empty folder of its own, in memory; it is given every document that it sees, so it never asks,
 * starts or reads anything itself.
 * @throws GateFailure `budget`; `unresolvable` where no tree satisfies everybody (peer dependencies that conflict).
 */
export async function idealTree(options: IdealTreeOptions): Promise<readonly LockedPackage[]> {
  const { default: Arborist } = await import('@npmcli/arborist');
  const folder = await mkdtemp(join(tmpdir(), 'lockgate-'));
  const source = new DocumentSource(options);
  try {
    const arborist = new Arborist({
      path: folder,
      // Nobody is asked at this address: the cache has an answer, or an error, for every name.
      registry: 'http://registry.invalid/',
      packumentCache: source as unknown as Map<string, never>,
      ...{ offline: true, cache: join(folder, 'cache'), ignoreScripts: true, audit: false, save: false },
      ...{ allowGit: 'none', allowRemote: 'none', allowFile: 'none', allowDirectory: 'none' },
    });
    arborist.virtualTree = source.bound(await heldTree(Arborist, folder, options));
    try {
      await arborist.buildIdealTree({});
    } catch (cause) {
      source.demandBounds();
      // What could not be loaded is in the tree, with its errors; anything else left no whole tree behind.
      if (!hasFailures(arborist.idealTree)) throw unresolvable(cause);
    }
    source.demandBounds();
    return packagesOf(arborist.idealTree, source, new Set(options.held.map(identityOfHeld)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Node = ArboristModule.Node;
/** What the published types leave out of Arborist's classes. */
interface Classes {
  readonly Node: new (options: Readonly<Record<string, unknown>>) => Node;
  readonly Shrinkwrap: { readonly reset: (options: Readonly<Record<string, unknown>>) => Promise<object> };
}

const identityOfHeld = ({ folder, name, version }: HeldPackage) => `${folder}\n${name}\n${version}`;

/** The root with what is held below it. Held packages ask for nothing: what they need is locked and not in question. */
async function heldTree(
  Arborist: typeof ArboristModule,
  path: string,
  { asks, held }: IdealTreeOptions,
): Promise<Node> {
  const maps: Record<string, Record<string, string>> = { dependencies: {}, optionalDependencies: {} };
  for (const { name, spec, type } of asks) {
    const map = maps[type === 'optional' ? 'optionalDependencies' : 'dependencies'] as Record<string, string>;
    map[name] = spec;
  }
  const { Node, Shrinkwrap } = Arborist as unknown as Classes;
  const root = new Node({ path, realpath: path, pkg: maps });
  const meta = await Shrinkwrap.reset({ path, lockfileVersion: 3 });
  // As if it had been read from a lockfile of this version: else Arborist would look for one, and for node_modules.
  Object.assign(meta, { loadedFromDisk: true, originalLockfileVersion: 3, lockfileVersion: 3 });
  Object.assign(root, { meta });
  for (const { folder, name, version } of held) {
    new Node({ name: folder, parent: root, pkg: { name, version } });
  }
  return root;
}

/** What pacote takes for its cache of packuments: it has everything, and fetches what it is asked for. */
class DocumentSource {
  readonly offered = new Map<string, Offered>();
  readonly #pending = new Map<string, Promise<unknown>>();
  readonly #ask: AskRegistry;
  readonly #maxNames: number;
  readonly #end: number;
  #past: string | undefined;

  constructor({ ask, maxNames = defaults.maxNames, patience = defaults.patience }: IdealTreeOptions) {
    this.#ask = ask;
    this.#maxNames = maxNames;
    this.#end = performance.now() + patience;
  }

  /** @param key `full:` or `corgi:`, and the address of the packument */
  readonly has = (key: string): boolean => key.length > 0;
  readonly set = (): this => this;
  readonly delete = (): boolean => false;

  readonly get = (key: string): Promise<unknown> => {
    const name = decodeURIComponent(key.slice(key.indexOf('registry.invalid/') + 'registry.invalid/'.length));
    let pending = this.#pending.get(name);
    if (pending === undefined) {
      pending = this.#load(name);
      this.#pending.set(name, pending);
    }
    return pending;
  };

  /** Counts what is placed below a root: packages that ask for one another in a ring can be nested without end. */
  bound(root: Node): Node {
    const { inventory } = root as unknown as { readonly inventory: { add: (node: Node) => unknown } };
    const add = inventory.add.bind(inventory);
    let placed = 0;
    inventory.add = (node) => {
      placed += 1;
      if (placed > MAX_PLACED || performance.now() > this.#end) {
        this.#past ??= `What is not locked would be placed more than ${MAX_PLACED} times, or takes too long; lock it first.`;
        throw failure('EBUDGET');
      }
      return add(node);
    };
    return root;
  }

  /** @throws GateFailure `budget` where a bound was met on the way. */
  demandBounds(): void {
    if (this.#past !== undefined) throw new GateFailure('budget', this.#past);
  }

  /** What a version asks for that no registry answers. */
  refusedOf(name: string, version: string): readonly Requirement[] {
    const refused = this.offered.get(name)?.refused.get(version) ?? [];
    if (refused.some((each) => each.name === '')) {
      const shown = quoted(`${name}@${version}`, limits.name);
      throw new GateFailure('budget', `${shown} asks for more packages than any honest one; nothing was resolved.`);
    }
    return refused;
  }

  async #load(name: string): Promise<unknown> {
    if (this.#pending.size >= this.#maxNames) {
      this.#past = `What is not locked would bring in more than ${this.#maxNames} packages; lock it and split the change.`;
    } else if (performance.now() > this.#end) {
      this.#past = 'Resolving what is not locked takes too long; lock it with the package manager first.';
    }
    if (this.#past !== undefined) throw failure('EBUDGET');
    const reply = await this.#ask(name);
    const offered = reply.state === 'document' ? offer(reply.document, name) : undefined;
    if (offered === undefined) throw failure('E404');
    this.offered.set(name, offered);
    return offered.packument;
  }
}

const failure = (code: string) => Object.assign(new Error(code), { code });

function hasFailures(tree: Node | null | undefined): boolean {
  return [...(tree?.inventory.values() ?? [])].some(({ errors }) => errors.length > 0);
}

function packagesOf(
  tree: Node | null | undefined,
  source: DocumentSource,
  held: ReadonlySet<string>,
): readonly LockedPackage[] {
  const packages: LockedPackage[] = [];
  for (const node of tree?.inventory.values() ?? []) {
    if (node.isRoot || node.extraneous) continue;
    const { version } = node;
    const name = node.packageName;
    if (held.has(identityOfHeld({ folder: node.name, name, version })) && node.parent?.isRoot === true) {
      packages.push(entry(node, name, version, []));
      continue;
    }
    if (node.errors.length > 0) {
      packages.push(...unanswered(node));
      continue;
    }
    const refused = source.refusedOf(name, version);
    packages.push(entry(node, name, version, [...requirementsOf(node), ...refused]), ...elsewhere(node, refused));
  }
  return packages;
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

/** A name or a range that no registry answers, as if it were locked: the version is the spec that asks for it. */
function unanswered(node: Node): readonly LockedPackage[] {
  const [asking] = [...node.edgesIn];
  const spec = asking?.rawSpec ?? '';
  const alias = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(spec);
  const name = alias?.[1] ?? node.name;
  if (!isPackageName(name)) return [];
  return [entry(node, name, shownSpec(alias === null ? spec : (alias[2] ?? '')), [])];
}

function elsewhere(node: Node, refused: readonly Requirement[]): readonly LockedPackage[] {
  return refused.map(({ name, spec }) => ({
    ...{ key: `${node.location}/node_modules/${name}`, name, version: '', source: refusedSource(spec) },
    ...{ line: 1, requires: [], claims: {} },
  }));
}

/** npm's own reason names whom it could not satisfy; its prose is left aside. */
function unresolvable(cause: unknown): unknown {
  const { code, edge } = (typeof cause === 'object' && cause !== null ? cause : {}) as {
    readonly code?: unknown;
    readonly edge?: { readonly name?: unknown; readonly spec?: unknown; readonly from?: { readonly name?: unknown } };
  };
  if (code !== 'ERESOLVE') return cause;
  const text = (value: unknown) => quoted(typeof value === 'string' ? value : '', limits.name);
  const asking = edge?.from?.name;
  const by = typeof asking === 'string' && asking !== '' ? ` of ${text(asking)}` : '';
  return new GateFailure(
    'unresolvable',
    `Peer dependencies conflict: no tree satisfies ${text(edge?.name)} ${text(edge?.spec)}${by} together with the rest; choose versions that go together.`,
  );
}
