import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_parse
} from "./chunk-semver-functions-parse.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/text/order.ts
var import_parse = __toESM(require_parse(), 1);
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function compareVersion(a, b) {
  const [versionA, versionB] = [parsed(a), parsed(b)];
  if (versionA === null || versionB === null) {
    return Number(versionA !== null) - Number(versionB !== null) || compareText(a, b);
  }
  return versionA.compare(versionB) || versionA.compareBuild(versionB) || compareText(a, b);
}
var known = /* @__PURE__ */ new Map();
var MAX_KNOWN = 2e5;
function parsed(version) {
  let found = known.get(version);
  if (found === void 0) {
    if (known.size >= MAX_KNOWN) known.clear();
    found = (0, import_parse.default)(version);
    known.set(version, found);
  }
  return found;
}

export {
  compareText,
  compareVersion
};
