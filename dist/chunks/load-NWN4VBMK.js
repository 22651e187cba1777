import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  acceptPolicy,
  composeAccepted,
  extendsOf,
  loadPolicy
} from "./chunk-GSMSXJI5.js";
import "./chunk-7V5C7FJ5.js";
import "./chunk-ARM3DZ3Q.js";
import {
  neededEvidence
} from "./chunk-GLPIAZXR.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-QIMFEW44.js";
import "./chunk-BKJMHTCA.js";
import "./chunk-32SLBMN6.js";
import "./chunk-MGEQCNQ3.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-F3ASNJOH.js";
import "./chunk-NAH4THA5.js";
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
  acceptPolicy,
  composeAccepted,
  extendsOf,
  loadPolicy,
  neededEvidence
};
