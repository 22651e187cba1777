import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  terminalReport
} from "./chunk-EZW7EVOF.js";
import "./chunk-W4VUMROW.js";
import "./chunk-T3TAPKYO.js";
import "./chunk-73Y34TDA.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-EGBZGZ5D.js";
export {
  terminalReport
};
