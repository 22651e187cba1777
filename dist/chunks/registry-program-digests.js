import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  hashAlgorithms,
  normalisedDigest,
  readProgram
} from "./chunk-registry-program-digests.js";
import "./chunk-registry-read-tarball.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-runtime.js";
export {
  hashAlgorithms,
  normalisedDigest,
  readProgram
};
