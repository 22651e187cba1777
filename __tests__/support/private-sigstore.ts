/**
 * A Sigstore deployment and a signing registry of one's own, made at test time and without network: certificate
 * authority, certificate log, transparency log, timestamp authority, trusted root, registry keys.
 *
 *     const sigstore = await privateSigstore();
 *     const key = registryKey();
 *     const document = attestationsDocument(
 *       await sigstore.provenance({ name, version, integrity, identity: { repository: 'acme/widget' } }),
 *       await sigstore.publishAttestation({ name, version, integrity, key }),
 *     );
 *     verifyAttestations({ document, name, version, integrity, trust: sigstore.trust, registryKeys: key.keys });
 *
 * Everything is honest unless a `defect` is asked for. Time starts when the deployment is made: nothing can be signed
 * before.
 */
import { type KeyObject, sign } from 'node:crypto';

import { initializeCA, initializeCTLog } from '@sigstore/mock/dist/fulcio/index.js';
import { initializeTSA } from '@sigstore/mock/dist/timestamp/index.js';

import { purlOf } from '../../src/model/identity.ts';
import { type Trust, trustFrom, type TrustedIssuer } from '../../src/trust/trust-material.ts';
import {
  type BuildIdentity,
  buildIdentity,
  certificateExtensions,
  provenancePredicate,
  subjectOf,
} from './build-identity.ts';
import { resignedForEmail, retaggedForEmail } from './email-certificate.ts';
import { base64, type Json, type Keys, newKeys, sha256, spki } from './key-material.ts';
import { logUrl, logV1, logV2, payloadType, preAuthentication } from './private-log.ts';
import type { Artifact, RegistrySigner } from './registry-signer.ts';

export type { BuildIdentity } from './build-identity.ts';
export { integrityOf, registryKey, type RegistrySigner } from './registry-signer.ts';

/** An entry of the attestations endpoint's document. */
export interface AttestationEntry {
  readonly predicateType: string;
  readonly bundle: Readonly<Record<string, unknown>>;
}

/**
 * What can be wrong with an attestation beyond what it honestly says of another package or by another identity.
 * - `altered-payload`: edited after signing. `other-signature`: signed by a key that is not the certificate's.
 * - `other-authority`: a certificate by an authority of the same name that nobody trusts. `other-certificate-log`,
 *   `no-certificate-log`: its timestamp is by an unknown log, or missing.
 * - `other-log`: logged in a transparency log that nobody trusts. `unlogged`: no entry. `no-timestamp`: an entry that
 *   promises no time. `other-entry`: the entry of another signature.
 * - `expired-certificate`: logged eleven minutes after it was issued; certificates live for ten.
 * - `label`: the outer predicate type is another's. `payload-type`: the envelope says that it holds plain JSON.
 * - `keyid`: the envelope names a key that did not sign.
 */
export type Defect =
  | 'altered-payload'
  | 'other-signature'
  | 'other-authority'
  | 'other-certificate-log'
  | 'no-certificate-log'
  | 'other-log'
  | 'unlogged'
  | 'no-timestamp'
  | 'other-entry'
  | 'expired-certificate'
  | 'label'
  | 'payload-type'
  | 'keyid';

interface AttestationOptions extends Artifact {
  readonly defect?: Defect;
  /** Edits the statement before it is signed. */
  readonly statement?: (statement: Json) => Json;
}

export interface ProvenanceOptions extends AttestationOptions {
  readonly identity?: Partial<BuildIdentity>;
  readonly predicateType?: 'https://slsa.dev/provenance/v0.2' | 'https://slsa.dev/provenance/v1';
  /** How the signature is logged: the two kinds of Rekor v1, or Rekor v2 with a signed timestamp. */
  readonly log?: 'intoto' | 'dsse' | 'rekor-v2';
  readonly bundle?: '0.1' | '0.2' | '0.3';
  /** Signed by this registry key in the place of a certificate. */
  readonly signedBy?: RegistrySigner;
}

export interface PublishOptions extends AttestationOptions {
  readonly key: RegistrySigner;
  /** Signed by a certificate in the place of the registry's key. */
  readonly signedByCertificate?: boolean;
}

export interface PrivateSigstore {
  /** The text of `trusted_root.json`. */
  readonly trustedRoot: string;
  readonly trust: Trust;
  trustWith(issuers: readonly TrustedIssuer[]): Trust;
  provenance(options: ProvenanceOptions): Promise<AttestationEntry>;
  publishAttestation(options: PublishOptions): Promise<AttestationEntry>;
  /** Any statement about the artifact, signed by a certificate. */
  attestation(
    options: ProvenanceOptions & { readonly type: string; readonly predicate: Json },
  ): Promise<AttestationEntry>;
  /** What a server needs that stands for this deployment. */
  readonly server: {
    readonly certify: (identity: BuildIdentity, publicKey: KeyObject) => Promise<Buffer>;
    readonly authorityCertificate: Buffer;
    readonly logKeys: Keys;
  };
}

