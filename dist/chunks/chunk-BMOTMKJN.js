import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-NAH4THA5.js";

// src/policy/locate.ts
function locatePolicy(files, path) {
  const exact = files.find((file) => file.path === path);
  const refuse = (file, message) => new GateFailure("policy-invalid", message, { path: file.path });
  if (exact?.mode === "file") return exact;
  if (exact !== void 0) {
    throw refuse(exact, `the policy is a ${exact.mode}, which is not followed; put a regular file there`);
  }
  const plain = (text) => text.toLowerCase().replace(/\.yaml$/, ".yml");
  const misspelt = files.find((file) => plain(file.path) === plain(path));
  if (misspelt !== void 0) {
    throw refuse(misspelt, `the policy is looked for under another name; rename this file to \`${path}\``);
  }
  const link = files.find((file) => file.mode !== "file" && path.startsWith(`${file.path}/`));
  if (link !== void 0) {
    throw refuse(
      link,
      `the policy is looked for in here, and a ${link.mode} is not entered; make it an ordinary folder`
    );
  }
  return void 0;
}

// src/run/base-files.ts
var maxPolicyBytes = 256 * 1024 + 1;
var maxNpmrcBytes = 256 * 1024;
var maxTrustedRootBytes = 1024 * 1024;
async function readSettings(snapshot, policyPath) {
  const files = await snapshot.list();
  const [policy, npmrc] = await Promise.all([
    read(snapshot, locatePolicy(files, policyPath), "policy-invalid", maxPolicyBytes),
    fileAt(".npmrc")
  ]);
  const filesOf = async (projects) => {
    const paths = new Set(projects.flat());
    const found = await Promise.all([...paths].map(async (path) => [path, await fileAt(path)]));
    const texts = new Map(found);
    return projects.map(
      (project) => project.flatMap((path) => texts.get(path) ?? (path.endsWith("/.npmrc") ? npmrc ?? [] : []))
    );
  };
  return { ...policy === void 0 ? {} : { policy }, ...npmrc === void 0 ? {} : { npmrc }, filesOf };
  async function fileAt(path) {
    const file = files.find((one) => one.path === path);
    const bytes = await read(snapshot, file, "configuration-invalid", maxNpmrcBytes);
    return bytes && { path, text: new TextDecoder().decode(bytes) };
  }
}
async function readTrustedRoot(snapshot, path) {
  const file = (await snapshot.list()).find((one) => one.path === path);
  const bytes = await read(snapshot, file, "configuration-invalid", maxTrustedRootBytes);
  if (bytes !== void 0) return new TextDecoder().decode(bytes);
  throw new GateFailure(
    "configuration-invalid",
    "the policy names this file as its `trustedRoot`, and the base does not have it; add it there first",
    { path }
  );
}
async function readPolicyFile(snapshot, path) {
  return read(snapshot, locatePolicy(await snapshot.list(), path), "policy-invalid", maxPolicyBytes);
}
async function read(snapshot, file, code, maxBytes) {
  if (file === void 0) return void 0;
  const { path, mode } = file;
  if (mode !== "file") {
    throw new GateFailure(code, `This is a ${mode}, which is not followed; put a regular file there.`, { path });
  }
  try {
    return await snapshot.read(file, maxBytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === "lockfile-too-large") {
      throw new GateFailure(code, `The file is larger than ${Math.floor(maxBytes / 1024)} KiB.`, { path });
    }
    throw cause;
  }
}

export {
  readSettings,
  readTrustedRoot,
  readPolicyFile
};
