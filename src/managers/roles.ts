import type { JsonValue } from '../text/json-object.ts';
import type { Program } from './program.ts';

/**
 * What a setting that names a program, or a file that is read like settings, makes of it.
 *
 * - `manager`: it runs as the package manager.
 * - `settings`: the manager takes all its settings from it.
 * - `lockfile`: the manager reads it, or the lockfile in it, as its lockfile.
 * - `shell`: a program of the system that the manager starts during an install.
 * - `options`: options of Node for everything that runs.
 * - `code`: the repository's own code, which the manager runs or takes part of its settings from.
 */
export type Role =
  /** @param versionsOf the versions that a committed release may be of, by its path and text */
  | {
      readonly as: 'manager';
      readonly program: Program;
      readonly versionsOf: (path: string, text: string) => readonly string[];
    }
  | { readonly as: 'settings' | 'shell' | 'options' }
  /** @param usual the value that is as if nothing were set */
  | { readonly as: 'lockfile'; readonly usual?: string }
  /**
   * @param kind which of them, so that the first of a kind can be told from an edit
   * @param counts whether a text is of one: other tools read files of this name too
   */
  | { readonly as: 'code'; readonly kind: string; readonly counts?: (text: string) => boolean };

/** What a manager makes of a file that no setting names. */
export interface FoundByName {
  readonly role: Role;
  /** Whether it counts only where a lockfile of this manager is in its folder or above: other tools use the name too. */
  readonly besideLockfile?: true;
  /** Whether it counts only in the folder of a lockfile or of one of its workspaces. */
  readonly besideImporter?: true;
}

/** By key; of keys with several spellings, each of them. */
export type Roles = ReadonlyMap<string, Role>;

export const roles = (...of: readonly (readonly [Role, ...keys: readonly string[]])[]): Roles =>
  new Map(of.flatMap(([role, ...keys]) => keys.map((key) => [key, role] as const)));

/** The paths in a value: a text, a list of texts, or a list of mappings with a `path`. */
export function pathsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(pathsIn);
  if (typeof value !== 'object' || value === null || !('get' in value)) return [];
  const path = value.get('path');
  return typeof path === 'string' ? [path] : [];
}
