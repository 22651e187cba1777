import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_auth
} from "./chunk-EYTQEOH6.js";
import "./chunk-5VHDCGXX.js";
import "./chunk-ELTVGUE2.js";
import "./chunk-VFYXW32V.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-HIMMMOSU.js";
import "./chunk-ZHNJLSFZ.js";
import "./chunk-EGDYKJ2M.js";
import "./chunk-4WADSORX.js";
import "./chunk-YZYRIZVM.js";
import "./chunk-UQ7G5AEI.js";
import "./chunk-ADPKC4VG.js";
import "./chunk-43IQ2AWU.js";
import "./chunk-U2RJDSLN.js";
export default require_auth();
