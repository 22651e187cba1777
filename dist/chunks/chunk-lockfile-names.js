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
var MAX_KEY = 4096;
var MARKER = "node_modules/";
var INNER_MARKER = `/${MARKER}`;
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
function readKey(key) {
  if (key === "") return { kind: "root" };
  const at = lastMarker(key);
  if (at === 0 && isPackageName(key.slice(MARKER.length))) return { kind: "package", name: key.slice(MARKER.length) };
  const why = fault(key);
  if (why !== void 0) return { kind: "invalid", why };
  if (at < 0) return { kind: "folder" };
  const rest = key.slice(at + MARKER.length);
  if (isPackageName(rest)) return { kind: "package", name: rest };
  const segments = rest.split("/");
  const owner = segments.slice(0, rest.startsWith("@") ? 2 : 1);
  if (owner.length < segments.length && isPackageName(owner.join("/"))) return { kind: "folder" };
  return { kind: "invalid", why: "npm accepts no such package name" };
}
function lastMarker(key) {
  let last = key.startsWith(MARKER) ? 0 : -1;
  for (let at = key.indexOf(INNER_MARKER); at >= 0; at = key.indexOf(INNER_MARKER, at + 1)) last = at + 1;
  return last;
}
function fault(key) {
  if (key.length > MAX_KEY) return `it has more than ${MAX_KEY} characters`;
  if (/[\\\p{Cc}\p{Cs}]/u.test(key)) return "it holds a backslash or a control character";
  if (/^(?:\/|[a-z]:)/i.test(key)) return "it is an absolute path";
  const segments = key.split("/");
  const below = segments.findIndex((segment) => segment !== "..");
  for (const [at, segment] of segments.entries()) {
    if (segment === "" || segment === ".") return "it is not a normalised path";
    if (segment === ".." && below >= 0 && at > below) return "it climbs with `..`";
    if (segment === "__proto__" || segment === "constructor") return "it names a member of every object";
  }
  if (segments.at(-1) === "node_modules") return "it ends without a package name";
  return void 0;
}

export {
  isPackageName,
  readKey
};
