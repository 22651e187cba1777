import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  acceptPolicy,
  loadPolicy
} from "./chunk-7PDRZ62T.js";
import "./chunk-7V5C7FJ5.js";
import {
  neededEvidence
} from "./chunk-UY47Z6Q4.js";
import "./chunk-O5PVGSKQ.js";
import "./chunk-HJGNOL2G.js";
import "./chunk-7TACTPN7.js";
import "./chunk-32SLBMN6.js";
import "./chunk-6VP46QZ3.js";
import "./chunk-PAL72GAG.js";
import "./chunk-F3ASNJOH.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-U2RJDSLN.js";
export {
  acceptPolicy,
  loadPolicy,
  neededEvidence
};
