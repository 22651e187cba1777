import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  run,
  wantedOf
} from "./chunk-6TYF5GKY.js";
import "./chunk-M7HYJ3ZD.js";
import "./chunk-6BNF5VBA.js";
import "./chunk-U2PHZ4AP.js";
import "./chunk-XYZILLKX.js";
import "./chunk-FJYQ5NKG.js";
import "./chunk-KQ3M3JHK.js";
import "./chunk-TSOZXWFN.js";
import "./chunk-W75UQMHS.js";
import "./chunk-YXANEPCW.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-ARM3DZ3Q.js";
import "./chunk-NQI3LAYB.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-D72P5FD7.js";
import "./chunk-BKJMHTCA.js";
import "./chunk-32SLBMN6.js";
import "./chunk-MGEQCNQ3.js";
import "./chunk-Y77RZSSW.js";
import "./chunk-W4VUMROW.js";
import "./chunk-PJMPN3N7.js";
import "./chunk-43VHH7GZ.js";
import "./chunk-JYKL4GA3.js";
import "./chunk-JON6EZEH.js";
import "./chunk-TLM3AM2O.js";
import "./chunk-CHNXLZWJ.js";
import "./chunk-DI4UWZIX.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-VBVSALPA.js";
import "./chunk-XN2YO3OY.js";
import "./chunk-HQJVKO23.js";
import "./chunk-VTOMZJTM.js";
import "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ODT43KEI.js";
import "./chunk-2XFADGDK.js";
import "./chunk-PPHRHYGL.js";
import "./chunk-NAH4THA5.js";
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
  run,
  wantedOf
};
