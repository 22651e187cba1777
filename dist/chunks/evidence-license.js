import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_spdx_expression_parse
} from "./chunk-spdx-expression-parse.js";
import {
  absent,
  present
} from "./chunk-model-evidence-values.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/evidence/license.ts
var import_spdx_expression_parse = __toESM(require_spdx_expression_parse(), 1);
function licenseOf(release) {
  if (release.state !== "present") return release;
  const { license: declared } = release.value;
  if (declared === void 0) return absent;
  const expression = expressionOf(declared);
  return present({ declared, ...expression === void 0 ? {} : { expression } });
}
function expressionOf(text) {
  try {
    return ours((0, import_spdx_expression_parse.default)(text));
  } catch {
    return void 0;
  }
}
function ours(parsed) {
  if ("conjunction" in parsed) {
    return { join: parsed.conjunction, left: ours(parsed.left), right: ours(parsed.right) };
  }
  const exception = parsed.exception === void 0 ? "" : ` WITH ${parsed.exception}`;
  return { license: `${parsed.license}${parsed.plus === true ? "+" : ""}${exception}` };
}
export {
  licenseOf
};
