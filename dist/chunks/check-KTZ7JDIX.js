import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshots,
  run
} from "./chunk-ZVV5YDHY.js";
import "./chunk-6BNF5VBA.js";
import "./chunk-U2PHZ4AP.js";
import "./chunk-XYZILLKX.js";
import "./chunk-FJYQ5NKG.js";
import "./chunk-MGEQCNQ3.js";
import "./chunk-Y77RZSSW.js";
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
import "./chunk-2XFADGDK.js";
import "./chunk-PPHRHYGL.js";
import "./chunk-NAH4THA5.js";
import "./chunk-4WADSORX.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-UQ7G5AEI.js";
import "./chunk-ADPKC4VG.js";
import "./chunk-43IQ2AWU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  openSnapshots,
  run
};
