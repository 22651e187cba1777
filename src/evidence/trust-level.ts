import semver from 'semver';

import type {
  Evidence,
  KnownPublisher,
  PriorProvenance,
  PriorTrust,
  ProvenanceOutcome,
  Publisher,
  ReleaseSummary,
  SignedTime,
  SignedTimes,
  TrustLevel,
} from '../model/index.ts';
import { absent, present, unneeded, unoffered } from '../model/evidence-values.ts';
import { pastAmong } from '../model/past.ts';
import { compareTrust } from '../model/trust-rank.ts';
import { historyOf, listedVersion, publishedAtOf, publisherOf, releaseOf } from './packument-evidence.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import { type Run, fromPackument, provider } from './provider.ts';
import type { Packument } from '../registry/packument.ts';
import { type TrustEvidence, trustStanding } from '../trust/trust-rank.ts';

/** How a version was published, and how earlier ones were. */
export const trustLevel = provider({
  kinds: ['publisher', 'trust', 'priorTrust', 'priorProvenance', 'signedAt'],
  needs: ['provenance'],
  collect: (run, read) => {
    const isNameless = namelessRegistries(run);
    return fromPackument(run, async ({ change, registry, packument }) => {
      const { version } = change;
      const provenance = await read('provenance', change);
      const named = knownMaintainer(publisherOf(version, packument), version, packument, provenance);
      const isUnsaid = named.state === 'unavailable' && named.reason === 'not-provided';
      const demanded = (run.demand ?? defaultDemand)('publishers', registry, run.registries, change.name);
      const isUnasked =
        demanded === 'none' || (demanded === 'auto' && (isPlain(provenance) || (await isNameless(registry))));
      const publisher = isUnsaid && isUnasked ? absent : named;
      return {
        publisher,
        trust: provenance === unneeded ? unneeded : trustOf(version, packument, publisher, provenance),
        priorTrust: priorTrustOf(version, packument, isUnasked),
        priorProvenance: priorProvenanceOf(version, packument, isUnasked),
        signedAt: signedAtOf(provenance, publisher),
      };
    });
  },
});

/** Whether a registry names no publisher in any of the documents of this run: one that leaves it out of some is not such a one. */
function namelessRegistries({ changes, packuments }: Run): (registry: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const isNameless = async (registry: string) => {
    const found = await Promise.all(changes.map((change) => packuments.find(change)));
    return found.every((one) => one?.registry !== registry || Object.keys(one.packument.publishers).length === 0);
  };
  return (registry) => {
    const answer = known.get(registry) ?? isNameless(registry);
    known.set(registry, answer);
    return answer;
  };
}

/**
 * When signatures show that it did not exist yet: a provenance is made before the publish. Where somebody approved the publish
 * later (staged), the registry's own attestation of it, which is logged when it becomes installable, counts. A staged publish
 * may be reported under the approver's name alone, as that of a maintainer with a proven build.
 */
function signedAtOf(
  provenance: Evidence<ProvenanceOutcome>,
  publisher: Evidence<KnownPublisher>,
): Evidence<SignedTimes> {
  // What a registry offers of no version is no failure: then its own time is all there is.
  if (provenance.state === 'unavailable' && provenance.reason !== 'not-provided') return provenance;
  const outcome = provenance.state === 'present' ? provenance.value : undefined;
  const by = publisher.state === 'present' ? publisher.value : {};
  const isStaged = by.approver !== undefined || isNamedAlone(by);
  const attested =
    outcome?.state === 'verified' || outcome?.state === 'no-provenance' ? outcome.publishedAt : undefined;
  const published: SignedTime | undefined =
    isStaged && attested !== undefined ? { at: attested, by: 'publish' } : undefined;
  const signed: SignedTime | undefined =
    outcome?.state === 'verified' ? { at: outcome.signedAt, by: 'provenance' } : undefined;
  const isLater = published !== undefined && (signed === undefined || published.at > signed.at);
  const time = isLater ? published : signed;
  const unwitnessedApprover = attested === undefined ? by.approver : undefined;
  if (time === undefined && unwitnessedApprover === undefined) return absent;
  return present({
    ...(time === undefined ? {} : { time }),
    ...(unwitnessedApprover === undefined ? {} : { unwitnessedApprover }),
  });
}

const isNamedAlone = ({ maintains, trustedPublisher }: KnownPublisher) =>
  maintains === true && trustedPublisher === undefined;

