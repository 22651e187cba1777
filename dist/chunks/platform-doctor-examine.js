import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  asMap,
  texts
} from "./chunk-platform-doctor-workflow-file.js";
import {
  diagnose,
  policyPath
} from "./chunk-platform-doctor-diagnose.js";
import {
  isVersionLike
} from "./chunk-platform-doctor-version-like.js";
import {
  ownersPaths,
  readOwners
} from "./chunk-platform-doctor-owners.js";
import {
  require_dist
} from "./chunk-yaml.js";
import {
  declaredBaselines
} from "./chunk-policy-declared-baselines.js";
import {
  policyOf
} from "./chunk-platform-github-policy-of.js";
import {
  actionsLockPath
} from "./chunk-managers-watched.js";
import "./chunk-lockfile-source.js";
import {
  ask
} from "./chunk-platform-github-ask.js";
import "./chunk-platform-github-status.js";
import "./chunk-text-paths.js";
import "./chunk-managers-bin.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import "./chunk-policy-open.js";
import {
  openGitHubTree
} from "./chunk-platform-github-snapshot.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-policy-policy-file.js";
import "./chunk-lockfile-spec.js";
import "./chunk-lockfile-names.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-undici.js";
import {
  describeFailure,
  readFailure
} from "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-text-group-by.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  array,
  boolean,
  int,
  object,
  string,
  unknown
} from "./chunk-zod.js";
import {
  compileGlob
} from "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/platform/doctor/baselines.ts
var branches = array(object({ name: string().min(1) }));
var rules = array(object({ type: string() }));
var branch = object({ protection: object({ enabled: boolean().optional() }).optional() });
var closing = /* @__PURE__ */ new Set(["pull_request", "update", "merge_queue"]);
async function readBaselines(client, place, { tree, policyPath: policyPath2 }) {
  const { owner, repo, defaultBranch } = place;
  const declared = await declaredBaselines(
    tree,
    policyPath2,
    policyOf(() => Promise.resolve(client.request))
  );
  try {
    const listed = await readPages(client, "GET /repos/{owner}/{repo}/branches", { owner, repo }, branches);
    const others = listed.filter(({ name }) => name !== defaultBranch);
    const isDeclared = (name) => declared.some((pattern) => compileGlob(pattern)(name));
    const named = declared.filter((name) => !/[*?]/.test(name) && name !== defaultBranch);
    const existing = named.filter((name) => others.some((other) => other.name === name));
    const open = await Promise.all(existing.map((name) => isOpen(client, { owner, repo, branch: name })));
    return {
      undeclared: others.flatMap(({ name }) => isVersionLike(name) && !isDeclared(name) ? [name] : []),
      missing: named.filter((name) => !existing.includes(name)),
      unprotected: existing.filter((_, at) => open[at])
    };
  } catch (error) {
    return { undeclared: [], missing: [], unprotected: [], unread: describeFailure(error) };
  }
}
async function isOpen(client, where) {
  const found = await readPages(client, "GET /repos/{owner}/{repo}/rules/branches/{branch}", where, rules);
  if (found.some(({ type }) => closing.has(type))) return false;
  const { data } = await client.request("GET /repos/{owner}/{repo}/branches/{branch}", where);
  return branch.parse(data).protection?.enabled !== true;
}

// src/platform/doctor/execution-rules.ts
var list = object({ policies: array(object({ id: int().positive(), name: string() })) });
var policy = object({
  name: string(),
  enforcement: string(),
  conditions: object({ workflow_path: object({ include: array(string()) }).optional() }).nullish(),
  rules: array(object({ type: string(), parameters: unknown().optional() }))
});
var events = object({ allowed_events: array(string()) });
async function readExecutionRules(client, place) {
  try {
    const listed = await client.request("GET /repos/{owner}/{repo}/actions/policies", { ...place, per_page: 100 });
    const found = await Promise.all(
      list.parse(listed.data).policies.map(async ({ id: id2 }) => {
        const route = "GET /repos/{owner}/{repo}/actions/policies/{policy_id}";
        return policy.parse((await client.request(route, { ...place, policy_id: id2 })).data);
      })
    );
    return found.filter(({ enforcement }) => enforcement === "active").map(rulesOf);
  } catch {
    return [];
  }
}
function rulesOf({ name, conditions, rules: rules3 }) {
  const include = conditions?.workflow_path?.include;
  const limits = rules3.filter(({ type }) => type === "restrict_action_events");
  const allowed = limits.map(({ parameters }) => events.parse(parameters).allowed_events);
  return {
    name,
    events: allowed.length === 0 ? void 0 : allowed.reduce((a, b) => a.filter((event) => b.includes(event))),
    limitsActors: rules3.some(({ type }) => type !== "restrict_action_events"),
    paths: include === void 0 || include.includes("~ALL") ? void 0 : include
  };
}

