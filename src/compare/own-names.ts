import type { Change, Importer, LockfileFormat } from '../model/index.ts';
import type { ImporterManifests } from './manifests.ts';

interface WithImporters {
  readonly format: LockfileFormat;
  readonly importers: readonly Pick<Importer, 'path' | 'name'>[];
}

/**
 * Marks each change that takes, from a registry, the name of a private workspace of this project: of one that the base
 * has or that the head has. Only manifests say what is private. The root is none: nobody depends on it.
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

/** npm's lockfile leaves out a workspace's name where it is its folder's; other formats say no names at all. */
function foldersThatMayHave({ format, importers }: WithImporters, names: ReadonlySet<string>): readonly string[] {
  return importers
    .filter(({ path, name }) => {
      if (path === '') return false;
      return format === 'npm' ? names.has(name ?? path.slice(path.lastIndexOf('/') + 1)) : true;
    })
    .map(({ path }) => path);
}
