import type { Publisher, TrustLevel, TrustRank } from '../model/index.ts';
import type { Platform } from './trust-material.ts';

export interface TrustEvidence {
  /** Undefined: the packument does not say. */
  readonly publisher: Publisher | undefined;
  /**
   * `unavailable`: claimed or possible, but not read. `not-applicable`: this registry gives none, so nothing is missing.
   */
  readonly provenance: 'verified' | 'invalid' | 'absent' | 'unavailable' | 'not-applicable';
  /** Of the verified provenance. */
  readonly platform?: Platform | undefined;
}

const exactly = (rank: TrustRank): TrustLevel => ({ atLeast: rank, atMost: rank });

/** A trusted publisher on one CI service whose verified provenance comes from another is not what it claims. */
function agrees({ publisher, provenance, platform }: TrustEvidence): boolean {
  const id = publisher?.trustedPublisher?.id;
  return (
    provenance !== 'verified' || id === undefined || platform === undefined || platform === 'other' || id === platform
  );
}

/**
 * The trust that one version was published with: staged > trusted publisher > provenance > none. Staging and trusted
 * publishing are the registry's word and nothing signs them; what can be verified, the attestations, is: where it is
 * invalid or contradicts the word, the word does not count.
 */
export function trustStanding(evidence: TrustEvidence): TrustLevel {
  const { publisher, provenance } = evidence;
  if (provenance === 'invalid') return exactly('none');
  const proven: TrustRank = provenance === 'verified' ? 'provenance' : 'none';
  if (publisher === undefined) return { atLeast: proven, atMost: 'staged' };
  if (!agrees(evidence)) return exactly(proven);
  const word: TrustRank =
    publisher.approver !== undefined
      ? 'staged'
      : publisher.trustedPublisher !== undefined
        ? 'trusted-publisher'
        : 'none';
  if (provenance === 'unavailable') {
    // The unread attestation may turn out invalid, and then the word counts for nothing.
    return { atLeast: 'none', atMost: word === 'none' ? 'provenance' : word };
  }
  return exactly(word === 'none' ? proven : word);
}
