import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  MAX_BYTES,
  SettingsFiles
} from "./chunk-managers.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  compareText
} from "./chunk-text-order.js";

// src/compare/observations.ts
var MAX_NAMED = 20;
function introduced(base, head) {
  const known = new Set(base.map(factOf));
  return head.filter((each) => !known.has(factOf(each)));
}
function factOf({ code, name, version, args }) {
  return JSON.stringify([code, name ?? null, version ?? null, Object.entries(args).sort()]);
}
function unreachable(base, head) {
  if (!head.isRootKnown) return [];
  const known = new Set((base?.unreached() ?? []).map(({ name, version }) => `${name}
${version}`));
  const found = groupBy(head.unreached(), ({ name, version }) => `${name}
${version}`);
  const { path } = head.lockfile;
  const named = [...found].filter(([key]) => !known.has(key)).flatMap(
    ([, places]) => places.slice(0, 1).map(({ name, version, line }) => ({
      code: "unreachable",
      path,
      line,
      name,
      version,
      args: { places: places.length }
    }))
  );
  const more = named.length - MAX_NAMED;
  if (more <= 0) return named;
  const rest = { code: "unreachable", path, line: named[MAX_NAMED]?.line ?? 1, args: { more } };
  return [...named.slice(0, MAX_NAMED), rest];
}
function bounded(observations) {
  const [first] = observations.slice(MAX_NAMED);
  if (first === void 0) return observations;
  const { code, path, line } = first;
  return [...observations.slice(0, MAX_NAMED), { code, path, line, args: { more: observations.length - MAX_NAMED } }];
}
function inOrder(a, b) {
  return compareText(a.path, b.path) || a.line - b.line || compareText(a.code, b.code) || compareText(a.name ?? "", b.name ?? "") || compareText(a.version ?? "", b.version ?? "");
}

// src/repository/reader.ts
var FileReader = class {
  #snapshot;
  #read = /* @__PURE__ */ new Map();
  constructor(snapshot) {
    this.#snapshot = snapshot;
  }
  /** @throws GateFailure what `Snapshot.read` throws */
  read(file) {
    let bytes = this.#read.get(file.path);
    if (bytes === void 0) {
      bytes = this.#snapshot?.read(file, MAX_BYTES) ?? Promise.resolve(new Uint8Array());
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
  const files = new Map((await snapshot?.list())?.map((file) => [file.path, file]));
  const reader = new FileReader(snapshot);
  return { files, reader, settings: new SettingsFiles(files, reader) };
}

export {
  introduced,
  unreachable,
  bounded,
  inOrder,
  isSame,
  stateOf
};
