import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  embeddedRegistryKeys,
  keyidOf,
  parseRegistryKeys
} from "./chunk-PNT7XAXS.js";
import "./chunk-TN7VUNQV.js";
import "./chunk-K7EP63WD.js";
import "./chunk-NM5JAIRK.js";
import "./chunk-U2RJDSLN.js";
export {
  embeddedRegistryKeys,
  keyidOf,
  parseRegistryKeys
};
