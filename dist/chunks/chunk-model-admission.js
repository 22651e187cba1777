import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/admission.ts
var statementType = "https://in-toto.io/Statement/v1";
var summaryPredicate = "https://slsa.dev/verification_summary/v1";
var ingestionPredicate = "https://slsa.dev/dependency/v1";
function commitUri(repository, commit, path) {
  const file = path === void 0 ? "" : `#${path.replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD").split("/").map(encodeURIComponent).join("/")}`;
  return `git+${repository}@${commit}${file}`;
}

export {
  statementType,
  summaryPredicate,
  ingestionPredicate,
  commitUri
};
