import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  JsonDocument,
  JsonObject,
  MAX_BYTES,
  bounded,
  decodeText,
  folderOf,
  follow,
  groupBy,
  introduced,
  join,
  lockfileFaults,
  lockfileYamlFaults,
  normalise,
  oneFault,
  parseYamlDocuments,
  placeIn
} from "./chunk-IL3BD5R5.js";
import {
  compareText,
  compareVersion
} from "./chunk-2QE6CAAY.js";
import {
  aliasTarget,
  specKind
} from "./chunk-VTOMZJTM.js";
import {
  isPackageName,
  readKey
} from "./chunk-Q6AXKTGL.js";
import {
  GateFailure,
  asGateError
} from "./chunk-NAH4THA5.js";
import {
  require_range
} from "./chunk-Y7MRUCIH.js";
import {
  require_parse,
  require_semver
} from "./chunk-MEKMSZS7.js";
import {
  limits,
  quoted
} from "./chunk-JO6EBNEY.js";
import {
  __toESM
} from "./chunk-U2RJDSLN.js";

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
    `The lockfile has ${packages} entries that ask for ${requirements} packages; at most ${MAX_PACKAGES} and ${MAX_REQUIREMENTS} are evaluated.`,
    { path }
  );
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

// src/lockfile/entry.ts
var import_parse = __toESM(require_parse(), 1);

