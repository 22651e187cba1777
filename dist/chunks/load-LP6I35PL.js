import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  acceptPolicy,
  loadPolicy
} from "./chunk-3CVRT7EQ.js";
import "./chunk-UXJPLSW4.js";
import {
  neededEvidence
} from "./chunk-WQKYRBDP.js";
import "./chunk-ZHQBSZ64.js";
import "./chunk-7SLC6WMQ.js";
import "./chunk-KTROGWWY.js";
import "./chunk-K7X7A25H.js";
import "./chunk-ZF7KUDMO.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-EGBZGZ5D.js";
export {
  acceptPolicy,
  loadPolicy,
  neededEvidence
};
