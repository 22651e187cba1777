import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  bytesToHex,
  sha256,
  utf8ToBytes
} from "./chunk-noble-hashes-sha2.js";
import {
  compareText
} from "./chunk-text-order.js";

// src/judge/fingerprint.ts
function canonicalJson(value) {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError("JSON has no such number");
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
}
var isList = (value) => Array.isArray(value);
function fingerprintOf(value) {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

export {
  canonicalJson,
  fingerprintOf
};
