import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-EN2OQIT5.js";
import "./chunk-PO74NRSY.js";
import "./chunk-PFB2BOVK.js";
import "./chunk-MUQTV27C.js";
import "./chunk-FJYQ5NKG.js";
import "./chunk-MGEQCNQ3.js";
import "./chunk-ZJH652PP.js";
import "./chunk-3DGUOX6Z.js";
import "./chunk-Z7GD4HOG.js";
import "./chunk-NKVXEKNE.js";
import "./chunk-6LQZIBG4.js";
import "./chunk-RLJI6AJZ.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-P4SUMXWP.js";
import "./chunk-XN2YO3OY.js";
import "./chunk-HQJVKO23.js";
import "./chunk-M2VG2AKP.js";
import "./chunk-VTOMZJTM.js";
import "./chunk-Q6AXKTGL.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-PDBRVH7Z.js";
import "./chunk-PPHRHYGL.js";
import "./chunk-NAH4THA5.js";
import "./chunk-FHRBDCAT.js";
import "./chunk-DZT6RIP2.js";
import "./chunk-SIFT4VFU.js";
import "./chunk-EITPHCUU.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  openSnapshot,
  run
};
