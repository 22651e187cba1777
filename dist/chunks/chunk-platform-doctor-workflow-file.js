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

// src/platform/doctor/workflow-file.ts
var import_yaml = __toESM(require_dist(), 1);
var asMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
var texts = (value) => (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
var scalarText = (value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
function parseWorkflow(text) {
  let workflow;
  try {
    workflow = (0, import_yaml.parse)(text, { maxAliasCount: 100, logLevel: "error" });
    JSON.stringify(workflow);
  } catch {
    return void 0;
  }
  return typeof workflow === "object" && workflow !== null && !Array.isArray(workflow) ? workflow : void 0;
}
function eventsOf({ on }) {
  return new Set(typeof on === "object" && on !== null && !Array.isArray(on) ? Object.keys(on) : texts(on));
}
var stepsOf = (job) => (Array.isArray(job["steps"]) ? job["steps"] : []).map(asMap);
function permissionsOf(workflow, job) {
  const given = job["permissions"] ?? workflow["permissions"];
  if (given === void 0 || given === null) return void 0;
  if (given === "read-all" || given === "write-all") return given;
  return Object.fromEntries(Object.entries(asMap(given)).map(([scope, access]) => [scope, String(access)]));
}
function secretsOf(workflow, job) {
  const text = JSON.stringify([workflow["env"] ?? null, job]);
  const named = [...text.matchAll(/\bsecrets(?:\.([A-Za-z_]\w*)|\s*\[\s*\\?['"]([^'"\\]+))/gu)].map(
    ([, dotted, quoted]) => dotted ?? quoted ?? ""
  );
  const handsOnAll = job["secrets"] === "inherit" || /\btoJSON\(\s*secrets\s*\)/iu.test(text);
  const own = [...new Set(named)].filter((name) => name.toUpperCase() !== "GITHUB_TOKEN").sort();
  return handsOnAll ? ["all", ...own] : own;
}

export {
  asMap,
  texts,
  scalarText,
  parseWorkflow,
  eventsOf,
  stepsOf,
  permissionsOf,
  secretsOf
};
