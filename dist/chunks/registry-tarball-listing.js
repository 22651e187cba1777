import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  integrityOf,
  readTarball,
  sha1Of
} from "./chunk-registry-read-tarball.js";
import {
  bundledNames,
  installHooks,
  isRecord,
  specs
} from "./chunk-registry-release.js";
import {
  normalBin
} from "./chunk-managers-bin.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-runtime.js";

// src/registry/tarball-listing.ts
import { win32 } from "node:path";

// src/registry/own-manifest.ts
function readOwnManifest(text, files) {
  const manifest = parsed(text);
  if (manifest === void 0) return { state: "malformed" };
  const hooks = installHooks({ ...manifest, gypfile: false });
  const dependencies = specs(manifest.dependencies);
  const optionalDependencies = specs(manifest.optionalDependencies);
  const bundled = bundledNames(manifest.bundledDependencies, manifest.bundleDependencies);
  if (hooks === void 0 || dependencies === void 0) return { state: "malformed" };
  if (optionalDependencies === void 0 || bundled === void 0) return { state: "malformed" };
  const name = typeof manifest.name === "string" ? manifest.name.trim() : void 0;
  const version = typeof manifest.version === "string" ? manifest.version.trim() : void 0;
  return {
    state: "read",
    ...name === void 0 ? {} : { name },
    ...version === void 0 ? {} : { version },
    ...{ hooks, bin: programsOf(name ?? "", manifest, files), dependencies, optionalDependencies },
    bundled: bundled === true ? [...Object.keys(dependencies), ...Object.keys(optionalDependencies)].sort() : bundled
  };
}
function parsed(text) {
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isRecord(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function programsOf(name, { bin, directories }, files) {
  const folder = isRecord(directories) ? directories.bin : void 0;
  if (bin !== void 0 || typeof folder !== "string") return normalBin(name, bin);
  const prefix = folder.split("/").filter((part) => part !== "" && part !== ".").join("/");
  const inside = files.filter((file) => file.startsWith(`${prefix}/`));
  return normalBin(name, Object.fromEntries(inside.map((file) => [file.slice(prefix.length + 1), file])));
}

// src/registry/tar-headers.ts
var block = 512;
var longestExtension = 1024 * 1024;
var nothing = Buffer.alloc(block);
var noBody = /^[1-6]$/;
var TarHeaders = class {
  #onEntry;
  #pending = Buffer.alloc(0);
  #skip = 0;
  #nulls = 0;
  #isOver = false;
  #extension;
  #given = [];
  constructor(onEntry) {
    this.#onEntry = onEntry;
  }
  /** @throws Error if readers disagree on where the next header is */
  write(chunk) {
    let at = 0;
    while (at < chunk.length && !this.#isOver) {
      if (this.#extension !== void 0 && this.#extension.left > 0) {
        const part = chunk.subarray(at, at + this.#extension.left);
        this.#extension.body.push(part);
        this.#extension.left -= part.length;
        at += part.length;
        if (this.#extension.left === 0) this.#extended();
      } else if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, chunk.length - at);
        this.#skip -= skipped;
        at += skipped;
      } else {
        const part = chunk.subarray(at, at + block - this.#pending.length);
        at += part.length;
        this.#pending = this.#pending.length === 0 ? part : Buffer.concat([this.#pending, part]);
        if (this.#pending.length < block) return;
        this.#header(this.#pending);
        this.#pending = Buffer.alloc(0);
      }
    }
  }
  #header(header) {
    if (header.equals(nothing)) {
      this.#nulls += 1;
      return;
    }
    if (!isSummed(header)) {
      if (this.#nulls < 2) throw new Error("a header that is none");
      this.#isOver = true;
      return;
    }
    const type = textOf(header, 156, 1) || "0";
    const size = sizeOf(header);
    if (/^[xgXLKN]$/.test(type)) {
      if (size > longestExtension) throw new Error("an extended header that not every reader reads");
      this.#extension = { type, size, body: [], left: size };
      this.#skip = padded(size) - size;
      return;
    }
    if (/^[ADIMSV]$/.test(type)) throw new Error("an entry that not every reader knows");
    const paths = this.#pathsOf(header);
    const isFolder = type === "5" || type === "0" && paths.some((path) => path.endsWith("/"));
    if (size > 0 && (isFolder && type !== "5" || noBody.test(type) && type !== "5")) {
      throw new Error("a body where not every reader expects one");
    }
    this.#skip = isFolder ? 0 : padded(size);
    this.#given = [];
    this.#onEntry(paths);
  }
  /** A path that an extension gives takes the place of the header's; one reader still adds the header's prefix. */
  #pathsOf(header) {
    const format = header.toString("latin1", 257, 263);
    const prefix = textOf(header, 345, 155);
    const names = this.#given.length > 0 ? this.#given : [textOf(header, 0, 100)];
    if (prefix === "") return names;
    const prefixed = names.map((name) => `${prefix}/${name}`);
    return format === "ustar\0" && this.#given.length === 0 ? prefixed : [...names, ...prefixed];
  }
  #extended() {
    const { type, body } = this.#extension ?? { type: "", body: [] };
    this.#extension = void 0;
    const text = Buffer.concat(body).toString();
    if (type === "L" || type === "N") this.#given.push(upToNull(text));
    if (/^[LNK]$/.test(type)) return;
    for (const [key, value] of recordsOf(text)) {
      if (key === "path" || key === "GNU.sparse.name") this.#given.push(upToNull(value));
      if (key === "size") throw new Error("a size that not every reader reads");
    }
  }
};
var padded = (size) => Math.ceil(size / block) * block;
function upToNull(text) {
  const end = text.indexOf("\0");
  return end === -1 ? text : text.slice(0, end);
}
var textOf = (header, from, length) => upToNull(header.toString("utf8", from, from + length));
function sizeOf(header) {
  const [first = 0] = header.subarray(124);
  if (first >= 128) {
    const value = BigInt(`0x${header.toString("hex", 125, 136)}`);
    if (first !== 128 || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error("a size that is none");
    return Number(value);
  }
  const written = textOf(header, 124, 12).trim();
  if (written === "") return 0;
  if (!/^[0-7]+$/.test(written)) throw new Error("a size that is none");
  return Number.parseInt(written, 8);
}
function isSummed(header) {
  const written = Number.parseInt(textOf(header, 148, 8).trim(), 8);
  let sum = 8 * 32;
  for (const [at, byte] of header.entries()) {
    if (at < 148 || at >= 156) sum += byte;
  }
  return sum === written;
}
function recordsOf(text) {
  return text.split("\n").flatMap((line) => {
    const [, key, value] = /^\d+ ([^=]+)=(.*)$/s.exec(line) ?? [];
    return key === void 0 || value === void 0 ? [] : [[key, value]];
  });
}

// src/registry/tarball-listing.ts
var longestManifest = 1024 * 1024;
async function listTarball(packed, limits = {}) {
  const files = [];
  const manifests = [];
  const links = /* @__PURE__ */ new Set();
  let bindingGyp = false;
  const walk = { manifests: 0, isAmbiguous: false };
  const headers = new TarHeaders((paths) => {
    const hits = paths.map((path) => isIn(placesOf(path), "package.json"));
    if (hits.some(Boolean)) walk.manifests += 1;
    if (new Set(hits).size > 1) walk.isAmbiguous = true;
    if (paths.some((path) => isIn(placesOf(path), "binding.gyp"))) bindingGyp = true;
  });
  const take = (entry) => {
    const places = placesOf(entry.path);
    const isManifest = isIn(places, "package.json");
    if (entry.type !== "Directory" && isIn(places, "binding.gyp")) bindingGyp = true;
    files.push(...places.slice(0, 1));
    if (places.some((place) => isBelow(place, links))) walk.isAmbiguous = true;
    if (entry.type === "SymbolicLink" || entry.type === "Link") {
      for (const place of places) links.add(foldedName(place));
    }
    if (entry.type === "Directory" || !isManifest) entry.resume();
    else if (entry.type !== "File" && entry.type !== "OldFile" && entry.type !== "ContiguousFile") {
      manifests.push(Promise.resolve("no file"));
      entry.resume();
    } else if (entry.size > longestManifest) return "too-large";
    else manifests.push(entry.concat());
    return void 0;
  };
  const found = await readTarball(packed, limits, take, (chunk) => {
    headers.write(chunk);
  });
  if (found.state === "unreadable") return found;
  const read = await Promise.all(manifests);
  const manifest = walk.isAmbiguous || walk.manifests !== read.length ? { state: "several" } : manifestOf(read, files);
  return { state: "listed", bindingGyp, manifest, integrity: integrityOf(packed), sha1: sha1Of(packed) };
}
function manifestOf(manifests, files) {
  const last = manifests.at(-1);
  if (last === void 0) return { state: "missing" };
  const isOne = manifests.every((each) => each !== "no file" && last !== "no file" && each.equals(last));
  if (last === "no file" || !isOne) return { state: "several" };
  return readOwnManifest(last.toString(), files);
}
var isIn = (places, name) => places.some((place) => foldedName(place) === name);
var isBelow = (place, links) => {
  if (links.size === 0) return false;
  const parts = foldedName(place).split("/");
  return parts.some((_, at) => links.has(parts.slice(0, at + 1).join("/")));
};
function placesOf(path) {
  if (path.length > longestPath) return /binding\.gyp|package\.json/i.exec(path)?.slice(0, 1) ?? [];
  const given = path.includes("\\") ? [path, path.replaceAll("\\", "/")] : [path];
  return given.map((each) => {
    const rest = [];
    for (const part of withoutRoots(each.split("/").slice(1).join("/")).split("/")) {
      if (part === "..") rest.pop();
      else if (part !== "" && part !== ".") rest.push(part);
    }
    return rest.join("/");
  });
}
var longestPath = 4096;
function withoutRoots(path) {
  let rest = path;
  for (let { root } = win32.parse(rest); root !== ""; { root } = win32.parse(rest)) {
    rest = rest.slice(rest.startsWith("/") && !rest.startsWith("//?/") ? 1 : root.length);
  }
  return rest;
}
var foldedName = (name) => name.replaceAll(new RegExp("\\p{Default_Ignorable_Code_Point}", "gu"), "").replace(/[. ]+$/, "").toLowerCase();
export {
  listTarball
};
