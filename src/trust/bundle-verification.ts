import { X509Certificate } from 'node:crypto';

import { type Signer, VerificationError, type Verifier } from '@sigstore/verify';

import type { Instant } from '../model/index.ts';
import type { DecodedBundle } from './bundle.ts';
import { type AttestationCheck, CheckFailure, demand } from './checks.ts';

/** Everything that VerificationError's codes tell apart, in our words. */
function checkOf(error: unknown): AttestationCheck {
  if (!(error instanceof VerificationError)) return 'bundle';
  switch (error.code) {
    case 'TIMESTAMP_ERROR':
      return 'timestamp';
    case 'CERTIFICATE_ERROR':
      return 'certificate';
    case 'PUBLIC_KEY_ERROR':
      return 'key-period';
    case 'TLOG_BODY_ERROR':
      return 'log-entry';
    case 'TLOG_ERROR':
    case 'TLOG_INCLUSION_PROOF_ERROR':
    case 'TLOG_INCLUSION_PROMISE_ERROR':
    case 'TLOG_MISSING_INCLUSION_ERROR':
      return 'transparency-log';
    case 'SIGNATURE_ERROR':
      return 'signature';
    case 'NOT_IMPLEMENTED_ERROR':
      return 'bundle';
  }
}

/**
 * The library verifies a certificate in the form that it would itself write, and never looks at the outermost tag;
 * identities are read from the bytes as they came. Only where that form is these bytes, and OpenSSL too reads them as a
 * certificate, does the authority's signature cover what is read.
 */
function isCanonical({ certificate, entity }: DecodedBundle): boolean {
  if (certificate === undefined || entity.key.$case !== 'certificate') return entity.key.$case === 'public-key';
  const written = entity.key.certificate.root.toDER();
  return written.equals(certificate) && new X509Certificate(certificate).raw.equals(written);
}

/**
 * Verifies timestamps, signing key, log entries and signature.
 * @throws CheckFailure naming the first of them that does not hold.
 */
export function verifyBundle(decoded: DecodedBundle, verifier: Verifier): Signer {
  let signer: Signer;
  let canonical: boolean;
  try {
    signer = verifier.verify(decoded.entity);
    canonical = isCanonical(decoded);
  } catch (error) {
    throw new CheckFailure(checkOf(error));
  }
  demand(canonical, 'certificate');
  demand(decoded.faithful, 'bundle');
  return signer;
}

/** The earliest time that the verified log entries and timestamps of a bundle vouch for. Call only after `verifyBundle`. */
export function signedAt({ entity }: DecodedBundle): Instant {
  const times = entity.timestamps.flatMap((stamp) => {
    if (stamp.$case === 'timestamp-authority') return [stamp.timestamp.signingTime.getTime()];
    // Without the log's promise the integrated time is covered by no signature; the verifier does not count it either.
    return stamp.tlogEntry.inclusionPromise === undefined ? [] : [Number(stamp.tlogEntry.integratedTime) * 1000];
  });
  return new Date(Math.min(...times)).toISOString();
}
