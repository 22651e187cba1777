import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  decodeText,
  objectOf,
  oneFault,
  parseJson,
  parseYamlDocuments
} from "./chunk-managers.js";
import {
  JsonObject
} from "./chunk-managers-bin.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/managers/bots/dependabot.ts
var dependabotPaths = [".github/dependabot.yml", ".github/dependabot.yaml"];
var ECOSYSTEMS = /* @__PURE__ */ new Set(["npm", "bun", "deno"]);
var faults = oneFault("manifest-invalid", "fix the file");
function dependabotUpdates(root) {
  const updates = objectOf(root).get("updates");
  if (!Array.isArray(updates)) return [];
  return updates.map(objectOf).filter(
    (update) => ECOSYSTEMS.has(update.get("package-ecosystem")) && update.get("open-pull-requests-limit") !== 0
  );
}
function readDependabot(text, file) {
  const [document] = parseYamlDocuments(text, file, faults, "core");
  const updates = dependabotUpdates(document?.value);
  if (updates.length === 0) return void 0;
  const found = updates.map((update) => cooldownOf(update.get("cooldown")));
  const hours = found.map((each) => each.hours);
  const isKnown = hours.every((each) => each !== void 0);
  return {
    ...{ bot: "Dependabot", file, key: "cooldown" },
    hours: isKnown ? Math.min(...hours) : void 0,
    isSet: found.some(({ isSet }) => isSet),
    exceptions: [...new Set(found.flatMap(({ exceptions }) => exceptions))].sort(),
    ...!isKnown && { doubt: "its `cooldown` cannot be interpreted" }
  };
}
function cooldownOf(value) {
  if (value === void 0 || value === null) return { hours: 0, isSet: false, exceptions: [] };
  const cooldown = value instanceof JsonObject ? value : void 0;
  const days = (key) => (cooldown?.has(key) === true ? cooldown.get(key) : cooldown?.get("default-days")) ?? 0;
  const all = ["semver-major-days", "semver-minor-days", "semver-patch-days"].map(days);
  const [include, exclude] = [textsOf(cooldown?.get("include")), textsOf(cooldown?.get("exclude"))];
  if (cooldown === void 0 || include === void 0 || exclude === void 0 || !all.every(isDays)) {
    return { hours: void 0, isSet: true, exceptions: [] };
  }
  const isForAll = include.length === 0 || include.includes("*");
  return {
    hours: isForAll && !exclude.includes("*") ? Math.min(...all) * 24 : 0,
    isSet: true,
    exceptions: exclude
  };
}
var isDays = (value) => typeof value === "number" && Number.isInteger(value) && value >= 0;
function textsOf(value) {
  if (value === void 0 || value === null) return [];
  const list = Array.isArray(value) ? value : void 0;
  return list?.every((each) => typeof each === "string") === true ? list : void 0;
}

// src/managers/bots/renovate-presets.ts
var waiting = {
  "config:best-practices": 72,
  "security:minimumReleaseAgeNpm": 72,
  "npm:unpublishSafe": 72
};
var GROUPS = /^(?::|(?:default|group|schedule|monorepo|docker|helpers|workarounds|replacements|customManagers|regexManagers|mergeConfidence|packages|preview|abandonments|global|compatibility):)/;
var single = /* @__PURE__ */ new Set([
  ...["config:recommended", "config:base", "config:js-app", "config:js-lib", "config:semverAllMonthly"],
  ...["config:semverAllWeekly", "security:openssf-scorecard", "security:only-security-updates"]
]);
function presetHours(preset) {
  const name = preset.replace(/\(.*\)$/s, "");
  if (Object.hasOwn(waiting, name)) return waiting[name];
  if (name === ":unpublishSafe" || name === "default:unpublishSafe") return waiting["npm:unpublishSafe"];
  return GROUPS.test(name) || single.has(name) ? 0 : void 0;
}

