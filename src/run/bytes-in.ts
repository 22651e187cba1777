import { createHash } from 'node:crypto';

import type { FileBytes } from '../decisions/blocking.ts';
import { GateFailure } from '../errors.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { encodePath } from '../repository/path-bytes.ts';
import { fingerprintOf } from '../judge/fingerprint.ts';
import type { Json } from '../model/json.ts';
import type { State } from '../repository/state.ts';
import { stateOf } from '../repository/state.ts';

/**
 * Of each path its mode and the digest of its bytes; null where the snapshot has nothing there, undefined where it cannot be read. Of
 * a path that leads through symbolic links, the digest is over each of them and the file at their end: what is read is there.
 */
export async function bytesIn(
  snapshot: Snapshot,
  paths: readonly string[],
): Promise<(path: string) => FileBytes | null | undefined> {
  if (paths.length === 0) return () => undefined;
  const state = await stateOf(snapshot);
  const read = paths.map(async (path) => [path, await bytesAt(path, state)] as const);
  const found = new Map(await Promise.all(read));
  return (path) => found.get(path);
}

async function bytesAt(path: string, state: State): Promise<FileBytes | null | undefined> {
  const { listed, links } = state;
  const { to, links: passed } = await links.follow(path);
  if (passed.length === 0) {
    const file = listed.get(path);
    return file === undefined ? null : plainBytes(file, state);
  }
  const targets = await Promise.all(passed.map((link) => links.targetOf(link)));
  // What nobody can read cannot be what a person approves; nor is a folder one file.
  if (targets.includes(undefined) || to.kind === 'folder' || to.kind === 'submodule') return undefined;
  const end = to.kind === 'file' ? await plainBytes(to.file, state) : null;
  if (end === undefined) return undefined;
  const way = passed.map((link, at): Json => [link, hexOf(targets[at] ?? '')]);
  const last: Json = to.kind === 'file' && end !== null ? [to.file.path, end.mode, end.sha256] : null;
  return { mode: '120000', sha256: fingerprintOf([...way, last]) };
}

async function plainBytes(file: SnapshotFile, { reader }: State): Promise<FileBytes | undefined> {
  if (file.mode !== 'file') return undefined;
  try {
    return { mode: file.executable === true ? '100755' : '100644', sha256: sha256Of(await reader.read(file)) };
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

/** A target may hold bytes that are no UTF-8. */
const hexOf = (target: string): string => sha256Of(encodePath(target));

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
