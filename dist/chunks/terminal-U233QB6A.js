import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  terminalReport
} from "./chunk-BV4Y3FEI.js";
import "./chunk-W4VUMROW.js";
import "./chunk-PJMPN3N7.js";
import "./chunk-QRFC6E32.js";
import "./chunk-RLJI6AJZ.js";
import "./chunk-P4SUMXWP.js";
import "./chunk-XN2YO3OY.js";
import "./chunk-HQJVKO23.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  terminalReport
};