// src/managers/bots/renovate.ts
var renovatePaths = [
  ...["renovate.json", "renovate.jsonc", "renovate.json5"],
  ...[".github/renovate.json", ".github/renovate.jsonc", ".github/renovate.json5"],
  ...[".renovaterc", ".renovaterc.json", ".renovaterc.jsonc", ".renovaterc.json5"]
];
var faults2 = oneFault("manifest-invalid", "fix the file");
var renovateDocument = (text, file) => parseJson(text, file, faults2, { comments: true, trailingCommas: true });
function readRenovate(text, file) {
  return renovateOf(renovateDocument(text, file).value, file);
}
function renovateOf(value, file) {
  const root = objectOf(value);
  const ignored = textsOf2(root.get("ignorePresets"));
  const presets = textsOf2(root.get("extends")).filter((preset) => !ignored.includes(preset));
  const known = presets.map(presetHours);
  const unknown = presets.filter((_, at) => known[at] === void 0);
  const ofPresets = known.filter((hours) => hours !== void 0 && hours > 0);
  const top = ageOf(root, objectOf(root.get("npm")));
  let now = ofPresets.length > 0 ? { hours: Math.min(...ofPresets), isSet: false } : top ?? unsaid(unknown);
  let isByRule = false;
  let exceptions = [];
  for (const rule of objectsOf(root.get("packageRules"))) {
    const age = ageOf(rule);
    const matchers = rule.keys.filter((key) => /^(?:match|exclude)/.test(key));
    if (age === void 0 || !mayBeNpm(rule)) continue;
    if (matchers.every((key) => key === "matchDatasources" || key === "matchManagers")) {
      [now, exceptions, isByRule] = [age, [], true];
    } else if ((age.hours ?? 0) < (now.hours ?? Infinity)) {
      exceptions.push(wordsOf(rule, matchers));
    }
  }
  for (const type of ["major", "minor", "patch", "lockFileMaintenance"]) {
    const age = ageOf(objectOf(root.get(type)));
    if (age !== void 0 && (age.hours ?? 0) < (now.hours ?? Infinity)) exceptions.push(type);
  }
  if (root.get("internalChecksFilter") === "none") now = { hours: 0, isSet: true };
  const doubt = now.hours === void 0 ? now.doubt ?? "its age cannot be interpreted" : unknown.length > 0 && !isByRule ? `${unknown[0] ?? ""} may say otherwise` : void 0;
  return {
    ...{ bot: "Renovate", file, key: "minimumReleaseAge", hours: now.hours, isSet: now.isSet },
    exceptions: exceptions.sort(),
    ...doubt !== void 0 && { doubt }
  };
}
var unsaid = (unknown) => unknown.length === 0 ? { hours: 0, isSet: false } : { hours: void 0, isSet: false, doubt: `it extends ${unknown[0] ?? ""}, which lockgate does not read` };
function ageOf(...parts) {
  const said = parts.findLast((part) => part.has("minimumReleaseAge"))?.get("minimumReleaseAge");
  return said === void 0 ? void 0 : { hours: said === null ? 0 : hoursOf(said), isSet: true };
}
var UNITS = [
  [/^(?:m|mins?|minutes?)$/, 1 / 60],
  [/^(?:h|hrs?|hours?)$/, 1],
  [/^(?:d|days?)$/, 24],
  [/^(?:w|weeks?)$/, 168],
  [/^(?:months?)$/, 720],
  [/^(?:y|years?)$/, 8760]
];
function hoursOf(value) {
  const [, count, unit = ""] = /^(\d{1,6}(?:\.\d{1,6})?) ?([a-z]{1,7})$/.exec(typeof value === "string" ? value : "") ?? [];
  const hours = UNITS.find(([form]) => form.test(unit))?.[1];
  return count === void 0 || hours === void 0 ? void 0 : Number(count) * hours;
}
var MANAGERS = /* @__PURE__ */ new Set(["npm", "bun", "deno", "bun-version"]);
function mayBeNpm(rule) {
  const [datasources, managers] = [rule.get("matchDatasources"), rule.get("matchManagers")];
  const isNegated = (texts) => texts.some((text) => /^[!/*]/.test(text));
  const [sources, programs] = [textsOf2(datasources), textsOf2(managers)];
  return (datasources === void 0 || sources.includes("npm") || isNegated(sources)) && (managers === void 0 || programs.some((each) => MANAGERS.has(each)) || isNegated(programs));
}
function wordsOf(rule, matchers) {
  const names = matchers.flatMap((key) => textsOf2(rule.get(key)));
  return names.length === 0 ? matchers.join(", ") : names.slice(0, 3).join(", ") + (names.length > 3 ? ", \u2026" : "");
}
function textsOf2(value) {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
var objectsOf = (value) => Array.isArray(value) ? value.filter((each) => each instanceof JsonObject) : [];

// src/repository/update-bots.ts
var botPaths = [...dependabotPaths, ...renovatePaths, "package.json"];
var MAX_BYTES = 256 * 1024;
var faults3 = oneFault("manifest-invalid", "fix the file");
async function updateBots(state) {
  const [dependabot, renovate] = [dependabotPaths, renovatePaths].map(
    (paths) => paths.find((path) => state.files.has(path))
  );
  return [
    ...dependabot === void 0 ? [] : await waitingIn(state, dependabot, readDependabot, "Dependabot"),
    ...renovate === void 0 ? await renovateInManifest(state) : await waitingIn(state, renovate, readRenovate, "Renovate")
  ];
}
async function renovateInManifest(state) {
  const manifest = await state.settings.at("", "package.json");
  const value = manifest.state === "read" ? objectOf(manifest.value.value).get("renovate") : void 0;
  return value === void 0 ? [] : [renovateOf(value, "package.json")];
}
async function waitingIn(state, path, read, bot) {
  const key = bot === "Dependabot" ? "cooldown" : "minimumReleaseAge";
  const unread = {
    bot,
    file: path,
    key,
    hours: void 0,
    isSet: false,
    exceptions: [],
    doubt: "it cannot be read"
  };
  const text = await botText(state, path);
  if (text === void 0) return [unread];
  try {
    return [read(text, path)].filter((each) => each !== void 0);
  } catch (cause) {
    if (cause instanceof GateFailure) return [unread];
    throw cause;
  }
}
async function botText({ files, reader }, path) {
  const file = files.get(path);
  if (file?.mode !== "file" || (file.size ?? 0) > MAX_BYTES) return void 0;
  try {
    const bytes = await reader.read(file);
    return bytes.length > MAX_BYTES ? void 0 : decodeText(bytes, path, faults3);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  } finally {
    reader.forget(file);
  }
}

// src/managers/program.ts
var programName = (program) => program === "yarn" ? "Yarn" : program;

export {
  dependabotUpdates,
  readDependabot,
  renovateDocument,
  readRenovate,
  botPaths,
  updateBots,
  botText,
  programName
};
