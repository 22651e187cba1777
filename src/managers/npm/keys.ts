import { isPackageName } from '../../lockfile/names.ts';

/** No file system has longer paths. */
const MAX_KEY = 4096;
const MARKER = 'node_modules/';
const INNER_MARKER = `/${MARKER}`;

/** The meaning of a key of npm's `packages`. */
export type KeyMeaning =
  | { readonly kind: 'root' }
  | { readonly kind: 'folder' }
  /** An installed package, under the name of its folder. */
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'invalid'; readonly why: string };

/**
 * Reads a key of `packages`: a normalised path relative to the lockfile's folder. Only leading segments may be `..`:
 * npm writes them for folders beside its own.
 */
export function readKey(key: string): KeyMeaning {
  if (key === '') return { kind: 'root' };
  const at = lastMarker(key);
  // The common case, `node_modules/name`, before anything is split.
  if (at === 0 && isPackageName(key.slice(MARKER.length))) return { kind: 'package', name: key.slice(MARKER.length) };
  const why = fault(key);
  if (why !== undefined) return { kind: 'invalid', why };
  if (at < 0) return { kind: 'folder' };
  const rest = key.slice(at + MARKER.length);
  if (isPackageName(rest)) return { kind: 'package', name: rest };
  const segments = rest.split('/');
  const owner = segments.slice(0, rest.startsWith('@') ? 2 : 1);
  if (owner.length < segments.length && isPackageName(owner.join('/'))) return { kind: 'folder' };
  return { kind: 'invalid', why: 'npm does not accept its package name' };
}

/** Offset of the last `node_modules/` that starts a segment; -1 where there is none. */
function lastMarker(key: string): number {
  let last = key.startsWith(MARKER) ? 0 : -1;
  for (let at = key.indexOf(INNER_MARKER); at >= 0; at = key.indexOf(INNER_MARKER, at + 1)) last = at + 1;
  return last;
}

function fault(key: string): string | undefined {
  if (key.length > MAX_KEY) return `it is longer than ${MAX_KEY} characters`;
  if (/[\\\p{Cc}\p{Cs}]/u.test(key)) return 'it has a backslash or a control character';
  if (/^(?:\/|[a-z]:)/i.test(key)) return 'it is an absolute path';
  const segments = key.split('/');
  const below = segments.findIndex((segment) => segment !== '..');
  for (const [at, segment] of segments.entries()) {
    if (segment === '' || segment === '.') return 'it is not a normalised path';
    if (segment === '..' && below >= 0 && at > below) return 'it goes up with `..`';
    if (segment === '__proto__' || segment === 'constructor') {
      return 'every JavaScript object has a member of that name';
    }
  }
  if (segments.at(-1) === 'node_modules') return 'it ends without a package name';
  return undefined;
}
