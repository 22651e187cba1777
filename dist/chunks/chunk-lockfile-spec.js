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

// src/lockfile/spec.ts
var TARBALL = /[.](?:tgz|tar\.gz|tar)$/i;
var PATH = /^(?:file:|[.]|~[/\\]|[/\\]|[a-z]:)/i;
var GIT_PROTOCOL = /^(?:git[+][a-z]+|git|ssh):/i;
var GIT_SHORTCUT = /^(?:github|gitlab|bitbucket|gist|sourcehut):/i;
var GITHUB_SHORTHAND = /^[^@/\s:.#~][^@/\s:#]*[/][^@/\s:#]+(?:#.*)?$/;
var SCP = /^[^@\s:/]+@[^:\s/]+:./;
var URL_LIKE = /^[a-z][a-z0-9+.-]*:/i;
function specKind(spec) {
  const text = spec.trim();
  if (!/[/\\:@]/.test(text) && !text.startsWith(".") && !TARBALL.test(text)) return "registry";
  if (/^npm:/i.test(text)) return "alias";
  if (PATH.test(text)) return TARBALL.test(text) ? "file" : "directory";
  if (GIT_PROTOCOL.test(text) || GIT_SHORTCUT.test(text)) return "git";
  if (/^https?:/i.test(text)) return isHostedRepository(text) ? "git" : "remote";
  if (SCP.test(text) || GITHUB_SHORTHAND.test(text)) return "git";
  if (URL_LIKE.test(text)) return "unknown";
  return TARBALL.test(text) ? "file" : "directory";
}
function isOfRegistry(spec) {
  const kind = specKind(spec);
  return kind === "registry" || kind === "alias";
}
function aliasTarget(spec) {
  const target = /^\s*npm:(@?[^@]+)(?:@(.*))?$/i.exec(spec);
  if (target?.[1] === void 0) return void 0;
  return { name: target[1], spec: target[2]?.trim() ?? "" };
}
var MAX_SPEC = 1e3;
function isAnswerable(name, spec) {
  if (!isPackageName(name) || name === "__proto__" || spec.length > MAX_SPEC) return false;
  const kind = specKind(spec);
  if (kind === "registry") return true;
  const target = kind === "alias" ? aliasTarget(spec) : void 0;
  return target !== void 0 && isPackageName(target.name) && specKind(target.spec) === "registry";
}
var HOSTED = /* @__PURE__ */ new Map([
  ["github.com", ([owner, project, kind]) => owner !== void 0 && !!project && (!kind || kind === "tree")],
  ["bitbucket.org", ([owner, project, kind]) => owner !== void 0 && !!project && kind !== "get"],
  ["gitlab.com", (segments, path) => segments.length > 1 && !path.includes("/-/") && !path.includes("/archive.tar.gz")],
  ["gist.github.com", ([owner, , kind]) => !!owner && kind !== "raw"],
  ["git.sr.ht", ([owner, project, kind]) => owner !== void 0 && !!project && kind !== "archive"]
]);
function isHostedRepository(address) {
  if (!/(?:github|bitbucket|gitlab|sr\.ht)/i.test(address)) return false;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isRepository = HOSTED.get(url.hostname.replace(/^www\./, ""));
  return isRepository?.(url.pathname.slice(1).split("/"), url.pathname) ?? false;
}

export {
  isPackageName,
  specKind,
  isOfRegistry,
  aliasTarget,
  isAnswerable
};
