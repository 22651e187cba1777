import { managerOf } from '../managers/index.ts';
import type { Change, Importer, ManagerId } from '../model/index.ts';
import type { ImporterManifests } from './manifests.ts';

interface WithImporters {
  /** Absent: nothing is locked, and what is known of the importers is from their manifests. */
  readonly format?: ManagerId | undefined;
  readonly importers: readonly Pick<Importer, 'path' | 'name'>[];
}

/**
 * Marks each change from a registry that has the name of a private workspace of this project, in the base
 * or the head. Only manifests say what is private. The root does not count: nothing depends on it.
 * @param lockfiles of both sides
 */
export async function withOwnNames(
  changes: readonly Change[],
  lockfiles: readonly WithImporters[],
  manifests: Pick<ImporterManifests, 'ofBase' | 'ofHead'>,
): Promise<readonly Change[]> {
  const asked = new Set(changes.flatMap((each) => (isCandidate(each) ? each.name : [])));
  if (asked.size === 0) return changes;
  const folders = new Set(lockfiles.flatMap((each) => foldersThatMayHave(each, asked)));
  const own = new Map<string, string>();
  for (const folder of [...folders].sort()) {
    for (const manifest of [await manifests.ofBase(folder), await manifests.ofHead(folder)]) {
      if (manifest?.private === true && manifest.name !== undefined) own.set(manifest.name, manifest.path);
    }
  }
  return changes.map((change) => {
    const workspace = isCandidate(change) ? own.get(change.name) : undefined;
    return workspace === undefined ? change : { ...change, workspace };
  });
}

const isCandidate = ({ kind, source }: Change): boolean => kind !== 'removed' && source.kind === 'registry';

function foldersThatMayHave({ format, importers }: WithImporters, names: ReadonlySet<string>): readonly string[] {
  const isNamed = format === undefined || managerOf(format).lockfile.namesWorkspaces;
  return importers
    .filter(({ path }) => path !== '')
    .filter(({ path, name }) => !isNamed || names.has(name ?? path.slice(path.lastIndexOf('/') + 1)))
    .map(({ path }) => path);
}
