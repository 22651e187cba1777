import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  composePolicy,
  listsAllTarballs,
  neededEvidence
} from "./chunk-YDBK54ZO.js";
import "./chunk-AETV3QGE.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-LSNWZU3Q.js";
import "./chunk-Q74QMVMD.js";
import "./chunk-32SLBMN6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-2XTRFDYY.js";
import "./chunk-FQ55MH7J.js";
import "./chunk-52DKX7ES.js";
import "./chunk-HPFHOESS.js";
import "./chunk-7JFQJWGL.js";
import "./chunk-42HRFHYH.js";
import "./chunk-B2H6ZP7V.js";
import "./chunk-Y7MRUCIH.js";
import "./chunk-MEKMSZS7.js";
import "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";
export {
  composePolicy,
  listsAllTarballs,
  neededEvidence
};
