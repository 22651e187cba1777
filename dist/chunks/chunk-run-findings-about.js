import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isAbout
} from "./chunk-run-focus.js";
import {
  lockedVersion
} from "./chunk-model-identity.js";

// src/run/findings-about.ts
function findingsAbout({ whole, judgement }, wanted) {
  const anyVersion = { name: wanted.name };
  const names = /* @__PURE__ */ new Set([
    wanted.name,
    ...whole.changes.filter((each) => isAbout(each, anyVersion)).map(({ name }) => name)
  ]);
  return judgement.findings.filter(
    ({ name, version }) => name !== null && names.has(name) && (wanted.version === void 0 || version === null || version === wanted.version)
  );
}
function changesAbout({ comparison }, wanted) {
  return comparison.changes.filter((change) => change.kind !== "removed" && isAbout(change, wanted));
}
function isOf(finding, change) {
  return lockedVersion(finding) === lockedVersion(change);
}

export {
  findingsAbout,
  changesAbout,
  isOf
};
