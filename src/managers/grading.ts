import { follow } from '../text/paths.ts';
import type { JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { nodeOptionsDo } from './node-options.ts';
import type { Role } from './roles.ts';
import { pathsIn } from './roles.ts';
import type { SettingsName } from './settings-file.ts';
import { classIn } from './settings-table.ts';
import { rolesIn, tablesIn } from './tables.ts';
import { isStricter } from './tightening.ts';

/**
 * How serious an edit of one setting is.
 *
 * - `nothing`: it affects neither installs nor the gate.
 * - `note`: it only makes installs stricter, or is listed as tuning.
 * - `gate`: it affects installs.
 * - `manager`: what it names takes the place of the package manager, or runs in it.
 */
export type Grade = 'nothing' | 'note' | 'gate' | 'manager';

/** One setting that differs between two states of a file, with its values as the manager reads them. */
export interface Edit {
  readonly name: SettingsName;
  readonly key: string;
  /** Undefined: the file does not have it. */
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** What an edit is judged beside. */
export interface Beside {
  /** Whether the head has something at a path relative to the file's folder. */
  readonly isFile: (path: string) => boolean;
  /** Whether this change locks a package version. */
  readonly isLocked: (name: string, version: string) => boolean;
}

/** How serious an edit is, by the table of the managers that read the file; a key that no table has counts. */
export function gradeOf(edit: Edit, beside: Beside): Grade {
  const { name, key, before, after } = edit;
  const own = name === 'package.json' ? key.replace(/^pnpm\./, '') : key;
  const role = roleOf(name, own);
  const ofRole = role && gradeOfRole(role, edit, beside);
  if (ofRole !== undefined) return ofRole;
  const found = classIn(tablesIn(name), own);
  if (found === 'unknown') return 'gate';
  if (found.is === 'harmless') return 'nothing';
  const { tightens } = found;
  return tightens !== undefined && isStricter(own, tightens, before, after, beside.isLocked) ? 'note' : 'gate';
}

/** Managers accept several spellings of a key: `script-shell`, `scriptShell`, `script_shell`. */
const plain = (key: string) => key.replaceAll(/[-_]/g, '').toLowerCase();

function roleOf(name: SettingsName, key: string): Role | undefined {
  const wanted = new Set([plain(key), plain(key.split('.', 1)[0] ?? '')]);
  return [...rolesIn(name)].find(([each]) => wanted.has(plain(each)))?.[1];
}

function gradeOfRole(role: Role, { after }: Edit, { isFile }: Beside): Grade | undefined {
  const text = typeof after === 'string' ? after : undefined;
  switch (role.as) {
    case 'manager':
    case 'settings':
      return isSet(after) ? 'manager' : 'gate';
    case 'lockfile':
      if (!isSet(after)) return 'gate';
      // Deno's `lock: true` and `frozen: true` ask for the usual one.
      if (after === true) return 'note';
      return role.usual !== undefined && text === role.usual ? 'nothing' : 'manager';
    case 'shell':
      if (!isSet(after)) return 'gate';
      return text !== undefined && isOfSystem(text, isFile) ? 'gate' : 'manager';
    case 'options': {
      if (!isSet(after)) return 'gate';
      const does = text === undefined ? 'loads' : nodeOptionsDo(text, isFile);
      return { harmless: 'note', other: 'gate', loads: 'manager' }[does] as Grade;
    }
    case 'code':
      return pathsIn(after).every((path) => !follow('', path).outside) ? undefined : 'gate';
  }
}

const isSet = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(value instanceof JsonObject && value.keys.length === 0);

/** Folders of programs that no repository's checkout is in. */
const SYSTEM =
  /^(?:\/(?:usr|bin|sbin|opt|nix|Applications|Library)\/|[a-z]:[\\/](?:Program Files(?: \(x86\))?|Windows|msys64|Git|tools)[\\/])/i;

/** Whether a program is one of the system: a bare name that is no file here, or an absolute path outside of checkouts. */
export function isOfSystem(program: string, isFile: (path: string) => boolean): boolean {
  if (/\$|%|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(program)) return false;
  if (SYSTEM.test(program)) return true;
  return /^[\w.+-]+(?: .*)?$/.test(program) && !isFile(program) && !/\s\S*[\\/]/.test(program);
}
