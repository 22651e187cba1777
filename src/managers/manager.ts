import type { Tree } from '../lockfile/tree.ts';
import type { Lockfile, ManagerId, Requirement, Source } from '../model/index.ts';
import type { ManifestSource, WithImporters } from './importers.ts';
import type { CommittedBytes } from './committed.ts';
import type { ManagerSettings } from './manager-settings.ts';
import type { Manifest } from './manifest.ts';
import type { Program } from './program.ts';

export type { Program } from './program.ts';

/** How one package manager reads its files. Every member is required: a manager states what it does not have. */
export interface Manager<Id extends ManagerId = ManagerId> {
  readonly id: Id;
  readonly program: Program;
  /** Whether a manifest that names a program and its major version means this one. */
  readonly isNamedBy: (program: string, major: number) => boolean;
  /** The package by which the public npm registry publishes a version of it. */
  readonly published: Published;
  readonly lockfile: ManagerLockfile;
  readonly settings: ManagerSettings;
  readonly committed: CommittedBytes;
}

export interface Published {
  readonly name: string;
  /** The file in its tarball that runs, where repositories commit that file; `packageManager` then has the hash of it. */
  readonly member?: string;
  /** Whether the hash in `packageManager` is that of the file, and not that of the tarball. */
  readonly isHashOfMember?: true;
}

export interface ManagerLockfile {
  /**
   * @param text decoded (see `decodeText`)
   * @param has whether the repository has a file, for what depends on one beside
   * @throws GateFailure with one of the `lockfile-` codes
   */
  readonly parse: (path: string, text: string, has?: (file: string) => boolean) => Lockfile;
  /** The versions it reads, for a sentence where it follows the lockfile's name and "of". */
  readonly versions: string;
  /** Adds importers, from manifests if the lockfile does not list all of their dependencies. */
  readonly withImporters: (parsed: Lockfile, manifests: ManifestSource) => Promise<WithImporters>;
  /** @param lockfile with its importers */
  readonly treeOf: (lockfile: Lockfile) => Tree;
  /** The key of the entry whose folder contains another; undefined for one in a folder of the repository. */
  readonly containerOf: (key: string) => string | undefined;
  /**
   * The key prefixes of the packages at an importer's top level, the nearest last; none
   * if keys do not name places.
   */
  readonly topLevels: (importer: string) => readonly string[];
  /** Whether it records the name of each workspace whose name differs from its folder's. */
  readonly namesWorkspaces: boolean;
  /** Which manifests list the workspaces; `no manifest`: another file does. */
  readonly workspacesIn: 'the root manifest' | 'every manifest' | 'no manifest';
  /** Whether it also pins every optional dependency, including those of other platforms. */
  readonly locksOptional: boolean;
  /** Whether it installs the development dependencies of a folder that is no workspace. */
  readonly installsDevOfFolders: boolean;
  /** The scripts that an install runs in a folder of the repository with this source; none: it runs nothing there. */
  readonly folderScripts: (source: Source) => readonly string[];
  /** Whether it leaves what it wrote of a workspace where the manifest asks for the same workspace by another `workspace:` spec. */
  readonly keepsWorkspaceSpecs: boolean;
  /** Whether its readers refuse or report every requirement of an entry that no entry answers; else the comparison does. */
  readonly reportsMissing: boolean;
  /** Whether an entry has the ranges that its package declares; else only the versions that it got. */
  readonly repeatsRanges: boolean;
  /** Whether it may list an importer's peers among the other dependencies. */
  readonly mayLockPeers: boolean;
  /**
   * Each way in which it may write what a manifest says of one name, the likeliest first; never none. Absent: as npm
   * chooses among the maps.
   */
  readonly readings?: (manifest: Manifest, name: string, lockfile: Lockfile) => readonly Reading[];
}

/** What a manager may write into its lockfile for one name of a manifest. */
export interface Reading {
  /** Empty: nothing. */
  readonly requires: readonly Requirement[];
  /** Whether the settings leave no doubt that it is written so; else an agreement with it is told as a doubt. */
  readonly isSure: boolean;
}

/** A lockfile's name is known before its manager is: two managers write `yarn.lock`. */
export interface LockfileName {
  readonly program: Program;
  /** If one folder has several, the program installs from the last. */
  readonly names: readonly string[];
  /** Further names; none of them replaces another. */
  readonly pattern?: RegExp;
  /** Whether it stands beside another program's as a rule, because each of them installs something else. */
  readonly sharesFolders?: true;
  /** Whether its program would read a text otherwise if its lines ended in CRLF; absent: never. */
  readonly needsLineFeeds?: (text: string) => boolean;
  /** Whether a fault of it is a finding about this file, and never the end of the run. */
  readonly faultsAreFindings?: true;
  /** Whether its program's install resolves conflict markers in it; absent: the program refuses the file. */
  readonly mergesConflicts?: true;
  /** Absent: lockgate cannot read it. */
  readonly reading?: LockfileReading;
}

export interface LockfileReading {
  readonly managers: readonly Manager[];
  /**
   * Which of them wrote it.
   * @throws GateFailure `lockfile-version`
   */
  readonly managerOf: (path: string, text: string) => Manager;
  /** What an empty file stands for, where one marks a root whose project was never installed; absent: a fault. */
  readonly empty?: string;
}

/** The reading of a name that only one manager uses. */
export function readBy(manager: Manager): LockfileReading {
  return { managers: [manager], managerOf: () => manager };
}
