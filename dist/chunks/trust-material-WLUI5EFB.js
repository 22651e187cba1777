import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  embeddedTrust,
  publicGitHub,
  publicIssuers,
  trustFrom
} from "./chunk-323TUJQB.js";
import "./chunk-ZLYYKEOM.js";
import "./chunk-NM5JAIRK.js";
import "./chunk-NAH4THA5.js";
import "./chunk-U2RJDSLN.js";
export {
  embeddedTrust,
  publicGitHub,
  publicIssuers,
  trustFrom
};
