import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_lib
} from "./chunk-validate-npm-package-name.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/lockfile/names.ts
var import_validate_npm_package_name = __toESM(require_lib(), 1);
var valid = /* @__PURE__ */ new Map();
var PLAIN_NAME = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;
var NO_NAMES = /* @__PURE__ */ new Set(["node_modules", "favicon.ico", "constructor"]);
function isPackageName(name) {
  if (PLAIN_NAME.test(name)) return !NO_NAMES.has(name);
  let known = valid.get(name);
  if (known === void 0) {
    if (valid.size > 5e4) valid.clear();
    known = !NO_NAMES.has(name) && (0, import_validate_npm_package_name.default)(name).validForOldPackages;
    valid.set(name, known);
  }
  return known;
}

export {
  isPackageName
};
