import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/policy/is-gated-path.ts
function isGatedPath(path) {
  return !path.split("/").includes("node_modules");
}

// src/policy/references.ts
var isLocal = (value) => typeof value === "string" && (value.startsWith("./") || value.startsWith("../"));
function referenceOf(value) {
  return typeof value === "object" || isLocal(value) ? value : void 0;
}

export {
  isGatedPath,
  isLocal,
  referenceOf
};
