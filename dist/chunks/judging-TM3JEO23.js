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
} from "./chunk-I4AP67S2.js";
import "./chunk-LCVQCHNV.js";
import "./chunk-36QIYUXD.js";
import "./chunk-YXANEPCW.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-ARM3DZ3Q.js";
import "./chunk-GLPIAZXR.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-QIMFEW44.js";
import "./chunk-BKJMHTCA.js";
import "./chunk-32SLBMN6.js";
import "./chunk-Z7GD4HOG.js";
import "./chunk-NKVXEKNE.js";
import "./chunk-6LQZIBG4.js";
import "./chunk-RLJI6AJZ.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-P4SUMXWP.js";
import "./chunk-XN2YO3OY.js";
import "./chunk-HQJVKO23.js";
import "./chunk-M2VG2AKP.js";
import "./chunk-ODT43KEI.js";
import "./chunk-PPHRHYGL.js";
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
  collectEvidence,
  judgeComparison,
  replay,
  withAuthorship
};
