import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-errors.js";

// src/cli/judged-repository.ts
async function originPlace(folder) {
  const [{ openRepository }, { originAddress }] = await Promise.all([
    import("./repository-git.js"),
    import("./repository-git-origin.js")
  ]);
  const address = await originAddress(await openRepository(folder)) ?? "";
  const [, host, name] = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+)?[:/]+([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  return host === void 0 || name === void 0 ? void 0 : { host: host.toLowerCase(), name };
}
async function originOf(folder) {
  const [{ openRepository }, { originAddress }] = await Promise.all([
    import("./repository-git.js"),
    import("./repository-git-origin.js")
  ]);
  const address = await originAddress(await openRepository(folder));
  return /[/:]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/.exec(address ?? "")?.[1];
}
async function judgedNames(folder) {
  const names = [process.env["GITHUB_REPOSITORY"], await originOf(folder).catch(noRepository)];
  return names.filter((name) => name !== void 0 && /^[\w.-]+\/[\w.-]+$/.test(name));
}
function noRepository(cause) {
  if (!(cause instanceof GateFailure)) throw cause;
}

export {
  originPlace,
  originOf,
  judgedNames
};
