import type { Lockfile } from '../model/index.ts';
import type { DeclaredSettings } from './declared.ts';
import type { Environment, NamedRegistry } from './named-registry.ts';
import type { Overrides } from './overrides.ts';
import type { ScriptSettings } from './script-settings.ts';
import type { Setting, Watch } from './setting.ts';
import type { Contents, ProjectFiles, ReadFile, SettingsName } from './settings-file.ts';

/** How a file that names registries is asked for them. */
export type Registries<N extends SettingsName> = (
  file: ReadFile<N>,
  env: Environment,
) => readonly NamedRegistry[] | Promise<readonly NamedRegistry[]>;

/** A key of `package.json` that is watched, by the path that leads to it. */
export type ManifestKey = readonly [bears: Setting['bears'], ...path: string[]];

/** What one package manager means by its settings files. Of what it does not know, a manager says so. */
export interface ManagerSettings {
  /**
   * Where its registries are named, in the order of their weight for messages, and how each file says them.
   * @throws GateFailure `configuration-invalid` with the file and, where it is known, the line
   */
  readonly registries: { readonly [N in SettingsName]?: Registries<N> };
  /** Whether it reads the files of all folders above its lockfile's too. */
  readonly readsAbove: (name: SettingsName) => boolean;
  /**
   * Whose install scripts it is told to run, in so many words. Undefined: nothing is said, or not all that is said is
   * understood: then it may run them all (docs/decisions/0104).
   * @param importers folders of its workspaces, relative to the lockfile's
   * @throws GateFailure for a file that cannot be read
   */
  readonly scripts: (files: ProjectFiles, importers: readonly string[]) => Promise<ScriptSettings | undefined>;
  /**
   * What its lockfile repeats of the settings. Undefined where what the project says is not known; `nothing`: its
   * lockfile repeats none.
   * @throws GateFailure for a file that cannot be read
   */
  readonly repeats: 'nothing' | ((files: ProjectFiles, lockfile: Lockfile) => Promise<DeclaredSettings | undefined>);
  /**
   * What its overrides come to.
   * @throws GateFailure for a file that cannot be read
   */
  readonly overrides: (manifest: ReadFile<'package.json'>, files: ProjectFiles) => Promise<Overrides>;
  /** What is watched of files that are its own. */
  readonly watched: { readonly [N in SettingsName]?: Watch<Contents[N]> };
  /** What is watched of `package.json` for its sake; every manager's counts, whichever is in use. */
  readonly manifestKeys: readonly ManifestKey[];
  /** Whether it runs what stands at a path. */
  readonly isProgram: (path: string) => boolean;
}
