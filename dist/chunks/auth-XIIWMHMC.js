import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_auth
} from "./chunk-MYFF6CMD.js";
import "./chunk-EEJFOKOM.js";
import "./chunk-ELTVGUE2.js";
import "./chunk-VFYXW32V.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-52DKX7ES.js";
import "./chunk-HPFHOESS.js";
import "./chunk-7JFQJWGL.js";
import "./chunk-42HRFHYH.js";
import "./chunk-B2H6ZP7V.js";
import "./chunk-Y7MRUCIH.js";
import "./chunk-MEKMSZS7.js";
import "./chunk-U2RJDSLN.js";
export default require_auth();
