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
  isVersionLike
} from "./chunk-platform-doctor-version-like.js";
import {
  ownersOf,
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
  ask,
  statusContext
} from "./chunk-platform-github-status.js";
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
import {
  quoted
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/platform/doctor/diagnose.ts
var actionsAppId = 15368;
var policyPath = ".github/dependency-policy.yml";
var approvalsPath = ".github/dependency-approvals/record.json";
function diagnose(facts) {
  const { protection, workflows, unreadable } = facts;
  const gates = gatesOf(workflows);
  const found = [
    ...required(facts),
    ...editable(facts),
    ...gates.flatMap((workflow) => ofWorkflow(workflow, facts)),
    ...workflows.filter((workflow) => !gates.includes(workflow)).flatMap((helper) => unpinned(helper, facts)),
    ...retargets(facts),
    ...facts.executionRules.flatMap((rules3) => stoppedBy(rules3, workflows)),
    ...facts.installs.map(unjudgedInstall),
    ...reviews(protection),
    ...baselineProblems(facts.baselines, protection),
    ...protection.unread.map((what) => ({
      ...{ code: "untold", level: "unknown", message: `GitHub did not provide ${what}.` },
      fix: "Run doctor with a token that may read the administration settings of this repository."
    })),
    ...unreadable.map((path) => ({
      ...{ code: "workflow-unreadable", level: "warn", message: `${quoted(path)} cannot be read as YAML.` },
      fix: "Fix the workflow; GitHub does not run it as it is."
    }))
  ];
  const rank = { error: 0, unknown: 1, warn: 2 };
  return found.sort((a, b) => rank[a.level] - rank[b.level]);
}
function gatesOf(workflows) {
  const gates = workflows.filter(({ events: events2 }) => events2.has("pull_request") || events2.has("merge_group"));
  return gates.length > 0 ? gates : workflows;
}
var outsideWorkflow = ({ protection: { workflows, repositoryId } }) => workflows.find((each) => each.repositoryId !== repositoryId);
function required(facts) {
  const { protection, workflows } = facts;
  const { defaultBranch, isProtected, checks } = protection;
  if (!isProtected) {
    return [
      {
        code: "branch-unprotected",
        level: "error",
        message: `${quoted(defaultBranch)} is not protected: anybody with write access can push to it without a check.`,
        fix: "Add a ruleset for the branch that requires pull requests and the check."
      }
    ];
  }
  if (outsideWorkflow(facts) !== void 0) return [];
  const contexts = new Set(gatesOf(workflows).map(({ context, status }) => status ? statusContext : context));
  const found = checks.filter(({ context }) => contexts.has(context));
  if (workflows.length > 0 && found.length === 0) {
    return [
      {
        code: "check-not-required",
        level: "error",
        message: `The check ${[...contexts].map((each) => quoted(each)).join(", ")} is not required on ${quoted(defaultBranch)}: a pull request that fails it can be merged.`,
        fix: "Require the check in the ruleset of the branch."
      }
    ];
  }
  if (workflows.length === 0 && checks.length === 0) {
    return [
      {
        code: "no-gate",
        level: "error",
        message: `No workflow on ${quoted(defaultBranch)} uses lockgate, and no ruleset requires one.`,
        fix: "Run `lockgate init`, commit what it writes, and require the check."
      }
    ];
  }
  return found.filter(({ appId }) => appId === void 0).map(({ context }) => ({
    code: "check-unpinned",
    level: "warn",
    message: `Anybody who may write commit statuses can report the check ${quoted(context)}.`,
    fix: "In the ruleset that requires the check, choose the App that must report it."
  }));
}
function editable(facts) {
  if (!facts.protection.isProtected || outsideWorkflow(facts) !== void 0) return [];
  const { protection, workflows, owners } = facts;
  const dedicated = protection.checks.find(({ appId }) => appId !== void 0 && appId !== actionsAppId);
  const problems = [];
  if (dedicated === void 0) {
    problems.push({
      code: "workflow-editable",
      level: "error",
      message: "The workflow that runs the gate comes from the pull request itself, which can replace it with a job of the same name that does nothing.",
      fix: "Require the workflow in an organisation ruleset, from a repository that the pull request cannot edit (best), or have a dedicated App report the check, pin the check to that App, and put `.github/` under CODEOWNERS."
    });
  }
  const guarded = [
    ...new Set(workflows.length === 0 ? [policyPath] : workflows.map(({ policy: policy2 = policyPath }) => policy2)),
    approvalsPath,
    ...ownersPaths.slice(0, 1),
    ...new Set(workflows.map(({ path }) => path))
  ];
  const open = owners === void 0 ? guarded : guarded.filter((path) => ownersOf(owners, path).length === 0);
  if (open.length > 0) {
    problems.push({
      code: "owners-missing",
      level: "error",
      message: `There is no code owner for ${open.map((path) => quoted(path)).join(", ")}: a pull request can change the gate without its owners' approval.`,
      fix: "Add a line such as `/.github/ @your-org/security` to CODEOWNERS, after any wider line."
    });
  } else if (protection.reviews.codeOwners === false) {
    problems.push({
      code: "code-owner-review-off",
      level: "error",
      message: "CODEOWNERS names the owners of the gate, but their review is not required.",
      fix: 'Turn on "Require review from Code Owners" for the branch.'
    });
  }
  if (typeof protection.ownersFaults === "number" && protection.ownersFaults > 0) {
    problems.push({
      code: "owners-faulty",
      level: "error",
      message: `GitHub reports ${protection.ownersFaults} errors in CODEOWNERS; lines that it cannot read protect nothing.`,
      fix: "Fix the lines that GitHub marks when the file is opened there."
    });
  }
  return problems;
}
function unpinned(workflow, { movable }) {
  const { path, context, ref } = workflow;
  if (ref === void 0 || !movable.includes(workflow)) return [];
  return [
    {
      code: "action-unpinned",
      level: "warn",
      message: `${quoted(path)}, job ${quoted(context)}: ${quoted(ref)} can be moved to other code.`,
      fix: `Pin the action to the 40 hexadecimal digits of a commit, lock it in ${quoted(actionsLockPath)}, or use the tag of an immutable release.`
    }
  ];
}
function ofWorkflow(workflow, facts) {
  const { mergeQueue, isPrivate } = facts.protection;
  const { path, context, events: events2, types, filtered, conditions, permissions, status } = workflow;
  const where = `${quoted(path)}, job ${quoted(context)}`;
  const problem = (code, level, message, fix) => ({
    ...{ code, level, fix },
    message: `${where}: ${message}`
  });
  const found = [];
  if (!events2.has("pull_request")) {
    found.push(problem("event-missing", "error", "it does not run on pull requests.", "Add `pull_request` to `on`."));
  } else if (types?.includes("edited") !== true) {
    found.push(
      problem(
        "edited-missing",
        "warn",
        "it does not run when a pull request is retargeted, which is an edit.",
        "Write `pull_request: { types: [opened, synchronize, reopened, ready_for_review, edited] }`."
      )
    );
  }
  if (mergeQueue && !events2.has("merge_group")) {
    found.push(
      problem(
        "merge-group-missing",
        "error",
        "it does not run in the merge queue, which waits for it forever.",
        "Add `merge_group` to `on`."
      )
    );
  }
  if (filtered) {
    const fix = "Remove `paths` and `branches` from `pull_request`: the gate itself detects that nothing changed.";
    found.push(problem("event-filtered", "error", "it does not run on every pull request.", fix));
  }
  if (conditions.length > 0) {
    const keys = conditions.map((key) => quoted(key)).join(", ");
    const fix = "Remove them: a job that is skipped satisfies a required check.";
    found.push(problem("job-conditional", "error", `${keys} can skip it or hide that it failed.`, fix));
  }
  found.push(...unpinned(workflow, facts));
  if (isPrivate && !may(permissions, "pull-requests", "read")) {
    const message = "its `permissions` leave out `pull-requests`. In a private repository it then cannot list the commits of a pull request, and fails where it has to.";
    found.push(
      problem("permission-missing", "warn", message, "Add `pull-requests: read`, or `write` for the comment.")
    );
  }
  if (status && !may(permissions, "statuses", "write")) {
    const message = "it is to set the commit status, and its `permissions` leave out `statuses: write`.";
    found.push(problem("permission-missing", "error", message, "Add `statuses: write`."));
  }
  return found;
}
function may(permissions, scope, access) {
  if (permissions === void 0 || permissions === "write-all") return true;
  const given = permissions === "read-all" ? "read" : permissions[scope];
  return given === "write" || access === "read" && given === "read";
}
function retargets(facts) {
  if (outsideWorkflow(facts) === void 0 || facts.protection.mergeQueue) return [];
  return [
    {
      code: "retarget-unseen",
      level: "warn",
      message: "A workflow that a ruleset requires does not run when a pull request is retargeted, nor for what a job does with its own token: an older green result counts for the new base branch too.",
      fix: "Require a merge queue for the branch, with `merge_group` among the events of the workflow, or name as `baselines` only branches that are protected like it."
    }
  ];
}
function stoppedBy({ name, events: allowed, limitsActors, paths }, workflows) {
  return workflows.flatMap(({ path, context, events: events2 }) => {
    if (paths !== void 0 && !paths.includes(path)) return [];
    const stopped = [...events2].filter((event) => allowed?.includes(event) === false);
    if (stopped.length === 0 && !limitsActors) return [];
    const what = stopped.length > 0 ? stopped.map((event) => quoted(event)).join(", ") : "who may start it";
    return [
      {
        code: "policy-stops-gate",
        level: "warn",
        message: `${quoted(path)}, job ${quoted(context)}: the Actions policy ${quoted(name)} ${stopped.length > 0 ? "does not allow" : "limits"} ${what}. A run that is not allowed ends as an error, and the check that a merge waits for never reports.`,
        fix: "Allow the events of the gate, and everybody whose pull requests it has to judge, in the Actions policies of the repository or organisation."
      }
    ];
  });
}
function unjudgedInstall({ path, job, command, isPrivileged, secrets, permissions }) {
  const rights = [
    secrets.length === 0 ? "no secret" : secrets[0] === "all" ? "every secret" : `the secrets ${secrets.map((name) => quoted(name)).join(", ")}`,
    tokenWords(permissions)
  ].join(" and ");
  const base = isPrivileged ? " It runs on `pull_request_target`, with these rights for forks too." : "";
  return {
    code: "installs-unjudged",
    level: "warn",
    message: `${quoted(path)}, job ${quoted(job)}: it installs what a pull request locks (${quoted(command)}) without waiting for the gate, with ${rights}.${base}`,
    fix: "Run the gate as a job of the same workflow and let this one need it (`needs: dependency-gate`), or take away what code of a stranger must not have: its secrets and every permission to write."
  };
}
function tokenWords(permissions) {
  if (permissions === void 0) return "a token with the repository's default permissions";
  if (permissions === "write-all") return "a token that may write everything";
  const writes = permissions === "read-all" ? [] : Object.keys(permissions).filter((scope) => permissions[scope] === "write");
  if (writes.length === 0) return "a token that can only read";
  return `a token that may write ${writes.map((scope) => quoted(scope)).join(", ")}`;
}
function reviews({ isProtected, reviews: { dismissStale, lastPush } }) {
  if (!isProtected) return [];
  return [
    ...dismissStale === false ? [
      {
        code: "stale-approvals-kept",
        level: "warn",
        message: "An approval stays valid when new commits are pushed after it.",
        fix: 'Turn on "Dismiss stale pull request approvals when new commits are pushed".'
      }
    ] : [],
    ...lastPush === false ? [
      {
        code: "last-push-unapproved",
        level: "warn",
        message: "The person who pushed last can also be the one who approves.",
        fix: 'Turn on "Require approval of the most recent reviewable push".'
      }
    ] : []
  ];
}
var named = 10;
function baselineProblems({ undeclared, missing, unprotected, unread }, { defaultBranch }) {
  const list2 = (names) => names.slice(0, named).map((name) => quoted(name)).join(", ") + (names.length > named ? ` and ${names.length - named} more` : "");
  const problems = [];
  if (missing.length > 0) {
    problems.push({
      code: "baseline-missing",
      level: "error",
      message: `The policy names ${list2(missing)} in \`baselines\`, but there is no such branch: whoever may push can create it with anything in its lockfile, and that counts as the past.`,
      fix: "Remove from `baselines` what is not a branch any more."
    });
  }
  if (unprotected.length > 0) {
    problems.push({
      code: "baseline-unprotected",
      level: "error",
      message: `The policy names ${list2(unprotected)} in \`baselines\`, but no rule keeps a push away: anybody with write access can change what it locks without a check, and that counts as the past.`,
      fix: "Add a ruleset for the branch that requires pull requests and the check."
    });
  }
  if (undeclared.length > 0) {
    const line = `baselines: [${undeclared.slice(0, named).map((name) => JSON.stringify(name)).join(", ")}]`;
    problems.push({
      code: "baselines-undeclared",
      level: "warn",
      message: `${list2(undeclared)} look like maintained branches, but the policy does not name them as baselines: a pull request into one of them is also compared with ${quoted(defaultBranch)}.`,
      fix: `If you maintain them and protect them as ${quoted(defaultBranch)}, add ${quoted(line)} to ${quoted(policyPath)} on ${quoted(defaultBranch)}.`
    });
  }
  if (unread !== void 0) {
    problems.push({
      ...{ code: "untold", level: "unknown", message: `GitHub did not provide the branches: ${unread}.` },
      fix: "Run doctor with a token that may read the contents of this repository."
    });
  }
  return problems;
}

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
    const named2 = declared.filter((name) => !/[*?]/.test(name) && name !== defaultBranch);
    const existing = named2.filter((name) => others.some((other) => other.name === name));
    const open = await Promise.all(existing.map((name) => isOpen(client, { owner, repo, branch: name })));
    return {
      undeclared: others.flatMap(({ name }) => isVersionLike(name) && !isDeclared(name) ? [name] : []),
      missing: named2.filter((name) => !existing.includes(name)),
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
  const reviews2 = own.value?.required_pull_request_reviews;
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
        ({ required_status_checks: required2 }) => required2.map(({ context, integration_id: app }) => requiredCheck(context, app))
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
        reviews2?.require_code_owner_reviews
      ),
      dismissStale: settle(
        asked.some((each) => each.dismiss_stale_reviews_on_push),
        reviews2?.dismiss_stale_reviews
      ),
      lastPush: settle(
        asked.some((each) => each.require_last_push_approval),
        reviews2?.require_last_push_approval
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