// src/platform/doctor/pinned.ts
var import_yaml = __toESM(require_dist(), 1);
var release = object({ immutable: boolean().optional() });
async function isPinned(client, workflow, lock) {
  const { action, ref } = workflow;
  if (action === void 0 || ref === void 0 || /^[0-9a-f]{40}$/.test(ref)) return true;
  if (lock !== void 0 && isLocked(lock, workflow.path, `${action}@${ref}`)) return true;
  const [owner = "", repo = ""] = action.split("/");
  try {
    const route = "GET /repos/{owner}/{repo}/releases/tags/{tag}";
    return release.parse((await client.request(route, { owner, repo, tag: ref })).data).immutable === true;
  } catch {
    return false;
  }
}
function isLocked(text, path, reference) {
  let lock;
  try {
    lock = (0, import_yaml.parse)(text, { maxAliasCount: 100, logLevel: "error" });
  } catch {
    return false;
  }
  const used = texts(asMap(asMap(lock)["workflows"])[path]);
  const { commit } = asMap(asMap(asMap(lock)["dependencies"])[reference]);
  return used.includes(reference) && typeof commit === "string" && /^sha(?:1-[0-9a-f]{40}|256-[0-9a-f]{64})$/.test(commit);
}

// src/platform/doctor/protection.ts
var id = int().positive();
var repository = object({ id, default_branch: string().min(1), private: boolean() });
var check = object({ context: string(), app_id: int().nullish() });
var branch2 = object({
  commit: object({ sha: string() }),
  protected: boolean(),
  protection: object({
    enabled: boolean().optional(),
    required_status_checks: object({ contexts: array(string()).optional(), checks: array(check).optional() }).nullish()
  }).optional()
});
var reviewParameters = object({
  dismiss_stale_reviews_on_push: boolean(),
  require_code_owner_review: boolean(),
  require_last_push_approval: boolean()
});
var statusParameters = object({
  required_status_checks: array(object({ context: string(), integration_id: int().nullish() }))
});
var workflowParameters = object({ workflows: array(object({ path: string(), repository_id: id })) });
var rules2 = array(object({ type: string(), parameters: unknown().optional() }));
var classic = object({
  required_pull_request_reviews: object({
    dismiss_stale_reviews: boolean().optional(),
    require_code_owner_reviews: boolean().optional(),
    require_last_push_approval: boolean().optional()
  }).nullish()
});
var ownersErrors = object({ errors: array(unknown()) });
async function readProtection(client, owner, repo) {
  const place = { owner, repo };
  const about = await ask(client, "GET /repos/{owner}/{repo}", place, repository, `${owner}/${repo}`);
  const name = about.default_branch;
  const where = { ...place, branch: name };
  const [found, listed, faults] = await Promise.all([
    ask(client, "GET /repos/{owner}/{repo}/branches/{branch}", where, branch2, "the default branch"),
    readRules(client, where),
    readOwnersFaults(client, place)
  ]);
  const parametersOf = (type, shape) => listed.filter((rule) => rule.type === type).map(({ parameters }) => shape.parse(parameters));
  const asked = parametersOf("pull_request", reviewParameters);
  const isClassic = found.protection?.enabled === true;
  const own = isClassic ? await readClassic(client, where) : { state: "read", value: void 0 };
  const reviews = own.value?.required_pull_request_reviews;
  const settle = (inRules, inClassic) => {
    if (inRules || inClassic === true) return true;
    return own.state === "unread" ? "unknown" : false;
  };
  const unread = [
    ...own.state === "unread" ? [`the classic protection of the default branch: ${own.why}`] : [],
    ...faults.state === "unread" ? [`the errors in CODEOWNERS: ${faults.why}`] : []
  ];
  const status = found.protection?.required_status_checks;
  return {
    repositoryId: about.id,
    defaultBranch: name,
    isPrivate: about.private,
    tip: found.commit.sha,
    isProtected: found.protected || listed.length > 0,
    checks: [
      ...parametersOf("required_status_checks", statusParameters).flatMap(
        ({ required_status_checks: required }) => required.map(({ context, integration_id: app }) => requiredCheck(context, app))
      ),
      ...status?.checks?.map(({ context, app_id: app }) => requiredCheck(context, app)) ?? status?.contexts?.map((context) => requiredCheck(context)) ?? []
    ],
    workflows: parametersOf("workflows", workflowParameters).flatMap(
      ({ workflows }) => workflows.map(({ path, repository_id: repositoryId }) => ({ path, repositoryId }))
    ),
    mergeQueue: listed.some(({ type }) => type === "merge_queue"),
    reviews: {
      codeOwners: settle(
        asked.some((each) => each.require_code_owner_review),
        reviews?.require_code_owner_reviews
      ),
      dismissStale: settle(
        asked.some((each) => each.dismiss_stale_reviews_on_push),
        reviews?.dismiss_stale_reviews
      ),
      lastPush: settle(
        asked.some((each) => each.require_last_push_approval),
        reviews?.require_last_push_approval
      )
    },
    ownersFaults: faults.state === "unread" ? "unknown" : faults.value,
    unread
  };
}
function requiredCheck(context, app) {
  return typeof app === "number" && app > 0 ? { context, appId: app } : { context };
}
async function readRules(client, where) {
  const found = [];
  for (let page = 1; ; page++) {
    const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
    const read = await ask(client, route, { ...where, per_page: 100, page }, rules2, "the rules of the default branch");
    found.push(...read);
    if (read.length < 100) return found;
  }
}
async function readClassic(client, where) {
  return attempt(async () => {
    const { data } = await client.request("GET /repos/{owner}/{repo}/branches/{branch}/protection", where);
    return classic.parse(data);
  });
}
async function readOwnersFaults(client, place) {
  return attempt(async () => {
    try {
      const { data } = await client.request("GET /repos/{owner}/{repo}/codeowners/errors", place);
      return ownersErrors.parse(data).errors.length;
    } catch (error) {
      if (readFailure(error, 0).kind === "missing") return "none";
      throw error;
    }
  });
}
async function attempt(read) {
  try {
    return { state: "read", value: await read() };
  } catch (error) {
    return { state: "unread", why: describeFailure(error) };
  }
}

