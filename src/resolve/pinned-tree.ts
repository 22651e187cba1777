import { folderOf, follow } from '../lockfile/paths.ts';
import type { Importer, LockedPackage, Lockfile } from '../model.ts';
import type { NodeIndex, Tree } from './tree.ts';
import { NOWHERE } from './tree.ts';

/** Where each name leads in a lockfile that says itself which entry answers each requirement (`Requirement.to`). */
export class PinnedTree implements Tree {
  readonly importers: readonly Importer[];
  readonly packages: readonly LockedPackage[];
  readonly #byKey: ReadonlyMap<string, NodeIndex>;
  /** For a link: the importer it leads to. */
  readonly #homes = new Map<NodeIndex, NodeIndex>();
  readonly #answers: (ReadonlyMap<string, NodeIndex> | undefined)[] = [];

  constructor({ path, importers, packages }: Lockfile) {
    this.importers = importers;
    this.packages = packages;
    this.#byKey = new Map(packages.map(({ key }, at) => [key, this.nodeOf(at)]));
    const folders = new Map(importers.map((importer, at) => [importer.path, at]));
    for (const [at, { source }] of packages.entries()) {
      if (source.kind !== 'link' && source.kind !== 'workspace') continue;
      const home = folders.get(follow(folderOf(path), source.spec ?? '').path);
      if (home !== undefined) this.#homes.set(this.nodeOf(at), home);
    }
  }

  get size(): number {
    return this.importers.length + this.packages.length;
  }

  /** Each folder of such a project is installed for its own sake. */
  get roots(): readonly NodeIndex[] {
    return [...this.importers.keys()];
  }

  nodeOf(packagePosition: number): NodeIndex {
    return this.importers.length + packagePosition;
  }

  isImporter(node: NodeIndex): boolean {
    return node < this.importers.length;
  }

  packageAt(node: NodeIndex): LockedPackage | undefined {
    return this.packages[node - this.importers.length];
  }

  behind(node: NodeIndex): NodeIndex {
    return this.#homes.get(node) ?? node;
  }

  resolve(from: NodeIndex, name: string): NodeIndex {
    const node = this.behind(from);
    let answers = this.#answers[node];
    if (answers === undefined) {
      const { requires } = this.importers[node] ?? this.packageAt(node) ?? { requires: [] };
      answers = new Map(
        requires.flatMap((each) => (each.to === undefined ? [] : [[each.name, this.#byKey.get(each.to) ?? NOWHERE]])),
      );
      this.#answers[node] = answers;
    }
    return answers.get(name) ?? NOWHERE;
  }
}
