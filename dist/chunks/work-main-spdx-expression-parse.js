import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_spdx_expression_parse
} from "./chunk-work-main-spdx-expression-parse.js";
import "./chunk-runtime.js";
export default require_spdx_expression_parse();
