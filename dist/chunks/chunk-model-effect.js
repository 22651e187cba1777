import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/effect.ts
function effectOf({ status, level, floor }, mode) {
  if (status !== "reported") return "covered";
  return level === "error" && (mode === "enforce" || floor) ? "blocks" : "warns";
}
function severityOf({ floor, level, outcome }) {
  return (floor ? 4 : level === "error" ? 2 : 0) + (outcome === "violation" ? 1 : 0);
}

export {
  effectOf,
  severityOf
};
