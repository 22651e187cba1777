import type { Level } from '../model/index.ts';
import type { RuleSetting } from '../model/rule.ts';
import type { RuleEntry } from './schema/rules.ts';

/** A rule's options, which `presetDefaults` has made sure are an object. */
export function optionsOf({ options }: RuleSetting): Readonly<Record<string, unknown>> {
  return options as Readonly<Record<string, unknown>>;
}

/**
 * A setting overridden by what a file says about the rule: of an entry's options only those that are `written`, since
 * the schema fills in its defaults for the others.
 */
export function laidOver(setting: RuleSetting, entry: RuleEntry | undefined, written: readonly string[]): RuleSetting {
  if (entry === undefined) return setting;
  if (typeof entry === 'string') return atLevel(setting, entry as Level);
  const options = { ...optionsOf(setting) };
  for (const option of written) if (option !== 'level') options[option] = entry[option];
  return { ...(entry.level === undefined ? setting : atLevel(setting, entry.level as Level)), options };
}

/** A level that is set for a rule is the level of its raised messages too. */
function atLevel(setting: RuleSetting, level: Level): RuleSetting {
  const { advice, options } = setting;
  return { level, advice, options };
}
