import { createHash } from 'node:crypto';

import type { Ledger, Unusable } from '../decisions/ledger/in-force.ts';
import type { Stems } from '../decisions/ledger/match.ts';
import { LEDGER, readName } from '../text/record-name.ts';
import { MAX_RECORD_BYTES, readRecord } from '../decisions/ledger/record.ts';
import { GateFailure } from '../errors.ts';
import type { LedgerEntry, Snapshot, SnapshotFile } from '../model/index.ts';
import { stateOf } from '../repository/state.ts';

/** Records that are read in one run; each may be a request. */
const MAX_RECORDS = 300;

/**
 * The records of a state whose names begin with a stem of what is judged. Of what only comes in, whether it is denied: then every
 * record of the same stem is read that could end that.
 * @throws GateFailure `budget` for more than a run reads, and what reading a file throws: a denial may be among what was not read
 */
export async function readLedger(trusted: Snapshot, stems: Stems): Promise<Ledger> {
  const { listed, reader } = await stateOf(trusted);
  const named = [...listed.values()].flatMap((file) => {
    const name = readName(file.path);
    return name === undefined ? [] : [{ file, ...name }];
  });
  const denied = new Set(named.flatMap(({ stem, decision }) => (decision === 'deny' ? [stem] : [])));
  const wanted = named.filter(
    ({ stem, decision }) =>
      stems.blocked.has(stem) || (decision !== 'approve' && denied.has(stem) && stems.brought.has(stem)),
  );
  if (wanted.length > MAX_RECORDS) {
    const message = `${wanted.length} records of decisions are about what is judged, and no more than ${MAX_RECORDS} are read in one run; propose the change in parts`;
    throw new GateFailure('budget', message, { path: LEDGER });
  }
  return ledgerOf(await Promise.all(wanted.map(({ file }) => readFile(file, (one) => reader.read(one)))));
}

/** All that lies where a state's records do, also what has a name that no record has: for readers, not for a run. */
export async function readWholeLedger(trusted: Snapshot): Promise<Ledger> {
  const { listed, reader } = await stateOf(trusted);
  const files = [...listed.values()].filter(({ path, mode }) => path.startsWith(LEDGER) && mode !== 'folder');
  const found: (LedgerEntry | Unusable)[] = [];
  for (const file of files) {
    const isNamed = readName(file.path) !== undefined;
    found.push(isNamed ? await readFile(file, (one) => reader.read(one)) : { path: file.path, why: 'misnamed' });
  }
  return ledgerOf(found);
}

const ledgerOf = (read: readonly (LedgerEntry | Unusable)[]): Ledger => ({
  entries: read.flatMap((one) => ('record' in one ? [one] : [])),
  unusable: read.flatMap((one) => ('why' in one ? [one] : [])),
});

/** A link is not followed: what it leads to has another name, or none. */
async function readFile(
  file: SnapshotFile,
  read: (file: SnapshotFile) => Promise<Uint8Array>,
): Promise<LedgerEntry | Unusable> {
  const { path, mode, size = 0 } = file;
  if (mode !== 'file') return { path, why: 'not-a-file' };
  if (size > MAX_RECORD_BYTES) return { path, why: 'too-large' };
  const bytes = await read(file);
  const record = readRecord(path, bytes);
  return typeof record === 'string'
    ? { path, why: record, sha256: createHash('sha256').update(bytes).digest('hex') }
    : record;
}
