import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/evidence-values.ts
var absent = { state: "absent" };
function present(value) {
  return { state: "present", value };
}
function unavailable(reason, detail, asked) {
  return { state: "unavailable", reason, detail, ...asked === void 0 ? {} : { asked } };
}
function unoffered(capability, detail, asked) {
  return { ...unavailable("not-provided", detail, asked), unoffered: capability };
}
var unneeded = unavailable("not-recorded", "no enabled rule needs it");
var isUnneeded = (evidence) => evidence.state === "unavailable" && evidence.reason === unneeded.reason && evidence.detail === unneeded.detail;

export {
  absent,
  present,
  unavailable,
  unoffered,
  unneeded,
  isUnneeded
};
