import type { Instant } from '../model.ts';
import { worstOf } from '../rules/finding.ts';
import { isInForce } from '../rules/listed-publishers.ts';
import type { Rule } from '../rules/rule.ts';
import { quoted } from '../text.ts';
import type { AcceptedFile, EffectivePolicy } from './effective.ts';
import type { Warning } from './lint.ts';
import { listKeys } from './lists.ts';
import type { Application } from './profiles.ts';
import { publishersOf } from './publishers.ts';

/** What `deny`, `allow`, `publishers`, `profiles` and `apply` say that does not do what their author will think. */
export function listWarnings(
  policy: EffectivePolicy,
  accepted: AcceptedFile,
  { rules, now }: { readonly rules: readonly Rule[]; readonly now: Instant },
): readonly Warning[] {
  return [
    ...silentLists(policy, accepted, rules),
    ...publisherWarnings(policy, accepted, { rules, now }),
    ...profileWarnings(policy),
  ];
}

/** Lists whose rule is too quiet to keep anything out. `provenance` has a warning of its own. */
function silentLists({ settings }: EffectivePolicy, { file, lineOf }: AcceptedFile, rules: readonly Rule[]) {
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
          message: `the rule ${quoted(id)} is ${level}, so ${quoted(key)} keeps nothing out; set the rule to error`,
          line: lineOf([key]),
        },
      ];
    });
}

function publisherWarnings(
  policy: EffectivePolicy,
  { file, lineOf }: AcceptedFile,
  { rules, now }: { readonly rules: readonly Rule[]; readonly now: Instant },
): readonly Warning[] {
  const count = ((file.publishers ?? []) as readonly unknown[]).length;
  return publishersOf(policy)
    .slice(0, count)
    .flatMap((entry, index) => {
      const { packages, end, start, waives } = entry;
      const ended = Date.parse(now) > Date.parse(start) && !isInForce(entry, now);
      const silent = waives.filter((id) => isSilent(id, policy, rules));
      const told = [
        ...(ended ? [`ended on ${end}: it waives nothing and recognises nobody; remove it or decide anew`] : []),
        ...silent.map((id) => `waives ${quoted(id)}, which is off`),
      ];
      return told.map((message) => ({
        message: `the publisher of ${quoted(packages.join(', '))} ${message}`,
        line: lineOf(['publishers', index]),
      }));
    });
}

function isSilent(id: string, { settings, profiles }: EffectivePolicy, rules: readonly Rule[]): boolean {
  const rule = rules.find((one) => one.id === id);
  const all = [settings, ...[...profiles.values()].map((one) => one.settings)];
  return (
    rule !== undefined &&
    all.every((one) => {
      const setting = one.get(id);
      return setting === undefined || worstOf(rule, setting).level === 'off';
    })
  );
}

function profileWarnings({ profiles, apply, settings }: EffectivePolicy): readonly Warning[] {
  const unused = [...profiles.values()].flatMap(({ name, rules, settings: own, line }) => {
    if (line === 0) return [];
    const applied = apply.some(({ profile }) => profile === name);
    const same = rules.every((id) => JSON.stringify(own.get(id)) === JSON.stringify(settings.get(id)));
    return [
      ...(applied ? [] : [{ message: `the profile ${quoted(name)} is applied nowhere; add it to \`apply\``, line }]),
      ...(same ? [{ message: `the profile ${quoted(name)} sets nothing otherwise than the policy does`, line }] : []),
    ];
  });
  const shadowed = apply.flatMap((entry, index) => {
    const shadow = apply.slice(0, index).find((earlier) => takesAll(earlier, entry));
    return shadow === undefined
      ? []
      : [
          {
            message: `the profile ${quoted(entry.profile)} can never apply by this entry: the one in line ${shadow.line} fits all of it and stands first`,
            line: entry.line,
          },
        ];
  });
  return [...unused, ...shadowed];
}

/** Whether an earlier entry fits whatever a later one fits: only what can be told for certain. */
function takesAll(earlier: Application, later: Application): boolean {
  return (['paths', 'workspaces', 'dependencyTypes', 'packages'] as const).every((key) => {
    const [wide, narrow]: (readonly string[] | undefined)[] = [earlier[key], later[key]];
    return wide === undefined || narrow?.every((one) => wide.includes(one)) === true;
  });
}
