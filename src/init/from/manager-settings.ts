import type { SettingEntry } from '../../managers/setting-entry.ts';
import type { ReadFile, SettingsName } from '../../managers/settings-file.ts';
import { classIn } from '../../managers/settings-table.ts';
import { settingValue } from '../../managers/setting-values.ts';
import { tablesIn } from '../../managers/tables.ts';
import { scalarOf } from '../../managers/tightening.ts';
import { waitingMinutes } from '../../managers/waiting-time.ts';
import type { JsonValue } from '../../text/json-object.ts';
import type { Fate, Option } from './option.ts';
import { looser, noCounterpart, nothing, ruled, shown } from './option.ts';

/** A setting, with what its manager reads. */
interface Said {
  readonly key: string;
  readonly value: JsonValue | undefined;
  readonly file: SettingsName;
}

const scriptList = looser(
  'the list says whose scripts run, not that a new script is fine: the policy goes on judging hooks that are new or changed. To let a package have any, write `rules: { install-scripts: { allow: [NAME] } }`',
);
const read = nothing(
  'lockgate reads the setting itself, from the default branch: a hook that the manager would not run is a warning',
);
const allScripts = looser('every script would run; the policy judges hooks whatever the manager runs');
const names = looser(
  'the list exempts names, whoever publishes them; to let known publishers in without waiting, write `publishers`, and for one version an exception',
);
const installs = nothing('it is about what the manager does with its own store; lockgate judges the lockfile');
const gitSources = looser(
  'git repositories that the manager takes are still findings; to let one in at a full commit, write `rules: { source: { allow: [github.com/OWNER/NAME] } }`',
);

const isOff = (value: JsonValue | undefined): boolean => scalarOf(value) === 'false';
const isOn = (value: JsonValue | undefined): boolean => scalarOf(value) === 'true';

/** The settings about ages, scripts, git sources and trust, by one spelling for all managers. */
const known: Readonly<Record<string, (said: Said) => Fate>> = {
  minReleaseAge: age,
  minimumReleaseAge: age,
  npmMinimalAgeGate: age,
  ...Object.fromEntries(
    ['minReleaseAgeExclude', 'minimumReleaseAgeExclude', 'minimumReleaseAgeExcludes', 'npmPreapprovedPackages'].map(
      (key) => [key, () => names],
    ),
  ),
  before: () =>
    noCounterpart(
      'a fixed day keeps out every later fix; the policy has an age instead: `rules: { cooldown: { minimumReleaseAge: 7d } }`',
    ),
  minimumReleaseAgeStrict: () => nothing('the age is always required'),
  minimumReleaseAgeIgnoreMissingTime: ({ value }) =>
    isOff(value)
      ? nothing('a version without a publish time is a finding')
      : looser('a version without a publish time would pass; it stays a finding'),
  ignoreScripts: ({ value }) => (isOn(value) ? read : allScripts),
  ignoreDepScripts: ({ value }) => (isOn(value) ? read : allScripts),
  enableScripts: ({ value }) => (isOff(value) ? read : allScripts),
  dangerouslyAllowAllScripts: ({ value }) => (isOff(value) ? read : allScripts),
  dangerouslyAllowAllBuilds: ({ value }) => (isOff(value) ? read : allScripts),
  strictAllowScripts: () => read,
  strictDepBuilds: () => read,
  allowScripts: ({ value }) => (isOff(value) ? read : scriptList),
  allowBuilds: ({ value }) => (isOff(value) ? read : scriptList),
  onlyBuiltDependencies: () => scriptList,
  trustedDependencies: () => scriptList,
  neverBuiltDependencies: () => read,
  ignoredBuiltDependencies: () => read,
  blockExoticSubdeps: ({ value }) => (isOn(value) ? ruled('source') : gitSources),
  allowGit: ({ value }) => (scalarOf(value) === 'none' ? ruled('source') : gitSources),
  allowRemote: ({ value }) => (scalarOf(value) === 'none' ? ruled('source') : gitSources),
  approvedGitRepositories: ({ value }) => (Array.isArray(value) && value.length === 0 ? ruled('source') : gitSources),
  trustPolicy: ({ value }) =>
    scalarOf(value) === 'no-downgrade'
      ? ruled('trust-downgrade')
      : looser('less proof than before would pass; the rule `trust-downgrade` stays'),
  trustPolicyExclude: () =>
    looser('the names would be exempt for ever; for one version write an exception with `rules: [trust-downgrade]`'),
  trustPolicyIgnoreAfter: () =>
    looser(
      'old versions would pass with less proof; the rule `trust-downgrade` only warns about releases of 30 days and more',
    ),
};

/** Of `package.json` and `bunfig.toml`, below which keys the settings are. */
const prefixes = /^(?:install|pnpm)\./;

/** `min-release-age`, `minReleaseAge` and `install.minReleaseAge` are one. */
function spelled(key: string): string {
  const own = key.replace(prefixes, '');
  const [first = ''] = own.split('.', 1);
  return first.replace(/\[\]$/, '').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The most that a policy can ask for here: ten years. */
const MAX_HOURS = 87_600;

function age({ file, key, value }: Said): Fate {
  const minutes =
    file === 'package.json'
      ? waitingMinutes('pnpm-workspace.yaml', key.replace(prefixes, ''), value)
      : waitingMinutes(file, key, value);
  const hours = minutes === undefined ? Infinity : Math.ceil(minutes / 60);
  if (hours > MAX_HOURS) {
    return noCounterpart(
      'its value is not understood as an age; write `rules: { cooldown: { minimumReleaseAge: 7d } }`',
    );
  }
  return ruled('cooldown', {
    name: 'minimumReleaseAge',
    value: hours % 24 === 0 && hours > 0 ? `${hours / 24}d` : `${hours}h`,
  });
}

const others: Fate = nothing(
  'they are not about ages, scripts, git sources or trust; lockgate reads registries and credentials itself',
);

/** What the settings of a file become: one line for each that the policy could have, and one for all others. */
export function managerOptions(file: ReadFile<SettingsName>, entries: readonly SettingEntry[]): readonly Option[] {
  const options: Option[] = [];
  let rest = 0;
  const seen = new Set<string>();
  for (const { key, line } of entries) {
    const name = spelled(key);
    const translate = Object.hasOwn(known, name) ? known[name] : undefined;
    const found = classIn(tablesIn(file.name), key);
    if (translate !== undefined) {
      // A list that is written on several lines is one setting.
      const own = key.replace(/\[\]$/, '');
      if (seen.has(own)) continue;
      seen.add(own);
      const value = settingValue(file, own);
      options.push({
        name: own,
        value: shown(value),
        line,
        becomes: translate({ key: own, value, file: file.name }),
      });
    } else if (found === 'unknown') {
      options.push({
        name: key,
        line,
        becomes: {
          is: 'unknown',
          why: 'no package manager that reads this file is known to have it. Nothing is written for it',
        },
      });
    } else if (found.is === 'install' && found.limits !== undefined) {
      options.push({ name: key, line, becomes: installs });
    } else rest += 1;
  }
  if (rest > 0) options.push({ name: `${rest} other ${rest === 1 ? 'setting' : 'settings'}`, becomes: others });
  return options;
}
