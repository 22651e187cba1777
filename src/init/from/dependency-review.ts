import type { JsonObject, JsonValue } from '../../text/json-object.ts';
import { scalarOf } from '../../managers/tightening.ts';
import { isLicense } from '../../policy/lint-values.ts';
import { nearest } from '../../policy/nearest.ts';
import { quoted, visible } from '../../text/visible.ts';
import type { Fate, Option, Severity } from './option.ts';
import { looser, noCounterpart, nothing, ruled, severities, shown } from './option.ts';
import type { Selected } from './purls.ts';
import { selectedBy } from './purls.ts';
import { isExpression, switchOf, textsOf } from './values.ts';

/**
 * The options of actions/dependency-review-action, by its action.yml, its schema at 1466d8522f88407f7fc65a2418ef239df3fc0565 and its
 * README of 2026 (docs/from-dependency-review.md). A configuration file spells them with `-` or `_`.
 */

/** What the file is translated with. */
export interface Context {
  /** The day, as ISO 8601. */
  readonly today: string;
  /** The file that an option stands in, for reasons that the policy shows. */
  readonly pathOf: (option: string) => string;
}

/** One option with its line. */
export interface Given {
  readonly value: JsonValue;
  readonly line: number;
}
export type GivenOptions = ReadonlyMap<string, Given>;

/** The members of a mapping, by the names that the action has for them. */
export function givenIn(object: JsonObject, line: (offset: number) => number): GivenOptions {
  const given = new Map<string, Given>();
  object.forEach((key, value, offset) => given.set(key.replaceAll('_', '-'), { value, line: line(offset) }));
  return given;
}

type Translate = (value: JsonValue, context: Context & { readonly given: GivenOptions }) => Fate | readonly Fate[];

const tokens = nothing('the token of the workflow is enough: nothing else is read');
const retries = nothing('lockfiles are read from the commits themselves, so there is no snapshot to wait for');
const refs = nothing('the action reads them from the event; on the command line they are `check --base` and `--head`');
const scorecard = noCounterpart(
  'a Scorecard rates a repository, and lockgate judges the published version; keep the other action with `warn-only` for it',
);
const trusty = noCounterpart('the service is gone, and the action has no such option any more; remove it');

/** A whole year less a day is the most; a quarter is what `init` gives everything that it waives. */
const grace = 90;

