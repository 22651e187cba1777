import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  outlinePolicy
} from "./chunk-policy-open.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/policy/declared-baselines.ts
async function declaredBaselines(read, readExtended) {
  try {
    return (await outlinePolicy(await read(), { readExtended })).baselines;
  } catch (cause) {
    if (cause instanceof GateFailure) return [];
    throw cause;
  }
}

export {
  declaredBaselines
};
