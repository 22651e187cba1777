import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  declaredBaselines
} from "./chunks/chunk-policy-declared-baselines.js";
import {
  recordingOf
} from "./chunks/chunk-run-evidence-recording.js";
import {
  reportOf
} from "./chunks/chunk-run-report-of.js";
import {
  policyOf
} from "./chunks/chunk-platform-github-policy-of.js";
import {
  runGate
} from "./chunks/chunk-run-pipeline.js";
import "./chunks/chunk-run-open.js";
import "./chunks/chunk-repository-update-bots.js";
import "./chunks/chunk-managers-node-options.js";
import {
  publishComment
} from "./chunks/chunk-platform-github-comment.js";
import {
  parseEvent,
  pullOfBranch,
  pullsOfRun,
  pullsWithHead,
  supportedEvents,
  whyOutdated
} from "./chunks/chunk-platform-github-pulls.js";
import {
  isStatusRequired,
  setStatus
} from "./chunks/chunk-platform-github-status.js";
import {
  annotate
} from "./chunks/chunk-report-formats-annotations.js";
import "./chunks/chunk-compare-open-with-manifests.js";
import "./chunks/chunk-run-trust-settings.js";
import "./chunks/chunk-run-base-files.js";
import "./chunks/chunk-run-verdict-of.js";
import "./chunks/chunk-text-record-name.js";
import "./chunks/chunk-compare-open-lockfile.js";
import "./chunks/chunk-repository-state.js";
import "./chunks/chunk-managers-watched.js";
import "./chunks/chunk-managers.js";
import "./chunks/chunk-lockfile-source.js";
import "./chunks/chunk-repository-contents.js";
import "./chunks/chunk-managers-bin.js";
import {
  debug,
  error,
  info,
  notice,
  setFailed,
  setOutput,
  warning
} from "./chunks/chunk-actions-core.js";
import {
  readRemotePolicy
} from "./chunks/chunk-platform-github-remote-policy.js";
import "./chunks/chunk-platform-github-same-repository.js";
import {
  serializeEvidence
} from "./chunks/chunk-recording-evidence-file.js";
import {
  jsonReport
} from "./chunks/chunk-report-formats-json.js";
import {
  terminalReport
} from "./chunks/chunk-report-formats-terminal.js";
import "./chunks/chunk-report-formats-paint.js";
import "./chunks/chunk-report-formats-wrap.js";
import {
  queueAhead,
  readAuthorship
} from "./chunks/chunk-platform-github-authorship.js";
import "./chunks/chunk-model-co-authors.js";
import {
  ask,
  objectId,
  unavailable
} from "./chunks/chunk-platform-github-ask.js";
import "./chunks/chunk-platform-github-same-text.js";
import {
  readPages
} from "./chunks/chunk-platform-github-pages.js";
import {
  capital,
  commentMarkdown,
  summaryMarkdown,
  unjudgedMarkdown,
  withNote
} from "./chunks/chunk-report-formats-markdown.js";
import "./chunks/chunk-report-view-proposed-exceptions.js";
import "./chunks/chunk-report-view-next-step.js";
import "./chunks/chunk-report-view-decisions.js";
import "./chunks/chunk-report-view-blocked.js";
import {
  isNoteworthy
} from "./chunks/chunk-report-view-links.js";
import "./chunks/chunk-report-view-one-date.js";
import {
  titleWords,
  waitsUntil
} from "./chunks/chunk-report-view-verdict-words.js";
import "./chunks/chunk-report-view-cover-words.js";
import {
  tallyWords
} from "./chunks/chunk-report-view-tally.js";
import "./chunks/chunk-report-view-not-judged.js";
import {
  errorLine
} from "./chunks/chunk-report-view-words.js";
import "./chunks/chunk-report-view-text-words.js";
import {
  presetNames
} from "./chunks/chunk-policy-schema-names.js";
import "./chunks/chunk-policy-registries.js";
import {
  policyPlace
} from "./chunks/chunk-policy-remote.js";
import "./chunks/chunk-model-loosening.js";
import "./chunks/chunk-text-registry-part.js";
import "./chunks/chunk-model-evidence-values.js";
import "./chunks/chunk-noble-hashes-sha2.js";
import "./chunks/chunk-policy-waivable.js";
import "./chunks/chunk-model-options.js";
import "./chunks/chunk-text-group-by.js";
import "./chunks/chunk-model-identity.js";
import "./chunks/chunk-semver.js";
import "./chunks/chunk-semver-ranges-intersects.js";
import "./chunks/chunk-semver-functions-prerelease.js";
import "./chunks/chunk-semver-functions-satisfies.js";
import "./chunks/chunk-semver-functions-valid.js";
import {
  outlinePolicy
} from "./chunks/chunk-policy-open.js";
import "./chunks/chunk-policy-is-gated-path.js";
import {
  openGitHubTree
} from "./chunks/chunk-platform-github-snapshot.js";
import "./chunks/chunk-repository-refusals.js";
import "./chunks/chunk-repository-path-bytes.js";
import "./chunks/chunk-platform-github-tree.js";
import "./chunks/chunk-repository-listing.js";
import "./chunks/chunk-repository-object-id.js";
import {
  openPolicyFile
} from "./chunks/chunk-policy-policy-file.js";
import "./chunks/chunk-text-paths.js";
import "./chunks/chunk-report-escape.js";
import "./chunks/chunk-lockfile-spec.js";
import "./chunks/chunk-validate-npm-package-name.js";
import "./chunks/chunk-semver-ranges-valid.js";
import "./chunks/chunk-semver-classes-comparator.js";
import "./chunks/chunk-text-order.js";
import "./chunks/chunk-semver-functions-parse.js";
import "./chunks/chunk-undici.js";
import {
  connect
} from "./chunks/chunk-platform-github-api.js";
import "./chunks/chunk-net-limiter.js";
import {
  describeFailure,
  isLockedConversation,
  readFailure
} from "./chunks/chunk-platform-github-failure.js";
import "./chunks/chunk-net-http-exchange.js";
import "./chunks/chunk-net-exchange-failure.js";
import "./chunks/chunk-net-loopback.js";
import {
  array,
  boolean,
  int,
  object,
  string
} from "./chunks/chunk-zod.js";
import {
  GateFailure,
  asGateError
} from "./chunks/chunk-errors.js";
import {
  rulesUrlOf
} from "./chunks/chunk-report-view-project.js";
import "./chunks/chunk-report-view-rule-words.js";
import "./chunks/chunk-judge-unavailable.js";
import "./chunks/chunk-model-effect.js";
import {
  compileGlob
} from "./chunks/chunk-text-glob.js";
import {
  limits,
  quoted
} from "./chunks/chunk-text-visible.js";
import "./chunks/chunk-runtime.js";

