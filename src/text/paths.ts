/** Where a path leads, by text alone: nothing is opened. */
export interface Target {
  /** Normalised, relative to the folder it was given for, `/` between segments; starts with `..` where it leaves that folder. */
  readonly path: string;
  /** Whether it leads out of the repository. */
  readonly outside: boolean;
}

/** The folder of a path; empty for the repository's root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** What the paths below a folder begin with; nothing for the repository's root. */
export function prefixOf(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}

/** `a` and `a/b` of `a/b/c`. */
export function foldersAbove(folder: string): readonly string[] {
  const segments = folder.split('/');
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join('/'));
}

/** A file or folder below another; `folder` may be empty. */
export function join(folder: string, path: string): string {
  return folder === '' || path === '' ? folder + path : `${folder}/${path}`;
}

/**
 * Follows a relative path or a `file:` spec from a folder of the repository.
 * Absolute paths, home folders and drive letters lie outside; so does what cannot be decoded.
 */
export function follow(folder: string, spec: string): Target {
  const isUrl = /^file:/i.test(spec);
  const bare = isUrl ? decoded(spec.slice('file:'.length)) : spec;
  if (bare === undefined) return { path: spec, outside: true };
  const path = bare.replaceAll('\\', '/');
  const relative = isUrl ? path.replace(/^\/{1,3}(?=\.\.?(?:\/|$))/, '') : path; // npm reads file:///../x so
  const depth = folder === '' ? 0 : folder.split('/').length;
  if (/^(?:\/|~(?:\/|$)|[a-z]:)/i.test(relative)) return { path: relative, outside: true };
  const normal = normalise(relative);
  return { path: normal, outside: climbs(normal) > depth };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Resolves `.` and `..` segments; what climbs above the start stays as leading `..`. */
export function normalise(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(segment);
  }
  return kept.join('/');
}

/** How many folders a normalised path climbs before it descends. */
function climbs(path: string): number {
  let count = 0;
  while (path === '..' || path.startsWith('../')) {
    count++;
    path = path.slice(3);
  }
  return count;
}

/** Why a text is not a path from the repository's root, or undefined where it is one. */
export function rootPathProblem(text: string): string | undefined {
  const inside = text.split('/').every((segment) => !['', '.', '..'].includes(segment));
  return inside && !/[\\\p{Cc}]/u.test(text) && text.length <= 256
    ? undefined
    : 'expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments';
}
