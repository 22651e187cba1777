import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalizeModule from 'canonicalize';

import type { Json } from '../model/json.ts';

/** Its types say that a member `default` is the function, and the module itself is. */
const canonicalize = canonicalizeModule as unknown as (value: Json) => string | undefined;

/**
 * RFC 8785: one text per value: members sorted by UTF-16 code units, no spaces, numbers as ECMAScript writes them. A lone
 * surrogate is escaped, as JSON.stringify does: names in lockfiles may hold one, and have fingerprints too.
 * @throws TypeError for a number that JSON cannot represent.
 */
export function canonicalJson(value: Json): string {
  const text = written(value);
  if (text === undefined) throw new TypeError('JSON has no such value');
  return text;
}

function written(value: Json): string | undefined {
  try {
    return canonicalize(value);
  } catch (cause) {
    throw new TypeError('JSON has no such number', { cause });
  }
}

/** SHA-256 of the value's canonical JSON in UTF-8, as 64 hex digits. */
export function fingerprintOf(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
