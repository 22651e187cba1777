import validRange from 'semver/ranges/valid.js';

import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { isAnswerable } from '../../lockfile/spec.ts';
import type { NpmOverrides, Overrides, Unapplied } from '../overrides.ts';
import type { Replacement } from '../replacing.ts';
import { objectOf } from '../object-of.ts';
import type { ReadFile } from '../settings-file.ts';

/** The maps in which npm looks up `$name`, in its order (Arborist's Edge). */
const references = ['devDependencies', 'optionalDependencies', 'dependencies', 'peerDependencies'] as const;

/**
 * npm's `overrides` in the root's manifest. A spec that leads elsewhere than to a registry never reaches Arborist: at the top level it
 * replaces what packages depend on, and is refused like any such spec; below a name it is left out and reported.
 */
export function npmOverrides({ path, value: document }: ReadFile<'package.json'>): Overrides {
  const root = objectOf(document.value);
  const replacements: Replacement[] = [];
  const ofWorkspaces: Replacement[] = [];
  const unapplied: Unapplied[] = [];
  const list = root.get('overrides');
  if (list === undefined) return { replacements, ofWorkspaces, unapplied };
  const tell = (offset: number, key: string, name?: string) =>
    unapplied.push({ path, line: document.line(offset), key, ...(name !== undefined && { name }) });
  if (!(list instanceof JsonObject)) {
    tell(root.offsetOf('overrides'), 'overrides');
    return { replacements, ofWorkspaces, unapplied };
  }
  const npm = read(list, 'overrides', []);
  return { ...(Object.keys(npm).length > 0 && { npm }), replacements, ofWorkspaces, unapplied };

  /** @param above the keys of the levels above */
  function read(object: JsonObject, at: string, above: readonly Key[]): NpmOverrides {
    const entries: [string, string | NpmOverrides][] = [];
    object.forEach((written, value, offset) => {
      const own = written === '.' ? above.at(-1) : undefined;
      const key = own ?? keyOf(written);
      const full = `${at}.${written}`;
      if (key === undefined) tell(offset, full);
      else if (value instanceof JsonObject && own === undefined) {
        const below = read(value, full, [...above, key]);
        if (Object.keys(below).length > 0) entries.push([written, below]);
      } else {
        const spec = meant(value, root);
        const isAtTop = above.length === (own === undefined ? 0 : 1);
        if (spec !== undefined && isAtTop) ofWorkspaces.push({ ...key, spec });
        if (spec !== undefined && isAnswerable(key.name, spec)) entries.push([written, spec]);
        else if (spec !== undefined && isAtTop) replacements.push({ ...key, spec });
        else tell(offset, full, key.name);
      }
    });
    return Object.fromEntries(entries);
  }
}

type Key = Pick<Replacement, 'name' | 'asked'>;

/** Undefined if npm does not accept the name or the range. */
function keyOf(text: string): Key | undefined {
  const at = text.indexOf('@', 1);
  const name = at < 0 ? text : text.slice(0, at);
  if (!isPackageName(name) || name === '__proto__') return undefined;
  if (at < 0) return { name };
  const spec = text.slice(at + 1);
  return validRange(spec) === null ? undefined : { name, asked: { spec, exactly: false } };
}

/** npm reads an empty spec as `*`; `$name` is the root's own spec for that name. */
function meant(value: JsonValue | undefined, root: JsonObject): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (!value.startsWith('$')) return value.trim() === '' ? '*' : value;
  const name = value.slice(1);
  for (const map of references) {
    const asked = root.get(map);
    const spec = asked instanceof JsonObject ? asked.get(name) : undefined;
    if (typeof spec === 'string' && spec !== '') return spec;
  }
  return undefined;
}
