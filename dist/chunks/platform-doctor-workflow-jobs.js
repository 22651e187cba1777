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
  scalarText,
  secretsOf,
  stepsOf,
  texts
} from "./chunk-platform-doctor-workflow-file.js";
import "./chunk-yaml.js";
import {
  nodeOptionsDo
} from "./chunk-managers-node-options.js";
import "./chunk-runtime.js";

// src/platform/doctor/expressions.ts
var longest = 2e4;
var expression = /\$\{\{((?:'[^']*'|(?!\}\})[^'])*)\}\}/gu;
var constants = /* @__PURE__ */ new Set(["true", "false", "null", "nan", "infinity"]);
var settled = /^\.(?:repository(?:_owner|_id|_owner_id|_visibility|url)?|(?:server|api|graphql)_url|event_name|token|run_id|run_number|run_attempt|workflow|workspace|job|event\.repository\..+)$/u;
function authorOf(value) {
  if (typeof value === "object" && value !== null) return worst(Object.entries(value).flat().map(authorOf));
  if (typeof value !== "string" || !value.includes("${{")) return "operator";
  if (value.length > longest || value.replaceAll(expression, "").includes("${{")) return "unread";
  return worst([...value.matchAll(expression)].map(([, text = ""]) => authorOfExpression(text)));
}
function conditionDoes(value) {
  if (value === void 0 || value === null || value === "") return "always";
  const text = scalarText(value)?.trim();
  if (text === void 0) return "unread";
  const bare = (/^\$\{\{([^{}]*)\}\}$/u.exec(text)?.[1] ?? text).trim().replaceAll(/\s+/gu, "").toLowerCase();
  if (/^(?:true|always\(\)|success\(\)|!cancelled\(\)|!failure\(\)|!false)$/u.test(bare)) return "always";
  if (/^(?:false|failure\(\)|cancelled\(\)|!true|!always\(\)|!success\(\)|null|0|'')$/u.test(bare)) return "never";
  return text.includes("${{") ? authorOf(text) : authorOfExpression(text);
}
function authorOfExpression(text) {
  if (text.length > longest) return "unread";
  const bare = text.replaceAll(/'[^']*'/gu, "''").toLowerCase();
  const named = bare.matchAll(/(?<![\w.-])([a-z_][\w-]*)((?:\.[\w*-]+)*)(\s*\()?/gu);
  return worst(
    [...named].map(([, name = "", path = "", call]) => {
      if (call !== void 0) return name === "hashfiles" ? "proposer" : "operator";
      if (name === "vars" || constants.has(name)) return "operator";
      return name === "github" && !settled.test(path) ? "proposer" : "unread";
    })
  );
}
function worst(authors) {
  return authors.find((each) => each === "proposer") ?? authors.find((each) => each === "unread") ?? "operator";
}

// src/platform/doctor/before-gate.ts
var harmless = /^(?:actions\/(?:checkout|setup-node|create-github-app-token)|step-security\/harden-runner)(?:\/[^@]*)?@/iu;
var inputsOf = (step) => Object.fromEntries(Object.entries(asMap(step["with"])).map(([name, value]) => [name.toLowerCase(), value]));
function checkedOut(steps) {
  const all = steps.filter(({ uses }) => typeof uses === "string" && /^actions\/checkout@/iu.test(uses));
  if (all.length === 0) return "nothing";
  return all.every((step) => isChosen(inputsOf(step))) ? "chosen" : "proposed";
}
function isChosen({ repository, ref }) {
  const isDefault = (value) => value === void 0 || value === null || value === "";
  if (authorOf(repository) !== "operator") return false;
  if (isDefault(ref)) return !isDefault(repository);
  if (typeof ref !== "string") return true;
  const isDefaultBranch = /^\s*\$\{\{\s*github\.event\.repository\.default_branch\s*\}\}\s*$/u.test(ref);
  return isDefaultBranch || authorOf(ref) === "operator" && !/\bpull\//u.test(ref);
}
function ranBefore(steps) {
  const found = steps.flatMap((step, at) => ofStep(step, checkedOut(steps.slice(0, at))));
  return found.find(({ level }) => level === "error") ?? found[0];
}
function ofStep(step, files) {
  const { run, uses } = step;
  if (typeof run === "string") {
    const writes = /GITHUB_(?:ENV|PATH)\b|::(?:set-env|add-path)\b/u.test(run);
    const isProposed = files === "proposed" || /\bgh\s+pr\s+checkout\b|\bpull\//u.test(run);
    const isOpen = writes || isProposed || authorOf(run) === "proposer";
    return [{ level: isOpen ? "error" : "unknown", what: firstLine(run) }];
  }
  if (typeof uses !== "string" || harmless.test(uses)) return [];
  if (/^\.{1,2}\//u.test(uses)) return [{ level: files === "proposed" ? "error" : "unknown", what: uses }];
  const isScript = /^actions\/github-script@/iu.test(uses);
  const given = authorOf(step["with"]);
  if (given === "proposer") return [{ level: isScript ? "error" : "unknown", what: uses }];
  return isScript || files === "proposed" ? [{ level: "unknown", what: uses }] : [];
}
var firstLine = (text) => text.trim().split("\n")[0]?.trim() ?? "";

// src/platform/doctor/gate-environment.ts
var changing = /^(?:NODE_OPTIONS|NODE_PATH|NODE_TLS_REJECT_UNAUTHORIZED|LD_\w+|DYLD_\w+|OPENSSL_(?:CONF|MODULES|ENGINES)|GCONV_PATH)$/iu;
var setting = /^NPM_CONFIG_/iu;
function changingVariables(environments) {
  const all = environments.flatMap(
    (each) => typeof each === "object" && each !== null ? Object.entries(each) : typeof each === "string" ? [["${{ }}", each]] : []
  );
  return [...new Map(all)].flatMap(([name, value]) => {
    const level = levelOf(name, value);
    return level === void 0 ? [] : [{ level, name }];
  });
}
function levelOf(name, value) {
  const author = authorOf(value);
  const isExpression = typeof value === "string" && value.includes("${{");
  if (name.includes("${{")) return author === "proposer" ? "error" : "unknown";
  const isChanging = changing.test(name);
  if (!isChanging && !setting.test(name)) return void 0;
  if (author !== "operator") return author === "proposer" ? "error" : "unknown";
  if (!isChanging) return void 0;
  if (isExpression) return "unknown";
  return ofText(name.toUpperCase(), (scalarText(value) ?? "").trim());
}
function ofText(name, text) {
  if (text === "") return void 0;
  if (name === "NODE_TLS_REJECT_UNAUTHORIZED") return text === "0" ? "error" : void 0;
  if (name !== "NODE_OPTIONS") return "unknown";
  const does = nodeOptionsDo(text, () => false);
  return does === "harmless" ? void 0 : does === "loads" ? "error" : "unknown";
}

// src/platform/doctor/gate-step.ts
var deciding = ["policy", "preset", "registry", "osv"];
var isGate = (uses) => typeof uses === "string" && /^(?:[^/@]+\/lockgate(?:\/[^@]*)?@.+|\.\/)$/.test(uses);
function gateStepOf(job) {
  const steps = stepsOf(job);
  const found = steps.flatMap(
    (step, at) => isGate(step["uses"]) ? [{ step, uses: step["uses"], before: steps.slice(0, at) }] : []
  );
  return found.find(({ step, before }) => doubtsOf({}, job, step, before).length === 0) ?? found[0];
}
function stepsBeforeVerdict(job) {
  const gate = gateStepOf(job);
  const steps = stepsOf(job);
  if (gate === void 0 || conditionsOf(gate.step, true).length > 0) return steps;
  const after = steps.slice(gate.before.length + 1);
  return [...gate.before, ...after.filter((step) => runsAnyway(step["if"]))];
}
var runsAnyway = (condition) => /\b(?:always|failure|cancelled)\s*\(/u.test(String(condition));
function isBlocking(job) {
  const gate = gateStepOf(job);
  return gate !== void 0 && [...conditionsOf(job, false), ...conditionsOf(gate.step, true)].length === 0;
}
function doubtsOf(workflow, job, step, before) {
  const container = asMap(job["container"]);
  const environments = [workflow["env"], job["env"], container["env"], step["env"]];
  const ran = ranBefore(before);
  return [
    ...conditionsOf(job, false),
    ...conditionsOf(step, true),
    ...inputDoubts(step),
    ...changingVariables(environments).map(({ level, name }) => doubt("environment", level, name)),
    ...ran === void 0 ? [] : [doubt("before", ran.level, ran.what)],
    ...runnerDoubts(job)
  ];
}
var doubt = (kind, level, what, isOfStep = false) => ({
  ...{ kind, level, what, isOfStep }
});
function conditionsOf(from, isOfStep) {
  const does = { if: conditionDoes(from["if"]), "continue-on-error": failureDoes(from["continue-on-error"]) };
  return Object.entries(does).flatMap(([key, what]) => {
    if (what === "always") return [];
    const isOpen = what === "never" || what === "proposer";
    return [doubt("condition", isOpen ? "error" : "unknown", key, isOfStep)];
  });
}
function failureDoes(value) {
  const does = conditionDoes(value === void 0 || value === null ? "false" : value);
  return does === "never" ? "always" : does === "always" ? "never" : does;
}
function inputDoubts(step) {
  const inputs = inputsOf(step);
  const isWritten = typeof step["with"] !== "string" && !Object.keys(inputs).some((name) => name.includes("${{"));
  if (!isWritten) return [doubt("input", authorOf(step["with"]) === "proposer" ? "error" : "unknown", "with")];
  return deciding.flatMap((name) => {
    const author = authorOf(inputs[name]);
    return author === "operator" ? [] : [doubt("input", author === "proposer" ? "error" : "unknown", name)];
  });
}
function runnerDoubts(job) {
  const container = Object.entries(asMap(job["container"])).filter(([key]) => key !== "env");
  const given = {
    "runs-on": authorOf(job["runs-on"]),
    container: authorOf(typeof job["container"] === "string" ? job["container"] : container)
  };
  return Object.entries(given).flatMap(([key, author]) => {
    if (author !== "proposer") return [];
    return [doubt("runner", "error", key)];
  });
}

// src/platform/doctor/gate-workflow.ts
function readGateWorkflows(path, text) {
  const workflow = parseWorkflow(text);
  if (workflow === void 0) return void 0;
  const { on, jobs } = workflow;
  const events = eventsOf(workflow);
  const pull = asMap(asMap(on)["pull_request"]);
  return Object.entries(asMap(jobs)).flatMap(([key, value]) => {
    const job = asMap(value);
    const found = gateStepOf(job);
    if (found === void 0) return [];
    const { step, uses, before } = found;
    const inputs = inputsOf(step);
    const at = uses.includes("@") ? uses.lastIndexOf("@") : void 0;
    const { name } = job;
    return [
      {
        path,
        context: typeof name === "string" ? name : key,
        events,
        types: pull["types"] === void 0 ? void 0 : texts(pull["types"]),
        filtered: ["paths", "paths-ignore", "branches", "branches-ignore"].some((filter) => filter in pull),
        conditions: ["needs", "strategy"].filter((condition) => condition in job),
        doubts: doubtsOf(workflow, job, step, before),
        local: at === void 0 ? checkedOut(before) : void 0,
        isAudit: inputs["preset"] === "audit",
        isShared: texts(job["runs-on"]).includes("self-hosted"),
        ref: at === void 0 ? void 0 : uses.slice(at + 1),
        action: at === void 0 ? void 0 : uses.slice(0, at).split("/").slice(0, 2).join("/"),
        permissions: permissionsOf(workflow, job),
        status: String(inputs["status"]) === "true",
        policy: typeof inputs["policy"] === "string" ? inputs["policy"] : void 0
      }
    ];
  });
}

// src/platform/doctor/install-jobs.ts
var proposed = ["pull_request", "pull_request_target"];
var installs = /\b(?:npm(?:\s+-\S+)*\s+(?:ci|clean-install|i|install|it|cit|install-test|install-ci-test|add)|pnpm(?:\s+-\S+)*\s+(?:i|install|add)|bun(?:\s+-\S+)*\s+(?:i|install|add)|yarn(?:\s+-\S+)*(?:\s+(?:install|add|workspaces\s+focus)|\s*(?=$|[;&|])))(?=\s|$|[;&|])/mu;
function readInstallJobs(path, text) {
  const workflow = parseWorkflow(text);
  if (workflow === void 0) return [];
  const events = eventsOf(workflow);
  if (!proposed.some((event) => events.has(event))) return [];
  const jobs = Object.entries(asMap(workflow["jobs"])).map(([key, job]) => [key, asMap(job)]);
  const gates = new Set(jobs.flatMap(([key, job]) => isBlocking(job) ? [key] : []));
  const byKey = new Map(jobs);
  return jobs.flatMap(([key, job]) => {
    const command = stepsBeforeVerdict(job).map(
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
    if (runsAnyway(job["if"])) continue;
    for (const need of texts(job["needs"])) seen.add(need);
  }
  return [...seen].some((each) => gates.has(each) && each !== key);
}

// src/platform/doctor/workflow-jobs.ts
var readWorkflowJobs = (path, text) => ({
  gates: readGateWorkflows(path, text),
  installs: readInstallJobs(path, text)
});
export {
  readWorkflowJobs
};
