import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  statusContext
} from "./chunk-platform-github-status.js";

// src/platform/doctor/facts.ts
var policyPath = ".github/dependency-policy.yml";
var approvalsPath = ".github/dependency-approvals/record.json";
var usualContexts = ["dependency-gate", statusContext];
function gatesOf(workflows) {
  const judging = workflows.filter(({ events }) => events.has("pull_request"));
  return judging.length > 0 ? judging : workflows;
}
function contextsOf(workflows) {
  if (workflows.length === 0) return new Set(usualContexts);
  return new Set(gatesOf(workflows).map(({ context, status }) => status ? statusContext : context));
}
function gateChecks({
  protection,
  workflows
}) {
  const contexts = contextsOf(workflows);
  return protection.checks.filter(({ context }) => contexts.has(context));
}
function outsideGates({ outside }) {
  return {
    running: outside.filter(({ gates }) => gates.length > 0),
    unread: outside.filter(({ unread }) => unread !== void 0)
  };
}

export {
  policyPath,
  approvalsPath,
  gatesOf,
  contextsOf,
  gateChecks,
  outsideGates
};
