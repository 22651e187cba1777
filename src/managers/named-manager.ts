import { isExact } from '../lockfile/entry.ts';
import type { JsonDocument, JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { written } from './setting-entry.ts';
import { objectOf } from './object-of.ts';

/** A package manager as a manifest names it. Third-party text, apart from what is said of it. */
export interface NamedManager {
  /** `packageManager` or `devEngines.packageManager`. */
  readonly key: string;
  /** 1-based. */
  readonly line: number;
  /** The whole value, for comparison. */
  readonly text: string;
  /** Undefined where it is none that one of the managers here has. */
  readonly program?: string;
  /** Undefined for a range, a tag or an address. */
  readonly version?: string;
  /** `sha512.` and hexadecimal digits. */
  readonly hash?: string;
}

/** `packageManager` and the entries of `devEngines.packageManager`, by key. */
export function namedManagers(document: JsonDocument): ReadonlyMap<string, NamedManager> {
  const { value } = document;
  const line = (offset: number) => document.line(offset);
  const found = new Map<string, NamedManager>();
  if (!(value instanceof JsonObject)) return found;
  const said = value.get('packageManager');
  if (said !== undefined) {
    const at = line(value.offsetOf('packageManager'));
    found.set('packageManager', { key: 'packageManager', line: at, ...readText(said) });
  }
  const engines = objectOf(value.get('devEngines'));
  const named = engines.get('packageManager');
  const entries = Array.isArray(named) ? (named as readonly JsonValue[]) : named === undefined ? [] : [named];
  entries.forEach((entry, at) => {
    const key = `devEngines.packageManager${Array.isArray(named) ? `.${at}` : ''}`;
    const { program, version } = partsOf(objectOf(entry).get('name'), objectOf(entry).get('version'));
    found.set(key, {
      ...{ key, line: line(engines.offsetOf('packageManager')), text: written(entry) },
      ...(program !== undefined && { program }),
      ...version,
    });
  });
  return found;
}

function readText(said: JsonValue): Omit<NamedManager, 'key' | 'line'> {
  const text = typeof said === 'string' ? said : written(said);
  const at = text.indexOf('@');
  const { program, version } = partsOf(text.slice(0, Math.max(at, 0)), at < 0 ? '' : text.slice(at + 1));
  return { text, ...(program !== undefined && { program }), ...version };
}

function partsOf(name: JsonValue | undefined, version: JsonValue | undefined) {
  const program = typeof name === 'string' && /^[a-z]+$/.test(name) ? name : undefined;
  const [, exact = '', hash] =
    /^([^+]*)(?:\+([a-z0-9]+\.[0-9a-f]+))?$/.exec(typeof version === 'string' ? version : '') ?? [];
  const isVersion = isExact(exact) && /^\d/.test(exact);
  return { program, version: isVersion ? { version: exact, ...(hash !== undefined && { hash }) } : {} };
}
