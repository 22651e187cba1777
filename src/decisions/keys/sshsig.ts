import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

import { base64Of, bytesOfBase64 } from '../../text/base64.ts';
import { sshReader, sshString } from '../../text/ssh-wire.ts';

/** Signatures of files by OpenSSH (PROTOCOL.sshsig): what `ssh-keygen -Y sign` writes. */

/** What a signature must be made for: one for a commit, a file or a login is none of a decision. */
export const DECISION_NAMESPACE = 'lockgate-decision@v1';

export interface Sshsig {
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
}

/** Why a text is no signature of a decision. */
export type SshsigProblem = 'no-signature' | 'other-version' | 'other-namespace' | 'reserved' | 'other-hash';

const magic = utf8ToBytes('SSHSIG');
const [head, tail] = ['-----BEGIN SSH SIGNATURE-----\n', '-----END SSH SIGNATURE-----\n'];
const hash = 'sha512';

/** Reads an armoured signature. There is one way to write each: as `ssh-keygen` does. */
export function readSshsig(armoured: string): Sshsig | SshsigProblem {
  const bytes = bytesOfBase64(armoured.slice(head.length, -tail.length).replaceAll('\n', ''));
  if (bytes === undefined || armour(bytes) !== armoured) return 'no-signature';
  const reader = sshReader(bytes);
  const isMarked = reader.bytes(magic.length)?.every((byte, at) => byte === magic[at]) === true;
  const version = reader.uint32();
  if (!isMarked || version === undefined) return 'no-signature';
  if (version !== 1) return 'other-version';
  const publicKey = reader.string();
  const [namespace, reserved, algorithm] = [reader.text(), reader.text(), reader.text()];
  const signature = reader.string();
  if (publicKey === undefined || signature === undefined || !reader.isAtEnd()) return 'no-signature';
  if (namespace !== DECISION_NAMESPACE) return 'other-namespace';
  if (reserved !== '') return 'reserved';
  return algorithm === hash ? { publicKey, signature } : 'other-hash';
}

/** The bytes as `ssh-keygen` writes them: lines of 70 characters. */
export function armour(bytes: Uint8Array): string {
  const lines = base64Of(bytes).match(/.{1,70}/g) ?? [];
  return `${head}${lines.map((line) => `${line}\n`).join('')}${tail}`;
}

/** What a signature of these bytes is made over. */
export function signedData(message: Uint8Array): Uint8Array {
  const strings = [utf8ToBytes(DECISION_NAMESPACE), new Uint8Array(), utf8ToBytes(hash), sha512(message)];
  return concatBytes(magic, ...strings.map(sshString));
}
