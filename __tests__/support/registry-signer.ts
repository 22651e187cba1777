/** A registry that signs what it publishes, and publishes its key. */
import { createHash, sign } from 'node:crypto';

import { keyidOf, parseRegistryKeys, type RegistryKeys } from '../../src/trust/registry-keys.ts';
import { type Json, type Keys, newKeys, spki } from './key-material.ts';

/** One package version and its bytes. */
export interface Artifact {
  readonly name: string;
  readonly version: string;
  /** `sha512-<base64>`. */
  readonly integrity: string;
}

/** The integrity of some bytes: any text makes a package of its own. */
export function integrityOf(tarball: string): string {
  return `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
}

export interface RegistrySigner {
  readonly keyid: string;
  readonly keyPair: Keys;
  /** What `GET /-/npm/v1/keys` of this registry answers. */
  readonly document: { readonly keys: readonly Json[] };
  readonly keys: RegistryKeys;
  /** An entry of `dist.signatures`. */
  sign(artifact: Artifact): { readonly keyid: string; readonly sig: string };
}

/** A registry's key pair. @param expires an ISO 8601 instant, or null for a key without end */
export function registryKey({ expires = null }: { readonly expires?: string | null } = {}): RegistrySigner {
  const keyPair = newKeys();
  const keyid = keyidOf(keyPair.publicKey);
  const scheme = 'ecdsa-sha2-nistp256';
  const document = {
    keys: [{ expires, keyid, keytype: scheme, scheme, key: spki(keyPair.publicKey).toString('base64') }],
  };
  const list = parseRegistryKeys(document);
  if (list.state !== 'keys') throw new Error('the key list of a test does not parse');
  return {
    keyid,
    keyPair,
    document,
    keys: list.keys,
    sign: ({ name, version, integrity }) => ({
      keyid,
      sig: sign('sha256', Buffer.from(`${name}@${version}:${integrity}`), keyPair.privateKey).toString('base64'),
    }),
  };
}
