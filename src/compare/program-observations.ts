import { lockfileName } from '../managers/index.ts';
import type { FileObservation } from '../model/index.ts';
import type { States } from '../repository/state.ts';
import { folderOf } from '../text/paths.ts';
import { textOf } from './committed/reading.ts';
import type { Inventory } from './discover.ts';
import { namedVersions } from './named-managers.ts';
import { programEdits } from './program-edits.ts';
import type { Programs, Where } from './programs.ts';
import { programsByName, programsNamed } from './programs.ts';

const none: Programs = new Map();

type Found = Pick<Inventory, 'settings' | 'lockfiles'>;

export interface Folders extends Where {
  readonly projects: ReadonlySet<string>;
}

/** What changes about the files that managers run or read besides their settings. */
export async function programObservations(
  base: Found,
  head: Found,
  states: States,
  { projects, ...where }: Folders,
): Promise<readonly FileObservation[]> {
  const byName = {
    base: programsByName(base, where),
    head: programsByName(head, where),
  };
  // Settings are read only if something may have changed that a setting can name; a manifest names lists alone.
  const changed = changedFiles(states);
  const folders = { projects, manifests: changed.some((path) => /\.json$/i.test(path)) };
  const named =
    changed.length > 0
      ? { base: await programsNamed(states.base, folders), head: await programsNamed(states.head, folders) }
      : { base: none, head: none };
  const sides = {
    base: await counting(new Map([...byName.base, ...named.base]), states, 'base'),
    head: await counting(new Map([...byName.head, ...named.head]), states, 'head'),
  };
  const versions = new Map<string, readonly string[]>();
  for (const { named: by } of sides.head.values()) {
    const folder = by && folderOf(by.path);
    if (folder === undefined || versions.has(folder)) continue;
    versions.set(folder, await namedVersions(states.head, folder));
  }
  return programEdits(sides, states, (folder) => versions.get(folder) ?? []);
}

/** Without the files whose text is of no concern to a manager; of those that no side changes, nothing is read. */
async function counting(programs: Programs, states: States, side: keyof States): Promise<Programs> {
  const found = await Promise.all(
    [...programs].map(async ([path, program]) => {
      const counts = program.role.as === 'code' ? program.role.counts : undefined;
      if (counts === undefined) return [[path, program]] as const;
      const [before, after] = [states.base.files.get(path), states.head.files.get(path)];
      if (before?.id !== undefined && before.id === after?.id) return [];
      const text = states[side].files.get(path)?.mode === 'file' ? await textOf(states[side], path) : undefined;
      return text === undefined || counts(text) ? ([[path, program]] as const) : [];
    }),
  );
  return new Map(found.flat());
}

/** The files that are neither a manifest nor a lockfile and in which the two states differ. */
function changedFiles({ base, head }: States): readonly string[] {
  const differs = (path: string) => {
    const [before, after] = [base.files.get(path), head.files.get(path)];
    return before?.id === undefined || before.id !== after?.id || before.mode !== after.mode;
  };
  return [...new Set([...base.files.keys(), ...head.files.keys()])].filter(
    (path) => differs(path) && !/(?:^|\/)package\.json$/.test(path) && lockfileName(path) === undefined,
  );
}

/** A setting that names a committed release is told with the release. */
export function withoutNaming(observations: readonly FileObservation[]): readonly FileObservation[] {
  const told = new Set(
    observations.flatMap(({ code, args }) =>
      code === 'manager-unverified' && 'in' in args ? [`${args.in}\n${args.by}`] : [],
    ),
  );
  return observations.filter(({ code, path, args }) => {
    const only = args.added ?? args.changed;
    const isOne = (args.added === undefined) !== (args.changed === undefined) && args.removed === undefined;
    return code !== 'manager-replaced' || !isOne || !told.has(`${path}\n${only}`);
  });
}
