import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  requireFile,
  tooLarge,
  unreadable
} from "./chunk-repository-refusals.js";
import {
  decodePath,
  encodePath
} from "./chunk-repository-path-bytes.js";
import {
  isBrokenPath,
  isUnentered,
  startListing
} from "./chunk-repository-listing.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/repository/directory.ts
import { realpath, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";

// src/repository/disk.ts
import { constants, lstatSync, readdirSync, readlinkSync } from "node:fs";
import { open } from "node:fs/promises";
function openDisk(root) {
  const seen = /* @__PURE__ */ new Map();
  const locate = (path) => Buffer.concat([Buffer.from(`${root}/`), encodePath(path)]);
  function entries(folder) {
    return new Map(readFolder(folder).map((entry) => [decodePath(entry.name), modeOf(entry)]));
  }
  function readFolder(folder) {
    try {
      return readdirSync(locate(folder), { withFileTypes: true, encoding: "buffer" });
    } catch (error) {
      throw unreadable(folder === "" ? "." : folder, `the folder does not open (${systemCode(error)})`);
    }
  }
  function modeAt(path) {
    const cut = path.lastIndexOf("/");
    const folder = path.slice(0, Math.max(cut, 0));
    if (folder !== "" && modeAt(folder) !== "folder") return void 0;
    let siblings = seen.get(folder);
    if (siblings === void 0) seen.set(folder, siblings = entries(folder));
    return siblings.get(path.slice(cut + 1)) ?? lookAt(path);
  }
  function lookAt(path) {
    try {
      const stats = lstatSync(locate(path), { throwIfNoEntry: false });
      return stats && modeOf(stats);
    } catch (error) {
      throw unreadable(path, systemCode(error));
    }
  }
  function demandFolders(path) {
    if (isBrokenPath(path)) throw unreadable(path, "it leads outside of the repository");
    for (let cut = path.indexOf("/"); cut !== -1; cut = path.indexOf("/", cut + 1)) {
      if (lookAt(path.slice(0, cut)) !== "folder") throw unreadable(path, "one of its folders is not a real folder");
    }
  }
  function readLink(path) {
    demandFolders(path);
    try {
      return decodePath(readlinkSync(locate(path), { encoding: "buffer" }));
    } catch (error) {
      throw unreadable(path, systemCode(error));
    }
  }
  async function read(path, maxBytes) {
    demandFolders(path);
    const mode = lookAt(path);
    if (mode === void 0) throw unreadable(path, "it no longer exists");
    requireFile({ path, mode });
    let file;
    try {
      file = await open(locate(path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      const stats = await file.stat();
      requireFile({ path, mode: modeOf(stats) });
      if (stats.size > maxBytes) throw tooLarge(path, maxBytes);
      return await readAll(file, path, maxBytes);
    } catch (error) {
      throw isSystemError(error) ? unreadable(path, systemCode(error)) : error;
    } finally {
      await file?.close();
    }
  }
  return { entries, modeAt, read, readLink };
}
async function readAll(file, path, maxBytes) {
  const chunks = [];
  let length = 0;
  for (; ; ) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(2 ** 16) });
    if (bytesRead === 0) return Buffer.concat(chunks);
    length += bytesRead;
    if (length > maxBytes) throw tooLarge(path, maxBytes);
    chunks.push(buffer.subarray(0, bytesRead));
  }
}
function modeOf(entry) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "symlink" : "special";
}
function systemCode(error) {
  return isSystemError(error) ? error.code : "unknown error";
}
function isSystemError(error) {
  return typeof error === "object" && error !== null && "syscall" in error && "code" in error;
}

// src/repository/directory.ts
var foldersPerTurn = 256;
async function openDirectory(folder) {
  const root = await resolveFolder(folder);
  const disk = openDisk(root);
  let listed;
  return {
    label: basename(resolve(folder)) || "/",
    list: () => listed ??= walk(disk),
    read: (file, maxBytes) => disk.read(file.path, maxBytes),
    readLink: (file) => Promise.resolve(disk.readLink(file.path))
  };
}
async function resolveFolder(folder) {
  const found = await stat(folder).catch(() => void 0);
  if (found?.isDirectory() === true) return realpath(folder);
  const what = found === void 0 ? "does not exist" : "is not a folder";
  throw new GateFailure("usage", `the folder ${quoted(folder)} ${what}: name one that does`);
}
async function walk(disk) {
  const listing = startListing();
  const pending = [""];
  for (let walked = 1; ; walked += 1) {
    const folder = pending.pop();
    if (folder === void 0) return listing.finish();
    for (const [name, mode] of disk.entries(folder)) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (mode !== "folder") listing.add({ path, mode });
      else if (isUnentered(path)) listing.addFolder(path);
      else pending.push(path);
    }
    if (walked % foldersPerTurn === 0) await setImmediate();
  }
}

export {
  openDisk,
  openDirectory,
  resolveFolder
};
