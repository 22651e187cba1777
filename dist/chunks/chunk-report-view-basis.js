import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  minute
} from "./chunk-report-view-text-words.js";

// src/report/view/basis.ts
function basisWords({ path, at, trust }, show) {
  const judged = `${show(path)} as of ${show(minute(at))}`;
  return trust === void 0 ? `Judged from recorded evidence, ${judged}: nobody vouches for what the file says the registries answered.` : `Replayed ${judged}, with the registries, roots and keys that the recording names (${show(trust)}): it repeats a judgement and admits nothing.`;
}
function withBasis(report, sentence, format) {
  if (format === "text") return `${sentence}
${report}`;
  const [marker = "", ...rest] = report.split("\n");
  return [marker, `> ${sentence}`, "", ...rest].join("\n");
}

export {
  basisWords,
  withBasis
};
