import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  acceptPolicy,
  loadPolicy
} from "./chunk-H2YNC6UX.js";
import "./chunk-7V5C7FJ5.js";
import {
  neededEvidence
} from "./chunk-75PFLSAD.js";
import "./chunk-6E2ZV2AS.js";
import "./chunk-SGUO4KR2.js";
import "./chunk-2MHUHVY2.js";
import "./chunk-32SLBMN6.js";
import "./chunk-FTU2SMSO.js";
import "./chunk-IBQPNE43.js";
import "./chunk-6VP46QZ3.js";
import "./chunk-PAL72GAG.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-U2RJDSLN.js";
export {
  acceptPolicy,
  loadPolicy,
  neededEvidence
};
