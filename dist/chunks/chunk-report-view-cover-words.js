import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/report/view/cover-words.ts
var longest = 300;
var longestId = 200;
var coverVerb = ({ coveredBy: cover }) => cover?.kind === "decision" ? "approved by" : "covered by";
function coverWords({ decision, coveredBy: cover }, show) {
  if (cover?.kind === "decision") {
    const by = cover.by.map(({ login, comment, record, reason: reason2 }) => {
      const where = record === void 0 ? `comment ${show(comment ?? "", longestId)}` : `record ${show(record, longestId)}`;
      const why = reason2 === "" ? "" : `: ${show(reason2, longest)}`;
      return `${show(login, longestId)} in ${where}${why}`;
    });
    return by.join("; ");
  }
  const id = decision === null ? "a decision" : show(decision, longestId);
  if (cover === void 0) return id;
  const { reason, owner, expires } = cover;
  const who = owner === void 0 ? "" : `, owner ${show(owner, longest)}`;
  return `${id} until ${show(expires, longest)}${who}: ${show(reason, longest)}`;
}

export {
  coverVerb,
  coverWords
};
