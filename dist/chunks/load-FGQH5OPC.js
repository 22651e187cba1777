import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  acceptPolicy,
  loadPolicy
} from "./chunk-PNMUD6NZ.js";
import "./chunk-7V5C7FJ5.js";
import "./chunk-F3ASNJOH.js";
import "./chunk-NAH4THA5.js";
import {
  neededEvidence
} from "./chunk-YWI3HA45.js";
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
import "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";
export {
  acceptPolicy,
  loadPolicy,
  neededEvidence
};
