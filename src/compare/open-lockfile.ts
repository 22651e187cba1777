import type { Side } from '../lockfile/diff.ts';
import type { ScriptsByEntry } from '../lockfile/folder-scripts.ts';
import { groupBy } from '../text/group-by.ts';
import { identityOf } from '../model/identity.ts';
import type { Change, LockedPackage, Lockfile } from '../model/index.ts';
import { Graph } from '../graph/graph.ts';
import type { NodeIndex } from '../lockfile/tree.ts';
import type { Requests } from '../graph/requests.ts';
import { RequestReader } from '../graph/requests.ts';
import { sourcesFromSpecs } from '../graph/source-from-spec.ts';
import type { DirectRequirements } from '../graph/position.ts';
import type { PinnedSetting } from '../managers/importers.ts';
import { directRequirements, positionsOf } from '../graph/position.ts';

/** A parsed lockfile with its graph, which is built on first use. */
export class OpenLockfile implements Side {
  readonly lockfile: Lockfile;
  /** Whether the root's dependencies are known, and not inferred. */
  readonly isRootKnown: boolean;
  readonly scripts: ScriptsByEntry | undefined;
  #graph: Graph | undefined;
  #direct: DirectRequirements | undefined;
  #requests: RequestReader | undefined;
  #byIdentity: ReadonlyMap<string, readonly LockedPackage[]> | undefined;

  /** See `WithImporters`. */
  readonly settings: readonly PinnedSetting[];

  /** The same lockfile with what an install of a state runs in folders of the repository. */
  with(scripts: ScriptsByEntry): OpenLockfile {
    return scripts.size === 0 ? this : new OpenLockfile(this.lockfile, this.isRootKnown, this.settings, scripts);
  }

  /** @param lockfile with its importers */
  constructor(
    lockfile: Lockfile,
    isRootKnown = true,
    settings: readonly PinnedSetting[] = [],
    scripts?: ScriptsByEntry,
  ) {
    this.isRootKnown = isRootKnown;
    this.settings = settings;
    this.scripts = scripts;
    this.lockfile = sourcesFromSpecs(lockfile);
  }

  /** The number of distinct name@version pairs from registries. */
  get packageCount(): number {
    const { packages } = this.lockfile;
    return new Set(packages.flatMap((each) => (each.source.kind === 'registry' ? `${each.name}\n${each.version}` : [])))
      .size;
  }

  get graph(): Graph {
    this.#graph ??= new Graph(this.lockfile);
    return this.#graph;
  }

  get direct(): DirectRequirements {
    this.#direct ??= directRequirements(this.graph);
    return this.#direct;
  }

  readonly typesOf: Side['typesOf'] = (packages) => this.graph.typesOf(packages);

  readonly isDirect: Side['isDirect'] = (packages) => packages.some((each) => this.direct.has(this.graph.nodeOf(each)));

  readonly positionsOf: Side['positionsOf'] = (groups) => positionsOf(this.lockfile, this.graph, this.direct, groups);

  /** Which importers depend on a change's package directly, and under which names. */
  askingFor(change: Change): readonly { readonly importer: string; readonly name: string }[] {
    const nodes = new Set(this.#entriesOf(change).map((each) => this.graph.nodeOf(each)));
    return [...nodes]
      .flatMap((node) => this.direct.get(node) ?? [])
      .map(({ importer, name }) => ({ importer: this.#importerPath(importer), name }));
  }

  /** What of the project and its packages requires the package of a change. */
  requestsFor(change: Change): Requests {
    this.#requests ??= new RequestReader(this.graph);
    return this.#requests.of(this.#entriesOf(change).map((each) => this.graph.nodeOf(each)));
  }

  /** The packages that nothing depends on, in the lockfile's order. */
  unreached(): readonly LockedPackage[] {
    return this.lockfile.packages.filter(
      (each) =>
        each.place === undefined && each.source.kind !== 'workspace' && !this.graph.isReached(this.graph.nodeOf(each)),
    );
  }

  #importerPath(importer: NodeIndex): string {
    return this.graph.tree.importers[importer]?.path ?? '';
  }

  #entriesOf(change: Change): readonly LockedPackage[] {
    this.#byIdentity ??= groupBy(this.lockfile.packages, identityOf);
    return this.#byIdentity.get(identityOf(change)) ?? [];
  }
}
