import { GateFailure } from '../errors.ts';
import { lockfileName } from '../managers/index.ts';
import type { Manager } from '../managers/manager.ts';
import type { ManagerLimits } from '../managers/own-limits.ts';
import { programName } from '../managers/program.ts';
import type { SnapshotFile } from '../model/index.ts';
import { compareText } from '../text/order.ts';
import { folderOf } from '../text/paths.ts';
import type { State } from './state.ts';

/** The limits of the package manager of one lockfile's folder. */
export interface ProjectLimits {
  /** `npm`, `Yarn`, `pnpm`, `bun` or `deno`. */
  readonly manager: string;
  /** From the repository's root; empty for the root. */
  readonly folder: string;
  readonly limits: ManagerLimits;
}

/** Projects that are read; a repository may have hundreds. */
const MAX_PROJECTS = 50;
/** A lockfile of Yarn says in its first lines which Yarn wrote it. */
const HEAD_BYTES = 4_096;

/**
 * What the package managers of a state keep out by themselves, by lockfile, the root first.
 * @param isGated whether the policy judges a lockfile
 * @throws GateFailure `repository-unavailable`
 */
export async function ownLimits(state: State, isGated: (path: string) => boolean): Promise<readonly ProjectLimits[]> {
  const lockfiles = [...state.files.values()]
    .filter(({ path, mode }) => mode === 'file' && !/(?:^|\/)node_modules\//.test(path))
    .filter(({ path }) => lockfileName(path)?.reading !== undefined && isGated(path))
    .sort((a, b) => compareText(a.path, b.path))
    .sort((a, b) => depthOf(a.path) - depthOf(b.path));
  const found: ProjectLimits[] = [];
  for (const file of lockfiles.slice(0, MAX_PROJECTS)) {
    const manager = await managerOf(file, state);
    const folder = folderOf(file.path);
    if (manager === undefined) continue;
    const name = programName(manager.program);
    if (found.some((each) => each.manager === name && each.folder === folder)) continue;
    found.push({ manager: name, folder, limits: await manager.settings.limits(state.settings.in(folder)) });
  }
  return found;
}

const depthOf = (path: string): number => path.split('/').length;

async function managerOf(file: SnapshotFile, { reader }: State): Promise<Manager | undefined> {
  const reading = lockfileName(file.path)?.reading;
  if (reading === undefined || reading.managers.length === 1) return reading?.managers[0];
  try {
    const bytes = await reader.read(file);
    return reading.managerOf(file.path, new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  } finally {
    reader.forget(file);
  }
}
