import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  composePolicy,
  neededEvidence
} from "./chunk-FFP3OGKI.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-Q7OTQRF7.js";
import "./chunk-BKJMHTCA.js";
import "./chunk-32SLBMN6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-O6RQSSAE.js";
import "./chunk-VVGEYRLY.js";
import "./chunk-MKFFL6KO.js";
import "./chunk-EGDYKJ2M.js";
import "./chunk-K3LLOU5L.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-Q2XAAZ6O.js";
import "./chunk-43IQ2AWU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  composePolicy,
  neededEvidence
};
