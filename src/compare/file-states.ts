import { GateFailure } from '../errors.ts';
import type { FileObservation, FileState, FileStates, Observation, SnapshotFile } from '../model/index.ts';
import { blobIdOf } from '../repository/object-id.ts';
import type { State, States } from '../repository/state.ts';
import { compareText } from '../text/order.ts';

/**
 * The observations, those of some codes with the files that they are about, so that an exception for one applies only to
 * its content. An observation that names a package version is about that version, which identifies the content.
 * @param codes those that an exception for a file may name
 * @throws GateFailure `repository-unavailable`
 */
export async function withFileStates(
  observations: readonly FileObservation[],
  { base, head }: States,
  codes: ReadonlySet<string>,
): Promise<readonly Observation[]> {
  return Promise.all(
    observations.map(async ({ otherFiles = [], ...observation }) => {
      const { code, path, version, files } = observation;
      if (files !== undefined || version !== undefined || !codes.has(code)) return observation;
      const paths = [...new Set([path, ...otherFiles])].sort(compareText);
      const states = paths.map(async (each): Promise<FileStates> => ({
        path: each,
        before: await stateAt(base, each),
        after: await stateAt(head, each),
      }));
      return { ...observation, files: await Promise.all(states) };
    }),
  );
}

async function stateAt(state: State, path: string): Promise<FileState | null> {
  const file = state.files.get(path);
  return file === undefined ? null : { mode: file.mode, id: await idOf(state, file) };
}

/**
 * The id that git gives the content in a repository of SHA-1, so that a folder, and a repository of SHA-256, give the
 * same id. What cannot be read as a file keeps the id that the snapshot knows, if any.
 */
async function idOf({ reader, links }: State, file: SnapshotFile): Promise<string | null> {
  const { mode, id, path } = file;
  if (mode === 'symlink') return (await links.idOf(path)) ?? null;
  if (mode !== 'file' || id?.length === 40) return id ?? null;
  try {
    return blobIdOf(await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return null;
    throw cause;
  } finally {
    reader.forget(file);
  }
}
