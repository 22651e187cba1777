import type { Level } from '../model/index.ts';
import type { RuleSetting } from '../model/rule.ts';
import type { RuleEntry } from './schema/rules.ts';

/** A rule's options, which `presetDefaults` has made sure are an object. */
export function optionsOf({ options }: RuleSetting): Readonly<Record<string, unknown>> {
  return options as Readonly<Record<string, unknown>>;
}

/**
 * A setting overridden by what a file says about the rule: of an entry's options only those that are `written`, since
 * the schema fills in its defaults for the others. What is written and no option is the level of a code.
 */
export function laidOver(setting: RuleSetting, entry: RuleEntry | undefined, written: readonly string[]): RuleSetting {
  if (entry === undefined) return setting;
  if (typeof entry === 'string') return atLevel(setting, entry as Level);
  const options = { ...optionsOf(setting) };
  const levelled = entry.level === undefined ? setting : atLevel(setting, entry.level as Level);
  const codes: Record<string, Level> = { ...levelled.codes };
  for (const one of written) {
    if (one === 'level') continue;
    if (Object.hasOwn(options, one)) options[one] = entry[one];
    else codes[one] = entry[one] as Level;
  }
  return { ...levelled, ...(Object.keys(codes).length > 0 && { codes }), options };
}

/** A level that is set for a rule replaces those that the preset, or the policy under a profile, gives its codes. */
function atLevel({ advice, stays, options }: RuleSetting, level: Level): RuleSetting {
  return { level, advice, ...(stays !== undefined && { stays }), options };
}
