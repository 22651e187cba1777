import { createPublicKey, sign, verify } from 'node:crypto';

import { initializeTLog } from '@sigstore/mock/dist/rekor/index.js';

import { type BuildIdentity, buildIdentity } from './build-identity.ts';
import { type Json, newKeys, sha256 } from './key-material.ts';
import { startServer } from './loopback-server.ts';
import { logUrl, preAuthentication } from './private-log.ts';
import { type PrivateSigstore, privateSigstore } from './private-sigstore.ts';

/**
 * GitHub's identity tokens, Fulcio and Rekor on this machine, as strict as the real ones: a token only for the job's secret and
 * the audience that was asked for; a certificate only for a valid token of that audience and a key that its holder has
 * (fulcio, docs/how-certificate-issuing-works.md); an entry only for an envelope that its certificate's key has signed, once
 * (rekor, pkg/types/dsse).
 */
export interface LoopbackSigstore {
  readonly sigstore: PrivateSigstore;
  /** What a policy's `admissions` names: two origins on this machine, without a trailing slash. */
  readonly addresses: { readonly fulcio: string; readonly rekor: string };
  /** What the runner hands to a job with `id-token: write`. */
  readonly env: Readonly<Record<string, string>>;
  /** Paths in the order of their requests. */
  readonly requests: readonly string[];
  /** The commit that the workflow runs on from now on. */
  readonly commitIs: (commit: string) => void;
  /** Answers all further requests of a path with a status. */
  readonly refuse: (path: 'token' | 'signingCert' | 'entries', status: number) => void;
  readonly close: () => Promise<void>;
}

const secret = 'the-secret-of-the-job';

/** @param identity of the workflow that the tokens are for */
export async function startSigstore(identity: Partial<BuildIdentity> = {}): Promise<LoopbackSigstore> {
  const sigstore = await privateSigstore(new Date());
  const { certify, authorityCertificate, logKeys } = sigstore.server;
  const issuer = newKeys();
  let whose = buildIdentity(identity);
  const subject = `repo:${whose.repository}:ref:${whose.ref}`;
  const refused = new Map<string, number>();
  const logged = new Set<string>();

  const server = await startServer((response, { method, path, headers, body }) => {
    const send = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    const url = new URL(path, 'http://loopback');
    const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
    const status = refused.get(last);
    if (status !== undefined) {
      send(status, { message: 'refused' });
      return;
    }
    const answer = async (): Promise<readonly [number, unknown]> => {
      switch (`${method} ${url.pathname}`) {
        case 'GET /token':
          return token(url.searchParams, headers.authorization);
        case 'POST /api/v2/signingCert':
          return signingCertificate(JSON.parse(body.toString('utf8')));
        case 'POST /api/v1/log/entries':
          return entry(JSON.parse(body.toString('utf8')));
        default:
          return [404, {}];
      }
    };
    void answer().then(
      ([code, value]) => send(code, value),
      () => send(400, { code: 3, message: 'bad request' }),
    );
  });

  function token(asked: URLSearchParams, authorization: string | undefined): readonly [number, unknown] {
    if (authorization !== `Bearer ${secret}` || asked.get('api-version') !== '2.0') return [401, {}];
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: whose.issuer, sub: subject, aud: asked.get('audience'), nbf: now - 5, exp: now + 300 };
    const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'ES256', typ: 'JWT' })}.${part(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), { key: issuer.privateKey, dsaEncoding: 'ieee-p1363' });
    return [200, { count: 1, value: `${signed}.${signature.toString('base64url')}` }];
  }

  async function signingCertificate(asked: unknown): Promise<readonly [number, unknown]> {
    const { credentials, publicKeyRequest } = asked as {
      readonly credentials: { readonly oidcIdentityToken: string };
      readonly publicKeyRequest: {
        readonly publicKey: { readonly content: string };
        readonly proofOfPossession: string;
      };
    };
    const [header = '', payload = '', signature = ''] = credentials.oidcIdentityToken.split('.');
    const key = { key: issuer.publicKey, dsaEncoding: 'ieee-p1363' } as const;
    const isSigned = verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Json;
    const isValid = claims['aud'] === 'sigstore' && Number(claims['exp']) * 1000 > Date.now();
    if (!isSigned || !isValid) return [401, { code: 16, message: 'There was an error processing the identity token' }];
    const publicKey = createPublicKey(publicKeyRequest.publicKey.content);
    const proof = Buffer.from(publicKeyRequest.proofOfPossession, 'base64');
    if (!verify('sha256', Buffer.from(String(claims['sub'])), publicKey, proof)) return [400, { code: 3 }];
    const certificates = [await certify(whose, publicKey), authorityCertificate].map(pem);
    return [201, { signedCertificateEmbeddedSct: { chain: { certificates } } }];
  }

  async function entry(asked: unknown): Promise<readonly [number, unknown]> {
    const { kind, apiVersion, spec } = asked as {
      readonly kind: string;
      readonly apiVersion: string;
      readonly spec: { readonly proposedContent: { readonly envelope: string; readonly verifiers: readonly string[] } };
    };
    const { envelope: text, verifiers } = spec.proposedContent;
    if (kind !== 'dsse' || apiVersion !== '0.0.1' || verifiers.length !== 1) return [400, { code: 400 }];
    const envelope = JSON.parse(text) as {
      readonly payload: string;
      readonly payloadType: string;
      readonly signatures: readonly { readonly sig: string }[];
    };
    const [verifier = ''] = verifiers;
    const [signature] = envelope.signatures;
    const payload = Buffer.from(envelope.payload, 'base64');
    const signed = preAuthentication(envelope.payloadType, payload);
    const key = createPublicKey(Buffer.from(verifier, 'base64').toString('utf8'));
    if (signature === undefined || !verify('sha256', signed, key, Buffer.from(signature.sig, 'base64'))) {
      return [400, { code: 400, message: 'error verifying signature' }];
    }
    const hash = (bytes: Uint8Array) => ({ algorithm: 'sha256', value: sha256(bytes).toString('hex') });
    const envelopeHash = hash(Buffer.from(text));
    if (logged.has(envelopeHash.value)) return [409, { code: 409, message: 'an equivalent entry already exists' }];
    logged.add(envelopeHash.value);
    const log = await initializeTLog(logUrl, logKeys, new Date());
    const signatures = [{ signature: signature.sig, verifier }];
    const body = { apiVersion, kind, spec: { payloadHash: hash(payload), envelopeHash, signatures } };
    return [201, await log.log(body)];
  }

  const origin = server.url.replace(/\/$/, '');
  return {
    sigstore,
    addresses: { fulcio: origin, rekor: origin },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret,
    },
    get requests() {
      return server.requests.map(({ path }) => path.replace(/\?.*$/, ''));
    },
    commitIs: (commit) => void (whose = { ...whose, commit }),
    refuse: (path, status) => void refused.set(path, status),
    close: server.close,
  };
}

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
