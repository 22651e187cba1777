import { isPackageName } from '../../lockfile/names.ts';

/** Longer and deeper than any real key; longer keys would make the search for their dependencies slow. */
const MAX_KEY = 1024;
const MAX_NAMES = 32;

/**
 * The names in a key of bun's `packages`, outermost first: `a/@scope/b` is `@scope/b` as `a` gets it. Undefined if one
 * of them is not a package name, or if there are more than bun ever writes.
 */
export function namesIn(key: string): readonly string[] | undefined {
  if (key.length > MAX_KEY) return undefined;
  const names: string[] = [];
  let scope: string | undefined;
  for (const segment of key.split('/')) {
    if (scope === undefined && segment.startsWith('@')) {
      scope = segment;
      continue;
    }
    names.push(scope === undefined ? segment : `${scope}/${segment}`);
    scope = undefined;
  }
  return scope === undefined && names.length <= MAX_NAMES && names.every(isPackageName) ? names : undefined;
}

/**
 * The key prefixes under which bun looks for a dependency: below its dependent, then below each of the dependent's
 * parents, then at the top.
 */
export function placesFor(owner: readonly string[]): readonly string[] {
  return [...owner.keys(), owner.length].reverse().map((depth) =>
    owner
      .slice(0, depth)
      .map((name) => `${name}/`)
      .join(''),
  );
}

/** Name and resolution of the first item of an entry, `name@resolution`. */
export function splitIdent(ident: string): { readonly name: string; readonly resolution: string } | undefined {
  const at = ident.indexOf('@', 1);
  if (at < 0) return undefined;
  return { name: ident.slice(0, at), resolution: ident.slice(at + 1) };
}
