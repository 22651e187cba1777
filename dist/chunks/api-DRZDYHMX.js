import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  connect
} from "./chunk-XBEWYKNQ.js";
import "./chunk-DHFSQJQV.js";
import "./chunk-KTROGWWY.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-EGBZGZ5D.js";
export {
  connect
};
