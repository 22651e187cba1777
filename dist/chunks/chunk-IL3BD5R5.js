import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  compareText
} from "./chunk-2QE6CAAY.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import {
  limits,
  quoted
} from "./chunk-JO6EBNEY.js";

// src/text/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

// src/text/paths.ts
function folderOf(path) {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function prefixOf(folder) {
  return folder === "" ? "" : `${folder}/`;
}
function foldersAbove(folder) {
  const segments = folder.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}
function join(folder, path) {
  return folder === "" || path === "" ? folder + path : `${folder}/${path}`;
}
function follow(folder, spec) {
  const isUrl = /^file:/i.test(spec);
  const bare = isUrl ? decoded(spec.slice("file:".length)) : spec;
  if (bare === void 0) return { path: spec, outside: true };
  const path = bare.replaceAll("\\", "/");
  const relative = isUrl ? path.replace(/^\/{1,3}(?=\.\.?(?:\/|$))/, "") : path;
  const depth = folder === "" ? 0 : folder.split("/").length;
  if (/^(?:\/|~(?:\/|$)|[a-z]:)/i.test(relative)) return { path: relative, outside: true };
  const normal = normalise(relative);
  return { path: normal, outside: climbs(normal) > depth };
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return void 0;
  }
}
function normalise(path) {
  const kept = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else kept.push(segment);
  }
  return kept.join("/");
}
function climbs(path) {
  let count = 0;
  while (path === ".." || path.startsWith("../")) {
    count++;
    path = path.slice(3);
  }
  return count;
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
function bounded(observations) {
  const [first] = observations.slice(MAX_NAMED);
  if (first === void 0) return observations;
  const { code, path, line } = first;
  return [...observations.slice(0, MAX_NAMED), { code, path, line, args: { more: observations.length - MAX_NAMED } }];
}
function inOrder(a, b) {
  return compareText(a.path, b.path) || a.line - b.line || compareText(a.code, b.code) || compareText(a.name ?? "", b.name ?? "") || compareText(a.version ?? "", b.version ?? "");
}

// src/registry/concerns.ts
function concernsRegistry(change) {
  return change.kind !== "removed" && change.source.kind === "registry";
}

// src/text/json-object.ts
var JsonObject = class {
  keys;
  values;
  /** Offset of each key's opening quote in the text. */
  offsets;
  /** Offset of the opening brace. */
  offset;
  index;
  /** @param index position of each key; may be left out where a scan over few keys is cheaper */
  constructor(offset, keys, values, offsets, index) {
    this.offset = offset;
    this.keys = keys;
    this.values = values;
    this.offsets = offsets;
    this.index = index;
  }
  position(key) {
    return this.index === void 0 ? this.keys.indexOf(key) : this.index.get(key) ?? -1;
  }
  has(key) {
    return this.position(key) >= 0;
  }
  get(key) {
    return this.values[this.position(key)];
  }
  /** Offset of a member's key; the object's own where it has no such member. */
  offsetOf(key) {
    return this.offsets[this.position(key)] ?? this.offset;
  }
  /** Calls back for each member, in the order of the text. */
  forEach(visit) {
    for (let at = 0; at < this.keys.length; at++) {
      visit(this.keys[at], this.values[at], this.offsets[at]);
    }
  }
};
var JsonDocument = class {
  path;
  value;
  text;
  lineStarts;
  /** @param lineStarts offset of the first character of each line, ascending */
  constructor(path, text, value, lineStarts) {
    this.path = path;
    this.value = value;
    this.text = text;
    this.lineStarts = lineStarts;
  }
  /** 1-based line of an offset. */
  line(offset) {
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (this.lineStarts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
  place(offset) {
    return placeIn(this.path, this.text, offset);
  }
};
function placeIn(path, text, offset) {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { path, line, column: offset - start + 1 };
}

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
  mend: "restore the file or let its package manager write it again"
};
var lockfileYamlFaults = {
  ...lockfileFaults,
  syntax: "lockfile-yaml",
  duplicateKey: "lockfile-yaml"
};
function oneFault(code, mend) {
  const codes = { empty: code, tooLarge: code, encoding: code, conflict: code };
  return { ...codes, syntax: code, duplicateKey: code, depth: code, mend };
}
function decodeText(bytes, path, faults) {
  if (bytes.length > MAX_BYTES) {
    throw new GateFailure(faults.tooLarge, `The file has ${bytes.length} bytes, more than ${MAX_BYTES}.`, { path });
  }
  const text = utf8(bytes, path, faults);
  if (text.trim() === "") throw new GateFailure(faults.empty, `The file is empty; ${faults.mend}.`, { path });
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const { line } = placeIn(path, text, nul);
    throw new GateFailure(faults.encoding, `The file holds a NUL character; ${faults.mend}.`, { path, line });
  }
  refuseConflict(text, path, faults);
  return text;
}
function utf8(bytes, path, faults) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new GateFailure(faults.encoding, `The file is not UTF-8; ${faults.mend}.`, { path });
  }
}
function refuseConflict(text, path, faults) {
  const ours = text.indexOf("<<<<<<<");
  if (ours < 0 || !text.includes("=======") || !text.includes(">>>>>>>")) return;
  const { line } = placeIn(path, text, ours);
  throw new GateFailure(
    faults.conflict,
    "The file holds merge-conflict markers, between which npm would choose by itself; resolve the conflict.",
    { path, line }
  );
}

