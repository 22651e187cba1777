import { LEDGER } from '../../src/text/record-name.ts';
import { readRecord, writeRecord } from '../../src/decisions/ledger/record.ts';
import type {
  BlockedFile,
  BlockedPackage,
  DecisionRecord,
  LedgerEntry,
  RecordedPerson,
} from '../../src/model/index.ts';

/** Records of decisions as they lie in a ledger. */

/** When the records of tests are issued, unless told. */
export const issued = '2026-06-10T12:00:00.000Z';

export const recorded = (
  id: number,
  login: string,
  codes: readonly string[],
  patch: Partial<RecordedPerson> = {},
): RecordedPerson => ({
  ...{ id, login, authenticated: 'comment', comment: String(2_419_000_000 + id) },
  ...{ codes: [...codes].sort(), reason: 'Read it.', at: issued, ...patch },
});

const rest = (by: readonly RecordedPerson[], patch: RecordPatch) => ({
  ...{ by, pull: 12, policy: 'p'.repeat(64), issuedAt: issued, expiresAt: null, ...patch },
});

type RecordPatch = Partial<Pick<DecisionRecord, 'issuedAt' | 'expiresAt' | 'pull'>>;

/** The approval of what blocks. */
export function approvalOf(
  entry: BlockedPackage | BlockedFile,
  by: readonly RecordedPerson[],
  patch: RecordPatch = {},
): DecisionRecord {
  const about =
    entry.kind === 'package'
      ? ({ decision: 'approve', about: entry.preimage } as const)
      : ({ decision: 'approve-file', about: entry.preimage } as const);
  return { ...about, ...rest(by, { expiresAt: '2026-12-07T12:00:00.000Z', ...patch }) };
}

export function denialOf(
  { purl, sha512, repositoryId }: { readonly purl: string; readonly sha512: string; readonly repositoryId: number },
  by: readonly RecordedPerson[],
): DecisionRecord {
  return { decision: 'deny', about: { repositoryId, purl, sha512 }, ...rest(by, {}) };
}

export function revocationOf({ path, sha256, record }: LedgerEntry, by: readonly RecordedPerson[]): DecisionRecord {
  const about = { repositoryId: record.about.repositoryId, record: sha256, file: path.slice(LEDGER.length) };
  return { decision: 'revoke', about, ...rest(by, {}) };
}

/** The file of a record. */
export function fileOf(record: DecisionRecord): { readonly path: string; readonly text: string } {
  const file = writeRecord(record);
  if (file === undefined) throw new TypeError('a record without a digest');
  return { path: file.path, text: new TextDecoder().decode(file.bytes) };
}

/** The record as it is read. */
export function entryOf(record: DecisionRecord): LedgerEntry {
  const { path, text } = fileOf(record);
  const entry = readRecord(path, new TextEncoder().encode(text));
  if (typeof entry === 'string') throw new TypeError(entry);
  return entry;
}
