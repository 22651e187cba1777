import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_auth
} from "./chunk-AXAKJESW.js";
import "./chunk-FN4TVHUO.js";
import "./chunk-ELTVGUE2.js";
import "./chunk-VFYXW32V.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-AN77JZH3.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-U2RJDSLN.js";
export default require_auth();
