import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type * as z from 'zod';

import { canonicalJson } from '../../judge/fingerprint.ts';
import type { Json } from '../../model/json.ts';
import type { DecisionRecord, LedgerEntry, RecordSignature } from '../../model/record.ts';
import { digestOf } from '../digest.ts';
import { nameOf } from './names.ts';
import { LEDGER } from '../../text/record-name.ts';
import { envelope, predicate as schema } from './schema.ts';

/**
 * Records as bytes. Each has one way to be written (RFC 8785, a line feed at the end), so that one that was derived anew can be
 * compared byte for byte, and a hand that wrote more into it is seen.
 */

const STATEMENT = 'https://in-toto.io/Statement/v1';
const PREDICATE = 'urn:lockgate:decision:v1';

/** No record of a person's decision comes near: facts of one package are some kilobytes. */
export const MAX_RECORD_BYTES = 1_000_000;

/** The in-toto Statement of a record, as the bytes that a signature is made over. */
export function statementOf({ decision, about, by, ...said }: DecisionRecord): Uint8Array {
  const statement = {
    _type: STATEMENT,
    subject: [subjectOf({ decision, about } as DecisionRecord)],
    predicateType: PREDICATE,
    predicate: { decision: { decision, about }, by, use: 'pin', ...said },
  };
  return utf8ToBytes(canonicalJson(statement as unknown as Json));
}

function subjectOf(record: DecisionRecord): Json {
  const { decision, about } = record;
  switch (decision) {
    case 'approve':
    case 'deny':
      return { name: about.purl, digest: { sha512: about.sha512 } };
    case 'approve-file':
      // In-toto wants a digest of every subject: of a file that is deleted there is that of the decision alone.
      return {
        name: about.path,
        digest: { ...(about.sha256 === null ? {} : { sha256: about.sha256 }), decision: digestOf(about) ?? '' },
      };
    case 'revoke':
      return { name: about.file, digest: { sha256: about.record } };
  }
}

/** The file of a record. @returns undefined where what it is about has no digest. */
export function writeRecord(
  record: DecisionRecord,
  signatures: readonly RecordSignature[] = [],
): { readonly path: string; readonly bytes: Uint8Array } | undefined {
  const statement = statementOf(record);
  const name = nameOf(record, statement);
  if (name === undefined) return undefined;
  return { path: LEDGER + name, bytes: enveloped(statement, signatures) };
}

function enveloped(statement: Uint8Array, signatures: readonly RecordSignature[]): Uint8Array {
  const base64 = btoa(Array.from(statement, (byte) => String.fromCharCode(byte)).join(''));
  const signed = signatures.map(({ id, sshsig }) => ({ id, sshsig }));
  return utf8ToBytes(`${canonicalJson({ statement: base64, signatures: signed })}\n`);
}

/** Why a file of the ledger is no record, in our words. */
export type NoRecord =
  | 'too-large'
  | 'not-json'
  /** Another shape, another version, or written in another way. */
  | 'not-a-record'
  /** Its name is not the one that follows from what it says. */
  | 'misnamed';

/** Reads a file of the ledger. It proves nothing of what it says. */
export function readRecord(path: string, bytes: Uint8Array): LedgerEntry | NoRecord {
  if (bytes.length > MAX_RECORD_BYTES) return 'too-large';
  const outer = jsonOf(bytes);
  if (outer === undefined) return 'not-json';
  const { data: file } = envelope.safeParse(outer);
  const statement = file && bytesOf(file.statement);
  const inner = statement && jsonOf(statement);
  if (file === undefined || statement === undefined || inner === undefined) return 'not-a-record';
  const record = recordOf(inner);
  if (record === undefined) return 'not-a-record';
  const { signatures } = file;
  // What is written in any other way than ours says something that was not read, or says it twice.
  if (!isEqual(statement, statementOf(record)) || !isEqual(bytes, enveloped(statement, signatures))) {
    return 'not-a-record';
  }
  const name = nameOf(record, statement);
  if (name === undefined || path !== LEDGER + name) return 'misnamed';
  return { path, sha256: bytesToHex(sha256(bytes)), record, statement, signatures };
}

function recordOf(statement: Json): DecisionRecord | undefined {
  if (typeof statement !== 'object' || statement === null || Array.isArray(statement)) return undefined;
  const { data } = schema.safeParse((statement as { readonly predicate?: Json }).predicate);
  if (data === undefined) return undefined;
  const { decision, by, pull, policy, issuedAt, expiresAt }: z.infer<typeof schema> = data;
  return { ...decision, by, pull, policy, issuedAt, expiresAt } as DecisionRecord;
}

function jsonOf(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
