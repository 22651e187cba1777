import type { AppliedProfile, RuleInForce } from '../model/index.ts';
import type { Rule, RuleContext, RuleSetting } from '../model/rule.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import type { Occurrence } from './profiles.ts';
import { applicationOf } from './profiles.ts';
import { optionsOf } from './rule-settings.ts';

/** Which settings apply to a package, and where they come from. */

/** The profiles that apply to these occurrences, in the order in which they are first met, each with its paths. */
export function appliedProfiles(
  policy: EffectivePolicy,
  occurrences: readonly Occurrence[],
): readonly AppliedProfile[] {
  const found = new Map<string, AppliedProfile>();
  for (const occurrence of occurrences) {
    const application = applicationOf(policy.apply, occurrence);
    const [profile, entry] = [application?.profile ?? null, application?.origin ?? null];
    const way = { importer: occurrence.importer ?? null, dependencyType: occurrence.dependencyType ?? null };
    const key = JSON.stringify([profile, entry]);
    found.set(key, { profile, entry, ways: [...(found.get(key)?.ways ?? []), way] });
  }
  return [...found.values()];
}

/** The settings of a profile; null is the policy itself. */
export function settingsUnder(policy: EffectivePolicy, profile: string | null): ReadonlyMap<string, RuleSetting> {
  return (profile === null ? undefined : policy.profiles.get(profile)?.settings) ?? policy.settings;
}

/** Where a rule's level (`level`) or one of its options comes from under a profile. */
export function originUnder(policy: EffectivePolicy, profile: string | null, rule: string, key: string): string {
  const own = profile === null ? undefined : policy.origins.get(`profiles.${profile}.rules.${rule}.${key}`);
  return own ?? policy.origins.get(`rules.${rule}.${key}`) ?? 'default';
}

/** Every rule as it is set under a profile, in the order of the rules. */
export function rulesUnder(
  policy: EffectivePolicy,
  profile: string | null,
  rules: readonly Rule[],
): readonly RuleInForce[] {
  const settings = settingsUnder(policy, profile);
  return rules.flatMap(({ id, floor }) => {
    const setting = settings.get(id);
    if (setting === undefined) return [];
    const options = Object.entries({ ...setting.codes, ...optionsOf(setting) }).map(([name, value]) => ({
      name,
      value,
      origin: originUnder(policy, profile, id, name),
    }));
    return [{ id, level: setting.level, floor, origin: originUnder(policy, profile, id, 'level'), options }];
  });
}

/** What every rule is told beside its own options. Outside profiles, as a change has one proposer. */
export function contextUnder(
  { settings, proposers: listed }: EffectivePolicy,
  given: Pick<RuleContext, 'now' | 'mode'>,
): RuleContext {
  const about = listed === undefined ? given : { ...given, listed };
  const setting = settings.get('new-direct-dependency');
  if (setting === undefined) return about;
  const { marks, dependencyBots, formatters } = optionsOf(setting) as unknown as NonNullable<RuleContext['proposers']>;
  return { ...about, proposers: { marks, dependencyBots, formatters } };
}
