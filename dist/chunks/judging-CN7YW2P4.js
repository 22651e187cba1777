import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  collectEvidence,
  judgeComparison,
  replay
} from "./chunk-WDAVHKXY.js";
import "./chunk-PTSMBBZR.js";
import "./chunk-KO5YH57X.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-DZYFZIBG.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-EXS7CL3R.js";
import "./chunk-5OEJXJA7.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-ODT43KEI.js";
import "./chunk-NAH4THA5.js";
import "./chunk-YWI3HA45.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-ON57WLYR.js";
import "./chunk-4AJNMMZB.js";
import "./chunk-TGW5JD3U.js";
import "./chunk-32SLBMN6.js";
import "./chunk-AN77JZH3.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-UQOSLVYH.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  collectEvidence,
  judgeComparison,
  replay
};
