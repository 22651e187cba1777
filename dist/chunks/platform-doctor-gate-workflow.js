import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  require_dist
} from "./chunk-yaml.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/platform/doctor/gate-workflow.ts
var import_yaml = __toESM(require_dist(), 1);
var asMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
var texts = (value) => (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
function readGateWorkflows(path, text) {
  let workflow;
  try {
    workflow = (0, import_yaml.parse)(text, { maxAliasCount: 100, logLevel: "error" });
  } catch {
    return void 0;
  }
  if (typeof workflow !== "object" || workflow === null || Array.isArray(workflow)) return void 0;
  const { on, jobs } = workflow;
  const events = new Set(typeof on === "object" && on !== null && !Array.isArray(on) ? Object.keys(on) : texts(on));
  const pull = asMap(asMap(on)["pull_request"]);
  return Object.entries(asMap(jobs)).flatMap(([key, value]) => {
    const job = asMap(value);
    const steps = Array.isArray(job["steps"]) ? job["steps"] : [];
    const uses = steps.map((step) => asMap(step)["uses"]).find(isGate);
    if (uses === void 0) return [];
    const { name } = job;
    return [
      {
        path,
        context: typeof name === "string" ? name : key,
        events,
        types: pull["types"] === void 0 ? void 0 : texts(pull["types"]),
        filtered: ["paths", "paths-ignore", "branches", "branches-ignore"].some((filter) => filter in pull),
        conditions: ["if", "needs", "strategy", "continue-on-error"].filter((condition) => condition in job),
        ref: uses.includes("@") ? uses.slice(uses.lastIndexOf("@") + 1) : void 0
      }
    ];
  });
}
var isGate = (uses) => typeof uses === "string" && /^(?:[^/@]+\/lockgate(?:\/[^@]*)?@.+|\.\/)$/.test(uses);
export {
  readGateWorkflows
};
