import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

import { parseInstant } from './instant.ts';
import { asList, asObject, asText, at, type JsonObject } from './json.ts';
import { seedTexts } from './seeds.ts';

/** A span of time in milliseconds since the epoch, from `start` up to but without `end`. */
export interface KeyPeriod {
  readonly start: number;
  readonly end: number;
}

/** One public key of a registry, ready to verify with. */
export interface RegistryKey {
  readonly keyid: string;
  readonly publicKey: KeyObject;
  /** When it may sign `dist.signatures`; absent: never. */
  readonly signatures?: KeyPeriod;
  /** When it may sign publish attestations; absent: never. */
  readonly attestations?: KeyPeriod;
}

/** A list's keys by the keyids that it gives them: a keyid is a name, and registries choose it as they like. */
export type RegistryKeys = ReadonlyMap<string, RegistryKey>;

/**
 * Why a listed key is not used.
 * - `shape`: no object with the fields of a key, or a field of another type or length.
 * - `algorithm`: not ECDSA on P-256 with SHA-256, the only scheme npm registries sign with.
 * - `material`: the key's bytes are no such public key.
 * - `period`: a validity date is no ISO 8601 instant.
 * - `conflict`: the list gives two different keys under the keyid; neither counts.
 * - `duplicate`: the keyid was listed before for the same use.
 */
export type KeyRefusal = 'shape' | 'algorithm' | 'material' | 'period' | 'conflict' | 'duplicate';

export type KeyList =
  | {
      readonly state: 'keys';
      readonly keys: RegistryKeys;
      /** Keys that were listed and are not used. An empty `keys` with refusals is not "the registry has no keys". */
      readonly refused: readonly { readonly position: number; readonly reason: KeyRefusal }[];
      /** The keyids under which the list has entries but no key that can be used, each with the first reason. */
      readonly unusable: ReadonlyMap<string, KeyRefusal>;
    }
  /** No list of keys at all: never to be read as an empty list. */
  | { readonly state: 'malformed' };

const maxKeys = 64;
const maxKeyLength = 512;
const ecdsa = 'ecdsa-sha2-nistp256';
const always: KeyPeriod = { start: -Infinity, end: Infinity };

