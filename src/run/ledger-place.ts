import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { LEDGER } from '../text/record-name.ts';
import { stateOf } from '../repository/state.ts';
import { foldersAbove } from '../text/paths.ts';

/**
 * What is where a state's records would lie, from the list of its files, without a request: records, nothing, or what stands in
 * the place of the folder.
 */
export async function ledgerPlace(snapshot: Snapshot): Promise<'records' | 'nothing' | SnapshotFile> {
  const { listed } = await stateOf(snapshot);
  for (const path of foldersAbove(LEDGER)) {
    const file = listed.get(path);
    if (file !== undefined && file.mode !== 'folder') return file;
  }
  for (const path of listed.keys()) if (path.startsWith(LEDGER)) return 'records';
  return 'nothing';
}
