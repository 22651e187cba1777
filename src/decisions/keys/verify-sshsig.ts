import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Approvals } from '../../model/index.ts';
import type { RecordSignature } from '../../model/record.ts';
import type { VerifiesCurve } from '../../model/security-key.ts';
import { KEY_APPLICATION, keyFingerprint, keyLine, type KeyProblem, readKeyBlob } from '../../text/security-key.ts';
import { readKeySignature } from './key-signature.ts';
import { readSshsig, signedData, type SshsigProblem } from './sshsig.ts';

/**
 * Signatures of security keys. `ssh-keygen -Y verify` is not asked: it accepts keys that software keeps, signatures without a
 * touch, and anybody as principal (docs/decisions/0306).
 */

/** Why a signature does not count. */
export type SignatureProblem =
  | SshsigProblem
  | `key-${KeyProblem}`
  | 'key-not-listed'
  | 'key-of-another'
  | 'signature-other-type'
  | 'signature-malformed'
  | 'not-touched'
  | 'not-verified'
  | 'other-flags'
  | 'wrong';

/** Somebody whose key signed. */
export interface Signer {
  readonly id: number;
  readonly fingerprint: string;
}

export interface RefusedSignature {
  readonly code: SignatureProblem;
  /** One sentence in our words, without third-party text. */
  readonly why: string;
}

export interface Signed {
  readonly sshsig: string;
  /** Whose signature it is said to be; left out: whose it turns out to be. */
  readonly id?: RecordSignature['id'];
  readonly message: Uint8Array;
  readonly keys: Approvals['keys'];
  readonly verifies: VerifiesCurve;
}

/** Whose signature over `message` this is, by a key that the policy lists. It says nothing of whether that person may decide. */
export function verifySshsig(signed: Signed): { readonly ok: Signer } | RefusedSignature {
  const answer = signerOf(signed);
  return typeof answer === 'string' ? { code: answer, why: words[answer] } : { ok: answer };
}

/** Of the authenticator's flags: somebody touched it, and it knew by PIN or finger who did. */
const [present, verified] = [0x01, 0x04];

function signerOf({ sshsig, id, message, keys, verifies }: Signed): Signer | SignatureProblem {
  const read = readSshsig(sshsig);
  if (typeof read === 'string') return read;
  const key = readKeyBlob(read.publicKey);
  if (typeof key === 'string') return `key-${key}`;
  const listed = keys.filter((one) => one.key === keyLine(key));
  const owner = listed.find((one) => id === undefined || one.id === id);
  if (owner === undefined) return listed.length > 0 ? 'key-of-another' : 'key-not-listed';
  const made = readKeySignature(read.signature, key.type);
  if (typeof made === 'string') return `signature-${made}`;
  const { signature, flags, told } = made;
  if ((flags & present) === 0) return 'not-touched';
  if ((flags & verified) === 0) return 'not-verified';
  // Others say that more was signed than stands here, that the key is kept in several places, or nothing that is known.
  if (flags !== (present | verified)) return 'other-flags';
  const data = concatBytes(sha256(utf8ToBytes(KEY_APPLICATION)), told, sha256(signedData(message)));
  const isRight = verifies({ type: key.type, point: key.point, data, signature });
  return isRight ? { id: owner.id, fingerprint: keyFingerprint(key) } : 'wrong';
}

const again = 'sign again with `ssh-keygen -Y sign -n lockgate-decision@v1`';
const made = 'a key made by `ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required`';
const words: Readonly<Record<SignatureProblem, string>> = {
  'no-signature': `It is no SSH signature as \`ssh-keygen\` writes it; ${again}.`,
  'other-version': `It has another version than 1; ${again}.`,
  'other-namespace': `It was made for another purpose than decisions (namespace \`lockgate-decision@v1\`); ${again}.`,
  reserved: `It says something in a field that is reserved; ${again}.`,
  'other-hash': `It was made over another hash than SHA-512; ${again}.`,
  'key-other-type': `It was not made by a security key; use ${made}.`,
  'key-certificate': `It was made with a certificate; use ${made}.`,
  'key-malformed': `Its public key is damaged; use ${made}.`,
  'key-other-application': `Its key was made for another application than \`ssh:lockgate\`; use ${made}.`,
  'key-not-listed': 'The policy lists its key for nobody; add the key to `approvals.keys` first.',
  'key-of-another': 'The policy lists its key for another account; sign with a key of your own.',
  'signature-other-type': `The signature is of another type than its key; ${again}.`,
  'signature-malformed': `The signature is damaged; ${again}.`,
  'not-touched': `Nobody touched the security key; use ${made}.`,
  'not-verified': `The security key did not verify who touched it (PIN or finger); use ${made}.`,
  'other-flags': `The security key says more than that it was touched and verified who did; use ${made}.`,
  wrong: `It is not a signature of these bytes by its key; ${again}.`,
};
