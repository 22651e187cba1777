import { verify } from 'node:crypto';

import type { Instant } from '../model/index.ts';
import { parseInstant } from './instant.ts';
import { sha512Hex } from './integrity.ts';
import { asList, asObject, asText } from './json.ts';
import type { KeyPeriod, RegistryKey, RegistryKeys } from './registry-keys.ts';

/**
 * Why a registry signature does not count.
 * - `integrity`: what is to be verified is not exactly one SHA-512 hash.
 * - `malformed`: `dist.signatures` is no list, or an entry lacks its keyid or its signature.
 * - `signature`: the signature was not made by the key it names over this name, version and integrity.
 * - `key-period`: right, but the key was not valid when the version was published.
 * - `publish-time-unknown`: right, but the key has an end and nothing says whether the version was published before it.
 * - `unknown-key`: made by a key that the registry's key list does not hold.
 */
export type SignatureCheck =
  'integrity' | 'malformed' | 'signature' | 'key-period' | 'publish-time-unknown' | 'unknown-key';

export type RegistrySignature =
  | { readonly state: 'verified'; readonly keyid: string }
  /** `keyid` is third-party text. */
  | { readonly state: 'invalid'; readonly check: SignatureCheck; readonly keyid?: string }
  /** There is no signature. Whether the registry ever serves any is for the caller to know. */
  | { readonly state: 'absent' };

export interface SignedRelease {
  readonly name: string;
  readonly version: string;
  /** The lockfile's integrity: `sha512-<base64>`, one hash. */
  readonly integrity: string;
  /** `dist.signatures` as the packument has it. */
  readonly signatures: unknown;
  readonly publishedAt?: Instant | undefined;
  /** Judge as of then: settles the validity of a key that has an end, where no publish time is known. */
  readonly now?: Instant | undefined;
  readonly keys: RegistryKeys;
}

interface Entry {
  readonly keyid: string;
  readonly sig: string;
}

const maxSignatures = 16;
const maxSignatureLength = 512;

function readEntries(list: readonly unknown[]): readonly Entry[] | undefined {
  if (list.length > maxSignatures) return undefined;
  const entries: Entry[] = [];
  for (const item of list) {
    const object = asObject(item);
    const keyid = asText(object?.keyid);
    const sig = asText(object?.sig);
    if (keyid === undefined || sig === undefined || sig.length > maxSignatureLength) return undefined;
    entries.push({ keyid, sig });
  }
  return entries;
}

function judgePeriod(period: KeyPeriod | undefined, release: SignedRelease): SignatureCheck | undefined {
  if (period === undefined) return 'key-period';
  const publishedAt = parseInstant(release.publishedAt);
  if (publishedAt !== undefined) {
    return period.start <= publishedAt && publishedAt < period.end ? undefined : 'key-period';
  }
  const now = parseInstant(release.now);
  const stillValid = period.end === Infinity || (now !== undefined && now < period.end);
  return stillValid ? undefined : 'publish-time-unknown';
}

function isSignedBy(key: RegistryKey, entry: Entry, message: Buffer): boolean {
  try {
    return verify('sha256', message, key.publicKey, Buffer.from(entry.sig, 'base64'));
  } catch {
    return false;
  }
}

/**
 * Verifies a registry's signature over `name@version:integrity`: ECDSA on P-256 with SHA-256, DER in base64
 * (npm docs, About registry signatures). The integrity is the lockfile's, so a verified signature binds
 * what would be installed. One good signature suffices, but no entry may be malformed and none by a known key may be
 * wrong (docs/decisions/0081-several-registry-signatures.md). Never throws.
 */
export function verifyRegistrySignature(release: SignedRelease): RegistrySignature {
  const { signatures } = release;
  if (signatures === undefined || signatures === null) return { state: 'absent' };
  const list = asList(signatures);
  if (list?.length === 0) return { state: 'absent' };
  if (sha512Hex(release.integrity) === undefined) return { state: 'invalid', check: 'integrity' };
  const entries = list === undefined ? undefined : readEntries(list);
  if (entries === undefined) return { state: 'invalid', check: 'malformed' };

  const message = Buffer.from(`${release.name}@${release.version}:${release.integrity}`, 'utf8');
  let verified: string | undefined;
  let doubt: { readonly check: SignatureCheck; readonly keyid: string } | undefined;
  for (const entry of entries) {
    const { keyid } = entry;
    const key = release.keys.get(keyid);
    if (key === undefined) {
      doubt ??= { check: 'unknown-key', keyid };
    } else if (!isSignedBy(key, entry, message)) {
      return { state: 'invalid', check: 'signature', keyid };
    } else {
      const check = judgePeriod(key.signatures, release);
      if (check === undefined) verified ??= keyid;
      else if (doubt === undefined || doubt.check === 'unknown-key') doubt = { check, keyid };
    }
  }
  if (verified !== undefined) return { state: 'verified', keyid: verified };
  return doubt === undefined ? { state: 'absent' } : { state: 'invalid', ...doubt };
}
