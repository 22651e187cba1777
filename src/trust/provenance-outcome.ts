import type { BoundTo, BuildIdentity, FailedAttestation, ProvenanceOutcome } from '../model/index.ts';
import type { Attestations } from './attestation.ts';
import type { FailedCheck } from './checks.ts';
import type { Identity } from './identity.ts';

/** The outcome of one document's verified attestations; undefined for a valid document without any. */
export function provenanceOutcome(judged: Attestations, boundTo: BoundTo): ProvenanceOutcome | undefined {
  const { attestations, provenance } = judged;
  if (provenance.state === 'invalid') {
    const failed = attestations.flatMap((one) => (one.state === 'invalid' ? [failedOf(one.kind, one)] : []));
    return { state: 'invalid', failed: failed.length > 0 ? failed : [failedOf(provenance.kind, provenance)] };
  }
  const verified = attestations.flatMap((one) => (one.state === 'verified' ? [one] : []));
  if (verified.length === 0) return undefined;
  const published = verified.find((one) => one.kind === 'publish');
  const publish = published === undefined ? {} : { publishKeyid: published.keyid, publishedAt: published.signedAt };
  const built = verified.find((one) => one.kind === 'provenance');
  if (built === undefined) return { state: 'no-provenance', ...publish };
  const { predicateType, signedAt, identity } = built;
  return { state: 'verified', identity: identityOf(identity), predicateType, signedAt, boundTo, ...publish };
}

function failedOf(
  kind: FailedAttestation['kind'] | undefined,
  { check, expected, found }: FailedCheck,
): FailedAttestation {
  return {
    kind: kind ?? 'document',
    check,
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
  };
}

/** The same, with what is not known left out: it is compared as JSON. */
function identityOf(identity: Identity): BuildIdentity {
  const known = Object.entries(identity).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as unknown as BuildIdentity;
}
