import type { Instant } from '../model/index.ts';
import { worstOf } from '../judge/finding.ts';
import { isInForce } from '../rules/listed-publishers.ts';
import type { Rule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile, EffectivePolicy } from './effective-policy.ts';
import { publisherWords } from './lint-shadows.ts';
import type { Warning } from './lint-warning.ts';
import { listKeys } from './lists.ts';
import { publishersOf } from './publishers.ts';

/** Entries of `deny`, `allow`, `publishers` and `profiles` that do less than their author probably expects. */
export function listWarnings(
  policy: EffectivePolicy,
  accepted: AcceptedFile,
  { rules, now }: { readonly rules: readonly Rule[]; readonly now: Instant },
): readonly Warning[] {
  return [
    ...silentLists(policy, accepted, rules),
    ...endedPublishers(policy, accepted, now),
    ...profileWarnings(policy),
  ];
}

/** Lists whose rule has too low a level to block anything. `provenance` has a warning of its own. */
function silentLists({ settings }: EffectivePolicy, { file }: AcceptedFile, rules: readonly Rule[]) {
  return listKeys
    .filter(({ key }) => key === 'allow' || key === 'deny')
    .flatMap(({ key, rule: id }): readonly Warning[] => {
      const rule = rules.find((one) => one.id === id);
      const setting = settings.get(id);
      if (file[key] === undefined || rule === undefined || setting === undefined) return [];
      const { level } = worstOf(rule, setting);
      if (level === 'error') return [];
      return [
        {
          ...{ grade: 'advice', at: [key] },
          message: `the rule ${quoted(id)} is ${level}, so ${quoted(key)} blocks nothing; set the rule to error`,
        },
      ];
    });
}

/** Publishers that no longer count. */
function endedPublishers(policy: EffectivePolicy, { file }: AcceptedFile, now: Instant): readonly Warning[] {
  const count = ((file.publishers ?? []) as readonly unknown[]).length;
  return publishersOf(policy)
    .slice(0, count)
    .flatMap((entry, index): readonly Warning[] => {
      const { end, start } = entry;
      if (Date.parse(now) <= Date.parse(start) || isInForce(entry, now)) return [];
      const message = `${publisherWords(entry)} expired on ${end}: it no longer matches any publisher or waives any rule; remove it or set a new end`;
      return [{ grade: 'advice', message, at: ['publishers', index] }];
    });
}

/** A policy that others extend defines profiles that it does not apply itself, so this is advice. */
function profileWarnings({ profiles, apply, settings }: EffectivePolicy): readonly Warning[] {
  return [...profiles.values()].flatMap(({ name, rules, settings: own, line }) => {
    if (line === 0) return [];
    const applied = apply.some(({ profile }) => profile === name);
    const same = rules.every((id) => JSON.stringify(own.get(id)) === JSON.stringify(settings.get(id)));
    const messages = [
      ...(applied ? [] : [`the profile ${quoted(name)} is not applied anywhere; add it to \`apply\``]),
      ...(same ? [`the profile ${quoted(name)} has no effect: its settings are the policy's own`] : []),
    ];
    return messages.map((message): Warning => ({ grade: 'advice', message, at: ['profiles', name] }));
  });
}