export const publishPredicateType = 'https://github.com/npm/attestation/tree/main/specs/publish/v0.1';
const since = '2019-01-01T00:00:00Z';
const certificateLife = 11 * 60_000;

const pem = (bytes: ArrayBufferView) => `-----BEGIN CERTIFICATE-----\n${base64(bytes)}\n-----END CERTIFICATE-----\n`;

export function attestationsDocument(...attestations: readonly AttestationEntry[]): {
  readonly attestations: readonly AttestationEntry[];
} {
  return { attestations };
}

const mediaTypeOf = (version: '0.1' | '0.2' | '0.3') =>
  version === '0.3'
    ? 'application/vnd.dev.sigstore.bundle.v0.3+json'
    : `application/vnd.dev.sigstore.bundle+json;version=${version}`;

/** Before everything that the loopback registry says was published. */
const longAgo = new Date('2019-12-01T00:00:00.000Z');

/**
 * Makes a deployment; about 100 ms, so once per test file.
 * @param now when everything is signed; its certificates live for a year from then
 */
export async function privateSigstore(now: Date = longAgo): Promise<PrivateSigstore> {
  const keys = { authority: newKeys(), certificateLog: newKeys(), log: newKeys(), timestamps: newKeys() };
  const stranger = newKeys();
  const certificateLog = await initializeCTLog(keys.certificateLog, now);
  const authority = await atTime(now, () => initializeCA(keys.authority, certificateLog, now));
  const timestamps = await atTime(now, () => initializeTSA(keys.timestamps, now));

  const logInstance = (publicKey: Buffer, baseUrl: string) => ({
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: base64(publicKey), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor: { start: since } },
    logId: { keyId: sha256(publicKey).toString('base64') },
  });
  const chain = (uri: string, ...certificates: readonly ArrayBufferView[]) => ({
    subject: { organization: 'sigstore.example', commonName: 'sigstore' },
    uri,
    certChain: { certificates: certificates.map((certificate) => ({ rawBytes: base64(certificate) })) },
    validFor: { start: since },
  });
  const trustedRoot = JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logInstance(spki(keys.log.publicKey), logUrl)],
    certificateAuthorities: [chain('https://fulcio.sigstore.example', authority.rootCertificate)],
    ctlogs: [logInstance(spki(keys.certificateLog.publicKey), 'https://ctfe.sigstore.example')],
    timestampAuthorities: [
      chain('https://timestamp.sigstore.example', timestamps.intCertificate, timestamps.rootCertificate),
    ],
  });

  async function issue(identity: BuildIdentity, publicKey: KeyObject, defect: Defect | undefined): Promise<Buffer> {
    const subject = subjectOf(identity);
    const isEmail = identity.email !== undefined;
    const authorityKeys = defect === 'other-authority' ? stranger : keys.authority;
    const log = defect === 'other-certificate-log' ? await initializeCTLog(stranger, now) : certificateLog;
    const emailLog = {
      publicKey: log.publicKey,
      logID: log.logID,
      log: (certificate: ArrayBuffer, issuer: ArrayBuffer) => log.log(retaggedForEmail(certificate, subject), issuer),
    };
    const usedLog = defect === 'no-certificate-log' ? undefined : isEmail ? emailLog : log;
    const isOrdinary = authorityKeys === keys.authority && usedLog === certificateLog;
    const issuer = isOrdinary ? authority : await atTime(now, () => initializeCA(authorityKeys, usedLog, now));
    const certificate = await issuer.issueCertificate({
      publicKey: spki(publicKey),
      subjectAltName: subject,
      extensions: certificateExtensions(identity),
    });
    const der = Buffer.from(certificate.buffer, certificate.byteOffset, certificate.byteLength);
    return isEmail ? resignedForEmail(der, subject, authorityKeys.privateKey) : der;
  }

  interface Sealing extends ProvenanceOptions {
    readonly type: string;
    readonly predicate: Json;
  }

  async function seal(options: Sealing): Promise<AttestationEntry> {
    const { defect, signedBy, log = 'dsse', bundle = log === 'intoto' ? '0.2' : '0.3' } = options;
    const signer = signedBy?.keyPair ?? newKeys();
    const certificate =
      signedBy === undefined ? await issue(buildIdentity(options.identity), signer.publicKey, defect) : undefined;
    const honest = {
      _type: options.type.endsWith('/v1') ? 'https://in-toto.io/Statement/v1' : 'https://in-toto.io/Statement/v0.1',
      subject: [subjectEntry(options)],
      predicateType: options.type,
      predicate: options.predicate,
    };
    const payload = Buffer.from(JSON.stringify(options.statement?.(honest) ?? honest));
    const type = defect === 'payload-type' ? 'application/json' : payloadType;
    const signingKey = defect === 'other-signature' ? stranger.privateKey : signer.privateKey;
    const signed = {
      payload,
      signature: sign('sha256', preAuthentication(type, payload), signingKey),
      verifier:
        certificate === undefined
          ? signer.publicKey.export({ format: 'pem', type: 'spki' }).toString()
          : pem(certificate),
    };
    const logged = defect === 'other-entry' ? { ...signed, signature: sign('sha256', payload, signingKey) } : signed;
    // Whole seconds: @sigstore/core reads a timestamp's fraction only where it has three digits, and DER drops zeros.
    const seconds = Math.floor(now.getTime() / 1000);
    const clock = new Date(seconds * 1000 + (defect === 'expired-certificate' ? certificateLife : 0));
    const logKeys = defect === 'other-log' ? stranger : keys.log;
    const entry =
      log === 'rekor-v2'
        ? await logV2(logKeys, logged, certificate, clock)
        : await logV1(logKeys, log, logged, clock, defect !== 'no-timestamp');
    const withStamp = log === 'rekor-v2' && defect !== 'no-timestamp';
    const stamp = withStamp
      ? await (await atTime(now, () => initializeTSA(keys.timestamps, clock))).timestamp(stampRequest(signed.signature))
      : undefined;
    const raw = certificate === undefined ? undefined : { rawBytes: certificate.toString('base64') };
    const keyid = signedBy?.keyid ?? '';
    const signerMaterial =
      raw === undefined
        ? { publicKey: { hint: keyid } }
        : bundle === '0.3'
          ? { certificate: raw }
          : { x509CertificateChain: { certificates: [raw] } };
    const sent = defect === 'altered-payload' ? Buffer.from(payload.toString('utf8').replace('{', '{ ')) : payload;
    return {
      predicateType: defect === 'label' ? 'https://slsa.dev/provenance/v0.1' : options.type,
      bundle: {
        mediaType: mediaTypeOf(bundle),
        verificationMaterial: {
          ...signerMaterial,
          tlogEntries: defect === 'unlogged' ? [] : [entry],
          timestampVerificationData: {
            rfc3161Timestamps: stamp === undefined ? [] : [{ signedTimestamp: base64(stamp) }],
          },
        },
        dsseEnvelope: {
          payload: sent.toString('base64'),
          payloadType: type,
          signatures: [
            { sig: signed.signature.toString('base64'), keyid: defect === 'keyid' ? 'SHA256:another' : keyid },
          ],
        },
      },
    };
  }

  return {
    trustedRoot,
    trust: trustFrom(trustedRoot, 'trusted_root.json'),
    trustWith: (issuers) => trustFrom(trustedRoot, 'trusted_root.json', issuers),
    attestation: seal,
    server: {
      certify: (identity, publicKey) => issue(identity, publicKey, undefined),
      authorityCertificate: Buffer.from(base64(authority.rootCertificate), 'base64'),
      logKeys: keys.log,
    },
    provenance: (options) => {
      const type = options.predicateType ?? 'https://slsa.dev/provenance/v1';
      return seal({ ...options, type, predicate: provenancePredicate(type, buildIdentity(options.identity)) });
    },
    publishAttestation: ({ key, signedByCertificate = false, ...options }) => {
      const { name, version } = options;
      return seal({
        ...options,
        ...(signedByCertificate ? {} : { signedBy: key }),
        log: 'intoto',
        type: publishPredicateType,
        predicate: { name, version, registry: 'https://registry.example' },
      });
    },
  };
}

/** Root certificates are made by the clock of the process, which nothing else reads meanwhile. */
async function atTime<T>(now: Date, make: () => Promise<T>): Promise<T> {
  const before = inTurn;
  let done: () => void = () => undefined;
  inTurn = new Promise((resolve) => {
    done = resolve;
  });
  await before;
  const real = globalThis.Date;
  const standing = class extends real {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [now] : given) as [Date]));
    }
    static override now() {
      return now.getTime();
    }
  };
  globalThis.Date = standing as DateConstructor;
  try {
    return await make();
  } finally {
    globalThis.Date = real;
    done();
  }
}

let inTurn: Promise<void> = Promise.resolve();

function subjectEntry({ name, version, integrity }: Artifact): Json {
  const sha512 = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  return { name: purlOf(name, version), digest: { sha512 } };
}

const stampRequest = (signature: Buffer) => ({
  artifactHash: sha256(signature),
  hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
  nonce: 1,
  policyOID: '1.3.6.1.4.1.57264.2',
});
