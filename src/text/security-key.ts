import { sha256 } from '@noble/hashes/sha2.js';

import { securityKeyTypes, type SecurityKeyType } from '../model/security-key.ts';
import { base64Of, bytesOfBase64 } from './base64.ts';
import { isEd25519Point, isP256Point } from './curves.ts';
import { sshReader } from './ssh-wire.ts';

/** The application that a key for decisions is made for: a touch that was meant for git or a login signs nothing here. */
export const KEY_APPLICATION = 'ssh:lockgate';

/** The public key of a security key. */
export interface SecurityKey {
  readonly type: SecurityKeyType;
  /** As OpenSSH encodes it, the application in it. */
  readonly blob: Uint8Array;
  readonly point: Uint8Array;
}

/** Why bytes are no such key. */
export type KeyProblem =
  /** One that no hardware keeps, or of another type. */
  | 'other-type'
  | 'certificate'
  /** Cut short, followed by something, or no point on its curve. */
  | 'malformed'
  | 'other-application';

/** Reads a public key as OpenSSH encodes it. */
export function readKeyBlob(blob: Uint8Array): SecurityKey | KeyProblem {
  const reader = sshReader(blob);
  const named = reader.text();
  const type = securityKeyTypes.find((one) => one === named);
  if (type === undefined) return /-cert-v\d+@/.test(named ?? '') ? 'certificate' : 'other-type';
  const curve = type === 'sk-ecdsa-sha2-nistp256@openssh.com' ? reader.text() : undefined;
  const point = reader.string();
  const application = reader.text();
  if (point === undefined || application === undefined || !reader.isAtEnd()) return 'malformed';
  const isPoint =
    type === 'sk-ssh-ed25519@openssh.com' ? isEd25519Point(point) : curve === 'nistp256' && isP256Point(point);
  if (!isPoint) return 'malformed';
  return application === KEY_APPLICATION ? { type, blob, point } : 'other-application';
}

/** Reads a line of a `.pub` file, `TYPE BASE64 COMMENT`: options or principals before it are no type. */
export function readKeyLine(line: string): SecurityKey | KeyProblem {
  const [, type, base64 = ''] = /^(\S+) (\S+)(?: [\x20-\x7e]*)?$/.exec(line) ?? [];
  if (type === undefined) return 'malformed';
  const blob = bytesOfBase64(base64);
  if (/-cert-v\d+@/.test(type)) return 'certificate';
  if (!securityKeyTypes.some((one) => one === type)) return 'other-type';
  if (blob === undefined) return 'malformed';
  const key = readKeyBlob(blob);
  return typeof key === 'object' && key.type !== type ? 'malformed' : key;
}

/** The line without its comment: one text for one key. */
export function keyLine({ type, blob }: SecurityKey): string {
  return `${type} ${base64Of(blob)}`;
}

/** `SHA256:...`, what `ssh-keygen -l` prints. */
export function keyFingerprint({ blob }: Pick<SecurityKey, 'blob'>): string {
  return `SHA256:${base64Of(sha256(blob)).replace(/=+$/, '')}`;
}

/** The fingerprint of a line that can be read. */
export function fingerprintOfLine(line: string): string {
  const key = readKeyLine(line);
  return typeof key === 'string' ? '' : keyFingerprint(key);
}
