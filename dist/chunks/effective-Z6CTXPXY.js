import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  composePolicy,
  listsAllTarballs,
  neededEvidence
} from "./chunk-GLPIAZXR.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-QIMFEW44.js";
import "./chunk-BKJMHTCA.js";
import "./chunk-32SLBMN6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-TK5L3344.js";
import "./chunk-LPP2PHFX.js";
import "./chunk-HGEGAZY6.js";
import "./chunk-M2EISSYO.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-FHRBDCAT.js";
import "./chunk-DZT6RIP2.js";
import "./chunk-SIFT4VFU.js";
import "./chunk-EITPHCUU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  composePolicy,
  listsAllTarballs,
  neededEvidence
};
