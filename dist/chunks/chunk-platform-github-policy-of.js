import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  extendedUnavailable
} from "./chunk-policy-open.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/platform/github/policy-of.ts
function policyOf(connect) {
  return async (reference) => {
    const { repository, path, commit } = reference;
    const [owner = "", repo = ""] = repository.split("/");
    const [{ openGitHubTree }, { readPolicyFile }] = await Promise.all([
      import("./platform-github-snapshot.js"),
      import("./policy-policy-file.js")
    ]);
    let bytes;
    try {
      bytes = await readPolicyFile(await openGitHubTree({ request: await connect(), owner, repo, commit }), path);
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      throw extendedUnavailable(reference, cause.message);
    }
    if (bytes === void 0) throw extendedUnavailable(reference, "that commit has no such file");
    return bytes;
  };
}

export {
  policyOf
};
