import { asGateError, GateFailure } from '../errors.ts';
import { decodeText, oneFault } from '../text/decode.ts';
import { folderOf, join } from '../text/paths.ts';
import type { GateError, LockedSetting, Lockfile, Observation, SettingList, SnapshotFile } from '../model/index.ts';
import { bounded, introduced } from './observations.ts';
import type { FileReader, Readers } from '../repository/reader.ts';
import { isSame } from '../repository/reader.ts';
import type { DeclaredSettings, TextFile } from '../managers/settings/declared.ts';
import { bunDeclares, pnpmDeclares } from '../managers/settings/declared.ts';

/** Files that bear on an install, by path. */
export type SettingsFiles = ReadonlyMap<string, SnapshotFile>;

const LISTS: readonly SettingList[] = ['overrides', 'catalogs', 'trustedDependencies', 'patchedDependencies'];
/** Programs of a project that may give pnpm other settings than its files say. */
export const PNPMFILES = ['.pnpmfile.cjs', '.pnpmfile.js', '.pnpmfile.mjs'];
const faults = oneFault('manifest-invalid', 'mend the file');

export interface SettingsAgreement {
  readonly observations: readonly Observation[];
  readonly errors: readonly GateError[];
}

export interface Sides {
  readonly settings: { readonly base: SettingsFiles; readonly head: SettingsFiles };
  readonly readers: Readers;
}

export const agreed: SettingsAgreement = { observations: [], errors: [] };

/**
 * Holds what the lockfiles of pnpm and bun repeat of the project's settings against the settings: an entry that only the
 * lockfile has decides what is installed all the same. Counts where the head introduced it; a file of the head that
 * cannot be read is an error where this change made it so.
 * @param base the base's lockfile; undefined where it has none
 */
export async function settingsAgreement(
  base: Lockfile | undefined,
  head: Lockfile,
  { settings: files, readers }: Sides,
): Promise<SettingsAgreement> {
  if (head.format !== 'pnpm' && head.format !== 'bun') return agreed;
  try {
    const after = disagreements(head, await declaredAt(head, files.head, readers.head));
    if (after.length === 0 || base === undefined) return { observations: bounded(after), errors: [] };
    const before = disagreements(base, await declaredInBase(base, files.base, readers.base));
    return { observations: bounded(introduced(before, after)), errors: [] };
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === 'repository-unavailable') throw cause;
    const path = cause.path ?? '';
    const [old, now] = [files.base.get(path), files.head.get(path)];
    const isOld = old !== undefined && now !== undefined && (await isSame(readers, old, now));
    return isOld ? agreed : { observations: [], errors: [asGateError(cause)] };
  }
}

/** What the base's files say; unknown where they cannot be read. */
async function declaredInBase(
  lockfile: Lockfile,
  files: SettingsFiles,
  reader: FileReader,
): Promise<DeclaredSettings | undefined> {
  try {
    return await declaredAt(lockfile, files, reader);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  }
}

/**
 * Undefined where what the project says is not known: the root's manifest is not there, or `pnpm-workspace.yaml` is not
 * although a project of this shape has one.
 */
async function declaredAt(
  { path, format, importers, settings }: Lockfile,
  files: SettingsFiles,
  reader: FileReader,
): Promise<DeclaredSettings | undefined> {
  const folder = folderOf(path);
  const fileAt = async (name: string): Promise<TextFile | undefined> => {
    const file = files.get(join(folder, name));
    return file && { path: file.path, text: await textOf(reader, file) };
  };
  const manifest = await fileAt('package.json');
  if (manifest === undefined) return undefined;
  const others = importers.map((each) => each.path).filter((each) => each !== '');
  if (format === 'bun') {
    const found = await Promise.all(others.map((each) => fileAt(join(each, 'package.json'))));
    return bunDeclares(
      manifest,
      found.filter((file) => file !== undefined),
    );
  }
  if (PNPMFILES.some((name) => files.has(join(folder, name)))) return undefined;
  const workspace = await fileAt('pnpm-workspace.yaml');
  const mustBeThere = others.length > 0 || settings?.catalogs !== undefined;
  return workspace === undefined && mustBeThere ? undefined : pnpmDeclares(manifest, workspace);
}

async function textOf(reader: FileReader, file: SnapshotFile): Promise<string> {
  if (file.mode === 'file') return decodeText(await reader.read(file), file.path, faults);
  throw new GateFailure('manifest-invalid', 'The file is not a regular one, and is not followed.', { path: file.path });
}

/** One observation for each entry of which the two say different things. */
function disagreements(lockfile: Lockfile, declared: DeclaredSettings | undefined): readonly Observation[] {
  if (declared === undefined) return [];
  const { path, settings = {} } = lockfile;
  return LISTS.flatMap((list) => {
    const locked: ReadonlyMap<string, LockedSetting> = settings[list] ?? new Map<string, LockedSetting>();
    const required = [...declared[list]].flatMap(([key, each]) => (each.required ? [key] : []));
    return [...new Set([...locked.keys(), ...required])].flatMap((key): readonly Observation[] => {
      const [said, asked] = [locked.get(key), declared[list].get(key)];
      if (said !== undefined && asked !== undefined && (asked.value ?? said.value) === said.value) return [];
      const args = {
        ...{ list, key },
        ...(asked !== undefined && { asked: asked.value ?? '', manifest: asked.file }),
        ...(said !== undefined && { locked: said.value }),
      };
      return [{ code: 'setting-disagrees', path, line: said?.line ?? 1, args }];
    });
  });
}
