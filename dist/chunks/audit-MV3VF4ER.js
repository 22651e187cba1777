import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-CXBTBRVP.js";
import "./chunk-BI56VHGZ.js";
import "./chunk-7KFWLKES.js";
import "./chunk-JBVXWKUH.js";
import "./chunk-WDZS55KN.js";
import "./chunk-JYKRFEVK.js";
import "./chunk-6T47VUNU.js";
import "./chunk-DPUHDEVI.js";
import "./chunk-YK5BSETI.js";
import "./chunk-75PFLSAD.js";
import "./chunk-6E2ZV2AS.js";
import "./chunk-SGUO4KR2.js";
import "./chunk-2MHUHVY2.js";
import "./chunk-32SLBMN6.js";
import "./chunk-FZO4NCJX.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-FTU2SMSO.js";
import "./chunk-IBQPNE43.js";
import "./chunk-ODT43KEI.js";
import "./chunk-PXEVIL5Z.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-6VP46QZ3.js";
import "./chunk-PAL72GAG.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-NAH4THA5.js";
import "./chunk-U2RJDSLN.js";
export {
  openSnapshot,
  run
};
