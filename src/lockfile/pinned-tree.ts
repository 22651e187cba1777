import { folderOf, follow } from '../text/paths.ts';
import type { Lockfile } from '../model/index.ts';
import type { NodeIndex } from './tree.ts';
import { NOWHERE, Tree } from './tree.ts';

/** Which package each name resolves to in a lockfile that says which entry answers each requirement (`Requirement.to`). */
export class PinnedTree extends Tree {
  readonly #byKey: ReadonlyMap<string, NodeIndex>;
  readonly #answers: (ReadonlyMap<string, NodeIndex> | undefined)[] = [];

  constructor(lockfile: Lockfile) {
    super(lockfile);
    const { path, importers, packages } = lockfile;
    this.#byKey = new Map(packages.map(({ key }, at) => [key, this.nodeOf(at)]));
    const folders = new Map(importers.map((importer, at) => [importer.path, at]));
    for (const [at, { source, requires }] of packages.entries()) {
      // A copy of a folder has its own answers, by its own peers.
      if (requires.length > 0) continue;
      if (source.kind !== 'link' && source.kind !== 'workspace') continue;
      const home = folders.get(follow(folderOf(path), source.spec ?? '').path);
      if (home !== undefined) this.homes.set(this.nodeOf(at), home);
    }
  }

  /** Each folder of such a project is installed for its own sake. */
  get roots(): readonly NodeIndex[] {
    return [...this.importers.keys()];
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
