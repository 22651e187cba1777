import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  folderOf,
  follow,
  join,
  normalise
} from "./chunk-text-paths.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/policy/policy-path.ts
function locatePolicy(files, path) {
  const exact = files.find((file) => file.path === path);
  const refuse = (file, message) => new GateFailure("policy-invalid", message, { path: file.path });
  if (exact?.mode === "file") return exact;
  if (exact !== void 0) {
    throw refuse(exact, `the policy is a ${exact.mode}, which is not followed; put a regular file there`);
  }
  const misspelt = files.find((file) => isMisspelt(file, path));
  if (misspelt !== void 0) {
    throw refuse(misspelt, `lockgate looks for the policy under another name; rename this file to \`${path}\``);
  }
  const link = files.find((file) => isOnTheWay(file, path));
  if (link !== void 0) {
    throw refuse(
      link,
      `lockgate looks for the policy in here, but does not enter a ${link.mode}; make it an ordinary folder`
    );
  }
  return void 0;
}
var lookalikeOf = (file, path) => file.path !== path && (isMisspelt(file, path) || isOnTheWay(file, path));
var plain = (text) => text.toLowerCase().replace(/\.yaml$/, ".yml");
var isMisspelt = (file, path) => plain(file.path) === plain(path);
var isOnTheWay = (file, path) => file.mode !== "file" && path.startsWith(`${file.path}/`);

// src/policy/policy-file.ts
var maxPolicyBytes = 256 * 1024 + 1;
async function readPolicyFile(snapshot, path) {
  return readRegular(snapshot, locatePolicy(await snapshot.list(), path), "policy-invalid", maxPolicyBytes);
}
async function openPolicyFile(snapshot, path, nameOf = (own) => own) {
  const text = await readPolicyFile(snapshot, path);
  if (text === void 0) return void 0;
  return { source: nameOf(path), text, beside: (other, place) => readBeside(other, place) };
  async function readBeside(other, place) {
    const named = `the policy extends ${quoted(other)}`;
    const folder = folderOf(path);
    if (follow(folder, other).outside) {
      const message2 = `${named}, which lies outside the repository; name a file of this one`;
      throw new GateFailure("policy-unavailable", message2, place);
    }
    const at = normalise(join(folder, other));
    const extended = await readPolicyFile(snapshot, at);
    if (extended !== void 0) return { source: nameOf(at), text: extended };
    const message = `${named}, but there is no file ${quoted(at)} where the policy was read; add it there first`;
    throw new GateFailure("policy-unavailable", message, place);
  }
}
function refuseIrregular(file, code) {
  if (file === void 0 || file.mode === "file") return;
  const { path, mode } = file;
  throw new GateFailure(code, `This is a ${mode}, which is not followed; put a regular file there.`, { path });
}
var tooLarge = (path, code, maxBytes) => new GateFailure(code, `The file is larger than ${Math.floor(maxBytes / 1024)} KiB.`, { path });
async function readRegular(snapshot, file, code, maxBytes) {
  if (file === void 0) return void 0;
  refuseIrregular(file, code);
  try {
    return await snapshot.read(file, maxBytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === "lockfile-too-large") throw tooLarge(file.path, code, maxBytes);
    throw cause;
  }
}

export {
  lookalikeOf,
  readPolicyFile,
  openPolicyFile,
  refuseIrregular,
  tooLarge,
  readRegular
};
