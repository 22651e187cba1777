import { oneFault } from '../../text/decode.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { parseYamlDocuments } from '../../text/yaml.ts';
import { objectOf } from '../object-of.ts';
import type { BotWaiting } from './bot.ts';

/** Where GitHub looks for it. */
export const dependabotPaths = ['.github/dependabot.yml', '.github/dependabot.yaml'] as const;

/** The ecosystems whose packages come from an npm registry. */
const ECOSYSTEMS: ReadonlySet<JsonValue | undefined> = new Set(['npm', 'bun', 'deno']);

const faults = oneFault('manifest-invalid', 'fix the file');

/** The entries of `updates` that propose versions of npm packages. One with a limit of 0 only proposes security updates. */
export function dependabotUpdates(root: JsonValue | undefined): readonly JsonObject[] {
  const updates = objectOf(root).get('updates');
  if (!Array.isArray(updates)) return [];
  return (updates as readonly JsonValue[])
    .map(objectOf)
    .filter(
      (update) => ECOSYSTEMS.has(update.get('package-ecosystem')) && update.get('open-pull-requests-limit') !== 0,
    );
}

/**
 * How long Dependabot waits, by its options reference of November 2026: no `cooldown` is no waiting, `include` limits it to
 * what it lists, and security updates never wait.
 * @returns undefined where it updates no npm packages
 * @throws GateFailure for a file that cannot be read
 */
export function readDependabot(text: string, file: string): BotWaiting | undefined {
  const [document] = parseYamlDocuments(text, file, faults, 'core');
  const updates = dependabotUpdates(document?.value);
  if (updates.length === 0) return undefined;
  const found = updates.map((update) => cooldownOf(update.get('cooldown')));
  const hours = found.map((each) => each.hours);
  const isKnown = hours.every((each) => each !== undefined);
  return {
    ...{ bot: 'Dependabot', file, key: 'cooldown' },
    hours: isKnown ? Math.min(...hours) : undefined,
    isSet: found.some(({ isSet }) => isSet),
    exceptions: [...new Set(found.flatMap(({ exceptions }) => exceptions))].sort(),
    ...(!isKnown && { doubt: 'its `cooldown` cannot be interpreted' }),
  };
}

function cooldownOf(value: JsonValue | undefined): Pick<BotWaiting, 'hours' | 'isSet' | 'exceptions'> {
  if (value === undefined || value === null) return { hours: 0, isSet: false, exceptions: [] };
  const cooldown = value instanceof JsonObject ? value : undefined;
  const days = (key: string) => (cooldown?.has(key) === true ? cooldown.get(key) : cooldown?.get('default-days')) ?? 0;
  const all = ['semver-major-days', 'semver-minor-days', 'semver-patch-days'].map(days);
  const [include, exclude] = [textsOf(cooldown?.get('include')), textsOf(cooldown?.get('exclude'))];
  if (cooldown === undefined || include === undefined || exclude === undefined || !all.every(isDays)) {
    return { hours: undefined, isSet: true, exceptions: [] };
  }
  const isForAll = include.length === 0 || include.includes('*');
  return {
    hours: isForAll && !exclude.includes('*') ? Math.min(...all) * 24 : 0,
    isSet: true,
    exceptions: exclude,
  };
}

const isDays = (value: JsonValue): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

function textsOf(value: JsonValue | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : undefined;
  return list?.every((each) => typeof each === 'string') === true ? list : undefined;
}
