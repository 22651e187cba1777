import { createPublicKey, type KeyObject, verify } from 'node:crypto';

import type { CurveSignature } from '../model/security-key.ts';

/** Verifies the signature of a security key: Ed25519, or ECDSA on P-256 with SHA-256. Never throws. */
export function verifiesCurve({ type, point, data, signature }: CurveSignature): boolean {
  if (signature.length !== 64) return false;
  try {
    switch (type) {
      case 'sk-ssh-ed25519@openssh.com':
        return verify(null, data, publicKey({ kty: 'OKP', crv: 'Ed25519', x: base64url(point) }), signature);
      case 'sk-ecdsa-sha2-nistp256@openssh.com': {
        const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(base64url);
        const key = publicKey({ kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' });
        return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature);
      }
    }
  } catch {
    return false;
  }
}

const publicKey = (key: Readonly<Record<string, string>>): KeyObject => createPublicKey({ key, format: 'jwk' });
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
