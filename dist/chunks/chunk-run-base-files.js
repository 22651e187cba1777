import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  stateOf
} from "./chunk-repository-state.js";
import {
  MAX_SETTINGS_BYTES
} from "./chunk-managers-watched.js";
import {
  openPolicyFile,
  readRegular,
  refuseIrregular,
  tooLarge
} from "./chunk-policy-policy-file.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/run/base-files.ts
var maxTrustedRootBytes = 1024 * 1024;
async function readBaseFiles(snapshot, policyPath) {
  const { files, settings } = await stateOf(snapshot);
  const policy = policyPath === void 0 ? void 0 : await openPolicyFile(snapshot, policyPath);
  refuseIrregular(files.get(".npmrc"), "configuration-invalid");
  const npmrc = () => fileAt("", ".npmrc");
  const filesOf = (projects) => Promise.all(
    projects.map(async (places) => {
      const found = await Promise.all(
        places.map(
          async ({ folder, name }) => await fileAt(folder, name) ?? (name === ".npmrc" ? await npmrc() : void 0)
        )
      );
      return found.filter((file) => file !== void 0);
    })
  );
  return { ...policy === void 0 ? {} : { policy }, npmrc, filesOf };
  async function fileAt(folder, name) {
    const file = await settings.at(folder, name);
    if (file.state === "absent") return void 0;
    if (file.state === "unreadable" && file.why === "not-regular") {
      refuseIrregular(files.get(file.path), "configuration-invalid");
    }
    if ((file.size ?? Infinity) > MAX_SETTINGS_BYTES) {
      throw tooLarge(file.path, "configuration-invalid", MAX_SETTINGS_BYTES);
    }
    return file;
  }
}
async function readTrustedRoot(snapshot, path) {
  const file = (await snapshot.list()).find((one) => one.path === path);
  const bytes = await readRegular(snapshot, file, "configuration-invalid", maxTrustedRootBytes);
  if (bytes !== void 0) return new TextDecoder().decode(bytes);
  throw new GateFailure(
    "configuration-invalid",
    "the policy names this file as its `trustedRoot`, but it is not in the state that the policy was read from; add it there first",
    { path }
  );
}

export {
  readBaseFiles,
  readTrustedRoot
};
