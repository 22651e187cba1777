import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  folderOf,
  follow,
  join,
  normalise
} from "./chunk-text-paths.js";
import {
  specKind
} from "./chunk-lockfile-spec.js";

// src/lockfile/source.ts
function resolvedSource(lockfilePath, resolved) {
  if (resolved === void 0 || /^https?:/i.test(resolved)) return { kind: "registry" };
  if (/^\s*file:/i.test(resolved)) return fileSource(lockfilePath, resolved);
  return specKind(resolved) === "git" && resolved.includes(":") ? { kind: "git", spec: resolved } : { kind: "registry" };
}
function fileSource(lockfilePath, spec, folder = folderOf(lockfilePath)) {
  const { outside } = follow(folder, spec);
  return specKind(spec) === "file" ? { kind: "file", spec, outside } : { kind: "link", spec, outside, workspace: false };
}
function folderInRepository(lockfilePath, source) {
  if (source.workspace === true || source.outside === true) return void 0;
  const path = pathOfFolder(lockfilePath, source);
  return path === void 0 ? void 0 : normalise(join(folderOf(lockfilePath), path));
}
function pathOfFolder(lockfilePath, { kind, spec = "", folder }) {
  if (kind !== "link" && kind !== "portal") return void 0;
  if (folder !== void 0) return folder;
  const path = spec.replace(/^(?:link|portal):/i, "file:").replace(/(?:#|::).*$/s, "");
  return follow(folderOf(lockfilePath), path).path;
}

export {
  resolvedSource,
  fileSource,
  folderInRepository,
  pathOfFolder
};
