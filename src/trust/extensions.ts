import type { Signer } from '@sigstore/verify';

import { CheckFailure } from './checks.ts';

/**
 * What a Fulcio certificate says of its holder, by the last arc of 1.3.6.1.4.1.57264.1
 * (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md). 1 to 6 are raw text, older and GitHub's only; from 8
 * on each is a DER UTF8String.
 */
export interface Extensions {
  /** The subject alternative name: exactly one, a URI. */
  readonly subject: string;
  readonly text: (arc: number) => string | undefined;
}

const fulcioArc = '1.3.6.1.4.1.57264.1.';
const subjectAlternativeName = '2.5.29.17';
const lastRawArc = 7;

const tag = { utf8String: 0x0c, sequence: 0x30, uri: 0x86 } as const;

/** The content of one DER element that fills the whole buffer and has this tag; undefined for anything else. */
function content(bytes: Buffer, expectedTag: number): Buffer | undefined {
  const [first, length = 0x80] = bytes;
  if (first !== expectedTag) return undefined;
  const lengthBytes = length < 0x80 ? 0 : length & 0x7f;
  const start = 2 + lengthBytes;
  if (lengthBytes > 2 || (length >= 0x80 && lengthBytes === 0) || bytes.length < start) return undefined;
  const size = lengthBytes === 0 ? length : bytes.readUIntBE(2, lengthBytes);
  return bytes.length === start + size ? bytes.subarray(start) : undefined;
}

function decode(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** GeneralNames ::= SEQUENCE OF GeneralName (RFC 5280 section 4.2.1.6), with one uniformResourceIdentifier [6]. */
function readUri(generalNames: Buffer | undefined): string | undefined {
  const names = generalNames === undefined ? undefined : content(generalNames, tag.sequence);
  return decode(names === undefined ? undefined : content(names, tag.uri));
}

/**
 * Reads the extensions of a verified certificate.
 * @throws CheckFailure `identity` where the subject is not exactly one URI (an e-mail address, for one), where an
 *   extension occurs twice, or where one is not encoded as it must be.
 */
export function readExtensions(signer: Signer): Extensions {
  const values = new Map<string, Buffer>();
  for (const { oid, value } of signer.identity?.oids ?? []) {
    const name = (oid?.id ?? []).join('.');
    if (values.has(name)) throw new CheckFailure('identity');
    values.set(name, value);
  }
  const texts = new Map<number, string>();
  for (const [name, value] of values) {
    if (!name.startsWith(fulcioArc)) continue;
    const arc = Number(name.slice(fulcioArc.length));
    if (value.length === 0) continue;
    const bytes = arc <= lastRawArc ? value : content(value, tag.utf8String);
    const text = decode(bytes);
    if (text !== undefined) texts.set(arc, text);
    else if (bytes?.length !== 0) throw new CheckFailure('identity');
  }
  const subject = readUri(values.get(subjectAlternativeName));
  if (subject === undefined) {
    const found = signer.identity?.subjectAlternativeName;
    throw new CheckFailure('identity', found === undefined ? {} : { found });
  }
  return { subject, text: (arc) => texts.get(arc) };
}
