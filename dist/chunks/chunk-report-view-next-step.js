import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/report/view/next-step.ts
function sharedStep({ subjects }) {
  const counts = /* @__PURE__ */ new Map();
  for (const { statements } of subjects) {
    for (const remediation2 of new Set(statements.flatMap(open))) {
      counts.set(remediation2, (counts.get(remediation2) ?? 0) + 1);
    }
  }
  const [[remediation, count] = ["", 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return count < 3 ? void 0 : { remediation, ofAll: counts.size === 1 };
}
function byNextStep(statements) {
  const steps = /* @__PURE__ */ new Map();
  for (const [index, statement] of statements.entries()) {
    const [key = `covered ${index}`] = open(statement).map((remediation) => `next ${remediation}`);
    steps.set(key, [...steps.get(key) ?? [], statement]);
  }
  return [...steps.values()];
}
var open = ({ decision, remediation }) => decision === null ? [remediation] : [];

export {
  sharedStep,
  byNextStep
};
