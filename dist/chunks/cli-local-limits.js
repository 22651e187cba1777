import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readAgreement
} from "./chunk-policy-agreement.js";
import {
  policyPath
} from "./chunk-platform-doctor-facts.js";
import "./chunk-managers-bots-bot.js";
import {
  openRepository
} from "./chunk-repository-git.js";
import {
  openDirectory
} from "./chunk-repository-directory.js";
import "./chunk-repository-git-process.js";
import "./chunk-repository-update-bots.js";
import "./chunk-platform-github-status.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-actions-core.js";
import "./chunk-platform-github-pages.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import {
  openPolicy
} from "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import {
  openPolicyFile
} from "./chunk-policy-policy-file.js";
import "./chunk-text-paths.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-undici.js";
import "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/local-limits.ts
async function localLimits(folder) {
  const root = await rootOf(folder);
  if (root === void 0) return void 0;
  try {
    const tree = await openDirectory(root);
    return { agreement: await readAgreement(await openPolicy(await openPolicyFile(tree, policyPath)), tree) };
  } catch (cause) {
    if (cause instanceof GateFailure) return { agreement: void 0 };
    throw cause;
  }
}
async function rootOf(folder) {
  try {
    const repository = await openRepository(folder);
    await repository.close();
    return repository.hasWorkTree ? repository.root : void 0;
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
export {
  localLimits
};
