import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readBlob,
  readLinkBlob
} from "./chunk-repository-git.js";
import {
  openDisk
} from "./chunk-repository-directory.js";
import {
  gitRecords
} from "./chunk-repository-git-process.js";
import {
  modeOfOctal,
  startListing
} from "./chunk-repository-listing.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/repository/git-work-tree.ts
function openWorkTree(repository) {
  if (!repository.hasWorkTree) {
    throw new GateFailure("usage", "this repository has no work tree: name the revision to judge with --head");
  }
  const disk = openDisk(repository.root);
  let listed;
  return {
    label: "work tree",
    list: () => listed ??= listWorkTree(repository),
    read: (file, maxBytes) => file.id === void 0 ? disk.read(file.path, maxBytes) : readBlob(repository, file, maxBytes),
    readLink: (file) => file.id === void 0 ? Promise.resolve(disk.readLink(file.path)) : readLinkBlob(repository, file),
    close: () => repository.close()
  };
}
async function listWorkTree(repository) {
  const disk = openDisk(repository.root);
  const listing = startListing();
  const conflicted = /* @__PURE__ */ new Set();
  const what = ["--cached", "--others", "--exclude-standard"];
  for await (const records of gitRecords(repository.root, ["ls-files", "-z", "-t", "-s", ...what])) {
    for (const entry of records.map(readEntry)) {
      if (entry.stage > 0) {
        if (conflicted.has(entry.path)) continue;
        conflicted.add(entry.path);
      }
      const file = fileFor(entry, disk);
      if (file !== void 0) listing.add(file);
    }
  }
  return listing.finish();
}
function readEntry(record) {
  if (record.startsWith("? ")) return { path: record.slice(2), stage: 0, skipped: false };
  const tab = record.indexOf("	");
  const [tag, octal = "", id = "", stage] = record.slice(0, tab).split(" ");
  return { path: record.slice(tab + 1), mode: modeOfOctal(octal), id, stage: Number(stage), skipped: tag === "S" };
}
function fileFor({ path, mode, id, skipped }, disk) {
  if (path.endsWith("/")) return { path: path.slice(0, -1), mode: "gitlink" };
  const found = disk.modeAt(path);
  const recorded = mode !== void 0 && id !== void 0 ? { path, mode, id } : void 0;
  if (found === void 0) return skipped ? recorded : void 0;
  if (found === "folder") return mode === "gitlink" ? recorded : void 0;
  return { path, mode: found };
}

export {
  openWorkTree
};