// src/text/yaml-scalar.ts
var NOT_A_STRING = /^[-+.0-9~ntfNTF]/;
var WORDS = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null]),
  ...["true", "True", "TRUE"].map((word) => [word, true]),
  ...["false", "False", "FALSE"].map((word) => [word, false])
]);
var NUMBER = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$/;
var DISPUTED = /^(?:[-+]?[0-9.][0-9._]*_[0-9._]*(?:[eE][-+]?[0-9]+)?|[-+]?0(?:b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt ]).*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
function resolvePlain(text, schema) {
  if (schema === "failsafe" || !NOT_A_STRING.test(text)) return text;
  const word = WORDS.get(text);
  if (word !== void 0) return word;
  if (NUMBER.test(text)) return /^[-+]?0[0-9]/.test(text) ? void 0 : Number(text);
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
var ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.?))/gsu;
function unescapeDouble(raw) {
  let known = true;
  const text = raw.replace(ESCAPE, (_, x, u, long, letter) => {
    const hex = x ?? u ?? long;
    const code = hex === void 0 ? NaN : parseInt(hex, 16);
    const meant = code <= 1114111 ? String.fromCodePoint(code) : ESCAPES.get(letter ?? "");
    if (meant === void 0) known = false;
    return meant ?? "";
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
var MAX_DEPTH = 200;
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
  constructor(text, path, faults, schema) {
    this.text = text;
    this.#path = path;
    this.#faults = faults;
    this.#schema = schema;
  }
  /** @param what the sentence without its place and mend */
  refuse(what, offset = this.at, code = this.#faults.syntax) {
    const { line, column } = placeIn(this.#path, this.text, Math.min(offset, this.text.length));
    throw new GateFailure(code, `${what} at ${line}:${column}; ${this.#faults.mend}.`, {
      path: this.#path,
      line,
      column
    });
  }
  refuseTwice(key, offset) {
    return this.refuse(`${quoted(key, limits.name)} is a key twice in one map`, offset, this.#faults.duplicateKey);
  }
  enter() {
    if (++this.#depth > MAX_DEPTH) {
      this.refuse(`The YAML is nested deeper than ${MAX_DEPTH} levels`, this.at, this.#faults.depth);
    }
  }
  leave() {
    this.#depth--;
  }
  unit(offset = this.at) {
    return this.text.charCodeAt(offset);
  }
  /** Whether a space or the end of a line or of the text stands there. */
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
  /** Whether nothing but a comment is left of the line; the cursor stands behind a space or a token. */
  isLineDone() {
    const start = this.at;
    const code = this.skipSpaces();
    return this.isBreak(code) || code === unit.hash && (this.at > start || this.unit(start - 1) === unit.space);
  }
  /** Leaves a line of which nothing but a comment may be left. */
  endLine() {
    if (!this.isLineDone()) this.refuse("The line goes on with what no package manager writes there");
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
    if (end < 0) this.refuse("The YAML breaks off: a closing quote is missing", start - 1);
    const raw = this.text.slice(start, end);
    if (raw.includes("\n")) this.refuse("A text in quotes goes over several lines", start - 1);
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
    return this.refuse(`The key ${quoted(plain)} is not quoted and no text`, offset);
  }
};
function isFlowMark(code) {
  return code === unit.comma || code === unit.openBracket || code === unit.closeBracket || code === unit.openBrace || code === unit.closeBrace;
}

// src/text/yaml-members.ts
var FEW = 16;
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
    if (position === FEW) this.#index = new Map(this.#keys.map((each, at) => [each, at]));
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
    if (Number.isNaN(code)) cursor.refuse("The YAML breaks off: a bracket is not closed");
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
function parseYamlDocuments(text, path, faults, schema = "core") {
  const cursor = new YamlCursor(text, path, faults, schema);
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
    const isMap = readKey() !== void 0;
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
      const key = isLong ? readLongKey(at) : readKey();
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
    if (column > at) cursor.refuse("The YAML is indented where nothing was begun");
  }
  function readKey() {
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
      if (parent < 0) cursor.refuse("The YAML is a single text");
      const block = readBlockScalar(cursor, parent);
      advance();
      return block;
    }
    const read = lineValue(code, parent);
    cursor.endLine();
    advance();
    return read;
  }
  function lineValue(code, parent) {
    if (code === unit.openBrace || code === unit.openBracket) return readFlow(cursor, parent);
    if (code === unit.doubleQuote || code === unit.singleQuote) return cursor.quoted();
    const offset = cursor.at;
    return cursor.resolve(cursor.plain(false), offset);
  }
  function root() {
    advance();
    const read = column < 0 ? null : node(-1);
    if (column >= 0) cursor.refuse("The YAML goes on where the document should end");
    return read;
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

export {
  JsonObject,
  JsonDocument,
  placeIn,
  folderOf,
  prefixOf,
  foldersAbove,
  join,
  follow,
  normalise,
  MAX_BYTES,
  lockfileFaults,
  lockfileYamlFaults,
  oneFault,
  decodeText,
  parseYamlDocuments,
  groupBy,
  introduced,
  unreachable,
  bounded,
  inOrder,
  concernsRegistry
};
