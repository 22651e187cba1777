import type { Dossier, Finding, Instant, Reason } from '../model/index.ts';
import { effectiveLevel, levelOfCode, worstOf } from '../judge/finding.ts';
import type { MessageSeverity, Rule, RuleSetting } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import { coverageReasons } from './coverage-reasons.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { originUnder, settingsUnder } from './settings-in-force.ts';

/** The finding of one rule under one profile alone; null is the policy itself. */
export interface Alone {
  readonly profile: string | null;
  /** Absent: the rule has no finding under it. */
  readonly finding?: Pick<Finding, 'fingerprint' | 'level'>;
}

export interface Explain {
  readonly policy: EffectivePolicy;
  readonly rule: Rule;
  readonly finding: Finding;
  /** The dossiers that the finding is about. */
  readonly dossiers: readonly Dossier[];
  /** One for each profile that applies. */
  readonly alone: readonly Alone[];
  readonly now: Instant;
}

/** Why a finding has its level and its status, in the order of decision: floor, deny, what covers it, the level. */
export function reasonsOf(asked: Explain): readonly Reason[] {
  const { policy, finding, alone } = asked;
  const { fingerprint, level } = finding;
  const decisive = alone.find((one) => one.finding?.fingerprint === fingerprint && one.finding.level === level);
  const profile = decisive?.profile ?? null;
  const setting = settingsUnder(policy, profile).get(finding.rule);
  if (setting === undefined) return [];
  const severity = asked.rule.messages[finding.codes[0] ?? '']?.severity ?? 'configured';
  return [
    ...(finding.floor ? [floor] : []),
    ...coverageReasons(asked),
    ...(finding.floor ? [] : levelReasons(asked, profile, setting, severity)),
    ...notEased(asked, severity),
    ...strictest(asked),
    ...(policy.mode === 'observe' && !finding.floor && level === 'error'
      ? [{ because: 'observed', says: observed, origin: policy.origins.get('mode') ?? null } as const]
      : []),
  ];
}

const floor: Reason = {
  because: 'floor',
  says: 'It cannot be waived: it is part of the floor, which no policy, profile, exception, approval or mode can lower.',
  origin: null,
};
const observed = 'The mode is `observe`: the finding is reported but does not block.';
const ended = (text: string) => `${text}.`;

function levelReasons(
  { policy, rule, finding }: Explain,
  profile: string | null,
  setting: RuleSetting,
  severity: MessageSeverity,
): readonly Reason[] {
  const origin = originUnder(policy, profile, rule.id, 'level');
  const level: Reason = {
    because: 'level',
    says: ended(`${setBy(origin, profile)} sets the rule to ${setting.level}`),
    origin,
  };
  if (finding.outcome === 'indeterminate') return [level, ...unavailableReasons(policy, rule, setting)];
  const [named = ''] = finding.codes;
  const atLeast = typeof severity === 'object' && 'presets' in severity ? [severity.atLeast ?? named] : [];
  const decisive = [named, ...atLeast].find((one) => levelOfCode(setting, one) === finding.level);
  if (decisive !== undefined) {
    const from = originUnder(policy, profile, rule.id, decisive);
    const says = `${setBy(from, profile)} sets ${quoted(decisive)} to ${finding.level}`;
    return [{ because: 'code', says: ended(says), origin: from }];
  }
  if (typeof severity === 'object') {
    if ('presets' in severity) return [level];
    const origin = originUnder(policy, profile, rule.id, severity.option);
    const stands = effectiveLevel(rule.floor, severity, setting, named).level;
    const says = `The option ${quoted(severity.option)} sets the level of this message to ${stands}; it can only be stricter than the rule's`;
    return stands === setting.level ? [level] : [level, { because: 'option', says: ended(says), origin }];
  }
  const code = quoted(finding.codes[0]);
  if (severity === 'note') {
    const says = `${code} is only ever a note: it is listed, and never in the verdict.`;
    return [level, { because: 'note', says, origin: null }];
  }
  if (severity !== 'advisory' || setting.level !== 'error') return [level];
  return setting.advice === 'error'
    ? [
        level,
        {
          because: 'advice',
          says: `${code} is advisory, which the preset \`strict\` counts as an error.`,
          origin: null,
        },
      ]
    : [
        level,
        {
          because: 'eased',
          says: `The level is lowered: ${code} is advisory, a warning even if the rule is at error.`,
          origin: null,
        },
      ];
}

/** `The preset recommended`, `The profile sandbox`, `The policy`. */
function setBy(origin: string, profile: string | null): string {
  if (origin.startsWith('preset ')) return `The preset ${quoted(origin.slice('preset '.length))}`;
  return profile === null ? 'The policy' : `The profile ${quoted(profile)}`;
}

function unavailableReasons(policy: EffectivePolicy, rule: Rule, setting: RuleSetting): readonly Reason[] {
  const worst = worstOf(rule, setting).level;
  const says = `Evidence that could not be read counts as the worst level that the rule could have given: ${worst}.`;
  const counted: Reason = { because: 'unavailable', says, origin: null };
  if (worst !== 'error' || policy.unavailable === 'error') return [counted];
  const lowered = 'The setting `unavailable` lowers that to a warning.';
  return [counted, { because: 'unavailable', says: lowered, origin: policy.origins.get('unavailable') ?? null }];
}

/** Evidence that could only have lowered the level, and could not be read. */
function notEased({ rule, finding, dossiers }: Explain, severity: MessageSeverity): readonly Reason[] {
  if (rule.subject !== 'package' || finding.outcome !== 'violation' || severity === 'advisory') return [];
  const missing = (rule.optionalEvidence ?? []).filter((kind) =>
    dossiers.some(({ evidence }) => evidence[kind].state === 'unavailable'),
  );
  if (missing.length === 0) return [];
  const says = `Evidence that could have lowered the level could not be read: ${missing.join(', ')}.`;
  return [{ because: 'not-eased', says, origin: null }];
}

/** The levels under the other profiles, where they differ. */
function strictest({ alone, finding }: Explain): readonly Reason[] {
  const levels = alone.map(({ profile, finding: own }) => {
    const who = profile === null ? 'the policy itself' : `the profile ${quoted(profile)}`;
    return {
      who,
      level: own?.level ?? 'no finding',
      same: own?.fingerprint === finding.fingerprint && own.level === finding.level,
    };
  });
  if (levels.every(({ same }) => same)) return [];
  const words = [...new Set(levels.map(({ who, level }) => `${who}: ${level}`))].join(', ');
  return [
    {
      because: 'strictest',
      says: `The paths by which it is reached are judged separately (${words}); the strictest result wins.`,
      origin: null,
    },
  ];
}
