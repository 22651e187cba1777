import { SettingsFiles } from '../managers/settings-files.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { FileReader } from './reader.ts';

/** One state of a repository, opened once per run. */
export interface State {
  readonly files: ReadonlyMap<string, SnapshotFile>;
  readonly reader: FileReader;
  readonly settings: SettingsFiles;
}

export interface States {
  readonly base: State;
  readonly head: State;
}

const states = new WeakMap<Snapshot, Promise<State>>();

/**
 * The same state for the same snapshot, so that no settings file is read twice.
 * @param snapshot undefined: a state with no files
 * @throws GateFailure what `Snapshot.list` throws
 */
export function stateOf(snapshot: Snapshot | undefined): Promise<State> {
  if (snapshot === undefined) return openState(snapshot);
  let state = states.get(snapshot);
  if (state === undefined) {
    state = openState(snapshot);
    states.set(snapshot, state);
  }
  return state;
}

async function openState(snapshot: Snapshot | undefined): Promise<State> {
  const files = new Map((await snapshot?.list())?.map((file) => [file.path, file]));
  const reader = new FileReader(snapshot);
  return { files, reader, settings: new SettingsFiles(files, reader) };
}
