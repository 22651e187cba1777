import type { Tree } from '../lockfile/tree.ts';
import type { Lockfile, ManagerId } from '../model/index.ts';
import type { ManifestSource, WithImporters } from './importers.ts';
import type { ManagerSettings } from './manager-settings.ts';

/** The command that people run. Lockfiles of one program stand in for one another; those of two compete. */
export type Program = 'npm' | 'yarn' | 'pnpm' | 'bun';

/** What one package manager means by its files. Every member is required: what a manager does not have, it says. */
export interface Manager<Id extends ManagerId = ManagerId> {
  readonly id: Id;
  readonly program: Program;
  /** Whether a manifest that names a program and its major version means this one. */
  readonly isNamedBy: (program: string, major: number) => boolean;
  readonly lockfile: ManagerLockfile;
  readonly settings: ManagerSettings;
}

export interface ManagerLockfile {
  /**
   * @param text decoded (see `decodeText`)
   * @throws GateFailure with one of the `lockfile-` codes
   */
  readonly parse: (path: string, text: string) => Lockfile;
  /** What it reads, for the sentence that lists it behind the lockfile's name and "of". */
  readonly versions: string;
  /** The same with its importers, from manifests where the lockfile does not say in full what they ask for. */
  readonly withImporters: (parsed: Lockfile, manifests: ManifestSource) => Promise<WithImporters>;
  /** @param lockfile with its importers */
  readonly treeOf: (lockfile: Lockfile) => Tree;
  /** The key of the entry in whose folder another lies; undefined for what lies in a folder of the repository. */
  readonly containerOf: (key: string) => string | undefined;
  /**
   * What stands before the folder's name in the keys of what an importer finds at its top level, the nearest last; none
   * where keys say no places.
   */
  readonly topLevels: (importer: string) => readonly string[];
  /** Whether it says the name of each workspace that is not its folder's. */
  readonly namesWorkspaces: boolean;
  /** Which manifests name workspaces; `no manifest`: another file does. */
  readonly workspacesIn: 'the root manifest' | 'every manifest' | 'no manifest';
  /** Whether it may hold an importer's peers among the other dependencies. */
  readonly mayLockPeers: boolean;
}

/** A lockfile is known by its name before it is known whose it is: `yarn.lock` is one name of two managers. */
export interface LockfileName {
  readonly program: Program;
  /** Where several stand in one folder, the program installs from the last. */
  readonly names: readonly string[];
  /** Further names, of which none takes another's place. */
  readonly pattern?: RegExp;
  /** Absent: lockgate cannot read it. */
  readonly reading?: LockfileReading;
  /** What to do with one that cannot be read, where there is more to say than to exclude it. */
  readonly instead?: string;
}

export interface LockfileReading {
  readonly managers: readonly Manager[];
  /**
   * Which of them wrote it.
   * @throws GateFailure `lockfile-version`
   */
  readonly managerOf: (path: string, text: string) => Manager;
}

/** A name that only one manager has. */
export function readBy(manager: Manager): LockfileReading {
  return { managers: [manager], managerOf: () => manager };
}
