import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-LE4PMDGS.js";
import "./chunk-7ZWIUXU7.js";
import "./chunk-FSQ7YRW6.js";
import "./chunk-745XFHM2.js";
import "./chunk-O5YFYGMB.js";
import "./chunk-NM5EGU6R.js";
import "./chunk-T3TAPKYO.js";
import "./chunk-WQKYRBDP.js";
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
