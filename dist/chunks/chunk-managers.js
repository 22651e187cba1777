import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  fileSource,
  folderOf,
  follow,
  join,
  normalise,
  resolvedSource
} from "./chunk-lockfile-source.js";
import {
  JsonDocument,
  JsonObject,
  normalBin,
  placeIn
} from "./chunk-managers-bin.js";
import {
  aliasTarget,
  isAnswerable,
  specKind
} from "./chunk-lockfile-spec.js";
import {
  isPackageName
} from "./chunk-lockfile-names.js";
import {
  GateFailure
} from "./chunk-errors.js";
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
  groupBy
} from "./chunk-model-identity.js";
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
  compileGlobs
} from "./chunk-text-glob.js";
import {
  limits,
  quoted
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

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
  const text = utf8(bytes, path, faults2);
  if (text.trim() === "") throw new GateFailure(faults2.empty, `The file is empty; ${faults2.fix}.`, { path });
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const { line } = placeIn(path, text, nul);
    throw new GateFailure(faults2.encoding, `The file has a NUL character; ${faults2.fix}.`, { path, line });
  }
  refuseConflict(text, path, faults2);
  return text;
}
function utf8(bytes, path, faults2) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new GateFailure(faults2.encoding, `The file is not UTF-8; ${faults2.fix}.`, { path });
  }
}
function refuseConflict(text, path, faults2) {
  const ours = text.indexOf("<<<<<<<");
  if (ours < 0 || !text.includes("=======") || !text.includes(">>>>>>>")) return;
  const { line } = placeIn(path, text, ours);
  throw new GateFailure(
    faults2.conflict,
    "The file has merge-conflict markers, and npm would pick a side by itself; resolve the conflict.",
    { path, line }
  );
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
function parseJson(text, path, faults2, dialect = {}) {
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
  function refuse(what, offset = at, code = faults2.syntax) {
    const { line, column } = placeIn(path, text, offset);
    const sentence = `${what} at ${line}:${column}; ${faults2.fix}.`;
    throw new GateFailure(code, sentence, { path, line, column });
  }
  function notJson(expected, offset = at) {
    return refuse(
      offset >= text.length ? "The JSON is cut off" : `This is not JSON: expected ${expected}`,
      Math.min(offset, text.length)
    );
  }
  function find(character, from) {
    const found = text.indexOf(character, from);
    return found < 0 ? text.length : found;
  }
  function skip2() {
    let unit2 = text.charCodeAt(at);
    while (unit2 === 32 || unit2 === LINE_FEED || unit2 === 13 || unit2 === 9) {
      at++;
      if (unit2 === LINE_FEED) lineStarts.push(at);
      unit2 = text.charCodeAt(at);
    }
    return unit2;
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
      notJson("an escape instead of a control character", Math.min(lineFeed, carriageReturn, tab));
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
        if (!isSame(values[base + (index?.get(key) ?? keys.slice(base, top).indexOf(key))], member)) {
          refuseTwice(key, offset);
        }
      } else {
        index?.set(key, top - base);
        keys[top] = key;
        values[top] = member;
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
  if (control >= 0) notJson("an escape instead of a control character", control);
  const root = value();
  skip2();
  if (at < text.length) notJson("the end of the file");
  return new JsonDocument(path, text, root, lineStarts);
}
function isSame(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [a, b];
    return left.length === right.length && left.every((each, at) => isSame(each, right[at]));
  }
  if (a instanceof JsonObject && b instanceof JsonObject) {
    return isSame([...a.keys], [...b.keys]) && a.keys.every((key) => isSame(a.get(key), b.get(key)));
  }
  return a === b;
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

// src/managers/bun/bunfig.ts
async function readBunfig(text, path, faults2) {
  const { parse: parse2 } = await import("./smol-toml.js");
  try {
    return { root: parse2(text), entries: entriesOf(text) };
  } catch (cause) {
    const { line } = cause;
    const place = { path, ...typeof line === "number" && { line } };
    throw new GateFailure(faults2.syntax, `This is not TOML; ${faults2.fix}.`, place);
  }
}
function entriesOf(text) {
  const entries = [];
  let table = "";
  for (const [at, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const content = raw.trim();
    if (content === "" || content.startsWith("#")) continue;
    const header = /^\[\[?\s*([^\]]*?)\s*\]/.exec(content)?.[1];
    if (header !== void 0) {
      table = bare(header);
      continue;
    }
    const sign = content.indexOf("=");
    const last = entries.at(-1);
    if (sign >= 0) {
      const name = [table, bare(content.slice(0, sign))].filter((part) => part !== "").join(".");
      entries.push({ key: name, value: content.slice(sign + 1).trimStart(), line: at + 1 });
    } else if (last !== void 0) {
      entries[entries.length - 1] = { ...last, value: `${last.value}
${content}` };
    }
  }
  return entries;
}
var bare = (key) => key.replaceAll(/["'\s]/g, "");
function bunfigRegistries({ path, value: { root, entries } }, env) {
  const install = tableOf(root.install);
  if (install.scopes !== void 0 && !isTable(install.scopes)) throw notUnderstood(path);
  const one = (value, key, scope) => {
    const url = typeof value === "string" ? value : tableOf(value).url;
    const line = entries.find((entry) => entry.key === key)?.line;
    return { ...scoped(scope), url: withVariables2(url, env), path, ...line !== void 0 && { line } };
  };
  return [
    ...install.registry === void 0 ? [] : [one(install.registry, "install.registry")],
    ...Object.entries(tableOf(install.scopes)).map(
      ([key, value]) => one(value, `install.scopes.${bare(key)}`, `@${key.replace(/^@/, "")}`)
    )
  ];
}
function withVariables2(value, env) {
  if (typeof value !== "string") return "";
  return value.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (_, braced, plain) => {
    const name = braced ?? plain ?? "";
    return env[name] ?? `\${${name}}`;
  });
}
var isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function tableOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}
var watched = /^(?:install|run)(?:\.|$)|^preload$|registry/;
function bunfigSettings({ root, entries }) {
  const written2 = new Set(entries.map(({ key }) => key));
  const isShown = (path) => {
    for (let at = path.length; at > 0; at = path.lastIndexOf(".", at - 1)) {
      if (written2.has(path.slice(0, at))) return true;
    }
    return entries.some(({ key }) => key.startsWith(`${path}.`));
  };
  if (pathsIn(root, "").some((path) => watched.test(path) && !isShown(path))) return void 0;
  return entries.flatMap(({ key, value, line }) => watched.test(key) ? [{ affects: "gate", key, value, line }] : []);
}
function pathsIn(table, above) {
  return Object.entries(table).flatMap(([key, value]) => {
    const path = above === "" ? bare(key) : `${above}.${bare(key)}`;
    return isTable(value) && !(value instanceof Date) ? pathsIn(value, path) : [path];
  });
}

// src/managers/npm/npmrc.ts
async function readNpmrc(text) {
  const { default: ini } = await import("./ini.js");
  let inSection = false;
  return text.split(/\r\n|[\r\n]/).flatMap((raw, at) => {
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
  const values = /* @__PURE__ */ new Map();
  for (const { line, meant: meant2, section } of lines) {
    if (section === "entry") continue;
    for (const [key, value] of Object.entries(meant2)) {
      const before = values.get(key);
      const isList = before !== void 0 && (Array.isArray(value) || Array.isArray(before.value));
      values.set(key, { line: before?.line ?? line, value: isList ? [before.value, value].flat() : value });
    }
  }
  return values;
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
function npmrcIgnoresScripts(lines) {
  let ignores = false;
  for (const { key, value = "true" } of lines) {
    if (/^\[|allow-.*(?:script|build)|(?:built|builds?)-?dep|["'\\]|\$\{/i.test(key)) return void 0;
    if (key === "ignore-scripts") ignores = value === "true";
  }
  return ignores;
}
var watched2 = /^(?:@[^:]*:)?registry$|^\/\/|auth|^username$|^email$|password|^otp$|proxy|^ca$|cafile|^cert|^key|strict-ssl|ignore-scripts|^scripts?-|script-shell|allow-scripts|replace-registry-host|^before$|min-release-age|minimum-release-age|^git$|node-options|^userconfig$|^globalconfig$|^prefix$|only-built|never-built|allow-all-builds|allow-builds|trust-policy|block-exotic|pnpmfile|^package-lock$|lockfile|shrinkwrap|omit-lockfile|install-strategy|^node-version$|use-node-version|manage-package-manager|config-dependencies|verify-deps|^dry-run$|allow-git|allow-remote|allow-file|allow-directory/i;
function npmrcSettings(lines) {
  return lines.flatMap(({ line, key, value = "", meant: meant2, section }) => {
    const name = key.replace(/\[\]$/, "").trim().replaceAll(/^["']|["']$/g, "");
    const counting = [name, ...section === "header" ? [] : Object.keys(meant2)].find((each) => watched2.test(each));
    return counting === void 0 ? [] : [{ affects: "gate", key: counting, value, line }];
  });
}

// src/text/yaml-scalar.ts
var NOT_A_STRING = /^[-+.0-9~ntfNTF]/;
var WORDS = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null]),
  ...["true", "True", "TRUE"].map((word) => [word, true]),
  ...["false", "False", "FALSE"].map((word) => [word, false])
]);
var NUMBER2 = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$/;
var DISPUTED = /^(?:[-+]?[0-9.][0-9._]*_[0-9._]*(?:[eE][-+]?[0-9]+)?|[-+]?0(?:b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt ]).*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
function resolvePlain(text, schema) {
  if (schema === "failsafe" || !NOT_A_STRING.test(text)) return text;
  const word = WORDS.get(text);
  if (word !== void 0) return word;
  if (NUMBER2.test(text)) return /^[-+]?0[0-9]/.test(text) ? void 0 : Number(text);
  return DISPUTED.test(text) ? void 0 : text;
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
  const text = raw.replace(ESCAPE2, (_, x, u, long, letter) => {
    const hex = x ?? u ?? long;
    const code = hex === void 0 ? NaN : parseInt(hex, 16);
    const meant2 = code <= 1114111 ? String.fromCodePoint(code) : ESCAPES.get(letter ?? "");
    if (meant2 === void 0) known = false;
    return meant2 ?? "";
  });
  return known ? text : void 0;
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
  const { text } = cursor;
  HEADER.lastIndex = cursor.at;
  const header = HEADER.exec(text);
  const folded = header[0].startsWith(">");
  const digit = header[1] ?? header[4] ?? "";
  const chomping = CHOMPING[header[2] ?? header[3] ?? ""];
  cursor.at += header[0].length;
  cursor.endLine();
  let indent = digit === "" ? -1 : parent + Number(digit);
  let widestBlank = 0;
  const lines = [];
  while (cursor.at < text.length) {
    const start = cursor.at;
    const feed = text.indexOf("\n", start);
    const stop = feed < 0 ? text.length : feed;
    const end = text[stop - 1] === "\r" && stop > start ? stop - 1 : stop;
    let content = start;
    while (content < end && text[content] === " ") content++;
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
      lines.push(text.slice(start + indent, end));
    }
    cursor.at = feed < 0 ? text.length : feed + 1;
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
  constructor(text, path, faults2, schema) {
    this.text = text;
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
    const { text } = this;
    const start = this.at;
    const what = INDICATORS.get(text[start] ?? "");
    if (what !== void 0) this.refuse(`The YAML has ${what}, which no package manager writes there`);
    const first = text.charCodeAt(start);
    const isMark = first === unit.dash || first === unit.question || first === unit.colon;
    if (isMark && (this.isBlank(start + 1) || flow && isFlowMark(text.charCodeAt(start + 1)))) {
      this.refuse("The YAML has an entry that no package manager writes there");
    }
    let end = start;
    let at = start;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code === unit.space) continue;
      if (code === unit.colon) {
        const next = at + 1;
        if (this.isBlank(next) || flow && isFlowMark(text.charCodeAt(next))) break;
      } else if (code === unit.hash) {
        if (text.charCodeAt(at - 1) === unit.space) break;
      } else if (code === unit.tab) {
        this.refuse("The YAML has a tab", at);
      } else if (this.isBreak(code) || flow && isFlowMark(code)) break;
      end = at + 1;
    }
    this.at = end;
    return text.slice(start, end);
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
function parseYamlDocuments(text, path, faults2, schema = "core") {
  const cursor = new YamlCursor(text, path, faults2, schema);
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
      if (column === 0 && text[cursor.at] === "%") cursor.refuse("The YAML has a directive");
      if (code !== unit.hash && !cursor.isBreak(code)) return;
      cursor.skipLine();
    }
  }
  function isMarker() {
    return cursor.isBlank(cursor.at + 3) && (text.startsWith("---", cursor.at) || text.startsWith("...", cursor.at));
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
  const unprintable = text.search(UNPRINTABLE);
  if (unprintable >= 0) cursor.refuse("The YAML has a control character", unprintable);
  const lineStarts = lineStartsOf(text);
  const documents = [];
  advance();
  const isMarked = column < 0 && cursor.at < text.length;
  if (!isMarked) {
    cursor.at = 0;
    documents.push(new JsonDocument(path, text, root(), lineStarts));
  }
  while (cursor.at < text.length) {
    if (documents.length === MAX_DOCUMENTS) cursor.refuse(`The YAML has more than ${MAX_DOCUMENTS} documents`);
    if (!text.startsWith("---", cursor.at)) cursor.refuse("The YAML has a marker for the end of a document");
    cursor.at += "---".length;
    cursor.endLine();
    documents.push(new JsonDocument(path, text, root(), lineStarts));
  }
  return documents;
}
function lineStartsOf(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

// src/managers/object-of.ts
var emptyObject = new JsonObject(0, [], [], []);
var objectOf = (value) => value instanceof JsonObject ? value : emptyObject;

// src/managers/settings-yaml.ts
function readYaml(text, path, faults2, schema) {
  const [document, more] = parseYamlDocuments(text, path, faults2, schema);
  const value = document?.value ?? emptyObject;
  return {
    ...{ text, root: objectOf(value), isOneMapping: more === void 0 && value instanceof JsonObject },
    line: (offset) => document.line(offset)
  };
}
var overrides = /^(?:overrides|packageExtensions|patchedDependencies|catalogs?)$/;
var MAX_LINE = 1e3;
var TOP_KEY = /^(?:"[^"\\]+"|'[^']+'|[\w$./@][^#\s:'"{}[\],&*!|>%`]*)\s*:(?:\s+(.*))?$/;
var KEY = /^(?:"[^"\\]+"|'[^']+'|[^\s"'#&*!?|>{[\]%`-][^"'#{}[\]]*?)\s*:(?:\s+(.*))?$/;
function yamlSettings(gate) {
  return ({ root, text, line, isOneMapping }) => {
    const isLong = text.split(/\r?\n/).some((each) => each.length > MAX_LINE);
    if (!isOneMapping || isLong || isFlow(text, root)) return void 0;
    return membersOf(root, text, text.length, TOP_KEY)?.flatMap((member) => {
      const { key, held, end } = member;
      const affects = overrides.test(key) ? "override" : "gate";
      if (affects === "gate" && !gate.test(key)) return [];
      const isBlock = held instanceof JsonObject && !isFlow(text, held);
      const entries = isBlock ? membersOf(held, text, end, KEY) : void 0;
      return (entries?.map((entry) => ({ ...entry, key: `${key}.${entry.key}` })) ?? [member]).map((each) => ({
        ...{ affects, key: each.key, value: each.value, line: line(each.offset) }
      }));
    });
  };
}
var isFlow = (text, object) => text[object.offset] === "{";
function membersOf(object, text, limit, pattern) {
  const members = object.keys.map((key, at) => {
    const offset = object.offsets[at];
    const end = object.offsets[at + 1] ?? limit;
    const lines = text.slice(offset, end).split(/\r?\n/);
    const [first = "", ...below] = lines.map((each) => each.trimEnd()).filter((each) => !/^\s*(?:#|$)/.test(each));
    const found = pattern.exec(first);
    const value = [found?.[1] ?? "", ...below].map((each) => each.replace(/(^|\s)#.*$/, "").trimEnd()).join("\n");
    return found === null ? void 0 : { key, held: object.values[at], value, offset, end };
  });
  return members.every((member) => member !== void 0) ? members : void 0;
}

// src/managers/yarn/yarnrc.ts
function readYarnrc(text) {
  return text.split(/\r\n|[\r\n]/).flatMap((raw, at) => {
    const content = raw.trim();
    if (content === "" || content.startsWith("#")) return [];
    const [, key = content, value = ""] = /^("[^"]*"|[^\s:]+(?::registry)?):?\s+(.*)$/s.exec(content) ?? [];
    return [{ line: at + 1, content, key: key.trim().replaceAll(/^["']|["']$/g, ""), value }];
  });
}
function yarnrcRegistries({ path, value: lines }) {
  return lines.flatMap(({ line, content }) => {
    if (!/^"?(?:@[^"]*:)?registry\b/.test(content)) return [];
    const found = /^"?(?:(@[^:"\s]+):)?registry"?:?\s+"?([^"\s]+)"?\s*(?:#.*)?$/.exec(content);
    if (found === null) throw notUnderstood(path, line);
    return [{ ...scoped(found[1]), url: found[2] ?? "", path, line }];
  });
}
var watched3 = /registry$|proxy|strict-ssl|cafile|^ca$|auth|ignore-scripts|yarn-path|offline-mirror|unsafe-|^--|lockfile|^plugin|^env$/i;
var yarnrcSettings = (lines) => lines.flatMap(({ line, key, value }) => watched3.test(key) ? [{ affects: "gate", key, value, line }] : []);

// src/managers/settings-files.ts
var MAX_SETTINGS_BYTES = 256 * 1024;
var bounded = /* @__PURE__ */ new Set([".npmrc", ".yarnrc", "bunfig.toml"]);
var faults = oneFault("manifest-invalid", "fix the file");
var manifestFaults = oneFault("manifest-invalid", "fix the manifest");
var readers = {
  "package.json": (text, path) => parseJson(text, path, manifestFaults),
  ".npmrc": readNpmrc,
  ".yarnrc": readYarnrc,
  ".yarnrc.yml": (text, path) => readYaml(text, path, faults, "failsafe"),
  "pnpm-workspace.yaml": (text, path) => readYaml(text, path, faults, "core"),
  "bunfig.toml": (text, path) => readBunfig(text, path, faults)
};
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
      in: (below) => this.in(join(folder, below))
    };
  }
  async #open(file, name) {
    const { path, mode, size = 0 } = file;
    const unreadable = (why, fault2) => ({
      ...{ state: "unreadable", path, why },
      fault: typeof fault2 === "string" ? new GateFailure("manifest-invalid", fault2, { path }) : fault2
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
  /** Releases a file that is no longer needed. */
  forget(file) {
    if (file !== void 0) this.#read.delete(file.path);
  }
};
async function isSame2(readers2, base, head) {
  if (base.mode !== head.mode) return false;
  if (base.id !== void 0 && base.id === head.id) return true;
  if (base.mode !== "file") return false;
  if (base.size !== void 0 && head.size !== void 0 && base.size !== head.size) return false;
  const [before, after] = await Promise.all([readers2.base.read(base), readers2.head.read(head)]);
  return Buffer.compare(before, after) === 0;
}

// src/repository/state.ts
var states = /* @__PURE__ */ new WeakMap();
function stateOf(snapshot) {
  if (snapshot === void 0) return openState(snapshot);
  let state = states.get(snapshot);
  if (state === void 0) {
    state = openState(snapshot);
    states.set(snapshot, state);
  }
  return state;
}
async function openState(snapshot) {
  const files = new Map((await snapshot?.list())?.map((file) => [file.path, file]));
  const reader = new FileReader(snapshot);
  return { files, reader, settings: new SettingsFiles(files, reader) };
}

// src/managers/importers.ts
function withRoot(lockfile, requires) {
  if (lockfile.importers.length > 0) return lockfile;
  return { ...lockfile, importers: [{ path: "", line: 1, requires: requires ?? inferred(lockfile) }] };
}
async function statedImporters(parsed, manifests) {
  const isStated = parsed.importers.length > 0;
  const root = isStated ? void 0 : await manifests.of("");
  return { lockfile: withRoot(parsed, root?.requires), isRootKnown: isStated || root !== void 0 };
}
function inferred({ packages }) {
  const asked3 = new Set(packages.flatMap((each) => each.requires.map((requirement) => requirement.name)));
  return packages.filter(({ key, place }) => place === void 0 && key.lastIndexOf("node_modules/") === 0).map(({ key }) => key.slice("node_modules/".length)).filter((name) => !asked3.has(name)).map((name) => ({ name, spec: "*", type: "prod" }));
}

// src/managers/manager.ts
function readBy(manager) {
  return { managers: [manager], managerOf: () => manager };
}

// src/managers/npm/disagree.ts
function compareMaps(path, read2, legacy) {
  if (legacy === void 0) return { ...read2, observations: [] };
  const places = new Map(read2.packages.map((each) => [each.key, each]));
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

// src/lockfile/entry.ts
var import_parse = __toESM(require_parse(), 1);

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
    const fault2 = version.length > MAX_VERSION ? `has more than ${MAX_VERSION} characters` : version === "" ? "is missing" : `${shown2} is not an exact version`;
    throw new GateFailure("lockfile-value", `The version of ${quoted(this.key)} ${fault2}; ${lockfileFaults.fix}.`, {
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
  const parsed = (0, import_parse.default)(version);
  return parsed !== null && (parsed.version === version || version.startsWith(`${parsed.version}+`));
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
    if (either === void 0 || isSame3(before?.value, after?.value)) continue;
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
function isSame3(a, b) {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, at) => isSame3(each, b[at]));
  if (!(a instanceof JsonObject) || !(b instanceof JsonObject) || a.keys.length !== b.keys.length) return false;
  return a.keys.every((key, at) => isSame3(a.values[at], b.keys[at] === key ? b.values[at] : b.get(key)));
}

// src/managers/npm/fields.ts
var asked = compared("requirements", ["1"]);
var npmFields = new Map([
  ...["name", "version", "resolved", "integrity", "link"].map((field) => [field, read]),
  ["bin", compared("bin", ["1"])],
  ["inBundle", compared("in-bundle")],
  ["hasShrinkwrap", compared("has-shrinkwrap", ["1"])],
  ["hasInstallScript", compared("has-install-script", ["1"])],
  ...["os", "cpu", "libc"].map((field) => [field, compared("platforms", ["1"])]),
  ["dependencies", asked],
  ["devDependencies", asked],
  ["optionalDependencies", asked],
  ["peerDependencies", asked],
  ["bundleDependencies", asked],
  ["acceptDependencies", asked],
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
var MAX_KEY = 4096;
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
  if (key.length > MAX_KEY) return `it is longer than ${MAX_KEY} characters`;
  if (/[\\\p{Cc}\p{Cs}]/u.test(key)) return "it has a backslash or a control character";
  if (/^(?:\/|[a-z]:)/i.test(key)) return "it is an absolute path";
  const segments = key.split("/");
  const below = segments.findIndex((segment) => segment !== "..");
  for (const [at, segment] of segments.entries()) {
    if (segment === "" || segment === ".") return "it is not a normalised path";
    if (segment === ".." && below >= 0 && at > below) return "it goes up with `..`";
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
function workspaceMatcher(globs, path) {
  let steps = 0;
  const spend = (more) => {
    steps += more;
    if (steps > MAX_STEPS) tooCostly(path);
  };
  if (globs.some((glob) => glob.length > MAX_LENGTH)) tooCostly(path);
  const patterns = globs.flatMap((glob) => patternsOf(glob, spend));
  if (patterns.length > MAX_PATTERNS) tooCostly(path);
  return (folder) => {
    if (folder.split("/").includes("node_modules")) return false;
    const deciding = patterns.findLast(({ matches }) => matches(folder));
    return deciding !== void 0 && !deciding.negated;
  };
}
function patternsOf(glob, spend) {
  const marks = /^!*/.exec(glob)?.[0].length ?? 0;
  const bare2 = glob.slice(marks).replace(/^\.?\/+/, "").replace(/\/+$/, "");
  return expandBraces(bare2).map((text) => ({
    negated: marks % 2 === 1,
    matches: compileGlobs(spellings(text), { hidesDots: true, spend })
  }));
}
function spellings(text) {
  const glob = text.split("/").map((segment) => segment === "**" ? segment : segment.replace(/\*+/g, "*")).join("/");
  const folder = glob.replace(/(\/\*\*)+$/, "");
  return folder === glob ? [glob] : [folder, `${folder}/**`];
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
function tooCostly(path) {
  throw new GateFailure(
    "lockfile-too-large",
    "The `workspaces` patterns are too many, too long or too costly to match; simplify them.",
    { path }
  );
}

// src/managers/npm/lockfile.ts
function parseNpmLockfile(path, text) {
  const document = parseJson(text, path, lockfileFaults);
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A lockfile must be a JSON object");
  const version = readVersion(document, root);
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
function readVersion(document, root) {
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
    const entry = readEntry(fields, meaning.kind !== "package");
    if (meaning.kind === "package") installed.push({ key, line, entry, folderName: meaning.name, fields });
    else folders.set(key, { key, line, entry });
  });
  const importers = readImporters(document, map, folders);
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
function readImporters(document, map, folders) {
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

// src/managers/npm/overrides.ts
var import_valid = __toESM(require_valid2(), 1);
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
        const below = read2(value, full, [...above, key]);
        if (Object.keys(below).length > 0) entries.push([written2, below]);
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
function keyOf(text) {
  const at = text.indexOf("@", 1);
  const name = at < 0 ? text : text.slice(0, at);
  if (!isPackageName(name) || name === "__proto__") return void 0;
  if (at < 0) return { name };
  const spec = text.slice(at + 1);
  return (0, import_valid.default)(spec) === null ? void 0 : { name, asked: { spec, exactly: false } };
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

// src/managers/npm/settings.ts
var npmSettings = {
  registries: { ".npmrc": npmrcRegistries },
  readsAbove: () => false,
  scripts,
  repeats: "nothing",
  overrides: (manifest) => Promise.resolve(npmOverrides(manifest)),
  watched: { ".npmrc": npmrcSettings },
  manifestKeys: [
    ["override", "overrides"],
    ["gate", "allowScripts"]
  ],
  isProgram: () => false
};
async function scripts(files) {
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
  #addLink(places, lockfilePath, each, node) {
    if (each.source.kind !== "link" && each.source.kind !== "workspace") return;
    if (each.resolved !== void 0) return;
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

// src/managers/npm/index.ts
var npm = {
  id: "npm",
  program: "npm",
  isNamedBy: (program) => program === "npm",
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
    mayLockPeers: false
  },
  settings: npmSettings
};
var npmLockfiles = [
  { program: "npm", names: ["package-lock.json", "npm-shrinkwrap.json"], reading: readBy(npm) }
];

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

// src/managers/bun/keys.ts
var MAX_KEY2 = 1024;
var MAX_NAMES = 32;
function namesIn(key) {
  if (key.length > MAX_KEY2) return void 0;
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

// src/managers/bun/fields.ts
var asked2 = compared("requirements");
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
  ["dependencies", asked2],
  ["devDependencies", asked2],
  ["optionalDependencies", asked2],
  ["peerDependencies", asked2],
  ["optionalPeers", asked2]
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
  enter("overrides", entriesOf2(root.get("overrides")));
  enter("patchedDependencies", entriesOf2(root.get("patchedDependencies")));
  enter("trustedDependencies", namesOf3(root));
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

// src/managers/bun/lockfile.ts
var VERSIONS = /* @__PURE__ */ new Set([0, 1, 2, 3]);
function parseBunLockfile(path, text) {
  const document = parseJson(text, path, lockfileFaults, { trailingCommas: true, repeatedMembers: true });
  const refuse = refuser(document, "lockfile-shape");
  const root = document.value;
  if (!(root instanceof JsonObject)) return refuse(0, "A bun lockfile must be a JSON object");
  const formatVersion = readVersion2(document, root);
  const map = (name) => {
    const value = root.get(name);
    if (value === void 0 || value instanceof JsonObject) return value;
    return refuse(root.offsetOf(name), `\`${name}\` must be an object`);
  };
  const workspaces = map("workspaces") ?? refuse(0, "The lockfile has no `workspaces`");
  const packages = map("packages") ?? new JsonObject(0, [], [], []);
  refuseTooMany(path, packages.keys.length, 0);
  const reading = { document, packages, asked: 0 };
  const importers = readImporters2(reading, workspaces);
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
function readVersion2(document, root) {
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
function readImporters2(reading, workspaces) {
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
  const places = placesFor(owner);
  const requires = requirementsOf(readMaps(object, refuse), top);
  reading.asked += requires.length;
  refuseTooMany(document.path, packages.keys.length, reading.asked);
  return requires.map((requirement) => {
    const { name, type } = requirement;
    if (!isPackageName(name)) {
      const shown2 = `The dependency ${quoted(name, limits.name)} is not a package name`;
      return refuser(document, "lockfile-invalid-name")(object.offset, shown2);
    }
    const place = places.find((each) => packages.has(each + name));
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

// src/managers/replacing.ts
var import_intersects = __toESM(require_intersects(), 1);
var import_satisfies = __toESM(require_satisfies(), 1);
var import_valid2 = __toESM(require_valid2(), 1);
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
  return (0, import_valid2.default)(one) !== null && (0, import_valid2.default)(other) !== null && (0, import_intersects.default)(one, other);
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

// src/managers/manifest-settings.ts
function manifestSettings(document, keys) {
  return keys.flatMap(([affects, ...path]) => settingsAt(document, affects, path));
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
function written(value) {
  if (value instanceof JsonObject) {
    return `{${value.keys.map((key) => `${JSON.stringify(key)}:${written(value.get(key))}`).join()}}`;
  }
  return Array.isArray(value) ? `[${value.map(written).join()}]` : JSON.stringify(value ?? null);
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
    else entry.forEach((child, below) => add(child === "." ? key : `${key}>${child}`, below));
  });
}
function nestedKey(path) {
  const names = path.replace(/^\*\*\//, "").match(/(?:@[^/]+\/)?[^/]+/g);
  return path.includes(">") ? path : (names ?? []).filter((name) => name !== "**").join(">");
}

// src/managers/bun/settings.ts
var manifestKeys = [
  ["override", "overrides"],
  ["override", "resolutions"],
  ["override", "patchedDependencies"],
  ["override", "catalog"],
  ["override", "catalogs"],
  ["override", "workspaces", "catalog"],
  ["override", "workspaces", "catalogs"],
  ["gate", "trustedDependencies"]
];
var bunSettings = {
  registries: { ".npmrc": npmrcRegistries, "bunfig.toml": bunfigRegistries },
  readsAbove: () => false,
  scripts: scripts2,
  repeats,
  overrides: (manifest) => Promise.resolve(
    declaredOverrides("bun", bunDeclares(manifest, []), [
      [manifest.path, manifestSettings(manifest.value, manifestKeys)]
    ])
  ),
  watched: { "bunfig.toml": bunfigSettings },
  manifestKeys,
  isProgram: () => false
};
var foldersOf = (importers) => importers.filter((path) => path !== "");
async function scripts2(files, importers) {
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
    mayLockPeers: false
  },
  settings: bunSettings
};
var bunLockfiles = [
  { program: "bun", names: ["bun.lock"], reading: readBy(bun) },
  { program: "bun", names: ["bun.lockb"] }
];

// src/managers/pnpm/fields.ts
var edges = "What it is linked with: entries of their own, in whose keys the peers stand, so it changes with every peer.";
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
  ["dependencies", ignored(edges)],
  ["optionalDependencies", ignored(edges)],
  ["transitivePeerDependencies", ignored("Computed from the edges of what it is linked with.")],
  ["dev", ignored(reasons.type)],
  ["optional", ignored(reasons.type)],
  ["deprecated", ignored(reasons.shown)],
  ["engines", ignored(reasons.engines)],
  ["peerDependenciesMeta", ignored(reasons.peers)]
]);
function pnpmComparedFields(formatVersion, entryOf) {
  return {
    of(key) {
      const fields = /* @__PURE__ */ new Map();
      const entry = entryOf(key);
      for (const object of new Set(entry?.objects)) {
        object.forEach((field, value) => {
          if (field === "resolution" && value instanceof JsonObject) value = unread(value, entry);
          compareField(fields, pnpmFields, field, value);
        });
      }
      return fields;
    },
    writes: writesField(pnpmFields, formatVersion)
  };
}
function unread(resolution, { resolution: { isRead } }) {
  const kept = resolution.keys.filter((key) => !isRead.has(key) && !saysNothing(resolution.get(key)));
  return new JsonObject(
    resolution.offset,
    kept,
    kept.map((key) => resolution.get(key) ?? null),
    kept.map((key) => resolution.offsetOf(key))
  );
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
    const published = publishDirectory(importer);
    return { path, line, requires, ...published !== void 0 && { publishDirectory: published } };
  }
}
function publishDirectory(importer) {
  const folder = importer instanceof JsonObject ? importer.get("publishDirectory") : void 0;
  return typeof folder === "string" ? normalise(folder) : void 0;
}
function importerFolder(home, key) {
  return key === "." ? "" : normalise(join(home, key));
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
var gitFields = /* @__PURE__ */ new Set(["type", "repo", "commit", "path"]);
var directoryFields = /* @__PURE__ */ new Set(["type", "directory"]);
var otherFields = /* @__PURE__ */ new Set(["type", "integrity"]);
var tarballFields = /* @__PURE__ */ new Set(["tarball", "integrity", "registry", "gitHosted"]);
var FORGE_ARCHIVE = /^https:\/\/(?:codeload\.github\.com\/|gitlab\.com\/.*\/archive\.|bitbucket\.org\/.*\/get\/)/i;
function readResolution(lockfilePath, key, resolution, fields, place) {
  const text = (name) => fields.string(name, resolution.get(name));
  const [type, tarball, integrity] = [text("type"), text("tarball"), text("integrity")];
  const pinned = integrity === void 0 ? {} : { integrity };
  if (type === "git") {
    const folder = text("path");
    const spec = `${text("repo") ?? ""}#${text("commit") ?? ""}${folder === void 0 ? "" : `&path:${folder}`}`;
    return { source: { kind: "git", spec }, isRead: gitFields };
  }
  if (type === "directory") {
    return { source: directory(lockfilePath, text("directory") ?? "", place), isRead: directoryFields };
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
    const kind = FORGE_ARCHIVE.test(spec) || text("gitHosted") !== void 0 ? "git" : "remote";
    return { source: { kind, spec }, ...shared };
  }
  const resolved = tarball ?? text("registry") ?? (key.host === void 0 ? void 0 : hostAddress(key, key.host));
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
      [...importers].flatMap(([folder, published]) => published === void 0 ? [] : join(folder, published))
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
    const [ownName, ownVersion] = [fields.string("name"), fields.string("version")];
    const parts = this.#parts(key, ownName, ownVersion, offset);
    const name = ownName ?? parts.name;
    for (const each of [name, parts.name]) {
      if (isPackageName(each)) continue;
      const shown2 = `${quoted(key)} has the name ${quoted(each, limits.name)}, which no registry accepts`;
      return refuser(this.#document, "lockfile-invalid-name")(offset, shown2);
    }
    const read2 = readResolution(this.#document.path, parts, resolution, fields, {
      home: this.#home,
      importers: this.#importers
    });
    this.#refuseOtherWords(key, parts, { name: ownName, version: ownVersion }, read2.source.kind, offset);
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
    function isAddress(text) {
      return version === void 0 || !withoutPeers(text).replace(/_.*$/, "").endsWith(version);
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

// src/managers/pnpm/lockfile.ts
var STYLES = new Map([
  ...["5.2", "5.3", "5.4", "5.4-inlineSpecifiers"].map((version) => [version, "slash"]),
  ...["6.0", "6.1"].map((version) => [version, "slash-at"]),
  ["7.0", "at"],
  ["9.0", "at"]
]);
var CONFIG_PREFIX = "config:";
var CONFIG_FOLDER = "node_modules/.pnpm-config";
function parsePnpmLockfile(path, text, has = () => false) {
  const home = writtenIn(path, has);
  const documents = parseYamlDocuments(text, path, lockfileYamlFaults);
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
  return {
    version,
    importers: readPnpmImporters(document, root, importers, packages, home),
    packages: packages.made(),
    settings: lockedSettings(document, root),
    fields: pnpmComparedFields(version, (key) => packages.entryOf(key))
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

// src/managers/pnpm/readings.ts
var import_intersects2 = __toESM(require_intersects(), 1);
var import_subset = __toESM(require_subset(), 1);
var import_valid3 = __toESM(require_valid2(), 1);
var KEPT = ["optional", "prod", "dev", "peer"];
function pnpmReadings(manifest, name, { overrides: overrides4 }) {
  const declared = manifest.declared.filter((each) => each.name === name);
  const kept = KEPT.flatMap((type) => declared.filter((each) => each.type === type)).slice(0, 1);
  const readings = [{ requires: kept, isSure: true }];
  const [asked3] = kept;
  if (asked3 === void 0) return readings;
  for (const [key, { value }] of overrides4 ?? []) {
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
  if ((0, import_valid3.default)(range) === null || (0, import_valid3.default)(spec) === null) return "perhaps";
  if (!(0, import_intersects2.default)(range, spec)) return "no";
  return (0, import_subset.default)(spec, range) ? sure : "perhaps";
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

// src/managers/pnpm/declares.ts
function pnpmDeclares(manifest, workspace) {
  const root = objectOf(manifest.value.value);
  const own = objectOf(root.get("pnpm"));
  const file = objectOf(workspace?.value.root);
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
    declared.overrides.set(key, { ...rest, value: declared.meant(key, value, root), required: isOnePlace });
  }
  for (const [key, setting] of patchesOf(path, file, patchesOf(manifest.path, own))) {
    declared.patchedDependencies.set(key, setting);
  }
  return declared;
}
function patchesOf(file, object, known = /* @__PURE__ */ new Map()) {
  const patches = new Map(known);
  objectOf(object.get("patchedDependencies")).forEach((key, value) => {
    const at = `${key}>path`;
    const path = typeof value === "string" ? normalise(value.replaceAll("\\", "/")) : scalarText(value);
    const isOtherwise = patches.has(at) && patches.get(at)?.value !== path;
    const isHere = !isOtherwise && !path.startsWith("..") && !/^(?:\/|[a-z]:)/i.test(scalarText(value));
    for (const each of [key, `${key}>hash`]) patches.set(each, { value: void 0, file, required: false });
    patches.set(at, { value: isHere ? path : void 0, file, required: false });
  });
  return patches;
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
var workspaceSettings = yamlSettings(
  /built|builds|scripts?|script|minimumReleaseAge|trust|registr|auth|proxy|^ca$|cafile|^cert|^key|strictSsl|pnpmfile|configDependencies|blockExotic|verifyDeps|lockfile|packageManager|nodeVersion|dangerously|^git|nodeOptions/i
);

// src/managers/pnpm/settings.ts
var PNPMFILES = [".pnpmfile.cjs", ".pnpmfile.js", ".pnpmfile.mjs"];
var manifestKeys2 = [
  ["override", "resolutions"],
  ["override", "pnpm", "overrides"],
  ["override", "pnpm", "packageExtensions"],
  ["override", "pnpm", "patchedDependencies"],
  ["gate", "packageManager"],
  ["gate", "devEngines", "packageManager"],
  ["gate", "pnpm", "allowBuilds"],
  ["gate", "pnpm", "onlyBuiltDependencies"],
  ["gate", "pnpm", "onlyBuiltDependenciesFile"],
  ["gate", "pnpm", "neverBuiltDependencies"],
  ["gate", "pnpm", "ignoredBuiltDependencies"],
  ["gate", "pnpm", "dangerouslyAllowAllBuilds"],
  ["gate", "pnpm", "configDependencies"]
];
var pnpmSettings = {
  registries: { ".npmrc": npmrcRegistries, "pnpm-workspace.yaml": workspaceRegistries },
  readsAbove: () => false,
  scripts: scripts3,
  repeats: repeats2,
  overrides: overrides2,
  watched: { "pnpm-workspace.yaml": workspaceSettings },
  manifestKeys: manifestKeys2,
  isProgram: (path) => /(?:^|\/)\.pnpmfile\.[cm]?js$/.test(path)
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
  const all = ignores || workspace.get("ignoreScripts") === true;
  return scriptSettings(ignores ? ".npmrc" : place, all || only !== void 0 || builds !== void 0, [
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
async function overrides2(manifest, files) {
  const workspace = filled(regular(await files.at("pnpm-workspace.yaml")));
  const declared = pnpmDeclares(manifest, workspace);
  const ofManifest = manifestSettings(manifest.value, manifestKeys2);
  const ofWorkspace = workspace && workspaceSettings(workspace.value);
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
var pnpm = {
  id: "pnpm",
  program: "pnpm",
  isNamedBy: (program) => program === "pnpm",
  lockfile: {
    parse: parsePnpmLockfile,
    versions: "the versions 5.2 to 9.0",
    withImporters: statedImporters,
    treeOf: (lockfile) => new PinnedTree(lockfile),
    containerOf: () => void 0,
    topLevels: () => [],
    namesWorkspaces: false,
    // pnpm-workspace.yaml names them.
    workspacesIn: "no manifest",
    // By a setting that is not in the manifest (`autoInstallPeers`).
    locksOptional: false,
    mayLockPeers: true,
    readings: pnpmReadings
  },
  settings: pnpmSettings
};
var pnpmLockfiles = [
  { program: "pnpm", names: ["pnpm-lock.yaml"], reading: readBy(pnpm) },
  // `gitBranchLockfile` puts the branch into the name.
  { program: "pnpm", names: ["shrinkwrap.yaml"], pattern: /^pnpm-lock\..+\.yaml$/ }
];

// src/managers/others.ts
var otherLockfiles = [
  { program: "vlt", names: ["vlt-lock.json"] },
  { program: "aube", names: ["aube-lock.yaml"], pattern: /^aube-lock\..+\.yaml$/ },
  { program: "deno", names: ["deno.lock"], sharesFolders: true }
];

// src/managers/yarn/resolutions.ts
var NAME = String.raw`((?:@[^/@*]+\/)?[^/@*]+)`;
var KEY2 = new RegExp(`^(?:\\*\\*/)?(?:${NAME}(?:@([^/]+))?/)?${NAME}(?:@([^/]+))?$`);
function resolutionKey(key) {
  const [, parent, parentSpec, name, asked3] = KEY2.exec(key) ?? [];
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
var yarnrcYmlSettings = yamlSettings(
  /^npm|registr|auth|proxy|^ca|cert|ssl|^http|unsafe|script|yarnPath|plugins|checksum|immutable|hardened|network|^enableNetwork|AgeGate|Preapproved|ignorePath|cacheMigration|injectEnvironment|initScope|dependenciesMeta/i
);

// src/managers/yarn/berry-settings.ts
var berrySettings = {
  registries: { ".yarnrc.yml": yarnrcYmlRegistries },
  readsAbove: () => true,
  scripts: scripts4,
  repeats: "nothing",
  overrides: overrides3,
  watched: { ".yarnrc.yml": yarnrcYmlSettings },
  manifestKeys: [
    ["override", "resolutions"],
    ["gate", "packageManager"],
    ["gate", "devEngines", "packageManager"],
    ["gate", "dependenciesMeta"]
  ],
  isProgram: (path) => /(?:^|\/)\.yarn\/(?:releases|plugins)\//.test(path)
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
async function overrides3(manifest, files) {
  const found = yarnResolutions(manifest, false);
  const file = await files.at(".yarnrc.yml");
  const isMalformed = file.state === "unreadable" && file.why === "malformed";
  const rc = isMalformed ? void 0 : filled(regular(file));
  const path = files.pathOf(".yarnrc.yml");
  const extensions = isMalformed || rc !== void 0 ? extensionsOf(path, rc && yarnrcYmlSettings(rc.value)) : [];
  return { ...found, unapplied: [...found.unapplied, ...extensions] };
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
var import_satisfies2 = __toESM(require_satisfies(), 1);
var import_valid4 = __toESM(require_valid(), 1);
var import_valid5 = __toESM(require_valid2(), 1);
var unknown = /* @__PURE__ */ Symbol("unknown");
async function berryProject(root, settings) {
  const resolutions = root?.resolutionEntries.flatMap(([key, spec]) => {
    const parsed = resolutionKey(key);
    return parsed === void 0 ? [] : [{ ...parsed, spec }];
  });
  const file = await settings?.at(".yarnrc.yml");
  const rc = file?.state === "read" && file.value.isOneMapping ? file.value.root : void 0;
  const isWhole = rc !== void 0 && settings?.pathOf(".yarnrc.yml") === ".yarnrc.yml";
  return {
    resolutions,
    catalogEntry: (catalog, name) => {
      const entries = catalog === "" ? rc?.get("catalog") : objectOf(rc?.get("catalogs")).get(catalog);
      const spec = objectOf(entries).get(name);
      if (typeof spec === "string" && !spec.includes("${")) return spec;
      return isWhole && spec === void 0 ? void 0 : unknown;
    },
    extensions: extensionsIn(rc?.get("packageExtensions"))
  };
}
function extensionsIn(value) {
  const extensions = objectOf(value);
  return extensions.keys.map((key) => {
    const { name, spec } = splitDescriptor(key);
    const said = objectOf(extensions.get(key));
    const meta = objectOf(said.get("peerDependenciesMeta"));
    const map = (field, type) => {
      const entries = objectOf(said.get(field));
      return entries.keys.flatMap((each) => {
        const asked3 = entries.get(each);
        if (typeof asked3 !== "string") return [];
        const isOptional = type === "peer" && objectOf(meta.get(each)).get("optional") === "true";
        return [{ name: each, spec: asked3, type, ...isOptional && { optionalPeer: true } }];
      });
    };
    return { name, range: spec, requires: [...map("dependencies", "prod"), ...map("peerDependencies", "peer")] };
  });
}
function extendedBy({ name, version, requires }, { extensions }) {
  const own = new Set(requires.map((each) => each.name));
  return extensions.filter((each) => each.name === name && (0, import_satisfies2.default)(version, each.range, { includePrerelease: true, loose: true })).flatMap((each) => each.requires).filter((each) => !own.has(each.name));
}
function meaningOf({ name, spec }, owner, project) {
  const normal = normalSpec(spec);
  const resolution = project.resolutions?.find(
    ({ parent, parentSpec, name: about, asked: asked3 }) => about === name && (asked3 === void 0 || normalSpec(asked3) === normal) && (parent === void 0 || parent === owner.name) && (parentSpec === void 0 || normalReference(parentSpec) === owner.reference)
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
  return (0, import_valid5.default)(spec, true) !== null || TAG.test(spec) ? `npm:${spec}` : spec;
}
var normalReference = (reference) => (0, import_valid4.default)(reference) === null ? reference : `npm:${reference}`;
function withoutDefaultProtocol(spec) {
  const bare2 = /^npm:(.*)$/s.exec(spec)?.[1]?.trim();
  return bare2 !== void 0 && ((0, import_valid5.default)(bare2, true) !== null || TAG.test(bare2)) ? bare2 : spec;
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
function isPlain(spec) {
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
      "The lockfile has too many versions and ranges of one name to match them; let Yarn write it again.",
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

// src/managers/yarn/berry-importers.ts
async function withBerryImporters(parsed, manifests) {
  const root = await manifests.of("");
  const linking = new Linking(parsed, await berryProject(root, manifests.settings));
  const packages = parsed.packages.map((each) => linking.package(each));
  const importers = await Promise.all(
    parsed.importers.map(async (importer) => {
      const manifest = await manifests.of(importer.path);
      const requires = linking.importer(importer, manifest);
      const pulls = linking.mayAnswer(requires);
      return { ...importer, requires, ...pulls.length > 0 && { pulls } };
    })
  );
  const lockfile = { ...parsed, packages, importers };
  const observations = [...parsed.observations, ...missing(lockfile, linking, root)];
  return { lockfile: { ...lockfile, observations }, isRootKnown: parsed.importers.length > 0 || root !== void 0 };
}
function missing(lockfile, linking, root) {
  const { path, packages, importers } = lockfile;
  const workspaces = new Set(packages.flatMap(({ name, source }) => source.kind === "workspace" ? name : []));
  const isAnswered = (each) => each.type === "optional" || workspaces.has(each.name) || linking.isAnswered(each);
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
    if (spec === void 0 || isPlain(spec)) return true;
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
  const { offset, keys, values, offsets } = value;
  const plain = values.map((spec) => typeof spec === "string" ? spec.replace(/^npm:(?![^@]+@|@)/, "") : spec);
  return new JsonObject(offset, keys, plain, offsets);
}
function compareConditions(fields, text) {
  for (const group of text.split("&")) {
    const names = group.split("|").map((each) => /^\s*\(?\s*(os|cpu|libc)=([^\s()]+)\s*\)?\s*$/.exec(each));
    const condition = names[0]?.[1];
    const isPlain2 = names.every((each) => each?.[1] === condition);
    if (condition === void 0 || !isPlain2) compareField(fields, berryFields, "conditions", text);
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
function parseYarnText(text, path, dialect) {
  const open = [newMap(0)];
  const lineStarts = [];
  let waiting;
  function refuse(what, offset, code = lockfileFaults.syntax) {
    const { line, column } = placeIn(path, text, offset);
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
  function token(line, at, bare2, base) {
    const form = line[at] === '"' ? QUOTED : bare2;
    form.lastIndex = at;
    const found = form.exec(line)?.[0];
    if (found === void 0) return refuse("This is not what Yarn writes: expected a key or a value", base + at);
    return { value: form === QUOTED ? unquoted(found, base + at) : found, end: at + found.length };
  }
  function unquoted(found, offset) {
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
  for (let start = 0; start < text.length; ) {
    lineStarts.push(start);
    const feed = text.indexOf("\n", start);
    const next = feed < 0 ? text.length : feed + 1;
    let end = feed < 0 ? text.length : feed;
    if (text[end - 1] === "\r") end--;
    let first = start;
    while (first < end && text[first] === " ") first++;
    if (first < end && text[first] !== "#") {
      const line = text.slice(first, end);
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
  const all = made.map((each) => ({ ...each, requires: linked(each.requires, byName2) }));
  const importers = all.flatMap((each) => {
    const { source, name, line, requires } = each;
    if (source.kind !== "workspace") return [];
    return [{ path: source.spec ?? "", name, line, requires: requires.filter(({ type }) => type !== "peer") }];
  });
  const packages = all.map((each) => each.source.kind === "workspace" ? { ...each, requires: [] } : each);
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
  const source = sourceOf(path, reference, bound.get("locator") ?? "");
  const stated = entry.needed("version");
  const fromRegistry = source.kind === "registry";
  const version = entry.checkVersion(fromRegistry ? reference.slice("npm:".length) : stated, fromRegistry);
  if (fromRegistry && isExact(stated) && stated !== version) {
    entry.refuse("lockfile-value", "has different versions in `version` and `resolution`");
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
function folderOfLocator(locator) {
  const [, kind, target = "", bound = ""] = /^@?[^@]*@(workspace|file|link|portal):([^#:]*)(?:#[^:]*)?(?:::(.*))?$/s.exec(locator) ?? [];
  if (kind === void 0) return "";
  const above = kind === "workspace" ? "" : folderOfLocator(new URLSearchParams(bound).get("locator") ?? "");
  return normalise(join(above, target));
}
function sourceOf(path, reference, locator) {
  const [, protocol = "", rest = ""] = /^([a-z]+):(.*)$/is.exec(reference) ?? [];
  const own = folderOfLocator(locator);
  const folder = (target) => fileSource(path, `file:${own === "" ? "" : `${own}/`}${target}`);
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

// src/managers/yarn/classic-settings.ts
var classicSettings = {
  registries: { ".npmrc": npmrcRegistries, ".yarnrc": yarnrcRegistries },
  readsAbove: () => true,
  // Yarn 1 has none of these settings.
  scripts: () => Promise.resolve(void 0),
  repeats: "nothing",
  overrides: (manifest) => Promise.resolve(yarnResolutions(manifest, true)),
  watched: { ".yarnrc": yarnrcSettings },
  manifestKeys: [["override", "resolutions"]],
  isProgram: (path) => /(?:^|\/)\.yarn\/releases\//.test(path)
};

// src/managers/yarn/classic-importers.ts
var import_satisfies3 = __toESM(require_satisfies(), 1);

// src/managers/yarn/classic-resolutions.ts
var import_valid6 = __toESM(require_valid2(), 1);

// src/managers/yarn/classic.ts
var SHASUM = /#([0-9a-f]{40})$/;
function parseYarnClassic(path, text) {
  const document = parseYarnText(text, path, "classic");
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
    const real = entry.checkName(aliasTarget(spec)?.name ?? name);
    names.set(real, [...names.get(real) ?? [], descriptor]);
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

// src/managers/yarn/classic-resolutions.ts
function forcedSpecs(root) {
  return (root?.resolutionEntries ?? []).flatMap(([path, spec]) => {
    const name = path.match(/@[^/]+\/[^/]+|[^/]+/g)?.at(-1);
    if (name === void 0 || (0, import_valid6.default)(spec, true) === null && !/[:/]/.test(spec)) return [];
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
async function withClassicImporters(parsed, manifests) {
  const root = await manifests.of("");
  if (root === void 0) {
    const missing2 = lacking(parsed, void 0, [], []);
    const importers2 = [inferred2(parsed)];
    return {
      lockfile: { ...parsed, importers: importers2, observations: [...parsed.observations, ...missing2] },
      isRootKnown: false
    };
  }
  const forced = forcedSpecs(root);
  const lockfile = withLinksOfResolutions(withAliasesOfResolutions(parsed, forced), forced, root);
  const isWorkspace = root.workspaces.length === 0 ? () => false : workspaceMatcher(root.workspaces, root.path);
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
  const versions = groupBy(workspaces, ({ name = "" }) => name);
  return unanswered(path, packages, ({ name, spec }, { source }) => {
    const key = spec === "" && descriptors.has(name) ? name : `${name}@${spec}`;
    if (descriptors.has(key) || everywhere.has(name)) return true;
    if (/^link:/i.test(spec)) return true;
    if (source.kind === "file" && specKind(spec) === "directory") return true;
    if (root === void 0) return known.has(name) && isPlain(spec);
    return (versions.get(name) ?? []).some(({ version = "" }) => (0, import_satisfies3.default)(version, spec, { loose: true }));
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
  mayLockPeers: false
};
var yarnClassic = {
  id: "yarn-classic",
  program: "yarn",
  isNamedBy: (program, major) => program === "yarn" && major < 2,
  lockfile: {
    ...both,
    parse: parseYarnClassic,
    withImporters: withClassicImporters,
    versions: "Yarn 1",
    workspacesIn: "the root manifest"
  },
  settings: classicSettings
};
var yarnBerry = {
  id: "yarn-berry",
  program: "yarn",
  isNamedBy: (program, major) => program === "yarn" && major >= 2,
  lockfile: {
    ...both,
    parse: parseYarnBerry,
    withImporters: withBerryImporters,
    versions: "the metadata versions 4 to 10",
    workspacesIn: "every manifest"
  },
  settings: berrySettings
};
var CLASSIC_HEADER = /^(?:#[^\n]*\n)*#\s+yarn\s+lockfile\s+v([^\s]+)\s*(?:\r?\n|$)/i;
var yarnLockfiles = [
  {
    program: "yarn",
    names: ["yarn.lock"],
    reading: { managers: [yarnClassic, yarnBerry], managerOf, empty: "# yarn lockfile v1\n" }
  }
];
function managerOf(path, text) {
  const header = CLASSIC_HEADER.exec(text)?.[1];
  if (header === "1") return yarnClassic;
  if (header === void 0 && /^__metadata:/m.test(text)) return yarnBerry;
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
  pnpm
};
var managers = Object.values(byId);
var lockfileNames = [
  ...npmLockfiles,
  ...yarnLockfiles,
  ...pnpmLockfiles,
  ...bunLockfiles,
  ...otherLockfiles
];
var byName = new Map(lockfileNames.flatMap((each) => each.names.map((name) => [name, each])));
function managerOf2(id) {
  return byId[id];
}
function lockfileName(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return byName.get(name) ?? lockfileNames.find(({ pattern }) => pattern?.test(name));
}
function isLfsPointer(bytes) {
  const magic = new TextEncoder().encode("version https://git-lfs.github.com/spec/");
  return magic.every((byte, at) => bytes[at] === byte);
}
function parseLockfile(path, bytes, mayBeEmpty = false, has) {
  const reading = lockfileName(path)?.reading;
  if (reading === void 0) throw unsupported(path);
  if (isLfsPointer(bytes)) {
    throw new GateFailure("lockfile-not-regular", "The file is a Git LFS pointer; commit the lockfile itself.", {
      path
    });
  }
  const isEmpty = mayBeEmpty && bytes.length === 0 && reading.empty !== void 0;
  const text = isEmpty ? reading.empty : decodeText(bytes, path, lockfileFaults);
  return withinBounds(reading.managerOf(path, text).lockfile.parse(path, text, has));
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

// src/compare/observations.ts
var MAX_NAMED = 20;
function introduced(base, head) {
  const known = new Set(base.map(factOf));
  return head.filter((each) => !known.has(factOf(each)));
}
function factOf({ code, name, version, args }) {
  return JSON.stringify([code, name ?? null, version ?? null, Object.entries(args).sort()]);
}
function unreachable(base, head) {
  if (!head.isRootKnown) return [];
  const known = new Set((base?.unreached() ?? []).map(({ name, version }) => `${name}
${version}`));
  const found = groupBy(head.unreached(), ({ name, version }) => `${name}
${version}`);
  const { path } = head.lockfile;
  const named = [...found].filter(([key]) => !known.has(key)).flatMap(
    ([, places]) => places.slice(0, 1).map(({ name, version, line }) => ({
      code: "unreachable",
      path,
      line,
      name,
      version,
      args: { places: places.length }
    }))
  );
  const more = named.length - MAX_NAMED;
  if (more <= 0) return named;
  const rest = { code: "unreachable", path, line: named[MAX_NAMED]?.line ?? 1, args: { more } };
  return [...named.slice(0, MAX_NAMED), rest];
}
function bounded2(observations) {
  const [first] = observations.slice(MAX_NAMED);
  if (first === void 0) return observations;
  const { code, path, line } = first;
  return [...observations.slice(0, MAX_NAMED), { code, path, line, args: { more: observations.length - MAX_NAMED } }];
}
function inOrder(a, b) {
  return compareText(a.path, b.path) || a.line - b.line || compareText(a.code, b.code) || compareText(a.name ?? "", b.name ?? "") || compareText(a.version ?? "", b.version ?? "");
}

export {
  aliasesOf,
  changedFields,
  NOWHERE,
  refuser,
  mapNames,
  readMaps,
  requirementsOf,
  workspaceGlobs,
  catalogEntry,
  overrideTarget,
  replacing,
  manifestSettings,
  npmrcValues,
  regular,
  filled,
  leavesOut,
  workspaceMatcher,
  npm,
  npmLockfiles,
  WHOLE_FILE,
  noOverrides,
  managers,
  managerOf2 as managerOf,
  lockfileName,
  parseLockfile,
  introduced,
  unreachable,
  bounded2 as bounded,
  inOrder,
  isSame2 as isSame,
  MAX_SETTINGS_BYTES,
  isSettingsName,
  stateOf
};
