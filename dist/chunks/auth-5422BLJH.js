import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_auth
} from "./chunk-4MWVN4OK.js";
import "./chunk-MFTPLTP7.js";
import "./chunk-ELTVGUE2.js";
import "./chunk-VFYXW32V.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-6VP46QZ3.js";
import "./chunk-PAL72GAG.js";
import "./chunk-U2RJDSLN.js";
export default require_auth();
