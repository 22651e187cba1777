import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  terminalReport
} from "./chunk-GOVLGALA.js";
import "./chunk-W4VUMROW.js";
import "./chunk-5OEJXJA7.js";
import "./chunk-UQOSLVYH.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  terminalReport
};
