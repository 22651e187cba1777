import type { Signer } from '@sigstore/verify';

import { purlOf } from '../model/identity.ts';
import type { Instant } from '../model/index.ts';
import { isBounded } from '../registry/bounds.ts';
import { decodeBundle } from './bundle.ts';
import { signedAt, verifyBundle } from './bundle-verification.ts';
import { CheckFailure, demandEqual, type FailedCheck } from './checks.ts';
import { readClaims } from './claims.ts';
import { type Identity, readIdentity } from './identity.ts';
import { sha512Hex } from './integrity.ts';
import { asList, asObject, at } from './json.ts';
import type { RegistryKeys } from './registry-keys.ts';
import { type AttestationKind, demandPublish, demandSubject, kindOf, parseStatement } from './statement.ts';
import type { Trust } from './trust-material.ts';

/**
 * `signedAt` is the earliest time that a trusted log or timestamp authority vouches for: unlike a packument's `time`, a
 * signature covers it.
 */
export interface VerifiedProvenance {
  readonly state: 'verified';
  readonly kind: 'provenance';
  readonly predicateType: string;
  readonly signedAt: Instant;
  readonly identity: Identity;
}
export interface VerifiedPublish {
  readonly state: 'verified';
  readonly kind: 'publish';
  readonly predicateType: string;
  readonly signedAt: Instant;
  /** The registry key that signed. */
  readonly keyid: string;
  /** The registry that the statement names. Third-party text. */
  readonly registry: string | undefined;
}
/** Verified and about this package, of a type that lockgate does not read further. */
export interface VerifiedOther {
  readonly state: 'verified';
  readonly kind: 'other';
  readonly predicateType: string;
  readonly signedAt: Instant;
  readonly keyid: string | undefined;
}
export interface InvalidAttestation extends FailedCheck {
  readonly state: 'invalid';
  /** What it calls itself: nothing about it is proven. */
  readonly kind: AttestationKind;
}
export type Attestation = VerifiedProvenance | VerifiedPublish | VerifiedOther | InvalidAttestation;

export type Provenance =
  | { readonly state: 'verified'; readonly identity: Identity }
  /** Some attestation of the document (not necessarily the provenance) does not hold: the first of them. */
  | ({ readonly state: 'invalid'; readonly kind: AttestationKind | undefined } & FailedCheck)
  | { readonly state: 'absent' };

export interface Attestations {
  /** In the document's order. Empty for a document that is not the endpoint's. */
  readonly attestations: readonly Attestation[];
  readonly provenance: Provenance;
  readonly publish: 'verified' | 'invalid' | 'absent';
}

export interface AttestedRelease {
  /** The parsed JSON of `GET /-/npm/v1/attestations/name@version`. */
  readonly document: unknown;
  readonly name: string;
  readonly version: string;
  /** The lockfile's integrity: `sha512-<base64>`, one hash. */
  readonly integrity: string;
  readonly trust: Trust;
  readonly registryKeys: RegistryKeys;
}

const maxAttestations = 16;

function readEntries(document: unknown): readonly unknown[] {
  if (!isBounded(document)) throw new CheckFailure('bounds');
  const entries = asList(asObject(document)?.attestations);
  if (entries === undefined) throw new CheckFailure('document');
  if (entries.length > maxAttestations) throw new CheckFailure('bounds');
  return entries;
}

/** A registry vouches for its publish attestation with its key; a build vouches for its provenance with a certificate. */
function demandSigner(kind: AttestationKind, keyid: string | undefined): void {
  const keyed = keyid !== undefined;
  if ((kind === 'publish' && !keyed) || (kind === 'provenance' && keyed)) throw new CheckFailure('signer');
}

