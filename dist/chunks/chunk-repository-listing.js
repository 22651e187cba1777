import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-errors.js";

// src/repository/listing.ts
var maxEntries = 1e6;
var unenteredAbove = /(?:^|\/)(?:node_modules|\.git)(?=\/)/;
var unenteredName = /(?:^|\/)(?:node_modules|\.git)$/;
var brokenSegment = /(?:^|\/)\.{0,2}(?:\/|$)/;
function isUnentered(folder) {
  return unenteredName.test(folder);
}
function isBrokenPath(path) {
  return brokenSegment.test(path);
}
function startListing(limit = maxEntries) {
  const files = [];
  const folders = /* @__PURE__ */ new Set();
  const keep = (file) => {
    if (isBrokenPath(file.path)) {
      throw new GateFailure(
        "repository-unavailable",
        "a git tree has this path, which leads outside of it: remove it from the repository",
        {
          path: file.path
        }
      );
    }
    if (files.length >= limit) {
      throw new GateFailure(
        "budget",
        `there are more than ${limit} files: lockgate lists no more: check a smaller repository or folder`
      );
    }
    files.push(file);
  };
  const keepFolder = (path, id) => {
    if (folders.has(path)) return;
    folders.add(path);
    keep({ path, mode: "folder", ...id !== void 0 && { id } });
  };
  const above = (path) => {
    const found = unenteredAbove.exec(path);
    return found ? path.slice(0, found.index + found[0].length) : void 0;
  };
  return {
    add(file) {
      const folder = above(file.path);
      if (folder === void 0) keep(file);
      else keepFolder(folder);
    },
    addFolder(path, id) {
      const folder = above(path);
      if (folder !== void 0) keepFolder(folder);
      else if (isUnentered(path)) keepFolder(path, id);
    },
    finish() {
      files.sort(inCodeUnitOrder);
      const twice = files.find((file, at) => files[at + 1]?.path === file.path);
      if (twice !== void 0) {
        throw new GateFailure(
          "repository-unavailable",
          "two entries have this path, so neither can be judged: remove one",
          {
            path: twice.path
          }
        );
      }
      return files;
    }
  };
}
function modeOfOctal(octal) {
  if (octal.startsWith("100")) return "file";
  if (octal === "120000") return "symlink";
  return octal === "160000" ? "gitlink" : "special";
}
var executableOf = (octal) => modeOfOctal(octal) === "file" && (Number.parseInt(octal, 8) & 64) !== 0 ? { executable: true } : {};
function inCodeUnitOrder(a, b) {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

export {
  isUnentered,
  isBrokenPath,
  startListing,
  modeOfOctal,
  executableOf
};
