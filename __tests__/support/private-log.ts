/** Entries of the private Sigstore's transparency log, in the forms that a bundle holds. */
import { createPublicKey } from 'node:crypto';

import { initializeTLog } from '@sigstore/mock/dist/rekor/index.js';

import { type Json, type Keys, sha256, spki } from './key-material.ts';

export const payloadType = 'application/vnd.in-toto+json';
export const logUrl = 'https://rekor.sigstore.example';

/** What the mock's transparency log answers, as far as it is used. */
interface LoggedEntry {
  readonly body: string;
  readonly integratedTime: number;
  readonly logID: string;
  readonly logIndex: number;
  readonly verification: {
    readonly signedEntryTimestamp: string;
    readonly inclusionProof: {
      readonly logIndex: number;
      readonly treeSize: number;
      readonly checkpoint: string;
      readonly rootHash: string;
    };
  };
}

export interface Signed {
  readonly payload: Buffer;
  readonly signature: Buffer;
  /** PEM of the certificate or of the key, as the log records it. */
  readonly verifier: string;
}

/** DSSE's pre-authentication encoding: what is signed (https://github.com/secure-systems-lab/dsse). */
export const preAuthentication = (type: string, payload: Buffer) =>
  Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload]);

function entryBody(kind: 'intoto' | 'dsse', { payload, signature, verifier }: Signed): Json {
  const payloadHash = { algorithm: 'sha256', value: sha256(payload).toString('hex') };
  const sig = signature.toString('base64');
  const publicKey = Buffer.from(verifier).toString('base64');
  if (kind === 'dsse') {
    const signatures = [{ signature: sig, verifier: publicKey }];
    return { apiVersion: '0.0.1', kind, spec: { payloadHash, envelopeHash: payloadHash, signatures } };
  }
  const envelope = { payloadType, signatures: [{ sig: Buffer.from(sig).toString('base64'), publicKey }] };
  return { apiVersion: '0.0.2', kind, spec: { content: { envelope, payloadHash, hash: payloadHash } } };
}

/** Logs in Rekor v1: the log promises inclusion, and with it a time. */
export async function logV1(
  keys: Keys,
  kind: 'intoto' | 'dsse',
  signed: Signed,
  clock: Date,
  withPromise: boolean,
): Promise<Json> {
  const log = await initializeTLog(logUrl, keys, clock);
  const body = entryBody(kind, signed);
  const answer = (await log.log(body)) as unknown as Record<string, LoggedEntry>;
  const [entry] = Object.values(answer);
  if (entry === undefined) throw new Error('the transparency log answered nothing');
  const proof = entry.verification.inclusionProof;
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: Buffer.from(entry.logID, 'hex').toString('base64') },
    kindVersion: { kind, version: body.apiVersion },
    integratedTime: String(entry.integratedTime),
    inclusionPromise: withPromise ? { signedEntryTimestamp: entry.verification.signedEntryTimestamp } : null,
    inclusionProof: {
      logIndex: String(proof.logIndex),
      rootHash: Buffer.from(proof.rootHash, 'hex').toString('base64'),
      treeSize: String(proof.treeSize),
      hashes: [],
      checkpoint: { envelope: proof.checkpoint },
    },
    canonicalizedBody: entry.body,
  };
}

/** Rekor v2 records the hash of what was signed, and gives no time of its own. */
export async function logV2(keys: Keys, signed: Signed, certificate: Buffer | undefined, clock: Date): Promise<Json> {
  const log = await initializeTLog(logUrl, keys, clock);
  const digest = sha256(preAuthentication(payloadType, signed.payload)).toString('base64');
  const verifier =
    certificate === undefined
      ? { publicKey: { rawBytes: spki(createPublicKey(signed.verifier)).toString('base64') } }
      : { x509Certificate: { rawBytes: certificate.toString('base64') } };
  const body = {
    apiVersion: '0.0.2',
    kind: 'hashedrekord',
    spec: {
      hashedRekordV002: {
        data: { algorithm: 'SHA2_256', digest },
        signature: {
          content: signed.signature.toString('base64'),
          verifier: { ...verifier, keyDetails: 'PKIX_ECDSA_P256_SHA_256' },
        },
      },
    },
  };
  const entry = await log.logV2(body as unknown as Parameters<typeof log.logV2>[0]);
  const proof = entry.inclusionProof;
  return {
    logIndex: entry.logIndex,
    logId: { keyId: entry.logId?.keyId.toString('base64') },
    kindVersion: { kind: 'hashedrekord', version: '0.0.2' },
    integratedTime: '0',
    inclusionPromise: null,
    inclusionProof: {
      logIndex: '0',
      rootHash: proof?.rootHash.toString('base64'),
      treeSize: '1',
      hashes: [],
      checkpoint: { envelope: proof?.checkpoint?.envelope },
    },
    canonicalizedBody: entry.canonicalizedBody.toString('base64'),
  };
}
