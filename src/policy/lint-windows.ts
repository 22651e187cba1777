import { effectiveLevel } from '../judge/finding.ts';
import { milliseconds, spelled } from '../model/options.ts';
import type { Rule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile, EffectivePolicy } from './effective-policy.ts';
import type { Warning } from './lint-warning.ts';
import { publishersOf } from './publishers.ts';
import { optionsOf } from './rule-settings.ts';

/** Windows that the cooldown makes pointless, and waivers of what nothing but the floor says. */

const day = 86_400_000;

/** What the cooldown asks for, as the policy spells it; undefined where it is too quiet to keep anything out. */
function cooldownOf({ settings }: EffectivePolicy): string | undefined {
  const setting = settings.get('cooldown');
  if (setting?.level !== 'error') return undefined;
  const { minimumReleaseAge } = optionsOf(setting);
  return typeof minimumReleaseAge === 'string' ? minimumReleaseAge : undefined;
}

/** Publishers and ages of names whose window is over before the cooldown is. */
export function windowWarnings(policy: EffectivePolicy, accepted: AcceptedFile): readonly Warning[] {
  const cooldown = cooldownOf(policy);
  return cooldown === undefined
    ? []
    : [...shortPublishers(policy, accepted, cooldown), ...shortAges(policy, accepted, cooldown)];
}

/** What is published in the window is under the cooldown until the window is over. */
function shortPublishers(
  policy: EffectivePolicy,
  { file, lineOf }: AcceptedFile,
  cooldown: string,
): readonly Warning[] {
  const count = ((file.publishers ?? []) as readonly unknown[]).length;
  return publishersOf(policy)
    .slice(0, count)
    .flatMap(({ packages, start, end, waives }, index): readonly Warning[] => {
      const length = Date.parse(end) + day - Date.parse(start);
      if (waives.length === 0 || waives.includes('cooldown') || length > milliseconds(cooldown)) return [];
      const window = `${length / day} ${length === day ? 'day' : 'days'}`;
      const message = `the publisher of ${quoted(packages.join(', '))} counts for ${window}, and the cooldown keeps out for ${spelled(cooldown)} what is published meanwhile: waive \`cooldown\` too, or let it last longer`;
      return [{ message, line: lineOf(['publishers', index]) }];
    });
}

/** A name is at least as old as its version: what is too young a name by less than the cooldown is too young a version. */
function shortAges(policy: EffectivePolicy, { written, lineOf }: AcceptedFile, cooldown: string): readonly Warning[] {
  const setting = policy.settings.get('new-package');
  if (setting === undefined || setting.level === 'off') return [];
  return ['minimumPackageAge', 'unusedFor'].flatMap((option): readonly Warning[] => {
    const age = optionsOf(setting)[option];
    if (typeof age !== 'string' || !written('new-package').includes(option)) return [];
    if (milliseconds(age) === 0 || milliseconds(age) > milliseconds(cooldown)) return [];
    const message = `${quoted(`rules.new-package.${option}`)} is ${spelled(age)}, no longer than the cooldown (${spelled(cooldown)}), which keeps all of that out already; make it longer`;
    return [{ message, line: lineOf(['rules', 'new-package', option]) }];
  });
}

/** Whether a rule can say anything that is not floor, under the policy or any of its profiles. */
export function isEverCoverable(rule: Rule, { settings, profiles }: EffectivePolicy): boolean {
  const all = [settings, ...[...profiles.values()].map((one) => one.settings)];
  return all.some((one) => {
    const setting = one.get(rule.id);
    return (
      setting !== undefined &&
      Object.values(rule.messages).some(({ severity }) => {
        const { level, floor } = effectiveLevel(rule.floor, severity, setting);
        return !floor && level !== 'off';
      })
    );
  });
}

/** Why waiving a rule is of no use, as the end of a sentence; undefined where it may be of some. */
export function uselessWaiver(id: string, policy: EffectivePolicy, rules: readonly Rule[]): string | undefined {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined || isEverCoverable(rule, policy)) return undefined;
  return rule.floor === 'part'
    ? `waives ${quoted(id)}, of which only the floor speaks here, and nothing waives that`
    : `waives ${quoted(id)}, which is off`;
}
