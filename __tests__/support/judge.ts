import type { Dossier, Finding, Level } from '../../src/model/index.ts';
import { presetDefaults } from '../../src/policy/presets.ts';
import { optionsSchema } from '../../src/policy/schema/options.ts';
import { runRules } from '../../src/judge/engine.ts';
import type { Rule, RuleContext, RuleSetting } from '../../src/model/rule.ts';
import { exampleNow } from './dossier.ts';

export interface Judging {
  readonly listed?: RuleContext['listed'];
  readonly level?: Level;
  readonly advice?: RuleSetting['advice'];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly mode?: RuleContext['mode'];
  readonly now?: string;
  readonly unavailable?: RuleSetting['advice'];
}

/** What one rule says of dossiers, through the engine: the rule's own level and options unless told. */
export function judge(rule: Rule, dossiers: readonly Dossier[], how: Judging = {}): readonly Finding[] {
  const { codes } = presetDefaults('recommended', [rule]).settings.get(rule.id) as RuleSetting;
  const setting: RuleSetting = {
    level: how.level ?? rule.recommended,
    advice: how.advice ?? 'warn',
    ...(how.level === undefined && codes !== undefined && { codes }),
    options: optionsSchema(rule).parse({ ...how.options }),
  };
  return runRules({
    rules: [rule],
    settings: new Map([[rule.id, setting]]),
    dossiers,
    observations: [],
    context: { now: how.now ?? exampleNow, mode: how.mode ?? 'check', ...(how.listed && { listed: how.listed }) },
    unavailable: how.unavailable ?? 'error',
  });
}

/** The codes that one rule speaks about one dossier, worst first; empty where it is quiet. */
export function codesOf(rule: Rule, dossier: Dossier, how: Judging = {}): readonly string[] {
  return judge(rule, [dossier], how).flatMap(({ codes }) => codes);
}
