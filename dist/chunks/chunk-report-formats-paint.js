import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  ruleUrl
} from "./chunk-report-view-project.js";

// src/report/formats/paint.ts
var green = "32";
var yellow = "33";
var red = "31";
var blue = "34";
var verdictColour = { pass: green, warn: yellow, fail: red, error: red };
var levelColour = { error: red, warn: yellow, note: blue };
function painter(colour, rulesUrl) {
  const sgr = (code) => (text) => colour ? `\x1B[${code}m${text}\x1B[0m` : text;
  return {
    strong: sgr("1"),
    faint: sgr("2"),
    level: (level, text) => sgr(`1;${levelColour[level]}`)(text),
    verdict: (verdict, text) => sgr(`1;${verdictColour[verdict]}`)(text),
    rule: (rule, text) => {
      const url = ruleUrl(rule, rulesUrl);
      return url === void 0 ? text : hyperlink(text, url);
    },
    ...rulesUrl !== void 0 && { link: hyperlink }
  };
}
var hyperlink = (text, url) => `\x1B]8;;${url}\x1B\\${text}\x1B]8;;\x1B\\`;

export {
  painter
};