/** A stolen token can name any account that it is for; an approval, and a verified build, are of somebody who maintains the package. */
function knownMaintainer(
  publisher: Evidence<Publisher>,
  version: string,
  { maintainersBefore }: Packument,
  provenance: Evidence<ProvenanceOutcome>,
): Evidence<KnownPublisher> {
  if (publisher.state !== 'present') return publisher;
  const { name, approver, trustedPublisher } = publisher.value;
  const isProven = provenance.state === 'present' && provenance.value.state === 'verified';
  const account = approver ?? (isProven && trustedPublisher === undefined ? name : undefined);
  const maintains = account !== undefined && maintainersBefore?.[version]?.includes(account) === true;
  return maintains ? present({ ...publisher.value, maintains: true }) : publisher;
}

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
  const earlier = earlierReleases(version, packument, isUnasked);
  if (earlier.state !== 'present') return earlier;
  let strongest: PriorTrust | undefined;
  for (const { version: listed, publishedAt, ...release } of earlier.value.releases) {
    const standing = claimedStanding(release);
    if (strongest !== undefined && compareTrust(standing, strongest.standing) < 0) continue;
    strongest = {
      version: listed,
      ...(publishedAt === undefined ? {} : { publishedAt }),
      standing,
      ...earlier.value.about,
    };
  }
  return strongest === undefined ? absent : present(strongest);
}

/** The newest of the same releases that claims an attestation. */
export function priorProvenanceOf(
  version: string,
  packument: Packument,
  isUnasked: boolean,
): Evidence<PriorProvenance> {
  const earlier = earlierReleases(version, packument, isUnasked);
  if (earlier.state !== 'present') return earlier;
  const inOrder = [...earlier.value.releases].sort(
    (a, b) => Date.parse(a.publishedAt ?? '') - Date.parse(b.publishedAt ?? '') || semver.compare(a.version, b.version),
  );
  const newest = inOrder.findLast(({ attested }) => attested === true);
  if (newest === undefined) return absent;
  // A release of the days before without provenance may be the work of the same hands: it makes no gap (docs/decisions/0214).
  const settled = pastAmong(historyOf(packument).releases, listedVersion(version, packument)).earlier;
  const isCounted = (one: ReleaseSummary) =>
    one.attested === true || settled.some(({ version: listed }) => listed === one.version);
  const steady = inOrder
    .filter(isCounted)
    .slice(-3)
    .every(({ attested }) => attested === true);
  return present({ version: newest.version, steady, ...earlier.value.about });
}

interface Earlier {
  /** In the order of versions. */
  readonly releases: readonly ReleaseSummary[];
  readonly about: { readonly acrossMajors?: true };
}

function earlierReleases(version: string, packument: Packument, isUnasked: boolean): Evidence<Earlier> {
  const found = releaseOf(version, packument);
  if (found.state !== 'present') return found;
  if (saysNothing(packument)) return isUnasked ? absent : nothingSaid;
  const key = listedVersion(version, packument);
  const published = publishedAtOf(version, packument);
  const since = published.state === 'present' ? published.value : undefined;
  if (semver.valid(key) === null) return absent;
  const major = semver.major(key);
  const stable = historyOf(packument).releases.filter(({ version: listed, publishedAt }) => {
    // A history's versions are exact and without build metadata: a hyphen is a prerelease.
    if (listed.includes('-') || listed === key || semver.major(listed) > major) return false;
    return since !== undefined && publishedAt !== undefined ? publishedAt < since : semver.lt(listed, key);
  });
  const before = stable.map(({ version: listed }) => semver.major(listed));
  const nearest = Math.max(...before);
  const releases = stable.filter((_, at) => before[at] === nearest);
  return present({ releases, about: nearest === major || releases.length === 0 ? {} : { acrossMajors: true } });
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

const nothingSaid = unoffered('publishers', 'the registry names neither publishers nor attestations of any version');

function claimedStanding({
  publisher = {},
  attested = false,
}: Pick<ReleaseSummary, 'publisher' | 'attested'>): TrustLevel {
  return trustStanding({ publisher: publisher, provenance: attested ? 'verified' : 'absent' });
}

function wordOf({ state }: ProvenanceOutcome): TrustEvidence['provenance'] {
  return state === 'no-provenance' ? 'absent' : state;
}

function withoutOutcome({ state }: Evidence<ProvenanceOutcome>): 'absent' | 'unavailable' {
  return state === 'absent' ? 'absent' : 'unavailable';
}
