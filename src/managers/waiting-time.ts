import semver from 'semver';

import type { Instant, ManagerId } from '../model/index.ts';
import { splitSelector } from '../model/options.ts';
import type { JsonValue } from '../text/json-object.ts';
import { compileGlob, globProblem } from '../text/glob.ts';
import { namedManagers } from './named-manager.ts';
import { settingValue } from './setting-values.ts';
import type { ProjectFiles, SettingsName } from './settings-file.ts';
import { amountOf } from './tightening.ts';

/** How long after its release a package manager leaves a version out of its choice. */
export interface WaitingTime {
  readonly minutes: number;
  /** npm's `before`: it leaves out what was released later. */
  readonly before?: Instant;
  /** Whether the manager's own list lets it take this version at once. */
  readonly isExempt: (name: string, version: string) => boolean;
}

/** Where a manager says how long it waits, and in which unit. */
interface Said {
  readonly file: SettingsName;
  readonly key: string;
  /** Minutes in a bare number. */
  readonly unit: number;
  readonly exempt: string;
  /** Whether the files of the folders above count too, the nearest first. */
  readonly above?: boolean;
}

const day = 1_440;

const settings: Readonly<Record<ManagerId, readonly Said[]>> = {
  npm: [{ file: '.npmrc', key: 'min-release-age', unit: day, exempt: 'min-release-age-exclude' }],
  pnpm: [
    { file: 'pnpm-workspace.yaml', key: 'minimumReleaseAge', unit: 1, exempt: 'minimumReleaseAgeExclude' },
    { file: '.npmrc', key: 'minimum-release-age', unit: 1, exempt: 'minimum-release-age-exclude' },
  ],
  'yarn-berry': [
    { file: '.yarnrc.yml', key: 'npmMinimalAgeGate', unit: 1, exempt: 'npmPreapprovedPackages', above: true },
  ],
  bun: [
    {
      ...{ file: 'bunfig.toml', key: 'install.minimumReleaseAge', unit: 1 / 60 },
      exempt: 'install.minimumReleaseAgeExcludes',
    },
  ],
  'yarn-classic': [],
  deno: [],
};

/** Managers that wait by themselves: how long, and since which version. */
const defaults: Readonly<Partial<Record<ManagerId, { readonly minutes: number; readonly since: string }>>> = {
  pnpm: { minutes: day, since: '11.0.0-0' },
  'yarn-berry': { minutes: day, since: '4.15.0-0' },
};

/**
 * How long a project's package manager waits: its setting, else its default, which counts unless the manifest names an older
 * version of the manager. What cannot be read is the default.
 */
export async function waitingTimeOf(manager: ManagerId, files: ProjectFiles): Promise<WaitingTime> {
  const before = manager === 'npm' ? instant(await valueIn(files, '.npmrc', 'before')) : undefined;
  for (const said of settings[manager]) {
    for (const place of [files, ...(said.above === true ? files.above() : [])]) {
      const minutes = minutesOf(await valueIn(place, said.file, said.key), said.unit);
      if (minutes === undefined) continue;
      return { minutes, ...(before && { before }), isExempt: listed(await valueIn(place, said.file, said.exempt)) };
    }
  }
  const exempt = await Promise.all(settings[manager].map(({ file, exempt }) => valueIn(files, file, exempt)));
  return {
    ...{ minutes: await defaultOf(manager, files), ...(before && { before }) },
    isExempt: listed(exempt.find((list) => list !== undefined)),
  };
}

/** Whether a manager that waits leaves out a version. One without a time is not left out: no manager can tell its age. */
export function isHeldBack(
  { minutes, before, isExempt }: WaitingTime,
  { name, version, publishedAt }: { readonly name: string; readonly version: string; readonly publishedAt: unknown },
  now: Instant,
): boolean {
  const at = typeof publishedAt === 'string' ? Date.parse(publishedAt) : Number.NaN;
  if (Number.isNaN(at)) return false;
  const isYoung = minutes > 0 && at > Date.parse(now) - minutes * 60_000;
  const isLate = before !== undefined && at > Date.parse(before);
  return (isYoung || isLate) && !isExempt(name, version);
}

async function valueIn(files: ProjectFiles, name: SettingsName, key: string): Promise<JsonValue | undefined> {
  const file = await files.at(name);
  return file.state === 'read' ? settingValue(file, key) : undefined;
}

/** How many minutes a setting makes its manager wait; undefined for another setting, or a value that is no time. */
export function waitingMinutes(name: SettingsName, key: string, value: JsonValue | undefined): number | undefined {
  const said = Object.values(settings)
    .flat()
    .find((each) => each.file === name && each.key === key);
  return said === undefined ? undefined : minutesOf(value, said.unit);
}

function minutesOf(value: JsonValue | undefined, unit: number): number | undefined {
  const count = amountOf(value);
  const isBare = typeof value !== 'string' || /^\s*[\d.]+\s*$/.test(value);
  return count === undefined ? undefined : count * (isBare ? unit : 1);
}

function instant(value: JsonValue | undefined): Instant | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

async function defaultOf(manager: ManagerId, files: ProjectFiles): Promise<number> {
  const known = defaults[manager];
  if (known === undefined) return 0;
  const manifest = await files.at('package.json');
  const named = manifest.state === 'read' ? [...namedManagers(manifest.value).values()] : [];
  const program = manager === 'yarn-berry' ? 'yarn' : manager;
  const version = named.find((each) => each.program === program)?.version ?? (await ownRelease(manager, files));
  return version !== undefined && semver.lt(version, known.since) ? 0 : known.minutes;
}

/** The version in `yarnPath: .yarn/releases/yarn-4.9.1.cjs`. */
async function ownRelease(manager: ManagerId, files: ProjectFiles): Promise<string | undefined> {
  if (manager !== 'yarn-berry') return undefined;
  const path = await valueIn(files, '.yarnrc.yml', 'yarnPath');
  const [, version] = (typeof path === 'string' && /\/yarn-(\d+\.\d+\.\d+[\w.-]*)\.c?js$/.exec(path)) || [];
  return version !== undefined && semver.valid(version) !== null ? version : undefined;
}

/** No honest project lists more. */
const MAX_LISTED = 1_000;

/** A list of `name`, `name@range` and patterns; `!pattern` takes out again. What is not understood exempts nothing. */
function listed(value: JsonValue | undefined): WaitingTime['isExempt'] {
  const texts = (Array.isArray(value) ? (value as readonly JsonValue[]) : [value])
    .filter((one) => typeof one === 'string')
    .slice(0, MAX_LISTED);
  const matchers = (isOut: boolean) =>
    texts
      .filter((text) => text.startsWith('!') === isOut)
      .flatMap((text) => matcherOf(isOut ? text.slice(1) : text) ?? []);
  const [inside, outside] = [matchers(false), matchers(true)];
  return (name, version) =>
    inside.some((matches) => matches(name, version)) && !outside.some((matches) => matches(name, version));
}

function matcherOf(text: string): WaitingTime['isExempt'] | undefined {
  const { name: pattern, range } = splitSelector(text.trim());
  if (globProblem(pattern) !== undefined || (range !== undefined && semver.validRange(range) === null)) {
    return undefined;
  }
  const named = compileGlob(pattern);
  return (name, version) => named(name) && (range === undefined || semver.satisfies(version, range));
}
