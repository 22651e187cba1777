import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot,
  run
} from "./chunk-TTPR6WWL.js";
import "./chunk-BEXYYWF7.js";
import "./chunk-7TOMWFDF.js";
import "./chunk-JBVXWKUH.js";
import "./chunk-LFVT4GCH.js";
import "./chunk-2KL5BDDY.js";
import "./chunk-DPUHDEVI.js";
import "./chunk-X2SHRFAA.js";
import "./chunk-YK5BSETI.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-O3CFRBIM.js";
import "./chunk-NAH4THA5.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import "./chunk-FZO4NCJX.js";
import "./chunk-4UAX2OY4.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  openSnapshot,
  run
};
