import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  blockedOf
} from "./chunk-decisions-blocked.js";
import {
  bytesIn,
  pathsOf
} from "./chunk-decisions-blocked-file.js";
import {
  judgedEach
} from "./chunk-run-verdict.js";
import {
  rules
} from "./chunk-rules.js";

// src/run/blocked-in.ts
async function blockedIn({ effective: policy, comparison, collected: { dossiers }, now }, { head }, repositoryId) {
  if (policy === void 0) return [];
  const findings = judgedEach({ comparison, dossiers, policy, now });
  const { observations } = comparison;
  const blocking = { findings, observations, policy, rules };
  return blockedOf({ ...blocking, dossiers, repositoryId, bytesOf: await bytesIn(head, pathsOf(blocking)) });
}

export {
  blockedIn
};
