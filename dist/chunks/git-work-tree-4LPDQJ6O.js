import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openWorkTree
} from "./chunk-K4PQJUVM.js";
import "./chunk-HZAVVC37.js";
import "./chunk-V7QKKPNW.js";
import "./chunk-EG56ILU5.js";
import "./chunk-6MZDXKWL.js";
import "./chunk-VCIBIXIC.js";
import "./chunk-HYY2VOWO.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-U2RJDSLN.js";
export {
  openWorkTree
};
