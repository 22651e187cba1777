import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/effect.ts
function effectOf({ status, level, floor }, mode) {
  if (status !== "reported") return "covered";
  if (level === "note") return "notes";
  return level === "error" && (mode === "enforce" || floor) ? "blocks" : "warns";
}
var severities = ["note", "warn", "error"];
function severityOf({ floor, level, outcome }) {
  return 2 * (floor ? 3 : severities.indexOf(level)) + (outcome === "violation" ? 1 : 0);
}

export {
  effectOf,
  severityOf
};
