import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  embeddedRegistryKeys,
  keyidOf,
  parseRegistryKeys
} from "./chunk-77AFPM6S.js";
import "./chunk-7RPMBLKQ.js";
import "./chunk-TMCJCTTJ.js";
import "./chunk-3PHPOW6I.js";
import "./chunk-U2RJDSLN.js";
export {
  embeddedRegistryKeys,
  keyidOf,
  parseRegistryKeys
};
