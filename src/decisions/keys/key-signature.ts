import { concatBytes } from '@noble/hashes/utils.js';

import type { SecurityKeyType } from '../../model/security-key.ts';
import { isEd25519Scalar, isP256Scalar } from '../../text/curves.ts';
import { readMpint, sshReader } from '../../text/ssh-wire.ts';

/** What a security key answers (PROTOCOL.u2f of OpenSSH): the curve's signature, flags and a counter. */
export interface KeySignature {
  /** 64 bytes. */
  readonly signature: Uint8Array;
  readonly flags: number;
  /** Flags and counter as they are signed: 5 bytes. */
  readonly told: Uint8Array;
}

/** Reads the signature of a key of this type. */
export function readKeySignature(blob: Uint8Array, type: SecurityKeyType): KeySignature | 'other-type' | 'malformed' {
  const reader = sshReader(blob);
  if (reader.text() !== type) return 'other-type';
  const inner = reader.string();
  const told = reader.bytes(5);
  if (inner === undefined || told === undefined || !reader.isAtEnd()) return 'malformed';
  const signature = type === 'sk-ssh-ed25519@openssh.com' ? ed25519(inner) : p256(inner);
  return signature === undefined ? 'malformed' : { signature, flags: told[0] ?? 0, told };
}

function ed25519(inner: Uint8Array): Uint8Array | undefined {
  return inner.length === 64 && isEd25519Scalar(inner.subarray(32)) ? inner : undefined;
}

function p256(inner: Uint8Array): Uint8Array | undefined {
  const reader = sshReader(inner);
  const [r, s] = [reader.string(), reader.string()].map((one) => one && readMpint(one, 32));
  if (r === undefined || s === undefined || !reader.isAtEnd()) return undefined;
  return isP256Scalar(r) && isP256Scalar(s) ? concatBytes(r, s) : undefined;
}
