import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Setting } from '../managers/setting.ts';
import { WHOLE_FILE } from '../managers/setting.ts';
import type { Observation } from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';

/** The most keys that a message names; the rest are counted. */
const MAX_NAMED = 8;
/** The longest key that is named in full. */
const MAX_KEY = 100;
const secret = /auth|password|token|username|email|otp|cert|key/i;

/** The one setting of a file that cannot be split into settings. */
export function wholeFile(text: string): Setting {
  return { affects: 'gate', key: WHOLE_FILE, value: text, line: 1 };
}

/** One observation for what they affect and how they were added, changed or removed. Never holds a value. */
export function changedSettings(
  path: string,
  base: readonly Setting[],
  head: readonly Setting[],
): readonly Observation[] {
  return (['override', 'gate'] as const).flatMap((affects): readonly Observation[] => {
    const before = byKey(base, affects);
    const after = byKey(head, affects);
    const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => valuesOf(before, key) !== valuesOf(after, key),
    );
    if (differing.length === 0) return [];
    const lines = differing.flatMap((key) => after.get(key)?.[0]?.line ?? []);
    const named = (how: string, keys: readonly string[]) => (keys.length === 0 ? {} : { [how]: listed(keys) });
    const args = {
      ...named(
        'added',
        differing.filter((key) => !before.has(key)),
      ),
      ...named(
        'changed',
        differing.filter((key) => before.has(key) && after.has(key)),
      ),
      ...named(
        'removed',
        differing.filter((key) => !after.has(key)),
      ),
      digest: digestOf(differing, after),
    };
    const code = affects === 'override' ? 'override-changed' : 'setting-changed';
    return [{ code, path, line: lines.sort((a, b) => a - b)[0] ?? 1, args }];
  });
}

type ByKey = ReadonlyMap<string, readonly Setting[]>;

const byKey = (settings: readonly Setting[], affects: Setting['affects']): ByKey =>
  groupBy(
    settings.filter((each) => each.affects === affects),
    ({ key }) => key,
  );

function valuesOf(settings: ByKey, key: string): string {
  return JSON.stringify(settings.get(key)?.map(({ value }) => value) ?? null);
}

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, MAX_NAMED).map((key) => (key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}…` : key));
  const more = keys.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** A digest of the head's values, so that an approval ends when they change. A value that may be a secret is left out. */
function digestOf(keys: readonly string[], head: ByKey): string {
  const said = [...keys].sort().map((key) => [key, secret.test(key) ? '' : valuesOf(head, key)]);
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(said))));
}
