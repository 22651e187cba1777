import { unneeded } from '../../model/evidence-values.ts';
import type {
  Advisories,
  Change,
  Dossier,
  Evidence,
  Existence,
  ProvenanceOutcome,
  ReportedEvidence,
  SignatureOutcome,
  TrustLevel,
} from '../../model/index.ts';
import { compareUrl } from './compare-link.ts';

/** How the evidence about one change reads in the report. */
export function reportedEvidence(change: Change, dossier: Dossier | undefined): ReportedEvidence {
  if (dossier === undefined || change.source.kind !== 'registry') {
    const unasked = change.source.kind === 'registry' ? 'not-evaluated' : 'not-applicable';
    return {
      existence: unasked,
      registrySignature: unasked,
      provenance: unasked,
      trust: 'not-evaluated',
      publishedAt: null,
      advisories: { state: unasked, ids: [] },
      provenanceIdentity: null,
      previous: null,
    };
  }
  const { existence, registrySignature, provenance, trust, publishedAt, malware, advisories } = dossier.evidence;
  const compare = compareUrl(change, dossier);
  return {
    existence: existenceWord(existence),
    registrySignature: outcomeWord(registrySignature),
    provenance: outcomeWord(provenance),
    trust: trustWord(trust),
    publishedAt: publishedAt.state === 'present' ? publishedAt.value : null,
    advisories: knownRecords([malware, advisories]),
    provenanceIdentity: identityOf(provenance),
    previous: previousOf(change, dossier),
    ...(compare === undefined ? {} : { compareUrl: compare }),
  };
}

function existenceWord(existence: Evidence<Existence>): string {
  return existence.state === 'present' ? existence.value.answer : existence.state;
}

/** Attestations without a provenance among them read as no provenance. */
export function outcomeWord(evidence: Evidence<SignatureOutcome | ProvenanceOutcome>): string {
  if (evidence.state !== 'present') return withoutValue(evidence);
  return evidence.value.state === 'no-provenance' ? 'absent' : evidence.value.state;
}

/** Both kinds together: if one of them is unavailable, so is the result. */
function knownRecords(kinds: readonly Evidence<Advisories>[]): ReportedEvidence['advisories'] {
  const ids = kinds.flatMap((kind) =>
    kind.state === 'present' && kind.value.state === 'known' ? kind.value.records.map(({ id }) => id) : [],
  );
  const states = kinds.map((kind) => (kind.state === 'present' ? kind.value.state : withoutValue(kind)));
  const order = ['unavailable', 'known', 'not-applicable'] as const;
  return { state: order.find((state) => states.includes(state)) ?? 'not-evaluated', ids: [...new Set(ids)].sort() };
}

/** A trust level that the evidence leaves open is unavailable. */
function trustWord(trust: Evidence<TrustLevel>): string {
  if (trust.state !== 'present') return trust.state === 'absent' ? 'unavailable' : withoutValue(trust);
  const { atLeast, atMost } = trust.value;
  return atLeast === atMost ? atLeast : 'unavailable';
}

function withoutValue(evidence: Exclude<Evidence<never>, { readonly state: 'present' }>): string {
  return evidence.state === 'unavailable' && evidence.detail === unneeded.detail ? 'not-evaluated' : evidence.state;
}

function identityOf(provenance: Evidence<ProvenanceOutcome>): ReportedEvidence['provenanceIdentity'] {
  if (provenance.state !== 'present' || provenance.value.state !== 'verified') return null;
  const { sourceRepository, workflow, commit } = provenance.value.identity;
  return { repository: sourceRepository, workflow: workflow ?? null, commit: commit ?? null };
}

/** What is verified about the previous version, else what the registry claims about it. */
function previousOf({ previousVersion, version, baseVersions }: Change, { evidence }: Dossier) {
  const before = previousVersion !== undefined && previousVersion !== version ? previousVersion : baseVersions.at(-1);
  if (before === undefined || before === version) return null;
  const { history, predecessor, predecessorProvenance } = evidence;
  const known = predecessor.state === 'present' ? predecessor.value.version : before;
  if (known === version) return null;
  const releases = history.state === 'present' ? history.value.releases : [];
  const release = releases.find((each) => each.version === known);
  const verified = outcomeWord(predecessorProvenance);
  // "Absent" may stand for "not asked for", so it does not outweigh a claim. A missing claim means nothing if the
  // registry leaves all claims out, or could not be asked.
  const unclaimed = verified !== 'unavailable' && release?.attested === false ? 'absent' : 'unavailable';
  const claimed = release?.attested === true ? 'claimed' : unclaimed;
  const decided = ['verified', 'invalid', 'not-applicable'].includes(verified);
  return { version: known, provenance: decided ? verified : claimed, trust: claimedTrust(release) };
}

type Release = Extract<Dossier['evidence']['history'], { state: 'present' }>['value']['releases'][number];

function claimedTrust(release: Release | undefined): string {
  if (release?.publisher?.approver !== undefined) return 'staged';
  if (release?.publisher?.trustedPublisher !== undefined) return 'trusted-publisher';
  if (release?.attested === true) return 'provenance';
  return release?.publisher === undefined ? 'unavailable' : 'none';
}
