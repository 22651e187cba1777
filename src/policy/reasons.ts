import type { Dossier, Finding, Instant, Reason } from '../model/index.ts';
import { effectiveLevel, worstOf } from '../judge/finding.ts';
import type { MessageSeverity, Rule, RuleSetting } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import { coveringReasons } from './covering-reasons.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { originUnder, settingsUnder } from './settings-in-force.ts';

/** What one profile alone says by one rule; null is the policy itself. */
export interface Alone {
  readonly profile: string | null;
  /** Absent: the rule says nothing under it. */
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

/** Why a finding has its level and its status, in the order of decision: floor, deny, covers, then the level. */
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
    ...coveringReasons(asked),
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
  says: 'It is floor: an error that no policy, profile, exception, approval or mode lowers.',
  origin: null,
};
const observed = 'The mode is `observe`: it is reported and blocks nothing.';
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
  if (typeof severity === 'object') {
    const own = originUnder(policy, profile, rule.id, severity.option);
    const stands = effectiveLevel(rule.floor, severity, setting).level;
    const says = `What it says here has a level of its own, the option ${quoted(severity.option)}: ${stands}, which only ever tightens the rule's`;
    return stands === setting.level ? [level] : [level, { because: 'option', says: ended(says), origin: own }];
  }
  if (severity !== 'advisory' || setting.level !== 'error') return [level];
  const code = quoted(finding.codes[0]);
  return setting.advice === 'error'
    ? [
        level,
        { because: 'advice', says: `${code} is advice, which the preset \`strict\` counts as an error.`, origin: null },
      ]
    : [
        level,
        {
          because: 'eased',
          says: `It is eased: ${code} is advice, a warning also where the rule is at error.`,
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
  const says = `What could not be read counts as the worst that the rule could have said: ${worst}.`;
  const counted: Reason = { because: 'unavailable', says, origin: null };
  if (worst !== 'error' || policy.unavailable === 'error') return [counted];
  const lowered = 'The setting `unavailable` makes that a warning.';
  return [counted, { because: 'unavailable', says: lowered, origin: policy.origins.get('unavailable') ?? null }];
}

/** Evidence that can only ease, and could not be read. */
function notEased({ rule, finding, dossiers }: Explain, severity: MessageSeverity): readonly Reason[] {
  if (rule.subject !== 'package' || finding.outcome !== 'violation' || severity === 'advisory') return [];
  const missing = (rule.optionalEvidence ?? []).filter((kind) =>
    dossiers.some(({ evidence }) => evidence[kind].state === 'unavailable'),
  );
  if (missing.length === 0) return [];
  const says = `What could have eased it could not be read: ${missing.join(', ')}.`;
  return [{ because: 'not-eased', says, origin: null }];
}

/** What the other ways would have said, where they say otherwise. */
function strictest({ alone, finding }: Explain): readonly Reason[] {
  const said = alone.map(({ profile, finding: own }) => {
    const who = profile === null ? 'the policy itself' : `the profile ${quoted(profile)}`;
    return {
      who,
      level: own?.level ?? 'nothing',
      same: own?.fingerprint === finding.fingerprint && own.level === finding.level,
    };
  });
  if (said.every(({ same }) => same)) return [];
  const words = [...new Set(said.map(({ who, level }) => `${who} says ${level}`))].join(', ');
  return [
    {
      because: 'strictest',
      says: `It is reached in ways that are judged apart (${words}); the strictest counts.`,
      origin: null,
    },
  ];
}
