import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  annotate
} from "./chunk-V6X5HG3T.js";
import {
  capital
} from "./chunk-EDYIQIIQ.js";
import "./chunk-CKP5WB4H.js";
import "./chunk-4GIOWBEC.js";
import {
  plural,
  tallyWords,
  verdictMeaning
} from "./chunk-QSEYOCBE.js";
import "./chunk-3IZPLR3Y.js";
import "./chunk-DDQOX6VS.js";
import {
  visible
} from "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";

// src/report/formats/check.ts
var perLevel = 250;
var titleLength = 255;
function checkOutput(report) {
  const { verdict } = report;
  const { shown, leftOut } = annotate(report, perLevel);
  const { errors, warnings } = leftOut;
  const rest = errors + warnings === 0 ? "" : ` Not annotated here: ${plural(errors, "finding")} at level error, ${plural(warnings, "finding")} at level warning.`;
  return {
    passed: verdict === "pass" || verdict === "warn",
    title: `lockgate: ${verdictMeaning[verdict]}`,
    summary: `${capital(tallyWords(report))}.${rest} The summary of the run has everything.`,
    annotations: { shown: shown.map((one) => ({ ...one, title: visible(one.title, titleLength) })), leftOut }
  };
}
export {
  checkOutput
};
