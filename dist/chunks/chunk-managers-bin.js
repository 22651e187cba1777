import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  compareText
} from "./chunk-text-order.js";

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

// src/managers/bin.ts
function normalBin(name, bin) {
  const programs = [];
  for (const [program, target] of stated(name, bin)) {
    const called = segments(baseName(program.replaceAll(/[\\:]/g, "/")));
    const file = typeof target === "string" ? segments(target.replaceAll("\\", "/")) : "";
    if (called !== "" && file !== "") programs.push([called, file]);
  }
  return Object.fromEntries(programs.sort((a, b) => compareText(a[0], b[0])));
}
function stated(name, bin) {
  if (typeof bin === "string") return [[name, bin]];
  if (Array.isArray(bin)) return bin.map((each) => [typeof each === "string" ? baseName(each) : "", each]);
  if (bin instanceof JsonObject) return bin.keys.map((key) => [key, bin.get(key)]);
  return typeof bin === "object" && bin !== null ? Object.entries(bin) : [];
}
var baseName = (path) => path.split("/").filter((each) => each !== "").at(-1) ?? "";
function segments(path) {
  const kept = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  return kept.join("/");
}

export {
  JsonObject,
  JsonDocument,
  placeIn,
  normalBin
};
