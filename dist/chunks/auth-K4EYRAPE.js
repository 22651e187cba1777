import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_auth
} from "./chunk-J2CCDPSH.js";
import "./chunk-P6I3DICD.js";
import "./chunk-ELTVGUE2.js";
import "./chunk-VFYXW32V.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-HGEGAZY6.js";
import "./chunk-M2EISSYO.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-FHRBDCAT.js";
import "./chunk-DZT6RIP2.js";
import "./chunk-SIFT4VFU.js";
import "./chunk-EITPHCUU.js";
import "./chunk-U2RJDSLN.js";
export default require_auth();
