import { GateFailure } from '../errors.ts';
import type { ScriptSettings } from '../managers/script-settings.ts';
import { leavesOut } from '../managers/script-settings.ts';
import { managerOf } from '../managers/index.ts';
import type { Change, ManagerId } from '../model/index.ts';
import type { State, States } from '../repository/state.ts';
import { join } from '../text/paths.ts';

/** One lockfile that the head has, and where its project's settings are found. */
export interface Project {
  readonly format: ManagerId;
  readonly folder: string;
  /** Folders of its importers, relative to its own. */
  readonly importers: readonly string[];
  readonly states: States;
}

/**
 * Marks the changes whose install scripts the project's package manager is told not to run, by the base and by the head
 * in the same words. A list that the head changes does not count.
 */
export async function withScriptsLeftOut(changes: readonly Change[], project: Project): Promise<readonly Change[]> {
  if (!changes.some(isConcerned)) return changes;
  const { folder, states } = project;
  const before = await settingsIn(states.base, project);
  if (before === undefined) return changes;
  const after = await settingsIn(states.head, project);
  if (JSON.stringify(before) !== JSON.stringify(after)) return changes;
  return changes.map((change) => {
    const { name, aliases, version } = change;
    const isLeftOut = isConcerned(change) && leavesOut(before, [name, ...aliases], version);
    return isLeftOut ? { ...change, scriptsLeftOutBy: join(folder, before.file) } : change;
  });
}

const isConcerned = ({ kind, source, folderScripts }: Change): boolean =>
  kind !== 'removed' && (source.kind === 'registry' || folderScripts !== undefined);

/** Undefined if nothing is configured or a file cannot be read: then no script counts as left out. */
async function settingsIn(
  { settings }: State,
  { format, folder, importers }: Project,
): Promise<ScriptSettings | undefined> {
  try {
    return await managerOf(format).settings.scripts(settings.in(folder), importers);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  }
}
