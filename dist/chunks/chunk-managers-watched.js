import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  affecting,
  bunfigEntries,
  decodeText,
  denoEntries,
  lockfileName,
  managers,
  manifestSettings,
  npmrcEntries,
  oneFault,
  parseJson,
  readBunfig,
  readDenoJson,
  readNpmrc,
  readYaml,
  readYarnrc,
  readYarnrcYml,
  yamlEntries,
  yarnrcEntries
} from "./chunk-managers.js";
import {
  folderOf,
  foldersAbove,
  join
} from "./chunk-text-paths.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/managers/settings-files.ts
var MAX_SETTINGS_BYTES = 256 * 1024;
var bounded = /* @__PURE__ */ new Set([".npmrc", ".yarnrc", "bunfig.toml"]);
var faults = oneFault("manifest-invalid", "fix the file");
var manifestFaults = oneFault("manifest-invalid", "fix the manifest");
var readers = {
  "package.json": (text, path) => parseJson(text, path, manifestFaults),
  ".npmrc": readNpmrc,
  ".yarnrc": (text, path) => readYarnrc(text, path, faults),
  ".yarnrc.yml": (text, path) => readYarnrcYml(text, path, faults),
  "pnpm-workspace.yaml": (text, path) => readYaml(text, path, faults, "core"),
  "bunfig.toml": (text, path) => readBunfig(text, path, faults),
  "deno.json": readDenoJson,
  "deno.jsonc": readDenoJson
};
var settingsNames = Object.keys(readers);
var isSettingsName = (name) => Object.hasOwn(readers, name);
var SettingsFiles = class {
  #files;
  #reader;
  #read = /* @__PURE__ */ new Map();
  /** @param files every settings file of the state, by path; other files are ignored */
  constructor(files, reader) {
    this.#files = files;
    this.#reader = reader;
  }
  /**
   * @param folder of the file, from the repository's root
   * @throws GateFailure `repository-unavailable`
   */
  at(folder, name) {
    const path = join(folder, name);
    let found = this.#read.get(path);
    if (found === void 0) {
      const file = this.#files.get(path);
      found = file === void 0 ? Promise.resolve({ state: "absent" }) : this.#open(file, name);
      this.#read.set(path, found);
    }
    return found;
  }
  /** The settings files of one project. */
  in(folder) {
    return {
      at: (name) => this.at(folder, name),
      has: (name) => this.#files.has(join(folder, name)),
      pathOf: (name) => join(folder, name),
      in: (below) => this.in(join(folder, below)),
      above: () => folder === "" ? [] : ["", ...foldersAbove(folder)].reverse().map((above) => this.in(above))
    };
  }
  async #open(file, name) {
    const { path, mode, size = 0 } = file;
    const unreadable = (why, fault) => ({
      ...{ state: "unreadable", path, why },
      fault: typeof fault === "string" ? new GateFailure("manifest-invalid", fault, { path }) : fault
    });
    if (mode !== "file") return unreadable("not-regular", NOT_REGULAR);
    const limit = bounded.has(name) ? MAX_SETTINGS_BYTES : Infinity;
    if (size > limit) return unreadable("too-large", TOO_LARGE);
    try {
      const bytes = await this.#reader.read(file);
      return bytes.length > limit ? unreadable("too-large", TOO_LARGE) : await readSettings(name, path, bytes);
    } catch (cause) {
      if (!(cause instanceof GateFailure) || cause.code === "repository-unavailable") throw cause;
      return unreadable("too-large", cause);
    } finally {
      this.#reader.forget(file);
    }
  }
};
var NOT_REGULAR = "This is not a regular file, and lockgate does not follow it; commit a regular file.";
var TOO_LARGE = `The file is larger than ${MAX_SETTINGS_BYTES / 1024} KiB, the most that lockgate reads; shorten it.`;
async function readSettings(name, path, bytes) {
  const known = { path, text: new TextDecoder().decode(bytes), size: bytes.length };
  let why = "not-text";
  try {
    const isBlank = name !== "package.json" && known.text.trim() === "";
    if (!isBlank) decodeText(bytes, path, name === "package.json" ? manifestFaults : faults);
    why = "malformed";
    return { state: "read", name, ...known, value: await readers[name](known.text, path) };
  } catch (cause) {
    if (cause instanceof GateFailure) return { state: "unreadable", why, ...known, fault: cause };
    throw cause;
  }
}

// src/managers/watched.ts
var COREPACK_SETTINGS = /(?:^|\/)\.corepack\.env$/;
var RECORDS = /^\.github\/dependency-approvals(?:\/|$)/i;
var NODE_GYP = /(?:^|\/)binding\.gyp$/;
function isRead(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return isSettingsName(name) || lockfileName(path) !== void 0 || isProgram(path) || NODE_GYP.test(path);
}
var isProgram = (path) => managers.some(({ settings }) => settings.foundByName(path) !== void 0);
function homeOf(path) {
  const nearest = foldersAbove(path).toReversed().find((folder) => isProgram(path.slice(folder.length + 1)));
  return isProgram(path) ? nearest ?? "" : folderOf(path);
}
var actionsLockPath = ".github/workflows/actions.lock";
var owners = /* @__PURE__ */ new Set(["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"]);
var isUsualPolicy = (path) => /^\.github\/dependency-policy\.ya?ml$/i.test(path);
function watchedAs({ path, mode, id }, policyPaths) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "node_modules") return mode === "folder" && id !== void 0 ? { what: "modules" } : void 0;
  if (policyPaths.includes(path) || isUsualPolicy(path)) return { what: "policy" };
  if (RECORDS.test(path) || mode !== "file" && /^\.github$/i.test(path)) return { what: "approval" };
  if (path === actionsLockPath || /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { what: "workflow" };
  if (owners.has(path)) return { what: "owners" };
  if (COREPACK_SETTINGS.test(path)) return { what: "program", role: { as: "settings" }, besideLockfile: true };
  if (NODE_GYP.test(path)) return { what: "program", role: { as: "code", kind: "build" }, besideImporter: true };
  for (const { program, settings } of managers) {
    const found = settings.foundByName(path);
    if (found !== void 0) return { what: "program", program, ...found };
  }
  return isSettingsName(name) ? { what: "settings", name } : void 0;
}
function isIdle(path, projects) {
  return /(?:^|\/)package\.json$/.test(path) && !projects.has(folderOf(path));
}
var manifestKeys = managers.flatMap(({ settings }) => settings.manifestKeys).filter((key, at, keys) => keys.findIndex((each) => each.join() === key.join()) === at);
var entriesOf = {
  ".npmrc": npmrcEntries,
  ".yarnrc": yarnrcEntries,
  ".yarnrc.yml": yamlEntries,
  "pnpm-workspace.yaml": yamlEntries,
  "bunfig.toml": bunfigEntries,
  "deno.json": denoEntries,
  "deno.jsonc": denoEntries
};
function tablesOf(name) {
  return managers.flatMap(({ settings: { files, table } }) => files.includes(name) ? [table] : []);
}
function watchedSettings(file) {
  return isManifest(file) ? manifestSettings(file.value, manifestKeys) : ownSettings(file);
}
var isManifest = (file) => file.name === "package.json";
function ownSettings({ name, value }) {
  const entries = entriesOf[name](value);
  return entries && affecting(entries, tablesOf(name));
}

export {
  MAX_SETTINGS_BYTES,
  settingsNames,
  isSettingsName,
  SettingsFiles,
  readSettings,
  isRead,
  isProgram,
  homeOf,
  actionsLockPath,
  isUsualPolicy,
  watchedAs,
  isIdle,
  tablesOf,
  watchedSettings
};
