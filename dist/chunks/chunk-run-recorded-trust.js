import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  registryOf
} from "./chunk-registry-registry-map.js";
import {
  canonicalJson,
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/run/recorded-trust.ts
function demandSameRegistries(configured, { registries: recorded, answers }, names) {
  const stated = answers.flatMap((answer) => "answer" in answer ? [answer] : []);
  for (const { registry, name } of stated) demandSame(name, registry, registryOf(configured, name));
  if (recorded === null) return;
  for (const name of /* @__PURE__ */ new Set([...names, ...stated.map(({ name: name2 }) => name2)])) {
    const [before, now] = [registryOf(recorded, name), registryOf(configured, name)];
    demandSame(name, before, now);
    if (before === recorded.publicRegistry !== (now === configured.publicRegistry)) {
      throw new GateFailure(
        "evidence-invalid",
        `The recorded evidence takes ${quoted(recorded.publicRegistry, 200)} for the public registry, and this run takes ${quoted(configured.publicRegistry, 200)}; record it again.`
      );
    }
  }
}
function demandSame(name, before, now) {
  if (before === now) return;
  throw new GateFailure(
    "evidence-invalid",
    `The recorded evidence has ${quoted(name, 200)} from ${quoted(before, 200)}, but the base branch, the policy and the flags name ${quoted(now, 200)} for it: name the registry that you trust with --registry or in the policy. \`replay\` shows what the recording itself says.`
  );
}
function demandSameTrust(own, { trustedRoot, registryKeys, refreshed }) {
  if (trustedRoot !== void 0 && trustedRoot.text !== own.trustedRoot?.text) {
    throw other("another trusted root", "the one that you trust with --trusted-root or in the policy");
  }
  const isSame = canonicalJson(registryKeys ?? null) === canonicalJson(own.registryKeys ?? null);
  if (registryKeys !== void 0 && !isSame) {
    throw other("other registry keys", "those that you trust with --registry-keys");
  }
  if (refreshed !== void 0) {
    throw other("refreshed trust material", "evidence that was recorded without --refresh-trust");
  }
}
function other(what, instead) {
  return new GateFailure(
    "evidence-invalid",
    `The recorded evidence was judged with ${what}, which nobody vouches for here: give ${instead}. \`replay\` shows what the recording itself says.`
  );
}
function demandSameSources(sources, { answers }) {
  const { malware, advisories, popularity, attestations } = sources;
  const named = /* @__PURE__ */ new Set([...malware, ...advisories, popularity, attestations]);
  for (const answer of answers) {
    const asked = "advisories" in answer ? answer.source : "at" in answer ? answer.at : void 0;
    if (asked === void 0 || asked === "osv" || named.has(asked)) continue;
    throw new GateFailure(
      "evidence-invalid",
      `The recorded evidence has answers of ${quoted(asked, 200)}, which the policy does not name under \`sources\`; record it again. \`replay\` shows what the recording itself says.`
    );
  }
}
function demandPast({ evaluatedAt }, clock) {
  if (Date.parse(evaluatedAt) <= Date.parse(clock)) return;
  throw new GateFailure(
    "evidence-invalid",
    `The recorded evidence says that it was judged at ${quoted(evaluatedAt, 40)}, which is in the future; name the time to judge at with --now.`
  );
}
function trustDigest({ registries, trust, answers }) {
  const keys = answers.filter((answer) => "keys" in answer);
  return `sha256:${fingerprintOf({ registries, trust: trust ?? null, keys })}`;
}

export {
  demandSameRegistries,
  demandSameTrust,
  demandSameSources,
  demandPast,
  trustDigest
};
