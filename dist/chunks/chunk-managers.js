import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  fileSource,
  resolvedSource
} from "./chunk-lockfile-source.js";
import {
  JsonDocument,
  JsonObject,
  normalBin,
  placeIn
} from "./chunk-managers-bin.js";
import {
  bytesToHex,
  sha256,
  sha512,
  utf8ToBytes
} from "./chunk-noble-hashes-sha2.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  require_intersects,
  require_subset
} from "./chunk-semver-ranges-intersects.js";
import {
  require_satisfies
} from "./chunk-semver-functions-satisfies.js";
import {
  require_valid
} from "./chunk-semver-functions-valid.js";
import {
  folderOf,
  follow,
  join,
  normalise,
  prefixOf
} from "./chunk-text-paths.js";
import {
  aliasTarget,
  isAnswerable,
  isPackageName,
  specKind
} from "./chunk-lockfile-spec.js";
import {
  require_valid as require_valid2
} from "./chunk-semver-ranges-valid.js";
import {
  require_range
} from "./chunk-semver-classes-comparator.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  require_parse,
  require_semver
} from "./chunk-semver-functions-parse.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  compileGlobs
} from "./chunk-text-glob.js";
import {
  limits,
  quoted
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/managers/object-of.ts
var emptyObject = new JsonObject(0, [], [], []);
var objectOf = (value) => value instanceof JsonObject ? value : emptyObject;

// src/lockfile/entry.ts
var import_parse = __toESM(require_parse(), 1);

// src/text/decode.ts
var MAX_BYTES = 64 * 1024 * 1024;
var lockfileFaults = {
  empty: "lockfile-empty",
  tooLarge: "lockfile-too-large",
  encoding: "lockfile-encoding",
  conflict: "lockfile-conflict",
  syntax: "lockfile-syntax",
  duplicateKey: "lockfile-duplicate-key",
  depth: "lockfile-depth",
  fix: "restore the file or let its package manager write it again"
};
var lockfileYamlFaults = {
  ...lockfileFaults,
  syntax: "lockfile-yaml",
  duplicateKey: "lockfile-yaml"
};
function oneFault(code, fix) {
  const codes = { empty: code, tooLarge: code, encoding: code, conflict: code };
  return { ...codes, syntax: code, duplicateKey: code, depth: code, fix };
}
function decodeText(bytes, path, faults2) {
  if (bytes.length > MAX_BYTES) {
    throw new GateFailure(faults2.tooLarge, `The file has ${bytes.length} bytes; lockgate reads at most ${MAX_BYTES}.`, {
      path
    });
  }
  const text2 = utf8(bytes, path, faults2);
  if (text2.trim() === "") throw new GateFailure(faults2.empty, `The file is empty; ${faults2.fix}.`, { path });
  const nul = text2.indexOf("\0");
  if (nul >= 0) {
    const { line } = placeIn(path, text2, nul);
    throw new GateFailure(faults2.encoding, `The file has a NUL character; ${faults2.fix}.`, { path, line });
  }
  refuseConflict(text2, path, faults2);
  return text2;
}
function utf8(bytes, path, faults2) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new GateFailure(faults2.encoding, `The file is not UTF-8; ${faults2.fix}.`, { path });
  }
}
function refuseConflict(text2, path, faults2) {
  const ours = text2.indexOf("<<<<<<<");
  if (ours < 0 || !text2.includes("=======") || !text2.includes(">>>>>>>")) return;
  const { line } = placeIn(path, text2, ours);
  throw new GateFailure(
    faults2.conflict,
    `The file has merge-conflict markers; ${faults2.conflictFix ?? "resolve the conflict"}.`,
    { path, line }
  );
}

// src/lockfile/requirements.ts
function refuser(document, code, fix = code === "manifest-invalid" ? "fix the manifest" : lockfileFaults.fix) {
  return (offset, what) => {
    const { path, line, column } = document.place(offset);
    throw new GateFailure(code, `${what}; ${fix}.`, { path, line, column });
  };
}
var mapNames = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
function readMaps(object, refuse) {
  const map = (name) => {
    const value = object.get(name);
    if (value === void 0 || value === null) return void 0;
    if (!(value instanceof JsonObject)) return refuse(object.offsetOf(name), `\`${name}\` must be an object`);
    value.forEach((key, spec, offset) => {
      if (typeof spec !== "string") refuse(offset, `${quoted(key, limits.name)} in \`${name}\` must be a string`);
    });
    return value;
  };
  const meta = object.get("peerDependenciesMeta");
  return {
    dependencies: map("dependencies"),
    devDependencies: map("devDependencies"),
    optionalDependencies: map("optionalDependencies"),
    peerDependencies: map("peerDependencies"),
    peerDependenciesMeta: meta instanceof JsonObject ? meta : void 0
  };
}
function requirementsOf(maps, top) {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = maps;
  const devDependencies = top ? maps.devDependencies : void 0;
  const requires = [];
  peerDependencies?.forEach((name, spec) => {
    if ([dependencies, optionalDependencies, devDependencies].some((map) => map?.has(name))) return;
    const optionalPeer = isOptionalPeer(peerDependenciesMeta?.get(name));
    requires.push({ name, spec, type: "peer", ...optionalPeer && { optionalPeer } });
  });
  dependencies?.forEach((name, spec) => {
    if (optionalDependencies?.has(name) !== true) requires.push({ name, spec, type: "prod" });
  });
  optionalDependencies?.forEach((name, spec) => {
    if (devDependencies?.has(name) !== true) requires.push({ name, spec, type: "optional" });
  });
  devDependencies?.forEach((name, spec) => requires.push({ name, spec, type: "dev" }));
  return requires;
}
function isOptionalPeer(meta) {
  return meta instanceof JsonObject && meta.get("optional") === true;
}
function workspaceGlobs(value) {
  if (value === void 0 || value === null) return [];
  const list = value instanceof JsonObject ? value.get("packages") ?? [] : value;
  return Array.isArray(list) && list.every((each) => typeof each === "string") ? list : void 0;
}

// src/lockfile/entry.ts
var MAX_VERSION = 256;
var EntryFields = class {
  object;
  document;
  key;
  constructor(document, key, object) {
    this.document = document;
    this.key = key;
    this.object = object;
  }
  refuse(field, expected) {
    return refuser(this.document, "lockfile-shape")(
      this.object.offsetOf(field),
      `\`${field}\` of ${quoted(this.key)} must be ${expected}`
    );
  }
  /** @param value the field's value, if it is already known */
  string(field, value = this.object.get(field)) {
    if (value === void 0 || typeof value === "string") return value;
    return this.refuse(field, "a string");
  }
  boolean(field, value = this.object.get(field)) {
    if (value === void 0 || typeof value === "boolean") return value;
    return this.refuse(field, "true or false");
  }
  map(field) {
    const value = this.object.get(field);
    if (value === void 0 || value instanceof JsonObject) return value;
    return this.refuse(field, "an object");
  }
  /** A version is data. The version of a registry package must be exact, or no registry can be asked about it. */
  checkVersion(version, fromRegistry) {
    if (version.length <= MAX_VERSION && (!fromRegistry || isExact(version))) return version;
    const { path, line, column } = this.document.place(this.object.offsetOf("version"));
    const shown2 = quoted(version, limits.version);
    const fault3 = version.length > MAX_VERSION ? `has more than ${MAX_VERSION} characters` : version === "" ? "is missing" : `${shown2} is not an exact version`;
    throw new GateFailure("lockfile-value", `The version of ${quoted(this.key)} ${fault3}; ${lockfileFaults.fix}.`, {
      path,
      line,
      column
    });
  }
};
function lockedPackage(made, folderName, resolved, integrity) {
  if (made.name !== folderName) made.alias = folderName;
  if (resolved !== void 0) made.resolved = resolved;
  if (integrity !== void 0) made.integrity = integrity;
  return made;
}
var PLAIN_VERSION = /^(?:0|[1-9]\d{0,14})(?:\.(?:0|[1-9]\d{0,14})){2}$/;
function isExact(version) {
  if (PLAIN_VERSION.test(version)) return true;
  const parsed2 = (0, import_parse.default)(version);
  return parsed2 !== null && (parsed2.version === version || version.startsWith(`${parsed2.version}+`));
}

// src/managers/settings-table.ts
function settingsTable(groups, patterns = [], spelled2) {
  return { keys: new Map(groups.flat()), patterns, ...spelled2 !== void 0 && { spelled: spelled2 } };
}
var all = (setting, keys) => keys.map((key) => [key, setting]);
var harmless = (about, ...keys) => all({ is: "harmless", about }, keys);
var install = (...keys) => all({ is: "install" }, keys);
var registry = (...keys) => all({ is: "registry" }, keys);
var credential = (...keys) => all({ is: "credential" }, keys);
var runs = (...keys) => all({ is: "install", runs: "path" }, keys);
var overriding = (...keys) => all({ is: "install", overrides: true }, keys);
var stricter = (tightens, ...keys) => all({ is: "install", tightens }, keys);
var limiting = (limits2, ...groups) => groups.flat().map(([key, setting]) => [key, { ...setting, limits: limits2 }]);
var OFF_ON = ["false", "true"];
var ON_OFF = ["true", "false"];
var MAX_PARTS = 4;
function classOf({ keys, patterns, spelled: spelled2 }, key) {
  const parts = key.split(".", MAX_PARTS);
  for (const name of [key, ...parts.map((_, at) => parts.slice(0, parts.length - at).join("."))]) {
    const found = keys.get(name) ?? keys.get(spelled2?.(name) ?? name);
    if (found !== void 0) return found;
    const pattern = patterns.find(([form]) => form.test(name));
    if (pattern !== void 0) return pattern[1];
  }
  return "unknown";
}
function classIn(tables, key) {
  const known = tables.map((table) => classOf(table, key)).filter((each) => each !== "unknown");
  return known.find(({ is }) => is !== "harmless") ?? known[0] ?? "unknown";
}

// src/managers/setting-entry.ts
function affecting(entries, tables) {
  return entries.flatMap((entry) => {
    const found = classIn(tables, entry.key);
    if (found !== "unknown" && found.is === "harmless") return [];
    return [{ affects: found !== "unknown" && found.overrides === true ? "override" : "gate", ...entry }];
  });
}
function written(value) {
  if (value instanceof JsonObject) {
    return `{${value.keys.map((key) => `${JSON.stringify(key)}:${written(value.get(key))}`).join()}}`;
  }
  return Array.isArray(value) ? `[${value.map(written).join()}]` : JSON.stringify(value ?? null);
}

// src/managers/named-manager.ts
function namedManagers(document) {
  const { value } = document;
  const line = (offset) => document.line(offset);
  const found = /* @__PURE__ */ new Map();
  if (!(value instanceof JsonObject)) return found;
  const said = value.get("packageManager");
  if (said !== void 0) {
    const at = line(value.offsetOf("packageManager"));
    found.set("packageManager", { key: "packageManager", line: at, ...readText(said) });
  }
  const engines = objectOf(value.get("devEngines"));
  const named = engines.get("packageManager");
  const entries = Array.isArray(named) ? named : named === void 0 ? [] : [named];
  entries.forEach((entry, at) => {
    const key = `devEngines.packageManager${Array.isArray(named) ? `.${at}` : ""}`;
    const { program, version } = partsOf(objectOf(entry).get("name"), objectOf(entry).get("version"));
    found.set(key, {
      ...{ key, line: line(engines.offsetOf("packageManager")), text: written(entry) },
      ...program !== void 0 && { program },
      ...version
    });
  });
  return found;
}
function readText(said) {
  const text2 = typeof said === "string" ? said : written(said);
  const at = text2.indexOf("@");
  const { program, version } = partsOf(text2.slice(0, Math.max(at, 0)), at < 0 ? "" : text2.slice(at + 1));
  return { text: text2, ...program !== void 0 && { program }, ...version };
}
function partsOf(name, version) {
  const program = typeof name === "string" && /^[a-z]+$/.test(name) ? name : void 0;
  const [, exact = "", hash] = /^([^+]*)(?:\+([a-z0-9]+\.[0-9a-f]+))?$/.exec(typeof version === "string" ? version : "") ?? [];
  const isVersion = isExact(exact) && /^\d/.test(exact);
  return { program, version: isVersion ? { version: exact, ...hash !== void 0 && { hash } } : {} };
}

// src/managers/named-registry.ts
var scoped = (scope) => scope === void 0 ? {} : { scope };
function notUnderstood(path, line) {
  return new GateFailure(
    "configuration-invalid",
    "These registry settings cannot be interpreted; write them as the package manager documents them.",
    { path, ...line === void 0 ? {} : { line } }
  );
}
function withVariables(value, env) {
  if (typeof value !== "string") return "";
  return value.replace(/\$\{([A-Za-z_]\w*)(?:(:?-)([^}]*))?\}/g, (whole, name, kind, instead = "") => {
    const set = env[name];
    const counts = set !== void 0 && !(kind === ":-" && set === "");
    return counts ? set : kind === void 0 ? whole : String(instead);
  });
}

