import { folderOf } from '../text/paths.ts';

/** The folders of these manifests, relative to the lockfile's folder. */
export function foldersBelow(folder: string, manifests: Iterable<string>): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return [...manifests]
    .flatMap((path) => (path.startsWith(prefix) ? [folderOf(path.slice(prefix.length))] : []))
    .sort();
}

/** The paths of manifests among a snapshot's files. */
export function manifestPaths(files: ReadonlyMap<string, unknown>): readonly string[] {
  return [...files.keys()].filter(
    (path) => /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path),
  );
}
