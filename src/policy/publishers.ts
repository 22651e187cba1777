import type { CoveringEntry, Dossier, Finding, Instant } from '../model/index.ts';
import { lockedVersion } from '../model/identity.ts';
import { groupBy } from '../text/group-by.ts';
import type { ListedPublisher } from '../rules/listed-publishers.ts';
import { isAbout, isBuiltBy, isInForce, isPublishedBy } from '../rules/listed-publishers.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { coveredBy } from './exceptions.ts';
import type { Listed } from './policy-mentions.ts';
import { listedIn } from './policy-mentions.ts';
import { optionsOf } from './rule-settings.ts';
import { isCoverable, needsExactVersion } from './waivable.ts';

/** The publishers that a policy lists, in its order. */
export function publishersOf({ settings }: Pick<EffectivePolicy, 'settings'>): readonly ListedPublisher[] {
  const setting = settings.get('publisher');
  return setting === undefined ? [] : ((optionsOf(setting)['listed'] as readonly ListedPublisher[] | undefined) ?? []);
}

const day = 86_400_000;

/** The schema demands no owner of a publisher; `end` is its last day, not the first without it. */
function entryOf({ entry, id, origin }: Listed<'publishers'>): CoveringEntry {
  const expires = new Date(Date.parse(entry.end) + day).toISOString().slice(0, 10);
  return { kind: 'publisher', id, reason: entry.reason, expires, origin };
}

/**
 * Marks what listed publishers waive: findings of the named rules about a version that such a publisher is known to have
 * published, while the entry is in force. Never the floor or what is denied by name. What is not certain waives nothing.
 */
export function applyPublishers({
  findings,
  dossiers,
  policy,
  now,
}: {
  readonly findings: readonly Finding[];
  readonly dossiers: readonly Dossier[];
  readonly policy: EffectivePolicy;
  readonly now: Instant;
}): readonly Finding[] {
  const inForce = listedIn(policy, 'publishers').filter(
    ({ entry }) => entry.waives.length > 0 && isInForce(entry, now),
  );
  if (inForce.length === 0) return findings;
  const about = groupBy(dossiers, ({ change }) => lockedVersion(change));
  return findings.map((finding): Finding => {
    if (finding.status !== 'reported' || !isCoverable(finding) || needsExactVersion(finding)) return finding;
    const concerned = about.get(lockedVersion(finding)) ?? [];
    const waiver = inForce.find(
      ({ entry }) =>
        entry.waives.includes(finding.rule) &&
        concerned.length > 0 &&
        concerned.every((dossier) => isAbout(entry, dossier.change) && isPublisherOf(entry, dossier)),
    );
    return waiver === undefined ? finding : coveredBy(finding, entryOf(waiver));
  });
}

/** By a verified provenance, or by what the registry says about the publisher; only for registry packages. */
export function isPublisherOf(entry: ListedPublisher, { change, evidence }: Dossier): boolean {
  if (change.source.kind !== 'registry') return false;
  const { provenance, publisher } = evidence;
  const outcome = provenance.state === 'present' ? provenance.value : undefined;
  return (
    (outcome?.state === 'verified' && isBuiltBy(entry, outcome.identity)) ||
    (publisher.state === 'present' && isPublishedBy(entry, publisher.value))
  );
}