// src/managers/npm/npmrc.ts
async function readNpmrc(text2) {
  const { default: ini } = await import("./ini.js");
  let inSection = false;
  return text2.split(/\r\n|[\r\n]/).flatMap((raw, at) => {
    const content = raw.trim();
    if (content === "" || /^[;#]/.test(content)) return [];
    const isHeader = /^\[[^\]]*\]\s*$/.test(raw);
    inSection ||= isHeader;
    const sign = content.indexOf("=");
    const written2 = sign < 0 ? { key: content } : { key: content.slice(0, sign).trimEnd(), value: content.slice(sign + 1).trimStart() };
    return [
      { line: at + 1, ...written2, meant: ini.parse(raw), ...inSection && { section: isHeader ? "header" : "entry" } }
    ];
  });
}
function npmrcValues(lines) {
  const values2 = /* @__PURE__ */ new Map();
  for (const { line, meant: meant2, section } of lines) {
    if (section === "entry") continue;
    for (const [key, value] of Object.entries(meant2)) {
      const before = values2.get(key);
      const isList = before !== void 0 && (Array.isArray(value) || Array.isArray(before.value));
      values2.set(key, { line: before?.line ?? line, value: isList ? [before.value, value].flat() : value });
    }
  }
  return values2;
}
async function npmrcRegistries({ path, value }, env) {
  const { default: envReplace } = await import("./npmcli-config-env-replace.js");
  return [...npmrcValues(value)].flatMap(([raw, { value: said, line }]) => {
    const key = envReplace(raw, { ...env });
    const scope = /^(@.+):registry$/.exec(key)?.[1];
    if (scope === void 0 && key !== "registry") return [];
    const url = typeof said === "string" ? envReplace(said, { ...env }) : "";
    return [{ ...scoped(scope), url, path, line }];
  });
}
var scriptLists = /* @__PURE__ */ new Set([
  ...["allow-scripts", "dangerously-allow-all-scripts", "strict-allow-scripts", "allow-builds", "userconfig"],
  ...["dangerously-allow-all-builds", "only-built-dependencies", "only-built-dependencies-file"],
  ...["never-built-dependencies", "ignored-built-dependencies", "globalconfig", "npmrc-auth-file"]
]);
function npmrcIgnoresScripts(lines) {
  const values2 = npmrcValues(lines);
  if (!lines.every(isPlain) || [...values2.keys()].some((key) => scriptLists.has(kebab(key)))) return void 0;
  const ignores = values2.get("ignore-scripts")?.value ?? false;
  return typeof ignores === "boolean" ? ignores : void 0;
}
var kebab = (key) => key.replaceAll(/(?<=[a-z])[A-Z]/g, "-$&").replaceAll("_", "-").toLowerCase();
function isPlain({ key: raw, value, meant: meant2 }) {
  const key = value === void 0 ? (raw.split(/[;#]/, 1)[0] ?? "").trimEnd() : raw;
  if (key.includes("\\") || key.includes("${") && !/^["']?\/\//.test(key)) return false;
  const name = key.replace(/^(["'])(.*)\1$/s, "$2").replace(/(?<=.)\[\]$/s, "");
  return Object.keys(meant2).every((each) => each === name);
}
function npmrcEntries(lines) {
  if (!lines.every((line) => line.section === "header" || isPlain(line))) return void 0;
  return lines.flatMap(({ line, key, value = "", meant: meant2, section }) => {
    const [name = key] = Object.keys(meant2);
    return section === "header" ? [] : [{ key: name, value, line }];
  });
}

// src/managers/npm/variable-keys.ts
function variableKeys(lines) {
  return lines.flatMap(
    ({ key, value = "" }) => key.includes("${") && !/^["']?\/\//.test(key) ? [`${key}=${value}`] : []
  );
}

// src/managers/setting-values.ts
var values = {
  "package.json": ({ value }, key) => below(value, key),
  // pnpm 12 also reads what stands in sections; then it is not one value.
  ".npmrc": (lines, key) => lines.some(({ section, meant: meant2 }) => section === "entry" && Object.hasOwn(meant2, key)) ? lines.flatMap(({ meant: meant2 }) => Object.hasOwn(meant2, key) ? [meant2[key]] : []).flat() : npmrcValues(lines).get(key)?.value,
  ".yarnrc": (settings, key) => settings.findLast((setting) => setting.key === key)?.value,
  ".yarnrc.yml": ({ root }, key) => below(root, key),
  "pnpm-workspace.yaml": ({ root }, key) => below(root, key),
  "bunfig.toml": ({ root }, key) => belowTable(root, key),
  "deno.json": ({ value }, key) => below(value, key),
  "deno.jsonc": ({ value }, key) => below(value, key)
};
function settingValue({ name, value }, key) {
  return values[name](value, key);
}
function unknownKeys(file) {
  if (isNpmrc(file)) return variableKeys(file.value);
  return isYaml(file) ? file.value.root.keys.filter((key) => key.includes("${")) : [];
}
var isNpmrc = (file) => file.name === ".npmrc";
var isYaml = (file) => file.name === "pnpm-workspace.yaml" || file.name === ".yarnrc.yml";
function below(value, key) {
  if (!(value instanceof JsonObject)) return void 0;
  if (value.has(key)) return value.get(key);
  for (let at = key.indexOf("."); at >= 0; at = key.indexOf(".", at + 1)) {
    const found = below(value.get(key.slice(0, at)), key.slice(at + 1));
    if (found !== void 0) return found;
  }
  return void 0;
}
function belowTable(value, key) {
  return key.split(".").reduce((table, part) => {
    if (typeof table !== "object" || table === null || !Object.hasOwn(table, part)) return void 0;
    return table[part];
  }, value);
}

// src/managers/script-settings.ts
function packageKey(text2) {
  const at = text2.indexOf("@", 1);
  const name = at < 0 ? text2 : text2.slice(0, at);
  if (!/^(?:@[^\s@/*!]+\/)?[^\s@/*!]+$/.test(name)) return void 0;
  const range = at < 0 ? "*" : text2.slice(at + 1).trim();
  if (range === "*") return { name };
  const versions2 = range.split("||").map((version) => version.trim());
  return versions2.every(isExact) ? { name, versions: versions2 } : void 0;
}
function leavesOut({ restricted, allowed, denied }, names, version) {
  const isNamed = (key) => names.includes(key.name) && (key.versions === void 0 || key.versions.includes(version));
  return !allowed.some(isNamed) && (restricted || denied.some(isNamed));
}

// src/managers/tightening.ts
var DEFAULT_AGE = { days: 1, minutes: 1440 };
function isStricter(key, tightens, before, after, isLocked) {
  if (tightens === "greater") return isGreater(key, before, after);
  if (tightens === "more" || tightens === "fewer") {
    return isListStricter(key, tightens, before, after, isLocked);
  }
  const [old, now] = [scalarOf(before), scalarOf(after)];
  if (now === void 0) return after === void 0 && old !== void 0 && old === tightens[0];
  const [from, to] = [old === void 0 ? -1 : tightens.indexOf(old), tightens.indexOf(now)];
  if (before === void 0) return to === tightens.length - 1;
  return from >= 0 && to > from;
}
function isGreater(key, before, after) {
  const now = amountOf(after);
  if (now === void 0) return false;
  if (before !== void 0) {
    const old = amountOf(before);
    return old !== void 0 && now > old;
  }
  const least = defaultAgeOf(key);
  return least !== void 0 && now >= least;
}
function defaultAgeOf(key) {
  if (!/age/i.test(key) || /ignore/i.test(key)) return void 0;
  if (key.startsWith("install.")) return 1;
  return /^min-release-age$/.test(key) ? DEFAULT_AGE.days : DEFAULT_AGE.minutes;
}
var EXCLUSIONS = /exclude|preapproved/i;
function isListStricter(key, tightens, before, after, isLocked) {
  const [old, now] = [listOf(before), listOf(after)];
  if (old === void 0 || now === void 0) return false;
  const isExclusion = EXCLUSIONS.test(key);
  if (!isExclusion && (before === void 0 || after === void 0)) return false;
  const isWithin = (some, all2) => some.every((one) => all2.includes(one));
  if (tightens === "more") return isWithin(old, now);
  const added = now.filter((one) => !old.includes(one));
  return added.every((one) => {
    if (!isExclusion) return false;
    const { name, versions: versions2 = [] } = packageKey(one) ?? { name: "" };
    return versions2.length > 0 && versions2.every((version) => isLocked(name, version));
  });
}
function scalarOf(value) {
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number" ? String(value) : void 0;
}
function amountOf(value) {
  const [, count, unit2 = "m"] = /^\s*(\d+(?:\.\d+)?)\s*(m|h|d|w)?\s*$/.exec(scalarOf(value) ?? "") ?? [];
  if (count === void 0) return void 0;
  return Number(count) * { m: 1, h: 60, d: 1440, w: 10080 }[unit2];
}
function listOf(value) {
  if (value === void 0 || value === null) return [];
  if (typeof value === "string") return [value];
  if (value instanceof JsonObject) return value.keys;
  if (!Array.isArray(value)) return void 0;
  const texts = value.filter((one) => typeof one === "string");
  return texts.length === value.length ? texts : void 0;
}

// src/managers/own-limits.ts
var noSetting = { says: "no setting" };
var unread = { says: "unknown: a settings file cannot be read" };
var unknownLimits = {
  ...{ waiting: { ...unread, hours: void 0 }, scripts: unread, sources: unread, trust: unread },
  ...{ file: void 0, waitLines: () => [] }
};
async function limitReader(program, names, folders) {
  const found = [];
  for (const files of folders) for (const name of names) found.push(await files.at(name));
  if (found.some(({ state }) => state === "unreadable")) return void 0;
  const read2 = found.filter((file) => file.state === "read");
  const manifest = await folders[0]?.at("package.json");
  const named = manifest?.state === "read" ? [...namedManagers(manifest.value).values()] : [];
  const version = named.find((each) => each.program === program)?.version;
  return {
    value: (keys) => {
      for (const file of read2) {
        const key = keys[file.name];
        const value = key === void 0 ? void 0 : settingValue(file, key);
        if (value !== void 0) return value;
      }
      return void 0;
    },
    version: version === void 0 ? void 0 : minorOf(version)
  };
}
var minorOf = (version) => {
  const [major = "0", minor = "0"] = version.split(".");
  return Number(major) * 1e3 + Number(minor);
};
function since(version, from, before, after, unknown2) {
  if (version === void 0) return unknown2;
  return version >= minorOf(String(from)) ? after : before;
}
function spelledHours(hours) {
  const [count, unit2] = hours % 24 === 0 ? [hours / 24, "day"] : [Number(hours.toFixed(2)), "hour"];
  return hours === 0 ? "none" : `${count} ${unit2}${count === 1 ? "" : "s"}`;
}
function waitingCell(value, hoursOf, excepted, fallback) {
  const count = Array.isArray(excepted) ? excepted.length : scalarOf(excepted) === void 0 ? 0 : 1;
  const more = count === 0 ? "" : `, ${count} excepted`;
  if (value === void 0 || value === null) return { ...fallback, says: `${fallback.says}${more}` };
  const hours = hoursOf(value);
  return { hours, isSet: true, says: hours === void 0 ? "cannot be interpreted" : `${spelledHours(hours)}${more}` };
}
var byDefault = (hours) => ({ hours, says: `${spelledHours(hours)} (default)` });
function switched(value, says, fallback) {
  if (value === void 0 || value === null) return fallback;
  const text2 = scalarOf(value) ?? "";
  const cell = (Object.hasOwn(says, text2) ? says[text2] : void 0) ?? { says: "cannot be interpreted" };
  return { ...cell, isSet: true };
}

// src/lockfile/bounds.ts
var MAX_PACKAGES = 1e5;
var MAX_REQUIREMENTS = 1e6;
function withinBounds(lockfile) {
  const { path, packages } = lockfile;
  refuseTooMany(
    path,
    packages.length,
    packages.reduce((sum, each) => sum + each.requires.length, 0)
  );
  return lockfile;
}
function refuseTooMany(path, packages, requirements) {
  if (packages <= MAX_PACKAGES && requirements <= MAX_REQUIREMENTS) return;
  throw new GateFailure(
    "lockfile-too-large",
    `The lockfile has ${packages} entries with ${requirements} dependencies; lockgate evaluates at most ${MAX_PACKAGES} and ${MAX_REQUIREMENTS}: split the project.`,
    { path }
  );
}

// src/text/lfs-pointer.ts
var versions = ["https://git-lfs.github.com/spec/", "https://hawser.github.com/spec/", "http://git-media.io/v/"];
var magic = versions.map((version) => new TextEncoder().encode(`version ${version}`));
var LONGEST_POINTER = 1024;
function isLfsPointer(bytes) {
  return magic.some((each) => each.every((byte, at) => bytes[at] === byte));
}

// src/lockfile/tree.ts
var NOWHERE = -1;
var Tree = class {
  importers;
  packages;
  /** For a link: the importer that it leads to, or the node that stands for its folder. */
  homes = /* @__PURE__ */ new Map();
  constructor({ importers, packages }) {
    this.importers = importers;
    this.packages = packages;
  }
  /** Importers and packages together. */
  get size() {
    return this.importers.length + this.packages.length;
  }
  nodeOf(packagePosition) {
    return this.importers.length + packagePosition;
  }
  isImporter(node) {
    return node < this.importers.length;
  }
  /** The package of a node; undefined for an importer. */
  packageAt(node) {
    return this.packages[node - this.importers.length];
  }
  /** The node that stands for the folder that a link leads to; the link's own where nothing else does. */
  behind(node) {
    return this.homes.get(node) ?? node;
  }
};

// src/lockfile/pinned-tree.ts
var PinnedTree = class extends Tree {
  #byKey;
  #answers = [];
  constructor(lockfile) {
    super(lockfile);
    const { path, importers, packages } = lockfile;
    this.#byKey = new Map(packages.map(({ key }, at) => [key, this.nodeOf(at)]));
    const folders = new Map(importers.map((importer, at) => [importer.path, at]));
    for (const [at, { source, requires }] of packages.entries()) {
      if (requires.length > 0) continue;
      if (source.kind !== "link" && source.kind !== "workspace") continue;
      const home = folders.get(follow(folderOf(path), source.spec ?? "").path);
      if (home !== void 0) this.homes.set(this.nodeOf(at), home);
    }
  }
  /** Each folder of such a project is installed for its own sake. */
  get roots() {
    return [...this.importers.keys()];
  }
  resolve(from, name) {
    const node = this.behind(from);
    let answers = this.#answers[node];
    if (answers === void 0) {
      const { requires } = this.importers[node] ?? this.packageAt(node) ?? { requires: [] };
      answers = new Map(
        requires.flatMap((each) => each.to === void 0 ? [] : [[each.name, this.#byKey.get(each.to) ?? NOWHERE]])
      );
      this.#answers[node] = answers;
    }
    return answers.get(name) ?? NOWHERE;
  }
};

// src/managers/folder-scripts.ts
var installScripts = ["preinstall", "install", "postinstall"];
var scriptsOfEveryFolder = () => [...installScripts, "prepare"];
function scriptsOfCopies({ kind, spec = "" }) {
  return kind === "link" && /^file:/i.test(spec) ? installScripts : [];
}
function scriptsUnlessLinked({ kind, spec = "" }) {
  return kind === "link" && !/^link:/i.test(spec) ? installScripts : [];
}

// src/managers/importers.ts
function withRoot(lockfile, requires) {
  if (lockfile.importers.length > 0) return lockfile;
  return { ...lockfile, importers: [{ path: "", line: 1, requires: requires ?? inferred(lockfile) }] };
}
async function statedImporters(parsed2, manifests) {
  const isStated = parsed2.importers.length > 0;
  const root = isStated ? void 0 : await manifests.of("");
  return { lockfile: withRoot(parsed2, root?.requires), isRootKnown: isStated || root !== void 0 };
}
function inferred({ packages }) {
  const asked3 = new Set(packages.flatMap((each) => each.requires.map((requirement) => requirement.name)));
  return packages.filter(({ key, place }) => place === void 0 && key.lastIndexOf("node_modules/") === 0).map(({ key }) => key.slice("node_modules/".length)).filter((name) => !asked3.has(name)).map((name) => ({ name, spec: "*", type: "prod" }));
}

// src/managers/manager.ts
function readBy(manager) {
  return { managers: [manager], managerOf: () => manager };
}

// src/managers/bun/keys.ts
var MAX_KEY = 1024;
var MAX_NAMES = 32;
function namesIn(key) {
  if (key.length > MAX_KEY) return void 0;
  const names = [];
  let scope;
  for (const segment of key.split("/")) {
    if (scope === void 0 && segment.startsWith("@")) {
      scope = segment;
      continue;
    }
    names.push(scope === void 0 ? segment : `${scope}/${segment}`);
    scope = void 0;
  }
  return scope === void 0 && names.length <= MAX_NAMES && names.every(isPackageName) ? names : void 0;
}
function placesFor(owner) {
  return [...owner.keys(), owner.length].reverse().map(
    (depth) => owner.slice(0, depth).map((name) => `${name}/`).join("")
  );
}
function splitIdent(ident) {
  const at = ident.indexOf("@", 1);
  if (at < 0) return void 0;
  return { name: ident.slice(0, at), resolution: ident.slice(at + 1) };
}

// src/lockfile/platforms.ts
function widensPlatforms(before, after) {
  if (before === void 0) return false;
  if (after === void 0) return true;
  const [from, to] = [namesOf(before), namesOf(after)];
  if (from === void 0 || to === void 0) return true;
  const platforms2 = new Set([...from, ...to].map((name) => name.replace(/^!/, "")).concat("?"));
  return [...platforms2].some((platform) => admits(to, platform) && !admits(from, platform));
}
function namesOf(value) {
  const names = typeof value === "string" ? [value] : value;
  return Array.isArray(names) && names.every((name) => typeof name === "string") ? names : void 0;
}
function admits(names, platform) {
  if (names.includes(`!${platform}`)) return false;
  if (names.includes("any") && names.length === 1) return true;
  return names.includes(platform) || names.every((name) => name.startsWith("!"));
}

// src/lockfile/fields.ts
var read = { use: "read" };
var ignored = (why) => ({ use: "ignored", why });
var compared = (aspect, notIn = []) => ({
  ...{ use: "compared", aspect },
  ...notIn.length > 0 && { notIn }
});
var reasons = {
  type: "Computed from the edges instead: a stricter type is a change of its own.",
  shown: "Shown to people, and nothing is installed otherwise for it.",
  engines: "A check that ends an install or warns; it installs nothing else.",
  peers: "Says which unmet peers are no warning; what is installed for a peer is an entry of its own."
};
var unknownField = compared("other-fields");
function compareField(into, table, field, value) {
  const use = table.get(field) ?? unknownField;
  if (use.use !== "compared") return;
  if (saysNothing(value)) return;
  into.set(
    field,
    use.isOfVersion === true ? { aspect: use.aspect, value, isOfVersion: true } : { aspect: use.aspect, value }
  );
}
function writesField(table, formatVersion) {
  return (field) => {
    const use = table.get(field);
    if (use === void 0) return void 0;
    return use.use === "compared" && use.notIn?.includes(formatVersion) !== true;
  };
}
function changedFields(base, head) {
  const changed = /* @__PURE__ */ new Set();
  const isOther = base.format !== head.format;
  const isMoved = isOther || base.formatVersion !== head.formatVersion;
  const lacks = (writes) => writes === false || isOther && writes === void 0;
  for (const field of /* @__PURE__ */ new Set([...base.fields.keys(), ...head.fields.keys()])) {
    const [before, after] = [base.fields.get(field), head.fields.get(field)];
    const either = after ?? before;
    if (either === void 0 || isSame(before?.value, after?.value)) continue;
    if (isOther && either.aspect === "requirements") continue;
    if (isMoved && (either.isOfVersion === true || lacks(base.writes(field)) || lacks(head.writes(field)))) continue;
    if (either.aspect === "platforms" && !widensPlatforms(before?.value, after?.value)) continue;
    changed.add(either.aspect);
  }
  return changed;
}
function saysNothing(value) {
  if (value === void 0 || value === null || value === false || value === "") return true;
  return Array.isArray(value) ? value.length === 0 : value instanceof JsonObject && value.keys.length === 0;
}
function isSame(a, b) {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, at) => isSame(each, b[at]));
  if (!(a instanceof JsonObject) || !(b instanceof JsonObject) || a.keys.length !== b.keys.length) return false;
  return a.keys.every((key, at) => isSame(a.values[at], b.keys[at] === key ? b.values[at] : b.get(key)));
}

// src/managers/bun/fields.ts
var asked = compared("requirements");
var bunFields = new Map([
  ...["ident", "address", "pin"].map((item) => [item, read]),
  // Of git: the tag of the commit that was fetched, and the integrity of its archive.
  ["commit", compared("integrity")],
  ["archive", compared("integrity")],
  ["bin", compared("bin")],
  ["binDir", compared("bin")],
  ["bundled", compared("in-bundle")],
  ["os", compared("platforms")],
  ["cpu", compared("platforms")],
  ["libc", compared("platforms")],
  ["dependencies", asked],
  ["devDependencies", asked],
  ["optionalDependencies", asked],
  ["peerDependencies", asked],
  ["optionalPeers", asked]
]);
function bunComparedFields(formatVersion, packages, isGit) {
  return {
    of(key) {
      const fields = /* @__PURE__ */ new Map();
      const items = packages.get(key);
      if (!Array.isArray(items)) return fields;
      const entry = items;
      const members = entry.find((item) => item instanceof JsonObject);
      members?.forEach((field, value) => compareField(fields, bunFields, field, value));
      if (isGit(key)) {
        const [commit, archive] = entry.slice(1).filter((item) => typeof item === "string");
        compareField(fields, bunFields, "commit", commit);
        compareField(fields, bunFields, "archive", archive);
      }
      const stated = fields.get("bin");
      const name = typeof entry[0] === "string" ? splitIdent(entry[0])?.name : void 0;
      if (stated !== void 0 && name !== void 0) {
        const bin = normalBin(name, members?.get("bin"));
        fields.set("bin", { ...stated, value: JSON.stringify(bin), bin });
      }
      return fields;
    },
    writes: writesField(bunFields, formatVersion)
  };
}

// src/managers/bun/source.ts
function bunSource(lockfilePath, resolution, importers) {
  const linked2 = /^(workspace|link|root):(.*)$/s.exec(resolution);
  if (linked2 !== null) {
    const { path, outside } = follow(folderOf(lockfilePath), linked2[1] === "root" ? "" : linked2[2] ?? "");
    const workspace = linked2[1] !== "link" && !outside && importers.has(path);
    return { kind: workspace ? "workspace" : "link", spec: path, outside, workspace };
  }
  if (isExact(resolution)) return { kind: "registry" };
  const kind = /^[^:@]*\/[^:@]*$/.test(resolution) ? specKind(`./${resolution}`) : specKind(resolution);
  if (kind === "git") return { kind: "git", spec: resolution };
  if (kind === "file" || kind === "directory") {
    return fileSource(lockfilePath, /^file:/i.test(resolution) ? resolution : `file:${resolution}`);
  }
  return kind === "remote" || kind === "unknown" ? { kind: "remote", spec: resolution } : { kind: "registry" };
}

// src/lockfile/locked-settings.ts
function lockedSettings(document, root) {
  const lists = {};
  const enter = (list, settings) => {
    if (settings.size > 0) lists[list] = new Map([...lists[list] ?? [], ...settings]);
  };
  enter("overrides", entriesOf(root.get("overrides")));
  enter("patchedDependencies", entriesOf(root.get("patchedDependencies")));
  enter("trustedDependencies", namesOf3(root));
  enter("catalogs", entriesOf(root.get("catalog"), "default"));
  const catalogs = root.get("catalogs");
  if (catalogs instanceof JsonObject) catalogs.forEach((name, entries) => enter("catalogs", entriesOf(entries, name)));
  return Object.keys(lists).length === 0 ? void 0 : lists;
  function entriesOf(value, catalog) {
    const entries = /* @__PURE__ */ new Map();
    if (!(value instanceof JsonObject)) return entries;
    value.forEach((key, entry, offset) => {
      if (catalog === void 0 && entry instanceof JsonObject) {
        entry.forEach((child, below2, at) => {
          const line = document.line(at);
          entries.set(child === "." ? key : `${key}>${child}`, { value: scalarText(below2), line });
        });
        return;
      }
      const said = catalog !== void 0 && entry instanceof JsonObject ? entry.get("specifier") : entry;
      const name = catalog === void 0 ? key : catalogKey(catalog, key);
      entries.set(name, { value: scalarText(said), line: document.line(offset) });
    });
    return entries;
  }
  function namesOf3(object) {
    const list = object.get("trustedDependencies");
    const line = document.line(object.offsetOf("trustedDependencies"));
    return new Map(
      (Array.isArray(list) ? list : []).map((name) => [
        scalarText(name),
        { value: "", line }
      ])
    );
  }
}
function catalogKey(catalog, name) {
  return `${catalog} ${name}`;
}
function catalogEntry(spec, name) {
  if (!spec.startsWith("catalog:")) return void 0;
  const catalog = spec.slice("catalog:".length).trim();
  return catalogKey(catalog === "" ? "default" : catalog, name);
}
function scalarText(value) {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "(no text)";
}
function overrideTarget(key) {
  const delimiter = key.search(/[^ |@]>/);
  const target = delimiter < 0 ? key : key.slice(delimiter + 2);
  const at = target.indexOf("@", 1);
  return at < 0 ? target : target.slice(0, at);
}

// src/text/json.ts
var MAX_DEPTH = 200;
var FEW = 16;
var LINE_FEED = 10;
var QUOTE = 34;
var COMMA = 44;
var COLON = 58;
var OPEN_BRACKET = 91;
var SLASH = 47;
var BACKSLASH = 92;
var CLOSE_BRACKET = 93;
var LETTER_F = 102;
var LETTER_N = 110;
var LETTER_T = 116;
var OPEN_BRACE = 123;
var CLOSE_BRACE = 125;
var NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
var CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
var ESCAPE = /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])?/g;
function parseJson(text2, path, faults2, dialect = {}) {
  const strict = dialect.trailingCommas !== true;
  let at = 0;
  let depth = 0;
  const keys = [];
  const values2 = [];
  const offsets = [];
  let top = 0;
  let backslash = -1;
  let lineFeed = -1;
  let carriageReturn = -1;
  let tab = -1;
  const lineStarts = [0];
  function refuse(what, offset = at, code = faults2.syntax) {
    const { line, column } = placeIn(path, text2, offset);
    const sentence = `${what} at ${line}:${column}; ${faults2.fix}.`;
    throw new GateFailure(code, sentence, { path, line, column });
  }
  function notJson(expected, offset = at) {
    return refuse(
      offset >= text2.length ? "The JSON is cut off" : `This is not JSON: expected ${expected}`,
      Math.min(offset, text2.length)
    );
  }
  function find(character, from) {
    const found = text2.indexOf(character, from);
    return found < 0 ? text2.length : found;
  }
  function skip2() {
    let unit2 = text2.charCodeAt(at);
    for (; ; ) {
      while (unit2 === 32 || unit2 === LINE_FEED || unit2 === 13 || unit2 === 9) {
        at++;
        if (unit2 === LINE_FEED) lineStarts.push(at);
        unit2 = text2.charCodeAt(at);
      }
      if (unit2 !== SLASH || dialect.comments !== true) return unit2;
      comment();
      unit2 = text2.charCodeAt(at);
    }
  }
  function comment() {
    const kind = text2[at + 1];
    if (kind !== "/" && kind !== "*") notJson("a comment", at + 1);
    const close = text2.indexOf(kind === "/" ? "\n" : "*/", at + 2);
    if (close < 0 && kind === "*") notJson("the end of a comment", text2.length);
    const end = close < 0 ? text2.length : kind === "/" ? close : close + 2;
    for (let feed = text2.indexOf("\n", at); feed >= 0 && feed < end; feed = text2.indexOf("\n", feed + 1)) {
      lineStarts.push(feed + 1);
    }
    at = end;
  }
  function string() {
    const start = at + 1;
    let end = find('"', start);
    if (backslash < start) backslash = find("\\", start);
    const escaped = backslash < end;
    if (escaped) end = closingQuote(end);
    if (end === text2.length) notJson("a closing quote", end);
    if (lineFeed < start) lineFeed = find("\n", start);
    if (carriageReturn < start) carriageReturn = find("\r", start);
    if (tab < start) tab = find("	", start);
    if (lineFeed < end || carriageReturn < end || tab < end) {
      notJson("an escape instead of a control character", Math.min(lineFeed, carriageReturn, tab));
    }
    at = end + 1;
    const raw = text2.slice(start, end);
    return escaped ? unescape(raw, start) : raw;
  }
  function unescape(raw, start) {
    try {
      return JSON.parse(`"${raw}"`);
    } catch {
      for (const { 0: escape, index } of raw.matchAll(ESCAPE)) {
        if (escape.length === 1) notJson("a known escape", start + index);
      }
      return notJson("a string", start);
    }
  }
  function closingQuote(end) {
    for (; end < text2.length; end = find('"', end + 1)) {
      let backslashes = 0;
      while (text2.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
      if (backslashes % 2 === 0) return end;
    }
    return end;
  }
  function enter() {
    if (++depth > MAX_DEPTH) refuse(`The JSON is nested deeper than ${MAX_DEPTH} levels`, at, faults2.depth);
    at++;
  }
  function isAmong(key, base) {
    for (let at2 = base; at2 < top; at2++) if (keys[at2] === key) return true;
    return false;
  }
  function refuseTwice(key, offset) {
    return refuse(`${quoted(key, limits.name)} is a key twice in one object`, offset, faults2.duplicateKey);
  }
  function object() {
    const opening = at;
    const base = top;
    let index;
    enter();
    let unit2 = skip2();
    while (unit2 !== CLOSE_BRACE) {
      if (unit2 !== QUOTE) notJson("a key in double quotes");
      const offset = at;
      const key = string();
      const known = index === void 0 ? isAmong(key, base) : index.has(key);
      if (known && dialect.repeatedMembers !== true) refuseTwice(key, offset);
      if (skip2() !== COLON) notJson("a colon");
      at++;
      const member = value();
      if (known) {
        if (!isSame2(values2[base + (index?.get(key) ?? keys.slice(base, top).indexOf(key))], member)) {
          refuseTwice(key, offset);
        }
      } else {
        index?.set(key, top - base);
        keys[top] = key;
        values2[top] = member;
        offsets[top++] = offset;
        if (top - base === FEW + 1) index = new Map(keys.slice(base, top).map((each, position) => [each, position]));
      }
      unit2 = skip2();
      if (unit2 === CLOSE_BRACE) break;
      if (unit2 !== COMMA) notJson("a comma or a closing brace");
      at++;
      unit2 = skip2();
      if (unit2 === CLOSE_BRACE && strict) notJson("a key in double quotes");
    }
    at++;
    depth--;
    const made = new JsonObject(
      opening,
      keys.slice(base, top),
      values2.slice(base, top),
      offsets.slice(base, top),
      index
    );
    top = base;
    return made;
  }
  function array() {
    const items = [];
    enter();
    let unit2 = skip2();
    while (unit2 !== CLOSE_BRACKET) {
      items.push(value());
      unit2 = skip2();
      if (unit2 === CLOSE_BRACKET) break;
      if (unit2 !== COMMA) notJson("a comma or a closing bracket");
      at++;
      unit2 = skip2();
      if (unit2 === CLOSE_BRACKET && strict) notJson("a value");
    }
    at++;
    depth--;
    return items;
  }
  function value() {
    const unit2 = skip2();
    if (unit2 === QUOTE) return string();
    if (unit2 === OPEN_BRACE) return object();
    if (unit2 === OPEN_BRACKET) return array();
    if (unit2 === LETTER_T) return word("true", true);
    if (unit2 === LETTER_F) return word("false", false);
    if (unit2 === LETTER_N) return word("null", null);
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text2)?.[0] ?? notJson("a value");
    at += digits.length;
    return Number(digits);
  }
  function word(spelled2, meant2) {
    if (!text2.startsWith(spelled2, at)) notJson("a value");
    at += spelled2.length;
    return meant2;
  }
  const control = text2.search(CONTROL);
  if (control >= 0) notJson("an escape instead of a control character", control);
  const root = value();
  skip2();
  if (at < text2.length) notJson("the end of the file");
  return new JsonDocument(path, text2, root, lineStarts);
}
function isSame2(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [a, b];
    return left.length === right.length && left.every((each, at) => isSame2(each, right[at]));
  }
  if (a instanceof JsonObject && b instanceof JsonObject) {
    return isSame2([...a.keys], [...b.keys]) && a.keys.every((key) => isSame2(a.get(key), b.get(key)));
  }
  return a === b;
}

// src/managers/bun/lockfile.ts
var VERSIONS = /* @__PURE__ */ new Set([0, 1, 2, 3]);
function parseBunLockfile(path, text2) {
  const document = parseJson(text2, path, lockfileFaults, { trailingCommas: true, repeatedMembers: true });
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A bun lockfile must be a JSON object");
  const formatVersion = readVersion(document, root);
  const map = (name) => {
    const value = root.get(name);
    if (value === void 0 || value instanceof JsonObject) return value;
    return refuse(root.offsetOf(name), `\`${name}\` must be an object`);
  };
  const workspaces = map("workspaces") ?? refuse(0, "The lockfile has no `workspaces`");
  const packages = map("packages") ?? new JsonObject(0, [], [], []);
  refuseTooMany(path, packages.keys.length, 0);
  const reading = { document, packages, asked: 0 };
  const importers = readImporters(reading, workspaces);
  const folders = new Set(importers.map((importer) => importer.path));
  const settings = lockedSettings(document, root);
  const locked = [];
  packages.forEach((key, entry, offset) => locked.push(readPackage(reading, folders, key, entry, offset)));
  const git = new Set(locked.flatMap(({ key, source }) => source.kind === "git" ? [key] : []));
  return {
    ...{ path, format: "bun", formatVersion, packages: locked, importers, observations: [] },
    fields: bunComparedFields(formatVersion, packages, (key) => git.has(key)),
    ...settings !== void 0 && { settings }
  };
}
function readVersion(document, root) {
  const version = root.get("lockfileVersion");
  if (typeof version === "number" && VERSIONS.has(version)) return String(version);
  return refuser(
    document,
    "lockfile-version",
    "write it with a version of bun that writes one of these"
  )(
    root.offsetOf("lockfileVersion"),
    "`lockfileVersion` of a bun lockfile must be a number from 0 to 3, the versions that lockgate reads"
  );
}
function readImporters(reading, workspaces) {
  const { document } = reading;
  const refuse = refuser(document, "lockfile-shape");
  const importers = [];
  workspaces.forEach((path, value, offset) => {
    const shown2 = quoted(path, limits.path);
    if (path !== normalise(path)) refuse(offset, `The workspace ${shown2} is not a normalised path`);
    if (!(value instanceof JsonObject)) return refuse(offset, `The workspace ${shown2} must be an object`);
    const name = value.get("name");
    if (name !== void 0 && typeof name !== "string") {
      return refuse(value.offsetOf("name"), `The name of the workspace ${shown2} must be a string`);
    }
    const owner = path === "" || name === void 0 ? [] : namesIn(name) ?? [];
    const requires = readRequires(reading, value, owner, true);
    importers.push({ path, ...name !== void 0 && { name }, line: document.line(offset), requires });
  });
  return importers;
}
function readRequires(reading, object, owner, top) {
  const { document, packages } = reading;
  const refuse = refuser(document, "lockfile-shape");
  const optional = object.get("optionalPeers") ?? [];
  if (!Array.isArray(optional)) return refuse(object.offsetOf("optionalPeers"), "`optionalPeers` must be an array");
  const optionalPeers = new Set(optional);
  const places2 = placesFor(owner);
  const requires = requirementsOf(readMaps(object, refuse), top);
  reading.asked += requires.length;
  refuseTooMany(document.path, packages.keys.length, reading.asked);
  return requires.map((requirement) => {
    const { name, type } = requirement;
    if (!isPackageName(name)) {
      const shown2 = `The dependency ${quoted(name, limits.name)} is not a package name`;
      return refuser(document, "lockfile-invalid-name")(object.offset, shown2);
    }
    const place = places2.find((each) => packages.has(each + name));
    const to = place === void 0 ? void 0 : place + name;
    if (to === void 0 && (type === "prod" || type === "dev")) {
      return refuse(object.offset, `The dependency ${quoted(name, limits.name)} has no entry in \`packages\``);
    }
    const optionalPeer = type === "peer" && optionalPeers.has(name);
    return { ...requirement, ...optionalPeer && { optionalPeer }, ...to !== void 0 && { to } };
  });
}
function readPackage(reading, importers, key, entry, offset) {
  const { document } = reading;
  const refuse = refuser(document, "lockfile-shape");
  const ident = Array.isArray(entry) ? entry[0] : void 0;
  const parts = typeof ident === "string" ? splitIdent(ident) : void 0;
  if (!Array.isArray(entry) || parts === void 0) {
    return refuse(offset, `The entry ${quoted(key)} must be an array that begins with \`name@resolution\``);
  }
  const { name, resolution } = parts;
  const path = namesIn(key);
  if (path === void 0 || !isPackageName(name)) {
    const shown2 = `The entry ${quoted(key)} of ${quoted(name, limits.name)} has a name that no registry accepts`;
    return refuser(document, "lockfile-invalid-name")(offset, shown2);
  }
  const source = bunSource(document.path, resolution, importers);
  const fromRegistry = source.kind === "registry";
  if (resolution.length > MAX_VERSION || fromRegistry && !isExact(resolution)) {
    const shown2 = `The version ${quoted(resolution, limits.version)} of ${quoted(key)} is not exact, or is too long`;
    return refuser(document, "lockfile-value")(offset, shown2);
  }
  const rest = entry.slice(1);
  const address2 = fromRegistry ? rest.shift() : "";
  const [members = new JsonObject(offset, [], [], []), pin = "", ...more] = rest;
  const shaped = typeof address2 === "string" && typeof pin === "string" && more.length <= (source.kind === "git" ? 1 : 0);
  if (!(members instanceof JsonObject) || !shaped) {
    return refuse(offset, `The entry ${quoted(key)} does not have the items that bun writes for a package of its kind`);
  }
  const bundled = members.get("bundled");
  const linked2 = source.kind === "workspace" || source.kind === "link";
  const requires = source.kind === "workspace" ? [] : readRequires(reading, members, path, false);
  const claims = bundled === void 0 ? {} : { inBundle: bundled !== false };
  const made = { key, name, version: linked2 ? "" : resolution, source, line: document.line(offset), requires, claims };
  const integrity = source.kind === "git" ? void 0 : pin;
  return lockedPackage(made, path.at(-1) ?? name, address2 || void 0, integrity || void 0);
}

// src/managers/committed.ts
function foldersNamed(folder, values2) {
  return values2.flatMap((value) => {
    if (typeof value !== "string" || value === "") return [];
    const { path, outside } = follow(folder, value);
    const named = normalise(join(folder, path));
    return outside || /(?:^|\/)node_modules$/.test(named) ? [] : [named];
  });
}

// src/managers/patch-files.ts
function patchesNamed(files, map) {
  return foldersNamed(files.pathOf(""), objectOf(map).values);
}
var PATCHER = "patch-package";
var PATCH_FOLDER = /--patch-dir[=\s]+(?:"([^"]+)"|'([^']+)'|([^\s"'&|;]+))/g;
async function patchesOfManifest(files, paths) {
  const manifest = await files.at("package.json");
  if (manifest.state !== "read") return [];
  const root = objectOf(manifest.value.value);
  const maps = ["dependencies", "devDependencies", "optionalDependencies"].map((map) => objectOf(root.get(map)));
  const commands = objectOf(root.get("scripts")).values.filter(
    (command) => typeof command === "string" && command.includes(PATCHER)
  );
  const isUsed = maps.some((map) => map.has(PATCHER)) || commands.length > 0;
  const named = commands.flatMap((command) => [...command.matchAll(PATCH_FOLDER)].flatMap(([, ...of]) => of.join("")));
  const folders = foldersNamed(files.pathOf(""), ["patches", ...named]).map(prefixOf);
  const own = isUsed ? [...paths].filter((path) => path.endsWith(".patch") && folders.some((folder) => path.startsWith(folder))) : [];
  return [...patchesNamed(files, root.get("patchedDependencies")), ...own];
}

// src/managers/bun/committed.ts
var tableOf = (value) => typeof value === "object" && value !== null ? value : {};
var bunCommitted = {
  places: async (files) => {
    const file = await files.at("bunfig.toml");
    const install2 = file.state === "read" ? tableOf(file.value.root["install"]) : {};
    const named = [tableOf(install2["cache"])["dir"], install2["cache"], install2["globalDir"]];
    const texts = named.map((value) => typeof value === "string" ? value : void 0);
    return { archives: [], stores: foldersNamed(files.pathOf(""), texts) };
  },
  patches: patchesOfManifest
};

// src/managers/replacing.ts
var import_intersects = __toESM(require_intersects(), 1);
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid = __toESM(require_valid2(), 1);
var removed = /* @__PURE__ */ Symbol("removed");
function replacing(replacements) {
  const rank = ({ parent, asked: asked3 }) => (parent === void 0 ? 2 : 0) + (asked3 === void 0 && parent?.range === void 0 ? 1 : 0);
  const byName2 = groupBy(
    [...replacements].sort((a, b) => rank(a) - rank(b)),
    ({ name }) => name
  );
  return (requirement, owner) => {
    const found = byName2.get(requirement.name)?.find((each) => isAbout(each, requirement.spec, owner));
    if (found === void 0) return requirement;
    return found.spec === removed ? void 0 : { ...requirement, spec: found.spec };
  };
}
function isAbout({ asked: asked3, parent }, spec, owner) {
  if (parent !== void 0) {
    if (parent.name !== owner.name) return false;
    if (parent.range !== void 0 && !(0, import_satisfies.default)(owner.version ?? "", parent.range)) return false;
  }
  if (asked3 === void 0) return true;
  return asked3.exactly ? asked3.spec.trim() === spec.trim() : overlap(asked3.spec, aliasTarget(spec)?.spec ?? spec);
}
function overlap(one, other) {
  if (one === other) return true;
  return (0, import_valid.default)(one) !== null && (0, import_valid.default)(other) !== null && (0, import_intersects.default)(one, other);
}

// src/managers/declared-overrides.ts
var OVERRIDE_KEY = /^(?:((?:@[^/@>]+\/)?[^/@>]+)(?:@(.*?[^ |@]))?>)?((?:@[^/@>]+\/)?[^/@>]+)(?:@(.+))?$/s;
function declaredOverrides(manager, declared, files) {
  const replacements = [];
  const unapplied = [];
  for (const [key, { value, file }] of declared.overrides) {
    const [, parent, parentRange, name = "", asked3] = OVERRIDE_KEY.exec(key) ?? [];
    const isSimple = manager === "pnpm" || isPackageName(key);
    if (value === void 0 || !isSimple || !isPackageName(name) || manager === "bun" && value === "-") {
      const target = overrideTarget(key);
      const place = placeOf(files, file, key);
      unapplied.push({ path: file, ...place, ...isPackageName(target) && { name: target } });
      continue;
    }
    replacements.push({
      name,
      ...asked3 !== void 0 && { asked: { spec: asked3, exactly: false } },
      ...parent !== void 0 && {
        parent: { name: parent, ...parentRange !== void 0 && { range: parentRange } }
      },
      spec: value === "-" ? removed : value
    });
  }
  return { replacements, ofWorkspaces: replacements, unapplied };
}
function placeOf(files, path, key) {
  const settings = files.find(([file]) => file === path)?.[1] ?? [];
  const found = settings.find(({ affects, key: full }) => affects === "override" && full.endsWith(`.${key}`));
  return { key: found?.key ?? `overrides.${key}`, line: found?.line ?? 1 };
}

// src/managers/hook-keys.ts
var hookKeys = (...names) => names.map((name) => ["hook", "scripts", name]);

// src/managers/manifest-settings.ts
function manifestSettings(document, keys) {
  const own = new Set(keys.map(([, ...path]) => path.join(".")));
  return keys.flatMap(([affects, ...path]) => {
    const [name, settings] = [path.join("."), settingsAt(document, affects, path)];
    return settings.filter(({ key }) => key === name || !own.has(key));
  });
}
function settingsAt(document, affects, path) {
  let value = document.value;
  let line = 1;
  for (const key of path) {
    if (!(value instanceof JsonObject) || !value.has(key)) return [];
    line = document.line(value.offsetOf(key));
    value = value.get(key);
  }
  const name = path.join(".");
  if (!(value instanceof JsonObject)) return [{ affects, key: name, value: written(value), line }];
  const object = value;
  return object.keys.map((key) => ({
    affects,
    key: `${name}.${key}`,
    value: written(object.get(key)),
    line: document.line(object.offsetOf(key))
  }));
}

// src/managers/settings-file.ts
function regular(file) {
  if (file.state === "absent" || file.state === "unreadable" && file.why === "not-regular") return void 0;
  return required(file);
}
function required(file) {
  if (file.state === "unreadable") throw file.fault;
  return file.state === "absent" ? void 0 : file;
}
function filled(file) {
  if (file === void 0 || file.text.trim() !== "") return file;
  throw new GateFailure("manifest-invalid", "The file is empty; restore or delete it.", { path: file.path });
}

// src/managers/script-lists.ts
var noLists = { allowed: [], denied: [] };
function scriptSettings(file, restricted, lists) {
  const known = lists.filter((list) => list !== void 0);
  const allowed = known.flatMap((list) => list.allowed);
  const denied = known.flatMap((list) => list.denied);
  if (known.length < lists.length || !restricted && denied.length === 0) return void 0;
  return { file, restricted, allowed, denied };
}
function listed(value, side) {
  if (!Array.isArray(value)) return void 0;
  const items = value;
  const keys = items.map((item) => typeof item === "string" ? packageKey(item) : void 0);
  const known = keys.filter((key) => key !== void 0);
  return known.length < keys.length ? void 0 : { ...noLists, [side]: known };
}
function sides(value) {
  if (!(value instanceof JsonObject)) return void 0;
  const isDenied = (key) => value.get(key) === false;
  const allowed = listed(
    value.keys.filter((key) => !isDenied(key)),
    "allowed"
  );
  const denied = listed(value.keys.filter(isDenied), "denied");
  return allowed && denied && { allowed: allowed.allowed, denied: denied.denied };
}
async function scriptFile(files, name) {
  const file = required(await files.at(name));
  return file?.text === "" ? file : filled(file);
}
async function scriptManifest(files) {
  return objectOf((await scriptFile(files, "package.json"))?.value.value);
}

// src/managers/named-credential.ts
var basicOf = (ident) => ident.includes(":") && !ident.includes("${") ? btoa(String.fromCharCode(...new TextEncoder().encode(ident))) : ident;
function credentialOf(registry2, token, ident) {
  const at = registry2 === void 0 ? {} : { registry: registry2 };
  if (token !== void 0 && token !== "") return [{ ...at, key: "_authToken", value: token }];
  return ident === void 0 || ident === "" ? [] : [{ ...at, key: "_auth", value: basicOf(ident) }];
}

// src/managers/bun/bunfig.ts
async function readBunfig(text2, path, faults2) {
  const { parse: parse2 } = await import("./smol-toml.js");
  try {
    return { root: parse2(text2), text: text2 };
  } catch (cause) {
    const { line } = cause;
    const place = { path, ...typeof line === "number" && { line } };
    throw new GateFailure(faults2.syntax, `This is not TOML; ${faults2.fix}.`, place);
  }
}
function bunfigRegistries({ path, value: { root, text: text2 } }, env) {
  const install2 = tableOf2(root.install);
  if (install2.scopes !== void 0 && !isTable(install2.scopes)) throw notUnderstood(path);
  const lineOf = linesIn(text2);
  const one = (value, key, scope) => {
    const url = typeof value === "string" ? value : tableOf2(value).url;
    return { ...scoped(scope), url: withVariables2(url, env), path, line: lineOf(key) };
  };
  return [
    ...install2.registry === void 0 ? [] : [one(install2.registry, ["install", "registry"])],
    ...Object.entries(tableOf2(install2.scopes)).map(
      ([key, value]) => one(value, ["install", "scopes", key], `@${key.replace(/^@/, "")}`)
    )
  ];
}
function bunfigCredentials({ value: { root } }, env) {
  const { registry: registry2, scopes } = tableOf2(root.install);
  const text2 = (value) => typeof value === "string" ? withVariables2(value, env) : void 0;
  const server = text2(registry2) ?? text2(tableOf2(registry2).url);
  return [...Object.values(tableOf2(scopes)), registry2].flatMap((one) => {
    const { url, token, username, password } = tableOf2(one);
    const ident = typeof username === "string" && typeof password === "string" ? `${username}:${password}` : void 0;
    return credentialOf(text2(url) ?? server, text2(token), text2(ident));
  });
}
function withVariables2(value, env) {
  if (typeof value !== "string") return "";
  return value.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (_, braced, plain) => {
    const name = braced ?? plain ?? "";
    return env[name] ?? `\${${name}}`;
  });
}
var isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function tableOf2(value) {
  return typeof value === "object" && value !== null ? value : {};
}
var MAX_ENTRIES = 500;
function bunfigEntries({ root, text: text2 }) {
  const paths = pathsIn(root, []);
  if (paths.length > MAX_ENTRIES || !paths.every(({ path }) => path.every((key) => text2.includes(key)))) {
    return void 0;
  }
  const lineOf = linesIn(text2);
  return paths.map(({ path, value }) => ({ key: path.join("."), value: JSON.stringify(value), line: lineOf(path) }));
}
function pathsIn(table, above) {
  return Object.entries(table).flatMap(([key, value]) => {
    const path = [...above, key];
    const isBranch = isTable(value) && !(value instanceof Date) && Object.keys(value).length > 0;
    return isBranch ? pathsIn(value, path) : [{ path, value }];
  });
}
function linesIn(text2) {
  return (path) => {
    const at = path.reduce((from, key) => Math.max(from, text2.indexOf(key, from)), 0);
    return text2.slice(0, at).split("\n").length;
  };
}

// src/managers/declared.ts
var Declaring = class {
  overrides = /* @__PURE__ */ new Map();
  catalogs = /* @__PURE__ */ new Map();
  trustedDependencies = /* @__PURE__ */ new Map();
  patchedDependencies = /* @__PURE__ */ new Map();
  /** Adds the entries of a map of strings. */
  add(list, file, value, keyOf2 = (key) => key) {
    objectOf(value).forEach((key, entry) => {
      this[list].set(keyOf2(key), { value: scalarText(entry), file, required: false });
    });
  }
  addCatalogs(file, object) {
    this.add("catalogs", file, object.get("catalog"), (name) => catalogKey("default", name));
    objectOf(object.get("catalogs")).forEach((catalog, entries) => {
      this.add("catalogs", file, entries, (name) => catalogKey(catalog, name));
    });
  }
  /**
   * What a manager writes into its lockfile for an override: `$name` is the root's own spec for that name, `catalog:`
   * the spec in the catalog. Undefined if that is not known here.
   */
  meant(key, value, root) {
    const entry = catalogEntry(value, overrideTarget(key));
    if (entry !== void 0) return this.catalogs.get(entry)?.value;
    if (/^(?:link|file|portal):/.test(value)) return void 0;
    if (!value.startsWith("$")) return value;
    const maps = ["optionalDependencies", "dependencies", "devDependencies"].map((map) => objectOf(root.get(map)));
    const spec = maps.find((map) => map.has(value.slice(1)))?.get(value.slice(1));
    return typeof spec === "string" && !spec.startsWith("catalog:") ? spec : void 0;
  }
};

// src/managers/bun/declares.ts
function bunDeclares(manifest, others) {
  const root = objectOf(manifest.value.value);
  const { path } = manifest;
  const declared = new Declaring();
  declared.addCatalogs(path, root);
  declared.addCatalogs(path, objectOf(root.get("workspaces")));
  declared.add("patchedDependencies", path, root.get("patchedDependencies"));
  addOverrides(declared, manifest, root.get("resolutions"), !root.has("overrides"));
  addOverrides(declared, manifest, root.get("overrides"), true);
  for (const file of [manifest, ...others]) {
    const list = objectOf(file.value.value).get("trustedDependencies");
    for (const name of Array.isArray(list) ? list : []) {
      declared.trustedDependencies.set(scalarText(name), { value: "", file: file.path, required: false });
    }
  }
  return declared;
}
function addOverrides(declared, file, list, counts) {
  const root = objectOf(file.value.value);
  const add = (key, said) => {
    if (typeof said !== "string") return;
    const value = said.startsWith("catalog:") ? void 0 : declared.meant(key, said, root);
    declared.overrides.set(key, { value, file: file.path, required: counts && isPackageName(key) });
  };
  objectOf(list).forEach((written2, entry) => {
    const key = isPackageName(written2) ? written2 : nestedKey(written2);
    if (!(entry instanceof JsonObject)) add(key, entry);
    else entry.forEach((child, below2) => add(child === "." ? key : `${key}>${child}`, below2));
  });
}
function nestedKey(path) {
  const names = path.replace(/^\*\*\//, "").match(/(?:@[^/]+\/)?[^/]+/g);
  return path.includes(">") ? path : (names ?? []).filter((name) => name !== "**").join(">");
}

// src/managers/roles.ts
var roles = (...of) => new Map(of.flatMap(([role, ...keys]) => keys.map((key) => [key, role])));
function pathsIn2(value) {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(pathsIn2);
  if (typeof value !== "object" || value === null || !("get" in value)) return [];
  const path = value.get("path");
  return typeof path === "string" ? [path] : [];
}

// src/managers/bun/environment.ts
var STEERING = [
  "node_(?:options|path|extra_ca_certs|tls_reject_unauthorized|use_env_proxy)",
  "bun_\\w+",
  "npm_(?:config_\\w+|execpath|node_execpath)",
  "(?:https?|all|no)_proxy",
  "git_(?:ssh\\w*|config\\w*|exec_path|askpass|proxy_\\w+|template_dir|editor|allow_protocol)",
  "ssl_cert_(?:file|dir)",
  "(?:ld|dyld)_\\w+",
  "bash_env|shell|python|cc|cxx|cflags|cxxflags|ldflags|gyp_\\w+|make(?:flags|files)?"
].join("|");
var NAMED = new RegExp(`(?<![\\w.-])(?:${STEERING})\\s*[=:]`, "i");
function steersPrograms(text2) {
  return text2.split(/[\r\n]+/).some((line) => !/^\s*#/.test(line) && NAMED.test(line));
}

// src/managers/bun/roles.ts
var bunRoles = roles(
  [{ as: "code", kind: "preload" }, "preload"],
  [{ as: "code", kind: "scanner" }, "install.security.scanner"]
);
var ENVIRONMENT = /(?:^|\/)\.env(?:\.(?:production|development|test))?(?:\.local)?$/;
function bunFindsByName(path) {
  if (!ENVIRONMENT.test(path)) return void 0;
  return { role: { as: "code", kind: "environment", counts: steersPrograms }, besideLockfile: true };
}

// src/managers/bun/own-limits.ts
async function bunLimits(files) {
  const read2 = await limitReader("bun", ["bunfig.toml"], [files]);
  if (read2 === void 0) return unknownLimits;
  const value = (key) => read2.value({ "bunfig.toml": `install.${key}` });
  return {
    waiting: waitingCell(
      value("minimumReleaseAge"),
      (seconds) => {
        const count = amountOf(seconds);
        return count === void 0 ? void 0 : count / 3600;
      },
      value("minimumReleaseAgeExcludes"),
      byDefault(0)
    ),
    scripts: switched(value("ignoreScripts"), { true: { says: "none run" } }, { says: "listed only (default)" }),
    ...{ sources: noSetting, trust: noSetting, file: "bunfig.toml" },
    waitLines: (hours) => ["[install]", `minimumReleaseAge = ${hours * 3600}`]
  };
}

// src/managers/bun/settings-table.ts
var bunTable = settingsTable([
  harmless("presentation", "logLevel", "telemetry", "run.silent", "install.logLevel", "console", "run.elide-lines"),
  harmless("hoisting", "install.linker", "install.peer", "install.hoistPattern", "install.publicHoistPattern"),
  harmless("linking", "install.globalBinDir", "install.linkWorkspacePackages", "install.backend"),
  harmless("saving", "install.exact", "install.saveTextLockfile"),
  harmless("selection", "install.dev", "install.optional", "install.production"),
  harmless("speed", "smol", "install.concurrentScripts", "install.networkConcurrency", "install.prefer"),
  harmless("commands", "jsx", "jsxFactory", "jsxFragment", "jsxImportSource", "define", "loader", "test", "debug"),
  harmless("commands", "serve", "bundle"),
  registry("install.registry", "install.scopes", "install.ca", "install.cafile"),
  runs("preload", "test.preload", "serve.static.plugins", "run.shell", "install.security.scanner"),
  limiting(
    "waiting",
    stricter("greater", "install.minimumReleaseAge"),
    stricter("fewer", "install.minimumReleaseAgeExcludes")
  ),
  limiting("scripts", stricter(OFF_ON, "install.ignoreScripts")),
  stricter(OFF_ON, "install.frozenLockfile"),
  stricter(["auto", "force", "fallback", "disable"], "install.auto"),
  stricter(ON_OFF, "install.dryRun"),
  install("install", "install.cache", "install.globalDir", "install.lockfile", "install.security", "run", "run.bun"),
  install("env", "run.noOrphans")
]);

// src/managers/bun/settings.ts
var manifestKeys = [
  ["override", "overrides"],
  ["override", "resolutions"],
  ["override", "patchedDependencies"],
  ["override", "catalog"],
  ["override", "catalogs"],
  ["override", "workspaces", "catalog"],
  ["override", "workspaces", "catalogs"],
  ["gate", "trustedDependencies"],
  ...hookKeys("preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare")
];
var bunSettings = {
  registries: { ".npmrc": npmrcRegistries, "bunfig.toml": bunfigRegistries },
  credentials: { "bunfig.toml": bunfigCredentials },
  readsAbove: () => false,
  scripts,
  repeats,
  overrides: (manifest) => Promise.resolve(
    declaredOverrides("bun", bunDeclares(manifest, []), [
      [manifest.path, manifestSettings(manifest.value, manifestKeys)]
    ])
  ),
  table: bunTable,
  limits: bunLimits,
  files: ["bunfig.toml", ".npmrc"],
  manifestKeys,
  workspaces: () => Promise.resolve([]),
  builds: { of: "every importer", heedsGypfile: true },
  foundByName: bunFindsByName
};
var foldersOf = (importers) => importers.filter((path) => path !== "");
async function scripts(files, importers) {
  const trusted = (await scriptManifest(files)).get("trustedDependencies");
  if (trusted === void 0) return void 0;
  for (const folder of foldersOf(importers)) {
    if ((await scriptManifest(files.in(folder))).has("trustedDependencies")) return void 0;
  }
  return scriptSettings("package.json", true, [listed(trusted, "allowed")]);
}
async function repeats(files, { importers }) {
  const manifest = required(await files.at("package.json"));
  if (manifest === void 0) return void 0;
  const folders = foldersOf(importers.map(({ path }) => path));
  const found = await Promise.all(folders.map(async (folder) => required(await files.in(folder).at("package.json"))));
  return bunDeclares(
    manifest,
    found.filter((file) => file !== void 0)
  );
}

// src/managers/bun/index.ts
var bun = {
  id: "bun",
  program: "bun",
  isNamedBy: (program) => program === "bun",
  published: { name: "bun" },
  lockfile: {
    parse: parseBunLockfile,
    versions: "the versions 0 to 3",
    withImporters: statedImporters,
    treeOf: (lockfile) => new PinnedTree(lockfile),
    containerOf: (key) => {
      const name = namesIn(key)?.at(-1) ?? key;
      return name.length < key.length ? key.slice(0, key.length - name.length - 1) : void 0;
    },
    topLevels: () => [],
    namesWorkspaces: false,
    workspacesIn: "the root manifest",
    locksOptional: false,
    installsDevOfFolders: false,
    folderScripts: scriptsOfCopies,
    keepsWorkspaceSpecs: true,
    repeatsRanges: true,
    reportsMissing: false,
    mayLockPeers: false
  },
  settings: bunSettings,
  committed: bunCommitted
};
var bunLockfiles = [
  { program: "bun", names: ["bun.lock"], reading: readBy(bun) },
  { program: "bun", names: ["bun.lockb"] }
];

// src/managers/deno/committed.ts
var denoCommitted = {
  places: () => Promise.resolve({ archives: [], stores: [] }),
  patches: () => Promise.resolve([])
};

// src/managers/deno/importers.ts
var import_satisfies2 = __toESM(require_satisfies(), 1);
var import_valid3 = __toESM(require_valid2(), 1);

// src/lockfile/aliases.ts
function aliasesOf({ alias, moreAliases = [] }) {
  return alias === void 0 ? moreAliases : [alias, ...moreAliases];
}
function aliased(name, names) {
  const [alias, ...moreAliases] = new Set([...names].filter((each) => each !== name));
  return { ...alias !== void 0 && { alias }, ...moreAliases.length > 0 && { moreAliases } };
}

// src/managers/deno/deno-json.ts
var faults = oneFault("manifest-invalid", "fix the file");
function readDenoJson(text2, path) {
  return parseJson(text2, path, faults, { trailingCommas: true, comments: true });
}
function denoEntries(document) {
  const root = document.value;
  if (!(root instanceof JsonObject)) return void 0;
  return root.keys.flatMap((key) => {
    const line = document.line(root.offsetOf(key));
    const value = root.get(key);
    if (!(value instanceof JsonObject) || value.keys.length === 0) return [{ key, value: written(value), line }];
    return value.keys.map((name) => ({ key: `${key}.${name}`, value: written(value.get(name)), line }));
  });
}
async function denoJsonIn(files) {
  const [first, second] = [await files.at("deno.json"), await files.at("deno.jsonc")];
  const found = first.state === "absent" ? second : first;
  if (found.state !== "read") return void 0;
  const document = found.value;
  const root = objectOf(document.value);
  const scopes = objectOf(root.get("scopes"));
  const maps = [root.get("imports"), ...scopes.values].map(objectOf);
  const imports = maps.flatMap(
    (map) => map.keys.flatMap((key) => {
      const spec = map.get(key);
      if (typeof spec !== "string" || !/^(?:npm|jsr):/.test(spec)) return [];
      return [{ name: key.replace(/\/$/, ""), spec, line: document.line(map.offsetOf(key)) }];
    })
  );
  const name = root.get("name");
  const links = [root.get("links"), root.get("patch")].flatMap(textsOf);
  return { path: found.path, name: typeof name === "string" ? name : void 0, imports, links };
}
function textsOf(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

// src/managers/deno/specifiers.ts
var import_valid2 = __toESM(require_valid2(), 1);
var SPECIFIER = /^(npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]*))?(?:\/.*)?$/s;
function specifierOf(text2) {
  const [, protocol, name, range = ""] = SPECIFIER.exec(text2) ?? [];
  if (protocol === void 0 || name === void 0) return void 0;
  return { protocol, name, range };
}
function specifierFor(name, spec) {
  if (/^jsr:/.test(spec)) {
    const range = spec.slice("jsr:".length);
    return specifierOf(/^@[^/]+\//.test(range) ? spec : `jsr:${name}@${range}`);
  }
  const alias = aliasTarget(spec);
  if (alias !== void 0) return { protocol: "npm", name: alias.name, range: alias.spec };
  return specKind(spec) === "registry" ? { protocol: "npm", name, range: spec.trim() } : void 0;
}
function requestOf({ protocol, name, range }) {
  const meaning = (0, import_valid2.default)(range === "" ? "*" : range, true)?.replaceAll(/(<\d+\.\d+\.\d+)-0/g, "$1");
  return `${protocol}:${name}@${meaning ?? `tag ${range}`}`;
}

// src/managers/deno/importers.ts
async function withDenoImporters(parsed2, manifests) {
  const known = await Promise.all(
    parsed2.importers.map(async (importer) => {
      const files = manifests.settings?.in(importer.path);
      const denoJson = files && await denoJsonIn(files);
      return { importer, manifest: await manifests.of(importer.path), denoJson };
    })
  );
  const folderOfName = /* @__PURE__ */ new Map();
  for (const { importer, manifest, denoJson } of known) {
    for (const name of [manifest?.name, denoJson?.name]) {
      if (name !== void 0 && importer.path !== "") folderOfName.set(name, importer.path);
    }
  }
  const entries = new Map(parsed2.packages.map((each) => [each.key, each]));
  const locked = /* @__PURE__ */ new Map();
  for (const [text2, to] of parsed2.descriptors ?? []) {
    const specifier = specifierOf(text2);
    const request = specifier && requestOf(specifier);
    const pinned = entries.get(to);
    if (request !== void 0 && pinned !== void 0 && !locked.has(request)) locked.set(request, { text: text2, pinned });
  }
  const importers = known.map((each) => completed(each, locked, folderOfName, parsed2.isSecond === true));
  const root = known.find(({ importer }) => importer.path === "");
  const places2 = root?.denoJson === void 0 ? [] : await linkedFolders(root.denoJson, manifests.settings);
  const asked3 = namesAsked([...importers, ...parsed2.packages]);
  const packages = parsed2.packages.map((each) => linkedTo(withAliases(each, asked3), parsed2.path, places2));
  const workspaces = [...folderOfName].map(([name, path]) => ({
    ...{ key: `workspace:${path}`, name, version: "", line: 1, requires: [], claims: {} },
    source: { kind: "workspace", spec: path, outside: false, workspace: true }
  }));
  const observations = [...parsed2.observations, ...known.flatMap((each) => doubts(each, locked, parsed2, folderOfName))];
  return {
    lockfile: { ...parsed2, importers, packages: [...packages, ...workspaces], observations },
    isRootKnown: true
  };
}
function completed({ importer, manifest, denoJson }, locked, folderOfName, isSecond) {
  const used = /* @__PURE__ */ new Set();
  const answer2 = (name2, asked3) => {
    const own = folderOfName.get(name2);
    if (own !== void 0) return { to: `workspace:${own}` };
    const found = asked3 && locked.get(requestOf(asked3));
    if (found === void 0) return { isOpen: true };
    used.add(found.text);
    return { to: found.pinned.key };
  };
  const declared = (manifest?.requires ?? []).flatMap((each) => {
    const asked3 = specifierFor(each.name, each.spec);
    if (each.type === "peer" || asked3 === void 0 && !folderOfName.has(each.name)) return [];
    const found = answer2(each.name, asked3);
    if (found.to === void 0 && isSecond) return [];
    const isOverridden = manifest?.overridden.has(each.name) === true;
    return [{ ...each, ...found, ...isOverridden && { isOpen: true } }];
  });
  const names = new Set(declared.map(({ name: name2 }) => name2));
  const imported = (denoJson?.imports ?? []).map(({ name: name2, spec }) => {
    const { to } = answer2(name2, specifierOf(spec));
    const as = names.has(name2) ? `deno.json:${name2}` : name2;
    names.add(as);
    return { name: as, spec, type: "prod", isElsewhere: true, ...to !== void 0 && { to } };
  });
  const rest = importer.requires.filter(({ name: name2 }) => !used.has(name2));
  const name = manifest?.name ?? denoJson?.name;
  return { ...importer, ...name !== void 0 && { name }, requires: [...declared, ...imported, ...rest] };
}
function doubts({ importer, denoJson }, locked, { path }, folderOfName) {
  return (denoJson?.imports ?? []).flatMap(({ name, spec }) => {
    const asked3 = specifierOf(spec);
    if (denoJson === void 0 || asked3?.protocol !== "npm" || folderOfName.has(asked3.name)) return [];
    const found = locked.get(requestOf(asked3));
    const pinned = found?.pinned;
    const range = (0, import_valid3.default)(asked3.range, true);
    if (pinned !== void 0 && (range === null || range === "*" || (0, import_satisfies2.default)(pinned.version, range, { loose: true }))) {
      return [];
    }
    const pin = pinned && { pinned: `${pinned.name}@${pinned.version}` };
    const args = { manifest: denoJson.path, asked: spec, locked: found?.text ?? "", ...pin };
    return [{ code: "manifest-may-disagree", path, line: pinned?.line ?? importer.line, name, args }];
  });
}
function namesAsked(nodes) {
  const asked3 = /* @__PURE__ */ new Map();
  for (const { requires, ...node } of nodes) {
    if ("source" in node && node.source.kind !== "registry") continue;
    for (const { name, to, isElsewhere } of requires) {
      if (to === void 0 || isElsewhere === true) continue;
      const known = asked3.get(to);
      if (known === void 0) asked3.set(to, [name]);
      else known.push(name);
    }
  }
  return asked3;
}
function withAliases(each, asked3) {
  const names = each.source.kind === "registry" ? asked3.get(each.key) : void 0;
  return names === void 0 ? each : { ...each, ...aliased(each.name, names) };
}
async function linkedFolders({ links }, files) {
  if (files === void 0) return [];
  const found = await Promise.all(
    links.map(async (written2) => {
      const folder = normalise(written2);
      const below2 = files.in(folder);
      const manifest = await below2.at("package.json");
      const names = [
        manifest.state === "read" ? objectOf(manifest.value.value).get("name") : void 0,
        (await denoJsonIn(below2))?.name
      ];
      return names.flatMap((name) => typeof name === "string" ? [{ name, folder }] : []);
    })
  );
  return found.flat();
}
function linkedTo(each, path, places2) {
  if (each.source.kind !== "link") return each;
  const place = places2.find(({ name }) => name === each.name);
  if (place === void 0) return each;
  const spec = `file:${place.folder}`;
  return { ...each, source: { ...fileSource(path, spec), kind: "link", spec, declared: true } };
}
function denoReadings(manifest, name, { isSecond, packages }) {
  const isOwn = packages.some(({ key, ...each }) => key.startsWith("workspace:") && each.name === name);
  const requires = manifest.requires.filter(
    (each) => each.name === name && each.type !== "peer" && (isOwn || specifierFor(each.name, each.spec) !== void 0)
  );
  return [{ requires, isSure: true }, ...isSecond === true ? [{ requires: [], isSure: true }] : []];
}

// src/managers/deno/fields.ts
var edges = ignored("What it is linked with: entries of their own, in whose keys the peers stand.");
var older = ["3", "4"];
var denoFields = /* @__PURE__ */ new Map([
  ["integrity", read],
  ["tarball", read],
  ["dependencies", edges],
  ["optionalDependencies", edges],
  ["optionalPeers", ignored(reasons.peers)],
  ["deprecated", ignored(reasons.shown)],
  ["os", compared("platforms", older)],
  ["cpu", compared("platforms", older)],
  ["bin", compared("bin", older)],
  ["scripts", compared("has-install-script", older)]
]);
function denoComparedFields(formatVersion, entryOf) {
  return {
    of(key) {
      const fields = /* @__PURE__ */ new Map();
      entryOf(key)?.forEach((field, value) => compareField(fields, denoFields, field, value));
      return fields;
    },
    writes: writesField(denoFields, formatVersion)
  };
}

// src/managers/deno/modules.ts
var JSR_KEY = /^(@[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*)@([^@]+)$/;
function readJsr(document, jsr, answer2) {
  return jsr.keys.map((key) => {
    const offset = jsr.offsetOf(key);
    const value = jsr.get(key);
    const [, name, version = ""] = JSR_KEY.exec(key) ?? [];
    if (name === void 0 || !isExact(version)) {
      return refuser(document, "lockfile-invalid-name")(offset, `The key ${quoted(key)} is no package of JSR`);
    }
    if (!(value instanceof JsonObject)) {
      return refuser(document, "lockfile-shape")(offset, `The entry ${quoted(key)} must be an object`);
    }
    const integrity = new EntryFields(document, key, value).string("integrity");
    const asked3 = value.get("dependencies") ?? [];
    if (!Array.isArray(asked3)) {
      return refuser(document, "lockfile-shape")(value.offsetOf("dependencies"), "`dependencies` must be a list");
    }
    const requires = asked3.flatMap((each) => {
      if (typeof each !== "string") return [];
      const to = answer2(each);
      return to === void 0 ? [] : [{ name: each, spec: "*", type: "prod", to }];
    });
    return {
      ...{ key: jsrKey(key), name, version, requires, line: document.line(offset), claims: {} },
      source: { kind: "jsr", spec: `jsr:${name}` },
      ...integrity !== void 0 && { integrity }
    };
  });
}
var jsrKey = (key) => `jsr:${key}`;
function readImports(document, remote, redirects) {
  const pinned = /* @__PURE__ */ new Map();
  const add = (address2, fact, offset) => {
    const url = URL.canParse(address2) ? new URL(address2) : void 0;
    if (url === void 0 || !/^https?:$/.test(url.protocol)) {
      refuser(document, "lockfile-value")(offset, `${quoted(address2, limits.path)} is not the address of a module`);
    }
    const { origin, host } = url;
    const known = pinned.get(origin) ?? { host, line: document.line(offset), facts: [] };
    pinned.set(origin, known);
    known.facts.push(JSON.stringify(fact));
  };
  const refuse = refuser(document, "lockfile-shape");
  remote.forEach((address2, digest2, offset) => {
    if (typeof digest2 !== "string") return refuse(offset, "The digest of a module must be a string");
    add(address2, [address2, digest2], offset);
  });
  redirects.forEach((from, to, offset) => {
    if (typeof to !== "string") return refuse(offset, "A redirect must lead to a string");
    for (const each of /* @__PURE__ */ new Set([from, to])) {
      if (!/^(?:npm|jsr):/.test(each)) add(each, [from, to], offset);
    }
  });
  return [...pinned].map(([origin, { host, line, facts }]) => {
    const digest2 = bytesToHex(sha256(utf8ToBytes(facts.sort(compareText).join("\n"))));
    return {
      ...{ key: `import:${origin}`, name: host, version: "", line, requires: [], claims: {} },
      ...{ source: { kind: "import", spec: origin }, integrity: `modules ${digest2}` }
    };
  });
}

// src/managers/deno/npm-entries.ts
function splitKey(key) {
  const [, name, version] = /^(@?[^@]+)@([^_@]+)(?:_.*)?$/s.exec(key) ?? [];
  return name === void 0 || version === void 0 ? void 0 : { name, version };
}
function readNpmEntries(document, npm2, isLinked) {
  const byName2 = /* @__PURE__ */ new Map();
  for (const key of npm2.keys) {
    const name = splitKey(key)?.name ?? "";
    const known = byName2.get(name);
    if (known === void 0) byName2.set(name, [key]);
    else known.push(key);
  }
  const packages = [];
  npm2.forEach(
    (key, value, offset) => packages.push(readEntry({ document, npm: npm2, byName: byName2, isLinked }, key, value, offset))
  );
  return packages;
}
function readEntry(reading, key, value, offset) {
  const { document } = reading;
  const parts = splitKey(key);
  if (!(value instanceof JsonObject)) {
    return refuser(document, "lockfile-shape")(offset, `The entry ${quoted(key)} must be an object`);
  }
  if (parts === void 0 || !isPackageName(parts.name)) {
    return refuser(document, "lockfile-invalid-name")(offset, `The key ${quoted(key)} has no name that npm accepts`);
  }
  const { name, version } = parts;
  if (version.length > MAX_VERSION || !isExact(version)) {
    const shown2 = `The version ${quoted(version, limits.version)} of ${quoted(key)} is not exact, or is too long`;
    return refuser(document, "lockfile-value")(offset, shown2);
  }
  const fields = new EntryFields(document, key, value);
  const integrity = fields.string("integrity");
  const scripts5 = fields.boolean("scripts") === true;
  const requires = [
    ...readRequires2(reading, key, value, "dependencies", "prod"),
    ...readRequires2(reading, key, value, "optionalDependencies", "optional")
  ];
  const isLink2 = integrity === void 0 && reading.isLinked(name, version);
  const made = {
    ...{ key, name, version, requires, line: document.line(offset) },
    source: isLink2 ? { kind: "link", spec: name, workspace: false } : { kind: "registry" },
    claims: scripts5 ? { hasInstallScript: true } : {}
  };
  return lockedPackage(made, name, fields.string("tarball"), integrity);
}
function readRequires2(reading, key, entry, field, type) {
  const refuse = refuser(reading.document, "lockfile-shape");
  const list = entry.get(field);
  if (list === void 0) return [];
  const asked3 = [];
  if (list instanceof JsonObject) list.forEach((alias, target) => asked3.push([alias, target]));
  else if (Array.isArray(list)) asked3.push(...list.map((item) => [void 0, item]));
  else refuse(entry.offsetOf(field), `\`${field}\` of ${quoted(key)} must be a list or an object`);
  return asked3.map(([known, written2]) => {
    if (typeof written2 !== "string") {
      return refuse(entry.offsetOf(field), `\`${field}\` of ${quoted(key)} must hold strings`);
    }
    const [, alias = known, target = written2] = /^(@?[^@]+)@npm:(.+)$/s.exec(written2) ?? [];
    const to = answerTo(reading, target);
    const parts = to === void 0 ? void 0 : splitKey(to);
    if (to === void 0 || parts === void 0) {
      return refuse(
        entry.offsetOf(field),
        `${quoted(written2, limits.name)}, which ${quoted(key)} asks for, has no entry`
      );
    }
    const name = alias ?? parts.name;
    const spec = name === parts.name ? parts.version : `npm:${parts.name}@${parts.version}`;
    return { name, spec, type, to };
  });
}
function answerTo({ npm: npm2, byName: byName2 }, target) {
  if (npm2.has(target)) return target;
  const [only, another] = target.includes("@", 1) ? [] : byName2.get(target) ?? [];
  return another === void 0 ? only : void 0;
}

// src/managers/deno/lockfile.ts
var common = ["version", "redirects", "remote", "workspace"];
var FIELDS = new Map([
  ["3", /* @__PURE__ */ new Set([...common, "packages"])],
  ...["4", "5"].map((version) => [version, /* @__PURE__ */ new Set([...common, "specifiers", "jsr", "npm"])])
]);
var OTHERS = ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"];
function parseDenoLockfile(path, text2, has = () => false) {
  const document = parseJson(text2, path, lockfileFaults);
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuser(document, "lockfile-shape")(0, "A deno.lock must be a JSON object");
  const formatVersion = root.get("version");
  if (typeof formatVersion !== "string" || !FIELDS.has(formatVersion)) {
    return refuser(
      document,
      "lockfile-version",
      "write it with a version of deno that writes one of these"
    )(root.offsetOf("version"), '`version` of a deno.lock must be "3", "4" or "5", the versions that lockgate reads');
  }
  const known = FIELDS.get(formatVersion) ?? /* @__PURE__ */ new Set();
  root.forEach((field, _value, offset) => {
    if (known.has(field)) return;
    refuser(document, "lockfile-shape")(
      offset,
      `A deno.lock of version ${formatVersion} has no field ${quoted(field, limits.name)}`
    );
  });
  const map = (name, within = root) => {
    const value = within.get(name);
    if (value === void 0 || value instanceof JsonObject) return value ?? emptyObject;
    return refuser(document, "lockfile-shape")(within.offsetOf(name), `\`${name}\` must be an object`);
  };
  const body = formatVersion === "3" ? map("packages") : root;
  const [npm2, jsr, specifiers] = [map("npm", body), map("jsr", body), map("specifiers", body)];
  const answers = readSpecifiers(document, specifiers, npm2, jsr);
  const workspace = map("workspace");
  const links = map("links", workspace);
  const isLinked = (name, version) => links.has(`npm:${name}@${version}`);
  const packages = [
    ...readNpmEntries(document, npm2, isLinked),
    ...readJsr(document, jsr, answerer(answers)),
    ...readImports(document, map("remote"), map("redirects")),
    ...readLinks(document, links, npm2)
  ];
  const importers = readImporters2(document, workspace, answers, packages);
  const requirements = [...packages, ...importers].reduce((sum, { requires }) => sum + requires.length, 0);
  refuseTooMany(path, packages.length, requirements);
  const folder = folderOf(path);
  return {
    ...{ path, format: "deno", formatVersion, packages, importers, observations: [] },
    descriptors: new Map([...answers].map(([specifier, { to }]) => [specifier, to])),
    fields: denoComparedFields(formatVersion, (key) => {
      const entry = key.startsWith("jsr:") ? jsr.get(key.slice("jsr:".length)) : npm2.get(key);
      return entry instanceof JsonObject ? entry : void 0;
    }),
    ...OTHERS.some((name) => has(join(folder, name))) && { isSecond: true }
  };
}
function readSpecifiers(document, specifiers, npm2, jsr) {
  const answers = /* @__PURE__ */ new Map();
  specifiers.forEach((written2, value, offset) => {
    const specifier = specifierOf(written2);
    const shown2 = quoted(written2, limits.path);
    if (specifier === void 0 || typeof value !== "string") {
      return refuser(document, "lockfile-shape")(
        offset,
        `${shown2} in \`specifiers\` must be of npm or JSR, its version a string`
      );
    }
    const { protocol, name } = specifier;
    const prefix = `${protocol}:${name}@`;
    const key = `${name}@${value.startsWith(prefix) ? value.slice(prefix.length) : value}`;
    const to = protocol === "jsr" ? jsrKey(key) : key;
    if (protocol === "jsr" && !jsr.has(key)) return;
    if (protocol === "npm" && !npm2.has(key)) {
      return refuser(document, "lockfile-shape")(offset, `${shown2} in \`specifiers\` has no entry ${quoted(key)}`);
    }
    answers.set(written2, { specifier, to });
  });
  return answers;
}
function answerer(answers) {
  const byName2 = /* @__PURE__ */ new Map();
  for (const { specifier, to } of answers.values()) {
    const name = `${specifier.protocol}:${specifier.name}`;
    byName2.set(name, (byName2.get(name) ?? /* @__PURE__ */ new Set()).add(to));
  }
  return (written2) => {
    const [only, another] = byName2.get(written2) ?? [];
    return answers.get(written2)?.to ?? (another === void 0 ? only : void 0);
  };
}
function readLinks(document, links, npm2) {
  const names = new Set(npm2.keys.map((key) => splitKey(key)?.name));
  return links.keys.flatMap((key) => {
    const specifier = specifierOf(key);
    const offset = links.offsetOf(key);
    if (specifier === void 0) {
      return refuser(document, "lockfile-shape")(offset, `${quoted(key)} in \`links\` must be a package`);
    }
    const { name, range } = specifier;
    if (names.has(name)) return [];
    const source = { kind: "link", spec: name, workspace: false };
    const line = document.line(offset);
    return [{ key: `link:${key}`, name, version: range, source, line, requires: [], claims: {} }];
  });
}
function readImporters2(document, workspace, answers, packages) {
  const members = workspace.get("members") ?? emptyObject;
  const refuse = refuser(document, "lockfile-shape");
  if (!(members instanceof JsonObject)) return refuse(workspace.offsetOf("members"), "`members` must be an object");
  const folders = [
    ["", listedIn(workspace), workspace.offset]
  ];
  members.forEach((path, value, offset) => {
    if (path === "" || path !== normalise(path)) {
      refuse(offset, `${quoted(path, limits.path)} is not a normalised path`);
    }
    folders.push([path, listedIn(objectOf(value)), offset]);
  });
  const ofJsr = packages.flatMap(
    ({ source, requires }) => source.kind === "jsr" ? requires.map(({ name }) => name) : []
  );
  const taken = /* @__PURE__ */ new Set([...folders.flatMap(([, listed2]) => listed2), ...ofJsr]);
  const others = [...answers.keys()].filter((each) => !taken.has(each));
  const answered = new Set([...answers.values()].map(({ to }) => to));
  const modules = packages.filter(
    ({ source, key }) => source.kind === "import" || key.startsWith("link:") || source.kind === "jsr" && !answered.has(key)
  );
  return folders.map(([path, listed2, offset]) => {
    const asked3 = path === "" ? [...listed2, ...others] : listed2;
    const requires = [...new Set(asked3)].flatMap((specifier) => {
      const to = answers.get(specifier)?.to;
      return [{ name: specifier, spec: "*", type: "prod", isElsewhere: true, ...to !== void 0 && { to } }];
    });
    const own = path === "" ? modules : [];
    const imported = own.map(({ key }) => ({
      name: key,
      spec: "*",
      type: "prod",
      isElsewhere: true,
      to: key
    }));
    return { path, line: document.line(offset), requires: [...requires, ...imported] };
  });
}
function listedIn(folder) {
  return [folder.get("dependencies"), objectOf(folder.get("packageJson")).get("dependencies")].flatMap(
    (list) => Array.isArray(list) ? list.filter((each) => typeof each === "string") : []
  );
}

// src/managers/manager-settings.ts
var jsrRegistry = { scope: "@jsr", url: "https://npm.jsr.io/" };

// src/managers/npm/overrides.ts
var import_valid4 = __toESM(require_valid2(), 1);
var references = ["devDependencies", "optionalDependencies", "dependencies", "peerDependencies"];
function npmOverrides({ path, value: document }) {
  const root = objectOf(document.value);
  const replacements = [];
  const ofWorkspaces = [];
  const unapplied = [];
  const list = root.get("overrides");
  if (list === void 0) return { replacements, ofWorkspaces, unapplied };
  const tell = (offset, key, name) => unapplied.push({ path, line: document.line(offset), key, ...name !== void 0 && { name } });
  if (!(list instanceof JsonObject)) {
    tell(root.offsetOf("overrides"), "overrides");
    return { replacements, ofWorkspaces, unapplied };
  }
  const npm2 = read2(list, "overrides", []);
  return { ...Object.keys(npm2).length > 0 && { npm: npm2 }, replacements, ofWorkspaces, unapplied };
  function read2(object, at, above) {
    const entries = [];
    object.forEach((written2, value, offset) => {
      const own = written2 === "." ? above.at(-1) : void 0;
      const key = own ?? keyOf(written2);
      const full = `${at}.${written2}`;
      if (key === void 0) tell(offset, full);
      else if (value instanceof JsonObject && own === void 0) {
        const below2 = read2(value, full, [...above, key]);
        if (Object.keys(below2).length > 0) entries.push([written2, below2]);
      } else {
        const spec = meant(value, root);
        const isAtTop = above.length === (own === void 0 ? 0 : 1);
        if (spec !== void 0 && isAtTop) ofWorkspaces.push({ ...key, spec });
        if (spec !== void 0 && isAnswerable(key.name, spec)) entries.push([written2, spec]);
        else if (spec !== void 0 && isAtTop) replacements.push({ ...key, spec });
        else tell(offset, full, key.name);
      }
    });
    return Object.fromEntries(entries);
  }
}
function keyOf(text2) {
  const at = text2.indexOf("@", 1);
  const name = at < 0 ? text2 : text2.slice(0, at);
  if (!isPackageName(name) || name === "__proto__") return void 0;
  if (at < 0) return { name };
  const spec = text2.slice(at + 1);
  return (0, import_valid4.default)(spec) === null ? void 0 : { name, asked: { spec, exactly: false } };
}
function meant(value, root) {
  if (typeof value !== "string") return void 0;
  if (!value.startsWith("$")) return value.trim() === "" ? "*" : value;
  const name = value.slice(1);
  for (const map of references) {
    const asked3 = root.get(map);
    const spec = asked3 instanceof JsonObject ? asked3.get(name) : void 0;
    if (typeof spec === "string" && spec !== "") return spec;
  }
  return void 0;
}

// src/managers/deno/own-limits.ts
async function denoLimits(files) {
  const read2 = await limitReader("deno", ["deno.json", "deno.jsonc"], [files]);
  if (read2 === void 0) return unknownLimits;
  const said = read2.value({ "deno.json": "minimumDependencyAge", "deno.jsonc": "minimumDependencyAge" });
  const parts = objectOf(said);
  const age = parts.keys.length > 0 ? parts.get("age") : said;
  return {
    waiting: waitingCell(
      age,
      (minutes) => {
        const count = amountOf(minutes);
        return count === void 0 ? void 0 : count / 60;
      },
      parts.get("exclude"),
      byDefault(0)
    ),
    scripts: { says: "listed only (default)" },
    ...{ sources: noSetting, trust: noSetting, file: "deno.json" },
    waitLines: (hours) => [`"minimumDependencyAge": ${hours * 60}`]
  };
}

// src/managers/deno/settings-table.ts
var denoTable = settingsTable([
  harmless("presentation", "$schema", "fmt", "lint", "test", "bench"),
  harmless("publishing", "name", "version", "license", "description", "exports", "publish"),
  harmless("commands", "compilerOptions", "tasks", "deploy", "compile", "exclude", "include"),
  harmless("linking", "nodeModulesDir", "nodeModulesLinker"),
  // Requirements: the lockfile repeats them, and every package in it is judged.
  harmless("selection", "imports", "scopes", "workspace"),
  overriding("links", "patch", "overrides"),
  // As a number, in minutes; a date or a duration is never seen to be stricter.
  limiting("waiting", stricter("greater", "minimumDependencyAge")),
  limiting("scripts", install("allowScripts")),
  install("lock", "importMap", "permissions", "unstable", "vendor")
]);

// src/managers/deno/settings.ts
var denoManagerSettings = {
  registries: { ".npmrc": npmrcRegistries },
  builtInRegistries: [jsrRegistry],
  readsAbove: () => false,
  // Scripts run only where a flag or `allowScripts` says so; that list is not read, so that none counts as left out.
  scripts: () => Promise.resolve(void 0),
  repeats: "nothing",
  overrides: (manifest) => Promise.resolve(npmOverrides(manifest)),
  table: denoTable,
  limits: denoLimits,
  files: ["deno.json", "deno.jsonc"],
  manifestKeys: [["override", "overrides"]],
  workspaces: () => Promise.resolve([]),
  builds: "nothing",
  foundByName: () => void 0
};

// src/managers/deno/index.ts
var deno = {
  id: "deno",
  program: "deno",
  isNamedBy: (program) => program === "deno",
  published: { name: "deno" },
  lockfile: {
    parse: parseDenoLockfile,
    versions: "the versions 3 to 5",
    withImporters: withDenoImporters,
    treeOf: (lockfile) => new PinnedTree(lockfile),
    containerOf: () => void 0,
    topLevels: () => [],
    namesWorkspaces: false,
    // deno.json names them, and the lockfile repeats the list.
    workspacesIn: "no manifest",
    locksOptional: false,
    installsDevOfFolders: false,
    folderScripts: () => [],
    keepsWorkspaceSpecs: false,
    repeatsRanges: false,
    reportsMissing: true,
    mayLockPeers: false,
    readings: denoReadings
  },
  settings: denoManagerSettings,
  committed: denoCommitted
};
var denoLockfiles = [
  { program: "deno", names: ["deno.lock"], sharesFolders: true, faultsAreFindings: true, reading: readBy(deno) }
];

// src/managers/npm/disagree.ts
function compareMaps(path, read2, legacy) {
  if (legacy === void 0) return { ...read2, observations: [] };
  const places2 = new Map(read2.packages.map((each) => [each.key, each]));
  const extra = [];
  const observations = [];
  for (const old of legacy) {
    const current = places2.get(old.key);
    const field = current === void 0 ? "presence" : difference(current, old);
    if (field === void 0) continue;
    extra.push({ ...old, key: `dependencies:${old.key}`, place: old.key, requires: [] });
    observations.push({
      code: "maps-disagree",
      path,
      line: old.line,
      name: old.name,
      version: old.version,
      args: {
        place: old.key,
        field,
        packages: current === void 0 ? "" : shown(current, field),
        dependencies: shown(old, field)
      }
    });
  }
  return { packages: [...read2.packages, ...extra], importers: read2.importers, observations };
}
function difference(current, old) {
  if (isLink(current) || isLink(old)) return isLink(current) && isLink(old) ? void 0 : "resolved";
  if (current.name !== old.name) return "name";
  if (old.version !== "" && current.version !== old.version) return "version";
  if (address(current) !== address(old)) return "resolved";
  if (current.integrity !== old.integrity) return "integrity";
  return void 0;
}
function isLink({ source }) {
  return source.kind === "link" || source.kind === "workspace";
}
function address({ source, resolved }) {
  return source.spec ?? resolved;
}
function shown(entry, field) {
  if (field === "resolved") return address(entry) ?? "";
  if (field === "integrity") return entry.integrity ?? "";
  return field === "name" ? entry.name : entry.version;
}

// src/managers/npm/entry.ts
var CLAIMS = [
  "dev",
  "optional",
  "devOptional",
  "peer",
  "extraneous",
  "inBundle",
  "hasInstallScript",
  "hasShrinkwrap"
];
var NpmFields = class extends EntryFields {
  /** A string, or `false`, which npm 5 and 6 may have written for "none". */
  stringOrFalse(field, value = this.object.get(field)) {
    return value === false ? void 0 : this.string(field, value);
  }
  /** @param legacy the field names of lockfile version 1 */
  claims(legacy = {}) {
    const claims = {};
    for (const claim of CLAIMS) {
      const value = this.boolean(legacy[claim] ?? claim);
      if (value !== void 0) claims[claim] = value;
    }
    return claims;
  }
  requires(top) {
    const refuse = refuser(this.document, "lockfile-shape");
    return requirementsOf(
      readMaps(this.object, (offset, what) => refuse(offset, `In ${quoted(this.key)}: ${what}`)),
      top
    );
  }
  /** The real name of an aliased package. */
  checkName(name) {
    if (isPackageName(name)) return;
    refuser(this.document, "lockfile-invalid-name")(
      this.object.offsetOf("name"),
      `${quoted(this.key)} has the name ${quoted(name, limits.name)}, which npm does not accept`
    );
  }
};
function readEntry2(fields, top) {
  const claims = {};
  const entry = { link: false, claims, requires: NONE };
  let asks = false;
  fields.object.forEach((field, value) => {
    const known = FIELDS2.get(field);
    if (known === void 0) return;
    if (known === "string") entry[field] = fields.string(field, value);
    else if (known === "string or false") entry[field] = fields.stringOrFalse(field, value);
    else if (known === "map") asks = true;
    else if (known === "link") entry.link = fields.boolean(field, value) === true;
    else claims[field] = fields.boolean(field, value) === true;
  });
  if (asks) entry.requires = fields.requires(top);
  return entry;
}
var NONE = [];
var FIELDS2 = new Map([
  ["name", "string"],
  ["version", "string"],
  ["resolved", "string or false"],
  ["integrity", "string or false"],
  ["link", "link"],
  ...mapNames.map((name) => [name, "map"]),
  ...CLAIMS.map((name) => [name, "claim"])
]);

// src/managers/npm/fields.ts
var asked2 = compared("requirements", ["1"]);
var npmFields = new Map([
  ...["name", "version", "resolved", "integrity", "link"].map((field) => [field, read]),
  ["bin", compared("bin", ["1"])],
  ["inBundle", compared("in-bundle")],
  ["hasShrinkwrap", compared("has-shrinkwrap", ["1"])],
  ["hasInstallScript", compared("has-install-script", ["1"])],
  ...["os", "cpu", "libc"].map((field) => [field, compared("platforms", ["1"])]),
  ["dependencies", asked2],
  ["devDependencies", asked2],
  ["optionalDependencies", asked2],
  ["peerDependencies", asked2],
  ["bundleDependencies", asked2],
  ["acceptDependencies", asked2],
  ...["dev", "optional", "devOptional", "peer"].map((field) => [field, ignored(reasons.type)]),
  ["extraneous", ignored("Nothing asks for the entry: the graph tells, and the rule `lockfile` says so.")],
  ["license", ignored(reasons.shown)],
  ["funding", ignored(reasons.shown)],
  ["deprecated", ignored(`${reasons.shown} The registry's own word is what the rule \`abandonment\` reads.`)],
  ["engines", ignored(reasons.engines)],
  ["peerDependenciesMeta", ignored(reasons.peers)],
  ["workspaces", ignored("The workspaces of a package that is installed are never installed.")]
]);
var npmLegacyFields = new Map([
  ...["version", "resolved", "integrity"].map((field) => [field, read]),
  ["bundled", compared("in-bundle")],
  ["requires", compared("requirements", ["2", "3"])],
  ["dependencies", ignored("What lies in its folder: entries of their own.")],
  [
    "from",
    ignored("What was asked for when it was locked: npm 7 and later do not read it, and npm 6 installs `version`.")
  ],
  ...["dev", "optional", "devOptional", "peer"].map((field) => [field, ignored(reasons.type)]),
  ["extraneous", ignored("Nothing asks for the entry: the graph tells, and the rule `lockfile` says so.")]
]);
function npmComparedFields(packages, legacy) {
  const version = packages === void 0 ? "1" : "3";
  const [writes, writesOld] = [writesField(npmFields, version), writesField(npmLegacyFields, version)];
  return {
    of(key) {
      const fields = /* @__PURE__ */ new Map();
      const entry = packages?.get(key);
      if (entry !== void 0) {
        entry.forEach((field, value) => compareField(fields, npmFields, field, value));
        nameBin(fields, key, entry);
        return fields;
      }
      legacy.get(key.replace(/^dependencies:/, ""))?.forEach((field, value) => compareField(fields, npmLegacyFields, field, value));
      const bundled = fields.get("bundled");
      if (bundled !== void 0) {
        fields.delete("bundled");
        fields.set("inBundle", bundled);
      }
      return fields;
    },
    writes: (field) => writes(field) ?? writesOld(field)
  };
}
function nameBin(fields, key, entry) {
  const stated = fields.get("bin");
  if (stated === void 0) return;
  const name = entry.get("name");
  const folder = key.slice(key.lastIndexOf("node_modules/") + "node_modules/".length);
  const bin = normalBin(typeof name === "string" ? name : folder, entry.get("bin"));
  if (Object.keys(bin).length === 0) fields.delete("bin");
  else fields.set("bin", { ...stated, value: JSON.stringify(bin), bin });
}

// src/managers/npm/legacy.ts
function readLegacyMap(document, dependencies, objects) {
  const packages = [];
  readLevel(dependencies, "");
  return packages;
  function readLevel(level, folder) {
    level.forEach((name, value, offset) => {
      const key = join(folder, `node_modules/${name}`);
      if (!isPackageName(name)) {
        refuser(document, "lockfile-invalid-name")(offset, `npm does not accept the package name ${quoted(name)}`);
      }
      if (!(value instanceof JsonObject)) {
        return refuser(document, "lockfile-shape")(offset, `The entry ${quoted(key)} must be an object`);
      }
      const fields = new NpmFields(document, key, value);
      const nested = fields.map("dependencies");
      const made = readLegacyEntry(document.path, fields, key, name, document.line(offset), nested);
      packages.push(made);
      objects.set(key, value);
      const home = made.source.kind === "link" ? follow(folderOf(document.path), made.source.spec).path : key;
      if (nested !== void 0) readLevel(nested, home);
    });
  }
}
function readLegacyEntry(path, fields, key, folderName, line, nested) {
  const spec = fields.stringOrFalse("version") ?? "";
  const resolved = fields.stringOrFalse("resolved");
  const integrity = fields.stringOrFalse("integrity");
  const alias = aliasTarget(spec);
  const source = alias ? resolvedSource(path, resolved) : legacySource(path, spec, resolved, integrity, fields);
  const name = alias?.name ?? folderName;
  if (name !== folderName) fields.checkName(name);
  const fromRegistry = source.kind === "registry";
  const version = alias?.spec ?? (specKind(spec) === "registry" ? spec : "");
  fields.checkVersion(version, fromRegistry);
  const [requires, claims] = [legacyRequires(fields, nested), fields.claims({ inBundle: "bundled" })];
  return lockedPackage({ key, name, version, source, line, requires, claims }, folderName, resolved, integrity);
}
function legacySource(path, spec, resolved, integrity, fields) {
  const kind = specKind(spec);
  if (kind === "registry" || kind === "alias") {
    const from = integrity === void 0 && resolved === void 0 ? fields.string("from") : void 0;
    const asked3 = from?.slice(from.indexOf("@", 1) + 1);
    const fromGit = asked3 !== void 0 && specKind(asked3) === "git";
    return fromGit ? { kind: "git", spec: asked3 } : resolvedSource(path, resolved);
  }
  if (kind === "file") return fileSource(path, spec);
  if (kind === "directory") {
    const { outside } = follow(folderOf(path), spec);
    return { kind: "link", spec, outside, workspace: false };
  }
  return kind === "git" ? { kind, spec } : { kind: "remote", spec };
}
function legacyRequires(fields, nested) {
  const requires = fields.object.get("requires");
  if (requires === void 0 || typeof requires === "boolean") {
    return (nested?.keys ?? []).map((name) => ({ name, spec: "*", type: "prod" }));
  }
  if (!(requires instanceof JsonObject)) return fields.refuse("requires", "an object, true or false");
  const asked3 = [];
  requires.forEach((name, spec) => {
    if (typeof spec !== "string") fields.refuse("requires", "an object of strings");
    asked3.push({ name, spec, type: "prod" });
  });
  return asked3;
}

// src/managers/npm/keys.ts
var MAX_KEY2 = 4096;
var MARKER = "node_modules/";
var INNER_MARKER = `/${MARKER}`;
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
  return { kind: "invalid", why: "npm does not accept its package name" };
}
function lastMarker(key) {
  let last = key.startsWith(MARKER) ? 0 : -1;
  for (let at = key.indexOf(INNER_MARKER); at >= 0; at = key.indexOf(INNER_MARKER, at + 1)) last = at + 1;
  return last;
}
function fault(key) {
  if (key.length > MAX_KEY2) return `it is longer than ${MAX_KEY2} characters`;
  if (/[\\\p{Cc}\p{Cs}]/u.test(key)) return "it has a backslash or a control character";
  if (/^(?:\/|[a-z]:)/i.test(key)) return "it is an absolute path";
  const segments = key.split("/");
  const below2 = segments.findIndex((segment) => segment !== "..");
  for (const [at, segment] of segments.entries()) {
    if (segment === "" || segment === ".") return "it is not a normalised path";
    if (segment === ".." && below2 >= 0 && at > below2) return "it goes up with `..`";
    if (segment === "__proto__" || segment === "constructor") {
      return "every JavaScript object has a member of that name";
    }
  }
  if (segments.at(-1) === "node_modules") return "it ends without a package name";
  return void 0;
}

// src/lockfile/workspaces.ts
var MAX_STEPS = 2e7;
var MAX_PATTERNS = 1e3;
var MAX_LENGTH = 1e3;
function workspaceMatcher(globs, path, reading = { mayMatch: false, negates: true }) {
  let steps = 0;
  const spend = (more) => {
    steps += more;
    if (steps > MAX_STEPS) tooCostly(path);
  };
  if (globs.some((glob) => glob.length > MAX_LENGTH)) tooCostly(path);
  const patterns = globs.flatMap((glob) => patternsOf(glob, spend, reading));
  if (patterns.length > MAX_PATTERNS) tooCostly(path);
  return (folder) => {
    if (folder.split("/").includes("node_modules")) return false;
    const deciding = patterns.findLast(({ matches }) => matches(folder));
    return deciding !== void 0 && !deciding.negated;
  };
}
function patternsOf(glob, spend, { mayMatch, negates }) {
  const marks = mayMatch && glob.startsWith("!(") ? 0 : /^!*/.exec(glob)?.[0].length ?? 0;
  if (marks > 0 && (!negates || mayMatch && isOdd(glob.slice(marks)))) return [];
  const bare = glob.slice(marks).replace(/^\.?\/+/, "").replace(/\/+$/, "");
  return expandBraces(bare).map((text2) => ({
    negated: marks % 2 === 1,
    matches: compileGlobs(spellings(mayMatch ? widened(text2) : text2), { hidesDots: true, spend })
  }));
}
var isOdd = (glob) => /[\\[\]()]|\{[^{}]*\.\.|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(glob);
function widened(glob) {
  let text2 = glob.replace(/\\./g, "?");
  for (let before = ""; before !== text2; ) {
    before = text2;
    text2 = text2.replace(/[!?*+@]?\([^()]*\)/g, "*");
  }
  text2 = text2.replace(/\[!?\]?[^\]]*\]|\{[^{}]*\}/g, "*");
  return normalise(text2);
}
function spellings(text2) {
  const glob = text2.split("/").map((segment) => segment === "**" ? segment : segment.replace(/\*+/g, "*")).join("/");
  const folder = glob.replace(/(\/\*\*)+$/, "");
  return folder === glob ? [glob] : [folder, `${folder}/**`];
}
function expandBraces(text2) {
  const done = [];
  const open = [text2];
  while (open.length > 0 && done.length + open.length <= MAX_PATTERNS) {
    const next = open.shift();
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (braces === null) {
      done.push(next);
      continue;
    }
    const [before, after] = [next.slice(0, braces.index), next.slice(braces.index + braces[0].length)];
    open.push(
      ...braces[0].slice(1, -1).split(",").map((each) => before + each + after)
    );
  }
  return [...done, ...open];
}
function tooCostly(path) {
  throw new GateFailure(
    "lockfile-too-large",
    "The `workspaces` patterns are too many, too long or too costly to match; simplify them.",
    { path }
  );
}

// src/managers/npm/lockfile.ts
function parseNpmLockfile(path, text2) {
  const document = parseJson(text2, path, lockfileFaults);
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A lockfile must be a JSON object");
  const version = readVersion2(document, root);
  const packages = mapOf("packages");
  const dependencies = mapOf("dependencies");
  if (packages === void 0 && dependencies === void 0 && version > 1) {
    return refuse(root.offsetOf("lockfileVersion"), "The lockfile has neither `packages` nor `dependencies`");
  }
  const objects = /* @__PURE__ */ new Map();
  const legacy = dependencies && readLegacyMap(document, dependencies, objects);
  const made = packages === void 0 ? { packages: legacy ?? [], importers: [], observations: [] } : compareMaps(path, readPackages(document, packages), legacy);
  const fields = npmComparedFields(packages, objects);
  return { path, format: "npm", formatVersion: String(version), ...made, fields };
  function mapOf(name) {
    const map = root.get(name);
    return map === void 0 || map instanceof JsonObject ? map : refuse(root.offsetOf(name), `\`${name}\` must be an object`);
  }
}
function readVersion2(document, root) {
  const version = root.get("lockfileVersion");
  if (version === 1 || version === 2 || version === 3) return version;
  return refuser(
    document,
    "lockfile-version",
    "write it with a version of npm that writes one of these"
  )(
    root.offsetOf("lockfileVersion"),
    version === void 0 ? "The lockfile has no `lockfileVersion`, which must be 1, 2 or 3" : "`lockfileVersion` must be the number 1, 2 or 3"
  );
}
function readPackages(document, map) {
  const folders = /* @__PURE__ */ new Map();
  const installed = [];
  map.forEach((key, value, offset) => {
    const meaning = readKey(key);
    if (meaning.kind === "invalid") {
      refuser(document, "lockfile-invalid-name")(offset, `The key ${quoted(key)} is refused because ${meaning.why}`);
    }
    if (!(value instanceof JsonObject)) {
      return refuser(document, "lockfile-shape")(offset, `The entry ${quoted(key)} must be an object`);
    }
    const fields = new NpmFields(document, key, value);
    const line = document.line(offset);
    const entry = readEntry2(fields, meaning.kind !== "package");
    if (meaning.kind === "package") installed.push({ key, line, entry, folderName: meaning.name, fields });
    else folders.set(key, { key, line, entry });
  });
  const importers = readImporters3(document, map, folders);
  const importerPaths = new Set(importers.map((importer) => importer.path));
  const listed2 = foldersWithin(installed.map(({ key }) => key));
  return {
    importers,
    packages: installed.map(
      (each) => each.entry.link ? linkPackage(document.path, each, folders, importerPaths) : installedPackage(document, listed2.has(each.key) ? each : withoutShrinkwrapped(each), each.fields)
    )
  };
}
function foldersWithin(keys) {
  return new Set(
    keys.flatMap((key) => {
      const at = key.lastIndexOf("/node_modules/");
      return at < 0 ? [] : [key.slice(0, at)];
    })
  );
}
function withoutShrinkwrapped(each) {
  const { claims } = each.entry;
  if (claims.hasShrinkwrap !== true) return each;
  return { ...each, entry: { ...each.entry, claims: { ...claims, shrinkwrapUnlisted: true } } };
}
function readImporters3(document, map, folders) {
  const root = folders.get("");
  if (root === void 0) return [];
  const entry = map.get("");
  const globs = workspaceGlobs(entry.get("workspaces"));
  if (globs === void 0) {
    return refuser(document, "lockfile-shape")(
      entry.offsetOf("workspaces"),
      "`workspaces` must be an array of strings"
    );
  }
  const isWorkspace = workspaceMatcher(globs, document.path);
  return [...folders.values()].filter(({ key }) => key === "" || isWorkspace(key)).map(({ key, line, entry: { name, requires } }) => {
    const known = name ?? (key === "" ? void 0 : /(?:@[^/]+\/)?[^/]+$/.exec(key)?.[0]);
    return { path: key, ...known !== void 0 && { name: known }, line, requires };
  });
}
function linkPackage(path, { key, line, entry, folderName, fields }, folders, importerPaths) {
  const spec = entry.resolved ?? fields.refuse("resolved", "the folder that the link leads to");
  const target = follow(folderOf(path), spec);
  const workspace = importerPaths.has(target.path) && !target.outside;
  const folder = folders.get(target.path)?.entry;
  const source = { kind: workspace ? "workspace" : "link", spec, outside: target.outside, workspace };
  const version = fields.checkVersion(folder?.version ?? "", false);
  const requires = workspace ? [] : folder?.requires ?? [];
  return { key, name: folderName, version, source, line, requires, claims: entry.claims };
}
function installedPackage(document, { key, line, entry, folderName }, fields) {
  const name = entry.name ?? folderName;
  if (name !== folderName) fields.checkName(name);
  const source = resolvedSource(document.path, entry.resolved);
  const version = fields.checkVersion(entry.version ?? "", source.kind === "registry");
  const { resolved, integrity, requires, claims } = entry;
  return lockedPackage({ key, name, version, source, line, requires, claims }, folderName, resolved, integrity);
}

// src/managers/npm/committed.ts
var npmCommitted = {
  places: async (files) => ({ archives: [], stores: await npmrcFolders(files, ["cache"]) }),
  patches: patchesOfManifest
};
async function npmrcFolders(files, keys) {
  const file = await files.at(".npmrc");
  const values2 = file.state === "read" ? npmrcValues(file.value) : /* @__PURE__ */ new Map();
  const named = keys.map((key) => values2.get(key)?.value);
  return foldersNamed(
    files.pathOf(""),
    named.map((value) => typeof value === "string" ? value : void 0)
  );
}

// src/managers/npm/own-limits.ts
async function npmLimits(files) {
  const read2 = await limitReader("npm", [".npmrc"], [files]);
  if (read2 === void 0) return unknownLimits;
  const value = (key) => read2.value({ ".npmrc": key });
  const { version } = read2;
  const waiting = waitingCell(
    value("min-release-age"),
    (days) => scaled(amountOf(days), 24),
    value("min-release-age-exclude"),
    value("before") === void 0 ? byDefault(0) : { hours: void 0, says: "a fixed date (before)" }
  );
  const scripts5 = switched(
    value("ignore-scripts") === true ? true : value("dangerously-allow-all-scripts") === true ? false : void 0,
    { true: { says: "none run" }, false: { says: "all run", fix: "dangerously-allow-all-scripts=false" } },
    since(
      version,
      12,
      { says: "all run (default)" },
      { says: "listed only (default)" },
      { says: "all run before npm 12" }
    )
  );
  const sources = switched(
    value("allow-git"),
    {
      all: { says: "all taken", fix: "allow-git=none" },
      root: { says: "direct ones taken" },
      none: { says: "none taken" }
    },
    since(
      version,
      12,
      { says: "all taken (default)" },
      { says: "none taken (default)" },
      { says: "all taken before npm 12" }
    )
  );
  return {
    ...{ waiting, scripts: scripts5, sources, trust: noSetting, file: ".npmrc" },
    waitLines: (hours) => [`min-release-age=${Math.ceil(hours / 24)}`]
  };
}
var scaled = (count, by) => count === void 0 ? void 0 : count * by;

// src/managers/npm/settings-table.ts
var npmTable = settingsTable(
  [
    harmless("presentation", "audit", "audit-level", "color", "description", "foreground-scripts", "fund", "heading"),
    harmless("presentation", "include-attestations", "json", "loglevel", "logs-dir", "logs-max", "long", "parseable"),
    harmless("presentation", "progress", "quiet", "silent", "timing", "unicode", "usage", "version", "versions"),
    harmless("hoisting", "global-style", "install-strategy", "legacy-bundling", "legacy-peer-deps", "prefer-dedupe"),
    harmless("hoisting", "strict-peer-deps"),
    harmless("linking", "bin-links", "install-links", "link"),
    harmless("publishing", "access", "bypass-2fa", "cidr", "expires", "name", "orgs", "orgs-permission", "packages"),
    harmless("publishing", "pack-destination", "packages-all", "packages-and-scopes-permission", "provenance"),
    harmless("publishing", "provenance-file", "read-only", "scopes", "token-description", "ignore-prepublish"),
    harmless("publishing", "allow-same-version", "commit-hooks", "git-tag-version", "message", "preid"),
    harmless("publishing", "sign-git-commit", "sign-git-tag", "tag-version-prefix", "workspaces-update"),
    harmless("saving", "save", "save-bundle", "save-dev", "save-exact", "save-optional", "save-peer", "save-prefix"),
    harmless("saving", "save-prod", "scope", "format-package-lock"),
    harmless("saving", ...initKeys("author-email", "author-name", "author-url", "license", "version")),
    harmless("saving", "init-private", "init-type"),
    harmless("engines", "engine-strict", "node-version", "os", "cpu", "libc", "umask"),
    harmless("updates", "update-notifier"),
    harmless("speed", "cache-max", "cache-min", "fetch-retries", "fetch-retry-factor", "fetch-retry-maxtimeout"),
    harmless("speed", "fetch-retry-mintimeout", "fetch-timeout", "maxsockets", "offline", "prefer-offline"),
    harmless("speed", "prefer-online"),
    harmless("workspaces", "include-workspace-root", "workspace", "workspaces"),
    harmless("commands", "all", "depth", "diff", "diff-dst-prefix", "diff-ignore-all-space", "diff-name-only"),
    harmless("commands", "diff-no-prefix", "diff-src-prefix", "diff-text", "diff-unified", "edit-dir"),
    harmless("commands", "expect-result-count", "expect-results", "if-present", "include-staged", "keep-edit-dir"),
    harmless("commands", "sbom-format", "sbom-type", "searchexclude", "searchlimit", "searchopts"),
    harmless("commands", "searchstaleness", "which"),
    harmless("selection", "also", "dev", "include", "omit", "only", "optional", "production"),
    registry("registry", "replace-registry-host", "proxy", "http-proxy", "https-proxy", "noproxy", "no-proxy"),
    registry("local-address", "ca", "cafile"),
    [["strict-ssl", { is: "registry", tightens: OFF_ON }]],
    credential("_auth", "_authToken", "_password", "password", "username", "email", "always-auth", "auth-type", "otp"),
    credential("cert", "certfile", "key", "keyfile", "sso-poll-frequency", "sso-type"),
    runs("userconfig", "globalconfig", "extension-file", "git", "node-gyp", "node-options", "script-shell", "shell"),
    runs("browser", "editor", "viewer", "onload-script", "python", ...initKeys("module")),
    limiting("waiting", stricter("greater", "min-release-age"), stricter("fewer", "min-release-age-exclude")),
    limiting("waiting", install("before")),
    limiting("scripts", stricter(OFF_ON, "ignore-scripts", "strict-allow-scripts"), stricter("fewer", "allow-scripts")),
    limiting("scripts", stricter(ON_OFF, "dangerously-allow-all-scripts")),
    limiting("sources", stricter(["all", "root", "none"], "allow-git", "allow-remote")),
    stricter(["all", "root", "none"], "allow-directory", "allow-file"),
    stricter(OFF_ON, "package-lock", "shrinkwrap", "strict-npmrc"),
    stricter(ON_OFF, "allow-unused-patches", "force", "ignore-patch-failures"),
    stricter(ON_OFF, "rebuild-bundle", "unsafe-perm", "yes", "omit-lockfile-registry-resolved"),
    install("allow-scripts-pending", "allow-scripts-pin", "cache", "call", "dry-run", "global"),
    install("global-ignore-file", "ignore-existing", "ignore-extension", "location", "lockfile-version", "package"),
    install("package-lock-only", "patches-dir", "prefix", "scripts-prepend-node-path", "tag", "tmp", "to", "user"),
    install("user-agent", "group", "nodedir", "disturl", "dist-url", "build-from-source", "devdir")
  ],
  [
    [/^@[^:]*:registry$/, { is: "registry" }],
    // Any other setting of one registry; its host and path may hold every character.
    [/^\/\/.*$/s, { is: "credential" }],
    // Where an install script downloads its binary: `sass_binary_site`, `canvas_binary_host_mirror`, `electron_mirror`.
    [
      /^.+[_-](?:mirror|(?:binary|dist|download|cdn)[_-]?(?:host|site|dir|path|url|mirror|cdnurl)s?.*|cdnurl)$/is,
      { is: "install" }
    ]
  ]
);
function initKeys(...names) {
  return names.flatMap((name) => [`init-${name}`, `init.${name.replaceAll("-", ".")}`]);
}

// src/managers/npm/settings.ts
var npmSettings = {
  registries: { ".npmrc": npmrcRegistries },
  readsAbove: () => false,
  scripts: scripts2,
  repeats: "nothing",
  overrides: (manifest) => Promise.resolve(npmOverrides(manifest)),
  table: npmTable,
  limits: npmLimits,
  files: [".npmrc"],
  manifestKeys: [
    ["override", "overrides"],
    ["gate", "allowScripts"],
    ["gate", "config"],
    ...hookKeys(
      "preinstall",
      "install",
      "postinstall",
      "prepublish",
      "preprepare",
      "prepare",
      "postprepare",
      "dependencies"
    )
  ],
  workspaces: () => Promise.resolve([]),
  builds: { of: "the root", heedsGypfile: true },
  foundByName: () => void 0
};
async function scripts2(files) {
  const manifest = await scriptManifest(files);
  const ignores = npmrcIgnoresScripts((await scriptFile(files, ".npmrc"))?.value ?? []);
  if (ignores !== false) return ignores && { file: ".npmrc", restricted: true, ...noLists };
  const list = objectOf(manifest.get("allowScripts"));
  const engine = objectOf(objectOf(manifest.get("devEngines")).get("packageManager"));
  const named = [
    /^npm@(.*)$/.exec(textOf(manifest.get("packageManager")))?.[1],
    engine.get("name") === "npm" ? textOf(engine.get("version")) : void 0,
    textOf(objectOf(manifest.get("engines")).get("npm"))
  ];
  const isOlder = named.some((version = "") => /^[\^~=v<>\s]*(?:\d|1[01])(?:\.|\s|$|-)/.test(version));
  return list.keys.length === 0 || isOlder ? void 0 : scriptSettings("package.json", true, [sides(list)]);
}
var textOf = (value) => typeof value === "string" ? value : "";

// src/managers/npm/tree.ts
var NpmTree = class extends Tree {
  #parents;
  #children = /* @__PURE__ */ new Map();
  constructor(lockfile) {
    super(lockfile);
    const places2 = /* @__PURE__ */ new Map();
    for (const [at, importer] of this.importers.entries()) places2.set(importer.path, at);
    for (const [at, each] of this.packages.entries()) {
      if (each.place === void 0) places2.set(each.key, this.nodeOf(at));
    }
    for (const [at, each] of this.packages.entries()) this.#addLink(places2, lockfile.path, each, this.nodeOf(at));
    const parents = new Array(this.size).fill(NOWHERE);
    for (const [path, node] of places2) parents[node] = this.#adopt(places2, path, node);
    this.#parents = parents;
  }
  /** npm installs from its root, which depends on every workspace. */
  get roots() {
    const root = this.importers.findIndex(({ path }) => path === "");
    return root < 0 ? [] : [root];
  }
  /** What `name` leads to from a node's own folder (for a link: from the folder that it leads to), or `NOWHERE`. */
  resolve(from, name) {
    for (let at = this.behind(from); at !== NOWHERE; at = this.#parents[at] ?? NOWHERE) {
      const found = this.#children.get(at)?.get(name);
      if (found !== void 0) return found;
    }
    return NOWHERE;
  }
  /** A link's folder is a place of its own; the first link to it represents it, unless an importer does. */
  #addLink(places2, lockfilePath, each, node) {
    if (each.source.kind !== "link" && each.source.kind !== "workspace") return;
    if (each.resolved !== void 0) return;
    const { path } = follow(folderOf(lockfilePath), each.source.spec ?? "");
    const home = places2.get(path);
    if (home === void 0) places2.set(path, node);
    this.homes.set(node, home ?? node);
  }
  /** Finds the nearest listed folder above a place, and enters the place there if it is directly installed in it. */
  #adopt(places2, path, node) {
    if (path === "") return NOWHERE;
    const beside = /^\.\.(?:\/|$)/.test(path);
    for (let above = folderOf(path); ; above = folderOf(above)) {
      if (above === "" && beside) return NOWHERE;
      const parent = places2.get(above);
      if (parent !== void 0 && parent !== node) {
        const prefix = above === "" ? "node_modules/" : `${above}/node_modules/`;
        if (path.startsWith(prefix)) this.#enter(parent, path.slice(prefix.length), node);
        return parent;
      }
      if (above === "") return NOWHERE;
    }
  }
  #enter(parent, name, node) {
    if (name.split("/").length > (name.startsWith("@") ? 2 : 1)) return;
    const children = this.#children.get(parent);
    if (children === void 0) this.#children.set(parent, /* @__PURE__ */ new Map([[name, node]]));
    else children.set(name, node);
  }
};

// src/managers/npm/index.ts
var npm = {
  id: "npm",
  program: "npm",
  isNamedBy: (program) => program === "npm",
  published: { name: "npm" },
  lockfile: {
    parse: parseNpmLockfile,
    versions: "the versions 1 to 3",
    withImporters: statedImporters,
    treeOf: (lockfile) => new NpmTree(lockfile),
    containerOf: (key) => {
      const at = key.lastIndexOf("/node_modules/");
      return at < 0 ? void 0 : key.slice(0, at);
    },
    topLevels: (importer) => ["node_modules/", ...importer === "" ? [] : [`${importer}/node_modules/`]],
    namesWorkspaces: true,
    workspacesIn: "the root manifest",
    locksOptional: false,
    installsDevOfFolders: true,
    folderScripts: scriptsOfEveryFolder,
    keepsWorkspaceSpecs: false,
    repeatsRanges: true,
    reportsMissing: false,
    mayLockPeers: false
  },
  settings: npmSettings,
  committed: npmCommitted
};
var npmLockfiles = [
  {
    program: "npm",
    names: ["package-lock.json", "npm-shrinkwrap.json"],
    mergesConflicts: true,
    reading: readBy(npm)
  }
];

// src/lockfile/caret-class.ts
function caretClass(version) {
  const [major = "", minor = "", patch = ""] = version.split(/[.+-]/, 3);
  if (major !== "0") return major;
  return minor === "0" ? `0.0.${patch}` : `0.${minor}`;
}

// src/managers/pnpm/edges.ts
var PINNED = /^(?:npm:(.+)@)?(\d+)\.(\d+)\.(\d+)/;
function edgesOf(requires) {
  return requires.filter(({ type }) => type !== "peer").map(({ name, spec }) => `${name} ${compatible(spec)}`).sort();
}
function compatible(spec) {
  const [found, name = "", major = "", minor = "", patch = ""] = PINNED.exec(spec) ?? [];
  if (found === void 0) return "elsewhere";
  return `${name}@${caretClass(`${major}.${minor}.${patch}`)}`;
}

// src/managers/pnpm/fields.ts
var pnpmFields = new Map([
  ["name", read],
  ["version", read],
  // Its fields that are not read into the source and the pins: variants of a runtime, the archive of a binary, a path.
  ["resolution", compared("source")],
  ["hasBin", compared("bin")],
  ["requiresBuild", compared("has-install-script", ["7.0", "9.0"])],
  ["prepare", compared("has-install-script", ["7.0", "9.0"])],
  ["bundledDependencies", compared("in-bundle")],
  ["peerDependencies", ignored("Extensions rewrite it under one version; what answers a peer stands in the key.")],
  ...["os", "cpu", "libc"].map(
    (field) => [field, compared("platforms", field === "libc" ? ["5.2", "5.3"] : [])]
  ),
  ["patched", compared("other-fields", ["5.2", "5.3", "5.4", "5.4-inlineSpecifiers", "6.0", "6.1", "7.0"])],
  ["id", compared("other-fields", ["9.0"])],
  ["dependencies", read],
  ["optionalDependencies", read],
  ["transitivePeerDependencies", ignored("Computed from the edges of what it is linked with.")],
  ["dev", ignored(reasons.type)],
  ["optional", ignored(reasons.type)],
  ["deprecated", ignored(reasons.shown)],
  ["engines", ignored(reasons.engines)],
  ["peerDependenciesMeta", ignored(reasons.peers)]
]);
function pnpmComparedFields(formatVersion, entryOf, requiresOf) {
  return {
    of(key) {
      const fields = /* @__PURE__ */ new Map();
      const entry = entryOf(key);
      for (const object of new Set(entry?.objects)) {
        object.forEach((field, value) => {
          if (field === "resolution" && value instanceof JsonObject) value = unread2(value, entry);
          compareField(fields, pnpmFields, field, value);
        });
      }
      const linked2 = edgesOf(requiresOf(key));
      if (linked2.length > 0) fields.set("dependencies", { aspect: "requirements", value: linked2 });
      return fields;
    },
    writes: (field) => field === "dependencies" || writesField(pnpmFields, formatVersion)(field)
  };
}
function unread2(resolution, { resolution: { isRead } }) {
  const kept = resolution.keys.filter((key) => !isRead.has(key) && !saysNothing(resolution.get(key)));
  return new JsonObject(
    resolution.offset,
    kept,
    kept.map((key) => resolution.get(key) ?? null),
    kept.map((key) => resolution.offsetOf(key))
  );
}

// src/managers/pnpm/documents.ts
var MARK = /^---(?=[ \t\r\n]|$)[^\n]*$/gm;
function refuseOtherMarks(path, text2) {
  const marks = [...text2.matchAll(MARK)];
  const isWritten = marks.length === 2 && marks[0]?.index === 0 && marks.every(([line]) => line === "---");
  if (marks.length === 0 || isWritten) return;
  const wrong = marks.find(({ index, 0: line }) => line !== "---" || index > 0 && marks.length === 1) ?? marks[0];
  throw new GateFailure(
    "lockfile-yaml",
    `A \`---\` stands where pnpm does not write one, and pnpm then ignores part of the lockfile or all of it; ${lockfileYamlFaults.fix}.`,
    placeIn(path, text2, wrong?.index ?? 0)
  );
}
var TWO_DOCUMENTS = 11;
async function unreadDocuments(path, files) {
  const manifest = await files.at("package.json");
  if (manifest.state !== "read") return [];
  const root = objectOf(manifest.value.value);
  const engine = objectOf(objectOf(root.get("devEngines")).get("packageManager"));
  const [name, version] = [scalarText(engine.get("name")), scalarText(engine.get("version"))];
  const named = [scalarText(root.get("packageManager")), `${name}@${version}`];
  const old = named.find((each) => Number(/^pnpm@[^\d]*(\d+)/.exec(each)?.[1]) < TWO_DOCUMENTS);
  if (old === void 0) return [];
  return [{ code: "unread-documents", path, line: 1, args: { manager: old, manifest: manifest.path } }];
}

// src/managers/pnpm/rush.ts
var LOCKFILE = /^((?:.*\/)?)common\/config\/(?:rush|subspaces\/([^/]+))\/pnpm-lock\.yaml$/;
function writtenIn(path, has) {
  const [found, root = "", subspace] = LOCKFILE.exec(path) ?? [];
  if (found === void 0 || !has(`${root}rush.json`)) return "";
  return subspace === void 0 ? "../../temp" : `../../../temp/${subspace}`;
}

// src/managers/pnpm/importers.ts
var MAPS = [
  ["dependencies", "prod"],
  ["optionalDependencies", "optional"],
  ["devDependencies", "dev"],
  ["configDependencies", "prod"],
  ["packageManagerDependencies", "prod"]
];
function readPnpmImporters(document, root, importers, packages, home) {
  const refuse = refuser(document, "lockfile-shape");
  if (importers === void 0) return [readImporter("", root, 1)];
  const read2 = [];
  importers.forEach((key, value, offset) => {
    const path = key === "." ? "" : key;
    if (path !== normalise(path)) refuse(offset, `The importer ${quoted(key, limits.path)} is not a normalised path`);
    if (!(value instanceof JsonObject)) refuse(offset, `The importer ${quoted(key, limits.path)} must be a map`);
    else read2.push(readImporter(importerFolder(home, key), value, document.line(offset)));
  });
  return read2;
  function readImporter(path, importer, line) {
    const specifiers = importer.get("specifiers");
    const requires = [];
    for (const [map, type] of MAPS) {
      const asked3 = importer.get(map);
      if (asked3 === void 0 || asked3 === null) continue;
      if (!(asked3 instanceof JsonObject)) return refuse(importer.offsetOf(map), `\`${map}\` must be a map`);
      asked3.forEach((name, value, offset) => {
        if (!isPackageName(name)) {
          refuser(document, "lockfile-invalid-name")(offset, `${quoted(name, limits.name)} is not a package name`);
        }
        const inline = value instanceof JsonObject;
        const reference = inline ? value.get("version") : value;
        const specifier = inline ? value.get("specifier") : specifiers instanceof JsonObject ? specifiers.get(name) : void 0;
        if (typeof reference !== "string" || typeof specifier !== "string") {
          return refuse(offset, `${quoted(name, limits.name)} must have a specifier and a version, both strings`);
        }
        requires.push({ name, spec: specifier, type, to: packages.keyOf(name, reference, path, offset) });
      });
    }
    const published2 = publishDirectory(importer);
    return { path, line, requires, ...published2 !== void 0 && { publishDirectory: published2 } };
  }
}
function publishDirectory(importer) {
  const folder = importer instanceof JsonObject ? importer.get("publishDirectory") : void 0;
  return typeof folder === "string" ? normalise(folder) : void 0;
}
function importerFolder(home, key) {
  return key === "." ? "" : normalise(join(home, key));
}

// src/managers/pnpm/keys.ts
function withoutPeers(key) {
  let end = key.length;
  let depth = 0;
  for (let at = key.length - 1; at >= 0; at--) {
    const character = key[at];
    if (character === ")") depth++;
    else if (character === "(") {
      if (--depth < 0) break;
      if (depth === 0) end = at;
    } else if (depth === 0) break;
  }
  return key.slice(0, end);
}
function readPnpmKey(key, style) {
  if (style === "at") return split(withoutPeers(key), "@");
  const slash = key.indexOf("/");
  if (slash < 0) return void 0;
  const rest = withoutPeers(key.slice(slash + 1));
  const parts = split(rest, style === "slash" ? "/" : "@");
  if (parts === void 0) return void 0;
  const version = style === "slash" ? /^[^_]*/.exec(parts.version)?.[0] ?? "" : parts.version;
  return { name: parts.name, version, ...slash > 0 && { host: key.slice(0, slash) } };
}
function split(text2, mark) {
  const from = text2.startsWith("@") ? text2.indexOf("/") + 1 : 0;
  const at = text2.indexOf(mark, from);
  if (at < 1 || at === text2.length - 1) return void 0;
  return { name: text2.slice(0, at), version: text2.slice(at + 1) };
}
function keysOf(name, reference, style) {
  if (style === "at") return [reference, `${name}@${reference}`];
  return [reference, style === "slash" ? `/${name}/${reference}` : `/${name}@${reference}`];
}

// src/managers/pnpm/source.ts
var gitFields = /* @__PURE__ */ new Set(["type", "repo", "commit", "path"]);
var directoryFields = /* @__PURE__ */ new Set(["type", "directory"]);
var otherFields = /* @__PURE__ */ new Set(["type", "integrity"]);
var tarballFields = /* @__PURE__ */ new Set(["tarball", "integrity", "registry", "gitHosted"]);
var FORGE_ARCHIVE = /^https:\/\/(?:codeload\.github\.com\/|gitlab\.com\/.*\/archive\.|bitbucket\.org\/.*\/get\/)/i;
function readResolution(lockfilePath, key, resolution, fields, place) {
  const text2 = (name) => fields.string(name, resolution.get(name));
  const [type, tarball, integrity] = [text2("type"), text2("tarball"), text2("integrity")];
  const pinned = integrity === void 0 ? {} : { integrity };
  if (type === "git") {
    const folder = text2("path");
    const spec = `${text2("repo") ?? ""}#${text2("commit") ?? ""}${folder === void 0 ? "" : `&path:${folder}`}`;
    return { source: { kind: "git", spec }, isRead: gitFields };
  }
  if (type === "directory") {
    return { source: directory(lockfilePath, text2("directory") ?? "", place), isRead: directoryFields };
  }
  if (type !== void 0) {
    return { source: { kind: "remote", spec: `${type}:${key.version}` }, ...pinned, isRead: otherFields };
  }
  const shared = { ...pinned, isRead: tarballFields };
  if (tarball !== void 0 && /^\s*file:/i.test(tarball)) {
    return { source: fileSource(lockfilePath, tarball, join(folderOf(lockfilePath), place.home)), ...shared };
  }
  if (!isExact(key.version)) {
    const spec = tarball ?? key.version;
    const kind = FORGE_ARCHIVE.test(spec) || text2("gitHosted") !== void 0 ? "git" : "remote";
    return { source: { kind, spec }, ...shared };
  }
  const resolved = tarball ?? text2("registry") ?? (key.host === void 0 ? void 0 : hostAddress(key, key.host));
  return { source: { kind: "registry" }, ...resolved !== void 0 && { resolved }, ...shared };
}
function directory(lockfilePath, folder, { home, importers }) {
  const { path, outside } = follow(
    folderOf(lockfilePath),
    /^(?:[/\\~]|[a-z]:)/i.test(folder) ? folder : join(home, folder)
  );
  if (!outside && importers.has(path)) return { kind: "workspace", spec: path, outside, workspace: true };
  return { kind: "link", spec: `file:${folder}`, outside, workspace: false };
}
function hostAddress({ name, version }, host) {
  return `https://${host}/${name}/-/${name.slice(name.lastIndexOf("/") + 1)}-${version}.tgz`;
}

// src/managers/pnpm/packages.ts
var PnpmPackages = class {
  #document;
  #prefix;
  #home;
  #style;
  #importers;
  #published;
  #snapshots = /* @__PURE__ */ new Map();
  /** The names under which a snapshot is required, by its key; filled while references are read. */
  #asked = /* @__PURE__ */ new Map();
  #links = /* @__PURE__ */ new Map();
  #refuse;
  /** @param importers their folders, relative to the lockfile's, each with the folder below it that it publishes */
  constructor(document, prefix, home, style, importers, packages, snapshots) {
    this.#document = document;
    this.#prefix = prefix;
    this.#style = style;
    this.#home = home;
    this.#importers = new Set(importers.keys());
    this.#published = new Set(
      [...importers].flatMap(([folder, published2]) => published2 === void 0 ? [] : join(folder, published2))
    );
    this.#refuse = refuser(document, "lockfile-shape");
    const entries = /* @__PURE__ */ new Map();
    packages?.forEach((key, value, offset) => entries.set(key, this.#entry(key, value, offset)));
    if (style === "at") this.#readSnapshots(entries, snapshots);
    else for (const [key, entry] of entries) this.#snapshots.set(key, { key, entry, object: entry.object });
  }
  #readSnapshots(entries, snapshots) {
    const resolved = /* @__PURE__ */ new Set();
    snapshots?.forEach((key, object, offset) => {
      const of = entries.has(key) ? key : withoutPeers(key);
      const entry = entries.get(of) ?? this.#refuse(offset, `\`packages\` has no entry for ${quoted(key)}`);
      if (!(object instanceof JsonObject)) return this.#refuse(offset, `The snapshot ${quoted(key)} must be a map`);
      resolved.add(of);
      this.#snapshots.set(key, { key, entry, object });
    });
    const none = new JsonObject(0, [], [], []);
    for (const [key, entry] of entries) if (!resolved.has(key)) this.#snapshots.set(key, { key, entry, object: none });
  }
  #entry(key, object, offset) {
    if (!(object instanceof JsonObject)) return this.#refuse(offset, `The entry ${quoted(key)} must be a map`);
    const fields = new EntryFields(this.#document, key, object);
    const resolution = fields.map("resolution") ?? fields.refuse("resolution", "a map");
    const [ownName2, ownVersion] = [fields.string("name"), fields.string("version")];
    const parts = this.#parts(key, ownName2, ownVersion, offset);
    const name = ownName2 ?? parts.name;
    for (const each of [name, parts.name]) {
      if (isPackageName(each)) continue;
      const shown2 = `${quoted(key)} has the name ${quoted(each, limits.name)}, which no registry accepts`;
      return refuser(this.#document, "lockfile-invalid-name")(offset, shown2);
    }
    const read2 = readResolution(this.#document.path, parts, resolution, fields, {
      home: this.#home,
      importers: this.#importers
    });
    this.#refuseOtherWords(key, parts, { name: ownName2, version: ownVersion }, read2.source.kind, offset);
    const version = ownVersion ?? parts.version.replace(/^runtime:/, "");
    fields.checkVersion(version, read2.source.kind === "registry");
    const claims = {};
    for (const claim of ["dev", "optional"]) {
      const value = fields.boolean(claim);
      if (value !== void 0) claims[claim] = value;
    }
    if (fields.boolean("requiresBuild") === true) claims.hasInstallScript = true;
    return { object, name, alias: parts.name, version, line: this.#document.line(offset), resolution: read2, claims };
  }
  /** Whether the key or the fields win depends on pnpm's version, so both must name the same registry package. */
  #refuseOtherWords(key, parts, own, kind, offset) {
    if (kind !== "registry") return;
    const same = (own.name ?? parts.name) === parts.name && (own.version ?? parts.version) === parts.version;
    if (same) return;
    const shown2 = `${quoted(key)} calls itself ${quoted(`${own.name ?? parts.name}@${own.version ?? parts.version}`)}`;
    refuser(this.#document, "lockfile-value")(offset, shown2);
  }
  /** If a key names no package (an address, before version 9), the entry's own fields do. */
  #parts(key, name, version, offset) {
    const parts = readPnpmKey(key, this.#style);
    if (this.#style !== "at" && !key.startsWith("/") && name !== void 0) {
      const own = { name, version: version === void 0 || isAddress(key) ? withoutPeers(key) : version };
      return parts?.host === void 0 || isAddress(key) ? own : { ...own, host: parts.host };
    }
    return parts ?? this.#refuse(offset, `The key ${quoted(key)} does not name a package`);
    function isAddress(text2) {
      return version === void 0 || !withoutPeers(text2).replace(/_.*$/, "").endsWith(version);
    }
  }
  /**
   * The key that a reference leads to.
   * @param from folder of the importer whose reference it is; links of packages start at the lockfile's folder
   */
  keyOf(name, reference, from, offset) {
    if (reference.startsWith("link:")) return this.#link(name, reference.slice("link:".length), from, offset);
    const key = keysOf(name, reference, this.#style).find((each) => this.#snapshots.has(each));
    if (key !== void 0) {
      if (this.#snapshots.get(key)?.entry.name !== name) this.#noteAlias(key, name);
      return this.#prefix + key;
    }
    const shown2 = `${quoted(name, limits.name)} refers to ${quoted(reference)}, which is not in the lockfile`;
    return this.#refuse(offset, shown2);
  }
  #noteAlias(key, name) {
    this.#asked.set(key, (this.#asked.get(key) ?? /* @__PURE__ */ new Set()).add(name));
  }
  #link(name, target, from, offset) {
    const lockfileFolder = folderOf(this.#document.path);
    const absolute = follow("", target).path === target && /^(?:\/|~|[a-z]:)/i.test(target);
    const { path, outside } = follow(lockfileFolder, absolute ? target : join(from === "" ? this.#home : from, target));
    const key = `${this.#prefix}link:${path}`;
    if (!this.#links.has(key)) {
      const workspace = !outside && (this.#importers.has(path) || this.#published.has(path));
      this.#links.set(key, {
        ...{ key, name, version: "", line: this.#document.line(offset), requires: [], claims: {} },
        source: { kind: workspace ? "workspace" : "link", spec: path, outside, workspace }
      });
    }
    return key;
  }
  /** An entry as it was written. */
  entryOf(key) {
    const found = this.#snapshots.get(key.slice(this.#prefix.length));
    return found && { objects: [found.entry.object, found.object], resolution: found.entry.resolution };
  }
  /** All packages in the document's order; links last, because they are known only once all references were read. */
  made() {
    const made = [...this.#snapshots.values()].map((snapshot) => this.#locked(snapshot));
    const packages = made.map((each) => {
      const names = this.#asked.get(each.key.slice(this.#prefix.length));
      return names === void 0 ? each : { ...each, ...aliased(each.name, [...aliasesOf(each), ...names]) };
    });
    return [...packages, ...this.#links.values()];
  }
  #locked({ key, entry, object }) {
    const { name, alias, version, line, claims, resolution } = entry;
    const { source, resolved, integrity } = resolution;
    const requires = this.#requires(entry, object);
    const made = { key: this.#prefix + key, name, version, source, line, requires, claims };
    return lockedPackage(made, alias, resolved, integrity);
  }
  #requires(entry, object) {
    const requires = [];
    const [peers, meta] = [entry.object.get("peerDependencies"), entry.object.get("peerDependenciesMeta")];
    const read2 = (map, type) => {
      const asked3 = object.get(map);
      if (asked3 === void 0 || asked3 === null) return;
      if (!(asked3 instanceof JsonObject)) return void this.#refuse(object.offsetOf(map), `\`${map}\` must be a map`);
      asked3.forEach((name, reference, offset) => {
        if (typeof reference !== "string") {
          return this.#refuse(offset, `${quoted(name, limits.name)} in \`${map}\` must be a string`);
        }
        const to = this.keyOf(name, reference, "", offset);
        const isPeer = peers instanceof JsonObject && peers.has(name);
        const optional = meta instanceof JsonObject ? meta.get(name) : void 0;
        const optionalPeer = isPeer && optional instanceof JsonObject && optional.get("optional") === true;
        requires.push({
          ...{ name, spec: this.#specOf(name, reference, to), type: isPeer ? "peer" : type, to },
          ...optionalPeer && { optionalPeer }
        });
      });
    };
    read2("dependencies", "prod");
    read2("optionalDependencies", "optional");
    return requires;
  }
  /** pnpm does not record the spec that a package asked for, so this is what it got, written as a spec. */
  #specOf(name, reference, to) {
    const found = this.#snapshots.get(to.slice(this.#prefix.length))?.entry;
    if (found?.resolution.source.kind !== "registry") return reference;
    return found.name === name ? found.version : `npm:${found.name}@${found.version}`;
  }
};

// src/text/yaml-scalar.ts
var NOT_A_STRING = /^[-+.0-9~ntfNTF]/;
var WORDS = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null]),
  ...["true", "True", "TRUE"].map((word) => [word, true]),
  ...["false", "False", "FALSE"].map((word) => [word, false])
]);
var NUMBER2 = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$/;
var DISPUTED = /^(?:[-+]?[0-9.][0-9._]*_[0-9._]*(?:[eE][-+]?[0-9]+)?|[-+]?0(?:b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt ]).*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
function resolvePlain(text2, schema) {
  if (schema === "failsafe" || !NOT_A_STRING.test(text2)) return text2;
  const word = WORDS.get(text2);
  if (word !== void 0) return word;
  if (NUMBER2.test(text2)) return /^[-+]?0[0-9]/.test(text2) ? void 0 : Number(text2);
  return DISPUTED.test(text2) ? void 0 : text2;
}
var ESCAPES = /* @__PURE__ */ new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "	"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1B"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xA0"],
  ["L", "\u2028"],
  ["P", "\u2029"]
]);
var ESCAPE2 = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.?))/gsu;
function unescapeDouble(raw) {
  let known = true;
  const text2 = raw.replace(ESCAPE2, (_, x, u, long, letter) => {
    const hex = x ?? u ?? long;
    const code = hex === void 0 ? NaN : parseInt(hex, 16);
    const meant2 = code <= 1114111 ? String.fromCodePoint(code) : ESCAPES.get(letter ?? "");
    if (meant2 === void 0) known = false;
    return meant2 ?? "";
  });
  return known ? text2 : void 0;
}
function joinBlock(lines, { folded, chomping }) {
  let count = lines.length;
  while (count > 0 && lines[count - 1] === "") count--;
  const parts = [];
  let blank = 0;
  let further = false;
  for (let at = 0; at < count; at++) {
    const line = lines[at];
    if (line === "") {
      blank++;
      continue;
    }
    const indented = line.startsWith(" ") || line.startsWith("	");
    if (parts.length === 0) parts.push("\n".repeat(blank));
    else if (!folded || further || indented) parts.push("\n".repeat(blank + 1));
    else parts.push(blank === 0 ? " " : "\n".repeat(blank));
    parts.push(line);
    further = indented;
    blank = 0;
  }
  const trailing = lines.length - count;
  if (chomping === "keep") parts.push("\n".repeat(count === 0 ? trailing : trailing + 1));
  else if (chomping === "clip" && count > 0) parts.push("\n");
  return parts.join("");
}

// src/text/yaml-block-scalar.ts
var HEADER = /[|>](?:([1-9])([-+]?)|([-+])([1-9]?))?/y;
var CHOMPING = { "": "clip", "-": "strip", "+": "keep" };
function readBlockScalar(cursor, parent) {
  const { text: text2 } = cursor;
  HEADER.lastIndex = cursor.at;
  const header = HEADER.exec(text2);
  const folded = header[0].startsWith(">");
  const digit = header[1] ?? header[4] ?? "";
  const chomping = CHOMPING[header[2] ?? header[3] ?? ""];
  cursor.at += header[0].length;
  cursor.endLine();
  let indent = digit === "" ? -1 : parent + Number(digit);
  let widestBlank = 0;
  const lines = [];
  while (cursor.at < text2.length) {
    const start = cursor.at;
    const feed = text2.indexOf("\n", start);
    const stop = feed < 0 ? text2.length : feed;
    const end = text2[stop - 1] === "\r" && stop > start ? stop - 1 : stop;
    let content = start;
    while (content < end && text2[content] === " ") content++;
    const width = content - start;
    if (content === end) {
      if (feed < 0) cursor.refuse("The YAML breaks off in a blank line of a text", start);
      if (indent < 0) widestBlank = Math.max(widestBlank, width);
      else if (width > indent) cursor.refuse("The YAML has a text with a blank line of more spaces", start);
      lines.push("");
    } else {
      if (indent < 0 && width > parent) {
        if (widestBlank > width) cursor.refuse("The YAML has a text that begins with a blank line of more spaces");
        indent = width;
      }
      if (width < indent || indent < 0) break;
      lines.push(text2.slice(start + indent, end));
    }
    cursor.at = feed < 0 ? text2.length : feed + 1;
  }
  return joinBlock(lines, { folded, chomping });
}

// src/text/yaml-cursor.ts
var MAX_DEPTH2 = 200;
var unit = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  comma: 44,
  dash: 45,
  colon: 58,
  greater: 62,
  question: 63,
  openBracket: 91,
  closeBracket: 93,
  openBrace: 123,
  pipe: 124,
  closeBrace: 125
};
var INDICATORS = new Map([
  ["&", "an anchor"],
  ["*", "an alias"],
  ["!", "a tag"],
  ["%", "a directive"],
  ["@", "a reserved character"],
  ["`", "a reserved character"],
  ["#", "a comment without a space before it"],
  ["	", "a tab"],
  ...[",", "[", "]", "{", "}", "|", ">", '"', "'"].map((mark) => [mark, `a misplaced ${mark}`])
]);
var YamlCursor = class {
  text;
  at = 0;
  #path;
  #faults;
  #schema;
  #depth = 0;
  constructor(text2, path, faults2, schema) {
    this.text = text2;
    this.#path = path;
    this.#faults = faults2;
    this.#schema = schema;
  }
  /** @param what the sentence without its place and fix */
  refuse(what, offset = this.at, code = this.#faults.syntax) {
    const { line, column } = placeIn(this.#path, this.text, Math.min(offset, this.text.length));
    throw new GateFailure(code, `${what} at ${line}:${column}; ${this.#faults.fix}.`, {
      path: this.#path,
      line,
      column
    });
  }
  refuseTwice(key, offset) {
    return this.refuse(`${quoted(key, limits.name)} appears twice in one map`, offset, this.#faults.duplicateKey);
  }
  enter() {
    if (++this.#depth > MAX_DEPTH2) {
      this.refuse(`The YAML is nested deeper than ${MAX_DEPTH2} levels`, this.at, this.#faults.depth);
    }
  }
  leave() {
    this.#depth--;
  }
  unit(offset = this.at) {
    return this.text.charCodeAt(offset);
  }
  /** Whether a space or the end of a line or of the text is there. */
  isBlank(offset) {
    const code = this.text.charCodeAt(offset);
    return code === unit.space || this.isBreak(code);
  }
  isBreak(code) {
    return code === unit.lineFeed || code === unit.carriageReturn || Number.isNaN(code);
  }
  skipSpaces() {
    while (this.text.charCodeAt(this.at) === unit.space) this.at++;
    return this.text.charCodeAt(this.at);
  }
  /** Whether only a comment is left of the line; the cursor is after a space or a token. */
  isLineDone() {
    const start = this.at;
    const code = this.skipSpaces();
    return this.isBreak(code) || code === unit.hash && (this.at > start || this.unit(start - 1) === unit.space);
  }
  /** Leaves a line of which only a comment may be left. */
  endLine() {
    if (!this.isLineDone()) this.refuse("The line continues with text that no package manager writes there");
    this.skipLine();
  }
  skipLine() {
    const end = this.text.indexOf("\n", this.at);
    this.at = end < 0 ? this.text.length : end + 1;
  }
  /** A scalar in quotes, on one line. */
  quoted() {
    return this.unit() === unit.doubleQuote ? this.#double() : this.#single();
  }
  #double() {
    const start = this.at + 1;
    let end = this.text.indexOf('"', start);
    for (; end > 0 && this.#isEscaped(end); end = this.text.indexOf('"', end + 1)) ;
    const raw = this.#between(start, end);
    if (!raw.includes("\\")) return raw;
    return unescapeDouble(raw) ?? this.refuse("The YAML has an unknown escape in the quotes", start);
  }
  #isEscaped(offset) {
    let backslashes = 0;
    while (this.text[offset - 1 - backslashes] === "\\") backslashes++;
    return backslashes % 2 === 1;
  }
  #single() {
    const start = this.at + 1;
    let end = this.text.indexOf("'", start);
    let doubled = false;
    for (; end > 0 && this.unit(end + 1) === unit.singleQuote; end = this.text.indexOf("'", end + 2)) doubled = true;
    const raw = this.#between(start, end);
    return doubled ? raw.replaceAll("''", "'") : raw;
  }
  #between(start, end) {
    if (end < 0) this.refuse("The YAML is cut off: a closing quote is missing", start - 1);
    const raw = this.text.slice(start, end);
    if (raw.includes("\n")) this.refuse("A quoted string spans several lines", start - 1);
    this.at = end + 1;
    return raw;
  }
  /**
   * A plain scalar, on one line: it ends before a colon that ends a key, before a comment, and in a flow collection
   * before what separates or closes.
   */
  plain(flow) {
    const { text: text2 } = this;
    const start = this.at;
    const what = INDICATORS.get(text2[start] ?? "");
    if (what !== void 0) this.refuse(`The YAML has ${what}, which no package manager writes there`);
    const first = text2.charCodeAt(start);
    const isMark = first === unit.dash || first === unit.question || first === unit.colon;
    if (isMark && (this.isBlank(start + 1) || flow && isFlowMark(text2.charCodeAt(start + 1)))) {
      this.refuse("The YAML has an entry that no package manager writes there");
    }
    let end = start;
    let at = start;
    for (; ; at++) {
      const code = text2.charCodeAt(at);
      if (code === unit.space) continue;
      if (code === unit.colon) {
        const next = at + 1;
        if (this.isBlank(next) || flow && isFlowMark(text2.charCodeAt(next))) break;
      } else if (code === unit.hash) {
        if (text2.charCodeAt(at - 1) === unit.space) break;
      } else if (code === unit.tab) {
        this.refuse("The YAML has a tab", at);
      } else if (this.isBreak(code) || flow && isFlowMark(code)) break;
      end = at + 1;
    }
    this.at = end;
    return text2.slice(start, end);
  }
  resolve(plain, offset) {
    const value = resolvePlain(plain, this.#schema);
    if (value !== void 0) return value;
    return this.refuse(
      `${quoted(plain)} means different things to different readers of YAML and is not quoted`,
      offset
    );
  }
  /** The text of a plain key, which must be what every reader makes of it. */
  plainKey(plain, offset) {
    if (plain === "<<") this.refuse("The YAML has a merge key", offset);
    const value = this.resolve(plain, offset);
    if (typeof value === "string" || JSON.stringify(value) === plain) return plain;
    return this.refuse(`The key ${quoted(plain)} is not a string, and is not quoted`, offset);
  }
};
function isFlowMark(code) {
  return code === unit.comma || code === unit.openBracket || code === unit.closeBracket || code === unit.openBrace || code === unit.closeBrace;
}

// src/text/yaml-members.ts
var FEW2 = 16;
var YamlMembers = class {
  #offset;
  #keys = [];
  #values = [];
  #offsets = [];
  #index;
  constructor(offset) {
    this.#offset = offset;
  }
  has(key) {
    return this.#index?.has(key) ?? this.#keys.includes(key);
  }
  add(key, value, offset) {
    const position = this.#keys.push(key) - 1;
    this.#values.push(value);
    this.#offsets.push(offset);
    if (position === FEW2) this.#index = new Map(this.#keys.map((each, at) => [each, at]));
    else this.#index?.set(key, position);
  }
  made() {
    return new JsonObject(this.#offset, this.#keys, this.#values, this.#offsets, this.#index);
  }
};

// src/text/yaml-flow.ts
function readFlow(cursor, parent) {
  cursor.enter();
  const value = cursor.unit() === unit.openBracket ? readList(cursor, parent) : readMap(cursor, parent);
  cursor.leave();
  return value;
}
function readList(cursor, parent) {
  const items = [];
  cursor.at++;
  while (skip(cursor, parent) !== unit.closeBracket) {
    items.push(readValue(cursor, parent));
    if (!separated(cursor, parent, unit.closeBracket)) break;
  }
  cursor.at++;
  return items;
}
function readMap(cursor, parent) {
  const members = new YamlMembers(cursor.at);
  cursor.at++;
  for (let code = skip(cursor, parent); code !== unit.closeBrace; code = skip(cursor, parent)) {
    const offset = cursor.at;
    const isQuoted = code === unit.doubleQuote || code === unit.singleQuote;
    const key = isQuoted ? cursor.quoted() : cursor.plainKey(cursor.plain(true), offset);
    if (members.has(key)) cursor.refuseTwice(key, offset);
    if (skip(cursor, parent) !== unit.colon || !cursor.isBlank(cursor.at + 1)) {
      cursor.refuse("The YAML has a key without a colon and a space behind it");
    }
    cursor.at++;
    skip(cursor, parent);
    members.add(key, readValue(cursor, parent), offset);
    if (!separated(cursor, parent, unit.closeBrace)) break;
  }
  cursor.at++;
  return members.made();
}
function separated(cursor, parent, closing) {
  const code = skip(cursor, parent);
  if (code === closing) return false;
  if (code !== unit.comma) cursor.refuse("The YAML has a list or map in brackets that is not closed");
  cursor.at++;
  return true;
}
function readValue(cursor, parent) {
  const code = cursor.unit();
  if (code === unit.openBracket || code === unit.openBrace) return readFlow(cursor, parent);
  if (code === unit.doubleQuote || code === unit.singleQuote) return cursor.quoted();
  const offset = cursor.at;
  return cursor.resolve(cursor.plain(true), offset);
}
function skip(cursor, parent) {
  for (; ; ) {
    const code = cursor.skipSpaces();
    const done = cursor.isBreak(code) || code === unit.hash && cursor.isLineDone();
    if (!done) return code;
    if (Number.isNaN(code)) cursor.refuse("The YAML is cut off: a bracket is not closed");
    cursor.skipLine();
    const start = cursor.at;
    const next = cursor.skipSpaces();
    if (!cursor.isBreak(next) && next !== unit.hash && cursor.at - start <= parent) {
      cursor.refuse("The YAML has a line within brackets that is not indented");
    }
    if (next === unit.hash) cursor.skipLine();
  }
}

// src/text/yaml.ts
var MAX_DOCUMENTS = 2;
var UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/;
function parseYamlDocuments(text2, path, faults2, schema = "core") {
  const cursor = new YamlCursor(text2, path, faults2, schema);
  let column = -1;
  let lineStart = 0;
  function advance() {
    for (; ; ) {
      lineStart = cursor.at;
      const code = cursor.skipSpaces();
      column = cursor.at - lineStart;
      if (Number.isNaN(code) || column === 0 && isMarker()) {
        column = -1;
        return;
      }
      if (code === unit.tab) cursor.refuse("The YAML is indented with a tab");
      if (column === 0 && text2[cursor.at] === "%") cursor.refuse("The YAML has a directive");
      if (code !== unit.hash && !cursor.isBreak(code)) return;
      cursor.skipLine();
    }
  }
  function isMarker() {
    return cursor.isBlank(cursor.at + 3) && (text2.startsWith("---", cursor.at) || text2.startsWith("...", cursor.at));
  }
  function isEntry(mark) {
    return cursor.unit() === mark && cursor.isBlank(cursor.at + 1);
  }
  function node(parent) {
    if (isEntry(unit.dash)) return list(column);
    if (isEntry(unit.question)) return map(column);
    const start = cursor.at;
    const isMap = readKey2() !== void 0;
    cursor.at = start;
    return isMap ? map(column) : inline(parent);
  }
  function list(at) {
    const items = [];
    cursor.enter();
    while (column === at && isEntry(unit.dash)) {
      cursor.at++;
      items.push(valueBehindMark(at));
    }
    refuseIndented(at);
    cursor.leave();
    return items;
  }
  function map(at) {
    const members = new YamlMembers(cursor.at);
    cursor.enter();
    while (column === at && !isEntry(unit.dash)) {
      const offset = cursor.at;
      const isLong = isEntry(unit.question);
      const key = isLong ? readLongKey(at) : readKey2();
      if (key === void 0) cursor.refuse("The YAML has a line without a key", offset);
      if (members.has(key)) cursor.refuseTwice(key, offset);
      cursor.at++;
      members.add(key, isLong ? valueBehindMark(at) : value(at), offset);
    }
    refuseIndented(at);
    cursor.leave();
    return members.made();
  }
  function refuseIndented(at) {
    if (column > at) cursor.refuse("The YAML is indented where no block begins");
  }
  function readKey2() {
    const offset = cursor.at;
    const code = cursor.unit();
    if (code === unit.openBrace || code === unit.openBracket || code === unit.pipe || code === unit.greater) {
      return void 0;
    }
    const isQuoted = code === unit.doubleQuote || code === unit.singleQuote;
    const key = isQuoted ? cursor.quoted() : cursor.plain(false);
    if (cursor.skipSpaces() !== unit.colon || !cursor.isBlank(cursor.at + 1)) return void 0;
    return isQuoted ? key : cursor.plainKey(key, offset);
  }
  function readLongKey(at) {
    cursor.at++;
    const code = cursor.skipSpaces();
    const offset = cursor.at;
    const isQuoted = code === unit.doubleQuote || code === unit.singleQuote;
    const key = isQuoted ? cursor.quoted() : cursor.plainKey(cursor.plain(false), offset);
    cursor.endLine();
    advance();
    if (column !== at || !isEntry(unit.colon)) cursor.refuse("The YAML has a key without a value", offset);
    return key;
  }
  function valueBehindMark(at) {
    if (cursor.isLineDone()) return nested(at, false);
    column = cursor.at - lineStart;
    return node(at);
  }
  function value(at) {
    return cursor.isLineDone() ? nested(at, true) : inline(at);
  }
  function nested(at, beside) {
    cursor.skipLine();
    advance();
    if (column > at) return node(at);
    return beside && column === at && isEntry(unit.dash) ? list(at) : null;
  }
  function inline(parent) {
    const code = cursor.unit();
    if (code === unit.pipe || code === unit.greater) {
      if (parent < 0) cursor.refuse("The YAML is a single string");
      const block = readBlockScalar(cursor, parent);
      advance();
      return block;
    }
    const read2 = lineValue(code, parent);
    cursor.endLine();
    advance();
    return read2;
  }
  function lineValue(code, parent) {
    if (code === unit.openBrace || code === unit.openBracket) return readFlow(cursor, parent);
    if (code === unit.doubleQuote || code === unit.singleQuote) return cursor.quoted();
    const offset = cursor.at;
    return cursor.resolve(cursor.plain(false), offset);
  }
  function root() {
    advance();
    const read2 = column < 0 ? null : node(-1);
    if (column >= 0) cursor.refuse("The YAML continues where the document should end");
    return read2;
  }
  const unprintable = text2.search(UNPRINTABLE);
  if (unprintable >= 0) cursor.refuse("The YAML has a control character", unprintable);
  const lineStarts = lineStartsOf(text2);
  const documents = [];
  advance();
  const isMarked = column < 0 && cursor.at < text2.length;
  if (!isMarked) {
    cursor.at = 0;
    documents.push(new JsonDocument(path, text2, root(), lineStarts));
  }
  while (cursor.at < text2.length) {
    if (documents.length === MAX_DOCUMENTS) cursor.refuse(`The YAML has more than ${MAX_DOCUMENTS} documents`);
    if (!text2.startsWith("---", cursor.at)) cursor.refuse("The YAML has a marker for the end of a document");
    cursor.at += "---".length;
    cursor.endLine();
    documents.push(new JsonDocument(path, text2, root(), lineStarts));
  }
  return documents;
}
function lineStartsOf(text2) {
  const starts = [0];
  for (let at = text2.indexOf("\n"); at >= 0; at = text2.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

// src/managers/pnpm/lockfile.ts
var STYLES = new Map([
  ...["5.2", "5.3", "5.4", "5.4-inlineSpecifiers"].map((version) => [version, "slash"]),
  ...["6.0", "6.1"].map((version) => [version, "slash-at"]),
  ["7.0", "at"],
  ["9.0", "at"]
]);
var CONFIG_PREFIX = "config:";
var CONFIG_FOLDER = "node_modules/.pnpm-config";
function parsePnpmLockfile(path, text2, has = () => false) {
  const home = writtenIn(path, has);
  refuseOtherMarks(path, text2);
  const documents = parseYamlDocuments(text2, path, lockfileYamlFaults);
  const main = documents.at(-1);
  const [first] = documents;
  const environment = first === void 0 || first === main ? void 0 : readDocument(first, CONFIG_PREFIX, home);
  const project = environment !== void 0 && main.value === null ? void 0 : readDocument(main, "", home);
  const packages = [...project?.packages ?? [], ...environment?.packages ?? []];
  return {
    path,
    format: "pnpm",
    formatVersion: (project ?? environment)?.version ?? "",
    packages,
    importers: [
      ...project?.importers ?? [],
      ...environment?.importers.map((each) => ({ ...each, path: CONFIG_FOLDER })) ?? []
    ],
    ...project?.settings !== void 0 && { settings: project.settings },
    observations: [],
    fields: {
      of: (key) => (environment !== void 0 && key.startsWith(CONFIG_PREFIX) ? environment : project)?.fields.of(key) ?? /* @__PURE__ */ new Map(),
      writes: (field) => (project ?? environment)?.fields.writes(field)
    }
  };
}
function readDocument(document, prefix, home) {
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A pnpm lockfile must be a map");
  const version = readVersion3(document, root);
  const map = (name) => {
    const value = root.get(name) ?? void 0;
    if (value === void 0 || value instanceof JsonObject) return value;
    return refuse(root.offsetOf(name), `\`${name}\` must be a map`);
  };
  const style = STYLES.get(version);
  const importers = map("importers");
  const folders = new Map(
    importers?.keys.map((key) => [importerFolder(home, key), publishDirectory(importers.get(key))]) ?? [
      ["", publishDirectory(root)]
    ]
  );
  const packages = new PnpmPackages(document, prefix, home, style, folders, map("packages"), map("snapshots"));
  const read2 = readPnpmImporters(document, root, importers, packages, home);
  const made = packages.made();
  const asked3 = new Map(made.map(({ key, requires }) => [key, requires]));
  return {
    version,
    importers: read2,
    packages: made,
    settings: lockedSettings(document, root),
    fields: pnpmComparedFields(
      version,
      (key) => packages.entryOf(key),
      (key) => asked3.get(key) ?? []
    )
  };
}
function readVersion3(document, root) {
  const value = root.get("lockfileVersion");
  const version = typeof value === "number" ? String(value) : value;
  if (typeof version === "string" && STYLES.has(version)) return version;
  const shown2 = typeof version === "string" ? quoted(version, 32) : "missing or not a version";
  return refuser(
    document,
    "lockfile-version",
    "write it with a pnpm that writes one of these"
  )(
    root.offsetOf("lockfileVersion"),
    `\`lockfileVersion\` is ${shown2}, and lockgate reads 5.2, 5.3, 5.4, 6.0, 6.1, 7.0 and 9.0`
  );
}

// src/managers/pnpm/config-dependencies.ts
async function withConfigDependencies(stated, files) {
  const declared = files === void 0 ? [] : await declaredIn(files);
  if (declared.length === 0) return stated;
  const { lockfile } = stated;
  const own = lockfile.importers.find(({ path }) => path === CONFIG_FOLDER);
  const locked = new Map(own?.requires.map(({ name, spec }) => [name, spec]));
  const pinned = [];
  const settings = [];
  for (const { name, value, at } of declared) {
    const made = packageOf(name, value, at);
    if (made === void 0 && !(typeof value === "string" && locked.get(name) === value)) continue;
    if (made !== void 0 && !locked.has(name)) pinned.push(made);
    settings.push(at);
  }
  return { ...stated, lockfile: withPinned(lockfile, own, pinned), settings };
}
async function declaredIn(files) {
  const [workspace, manifest] = [await files.at("pnpm-workspace.yaml"), await files.at("package.json")];
  const maps = [
    ...workspace.state === "read" && workspace.value.isOneMapping ? [{ path: workspace.path, key: "", root: workspace.value.root }] : [],
    ...manifest.state === "read" ? [{ path: manifest.path, key: "pnpm.", root: objectOf(objectOf(manifest.value.value).get("pnpm")) }] : []
  ];
  return maps.flatMap(({ path, key, root }) => {
    const entries = objectOf(root.get("configDependencies"));
    return entries.keys.map((name) => ({
      ...{ name, value: entries.get(name) },
      at: { path, key: `${key}configDependencies.${name}` }
    }));
  });
}
function packageOf(name, value, { path }) {
  const map = value instanceof JsonObject ? value : void 0;
  const pin = map === void 0 ? value : map.get("integrity");
  const tarball = map?.get("tarball") ?? void 0;
  const [, version = "", integrity = ""] = typeof pin === "string" && /^([^+]*)\+(.+)$/s.exec(pin) || [];
  if (!isPackageName(name) || !isExact(version) || tarball !== void 0 && typeof tarball !== "string") {
    return void 0;
  }
  const made = {
    key: `settings:${path}:${name}`,
    name,
    version,
    source: { kind: "registry" },
    line: 1,
    requires: [],
    claims: {}
  };
  return lockedPackage(made, name, tarball, integrity);
}
function withPinned(lockfile, own, pinned) {
  if (pinned.length === 0) return lockfile;
  const asked3 = pinned.map(({ name, version, key }) => ({ name, spec: version, type: "prod", to: key }));
  const importer = { path: CONFIG_FOLDER, line: 1, requires: [...own?.requires ?? [], ...asked3] };
  return {
    ...lockfile,
    packages: [...lockfile.packages, ...pinned],
    importers: [...lockfile.importers.filter((each) => each !== own), importer]
  };
}

// src/managers/pnpm/pnpmfile.ts
var PNPMFILES = [".pnpmfile.cjs", ".pnpmfile.js", ".pnpmfile.mjs"];
var PNPMFILE_KEYS = ["configDependencies", "pnpmfile", "globalPnpmfile"];
async function mayRewrite(files) {
  if (PNPMFILES.some(files.has)) return true;
  const [workspace, manifest, npmrc] = await Promise.all([
    files.at("pnpm-workspace.yaml"),
    files.at("package.json"),
    files.at(".npmrc")
  ]);
  const maps = [
    ...workspace.state === "read" ? [workspace.value.root] : [],
    ...manifest.state === "read" ? [objectOf(objectOf(manifest.value.value).get("pnpm"))] : []
  ];
  if (maps.some((map) => PNPMFILE_KEYS.some((key) => map.has(key)))) return true;
  return npmrc.state === "read" && npmrc.value.some(({ meant: meant2 }) => "pnpmfile" in meant2 || "global-pnpmfile" in meant2);
}

// src/managers/pnpm/readings.ts
var import_intersects2 = __toESM(require_intersects(), 1);
var import_subset = __toESM(require_subset(), 1);
var import_valid5 = __toESM(require_valid2(), 1);
var KEPT = ["optional", "prod", "dev", "peer"];
function pnpmReadings(manifest, name, { settings }) {
  const declared = manifest.declared.filter((each) => each.name === name);
  const kept = KEPT.flatMap((type) => declared.filter((each) => each.type === type)).slice(0, 1);
  const readings = [{ requires: kept, isSure: true }];
  const [asked3] = kept;
  if (asked3 === void 0) return readings;
  for (const [key, { value }] of settings?.overrides ?? []) {
    const how = applies(key, asked3, manifest.name);
    if (how === "no") continue;
    if (value === "-") readings.push({ requires: [], isSure: how === "yes" });
    else if (declared.some(({ type }) => type === "peer")) {
      readings.push({ requires: [{ name, spec: value, type: "prod" }], isSure: true });
    }
  }
  return readings;
}
function applies(key, { name, spec }, importer) {
  const [, parent, parentRange, target, range] = OVERRIDE_KEY.exec(key) ?? [];
  if (target !== name || parent !== void 0 && parent !== importer) return "no";
  const sure = parentRange === void 0 ? "yes" : "perhaps";
  if (range === void 0 || range === spec) return sure;
  if ((0, import_valid5.default)(range) === null || (0, import_valid5.default)(spec) === null) return "perhaps";
  if (!(0, import_intersects2.default)(range, spec)) return "no";
  return (0, import_subset.default)(spec, range) ? sure : "perhaps";
}

// src/managers/pnpm/committed.ts
var KEYS = ["store-dir", "virtual-store-dir", "modules-dir", "global-dir", "cache-dir"];
var camel = (key) => key.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
var pnpmCommitted = {
  places: async (files) => {
    const folder = files.pathOf("");
    const file = await files.at("pnpm-workspace.yaml");
    const root = file.state === "read" ? file.value.root : emptyObject;
    const named = foldersNamed(
      folder,
      KEYS.map((key) => root.get(camel(key)))
    );
    return { archives: [], stores: [join(folder, ".pnpm-store"), ...named, ...await npmrcFolders(files, KEYS)] };
  },
  patches
};
async function patches(files, paths) {
  const [manifest, workspace] = [await files.at("package.json"), await files.at("pnpm-workspace.yaml")];
  const own = manifest.state === "read" ? objectOf(objectOf(manifest.value.value).get("pnpm")) : emptyObject;
  const root = workspace.state === "read" ? workspace.value.root : emptyObject;
  const named = [own, root].flatMap((each) => patchesNamed(files, each.get("patchedDependencies")));
  return [...named, ...await patchesOfManifest(files, paths)];
}

// src/managers/pnpm/workspace-file.ts
function workspaceRegistries({ path, value: { root, line, isOneMapping } }, env) {
  const listed2 = root.get("registries") ?? emptyObject;
  if (!isOneMapping || !(listed2 instanceof JsonObject)) throw notUnderstood(path);
  const named = (of, key, scope) => ({
    ...scoped(scope),
    ...{ url: withVariables(of.get(key), env), path, line: line(of.offsetOf(key)) }
  });
  return [
    ...root.has("registry") ? [named(root, "registry")] : [],
    ...listed2.keys.map((key) => named(listed2, key, key === "default" ? void 0 : key))
  ];
}
async function pnpmWorkspaces(files) {
  const file = await files.at("pnpm-workspace.yaml");
  if (file.state === "absent") return [];
  if (file.state === "unreadable" || !file.value.isOneMapping) return ["**"];
  const { root } = file.value;
  const globs = root.get("packages") ?? [];
  return Array.isArray(globs) ? globs.filter((each) => typeof each === "string") : ["**"];
}

// src/managers/setting.ts
var WHOLE_FILE = "the whole file";

// src/managers/overrides.ts
var noOverrides = { replacements: [], ofWorkspaces: [], unapplied: [] };
function extensionsOf(path, settings) {
  if (settings === void 0) return [{ path, line: 1, key: WHOLE_FILE }];
  return settings.flatMap(({ key, line }) => {
    const entry = /^(?:pnpm\.)?packageExtensions(?:\.(.+))?$/s.exec(key);
    if (entry === null) return [];
    const name = entry[1] === void 0 ? void 0 : overrideTarget(entry[1]);
    return [{ path, line, key, ...name !== void 0 && { name } }];
  });
}

// src/managers/settings-yaml.ts
function readYaml(text2, path, faults2, schema) {
  const [document, more] = parseYamlDocuments(text2, path, faults2, schema);
  const value = document?.value ?? emptyObject;
  return {
    ...{ text: text2, root: objectOf(value), isOneMapping: more === void 0 && value instanceof JsonObject },
    line: (offset) => document.line(offset)
  };
}
function yamlEntries({ root, text: text2, line, isOneMapping }) {
  if (!isOneMapping) return void 0;
  const entries = [];
  for (const key of root.keys) {
    if (key.includes("${") || !isPlain2(root, key, text2)) return void 0;
    const held = root.get(key);
    const below2 = held instanceof JsonObject ? held : emptyObject;
    if (!below2.keys.every((name) => isPlain2(below2, name, text2))) return void 0;
    if (below2.keys.length === 0) entries.push({ key, value: written(held), line: line(root.offsetOf(key)) });
    for (const name of below2.keys) {
      entries.push({ key: `${key}.${name}`, value: written(below2.get(name)), line: line(below2.offsetOf(name)) });
    }
  }
  return entries;
}
function isPlain2(object, key, text2) {
  const offset = object.offsetOf(key);
  const at = /["']/.test(text2[offset] ?? "") ? offset + 1 : offset;
  return text2.startsWith(key, at) && !key.includes("\\");
}

// src/managers/pnpm/declares.ts
function pnpmDeclares(manifest, workspace) {
  const root = objectOf(manifest.value.value);
  const own = objectOf(root.get("pnpm"));
  const file = objectOf(workspace?.value.root);
  const path = workspace?.path ?? "";
  if (PNPMFILE_KEYS.some((key) => file.has(key) || own.has(key))) {
    return void 0;
  }
  const declared = new Declaring();
  declared.addCatalogs(path, file);
  if (readsManifestSettings(root)) {
    declared.add("overrides", manifest.path, root.get("resolutions"));
    declared.add("overrides", manifest.path, own.get("overrides"));
  }
  declared.add("overrides", path, file.get("overrides"));
  const isOnePlace = new Set([...declared.overrides.values()].map((each) => each.file)).size === 1;
  for (const [key, { value = "", ...rest }] of declared.overrides) {
    declared.overrides.set(key, { ...rest, value: declared.meant(key, value, root), required: isOnePlace });
  }
  for (const [key, setting] of patchesOf(path, file, patchesOf(manifest.path, own))) {
    declared.patchedDependencies.set(key, setting);
  }
  return declared;
}
function readsManifestSettings(root) {
  const [, major] = /^pnpm@(\d{1,4})\./.exec(scalarText(root.get("packageManager"))) ?? [];
  return major === void 0 || Number(major) < 11;
}
function patchesOf(file, object, known = /* @__PURE__ */ new Map()) {
  const patches2 = new Map(known);
  objectOf(object.get("patchedDependencies")).forEach((key, value) => {
    const at = `${key}>path`;
    const path = typeof value === "string" ? normalise(value.replaceAll("\\", "/")) : scalarText(value);
    const isOtherwise = patches2.has(at) && patches2.get(at)?.value !== path;
    const isHere = !isOtherwise && !path.startsWith("..") && !/^(?:\/|[a-z]:)/i.test(scalarText(value));
    for (const each of [key, `${key}>hash`]) patches2.set(each, { value: void 0, file, required: false });
    patches2.set(at, { value: isHere ? path : void 0, file, required: false });
  });
  return patches2;
}

// src/managers/pnpm/roles.ts
var pnpmRoles = roles(
  [{ as: "code", kind: "pnpmfile" }, "pnpmfile", "globalPnpmfile", "global-pnpmfile"],
  [
    { as: "code", kind: "build list" },
    "onlyBuiltDependenciesFile",
    "only-built-dependencies-file",
    "pnpm.onlyBuiltDependenciesFile"
  ],
  [{ as: "settings" }, "npmrcAuthFile", "npmrc-auth-file"],
  [
    { as: "shell" },
    "scriptShell",
    "script-shell",
    "npmPath",
    "npm-path",
    "tokenHelper",
    "token-helper",
    "git",
    "shell"
  ],
  [{ as: "options" }, "nodeOptions", "node-options"],
  [{ as: "lockfile" }, "lockfileDir", "lockfile-dir", "lockfileDirectory", "lockfile-directory"]
);
function pnpmFindsByName(path) {
  if (/(?:^|\/)\.pnpmfile\.[cm]?js$/.test(path)) return { role: { as: "code", kind: "pnpmfile" } };
  if (/(?:^|\/)package\.(?:yaml|json5)$/.test(path)) {
    return { role: { as: "code", kind: "manifest" }, besideLockfile: true };
  }
  return void 0;
}

// src/managers/pnpm/own-limits.ts
async function pnpmLimits(files) {
  const read2 = await limitReader("pnpm", ["pnpm-workspace.yaml", ".npmrc", "package.json"], [files]);
  if (read2 === void 0) return unknownLimits;
  const { version } = read2;
  const isOld = since(version, 11, true, false, true);
  const value = (key) => read2.value({
    "pnpm-workspace.yaml": key,
    ...isOld && {
      ".npmrc": key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      "package.json": `pnpm.${key}`
    }
  });
  const scripts5 = switched(
    value("ignoreScripts") === true ? true : value("dangerouslyAllowAllBuilds") === true ? false : void 0,
    { true: { says: "none run" }, false: { says: "all run", fix: "dangerouslyAllowAllBuilds: false" } },
    value("onlyBuiltDependencies") !== void 0 || value("allowBuilds") !== void 0 ? { says: "listed only" } : since(
      version,
      10,
      { says: "all run (default)" },
      { says: "listed only (default)" },
      { says: "all run before pnpm 10" }
    )
  );
  return {
    waiting: waitingCell(
      value("minimumReleaseAge"),
      (minutes) => inHours(amountOf(minutes)),
      value("minimumReleaseAgeExclude"),
      since(version, 11, byDefault(0), byDefault(24), { hours: void 0, says: "none before pnpm 11, then 1 day" })
    ),
    scripts: scripts5,
    sources: switched(
      value("blockExoticSubdeps"),
      { true: { says: "direct ones taken" }, false: { says: "all taken", fix: "blockExoticSubdeps: true" } },
      since(
        version,
        11,
        { says: "all taken (default)" },
        { says: "direct ones taken (default)" },
        { says: "all taken before pnpm 11" }
      )
    ),
    trust: switched(
      value("trustPolicy"),
      { off: { says: "off", fix: "trustPolicy: no-downgrade" }, "no-downgrade": { says: "no downgrade" } },
      { says: "off (default)", fix: "trustPolicy: no-downgrade" }
    ),
    file: "pnpm-workspace.yaml",
    waitLines: (hours) => [`minimumReleaseAge: ${hours * 60}`]
  };
}
var inHours = (minutes) => minutes === void 0 ? void 0 : minutes / 60;

// src/managers/pnpm/settings-table.ts
function spelled(key) {
  const words = (/[a-z]/.test(key) ? key : key.toLowerCase()).replace(/^[-_ ]+/, "");
  const joined = words.replaceAll(/[-_ ]+(.)/g, (_, letter) => letter.toUpperCase());
  return joined.slice(0, 1).toLowerCase() + joined.slice(1);
}
var pnpmTable = settingsTable(
  [
    harmless("presentation", "aggregateOutput", "color", "loglevel", "reporter", "reporterHidePrefix", "stream"),
    harmless("presentation", "useStderr", "auditLevel", "auditConfig", "audit", "allowedDeprecatedVersions"),
    harmless("hoisting", "hoist", "hoistPattern", "hoistWorkspacePackages", "hoistingLimits", "publicHoistPattern"),
    harmless("hoisting", "shamefullyFlatten", "shamefullyHoist", "dedupeDirectDeps", "dedupeInjectedDeps"),
    harmless("hoisting", "dedupePeerDependents", "dedupePeers", "autoInstallPeers", "strictPeerDependencies"),
    harmless("hoisting", "resolvePeersFromWorkspaceRoot", "peerDependencyRules", "peersSuffixMaxLength"),
    harmless("linking", "nodeLinker", "symlink", "enableModulesDir", "packageImportMethod", "extendNodePath"),
    harmless("linking", "preferSymlinkedExecutables", "enableGlobalVirtualStore", "virtualStoreDirMaxLength"),
    harmless("linking", "virtualStoreOnly", "virtualStoreType", "excludeLinksFromLockfile", "preserveAbsolutePaths"),
    harmless("linking", "injectWorkspacePackages", "syncInjectedDepsAfterScripts", "linkWorkspacePackages"),
    harmless("linking", "preferWorkspacePackages", "nodeExperimentalPackageMap", "nodePackageMapType", "binLinks"),
    harmless("publishing", "embedReadme", "gitChecks", "packDestination", "packGzipLevel", "publishBranch"),
    harmless("publishing", "deployAllFiles", "forceLegacyDeploy", "provenance", "access", "versioning"),
    harmless("saving", "savePeer", "saveCatalogName", "saveWorkspaceProtocol", "saveExact", "savePrefix", "saveDev"),
    harmless("saving", "catalogMode", "cleanupUnusedCatalogs", "initPackageManager", "initType", "saveProd"),
    harmless("engines", "os", "cpu", "libc", "supportedArchitectures", "forceIgnoresPlatform", "engineStrict"),
    harmless("engines", "nodeVersion"),
    harmless("updates", "updateNotifier", "updateConfig", "update"),
    harmless("speed", "childConcurrency", "dlxCacheMaxAge", "fetchMinSpeedKiBps", "fetchTimeout", "fetchRetries"),
    harmless("speed", "fetchRetryFactor", "fetchRetryMintimeout", "fetchRetryMaxtimeout", "fetchWarnTimeoutMs"),
    harmless("speed", "fetchingConcurrency", "gitShallowHosts", "maxsockets", "modulesCacheMaxAge", "offline"),
    harmless("speed", "networkConcurrency", "optimisticRepeatInstall", "preferOffline", "registrySupportsTimeField"),
    harmless("speed", "sideEffectsCache", "sideEffectsCacheReadonly", "workspaceConcurrency"),
    harmless("workspaces", "packages", "bail", "sort", "filter", "filterProd", "testPattern", "failIfNoMatch"),
    harmless("workspaces", "changedFilesIgnorePattern", "disallowWorkspaceCycles", "ignoreWorkspaceCycles"),
    harmless("workspaces", "ignoreWorkspaceRootCheck", "includeWorkspaceRoot", "legacyDirFiltering"),
    harmless("workspaces", "recursiveInstall", "workspacePackages", "workspaceRoot", "requiredScripts"),
    harmless("commands", "ci", "confirmModulesPurge", "enablePrePostScripts", "shellEmulator", "useBetaCli"),
    harmless("selection", "dev", "production", "optional"),
    registry("registry", "registries", "namedRegistries", "httpProxy", "httpsProxy", "proxy", "noproxy", "noProxy"),
    registry("nodeDownloadMirrors", "pnprServer", "ca", "cafile", "localAddress"),
    [["strictSsl", { is: "registry", tightens: OFF_ON }]],
    credential("cert", "key", "authConfig"),
    runs("pnpmfile", "globalPnpmfile", "npmPath", "scriptShell", "nodeOptions", "npmrcAuthFile", "tokenHelper"),
    runs("git", "shell", "onlyBuiltDependenciesFile"),
    overriding("overrides", "packageExtensions", "patchedDependencies", "catalog", "catalogs"),
    limiting("waiting", stricter("greater", "minimumReleaseAge"), stricter("fewer", "minimumReleaseAgeExclude")),
    limiting("waiting", stricter(OFF_ON, "minimumReleaseAgeStrict")),
    limiting("waiting", stricter(ON_OFF, "minimumReleaseAgeIgnoreMissingTime")),
    limiting("scripts", stricter("fewer", "onlyBuiltDependencies")),
    limiting("scripts", stricter("more", "neverBuiltDependencies", "ignoredBuiltDependencies")),
    // Of `allowBuilds`, each package in it.
    limiting("scripts", stricter(ON_OFF, "allowBuilds", "dangerouslyAllowAllBuilds")),
    limiting("scripts", stricter(OFF_ON, "ignoreDepScripts", "ignoreScripts", "strictDepBuilds")),
    limiting("sources", stricter(OFF_ON, "blockExoticSubdeps")),
    limiting("trust", stricter(["off", "no-downgrade"], "trustPolicy"), stricter("fewer", "trustPolicyExclude")),
    limiting("trust", stricter("greater", "trustPolicyIgnoreAfter"), stricter(ON_OFF, "trustLockfile")),
    limiting("trust", stricter(OFF_ON, "verifyStoreIntegrity", "strictStorePkgContentCheck")),
    stricter(OFF_ON, "frozenLockfile", "ignorePnpmfile", "lockfile", "lockfileIncludeTarballUrl"),
    stricter(OFF_ON, "preferFrozenLockfile"),
    stricter(ON_OFF, "allowNonAppliedPatches", "allowUnusedPatches", "force"),
    stricter(ON_OFF, "ignorePatchFailures", "unsafePerm"),
    install("cacheDir", "configDependencies", "configDir", "dir", "executionEnv", "frozenStore", "gitBranchLockfile"),
    install("globalBinDir", "globalDir", "globalPath", "globalVirtualStoreDir", "ignoreCompatibilityDb"),
    install("ignoreWorkspace", "ignoredOptionalDependencies", "lockfileDir", "lockfileDirectory", "lockfileOnly"),
    install("managePackageManagerVersions", "maxTarballUnpackedSize", "mergeGitBranchLockfiles", "modulesDir"),
    install("mergeGitBranchLockfilesBranchPattern", "packageManagerStrict", "packageManagerStrictVersion"),
    install("patchesDir", "pmOnFail", "resolutionMode", "runtime", "runtimeOnFail", "sharedWorkspaceLockfile"),
    install("skipManifestObfuscation", "stateDir", "storeDir", "tag", "useNodeVersion", "useRunningStoreServer"),
    install("useStoreServer", "userAgent", "verifyDepsBeforeRun", "virtualStoreDir", "yes")
  ],
  [[/^node-mirror:.+$/s, { is: "registry" }]],
  spelled
);

// src/managers/pnpm/settings.ts
var manifestKeys2 = [
  ["override", "resolutions"],
  ["override", "pnpm", "overrides"],
  ["override", "pnpm", "packageExtensions"],
  ["override", "pnpm", "patchedDependencies"],
  ["gate", "pnpm"],
  ["gate", "pnpm", "allowBuilds"],
  ["gate", "pnpm", "configDependencies"],
  ...hookKeys("pnpm:devPreinstall", "preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare")
];
var pnpmSettings = {
  registries: { ".npmrc": npmrcRegistries, "pnpm-workspace.yaml": workspaceRegistries },
  // Since 10.9: `pnpm config get @jsr:registry`.
  builtInRegistries: [jsrRegistry],
  readsAbove: () => false,
  scripts: scripts3,
  repeats: repeats2,
  overrides,
  table: pnpmTable,
  limits: pnpmLimits,
  files: ["pnpm-workspace.yaml", ".npmrc"],
  manifestKeys: manifestKeys2,
  workspaces: pnpmWorkspaces,
  builds: { of: "every importer", heedsGypfile: false },
  foundByName: pnpmFindsByName
};
async function scripts3(files) {
  const own = objectOf((await scriptManifest(files)).get("pnpm"));
  const ignores = npmrcIgnoresScripts((await scriptFile(files, ".npmrc"))?.value ?? []);
  const file = (await scriptFile(files, "pnpm-workspace.yaml"))?.value;
  const workspace = file?.isOneMapping === true ? file.root : emptyObject;
  const keys = ["onlyBuiltDependencies", "neverBuiltDependencies", "allowBuilds"];
  const unknown2 = ["onlyBuiltDependenciesFile", "dangerouslyAllowAllBuilds"];
  const says = (object, some) => some.some((key) => object.has(key));
  if (ignores === void 0 || says(own, unknown2) || says(workspace, unknown2)) return void 0;
  if (says(own, keys) && says(workspace, keys)) return void 0;
  const [place, said] = says(own, keys) ? ["package.json", own] : ["pnpm-workspace.yaml", workspace];
  const [only, never, builds] = keys.map((key) => said.get(key));
  const all2 = ignores || workspace.get("ignoreScripts") === true;
  return scriptSettings(ignores ? ".npmrc" : place, all2 || only !== void 0 || builds !== void 0, [
    only === void 0 ? noLists : listed(only, "allowed"),
    never === void 0 ? noLists : listed(never, "denied"),
    builds === void 0 ? noLists : sides(builds)
  ]);
}
async function repeats2(files, { importers, settings }) {
  const manifest = required(await files.at("package.json"));
  if (manifest === void 0 || PNPMFILES.some(files.has)) return void 0;
  const workspace = filled(required(await files.at("pnpm-workspace.yaml")));
  const mustBeThere = importers.some(({ path }) => path !== "") || settings?.catalogs !== void 0;
  return workspace === void 0 && mustBeThere ? void 0 : pnpmDeclares(manifest, workspace);
}
async function overrides(manifest, files) {
  const workspace = filled(regular(await files.at("pnpm-workspace.yaml")));
  const declared = pnpmDeclares(manifest, workspace);
  const ofManifest = manifestSettings(manifest.value, manifestKeys2);
  const entries = workspace && yamlEntries(workspace.value);
  const ofWorkspace = entries && affecting(entries, [pnpmTable]);
  const unknown2 = { path: (workspace ?? manifest).path, line: 1, key: "configDependencies" };
  const found = declared === void 0 ? { ...noOverrides, unapplied: [unknown2] } : declaredOverrides("pnpm", declared, [
    [manifest.path, ofManifest],
    ...workspace === void 0 ? [] : [[workspace.path, ofWorkspace]]
  ]);
  const programs = PNPMFILES.filter(files.has).map((name) => ({ path: files.pathOf(name), line: 1, key: name }));
  return {
    ...found,
    unapplied: [
      ...found.unapplied,
      ...programs,
      ...extensionsOf(manifest.path, ofManifest),
      ...workspace === void 0 ? [] : extensionsOf(workspace.path, ofWorkspace)
    ]
  };
}

// src/managers/pnpm/index.ts
async function withImporters(parsed2, manifests) {
  const { settings } = manifests;
  const stated = await withConfigDependencies(await statedImporters(parsed2, manifests), settings);
  if (settings === void 0) return stated;
  const isRewritten = await mayRewrite(settings);
  const lockfile = isRewritten ? { ...stated.lockfile, isRewritten } : stated.lockfile;
  if (!parsed2.importers.some(({ path }) => path === CONFIG_FOLDER)) return { ...stated, lockfile };
  const unread4 = await unreadDocuments(parsed2.path, settings);
  return { ...stated, lockfile: { ...lockfile, observations: [...parsed2.observations, ...unread4] } };
}
var pnpm = {
  id: "pnpm",
  program: "pnpm",
  isNamedBy: (program) => program === "pnpm",
  published: { name: "pnpm" },
  lockfile: {
    parse: parsePnpmLockfile,
    versions: "the versions 5.2 to 9.0",
    withImporters,
    treeOf: (lockfile) => new PinnedTree(lockfile),
    containerOf: () => void 0,
    topLevels: () => [],
    namesWorkspaces: false,
    // pnpm-workspace.yaml names them.
    workspacesIn: "no manifest",
    // By a setting that is not in the manifest (`autoInstallPeers`).
    locksOptional: false,
    installsDevOfFolders: false,
    folderScripts: scriptsOfCopies,
    keepsWorkspaceSpecs: false,
    repeatsRanges: false,
    reportsMissing: true,
    mayLockPeers: true,
    readings: pnpmReadings
  },
  settings: pnpmSettings,
  committed: pnpmCommitted
};
var hasMark = (text2) => /(?:^|\n)---\n/.test(text2);
var pnpmLockfiles = [
  { program: "pnpm", names: ["pnpm-lock.yaml"], mergesConflicts: true, reading: readBy(pnpm), needsLineFeeds: hasMark },
  // `gitBranchLockfile` puts the branch into the name.
  { program: "pnpm", names: ["shrinkwrap.yaml"], pattern: /^pnpm-lock\..+\.yaml$/ }
];

// src/managers/others.ts
var otherLockfiles = [
  { program: "vlt", names: ["vlt-lock.json"] },
  { program: "aube", names: ["aube-lock.yaml"], pattern: /^aube-lock\..+\.yaml$/ }
];

// src/managers/yarn/resolutions.ts
var NAME = String.raw`((?:@[^/@*]+\/)?[^/@*]+)`;
var KEY = new RegExp(`^(?:\\*\\*/)?(?:${NAME}(?:@([^/]+))?/)?${NAME}(?:@([^/]+))?$`);
function resolutionKey(key) {
  const [, parent, parentSpec, name, asked3] = KEY.exec(key) ?? [];
  if (name === void 0) return void 0;
  return {
    name,
    ...asked3 !== void 0 && { asked: asked3 },
    ...parent !== void 0 && { parent },
    ...parentSpec !== void 0 && { parentSpec }
  };
}
function yarnResolutions({ path, value: document }, isClassic) {
  const replacements = [];
  const unapplied = [];
  const list = objectOf(document.value).get("resolutions");
  if (!(list instanceof JsonObject)) return { replacements, ofWorkspaces: replacements, unapplied };
  list.forEach((key, value, offset) => {
    const { parent, parentSpec, name, asked: asked3 } = resolutionKey(key) ?? {};
    const isTold = isClassic && (parent !== void 0 || asked3 !== void 0);
    if (name === void 0 || typeof value !== "string" || isTold) {
      const target = name ?? /(?:^|\/)((?:@[^/@*]+\/)?[^/@*]+)$/.exec(key)?.[1];
      const line = document.line(offset);
      unapplied.push({ path, line, key: `resolutions.${key}`, ...target !== void 0 && { name: target } });
      return;
    }
    replacements.push({
      name,
      ...asked3 !== void 0 && { asked: { spec: withoutProtocol(asked3), exactly: true } },
      ...parent !== void 0 && {
        parent: { name: parent, ...parentSpec !== void 0 && { range: withoutProtocol(parentSpec) } }
      },
      spec: withoutProtocol(value)
    });
  });
  return { replacements, ofWorkspaces: replacements, unapplied };
}
function withoutProtocol(spec) {
  const target = aliasTarget(spec);
  const isAlias = target === void 0 || /^\s*npm:@?[^@]+@/i.test(spec);
  return isAlias ? spec : target.name;
}

// src/managers/yarn/release.ts
var CONSTANT = /YARN_IS_TEST_ENV\s*\?\s*"0\.0\.0"\s*:\s*"([^"\s]{1,64})"/;
function releaseVersions(path, text2) {
  const ofName = /(?:^|\/)yarn(?:-legacy)?-([^/]+?)\.c?js$/.exec(path)?.[1];
  return [ofName, CONSTANT.exec(text2)?.[1]].flatMap(
    (version) => version !== void 0 && isExact(version) ? [version] : []
  );
}

// src/managers/yarn/roles.ts
var ofRelease = { as: "manager", program: "yarn", versionsOf: releaseVersions };
var berryRoles = roles(
  [ofRelease, "yarnPath"],
  // Yarn 2 and 3 obey it.
  [{ as: "lockfile", usual: "yarn.lock" }, "lockfileFilename"],
  [{ as: "code", kind: "plugin" }, "plugins"],
  [{ as: "code", kind: "constraints" }, "constraintsPath"],
  [{ as: "code", kind: "environment" }, "injectEnvironmentFiles"]
);
var classicRoles = roles(
  [ofRelease, "yarn-path"],
  [{ as: "settings" }, "use-yarnrc", "default-rc", "--use-yarnrc", "--install.use-yarnrc"],
  [{ as: "shell" }, "script-shell"]
);
var release = (path) => /(?:^|\/)\.yarn\/releases\//.test(path) ? { role: ofRelease } : void 0;
var classicFindsByName = release;
function berryFindsByName(path) {
  const code = (kind, besideLockfile) => ({
    role: { as: "code", kind },
    ...besideLockfile && { besideLockfile }
  });
  if (/(?:^|\/)\.yarn\/plugins\//.test(path)) return code("plugin");
  if (/(?:^|\/)(?:yarn\.config\.cjs|constraints\.pro)$/.test(path)) return code("constraints", true);
  if (/(?:^|\/)\.env\.yarn$/.test(path)) return code("environment", true);
  return release(path);
}

// src/managers/yarn/own-limits.ts
async function berryLimits(files) {
  const read2 = await limitReader("yarn", [".yarnrc.yml"], [files, ...files.above()]);
  if (read2 === void 0) return unknownLimits;
  const { version } = read2;
  const value = (key) => read2.value({ ".yarnrc.yml": key });
  const repositories = value("approvedGitRepositories");
  const isOpen = listOf(repositories)?.some((each) => each === "**" || each === "*") === true;
  const sources = repositories === void 0 ? since(
    version,
    4.14,
    { says: "all taken (default)" },
    { says: "none taken (default)" },
    { says: "all taken before Yarn 4.14" }
  ) : isOpen ? { says: "all taken", fix: "approvedGitRepositories: []" } : { says: "listed only" };
  return {
    waiting: waitingCell(
      value("npmMinimalAgeGate"),
      (age) => inHours2(amountOf(age)),
      value("npmPreapprovedPackages"),
      since(version, 4.15, byDefault(0), byDefault(24), {
        hours: void 0,
        says: "none before Yarn 4.15, then 1 day"
      })
    ),
    scripts: switched(
      value("enableScripts"),
      { true: { says: "all run", fix: "enableScripts: false" }, false: { says: "listed only" } },
      since(
        version,
        4.14,
        { says: "all run (default)" },
        { says: "listed only (default)" },
        { says: "all run before Yarn 4.14" }
      )
    ),
    sources,
    trust: switched(
      value("enableHardenedMode"),
      { true: { says: "hardened" }, false: { says: "off", fix: "enableHardenedMode: true" } },
      { says: "hardened in public pull requests (default)" }
    ),
    file: ".yarnrc.yml",
    waitLines: (hours) => [`npmMinimalAgeGate: ${hours * 60}`]
  };
}
async function classicLimits(files) {
  const read2 = await limitReader("yarn", [".yarnrc", ".npmrc"], [files]);
  if (read2 === void 0) return unknownLimits;
  const ignores = read2.value({ ".yarnrc": "ignore-scripts", ".npmrc": "ignore-scripts" });
  return {
    waiting: { ...noSetting, hours: 0 },
    scripts: switched(
      ignores,
      { true: { says: "none run" }, false: { says: "all run" } },
      { says: "all run (default)" }
    ),
    ...{ sources: noSetting, trust: noSetting, file: void 0 },
    waitLines: () => []
  };
}
var inHours2 = (minutes) => minutes === void 0 ? void 0 : minutes / 60;

// src/managers/yarn/settings-table.ts
var berryTable = settingsTable([
  harmless("presentation", "enableColors", "enableHyperlinks", "enableInlineBuilds", "enableInlineHunks"),
  harmless("presentation", "enableMessageNames", "enableProgressBars", "enableTelemetry", "enableTimers"),
  harmless("presentation", "enableTips", "logFilters", "preferInteractive", "preferTruncatedLines"),
  harmless("presentation", "progressBarStyle", "telemetryInterval", "telemetryUserId", "lastUpdateCheck"),
  harmless("presentation", "npmAuditExcludePackages", "npmAuditIgnoreAdvisories", "preferAggregateCacheInfo"),
  harmless("hoisting", "nmHoistingLimits", "nmSelfReferences", "preferReuse"),
  harmless("linking", "nodeLinker", "nmMode", "winLinkType", "pnpEnableEsmLoader", "pnpEnableInlining", "pnpMode"),
  harmless("linking", "pnpFallbackMode", "pnpIgnorePatterns", "pnpZipBackend", "nodePackageMapType"),
  harmless("linking", "nodeExperimentalPackageMap", "enableTransparentWorkspaces", "minizip"),
  harmless("publishing", "npmPublishAccess", "npmPublishProvenance", "changesetBaseRefs"),
  harmless("publishing", "changesetIgnorePatterns", "deferredVersionFolder", "preferDeferredVersions"),
  harmless("saving", "defaultSemverRangePrefix", "defaultLanguageName", "initEditorConfig", "initFields"),
  harmless("saving", "initScope", "tsEnableAutoTypes", "enableConstraintsChecks", "initLicense", "initVersion"),
  harmless("engines", "supportedArchitectures"),
  harmless("speed", "cloneConcurrency", "compressionLevel", "httpRetry", "httpTimeout", "networkConcurrency"),
  harmless("speed", "pnpmInstallConcurrency", "taskPoolConcurrency", "taskPoolMode", "enableCacheClean"),
  // Of the release tool with which Babel publishes.
  harmless("plugins", "releaseTool"),
  registry("npmRegistryServer", "npmPublishRegistry", "npmAuditRegistry", "npmRegistries", "npmScopes"),
  registry("httpProxy", "httpsProxy", "networkSettings", "httpsCaFilePath", "caFilePath"),
  [
    ["enableStrictSsl", { is: "registry", tightens: OFF_ON }],
    ["unsafeHttpWhitelist", { is: "registry", tightens: "fewer" }]
  ],
  credential("npmAuthIdent", "npmAuthToken", "httpsCertFilePath", "httpsKeyFilePath"),
  [["npmAlwaysAuth", { is: "credential" }]],
  // Yarn writes it into the program `.pnp.cjs`.
  runs("pnpShebang"),
  runs("yarnPath", "plugins", "constraintsPath", "injectEnvironmentFiles"),
  overriding("packageExtensions", "catalog", "catalogs"),
  limiting("waiting", stricter("greater", "npmMinimalAgeGate"), stricter("fewer", "npmPreapprovedPackages")),
  limiting("scripts", stricter(ON_OFF, "enableScripts")),
  limiting("sources", stricter("fewer", "approvedGitRepositories")),
  limiting("trust", stricter(OFF_ON, "enableHardenedMode")),
  limiting("trust", stricter(["update", "reset", "ignore", "throw"], "checksumBehavior")),
  stricter(OFF_ON, "enableImmutableCache", "enableImmutableInstalls", "enableStrictSettings"),
  stricter(ON_OFF, "enableNetwork"),
  install(
    "bstatePath",
    "cacheFolder",
    "cacheKeyOverride",
    "cacheMigrationMode",
    "defaultProtocol",
    "enableGlobalCache",
    "enableMirror"
  ),
  install("enableOfflineMode", "globalFolder", "ignoreCwd", "ignorePath", "immutablePatterns", "installStatePath"),
  install("lockfileFilename", "patchFolder", "pnpDataPath", "pnpPath", "pnpUnpluggedFolder", "pnpmStoreFolder"),
  install("rcFilename", "virtualFolder", "dependenciesMeta")
]);
var classicTable = settingsTable(
  [
    harmless("presentation", "lastUpdateCheck", "disable-self-update-check", "no-progress", "emoji", "progress"),
    harmless("hoisting", "workspaces-experimental", "workspaces-nohoist-experimental"),
    harmless("linking", "bin-links", "plugnplay-blacklist", "yarn-link-folder"),
    harmless("publishing", "version-commit-hooks", "version-git-message", "version-git-sign", "version-git-tag"),
    harmless("publishing", "version-sign-git-tag", "version-tag-prefix"),
    harmless("saving", "save-prefix", "save-exact", "init-author-email", "init-author-name", "init-author-url"),
    harmless("saving", "init-license", "init-private", "init-version"),
    harmless("engines", "ignore-engines", "ignore-platform", "ignore-optional", "engine-strict"),
    harmless("speed", "child-concurrency", "network-concurrency", "network-timeout", "prefer-offline"),
    registry("registry", "proxy", "http-proxy", "https-proxy", "noproxy", "ca", "cafile"),
    [["strict-ssl", { is: "registry", tightens: OFF_ON }]],
    credential("_auth", "_authToken", "_password", "always-auth", "cert", "email", "key", "otp", "username"),
    runs("plugnplay-shebang", "yarn-path", "script-shell", "use-yarnrc", "default-rc", "init-module"),
    limiting("scripts", stricter(OFF_ON, "ignore-scripts")),
    stricter(OFF_ON, "frozen-lockfile", "pure-lockfile"),
    stricter(ON_OFF, "unsafe-disable-integrity-migration", "unsafe-perm"),
    install("cache-folder", "enable-meta-folder", "experimental-pack-script-packages-in-mirror", "env", "flat"),
    install(
      "global-folder",
      "link-folder",
      "modules-folder",
      "no-lockfile",
      "pack-built-packages",
      "plugnplay-unplugged-folder",
      "prefix"
    ),
    install("preferred-cache-folder", "tag", "user-agent", "yarn-offline-mirror", "yarn-offline-mirror-pruning")
  ],
  [
    [/^@[^:]*:registry$/, { is: "registry" }],
    [/^\/\/.*$/s, { is: "credential" }],
    // Arguments of commands: `--install.ignore-engines true`.
    [/^--(?:[^.]*\.)?(?:ignore-(?:engines|platform)|exact|tilde)$/, { is: "harmless", about: "engines" }],
    [/^--(?:[^.]*\.)?(?:frozen-lockfile|pure-lockfile)$/, { is: "install", tightens: OFF_ON }],
    [/^--(?:[^.]*\.)?ignore-scripts$/, { is: "install", tightens: OFF_ON, limits: "scripts" }],
    [
      /^--(?:[^.]*\.)?(?:silent|verbose|emoji|json|no-progress|non-interactive)$/,
      { is: "harmless", about: "presentation" }
    ],
    [/^--(?:[^.]*\.)?use-yarnrc$/, { is: "install", runs: "path" }],
    [/^-.*$/s, { is: "install" }]
  ]
);

// src/managers/yarn/yarnrc-yml-credentials.ts
function yarnrcYmlCredentials({ value: { root, isOneMapping } }, env) {
  if (!isOneMapping) return [];
  const text2 = (of, key) => {
    const value = of.get(key);
    return typeof value === "string" ? withVariables(value, env) : void 0;
  };
  const own = (of, registry2) => credentialOf(registry2, text2(of, "npmAuthToken"), text2(of, "npmAuthIdent"));
  const server = text2(root, "npmRegistryServer");
  const [registries, scopes] = [objectOf(root.get("npmRegistries")), objectOf(root.get("npmScopes"))];
  return [
    ...registries.keys.flatMap((key) => own(objectOf(registries.get(key)), key)),
    ...scopes.keys.flatMap((key) => {
      const scope = objectOf(scopes.get(key));
      return own(scope, text2(scope, "npmRegistryServer") ?? server);
    }),
    ...own(root, server)
  ];
}

// src/managers/yarn/yarnrc-yml.ts
function yarnrcYmlRegistries({ path, value: { root, line, isOneMapping } }, env) {
  if (!isOneMapping) throw notUnderstood(path);
  const server = (of, scope) => {
    const value = of.get("npmRegistryServer");
    if (value === void 0) return [];
    const place = { path, line: line(of.offsetOf("npmRegistryServer")) };
    return [{ ...scoped(scope), url: withVariables(value, env), ...place }];
  };
  const mapOf = (value) => {
    if (value === void 0 || value === null) return emptyObject;
    if (value instanceof JsonObject) return value;
    throw notUnderstood(path);
  };
  const scopes = mapOf(root.get("npmScopes"));
  return [...server(root), ...scopes.keys.flatMap((key) => server(mapOf(scopes.get(key)), `@${key}`))];
}
var CLASSIC = /^\s*#\s*yarn\s+lockfile\s+v1\s*$/im;
function readYarnrcYml(text2, path, faults2) {
  if (CLASSIC.test(text2)) {
    throw new GateFailure(
      faults2.syntax,
      "With the comment `yarn lockfile v1` Yarn does not read this file as YAML; remove the comment.",
      { path }
    );
  }
  return readYaml(text2, path, faults2, "failsafe");
}

// src/managers/yarn/berry-settings.ts
var berrySettings = {
  registries: { ".yarnrc.yml": yarnrcYmlRegistries },
  credentials: { ".yarnrc.yml": yarnrcYmlCredentials },
  readsAbove: () => true,
  scripts: scripts4,
  repeats: "nothing",
  overrides: overrides2,
  table: berryTable,
  limits: berryLimits,
  files: [".yarnrc.yml"],
  manifestKeys: [
    ["override", "resolutions"],
    ["gate", "dependenciesMeta"],
    ...hookKeys("preinstall", "install", "postinstall")
  ],
  workspaces: () => Promise.resolve([]),
  builds: "nothing",
  foundByName: berryFindsByName
};
async function scripts4(files) {
  const meta = objectOf((await scriptManifest(files)).get("dependenciesMeta"));
  const rc = (await scriptFile(files, ".yarnrc.yml"))?.value;
  const restricted = rc?.isOneMapping === true && rc.root.get("enableScripts") === "false";
  const saying = (built) => meta.keys.filter((key) => objectOf(meta.get(key)).get("built") === built);
  return scriptSettings(restricted ? ".yarnrc.yml" : "package.json", restricted, [
    listed(
      saying(true).map((key) => key.replace(/(?<=.)@.*$/s, "")),
      "allowed"
    ),
    listed(
      saying(false).filter((key) => !key.includes("@", 1)),
      "denied"
    )
  ]);
}
async function overrides2(manifest, files) {
  const found = yarnResolutions(manifest, false);
  const extensions = await Promise.all([files, ...files.above()].map(extensionsIn));
  return { ...found, unapplied: [...found.unapplied, ...extensions.flat()] };
}
async function extensionsIn(files) {
  const file = await files.at(".yarnrc.yml");
  const isMalformed = file.state === "unreadable" && file.why === "malformed";
  const rc = isMalformed ? void 0 : filled(regular(file));
  if (rc === void 0 && !isMalformed) return [];
  const entries = rc && yamlEntries(rc.value);
  return extensionsOf(files.pathOf(".yarnrc.yml"), entries && affecting(entries, [berryTable]));
}

// src/managers/yarn/entry.ts
var YarnEntry = class {
  #document;
  object;
  #shown;
  line;
  constructor(document, key, object, offset) {
    this.#document = document;
    this.object = object;
    this.#shown = quoted(key.replaceAll("\n", ", "));
    this.line = document.line(offset);
  }
  /** A descriptor of this entry, for messages. */
  shown(descriptor) {
    return quoted(descriptor, limits.name);
  }
  /** @throws GateFailure `lockfile-shape` if it is a block. */
  string(field) {
    const value = this.object.get(field);
    if (value === void 0 || typeof value === "string") return value;
    return refuser(this.#document, "lockfile-shape")(
      this.object.offsetOf(field),
      `\`${field}\` of ${this.#shown} must be a string`
    );
  }
  /** @throws GateFailure `lockfile-shape` if it is missing. */
  needed(field) {
    return this.string(field) ?? refuser(this.#document, "lockfile-shape")(this.object.offset, `${this.#shown} has no \`${field}\``);
  }
  map(field) {
    const value = this.object.get(field);
    if (value === void 0 || value instanceof JsonObject) return value;
    return refuser(this.#document, "lockfile-shape")(
      this.object.offsetOf(field),
      `\`${field}\` of ${this.#shown} must be a block`
    );
  }
  requires(field, type, to) {
    const found = [];
    this.map(field)?.forEach((name, spec, offset) => {
      if (typeof spec !== "string") {
        return refuser(this.#document, "lockfile-shape")(offset, `${quoted(name)} of ${this.#shown} must be a string`);
      }
      const key = to(name, spec);
      found.push({ name, spec, type: type(name), ...key !== void 0 && { to: key } });
    });
    return found;
  }
  /** @throws GateFailure `lockfile-invalid-name` */
  checkName(name) {
    if (isPackageName(name)) return name;
    return this.refuse("lockfile-invalid-name", `has the name ${quoted(name, limits.name)}, which npm does not accept`);
  }
  /** @throws GateFailure `lockfile-value` if a registry package's version is not exact, or any version is too long. */
  checkVersion(version, fromRegistry) {
    if (version.length <= MAX_VERSION && (!fromRegistry || isExact(version))) return version;
    return this.refuse("lockfile-value", `has the version ${quoted(version, limits.version)}, which is not exact`);
  }
  refuse(code, what) {
    return refuser(this.#document, code)(this.object.offset, `${this.#shown} ${what}`);
  }
};
function splitDescriptor(descriptor) {
  const at = descriptor.indexOf("@", 1);
  return at < 0 ? { name: descriptor, spec: "" } : { name: descriptor.slice(0, at), spec: descriptor.slice(at + 1) };
}

// src/managers/yarn/berry-descriptors.ts
var FOLDER = /^(?:[a-z]:[\\/]|\.{0,2}\/)/i;
var BerryDescriptors = class {
  #keys;
  #bound = /* @__PURE__ */ new Map();
  /** @param keys of the entries, by descriptor */
  constructor(keys) {
    this.#keys = keys;
    for (const [descriptor, key] of keys) {
      const at = descriptor.indexOf("::");
      const locator = at < 0 ? null : new URLSearchParams(descriptor.slice(at + 2)).get("locator");
      if (locator === null) continue;
      const bound = `${descriptor.slice(0, at)}
`;
      this.#bound.set(bound + locator, key);
      this.#bound.set(`${bound}${splitDescriptor(locator).name}@`, key);
    }
  }
  /**
   * Key of the entry that answers a spec.
   * @param locators of those whose folder it may be relative to, in their order
   */
  find(name, spec, locators) {
    const specs = spec === "" ? ["npm:", "npm:*", "*", ""] : [spec, `npm:${spec}`];
    if (FOLDER.test(spec)) specs.push(`file:${spec}`);
    for (const each of specs) {
      const descriptor = `${name}@${each}`;
      const bound = locators.map((locator) => this.#bound.get(`${descriptor}
${locator}`));
      const key = this.#keys.get(descriptor) ?? bound.find((found) => found !== void 0);
      if (key !== void 0) return key;
    }
    return spec === "" ? this.#keys.get(name) : void 0;
  }
  /** Every name that is asked for. */
  get names() {
    return new Set([...this.#keys.keys()].map((each) => splitDescriptor(each).name));
  }
  /** The keys of all entries that a name is asked for by, with a spec that begins so. */
  keysOf(name, protocol = "") {
    return [...this.#keys].flatMap(([each, key]) => each.startsWith(`${name}@${protocol}`) ? key : []);
  }
};

// src/managers/yarn/berry-project.ts
var import_satisfies3 = __toESM(require_satisfies(), 1);
var import_valid6 = __toESM(require_valid(), 1);
var import_valid7 = __toESM(require_valid2(), 1);
var unknown = /* @__PURE__ */ Symbol("unknown");
var LAST_OF_YARN_3 = 6;
async function berryProject(formatVersion, root, settings) {
  const resolutions = root?.resolutionEntries.flatMap(([key, spec]) => {
    const parsed2 = resolutionKey(key);
    return parsed2 === void 0 ? [] : [{ ...parsed2, spec }];
  });
  const chain = await rcChain(settings);
  return {
    resolutions,
    comparesAsWritten: Number(formatVersion) <= LAST_OF_YARN_3,
    catalogEntry: (catalog, name) => {
      for (const rc of chain) {
        const spec = entryIn(rc, catalog, name);
        if (spec !== void 0) return spec;
      }
      return chain.length > 0 ? void 0 : unknown;
    },
    extensions: extensionsIn2(chain.map((rc) => rc === unknown ? emptyObject : objectOf(rc.get("packageExtensions"))))
  };
}
async function rcChain(settings) {
  if (settings === void 0) return [];
  const files = await Promise.all([settings, ...settings.above()].map((each) => each.at(".yarnrc.yml")));
  return files.flatMap((file) => {
    if (file.state === "absent") return [];
    return file.state === "read" && file.value.isOneMapping && !file.text.includes("onConflict") ? [file.value.root] : [unknown];
  });
}
function entryIn(rc, catalog, name) {
  if (rc === unknown) return unknown;
  const spec = objectOf(catalog === "" ? rc.get("catalog") : objectOf(rc.get("catalogs")).get(catalog)).get(name);
  if (spec === void 0) return void 0;
  return typeof spec === "string" && !spec.includes("${") ? spec : unknown;
}
var EXTENDED = [
  ["dependencies", "prod"],
  ["peerDependencies", "peer"]
];
function extensionsIn2(files) {
  const keys = [...new Set(files.flatMap((file) => file.keys))];
  return keys.map((key) => {
    const { name, spec } = splitDescriptor(key);
    const said = files.map((file) => objectOf(file.get(key)));
    const merged = (of) => said.flatMap((each) => {
      const map = objectOf(of(each));
      return map.keys.map((member) => [member, map.get(member)]);
    });
    const firsts = (of) => new Map(merged(of).reverse());
    const meta = firsts((each) => each.get("peerDependenciesMeta"));
    const requires = EXTENDED.flatMap(
      ([field, type]) => [...firsts((each) => each.get(field))].flatMap(([each, asked3]) => {
        if (typeof asked3 !== "string") return [];
        const isOptional = type === "peer" && objectOf(meta.get(each)).get("optional") === "true";
        return [{ name: each, spec: asked3, type, ...isOptional && { optionalPeer: true } }];
      })
    );
    return { name, range: spec, requires };
  });
}
function extendedBy({ name, version, requires }, { extensions }) {
  const own = new Set(requires.map((each) => each.name));
  return extensions.filter((each) => each.name === name && (0, import_satisfies3.default)(version, each.range, { includePrerelease: true, loose: true })).flatMap((each) => each.requires).filter((each) => !own.has(each.name));
}
function meaningOf({ name, spec }, owner, project) {
  const normal = project.comparesAsWritten ? (range) => range : normalSpec;
  const resolution = project.resolutions?.find(
    ({ parent, parentSpec, name: about, asked: asked3 }) => about === name && (asked3 === void 0 || normal(asked3) === normal(spec)) && (parent === void 0 || parent === owner.name) && (parentSpec === void 0 || normalReference(parentSpec) === owner.reference)
  );
  const isKnown = project.resolutions !== void 0;
  const found = resolution?.spec ?? spec;
  const [, catalog] = /^catalog:(.*)$/s.exec(found) ?? [];
  if (catalog === void 0) return { spec: found, isRewritten: resolution !== void 0, isKnown };
  const entry = project.catalogEntry(catalog.trim(), name);
  if (entry === unknown) return { spec: found, isRewritten: true, isKnown: false };
  return { spec: entry, isRewritten: true, isKnown };
}
var TAG = /^(?!v)[a-z0-9._-]+$/i;
function normalSpec(spec) {
  return (0, import_valid7.default)(spec, true) !== null || TAG.test(spec) ? `npm:${spec}` : spec;
}
var normalReference = (reference) => (0, import_valid6.default)(reference) === null ? reference : `npm:${reference}`;
function withoutDefaultProtocol(spec) {
  const bare = /^npm:(.*)$/s.exec(spec)?.[1]?.trim();
  return bare !== void 0 && ((0, import_valid7.default)(bare, true) !== null || TAG.test(bare)) ? bare : spec;
}

// src/managers/yarn/incomplete.ts
function unanswered(path, asking, isAnswered) {
  const found = /* @__PURE__ */ new Map();
  for (const by of asking) {
    for (const each of by.requires) {
      const { name, spec, type } = each;
      const key = `${name}@${spec}`;
      if (type === "peer" || found.has(key) || isAnswered(each, by)) continue;
      found.set(key, { code: "incomplete", path, line: by.line, name, args: { asked: spec } });
    }
  }
  return [...found.values()];
}
function isPlain3(spec) {
  const kind = specKind(spec);
  return kind === "registry" || kind === "alias";
}

// src/managers/yarn/link.ts
var import_range = __toESM(require_range(), 1);
var import_semver = __toESM(require_semver(), 1);
function descriptorLinker(descriptors) {
  return (name, spec) => descriptors.get(`${name}@${spec}`) ?? descriptors.get(`${name}@npm:${spec}`) ?? (spec === "" ? descriptors.get(name) ?? descriptors.get(`${name}@*`) : void 0);
}
var MAX_STEPS2 = 1e6;
var RANGE_STEP = 32;
function nameLinker(packages, descriptors, path) {
  const keys = /* @__PURE__ */ new Map();
  for (const [descriptor, key] of descriptors) {
    const { name } = splitDescriptor(descriptor);
    const known = keys.get(name);
    if (known === void 0) keys.set(name, /* @__PURE__ */ new Set([key]));
    else known.add(key);
  }
  const versions2 = groupBy(packages, ({ key }) => key);
  const sorted = /* @__PURE__ */ new Map();
  const answers = /* @__PURE__ */ new Map();
  let steps = 0;
  return (name, spec) => {
    const candidates = keys.get(name) ?? /* @__PURE__ */ new Set();
    if (candidates.size < 2) return [...candidates][0];
    const question = `${name}
${spec}`;
    if (answers.has(question)) return answers.get(question);
    const known = sorted.get(name) ?? descending([...candidates], (key) => versions2.get(key)?.[0]?.version ?? "");
    sorted.set(name, known);
    const answer2 = highest(known, spec.replace(/^npm:/, ""));
    answers.set(question, answer2);
    return answer2;
  };
  function highest(candidates, spec) {
    const range = rangeOf(spec);
    return range && candidates.find(({ version }) => isAllowed(range, version, spec))?.key;
  }
  function isAllowed(range, version, spec) {
    steps += 1 + Math.floor(spec.length / RANGE_STEP);
    if (steps <= MAX_STEPS2) return range.test(version);
    throw new GateFailure(
      "budget",
      "The lockfile has too many versions and ranges of one name to match them; let Yarn write it again.",
      { path }
    );
  }
}
function descending(keys, versionOf) {
  const byVersion = new Map(keys.map((key) => [versionOf(key), key]));
  return [...byVersion].flatMap(([version, key]) => {
    const parsed2 = parseVersion(version);
    return parsed2 === void 0 ? [] : [{ version: parsed2, key }];
  }).sort((a, b) => b.version.compare(a.version));
}
var LOOSE = { loose: true };
function parseVersion(text2) {
  try {
    return new import_semver.default(text2, LOOSE);
  } catch {
    return void 0;
  }
}
function rangeOf(spec) {
  try {
    return new import_range.default(spec, LOOSE);
  } catch {
    return void 0;
  }
}
function linked(requires, to) {
  return requires.map((each) => {
    const key = each.to ?? to(each.name, each.spec);
    return key === void 0 || key === each.to ? each : { ...each, to: key };
  });
}

// src/managers/yarn/berry-importers.ts
async function withBerryImporters(parsed2, manifests) {
  const root = await manifests.of("");
  const linking = new Linking(parsed2, await berryProject(parsed2.formatVersion, root, manifests.settings));
  const packages = parsed2.packages.map((each) => linking.package(each));
  const importers = await Promise.all(
    parsed2.importers.map(async (importer) => {
      const manifest = await manifests.of(importer.path);
      const requires = linking.importer(importer, manifest);
      const pulls = linking.mayAnswer(requires);
      return { ...importer, requires, ...pulls.length > 0 && { pulls } };
    })
  );
  const lockfile = { ...parsed2, packages, importers };
  const observations = [...parsed2.observations, ...missing(lockfile, linking, root)];
  return { lockfile: { ...lockfile, observations }, isRootKnown: parsed2.importers.length > 0 || root !== void 0 };
}
function missing(lockfile, linking, root) {
  const { path, packages, importers } = lockfile;
  const workspaces = new Set(packages.flatMap(({ name, source }) => source.kind === "workspace" ? name : []));
  const isAnswered = (each) => workspaces.has(each.name) || linking.isAnswered(each);
  return unanswered(path, root === void 0 ? [...packages, ...importers] : packages, isAnswered);
}
var Linking = class {
  #project;
  #descriptors;
  #byName;
  #names;
  /** A patch names what it changes by its locator. */
  #exact;
  #root;
  #unanswered = /* @__PURE__ */ new Set();
  constructor({ path, packages, importers, descriptors = /* @__PURE__ */ new Map() }, project) {
    this.#project = project;
    this.#descriptors = new BerryDescriptors(descriptors);
    this.#names = this.#descriptors.names;
    this.#byName = nameLinker(packages, descriptors, path);
    this.#exact = new Map(packages.map(({ name, version, key }) => [`${name}@npm:${version}`, key]));
    const root = importers.find((each) => each.path === "");
    this.#root = locatorText({ name: root?.name ?? "", reference: "workspace:." });
  }
  isAnswered(each) {
    return !this.#unanswered.has(each);
  }
  /** Every entry that may answer what is left open: none of them counts as left behind. */
  mayAnswer(requires) {
    const open = requires.filter(({ isOpen, to }) => isOpen === true && to === void 0);
    return [...new Set(open.flatMap(({ name }) => this.#descriptors.keysOf(name)))];
  }
  /** An entry, with what package extensions add to it; what nothing answers stays linked by its name, for the graph. */
  package(each) {
    if (each.source.kind === "workspace") return each;
    const { name, version, source } = each;
    const owner = { name, reference: source.kind === "registry" ? `npm:${version}` : "" };
    const requires = [...each.requires, ...extendedBy(each, this.#project)].map((asked3) => {
      if (asked3.type === "peer" || source.kind === "patch" && asked3.name === name) return asked3;
      const linked2 = this.#link(asked3, owner);
      if (linked2.to !== void 0 || linked2.isOpen === true) return linked2;
      const to = this.#byName(asked3.name, asked3.spec);
      const kept = { ...linked2, ...to !== void 0 && { to } };
      this.#unanswered.add(kept);
      return kept;
    });
    return { ...each, requires };
  }
  /** What an importer asks for, by its manifest where that is known. */
  importer({ path, name = "", requires }, manifest) {
    const owner = { name, reference: `workspace:${path === "" ? "." : path}` };
    return (manifest?.requires ?? requires).map((asked3) => {
      if (asked3.type === "peer") {
        const to = this.#descriptors.find(asked3.name, asked3.spec, []) ?? this.#byName(asked3.name, asked3.spec);
        return { ...asked3, ...to !== void 0 && { to } };
      }
      const linked2 = this.#link(asked3, owner);
      if (linked2.to === void 0 && linked2.isOpen !== true) this.#unanswered.add(linked2);
      return linked2;
    });
  }
  #link({ name, spec, type, optionalPeer }, owner) {
    const asked3 = { name, spec, type, ...optionalPeer && { optionalPeer } };
    const meaning = meaningOf(asked3, owner, this.#project);
    const meant2 = meaning.spec === void 0 ? spec : withoutDefaultProtocol(meaning.spec);
    const isNamed = this.#project.resolutions?.some((each) => each.name === name) === true;
    const said = { ...asked3, ...(isNamed || meant2 !== spec) && { meant: meant2 } };
    const to = this.#find(name, meaning, owner);
    if (to !== void 0) return { ...said, to };
    if (!this.#names.has(name) || this.#isDecided(name, meaning)) return said;
    const candidate = this.#byName(name, meant2);
    return { ...said, ...candidate !== void 0 && { to: candidate }, isOpen: true };
  }
  #find(name, { spec }, owner) {
    if (spec === void 0) return void 0;
    return this.#descriptors.find(name, spec, [locatorText(owner), this.#root]) ?? this.#exact.get(`${name}@${spec}`);
  }
  /** Whether the descriptor that Yarn makes of it is known for certain, so that no other can be its answer. */
  #isDecided(name, { spec, isRewritten, isKnown }) {
    if (!isKnown) return false;
    if (spec === void 0 || isPlain3(spec)) return true;
    if (/^patch:/i.test(spec)) return this.#descriptors.keysOf(name, "patch:").length === 0;
    return isRewritten || /^(?:file|link|portal|exec):/i.test(spec);
  }
};
var locatorText = ({ name, reference }) => `${name}@${reference}`;

// src/managers/yarn/fields.ts
var classicFields = new Map([
  ...["version", "resolved", "integrity"].map((field) => [field, read]),
  ["dependencies", compared("requirements")],
  ["optionalDependencies", compared("requirements")],
  ["uid", compared("source")],
  ["name", compared("other-fields")],
  ["registry", compared("other-fields")],
  ["permissions", compared("other-fields")],
  ["prebuiltVariants", compared("source")]
]);
var berryFields = /* @__PURE__ */ new Map([
  ["version", read],
  ["checksum", read],
  // What is bound to the locator beside the archive's address: the hash of a patch, whose algorithm is of the version.
  ["resolution", { use: "compared", aspect: "source", isOfVersion: true }],
  ["bin", compared("bin")],
  ["conditions", compared("platforms", ["4", "5"])],
  ["dependencies", compared("requirements")],
  ["peerDependencies", compared("requirements")],
  ["dependenciesMeta", compared("requirements")],
  ["languageName", compared("other-fields")],
  ["linkType", compared("other-fields")],
  ["peerDependenciesMeta", ignored(reasons.peers)]
]);
function classicComparedFields(entryOf) {
  return {
    of(key) {
      const fields = /* @__PURE__ */ new Map();
      entryOf(key)?.forEach((field, value) => compareField(fields, classicFields, field, value));
      return fields;
    },
    writes: writesField(classicFields, "1")
  };
}
function berryComparedFields(formatVersion, entryOf) {
  return {
    of(key) {
      const fields = /* @__PURE__ */ new Map();
      const entry = entryOf(key);
      entry?.object.forEach((field, value) => {
        if (field === "resolution") value = boundText(entry.bound);
        if (field === "conditions" && typeof value === "string") {
          compareConditions(fields, value);
          return;
        }
        compareField(fields, berryFields, field, withoutProtocol2(field, value));
      });
      const bin = fields.get("bin");
      if (entry !== void 0 && bin !== void 0) {
        fields.set("bin", { ...bin, value: JSON.stringify(normalBin(entry.name, entry.object.get("bin"))) });
      }
      return fields;
    },
    writes: writesField(berryFields, formatVersion)
  };
}
function boundText(bound) {
  const kept = [...bound].filter(([key]) => key !== "__archiveUrl").map((pair) => pair.join("="));
  return kept.sort().join("&");
}
function withoutProtocol2(field, value) {
  if (field !== "dependencies" || !(value instanceof JsonObject)) return value;
  const { offset, keys, values: values2, offsets } = value;
  const plain = values2.map((spec) => typeof spec === "string" ? spec.replace(/^npm:(?![^@]+@|@)/, "") : spec);
  return new JsonObject(offset, keys, plain, offsets);
}
function compareConditions(fields, text2) {
  for (const group of text2.split("&")) {
    const names = group.split("|").map((each) => /^\s*\(?\s*(os|cpu|libc)=([^\s()]+)\s*\)?\s*$/.exec(each));
    const condition = names[0]?.[1];
    const isPlain4 = names.every((each) => each?.[1] === condition);
    if (condition === void 0 || !isPlain4) compareField(fields, berryFields, "conditions", text2);
    else {
      compareField(
        fields,
        platforms,
        condition,
        names.map((each) => each?.[2] ?? "")
      );
    }
  }
}
var platforms = new Map(
  ["os", "cpu", "libc"].map((field) => [field, compared("platforms")])
);

// src/managers/yarn/text.ts
var BETWEEN_KEYS = "\n";
var MAX_LEVELS = 8;
var CONTROL2 = /[\u0000-\u001f\u007f]/;
var QUOTED = /"(?:[^"\\]|\\.)*"/y;
var BARE_CLASSIC = /[A-Za-z0-9/.-][^\s:",\\[\]]*/y;
var BARE_KEY = /(?![-?:,\][{}#&*!|>'"%@` \t])[^:\s#,[\]{}]+(?:[ ]+[^:\s#,[\]{}]+)*/y;
var BARE_VALUE = /^(?![-?:,\][{}#&*!|>'"%@` \t]).(?:[ \t]*(?![,\][{}:# \t]).)*$/;
var YAML_FEATURE = /^(?:---|\.\.\.|%|- |<<\s*:|(?:[^"]*: +)?[&*!|>{[])/;
function parseYarnText(text2, path, dialect) {
  const open = [newMap(0)];
  const lineStarts = [];
  let waiting;
  function refuse(what, offset, code = lockfileFaults.syntax) {
    const { line, column } = placeIn(path, text2, offset);
    throw new GateFailure(code, `${what} at ${line}:${column}; ${lockfileFaults.fix}.`, { path, line, column });
  }
  function close(level) {
    while (open.length > level + 1) {
      const done = open.pop();
      if (done.keys.length === 0) refuse("A block ends before its first field", done.offset);
      const index = new Map(done.keys.map((key, at) => [key, at]));
      open.at(-1)?.values.push(new JsonObject(done.offset, done.keys, done.values, done.offsets, index));
    }
  }
  function add(map, keys, offset) {
    for (const key of keys) {
      if (map.seen.has(key)) refuse(`The key ${quoted(key, limits.name)} appears twice`, offset, lockfileFaults.duplicateKey);
      map.seen.add(key);
    }
    map.keys.push(keys.join(BETWEEN_KEYS));
    map.offsets.push(offset);
  }
  function enter(map, keys, offset) {
    add(map, keys, offset);
    open.push(newMap(offset));
  }
  function token(line, at, bare, base) {
    const form = line[at] === '"' ? QUOTED : bare;
    form.lastIndex = at;
    const found = form.exec(line)?.[0];
    if (found === void 0) return refuse("This is not what Yarn writes: expected a key or a value", base + at);
    return { value: form === QUOTED ? unquoted2(found, base + at) : found, end: at + found.length };
  }
  function unquoted2(found, offset) {
    let value;
    try {
      value = JSON.parse(found);
    } catch {
      value = void 0;
    }
    if (typeof value !== "string" || CONTROL2.test(value)) return refuse("The quoted string is malformed", offset);
    return value;
  }
  function classicLine(line, base, map) {
    const keys = [];
    let at = 0;
    do {
      const key = token(line, keys.length === 0 ? 0 : at + 2, BARE_CLASSIC, base);
      keys.push(key.value);
      at = key.end;
    } while (line.startsWith(", ", at));
    if (line[at] === ":" && at + 1 === line.length) {
      enter(map, keys, base);
      return;
    }
    if (line[at] !== " " || keys.length > 1) return refuse("Expected a value or the colon of a block", base + at);
    const value = token(line, at + 1, BARE_CLASSIC, base);
    if (value.end < line.length) refuse("Expected the end of the line", base + value.end);
    add(map, keys, base);
    map.values.push(value.value);
  }
  function berryLine(line, base, map) {
    if (waiting !== void 0) {
      if (line !== ":") refuse("Expected the colon of a long key", base);
      const { key: key2, offset } = waiting;
      waiting = void 0;
      enter(map, [key2], offset);
      return;
    }
    if (line.startsWith('? "')) {
      const long = token(line, 2, BARE_KEY, base);
      if (long.end < line.length) refuse("Expected the end of the line", base + long.end);
      waiting = { key: long.value, offset: base };
      return;
    }
    if (YAML_FEATURE.test(line)) refuse("Yarn does not write this part of YAML", base, "lockfile-yaml");
    const key = token(line, 0, BARE_KEY, base);
    if (line[key.end] !== ":") refuse("Expected the colon after a key", base + key.end);
    if (key.end + 1 === line.length) {
      enter(map, [key.value], base);
      return;
    }
    if (line[key.end + 1] !== " ") refuse("Expected a space after the colon", base + key.end + 1);
    const start = key.end + 2;
    const rest = line.slice(start);
    add(map, [key.value], base);
    if (rest.startsWith('"')) {
      const value = token(line, start, BARE_KEY, base);
      if (value.end < line.length) refuse("Expected the end of the line", base + value.end);
      map.values.push(value.value);
    } else if (BARE_VALUE.test(rest)) map.values.push(rest);
    else {
      const code = /^[&*!|>{[]/.test(rest) ? "lockfile-yaml" : lockfileFaults.syntax;
      refuse("This value is not what Yarn writes", base + start, code);
    }
  }
  for (let start = 0; start < text2.length; ) {
    lineStarts.push(start);
    const feed = text2.indexOf("\n", start);
    const next = feed < 0 ? text2.length : feed + 1;
    let end = feed < 0 ? text2.length : feed;
    if (text2[end - 1] === "\r") end--;
    let first = start;
    while (first < end && text2[first] === " ") first++;
    if (first < end && text2[first] !== "#") {
      const line = text2.slice(first, end);
      if (CONTROL2.test(line)) refuse("The file has a control character", first + line.search(CONTROL2));
      const indent = first - start;
      const level = indent / 2;
      if (level >= MAX_LEVELS) refuse(`Blocks are nested deeper than ${MAX_LEVELS} levels`, first, lockfileFaults.depth);
      if (indent % 2 === 1 || level >= open.length) refuse("The indentation does not match the block", first);
      if (waiting !== void 0 && level !== open.length - 1) refuse("Expected the colon of a long key", first);
      close(level);
      const map = open[level];
      if (dialect === "classic") classicLine(line, first, map);
      else berryLine(line, first, map);
    }
    start = next;
  }
  if (waiting !== void 0) refuse("A long key is cut off", waiting.offset);
  close(0);
  const root = open[0];
  return new JsonDocument(path, text2, new JsonObject(0, root.keys, root.values, root.offsets), lineStarts);
}
function newMap(offset) {
  return { offset, keys: [], values: [], offsets: [], seen: /* @__PURE__ */ new Set() };
}

// src/managers/yarn/berry.ts
var VERSIONS2 = ["4", "5", "6", "7", "8", "9", "10"];
var BUILTIN = /^(?:~|optional!)*builtin<[\w/-]+>$/;
function parseYarnBerry(path, text2) {
  const document = parseYarnText(text2, path, "berry");
  const root = document.value;
  const { version: formatVersion, cacheKey } = readMetadata(document, root);
  const descriptors = /* @__PURE__ */ new Map();
  const entries = [];
  const builtin = [];
  root.forEach((key, value, offset) => {
    if (key === "__metadata") return;
    if (!(value instanceof JsonObject)) {
      return refuser(document, "lockfile-shape")(offset, "An entry must be a block with fields");
    }
    const entry = new YarnEntry(document, key, value, offset);
    const locator = readLocator(entry.needed("resolution"));
    const asked3 = key.split(/ *, */);
    for (const descriptor of asked3) {
      if (descriptors.has(descriptor)) {
        refuser(document, "lockfile-duplicate-key")(offset, `${entry.shown(descriptor)} appears twice`);
      }
      descriptors.set(descriptor, key);
    }
    const patched = patchedBy(locator.reference);
    if (patched?.builtin === true) builtin.push({ asked: asked3, patched: patched.descriptor });
    else entries.push({ key, entry, locator });
  });
  const byDescriptor = descriptorLinker(descriptors);
  const exact = new Map(entries.map(({ key, locator }) => [`${locator.name}@${locator.reference}`, key]));
  const to = (name, spec) => exact.get(`${name}@${spec}`) ?? byDescriptor(name, spec);
  for (const { asked: asked3, patched } of builtin) {
    const { name, spec } = splitDescriptor(patched);
    const key = to(name, spec);
    for (const descriptor of asked3) {
      if (key === void 0) descriptors.delete(descriptor);
      else descriptors.set(descriptor, key);
    }
  }
  const made = entries.map(({ key, entry, locator }) => lockedPackage2(path, key, entry, locator, to, cacheKey));
  refuseTooMany(
    path,
    made.length,
    made.reduce((sum, each) => sum + each.requires.length, 0)
  );
  const byName2 = nameLinker(made, descriptors, path);
  const all2 = made.map((each) => ({ ...each, requires: linked(each.requires, byName2) }));
  const importers = all2.flatMap((each) => {
    const { source, name, line, requires } = each;
    if (source.kind !== "workspace") return [];
    return [{ path: source.spec ?? "", name, line, requires: requires.filter(({ type }) => type !== "peer") }];
  });
  const packages = all2.map((each) => each.source.kind === "workspace" ? { ...each, requires: [] } : each);
  const written2 = new Map(
    entries.map(({ key, entry, locator: { name, bound } }) => [key, { object: entry.object, name, bound }])
  );
  return {
    ...{ path, format: "yarn-berry", formatVersion, packages, importers, descriptors, observations: [] },
    fields: berryComparedFields(formatVersion, (key) => written2.get(key))
  };
}
function readMetadata(document, root) {
  const metadata = root.get("__metadata");
  const version = metadata instanceof JsonObject ? metadata.get("version") : void 0;
  const cacheKey = metadata instanceof JsonObject ? metadata.get("cacheKey") : void 0;
  if (typeof version !== "string" || !VERSIONS2.includes(version)) {
    return refuser(
      document,
      "lockfile-version",
      "write it with a version of Yarn that writes one of these"
    )(
      root.offsetOf("__metadata"),
      "`version` in `__metadata` must be one of 4 to 10 (a `yarn.lock` of Yarn 1 begins with `# yarn lockfile v1`)"
    );
  }
  return { version, cacheKey: typeof cacheKey === "string" ? cacheKey : "" };
}
function readLocator(resolution) {
  const { name, spec } = splitDescriptor(resolution);
  const [reference = "", ...rest] = spec.replace(/^virtual:[^#]*#/, "").split("::");
  return { name, reference, bound: new URLSearchParams(rest.join("::")) };
}
function patchedBy(reference) {
  if (!reference.startsWith("patch:")) return void 0;
  const hash = reference.indexOf("#");
  const descriptor = decoded(reference.slice("patch:".length, hash < 0 ? void 0 : hash));
  const patches2 = hash < 0 ? [] : reference.slice(hash + 1).split("&");
  return { descriptor, builtin: patches2.length > 0 && patches2.every((each) => BUILTIN.test(each)) };
}
function decoded(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
function lockedPackage2(path, key, entry, locator, to, cacheKey) {
  const { reference, bound } = locator;
  const jsrName = nameAtJsr(locator);
  const source = jsrName === void 0 ? sourceOf(path, reference, bound.get("locator") ?? "") : { kind: "registry" };
  const stated = entry.needed("version");
  const fromRegistry = source.kind === "registry";
  const version = entry.checkVersion(fromRegistry ? reference.slice("npm:".length) : stated, fromRegistry);
  if (fromRegistry && isExact(stated) && stated !== version) {
    entry.refuse("lockfile-value", "has different versions in `version` and `resolution`");
  }
  const name = fromRegistry ? entry.checkName(jsrName ?? locator.name) : locator.name;
  const names = key.split(/ *, */).map((descriptor) => splitDescriptor(descriptor).name);
  const archive = bound.get("__archiveUrl");
  const checksum = entry.string("checksum") ?? "";
  const isOptional = optionalNames(entry);
  const optionalPeers = optionalNames(entry, "peerDependenciesMeta");
  const patched = patchedBy(reference);
  const twins = jsrName === void 0 ? [] : twinsOf(key, jsrName, to);
  const below2 = patched && splitDescriptor(patched.descriptor);
  const requires = [
    ...entry.requires("dependencies", (each) => isOptional.has(each) ? "optional" : "prod", to),
    ...entry.requires(
      "peerDependencies",
      () => "peer",
      () => void 0
    ).map((each) => optionalPeers.has(each.name) ? { ...each, optionalPeer: true } : each),
    ...twins,
    ...below2 === void 0 ? [] : [{ ...below2, type: "prod", ...answer(to(below2.name, below2.spec)) }]
  ];
  return {
    ...{ key, name, version, source, line: entry.line, requires, claims: {} },
    ...aliased(name, names),
    ...archive !== null && { resolved: archive },
    checksum: checksum === "" || checksum.includes("/") ? checksum : `${cacheKey}/${checksum}`
  };
}
function nameAtJsr({ name, reference }) {
  const [, scope, bare] = /^@([^/]+)\/([^/]+)$/.exec(name) ?? [];
  const isExactly = reference.startsWith("jsr:") && isExact(reference.slice("jsr:".length));
  return isExactly && scope !== void 0 && bare !== void 0 ? `@jsr/${scope}__${bare}` : void 0;
}
function twinsOf(key, jsrName, to) {
  return key.split(/ *, */).flatMap((descriptor) => {
    const { name, spec } = splitDescriptor(descriptor);
    const twin = spec.replace(/^jsr:/, `npm:${jsrName}@`);
    const found = to(name, twin);
    return found === void 0 ? [] : [{ name, spec: twin, type: "prod", to: found }];
  });
}
function answer(to) {
  return to === void 0 ? {} : { to };
}
function optionalNames(entry, field = "dependenciesMeta") {
  const names = /* @__PURE__ */ new Set();
  entry.map(field)?.forEach((name, meta) => {
    if (meta instanceof JsonObject && meta.get("optional") === "true") names.add(name);
  });
  return names;
}
function folderOfLocator(locator) {
  const [, kind, target = "", bound = ""] = /^@?[^@]*@(workspace|file|link|portal):([^#:]*)(?:#[^:]*)?(?:::(.*))?$/s.exec(locator) ?? [];
  if (kind === void 0) return "";
  const above = kind === "workspace" ? "" : folderOfLocator(new URLSearchParams(bound).get("locator") ?? "");
  return normalise(join(above, target));
}
function sourceOf(path, reference, locator) {
  const [, protocol = "", rest = ""] = /^([a-z]+):(.*)$/is.exec(reference) ?? [];
  const own = folderOfLocator(locator);
  const folder = (target) => {
    const below2 = join(own, target);
    const source = fileSource(path, `file:${below2}`);
    return own === "" || source.kind === "file" ? source : { ...source, folder: normalise(below2) };
  };
  switch (protocol) {
    case "npm":
      return { kind: "registry" };
    case "workspace":
      return { kind: "workspace", spec: normalise(rest), outside: false, workspace: true };
    case "link":
    case "portal":
      return { ...folder(rest), kind: protocol, spec: reference };
    case "file":
      return { ...folder(rest.replace(/#.*$/s, "")), spec: reference };
    case "exec":
    case "patch":
      return { kind: protocol, spec: reference };
    default:
      if (/#(?:.*&)?commit=/s.test(reference) || specKind(reference) === "git") return { kind: "git", spec: reference };
      return { kind: "remote", spec: reference };
  }
}

// src/managers/yarn/archive-names.ts
var digest = (text2) => bytesToHex(sha512(utf8ToBytes(text2)));
var DIGITS = 10;
function archiveName(name, reference) {
  const [, scope = "", bare = name] = /^@([^/]+)\/(.+)$/.exec(name) ?? [];
  const ident = digest(scope + bare);
  return { slug: scope === "" ? bare : `@${scope}-${bare}`, hash: digest(ident + reference).slice(0, DIGITS) };
}

// src/managers/yarn/pnp-state.ts
var text = (value) => typeof value === "string" ? value : "";
function readLocked(path, lockfile) {
  const root = parseYarnText(lockfile, path, "berry").value;
  const entries = /* @__PURE__ */ new Map();
  const descriptors = /* @__PURE__ */ new Map();
  const asked3 = /* @__PURE__ */ new Set();
  for (const key of root.keys) {
    const entry = root.get(key);
    if (!(entry instanceof JsonObject) || key === "__metadata") continue;
    const resolution = text(entry.get("resolution"));
    const { name, spec: reference } = splitDescriptor(resolution);
    const map = (field) => {
      const value = entry.get(field);
      return value instanceof JsonObject ? value : new JsonObject(0, [], [], []);
    };
    const meta = map("dependenciesMeta");
    const isOptional = (each) => {
      const said = meta.get(each);
      return said instanceof JsonObject && said.get("optional") === "true";
    };
    const dependencies = map("dependencies");
    entries.set(resolution, {
      ...{ name, reference },
      dependencies: new Map(dependencies.keys.map((each) => [each, text(dependencies.get(each))])),
      optional: new Set(dependencies.keys.filter(isOptional))
    });
    for (const descriptor of key.split(/ *, */)) {
      descriptors.set(descriptor, resolution);
      asked3.add(JSON.stringify([splitDescriptor(descriptor).name, resolution]));
    }
  }
  const link = descriptorLinker(descriptors);
  const patches2 = /* @__PURE__ */ new Map();
  for (const [locator, { reference }] of entries) {
    const source = /^patch:([^#]+)#optional!builtin</.exec(reference)?.[1];
    if (source === void 0) continue;
    const original = decoded2(source);
    patches2.set(original, [...patches2.get(original) ?? [], locator]);
  }
  const answers = (name, spec) => {
    const found = link(name, spec);
    return found === void 0 ? [] : [found, ...patches2.get(found) ?? []];
  };
  return { entries, answers, isAskedAs: (name, locator) => asked3.has(JSON.stringify([name, locator])) };
}
function decoded2(encoded) {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function parsed(state) {
  try {
    const value = JSON.parse(state);
    return isObject(value) ? { fields: value, settings: settingsOf(value) } : void 0;
  } catch {
    return void 0;
  }
}
var DERIVED = /* @__PURE__ */ new Set([
  "__info",
  "dependencyTreeRoots",
  "fallbackExclusionList",
  "fallbackPool",
  "packageRegistryData"
]);
var ADDED = { pnpZipBackend: '"libzip"' };
function settingsOf(state) {
  const own = Object.entries(state).filter(([key, value]) => !DERIVED.has(key) && ADDED[key] !== JSON.stringify(value));
  return JSON.stringify(own.sort(([a], [b]) => a < b ? -1 : 1));
}
function stateFault({ before, after, path, lockfile, archives: archives2 }) {
  const [old, state] = [parsed(before), parsed(after)];
  if (old === void 0 || state === void 0) return "state-malformed";
  if (old.settings !== state.settings) return "state-settings";
  const locked = readLocked(path, lockfile);
  const places2 = placesOf(state.fields["packageRegistryData"]);
  const pool = pairsOf(state.fields["fallbackPool"]);
  if (places2 === void 0 || pool === void 0) return "state-malformed";
  const known = new Set(places2.map(({ locator }) => locator));
  const virtual = new Set(places2.flatMap(({ isVirtual, locator }) => isVirtual ? [locator] : []));
  const root = [...locked.entries.values()].find(({ reference }) => reference === "workspace:.");
  for (const place of places2) {
    const entry = place.name === null ? root : locked.entries.get(place.locator);
    if (entry === void 0) return "state-locator";
    if (!isOwnLocation(place.location, entry, folderOf(path), archives2)) return "state-location";
    const fault3 = edgeFault(place, entry, locked, known, !place.isVirtual && virtual.has(place.locator));
    if (fault3 !== void 0) return fault3;
  }
  const isKnown = ([name, target]) => target === null || known.has(target) && (locked.isAskedAs(name, target) || ownName(target) === name);
  return pool.every(isKnown) ? void 0 : "state-edge";
}
var ownName = (locator) => splitDescriptor(locator).name;
var real = (reference) => reference.replace(/^virtual:[^#]*#/, "");
var FIELDS3 = /* @__PURE__ */ new Set(["packageLocation", "packageDependencies", "packagePeers", "linkType", "discardFromLookup"]);
function placesOf(data) {
  if (!Array.isArray(data)) return void 0;
  const places2 = [];
  for (const group of data) {
    const [name, references2] = Array.isArray(group) ? group : [];
    if (!(name === null || typeof name === "string") || !Array.isArray(references2)) return void 0;
    for (const each of references2) {
      const [reference, info] = Array.isArray(each) ? each : [];
      if (!isObject(info) || name === null !== (reference === null)) return void 0;
      const edges2 = pairsOf(info["packageDependencies"]);
      if (edges2 === void 0 || Object.keys(info).some((key) => !FIELDS3.has(key))) return void 0;
      const locator = `${name ?? ""}@${real(text(reference))}`;
      places2.push({
        name,
        locator,
        isVirtual: text(reference).startsWith("virtual:"),
        location: text(info["packageLocation"]),
        edges: edges2
      });
    }
  }
  return places2;
}
function pairsOf(data) {
  if (!Array.isArray(data)) return void 0;
  const edges2 = [];
  for (const pair of data) {
    const [name, target] = Array.isArray(pair) ? pair : [];
    if (typeof name !== "string") return void 0;
    if (target === null) edges2.push([name, null]);
    else if (typeof target === "string") edges2.push([name, `${name}@${real(target)}`]);
    else if (Array.isArray(target)) edges2.push([name, `${text(target[0])}@${real(text(target[1]))}`]);
    else return void 0;
  }
  return edges2;
}
function edgeFault({ edges: edges2 }, entry, { answers, isAskedAs }, known, isStandIn) {
  const own = `${entry.name}@${entry.reference}`;
  for (const [name, target] of edges2) {
    if (target === null || name === entry.name && target === own) continue;
    if (!known.has(target)) return "state-locator";
    const spec = entry.dependencies.get(name);
    const expected = spec === void 0 ? [] : answers(name, spec);
    const isRight = expected.length > 0 ? expected.includes(target) : isAskedAs(name, target) || ownName(target) === name;
    if (!isRight) return "state-edge";
  }
  if (isStandIn) return void 0;
  const given = new Set(edges2.map(([name]) => name));
  const isMissing = [...entry.dependencies.keys()].some((name) => !given.has(name) && !entry.optional.has(name));
  return isMissing ? "state-edge" : void 0;
}
function isOwnLocation(location, entry, folder, archives2) {
  const { name, reference } = entry;
  if (!location.endsWith("/") || location.includes("\\") || !/^\.\.?\//.test(location)) return false;
  const path = normalise(join(folder, withoutVirtual(location)));
  const [, workspace] = /^workspace:(.*)$/s.exec(reference) ?? [];
  if (workspace !== void 0) return path === normalise(join(folder, workspace));
  const [, linked2, bound = ""] = /^(?:link|portal):([^:]*)(?:::locator=(.*))?$/s.exec(reference) ?? [];
  if (linked2 !== void 0) {
    const [, owner = ""] = /@workspace:(.*)$/s.exec(decoded2(bound)) ?? [];
    return path === normalise(join(join(folder, owner), linked2));
  }
  const { slug, hash } = archiveName(name, reference);
  const end = `/node_modules/${name}`;
  if (!path.endsWith(end)) return false;
  const place = path.slice(0, -end.length);
  const file = place.slice(place.lastIndexOf("/") + 1);
  const [, start = "", digits, suffix] = /^(.+)-([0-9a-f]{10})(-[^-]+\.zip)?$/s.exec(file) ?? [];
  if (digits !== hash || !start.startsWith(`${slug}-`)) return false;
  const above = folderOf(place);
  return suffix === void 0 ? above === `${prefixOf(folder)}.yarn/unplugged` : archives2.includes(above) || /^(?:\.\.\/)+(?:.+\/)?\.yarn\/berry\/cache$/.test(above);
}
function withoutVirtual(location) {
  const [, before = "", depth = "", rest = ""] = /^(.*?)\/(?:__virtual__|\$\$virtual)\/[^/]+\/(\d{1,3})\/(.*)$/s.exec(location) ?? [];
  return depth === "" ? location : `${before}/${"../".repeat(Number(depth))}${rest}`;
}

// src/managers/yarn/pnp-text.ts
var START = /^(?:const RAW_RUNTIME_STATE =\n|  return hydrateRuntimeState\(JSON\.parse\()(?=')/m;
var MAX_START = 2e3;
var HOLE = "'\0'";
function splitLoader(text2) {
  const found = START.exec(text2.slice(0, MAX_START));
  if (text2.includes("\0")) return void 0;
  if (found === null) return { program: text2, state: void 0 };
  const start = found.index + found[0].length;
  let state = "";
  for (let at = start + 1; at < text2.length; at += 1) {
    const char = text2[at];
    if (char === "'") return { program: text2.slice(0, start) + HOLE + text2.slice(at + 1), state };
    if (char === "\n" || char === "\r" || char === "\u2028" || char === "\u2029") return void 0;
    if (char !== "\\") {
      state += char;
      continue;
    }
    at += 1;
    const escaped = text2[at];
    if (escaped === "\\" || escaped === "'") state += escaped;
    else if (escaped !== "\n") return void 0;
  }
  return void 0;
}
var HEAD = "#!/usr/bin/env node\n/* eslint-disable */\n";
var SETUP = "function $$SETUP_STATE(hydrateRuntimeState, basePath) {\n";
var RETURN = (state, indent) => `  return hydrateRuntimeState(JSON.parse(${state}), {basePath: basePath || __dirname});
${indent}}

`;
var WRAPPERS = [
  `${HEAD}"use strict";

${SETUP}${RETURN(HOLE, "  ")}`,
  `${HEAD}// @ts-nocheck
"use strict";

const RAW_RUNTIME_STATE =
${HOLE};

${SETUP}${RETURN("RAW_RUNTIME_STATE", "")}`,
  `${HEAD}// @ts-nocheck
"use strict";

${SETUP}  const fs = require('fs');
  const path = require('path');
  const pnpDataFilepath = path.resolve(__dirname, ".pnp.data.json");
${RETURN("fs.readFileSync(pnpDataFilepath, 'utf8')", "")}`
];
function releasedPart(program) {
  const wrapper = WRAPPERS.find((each) => program.startsWith(each));
  return wrapper === void 0 ? void 0 : program.slice(wrapper.length);
}

// src/managers/yarn/pnp-loaders.ts
var LOADER = ".pnp.cjs";
var DATA = ".pnp.data.json";
var pnpLoaders = { names: [LOADER, ".pnp.js", DATA, ".pnp.loader.mjs"], release: release2, published, fault: fault2 };
async function release2(files) {
  const file = await files.at(".yarnrc.yml");
  const named = file.state === "read" ? file.value.root.get("yarnPath") : void 0;
  if (typeof named !== "string") return void 0;
  const { path, outside } = follow(files.pathOf(""), named);
  return outside ? void 0 : normalise(join(files.pathOf(""), path));
}
function fault2(change) {
  const { base, head, name, lockfile, archives: archives2 } = change;
  const [before, after] = [base.get(name) ?? "", head.get(name) ?? ""];
  const stateOf = (old2, state) => stateFault({ before: old2, after: state, path: lockfile.path, lockfile: lockfile.text, archives: archives2 });
  if (name === ".pnp.loader.mjs") return { reason: "program", program: after };
  if (name === DATA) {
    const reason2 = base.has(name) ? stateOf(before, after) : "state-settings";
    return reason2 && { reason: reason2 };
  }
  const [old, loader] = [splitLoader(before), splitLoader(after)];
  if (old === void 0 || loader === void 0) return { reason: "state-malformed" };
  const reason = loader.state === void 0 ? void 0 : stateOf(old.state ?? "", loader.state);
  if (reason !== void 0) return { reason };
  if (old.program === loader.program) return void 0;
  const program = releasedPart(loader.program);
  return { reason: "program", ...program !== void 0 && { program } };
}
async function published(files) {
  const file = await files.at("package.json");
  const named = file.state === "read" ? objectOf(file.value.value).get("packageManager") : void 0;
  const version = /^yarn@(\d+\.\d+\.\d+(?:-[\w.]+)?)(?:\+|$)/.exec(typeof named === "string" ? named : "")?.[1];
  return version === void 0 ? void 0 : { name: "@yarnpkg/cli-dist", version };
}

// src/managers/yarn/berry-committed.ts
var berryCommitted = { places, archives, patches: patchesOfManifest, loaders: pnpLoaders };
async function places(files) {
  const file = await files.at(".yarnrc.yml");
  const rc = file.state === "read" ? file.value.root : new JsonObject(0, [], [], []);
  const folder = files.pathOf("");
  const named = (...keys) => foldersNamed(
    folder,
    keys.map((key) => rc.get(key))
  );
  const global = named("globalFolder");
  return {
    archives: [join(folder, ".yarn/cache"), ...named("cacheFolder"), ...global.map((each) => join(each, "cache"))],
    stores: [
      ...[".yarn/unplugged", ".yarn/install-state.gz"].map((each) => join(folder, each)),
      ...named("pnpUnpluggedFolder", "virtualFolder", "pnpmStoreFolder", "installStatePath")
    ]
  };
}
function archives(path, text2) {
  const root = parseYarnText(text2, path, "berry").value;
  return root.keys.flatMap((key) => {
    const entry = root.get(key);
    const resolution = entry instanceof JsonObject ? entry.get("resolution") : void 0;
    if (!(entry instanceof JsonObject) || typeof resolution !== "string") return [];
    const { name, spec: reference } = splitDescriptor(resolution);
    if (/^(?:workspace|link|portal):/.test(reference)) return [];
    const checksum = entry.get("checksum");
    const version = /^npm:([^:#]+)(?:::|$)/.exec(reference)?.[1];
    const patched = patchedBy2(name, reference, folderOf(path));
    return [
      {
        ...{ name, version: version ?? reference, ...archiveName(name, reference) },
        checksum: typeof checksum === "string" ? checksum.replace(/^.*\//, "") : "",
        origin: version !== void 0 ? "registry" : patched === void 0 ? "elsewhere" : "patched",
        ...patched !== void 0 && { patched }
      }
    ];
  });
}
var BUILTIN2 = /* @__PURE__ */ new Set(["fsevents", "resolve", "typescript"]);
function patchedBy2(name, reference, folder) {
  const [, source = "", list = "", bound = ""] = /^patch:([^#]+)#((?:(?!::).)+)(?:::(.*))?$/s.exec(reference) ?? [];
  try {
    const from = splitDescriptor(decodeURIComponent(source));
    const files = list.split("&").map((each) => each.replace(/^(?:~(?!\/)|optional!)+/, ""));
    const own = files.filter((each) => !each.startsWith("builtin<"));
    if (source === "" || from.name !== name || own.length < files.length && !BUILTIN2.has(name)) return void 0;
    const [, workspace = ""] = /@workspace:(.*)$/s.exec(new URLSearchParams(bound).get("locator") ?? "") ?? [];
    const patches2 = own.map(
      (each) => normalise(each.startsWith("~/") ? join(folder, each.slice(2)) : join(join(folder, workspace), each))
    );
    return { from: archiveName(from.name, from.spec), patches: patches2 };
  } catch {
    return void 0;
  }
}

// src/managers/yarn/classic-committed.ts
var FOLDERS = /^(?:--(?:[a-z]+\.)?)?(?:cache-folder|modules-folder|global-folder)$/;
var classicCommitted = {
  places: async (files) => {
    const file = await files.at(".yarnrc");
    const lines = file.state === "read" ? file.value : [];
    const named = lines.flatMap(({ key, value }) => FOLDERS.test(key) ? [value.replaceAll(/^["']|["']$/g, "")] : []);
    return { archives: [], stores: foldersNamed(files.pathOf(""), named) };
  },
  patches: patchesOfManifest
};

// src/managers/yarn/yarnrc-tokens.ts
var NotYarnrc = class extends Error {
  line;
  constructor(line) {
    super("not of the grammar of a .yarnrc");
    this.line = line;
  }
};
var TOKEN = /(?<newline>\r?\n|\r)|(?<comment>#[^\n]*)|(?<blank> +)|(?<quote>")|(?<scalar>[0-9]+|true|false)|(?<colon>:)|(?<comma>,)|(?<text>[a-zA-Z/.-][^: \n\r,]*)/sy;
function yarnrcTokens(text2) {
  const tokens = [];
  let line = 1;
  let isLineStart = false;
  let end = 0;
  for (let at = 0; at < text2.length; at = end) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text2)?.groups;
    const { newline, blank, quote, scalar, colon, comma, text: bare } = groups ?? {};
    end = quote === void 0 ? TOKEN.lastIndex : endOfString(text2, at);
    const string = quote === void 0 ? void 0 : unquoted(text2.slice(at, end));
    const isOdd2 = blank !== void 0 && isLineStart && blank.length % 2 !== 0;
    if (groups === void 0 || isOdd2 || quote !== void 0 && string === void 0) {
      return [...tokens, { is: "invalid", value: "", line, isPlain: false }];
    }
    const add = (is, value, isPlain4 = true) => tokens.push({ is, value, line, isPlain: isPlain4 });
    if (newline !== void 0) {
      add("newline", "");
      line++;
    } else if (blank !== void 0 && isLineStart) {
      add("indent", "");
    } else if (string !== void 0) add("text", string, !text2.slice(at, end).includes("\\"));
    else if (scalar !== void 0) add("scalar", scalar);
    else if (colon !== void 0) add("colon", colon);
    else if (comma !== void 0) add("comma", comma);
    else if (bare !== void 0) add("text", bare, !bare.includes("\\"));
    isLineStart = newline?.endsWith("\n") === true;
  }
  return tokens;
}
function endOfString(text2, start) {
  let at = text2.indexOf('"', start + 1);
  while (at >= 0 && text2[at - 1] === "\\" && text2[at - 2] !== "\\") at = text2.indexOf('"', at + 1);
  return at < 0 ? text2.length : at + 1;
}
function unquoted(string) {
  try {
    return JSON.parse(string);
  } catch {
    return void 0;
  }
}

// src/managers/yarn/yarnrc.ts
function readYarnrc(text2, path, faults2) {
  try {
    return settingsIn(yarnrcTokens(text2));
  } catch (cause) {
    if (!(cause instanceof NotYarnrc)) throw cause;
    if (isWords(text2)) return [unread3(cause.line)];
    const entries = yamlEntries(readYaml(text2, path, faults2, "failsafe"));
    if (entries !== void 0 && entries.length > 0) return entries.map(fromYaml);
    throw new GateFailure(faults2.syntax, `This is not what Yarn 1 reads; ${faults2.fix}.`, { path, line: cause.line });
  }
}
function isWords(text2) {
  const said = text2.replaceAll(/^[ \t]*#.*$/gm, "").trim();
  return /^[a-z]/i.test(said) && !/[{?]|:(?:\s|$)/.test(said);
}
var unread3 = (line) => ({ key: "", value: "", line, isPlain: false });
var fromYaml = (entry) => {
  const value = JSON.parse(entry.value);
  return { ...entry, value: typeof value === "string" ? value : entry.value, isPlain: true };
};
function settingsIn(tokens) {
  const settings = [];
  let at = 0;
  const next = () => tokens[at++] ?? END;
  const isValue = (token = END) => token.is === "text" || token.is === "scalar";
  while (at < tokens.length) {
    const keys = [next()];
    if (keys[0]?.is === "newline") continue;
    while (tokens[at]?.is === "comma") {
      at++;
      keys.push(next());
    }
    if (keys[0]?.is === "indent") return [...settings, unread3(keys[0].line)];
    for (const { is, value: value2, line } of keys) if (is !== "text" || value2 === "") throw new NotYarnrc(line);
    const hasColon = tokens[at]?.is === "colon";
    if (hasColon) at++;
    const first = at;
    if (isValue(tokens[at])) at++;
    else if (hasColon) at = endOfMapping(tokens, at);
    else throw new NotYarnrc(tokens[at]?.line ?? keys.at(-1)?.line ?? 1);
    const invalid = tokens.slice(first, at).find(({ is }) => is === "invalid");
    if (invalid !== void 0) throw new NotYarnrc(invalid.line);
    const value = tokens.slice(first, at).map((token) => token.value).join(" ").trim();
    settings.push(...keys.map(({ value: key, line, isPlain: isPlain4 }) => ({ key, value, line, isPlain: isPlain4 })));
  }
  return settings;
}
var END = { is: "newline", value: "", line: 1, isPlain: true };
function endOfMapping(tokens, from) {
  let at = from;
  while (tokens[at]?.is === "newline") {
    let below2 = at;
    while (tokens[below2]?.is === "newline") below2++;
    if (tokens[below2]?.is !== "indent") return at;
    while (below2 < tokens.length && tokens[below2]?.is !== "newline") below2++;
    at = below2;
  }
  return at;
}
function yarnrcRegistries({ path, value: settings }) {
  const last = new Map(settings.map((setting) => [setting.key, setting]));
  return [...last.values()].flatMap(({ key, value, line }) => {
    const [, scope] = /^(?:(@.+):)?registry$/s.exec(key) ?? [];
    if (scope === void 0 && key !== "registry") return [];
    if (!/^\S+$/.test(value)) throw notUnderstood(path, line);
    return [{ ...scoped(scope), url: value, path, line }];
  });
}
var yarnrcEntries = (settings) => settings.every(({ isPlain: isPlain4 }) => isPlain4) ? settings.map(({ key, value, line }) => ({ key, value, line })) : void 0;

// src/managers/yarn/classic-settings.ts
var classicSettings = {
  registries: { ".npmrc": npmrcRegistries, ".yarnrc": yarnrcRegistries },
  readsAbove: () => true,
  // Yarn 1 has none of these settings.
  scripts: () => Promise.resolve(void 0),
  repeats: "nothing",
  overrides: (manifest) => Promise.resolve(yarnResolutions(manifest, true)),
  table: classicTable,
  limits: classicLimits,
  // It takes `yarn-path` from a `.yarnrc.yml` too.
  files: [".yarnrc", ".yarnrc.yml", ".npmrc"],
  manifestKeys: [
    ["override", "resolutions"],
    ...hookKeys("preinstall", "install", "postinstall", "prepublish", "prepare")
  ],
  workspaces: () => Promise.resolve([]),
  builds: { of: "every importer", heedsGypfile: false },
  foundByName: classicFindsByName
};

// src/managers/yarn/classic-importers.ts
var import_satisfies4 = __toESM(require_satisfies(), 1);

// src/managers/yarn/classic-resolutions.ts
var import_valid8 = __toESM(require_valid2(), 1);

// src/managers/yarn/classic.ts
var SHASUM = /#([0-9a-f]{40})$/;
function parseYarnClassic(path, text2) {
  const document = parseYarnText(text2, path, "classic");
  const root = document.value;
  const descriptors = /* @__PURE__ */ new Map();
  const entries = [];
  root.forEach((key, value, offset) => {
    if (!(value instanceof JsonObject)) {
      return refuser(document, "lockfile-shape")(offset, "An entry must be a block with fields");
    }
    const asked3 = key.split(BETWEEN_KEYS);
    const entry = new YarnEntry(document, key, value, offset);
    for (const [name, same] of namesOf2(entry, asked3)) {
      const own = entryKey(key, asked3, name);
      for (const descriptor of same) descriptors.set(descriptor, own);
      entries.push({ key: own, entry, asked: same });
    }
  });
  const to = descriptorLinker(descriptors);
  const made = entries.map(({ key, entry, asked: asked3 }) => lockedPackage3(path, key, entry, asked3, to));
  refuseTooMany(
    path,
    made.length,
    made.reduce((sum, each) => sum + each.requires.length, 0)
  );
  const byName2 = nameLinker(made, descriptors, path);
  const packages = made.map((each) => ({ ...each, requires: linked(each.requires, byName2) }));
  const observations = packages.flatMap((each) => pinsNothing(path, each));
  const objects = new Map(entries.map(({ key, entry }) => [key, entry.object]));
  return {
    ...{ path, format: "yarn-classic", formatVersion: "1", packages, importers: [], descriptors, observations },
    fields: classicComparedFields((key) => objects.get(key))
  };
}
function pinsNothing(path, { name, version, line, source, resolved }) {
  if (resolved !== void 0 || source.kind === "file" || source.kind === "link") return [];
  return [{ code: "pins-nothing", path, line, name, version, args: {} }];
}
function namesOf2(entry, asked3) {
  const names = /* @__PURE__ */ new Map();
  for (const descriptor of asked3) {
    const { name, spec } = splitDescriptor(descriptor);
    entry.checkName(name);
    const real2 = entry.checkName(aliasTarget(spec)?.name ?? name);
    names.set(real2, [...names.get(real2) ?? [], descriptor]);
  }
  return names;
}
function entryKey(key, asked3, name) {
  const { name: first, spec } = splitDescriptor(asked3[0] ?? "");
  return (aliasTarget(spec)?.name ?? first) === name ? key : `${key}${BETWEEN_KEYS}${BETWEEN_KEYS}${name}`;
}
var blockOf = (key) => key.split(`${BETWEEN_KEYS}${BETWEEN_KEYS}`, 1)[0] ?? key;
function lockedPackage3(path, key, entry, asked3, to) {
  const specs = asked3.map(splitDescriptor);
  const { name: folder, spec } = specs[0];
  const name = aliasTarget(spec)?.name ?? folder;
  const written2 = entry.string("resolved");
  const address2 = written2 === "" ? void 0 : written2;
  const source = specs.map((each) => specSource(path, each.spec, address2)).find((each) => each !== void 0);
  const where = source ?? resolvedSource(path, address2);
  const shasum = where.kind === "git" ? void 0 : SHASUM.exec(address2 ?? "")?.[1];
  const resolved = shasum === void 0 ? address2 : address2?.slice(0, -shasum.length - 1);
  const version = entry.checkVersion(entry.needed("version"), where.kind === "registry");
  const integrity = entry.string("integrity") ?? (shasum === void 0 ? void 0 : sha1Integrity(shasum));
  const names = specs.map((each) => each.name);
  const optional = new Set(entry.map("optionalDependencies")?.keys);
  const requires = [
    ...entry.requires("dependencies", () => "prod", to).filter((each) => !optional.has(each.name)),
    ...entry.requires("optionalDependencies", () => "optional", to)
  ];
  return {
    ...{ key, name, version, source: where, line: entry.line, requires, claims: {} },
    ...aliased(name, names),
    ...resolved !== void 0 && { resolved },
    ...integrity !== void 0 && { integrity }
  };
}
function specSource(path, spec, resolved) {
  if (/^link:/i.test(spec)) return { ...fileSource(path, `file:${spec.slice("link:".length)}`), kind: "link", spec };
  switch (specKind(spec)) {
    case "git":
      return { kind: "git", spec: resolved ?? spec };
    case "remote":
      return { kind: "remote", spec: resolved ?? spec };
    case "file":
    case "directory":
      return spec === "" ? void 0 : fileSource(path, spec);
    default:
      return void 0;
  }
}
function sha1Integrity(hex) {
  const bytes = hex.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `sha1-${btoa(bytes)}`;
}

// src/managers/yarn/classic-resolutions.ts
function forcedSpecs(root) {
  return (root?.resolutionEntries ?? []).flatMap(([path, spec]) => {
    const name = path.match(/@[^/]+\/[^/]+|[^/]+/g)?.at(-1);
    if (name === void 0 || (0, import_valid8.default)(spec, true) === null && !/[:/]/.test(spec)) return [];
    return [{ name, spec, isEverywhere: path === name || path === `**/${name}` }];
  });
}
function unlockedResolutions({ path, descriptors }, root) {
  return forcedSpecs(root).flatMap(({ name, spec }) => {
    if (descriptors?.has(`${name}@${spec}`) !== false) return [];
    const args = { manifest: root?.path ?? "", asked: spec, locked: "" };
    return [{ code: "not-locked", path, line: 1, name, args }];
  });
}
function withAliasesOfResolutions(lockfile, forced) {
  const { packages, descriptors = /* @__PURE__ */ new Map() } = lockfile;
  const blocks = [...groupBy(packages, ({ key }) => blockOf(key)).values()].filter((each) => each.length > 1);
  const instead = /* @__PURE__ */ new Map();
  for (const block of blocks) {
    for (const each of block) {
      const target = targetOf(each, block, forced, descriptors);
      if (target !== void 0) instead.set(each.key, target);
    }
  }
  if (instead.size === 0) return lockfile;
  const now = (key) => instead.get(key) ?? key;
  return {
    ...lockfile,
    descriptors: new Map([...descriptors].map(([descriptor, key]) => [descriptor, now(key)])),
    packages: packages.filter(({ key }) => !instead.has(key)).map((each) => ({
      ...each,
      requires: each.requires.map((asked3) => asked3.to === void 0 ? asked3 : { ...asked3, to: now(asked3.to) })
    }))
  };
}
function withLinksOfResolutions(lockfile, forced, root) {
  const { packages, descriptors = /* @__PURE__ */ new Map(), observations } = lockfile;
  const links = /* @__PURE__ */ new Map();
  for (const [name, [first]] of groupBy(forced, (each) => each.name)) {
    const isLink2 = first?.isEverywhere === true && first.spec.startsWith("link:");
    const key = isLink2 ? descriptors.get(`${name}@${first.spec}`) : void 0;
    if (key !== void 0) links.set(name, key);
  }
  if (links.size === 0) return lockfile;
  const ofRoot = new Set(root.requires.map(({ name, spec }) => `${name}@${spec}`));
  const replaced = /* @__PURE__ */ new Map();
  for (const [key, own] of groupBy([...descriptors], ([, key2]) => key2)) {
    const targets = new Set(
      own.map(([each]) => ofRoot.has(each) ? void 0 : links.get(splitDescriptor(each).name))
    );
    const [target] = targets;
    if (target !== void 0 && targets.size === 1 && target !== key) replaced.set(key, target);
  }
  const gone = packages.filter(({ key, resolved }) => resolved === void 0 && replaced.has(key));
  const keys = new Set(gone.map(({ key }) => key));
  const now = (key) => keys.has(key) ? replaced.get(key) ?? key : key;
  return {
    ...lockfile,
    descriptors: new Map([...descriptors].map(([descriptor, key]) => [descriptor, now(key)])),
    packages: packages.filter(({ key }) => !keys.has(key)).map((each) => ({
      ...each,
      requires: each.requires.map((asked3) => asked3.to === void 0 ? asked3 : { ...asked3, to: now(asked3.to) })
    })),
    observations: observations.filter(
      ({ code, name, line }) => code !== "pins-nothing" || !gone.some((each) => each.name === name && each.line === line)
    )
  };
}
function targetOf({ key, name }, block, forced, descriptors) {
  const isOwn = [...descriptors].every(
    ([descriptor, each]) => each !== key || splitDescriptor(descriptor).name === name
  );
  if (!isOwn) return void 0;
  const answers = forced.flatMap((each) => each.name === name ? descriptors.get(`${name}@${each.spec}`) ?? [] : []);
  return answers.find((answer2) => answer2 !== key && block.some((each) => each.key === answer2));
}

// src/managers/yarn/classic-importers.ts
async function withClassicImporters(parsed2, manifests) {
  const root = await manifests.of("");
  if (root === void 0) {
    const missing2 = lacking(parsed2, void 0, [], []);
    const importers2 = [inferred2(parsed2)];
    return {
      lockfile: { ...parsed2, importers: importers2, observations: [...parsed2.observations, ...missing2] },
      isRootKnown: false
    };
  }
  const forced = forcedSpecs(root);
  const lockfile = withLinksOfResolutions(withAliasesOfResolutions(parsed2, forced), forced, root);
  const reading = { mayMatch: true, negates: false };
  const isWorkspace = root.workspaces.length === 0 ? () => false : workspaceMatcher(root.workspaces, root.path, reading);
  const folders = manifests.folders.filter((folder) => folder !== "" && isWorkspace(folder));
  const others = await Promise.all(folders.map(async (path) => [path, await manifests.of(path)]));
  const known = [["", root], ...others].flatMap(
    ([path, manifest]) => manifest === void 0 ? [] : [{ path, manifest }]
  );
  const linked2 = linkedBy(lockfile, forced);
  const folderOfName = new Map(
    known.toReversed().flatMap(({ path, manifest: { name } }) => path === "" || name === void 0 ? [] : [[name, path]])
  );
  const importers = known.map(({ path, manifest }) => {
    const requires = manifest.requires.map(linked2).map((each) => {
      const own2 = each.to === void 0 ? folderOfName.get(each.name) : void 0;
      return own2 === void 0 ? each : { ...each, to: `link:${own2}` };
    });
    return { path, ...manifest.name !== void 0 && { name: manifest.name }, line: 1, requires };
  });
  const workspaces = known.flatMap(
    ({ path, manifest: { name } }) => path === "" || name === void 0 ? [] : [
      {
        ...{ key: `link:${path}`, name, version: "", line: 1, requires: [], claims: {} },
        source: { kind: "workspace", spec: path, outside: false, workspace: true }
      }
    ]
  );
  const locked = lockfile.packages.map((each) => ({ ...each, requires: each.requires.map(linked2) }));
  const own = known.flatMap(({ path, manifest }) => path === "" ? [] : manifest);
  const made = { ...lockfile, packages: [...locked, ...workspaces] };
  return {
    lockfile: {
      ...made,
      importers: withPulled(made, importers, forced),
      observations: [
        ...lockfile.observations,
        ...lacking({ ...lockfile, packages: locked }, root, forced, own),
        ...unlockedResolutions(lockfile, root)
      ]
    },
    isRootKnown: known.length === folders.length + 1 && (root.workspaces.length === 0 || folders.length > 0)
  };
}
function linkedBy({ packages, descriptors = /* @__PURE__ */ new Map(), path }, forced) {
  const byDescriptor = descriptorLinker(descriptors);
  const byName2 = nameLinker(packages, descriptors, path);
  const everywhere = answersEverywhere(forced, descriptors);
  return (each) => {
    const { name, spec, type, to } = each;
    const own = everywhere.get(name) ?? to ?? byDescriptor(name, spec);
    const answer2 = own ?? (type === "peer" || isProtocol(spec) ? byName2(name, spec) : void 0);
    return answer2 === void 0 ? each : { ...each, to: answer2 };
  };
}
function answersEverywhere(forced, descriptors) {
  const answers = /* @__PURE__ */ new Map();
  for (const [name, [first]] of groupBy(forced, (each) => each.name)) {
    const key = first?.isEverywhere === true ? descriptors.get(`${name}@${first.spec}`) : void 0;
    if (key !== void 0) answers.set(name, key);
  }
  return answers;
}
function lacking({ path, packages, descriptors = /* @__PURE__ */ new Map() }, root, forced, workspaces) {
  const everywhere = answersEverywhere(forced, descriptors);
  const known = new Set([...descriptors.keys()].map((each) => splitDescriptor(each).name));
  const versions2 = groupBy(workspaces, ({ name = "" }) => name);
  return unanswered(path, packages, ({ name, spec }, { source }) => {
    const key = spec === "" && descriptors.has(name) ? name : `${name}@${spec}`;
    if (descriptors.has(key) || everywhere.has(name)) return true;
    if (/^link:/i.test(spec)) return true;
    if (source.kind === "file" && specKind(spec) === "directory") return true;
    if (root === void 0) return known.has(name) && isPlain3(spec);
    return (versions2.get(name) ?? []).some(({ version = "" }) => (0, import_satisfies4.default)(version, spec, { loose: true }));
  });
}
function withPulled({ packages, descriptors = /* @__PURE__ */ new Map() }, importers, forced) {
  const names = new Set(forced.map(({ name }) => name));
  const asked3 = new Set([...importers, ...packages].flatMap(({ requires }) => requires.flatMap(({ to }) => to ?? [])));
  const forcedKeys = [...descriptors].flatMap(
    ([descriptor, key]) => names.has(splitDescriptor(descriptor).name) && !asked3.has(key) ? key : []
  );
  const pulls = [...new Set(forcedKeys)];
  return pulls.length === 0 ? importers : importers.map((each) => each.path === "" ? { ...each, pulls } : each);
}
var isProtocol = (spec) => /[/:]/.test(spec);
function inferred2({ packages }) {
  const asked3 = new Set(packages.flatMap((each) => each.requires.flatMap(({ to }) => to ?? [])));
  const requires = packages.filter(({ key }) => !asked3.has(key)).map(({ key, name, alias }) => ({ name: alias ?? name, spec: "*", type: "prod", to: key }));
  return { path: "", line: 1, requires };
}

// src/managers/yarn/index.ts
var both = {
  treeOf: (lockfile) => new PinnedTree(lockfile),
  containerOf: () => void 0,
  topLevels: () => [],
  namesWorkspaces: false,
  locksOptional: true,
  installsDevOfFolders: false,
  keepsWorkspaceSpecs: false,
  repeatsRanges: true,
  reportsMissing: true,
  mayLockPeers: false
};
var yarnClassic = {
  id: "yarn-classic",
  program: "yarn",
  isNamedBy: (program, major) => program === "yarn" && major < 2,
  published: { name: "yarn", member: "lib/cli.js" },
  lockfile: {
    ...both,
    parse: parseYarnClassic,
    withImporters: withClassicImporters,
    folderScripts: scriptsUnlessLinked,
    versions: "Yarn 1",
    // Its lockfile lists none, so that nothing can disagree.
    workspacesIn: "no manifest"
  },
  settings: classicSettings,
  committed: classicCommitted
};
var yarnBerry = {
  id: "yarn-berry",
  program: "yarn",
  isNamedBy: (program, major) => program === "yarn" && major >= 2,
  published: { name: "@yarnpkg/cli-dist", member: "bin/yarn.js", isHashOfMember: true },
  lockfile: {
    ...both,
    parse: parseYarnBerry,
    withImporters: withBerryImporters,
    folderScripts: scriptsOfCopies,
    versions: "the metadata versions 4 to 10",
    workspacesIn: "every manifest"
  },
  settings: berrySettings,
  committed: berryCommitted
};
var CLASSIC_HEADER = /^(?:#[^\n]*\n)*#\s+yarn\s+lockfile\s+v([^\s]+)\s*(?:\r?\n|$)/i;
var yarnLockfiles = [
  {
    program: "yarn",
    names: ["yarn.lock"],
    mergesConflicts: true,
    reading: { managers: [yarnClassic, yarnBerry], managerOf, empty: "# yarn lockfile v1\n" }
  }
];
function managerOf(path, text2) {
  const header = CLASSIC_HEADER.exec(text2)?.[1];
  if (header === "1") return yarnClassic;
  if (header === void 0 && /^__metadata:/m.test(text2)) return yarnBerry;
  throw new GateFailure(
    "lockfile-version",
    "The file has neither `# yarn lockfile v1` (Yarn 1) nor `__metadata` with a version from 4 to 10 (Yarn 2 and later); let Yarn write it again.",
    { path, line: 1 }
  );
}

// src/managers/index.ts
var byId = {
  npm,
  "yarn-classic": yarnClassic,
  bun,
  "yarn-berry": yarnBerry,
  pnpm,
  deno
};
var managers = Object.values(byId);
var lockfileNames = [
  ...npmLockfiles,
  ...yarnLockfiles,
  ...pnpmLockfiles,
  ...bunLockfiles,
  ...denoLockfiles,
  ...otherLockfiles
];
var byName = new Map(lockfileNames.flatMap((each) => each.names.map((name) => [name, each])));
var knownLockfileNames = [...byName.keys()];
function managerOf2(id) {
  return byId[id];
}
function lockfileName(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return byName.get(name) ?? lockfileNames.find(({ pattern }) => pattern?.test(name));
}
function hasOthers(folder, own, has) {
  return lockfileNames.some(
    ({ program, names, reading }) => program !== own.program && reading !== void 0 && names.some((name) => has(join(folder, name)))
  );
}
function parseLockfile(path, bytes, mayBeEmpty = false, has) {
  const name = lockfileName(path);
  const reading = name?.reading;
  if (name === void 0 || reading === void 0) throw unsupported(path);
  if (isLfsPointer(bytes)) {
    throw new GateFailure("lockfile-not-regular", "The file is a Git LFS pointer; commit the lockfile itself.", {
      path
    });
  }
  const isEmpty = mayBeEmpty && bytes.length === 0 && reading.empty !== void 0;
  const text2 = isEmpty ? reading.empty : decodeText(bytes, path, { ...lockfileFaults, conflictFix: conflictFix(name) });
  return withinBounds(reading.managerOf(path, text2).lockfile.parse(path, text2, has));
}
function conflictFix({ program, mergesConflicts }) {
  return mergesConflicts === true ? `resolve those of the manifests, run \`${program} install\`, which resolves those of the lockfile, and commit the result` : `resolve those of the manifests, take the lockfile of one side, run \`${program} install\`, and commit the result`;
}
function unsupported(path) {
  const read2 = lockfileNames.flatMap(
    ({ names, reading }) => reading === void 0 ? [] : `${names.join(" and ")} of ${reading.managers.map(({ lockfile }) => lockfile.versions).join(" and of ")}`
  );
  return new GateFailure(
    "lockfile-unsupported",
    `This version of lockgate cannot read this lockfile: it reads ${read2.slice(0, -1).join(", ")}, and ${read2.at(-1) ?? ""}. Nothing in it was evaluated.`,
    { path }
  );
}

export {
  MAX_BYTES,
  oneFault,
  decodeText,
  LONGEST_POINTER,
  isLfsPointer,
  NOWHERE,
  changedFields,
  refuser,
  mapNames,
  readMaps,
  requirementsOf,
  workspaceGlobs,
  catalogEntry,
  overrideTarget,
  parseJson,
  objectOf,
  replacing,
  settingsTable,
  harmless,
  stricter,
  limiting,
  ON_OFF,
  classOf,
  classIn,
  affecting,
  written,
  manifestSettings,
  readNpmrc,
  npmrcValues,
  npmrcEntries,
  regular,
  filled,
  leavesOut,
  basicOf,
  readBunfig,
  bunfigEntries,
  roles,
  pathsIn2 as pathsIn,
  bunRoles,
  namedManagers,
  settingValue,
  unknownKeys,
  isStricter,
  defaultAgeOf,
  scalarOf,
  amountOf,
  listOf,
  spelledHours,
  aliasesOf,
  readDenoJson,
  denoEntries,
  workspaceMatcher,
  npm,
  npmLockfiles,
  caretClass,
  parseYamlDocuments,
  WHOLE_FILE,
  noOverrides,
  readYaml,
  yamlEntries,
  pnpmRoles,
  pnpmTable,
  berryRoles,
  classicRoles,
  readYarnrcYml,
  readYarnrc,
  yarnrcEntries,
  managers,
  knownLockfileNames,
  managerOf2 as managerOf,
  lockfileName,
  hasOthers,
  parseLockfile
};
