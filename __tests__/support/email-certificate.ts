/**
 * The mock authority certifies URIs only. A certificate for an e-mail address, which is what anybody can get from the
 * public Sigstore, is made of one for a URI of the same text: the name's tag is exchanged and the whole signed anew.
 */
import { type KeyObject, sign } from 'node:crypto';

const tags = { sequence: 0x30, bitString: 0x03, uri: 0x86, email: 0x81 } as const;

interface Element {
  readonly start: number;
  readonly end: number;
}

function elementAt(der: Buffer, offset: number): Element {
  const length = der.readUInt8(offset + 1);
  const lengthBytes = length < 0x80 ? 0 : length & 0x7f;
  const start = offset + 2 + lengthBytes;
  return { start, end: start + (lengthBytes === 0 ? length : der.readUIntBE(offset + 2, lengthBytes)) };
}

function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(content.length);
  const length =
    content.length < 0x80
      ? Buffer.of(content.length)
      : content.length < 0x100
        ? Buffer.of(0x81, content.length)
        : Buffer.concat([Buffer.of(0x82), size]);
  return Buffer.concat([Buffer.of(tag), length, content]);
}

function retagged(der: Buffer, subject: string): Buffer {
  const text = Buffer.from(subject);
  const name = Buffer.concat([Buffer.of(tags.uri, text.length), text]);
  const offset = der.indexOf(name);
  if (offset < 0) throw new Error('the certificate does not hold its subject');
  const changed = Buffer.from(der);
  changed.writeUInt8(tags.email, offset);
  return changed;
}

/** The certificate with its subject as an e-mail address; its signature no longer holds. */
export function retaggedForEmail(certificate: ArrayBuffer, subject: string): ArrayBuffer {
  const changed = retagged(Buffer.from(certificate), subject);
  return Uint8Array.from(changed).buffer;
}

/** The same, signed anew with ECDSA and SHA-384 as the mock authority signs. */
export function resignedForEmail(der: Buffer, subject: string, authorityKey: KeyObject): Buffer {
  const changed = retagged(der, subject);
  const body = elementAt(changed, 0).start;
  const toBeSigned = changed.subarray(body, elementAt(changed, body).end);
  const algorithmStart = body + toBeSigned.length;
  const algorithm = changed.subarray(algorithmStart, elementAt(changed, algorithmStart).end);
  const signature = Buffer.concat([Buffer.of(0), sign('sha384', toBeSigned, authorityKey)]);
  return element(tags.sequence, toBeSigned, algorithm, element(tags.bitString, signature));
}
