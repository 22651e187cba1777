import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  top
} from "./chunk-TMU4H44L.js";
import "./chunk-U2RJDSLN.js";

// src/evidence/well-known-names.ts
var ranks = new Map(top.map((name, index) => [name, index + 1]));
function rankOf(name) {
  return ranks.get(name);
}
var disguises = [
  [/[0\u043e\u03bf]/g, "o"],
  [/[1|\u0456\u0131]/g, "l"],
  [/5/g, "s"],
  [/\u0430/g, "a"],
  [/\u0435/g, "e"],
  [/\u0440/g, "p"],
  [/\u0441/g, "c"],
  [/rn/g, "m"],
  [/vv/g, "w"]
];
var affixes = /* @__PURE__ */ new Set(["js", "node", "npm", "lib", "ts", "package", "module"]);
var suspicious = /[^a-z@/._-]|rn|vv/;
var separators = /[\s!-/:-@[-`{-~]+/;
function bare(name) {
  const lower = name.toLowerCase();
  const plain = suspicious.test(lower) ? disguises.reduce((text, [found, meant]) => text.replaceAll(found, meant), lower) : lower;
  const words = plain.split(separators).map((word) => word.length > 4 ? word.replace(/js$/, "") : word);
  const telling = words.filter((word) => word !== "" && !affixes.has(word));
  return (telling.length === 0 ? words : telling).sort().join("");
}
var barest = /* @__PURE__ */ new Map();
for (const name of top) {
  const core = bare(name);
  if (!barest.has(core)) barest.set(core, name);
}
function lettersOf(name) {
  let bits = 0;
  for (let index = 0; index < name.length; index += 1) bits |= 1 << (name.charCodeAt(index) & 31);
  return bits;
}
var listed = top.map((name) => ({ name, letters: lettersOf(name) }));
function bitsIn(bits) {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
var scopeOf = (name) => name.startsWith("@") ? name.slice(0, name.indexOf("/")) : "";
var minimumBare = 4;
var longest = 214;
function lookalikeOf(name) {
  if (ranks.has(name) || name.length > longest) return void 0;
  const scope = scopeOf(name);
  const isOther = (candidate) => scopeOf(candidate) === "" ? scope === "" : scope !== "" && scopeOf(candidate) !== scope;
  const core = bare(name);
  const same = core.length < minimumBare ? void 0 : barest.get(core);
  if (same !== void 0 && isOther(same)) return { name: same, rank: ranks.get(same) ?? 0, likeness: "same" };
  for (const edits of [1, 2]) {
    const letters = lettersOf(name);
    const near = listed.find(
      (candidate) => candidate.name.length >= (edits === 1 ? 5 : 11) && Math.abs(candidate.name.length - name.length) <= edits && bitsIn(candidate.letters ^ letters) <= 2 * edits && isOther(candidate.name) && isWithin(name, candidate.name, edits)
    );
    if (near === void 0) continue;
    return { name: near.name, rank: ranks.get(near.name) ?? 0, likeness: edits === 1 ? "one-edit" : "two-edits" };
  }
  return void 0;
}
function isWithin(a, b, edits) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  if (start === a.length && start === b.length) return true;
  if (edits === 0) return false;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return isWithin(restA.slice(1), restB, edits - 1) || isWithin(restA, restB.slice(1), edits - 1) || isWithin(restA.slice(1), restB.slice(1), edits - 1) || restA[0] === restB[1] && restA[1] === restB[0] && isWithin(restA.slice(2), restB.slice(2), edits - 1);
}
export {
  lookalikeOf,
  rankOf
};
