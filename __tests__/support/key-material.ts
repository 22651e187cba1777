/** Key pairs and encodings that the private Sigstore and its registry share. */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';

export type Json = Record<string, unknown>;

export const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
export type Keys = ReturnType<typeof newKeys>;
export const spki = (key: KeyObject) => Buffer.from(key.export({ format: 'der', type: 'spki' }));
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
export const base64 = (bytes: ArrayBufferView) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
