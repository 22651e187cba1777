import type { BotWaiting } from '../managers/bots/bot.ts';
import { daysToWait, waitsEnough } from '../managers/bots/bot.ts';
import type { LimitCell } from '../managers/own-limits.ts';
import { spelledHours } from '../managers/own-limits.ts';
import { milliseconds } from '../model/options.ts';
import type { Snapshot } from '../model/index.ts';
import type { ProjectLimits } from '../repository/own-limits.ts';
import { ownLimits } from '../repository/own-limits.ts';
import { stateOf } from '../repository/state.ts';
import { updateBots } from '../repository/update-bots.ts';
import { visible } from '../text/visible.ts';
import type { EffectivePolicy } from './effective-policy.ts';

/** What the policy, the package managers and the update bots keep out, side by side. */
export interface Agreement {
  readonly rows: readonly LimitRow[];
  /** What makes them agree; none where they do. */
  readonly fixes: readonly LimitFix[];
}

export interface LimitRow {
  /** Who keeps it out, and where: made visible. */
  readonly who: string;
  readonly waiting: string;
  readonly scripts: string;
  readonly sources: string;
  readonly trust: string;
}

/** Lines to add to one file, or to change in it. */
export interface LimitFix {
  readonly file: string;
  /** Whether the file has these settings, with other values; absent: at least one of them is to be added. */
  readonly isChange?: true;
  readonly why: string;
  readonly lines: readonly string[];
}

/** What is compared. */
export interface OwnLimitsOf {
  readonly projects: readonly ProjectLimits[];
  readonly bots: readonly BotWaiting[];
}

/**
 * The age in milliseconds from which on nothing that an update chooses is blocked as too young; 0 where no age blocks. A name
 * is at least as old as each of its versions, so whoever waits for versions has waited for the names that they pull in.
 */
export function minimumAgeOf(policy: Pick<EffectivePolicy, 'settings'>): number {
  const ages = [
    ['cooldown', 'minimumReleaseAge'],
    ['new-package', 'pulledInAge'],
  ] as const;
  return Math.max(
    ...ages.map(([rule, option]) => (ageLevel(policy, rule) === 'error' ? ageIn(policy, rule, option) : 0)),
  );
}

function ageLevel({ settings }: Pick<EffectivePolicy, 'settings'>, rule: string) {
  const setting = settings.get(rule);
  return setting?.codes?.['too-young'] ?? setting?.level ?? 'off';
}

function ageIn(policy: Pick<EffectivePolicy, 'settings'>, rule: string, option: string): number {
  const setting = policy.settings.get(rule);
  const age = (setting?.options as Readonly<Record<string, unknown>> | undefined)?.[option];
  if (ageLevel(policy, rule) === 'off' || typeof age !== 'string') return 0;
  return Math.max(milliseconds(age), 0);
}

/**
 * The same, of the files of a snapshot.
 * @throws GateFailure `repository-unavailable`
 */
export async function readAgreement(
  policy: Pick<EffectivePolicy, 'settings' | 'isGated'>,
  snapshot: Snapshot,
): Promise<Agreement> {
  const state = await stateOf(snapshot);
  return agreementOf(policy, { projects: await ownLimits(state, policy.isGated), bots: await updateBots(state) });
}

/** The table of who keeps out what, and the lines that make the managers and the bots wait as long as the policy does. */
export function agreementOf(policy: Pick<EffectivePolicy, 'settings'>, { projects, bots }: OwnLimitsOf): Agreement {
  const minimum = minimumAgeOf(policy);
  return {
    rows: [policyRow(policy, minimum), ...foldRows(projects.map(managerRow)), ...bots.map(botRow)],
    fixes: [
      ...fold(projects.flatMap((project) => managerFixes(project, minimum, policy))),
      ...bots.flatMap((bot) => botFixes(bot, minimum)),
    ],
  };
}

const levelIn = ({ settings }: Pick<EffectivePolicy, 'settings'>, rule: string) => settings.get(rule)?.level ?? 'off';

function policyRow(policy: Pick<EffectivePolicy, 'settings'>, minimum: number): LimitRow {
  return {
    who: 'policy',
    waiting: waitingWords(policy, minimum),
    scripts: levelIn(policy, 'install-scripts'),
    sources: levelIn(policy, 'source'),
    trust: levelIn(policy, 'trust-downgrade'),
  };
}

/** A new name may have to be older than a version. */
function waitingWords(policy: Pick<EffectivePolicy, 'settings'>, minimum: number): string {
  const ofVersions = ageIn(policy, 'cooldown', 'minimumReleaseAge');
  const asked = Math.max(ofVersions, ageIn(policy, 'new-package', 'pulledInAge'));
  const [versions, names] = [ofVersions, asked].map((age) => spelledHours(age / 3_600_000));
  const words = versions === names ? `${versions}` : `${versions}, new names ${names}`;
  return asked > 0 && minimum === 0 ? `${words}; does not block` : words;
}

