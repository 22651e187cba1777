import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  embeddedTrust,
  publicGitHub,
  publicIssuers,
  trustFrom
} from "./chunk-trust-trust-material.js";
import "./chunk-trust-seeds.js";
import "./chunk-sigstore-protobuf-specs.js";
import "./chunk-errors.js";
import "./chunk-runtime.js";
export {
  embeddedTrust,
  publicGitHub,
  publicIssuers,
  trustFrom
};