function verifyEntry(entry: unknown, release: AttestedRelease): Attestation {
  const { name, version, trust, registryKeys } = release;
  if (asObject(entry) === undefined) throw new CheckFailure('document');
  const decoded = decodeBundle(at(entry, 'bundle'));
  const { keyid } = decoded;
  if (keyid !== undefined && !registryKeys.has(keyid)) throw new CheckFailure('unknown-key', { found: keyid });
  const signer: Signer = verifyBundle(decoded, trust.verifierFor(registryKeys));

  const statement = parseStatement(decoded.payload);
  const { predicateType } = statement;
  const label = at(entry, 'predicateType');
  demandEqual('predicate-type', predicateType, typeof label === 'string' ? label : undefined);
  const kind = kindOf(predicateType);
  demandSigner(kind, keyid);
  const sha512 = sha512Hex(release.integrity);
  if (sha512 === undefined) throw new CheckFailure('integrity');
  demandSubject(statement, purlOf(name, version), sha512);

  const verified = { state: 'verified', predicateType, signedAt: signedAt(decoded) } as const;
  if (kind === 'provenance') {
    return { ...verified, kind, identity: readIdentity(signer, readClaims(statement), trust.issuers) };
  }
  if (kind === 'publish' && keyid !== undefined) {
    return { ...verified, kind, keyid, registry: demandPublish(statement, name, version) };
  }
  return { ...verified, kind: 'other', keyid };
}

function judgeEntry(entry: unknown, release: AttestedRelease): Attestation {
  try {
    return verifyEntry(entry, release);
  } catch (error) {
    // Whatever a library throws over hostile bytes, the attestation does not hold.
    const failed: FailedCheck = error instanceof CheckFailure ? error.failed : { check: 'bundle' };
    return { state: 'invalid', kind: kindOf(at(entry, 'predicateType')), ...failed };
  }
}

/** Two provenances of one tarball that name different sources cannot both be its source. */
function judgeConflict(attestations: readonly Attestation[]): FailedCheck | undefined {
  const sources = attestations.flatMap((one) =>
    one.state === 'verified' && one.kind === 'provenance' ? [one.identity] : [],
  );
  const [first, ...others] = sources;
  const other = others.find(
    (identity) => identity.sourceRepository !== first?.sourceRepository || identity.commit !== first.commit,
  );
  return other === undefined || first === undefined
    ? undefined
    : { check: 'identity-conflict', expected: first.sourceRepository, found: other.sourceRepository };
}

function summarise(attestations: readonly Attestation[]): Provenance {
  const broken = attestations.find((one) => one.state === 'invalid');
  if (broken !== undefined) return broken;
  const conflict = judgeConflict(attestations);
  if (conflict !== undefined) return { state: 'invalid', kind: 'provenance', ...conflict };
  const provenance = attestations.find((one) => one.state === 'verified' && one.kind === 'provenance');
  return provenance === undefined ? { state: 'absent' } : { state: 'verified', identity: provenance.identity };
}

function judgePublish(attestations: readonly Attestation[]): Attestations['publish'] {
  const published = attestations.filter((one) => one.kind === 'publish');
  if (published.length === 0) return 'absent';
  return published.every((one) => one.state === 'verified') ? 'verified' : 'invalid';
}

/**
 * Verifies everything that a registry's attestations document says of one package version, against the bytes that the
 * lockfile pins. Synchronous, no network, no clock; never throws: whatever is malformed is `invalid`, never absent.
 *
 * `provenance` is `invalid` if any attestation of the document is, because a document that was tampered with anywhere
 * is not one to rely on; it is `absent` for a document that honestly holds none. A packument that claims a provenance
 * which the document lacks is the caller's to notice.
 */
export function verifyAttestations(release: AttestedRelease): Attestations {
  let entries: readonly unknown[];
  try {
    entries = readEntries(release.document);
  } catch (error) {
    const failed: FailedCheck = error instanceof CheckFailure ? error.failed : { check: 'document' };
    return { attestations: [], provenance: { state: 'invalid', kind: undefined, ...failed }, publish: 'invalid' };
  }
  const attestations = entries.map((entry) => judgeEntry(entry, release));
  return { attestations, provenance: summarise(attestations), publish: judgePublish(attestations) };
}
