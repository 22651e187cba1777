import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  collectEvidence,
  judgeComparison,
  replay,
  withAuthorship
} from "./chunk-XTY3EBVQ.js";
import "./chunk-JWOWLINC.js";
import "./chunk-LSUZOY2L.js";
import "./chunk-DZYFZIBG.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-ARM3DZ3Q.js";
import "./chunk-FFP3OGKI.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-Q7OTQRF7.js";
import "./chunk-BKJMHTCA.js";
import "./chunk-32SLBMN6.js";
import "./chunk-F3KJDZOL.js";
import "./chunk-3QW7H43U.js";
import "./chunk-DI4UWZIX.js";
import "./chunk-C7XZNJZY.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-VBVSALPA.js";
import "./chunk-XN2YO3OY.js";
import "./chunk-HQJVKO23.js";
import "./chunk-ODT43KEI.js";
import "./chunk-XNMMZ7U7.js";
import "./chunk-NAH4THA5.js";
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
  collectEvidence,
  judgeComparison,
  replay,
  withAuthorship
};
