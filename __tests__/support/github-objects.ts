import { createHash } from 'node:crypto';

/**
 * Git's object store in memory: blobs, trees and commits made from plain objects, with the ids that git itself would
 * give them (Pro Git, "Git Internals - Git Objects").
 */
export type FileContent =
  string | Uint8Array | { readonly symlink: string } | { readonly gitlink: string } | { readonly executable: string };

/** Paths, `/` between segments, to contents. */
export type Files = Readonly<Record<string, FileContent>>;

export interface TreeEntry {
  readonly name: string;
  readonly mode: '040000' | '100644' | '100755' | '120000' | '160000';
  readonly type: 'tree' | 'blob' | 'commit';
  readonly id: string;
}

export interface CommitObject {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly files: Files;
  readonly author: Signature;
  readonly committer: Signature;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
}

type Folder = Map<string, FileContent | Folder>;

export class ObjectStore {
  readonly blobs = new Map<string, Buffer>();
  readonly trees = new Map<string, readonly TreeEntry[]>();
  readonly commits = new Map<string, CommitObject>();

  /** Writes a commit and all that it holds; gives its id. Times are always the same. */
  commit(
    files: Files,
    parents: readonly string[],
    message: string,
    author: Signature = { name: 'Mona', email: 'mona@example.com' },
    committer = author,
  ): string {
    const tree = this.#writeTree(foldersOf(files));
    const line = (role: string, { name, email }: Signature) => `${role} ${name} <${email}> 1767225600 +0000`;
    const lines = [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      line('author', author),
      line('committer', committer),
      '',
      `${message}\n`,
    ];
    const id = objectId('commit', Buffer.from(lines.join('\n')));
    this.commits.set(id, { tree, parents, message, files, author, committer });
    return id;
  }

  /** Every entry below a tree, folders before what they hold, paths from the tree. */
  list(tree: string, recursive: boolean, prefix = ''): (TreeEntry & { readonly path: string })[] {
    const entries = this.trees.get(tree) ?? [];
    return entries.flatMap((entry) => {
      const path = `${prefix}${entry.name}`;
      const below = recursive && entry.type === 'tree' ? this.list(entry.id, true, `${path}/`) : [];
      return [{ ...entry, path }, ...below];
    });
  }

  #writeTree(folder: Folder): string {
    const entries = [...folder].map(([name, member]) => this.#writeEntry(name, member));
    const sortKey = ({ name, type }: TreeEntry) => Buffer.from(type === 'tree' ? `${name}/` : name);
    entries.sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
    const bytes = entries.map(({ mode, name, id }) =>
      Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(id, 'hex')]),
    );
    const id = objectId('tree', Buffer.concat(bytes));
    this.trees.set(id, entries);
    return id;
  }

  #writeEntry(name: string, member: FileContent | Folder): TreeEntry {
    if (member instanceof Map) return { name, mode: '040000', type: 'tree', id: this.#writeTree(member) };
    if (typeof member === 'string' || member instanceof Uint8Array) {
      return { name, mode: '100644', type: 'blob', id: this.#writeBlob(member) };
    }
    if ('symlink' in member) return { name, mode: '120000', type: 'blob', id: this.#writeBlob(member.symlink) };
    if ('gitlink' in member) return { name, mode: '160000', type: 'commit', id: member.gitlink };
    return { name, mode: '100755', type: 'blob', id: this.#writeBlob(member.executable) };
  }

  #writeBlob(content: string | Uint8Array): string {
    const bytes = Buffer.from(content as Uint8Array);
    const id = objectId('blob', bytes);
    this.blobs.set(id, bytes);
    return id;
  }
}

/**
 * The files of a merge: what either side changed since the base.
 * @throws where both changed one path differently: give the merge's files yourself.
 */
export function mergeFiles(base: Files, ours: Files, theirs: Files): Files {
  const same = (a: FileContent | undefined, b: FileContent | undefined) => JSON.stringify(a) === JSON.stringify(b);
  const merged: Record<string, FileContent> = {};
  for (const path of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (!same(ours[path], base[path]) && !same(theirs[path], base[path]) && !same(ours[path], theirs[path])) {
      throw new Error(`${path} conflicts`);
    }
    const content = same(ours[path], base[path]) ? theirs[path] : ours[path];
    if (content !== undefined) merged[path] = content;
  }
  return merged;
}

function foldersOf(files: Files): Folder {
  const root: Folder = new Map();
  for (const [path, content] of Object.entries(files)) {
    const segments = path.split('/');
    const name = segments.pop() ?? '';
    let folder = root;
    for (const segment of segments) {
      const below = folder.get(segment) ?? new Map<string, FileContent | Folder>();
      if (!(below instanceof Map)) throw new Error(`${segment} is a file and a folder`);
      folder.set(segment, below);
      folder = below;
    }
    folder.set(name, content);
  }
  return root;
}

function objectId(type: string, bytes: Buffer): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}
