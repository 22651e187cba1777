import { GateFailure } from '../errors.ts';
import type { Snapshot, SnapshotFile } from '../model/index.ts';
import { blobIdOf } from './object-id.ts';
import { encodePath } from './path-bytes.ts';

/** Links on one way, after which the system refuses to open a path (`ELOOP` of Linux). */
const MAX_LINKS = 40;

/** What a path leads to within the listing; `nowhere` also stands for what is outside of it or not known. */
export type Destination =
  | { readonly kind: 'file'; readonly file: SnapshotFile }
  | { readonly kind: 'folder' | 'submodule'; readonly path: string }
  | { readonly kind: 'nowhere' };

export interface Way {
  readonly to: Destination;
  /** The symbolic links on the way, in order. */
  readonly links: readonly string[];
}

const nowhere: Destination = { kind: 'nowhere' };

/**
 * The symbolic links of one listing, followed by the listing alone as a checkout would resolve them: nothing outside of it is
 * opened, and no system call follows a link. The target of each is read at most once.
 */
export class Links {
  readonly #listed: ReadonlyMap<string, SnapshotFile>;
  readonly #snapshot: Pick<Snapshot, 'readLink'> | undefined;
  readonly #targets = new Map<string, Promise<string | undefined>>();
  #folders: ReadonlySet<string> | undefined;

  constructor(listed: ReadonlyMap<string, SnapshotFile>, snapshot: Pick<Snapshot, 'readLink'> | undefined) {
    this.#listed = listed;
    this.#snapshot = snapshot;
  }

  /**
   * The target of the symbolic link at a path, as written; undefined where there is none or it is not known.
   * @throws GateFailure `repository-unavailable`
   */
  targetOf(path: string): Promise<string | undefined> {
    const file = this.#listed.get(path);
    if (file?.mode !== 'symlink') return Promise.resolve(undefined);
    let target = this.#targets.get(path);
    if (target === undefined) {
      target = this.#read(file);
      this.#targets.set(path, target);
    }
    return target;
  }

  /** The id that git gives the link in a repository of SHA-1; the listing's where its target is not known. */
  async idOf(path: string): Promise<string | undefined> {
    const id = this.#listed.get(path)?.id;
    if (id?.length === 40) return id;
    const target = await this.targetOf(path);
    return target === undefined ? id : blobIdOf(encodePath(target));
  }

  /** @throws GateFailure `repository-unavailable` */
  async follow(path: string): Promise<Way> {
    const links: string[] = [];
    let open = path.split('/');
    let at: readonly string[] = [];
    while (open.length > 0) {
      const [segment = '', ...rest] = open;
      open = rest;
      if (segment === '' || segment === '.') continue;
      if (segment === '..') {
        if (at.length === 0) return { to: nowhere, links };
        at = at.slice(0, -1);
        continue;
      }
      const next = [...at, segment];
      const file = this.#listed.get(next.join('/'));
      if (file === undefined) {
        if (!this.#hasFolder(next.join('/'))) return { to: nowhere, links };
        at = next;
      } else if (file.mode === 'symlink') {
        const target = await this.targetOf(file.path);
        links.push(file.path);
        if (target === undefined || target.startsWith('/') || links.length > MAX_LINKS) return { to: nowhere, links };
        open = [...target.split('/'), ...rest];
      } else if (file.mode === 'gitlink') {
        return { to: { kind: 'submodule', path: file.path }, links };
      } else {
        // Nothing opens below a file, not even `.`.
        return { to: file.mode === 'file' && rest.length === 0 ? { kind: 'file', file } : nowhere, links };
      }
    }
    return { to: { kind: 'folder', path: at.join('/') }, links };
  }

  async #read(file: SnapshotFile): Promise<string | undefined> {
    try {
      return await this.#snapshot?.readLink?.(file);
    } catch (cause) {
      if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
      throw cause;
    }
  }

  #hasFolder(path: string): boolean {
    if (this.#folders === undefined) {
      const folders = new Set<string>();
      for (const each of this.#listed.keys()) {
        for (let end = each.lastIndexOf('/'); end > 0; end = each.lastIndexOf('/', end - 1)) {
          const folder = each.slice(0, end);
          if (folders.has(folder)) break;
          folders.add(folder);
        }
      }
      this.#folders = folders;
    }
    return this.#folders.has(path);
  }
}
