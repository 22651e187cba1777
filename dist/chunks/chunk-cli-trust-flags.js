import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readText,
  shownPath
} from "./chunk-cli-output.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/cli/trust-flags.ts
async function givenTrust(flags) {
  const { trustedRoot, registryKeys, refreshTrust, tufMirror, tufRoot } = flags;
  if (!refreshTrust && (tufMirror ?? tufRoot) !== void 0) {
    throw new GateFailure(
      "usage",
      "--tuf-mirror and --tuf-root only take effect with --refresh-trust: add --refresh-trust."
    );
  }
  if (tufRoot !== void 0 && tufMirror === void 0) {
    throw new GateFailure(
      "usage",
      "--tuf-root is the root of another TUF repository: name that repository with --tuf-mirror."
    );
  }
  if (refreshTrust && (flags.offline || flags.evidence !== void 0)) {
    throw new GateFailure("usage", "--refresh-trust makes requests, which --offline and --evidence rule out.");
  }
  return {
    ...trustedRoot === void 0 ? {} : { trustedRoot: await readGiven(trustedRoot) },
    ...registryKeys === void 0 ? {} : { registryKeys: await readGiven(registryKeys) },
    ...refreshTrust ? {
      refresh: {
        ...tufMirror === void 0 ? {} : { mirror: tufMirror },
        ...tufRoot === void 0 ? {} : { root: await readText(tufRoot) }
      }
    } : {}
  };
}
async function readGiven(path) {
  return { path: shownPath(path), text: await readText(path) };
}

export {
  givenTrust
};
