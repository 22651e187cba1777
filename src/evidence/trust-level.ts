import semver from 'semver';

import type { Evidence, PriorTrust, ProvenanceOutcome, Publisher, ReleaseSummary, TrustLevel } from '../model/index.ts';
import { absent, present, unavailable, unneeded } from '../model/evidence-values.ts';
import { compareTrust } from '../model/trust-rank.ts';
import { historyOf, listedVersion, publishedAtOf, publisherOf, releaseOf } from './packument-evidence.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import { fromPackument, provider } from './provider.ts';
import type { Packument } from '../registry/packument.ts';
import { type TrustEvidence, trustStanding } from '../trust/trust-rank.ts';

/** How a version was published, and how earlier ones were. */
export const trustLevel = provider({
  kinds: ['publisher', 'trust', 'priorTrust'],
  needs: ['provenance'],
  collect: (run, read) =>
    fromPackument(run, async ({ change, registry, packument }) => {
      const { version } = change;
      const provenance = await read('provenance', change);
      const named = publisherOf(version, packument);
      const isUnsaid = named.state === 'unavailable' && named.reason === 'not-provided';
      const demanded = (run.demand ?? defaultDemand)('publishers', registry, run.registries, change.name);
      const isUnasked = demanded === 'none' || (demanded === 'auto' && isPlain(provenance));
      const publisher = isUnsaid && isUnasked ? absent : named;
      return {
        publisher,
        trust: provenance === unneeded ? unneeded : trustOf(version, packument, publisher, provenance),
        priorTrust: priorTrustOf(version, packument, isUnasked),
      };
    }),
});

/** With what trust a version was published: the registry's word on its publisher, and its verified provenance. */
export function trustOf(
  version: string,
  packument: Packument,
  publisher: Evidence<Publisher>,
  provenance: Evidence<ProvenanceOutcome>,
): Evidence<TrustLevel> {
  const found = releaseOf(version, packument);
  if (found.state !== 'present') return found;
  if (saysNothing(packument)) return nothingSaid;
  const outcome = provenance.state === 'present' ? provenance.value : undefined;
  return present(
    trustStanding({
      publisher: publisher.state === 'present' ? publisher.value : undefined,
      provenance: outcome === undefined ? withoutOutcome(provenance) : wordOf(outcome),
      platform: outcome?.state === 'verified' ? outcome.identity.platform : undefined,
    }),
  );
}

/**
 * The strongest release of the same major version that was published before a version, prereleases excluded. It is judged by what
 * the registry claims about it, and nothing is verified: an old claim is enough to demand the same of a new version, and
 * without claims nothing is demanded. If a time is not known, the order of versions is used instead.
 * @param isUnasked whether a registry that says nothing about publishers does not have to
 */
export function priorTrustOf(version: string, packument: Packument, isUnasked: boolean): Evidence<PriorTrust> {
  const found = releaseOf(version, packument);
  if (found.state !== 'present') return found;
  if (saysNothing(packument)) return isUnasked ? absent : nothingSaid;
  const key = listedVersion(version, packument);
  const published = publishedAtOf(version, packument);
  const since = published.state === 'present' ? published.value : undefined;
  if (semver.valid(key) === null) return absent;
  const major = key.slice(0, key.indexOf('.') + 1);
  let strongest: PriorTrust | undefined;
  for (const release of historyOf(packument).releases) {
    // A history's versions are exact and without build metadata: a hyphen is a prerelease.
    const { version: listed } = release;
    if (!listed.startsWith(major) || listed.includes('-') || listed === key) continue;
    const { publishedAt } = release;
    const isEarlier = since !== undefined && publishedAt !== undefined ? publishedAt < since : semver.lt(listed, key);
    if (!isEarlier) continue;
    const standing = claimedStanding(release);
    if (strongest !== undefined && compareTrust(standing, strongest.standing) < 0) continue;
    strongest = { version: listed, ...(publishedAt === undefined ? {} : { publishedAt }), standing };
  }
  return strongest === undefined ? absent : present(strongest);
}

/**
 * Whether the registry does not support any of it: it serves no keys, does not have to sign, and claims nothing. What it
 * never says about any release cannot count against one, and is not missing evidence.
 */
function isPlain(provenance: Evidence<ProvenanceOutcome>): boolean {
  return provenance.state === 'present' && provenance.value.state === 'not-applicable';
}

/** A mirror that strips both does not say how anything was published. */
function saysNothing({ publishers, attested }: Packument): boolean {
  return attested.length === 0 && Object.keys(publishers).length === 0;
}

const nothingSaid = unavailable(
  'not-provided',
  'the registry names neither publishers nor attestations of any version',
);

function claimedStanding({ publisher = {}, attested = false }: ReleaseSummary): TrustLevel {
  return trustStanding({ publisher: publisher, provenance: attested ? 'verified' : 'absent' });
}

function wordOf({ state }: ProvenanceOutcome): TrustEvidence['provenance'] {
  return state === 'no-provenance' ? 'absent' : state;
}

function withoutOutcome({ state }: Evidence<ProvenanceOutcome>): 'absent' | 'unavailable' {
  return state === 'absent' ? 'absent' : 'unavailable';
}
