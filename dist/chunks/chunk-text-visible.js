import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/text/visible.ts
var limits = { name: 214, version: 256, path: 512, message: 4096 };
var unseen = new RegExp("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]|(?! )\\p{Zs}", "u");
var mark = new RegExp("\\p{M}", "u");
var marksPerLetter = 4;
var printable = /^[ -~]*$/u;
var printableWords = /^[!-_a-~]+(?: [!-_a-~]+)*$/u;
var codePoint = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
function bounded(text, max, isHidden) {
  let shown = "";
  let keep = 0;
  let marks = marksPerLetter;
  let before = "";
  let read = 0;
  for (const character of text) {
    read += character.length;
    marks = mark.test(character) ? marks + 1 : 0;
    const hidden = unseen.test(character) || marks > marksPerLetter || isHidden(character, { before, last: read === text.length });
    shown += hidden ? codePoint(character) : character;
    if (shown.length > max) return `${shown.slice(0, keep)}\u2026`;
    if (shown.length < max) keep = shown.length;
    before = character;
  }
  return shown;
}
function visible(text, max = limits.message) {
  return text.length <= max && printable.test(text) ? text : bounded(text, max, () => false);
}
function quoted(text, max = limits.path) {
  if (text === void 0) throw new TypeError("a message lacks one of its arguments");
  if (text === "") return '`""`';
  const whole = String(text);
  if (whole.length <= max && printableWords.test(whole)) return `\`${whole}\``;
  const inner = bounded(
    whole,
    max,
    (character, { before, last }) => character === "`" || character === " " && (before === " " || before === "" || last)
  );
  return `\`${inner}\``;
}

export {
  limits,
  visible,
  quoted
};
