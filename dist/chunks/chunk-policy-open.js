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
  audit: "sha256:aa651d1d55ec2bf77e71ffe6076d21dac04a965f63c604e35b81b1a06cbff2f0",
  attacks: "sha256:c3b2c6089cbb774018f4baeba640c6643aad9b72fc169d0f6fed4b69e9dd09a7",
  recommended: "sha256:35d0346532ed424a2054178154fd07c104346175ba32870d81a00207c83692ab",
  strict: "sha256:5df3e804c9740687ce0a85498560b30ca17605281fe62827682d16259cc5e5ba"
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
