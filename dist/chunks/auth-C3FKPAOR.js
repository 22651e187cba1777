import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_auth
} from "./chunk-7CE2GPJM.js";
import "./chunk-3FD2QLOF.js";
import "./chunk-ELTVGUE2.js";
import "./chunk-VFYXW32V.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-MKFFL6KO.js";
import "./chunk-EGDYKJ2M.js";
import "./chunk-K3LLOU5L.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-Q2XAAZ6O.js";
import "./chunk-43IQ2AWU.js";
import "./chunk-U2RJDSLN.js";
export default require_auth();
