/** Security keys in software, and what they sign: right, and wrong in each way. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type SkType = 'ed25519' | 'p256';

export interface SkKey {
  readonly sk: SkType;
  readonly privateKey: KeyObject;
  /** As OpenSSH encodes it. */
  readonly blob: Buffer;
  /** The line of a `.pub` file. */
  readonly line: string;
}

const names = { ed25519: 'sk-ssh-ed25519@openssh.com', p256: 'sk-ecdsa-sha2-nistp256@openssh.com' };

export const string = (content: Uint8Array | string): Buffer => {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
const hash = (name: string, bytes: Uint8Array | string) => createHash(name).update(bytes).digest();

/** A new key. `type` is what it calls itself. */
export function skKey(sk: SkType, { application = 'ssh:lockgate', type = names[sk] } = {}): SkKey {
  const { privateKey, publicKey } =
    sk === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  const point = sk === 'ed25519' ? [left] : ['nistp256', Buffer.concat([Buffer.of(4), left, right])];
  const blob = Buffer.concat([type, ...point, application].map(string));
  return { sk, privateKey, blob, line: `${type} ${blob.toString('base64')}` };
}

/** What an honest signature has; each can be another. */
export interface SkSigning {
  readonly namespace?: string;
  readonly flags?: number;
  readonly application?: string;
  readonly reserved?: string;
  readonly algorithm?: string;
  readonly version?: number;
  /** The type that the signature says. */
  readonly type?: string;
  /** The public key that it says. */
  readonly publicKey?: Uint8Array;
  /** Behind everything, inside the signature's own blob, and inside the curve's part of it. */
  readonly trailing?: { readonly all?: string; readonly blob?: string; readonly curve?: string };
  /** Changes R and S, or r and s: 64 bytes. */
  readonly halves?: (signature: Buffer) => Buffer;
  /** How one half is written. */
  readonly mpint?: (half: Buffer) => Buffer;
}

/** The armoured signature of a message. */
export const skSign = (key: SkKey, message: Uint8Array | string, signing: SkSigning = {}): string =>
  armoured(skSignature(key, message, signing));

/** The same without armour. */
export function skSignature(key: SkKey, message: Uint8Array | string, signing: SkSigning = {}): Buffer {
  const { namespace = 'lockgate-decision@v1', reserved = '', algorithm = 'sha512', version = 1 } = signing;
  const {
    flags = 0x05,
    application = 'ssh:lockgate',
    type = names[key.sk],
    publicKey = key.blob,
    trailing = {},
  } = signing;
  const purpose = [namespace, reserved, algorithm].map(string);
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...purpose, string(hash(algorithm, message))]);
  const told = Buffer.of(flags, 0, 0, 0, 7);
  const data = Buffer.concat([hash('sha256', application), told, hash('sha256', signed)]);
  const curve = Buffer.concat([curvePart(key, data, signing), Buffer.from(trailing.curve ?? '')]);
  const blob = Buffer.concat([string(type), string(curve), told, Buffer.from(trailing.blob ?? '')]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(version);
  return Buffer.concat([
    ...[Buffer.from('SSHSIG'), head, string(publicKey), ...purpose, string(blob)],
    Buffer.from(trailing.all ?? ''),
  ]);
}

function curvePart(
  { sk, privateKey }: SkKey,
  data: Buffer,
  { halves = (all) => all, mpint = asMpint }: SkSigning,
): Buffer {
  if (sk === 'ed25519') return halves(sign(null, data, privateKey));
  const both = halves(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
  return Buffer.concat([both.subarray(0, 32), both.subarray(32)].map((half) => string(mpint(half))));
}

/** The only way to write a number that is not negative. */
export function asMpint(half: Buffer): Buffer {
  const start = half.findIndex((byte) => byte !== 0);
  if (start < 0) return Buffer.alloc(0);
  const digits = half.subarray(start);
  return (digits[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), digits]) : digits;
}

export function armoured(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,70}/g) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

/** A signature as a key in a file makes it. */
export function softwareSignature(message: string): { readonly line: string; readonly sshsig: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const blob = Buffer.concat([string('ssh-ed25519'), string(Buffer.from(x, 'base64url'))]);
  const purpose = ['lockgate-decision@v1', '', 'sha512'].map(string);
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...purpose, string(hash('sha512', message))]);
  const signature = Buffer.concat([string('ssh-ed25519'), string(sign(null, signed, privateKey))]);
  const head = Buffer.from([0, 0, 0, 1]);
  const all = Buffer.concat([Buffer.from('SSHSIG'), head, string(blob), ...purpose, string(signature)]);
  return { line: `ssh-ed25519 ${blob.toString('base64')}`, sshsig: armoured(all) };
}
