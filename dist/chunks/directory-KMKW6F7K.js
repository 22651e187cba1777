import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openDirectory,
  resolveFolder
} from "./chunk-E3WV52SM.js";
import "./chunk-6MZDXKWL.js";
import "./chunk-HYY2VOWO.js";
import "./chunk-NAH4THA5.js";
import "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";
export {
  openDirectory,
  resolveFolder
};
