import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  collectEvidence,
  judgeComparison,
  replay
} from "./chunk-YNAFWPU4.js";
import "./chunk-O5FV3HIG.js";
import "./chunk-KUYEJK3U.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-X2SHRFAA.js";
import "./chunk-YK5BSETI.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-ODT43KEI.js";
import "./chunk-NAH4THA5.js";
import "./chunk-2FU7QYTI.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-ON57WLYR.js";
import "./chunk-33S63ABY.js";
import "./chunk-TGW5JD3U.js";
import "./chunk-32SLBMN6.js";
import "./chunk-AN77JZH3.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-FZO4NCJX.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  collectEvidence,
  judgeComparison,
  replay
};
