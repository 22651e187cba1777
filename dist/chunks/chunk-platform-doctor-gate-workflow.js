import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  asMap,
  eventsOf,
  parseWorkflow,
  permissionsOf,
  stepsOf,
  texts
} from "./chunk-platform-doctor-workflow-file.js";

// src/platform/doctor/gate-workflow.ts
function readGateWorkflows(path, text) {
  const workflow = parseWorkflow(text);
  if (workflow === void 0) return void 0;
  const { on, jobs } = workflow;
  const events = eventsOf(workflow);
  const pull = asMap(asMap(on)["pull_request"]);
  return Object.entries(asMap(jobs)).flatMap(([key, value]) => {
    const job = asMap(value);
    const step = stepsOf(job).find((each) => isGate(each["uses"]));
    const uses = step?.["uses"];
    if (!isGate(uses)) return [];
    const inputs = asMap(step?.["with"]);
    const at = uses.includes("@") ? uses.lastIndexOf("@") : void 0;
    const { name } = job;
    return [
      {
        path,
        context: typeof name === "string" ? name : key,
        events,
        types: pull["types"] === void 0 ? void 0 : texts(pull["types"]),
        filtered: ["paths", "paths-ignore", "branches", "branches-ignore"].some((filter) => filter in pull),
        conditions: ["if", "needs", "strategy", "continue-on-error"].filter((condition) => condition in job),
        ref: at === void 0 ? void 0 : uses.slice(at + 1),
        action: at === void 0 ? void 0 : uses.slice(0, at).split("/").slice(0, 2).join("/"),
        permissions: permissionsOf(workflow, job),
        status: String(inputs["status"]) === "true",
        policy: typeof inputs["policy"] === "string" ? inputs["policy"] : void 0
      }
    ];
  });
}
var isGate = (uses) => typeof uses === "string" && /^(?:[^/@]+\/lockgate(?:\/[^@]*)?@.+|\.\/)$/.test(uses);

export {
  readGateWorkflows,
  isGate
};
