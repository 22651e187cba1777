import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { DecisionRecord } from '../../model/record.ts';
import { digestOf } from '../digest.ts';
import { LEDGER, readName } from '../../text/record-name.ts';

/** Where records lie, and what their files are called. A change reads only those whose names begin with one of its artifacts. */

/** What the names of all records about these bytes begin with. @param sha512 128 hex digits */
export function packageStem({ purl, sha512 }: { readonly purl: string; readonly sha512: string }): string {
  return digits(purl + sha512);
}

/** The same for a file. @param digest of the decision about it */
export function fileStem(path: string, digest: string): string {
  return `file-${digits(`${path}\0${digest}`)}`;
}

const digits = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);

/**
 * The name that a record must have: by its newest comment, or where it has none by the SHA-256 of its statement. Undefined where
 * its preimage has no digest.
 */
export function nameOf(record: DecisionRecord, statement: Uint8Array): string | undefined {
  const stem = stemOf(record);
  if (stem === undefined) return undefined;
  const id = record.by.at(-1)?.comment ?? `s${bytesToHex(sha256(statement)).slice(0, 32)}`;
  return `${stem}-${record.decision === 'approve-file' ? 'approve' : record.decision}-${id}.json`;
}

function stemOf(record: DecisionRecord): string | undefined {
  switch (record.decision) {
    case 'approve':
    case 'deny':
      return packageStem(record.about);
    case 'approve-file': {
      const digest = digestOf(record.about);
      return digest === undefined ? undefined : fileStem(record.about.path, digest);
    }
    case 'revoke':
      return readName(LEDGER + record.about.file)?.stem;
  }
}
