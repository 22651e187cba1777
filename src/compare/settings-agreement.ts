import { asGateError, GateFailure } from '../errors.ts';
import type { DeclaredSettings } from '../managers/declared.ts';
import { managerOf } from '../managers/index.ts';
import { folderOf } from '../text/paths.ts';
import type { GateError, LockedSetting, Lockfile, Observation, SettingList } from '../model/index.ts';
import type { Setting } from '../managers/setting.ts';
import { changedSettings } from './changed-settings.ts';
import { bounded, introduced } from './observations.ts';
import { isSame } from '../repository/reader.ts';
import type { State, States } from '../repository/state.ts';

const LISTS: readonly SettingList[] = ['overrides', 'catalogs', 'trustedDependencies', 'patchedDependencies'];

export interface SettingsAgreement {
  readonly observations: readonly Observation[];
  readonly errors: readonly GateError[];
}

export const agreed: SettingsAgreement = { observations: [], errors: [] };

/**
 * Compares the settings that pnpm's and bun's lockfiles repeat with the project's: an entry that only the
 * lockfile has still decides what is installed. A difference counts if the head introduced it; a file of the head that
 * cannot be read is an error if this change made it so.
 * @param base the base's lockfile; undefined where it has none
 */
export async function settingsAgreement(
  base: Lockfile | undefined,
  head: Lockfile,
  states: States,
): Promise<SettingsAgreement> {
  if (managerOf(head.format).settings.repeats === 'nothing') return agreed;
  try {
    const declared = await declaredIn(states.head, head);
    const after = disagreements(head, declared);
    if (base === undefined) return { observations: bounded(after), errors: [] };
    const patches = changedPatches(base, head, declared);
    if (after.length === 0) return { observations: patches, errors: [] };
    const before = disagreements(base, await declaredInBase(states.base, base));
    return { observations: [...bounded(introduced(before, after)), ...patches], errors: [] };
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === 'repository-unavailable') throw cause;
    const path = cause.path ?? '';
    const [old, now] = [states.base.files.get(path), states.head.files.get(path)];
    const readers = { base: states.base.reader, head: states.head.reader };
    const isOld = old !== undefined && now !== undefined && (await isSame(readers, old, now));
    return isOld ? agreed : { observations: [], errors: [asGateError(cause)] };
  }
}

/** The settings of the base's files; unknown if they cannot be read. */
async function declaredInBase(state: State, lockfile: Lockfile): Promise<DeclaredSettings | undefined> {
  try {
    return await declaredIn(state, lockfile);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  }
}

/** Undefined if the project's settings are not known. */
async function declaredIn({ settings }: State, lockfile: Lockfile): Promise<DeclaredSettings | undefined> {
  const { repeats } = managerOf(lockfile.format).settings;
  return repeats === 'nothing' ? undefined : repeats(settings.in(folderOf(lockfile.path)), lockfile);
}

/**
 * Patches whose digest changes while the settings name them as before: the package gets other bytes, and no settings
 * file shows it.
 */
function changedPatches(
  base: Lockfile,
  head: Lockfile,
  declared: DeclaredSettings | undefined,
): readonly Observation[] {
  const [before, after] = [base, head].map(({ settings }) => settings?.patchedDependencies ?? new Map<string, never>());
  const isStated = (key: string) => declared?.patchedDependencies.get(key)?.value !== undefined;
  const asSettings = (of: ReadonlyMap<string, LockedSetting>, others: ReadonlyMap<string, LockedSetting>): Setting[] =>
    [...of].flatMap(([key, { value, line }]) =>
      others.has(key) && !isStated(key)
        ? [{ affects: 'override', key: `patchedDependencies.${key}`, value, line } as const]
        : [],
    );
  return before === undefined || after === undefined
    ? []
    : changedSettings(head.path, asSettings(before, after), asSettings(after, before));
}

/** One observation for each entry on which the two differ. */
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
