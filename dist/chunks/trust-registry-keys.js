import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  embeddedRegistryKeys,
  keyidOf,
  parseRegistryKeys
} from "./chunk-trust-registry-keys.js";
import "./chunk-trust-instant.js";
import "./chunk-trust-json.js";
import "./chunk-trust-seeds.js";
import "./chunk-runtime.js";
export {
  embeddedRegistryKeys,
  keyidOf,
  parseRegistryKeys
};
