import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-LJ2GDYJS.js";
import "./chunk-4HLQP75P.js";
import "./chunk-745XFHM2.js";
import "./chunk-AP2LW2GY.js";
import "./chunk-PAXP74W3.js";
import "./chunk-T3TAPKYO.js";
import "./chunk-LXMHEFD5.js";
import "./chunk-73Y34TDA.js";
import "./chunk-KTROGWWY.js";
import "./chunk-N2XUL63D.js";
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
