import { GateFailure } from '../errors.ts';
import { parseLockfile } from '../managers/index.ts';
import { groupBy } from '../text/group-by.ts';
import { identityOf } from '../model/identity.ts';
import type { FoundLockfile, Inventory } from './discover.ts';
import { manifestIn } from '../managers/manifest.ts';
import type { FileReader } from '../repository/reader.ts';
import type { State, States } from '../repository/state.ts';

type Side = Pick<Inventory, 'lockfiles'>;

export interface PredecessorOptions {
  readonly base: Side;
  readonly head: Side;
  readonly states: States;
  /** Whether the policy judges two lockfile paths by the same profiles. */
  readonly isJudgedAlike: (former: string, path: string) => boolean;
}

/**
 * The lockfile of the base that each lockfile of the head is compared with (docs/decisions/0111):
 *
 * 1. The lockfile of the same path.
 * 2. Another one in the same folder: first one that is gone, then one of the same manager.
 * 3. For a folder that had none, one from a folder that has none now: the only one whose manifest has the
 *    same name or, if exactly one is left on either side, the one that locks most of the same packages.
 *
 * Wherever it is, only packages that it locks under the same name and version with the same bytes count as known.
 * @returns by the path of the head's lockfile; one without an entry is new
 */
export async function findPredecessors(options: PredecessorOptions): Promise<ReadonlyMap<string, FoundLockfile>> {
  const { base, head, isJudgedAlike } = options;
  const formers = new Map<string, FoundLockfile>();
  const before = groupBy(readable(base), ({ folder }) => folder);
  const after = groupBy(readable(head), ({ folder }) => folder);
  for (const found of readable(head)) {
    const same = base.lockfiles.get(found.path);
    const former = same ?? sibling(found, before.get(found.folder) ?? [], options);
    if (former !== undefined) formers.set(found.path, former);
  }
  const arrived = readable(head).filter(({ folder, path }) => !before.has(folder) && !base.lockfiles.has(path));
  const departed = readable(base).filter(({ folder, path }) => !after.has(folder) && !head.lockfiles.has(path));
  if (arrived.length === 0 || departed.length === 0) return formers;
  for (const [found, former] of await moved(arrived, departed, options)) {
    if (isJudgedAlike(former.path, found.path)) formers.set(found.path, former);
  }
  return formers;
}

const readable = ({ lockfiles }: Side): readonly FoundLockfile[] =>
  [...lockfiles.values()].filter(({ kind }) => kind.reading !== undefined);

function sibling(
  found: FoundLockfile,
  siblings: readonly FoundLockfile[],
  { head, isJudgedAlike }: PredecessorOptions,
): FoundLockfile | undefined {
  const rank = ({ path, kind }: FoundLockfile): number =>
    (head.lockfiles.has(path) ? 2 : 0) + (kind === found.kind ? 0 : 1);
  return siblings.filter(({ path }) => isJudgedAlike(path, found.path)).sort((a, b) => rank(a) - rank(b))[0];
}

type Move = readonly [found: FoundLockfile, former: FoundLockfile];

async function moved(
  arrived: readonly FoundLockfile[],
  departed: readonly FoundLockfile[],
  { states }: PredecessorOptions,
): Promise<readonly Move[]> {
  const [old, current] = await Promise.all([byName(departed, states.base), byName(arrived, states.head)]);
  const named = [...current].flatMap(([name, found]): Move[] => {
    const [one, another] = found;
    const [former, rival] = old.get(name) ?? [];
    const isOnly = another === undefined && rival === undefined;
    return isOnly && one !== undefined && former !== undefined ? [[one, former]] : [];
  });
  const taken = new Set(named.flat());
  const [one, another] = arrived.filter((each) => !taken.has(each));
  const [former, rival] = departed.filter((each) => !taken.has(each));
  if (one === undefined || former === undefined || another !== undefined || rival !== undefined) return named;
  const [now, then] = await Promise.all([lockedBy(one, states.head.reader), lockedBy(former, states.base.reader)]);
  const common = [...now].filter((each) => then.has(each)).length;
  return common > now.size / 2 ? [...named, [one, former]] : named;
}

/** Lockfiles by the name in the manifest of their folder; those without one are left out. */
async function byName(
  lockfiles: readonly FoundLockfile[],
  { settings }: State,
): Promise<ReadonlyMap<string, readonly FoundLockfile[]>> {
  const named = await Promise.all(
    lockfiles.map(async (found) => {
      const name = await orElse(
        async () => manifestIn(await settings.at(found.folder, 'package.json'))?.name,
        undefined,
      );
      return name === undefined ? [] : [{ name, found }];
    }),
  );
  const groups = groupBy(named.flat(), ({ name }) => name);
  return new Map([...groups].map(([name, same]) => [name, same.map(({ found }) => found)]));
}

/** Name, version and source of every package in a lockfile; empty if it cannot be read. */
function lockedBy({ path, file }: FoundLockfile, reader: FileReader): Promise<ReadonlySet<string>> {
  return orElse(async () => {
    const { packages } = parseLockfile(path, await reader.read(file));
    return new Set(packages.filter(({ source }) => source.kind !== 'workspace').map(identityOf));
  }, new Set<string>());
}

/** A file that cannot be read is reported when it is compared. */
async function orElse<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof GateFailure) return otherwise;
    throw cause;
  }
}
