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
  audit: "sha256:ec941ca5e6a1bfea3c3ec6046754416c762a74d2f9c9ad634ba46c8d2909aba0",
  attacks: "sha256:569bf014ea9eff8d931a177119da6db7f2871bb8a0a80576ae9023377bd37afb",
  recommended: "sha256:f97e4d5d0357a8fa1a6b6b79436b17f395330a74ad363c33f737d3f922e016a0",
  strict: "sha256:5187b704b262c9d8ec6f2f172951ca9e197cca57ff7b616265a8aebcc745dd91"
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
