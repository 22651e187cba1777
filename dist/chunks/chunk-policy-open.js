import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isGatedPath,
  isLocal,
  referenceOf
} from "./chunk-policy-is-gated-path.js";
import {
  GateFailure,
  asOneFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/policy/preset-digests.ts
var presetDigests = {
  audit: "sha256:15c42375ca55789b81d4c9664e01901b6eb1794ac7efddc1640e030f74be7210",
  attacks: "sha256:1448560ad9f72bea9a364eca14e1140f342b9716d8ce7b73efba7d75b1884114",
  recommended: "sha256:9afff6ce65ec4e0373d9acc1688a5728777fd13d2cd899a1dac1c0f5901664b0",
  strict: "sha256:af82b22455411c4f4c9c5ede52d5628f5ee653dfd12c062c1bff96ecfab08fcf"
};

// src/policy/open.ts
async function outlinePolicy(file, options = {}) {
  if (file !== void 0) {
    const policy = await openPolicy(file, options);
    const { haveSameProfiles } = await import("./policy-same-profiles.js");
    return {
      ...policy,
      ...file.from && { from: file.from },
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
  const reference = referenceOf(accepted.file.extends);
  if (reference === void 0) return composeAccepted(file, accepted, options);
  const named = { reference, place: accepted.placeOf(["extends"]) };
  const extended = await readExtendedPolicy(file, named, readExtended);
  return composeAccepted(file, accepted, { ...options, extended });
}
async function readExtendedPolicy(file, { reference, place }, read) {
  if (isLocal(reference)) {
    if (file.beside !== void 0) return file.beside(reference, place);
    const message = `the policy extends ${quoted(reference)}, but has no folder of its own in which that could be`;
    throw new GateFailure("policy-unavailable", message, place);
  }
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