const known: Readonly<Record<string, Translate>> = {
  'fail-on-severity': (value) => {
    const severity = severities.find((each) => each === value);
    return severity === undefined ? unclear('`low`, `moderate`, `high` or `critical`') : failFrom(severity);
  },
  'fail-on-scopes': (value) => {
    const scopes = textsOf(value);
    if (scopes === undefined) return unclear('a list of scopes');
    return ['runtime', 'development'].every((each) => scopes.includes(each))
      ? nothing('dependencies of every type are judged')
      : allTypes;
  },
  'allow-licenses': (value, { given }) => allowedLicenses(value, given),
  'deny-licenses': (value) =>
    textsOf(value) === undefined
      ? unclear('a list of licenses')
      : noCounterpart(
          'a list of what is forbidden lets every unknown license in; list what is allowed: `rules: { license: { level: error, allow: [MIT, ISC] } }`',
        ),
  'allow-dependencies-licenses': licenseExceptions,
  'allow-ghsas': (value) => {
    const ids = textsOf(value) ?? [];
    if (ids.length === 0) return nothing('the list is empty');
    return looser(
      'it accepts an advisory for every package and for ever; an exception names the package and a day: `exceptions: [{ package, rules: [advisory], advisories, reason, expires }]`',
    );
  },
  'license-check': (value, { given }) => {
    const isOn = switchOf(value);
    if (isOn === undefined) return unclear('`true` or `false`');
    if (isOn) return nothing('the rule `license` is on where a list says what is allowed');
    return nothing(
      given.has('allow-licenses') ? 'the list of licenses is not written' : 'the rule `license` is off without a list',
    );
  },
  'vulnerability-check': (value) => {
    const isOn = switchOf(value);
    if (isOn === undefined) return unclear('`true` or `false`');
    return isOn
      ? nothing('advisories are always asked for')
      : looser('it would switch off the rule `advisory`; if you mean it, write `rules: { advisory: off }`');
  },
  'deny-packages': (value, { pathOf }) => denied(value, pathOf, 'deny-packages'),
  'deny-groups': (value, { pathOf }) => denied(value, pathOf, 'deny-groups'),
  'comment-summary-in-pr': (value) => {
    const when = {
      always: 'always',
      true: 'always',
      'on-failure': 'findings',
      never: 'never',
      false: 'never',
    } as const;
    const text = scalarOf(value) ?? '';
    return Object.hasOwn(when, text)
      ? { is: 'comment', value: when[text as keyof typeof when] }
      : unclear('`always`, `on-failure` or `never`');
  },
  'warn-only': (value) => {
    const isOn = switchOf(value);
    if (isOn === undefined) return unclear('`true` or `false`');
    return isOn
      ? looser('nothing would fail; to begin like that, run `init --preset audit`, or write `mode: observe`')
      : nothing('the check fails where the policy says so');
  },
  'show-openssf-scorecard': (value) => (switchOf(value) === false ? nothing('no scores are shown') : scorecard),
  'warn-on-openssf-scorecard-level': () => scorecard,
  'show-patched-versions': () => nothing('a finding about an advisory always names the versions that fix it'),
  'retry-on-snapshot-warnings': () => retries,
  'retry-on-snapshot-warnings-timeout': () => retries,
  'base-ref': () => refs,
  'head-ref': () => refs,
  'repo-token': () => tokens,
  'external-repo-token': () => tokens,
  'config-file': () => nothing('its options are in this table'),
  'trusty-scores': () => trusty,
  'trusty-retries': () => trusty,
  'trusty-show': () => trusty,
  'trusty-warn': () => trusty,
  'trusty-fail': () => trusty,
  'trusty-api': () => trusty,
  'trusty-ui': () => trusty,
};

/** Options whose values may be secrets. */
const secret: ReadonlySet<string> = new Set(['repo-token', 'external-repo-token']);

export const isReviewOption = (name: string): boolean => Object.hasOwn(known, name.replaceAll('_', '-'));

const unclear = (expected: string): Fate => noCounterpart(`its value is not understood: expected ${expected}`);

const allTypes = looser(
  'it does not fail on other types; lockgate judges all, because development dependencies run on your machines and in CI. For less, write a profile with `apply: [{ profile, dependencyTypes: [dev] }]`',
);

const failFrom = (severity: Severity): Fate => ruled('advisory', { name: 'minimumSeverity', value: severity });

/** What the action does where it is not told otherwise, and lockgate's presets may do less strictly. */
const defaults: readonly (readonly [name: string, value: string])[] = [
  ['fail-on-severity', 'low'],
  ['fail-on-scopes', 'runtime'],
];

/**
 * What the options become.
 * @param isWhole whether these are all options: then the action's defaults count for what is not given
 */
export function reviewOptions(given: GivenOptions, context: Context, isWhole: boolean): readonly Option[] {
  const options = [...given].flatMap(([name, { value, line }]): readonly Option[] => {
    const translate = Object.hasOwn(known, name) ? known[name] : undefined;
    const option = { name, line, ...(!secret.has(name) && { value: shown(value) }) };
    // A misspelt name may stand before a token.
    if (translate === undefined) return [{ name, line, becomes: unknownOption(name) }];
    const fates = isExpression(value)
      ? [noCounterpart('its value is known only when the workflow runs; run `init --from` on a file with the value')]
      : [translate(value, { ...context, given })].flat();
    return fates.map((becomes) => ({ ...option, becomes }));
  });
  if (!isWhole || switchOf(given.get('vulnerability-check')?.value) === false) return options;
  const assumed = defaults.filter(([name]) => !given.has(name));
  return [
    ...options,
    ...assumed.map(([name, value]) => ({
      ...{ name, value },
      becomes: name === 'fail-on-severity' ? failFrom('low') : allTypes,
    })),
  ];
}

