import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  acceptPolicy,
  loadPolicy
} from "./chunk-KIP3WC5J.js";
import {
  neededEvidence
} from "./chunk-THVQCYMS.js";
import "./chunk-2KQIWAUN.js";
import "./chunk-TKZLHV7X.js";
import "./chunk-L4RSU3P5.js";
import "./chunk-UV6RK24L.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-EGBZGZ5D.js";
export {
  acceptPolicy,
  loadPolicy,
  neededEvidence
};
