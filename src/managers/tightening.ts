import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { packageKey } from './script-settings.ts';
import type { Tightens } from './settings-table.ts';

/** One day, the most that a manager waits by itself, in the units of the settings that are ages. */
const DEFAULT_AGE = { days: 1, minutes: 1_440 };

/**
 * Whether a setting is stricter than before. What is not certain is not stricter: a removed setting has the default of
 * whatever version of the manager installs.
 * @param isLocked whether this change locks a version
 */
export function isStricter(
  key: string,
  tightens: Tightens,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  isLocked: (name: string, version: string) => boolean,
): boolean {
  if (tightens === 'greater') return isGreater(key, before, after);
  if (tightens === 'more' || tightens === 'fewer') {
    return isListStricter(key, tightens, before, after, isLocked);
  }
  const [old, now] = [scalarOf(before), scalarOf(after)];
  if (now === undefined) return after === undefined && old !== undefined && old === tightens[0];
  const [from, to] = [old === undefined ? -1 : tightens.indexOf(old), tightens.indexOf(now)];
  if (before === undefined) return to === tightens.length - 1;
  return from >= 0 && to > from;
}

function isGreater(key: string, before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  const now = amountOf(after);
  if (now === undefined) return false;
  if (before !== undefined) {
    const old = amountOf(before);
    return old !== undefined && now > old;
  }
  const least = defaultAgeOf(key);
  return least !== undefined && now >= least;
}

/** The most that a manager waits by itself, in the unit of a setting; undefined for one that is no minimum age. */
export function defaultAgeOf(key: string): number | undefined {
  // Of others, the default may be the strictest: what is ignored after a time is ignored never.
  if (!/age/i.test(key) || /ignore/i.test(key)) return undefined;
  // bun waits on request only, and counts in seconds.
  if (key.startsWith('install.')) return 1;
  return /^min-release-age$/.test(key) ? DEFAULT_AGE.days : DEFAULT_AGE.minutes;
}

/** Keys of lists of what a rule of the manager does not apply to: without the list it applies to everything. */
const EXCLUSIONS = /exclude|preapproved/i;

function isListStricter(
  key: string,
  tightens: 'more' | 'fewer',
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  isLocked: (name: string, version: string) => boolean,
): boolean {
  const [old, now] = [listOf(before), listOf(after)];
  if (old === undefined || now === undefined) return false;
  const isExclusion = EXCLUSIONS.test(key);
  // Without the list, the manager has a default: pnpm 9 builds everything, and pnpm 10 what a list of others leaves.
  if (!isExclusion && (before === undefined || after === undefined)) return false;
  const isWithin = (some: readonly string[], all: readonly string[]) => some.every((one) => all.includes(one));
  if (tightens === 'more') return isWithin(old, now);
  const added = now.filter((one) => !old.includes(one));
  return added.every((one) => {
    if (!isExclusion) return false;
    const { name, versions = [] } = packageKey(one) ?? { name: '' };
    return versions.length > 0 && versions.every((version) => isLocked(name, version));
  });
}

/** The text of a text, a switch or a number. */
export function scalarOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
    ? String(value)
    : undefined;
}

/** A number, or Yarn's spelling of a duration in minutes: `3d`, `36h`. */
export function amountOf(value: JsonValue | undefined): number | undefined {
  const [, count, unit = 'm'] = /^\s*(\d+(?:\.\d+)?)\s*(m|h|d|w)?\s*$/.exec(scalarOf(value) ?? '') ?? [];
  if (count === undefined) return undefined;
  return Number(count) * { m: 1, h: 60, d: 1_440, w: 10_080 }[unit as 'm' | 'h' | 'd' | 'w'];
}

/** Undefined for something else than texts. A mapping is the list of its keys. */
export function listOf(value: JsonValue | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return [value];
  if (value instanceof JsonObject) return value.keys;
  if (!Array.isArray(value)) return undefined;
  const texts = (value as readonly JsonValue[]).filter((one) => typeof one === 'string');
  return texts.length === (value as readonly JsonValue[]).length ? texts : undefined;
}
