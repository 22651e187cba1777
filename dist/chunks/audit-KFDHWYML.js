import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-CPEQHZCI.js";
import "./chunk-TYI72W3X.js";
import "./chunk-57FLWMC2.js";
import "./chunk-MPWE2IU3.js";
import "./chunk-FJYQ5NKG.js";
import "./chunk-MGEQCNQ3.js";
import "./chunk-XEYYGBV3.js";
import "./chunk-F3KJDZOL.js";
import "./chunk-3QW7H43U.js";
import "./chunk-DI4UWZIX.js";
import "./chunk-AX26SYHL.js";
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
import "./chunk-K3LLOU5L.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-Q2XAAZ6O.js";
import "./chunk-43IQ2AWU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  openSnapshot,
  run
};
