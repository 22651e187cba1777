import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  effectOf
} from "./chunk-model-effect.js";

// src/run/verdict-of.ts
function verdictOf({ errors }, findings, mode) {
  if (errors.length > 0) return "error";
  const effects = new Set(findings.map((finding) => effectOf(finding, mode)));
  return effects.has("blocks") ? "fail" : effects.has("warns") ? "warn" : "pass";
}

export {
  verdictOf
};
