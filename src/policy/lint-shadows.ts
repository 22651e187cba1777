import type { Json } from '../model/json.ts';
import { canonicalJson } from '../judge/fingerprint.ts';
import type { ListedPublisher } from '../rules/listed-publishers.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile, EffectivePolicy, Exception } from './effective-policy.ts';
import { exceptionWords } from './exception-words.ts';
import { isUnwritten } from './lint-reasons.ts';
import type { Warning } from './lint-warning.ts';
import { entryWords } from './lint-warning.ts';
import { publishersOf } from './publishers.ts';
import { coversAll, matchesAll, redundantSelectors } from './unreachable-entries.ts';

/** Entries that another entry leaves nothing for. */
export function shadowedEntries(policy: EffectivePolicy, accepted: AcceptedFile): readonly Warning[] {
  return [
    ...shadowedExceptions(policy, accepted),
    ...shadowedPublishers(policy, accepted),
    ...shadowedApplications(policy, accepted),
    ...redundantEntries(accepted),
  ];
}

/** What a listed publisher is about, as messages name it. */
export const publisherWords = ({ packages }: ListedPublisher) => `the publisher of ${quoted(packages.join(', '))}`;

function shadowedExceptions({ exceptions }: EffectivePolicy, accepted: AcceptedFile): readonly Warning[] {
  return exceptions.flatMap((exception, index): readonly Warning[] => {
    const by = exceptions.slice(0, index).findIndex((other) => !isUnwritten(other) && isShadowedBy(exception, other));
    if (by === -1) return [];
    const earlier = entryWords(accepted, ['exceptions', by]);
    const message = `${exceptionWords(exception)} is never used: the earlier one in ${earlier} covers all of it`;
    return [{ grade: 'refused', message, at: ['exceptions', index] }];
  });
}

/** Whether an earlier exception covers everything that this one does, for as long; true only if that is certain. */
function isShadowedBy(exception: Exception, other: Exception): boolean {
  if (other.expires < exception.expires) return false;
  if (exception.about === 'file' || other.about === 'file') {
    return (
      exception.about === 'file' &&
      other.about === 'file' &&
      other.path === exception.path &&
      other.fingerprint === exception.fingerprint &&
      exception.codes.every((code) => other.codes.includes(code))
    );
  }
  return (
    exception.rules.every((rule) => other.rules.includes(rule)) &&
    (other.advisories === undefined ||
      exception.advisories?.every((id) => other.advisories?.includes(id) === true) === true) &&
    coversAll(other.package, exception.package)
  );
}

function shadowedPublishers(policy: EffectivePolicy, accepted: AcceptedFile): readonly Warning[] {
  const count = ((accepted.file.publishers ?? []) as readonly unknown[]).length;
  const listed = publishersOf(policy).slice(0, count);
  return listed.flatMap((entry, index): readonly Warning[] => {
    const by = shadowOf(entry, listed.slice(0, index));
    if (by === -1) return [];
    const earlier = entryWords(accepted, ['publishers', by]);
    const message = `${publisherWords(entry)} adds nothing: the entry in ${earlier} already covers all of it`;
    return [{ grade: 'refused', message, at: ['publishers', index] }];
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

/** The first match applies, and so does it in a run. */
function shadowedApplications({ apply }: EffectivePolicy, accepted: AcceptedFile): readonly Warning[] {
  return apply.flatMap((entry, index): readonly Warning[] => {
    const by = apply.slice(0, index).findIndex((earlier) => matchesAll(earlier, entry));
    if (by === -1) return [];
    const message = `this entry for the profile ${quoted(entry.profile)} can never apply: the earlier entry in ${entryWords(accepted, ['apply', by])} matches all of it`;
    return [{ grade: 'refused', message, at: ['apply', index] }];
  });
}

/** Entries of `allow` that another entry covers; of `deny` only duplicates, since a narrower entry has its own reason. */
function redundantEntries(accepted: AcceptedFile): readonly Warning[] {
  const { file } = accepted;
  const denied = ((file.deny ?? []) as readonly { readonly package: string }[]).map((entry) => entry.package);
  const lists = { deny: denied, allow: (file.allow ?? []) as readonly string[] };
  return Object.entries(lists).flatMap(([key, selectors]) =>
    redundantSelectors(selectors)
      .filter(({ index, by }) => key === 'allow' || selectors[index] === selectors[by])
      .map(({ index, by }): Warning => ({
        ...{ grade: 'refused', at: [key, index] },
        message: `${quoted(selectors[index])} in ${quoted(key)} is already covered by ${quoted(selectors[by])} in ${entryWords(accepted, [key, by])}; keep one`,
      })),
  );
}
