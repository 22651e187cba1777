import type { Instant } from '../model/index.ts';
import { worstOf } from '../judge/finding.ts';
import type { Json } from '../judge/fingerprint.ts';
import { canonicalJson } from '../judge/fingerprint.ts';
import type { ListedPublisher } from '../rules/listed-publishers.ts';
import { isInForce } from '../rules/listed-publishers.ts';
import type { Rule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile, EffectivePolicy } from './effective-policy.ts';
import type { Warning } from './lint-warning.ts';
import { uselessWaiver } from './lint-windows.ts';
import { listKeys } from './lists.ts';
import type { Application } from './profiles.ts';
import { publishersOf } from './publishers.ts';
import { coversAll, redundantSelectors } from './unreachable-entries.ts';

/** Entries of `deny`, `allow`, `publishers`, `profiles` and `apply` that do not do what their author probably expects. */
export function listWarnings(
  policy: EffectivePolicy,
  accepted: AcceptedFile,
  { rules, now }: { readonly rules: readonly Rule[]; readonly now: Instant },
): readonly Warning[] {
  return [
    ...silentLists(policy, accepted, rules),
    ...publisherWarnings(policy, accepted, { rules, now }),
    ...profileWarnings(policy),
    ...redundantEntries(accepted),
  ];
}

/** Lists whose rule has too low a level to block anything. `provenance` has a warning of its own. */
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
          message: `the rule ${quoted(id)} is ${level}, so ${quoted(key)} blocks nothing; set the rule to error`,
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
  const listed = publishersOf(policy).slice(0, count);
  return listed.flatMap((entry, index) => {
    const { packages, end, start, waives } = entry;
    const ended = Date.parse(now) > Date.parse(start) && !isInForce(entry, now);
    const shadow = shadowOf(entry, listed.slice(0, index));
    const problems = [
      ...(ended
        ? [`expired on ${end}: it no longer matches any publisher or waives any rule; remove it or set a new end`]
        : []),
      ...waives.flatMap((id) => uselessWaiver(id, policy, rules) ?? []),
      ...(shadow === -1
        ? []
        : [`adds nothing: the entry in line ${lineOf(['publishers', shadow])} already covers all of it`]),
    ];
    return problems.map((message) => ({
      message: `the publisher of ${quoted(packages.join(', '))} ${message}`,
      line: lineOf(['publishers', index]),
    }));
  });
}

/** An earlier entry with the same identity that covers all packages, rules and days of a later one. */
function shadowOf(entry: ListedPublisher, earlier: readonly ListedPublisher[]): number {
  const { packages, identity, start, end, waives } = entry;
  return earlier.findIndex(
    (other) =>
      canonicalJson(other.identity as Json) === canonicalJson(identity as Json) &&
      other.start <= start &&
      other.end >= end &&
      waives.every((rule) => other.waives.includes(rule)) &&
      packages.every((one) => other.packages.some((wide) => coversAll(wide, one))),
  );
}

/** Entries of `allow` that another entry covers; of `deny` only duplicates, since a narrower entry has its own reason. */
function redundantEntries({ file, lineOf }: AcceptedFile): readonly Warning[] {
  const denied = ((file.deny ?? []) as readonly { readonly package: string }[]).map((entry) => entry.package);
  const lists = { deny: denied, allow: (file.allow ?? []) as readonly string[] };
  return Object.entries(lists).flatMap(([key, selectors]) =>
    redundantSelectors(selectors)
      .filter(({ index, by }) => key === 'allow' || selectors[index] === selectors[by])
      .map(({ index, by }) => ({
        message: `${quoted(selectors[index])} in ${quoted(key)} is already covered by ${quoted(selectors[by])} in line ${lineOf([key, by])}; keep one`,
        line: lineOf([key, index]),
      })),
  );
}

function profileWarnings({ profiles, apply, settings }: EffectivePolicy): readonly Warning[] {
  const unused = [...profiles.values()].flatMap(({ name, rules, settings: own, line }) => {
    if (line === 0) return [];
    const applied = apply.some(({ profile }) => profile === name);
    const same = rules.every((id) => JSON.stringify(own.get(id)) === JSON.stringify(settings.get(id)));
    return [
      ...(applied
        ? []
        : [{ message: `the profile ${quoted(name)} is not applied anywhere; add it to \`apply\``, line }]),
      ...(same
        ? [{ message: `the profile ${quoted(name)} has no effect: its settings are the policy's own`, line }]
        : []),
    ];
  });
  const shadowed = apply.flatMap((entry, index) => {
    const shadow = apply.slice(0, index).find((earlier) => matchesAll(earlier, entry));
    return shadow === undefined
      ? []
      : [
          {
            message: `this entry for the profile ${quoted(entry.profile)} can never apply: the earlier entry in line ${shadow.line} matches all of it`,
            line: entry.line,
          },
        ];
  });
  return [...unused, ...shadowed];
}

/** Whether an earlier entry matches everything that a later one matches; true only if that is certain. */
function matchesAll(earlier: Application, later: Application): boolean {
  return (['paths', 'workspaces', 'dependencyTypes', 'packages'] as const).every((key) => {
    const [wide, narrow]: (readonly string[] | undefined)[] = [earlier[key], later[key]];
    return wide === undefined || narrow?.every((one) => wide.includes(one)) === true;
  });
}
