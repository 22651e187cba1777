import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-VYJIZBBN.js";
import "./chunk-V3ORLVWD.js";
import "./chunk-6U2LDYUK.js";
import "./chunk-EQNUDLEI.js";
import "./chunk-RAW5NA3P.js";
import "./chunk-2KL5BDDY.js";
import "./chunk-DPUHDEVI.js";
import "./chunk-EXS7CL3R.js";
import "./chunk-5OEJXJA7.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ALBO32AQ.js";
import "./chunk-NAH4THA5.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-UQOSLVYH.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  openSnapshot,
  run
};
