import type { Loosening } from '../model/loosening.ts';
import type { JsonValue } from '../text/json-object.ts';
import type { Edit } from './grading.ts';
import { managers } from './index.ts';
import { manifestTable } from './npm/manifest-table.ts';
import { programName } from './program.ts';
import type { SettingClass } from './settings-table.ts';
import { classOf } from './settings-table.ts';
import { amountOf, defaultAgeOf, listOf, scalarOf } from './tightening.ts';

/**
 * What an edit does to a package manager's own limits on new packages. Undefined for a setting that is part of none.
 * @param edit one that is not seen to be stricter
 */
export function looseningOf(edit: Edit): Loosening | undefined {
  const { name, before, after } = edit;
  const key = name === 'package.json' ? edit.key.replace(/^pnpm\./, '') : edit.key;
  const found = classesOf(edit).filter(({ setting: { limits } }) => limits !== undefined);
  const [first] = found;
  if (first?.setting.limits === undefined) return undefined;
  return {
    limit: first.setting.limits,
    how: howOf(key, first.setting, before, after),
    of: [...new Set(found.map(({ of }) => of))],
    key: shown(edit.key) ?? OTHER,
    before: shownValue(before),
    after: shownValue(after),
  };
}

interface Classed {
  readonly of: string;
  readonly setting: SettingClass;
}

function classesOf({ name, key }: Edit): readonly Classed[] {
  if (name === 'package.json') {
    const setting = classOf(manifestTable, key);
    if (setting !== 'unknown') return [{ of: key.startsWith('trusted') ? 'bun' : 'npm', setting }];
    if (!key.startsWith('pnpm.')) return [];
  }
  const own = key.replace(/^pnpm\./, '');
  return managers.flatMap(({ program, settings: { files, table } }): readonly Classed[] => {
    const reads = name === 'package.json' ? program === 'pnpm' : files.includes(name);
    const setting = reads ? classOf(table, own) : 'unknown';
    return setting === 'unknown' ? [] : [{ of: programName(program), setting }];
  });
}

/** Settings beside the limit itself: without them it still stands. */
const SECONDARY = /strict|verify|trustLockfile|missingTime|checksum/i;
/** Patterns that take in everything. */
const EVERYTHING: ReadonlySet<string> = new Set(['*', '**', '*/*', '**/*', '.*']);

function howOf(
  key: string,
  { tightens, limits }: SettingClass,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Loosening['how'] {
  if (after === undefined) return 'unset';
  if (tightens === 'greater') {
    const [old = defaultAgeOf(key), now] = [amountOf(before), amountOf(after)];
    if (now === undefined || (before !== undefined && amountOf(before) === undefined)) return 'changed';
    return now === 0 ? 'off' : old !== undefined && now < old ? 'lower' : 'changed';
  }
  if (tightens === 'fewer') {
    const [old, now] = [listOf(before) ?? [], listOf(after)];
    if (now === undefined) return 'changed';
    const added = now.filter((one) => !old.includes(one));
    return added.some((one) => EVERYTHING.has(one)) ? 'off' : added.length > 0 ? 'wider' : 'changed';
  }
  if (tightens === undefined || tightens === 'more') return 'changed';
  const [from, to] = [tightens.indexOf(scalarOf(before) ?? ''), tightens.indexOf(scalarOf(after) ?? '')];
  if (to < 0) return 'changed';
  // One package of a list: `allowBuilds.esbuild`.
  if (/^(?:allowBuilds|allowScripts)\./.test(key)) return 'wider';
  if (to === 0) return limits === 'waiting' ? 'wider' : SECONDARY.test(key) ? 'lower' : 'off';
  return to < from ? 'lower' : 'changed';
}

/** What stands for a value that is not shown. */
const OTHER = '?';
/** A setting of a limit is a number, a word or a pattern; whatever else it is, is not repeated. */
const PLAIN = /^(?!-$)[\w.:@/*+#-]{1,60}$/;
/** The most entries of a list that are shown. */
const MAX_SHOWN = 3;

const shown = (text: string): string | undefined => (PLAIN.test(text) ? text : undefined);

function shownValue(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const scalar = scalarOf(value);
  if (scalar !== undefined) return shown(scalar) ?? OTHER;
  const list = listOf(value);
  if (list === undefined || list.length === 0 || !list.every((one) => PLAIN.test(one))) return OTHER;
  return [...list.slice(0, MAX_SHOWN), ...(list.length > MAX_SHOWN ? [`+${list.length - MAX_SHOWN}`] : [])].join(',');
}
