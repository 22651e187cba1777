/** One state of a repository. */

/**
 * The kind of a path. Anything but `file` is recognised and reported; a symbolic link is followed inside the listing only. `folder`: one that is not
 * entered (see `Snapshot.list`); `special`: a pipe, socket or device, which only a folder on disk can hold.
 */
export type FileMode = 'file' | 'symlink' | 'gitlink' | 'folder' | 'special';

/** One path of a snapshot. */
export interface SnapshotFile {
  /** Path from the repository's root, `/` between segments, exactly as recorded. */
  readonly path: string;
  readonly mode: FileMode;
  /** Content address. Equal ids mean equal bytes; absent where the snapshot does not know it without reading. */
  readonly id?: string;
  /** Whether git has it as executable (mode 100755); absent where it does not, and where nobody knows. */
  readonly executable?: true;
  /** Size in bytes, where the snapshot knows it without reading. */
  readonly size?: number;
  /** Of a path that leads through symbolic links: the regular file at their end, whose mode, id and size this entry has. */
  readonly leadsTo?: SnapshotFile;
}

/** One state of a repository, read and never executed. */
export interface Snapshot {
  /** A name for people: a short commit id, `work tree`, or a folder's last segment. */
  readonly label: string;
  /** Whether each file that is read costs a request to a platform that limits them. */
  readonly isRemote?: true;
  /** Every path, in code-unit order. Folders named `node_modules` and `.git` are listed as one entry, not entered. */
  list(): Promise<readonly SnapshotFile[]>;
  /**
   * The bytes of a regular file.
   * @throws GateFailure `lockfile-too-large` above `maxBytes`, `lockfile-not-regular` for another mode,
   *   `repository-unavailable` where it cannot be read.
   */
  read(file: SnapshotFile, maxBytes: number): Promise<Uint8Array>;
  /**
   * The target of a symbolic link as written; undefined where it cannot be known. Absent: no link is followed.
   * @throws GateFailure as `read` does
   */
  readLink?(file: SnapshotFile): Promise<string | undefined>;
  close?(): Promise<void>;
}
