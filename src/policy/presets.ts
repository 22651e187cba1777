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
  attacks: (level) => (level === 'error' ? 'warn' : level),
  audit: (level) => (level === 'error' ? 'warn' : level),
};

/**
 * - `recommended`: every rule at its own default.
 * - `strict`: every warning an error, advisory messages too, with the rules' stricter options.
 * - `attacks`: only what points at an attack is an error: the floor, and the rules that name a level for this preset.
 * - `audit`: only the floor fails.
 *
 * A rule that is off by default stays off unless it names a level for the preset, and one that is wholly floor stays at
 * error, in every preset.
 */
export function presetDefaults(name: PresetName, rules: readonly Rule[]): Defaults {
  const setting = (rule: Rule): RuleSetting => ({
    level: levelUnder(name, rule),
    advice: name === 'strict' ? 'error' : 'warn',
    ...codesUnder(name, rule),
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

/** The levels of the messages that have one of their own under the preset. */
function codesUnder(name: PresetName, { messages }: Rule): Pick<RuleSetting, 'codes' | 'stays'> {
  const own = (stays: boolean) =>
    Object.entries(messages).flatMap(([code, { severity }]) =>
      typeof severity === 'object' && 'presets' in severity && (severity.stays ?? false) === stays
        ? [[code, severity.presets[name]] as const]
        : [],
    );
  const [codes, stays] = [own(false), own(true)];
  return {
    ...(codes.length > 0 && { codes: Object.fromEntries(codes) }),
    ...(stays.length > 0 && { stays: Object.fromEntries(stays) }),
  };
}

function levelUnder(name: PresetName, rule: Rule): Level {
  if (rule.floor === 'whole') return 'error';
  const own = name === 'strict' || name === 'attacks' ? rule.levels?.[name] : undefined;
  return own ?? levelOf[name](rule.recommended);
}

/** @throws TypeError where a rule's options are not an object. */
function asObject(options: unknown): Readonly<Record<string, unknown>> {
  if (typeof options !== 'object' || options === null) throw new TypeError('the options of a rule are no object');
  return options as Readonly<Record<string, unknown>>;
}
