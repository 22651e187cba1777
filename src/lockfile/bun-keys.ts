import { isPackageName } from './names.ts';

/**
 * The names in a key of bun's `packages`, outermost first: `a/@scope/b` is `@scope/b` as `a` gets it. Undefined where one
 * of them is no package name.
 */
export function namesIn(key: string): readonly string[] | undefined {
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
  return scope === undefined && names.every(isPackageName) ? names : undefined;
}

/** Where bun looks for a dependency: below the one that asks, then below each that it stands under, then at the top. */
export function keysFor(owner: readonly string[], name: string): readonly string[] {
  return [...owner.keys(), owner.length].reverse().map((depth) => [...owner.slice(0, depth), name].join('/'));
}

/** Name and resolution of the first item of an entry, `name@resolution`. */
export function splitIdent(ident: string): { readonly name: string; readonly resolution: string } | undefined {
  const at = ident.indexOf('@', 1);
  if (at < 0) return undefined;
  return { name: ident.slice(0, at), resolution: ident.slice(at + 1) };
}
