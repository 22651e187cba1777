import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isSettingsName,
  managers,
  manifestSettings
} from "./chunk-managers.js";
import {
  folderOf
} from "./chunk-lockfile-source.js";

// src/managers/watched.ts
var actionsLockPath = ".github/workflows/actions.lock";
var owners = /* @__PURE__ */ new Set(["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"]);
function watchedAs({ path, mode, id }, policyPath) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "node_modules") return mode === "folder" && id !== void 0 ? { what: "modules" } : void 0;
  if (path === policyPath || /^\.github\/dependency-policy\.ya?ml$/i.test(path)) return { what: "policy" };
  if (path.startsWith(".github/dependency-approvals/")) return { what: "approval" };
  if (path === actionsLockPath || /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { what: "workflow" };
  if (owners.has(path)) return { what: "owners" };
  if (managers.some(({ settings }) => settings.isProgram(path))) return { what: "program" };
  return isSettingsName(name) ? { what: "settings", name } : void 0;
}
function isIdle(path, projects) {
  return /(?:^|\/)package\.json$/.test(path) && !projects.has(folderOf(path));
}
var manifestKeys = managers.flatMap(({ settings }) => settings.manifestKeys).filter((key, at, keys) => keys.findIndex((each) => each.join() === key.join()) === at);
function watchedSettings(file) {
  return isManifest(file) ? manifestSettings(file.value, manifestKeys) : ownSettings(file);
}
var isManifest = (file) => file.name === "package.json";
function ownSettings({ name, value }) {
  const said = managers.map(({ settings: { watched } }) => watched[name] === void 0 ? [] : watched[name](value));
  return said.every((settings) => settings !== void 0) ? said.flat() : void 0;
}

export {
  actionsLockPath,
  watchedAs,
  isIdle,
  watchedSettings
};
