import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/evidence/concerns.ts
function concernsRegistry(change) {
  return change.kind !== "removed" && change.source.kind === "registry";
}

export {
  concernsRegistry
};
