import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-BIYE65XN.js";
import "./chunk-WLDONJDH.js";
import "./chunk-FSQ7YRW6.js";
import "./chunk-745XFHM2.js";
import "./chunk-5CHUI54G.js";
import "./chunk-T72J5CH5.js";
import "./chunk-T3TAPKYO.js";
import "./chunk-VYXGI5QU.js";
import "./chunk-ZHQBSZ64.js";
import "./chunk-73Y34TDA.js";
import "./chunk-KTROGWWY.js";
import "./chunk-CVSSHSRM.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-ZOPFF5VP.js";
import "./chunk-K7X7A25H.js";
import "./chunk-ZF7KUDMO.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-ODT43KEI.js";
import "./chunk-EGBZGZ5D.js";
export {
  openSnapshot,
  run
};
