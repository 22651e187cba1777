import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  acceptPolicy,
  loadPolicy
} from "./chunk-RK7Y2TRJ.js";
import {
  neededEvidence
} from "./chunk-QLZPX3LT.js";
import "./chunk-2KQIWAUN.js";
import "./chunk-TKZLHV7X.js";
import "./chunk-6C5MFCXI.js";
import "./chunk-UV6RK24L.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-EGBZGZ5D.js";
export {
  acceptPolicy,
  loadPolicy,
  neededEvidence
};
