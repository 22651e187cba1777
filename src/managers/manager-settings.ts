import type { Lockfile } from '../model/index.ts';
import type { DeclaredSettings } from './declared.ts';
import type { NamedCredential } from './named-credential.ts';
import type { Environment, NamedRegistry } from './named-registry.ts';
import type { OwnBuilds } from './own-build.ts';
import type { Overrides } from './overrides.ts';
import type { FoundByName } from './roles.ts';
import type { ScriptSettings } from './script-settings.ts';
import type { Setting } from './setting.ts';
import type { OwnFile, ProjectFiles, ReadFile, SettingsName } from './settings-file.ts';
import type { ManagerLimits } from './own-limits.ts';
import type { SettingsTable } from './settings-table.ts';

/** Reads the registries that a file names. */
export type Registries<N extends SettingsName> = (
  file: ReadFile<N>,
  env: Environment,
) => readonly NamedRegistry[] | Promise<readonly NamedRegistry[]>;

/** Reads the credentials that a file gives. */
export type Credentials<N extends SettingsName> = (file: ReadFile<N>, env: Environment) => readonly NamedCredential[];

/** A scope, with its `@`, and the address of its registry. */
export interface ScopedAddress {
  readonly scope: string;
  readonly url: string;
}

/** The scope under which JSR publishes for npm's clients (https://jsr.io/docs/npm-compatibility). */
export const jsrRegistry: ScopedAddress = { scope: '@jsr', url: 'https://npm.jsr.io/' };

/** A watched key of `package.json`, by its path. */
export type ManifestKey = readonly [affects: Setting['affects'], ...path: string[]];

/** How one package manager reads its settings files. A manager states what it does not have. */
export interface ManagerSettings {
  /**
   * The files that name its registries, most important first for messages, and how each names them.
   * @throws GateFailure `configuration-invalid` with the file and, if known, the line
   */
  readonly registries: { readonly [N in SettingsName]?: Registries<N> };
  /** The files of its own that give credentials for registries, and how. Absent: npm's settings alone do. */
  readonly credentials?: { readonly [N in SettingsName]?: Credentials<N> };
  /** Registries of scopes that it has in itself, where no file names another. Absent: none. */
  readonly builtInRegistries?: readonly ScopedAddress[];
  /** Whether it also reads the files of all folders above its lockfile's. */
  readonly readsAbove: (name: SettingsName) => boolean;
  /**
   * Which install scripts it is explicitly told to run. Undefined: nothing is said, or not all of it can be
   * interpreted; then it may run them all (docs/decisions/0104).
   * @param importers folders of its workspaces, relative to the lockfile's
   * @throws GateFailure for a file that cannot be read
   */
  readonly scripts: (files: ProjectFiles, importers: readonly string[]) => Promise<ScriptSettings | undefined>;
  /**
   * The settings that its lockfile repeats. Undefined if the project's settings are not known; `nothing`: its
   * lockfile repeats none.
   * @throws GateFailure for a file that cannot be read
   */
  readonly repeats: 'nothing' | ((files: ProjectFiles, lockfile: Lockfile) => Promise<DeclaredSettings | undefined>);
  /**
   * The effective overrides.
   * @throws GateFailure for a file that cannot be read
   */
  readonly overrides: (manifest: ReadFile<'package.json'>, files: ProjectFiles) => Promise<Overrides>;
  /** What each of its settings decides. */
  readonly table: SettingsTable;
  /** How long it waits for new versions, and what else it keeps out by itself. */
  readonly limits: (files: ProjectFiles) => Promise<ManagerLimits>;
  /** The files in which it looks for them, beside the manifest. */
  readonly files: readonly OwnFile[];
  /** The keys of `package.json` that are watched for it; those of every manager count, whichever is in use. */
  readonly manifestKeys: readonly ManifestKey[];
  /**
   * Globs of folders, relative to the settings' own, whose install hooks it runs even if its lockfile does not list them.
   * Only a manager that refuses no such lockfile has some. Settings that cannot be read give every folder.
   */
  readonly workspaces: (files: ProjectFiles) => Promise<readonly string[]>;
  /** Which of the project's own folders it builds because of a `binding.gyp`. */
  readonly builds: OwnBuilds | 'nothing';
  /** What it makes of a file that it finds by its name alone; undefined: nothing. */
  readonly foundByName: (path: string) => FoundByName | undefined;
}
