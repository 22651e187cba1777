import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  terminalReport
} from "./chunk-6JXYO7MZ.js";
import "./chunk-BYPJKD2M.js";
import "./chunk-5ZM6NMBB.js";
import "./chunk-CKP5WB4H.js";
import "./chunk-4GIOWBEC.js";
import "./chunk-QSEYOCBE.js";
import "./chunk-3IZPLR3Y.js";
import "./chunk-DDQOX6VS.js";
import "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";
export {
  terminalReport
};
