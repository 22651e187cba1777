import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { LEDGER } from '../text/record-name.ts';
import { writeRecord } from '../decisions/ledger/record.ts';
import { GateFailure } from '../errors.ts';
import type { DecisionRecord, RecordSignature } from '../model/index.ts';
import { foldersAbove } from '../text/paths.ts';

/** A record as a file. */
export interface RecordFile {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** @throws GateFailure `usage` for a record about something that has no digest */
export function fileOf(record: DecisionRecord, signatures: readonly RecordSignature[] = []): RecordFile {
  const file = writeRecord(record, signatures);
  if (file === undefined) throw new GateFailure('usage', 'what is decided holds text that no digest can be taken over');
  return { path: file.path, text: new TextDecoder().decode(file.bytes) };
}

/**
 * Writes records where they belong below a folder. Nothing is written through a link, and nothing that is there is replaced.
 * @throws GateFailure `usage`
 */
export async function writeRecords(root: string, files: readonly RecordFile[]): Promise<void> {
  for (const path of foldersAbove(LEDGER)) {
    const found = await lstat(join(root, path)).catch(() => undefined);
    if (found?.isDirectory() === false) throw new GateFailure('usage', 'is no folder: records lie below it', { path });
  }
  await mkdir(join(root, LEDGER), { recursive: true }).catch((cause: unknown) => {
    throw unwritten(LEDGER, cause);
  });
  for (const { path, text } of files) {
    await writeFile(join(root, path), text, { flag: 'wx' }).catch((cause: unknown) => {
      throw unwritten(path, cause);
    });
  }
}

function unwritten(path: string, cause: unknown): GateFailure {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown reason';
  return new GateFailure('usage', code === 'EEXIST' ? 'is there already' : `cannot be written (${code})`, { path });
}
