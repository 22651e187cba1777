import { GateFailure } from '../errors.ts';
import { decodeText, oneFault } from '../text/decode.ts';
import { join } from '../text/paths.ts';
import type { PackageManager } from '../managers/index.ts';
import type { Change, SnapshotFile } from '../model/index.ts';
import type { FileReader, Readers } from '../repository/reader.ts';
import { hasTrustList, scriptSettings, settingsFiles } from '../managers/read-settings.ts';
import type { ScriptSettings } from '../managers/script-settings.ts';
import { leavesOut } from '../managers/script-settings.ts';

/** Files that bear on an install, by path. */
type Files = ReadonlyMap<string, SnapshotFile>;

const faults = oneFault('manifest-invalid', 'mend the file');

/** One lockfile that the head has, and where its project's settings are found. */
export interface Project {
  readonly manager: PackageManager;
  readonly folder: string;
  /** Folders of its importers, relative to its own. */
  readonly importers: readonly string[];
  readonly base: Files;
  readonly head: Files;
  readonly readers: Readers;
}

/**
 * Marks the changes whose install scripts the project's package manager is told not to run: by the base, and by the head
 * in the same words. What the head changes of such a list counts for nothing.
 */
export async function withScriptsLeftOut(
  changes: readonly Change[],
  { manager, folder, importers, base, head, readers }: Project,
): Promise<readonly Change[]> {
  if (!changes.some(isConcerned)) return changes;
  const before = await settingsAt(manager, folder, base, readers.base);
  if (before === undefined) return changes;
  const after = await settingsAt(manager, folder, head, readers.head);
  if (JSON.stringify(before) !== JSON.stringify(after)) return changes;
  const paths = manager === 'bun' ? importers.filter((each) => each !== '') : [];
  for (const path of paths.map((each) => join(folder, join(each, 'package.json')))) {
    if (await mayHaveTrustList(readers.base, base.get(path))) return changes;
    if (await mayHaveTrustList(readers.head, head.get(path))) return changes;
  }
  return changes.map((change) => {
    const { name, aliases, version } = change;
    const isLeftOut = isConcerned(change) && leavesOut(before, [name, ...aliases], version);
    return isLeftOut ? { ...change, scriptsLeftOutBy: join(folder, before.file) } : change;
  });
}

const isConcerned = ({ kind, source }: Change): boolean => kind !== 'removed' && source.kind === 'registry';

async function mayHaveTrustList(reader: FileReader, file: SnapshotFile | undefined): Promise<boolean> {
  try {
    const text = file && (await textOf(reader, file));
    return text !== undefined && hasTrustList(text);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return true;
    throw cause;
  }
}

/** @throws GateFailure for a file that is not regular, or no text */
async function textOf(reader: FileReader, file: SnapshotFile): Promise<string> {
  if (file.mode === 'file') {
    const bytes = await reader.read(file);
    return bytes.length === 0 ? '' : decodeText(bytes, file.path, faults);
  }
  throw new GateFailure('manifest-invalid', 'The file is not a regular one, and is not followed.', { path: file.path });
}

/** Undefined where nothing is said, or where it cannot be read. */
async function settingsAt(
  manager: PackageManager,
  folder: string,
  files: Files,
  reader: FileReader,
): Promise<ScriptSettings | undefined> {
  const texts = new Map<string, string>();
  try {
    for (const name of settingsFiles[manager]) {
      const file = files.get(join(folder, name));
      if (file !== undefined) texts.set(name, await textOf(reader, file));
    }
    return scriptSettings(manager, texts);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  }
}
