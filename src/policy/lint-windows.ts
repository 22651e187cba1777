import { effectiveLevel } from '../judge/finding.ts';
import { milliseconds, spelled } from '../model/options.ts';
import type { Rule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile, EffectivePolicy } from './effective-policy.ts';
import type { Warning } from './lint-warning.ts';
import { publishersOf } from './publishers.ts';
import { fileCodes } from './waivable.ts';
import { optionsOf } from './rule-settings.ts';

/** Windows that the cooldown makes pointless, and waivers of rules whose findings are all floor. */

const day = 86_400_000;

/** The cooldown's minimum age, as the policy spells it; undefined where its level is too low to block anything. */
function cooldownOf({ settings }: EffectivePolicy): string | undefined {
  const setting = settings.get('cooldown');
  if (setting?.level !== 'error') return undefined;
  const { minimumReleaseAge } = optionsOf(setting);
  return typeof minimumReleaseAge === 'string' ? minimumReleaseAge : undefined;
}

/** Publishers, and minimum ages of names, whose window ends before the cooldown does. */
export function windowWarnings(policy: EffectivePolicy, accepted: AcceptedFile): readonly Warning[] {
  const cooldown = cooldownOf(policy);
  return cooldown === undefined
    ? []
    : [...shortPublishers(policy, accepted, cooldown), ...shortAges(policy, accepted, cooldown)];
}

/** Whatever is published in the window stays under the cooldown until the window has ended. */
function shortPublishers(policy: EffectivePolicy, { file }: AcceptedFile, cooldown: string): readonly Warning[] {
  const count = ((file.publishers ?? []) as readonly unknown[]).length;
  return publishersOf(policy)
    .slice(0, count)
    .flatMap(({ packages, start, end, waives }, index): readonly Warning[] => {
      const length = Date.parse(end) + day - Date.parse(start);
      if (waives.length === 0 || waives.includes('cooldown') || length > milliseconds(cooldown)) return [];
      const window = `${length / day} ${length === day ? 'day' : 'days'}`;
      const message = `the publisher of ${quoted(packages.join(', '))} is listed for ${window}, but the cooldown blocks new releases for ${spelled(cooldown)}: waive \`cooldown\` too, or list the publisher for longer`;
      return [{ grade: 'advice', message, at: ['publishers', index] }];
    });
}

/** A name is at least as old as its version, so a minimum age of names below the cooldown blocks nothing more. */
function shortAges(policy: EffectivePolicy, { written }: AcceptedFile, cooldown: string): readonly Warning[] {
  const setting = policy.settings.get('new-package');
  if (setting === undefined || setting.level === 'off') return [];
  return ['minimumPackageAge', 'unusedFor'].flatMap((option): readonly Warning[] => {
    const age = optionsOf(setting)[option];
    if (typeof age !== 'string' || !written('new-package').includes(option)) return [];
    if (milliseconds(age) === 0 || milliseconds(age) > milliseconds(cooldown)) return [];
    const message = `${quoted(`rules.new-package.${option}`)} is ${spelled(age)}, no longer than the cooldown (${spelled(cooldown)}), which already blocks all of these; make it longer`;
    return [{ grade: 'advice', message, at: ['rules', 'new-package', option] }];
  });
}

/** Whether a rule can have a finding that is not floor, under the policy or any of its profiles. */
export function isEverCoverable(rule: Rule, { settings, profiles }: EffectivePolicy): boolean {
  const all = [settings, ...[...profiles.values()].map((one) => one.settings)];
  return all.some((one) => {
    const setting = one.get(rule.id);
    return (
      setting !== undefined &&
      Object.entries(rule.messages).some(([code, { severity }]) => {
        const { level, floor } = effectiveLevel(rule.floor, severity, setting, code);
        return !floor && level !== 'off';
      })
    );
  });
}

interface Useless {
  readonly grade: Warning['grade'];
  readonly message: string;
}

/** Why waiving one code of findings about files has no effect, as the end of a sentence; undefined where it may have one. */
export function uselessCode(
  code: string,
  { settings, profiles }: EffectivePolicy,
  rules: readonly Rule[],
): Useless | undefined {
  const rule = fileCodes(rules).get(code);
  const severity = rule?.messages[code]?.severity;
  if (rule === undefined || severity === undefined) return undefined;
  const all = [settings, ...[...profiles.values()].map((one) => one.settings)];
  const isReported = all.some((one) => {
    const setting = one.get(rule.id);
    return setting !== undefined && effectiveLevel(rule.floor, severity, setting, code).level !== 'off';
  });
  return isReported
    ? undefined
    : { grade: 'refused', message: `waives ${quoted(code)} of the rule ${quoted(rule.id)}, which is off` };
}

/** Why waiving a rule has no effect, as the end of a sentence; undefined where it may have one. */
export function uselessWaiver(id: string, policy: EffectivePolicy, rules: readonly Rule[]): Useless | undefined {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined || isEverCoverable(rule, policy)) return undefined;
  return rule.floor === 'part'
    ? { grade: 'refused', message: `waives ${quoted(id)}, whose findings under this policy cannot be waived` }
    : { grade: 'refused', message: `waives ${quoted(id)}, which is off` };
}
