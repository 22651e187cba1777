import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  GateFailure,
  asOneFailure
} from "./chunk-errors.js";
import {
  isGatedPath
} from "./chunk-policy-is-gated-path.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/policy/preset-digests.ts
var presetDigests = {
  audit: "sha256:8683ef2c91578c37e4672dc70876d94ae08a67107ad8e4d6781cf4b5073eab80",
  attacks: "sha256:9a51aad3dae53d6f93ef022d0ad8d5100efe05a0d24ddbf08a7128d8e1bb11ca",
  recommended: "sha256:20098858deb0cd033f75d7b992c6d5159714e57a8c211a38150d66ebfc5d63ef",
  strict: "sha256:1ac8004dde062a770cf2e3ab44d6865350aaf5e6bccfd4595801abf38dc646b2"
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
    ...{ comment: "always", notices: false },
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
  if (accepted === void 0) throw asOneFailure(failures);
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
