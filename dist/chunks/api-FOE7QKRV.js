import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  connect
} from "./chunk-7S4E6YIF.js";
import "./chunk-XOI75JX5.js";
import "./chunk-F3ASNJOH.js";
import "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";
export {
  connect
};
