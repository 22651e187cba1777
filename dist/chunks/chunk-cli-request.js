import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  givenTrust
} from "./chunk-cli-trust-flags.js";
import {
  extendedReader,
  operatorPolicy
} from "./chunk-cli-extended-policy.js";
import {
  repositoryIdOf
} from "./chunk-cli-repository-id.js";
import {
  readText
} from "./chunk-cli-output.js";
import {
  demandPast
} from "./chunk-run-recorded-trust.js";

// src/cli/request.ts
import { resolve } from "node:path";
async function requestOf(flags, subject) {
  const recorded = flags.evidence === void 0 ? void 0 : await readEvidence(flags.evidence);
  const clock = (/* @__PURE__ */ new Date()).toISOString();
  if (recorded !== void 0 && flags.now === void 0) demandPast(recorded, clock);
  const readExtended = extendedReader(flags);
  return {
    ...subject,
    policyPath: ".github/dependency-policy.yml",
    ...flags.policy === void 0 ? {} : { policy: await operatorPolicy(flags.policy, flags) },
    ...flags.preset === void 0 ? {} : { preset: flags.preset },
    ...readExtended && { readExtended },
    ...flags.registry === void 0 ? {} : { registry: flags.registry },
    ...flags.osv === void 0 ? {} : { osv: flags.osv },
    trust: await givenTrust(flags),
    ledger: { repositoryId: () => repositoryIdOf(flags), isLocal: true },
    ...recorded === void 0 ? {} : { recorded },
    now: flags.now ?? recorded?.evaluatedAt ?? clock,
    offline: flags.offline || recorded !== void 0,
    env: process.env,
    workTree: resolve(flags.headDir ?? flags.dir ?? flags.repo ?? "."),
    ...flags.verbose ? { onDefect: (cause) => console.error(cause) } : {}
  };
}
async function readEvidence(path) {
  const { maxEvidenceBytes, parseEvidence } = await import("./recording-evidence-file.js");
  return parseEvidence(await readText(path, maxEvidenceBytes), path);
}

export {
  requestOf,
  readEvidence
};
