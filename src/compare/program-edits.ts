import { GateFailure } from '../errors.ts';
import type { FileObservation, SnapshotFile } from '../model/index.ts';
import { isSame } from '../repository/reader.ts';
import type { States } from '../repository/state.ts';
import { compareText } from '../text/order.ts';
import { folderOf } from '../text/paths.ts';
import type { ProgramFile, Programs } from './programs.ts';

/** The programs of both states. */
export interface ProgramSides {
  readonly base: Programs;
  readonly head: Programs;
}

/**
 * What a change does to the programs that managers run: one observation for each file that is new, newly named, or has other
 * content. A file that nothing names any more runs no more.
 * @param versionsIn the versions of its package manager that the manifest of a folder names
 */
export async function programEdits(
  { base, head }: ProgramSides,
  states: States,
  versionsIn: (folder: string) => readonly string[],
): Promise<readonly FileObservation[]> {
  const kinds = new Set([...base.values()].map(({ role }) => kindOf(role)));
  const paths = [...new Set([...base.keys(), ...head.keys()])].sort(compareText);
  const found = await Promise.all(
    paths.map(async (path) => {
      const [old, now] = [base.get(path), head.get(path)];
      const [before, after] = [states.base.files.get(path), states.head.files.get(path)];
      if (now === undefined || after === undefined) return gone(path, old, after);
      if (old !== undefined && (await isUnchanged(states, before, after))) return [];
      // A build that is new is told as the hook that it is, with the manifest (own-builds.ts).
      if (isBuild(now) && (old === undefined || before === undefined)) return [];
      const how = before === undefined ? 'added' : old === undefined ? 'newly used' : 'changed';
      return edited(path, now, after, { how, isFirst: !kinds.has(kindOf(now.role)) }, states, versionsIn);
    }),
  );
  return found.flat();
}

const isBuild = ({ role }: ProgramFile): boolean => role.as === 'code' && role.kind === 'build';

const kindOf = (role: ProgramFile['role']) => (role.as === 'code' ? role.kind : role.as);

async function isUnchanged(states: States, before: SnapshotFile | undefined, after: SnapshotFile): Promise<boolean> {
  if (before === undefined) return false;
  const readers = { base: states.base.reader, head: states.head.reader };
  try {
    return await isSame(readers, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return false;
    throw cause;
  } finally {
    readers.base.forget(before);
    readers.head.forget(after);
  }
}

/** Own code that is removed may have kept something out; of the rest, the setting that named it says enough. */
function gone(path: string, old: ProgramFile | undefined, after: SnapshotFile | undefined): readonly FileObservation[] {
  return old?.role.as === 'code' && !isBuild(old) && after === undefined
    ? [{ code: 'program-changed', path, line: 1, args: { how: 'removed' } }]
    : [];
}

interface Edit {
  readonly how: string;
  /** Whether the base branch has nothing of this kind. */
  readonly isFirst: boolean;
}

async function edited(
  path: string,
  { role, named }: ProgramFile,
  file: SnapshotFile,
  { how, isFirst }: Edit,
  states: States,
  versionsIn: (folder: string) => readonly string[],
): Promise<readonly FileObservation[]> {
  const naming = named === undefined ? {} : { otherFiles: [named.path] };
  const said = (code: FileObservation['code'], args: FileObservation['args']): readonly FileObservation[] => [
    { code, path, line: 1, args, ...naming },
  ];
  if (role.as === 'code') return said(isFirst ? 'program-added' : 'program-changed', { how });
  if (role.as !== 'manager') {
    return said('manager-replaced', { why: 'file', how, ...(named && { by: named.key, in: named.path }) });
  }
  // A release that no setting names does not run.
  if (named === undefined) return said('program-changed', { how });
  const text = file.mode === 'file' ? await textOf(states, file) : undefined;
  const candidates = [...new Set([...versionsIn(folderOf(named.path)), ...role.versionsOf(path, text ?? '')])];
  return text === undefined || candidates.length === 0
    ? said('manager-replaced', { why: 'file', how, by: named.key, in: named.path })
    : said('manager-unverified', {
        program: role.program,
        versions: candidates.slice(0, 3).join(' '),
        by: named.key,
        in: named.path,
      });
}

async function textOf({ head: { reader } }: States, file: SnapshotFile): Promise<string | undefined> {
  try {
    return new TextDecoder('latin1').decode(await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  } finally {
    reader.forget(file);
  }
}
