import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  composePolicy,
  listsAllTarballs,
  neededEvidence
} from "./chunk-NQI3LAYB.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-D72P5FD7.js";
import "./chunk-BKJMHTCA.js";
import "./chunk-32SLBMN6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-UOKLRHA5.js";
import "./chunk-DRCXULGF.js";
import "./chunk-HIMMMOSU.js";
import "./chunk-ZHNJLSFZ.js";
import "./chunk-EGDYKJ2M.js";
import "./chunk-4WADSORX.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-UQ7G5AEI.js";
import "./chunk-ADPKC4VG.js";
import "./chunk-43IQ2AWU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  composePolicy,
  listsAllTarballs,
  neededEvidence
};
