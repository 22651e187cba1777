import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isGate
} from "./chunk-platform-doctor-gate-workflow.js";
import {
  asMap,
  eventsOf,
  parseWorkflow,
  permissionsOf,
  secretsOf,
  stepsOf,
  texts
} from "./chunk-platform-doctor-workflow-file.js";
import "./chunk-yaml.js";
import "./chunk-runtime.js";

// src/platform/doctor/install-jobs.ts
var proposed = ["pull_request", "pull_request_target"];
var installs = /\b(?:npm(?:\s+-\S+)*\s+(?:ci|clean-install|i|install|it|cit|install-test|install-ci-test|add)|pnpm(?:\s+-\S+)*\s+(?:i|install|add)|bun(?:\s+-\S+)*\s+(?:i|install|add)|yarn(?:\s+-\S+)*(?:\s+(?:install|add|workspaces\s+focus)|\s*(?=$|[;&|])))(?=\s|$|[;&|])/mu;
function readInstallJobs(path, text) {
  const workflow = parseWorkflow(text);
  if (workflow === void 0) return [];
  const events = eventsOf(workflow);
  if (!proposed.some((event) => events.has(event))) return [];
  const jobs = Object.entries(asMap(workflow["jobs"])).map(([key, job]) => [key, asMap(job)]);
  const gates = new Set(jobs.flatMap(([key, job]) => stepsOf(job).some(({ uses }) => isGate(uses)) ? [key] : []));
  const byKey = new Map(jobs);
  return jobs.flatMap(([key, job]) => {
    const command = stepsOf(job).map(
      ({ run }) => typeof run === "string" ? installs.exec(run.replaceAll(/^\s*#.*$/gmu, ""))?.[0].trim() : void 0
    ).find((found) => found !== void 0);
    if (command === void 0 || waitsFor(gates, key, byKey)) return [];
    return [
      {
        ...{ path, job: typeof job["name"] === "string" ? job["name"] : key, command },
        isPrivileged: events.has("pull_request_target"),
        ...{ secrets: secretsOf(workflow, job), permissions: permissionsOf(workflow, job) }
      }
    ];
  });
}
function waitsFor(gates, key, jobs) {
  const seen = /* @__PURE__ */ new Set([key]);
  for (const each of seen) {
    const job = jobs.get(each) ?? {};
    if ("if" in job && /\b(?:always|failure|cancelled)\s*\(/u.test(String(job["if"]))) continue;
    for (const need of texts(job["needs"])) seen.add(need);
  }
  return [...seen].some((each) => gates.has(each) && each !== key);
}
export {
  readInstallJobs
};