// src/lockfile/requirements.ts
function refuser(document, code) {
  return (offset, sentence) => {
    const { path, line, column } = document.place(offset);
    throw new GateFailure(code, sentence, { path, line, column });
  };
}
var mapNames = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
function readMaps(object, refuse) {
  const map = (name) => {
    const value = object.get(name);
    if (value === void 0 || value === null) return void 0;
    if (!(value instanceof JsonObject)) return refuse(object.offsetOf(name), `\`${name}\` must be an object.`);
    value.forEach((key, spec, offset) => {
      if (typeof spec !== "string") refuse(offset, `${quoted(key, limits.name)} in \`${name}\` must be a string.`);
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
      `\`${field}\` of ${quoted(this.key)} must be ${expected}.`
    );
  }
  /** @param value of the field, where it is known already */
  string(field, value = this.object.get(field)) {
    if (value === void 0 || typeof value === "string") return value;
    return this.refuse(field, "a string");
  }
  /** A string that npm 5 and 6 may have written as `false` for "none". */
  stringOrFalse(field, value = this.object.get(field)) {
    return value === false ? void 0 : this.string(field, value);
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
  /** @param legacy the name that lockfile version 1 has for a claim */
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
      readMaps(this.object, (offset, sentence) => refuse(offset, `In ${quoted(this.key)}: ${sentence}`)),
      top
    );
  }
  /** The real name of what is installed under another. */
  checkName(name) {
    if (isPackageName(name)) return;
    refuser(this.document, "lockfile-invalid-name")(
      this.object.offsetOf("name"),
      `${quoted(this.key)} has the name ${quoted(name, limits.name)}, which npm does not accept.`
    );
  }
  /** A version is data; that of a registry package must be exact, or nobody can ask a registry about it. */
  checkVersion(version, fromRegistry) {
    if (version.length <= MAX_VERSION && (!fromRegistry || isExact(version))) return version;
    const { path, line, column } = this.document.place(this.object.offsetOf("version"));
    const shown2 = quoted(version, limits.version);
    const fault = version.length > MAX_VERSION ? `has more than ${MAX_VERSION} characters` : version === "" ? "is missing" : `${shown2} is no exact version`;
    throw new GateFailure("lockfile-value", `The version of ${quoted(this.key)} ${fault}; lock it again.`, {
      path,
      line,
      column
    });
  }
};
function readEntry(fields, top) {
  const claims = {};
  const entry = { link: false, claims, requires: NONE };
  let asks = false;
  fields.object.forEach((field, value) => {
    const known = FIELDS.get(field);
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
var FIELDS = new Map([
  ["name", "string"],
  ["version", "string"],
  ["resolved", "string or false"],
  ["integrity", "string or false"],
  ["link", "link"],
  ...mapNames.map((name) => [name, "map"]),
  ...CLAIMS.map((name) => [name, "claim"])
]);
function lockedPackage(made, folderName, resolved, integrity) {
  if (made.name !== folderName) made.alias = folderName;
  if (resolved !== void 0) made.resolved = resolved;
  if (integrity !== void 0) made.integrity = integrity;
  return made;
}
var PLAIN_VERSION = /^(?:0|[1-9]\d{0,14})(?:\.(?:0|[1-9]\d{0,14})){2}$/;
function isExact(version) {
  if (PLAIN_VERSION.test(version)) return true;
  const parsed = (0, import_parse.default)(version);
  return parsed !== null && (parsed.version === version || version.startsWith(`${parsed.version}+`));
}

// src/lockfile/source.ts
function resolvedSource(lockfilePath, resolved) {
  if (resolved === void 0 || /^https?:/i.test(resolved)) return { kind: "registry" };
  if (/^\s*file:/i.test(resolved)) return fileSource(lockfilePath, resolved);
  return specKind(resolved) === "git" && resolved.includes(":") ? { kind: "git", spec: resolved } : { kind: "registry" };
}
function fileSource(lockfilePath, spec) {
  return { kind: "file", spec, outside: follow(folderOf(lockfilePath), spec).outside };
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
  const kind = specKind(resolution);
  if (kind === "git") return { kind: "git", spec: resolution };
  if (kind === "file" || kind === "directory") {
    return fileSource(lockfilePath, /^file:/i.test(resolution) ? resolution : `file:${resolution}`);
  }
  return kind === "remote" || kind === "unknown" ? { kind: "remote", spec: resolution } : { kind: "registry" };
}

// src/lockfile/locked-settings.ts
function lockedSettings(document, root) {
  const lists = {};
  const enter = (list, settings2) => {
    if (settings2.size > 0) lists[list] = new Map([...lists[list] ?? [], ...settings2]);
  };
  enter("overrides", entriesOf2(root.get("overrides")));
  enter("patchedDependencies", entriesOf2(root.get("patchedDependencies")));
  enter("trustedDependencies", namesOf2(root));
  enter("catalogs", entriesOf2(root.get("catalog"), "default"));
  const catalogs = root.get("catalogs");
  if (catalogs instanceof JsonObject) catalogs.forEach((name, entries) => enter("catalogs", entriesOf2(entries, name)));
  return Object.keys(lists).length === 0 ? void 0 : lists;
  function entriesOf2(value, catalog) {
    const entries = /* @__PURE__ */ new Map();
    if (!(value instanceof JsonObject)) return entries;
    value.forEach((key, entry, offset) => {
      if (catalog === void 0 && entry instanceof JsonObject) {
        entry.forEach((child, below, at) => {
          const line = document.line(at);
          entries.set(child === "." ? key : `${key}>${child}`, { value: scalarText(below), line });
        });
        return;
      }
      const said = catalog !== void 0 && entry instanceof JsonObject ? entry.get("specifier") : entry;
      const name = catalog === void 0 ? key : catalogKey(catalog, key);
      entries.set(name, { value: scalarText(said), line: document.line(offset) });
    });
    return entries;
  }
  function namesOf2(object) {
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
function parseJson(text, path, faults7, dialect = {}) {
  const strict = dialect.trailingCommas !== true;
  let at = 0;
  let depth = 0;
  const keys = [];
  const values = [];
  const offsets = [];
  let top = 0;
  let backslash = -1;
  let lineFeed = -1;
  let carriageReturn = -1;
  let tab = -1;
  const lineStarts = [0];
  function refuse(what, offset = at, code = faults7.syntax) {
    const { line, column } = placeIn(path, text, offset);
    const sentence = `${what} at ${line}:${column}; ${faults7.mend}.`;
    throw new GateFailure(code, sentence, { path, line, column });
  }
  function notJson(expected, offset = at) {
    return refuse(
      offset >= text.length ? "The JSON breaks off" : `This is not JSON: ${expected} is expected`,
      Math.min(offset, text.length)
    );
  }
  function find(character, from) {
    const found = text.indexOf(character, from);
    return found < 0 ? text.length : found;
  }
  function skip() {
    let unit = text.charCodeAt(at);
    while (unit === 32 || unit === LINE_FEED || unit === 13 || unit === 9) {
      at++;
      if (unit === LINE_FEED) lineStarts.push(at);
      unit = text.charCodeAt(at);
    }
    return unit;
  }
  function string() {
    const start = at + 1;
    let end = find('"', start);
    if (backslash < start) backslash = find("\\", start);
    const escaped = backslash < end;
    if (escaped) end = closingQuote(end);
    if (end === text.length) notJson("a closing quote", end);
    if (lineFeed < start) lineFeed = find("\n", start);
    if (carriageReturn < start) carriageReturn = find("\r", start);
    if (tab < start) tab = find("	", start);
    if (lineFeed < end || carriageReturn < end || tab < end) {
      notJson("an escape in the place of a control character", Math.min(lineFeed, carriageReturn, tab));
    }
    at = end + 1;
    const raw = text.slice(start, end);
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
    for (; end < text.length; end = find('"', end + 1)) {
      let backslashes = 0;
      while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
      if (backslashes % 2 === 0) return end;
    }
    return end;
  }
  function enter() {
    if (++depth > MAX_DEPTH) refuse(`The JSON is nested deeper than ${MAX_DEPTH} levels`, at, faults7.depth);
    at++;
  }
  function isAmong(key, base) {
    for (let at2 = base; at2 < top; at2++) if (keys[at2] === key) return true;
    return false;
  }
  function object() {
    const opening = at;
    const base = top;
    let index;
    enter();
    let unit = skip();
    while (unit !== CLOSE_BRACE) {
      if (unit !== QUOTE) notJson("a key in double quotes");
      const offset = at;
      const key = string();
      const known = index === void 0 ? isAmong(key, base) : index.has(key);
      if (known) refuse(`${quoted(key, limits.name)} is a key twice in one object`, offset, faults7.duplicateKey);
      if (skip() !== COLON) notJson("a colon");
      at++;
      const member = value();
      index?.set(key, top - base);
      keys[top] = key;
      values[top] = member;
      offsets[top++] = offset;
      if (top - base === FEW + 1) index = new Map(keys.slice(base, top).map((each, position) => [each, position]));
      unit = skip();
      if (unit === CLOSE_BRACE) break;
      if (unit !== COMMA) notJson("a comma or a closing brace");
      at++;
      unit = skip();
      if (unit === CLOSE_BRACE && strict) notJson("a key in double quotes");
    }
    at++;
    depth--;
    const made = new JsonObject(
      opening,
      keys.slice(base, top),
      values.slice(base, top),
      offsets.slice(base, top),
      index
    );
    top = base;
    return made;
  }
  function array() {
    const items = [];
    enter();
    let unit = skip();
    while (unit !== CLOSE_BRACKET) {
      items.push(value());
      unit = skip();
      if (unit === CLOSE_BRACKET) break;
      if (unit !== COMMA) notJson("a comma or a closing bracket");
      at++;
      unit = skip();
      if (unit === CLOSE_BRACKET && strict) notJson("a value");
    }
    at++;
    depth--;
    return items;
  }
  function value() {
    const unit = skip();
    if (unit === QUOTE) return string();
    if (unit === OPEN_BRACE) return object();
    if (unit === OPEN_BRACKET) return array();
    if (unit === LETTER_T) return word("true", true);
    if (unit === LETTER_F) return word("false", false);
    if (unit === LETTER_N) return word("null", null);
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text)?.[0] ?? notJson("a value");
    at += digits.length;
    return Number(digits);
  }
  function word(spelled, meant2) {
    if (!text.startsWith(spelled, at)) notJson("a value");
    at += spelled.length;
    return meant2;
  }
  const control = text.search(CONTROL);
  if (control >= 0) notJson("an escape in the place of a control character", control);
  const root = value();
  skip();
  if (at < text.length) notJson("the end of the file");
  return new JsonDocument(path, text, root, lineStarts);
}

// src/managers/bun/lockfile.ts
var MAX_VERSION2 = 256;
var VERSIONS = /* @__PURE__ */ new Set([0, 1, 2, 3]);
function parseBunLockfile(path, text) {
  const document = parseJson(text, path, lockfileFaults, { trailingCommas: true });
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A lockfile of bun must be a JSON object.");
  const formatVersion = readVersion(document, root);
  const map = (name) => {
    const value = root.get(name);
    if (value === void 0 || value instanceof JsonObject) return value;
    return refuse(root.offsetOf(name), `\`${name}\` must be an object.`);
  };
  const workspaces = map("workspaces") ?? refuse(0, "The lockfile has no `workspaces`.");
  const packages = map("packages") ?? new JsonObject(0, [], [], []);
  refuseTooMany(path, packages.keys.length, 0);
  const reading = { document, packages, asked: 0 };
  const importers = readImporters(reading, workspaces);
  const folders = new Set(importers.map((importer) => importer.path));
  const settings2 = lockedSettings(document, root);
  const locked = [];
  packages.forEach((key, entry, offset) => locked.push(readPackage(reading, folders, key, entry, offset)));
  return {
    ...{ path, format: "bun", formatVersion, packages: locked, importers, observations: [] },
    ...settings2 !== void 0 && { settings: settings2 }
  };
}
function readVersion(document, root) {
  const version = root.get("lockfileVersion");
  if (typeof version === "number" && VERSIONS.has(version)) return String(version);
  return refuser(document, "lockfile-version")(
    root.offsetOf("lockfileVersion"),
    "`lockfileVersion` of a lockfile of bun must be a number from 0 to 3; lockgate reads no other version."
  );
}
function readImporters(reading, workspaces) {
  const { document } = reading;
  const refuse = refuser(document, "lockfile-shape");
  const importers = [];
  workspaces.forEach((path, value, offset) => {
    const shown2 = quoted(path, limits.path);
    if (path !== normalise(path)) refuse(offset, `The workspace ${shown2} is no normalised path.`);
    if (!(value instanceof JsonObject)) return refuse(offset, `The workspace ${shown2} must be an object.`);
    const name = value.get("name");
    if (name !== void 0 && typeof name !== "string") {
      return refuse(value.offsetOf("name"), `The name of the workspace ${shown2} must be a string.`);
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
  if (!Array.isArray(optional)) return refuse(object.offsetOf("optionalPeers"), "`optionalPeers` must be an array.");
  const optionalPeers = new Set(optional);
  const places = placesFor(owner);
  const requires = requirementsOf(readMaps(object, refuse), top);
  reading.asked += requires.length;
  refuseTooMany(document.path, packages.keys.length, reading.asked);
  return requires.map((requirement) => {
    const { name, type } = requirement;
    if (!isPackageName(name)) {
      const shown2 = `${quoted(name, limits.name)} is asked for, which is no package name.`;
      return refuser(document, "lockfile-invalid-name")(object.offset, shown2);
    }
    const place = places.find((each) => packages.has(each + name));
    const to = place === void 0 ? void 0 : place + name;
    if (to === void 0 && (type === "prod" || type === "dev")) {
      return refuse(object.offset, `${quoted(name, limits.name)} is asked for here and has no entry in \`packages\`.`);
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
    return refuse(offset, `The entry ${quoted(key)} must be an array that begins with \`name@resolution\`.`);
  }
  const { name, resolution } = parts;
  const path = namesIn(key);
  if (path === void 0 || !isPackageName(name)) {
    const shown2 = `The entry ${quoted(key)} of ${quoted(name, limits.name)} has a name that no registry accepts.`;
    return refuser(document, "lockfile-invalid-name")(offset, shown2);
  }
  const source = bunSource(document.path, resolution, importers);
  const fromRegistry = source.kind === "registry";
  if (resolution.length > MAX_VERSION2 || fromRegistry && !isExact(resolution)) {
    const shown2 = `The version ${quoted(resolution, limits.version)} of ${quoted(key)} is not exact, or too long; lock it again.`;
    return refuser(document, "lockfile-value")(offset, shown2);
  }
  const rest = entry.slice(1);
  const address2 = fromRegistry ? rest.shift() : "";
  const [members = new JsonObject(offset, [], [], []), pin = "", ...more] = rest;
  const shaped = typeof address2 === "string" && typeof pin === "string" && more.length <= (source.kind === "git" ? 1 : 0);
  if (!(members instanceof JsonObject) || !shaped) {
    return refuse(offset, `The entry ${quoted(key)} has not the items that bun writes for a package of its kind.`);
  }
  const bundled = members.get("bundled");
  const linked2 = source.kind === "workspace" || source.kind === "link";
  const requires = source.kind === "workspace" ? [] : readRequires(reading, members, path, false);
  const claims = bundled === void 0 ? {} : { inBundle: bundled !== false };
  const made = { key, name, version: linked2 ? "" : resolution, source, line: document.line(offset), requires, claims };
  const integrity = source.kind === "git" ? void 0 : pin;
  return lockedPackage(made, path.at(-1) ?? name, address2 || void 0, integrity || void 0);
}

// src/managers/npm/disagree.ts
function compareMaps(path, read, legacy) {
  if (legacy === void 0) return { ...read, observations: [] };
  const places = new Map(read.packages.map((each) => [each.key, each]));
  const extra = [];
  const observations = [];
  for (const old of legacy) {
    const current = places.get(old.key);
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
  return { packages: [...read.packages, ...extra], importers: read.importers, observations };
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

// src/managers/npm/legacy.ts
function readLegacyMap(document, dependencies) {
  const packages = [];
  readLevel(dependencies, "");
  return packages;
  function readLevel(level, folder) {
    level.forEach((name, value, offset) => {
      const key = join(folder, `node_modules/${name}`);
      if (!isPackageName(name)) {
        refuser(document, "lockfile-invalid-name")(offset, `npm accepts no package name ${quoted(name)}.`);
      }
      if (!(value instanceof JsonObject)) {
        return refuser(document, "lockfile-shape")(offset, `The entry ${quoted(key)} must be an object.`);
      }
      const fields = new EntryFields(document, key, value);
      const nested = fields.map("dependencies");
      const made = readLegacyEntry(document.path, fields, key, name, document.line(offset), nested);
      packages.push(made);
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
    const asked = from?.slice(from.indexOf("@", 1) + 1);
    const fromGit = asked !== void 0 && specKind(asked) === "git";
    return fromGit ? { kind: "git", spec: asked } : resolvedSource(path, resolved);
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
  const asked = [];
  requires.forEach((name, spec) => {
    if (typeof spec !== "string") fields.refuse("requires", "an object of strings");
    asked.push({ name, spec, type: "prod" });
  });
  return asked;
}

// src/lockfile/workspaces.ts
var MAX_STEPS = 2e7;
var MAX_PATTERNS = 1e3;
var MAX_LENGTH = 1e3;
function workspaceMatcher(globs, path) {
  const budget = { path, steps: MAX_STEPS };
  if (globs.some((glob) => glob.length > MAX_LENGTH)) tooCostly(path);
  const patterns = globs.flatMap((glob) => patternsOf(glob));
  if (patterns.length > MAX_PATTERNS) tooCostly(path);
  return (folder) => {
    const segments = folder.split("/");
    if (segments.includes("node_modules")) return false;
    const deciding = patterns.findLast((pattern) => matchSegments(pattern.segments, segments, budget));
    return deciding !== void 0 && !deciding.negated;
  };
}
function patternsOf(glob) {
  const marks = /^!*/.exec(glob)?.[0].length ?? 0;
  const bare = glob.slice(marks).replace(/^\.?\/+/, "").replace(/\/+$/, "");
  return expandBraces(bare).map((text) => ({ negated: marks % 2 === 1, segments: text.split("/") }));
}
function expandBraces(text) {
  const done = [];
  const open = [text];
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
function matchSegments(pattern, segments, budget) {
  return matchSequence(pattern, segments, budget, {
    star: (part) => part === "**",
    swallows: (segment) => !segment.startsWith("."),
    one: (part, segment) => !(segment.startsWith(".") && /^[*?]/.test(part)) && matchSequence(Array.from(part), Array.from(segment), budget, {
      star: (character) => character === "*",
      swallows: () => true,
      one: (character, other) => character === "?" || character === other
    })
  });
}
function matchSequence(pattern, subject, budget, by) {
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < subject.length) {
    if (--budget.steps < 0) tooCostly(budget.path);
    const part = pattern[p];
    const current = subject[s];
    if (part !== void 0 && by.star(part)) {
      star = p++;
      resume = s;
    } else if (part !== void 0 && by.one(part, current)) {
      p++;
      s++;
    } else if (star >= 0 && by.swallows(subject[resume])) {
      p = star + 1;
      s = ++resume;
    } else return false;
  }
  while (p < pattern.length && by.star(pattern[p])) p++;
  return p === pattern.length;
}
function tooCostly(path) {
  throw new GateFailure(
    "lockfile-too-large",
    `The workspace patterns are too many, too long or too costly to match; simplify them.`,
    { path }
  );
}

// src/managers/npm/lockfile.ts
function parseNpmLockfile(path, text) {
  const document = parseJson(text, path, lockfileFaults);
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A lockfile must be a JSON object.");
  const version = readVersion2(document, root);
  const packages = mapOf("packages");
  const dependencies = mapOf("dependencies");
  if (packages === void 0 && dependencies === void 0 && version > 1) {
    return refuse(root.offsetOf("lockfileVersion"), "The lockfile has neither `packages` nor `dependencies`.");
  }
  const legacy = dependencies && readLegacyMap(document, dependencies);
  const made = packages === void 0 ? { packages: legacy ?? [], importers: [], observations: [] } : compareMaps(path, readPackages(document, packages), legacy);
  return { path, format: "npm", formatVersion: String(version), ...made };
  function mapOf(name) {
    const map = root.get(name);
    return map === void 0 || map instanceof JsonObject ? map : refuse(root.offsetOf(name), `\`${name}\` must be an object.`);
  }
}
function readVersion2(document, root) {
  const version = root.get("lockfileVersion");
  if (version === 1 || version === 2 || version === 3) return version;
  return refuser(document, "lockfile-version")(
    root.offsetOf("lockfileVersion"),
    version === void 0 ? "The lockfile has no `lockfileVersion`; it must be 1, 2 or 3." : "`lockfileVersion` must be the number 1, 2 or 3."
  );
}
function readPackages(document, map) {
  const folders = /* @__PURE__ */ new Map();
  const installed = [];
  map.forEach((key, value, offset) => {
    const meaning = readKey(key);
    if (meaning.kind === "invalid") {
      refuser(document, "lockfile-invalid-name")(offset, `The key ${quoted(key)} is refused: ${meaning.why}.`);
    }
    if (!(value instanceof JsonObject)) {
      return refuser(document, "lockfile-shape")(offset, `The entry ${quoted(key)} must be an object.`);
    }
    const fields = new EntryFields(document, key, value);
    const line = document.line(offset);
    const entry = readEntry(fields, meaning.kind !== "package");
    if (meaning.kind === "package") installed.push({ key, line, entry, folderName: meaning.name, fields });
    else folders.set(key, { key, line, entry });
  });
  const importers = readImporters2(document, map, folders);
  const importerPaths = new Set(importers.map((importer) => importer.path));
  return {
    importers,
    packages: installed.map(
      (each) => each.entry.link ? linkPackage(document.path, each, folders, importerPaths) : installedPackage(document, each, each.fields)
    )
  };
}
function readImporters2(document, map, folders) {
  const root = folders.get("");
  if (root === void 0) return [];
  const entry = map.get("");
  const globs = workspaceGlobs(entry.get("workspaces"));
  if (globs === void 0) {
    return refuser(document, "lockfile-shape")(
      entry.offsetOf("workspaces"),
      "`workspaces` must be an array of strings."
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

// src/managers/pnpm/importers.ts
var MAPS = [
  ["dependencies", "prod"],
  ["optionalDependencies", "optional"],
  ["devDependencies", "dev"],
  ["configDependencies", "prod"],
  ["packageManagerDependencies", "prod"]
];
function readPnpmImporters(document, root, importers, packages) {
  const refuse = refuser(document, "lockfile-shape");
  if (importers === void 0) return [readImporter("", root, 1)];
  const read = [];
  importers.forEach((key, value, offset) => {
    const path = key === "." ? "" : key;
    if (path !== normalise(path)) refuse(offset, `The importer ${quoted(key, limits.path)} is no normalised path.`);
    if (!(value instanceof JsonObject)) refuse(offset, `The importer ${quoted(key, limits.path)} must be a map.`);
    else read.push(readImporter(path, value, document.line(offset)));
  });
  return read;
  function readImporter(path, importer, line) {
    const specifiers = importer.get("specifiers");
    const requires = [];
    for (const [map, type] of MAPS) {
      const asked = importer.get(map);
      if (asked === void 0 || asked === null) continue;
      if (!(asked instanceof JsonObject)) return refuse(importer.offsetOf(map), `\`${map}\` must be a map.`);
      asked.forEach((name, value, offset) => {
        if (!isPackageName(name)) {
          refuser(document, "lockfile-invalid-name")(offset, `${quoted(name, limits.name)} is no package name.`);
        }
        const inline = value instanceof JsonObject;
        const reference = inline ? value.get("version") : value;
        const specifier = inline ? value.get("specifier") : specifiers instanceof JsonObject ? specifiers.get(name) : void 0;
        if (typeof reference !== "string" || typeof specifier !== "string") {
          return refuse(offset, `${quoted(name, limits.name)} must have a specifier and a version that are texts.`);
        }
        requires.push({ name, spec: specifier, type, to: packages.keyOf(name, reference, path, offset) });
      });
    }
    return { path, line, requires };
  }
}

// src/lockfile/aliases.ts
function aliasesOf({ alias, moreAliases = [] }) {
  return alias === void 0 ? moreAliases : [alias, ...moreAliases];
}
function aliased(name, names) {
  const [alias, ...moreAliases] = new Set([...names].filter((each) => each !== name));
  return { ...alias !== void 0 && { alias }, ...moreAliases.length > 0 && { moreAliases } };
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
function split(text, mark) {
  const from = text.startsWith("@") ? text.indexOf("/") + 1 : 0;
  const at = text.indexOf(mark, from);
  if (at < 1 || at === text.length - 1) return void 0;
  return { name: text.slice(0, at), version: text.slice(at + 1) };
}
function keysOf(name, reference, style) {
  if (style === "at") return [reference, `${name}@${reference}`];
  return [reference, style === "slash" ? `/${name}/${reference}` : `/${name}@${reference}`];
}

// src/managers/pnpm/source.ts
var FORGE_ARCHIVE = /^https:\/\/(?:codeload\.github\.com\/|gitlab\.com\/.*\/archive\.|bitbucket\.org\/.*\/get\/)/i;
function readResolution(lockfilePath, key, resolution, fields) {
  const text = (name) => fields.string(name, resolution.get(name));
  const [type, tarball, integrity] = [text("type"), text("tarball"), text("integrity")];
  const pinned = integrity === void 0 ? {} : { integrity };
  if (type === "git") {
    return { source: { kind: "git", spec: `${text("repo") ?? ""}#${text("commit") ?? ""}` } };
  }
  if (type === "directory") return { source: fileSource(lockfilePath, `file:${text("directory") ?? ""}`) };
  if (type !== void 0) return { source: { kind: "remote", spec: `${type}:${key.version}` }, ...pinned };
  if (tarball !== void 0 && /^\s*file:/i.test(tarball)) {
    return { source: fileSource(lockfilePath, tarball), ...pinned };
  }
  if (!isExact(key.version)) {
    const spec = tarball ?? key.version;
    const kind = FORGE_ARCHIVE.test(spec) || text("gitHosted") !== void 0 ? "git" : "remote";
    return { source: { kind, spec }, ...pinned };
  }
  const resolved = tarball ?? text("registry") ?? (key.host === void 0 ? void 0 : hostAddress(key, key.host));
  return { source: { kind: "registry" }, ...resolved !== void 0 && { resolved }, ...pinned };
}
function hostAddress({ name, version }, host) {
  return `https://${host}/${name}/-/${name.slice(name.lastIndexOf("/") + 1)}-${version}.tgz`;
}

// src/managers/pnpm/packages.ts
var PnpmPackages = class {
  #document;
  #prefix;
  #style;
  #importers;
  #snapshots = /* @__PURE__ */ new Map();
  /** Names that a snapshot is asked for under, by its key; filled while references are read. */
  #asked = /* @__PURE__ */ new Map();
  #links = /* @__PURE__ */ new Map();
  #refuse;
  /** @param importers their folders, relative to the lockfile's */
  constructor(document, prefix, style, importers, packages, snapshots) {
    this.#document = document;
    this.#prefix = prefix;
    this.#style = style;
    this.#importers = importers;
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
      const entry = entries.get(of) ?? this.#refuse(offset, `\`packages\` has no entry for ${quoted(key)}.`);
      if (!(object instanceof JsonObject)) return this.#refuse(offset, `The snapshot ${quoted(key)} must be a map.`);
      resolved.add(of);
      this.#snapshots.set(key, { key, entry, object });
    });
    const none2 = new JsonObject(0, [], [], []);
    for (const [key, entry] of entries) if (!resolved.has(key)) this.#snapshots.set(key, { key, entry, object: none2 });
  }
  #entry(key, object, offset) {
    if (!(object instanceof JsonObject)) return this.#refuse(offset, `The entry ${quoted(key)} must be a map.`);
    const fields = new EntryFields(this.#document, key, object);
    const resolution = fields.map("resolution") ?? fields.refuse("resolution", "a map");
    const [ownName, ownVersion] = [fields.string("name"), fields.string("version")];
    const parts = this.#parts(key, ownName, ownVersion, offset);
    const name = ownName ?? parts.name;
    for (const each of [name, parts.name]) {
      if (isPackageName(each)) continue;
      const shown2 = `${quoted(key)} has the name ${quoted(each, limits.name)}, which no registry accepts.`;
      return refuser(this.#document, "lockfile-invalid-name")(offset, shown2);
    }
    const read = readResolution(this.#document.path, parts, resolution, fields);
    this.#refuseOtherWords(key, parts, { name: ownName, version: ownVersion }, read.source.kind, offset);
    const version = ownVersion ?? parts.version.replace(/^runtime:/, "");
    fields.checkVersion(version, read.source.kind === "registry");
    const claims = {};
    for (const claim of ["dev", "optional"]) {
      const value = fields.boolean(claim);
      if (value !== void 0) claims[claim] = value;
    }
    if (fields.boolean("requiresBuild") === true) claims.hasInstallScript = true;
    return { object, name, alias: parts.name, version, line: this.#document.line(offset), resolution: read, claims };
  }
  /** pnpm's versions differ in whether the key or the fields win, so a registry package must be called the same by both. */
  #refuseOtherWords(key, parts, own, kind, offset) {
    if (kind !== "registry") return;
    const same = (own.name ?? parts.name) === parts.name && (own.version ?? parts.version) === parts.version;
    if (same) return;
    const shown2 = `${quoted(key)} calls itself ${quoted(`${own.name ?? parts.name}@${own.version ?? parts.version}`)}; lock it again.`;
    refuser(this.#document, "lockfile-value")(offset, shown2);
  }
  /** A key that names no package (an address, before version 9) leaves that to the entry's own fields. */
  #parts(key, name, version, offset) {
    const parts = readPnpmKey(key, this.#style);
    if (this.#style !== "at" && !key.startsWith("/") && name !== void 0) {
      const own = { name, version: version === void 0 || isAddress(key) ? withoutPeers(key) : version };
      return parts?.host === void 0 || isAddress(key) ? own : { ...own, host: parts.host };
    }
    return parts ?? this.#refuse(offset, `The key ${quoted(key)} names no package.`);
    function isAddress(text) {
      return version === void 0 || !withoutPeers(text).replace(/_.*$/, "").endsWith(version);
    }
  }
  /**
   * The key of what a reference leads to.
   * @param from folder of the importer whose reference it is; links of packages start at the lockfile's folder
   */
  keyOf(name, reference, from, offset) {
    if (reference.startsWith("link:")) return this.#link(name, reference.slice("link:".length), from, offset);
    const key = keysOf(name, reference, this.#style).find((each) => this.#snapshots.has(each));
    if (key !== void 0) {
      if (this.#snapshots.get(key)?.entry.name !== name) this.#noteAlias(key, name);
      return this.#prefix + key;
    }
    const shown2 = `${quoted(name, limits.name)} refers to ${quoted(reference)}, which the lockfile does not hold.`;
    return this.#refuse(offset, shown2);
  }
  #noteAlias(key, name) {
    this.#asked.set(key, (this.#asked.get(key) ?? /* @__PURE__ */ new Set()).add(name));
  }
  #link(name, target, from, offset) {
    const lockfileFolder = folderOf(this.#document.path);
    const absolute = follow("", target).path === target && /^(?:\/|~|[a-z]:)/i.test(target);
    const { path, outside } = follow(lockfileFolder, absolute ? target : join(from, target));
    const key = `${this.#prefix}link:${path}`;
    if (!this.#links.has(key)) {
      const workspace = !outside && this.#importers.has(path);
      this.#links.set(key, {
        ...{ key, name, version: "", line: this.#document.line(offset), requires: [], claims: {} },
        source: { kind: workspace ? "workspace" : "link", spec: path, outside, workspace }
      });
    }
    return key;
  }
  /** All of them, in the document's order; links, which are known once all references were read, last. */
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
    const read = (map, type) => {
      const asked = object.get(map);
      if (asked === void 0 || asked === null) return;
      if (!(asked instanceof JsonObject)) return void this.#refuse(object.offsetOf(map), `\`${map}\` must be a map.`);
      asked.forEach((name, reference, offset) => {
        if (typeof reference !== "string") {
          return this.#refuse(offset, `${quoted(name, limits.name)} in \`${map}\` must be a text.`);
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
    read("dependencies", "prod");
    read("optionalDependencies", "optional");
    return requires;
  }
  /** pnpm does not keep what a package asked for: what it got, in the words of a spec. */
  #specOf(name, reference, to) {
    const found = this.#snapshots.get(to.slice(this.#prefix.length))?.entry;
    if (found?.resolution.source.kind !== "registry") return reference;
    return found.name === name ? found.version : `npm:${found.name}@${found.version}`;
  }
};

// src/managers/pnpm/lockfile.ts
var STYLES = new Map([
  ...["5.2", "5.3", "5.4", "5.4-inlineSpecifiers"].map((version) => [version, "slash"]),
  ...["6.0", "6.1"].map((version) => [version, "slash-at"]),
  ["7.0", "at"],
  ["9.0", "at"]
]);
var CONFIG_FOLDER = "node_modules/.pnpm-config";
function parsePnpmLockfile(path, text) {
  const documents = parseYamlDocuments(text, path, lockfileYamlFaults);
  const main = documents.at(-1);
  const [first] = documents;
  const environment = first === void 0 || first === main ? void 0 : readDocument(first, "config:");
  const project = environment !== void 0 && main.value === null ? void 0 : readDocument(main, "");
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
    observations: []
  };
}
function readDocument(document, prefix) {
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A lockfile of pnpm must be a map.");
  const version = readVersion3(document, root);
  const map = (name) => {
    const value = root.get(name) ?? void 0;
    if (value === void 0 || value instanceof JsonObject) return value;
    return refuse(root.offsetOf(name), `\`${name}\` must be a map.`);
  };
  const style = STYLES.get(version);
  const importers = map("importers");
  const folders = new Set(importers?.keys.map((key) => key === "." ? "" : key) ?? [""]);
  const packages = new PnpmPackages(document, prefix, style, folders, map("packages"), map("snapshots"));
  return {
    version,
    importers: readPnpmImporters(document, root, importers, packages),
    packages: packages.made(),
    settings: lockedSettings(document, root)
  };
}
function readVersion3(document, root) {
  const value = root.get("lockfileVersion");
  const version = typeof value === "number" ? String(value) : value;
  if (typeof version === "string" && STYLES.has(version)) return version;
  const shown2 = typeof version === "string" ? quoted(version, 32) : "missing or no version";
  return refuser(document, "lockfile-version")(
    root.offsetOf("lockfileVersion"),
    `\`lockfileVersion\` is ${shown2}; lockgate reads the versions 5.2, 5.3, 5.4, 6.0, 6.1, 7.0 and 9.0.`
  );
}

// src/managers/yarn/entry.ts
var YarnEntry = class {
  #document;
  #object;
  #shown;
  line;
  constructor(document, key, object, offset) {
    this.#document = document;
    this.#object = object;
    this.#shown = quoted(key.replaceAll("\n", ", "));
    this.line = document.line(offset);
  }
  /** A descriptor of this entry, to be shown. */
  shown(descriptor) {
    return quoted(descriptor, limits.name);
  }
  /** @throws GateFailure `lockfile-shape` where it is a block. */
  string(field) {
    const value = this.#object.get(field);
    if (value === void 0 || typeof value === "string") return value;
    return refuser(this.#document, "lockfile-shape")(
      this.#object.offsetOf(field),
      `\`${field}\` of ${this.#shown} must be a text.`
    );
  }
  /** @throws GateFailure `lockfile-shape` where it is not there. */
  needed(field) {
    return this.string(field) ?? refuser(this.#document, "lockfile-shape")(this.#object.offset, `${this.#shown} has no \`${field}\`.`);
  }
  map(field) {
    const value = this.#object.get(field);
    if (value === void 0 || value instanceof JsonObject) return value;
    return refuser(this.#document, "lockfile-shape")(
      this.#object.offsetOf(field),
      `\`${field}\` of ${this.#shown} must be a block.`
    );
  }
  requires(field, type, to) {
    const found = [];
    this.map(field)?.forEach((name, spec, offset) => {
      if (typeof spec !== "string") {
        return refuser(this.#document, "lockfile-shape")(offset, `${quoted(name)} of ${this.#shown} must be a text.`);
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
  /** @throws GateFailure `lockfile-value` where a registry's version is not exact, or any is too long. */
  checkVersion(version, fromRegistry) {
    if (version.length <= MAX_VERSION && (!fromRegistry || isExact(version))) return version;
    return this.refuse("lockfile-value", `has ${quoted(version, limits.version)} as its version, which is not exact`);
  }
  refuse(code, what) {
    return refuser(this.#document, code)(this.#object.offset, `${this.#shown} ${what}; lock it again.`);
  }
};
function splitDescriptor(descriptor) {
  const at = descriptor.indexOf("@", 1);
  return at < 0 ? { name: descriptor, spec: "" } : { name: descriptor.slice(0, at), spec: descriptor.slice(at + 1) };
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
  const versions = groupBy(packages, ({ key }) => key);
  const sorted = /* @__PURE__ */ new Map();
  const answers = /* @__PURE__ */ new Map();
  let steps = 0;
  return (name, spec) => {
    const candidates = keys.get(name) ?? /* @__PURE__ */ new Set();
    if (candidates.size < 2) return [...candidates][0];
    const question = `${name}
${spec}`;
    if (answers.has(question)) return answers.get(question);
    const known = sorted.get(name) ?? descending([...candidates], (key) => versions.get(key)?.[0]?.version ?? "");
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
      "The lockfile has too many versions of one name for what asks for it by other ranges; lock it again.",
      { path }
    );
  }
}
function descending(keys, versionOf) {
  const byVersion = new Map(keys.map((key) => [versionOf(key), key]));
  return [...byVersion].flatMap(([version, key]) => {
    const parsed = parseVersion(version);
    return parsed === void 0 ? [] : [{ version: parsed, key }];
  }).sort((a, b) => b.version.compare(a.version));
}
var LOOSE = { loose: true };
function parseVersion(text) {
  try {
    return new import_semver.default(text, LOOSE);
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

// src/managers/yarn/text.ts
var BETWEEN_KEYS = "\n";
var MAX_LEVELS = 8;
var CONTROL2 = /[\u0000-\u001f\u007f]/;
var QUOTED = /"(?:[^"\\]|\\.)*"/y;
var BARE_CLASSIC = /[A-Za-z0-9/.-][^\s:",\\[\]]*/y;
var BARE_KEY = /(?![-?:,\][{}#&*!|>'"%@` \t])[^:\s#,[\]{}]+(?:[ ]+[^:\s#,[\]{}]+)*/y;
var BARE_VALUE = /^(?![-?:,\][{}#&*!|>'"%@` \t]).(?:[ \t]*(?![,\][{}:# \t]).)*$/;
var YAML_FEATURE = /^(?:---|\.\.\.|%|- |<<\s*:|(?:[^"]*: +)?[&*!|>{[])/;
function parseYarnText(text, path, dialect) {
  const open = [newMap(0)];
  const lineStarts = [];
  let waiting;
  function refuse(what, offset, code = lockfileFaults.syntax) {
    const { line, column } = placeIn(path, text, offset);
    throw new GateFailure(code, `${what} at ${line}:${column}; ${lockfileFaults.mend}.`, { path, line, column });
  }
  function close(level) {
    while (open.length > level + 1) {
      const done = open.pop();
      if (done.keys.length === 0) refuse("A block breaks off before its first field", done.offset);
      const index = new Map(done.keys.map((key, at) => [key, at]));
      open.at(-1)?.values.push(new JsonObject(done.offset, done.keys, done.values, done.offsets, index));
    }
  }
  function add(map, keys, offset) {
    for (const key of keys) {
      if (map.seen.has(key)) refuse(`${quoted(key, limits.name)} stands twice`, offset, lockfileFaults.duplicateKey);
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
    if (found === void 0) return refuse("This is not what Yarn writes: a key or a value is expected", base + at);
    return { value: form === QUOTED ? unquoted(found, base + at) : found, end: at + found.length };
  }
  function unquoted(found, offset) {
    let value;
    try {
      value = JSON.parse(found);
    } catch {
      value = void 0;
    }
    if (typeof value !== "string" || CONTROL2.test(value)) return refuse("A quoted text is not well formed", offset);
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
    if (line[at] !== " " || keys.length > 1) return refuse("A value or the colon of a block is expected", base + at);
    const value = token(line, at + 1, BARE_CLASSIC, base);
    if (value.end < line.length) refuse("The end of the line is expected", base + value.end);
    add(map, keys, base);
    map.values.push(value.value);
  }
  function berryLine(line, base, map) {
    if (waiting !== void 0) {
      if (line !== ":") refuse("The colon of a long key is expected", base);
      const { key: key2, offset } = waiting;
      waiting = void 0;
      enter(map, [key2], offset);
      return;
    }
    if (line.startsWith('? "')) {
      const long = token(line, 2, BARE_KEY, base);
      if (long.end < line.length) refuse("The end of the line is expected", base + long.end);
      waiting = { key: long.value, offset: base };
      return;
    }
    if (YAML_FEATURE.test(line)) refuse("This part of YAML is nothing that Yarn writes", base, "lockfile-yaml");
    const key = token(line, 0, BARE_KEY, base);
    if (line[key.end] !== ":") refuse("The colon after a key is expected", base + key.end);
    if (key.end + 1 === line.length) {
      enter(map, [key.value], base);
      return;
    }
    if (line[key.end + 1] !== " ") refuse("A space after the colon is expected", base + key.end + 1);
    const start = key.end + 2;
    const rest = line.slice(start);
    add(map, [key.value], base);
    if (rest.startsWith('"')) {
      const value = token(line, start, BARE_KEY, base);
      if (value.end < line.length) refuse("The end of the line is expected", base + value.end);
      map.values.push(value.value);
    } else if (BARE_VALUE.test(rest)) map.values.push(rest);
    else {
      const code = /^[&*!|>{[]/.test(rest) ? "lockfile-yaml" : lockfileFaults.syntax;
      refuse("This value is not what Yarn writes", base + start, code);
    }
  }
  for (let start = 0; start < text.length; ) {
    lineStarts.push(start);
    const feed = text.indexOf("\n", start);
    const next = feed < 0 ? text.length : feed + 1;
    let end = feed < 0 ? text.length : feed;
    if (text[end - 1] === "\r" && end > start) end--;
    let first = start;
    while (first < end && text[first] === " ") first++;
    if (first < end && text[first] !== "#") {
      const line = text.slice(first, end);
      if (CONTROL2.test(line)) refuse("A control character", first + line.search(CONTROL2));
      const indent = first - start;
      const level = indent / 2;
      if (level >= MAX_LEVELS) refuse(`The blocks are nested deeper than ${MAX_LEVELS} levels`, first, lockfileFaults.depth);
      if (indent % 2 === 1 || level >= open.length) refuse("The line is indented otherwise than its block", first);
      if (waiting !== void 0 && level !== open.length - 1) refuse("The colon of a long key is expected", first);
      close(level);
      const map = open[level];
      if (dialect === "classic") classicLine(line, first, map);
      else berryLine(line, first, map);
    }
    start = next;
  }
  if (waiting !== void 0) refuse("A long key breaks off", waiting.offset);
  close(0);
  const root = open[0];
  return new JsonDocument(path, text, new JsonObject(0, root.keys, root.values, root.offsets), lineStarts);
}
function newMap(offset) {
  return { offset, keys: [], values: [], offsets: [], seen: /* @__PURE__ */ new Set() };
}

// src/managers/yarn/berry.ts
var VERSIONS2 = ["4", "5", "6", "7", "8", "9", "10"];
var BUILTIN = /^(?:~|optional!)*builtin<[\w/-]+>$/;
function parseYarnBerry(path, text) {
  const document = parseYarnText(text, path, "berry");
  const root = document.value;
  const { version: formatVersion, cacheKey } = readMetadata(document, root);
  const descriptors = /* @__PURE__ */ new Map();
  const entries = [];
  const builtin = [];
  root.forEach((key, value, offset) => {
    if (key === "__metadata") return;
    if (!(value instanceof JsonObject)) {
      return refuser(document, "lockfile-shape")(offset, "An entry must be a block with fields.");
    }
    const entry = new YarnEntry(document, key, value, offset);
    const locator = readLocator(entry.needed("resolution"));
    const asked = key.split(/ *, */);
    for (const descriptor of asked) {
      if (descriptors.has(descriptor)) {
        refuser(document, "lockfile-duplicate-key")(offset, `${entry.shown(descriptor)} stands twice.`);
      }
      descriptors.set(descriptor, key);
    }
    const patched = patchedBy(locator.reference);
    if (patched?.builtin === true) builtin.push({ asked, patched: patched.descriptor });
    else entries.push({ key, entry, locator });
  });
  const byDescriptor = descriptorLinker(descriptors);
  const exact = new Map(entries.map(({ key, locator }) => [`${locator.name}@${locator.reference}`, key]));
  const to = (name, spec) => exact.get(`${name}@${spec}`) ?? byDescriptor(name, spec);
  for (const { asked, patched } of builtin) {
    const { name, spec } = splitDescriptor(patched);
    const key = to(name, spec);
    for (const descriptor of asked) {
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
  const all = made.map((each) => ({ ...each, requires: linked(each.requires, byName2) }));
  const importers = all.flatMap((each) => {
    const { source, name, line, requires } = each;
    if (source.kind !== "workspace") return [];
    return [{ path: source.spec ?? "", name, line, requires: requires.filter(({ type }) => type !== "peer") }];
  });
  const packages = all.map((each) => each.source.kind === "workspace" ? { ...each, requires: [] } : each);
  return { path, format: "yarn-berry", formatVersion, packages, importers, descriptors, observations: [] };
}
function readMetadata(document, root) {
  const metadata = root.get("__metadata");
  const version = metadata instanceof JsonObject ? metadata.get("version") : void 0;
  const cacheKey = metadata instanceof JsonObject ? metadata.get("cacheKey") : void 0;
  if (typeof version !== "string" || !VERSIONS2.includes(version)) {
    return refuser(document, "lockfile-version")(
      root.offsetOf("__metadata"),
      "`version` in `__metadata` must be one of 4 to 10; a `yarn.lock` of Yarn 1 begins with `# yarn lockfile v1`."
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
  const patches = hash < 0 ? [] : reference.slice(hash + 1).split("&");
  return { descriptor, builtin: patches.length > 0 && patches.every((each) => BUILTIN.test(each)) };
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function lockedPackage2(path, key, entry, locator, to, cacheKey) {
  const { reference, bound } = locator;
  const source = sourceOf(path, reference);
  const stated = entry.needed("version");
  const fromRegistry = source.kind === "registry";
  const version = entry.checkVersion(fromRegistry ? reference.slice("npm:".length) : stated, fromRegistry);
  if (fromRegistry && isExact(stated) && stated !== version) {
    entry.refuse("lockfile-value", "has one version in `version` and another in `resolution`");
  }
  const name = fromRegistry ? entry.checkName(locator.name) : locator.name;
  const names = key.split(/ *, */).map((descriptor) => splitDescriptor(descriptor).name);
  const archive = bound.get("__archiveUrl");
  const checksum = entry.string("checksum") ?? "";
  const isOptional = optionalNames(entry);
  const optionalPeers = optionalNames(entry, "peerDependenciesMeta");
  const patched = patchedBy(reference);
  const below = patched && splitDescriptor(patched.descriptor);
  const requires = [
    ...entry.requires("dependencies", (each) => isOptional.has(each) ? "optional" : "prod", to),
    ...entry.requires(
      "peerDependencies",
      () => "peer",
      () => void 0
    ).map((each) => optionalPeers.has(each.name) ? { ...each, optionalPeer: true } : each),
    ...below === void 0 ? [] : [{ ...below, type: "prod", ...answer(to(below.name, below.spec)) }]
  ];
  return {
    ...{ key, name, version, source, line: entry.line, requires, claims: {} },
    ...aliased(name, names),
    ...archive !== null && { resolved: archive },
    checksum: checksum === "" || checksum.includes("/") ? checksum : `${cacheKey}/${checksum}`
  };
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
function sourceOf(path, reference) {
  const [, protocol = "", rest = ""] = /^([a-z]+):(.*)$/is.exec(reference) ?? [];
  switch (protocol) {
    case "npm":
      return { kind: "registry" };
    case "workspace":
      return { kind: "workspace", spec: normalise(rest), outside: false, workspace: true };
    case "link":
    case "portal":
      return { ...fileSource(path, `file:${rest}`), kind: protocol, spec: reference };
    case "file":
      return { ...fileSource(path, `file:${rest.replace(/#.*$/s, "")}`), spec: reference };
    case "exec":
    case "patch":
      return { kind: protocol, spec: reference };
    default:
      if (/#(?:.*&)?commit=/s.test(reference) || specKind(reference) === "git") return { kind: "git", spec: reference };
      return { kind: "remote", spec: reference };
  }
}

// src/managers/yarn/classic.ts
var SHASUM = /#([0-9a-f]{40})$/;
function parseYarnClassic(path, text) {
  const document = parseYarnText(text, path, "classic");
  const root = document.value;
  const descriptors = /* @__PURE__ */ new Map();
  const entries = [];
  root.forEach((key, value, offset) => {
    if (!(value instanceof JsonObject)) {
      return refuser(document, "lockfile-shape")(offset, "An entry must be a block with fields.");
    }
    const asked = key.split(BETWEEN_KEYS);
    const entry = new YarnEntry(document, key, value, offset);
    for (const [name, same] of namesOf(entry, asked)) {
      const own = entryKey(key, asked, name);
      for (const descriptor of same) descriptors.set(descriptor, own);
      entries.push({ key: own, entry, asked: same });
    }
  });
  const to = descriptorLinker(descriptors);
  const made = entries.map(({ key, entry, asked }) => lockedPackage3(path, key, entry, asked, to));
  refuseTooMany(
    path,
    made.length,
    made.reduce((sum, each) => sum + each.requires.length, 0)
  );
  const byName2 = nameLinker(made, descriptors, path);
  const packages = made.map((each) => ({ ...each, requires: linked(each.requires, byName2) }));
  return { path, format: "yarn-classic", formatVersion: "1", packages, importers: [], descriptors, observations: [] };
}
function namesOf(entry, asked) {
  const names = /* @__PURE__ */ new Map();
  for (const descriptor of asked) {
    const { name, spec } = splitDescriptor(descriptor);
    entry.checkName(name);
    const real = entry.checkName(aliasTarget(spec)?.name ?? name);
    names.set(real, [...names.get(real) ?? [], descriptor]);
  }
  return names;
}
function entryKey(key, asked, name) {
  const { name: first, spec } = splitDescriptor(asked[0] ?? "");
  return (aliasTarget(spec)?.name ?? first) === name ? key : `${key}${BETWEEN_KEYS}${BETWEEN_KEYS}${name}`;
}
function lockedPackage3(path, key, entry, asked, to) {
  const specs = asked.map(splitDescriptor);
  const { name: folder, spec } = specs[0];
  const name = aliasTarget(spec)?.name ?? folder;
  const address2 = entry.string("resolved");
  const shasum = SHASUM.exec(address2 ?? "")?.[1];
  const resolved = shasum === void 0 ? address2 : address2?.slice(0, -shasum.length - 1);
  const source = specs.map((each) => specSource(path, each.spec, address2)).find((each) => each !== void 0);
  const where = source ?? resolvedSource(path, address2);
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

// src/managers/yarn/lockfile.ts
var CLASSIC_HEADER = /^(?:#[^\n]*\n)*#\s+yarn\s+lockfile\s+v([^\s]+)\s*(?:\r?\n|$)/i;
function parseYarnLockfile(path, text) {
  const header = CLASSIC_HEADER.exec(text)?.[1];
  if (header === "1") return parseYarnClassic(path, text);
  if (header === void 0 && /^__metadata:/m.test(text)) return parseYarnBerry(path, text);
  throw new GateFailure(
    "lockfile-version",
    "The file says neither `# yarn lockfile v1` (Yarn 1) nor `__metadata` with a version of 4 to 10 (Yarn 2 and later); let Yarn write it again.",
    { path, line: 1 }
  );
}

// src/managers/index.ts
var npm = { manager: "npm", parse: parseNpmLockfile };
var byName = /* @__PURE__ */ new Map([
  ["package-lock.json", npm],
  ["npm-shrinkwrap.json", npm],
  ["yarn.lock", { manager: "yarn", parse: parseYarnLockfile }],
  ["pnpm-lock.yaml", { manager: "pnpm", parse: parsePnpmLockfile }],
  ["shrinkwrap.yaml", { manager: "pnpm" }],
  ["bun.lock", { manager: "bun", parse: parseBunLockfile }],
  ["bun.lockb", { manager: "bun" }]
]);
var PNPM_BRANCH = /^pnpm-lock\..+\.yaml$/;
function lockfileKind(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return byName.get(name) ?? (PNPM_BRANCH.test(name) ? { manager: "pnpm" } : void 0);
}
function isLfsPointer(bytes) {
  const magic = new TextEncoder().encode("version https://git-lfs.github.com/spec/");
  return magic.every((byte, at) => bytes[at] === byte);
}
function parseLockfile(path, bytes) {
  const kind = lockfileKind(path);
  if (kind?.parse === void 0) throw unsupported(path);
  if (isLfsPointer(bytes)) {
    throw new GateFailure("lockfile-not-regular", "The file is a Git LFS pointer; commit the lockfile itself.", {
      path
    });
  }
  return withinBounds(kind.parse(path, decodeText(bytes, path, lockfileFaults)));
}
function unsupported(path) {
  const mend = /(?:^|\/)bun\.lockb$/.test(path) ? "run `bun install --save-text-lockfile`, which writes bun.lock, and delete this file" : "exclude its path in the policy if it needs no gate";
  return new GateFailure(
    "lockfile-unsupported",
    `This version of lockgate cannot read this lockfile: it reads package-lock.json and npm-shrinkwrap.json of the versions 1 to 3, yarn.lock of Yarn 1 and of the metadata versions 4 to 10, pnpm-lock.yaml of the versions 5.2 to 9.0, and bun.lock of the versions 0 to 3. Nothing in it was evaluated; ${mend}.`,
    { path }
  );
}

// src/managers/yarn/incomplete.ts
function unanswered(parsed, root, workspaces) {
  const { path, packages, importers, descriptors = /* @__PURE__ */ new Map() } = parsed;
  const byDescriptor = descriptorLinker(descriptors);
  const exact = new Set(packages.map(({ name, version }) => `${name}@npm:${version}`));
  const known = new Set([...descriptors.keys()].map((each) => splitDescriptor(each).name));
  const isAnswered = ({ name, spec, to }) => {
    if (byDescriptor(name, spec) !== void 0 || workspaces.has(name) || exact.has(`${name}@${spec}`)) return true;
    if (root === void 0) return known.has(name);
    return root.resolutions.has(name) ? known.has(name) : to !== void 0 && !isPlain(spec);
  };
  const found = /* @__PURE__ */ new Map();
  const look = (line, requires) => {
    for (const each of requires) {
      const { name, spec, type } = each;
      const key = `${name}@${spec}`;
      if (type === "optional" || type === "peer" || found.has(key) || isAnswered(each)) continue;
      found.set(key, { code: "incomplete", path, line, name, args: { asked: spec } });
    }
  };
  for (const { line, requires } of packages) look(line, requires);
  if (root === void 0) for (const { line, requires } of importers) look(line, requires);
  return [...found.values()];
}
function isPlain(spec) {
  const kind = specKind(spec);
  return kind === "registry" || kind === "alias";
}

// src/managers/yarn/importers.ts
async function withYarnImporters(parsed, manifests) {
  const root = await manifests.of("");
  const made = await makeImporters(parsed, manifests, root);
  const workspaces = made.lockfile.packages.flatMap(({ name, source }) => source.kind === "workspace" ? name : []);
  const missing = unanswered(parsed, root, new Set(workspaces));
  const observations = [...parsed.observations, ...missing];
  return { ...made, lockfile: { ...made.lockfile, observations } };
}
async function makeImporters(lockfile, manifests, root) {
  const { descriptors = /* @__PURE__ */ new Map() } = lockfile;
  const byDescriptor = descriptorLinker(descriptors);
  const byName2 = nameLinker(lockfile.packages, descriptors, lockfile.path);
  const requiresOf = ({ requires, resolutions }) => requires.map((each) => {
    const mayRewrite = each.type === "peer" || resolutions.has(each.name) || root?.resolutions.has(each.name) === true;
    const own = byDescriptor(each.name, each.spec);
    if (own !== void 0) return { ...each, to: own };
    return mayRewrite || isProtocol(each.spec) ? linked([each], byName2)[0] ?? each : each;
  });
  if (lockfile.importers.length > 0) {
    const importers2 = await Promise.all(
      lockfile.importers.map(async (importer) => {
        const manifest = await manifests.of(importer.path);
        return manifest === void 0 ? importer : { ...importer, requires: requiresOf(manifest) };
      })
    );
    return { lockfile: { ...lockfile, importers: importers2 }, isRootKnown: true };
  }
  if (root === void 0) return { lockfile: { ...lockfile, importers: [inferred(lockfile)] }, isRootKnown: false };
  const isWorkspace = root.workspaces.length === 0 ? () => false : workspaceMatcher(root.workspaces, root.path);
  const folders = manifests.folders.filter((folder) => folder !== "" && isWorkspace(folder));
  const others = await Promise.all(folders.map(async (path) => [path, await manifests.of(path)]));
  const known = [["", root], ...others].flatMap(
    ([path, manifest]) => manifest === void 0 ? [] : [{ path, manifest }]
  );
  const links = known.flatMap(
    ({ path, manifest: { name } }) => path === "" || name === void 0 ? [] : [{ path, name }]
  );
  const folderOfName = new Map(links.toReversed().map(({ path, name }) => [name, path]));
  const importers = known.map(({ path, manifest }) => {
    const requires = requiresOf(manifest).map((each) => {
      const own = each.to === void 0 ? folderOfName.get(each.name) : void 0;
      return own === void 0 ? each : { ...each, to: `link:${own}` };
    });
    return { path, ...manifest.name !== void 0 && { name: manifest.name }, line: 1, requires };
  });
  const workspaces = links.map(({ path, name }) => ({
    ...{ key: `link:${path}`, name, version: "", line: 1, requires: [], claims: {} },
    source: { kind: "workspace", spec: path, outside: false, workspace: true }
  }));
  return {
    lockfile: { ...lockfile, importers, packages: [...lockfile.packages, ...workspaces] },
    isRootKnown: known.length === folders.length + 1 && (root.workspaces.length === 0 || folders.length > 0)
  };
}
function isProtocol(spec) {
  return /^(?:patch|catalog|workspace|portal|link|file|exec):/i.test(spec) || /[/:]/.test(spec);
}
function inferred({ packages }) {
  const asked = new Set(packages.flatMap((each) => each.requires.flatMap(({ to }) => to ?? [])));
  const requires = packages.filter(({ key }) => !asked.has(key)).map(({ key, name, alias }) => ({ name: alias ?? name, spec: "*", type: "prod", to: key }));
  return { path: "", line: 1, requires };
}
function foldersBelow(folder, manifests) {
  const prefix = folder === "" ? "" : `${folder}/`;
  return [...manifests].flatMap((path) => path.startsWith(prefix) ? [folderOf(path.slice(prefix.length))] : []).sort();
}
function manifestPaths(files) {
  return [...files.keys()].filter(
    (path) => /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path)
  );
}

// src/lockfile/groups.ts
function groupPackages(packages) {
  const groups = /* @__PURE__ */ new Map();
  for (const each of packages) {
    if (each.source.kind === "workspace") continue;
    const identity = identityOf(each);
    const group = groups.get(identity);
    if (group !== void 0) group.packages.push(each);
    else {
      const { name, version, source } = each;
      groups.set(identity, { identity, name, version, source, packages: [each] });
    }
  }
  return groups;
}
function identityOf({
  name,
  version,
  source: { kind, spec }
}) {
  return kind === "registry" ? `${name}
${version}` : JSON.stringify([name, version, kind, spec ?? null]);
}
function pinsOf({ packages }) {
  const pins = /* @__PURE__ */ new Map();
  for (const { resolved, integrity, checksum, line } of packages) {
    const key = `${pinKey({ resolved, integrity })}
${checksum ?? ""}`;
    const pin = pins.get(key);
    if (pin === void 0) {
      pins.set(key, {
        ...resolved !== void 0 && { resolved },
        ...integrity !== void 0 && { integrity },
        ...checksum !== void 0 && { checksum },
        line,
        places: 1
      });
    } else {
      pin.line = Math.min(pin.line, line);
      pin.places++;
    }
  }
  return [...pins.values()].sort((a, b) => a.line - b.line);
}
function pinKey({
  resolved,
  integrity
}) {
  return `${resolved?.length ?? -1} ${resolved ?? ""}${integrity === void 0 ? "" : ` ${integrity}`}`;
}
function claimsOf({ packages }) {
  const claims = {};
  for (const claim of ["dev", "optional", "devOptional", "peer", "extraneous", "inBundle"]) {
    if (packages.every((each) => each.claims[claim] === true)) claims[claim] = true;
  }
  for (const claim of ["hasInstallScript", "hasShrinkwrap", "bundles", "bringsShrinkwrap"]) {
    if (packages.some((each) => each.claims[claim] === true)) claims[claim] = true;
  }
  return claims;
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

// src/managers/npm/tree.ts
var NpmTree = class extends Tree {
  #parents;
  #children = /* @__PURE__ */ new Map();
  constructor(lockfile) {
    super(lockfile);
    const places = /* @__PURE__ */ new Map();
    for (const [at, importer] of this.importers.entries()) places.set(importer.path, at);
    for (const [at, each] of this.packages.entries()) {
      if (each.place === void 0) places.set(each.key, this.nodeOf(at));
    }
    for (const [at, each] of this.packages.entries()) this.#addLink(places, lockfile.path, each, this.nodeOf(at));
    const parents = new Array(this.size).fill(NOWHERE);
    for (const [path, node] of places) parents[node] = this.#adopt(places, path, node);
    this.#parents = parents;
  }
  /** npm installs from its root, which asks for every workspace. */
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
  /** A link's folder is a place of its own; the first link to it stands for it, unless an importer does. */
  #addLink(places, lockfilePath, each, node) {
    if (each.source.kind !== "link" && each.source.kind !== "workspace") return;
    const { path } = follow(folderOf(lockfilePath), each.source.spec ?? "");
    const home = places.get(path);
    if (home === void 0) places.set(path, node);
    this.homes.set(node, home ?? node);
  }
  /** Finds the nearest listed folder above a place, and enters the place there if it is directly installed in it. */
  #adopt(places, path, node) {
    if (path === "") return NOWHERE;
    const beside = /^\.\.(?:\/|$)/.test(path);
    for (let above = folderOf(path); ; above = folderOf(above)) {
      if (above === "" && beside) return NOWHERE;
      const parent = places.get(above);
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

// src/lockfile/pinned-tree.ts
var PinnedTree = class extends Tree {
  #byKey;
  #answers = [];
  constructor(lockfile) {
    super(lockfile);
    const { path, importers, packages } = lockfile;
    this.#byKey = new Map(packages.map(({ key }, at) => [key, this.nodeOf(at)]));
    const folders = new Map(importers.map((importer, at) => [importer.path, at]));
    for (const [at, { source }] of packages.entries()) {
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

// src/managers/tree-of.ts
function treeOf(lockfile) {
  return lockfile.format === "npm" ? new NpmTree(lockfile) : new PinnedTree(lockfile);
}

// src/graph/graph.ts
var bit = { dev: 1, optional: 2, peer: 4, weak: 8 };
var MASKS = {
  prod: 0,
  dev: bit.dev,
  optional: bit.optional,
  peer: bit.peer
};
var HAVING = [
  { mask: bit.dev, having: 43690, shift: 1 },
  { mask: bit.optional, having: 52428, shift: 2 },
  { mask: bit.peer, having: 61680, shift: 4 },
  { mask: bit.weak, having: 65280, shift: 8 }
];
var [DEV, OPTIONAL, PEER, WEAK] = HAVING.map(({ having }) => having);
var PROD_ONLY = 1;
var Graph = class {
  tree;
  edges;
  #classes;
  #places;
  /** @param lockfile with its importers (see `withRoot`) */
  constructor(lockfile) {
    this.tree = treeOf(lockfile);
    this.edges = readEdges(this.tree);
    this.#classes = classify(this.tree, this.edges);
    this.#places = new Map(this.tree.packages.map((each, at) => [each.key, this.tree.nodeOf(at)]));
  }
  /** The node of a package; for an entry that only contradicts another, the other's. */
  nodeOf(each) {
    return this.#places.get(each.place ?? each.key) ?? NOWHERE;
  }
  isReached(node) {
    return (this.classesOf(node) & ~WEAK) !== 0;
  }
  /** By which classes of path a node is reached; none where nothing asks for it. */
  classesOf(node) {
    return this.#classes[node] ?? 0;
  }
  /**
   * The types by which any of the packages is reached, in the order prod, dev, optional, peer:
   *
   * - `prod`: by a path of nothing but `dependencies` (and workspaces);
   * - `dev`: by a path that goes through the `devDependencies` of the root, a workspace or a linked folder;
   * - `optional`, `peer`: by a path that does not, and goes through `optionalDependencies` or `peerDependencies`.
   *
   * What nothing asks for, and what only optional peers ask for, counts as `prod`.
   */
  typesOf(packages) {
    let classes = 0;
    for (const each of packages) {
      const node = this.nodeOf(each);
      classes |= this.isReached(node) ? this.classesOf(node) : PROD_ONLY;
    }
    const types = [];
    if ((classes & PROD_ONLY) !== 0) types.push("prod");
    if ((classes & DEV) !== 0) types.push("dev");
    if ((classes & OPTIONAL & ~DEV) !== 0) types.push("optional");
    if ((classes & PEER & ~DEV) !== 0) types.push("peer");
    return types;
  }
};
function readEdges(tree) {
  const nodes = [...tree.importers, ...tree.packages];
  const edges = nodes.map(({ requires }, from) => {
    const found = [];
    for (const { name, type, optionalPeer } of requires) {
      const to = tree.resolve(from, name);
      const mask = optionalPeer === true ? bit.peer | bit.optional | bit.weak : MASKS[type];
      if (to !== NOWHERE) found.push({ to, mask, weak: optionalPeer === true, implied: false });
    }
    const behind = tree.behind(from);
    if (behind !== from) found.push({ to: behind, mask: 0, weak: false, implied: false });
    return found;
  });
  const roots = new Set(tree.roots);
  const [root = NOWHERE] = roots;
  for (const [node, { name }] of tree.importers.entries()) {
    const to = roots.has(node) || name === void 0 ? NOWHERE : tree.resolve(root, name);
    if (to !== NOWHERE) edges[root]?.push({ to, mask: 0, weak: false, implied: true });
  }
  return edges;
}
function classify(tree, edges) {
  const classes = new Uint16Array(tree.size);
  for (const root of tree.roots) classes[root] = PROD_ONLY;
  const queue = [...tree.roots];
  for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
    const from = classes[node];
    for (const { to, mask } of edges[node]) {
      const before = classes[to];
      const after = before | along(from, mask);
      if (after === before) continue;
      classes[to] = after;
      queue.push(to);
    }
  }
  return classes;
}
function along(classes, mask) {
  for (const { mask: one, having, shift } of HAVING) {
    if ((mask & one) !== 0) classes = classes & having | (classes & ~having) << shift;
  }
  return classes;
}

// src/lockfile/importers.ts
function withRoot(lockfile, requires) {
  if (lockfile.importers.length > 0) return lockfile;
  return { ...lockfile, importers: [{ path: "", line: 1, requires: requires ?? inferred2(lockfile) }] };
}
function inferred2({ packages }) {
  const asked = new Set(packages.flatMap((each) => each.requires.map((requirement) => requirement.name)));
  return packages.filter(({ key, place }) => place === void 0 && key.lastIndexOf("node_modules/") === 0).map(({ key }) => key.slice("node_modules/".length)).filter((name) => !asked.has(name)).map((name) => ({ name, spec: "*", type: "prod" }));
}

// src/graph/promote.ts
function promoteSources(lockfile) {
  const asksElsewhere = ({ requires }) => requires.some(({ spec }) => sourceOf2(lockfile.path, spec) !== void 0);
  if (!lockfile.importers.some(asksElsewhere) && !lockfile.packages.some(asksElsewhere)) return lockfile;
  const tree = treeOf(lockfile);
  const promoted = /* @__PURE__ */ new Map();
  const nodes = [...tree.importers, ...tree.packages];
  for (const [from, { requires }] of nodes.entries()) {
    for (const { name, spec } of requires) {
      const source = sourceOf2(lockfile.path, spec);
      const to = source === void 0 ? NOWHERE : tree.resolve(from, name);
      const asked = tree.packageAt(to);
      if (source !== void 0 && asked?.source.kind === "registry") promoted.set(asked, source);
    }
  }
  if (promoted.size === 0) return lockfile;
  return {
    ...lockfile,
    packages: lockfile.packages.map((each) => {
      const source = promoted.get(each);
      return source === void 0 ? each : { ...each, source };
    })
  };
}
function sourceOf2(lockfilePath, spec) {
  switch (specKind(spec)) {
    case "git":
      return { kind: "git", spec };
    case "remote":
      return { kind: "remote", spec };
    case "file":
    case "directory":
      return fileSource(lockfilePath, spec);
    case "registry":
    case "alias":
    case "unknown":
      return void 0;
  }
}

// src/graph/why.ts
var MAX_PATHS = 3;
var MAX_ASKING = 32;
var MAX_NAMES2 = 32;
var WhyPaths = class {
  #graph;
  #asking = /* @__PURE__ */ new Map();
  #nearestKnown = /* @__PURE__ */ new Map();
  #beginnings = /* @__PURE__ */ new Map();
  #distances;
  #names;
  constructor(graph) {
    this.#graph = graph;
    this.#names = graph.tree.packages.map(({ name }) => name);
    this.#distances = this.#measure();
  }
  /**
   * At most three paths of package names that end at one of the nodes, shortest first, each through another package
   * that asks for it. Optional peers ask for nothing. None where nothing asks.
   */
  to(nodes) {
    const paths = /* @__PURE__ */ new Map();
    const add = (length, names) => {
      paths.set(names.join("\n"), { length, names });
    };
    for (const node of nodes) {
      if (this.#distances[node] === 1) add(1, [this.#nameOf(node)]);
      for (const from of this.#nearest(node)) {
        const length = this.#distanceOf(from) + 1;
        if (!this.#leadsThrough(from, node)) add(length, this.#shortest(from, node));
      }
    }
    return [...paths].sort(([keyA, a], [keyB, b]) => a.length - b.length || compareText(keyA, keyB)).slice(0, MAX_PATHS).map(([, { names }]) => names);
  }
  #nameOf(node) {
    return this.#names[node - this.#graph.tree.importers.length] ?? "";
  }
  #distanceOf(node) {
    return this.#distances[node] ?? 0;
  }
  /** Steps from any importer, which is at 0; -1 where nothing leads. Notes on the way who asks for what. */
  #measure() {
    const { tree, edges } = this.#graph;
    const distances = new Int32Array(tree.size).fill(-1);
    const queue = [];
    for (const importer of tree.importers.keys()) {
      if (!this.#graph.isReached(importer)) continue;
      distances[importer] = 0;
      queue.push(importer);
    }
    for (const node of queue) {
      for (const { to, weak } of edges[node] ?? []) {
        if (weak || tree.isImporter(to)) continue;
        const asking = this.#asking.get(to);
        if (asking === void 0) this.#asking.set(to, [node]);
        else asking.push(node);
        if (distances[to] !== -1) continue;
        distances[to] = distances[node] + 1;
        queue.push(to);
      }
    }
    return distances;
  }
  /** The packages that ask for a node, nearest first, then by name. */
  #nearest(node) {
    let nearest = this.#nearestKnown.get(node);
    if (nearest === void 0) {
      nearest = (this.#asking.get(node) ?? []).filter((from) => !this.#graph.tree.isImporter(from)).sort((a, b) => this.#compare(a, b)).slice(0, MAX_ASKING);
      this.#nearestKnown.set(node, nearest);
    }
    return nearest;
  }
  #compare(a, b) {
    const near = this.#distanceOf(a) - this.#distanceOf(b);
    return near || compareText(this.#nameOf(a), this.#nameOf(b)) || compareText(this.#keyOf(a), this.#keyOf(b));
  }
  #keyOf(node) {
    return this.#graph.tree.packageAt(node)?.key ?? "";
  }
  /** Whether the shortest path to `from` goes through a node. One that is much longer than the node's is not followed. */
  #leadsThrough(from, node) {
    const detour = this.#distanceOf(from) - this.#distanceOf(node);
    return detour > MAX_NAMES2 || this.#ending(from, detour + 1).includes(node);
  }
  /** Names of the shortest path that ends with `from` and `to`, its middle left out where it is long. */
  #shortest(from, to) {
    const half = MAX_NAMES2 / 2;
    const length = this.#distanceOf(from) + 1;
    const names = (path) => path.map((node) => this.#nameOf(node));
    if (length <= MAX_NAMES2) return names([...this.#ending(from, length), to]);
    return [...names(this.#beginning(from)), "\u2026", ...names([...this.#ending(from, half - 1), to])];
  }
  /** The last nodes of the shortest path to a node, at most `count` of them. */
  #ending(node, count) {
    const path = [];
    for (let at = node; at !== void 0 && path.length < count; at = this.#before(at)) {
      path.push(at);
    }
    return path.reverse();
  }
  /** The first nodes of the shortest path to a node that is far away; known for all nodes on its way once it is asked for. */
  #beginning(node) {
    const count = MAX_NAMES2 / 2 - 1;
    const way = [];
    let at = node;
    for (; this.#distanceOf(at) > count && !this.#beginnings.has(at); at = this.#before(at)) way.push(at);
    const beginning = this.#beginnings.get(at) ?? this.#ending(at, count);
    for (const each of way) this.#beginnings.set(each, beginning);
    return beginning;
  }
  /** The node before a node on its shortest path: one step nearer to an importer. None for what an importer asks for. */
  #before(node) {
    return this.#distanceOf(node) > 1 ? this.#nearest(node)[0] : void 0;
  }
};

// src/graph/position.ts
var MAX_WORK = 5e7;
var MAX_PAIRS = 2e6;
function directRequirements(graph) {
  const asked = [...graph.tree.importers.entries()].filter(([importer]) => graph.isReached(importer)).flatMap(([importer, { requires }]) => requires.map(({ name }) => ({ importer, name })));
  return groupBy(asked, ({ importer, name }) => graph.tree.resolve(importer, name));
}
function standingsOf(lockfile, graph, direct, groups) {
  const nodes = groups.map((packages) => [...new Set(packages.map((each) => graph.nodeOf(each)))]);
  const reaching = reachingImporters(lockfile, graph, new Set(nodes.flat()));
  const why = new WhyPaths(graph);
  return groups.map((packages, at) => {
    const own = nodes[at] ?? [];
    const importers = new Set(own.flatMap((node) => reaching.get(node) ?? []));
    return {
      direct: own.some((node) => direct.has(node)),
      dependencyTypes: graph.typesOf(packages),
      importers: [...importers].map((importer) => folderOfImporter(lockfile, graph, importer)).sort(compareText),
      via: why.to(own)
    };
  });
}
function folderOfImporter(lockfile, graph, importer) {
  return normalise(join(folderOf(lockfile.path), graph.tree.importers[importer]?.path ?? ""));
}
function reachingImporters(lockfile, graph, wanted) {
  const reaching = /* @__PURE__ */ new Map();
  const leading = nodesLeadingTo(graph, wanted);
  const seen = new Int32Array(graph.tree.size).fill(-1);
  let work = 0;
  let pairs = 0;
  for (const importer of graph.tree.importers.keys()) {
    if (leading[importer] === 0 || !graph.isReached(importer)) continue;
    const queue = [importer];
    seen[importer] = importer;
    for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
      if (wanted.has(node)) note(node, importer);
      for (const { to, implied } of graph.edges[node] ?? []) {
        if (implied && node === importer) continue;
        work++;
        if (seen[to] === importer || leading[to] === 0) continue;
        seen[to] = importer;
        queue.push(to);
      }
    }
    if (work > MAX_WORK || pairs > MAX_PAIRS) {
      throw new GateFailure(
        "budget",
        "The lockfile has too many workspaces that reach too many packages to tell which reaches what; split the change.",
        { path: lockfile.path }
      );
    }
  }
  return reaching;
  function note(node, importer) {
    pairs++;
    const known = reaching.get(node);
    if (known === void 0) reaching.set(node, [importer]);
    else known.push(importer);
  }
}
function nodesLeadingTo(graph, wanted) {
  const leading = new Uint8Array(graph.tree.size);
  if (wanted.size === 0) return leading;
  const before = graph.edges.map(() => []);
  for (const [from, edges] of graph.edges.entries()) for (const { to } of edges) before[to]?.push(from);
  const queue = [...wanted];
  for (let node = queue.pop(); node !== void 0; node = queue.pop()) {
    if (leading[node] === 1) continue;
    leading[node] = 1;
    for (const from of before[node] ?? []) queue.push(from);
  }
  return leading;
}

// src/compare/open-lockfile.ts
var OpenLockfile = class {
  lockfile;
  /** Whether what the root asks for is known, and not inferred. */
  isRootKnown;
  #graph;
  #direct;
  #byIdentity;
  /** @param root the manifest of the lockfile's own folder, for one that does not say what its root asks for */
  constructor(parsed, root, isRootKnown = parsed.importers.length > 0 || root !== void 0) {
    this.isRootKnown = isRootKnown;
    this.lockfile = promoteSources(withRoot(parsed, root?.requires));
  }
  /** Distinct name@version pairs that it locks from registries. */
  get packageCount() {
    const { packages } = this.lockfile;
    return new Set(packages.flatMap((each) => each.source.kind === "registry" ? `${each.name}
${each.version}` : [])).size;
  }
  get graph() {
    this.#graph ??= new Graph(this.lockfile);
    return this.#graph;
  }
  get direct() {
    this.#direct ??= directRequirements(this.graph);
    return this.#direct;
  }
  typesOf = (packages) => this.graph.typesOf(packages);
  isDirect = (packages) => packages.some((each) => this.direct.has(this.graph.nodeOf(each)));
  standingsOf = (groups) => standingsOf(this.lockfile, this.graph, this.direct, groups);
  /** Which importers ask for a change's package themselves, and under which names. */
  askingFor(change) {
    const nodes = new Set(this.#entriesOf(change).map((each) => this.graph.nodeOf(each)));
    return [...nodes].flatMap((node) => this.direct.get(node) ?? []).map(({ importer, name }) => ({ importer: this.#importerPath(importer), name }));
  }
  /** The packages that nothing asks for, in the lockfile's order. */
  unreached() {
    return this.lockfile.packages.filter(
      (each) => each.place === void 0 && each.source.kind !== "workspace" && !this.graph.isReached(this.graph.nodeOf(each))
    );
  }
  #importerPath(importer) {
    return this.graph.tree.importers[importer]?.path ?? "";
  }
  #entriesOf(change) {
    this.#byIdentity ??= groupBy(this.lockfile.packages, identityOf);
    return this.#byIdentity.get(identityOf(change)) ?? [];
  }
};

// src/compare/open-with-manifests.ts
async function openWithManifests(parsed, manifests) {
  if (parsed.descriptors !== void 0) {
    const { lockfile, isRootKnown } = await withYarnImporters(parsed, manifests);
    return new OpenLockfile(lockfile, void 0, isRootKnown);
  }
  return new OpenLockfile(parsed, parsed.importers.length > 0 ? void 0 : await manifests.of(""));
}

// src/managers/manifest.ts
var faults = oneFault("manifest-invalid", "mend the manifest");
function parseManifest(path, bytes) {
  const document = parseJson(decodeText(bytes, path, faults), path, faults);
  const refuse = refuser(document, "manifest-invalid");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A manifest must be a JSON object.");
  const maps = readMaps(root, refuse);
  const name = root.get("name");
  const globs = workspaceGlobs(root.get("workspaces"));
  if (globs === void 0) return refuse(root.offsetOf("workspaces"), "`workspaces` must be an array of strings.");
  return {
    path,
    name: typeof name === "string" ? name : void 0,
    private: root.get("private") === true,
    requires: requirementsOf(maps, true),
    workspaces: globs,
    overridden: overriddenNames(root.get("overrides")),
    resolutions: resolvedNames(root.get("resolutions")),
    lineOf: (dependency) => {
      const map = [...mapNames].map((each) => maps[each]).find((each) => each?.has(dependency) === true);
      return map && document.line(map.offsetOf(dependency));
    }
  };
}
function overriddenNames(overrides2, names = /* @__PURE__ */ new Set()) {
  if (!(overrides2 instanceof JsonObject)) return names;
  overrides2.forEach((key, value) => {
    const at = key.indexOf("@", 1);
    names.add(at < 0 ? key : key.slice(0, at));
    overriddenNames(value, names);
  });
  return names;
}
function resolvedNames(resolutions) {
  if (!(resolutions instanceof JsonObject)) return /* @__PURE__ */ new Set();
  return new Set(resolutions.keys.flatMap((key) => /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@.*)?$/.exec(key)?.[1] ?? []));
}

// src/lockfile/checksum.ts
function isOtherChecksum(checksum, known) {
  if (checksum === void 0 || checksum === "") return false;
  const key = checksum.slice(0, checksum.indexOf("/") + 1);
  const comparable = known.filter((each) => each?.startsWith(key) === true);
  return comparable.length > 0 && !comparable.includes(checksum);
}

// src/lockfile/predecessor.ts
function matchPredecessors(base, head) {
  const gone = new Set([...base.values()].filter(({ identity }) => !head.has(identity)));
  const added = [...head.values()].filter(({ identity }) => !base.has(identity)).sort(inOrder);
  const atPlace = new Map(
    [...base.values()].flatMap((group) => group.packages.map(({ key }) => [key, group]))
  );
  const matched = /* @__PURE__ */ new Map();
  for (const group of added) {
    const previous = group.packages.map(({ key }) => atPlace.get(key)).filter((each) => each?.name === group.name && (gone.has(each) || head.has(each.identity))).sort((a, b) => Number(gone.has(b)) - Number(gone.has(a)))[0];
    if (previous === void 0) continue;
    matched.set(group, previous);
    gone.delete(previous);
  }
  const remaining = new Map(
    [...groupBy(gone, ({ name }) => name)].map(([name, groups]) => [
      name,
      { lower: [], higher: groups.sort(inOrder).reverse() }
    ])
  );
  for (const group of added) {
    const same = matched.has(group) ? void 0 : remaining.get(group.name);
    const previous = same && takeNearest(same, group.version);
    if (previous !== void 0) matched.set(group, previous);
  }
  return matched;
}
function takeNearest({ lower, higher }, version) {
  for (let next = higher.at(-1); next !== void 0 && compareVersion(next.version, version) <= 0; next = higher.at(-1)) {
    lower.push(next);
    higher.pop();
  }
  return lower.pop() ?? higher.pop();
}
function inOrder(a, b) {
  return compareText(a.name, b.name) || compareVersion(a.version, b.version) || compareText(a.identity, b.identity);
}

// src/lockfile/diff.ts
var STRICTEST = ["prod", "peer", "optional", "dev"];
function diffLockfiles(path, base, head) {
  const before = groupPackages(base?.lockfile.packages ?? []);
  const after = groupPackages(head?.lockfile.packages ?? []);
  const predecessors = matchPredecessors(before, after);
  const versions = registryVersions(before);
  const aliases = aliasesByName(base?.lockfile.packages ?? []);
  const drafts = [];
  for (const group of after.values()) {
    const same = before.get(group.identity);
    const previous = same ?? predecessors.get(group);
    const changed = same === void 0 ? replaced(group, previous) : altered(group, same, base, head);
    if (same === void 0 || changed.length > 0) drafts.push({ group, previous, same, changed });
  }
  const standings = head?.standingsOf(drafts.map(({ group }) => group.packages)) ?? [];
  const changes = drafts.map(({ group, previous, same, changed }, at) => {
    const pins = pinsOf(group);
    return {
      kind: previous === void 0 ? "added" : "updated",
      ...described(path, group, versions),
      ...previous !== void 0 && { previousVersion: previous.version },
      changed,
      line: pins[0]?.line ?? 1,
      ...baseAliases(group, aliases),
      pins,
      basePins: same === void 0 ? [] : pinsOf(same),
      baseDependencyTypes: same === void 0 ? [] : base?.typesOf(same.packages) ?? [],
      ...standings[at],
      manifests: []
    };
  });
  return [...changes, ...removedChanges(path, base, before, after, predecessors, versions)].sort(inOrder2);
}
function auditLockfile(head) {
  const { lockfile } = head;
  const added = diffLockfiles(lockfile.path, void 0, head);
  return added.map((change) => ({ ...change, baseVersions: [change.version] }));
}
function replaced(group, previous) {
  const changed = [];
  if (previous === void 0) return changed;
  if (previous.version !== group.version) changed.push("version");
  if (previous.source.kind !== group.source.kind || previous.source.spec !== group.source.spec) changed.push("source");
  return changed;
}
function altered(group, same, base, head) {
  const changed = /* @__PURE__ */ new Set();
  const before = same.packages;
  const isKnown = knownPins(before);
  const isMoved = base !== void 0 && head !== void 0 && base.lockfile.format !== head.lockfile.format;
  for (const pin of group.packages) {
    if (isKnown(pin) || isMoved && leavesOutAddress(pin, before)) continue;
    const newAddress = !before.some(({ resolved }) => resolved === pin.resolved);
    const newBytes = !before.some(({ integrity }) => integrity === pin.integrity);
    if (newAddress) changed.add("resolved");
    if (newBytes || !newAddress) changed.add("integrity");
  }
  const checksums = before.map(({ checksum }) => checksum);
  if (group.packages.some(({ checksum }) => isOtherChecksum(checksum, checksums))) changed.add("integrity");
  const from = strictest(base?.typesOf(same.packages));
  const to = strictest(head?.typesOf(group.packages));
  const declared = base?.isDirect(same.packages) === true && head?.isDirect(group.packages) === true;
  if (to < from || to > from && declared) changed.add("dependency-types");
  const known = new Set(before.flatMap(aliasesOf));
  if (group.packages.flatMap(aliasesOf).some((alias) => !known.has(alias))) changed.add("alias");
  return [...changed];
}
function aliasesByName(packages) {
  return groupBy(
    packages.filter((each) => aliasesOf(each).length > 0),
    ({ name }) => name
  );
}
function baseAliases({ name, packages }, base) {
  const current = new Set(packages.flatMap(aliasesOf));
  const both = (base.get(name) ?? []).flatMap(aliasesOf).filter((alias) => current.has(alias));
  return both.length === 0 ? {} : { baseAliases: [...new Set(both)].sort(compareText) };
}
function knownPins(packages) {
  const [only, another] = packages;
  if (another === void 0) return (pin) => pin.resolved === only?.resolved && pin.integrity === only?.integrity;
  const known = new Set(packages.map(pinKey));
  return (pin) => known.has(pinKey(pin));
}
function leavesOutAddress({ resolved, integrity }, before) {
  return resolved === void 0 && integrity?.startsWith("sha512-") === true && before.some((each) => each.integrity === integrity);
}
function strictest(types = []) {
  return STRICTEST.findIndex((type) => types.includes(type));
}
function removedChanges(path, base, before, after, predecessors, versions) {
  const replacedGroups = new Set(predecessors.values());
  const removed = [...before.values()].filter((group) => !after.has(group.identity) && !replacedGroups.has(group));
  const standings = base?.standingsOf(removed.map(({ packages }) => packages)) ?? [];
  return removed.map((group, at) => {
    const pins = pinsOf(group);
    const standing = standings[at];
    return {
      kind: "removed",
      ...described(path, group, versions),
      changed: [],
      line: pins[0]?.line ?? 1,
      pins: [],
      basePins: pins,
      baseDependencyTypes: standing.dependencyTypes,
      ...standing,
      manifests: []
    };
  });
}
function described(lockfile, group, versions) {
  const { name, version, source, packages } = group;
  const aliases = [...new Set(packages.flatMap(aliasesOf))].sort(compareText);
  return { name, version, aliases, source, baseVersions: versions.get(name) ?? [], lockfile, claims: claimsOf(group) };
}
function registryVersions(groups) {
  const fromRegistries = [...groups.values()].filter(({ source }) => source.kind === "registry");
  const named = groupBy(fromRegistries, ({ name }) => name);
  return new Map([...named].map(([name, same]) => [name, same.map(({ version }) => version).sort(compareVersion)]));
}
function inOrder2(a, b) {
  return compareText(a.name, b.name) || compareVersion(a.version, b.version) || compareText(a.source.kind, b.source.kind) || compareText(a.source.spec ?? "", b.source.spec ?? "") || compareText(a.kind, b.kind);
}

// src/compare/own-names.ts
async function withOwnNames(changes, lockfiles, manifests) {
  const asked = new Set(changes.flatMap((each) => isCandidate(each) ? each.name : []));
  if (asked.size === 0) return changes;
  const folders = new Set(lockfiles.flatMap((each) => foldersThatMayHave(each, asked)));
  const own = /* @__PURE__ */ new Map();
  for (const folder of [...folders].sort()) {
    for (const manifest of [await manifests.ofBase(folder), await manifests.ofHead(folder)]) {
      if (manifest?.private === true && manifest.name !== void 0) own.set(manifest.name, manifest.path);
    }
  }
  return changes.map((change) => {
    const workspace = isCandidate(change) ? own.get(change.name) : void 0;
    return workspace === void 0 ? change : { ...change, workspace };
  });
}
var isCandidate = ({ kind, source }) => kind !== "removed" && source.kind === "registry";
function foldersThatMayHave({ format, importers }, names) {
  return importers.filter(({ path, name }) => {
    if (path === "") return false;
    return format === "npm" ? names.has(name ?? path.slice(path.lastIndexOf("/") + 1)) : true;
  }).map(({ path }) => path);
}

// src/repository/reader.ts
var FileReader = class {
  #snapshot;
  #read = /* @__PURE__ */ new Map();
  constructor(snapshot) {
    this.#snapshot = snapshot;
  }
  /** @throws GateFailure what `Snapshot.read` throws */
  read(file) {
    let bytes = this.#read.get(file.path);
    if (bytes === void 0) {
      bytes = this.#snapshot?.read(file, MAX_BYTES) ?? Promise.resolve(new Uint8Array());
      this.#read.set(file.path, bytes);
    }
    return bytes;
  }
  /** Lets go of a file that is done with. */
  forget(file) {
    if (file !== void 0) this.#read.delete(file.path);
  }
};
async function isSame(readers, base, head) {
  if (base.mode !== head.mode) return false;
  if (base.id !== void 0 && base.id === head.id) return true;
  if (base.mode !== "file") return false;
  if (base.size !== void 0 && head.size !== void 0 && base.size !== head.size) return false;
  const [before, after] = await Promise.all([readers.base.read(base), readers.head.read(head)]);
  return Buffer.compare(before, after) === 0;
}

// src/managers/settings/declared.ts
var faults2 = oneFault("manifest-invalid", "mend the file");
var nothing = new JsonObject(0, [], [], []);
var objectOf = (value) => value instanceof JsonObject ? value : nothing;
var Declaring = class {
  overrides = /* @__PURE__ */ new Map();
  catalogs = /* @__PURE__ */ new Map();
  trustedDependencies = /* @__PURE__ */ new Map();
  patchedDependencies = /* @__PURE__ */ new Map();
  /** What stands in a map of texts. */
  add(list, file, value, keyOf = (key) => key) {
    objectOf(value).forEach((key, entry) => {
      this[list].set(keyOf(key), { value: scalarText(entry), file, required: false });
    });
  }
  addCatalogs(file, object) {
    this.add("catalogs", file, object.get("catalog"), (name) => catalogKey("default", name));
    objectOf(object.get("catalogs")).forEach((catalog, entries) => {
      this.add("catalogs", file, entries, (name) => catalogKey(catalog, name));
    });
  }
};
function pnpmDeclares(manifest, workspace) {
  const root = rootOf(manifest);
  const own = objectOf(root.get("pnpm"));
  const documents = workspace === void 0 ? [] : parseYamlDocuments(workspace.text, workspace.path, faults2);
  const file = objectOf(documents[0]?.value);
  const path = workspace?.path ?? "";
  if (["configDependencies", "pnpmfile", "globalPnpmfile"].some((key) => file.has(key) || own.has(key))) {
    return void 0;
  }
  const declared = new Declaring();
  declared.addCatalogs(path, file);
  declared.add("overrides", manifest.path, root.get("resolutions"));
  declared.add("overrides", manifest.path, own.get("overrides"));
  declared.add("overrides", path, file.get("overrides"));
  const isOnePlace = new Set([...declared.overrides.values()].map((each) => each.file)).size === 1;
  for (const [key, { value = "", ...rest }] of declared.overrides) {
    declared.overrides.set(key, { ...rest, value: meant(key, value, root, declared), required: isOnePlace });
  }
  return declared;
}
function meant(key, value, root, { catalogs }) {
  const entry = catalogEntry(value, overrideTarget(key));
  if (entry !== void 0) return catalogs.get(entry)?.value;
  if (/^(?:link|file|portal):/.test(value)) return void 0;
  if (!value.startsWith("$")) return value;
  const maps = ["optionalDependencies", "dependencies", "devDependencies"].map((map) => objectOf(root.get(map)));
  const spec = maps.find((map) => map.has(value.slice(1)))?.get(value.slice(1));
  return typeof spec === "string" && !spec.startsWith("catalog:") ? spec : void 0;
}
function bunDeclares(manifest, others) {
  const root = rootOf(manifest);
  const { path } = manifest;
  const declared = new Declaring();
  declared.addCatalogs(path, root);
  declared.addCatalogs(path, objectOf(root.get("workspaces")));
  declared.add("patchedDependencies", path, root.get("patchedDependencies"));
  addBunOverrides(declared, manifest, root.get("resolutions"), !root.has("overrides"));
  addBunOverrides(declared, manifest, root.get("overrides"), true);
  for (const file of [manifest, ...others]) {
    const list = rootOf(file).get("trustedDependencies");
    for (const name of Array.isArray(list) ? list : []) {
      declared.trustedDependencies.set(scalarText(name), { value: "", file: file.path, required: false });
    }
  }
  return declared;
}
function addBunOverrides(declared, file, list, counts) {
  const root = rootOf(file);
  const add = (key, said) => {
    if (typeof said !== "string") return;
    const value = said.startsWith("catalog:") ? void 0 : meant(key, said, root, declared);
    declared.overrides.set(key, { value, file: file.path, required: counts && isPackageName(key) });
  };
  objectOf(list).forEach((written2, entry) => {
    const key = isPackageName(written2) ? written2 : nestedKey(written2);
    if (!(entry instanceof JsonObject)) add(key, entry);
    else entry.forEach((child, below) => add(child === "." ? key : `${key}>${child}`, below));
  });
}
function nestedKey(path) {
  const names = path.replace(/^\*\*\//, "").match(/(?:@[^/]+\/)?[^/]+/g);
  return path.includes(">") ? path : (names ?? []).filter((name) => name !== "**").join(">");
}
var rootOf = ({ path, text }) => objectOf(parseJson(text, path, faults2).value);

// src/compare/settings-agreement.ts
var LISTS = ["overrides", "catalogs", "trustedDependencies", "patchedDependencies"];
var PNPMFILES = [".pnpmfile.cjs", ".pnpmfile.js", ".pnpmfile.mjs"];
var faults3 = oneFault("manifest-invalid", "mend the file");
var agreed = { observations: [], errors: [] };
async function settingsAgreement(base, head, { settings: files, readers }) {
  if (head.format !== "pnpm" && head.format !== "bun") return agreed;
  try {
    const after = disagreements(head, await declaredAt(head, files.head, readers.head));
    if (after.length === 0 || base === void 0) return { observations: bounded(after), errors: [] };
    const before = disagreements(base, await declaredInBase(base, files.base, readers.base));
    return { observations: bounded(introduced(before, after)), errors: [] };
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === "repository-unavailable") throw cause;
    const path = cause.path ?? "";
    const [old, now] = [files.base.get(path), files.head.get(path)];
    const isOld = old !== void 0 && now !== void 0 && await isSame(readers, old, now);
    return isOld ? agreed : { observations: [], errors: [asGateError(cause)] };
  }
}
async function declaredInBase(lockfile, files, reader) {
  try {
    return await declaredAt(lockfile, files, reader);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}
async function declaredAt({ path, format, importers, settings: settings2 }, files, reader) {
  const folder = folderOf(path);
  const fileAt = async (name) => {
    const file = files.get(join(folder, name));
    return file && { path: file.path, text: await textOf(reader, file) };
  };
  const manifest = await fileAt("package.json");
  if (manifest === void 0) return void 0;
  const others = importers.map((each) => each.path).filter((each) => each !== "");
  if (format === "bun") {
    const found = await Promise.all(others.map((each) => fileAt(join(each, "package.json"))));
    return bunDeclares(
      manifest,
      found.filter((file) => file !== void 0)
    );
  }
  if (PNPMFILES.some((name) => files.has(join(folder, name)))) return void 0;
  const workspace = await fileAt("pnpm-workspace.yaml");
  const mustBeThere = others.length > 0 || settings2?.catalogs !== void 0;
  return workspace === void 0 && mustBeThere ? void 0 : pnpmDeclares(manifest, workspace);
}
async function textOf(reader, file) {
  if (file.mode === "file") return decodeText(await reader.read(file), file.path, faults3);
  throw new GateFailure("manifest-invalid", "The file is not a regular one, and is not followed.", { path: file.path });
}
function disagreements(lockfile, declared) {
  if (declared === void 0) return [];
  const { path, settings: settings2 = {} } = lockfile;
  return LISTS.flatMap((list) => {
    const locked = settings2[list] ?? /* @__PURE__ */ new Map();
    const required = [...declared[list]].flatMap(([key, each]) => each.required ? [key] : []);
    return [.../* @__PURE__ */ new Set([...locked.keys(), ...required])].flatMap((key) => {
      const [said, asked] = [locked.get(key), declared[list].get(key)];
      if (said !== void 0 && asked !== void 0 && (asked.value ?? said.value) === said.value) return [];
      const args = {
        ...{ list, key },
        ...asked !== void 0 && { asked: asked.value ?? "", manifest: asked.file },
        ...said !== void 0 && { locked: said.value }
      };
      return [{ code: "setting-disagrees", path, line: said?.line ?? 1, args }];
    });
  });
}

// src/managers/settings/manifest-settings.ts
var watched = [
  ["override", "overrides"],
  ["override", "resolutions"],
  ["override", "patchedDependencies"],
  ["override", "catalog"],
  ["override", "catalogs"],
  ["override", "workspaces", "catalog"],
  ["override", "workspaces", "catalogs"],
  ["override", "pnpm", "overrides"],
  ["override", "pnpm", "packageExtensions"],
  ["override", "pnpm", "patchedDependencies"],
  ["gate", "allowScripts"],
  ["gate", "trustedDependencies"],
  ["gate", "packageManager"],
  ["gate", "devEngines", "packageManager"],
  ["gate", "dependenciesMeta"],
  ["gate", "pnpm", "allowBuilds"],
  ["gate", "pnpm", "onlyBuiltDependencies"],
  ["gate", "pnpm", "onlyBuiltDependenciesFile"],
  ["gate", "pnpm", "neverBuiltDependencies"],
  ["gate", "pnpm", "ignoredBuiltDependencies"],
  ["gate", "pnpm", "dangerouslyAllowAllBuilds"],
  ["gate", "pnpm", "configDependencies"]
];
var faults4 = oneFault("manifest-invalid", "mend the manifest");
function manifestSettings(text) {
  try {
    const document = parseJson(text, "package.json", faults4);
    return watched.flatMap(([bears, ...path]) => settingsAt(document, bears, path));
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
function settingsAt(document, bears, path) {
  let value = document.value;
  let line = 1;
  for (const key of path) {
    if (!(value instanceof JsonObject) || !value.has(key)) return [];
    line = document.line(value.offsetOf(key));
    value = value.get(key);
  }
  const name = path.join(".");
  if (!(value instanceof JsonObject)) return [{ bears, key: name, value: written(value), line }];
  const object = value;
  return object.keys.map((key) => ({
    bears,
    key: `${name}.${key}`,
    value: written(object.get(key)),
    line: document.line(object.offsetOf(key))
  }));
}
function written(value) {
  if (value instanceof JsonObject) {
    return `{${value.keys.map((key) => `${JSON.stringify(key)}:${written(value.get(key))}`).join()}}`;
  }
  return Array.isArray(value) ? `[${value.map(written).join()}]` : JSON.stringify(value ?? null);
}

// src/managers/settings/yaml-settings.ts
var overrides = /^(?:overrides|packageExtensions|patchedDependencies|catalogs?)$/;
var gate = {
  pnpm: /built|builds|scripts?|script|minimumReleaseAge|trust|registr|auth|proxy|^ca$|cafile|^cert|^key|strictSsl|pnpmfile|configDependencies|blockExotic|verifyDeps|lockfile|packageManager|nodeVersion|dangerously|^git|nodeOptions/i,
  yarn: /^npm|registr|auth|proxy|^ca|cert|ssl|^http|unsafe|script|yarnPath|plugins|checksum|immutable|hardened|network|^enableNetwork|AgeGate|Preapproved|ignorePath|cacheMigration|injectEnvironment|initScope|dependenciesMeta/i
};
var MAX_LINE = 1e3;
var topKey = /^(?:"([^"\\]+)"|'([^']+)'|([\w$./@][^#\s:'"{}[\],&*!|>%`]*))\s*:(?:\s+(.*))?$/;
function yamlSettings(manager) {
  return (text) => {
    const blocks = blocksOf(text);
    return blocks?.flatMap((block) => {
      if (overrides.test(block.key)) return entriesOf(block, "override");
      return gate[manager].test(block.key) ? entriesOf(block, "gate") : [];
    });
  };
}
function blocksOf(text) {
  const blocks = [];
  for (const [at, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const line = at + 1;
    if (raw.length > MAX_LINE) return void 0;
    const content = raw.trimEnd();
    if (content === "" || /^\s*#/.test(content) || /^(?:---|\.\.\.)$/.test(content)) continue;
    const last = blocks.at(-1);
    if (last !== void 0 && /^(?:[ \t]|-(?: |$))/.test(content)) {
      last.below.push({ line, content });
      continue;
    }
    const match = topKey.exec(content);
    const key = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || key === void 0 || /^[&*!]/.test(match[4] ?? "")) return void 0;
    blocks.push({ line, content, key: key.trim(), value: withoutComment(match[4] ?? ""), below: [] });
  }
  return blocks;
}
function entriesOf({ key, value, line, below }, bears) {
  const indent = indentOf(below[0]);
  const entries = [];
  const whole = { bears, key, line, value: [value, ...below.map(plain)].join("\n") };
  if (value !== "" || below.length === 0) return [whole];
  for (const each of below) {
    if (indentOf(each) > indent) {
      entries.at(-1)?.text.push(plain(each));
      continue;
    }
    const found = /^\s*(?:"([^"\\]+)"|'([^']+)'|([^\s"'#&*!?|>{[\]%`-][^"'#{}[\]]*?))\s*:(?:\s+(.*))?$/.exec(
      each.content
    );
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (indentOf(each) !== indent || name === void 0) return [whole];
    entries.push({ key: `${key}.${name}`, line: each.line, text: [withoutComment(found?.[4] ?? "")] });
  }
  return entries.map((entry) => ({ bears, key: entry.key, line: entry.line, value: entry.text.join("\n") }));
}
var plain = ({ content }) => withoutComment(content);
var withoutComment = (text) => text.replace(/(^|\s)#.*$/, "").trimEnd();
var indentOf = (line) => line?.content.search(/\S/) ?? 0;

// src/managers/npm/npmrc-scripts.ts
function npmrcIgnoresScripts(text) {
  let ignores = false;
  for (const raw of text.replace(/^\uFEFF/, "").split(/\r\n|[\r\n]/)) {
    const line = raw.trim();
    if (line === "" || /^[;#]/.test(line)) continue;
    const at = line.indexOf("=");
    const key = at < 0 ? line : line.slice(0, at).trimEnd();
    if (/^\[|allow-.*(?:script|build)|(?:built|builds?)-?dep|["'\\]|\$\{/i.test(key)) return void 0;
    if (key === "ignore-scripts") ignores = at < 0 || line.slice(at + 1).trim() === "true";
  }
  return ignores;
}

// src/managers/script-settings.ts
function packageKey(text) {
  const at = text.indexOf("@", 1);
  const name = at < 0 ? text : text.slice(0, at);
  if (!/^(?:@[^\s@/*!]+\/)?[^\s@/*!]+$/.test(name)) return void 0;
  const range = at < 0 ? "*" : text.slice(at + 1).trim();
  if (range === "*") return { name };
  const versions = range.split("||").map((version) => version.trim());
  return versions.every(isExact) ? { name, versions } : void 0;
}
function leavesOut({ restricted, allowed, denied }, names, version) {
  const isNamed = (key) => names.includes(key.name) && (key.versions === void 0 || key.versions.includes(version));
  return !allowed.some(isNamed) && (restricted || denied.some(isNamed));
}

// src/managers/read-settings.ts
var settingsFiles = {
  npm: ["package.json", ".npmrc"],
  pnpm: ["package.json", ".npmrc", "pnpm-workspace.yaml"],
  yarn: ["package.json", ".yarnrc.yml"],
  bun: ["package.json"]
};
var faults5 = oneFault("manifest-invalid", "mend the file");
function scriptSettings(manager, texts) {
  const text = texts.get("package.json");
  const manifest = text === void 0 ? nothing2 : objectOf2(parseJson(text, "package.json", faults5).value);
  const npmrc = npmrcIgnoresScripts(texts.get(".npmrc") ?? "");
  switch (manager) {
    case "npm":
      return npmrc === false ? npmSettings(manifest) : npmrc && nobody(".npmrc");
    case "pnpm":
      return npmrc === void 0 ? void 0 : pnpmSettings(manifest, yaml(texts, "pnpm-workspace.yaml", "core"), npmrc);
    case "yarn":
      return yarnSettings(manifest, yaml(texts, ".yarnrc.yml", "failsafe"));
    case "bun": {
      const trusted = manifest.get("trustedDependencies");
      return trusted === void 0 ? void 0 : settings("package.json", true, [listed(trusted, "allowed")]);
    }
  }
}
function hasTrustList(text) {
  return objectOf2(parseJson(text, "package.json", faults5).value).has("trustedDependencies");
}
var nothing2 = new JsonObject(0, [], [], []);
var none = { allowed: [], denied: [] };
var nobody = (file) => ({ file, restricted: true, ...none });
var objectOf2 = (value) => value instanceof JsonObject ? value : nothing2;
var textOf2 = (value) => typeof value === "string" ? value : "";
function yaml(texts, path, schema) {
  const text = texts.get(path);
  const [only, another] = text === void 0 ? [] : parseYamlDocuments(text, path, faults5, schema);
  return another === void 0 ? objectOf2(only?.value) : nothing2;
}
function npmSettings(manifest) {
  const list = objectOf2(manifest.get("allowScripts"));
  return list.keys.length === 0 || isOlderNpm(manifest) ? void 0 : settings("package.json", true, [sides(list)]);
}
function isOlderNpm(manifest) {
  const engine = objectOf2(objectOf2(manifest.get("devEngines")).get("packageManager"));
  const named = [
    /^npm@(.*)$/.exec(textOf2(manifest.get("packageManager")))?.[1],
    engine.get("name") === "npm" ? textOf2(engine.get("version")) : void 0,
    textOf2(objectOf2(manifest.get("engines")).get("npm"))
  ];
  return named.some((version = "") => /^[\^~=v<>\s]*(?:\d|1[01])(?:\.|\s|$|-)/.test(version));
}
function pnpmSettings(manifest, workspace, ignores) {
  const own = objectOf2(manifest.get("pnpm"));
  const keys = ["onlyBuiltDependencies", "neverBuiltDependencies", "allowBuilds"];
  const unknown = ["onlyBuiltDependenciesFile", "dangerouslyAllowAllBuilds"];
  const says = (object, some) => some.some((key) => object.has(key));
  if (says(own, unknown) || says(workspace, unknown) || says(own, keys) && says(workspace, keys)) return void 0;
  const [file, said] = says(own, keys) ? ["package.json", own] : ["pnpm-workspace.yaml", workspace];
  const [only, never, builds] = keys.map((key) => said.get(key));
  const all = ignores || workspace.get("ignoreScripts") === true;
  return settings(all && ignores ? ".npmrc" : file, all || only !== void 0 || builds !== void 0, [
    only === void 0 ? none : listed(only, "allowed"),
    never === void 0 ? none : listed(never, "denied"),
    builds === void 0 ? none : sides(builds)
  ]);
}
function yarnSettings(manifest, rc) {
  const meta = objectOf2(manifest.get("dependenciesMeta"));
  const restricted = rc.get("enableScripts") === "false";
  const built = meta.keys.filter((key) => objectOf2(meta.get(key)).get("built") === true);
  const never = meta.keys.filter((key) => objectOf2(meta.get(key)).get("built") === false && !key.includes("@", 1));
  return settings(restricted ? ".yarnrc.yml" : "package.json", restricted, [
    listed(
      built.map((key) => key.replace(/(?<=.)@.*$/s, "")),
      "allowed"
    ),
    listed(never, "denied")
  ]);
}
function settings(file, restricted, lists) {
  const known = lists.filter((list) => list !== void 0);
  const allowed = known.flatMap((list) => list.allowed);
  const denied = known.flatMap((list) => list.denied);
  if (known.length < lists.length || !restricted && denied.length === 0) return void 0;
  return { file, restricted, allowed, denied };
}
function listed(value, side) {
  if (!Array.isArray(value)) return void 0;
  const keys = value.map((item) => packageKey(textOf2(item)));
  const known = keys.filter((key) => key !== void 0);
  return known.length < keys.length ? void 0 : { ...none, [side]: known };
}
function sides(value) {
  if (!(value instanceof JsonObject)) return void 0;
  const allowed = listed(
    value.keys.filter((key) => value.get(key) !== false),
    "allowed"
  );
  const denied = listed(
    value.keys.filter((key) => value.get(key) === false),
    "denied"
  );
  return allowed && denied && { allowed: allowed.allowed, denied: denied.denied };
}

// src/compare/scripts-left-out.ts
var faults6 = oneFault("manifest-invalid", "mend the file");
async function withScriptsLeftOut(changes, { manager, folder, importers, base, head, readers }) {
  if (!changes.some(isConcerned)) return changes;
  const before = await settingsAt2(manager, folder, base, readers.base);
  if (before === void 0) return changes;
  const after = await settingsAt2(manager, folder, head, readers.head);
  if (JSON.stringify(before) !== JSON.stringify(after)) return changes;
  const paths = manager === "bun" ? importers.filter((each) => each !== "") : [];
  for (const path of paths.map((each) => join(folder, join(each, "package.json")))) {
    if (await mayHaveTrustList(readers.base, base.get(path))) return changes;
    if (await mayHaveTrustList(readers.head, head.get(path))) return changes;
  }
  return changes.map((change) => {
    const { name, aliases, version } = change;
    const isLeftOut = isConcerned(change) && leavesOut(before, [name, ...aliases], version);
    return isLeftOut ? { ...change, scriptsLeftOutBy: join(folder, before.file) } : change;
  });
}
var isConcerned = ({ kind, source }) => kind !== "removed" && source.kind === "registry";
async function mayHaveTrustList(reader, file) {
  try {
    const text = file && await textOf3(reader, file);
    return text !== void 0 && hasTrustList(text);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return true;
    throw cause;
  }
}
async function textOf3(reader, file) {
  if (file.mode === "file") {
    const bytes = await reader.read(file);
    return bytes.length === 0 ? "" : decodeText(bytes, file.path, faults6);
  }
  throw new GateFailure("manifest-invalid", "The file is not a regular one, and is not followed.", { path: file.path });
}
async function settingsAt2(manager, folder, files, reader) {
  const texts = /* @__PURE__ */ new Map();
  try {
    for (const name of settingsFiles[manager]) {
      const file = files.get(join(folder, name));
      if (file !== void 0) texts.set(name, await textOf3(reader, file));
    }
    return scriptSettings(manager, texts);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return void 0;
    throw cause;
  }
}

// src/managers/settings/changed-settings.ts
import { createHash } from "node:crypto";
var MAX_NAMED = 8;
var MAX_KEY2 = 100;
var secret = /auth|password|token|username|email|otp|cert|key/i;
function wholeFile(text) {
  return { bears: "gate", key: "the whole file", value: text, line: 1 };
}
function changedSettings(path, base, head) {
  return ["override", "gate"].flatMap((bears) => {
    const before = byKey(base, bears);
    const after = byKey(head, bears);
    const differing = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(
      (key) => valuesOf(before, key) !== valuesOf(after, key)
    );
    if (differing.length === 0) return [];
    const lines = differing.flatMap((key) => after.get(key)?.[0]?.line ?? []);
    const named = (how, keys) => keys.length === 0 ? {} : { [how]: listed2(keys) };
    const args = {
      ...named(
        "added",
        differing.filter((key) => !before.has(key))
      ),
      ...named(
        "changed",
        differing.filter((key) => before.has(key) && after.has(key))
      ),
      ...named(
        "removed",
        differing.filter((key) => !after.has(key))
      ),
      digest: digestOf(differing, after)
    };
    const code = bears === "override" ? "override-changed" : "setting-changed";
    return [{ code, path, line: lines.sort((a, b) => a - b)[0] ?? 1, args }];
  });
}
var byKey = (settings2, bears) => groupBy(
  settings2.filter((each) => each.bears === bears),
  ({ key }) => key
);
function valuesOf(settings2, key) {
  return JSON.stringify(settings2.get(key)?.map(({ value }) => value) ?? null);
}
function listed2(keys) {
  const shown2 = keys.slice(0, MAX_NAMED).map((key) => key.length > MAX_KEY2 ? `${key.slice(0, MAX_KEY2)}\u2026` : key);
  const more = keys.length - shown2.length;
  return [...shown2, ...more > 0 ? [`${more} more`] : []].join(", ");
}
function digestOf(keys, head) {
  const said = [...keys].sort().map((key) => [key, secret.test(key) ? "" : valuesOf(head, key)]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

export {
  namesIn,
  catalogEntry,
  overrideTarget,
  parseJson,
  workspaceMatcher,
  lockfileKind,
  parseLockfile,
  unsupported,
  identityOf,
  diffLockfiles,
  auditLockfile,
  NOWHERE,
  treeOf,
  OpenLockfile,
  foldersBelow,
  manifestPaths,
  openWithManifests,
  withOwnNames,
  FileReader,
  isSame,
  pnpmDeclares,
  bunDeclares,
  PNPMFILES,
  agreed,
  settingsAgreement,
  manifestSettings,
  yamlSettings,
  parseManifest,
  withScriptsLeftOut,
  wholeFile,
  changedSettings
};