function sshText(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/**
 * npm's keyid of a P-256 key: `SHA256:` and the unpadded base64 of the SHA-256 of the key's OpenSSH wire encoding
 * (RFC 5656 section 3.1), which is what `ssh-keygen -lf` prints. Measured on both keys of the public registry: the
 * digest of the SPKI, of the point and of the base64 text are all different.
 */
export function keyidOf(publicKey: KeyObject): string {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const wire = Buffer.concat([Buffer.from(ecdsa), Buffer.from('nistp256'), point].map(sshText));
  return `SHA256:${createHash('sha256').update(wire).digest('base64').replace(/=+$/, '')}`;
}

function readPublicKey(base64: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** The period between two optional dates; undefined where one is given and is no instant. */
function readPeriod(start: unknown, end: unknown): KeyPeriod | undefined {
  const from = start === undefined || start === null ? always.start : parseInstant(start);
  const until = end === undefined || end === null ? always.end : parseInstant(end);
  return from === undefined || until === undefined ? undefined : { start: from, end: until };
}

/** What both documents say of a key, in one form. */
interface Listed {
  readonly keyid: string | undefined;
  readonly spki: string | undefined;
  readonly supported: boolean;
  readonly period: KeyPeriod | undefined;
  readonly uses: readonly ('signatures' | 'attestations')[];
}

/** `{expires, keyid, keytype, scheme, key}`: the keys endpoint's form. */
function readEndpointKey(entry: JsonObject): Listed {
  return {
    keyid: asText(entry.keyid),
    spki: asText(entry.key),
    supported: entry.keytype === ecdsa && entry.scheme === ecdsa,
    period: readPeriod(undefined, entry.expires),
    uses: ['signatures', 'attestations'],
  };
}

/** `{keyId, keyUsage, publicKey: {rawBytes, keyDetails, validFor}}`: the form of the TUF target. */
function readTargetKey(entry: JsonObject): Listed {
  const uses = { 'npm:signatures': 'signatures', 'npm:attestations': 'attestations' } as const;
  const usage = asText(entry.keyUsage);
  const use = usage === 'npm:signatures' || usage === 'npm:attestations' ? [uses[usage]] : [];
  return {
    keyid: asText(entry.keyId),
    spki: asText(at(entry, 'publicKey', 'rawBytes')),
    supported: at(entry, 'publicKey', 'keyDetails') === 'PKIX_ECDSA_P256_SHA_256',
    period: readPeriod(at(entry, 'publicKey', 'validFor', 'start'), at(entry, 'publicKey', 'validFor', 'end')),
    uses: use,
  };
}

/** What an entry of the list is: a key and its periods by use, or why it is none. */
type Read = { readonly key: Omit<RegistryKey, 'signatures' | 'attestations'>; readonly listed: Listed } | KeyRefusal;

function readKey(listed: Listed | undefined): Read {
  if (listed === undefined) return 'shape';
  const { keyid, spki, period, uses } = listed;
  if (keyid === undefined || keyid === '' || keyid.length > maxKeyLength) return 'shape';
  if (spki === undefined || spki.length > maxKeyLength || uses.length === 0) return 'shape';
  if (!listed.supported) return 'algorithm';
  if (period === undefined) return 'period';
  const publicKey = readPublicKey(spki);
  return publicKey === undefined ? 'material' : { key: { keyid, publicKey }, listed };
}

function readListed(entry: unknown): Listed | undefined {
  const object = asObject(entry);
  if (object === undefined) return undefined;
  return 'publicKey' in object ? readTargetKey(object) : readEndpointKey(object);
}

function admit({ key, listed: { uses, period } }: Exclude<Read, string>, keys: Map<string, RegistryKey>) {
  const before = keys.get(key.keyid);
  if (uses.some((use) => before?.[use] !== undefined)) return 'duplicate' as const;
  const periods = Object.fromEntries(uses.map((use) => [use, period]));
  keys.set(key.keyid, { ...(before ?? key), ...periods });
  return undefined;
}

/**
 * Prepares the keys of a registry from the JSON of its keys endpoint (`GET /-/npm/v1/keys`) or from the TUF target of
 * the same purpose. A key counts under the keyid that the list gives it; where a list gives one keyid to two keys, neither
 * counts. Never throws.
 */
export function parseRegistryKeys(document: unknown): KeyList {
  const entries = asList(asObject(document)?.keys);
  if (entries === undefined || entries.length > maxKeys) return { state: 'malformed' };
  const all = entries.map((entry) => {
    const listed = readListed(entry);
    return { keyid: listed?.keyid, read: readKey(listed) };
  });
  const keys = new Map<string, RegistryKey>();
  const unusable = new Map<string, KeyRefusal>();
  const refused: { position: number; reason: KeyRefusal }[] = [];
  for (const [position, { keyid, read }] of all.entries()) {
    const isAmbiguous =
      typeof read !== 'string' &&
      all.some(
        (one) =>
          typeof one.read !== 'string' && one.keyid === keyid && !one.read.key.publicKey.equals(read.key.publicKey),
      );
    const reason = typeof read === 'string' ? read : isAmbiguous ? 'conflict' : admit(read, keys);
    if (reason === undefined) continue;
    refused.push({ position, reason });
    if (keyid !== undefined && !unusable.has(keyid)) unusable.set(keyid, reason);
  }
  for (const keyid of keys.keys()) unusable.delete(keyid);
  return { state: 'keys', keys, refused, unusable };
}

let embedded: RegistryKeys | undefined;

/** The public registry's keys from the embedded trust seeds. */
export function embeddedRegistryKeys(): RegistryKeys {
  if (embedded === undefined) {
    const list = parseRegistryKeys(JSON.parse(seedTexts.registryKeys));
    const isRight =
      list.state === 'keys' &&
      list.refused.length === 0 &&
      [...list.keys.values()].every(({ keyid, publicKey }) => keyidOf(publicKey) === keyid);
    if (!isRight) throw new Error('the embedded registry keys are unusable');
    embedded = list.keys;
  }
  return embedded;
}
