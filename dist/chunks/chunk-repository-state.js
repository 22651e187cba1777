import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  SettingsFiles,
  isRead
} from "./chunk-managers-watched.js";
import {
  MAX_BYTES
} from "./chunk-managers.js";
import {
  encodePath
} from "./chunk-repository-path-bytes.js";
import {
  blobIdOf
} from "./chunk-repository-object-id.js";
import {
  prefixOf
} from "./chunk-text-paths.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/repository/links.ts
var MAX_LINKS = 40;
var nowhere = { kind: "nowhere" };
var Links = class {
  #listed;
  #snapshot;
  #targets = /* @__PURE__ */ new Map();
  #folders;
  constructor(listed, snapshot) {
    this.#listed = listed;
    this.#snapshot = snapshot;
  }
  /**
   * The target of the symbolic link at a path, as written; undefined where there is none or it is not known.
   * @throws GateFailure `repository-unavailable`
   */
  targetOf(path) {
    const file = this.#listed.get(path);
    if (file?.mode !== "symlink") return Promise.resolve(void 0);
    let target = this.#targets.get(path);
    if (target === void 0) {
      target = this.#read(file);
      this.#targets.set(path, target);
    }
    return target;
  }
  /** The id that git gives the link in a repository of SHA-1; the listing's where its target is not known. */
  async idOf(path) {
    const id = this.#listed.get(path)?.id;
    if (id?.length === 40) return id;
    const target = await this.targetOf(path);
    return target === void 0 ? id : blobIdOf(encodePath(target));
  }
  /** @throws GateFailure `repository-unavailable` */
  async follow(path) {
    const links = [];
    let open = path.split("/");
    let at = [];
    while (open.length > 0) {
      const [segment = "", ...rest] = open;
      open = rest;
      if (segment === "" || segment === ".") continue;
      if (segment === "..") {
        if (at.length === 0) return { to: nowhere, links };
        at = at.slice(0, -1);
        continue;
      }
      const next = [...at, segment];
      const file = this.#listed.get(next.join("/"));
      if (file === void 0) {
        if (!this.#hasFolder(next.join("/"))) return { to: nowhere, links };
        at = next;
      } else if (file.mode === "symlink") {
        const target = await this.targetOf(file.path);
        links.push(file.path);
        if (target === void 0 || target.startsWith("/") || links.length > MAX_LINKS) return { to: nowhere, links };
        open = [...target.split("/"), ...rest];
      } else if (file.mode === "gitlink") {
        return { to: { kind: "submodule", path: file.path }, links };
      } else {
        return { to: file.mode === "file" && rest.length === 0 ? { kind: "file", file } : nowhere, links };
      }
    }
    return { to: { kind: "folder", path: at.join("/") }, links };
  }
  async #read(file) {
    try {
      return await this.#snapshot?.readLink?.(file);
    } catch (cause) {
      if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
      throw cause;
    }
  }
  #hasFolder(path) {
    if (this.#folders === void 0) {
      const folders = /* @__PURE__ */ new Set();
      for (const each of this.#listed.keys()) {
        for (let end = each.lastIndexOf("/"); end > 0; end = each.lastIndexOf("/", end - 1)) {
          const folder = each.slice(0, end);
          if (folders.has(folder)) break;
          folders.add(folder);
        }
      }
      this.#folders = folders;
    }
    return this.#folders.has(path);
  }
};

// src/repository/reader.ts
var FileReader = class {
  #snapshot;
  #read = /* @__PURE__ */ new Map();
  constructor(snapshot) {
    this.#snapshot = snapshot;
  }
  /** Whether each file that is read costs a request (see `Snapshot.isRemote`). */
  get isRemote() {
    return this.#snapshot?.isRemote === true;
  }
  /** @throws GateFailure what `Snapshot.read` throws */
  read(file) {
    let bytes = this.#read.get(file.path);
    if (bytes === void 0) {
      bytes = this.#snapshot?.read(file.leadsTo ?? file, MAX_BYTES) ?? Promise.resolve(new Uint8Array());
      this.#read.set(file.path, bytes);
    }
    return bytes;
  }
  /** Releases a file that is no longer needed. */
  forget(file) {
    if (file !== void 0) this.#read.delete(file.path);
  }
};
async function isSame(readers, base, head) {
  if (base.mode !== head.mode) return false;
  if (base.id !== void 0 && base.id === head.id) return true;
  if (base.mode !== "file") return false;
  if (base.size !== void 0 && head.size !== void 0 && base.size !== head.size) return false;
  const [before, after] = await Promise.all([readers.base.read(base), readers.head.read(head)]);
  return Buffer.compare(before, after) === 0;
}

// src/repository/state.ts
var MAX_LINKS2 = 1e3;
var MAX_REACHED = 1e6;
var states = /* @__PURE__ */ new WeakMap();
function stateOf(snapshot) {
  if (snapshot === void 0) return openState(snapshot);
  let state = states.get(snapshot);
  if (state === void 0) {
    state = openState(snapshot);
    states.set(snapshot, state);
  }
  return state;
}
async function openState(snapshot) {
  const listed = new Map((await snapshot?.list())?.map((file) => [file.path, file]));
  const files = new Map(listed);
  const links = new Links(listed, snapshot);
  const named = [...listed.values()].filter(({ path, mode }) => mode === "symlink" && isRead(path));
  demandFew(named.length);
  await Promise.all(
    named.map(async (link) => {
      const { to } = await links.follow(link.path);
      if (to.kind === "file") files.set(link.path, reached(link.path, to.file));
    })
  );
  const reader = new FileReader(snapshot);
  return { listed, files, links, reader, settings: new SettingsFiles(files, reader), enter, reach };
  async function reach(path) {
    const file = files.get(path);
    if (file !== void 0 && file.mode !== "symlink") return true;
    const { to, links: passed } = await links.follow(path);
    if (to.kind === "file" && passed.length > 0) files.set(path, reached(path, to.file));
    return files.has(path);
  }
  async function enter(entered) {
    demandFew(entered.length);
    if (entered.length === 0) return;
    const paths = [...listed.keys()].sort(compareText);
    const ways = await Promise.all(entered.map(async (path) => ({ path, way: await links.follow(path) })));
    let visited = 0;
    for (const { path, way } of ways) {
      if (way.to.kind !== "folder") continue;
      const prefix = prefixOf(way.to.path);
      for (let at = firstFrom(paths, prefix); paths[at]?.startsWith(prefix) === true; at += 1) {
        visited += 1;
        if (visited > MAX_REACHED) throw tooMany(`${MAX_REACHED} files are reached through symbolic links`);
        const each = paths[at];
        const below = prefixOf(path) + each.slice(prefix.length);
        const file = files.get(each);
        if (!isRead(below) || file?.mode !== "file" || each.startsWith(prefixOf(path)) || files.has(below)) continue;
        files.set(below, reached(below, file));
      }
    }
  }
}
function firstFrom(paths, text) {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (paths[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
var reached = (path, file) => ({ ...file, path, leadsTo: file.leadsTo ?? file });
function demandFew(count) {
  if (count > MAX_LINKS2) throw tooMany(`${MAX_LINKS2} symbolic links stand where package managers read files`);
}
var tooMany = (what) => new GateFailure("budget", `more than ${what}: lockgate follows no more: replace them by regular files`);

export {
  isSame,
  stateOf
};
