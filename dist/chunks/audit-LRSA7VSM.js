import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-KJSEOGX6.js";
import "./chunk-2LEZDYHY.js";
import "./chunk-TNS2I5KR.js";
import "./chunk-JBVXWKUH.js";
import "./chunk-IJJODQP3.js";
import "./chunk-LAPBHXRD.js";
import "./chunk-YNR3757M.js";
import "./chunk-DPUHDEVI.js";
import "./chunk-YK5BSETI.js";
import "./chunk-UVSZMCIH.js";
import "./chunk-6E2ZV2AS.js";
import "./chunk-TNRQHQU4.js";
import "./chunk-2MHUHVY2.js";
import "./chunk-32SLBMN6.js";
import "./chunk-FZO4NCJX.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-KPCFTMGI.js";
import "./chunk-FTU2SMSO.js";
import "./chunk-IBQPNE43.js";
import "./chunk-ODT43KEI.js";
import "./chunk-2C6YN6TN.js";
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
