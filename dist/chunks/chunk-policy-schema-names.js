import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/policy/schema/names.ts
var presetNames = ["audit", "attacks", "recommended", "strict"];
var levels = ["off", "note", "warn", "error"];
var laterKeys = {
  "": ["proposers"],
  approvals: ["accept"]
};

export {
  presetNames,
  levels,
  laterKeys
};