function unknownOption(name: string): Fate {
  const meant = nearest(name, Object.keys(known));
  return {
    is: 'unknown',
    why: `the action has no such option${meant === undefined ? '' : `; did you mean ${meant}?`} Nothing is written for it`,
  };
}

/** One license, as the policy takes it. */
const LICENSE = /^[A-Za-z0-9.-]+\+?(?: WITH [A-Za-z0-9.-]+)?$/;

function allowedLicenses(value: JsonValue, given: GivenOptions): readonly Fate[] {
  const licenses = textsOf(value);
  if (licenses === undefined || licenses.length === 0) return [unclear('a list of licenses')];
  if (switchOf(given.get('license-check')?.value) === false) return [nothing('`license-check` is false')];
  const isOne = (each: string) => LICENSE.test(each) && isLicense(each) && !each.startsWith('LicenseRef-');
  const taken = [...new Set(licenses.filter(isOne))];
  const left = licenses.filter((each) => !isOne(each));
  return [
    ...(taken.length === 0 ? [] : [ruled('license', { name: 'allow', value: taken })]),
    ...left.map((each) =>
      noCounterpart(
        `${quoted(each, 60)} is not one license of the SPDX list, and the policy lists single ones; name those that it is made of`,
      ),
    ),
  ];
}

function licenseExceptions(
  value: JsonValue,
  { today, pathOf, given }: Context & { readonly given: GivenOptions },
): readonly Fate[] {
  const purls = textsOf(value);
  if (purls === undefined) return [unclear('a list of package URLs')];
  const isOn = given.has('allow-licenses') && switchOf(given.get('license-check')?.value) !== false;
  if (!isOn) return [nothing('the rule `license` is off without a list')];
  const expires = new Date(Date.parse(today) + grace * 86_400_000).toISOString().slice(0, 10);
  return purls.map((purl) => {
    const selected = selectedBy(purl);
    const selector = selected.is === 'package' ? selectorOf(selected) : undefined;
    if (selector === undefined) return notOfNpm(purl, selected.is);
    return {
      is: 'entry',
      list: 'exceptions',
      text: `{ package: ${JSON.stringify(selector)}, rules: [license], reason: ${reason('allow-dependencies-licenses', pathOf)}, expires: ${expires} }`,
    };
  });
}

function denied(value: JsonValue, pathOf: Context['pathOf'], name: 'deny-packages' | 'deny-groups'): readonly Fate[] {
  const purls = textsOf(value);
  if (purls === undefined) return [unclear('a list of package URLs')];
  return purls.map((purl) => {
    const selected = selectedBy(purl);
    const isWanted = selected.is === (name === 'deny-groups' ? 'group' : 'package');
    const selector = isWanted ? selectorOf(selected) : undefined;
    if (selector === undefined) return notOfNpm(purl, selected.is);
    const text = `{ package: ${JSON.stringify(selector)}, reason: ${reason(name, pathOf)} }`;
    return { is: 'entry', list: 'deny', text };
  });
}

/** As `deny` and `exceptions` name it; undefined for what is of another ecosystem, or not understood. */
function selectorOf(selected: Selected): string | undefined {
  if (selected.is === 'group') return `${selected.scope}/*`;
  if (selected.is !== 'package') return undefined;
  return selected.version === undefined ? selected.name : `${selected.name}@${selected.version}`;
}

const reason = (option: string, pathOf: Context['pathOf']): string =>
  JSON.stringify(visible(`From ${option} in ${pathOf(option)}.`, 400));

function notOfNpm(purl: string, is: string): Fate {
  return is === 'other'
    ? noCounterpart(
        `${quoted(purl, 60)} is of another ecosystem, and lockgate judges packages of npm; keep the other action for it`,
      )
    : noCounterpart(`${quoted(purl, 60)} is not understood; write the entry by hand`);
}
