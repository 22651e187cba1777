import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/report/formats/json.ts
function jsonReport(report) {
  return jsonText(report);
}
function jsonText(contract) {
  const text = JSON.stringify(contract, void 0, 2).replace(/[\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u007F-\u009F]/gu, escaped).replace(/##(?=[\w.]*\[)/gu, "#\\u0023");
  return `${text}
`;
}
function escaped(character) {
  return Array.from(
    { length: character.length },
    (_, index) => character.charCodeAt(index).toString(16).padStart(4, "0")
  ).map((hex) => `\\u${hex}`).join("");
}

export {
  jsonReport,
  jsonText
};
