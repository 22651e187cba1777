import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  resolveFolder
} from "./chunk-repository-directory.js";
import {
  gitFailed,
  gitRecords,
  runGit,
  startGit
} from "./chunk-repository-git-process.js";
import {
  longestLink,
  requireFile,
  tooLarge,
  unreadable
} from "./chunk-repository-refusals.js";
import {
  decodePath
} from "./chunk-repository-path-bytes.js";
import {
  executableOf,
  modeOfOctal,
  startListing
} from "./chunk-repository-listing.js";
import {
  isBlobOf,
  shortId
} from "./chunk-repository-object-id.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/repository/git.ts
import { resolve } from "node:path";

// src/repository/git-objects.ts
import { Socket } from "node:net";
var patience = 6e4;
var longestHeader = 2 ** 16;
function openObjects(folder) {
  let batch;
  let turn = Promise.resolve();
  async function readNow(name, maxBytes) {
    batch ??= startBatch(folder);
    const current = batch;
    const clock = setTimeout(() => current.kill(), patience);
    current.hold(true);
    try {
      const found = await current.ask(name, maxBytes);
      if (found.state === "too-large") await closeNow();
      return found;
    } catch (error) {
      await closeNow();
      throw error;
    } finally {
      clearTimeout(clock);
      current.hold(false);
    }
  }
  async function closeNow() {
    const current = batch;
    batch = void 0;
    await current?.end();
  }
  const inTurn = (task) => {
    const mine = turn.then(task);
    turn = mine.catch(() => void 0);
    return mine;
  };
  return {
    read: (name, maxBytes) => {
      if (/[\n\0]/.test(name)) return Promise.resolve({ state: "missing" });
      return inTurn(() => readNow(name, maxBytes));
    },
    close: () => inTurn(closeNow)
  };
}
function startBatch(folder) {
  const { child, ended } = startGit(folder, ["cat-file", "--batch"], true);
  const chunks = child.stdout[Symbol.asyncIterator]();
  const streams = [child.stdin, child.stdout, child.stderr].filter((stream) => stream instanceof Socket);
  let ahead = Buffer.alloc(0);
  async function next() {
    const chunk = await chunks.next();
    if (chunk.done !== true) return chunk.value;
    const { stderr } = await ended;
    throw gitFailed("cat-file", stderr);
  }
  async function takeLine() {
    while (!ahead.includes(10)) {
      if (ahead.length > longestHeader) throw gitFailed("cat-file", "its answer is malformed");
      ahead = Buffer.concat([ahead, await next()]);
    }
    const end = ahead.indexOf(10);
    const line = ahead.toString("utf8", 0, end);
    ahead = ahead.subarray(end + 1);
    return line;
  }
  async function take(length) {
    const parts = [ahead];
    let taken = ahead.length;
    while (taken < length) {
      const chunk = await next();
      parts.push(chunk);
      taken += chunk.length;
    }
    const all = parts.length === 1 ? ahead : Buffer.concat(parts);
    ahead = all.subarray(length);
    return all.subarray(0, length);
  }
  const hold = (on) => {
    for (const handle of [child, ...streams]) {
      if (on) handle.ref();
      else handle.unref();
    }
  };
  return {
    hold,
    /** The format: git-cat-file(1), "BATCH OUTPUT". */
    async ask(name, maxBytes) {
      child.stdin.write(`${name}
`);
      const header = await takeLine();
      const [, id, type, digits] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
      if (id === void 0 || type === void 0) {
        if (header.endsWith(" ambiguous")) return { state: "ambiguous" };
        if (header.endsWith(" missing")) return { state: "missing" };
        throw new GateFailure(
          "repository-unavailable",
          "git cat-file gave a malformed answer: run git fsck, and update git"
        );
      }
      const size = Number(digits);
      if (size > maxBytes) return { state: "too-large" };
      const bytes = await take(size + 1);
      return { state: "present", id, type, bytes: bytes.subarray(0, size) };
    },
    kill: () => child.kill("SIGKILL"),
    async end() {
      hold(true);
      child.kill("SIGKILL");
      child.stdout.destroy();
      await ended.catch(() => void 0);
    }
  };
}

// src/repository/git.ts
var longestCommit = 2 ** 24;
async function openRepository(folder) {
  const start = await resolveFolder(folder);
  const questions = ["--is-bare-repository", "--is-shallow-repository", "--is-inside-work-tree", "--show-cdup"];
  const { status, stdout, stderr } = await runGit(start, ["rev-parse", ...questions]);
  if (status !== 0 && stderr.includes("not a git repository")) {
    throw new GateFailure(
      "usage",
      `the folder ${quoted(folder)} is not in a git repository: name one with --repo, or compare two folders with --base-dir and --head-dir`
    );
  }
  const [, shallow, inside, up] = stdout.split("\n");
  if (status !== 0 || up === void 0) throw gitFailed("rev-parse", stderr);
  const hasWorkTree = inside === "true";
  const root = hasWorkTree ? resolve(start, up) : start;
  const objects = openObjects(root);
  return { root, hasWorkTree, shallow: shallow === "true", objects, close: () => objects.close() };
}
async function resolveCommit(repository, rev, flag = "--rev") {
  const found = await repository.objects.read(`${rev}^{commit}`, longestCommit);
  if (found.state === "present") return found.id;
  const why = found.state === "ambiguous" ? "names more than one commit: give more of its id" : `names no commit here: ${repository.shallow ? "this clone is shallow, so fetch it first (git fetch --deepen)" : "check its spelling, or fetch it first"}`;
  throw new GateFailure("usage", `${flag} ${quoted(rev)} ${why}`);
}
async function openRevision(repository, rev, flag) {
  return commitSnapshot(repository, await resolveCommit(repository, rev, flag));
}
function commitSnapshot(repository, commit) {
  let listed;
  return {
    label: shortId(commit),
    list: () => listed ??= listTree(repository, commit),
    read: (file, maxBytes) => readBlob(repository, file, maxBytes),
    readLink: (file) => readLinkBlob(repository, file),
    close: () => repository.close()
  };
}
async function listTree(repository, commit) {
  const listing = startListing();
  for await (const records of gitRecords(repository.root, ["ls-tree", "-r", "-t", "-z", "--full-tree", commit])) {
    for (const record of records) {
      const tab = record.indexOf("	");
      const [octal = "", type, id = ""] = record.slice(0, tab).split(" ");
      const path = record.slice(tab + 1);
      if (type === "tree") listing.addFolder(path, id);
      else listing.add({ path, mode: modeOfOctal(octal), id, ...executableOf(octal) });
    }
  }
  return listing.finish();
}
async function readBlob(repository, file, maxBytes) {
  requireFile(file);
  return readBytes(repository, file, maxBytes);
}
async function readLinkBlob(repository, file) {
  return decodePath(await readBytes(repository, file, longestLink));
}
async function readBytes(repository, file, maxBytes) {
  if (file.id === void 0) throw unreadable(file.path, "its object id is not known, so commit it first");
  const found = await repository.objects.read(file.id, maxBytes);
  if (found.state === "too-large") throw tooLarge(file.path, maxBytes);
  if (found.state !== "present") {
    throw unreadable(file.path, "its content is not in this clone: fetch it, or clone without --filter");
  }
  if (found.type !== "blob" || !isBlobOf(file.id, found.bytes)) {
    throw unreadable(file.path, "the object store is damaged: run git fsck");
  }
  return found.bytes;
}

export {
  openRepository,
  resolveCommit,
  openRevision,
  commitSnapshot,
  readBlob,
  readLinkBlob
};
