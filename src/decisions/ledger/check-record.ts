import type { DecisionRecord, LedgerEntry, RecordSignature } from '../../model/index.ts';
import type { WhoSigned } from '../keys/who-signed.ts';
import { digestOf } from '../digest.ts';
import { LEDGER, readName } from '../../text/record-name.ts';
import type { NoRecord } from './record.ts';
import { readRecord } from './record.ts';

/** What a file by itself shows of a decision. */
export interface CheckedRecord {
  readonly kind: 'record';
  /** Undefined: it is what it says. */
  readonly why?: NoRecord | 'no-name';
  readonly record?: DecisionRecord;
  /** What a comment names: 64 hex digits; absent of a denial and a revocation. */
  readonly digest?: string;
  /** Of the file: what a revocation names. */
  readonly sha256?: string;
  readonly signatures: readonly { readonly id: number }[];
  /** Absent where nobody said whose keys count. */
  readonly signed?: WhoSigned;
}

/** Who signed a statement, by the keys that count. */
export type FindSigners = (statement: Uint8Array, signatures: readonly RecordSignature[]) => WhoSigned;

/** Whether a file is a record in its one form and under its own name. @param name without folder */
export function checkRecord(name: string, bytes: Uint8Array, find?: FindSigners): CheckedRecord {
  if (readName(LEDGER + name) === undefined) return { kind: 'record', why: 'no-name', signatures: [] };
  const entry = readRecord(LEDGER + name, bytes);
  return typeof entry === 'string' ? { kind: 'record', why: entry, signatures: [] } : described(entry, find);
}

function described({ record, sha256, signatures, statement }: LedgerEntry, find?: FindSigners): CheckedRecord {
  const digest =
    record.decision === 'approve' || record.decision === 'approve-file' ? digestOf(record.about) : undefined;
  return {
    ...{ kind: 'record', record, sha256, signatures: signatures.map(({ id }) => ({ id })) },
    ...(digest === undefined ? {} : { digest }),
    ...(find === undefined ? {} : { signed: find(statement, signatures) }),
  };
}