// src/platform/github/inputs.ts
import { readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

// src/platform/github/trusted-file.ts
function runsTrustedFile({ event, fullName, workflowRef = "", ref, defaultBranch }) {
  switch (event.kind) {
    case "issue_comment":
    case "schedule":
    case "workflow_run":
      return true;
    case "push":
    case "workflow_dispatch":
      return defaultBranch !== void 0 && ref === `refs/heads/${defaultBranch}` && event.ref === ref;
    case "pull_request":
    case "merge_group": {
      const [, home] = /^([\w.-]+\/[\w.-]+)\/\.github\/workflows\/[^/@]+@(?!refs\/pull\/)/.exec(workflowRef) ?? [];
      return home !== void 0 && home.toLowerCase() !== fullName.toLowerCase();
    }
  }
}

// src/platform/github/inputs.ts
var maxEventBytes = 26214400;
function readActionRequest(env) {
  const name = env["GITHUB_EVENT_NAME"];
  if (!name) {
    throw new GateFailure(
      "event",
      `GITHUB_EVENT_NAME is not set: run the action in a GitHub workflow on ${supportedEvents.join(", ")}, or use the command line.`
    );
  }
  const { event, repository } = parseEvent(name, readPayload(env["GITHUB_EVENT_PATH"]));
  const fullName = env["GITHUB_REPOSITORY"] ?? repository?.full_name ?? "";
  const [, owner, repo] = /^([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+)$/.exec(fullName) ?? [];
  const repositoryId = repository?.id ?? Number(env["GITHUB_REPOSITORY_ID"]);
  if (owner === void 0 || repo === void 0 || !Number.isSafeInteger(repositoryId) || repositoryId <= 0) {
    throw new GateFailure("event", "GITHUB_REPOSITORY and GITHUB_REPOSITORY_ID must name the repository of the run.");
  }
  if (repository !== void 0 && repository.full_name.toLowerCase() !== fullName.toLowerCase()) {
    throw new GateFailure("event", "The event payload and GITHUB_REPOSITORY name different repositories.");
  }
  const sha = env["GITHUB_SHA"] ?? "";
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) {
    throw new GateFailure("event", "GITHUB_SHA must hold the full id of the commit to judge.");
  }
  const summaryFile = env["GITHUB_STEP_SUMMARY"];
  const outputFile = env["GITHUB_OUTPUT"];
  const run = { event, fullName, workflowRef: env["GITHUB_WORKFLOW_REF"], ref: env["GITHUB_REF"] };
  const isTrusted = runsTrustedFile({ ...run, defaultBranch: repository?.default_branch });
  return {
    owner,
    repo,
    repositoryId,
    sha,
    event,
    apiUrl: readApiUrl(env["GITHUB_API_URL"]),
    token: readToken(env),
    inputs: readInputs(env),
    ...readRef(env["GITHUB_REF"]),
    ...readPages2(env, `${owner}/${repo}`),
    ...readRun(env),
    ...isTrusted && { isTrustedFile: true },
    ...summaryFile ? { summaryFile } : {},
    ...outputFile ? { outputFile } : {}
  };
}
function readUnjudgedRequest(env) {
  const kept = /* @__PURE__ */ new Set(["INPUT_GITHUB-TOKEN", "INPUT_COMMENT", "INPUT_STATUS"]);
  const others = Object.entries(env).filter(([name]) => !name.startsWith("INPUT_") || kept.has(name));
  try {
    const { event, ...request } = readActionRequest(Object.fromEntries(others));
    if (event.kind === "workflow_run" || event.kind === "issue_comment") return void 0;
    return { ...request, event };
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
function readPayload(path) {
  if (!path) {
    throw new GateFailure("event", `GITHUB_EVENT_PATH is not set: there is no event to judge. ${supported()}`);
  }
  try {
    if (statSync(path).size > maxEventBytes) {
      throw new GateFailure(
        "event",
        "The event payload (GITHUB_EVENT_PATH) is larger than the 25 MB that GitHub sends."
      );
    }
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error2) {
    if (error2 instanceof GateFailure) throw error2;
    const problem = error2 instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new GateFailure("event", `The event payload (GITHUB_EVENT_PATH) ${problem}. ${supported()}`);
  }
}
function supported() {
  return `Run the action in a GitHub workflow on ${supportedEvents.join(", ")}.`;
}
function readApiUrl(text = "https://api.github.com") {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url === void 0 || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new GateFailure("usage", "GITHUB_API_URL must be an http(s) URL without user info.");
  }
  return url.href.replace(/\/+$/, "");
}
function readRef(ref = "") {
  return /^refs\/(?:heads|tags|pull)\/[^\s\0]+$/.test(ref) ? { ref } : {};
}
function readPages2(env, fullName) {
  const server = env["GITHUB_SERVER_URL"] ?? "";
  const run = env["GITHUB_RUN_ID"] ?? "";
  const workflow = env["GITHUB_WORKFLOW_REF"] ?? "";
  if (!/^https?:\/\/[a-z\d.-]+(?::\d+)?\/?$/i.test(server)) return {};
  const serverUrl = server.replace(/\/$/, "");
  const [action = "", ref = ""] = [env["GITHUB_ACTION_REPOSITORY"], env["GITHUB_ACTION_REF"]];
  const isNamed = /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(action) && /^[A-Za-z0-9_-][A-Za-z0-9_./-]*$/.test(ref);
  return {
    serverUrl,
    .../^\d{1,20}$/.test(run) ? { runUrl: `${serverUrl}/${fullName}/actions/runs/${run}` } : {},
    ...workflow.toLowerCase().startsWith(`${fullName}/.github/workflows/`.toLowerCase()) && /^[\w./-]+@refs\/[!-~]+$/.test(workflow) && { workflowRef: workflow },
    ...isNamed && {
      projectUrl: `${serverUrl}/${action}`,
      rulesUrl: rulesUrlOf({ url: `${serverUrl}/${action}`, ref })
    }
  };
}
function readRun(env) {
  const id = Number(env["GITHUB_RUN_ID"]);
  const path = ownWorkflow(env);
  return { ...Number.isSafeInteger(id) && { runId: id }, ...path !== void 0 && { ownWorkflow: path } };
}
function readToken(env) {
  const token = readInput(env, "github-token");
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  const problem = token === "" ? "is empty" : "holds characters that no token has";
  throw new GateFailure(
    "usage",
    `The input \`github-token\` ${problem}: leave it out, or give it \`\${{ github.token }}\` or an App's token.`
  );
}
function readInputs(env) {
  const preset = readInput(env, "preset");
  const registry = readInput(env, "registry");
  const osv = readInput(env, "osv");
  const { policyPath, ...remote } = readPolicy(readPolicyInput(env));
  return {
    // action.yml has the same path as its default: a workflow that repeats it cannot be told from one that does not.
    ...{ policyPath, isPolicyNamed: policyPath !== defaultPolicyPath, ...remote },
    ...preset === "" ? {} : { preset: oneOf("preset", preset, presetNames) },
    ...registry === "" ? {} : { registry },
    ...osv === "" ? {} : { osv },
    refreshTrust: readBoolean(env, "refresh-trust", "false"),
    comment: readBoolean(env, "comment", "true"),
    review: readBoolean(env, "review", "false"),
    annotations: oneOf("annotations", readInput(env, "annotations").toLowerCase() || "commands", ["commands", "check"]),
    sarif: oneOf("sarif", readInput(env, "sarif").toLowerCase() || "none", ["none", "file", "upload"]),
    status: readBoolean(env, "status", "false"),
    audit: readBoolean(env, "audit", "true"),
    ...readRerun(env),
    ...readGateWorkflow(env),
    reportFile: temporaryFile(env, "report-file", "report.json"),
    evidenceFile: temporaryFile(env, "evidence-file", "evidence.json"),
    sarifFile: temporaryFile(env, "sarif-file", "report.sarif"),
    recordsFolder: temporaryFile(env, "records-folder", "records"),
    ...readAdmissions(env)
  };
}
function readAdmissions(env) {
  const admissions = oneOf("admissions", readInput(env, "admissions").toLowerCase() || "none", [
    "none",
    "file",
    "sign"
  ]);
  const admissionsFile = temporaryFile(env, "admissions-file", "admissions.jsonl");
  return admissions === "none" ? {} : { admissions, admissionsFile };
}
function readRerun(env) {
  const given = readInput(env, "rerun");
  if (given === "" || given === "false") return {};
  const path = given === "true" ? ownWorkflow(env) : given;
  if (path !== void 0 && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { rerun: path };
  throw new GateFailure(
    "usage",
    `The input \`rerun\` must be true, false, or the path of the workflow that holds the check, such as \`.github/workflows/dependency-gate.yml\`, not ${quoted(given)}.`
  );
}
var workflowPath = /^\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/;
var ownWorkflow = (env) => /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/@]+)@/.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1];
function readGateWorkflow(env) {
  const given = readInput(env, "gate-workflow");
  if (given === "") return {};
  if (workflowPath.test(given)) return { gateWorkflow: given };
  throw new GateFailure(
    "usage",
    `The input \`gate-workflow\` must be the path of the workflow that holds the check, such as \`.github/workflows/dependency-gate.yml\`, not ${quoted(given)}.`
  );
}
function readInput(env, name) {
  return (env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
}
function readBoolean(env, name, otherwise) {
  return oneOf(name, readInput(env, name).toLowerCase() || otherwise, ["true", "false"]) === "true";
}
function oneOf(name, value, allowed) {
  const match = allowed.find((word) => word === value);
  if (match !== void 0) return match;
  throw new GateFailure(
    "usage",
    `The input \`${name}\` must be one of ${allowed.join(", ")}, not ${quoted(value, limits.name)}.`
  );
}
var defaultPolicyPath = ".github/dependency-policy.yml";
function readPolicyInput(env) {
  const text = readInput(env, "policy");
  if (text !== "" || env["INPUT_POLICY"] === void 0) return text;
  throw new GateFailure(
    "usage",
    "The input `policy` is empty: name the policy, or leave the input out for the repository's own. Is a variable of the workflow not set?"
  );
}
function readPolicy(text) {
  if (text === "") return { policyPath: defaultPolicyPath };
  const place = policyPlace(text);
  if ("problem" in place) throw new GateFailure("usage", `The input \`policy\`: ${place.problem}.`);
  if ("remote" in place) return { policyPath: defaultPolicyPath, remotePolicy: place.remote };
  return { policyPath: readPolicyPath(place.path.replace(/^\.\//, "")) };
}
function readPolicyPath(path) {
  const inside = path.split("/").every((segment) => !["", ".", ".."].includes(segment));
  if (inside && !path.includes("\\") && !path.includes("\0") && path.length <= limits.path) return path;
  throw new GateFailure(
    "usage",
    `The input \`policy\` must be a path from the repository's root, without \`.\` or \`..\`, or OWNER/REPO/PATH@REF, not ${quoted(path)}.`
  );
}
function temporaryFile(env, input, otherwise) {
  const folder = resolve(env["RUNNER_TEMP"] || tmpdir());
  const given = readInput(env, input);
  if (given === "") return join(folder, "lockgate", otherwise);
  const path = resolve(folder, given);
  const below = relative(folder, path);
  if (below !== "" && below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below) && !given.includes("\0")) {
    return path;
  }
  throw new GateFailure(
    "usage",
    `The input \`${input}\` must lie in the runner's temporary folder (a relative path is taken from there), not ${quoted(given)}.`
  );
}

// src/platform/github/branches.ts
var repositoryReply = object({ default_branch: string().min(1) });
var branchReply = object({ commit: object({ sha: objectId }) });
var comparisonReply = object({ merge_base_commit: object({ sha: objectId }) });
async function readDefaultBranch(request, client, name) {
  const found = name ?? await askDefaultBranch(request, client);
  const tip = await findTip(request, client, found);
  if (tip !== void 0) return { name: found, tip };
  throw new GateFailure("repository-unavailable", "The default branch has no commit to take the policy from.");
}
async function askDefaultBranch({ owner, repo }, client) {
  const route = "GET /repos/{owner}/{repo}";
  return (await ask(client, route, { owner, repo }, repositoryReply, "the repository")).default_branch;
}
async function findTip(request, client, branch) {
  const { owner, repo } = request;
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/branches/{branch}", { owner, repo, branch });
    return branchReply.parse(data).commit.sha;
  } catch (error2) {
    if (readFailure(error2, 0).kind === "missing") return void 0;
    throw unavailable(error2, `the branch ${quoted(branch)}`);
  }
}
async function findMergeBase({ owner, repo }, client, base, head) {
  const where = { owner, repo, basehead: `${base}...${head}`, per_page: 1, page: 2 };
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/compare/{basehead}", where);
    return comparisonReply.parse(data).merge_base_commit.sha;
  } catch (error2) {
    if (readFailure(error2, 0).kind === "missing") return void 0;
    throw unavailable(error2, `the common ancestor of ${base} and ${head}`);
  }
}

// src/platform/github/decision-port.ts
function decisionsOf(request, client, range, open) {
  const { event, repositoryId, isTrustedFile } = request;
  const { trustedRef, comments = 0 } = range;
  if (trustedRef === void 0) return void 0;
  const common = { repositoryId, ...isTrustedFile === true ? {} : { cannotAskTeams: true } };
  const proving = {
    recorded: async (number2) => (await import("./chunks/platform-github-decisions-hear-recorded.js")).readRecorded(request, client, number2, open),
    standings: async (accounts, approvals) => (await import("./chunks/platform-github-decisions-hear-recorded.js")).standingsOf(request, client, accounts, approvals)
  };
  if (event.kind !== "pull_request") {
    const where = whereOf(request, range);
    const order2 = where && { where, trusted: trustedRef, open };
    return order2 && {
      ...{ ...common, author: { marks: [], extra: 0 } },
      ...{ hearEach: hearingEach(request, client, order2), ...proving }
    };
  }
  const { author, number, headSha } = event;
  const marks = isAccountType(author.type) ? [{ account: { id: author.id, login: author.login, type: author.type }, as: "author" }] : [];
  const order = { number, headSha, trusted: trustedRef };
  const proposed = async (asked) => (await import("./chunks/platform-github-decisions-hear.js")).readProposed(request, client, order, asked);
  return {
    ...{ ...common, pull: number, author: { marks, extra: 0 }, proposed },
    ...{ hear: hearing(request, client, order), isSilent: comments === 0, ...proving }
  };
}
function whereOf({ event }, { base, trustedRef }) {
  if (base === void 0 || trustedRef === void 0) return void 0;
  if (event.kind === "merge_group") return { kind: "queue", event, tip: base };
  if (event.kind !== "push" || event.before === void 0 || event.after === void 0) return void 0;
  return { kind: "push", branch: trustedRef, before: event.before, after: event.after };
}
var hearing = (request, client, order) => async (asked) => (await import("./chunks/platform-github-decisions-hear.js")).hearPull(request, client, order, asked);
var hearingEach = (request, client, order) => async (asked) => (await import("./chunks/platform-github-decisions-hear-each.js")).hearEach(request, client, order, asked);
var isAccountType = (type) => type === "User" || type === "Bot";

// src/platform/github/publish.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";

// src/platform/github/annotations.ts
function sendAnnotations({ shown, leftOut }) {
  for (const annotation of shown) send(annotation);
  logLeftOut(leftOut, "GitHub shows ten of each");
}
async function annotateByCheck(request, client, { annotations: { shown, leftOut }, ...check }, otherwise) {
  const { owner, repo, event, sha, runUrl } = request;
  const headSha = "headSha" in event ? event.headSha : sha;
  const annotations = shown.flatMap(({ path, ...rest }) => path === null ? [] : [{ path, ...rest }]);
  const details = runUrl === void 0 ? {} : { detailsUrl: runUrl };
  const { publishCheck } = await import("./chunks/platform-github-check.js");
  try {
    const { taken, failure } = await publishCheck(client, { owner, repo, headSha, annotations, ...check, ...details });
    for (const annotation of shown) if (annotation.path === null) send(annotation);
    logLeftOut(leftOut, "a check run has room for 250 of each");
    if (failure === void 0) return;
    const rest = `${annotations.length - taken} of ${annotations.length} annotations were not written`;
    warning(`${rest}: ${describeFailure(failure)}. The verdict stands.`);
  } catch (error2) {
    const { kind } = readFailure(error2, 0);
    const needs = kind === "refused" || kind === "missing" ? "; the job needs `checks: write`" : "";
    warning(
      `The check run was not written, so workflow commands are used instead: ${describeFailure(error2)}${needs}. The verdict stands.`
    );
    sendAnnotations(otherwise);
  }
}
function send({ level, path, line, column, title, message }) {
  const at = column === void 0 ? {} : { startColumn: column };
  const place = path === null ? { title } : { title, file: path, startLine: line, ...at };
  if (level === "error") error(message, place);
  else if (level === "notice") notice(message, place);
  else warning(message, place);
}
function logLeftOut({ errors, warnings }, why) {
  if (errors + warnings === 0) return;
  info(`Not annotated, because ${why}: ${errors} at level error, ${warnings} at level warning.`);
}

// src/platform/github/code-scanning.ts
import { promisify } from "node:util";
import { gzip } from "node:zlib";
var maxBytes = 1e7;
async function uploadSarif(client, { owner, repo, commit, ref, sarif }) {
  const packed = await promisify(gzip)(sarif);
  if (packed.length > maxBytes) throw new Error("it is larger than the 10 MB that code scanning takes");
  await client.request("POST /repos/{owner}/{repo}/code-scanning/sarifs", {
    owner,
    repo,
    commit_sha: commit,
    ref,
    sarif: packed.toString("base64"),
    tool_name: "lockgate"
  });
}

// src/platform/github/pull-page.ts
function pullUrl({ serverUrl, owner, repo, event }) {
  if (serverUrl === void 0 || event.kind !== "pull_request") return void 0;
  return `${serverUrl}/${owner}/${repo}/pull/${event.number}`;
}
function checksUrl(request) {
  const page = pullUrl(request);
  return page === void 0 ? void 0 : `${page}/checks`;
}

// src/platform/github/conversation.ts
async function comment(request, client, publication) {
  const { event } = request;
  if (event.kind !== "pull_request") return void 0;
  const worthCreating = publication.isUrgent === true || isWorthCreating(publication);
  return await write(request, client, event, { body: publication.comment, worthCreating, baseRef: event.baseRef });
}
function isWorthCreating({ report, when = "always" }) {
  if (when === "never") return false;
  const isFound = report.findings.some(({ status, level }) => status === "reported" && level !== "note");
  const isRecorded = [...report.decisions?.ledger?.used ?? [], ...report.decisions?.proofs ?? []].length > 0;
  return report.errors.length > 0 || isFound || when === "always" && (isRecorded || isNoteworthy(report));
}
async function replaceComment(request, client, body) {
  const { event } = request;
  if (event.kind !== "pull_request") return;
  await write(request, client, event, { body, worthCreating: false });
}
async function write({ owner, repo, inputs }, client, event, what) {
  if (!inputs.comment) return void 0;
  const { number, headSha } = event;
  return await unlessRefused("The comment", event, async () => {
    const order = { owner, repo, number, headSha, ...what };
    const { outcome, id } = await publishComment(client, order);
    if (outcome === "outdated") {
      info("The pull request has a newer head or another base branch: its own run updates the comment.");
    }
    return id;
  });
}
function commentUrl(request, id) {
  const page = pullUrl(request);
  return id === void 0 || page === void 0 ? "" : `${page}#issuecomment-${id}`;
}
async function review({ owner, repo, event, inputs }, client, { report, review: isAsked = false }) {
  if (event.kind !== "pull_request" || !(inputs.review || isAsked)) return;
  const { number, headSha, baseRef } = event;
  const { publishReview } = await import("./chunks/platform-github-review.js");
  await unlessRefused("The review", event, async () => {
    const outcome = await publishReview(client, { owner, repo, number, headSha, baseRef, report });
    if (outcome === void 0) {
      info("The pull request has a newer head or another base branch: its own run updates the review.");
    } else if (outcome.leftOut > 0) info(`Not in the review, for lack of room: ${outcome.leftOut} findings.`);
  });
}
async function unlessRefused(what, { fork }, task) {
  try {
    return await task();
  } catch (error2) {
    const { kind } = readFailure(error2, 0);
    if (kind !== "refused" && kind !== "missing") throw error2;
    const needs = fork ? "the token of a pull request from a fork can only read" : "the job needs `pull-requests: write`";
    const why = isLockedConversation(error2) ? "the conversation is locked" : needs;
    warning(`${what} was not written: ${describeFailure(error2)}; ${why}. The verdict stands.`);
    return void 0;
  }
}

// src/platform/github/outputs.ts
function setOutputs(report, files) {
  const { added, updated, removed, findings, notes, errors, found, couldNotJudge } = report.counts;
  const tallies = { found: found.blocks + found.warns, "could-not-judge": couldNotJudge.blocks + couldNotJudge.warns };
  const outputs = { verdict: report.verdict, findings, ...tallies, notes, errors, added, updated, removed, ...files };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

// src/platform/github/summary.ts
import { appendFile, stat } from "node:fs/promises";
var maxSummaryBytes = 1048576;
async function writeSummary(file, markdown) {
  const text = markdown.endsWith("\n") ? markdown : `${markdown}
`;
  const written = await stat(file).then(
    ({ size }) => size,
    () => 0
  );
  if (written + Buffer.byteLength(text) > maxSummaryBytes) throw new Error("it would be larger than 1 MiB");
  await appendFile(file, text);
}

// src/platform/github/publish.ts
async function publish(request, client, publication) {
  const { report, annotations, check, summary, json, evidence, sarif, admission } = publication;
  const { inputs, summaryFile, outputFile } = request;
  if (check === void 0) sendAnnotations(annotations);
  else await annotateByCheck(request, client, check, annotations);
  const reportFile = await save("report", inputs.reportFile, json);
  const evidenceFile = await save("evidence", inputs.evidenceFile, evidence);
  const sarifFile = await save("SARIF", inputs.sarifFile, sarif);
  const admissions = await saveAdmission(request, client, admission);
  const records = await saveRecords(inputs.recordsFolder, publication.records);
  const files = { report: reportFile, evidence: evidenceFile, sarif: sarifFile, admissions, records };
  if (outputFile !== void 0) await courtesy("The outputs", () => setOutputs(report, files));
  if (summaryFile === void 0) notice("No step summary was written: GITHUB_STEP_SUMMARY is not set.");
  else await courtesy("The step summary", () => writeSummary(summaryFile, summary));
  let commentId;
  await courtesy("The comment", async () => {
    commentId = await comment(request, client, publication);
  });
  await courtesy("The review", () => review(request, client, publication));
  if (outputFile !== void 0) {
    const url = commentUrl(request, commentId);
    await courtesy("The output `comment-url`", () => setOutput("comment-url", url));
  }
  if (sarif !== void 0 && inputs.sarif === "upload") {
    await courtesy("The report to code scanning", () => codeScanning(request, client, report, sarif));
  }
}
async function saveRecords(folder, records = []) {
  if (records.length === 0) return "";
  const written = await courtesy("The records", async () => {
    for (const { path, bytes } of records) {
      const file = join2(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
  });
  return written ? folder : "";
}
async function saveAdmission(request, client, admission) {
  const { admissions, admissionsFile = "" } = request.inputs;
  if (admission === void 0) return "";
  const lines = admissions === "sign" ? await (await import("./chunks/platform-github-sign-admission.js")).signAdmission(request, client, admission) : admission.statements;
  return save("admissions", admissionsFile, lines.map((line) => `${line}
`).join(""));
}
async function publishUnjudged(request, client, markdown) {
  const { summaryFile } = request;
  if (summaryFile !== void 0) await courtesy("The step summary", () => writeSummary(summaryFile, markdown));
  await courtesy("The comment", async () => {
    await replaceComment(request, client, markdown);
  });
}
async function publishCommentOnly(request, client, publication) {
  await courtesy("The comment", async () => {
    await comment(request, client, publication);
  });
  await courtesy("The review", () => review(request, client, publication));
}
async function codeScanning({ owner, repo, sha, ref, event }, client, { errors }, sarif) {
  if (!scanned.has(event.kind) || ref === void 0) {
    info(`Nothing is sent to code scanning on ${event.kind}: see docs/decisions/0140-code-scanning.md.`);
    return;
  }
  if (errors.length > 0) {
    warning("Nothing was sent to code scanning: what could not be evaluated would look fixed.");
    return;
  }
  try {
    await uploadSarif(client, { owner, repo, commit: sha, ref, sarif });
  } catch (error2) {
    const { kind } = readFailure(error2, 0);
    if (kind !== "refused" && kind !== "missing") throw error2;
    const needs = "the job needs `security-events: write`, and the repository needs code scanning";
    warning(`Nothing was sent to code scanning: ${describeFailure(error2)}; ${needs}. The verdict stands.`);
  }
}
var scanned = /* @__PURE__ */ new Set(["pull_request", "schedule", "workflow_dispatch"]);
async function save(name, path, text) {
  if (text === void 0) return "";
  const written = await courtesy(`The ${name} file`, async () => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  });
  return written ? path : "";
}
async function courtesy(what, task) {
  try {
    await task();
    return true;
  } catch (error2) {
    warning(`${what} was not written: ${describeFailure(error2)}. The verdict stands.`);
    return false;
  }
}

// src/platform/github/baseline.ts
var rules = array(object({ type: string() }));
function askBaselines(request, client, { name: defaultBranch, tip }, readBaselines) {
  const answers = /* @__PURE__ */ new Map();
  return (branch) => {
    const answer = answers.get(branch) ?? decide(branch);
    answers.set(branch, answer);
    return answer;
  };
  async function decide(branch) {
    if (branch === defaultBranch) return { counts: true };
    const names = await readBaselines(tip);
    if (names.includes(branch)) return { counts: true };
    const pattern = names.find((each) => /[*?]/.test(each) && compileGlob(each)(branch));
    return pattern === void 0 ? { counts: false } : askRules(request, client, branch, pattern);
  }
}
async function askRules({ owner, repo }, client, branch, pattern) {
  const matches = `${quoted(branch)} matches ${quoted(pattern)} in \`baselines\`, but`;
  try {
    const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
    const types = new Set((await readPages(client, route, { owner, repo, branch }, rules)).map(({ type }) => type));
    if (types.has("creation") && types.has("update")) return { counts: true };
    return { counts: false, why: `${matches} its rules do not restrict who may create and update it.` };
  } catch (error2) {
    return { counts: false, why: `${matches} its rules could not be read: ${describeFailure(error2)}.` };
  }
}

// src/platform/github/second-looks.ts
var maxBranches = 10;
async function secondLooks(request, client, { trunk, asked, baseRef, head, others }) {
  const byBranch = new Map(others.map((other) => [other.baseRef, other]));
  byBranch.delete(baseRef);
  if (byBranch.size > maxBranches) {
    throw new GateFailure(
      "budget",
      `The head ${head} is proposed into more than ${maxBranches} other branches; close the pull requests that are not needed, and run the workflow again.`
    );
  }
  const branches = [baseRef, ...byBranch.keys()];
  const counting = await Promise.all(branches.map(async (branch) => (await asked(branch)).counts));
  const stranger = branches.find((_, at) => counting[at] === false);
  const isOwn = stranger === baseRef;
  const isAsked = stranger !== void 0 && baseRef !== trunk.name && (isOwn || !byBranch.has(trunk.name));
  const looks = [];
  if (isAsked) {
    byBranch.delete(trunk.name);
    const stackedOn = isOwn ? await pullOfBranch(request, client, stranger) : void 0;
    const stacked = stackedOn === void 0 ? {} : { stackedOn };
    const reason = { kind: "not-a-baseline", branch: stranger, defaultBranch: trunk.name, ...stacked };
    looks.push(...await lookAtDefault(request, client, { trunk, head, reason }));
  }
  for (const [branch, { number: pull, base }] of byBranch) {
    const tip = branch === trunk.name ? trunk.tip : base;
    const past = await findMergeBase(request, client, tip, head);
    if (past !== head) looks.push({ base: past ?? tip, head, reason: { kind: "same-head", branch, pull } });
  }
  return looks;
}
async function lookAtDefault(request, client, { trunk, head, reason }) {
  const past = await findMergeBase(request, client, trunk.tip, head);
  return past === head ? [] : [{ base: past ?? trunk.tip, head, reason }];
}

// src/platform/github/test-merge.ts
var commitReply = object({ parents: array(object({ sha: objectId })) });
var pullReply = object({
  state: string(),
  head: object({ sha: objectId }),
  base: object({ ref: string().min(1), repo: object({ default_branch: string().min(1) }) }),
  mergeable: boolean().nullable(),
  merge_commit_sha: string().nullable(),
  comments: int().min(0)
});
var waits = [1e3, 2e3, 4e3, 8e3, 16e3];
async function findTestMerge(request, client, event, accept) {
  const { owner, repo, sha } = request;
  const { number, headSha } = event;
  let last;
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  for (const wait of [0, ...waits]) {
    if (wait > 0) await client.pause(wait);
    const pull = await ask(client, route, { owner, repo, pull_number: number }, pullReply, `pull request #${number}`);
    const reason = whySuperseded(pull, event);
    if (reason !== void 0) return { kind: "superseded", reason };
    const { ref: baseRef, repo: home } = pull.base;
    last = { baseRef, defaultBranch: home.default_branch, comments: pull.comments };
    if (pull.mergeable === false) {
      throw new GateFailure(
        "event",
        `Pull request #${number} conflicts with ${quoted(baseRef)}, so there is no merge to judge: resolve the conflicts and push.`
      );
    }
    const merge = pull.mergeable === true ? objectId.safeParse(pull.merge_commit_sha).data : void 0;
    const found2 = merge === void 0 ? void 0 : await take(merge, last);
    if (found2 !== void 0) return found2;
  }
  const found = last === void 0 ? void 0 : await take(sha, last);
  if (found !== void 0) return found;
  throw new GateFailure(
    "event",
    `GitHub has no test merge of pull request #${number} at its head yet: run the workflow again, or push.`
  );
  async function take(merge, place) {
    const base = await firstParent(request, client, merge, headSha);
    if (base === void 0) return void 0;
    const accepted = await accept({ ...place, base });
    return accepted === void 0 ? void 0 : { kind: "merge", ...place, base, merge, accepted };
  }
}
function whySuperseded({ state, head }, { number, headSha }) {
  if (head.sha !== headSha) {
    return `Superseded: pull request #${number} has a newer head than this run, and the run of that head judges it.`;
  }
  if (state === "closed") return `Superseded: pull request #${number} is closed, and nothing of it can be merged.`;
  return void 0;
}
async function firstParent(request, client, merge, headSha) {
  const { owner, repo } = request;
  const route = "GET /repos/{owner}/{repo}/git/commits/{commit_sha}";
  const { parents } = await ask(client, route, { owner, repo, commit_sha: merge }, commitReply, `the commit ${merge}`);
  return parents.length === 2 && parents[1]?.sha === headSha ? parents[0]?.sha : void 0;
}

// src/platform/github/pull-range.ts
async function rangeOfPull(request, client, event, readBaselines) {
  const trust = async ({ defaultBranch, baseRef: baseRef2, base }) => {
    const trunk2 = await readDefaultBranch(request, client, defaultBranch);
    const asked2 = askBaselines(request, client, trunk2, readBaselines);
    return await isPastOf(request, client, { trunk: trunk2, asked: asked2, baseRef: baseRef2, base }) ? { trunk: trunk2, asked: asked2 } : void 0;
  };
  const pull = await findTestMerge(request, client, event, trust);
  if (pull.kind === "superseded") return pull;
  const { number, headSha } = event;
  const proposals = await pullsWithHead(request, client, headSha, number);
  const { baseRef } = pull;
  const { trunk, asked } = pull.accepted;
  const others = proposals.filter((proposal) => proposal.number !== number);
  const also = await secondLooks(request, client, { trunk, asked, baseRef, head: headSha, others });
  const { why, counts } = await asked(baseRef);
  const judged = [...others, { number, baseRef, base: pull.base }];
  const moved = `The pull request was retargeted from ${quoted(event.baseRef)} to ${quoted(baseRef)}.`;
  return {
    ...{ kind: "check", base: pull.base, head: pull.merge, policy: trunk.tip, baseRef, also },
    ...{ trustedRef: counts ? baseRef : trunk.name, comments: pull.comments },
    baseRefs: [...new Set(judged.map((proposal) => proposal.baseRef))],
    whyOutdated: () => whyOutdated(request, client, headSha, judged, number),
    notes: [...baseRef === event.baseRef ? [] : [moved], ...why === void 0 ? [] : [why]]
  };
}
async function isPastOf(request, client, past) {
  const { trunk, asked, baseRef, base } = past;
  if (!(await asked(baseRef)).counts) return true;
  const tip = baseRef === trunk.name ? trunk.tip : await findTip(request, client, baseRef);
  if (tip === void 0 || base === tip) return tip !== void 0;
  return await findMergeBase(request, client, base, tip) === base;
}

// src/platform/github/range.ts
async function chooseRange(request, client, event, readBaselines) {
  const { sha } = request;
  switch (event.kind) {
    case "pull_request":
      return rangeOfPull(request, client, event, readBaselines);
    case "merge_group":
      return rangeOfGroup(request, client, event, readBaselines);
    case "push":
      return rangeOfPush(request, client, event, readBaselines);
    case "schedule":
      return { kind: "audit", head: sha, policy: sha, notes: [] };
    case "workflow_dispatch": {
      const trunk = await readDefaultBranch(request, client);
      if (branchOf(event.ref) === trunk.name) return { kind: "audit", head: sha, policy: sha, notes: [] };
      if ((await pullsWithHead(request, client, sha)).length > 0) {
        return rangeOfCommit(request, client, { ref: event.ref, head: sha, before: void 0, trunk, readBaselines });
      }
      return { kind: "audit", head: sha, policy: trunk.tip, notes: [`The policy is that of ${quoted(trunk.name)}.`] };
    }
  }
}
async function rangeOfGroup(request, client, event, readBaselines) {
  const { headSha } = event;
  const trunk = await readDefaultBranch(request, client);
  const target = branchOf(event.baseRef) ?? event.baseRef;
  const baseline = await askBaselines(request, client, trunk, readBaselines)(target);
  const tip = target === trunk.name ? trunk.tip : await findTip(request, client, target);
  const queue = tip === void 0 ? void 0 : queueAhead(request, client, event, tip);
  const reason = { kind: "not-a-baseline", branch: target, defaultBranch: trunk.name };
  return {
    ...{ kind: "check", head: headSha, policy: trunk.tip, notes: baseline.why === void 0 ? [] : [baseline.why] },
    base: tip ?? trunk.tip,
    ...tip === void 0 ? {} : { trustedRef: baseline.counts ? target : trunk.name },
    also: baseline.counts ? [] : await lookAtDefault(request, client, { trunk, head: headSha, reason }),
    ...queue === void 0 ? {} : { queue }
  };
}
async function rangeOfPush(request, client, { ref, before, after }, readBaselines) {
  if (after === void 0) return { kind: "nothing", reason: `${quoted(ref)} was deleted: nothing is left to judge.` };
  const trunk = await readDefaultBranch(request, client);
  const branch = branchOf(ref);
  if (branch === trunk.name) {
    const check = { kind: "check", head: after, also: [], notes: [] };
    return { ...check, policy: before ?? after, ...before === void 0 ? {} : { base: before, trustedRef: branch } };
  }
  return rangeOfCommit(request, client, { ref, head: after, before, trunk, readBaselines });
}
async function rangeOfCommit(request, client, { ref, head, before, trunk, readBaselines }) {
  const branch = branchOf(ref);
  const asked = askBaselines(request, client, trunk, readBaselines);
  const baseline = branch === void 0 ? void 0 : await asked(branch);
  const counts = baseline?.counts === true;
  const others = await pullsWithHead(request, client, head);
  const baseRef = counts && branch !== void 0 ? branch : trunk.name;
  const also = await secondLooks(request, client, { trunk, asked, baseRef, head, others });
  const why = branch === void 0 ? "is not a branch" : "is not a baseline";
  const name = quoted(branch ?? ref);
  const note = baseline?.why ?? `${name} ${why}: it is compared with the default branch ${quoted(trunk.name)}.`;
  return {
    ...{ kind: "check", head, policy: trunk.tip, base: (counts ? before : void 0) ?? trunk.tip, also },
    ...counts && before !== void 0 ? { trustedRef: baseRef } : {},
    whyOutdated: () => whyOutdated(request, client, head, others),
    notes: counts ? [] : [note]
  };
}
function branchOf(ref) {
  return ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : void 0;
}

// src/platform/github/platform.ts
function githubPlatform(request, client, send2 = publish) {
  const { owner, repo, event } = request;
  const open = (commit) => openGitHubTree({ request: client.request, owner, repo, commit });
  const snapshot = once(open);
  let judged = request;
  return {
    range: async (readBaselines) => {
      const range = await chooseRange(request, client, event, once(readBaselines));
      const baseRef = range.kind === "check" ? range.baseRef : void 0;
      if (event.kind === "pull_request" && baseRef !== void 0) judged = { ...request, event: { ...event, baseRef } };
      return range;
    },
    snapshot,
    authorship: (range) => readAuthorship(request, client, range),
    repositoryId: request.repositoryId,
    branch: async (name) => {
      const tip = await findTip(request, client, name);
      return tip === void 0 ? void 0 : snapshot(tip);
    },
    decisions: (range) => decisionsOf(request, client, range, snapshot),
    policyOf: policyOf(() => Promise.resolve(client.request)),
    remotePolicy: (remote) => readRemotePolicy(remote, client.request, { names: [`${owner}/${repo}`], id: request.repositoryId }),
    publish: (publication) => send2(judged, client, publication),
    setStatus: (status) => setStatus(request, client, status),
    isStatusRequired: (branches) => isStatusRequired(request, client, branches),
    publishUnjudged: (markdown) => publishUnjudged(request, client, markdown)
  };
}
function once(read) {
  const known = /* @__PURE__ */ new Map();
  return (commit) => {
    const value = known.get(commit) ?? read(commit);
    known.set(commit, value);
    return value;
  };
}

// src/platform/github/round/gate-file.ts
async function ownerOfFile(path, { merge, trunk, baseline }) {
  const [merged, known, based] = await Promise.all([merge, trunk, baseline].map((one) => fileOf(one, path)));
  if (known === void 0) return "none";
  return merged !== void 0 && [known, based].includes(merged) ? "default" : "own";
}
async function fileOf(snapshot, path) {
  const found = (await snapshot?.list())?.find((file) => file.path === path);
  return found?.id === void 0 ? void 0 : `${found.mode} ${found.id}`;
}

// src/action.ts
async function main() {
  const request = await readRequest();
  const client = await connect(request);
  const { event } = request;
  if (event.kind === "issue_comment") return round(request, client, event);
  if (event.kind !== "workflow_run") {
    const judged = { ...request, event };
    const isScheduled = event.kind === "schedule";
    const { rerun: workflow, gateWorkflow, audit } = isScheduled ? request.inputs : { audit: true };
    const audits = audit || workflow === void 0 && gateWorkflow === void 0;
    const status = audits ? await judgeAndPublish(judged, githubPlatform(judged, client)) : 0;
    if (workflow !== void 0) await rerun(request, client, workflow);
    if (gateWorkflow !== void 0) await recheck(request, client, gateWorkflow);
    return status;
  }
  const pulls = await pullsOfRun(request, client, event);
  if (pulls.length === 0) info("No open pull request has that head: there is nothing to comment on.");
  for (const pull of pulls) {
    const judged = { ...request, event: pull };
    await judgeAndPublish(judged, githubPlatform(judged, client, publishCommentOnly));
  }
  return 0;
}
async function readRequest() {
  try {
    return readActionRequest(process.env);
  } catch (cause) {
    const request = readUnjudgedRequest(process.env);
    if (request !== void 0) {
      await publishUnjudged2(request, githubPlatform(request, await connect(request)), cause);
    }
    throw cause;
  }
}
async function round(request, client, event) {
  const { isAsked } = await import("./chunks/platform-github-round-asked.js");
  if (!isAsked(event)) {
    info("The comment asks for nothing.");
    return 0;
  }
  const { runRound } = await import("./chunks/platform-github-round.js");
  return runRound(request, client, event, {
    workflow: request.inputs.gateWorkflow ?? defaultGateWorkflow,
    judge: judgingAgain(request),
    minimum: () => minimumPermission(request, client)
  });
}
var defaultGateWorkflow = ".github/workflows/dependency-gate.yml";
async function minimumPermission(request, client) {
  const { policyPath, remotePolicy } = request.inputs;
  const platform = githubPlatform({ ...request, event: { kind: "schedule" } }, client);
  try {
    const text = remotePolicy === void 0 ? await openPolicyFile(await platform.snapshot(request.sha), policyPath) : await platform.remotePolicy(remotePolicy);
    const policy = await (await outlinePolicy(text, { readExtended: platform.policyOf })).compose();
    return policy.approvals?.minimumPermission ?? "write";
  } catch (cause) {
    if (cause instanceof GateFailure) return "write";
    throw cause;
  }
}
function judgingAgain(request) {
  return async (pull, client) => {
    const judged = { ...request, event: pull };
    const platform = githubPlatform(judged, client, publishCommentOnly);
    const range = await chooseRange2(request.inputs, platform);
    if (range.kind === "superseded") info(range.reason);
    if (range.kind !== "check") return void 0;
    const run = await judge(request.inputs, platform, range);
    const { baseRef, trustedRef, base } = range;
    const isBaseline = baseRef !== void 0 && baseRef === trustedRef;
    return {
      verdict: run.judgement.verdict,
      file: async (workflow) => ownerOfFile(workflow, {
        merge: await platform.snapshot(range.head),
        trunk: await platform.snapshot(range.policy),
        ...isBaseline && base !== void 0 && { baseline: await platform.snapshot(base) }
      }),
      publish: async (note) => {
        const publication = await publicationOf(run, reportOf(run), judged, false);
        const noted = note === void 0 ? {} : { comment: withNote(publication.comment, note), isUrgent: true };
        await platform.publish({ ...publication, ...noted });
      }
    };
  };
}
async function rerun(request, client, workflow) {
  const { rerunChecks, settleStatuses } = await import("./chunks/platform-github-rerun.js");
  if (!request.inputs.status) return rerunChecks(request, client, workflow, judgingAgain(request));
  return settleStatuses(request, client, judgingAgain(request), (pull, bounded) => {
    const judged = { ...request, event: pull };
    return judgeAndPublish(judged, githubPlatform(judged, bounded, publishCommentOnly));
  });
}
async function recheck(request, client, workflow) {
  const { recheckDecided } = await import("./chunks/platform-github-rerun.js");
  return recheckDecided(request, client, workflow, judgingAgain(request));
}
async function judgeAndPublish(request, platform) {
  await platform.setStatus({ state: "pending", words: "Being judged" });
  try {
    const { exitCode, status, waits: waits2 } = await judgeAsItStands(request, platform);
    const stands = await platform.setStatus(status);
    return waits2 && stands ? 0 : exitCode;
  } catch (cause) {
    await publishUnjudged2(request, platform, cause);
    throw cause;
  }
}
async function publishUnjudged2(request, platform, cause) {
  await platform.setStatus({ state: "error", words: "Not judged: see the run" });
  await platform.publishUnjudged(unjudgedMarkdown(asGateError(cause), headOf(request)));
}
function headOf({ event, sha }) {
  if (event.kind === "pull_request" || event.kind === "merge_group") return event.headSha;
  return event.kind === "push" ? event.after ?? sha : sha;
}
async function judgeAsItStands(request, platform) {
  const range = await chooseRange2(request.inputs, platform);
  if (range.kind === "superseded") return superseded(range.reason);
  if (range.kind === "nothing") {
    info(range.reason);
    setOutput("verdict", "pass");
    return { exitCode: 0, status: { state: "success", words: "Nothing to judge" } };
  }
  for (const note of range.notes) info(note);
  const run = await judge(request.inputs, platform, range);
  if (request.inputs.isPolicyNamed && run.policy?.isPreset === true) {
    info(
      `${quoted(request.inputs.policyPath)} is not on the default branch yet: until it is, the preset applies.`
    );
  }
  if (request.inputs.preset !== void 0 && run.file !== void 0) {
    notice(
      `The input \`preset\` has no effect: the policy file ${quoted(run.file.source)} decides. Write \`extends\` there to choose a preset.`
    );
  }
  const report = reportOf(run);
  const isSuccess = report.verdict === "pass" || report.verdict === "warn";
  const whyOutdated2 = range.kind === "check" && isSuccess ? range.whyOutdated : void 0;
  const outdated = await whyOutdated2?.();
  if (outdated !== void 0) return superseded(outdated);
  const asked = Date.now();
  process.stdout.write(terminalReport(report));
  const waits2 = request.inputs.status && await mayWait(report, request, range, platform);
  const admission = await admissionOf(run, request, range).catch((cause) => {
    warning("The documents about what came in could not be made. The verdict stands.");
    debug(String(cause instanceof Error ? cause.stack : cause));
    return void 0;
  });
  await platform.publish({
    ...await publicationOf(run, report, request, waits2),
    ...admission && { admission },
    ...run.records && { records: run.records }
  });
  const since = Date.now() - asked > longestPublishing ? await whyOutdated2?.() : void 0;
  if (since !== void 0) return superseded(since);
  return {
    exitCode: isSuccess ? 0 : 1,
    status: statusOf(report, request),
    waits: waits2
  };
}
async function admissionOf(run, request, range) {
  const { inputs, event } = request;
  if (inputs.admissions === void 0 || event.kind !== "push" || range.kind !== "check") return void 0;
  if (range.trustedRef === void 0 && range.base !== void 0) return void 0;
  const [{ admissionTexts }, { admissionPlace }] = await Promise.all([
    import("./chunks/run-admission.js"),
    import("./chunks/platform-github-admission-place.js")
  ]);
  const place = admissionPlace(request, range.head, "0.1.0");
  const texts = place === void 0 ? { none: "GITHUB_SERVER_URL is not set" } : admissionTexts(run, place, range.policy);
  if ("none" in texts) {
    info(`There are no documents about what came in: ${texts.none}.`);
    return void 0;
  }
  const { statements, left } = texts;
  if (left.length > 0) {
    const some = left.slice(0, 10).map(({ name, version }) => quoted(`${name}@${version}`));
    const more = left.length > some.length ? `, and ${left.length - some.length} more` : "";
    warning(
      `No document says that these came in, because their bytes are not known for certain: ${some.join(", ")}${more}.`
    );
  }
  if (statements.length === 0) return void 0;
  const { publicLog = false, fulcio, rekor } = run.effective?.admissions ?? {};
  const sigstore = fulcio === void 0 || rekor === void 0 ? void 0 : { fulcio, rekor };
  return { statements, publicLog, ...sigstore && { sigstore } };
}
function statusOf(report, { event }) {
  const words = capital(titleWords(report));
  if (report.verdict === "pass" || report.verdict === "warn") return { state: "success", words };
  if (event.kind === "pull_request" && waitsUntil(report) !== void 0) {
    return { state: "pending", words: `${words}; nothing has to be done` };
  }
  return { state: report.verdict === "error" ? "error" : "failure", words: `${words}: ${tallyWords(report)}` };
}
async function mayWait(report, { event }, range, platform) {
  if (event.kind !== "pull_request" || range.kind !== "check" || waitsUntil(report) === void 0) return false;
  if (await platform.isStatusRequired(range.baseRefs ?? [])) return true;
  warning("The commit status is not required on every base branch of this head, so the check itself stays red.");
  return false;
}
var longestPublishing = 5e3;
function superseded(reason) {
  error(reason);
  setOutput("verdict", "error");
  return { exitCode: 1, status: { state: "error", words: "Superseded: see the run" } };
}
async function publicationOf(run, report, request, waits2) {
  const { inputs, rulesUrl, projectUrl, serverUrl } = request;
  const all = checksUrl(request);
  const commit = headOf(request);
  const evidence = recordingOf(run);
  const { review: review2 = false, comment: when = "always", notices = false } = run.failed ? {} : run.policy ?? {};
  const links = {
    ...rulesUrl !== void 0 && { rulesUrl },
    ...serverUrl !== void 0 && { serverUrl },
    ...projectUrl !== void 0 && { project: { url: projectUrl, version: "0.1.0" } }
  };
  const isFirstTime = request.event.kind === "pull_request" && request.event.isFirstTime === true;
  const check = inputs.annotations === "check" ? (await import("./chunks/report-formats-check.js")).checkOutput(report, { notices }) : void 0;
  const sarif = inputs.sarif === "none" ? void 0 : (await import("./chunks/report-formats-sarif.js")).sarifReport(report, links);
  return {
    report,
    ...{ review: review2, when },
    annotations: annotate(report, { notices }),
    summary: summaryMarkdown(report, { commit, ...links }),
    comment: commentMarkdown(report, { commit, ...links, isFirstTime, ...all === void 0 ? {} : { all } }),
    json: jsonReport(report),
    // Nobody requires the check run of the annotations: red, it would be the cross that the status is there to avoid.
    ...check === void 0 ? {} : { check: waits2 ? { ...check, passed: true } : check },
    ...sarif === void 0 ? {} : { sarif },
    ...evidence === void 0 ? {} : { evidence: serializeEvidence(evidence) }
  };
}
function chooseRange2({ policyPath, remotePolicy }, platform) {
  return platform.range(
    (commit) => declaredBaselines(
      async () => remotePolicy === void 0 ? openPolicyFile(await platform.snapshot(commit), policyPath) : platform.remotePolicy(remotePolicy),
      platform.policyOf
    )
  );
}
async function judge(inputs, platform, range) {
  const base = range.kind === "check" ? range.base : void 0;
  const [head, other] = await Promise.all([
    platform.snapshot(range.head),
    range.policy === range.head ? void 0 : platform.snapshot(range.policy)
  ]);
  const trusted = other ?? head;
  const pushed = range.kind === "check" && range.baseRef === void 0 ? range.trustedRef : void 0;
  const { remotePolicy } = inputs;
  return runGate({
    mode: range.kind,
    ...range.kind === "check" ? await furtherOf(platform, range) : {},
    ...base === void 0 ? {} : { base: base === range.policy ? trusted : await platform.snapshot(base) },
    head,
    trusted,
    ledger: {
      repositoryId: () => Promise.resolve(platform.repositoryId),
      // A pattern names no branch that could be asked for, and the branch that was pushed to has what is judged.
      baselines: (named) => named.filter((name) => !/[*?]/.test(name) && name !== pushed).slice(0, mostBaselines).map((name) => () => platform.branch(name))
    },
    ...{ policyPath: inputs.policyPath, isPolicyNamed: inputs.isPolicyNamed },
    ...remotePolicy === void 0 ? {} : { policy: () => platform.remotePolicy(remotePolicy) },
    ...inputs.preset === void 0 ? {} : { preset: inputs.preset, presetYields: true },
    readExtended: platform.policyOf,
    ...inputs.registry === void 0 ? {} : { registry: inputs.registry },
    ...inputs.osv === void 0 ? {} : { osv: inputs.osv },
    ...inputs.refreshTrust ? { trust: { refresh: {} } } : {},
    now: (/* @__PURE__ */ new Date()).toISOString(),
    offline: false,
    env: process.env,
    workTree: process.env["GITHUB_WORKSPACE"] ?? process.cwd(),
    onDefect: (cause) => debug(String(cause instanceof Error ? cause.stack : cause))
  });
}
var mostBaselines = 5;
async function furtherOf(platform, range) {
  const { also, queue } = range;
  const looks = also.map(async ({ base, head, reason }) => ({
    ...{ base: await platform.snapshot(base), head: await platform.snapshot(head), reason }
  }));
  let authorship;
  const decisions = platform.decisions(range);
  const ask2 = decisions?.proposed;
  let proposed;
  return {
    authorship: () => authorship ??= platform.authorship(range),
    ...ask2 && { proposed: (order) => proposed ??= ask2(order) },
    decisions,
    also: await Promise.all(looks),
    ...queue === void 0 ? {} : { queue: { ...queue, entries: () => openEntries(platform, queue) } }
  };
}
async function openEntries(platform, queue) {
  const entries = await queue.entries();
  return Promise.all(
    entries.map(async ({ commit, ...entry }) => ({ ...entry, snapshot: await platform.snapshot(commit) }))
  );
}
process.exitCode = 1;
try {
  process.exitCode = await main();
} catch (cause) {
  setFailed(errorLine(asGateError(cause)));
  setOutput("verdict", "error");
  debug(String(cause instanceof Error ? cause.stack : cause));
}
