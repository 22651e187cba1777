import { type Bundle, bundleFromJSON, bundleToJSON, isBundleWithDsseEnvelope } from '@sigstore/bundle';
import { type SignedEntity, toSignedEntity } from '@sigstore/verify';

import { CheckFailure, demand } from './checks.ts';
import { asList, asObject, at } from './json.ts';

/** A decoded bundle; nothing of it is verified yet. */
export interface DecodedBundle {
  /** The keyid of the registry key that it claims as its signer; undefined if a certificate signed. */
  readonly keyid: string | undefined;
  readonly payload: Uint8Array;
  /** The signer's certificate as received; undefined if a registry key signed. */
  readonly certificate: Uint8Array | undefined;
  readonly entity: SignedEntity;
  /** Whether it was written exactly as its decoded form would be. */
  readonly faithful: boolean;
}

/**
 * Bundle versions in circulation (sigstore_bundle.proto). The library matches the text loosely and would read an unknown
 * version by the rules of the newest it knows.
 */
const mediaTypes: ReadonlySet<unknown> = new Set([
  'application/vnd.dev.sigstore.bundle+json;version=0.1',
  'application/vnd.dev.sigstore.bundle+json;version=0.2',
  'application/vnd.dev.sigstore.bundle+json;version=0.3',
  'application/vnd.dev.sigstore.bundle.v0.3+json',
]);
const inTotoPayload = 'application/vnd.in-toto+json';

/** Far above what is measured in real bundles (1 entry, 3 certificates of 2 kB, 27 hashes, a checkpoint of 250 bytes). */
const bounds = { entries: 4, timestamps: 4, certificates: 16, hashes: 64, blob: 16_384, number: 32 } as const;

type SigningMaterial = Bundle['verificationMaterial']['content'];

/** The certificates that a bundle brings; only the first one, the signer's, is ever used. */
function certificatesOf(content: SigningMaterial): readonly Uint8Array[] {
  switch (content.$case) {
    case 'publicKey':
      return [];
    case 'certificate':
      return [content.certificate.rawBytes];
    case 'x509CertificateChain':
      return content.x509CertificateChain.certificates.map((certificate) => certificate.rawBytes);
  }
}

/** Bounds what costs more than linear time to verify, before it is parsed any further. */
function demandBounds({ verificationMaterial: material }: Bundle): void {
  const { content, tlogEntries } = material;
  const certificates = certificatesOf(content);
  const timestamps = material.timestampVerificationData?.rfc3161Timestamps ?? [];
  const proofs = tlogEntries.map((entry) => entry.inclusionProof).filter((proof) => proof !== undefined);
  const blobs = [...certificates, ...timestamps.map((timestamp) => timestamp.signedTimestamp)];
  const numbers = [
    ...tlogEntries.flatMap((entry) => [entry.logIndex, entry.integratedTime]),
    ...proofs.map((proof) => proof.logIndex),
  ];
  demand(
    tlogEntries.length <= bounds.entries &&
      timestamps.length <= bounds.timestamps &&
      certificates.length <= bounds.certificates &&
      proofs.every((proof) => proof.hashes.length <= bounds.hashes) &&
      proofs.every((proof) => (proof.checkpoint?.envelope.length ?? 0) <= bounds.blob) &&
      blobs.every((blob) => blob.length <= bounds.blob) &&
      numbers.every((number) => number.length <= bounds.number),
    'bounds',
  );
  // The library hands these to BigInt and Number, which take blanks, signs and hexadecimals.
  demand(
    numbers.every((number) => /^(?:0|[1-9]\d*)$/.test(number)),
    'bundle',
  );
}

function decode(value: unknown): Bundle {
  try {
    return bundleFromJSON(value);
  } catch {
    throw new CheckFailure('bundle'); // ValidationError, TypeError, RangeError: all of them mean "no bundle"
  }
}

/**
 * Whether what was decoded is what was written. The library's decoder stringifies lists, takes any base64 and drops what
 * it does not know; another reader of the same document would then see something else than what was verified.
 * @param written the JSON that came  @param decoded the JSON that the decoded bundle encodes to
 */
function isFaithful(written: unknown, decoded: unknown): boolean {
  const list = asList(decoded);
  if (list !== undefined) {
    const items = asList(written);
    return items?.length === list.length && list.every((item, index) => isFaithful(items[index], item));
  }
  const object = asObject(decoded);
  if (object !== undefined) {
    return Object.entries(object).every(([name, value]) => isFaithful(at(written, name), value));
  }
  // Protobuf's JSON lets 64-bit integers be numbers.
  return written === decoded || (Number.isSafeInteger(written) && String(written) === decoded);
}

function readEntity(bundle: Bundle): SignedEntity {
  try {
    return toSignedEntity(bundle);
  } catch {
    throw new CheckFailure('bundle'); // a certificate or a timestamp that is no DER
  }
}

/**
 * Decodes one Sigstore bundle, within bounds.
 * @throws CheckFailure `bounds`, `bundle`, `payload-type` or `signer`.
 */
export function decodeBundle(value: unknown): DecodedBundle {
  demand(asObject(value) !== undefined && mediaTypes.has(at(value, 'mediaType')), 'bundle');
  const bundle = decode(value);
  demandBounds(bundle);
  demand(isBundleWithDsseEnvelope(bundle), 'bundle');
  const { dsseEnvelope } = bundle.content;
  const { content } = bundle.verificationMaterial;
  if (dsseEnvelope.payloadType !== inTotoPayload) {
    throw new CheckFailure('payload-type', { expected: inTotoPayload, found: dsseEnvelope.payloadType });
  }
  // The envelope's keyid is a hint that nothing signs. npm's client takes it for the signer, so one that says
  // otherwise than the verification material would be judged differently there: refused.
  const hint = content.$case === 'publicKey' ? content.publicKey.hint : '';
  const keyid = dsseEnvelope.signatures[0]?.keyid;
  if (keyid !== hint) throw new CheckFailure('signer', { expected: hint, found: keyid ?? '' });
  return {
    keyid: content.$case === 'publicKey' ? hint : undefined,
    payload: dsseEnvelope.payload,
    certificate: certificatesOf(content)[0],
    entity: readEntity(bundle),
    faithful: isFaithful(value, bundleToJSON(bundle)),
  };
}