// src/platform/doctor/examine.ts
var maxBytes = 3 * 1024 * 1024;
async function examine(client, owner, repo) {
  const protection = await readProtection(client, owner, repo);
  const tree = await openGitHubTree({ request: client.request, owner, repo, commit: protection.tip });
  const files = (await tree.list()).filter(({ mode }) => mode === "file");
  const read = async (file) => new TextDecoder().decode(await tree.read(file, maxBytes));
  const ownersFile = ownersPaths.map((path) => files.find((file) => file.path === path)).find(Boolean);
  const place = { owner, repo, defaultBranch: protection.defaultBranch };
  const lockFile = files.find(({ path }) => path === actionsLockPath);
  const { workflows, unreadable, installs } = await readWorkflows(files, read);
  const policy2 = workflows.find((workflow) => workflow.policy !== void 0)?.policy ?? policyPath;
  const [owners, baselines, executionRules, lock, limits] = await Promise.all([
    ownersFile === void 0 ? void 0 : read(ownersFile).then(readOwners),
    readBaselines(client, place, { tree, policyPath: policy2 }),
    readExecutionRules(client, { owner, repo }),
    lockFile === void 0 ? void 0 : read(lockFile),
    readLimits(client, tree, policy2)
  ]);
  const pinned = await Promise.all(workflows.map((workflow) => isPinned(client, workflow, lock)));
  const movable = workflows.filter((_, at) => pinned[at] === false);
  return {
    repository: `${owner}/${repo}`,
    defaultBranch: protection.defaultBranch,
    problems: diagnose({ protection, workflows, movable, installs, executionRules, unreadable, owners, baselines }),
    ...limits !== void 0 && { limits }
  };
}
async function readLimits(client, tree, path) {
  const [{ readAgreement }, { openPolicy }, { readPolicyFile }] = await Promise.all([
    import("./policy-agreement.js"),
    import("./policy-open.js"),
    import("./policy-policy-file.js")
  ]);
  try {
    const text = await readPolicyFile(tree, path);
    const readExtended = policyOf(() => Promise.resolve(client.request));
    return await readAgreement(await openPolicy(text && { source: path, text }, { readExtended }), tree);
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
async function readWorkflows(files, read) {
  const [{ readGateWorkflows }, { readInstallJobs }] = await Promise.all([
    import("./platform-doctor-gate-workflow.js"),
    import("./platform-doctor-install-jobs.js")
  ]);
  const found = await Promise.all(
    files.filter(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)).map(async (file) => {
      const { path } = file;
      const text = await read(file);
      return { path, jobs: readGateWorkflows(path, text), installs: readInstallJobs(path, text) };
    })
  );
  return {
    workflows: found.flatMap(({ jobs }) => jobs ?? []),
    installs: found.flatMap(({ installs }) => installs),
    unreadable: found.flatMap(({ path, jobs }) => jobs === void 0 ? path : [])
  };
}
export {
  examine
};
