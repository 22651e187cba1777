import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  demandPast,
  demandSameRegistries,
  demandSameSources,
  demandSameTrust,
  trustDigest
} from "./chunk-run-recorded-trust.js";
import "./chunk-registry-registry-map.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-net-loopback.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  demandPast,
  demandSameRegistries,
  demandSameSources,
  demandSameTrust,
  trustDigest
};