function managerRow({ manager, folder, limits }: ProjectLimits): LimitRow & { readonly manager: string } {
  const { waiting, scripts, sources, trust } = limits;
  return {
    manager,
    who: folder === '' ? manager : `${manager} in ${visible(folder, 60)}`,
    ...{ waiting: waiting.says, scripts: scripts.says, sources: sources.says, trust: trust.says },
  };
}

/** One row for projects that differ in their folder only. */
function foldRows(rows: readonly (LimitRow & { readonly manager: string })[]): readonly LimitRow[] {
  const keyOf = ({ manager, waiting, scripts, sources, trust }: (typeof rows)[number]) =>
    [manager, waiting, scripts, sources, trust].join('\n');
  const all = [...new Set(rows.map(keyOf))].map((key) => rows.filter((row) => keyOf(row) === key));
  return all.flatMap(([first, ...more]): readonly LimitRow[] => {
    if (first === undefined) return [];
    const { who, waiting, scripts, sources, trust } = first;
    return [{ who: more.length === 0 ? who : `${who} and ${more.length} more`, waiting, scripts, sources, trust }];
  });
}

function botRow({ bot, hours, isSet, exceptions, doubt }: BotWaiting): LimitRow {
  const how =
    hours === undefined ? 'unknown' : `${spelledHours(hours)}${isSet ? '' : hours === 0 ? ' (default)' : ' (preset)'}`;
  const more = exceptions.length === 0 ? '' : `, ${exceptions.length} excepted`;
  return {
    who: bot,
    waiting: `${how}${more}${doubt === undefined ? '' : `: ${visible(doubt, 100)}`}`,
    ...{ scripts: '', sources: '', trust: '' },
  };
}

function managerFixes(
  { manager, folder, limits }: ProjectLimits,
  minimum: number,
  policy: Pick<EffectivePolicy, 'settings'>,
): readonly LimitFix[] {
  const { file, waiting, waitLines, scripts, sources, trust } = limits;
  if (file === undefined) return [];
  const path = folder === '' ? file : `${folder}/${file}`;
  const hours = minimum / 3_600_000;
  const isShort = hours > 0 && (waiting.hours === undefined || waiting.hours < hours);
  const fixOf = ({ fix, isSet }: LimitCell, rule: string) =>
    fix === undefined || levelIn(policy, rule) === 'off' ? [] : [{ fix, isSet }];
  const others = [
    ...fixOf(scripts, 'install-scripts'),
    ...fixOf(sources, 'source'),
    ...fixOf(trust, 'trust-downgrade'),
  ];
  const whys = [
    ...(isShort ? [`waits as long as the policy asks for${longerWords(manager, policy, hours)}`] : []),
    ...(others.length > 0 ? ['keeps out what the policy keeps out'] : []),
  ];
  const lines = [...(isShort ? waitLines(hours) : []), ...others.map(({ fix }) => fix)];
  const isChange = [...(isShort ? [waiting] : []), ...others].every(({ isSet }) => isSet === true);
  const why = `${manager} ${whys.join(' and ')}`;
  return lines.length === 0 ? [] : [{ file: path, why, lines, ...(isChange && { isChange }) }];
}

/** Why it is more than the age of versions, where it is: whoever waits that long for versions has waited for their new names. */
function longerWords(manager: string, policy: Pick<EffectivePolicy, 'settings'>, hours: number): string {
  const ofVersions = ageIn(policy, 'cooldown', 'minimumReleaseAge') / 3_600_000;
  if (ofVersions === 0 || ofVersions >= hours) return '';
  return ` (${spelledHours(hours)}, not ${spelledHours(ofVersions)}: ${manager} cannot tell new names apart, which need ${spelledHours(hours)})`;
}

/** The same lines for several folders are said once. */
function fold(fixes: readonly LimitFix[]): readonly LimitFix[] {
  const keyOf = ({ why, lines }: LimitFix) => [why, ...lines].join('\n');
  return [...new Set(fixes.map(keyOf))].flatMap((key): readonly LimitFix[] => {
    const [first, ...more] = fixes.filter((fix) => keyOf(fix) === key);
    if (first === undefined) return [];
    return [more.length === 0 ? first : { ...first, why: `${first.why}, and in ${more.length} more folders` }];
  });
}

/** What an update bot has to be told so that none of its pull requests is too young. */
export function botFixes(bot: BotWaiting, minimum: number): readonly LimitFix[] {
  if (minimum <= 0 || waitsEnough(bot, minimum)) return [];
  const days = daysToWait(minimum);
  const why = `${bot.bot} proposes what is old enough for the policy (a day more than it asks for)`;
  if (bot.bot === 'Dependabot') {
    const lines = [
      '    # in every entry of `updates` for npm, bun and deno',
      '    cooldown:',
      `      default-days: ${days}`,
    ];
    return [{ file: bot.file, why, lines }];
  }
  const rule = `{ "matchDatasources": ["npm"], "minimumReleaseAge": "${days} days" }`;
  return [{ file: bot.file, why, lines: [`"packageRules": [${rule}]`] }];
}
