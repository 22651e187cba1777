import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/text/record-name.ts
var LEDGER = ".github/dependency-approvals/";
var shape = /^((?:file-)?[0-9a-f]{32})-(approve|deny|revoke)-([0-9]{1,20}|s[0-9a-f]{32})\.json$/;
function readName(path) {
  if (!path.startsWith(LEDGER)) return void 0;
  const [, stem, decision, id] = shape.exec(path.slice(LEDGER.length)) ?? [];
  if (stem === void 0 || id === void 0) return void 0;
  return { stem, decision, id };
}

export {
  LEDGER,
  readName
};
