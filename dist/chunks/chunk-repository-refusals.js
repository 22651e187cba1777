import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-errors.js";

// src/repository/refusals.ts
var modeNames = {
  symlink: "a symbolic link",
  gitlink: "a submodule",
  folder: "a folder",
  special: "a pipe, socket or device"
};
var longestLink = 4096;
function requireFile(file) {
  if (file.mode === "file") return;
  throw new GateFailure(
    "lockfile-not-regular",
    `this is ${modeNames[file.mode]}, which lockgate never follows: commit a regular file instead`,
    { path: file.path }
  );
}
function tooLarge(path, maxBytes) {
  const bound = maxBytes % 2 ** 20 === 0 ? `${maxBytes / 2 ** 20} MiB` : `${maxBytes} bytes`;
  return new GateFailure(
    "lockfile-too-large",
    `this file is larger than ${bound}, the most that lockgate reads: make it smaller, or exclude it in the policy`,
    {
      path
    }
  );
}
function unreadable(path, why) {
  return new GateFailure("repository-unavailable", `this cannot be read: ${why}`, { path });
}

export {
  longestLink,
  requireFile,
  tooLarge,
  unreadable
};
