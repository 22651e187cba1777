import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure
} from "./chunk-errors.js";
import {
  isGatedPath
} from "./chunk-policy-is-gated-path.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/policy/preset-digests.ts
var presetDigests = {
  audit: "sha256:15065536db073ac9413a4f6e454b52262ce356b2ccd9ea5781ab2354aade0d19",
  attacks: "sha256:4b60532ce89e8061920c80a41860650a10ae2e839072f64438a5bd72f9111cf3",
  recommended: "sha256:20a0f329748254eea28d9cb40229ce8d578c3792a4be04fea80c83287dfa76e9",
  strict: "sha256:7f548e94f530de0693a8c93b5c9c58fd3f89d3dcd86f138ab66de10098551276"
};

// src/policy/open.ts
async function outlinePolicy(file, options = {}) {
  if (file !== void 0) {
    const policy = await openPolicy(file, options);
    const { haveSameProfiles } = await import("./policy-same-profiles.js");
    return {
      ...policy,
      isPreset: false,
      isJudgedAlike: haveSameProfiles(policy.apply),
      compose: () => Promise.resolve(policy)
    };
  }
  const preset = options.preset ?? "recommended";
  return {
    ...{ source: sourceOf(preset), digest: presetDigests[preset], mode: "enforce", isGated: isGatedPath },
    ...{ isExcluded: () => false, baselines: [], registries: [], review: false },
    ...{ isPreset: true, isJudgedAlike: () => true },
    compose: () => openPolicy(void 0, options)
  };
}
async function openPolicy(file, { readExtended, ...options } = {}) {
  if (file === void 0) {
    const { composePolicy } = await import("./policy-effective.js");
    return composePolicy({ source: sourceOf(options.preset ?? "recommended"), ...options });
  }
  const { acceptPolicy, composeAccepted } = await import("./policy-load.js");
  const { accepted, failures } = acceptPolicy(file, options.rules);
  if (accepted === void 0) throw failures[0];
  const reference = accepted.file.extends;
  if (typeof reference !== "object") return composeAccepted(file, accepted, options);
  const extended = await readExtendedPolicy(reference, readExtended);
  return composeAccepted(file, accepted, { ...options, extended });
}
async function readExtendedPolicy(reference, read) {
  const { repository, path, commit } = reference;
  if (read === void 0) {
    throw new GateFailure(
      "policy-unavailable",
      `the policy extends ${quoted(path)} of ${quoted(repository)}, which is read through GitHub; set GITHUB_TOKEN to a token that may read it, or give --policy a file that extends a preset`
    );
  }
  return { source: `${repository}@${commit.slice(0, 12)}:${path}`, text: await read(reference) };
}
var sourceOf = (preset) => `preset ${preset}`;
function extendedUnavailable({ repository, path, commit }, why) {
  const what = `${quoted(path)} of ${quoted(repository)} at ${quoted(commit)}`;
  return new GateFailure("policy-unavailable", `the policy extends ${what}, which cannot be read: ${why}`);
}

export {
  outlinePolicy,
  openPolicy,
  readExtendedPolicy,
  extendedUnavailable
};
