const LOCKFILE = /^((?:.*\/)?)common\/config\/(?:rush|subspaces\/([^/]+))\/pnpm-lock\.yaml$/;

/**
 * Where Rush has pnpm write a lockfile that it keeps in another folder, relative to that folder: the paths in it start
 * there. Empty for every other lockfile.
 * @param has whether the repository has a file
 */
export function writtenIn(path: string, has: (file: string) => boolean): string {
  const [found, root = '', subspace] = LOCKFILE.exec(path) ?? [];
  if (found === undefined || !has(`${root}rush.json`)) return '';
  return subspace === undefined ? '../../temp' : `../../../temp/${subspace}`;
}
