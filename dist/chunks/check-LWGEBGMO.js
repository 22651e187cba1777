import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshots,
  run
} from "./chunk-ISF6XWOC.js";
import "./chunk-USZF4ZTI.js";
import "./chunk-L65RDAQX.js";
import "./chunk-N3ZOWMOD.js";
import "./chunk-FJYQ5NKG.js";
import "./chunk-MGEQCNQ3.js";
import "./chunk-MXOEYZNL.js";
import "./chunk-T6TU2UHG.js";
import "./chunk-HU4B2RIV.js";
import "./chunk-DI4UWZIX.js";
import "./chunk-2GG5RR53.js";
import "./chunk-C7XZNJZY.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-VBVSALPA.js";
import "./chunk-XN2YO3OY.js";
import "./chunk-HQJVKO23.js";
import "./chunk-VTOMZJTM.js";
import "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-IJKG2CIX.js";
import "./chunk-XNMMZ7U7.js";
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
