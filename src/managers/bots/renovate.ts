import { oneFault } from '../../text/decode.ts';
import { parseJson } from '../../text/json.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { objectOf } from '../object-of.ts';
import type { BotWaiting } from './bot.ts';
import { presetHours } from './renovate-presets.ts';

/** Where Renovate looks for its file, in its order; it reads the first. */
export const renovatePaths = [
  ...['renovate.json', 'renovate.jsonc', 'renovate.json5'],
  ...['.github/renovate.json', '.github/renovate.jsonc', '.github/renovate.json5'],
  ...['.renovaterc', '.renovaterc.json', '.renovaterc.jsonc', '.renovaterc.json5'],
] as const;

const faults = oneFault('manifest-invalid', 'fix the file');

/** Comments and trailing commas are read; the rest of JSON5 is not. */
export const renovateDocument = (text: string, file: string): JsonDocument =>
  parseJson(text, file, faults, { comments: true, trailingCommas: true });

/**
 * How long Renovate waits for npm packages, by its documentation of November 2026: `minimumReleaseAge` of the file, then that
 * of the rules in `packageRules` that fit, presets first; the last that fits counts. Security updates never wait.
 * @throws GateFailure for a file that cannot be read
 */
export function readRenovate(text: string, file: string): BotWaiting {
  return renovateOf(renovateDocument(text, file).value, file);
}

/** @param value the parsed file, or `renovate` of a `package.json` */
export function renovateOf(value: JsonValue | undefined, file: string): BotWaiting {
  const root = objectOf(value);
  const ignored = textsOf(root.get('ignorePresets'));
  const presets = textsOf(root.get('extends')).filter((preset) => !ignored.includes(preset));
  const known = presets.map(presetHours);
  const unknown = presets.filter((_, at) => known[at] === undefined);
  const ofPresets = known.filter((hours) => hours !== undefined && hours > 0) as readonly number[];
  const top = ageOf(root, objectOf(root.get('npm')));
  // What presets say of npm packages is in rules of theirs, which count after the file's own top level.
  let now: Age = ofPresets.length > 0 ? { hours: Math.min(...ofPresets), isSet: false } : (top ?? unsaid(unknown));
  let isByRule = false;
  let exceptions: string[] = [];
  for (const rule of objectsOf(root.get('packageRules'))) {
    const age = ageOf(rule);
    const matchers = rule.keys.filter((key) => /^(?:match|exclude)/.test(key));
    if (age === undefined || !mayBeNpm(rule)) continue;
    if (matchers.every((key) => key === 'matchDatasources' || key === 'matchManagers')) {
      [now, exceptions, isByRule] = [age, [], true];
    } else if ((age.hours ?? 0) < (now.hours ?? Infinity)) {
      exceptions.push(wordsOf(rule, matchers));
    }
  }
  for (const type of ['major', 'minor', 'patch', 'lockFileMaintenance']) {
    const age = ageOf(objectOf(root.get(type)));
    if (age !== undefined && (age.hours ?? 0) < (now.hours ?? Infinity)) exceptions.push(type);
  }
  // Without this filter, Renovate opens the pull request at once, with a pending status of its own.
  if (root.get('internalChecksFilter') === 'none') now = { hours: 0, isSet: true };
  const doubt =
    now.hours === undefined
      ? (now.doubt ?? 'its age cannot be interpreted')
      : unknown.length > 0 && !isByRule
        ? `${unknown[0] ?? ''} may say otherwise`
        : undefined;
  return {
    ...{ bot: 'Renovate', file, key: 'minimumReleaseAge', hours: now.hours, isSet: now.isSet },
    exceptions: exceptions.sort(),
    ...(doubt !== undefined && { doubt }),
  };
}

interface Age {
  readonly hours: number | undefined;
  readonly isSet: boolean;
  readonly doubt?: string;
}

const unsaid = (unknown: readonly string[]): Age =>
  unknown.length === 0
    ? { hours: 0, isSet: false }
    : { hours: undefined, isSet: false, doubt: `it extends ${unknown[0] ?? ''}, which lockgate does not read` };

/** The age that one of some parts of the file says, the last first. */
function ageOf(...parts: readonly JsonObject[]): Age | undefined {
  const said = parts.findLast((part) => part.has('minimumReleaseAge'))?.get('minimumReleaseAge');
  return said === undefined ? undefined : { hours: said === null ? 0 : hoursOf(said), isSet: true };
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|mins?|minutes?)$/, 1 / 60],
  [/^(?:h|hrs?|hours?)$/, 1],
  [/^(?:d|days?)$/, 24],
  [/^(?:w|weeks?)$/, 168],
  [/^(?:months?)$/, 720],
  [/^(?:y|years?)$/, 8_760],
];

/** `3 days`, `1 week`. Undefined for what is none. */
function hoursOf(value: JsonValue): number | undefined {
  const [, count, unit = ''] =
    /^(\d{1,6}(?:\.\d{1,6})?) ?([a-z]{1,7})$/.exec(typeof value === 'string' ? value : '') ?? [];
  const hours = UNITS.find(([form]) => form.test(unit))?.[1];
  return count === undefined || hours === undefined ? undefined : Number(count) * hours;
}

/** Managers of Renovate whose packages come from an npm registry. */
const MANAGERS: ReadonlySet<string> = new Set(['npm', 'bun', 'deno', 'bun-version']);

function mayBeNpm(rule: JsonObject): boolean {
  const [datasources, managers] = [rule.get('matchDatasources'), rule.get('matchManagers')];
  const isNegated = (texts: readonly string[]) => texts.some((text) => /^[!/*]/.test(text));
  const [sources, programs] = [textsOf(datasources), textsOf(managers)];
  return (
    (datasources === undefined || sources.includes('npm') || isNegated(sources)) &&
    (managers === undefined || programs.some((each) => MANAGERS.has(each)) || isNegated(programs))
  );
}

/** The conditions of a rule, for one line. */
function wordsOf(rule: JsonObject, matchers: readonly string[]): string {
  const names = matchers.flatMap((key) => textsOf(rule.get(key)));
  return names.length === 0 ? matchers.join(', ') : names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter((each) => typeof each === 'string') : [];
}

const objectsOf = (value: JsonValue | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]).filter((each) => each instanceof JsonObject) : [];
