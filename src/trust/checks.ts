/**
 * Everything that can be wrong with one attestation, or with the document that contains it. They are distinguished because
 * each calls for a different action.
 *
 * What is served:
 * - `document`: not the attestations endpoint's JSON. - `bounds`: larger or deeper than any honest one.
 * - `bundle`: no Sigstore bundle of a known version, or one that does not decode.
 * - `payload-type`: the envelope does not hold an in-toto statement. - `statement`: the payload is none.
 * - `predicate-type`: the label outside, which nothing signs, is not the signed statement's.
 *
 * Who signed, when, and whether it is logged:
 * - `signer`: a publish attestation by other than a registry key, a provenance by other than a certificate, or a key
 *   hint that contradicts the signer.
 * - `unknown-key`, `key-period`: a registry key that the registry does not list, or not for that time and use.
 * - `timestamp`: nothing trusted says when it was signed. - `certificate`: not issued by the trusted authority for that
 *   time, not in its certificate log, or not in canonical DER. - `transparency-log`: not proven to be in a trusted log.
 * - `log-entry`: the logged entry is about other content. - `signature`: not made over this content.
 *
 * What it is about:
 * - `integrity`: what is to be matched is not exactly one SHA-512 hash.
 * - `subject-count`, `subject-name`, `subject-digest`: not exactly this package, version and tarball.
 * - `publish-predicate`: the publish attestation's predicate names another package or version.
 *
 * Whose identity it has:
 * - `issuer`: an OIDC issuer that is not trusted for provenance. - `identity`: a certificate without exactly one URI
 *   as its subject, without a source repository, or contradicting itself.
 * - `contradiction`: certificate and statement name different sources. - `identity-conflict`: two provenance
 *   attestations of one document name different sources.
 */
export type AttestationCheck =
  | 'document'
  | 'bounds'
  | 'bundle'
  | 'payload-type'
  | 'statement'
  | 'predicate-type'
  | 'signer'
  | 'unknown-key'
  | 'key-period'
  | 'timestamp'
  | 'certificate'
  | 'transparency-log'
  | 'log-entry'
  | 'signature'
  | 'integrity'
  | 'subject-count'
  | 'subject-name'
  | 'subject-digest'
  | 'publish-predicate'
  | 'issuer'
  | 'identity'
  | 'contradiction'
  | 'identity-conflict';

/** A failed check. `expected` and `found` are for a person; `found` is third-party text. */
export interface FailedCheck {
  readonly check: AttestationCheck;
  readonly expected?: string;
  readonly found?: string;
}

const maxShown = 512;

/** Thrown inside this folder only, and caught by `verifyAttestations`: the first check that fails ends the matter. */
export class CheckFailure extends Error {
  readonly failed: FailedCheck;

  constructor(check: AttestationCheck, difference: { readonly expected?: string; readonly found?: string } = {}) {
    super(check);
    this.name = 'CheckFailure';
    const { expected, found } = difference;
    this.failed = {
      check,
      ...(expected === undefined ? {} : { expected: expected.slice(0, maxShown) }),
      ...(found === undefined ? {} : { found: found.slice(0, maxShown) }),
    };
  }
}

/** @throws CheckFailure unless it held. */
export function demand(held: boolean, check: AttestationCheck): asserts held {
  if (!held) throw new CheckFailure(check);
}

/** @throws CheckFailure unless both are the same text. */
export function demandEqual(check: AttestationCheck, expected: string, found: string | undefined): void {
  if (found !== expected) throw new CheckFailure(check, found === undefined ? { expected } : { expected, found });
}
