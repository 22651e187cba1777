import type { Level } from '../model/index.ts';
import type { Rule, RuleSetting } from '../model/rule.ts';
import type { PresetName } from './schema.ts';

/** What applies unless a policy says otherwise. */
export interface Defaults {
  readonly unavailable: 'error' | 'warn';
  /** By rule id. Options are complete: every one has a value. */
  readonly settings: ReadonlyMap<string, RuleSetting>;
}

const levelOf: Readonly<Record<PresetName, (recommended: Level) => Level>> = {
  recommended: (level) => level,
  strict: (level) => (level === 'warn' ? 'error' : level),
  audit: (level) => (level === 'error' ? 'warn' : level),
};

/**
 * - `recommended`: every rule at its own default.
 * - `strict`: every warning an error, advisory messages too, with the rules' stricter options.
 * - `audit`: only the floor fails.
 *
 * A rule that is off by default stays off unless it names a level for `strict`, and one that is wholly floor stays at
 * error, in every preset.
 */
export function presetDefaults(name: PresetName, rules: readonly Rule[]): Defaults {
  const setting = (rule: Rule): RuleSetting => ({
    level: levelUnder(name, rule),
    advice: name === 'strict' ? 'error' : 'warn',
    ...(hasRaised(rule) && { raised: name === 'audit' ? 'warn' : 'error' }),
    options: {
      ...asObject(rule.defaults ?? {}),
      ...asObject((name === 'recommended' ? undefined : rule[name]) ?? {}),
    },
  });
  return {
    unavailable: name === 'audit' ? 'warn' : 'error',
    settings: new Map(rules.map((rule) => [rule.id, setting(rule)])),
  };
}

/** Whether a preset has to say how severe the rule's raised messages are. */
const hasRaised = ({ messages }: Rule): boolean =>
  Object.values(messages).some(({ severity }) => severity === 'raised');

function levelUnder(name: PresetName, rule: Rule): Level {
  if (rule.floor === 'whole') return 'error';
  return (name === 'strict' ? rule.strictLevel : undefined) ?? levelOf[name](rule.recommended);
}

/** @throws TypeError where a rule's options are not an object. */
function asObject(options: unknown): Readonly<Record<string, unknown>> {
  if (typeof options !== 'object' || options === null) throw new TypeError('the options of a rule are no object');
  return options as Readonly<Record<string, unknown>>;
}
