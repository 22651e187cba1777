import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/registry/bounds.ts
var maxText = 16 * 1024 * 1024;
var maxValues = 2e4;
var maxDepth = 32;
function isBounded(document) {
  const open = [{ value: document, depth: 0 }];
  let values = 0;
  let text = 0;
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === "string") text += value.length;
    if (values > maxValues || text > maxText || depth > maxDepth) return false;
    if (typeof value !== "object" || value === null) continue;
    const parts = Object.values(value);
    if (parts.length > maxValues) return false;
    for (const part of parts) open.push({ value: part, depth: depth + 1 });
  }
  return true;
}

export {
  isBounded
};
