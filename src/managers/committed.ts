import type { JsonValue } from '../text/json-object.ts';
import { follow, join, normalise } from '../text/paths.ts';
import type { ProjectFiles } from './settings-file.ts';

/** Where the bytes of dependencies lie if a project commits them. Paths are from the repository's root. */
export interface CommittedPlaces {
  /** Folders of archives, each of one package, that the manager installs or loads as they are. */
  readonly archives: readonly string[];
  /** Folders of unpacked packages, stores and caches, whose files the manager takes as they are. */
  readonly stores: readonly string[];
}

/** An entry of a lockfile, as its manager names the archive of it. */
export interface LockedArchive {
  /** Of the package from a registry. */
  readonly name: string;
  readonly version: string;
  /** How the archive's file name starts, and the digest of the locator in it. */
  readonly slug: string;
  readonly hash: string;
  /** The SHA-512 of the archive in hexadecimal digits; empty if the lockfile has none. */
  readonly checksum: string;
  /** What the archive was made from: a registry's tarball, another archive by a patch, or something else. */
  readonly origin: 'registry' | 'patched' | 'elsewhere';
  readonly patched?: Patched;
}

/** What a patched archive was made from. */
export interface Patched {
  /** The archive that is patched. */
  readonly from: Pick<LockedArchive, 'slug' | 'hash'>;
  /** The files of the patches; none where the manager has them in itself. */
  readonly patches: readonly string[];
}

/** How a manager finds the bytes of dependencies in a repository. */
export interface CommittedBytes {
  /** @param files of the lockfile's folder, or of a folder above it */
  readonly places: (files: ProjectFiles) => Promise<CommittedPlaces>;
  /**
   * Every entry that the manager keeps an archive of. Absent: it keeps none.
   * @throws GateFailure for a lockfile that cannot be read
   */
  readonly archives?: (path: string, text: string) => readonly LockedArchive[];
  /**
   * The paths of the patches that the settings of a project name. Those of a lockfile's own entries are in `archives`.
   * @param paths every path of the repository
   */
  readonly patches: (files: ProjectFiles, paths: Iterable<string>) => Promise<readonly string[]>;
  /** Programs beside its lockfile that it writes and that run in every process that it starts. Absent: it writes none. */
  readonly loaders?: Loaders;
}

/** Programs that a manager writes anew with each install. */
export interface Loaders {
  readonly names: readonly string[];
  /** The path of the manager's own program, if the project has it. */
  readonly release: (files: ProjectFiles) => Promise<string | undefined>;
  /** The package that has the program of the version that the manifest names. */
  readonly published: (files: ProjectFiles) => Promise<{ readonly name: string; readonly version: string } | undefined>;
  /**
   * Why a changed one is not what the manager would write; undefined: it is.
   * @throws GateFailure for a lockfile that cannot be read
   */
  readonly fault: (change: LoaderChange) => LoaderFault | undefined;
}

export interface LoaderFault {
  /** A key of the rule's words. */
  readonly reason: string;
  /** Where the program alone is another than the base branch's: what a release that wrote it has in itself. */
  readonly program?: string;
}

export interface LoaderChange {
  /** The texts by file name, of those that there are. */
  readonly base: ReadonlyMap<string, string>;
  readonly head: ReadonlyMap<string, string>;
  readonly name: string;
  readonly lockfile: { readonly path: string; readonly text: string };
  /** Folders of archives. */
  readonly archives: readonly string[];
}

/** The folders of the repository that values of settings name; what is outside, or no text, names none. */
export function foldersNamed(folder: string, values: readonly (JsonValue | undefined)[]): readonly string[] {
  return values.flatMap((value) => {
    if (typeof value !== 'string' || value === '') return [];
    const { path, outside } = follow(folder, value);
    const named = normalise(join(folder, path));
    return outside || /(?:^|\/)node_modules$/.test(named) ? [] : [named];
  });
}
