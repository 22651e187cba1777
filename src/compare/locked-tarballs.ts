import { GateFailure } from '../errors.ts';
import type { Change, Observation } from '../model/index.ts';
import { isSame } from '../repository/reader.ts';
import type { States } from '../repository/state.ts';
import { folderOf, follow, join, normalise } from '../text/paths.ts';
import type { OpenLockfile } from './open-lockfile.ts';

/** A tarball of the repository that a lockfile installs. */
export interface LockedTarball {
  readonly path: string;
  /** The spec of its entry. */
  readonly spec: string;
}

/** The tarballs in the repository that a lockfile installs. */
export function lockedTarballs({ lockfile }: OpenLockfile): readonly LockedTarball[] {
  const home = folderOf(lockfile.path);
  return lockfile.packages.flatMap(({ source: { kind, outside, spec = '' } }) => {
    if (kind !== 'file' || outside === true) return [];
    const file = /^file:/i.test(spec) ? spec : `file:${spec}`;
    return [{ path: normalise(join(home, follow(home, file.replace(/(?:#|::).*$/s, '')).path)), spec }];
  });
}

/** One observation for each tarball whose bytes are new or changed while its entry is the base branch's. */
export async function tarballObservations(
  lockfile: string,
  tarballs: readonly LockedTarball[],
  changes: readonly Change[],
  { base, head }: States,
): Promise<readonly Observation[]> {
  const judged = new Set(changes.flatMap(({ source }) => (source.kind === 'file' ? [source.spec] : [])));
  const observations: Observation[] = [];
  for (const path of new Set(tarballs.flatMap((each) => (judged.has(each.spec) ? [] : [each.path])))) {
    const [before, after] = [base.files.get(path), head.files.get(path)];
    if (after === undefined) continue;
    const readers = { base: base.reader, head: head.reader };
    const isUnchanged = before !== undefined && (await isSame(readers, before, after).catch(unreadable));
    readers.base.forget(before);
    readers.head.forget(after);
    if (!isUnchanged) observations.push({ code: 'tarball-changed', path, line: 1, args: { lockfile } });
  }
  return observations;
}

/** What cannot be read is not known to be the same. */
function unreadable(cause: unknown): false {
  if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return false;
  throw cause;
}
