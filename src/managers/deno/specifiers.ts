import validRange from 'semver/ranges/valid.js';

import { aliasTarget, specKind } from '../../lockfile/spec.ts';

/** What deno asks a registry for: `npm:chalk@5`, `jsr:@std/path@^1.0.0`; without a range any version does. */
export interface Specifier {
  readonly protocol: 'npm' | 'jsr';
  readonly name: string;
  readonly range: string;
}

/** Also with a path behind it, as in an import map: `npm:/preact@10/hooks`. */
const SPECIFIER = /^(npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]*))?(?:\/.*)?$/s;

/** Undefined if the text is none. */
export function specifierOf(text: string): Specifier | undefined {
  const [, protocol, name, range = ''] = SPECIFIER.exec(text) ?? [];
  if (protocol === undefined || name === undefined) return undefined;
  return { protocol: protocol as Specifier['protocol'], name, range };
}

/** The specifier that deno makes of a dependency in a `package.json`; undefined if it asks no registry for it. */
export function specifierFor(name: string, spec: string): Specifier | undefined {
  if (/^jsr:/.test(spec)) {
    const range = spec.slice('jsr:'.length);
    return specifierOf(/^@[^/]+\//.test(range) ? spec : `jsr:${name}@${range}`);
  }
  const alias = aliasTarget(spec);
  if (alias !== undefined) return { protocol: 'npm', name: alias.name, range: alias.spec };
  return specKind(spec) === 'registry' ? { protocol: 'npm', name, range: spec.trim() } : undefined;
}

/**
 * The same text for specifiers that ask for the same: deno 2 writes `^2.0.0` as `2`, and `>=1 <2` as `1`. A tag stays what
 * it is. An upper bound `<2.0.0` and npm's own `<2.0.0-0` differ in prereleases that no range means.
 */
export function requestOf({ protocol, name, range }: Specifier): string {
  const meaning = validRange(range === '' ? '*' : range, true)?.replaceAll(/(<\d+\.\d+\.\d+)-0/g, '$1');
  return `${protocol}:${name}@${meaning ?? `tag ${range}`}`;
}
