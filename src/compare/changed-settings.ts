import type { Setting } from '../managers/setting.ts';
import { WHOLE_FILE } from '../managers/setting.ts';
import type { Observation } from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';
import { compareText } from '../text/order.ts';
import { digestOfText } from './digest-of.ts';

/** The most keys that a message names; the rest are counted. */
const MAX_NAMED = 8;
/** The longest key that is named in full. */
const MAX_KEY = 100;
const secret = /auth|password|token|username|email|otp|cert|key/i;

/** The one setting of a file that cannot be split into settings. */
export function wholeFile(text: string): Setting {
  return { affects: 'gate', key: WHOLE_FILE, value: text, line: 1 };
}

/** What is said of a setting that differs; undefined: nothing. */
export type GradeSetting = (key: string, affects: Setting['affects']) => Observation['code'] | undefined;

/** The codes, in the order in which a file's observations are made. */
const codes = ['override-changed', 'setting-changed', 'manager-replaced', 'setting-noted'] as const;

/** What a setting is where its file has no levels of its own. */
export const byAffects: GradeSetting = (_, affects) =>
  affects === 'override' ? 'override-changed' : affects === 'gate' ? 'setting-changed' : undefined;

/** One observation for each code, with how its settings were added, changed or removed. Never holds a value. */
export function changedSettings(
  path: string,
  base: readonly Setting[],
  head: readonly Setting[],
  gradeOf: GradeSetting = byAffects,
): readonly Observation[] {
  const graded = (['override', 'gate'] as const).flatMap((affects) => {
    const [before, after] = [byKey(base, affects), byKey(head, affects)];
    const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => valuesOf(before, key) !== valuesOf(after, key),
    );
    return differing.map((key) => ({ key, before, after, code: gradeOf(key, affects) }));
  });
  return codes.flatMap((code): readonly Observation[] => {
    const said = graded.filter((each) => each.code === code);
    const lines = said.flatMap(({ key, after }) => after.get(key)?.[0]?.line ?? []);
    const keysOf = (isOne: (one: (typeof graded)[number]) => boolean) => said.filter(isOne).map(({ key }) => key);
    const named = (how: string, keys: readonly string[]) => (keys.length === 0 ? {} : { [how]: listed(keys) });
    if (said.length === 0) return [];
    const args = {
      ...(code === 'manager-replaced' && { why: 'settings' }),
      ...named(
        'added',
        keysOf(({ key, before }) => !before.has(key)),
      ),
      ...named(
        'changed',
        keysOf(({ key, before, after }) => before.has(key) && after.has(key)),
      ),
      ...named(
        'removed',
        keysOf(({ key, after }) => !after.has(key)),
      ),
      digest: digestOf(said),
    };
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
function digestOf(said: readonly { readonly key: string; readonly after: ByKey }[]): string {
  const values = [...said]
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ key, after }) => [key, secret.test(key) ? '' : valuesOf(after, key)]);
  return digestOfText(JSON.stringify(values));
}
