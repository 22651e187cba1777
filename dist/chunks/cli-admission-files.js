import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  admissionsIn,
  identityFrom
} from "./chunk-cli-admission-files.js";
import "./chunk-cli-output.js";
import "./chunk-model-admission.js";
import "./chunk-cli-program.js";
import "./chunk-trust-bundle.js";
import "./chunk-trust-trust-material.js";
import "./chunk-trust-json.js";
import "./chunk-trust-seeds.js";
import "./chunk-sigstore-protobuf-specs.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  admissionsIn,
  identityFrom
};
