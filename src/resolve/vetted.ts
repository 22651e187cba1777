import type { Comparison, Requirement, Snapshot } from '../model.ts';
import { parseLockfile } from '../lockfile/index.ts';
import { join, normalise } from '../lockfile/paths.ts';
import type { AskRegistry } from './document-source.ts';
import { changesAsked } from './asked.ts';
import { parseManifest } from './manifest.ts';
import { openWithManifests } from './open-with-manifests.ts';
import { FileReader } from './reader.ts';
import { foldersBelow, manifestPaths } from './yarn-importers.ts';

/**
 * A comparison with the changes that adding these requirements to the root would bring in, on top of the lockfile of
 * the head's root, where it has one that was read.
 * @param ask undefined where nobody may be asked
 * @throws GateFailure `budget`, `unresolvable`
 */
export async function withVetted(
  comparison: Comparison,
  requires: readonly Requirement[],
  head: Snapshot,
  ask: AskRegistry | undefined,
): Promise<Comparison> {
  const reader = new FileReader(head);
  const files = new Map((await head.list()).map((file) => [file.path, file]));
  const read = async (path: string) => {
    const file = files.get(path);
    return file?.mode === 'file' ? reader.read(file) : undefined;
  };
  const path = rootLockfile(comparison);
  const bytes = path === undefined ? undefined : await read(path);
  const manifests = {
    of: async (importer: string) => {
      const manifest = normalise(join(importer, 'package.json'));
      const found = await read(manifest);
      return found && parseManifest(manifest, found);
    },
    folders: foldersBelow('', manifestPaths(files)),
  };
  const locked =
    path === undefined || bytes === undefined
      ? {}
      : { locked: { lockfile: await openWithManifests(parseLockfile(path, bytes), manifests), importer: '' } };
  const asked = { path: path ?? 'package.json', requires, lineOf: () => undefined, declared: false, ...locked };
  return { ...comparison, changes: [...comparison.changes, ...(await changesAsked(asked, ask))] };
}

/** npm reads its shrinkwrap rather than its lockfile; of two managers' the first by name is taken. */
function rootLockfile({ lockfiles }: Comparison): string | undefined {
  const paths = lockfiles.map(({ path }) => path).filter((path) => !path.includes('/'));
  return (
    paths.find((path) => path === 'npm-shrinkwrap.json') ??
    paths.find((path) => path === 'package-lock.json') ??
    paths[0]
  );
}
