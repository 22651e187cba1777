import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  approvalsPath,
  contextsOf,
  gateChecks,
  gatesOf,
  outsideGates,
  policyPath
} from "./chunk-platform-doctor-facts.js";
import {
  isVersionLike
} from "./chunk-platform-doctor-version-like.js";
import {
  ownersOf,
  ownersPaths,
  readOwners
} from "./chunk-platform-doctor-owners.js";
import {
  asMap,
  parseWorkflow,
  texts
} from "./chunk-platform-doctor-workflow-file.js";
import {
  findListedTeam,
  readStandings
} from "./chunk-platform-github-decisions-standing.js";
import {
  isAtLeast
} from "./chunk-decisions-who.js";
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
import {
  ask,
  unavailable
} from "./chunk-platform-github-ask.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
import {
  policyPlace
} from "./chunk-policy-remote.js";
import {
  openPolicy
} from "./chunk-policy-open.js";
import {
  openGitHubTree
} from "./chunk-platform-github-snapshot.js";
import {
  describeFailure,
  readFailure
} from "./chunk-platform-github-failure.js";
import {
  _enum,
  array,
  boolean,
  int,
  object,
  string,
  unknown
} from "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  compileGlob
} from "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/platform/doctor/plan.ts
var reply = object({ plan: object({ name: string() }).optional() });
async function isWithoutRules(client, once, { owner, isPrivate, isOrganisations }) {
  if (!isPrivate || !isOrganisations) return false;
  try {
    const { data } = await once(`organisation ${owner}`, () => client.request("GET /orgs/{org}", { org: owner }));
    return reply.parse(data).plan?.name === "free";
  } catch {
    return false;
  }
}
function isPlanRefusal(error) {
  const { response } = error ?? {};
  const { message } = response?.data ?? {};
  return readFailure(error, 0).status === 403 && typeof message === "string" && /^Upgrade to GitHub /.test(message);
}

// src/platform/doctor/branch-rules.ts
var rules = array(
  object({
    ...{ type: string(), parameters: unknown().optional() },
    ...{
      ruleset_id: int().optional(),
      ruleset_source_type: string().optional(),
      ruleset_source: string().optional()
    }
  })
);
async function readRules(client, where) {
  const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
  try {
    return await readPages(client, route, where, rules);
  } catch (error) {
    if (isPlanRefusal(error)) return void 0;
    throw unavailable(error, `the rules of the default branch of ${where["owner"]}/${where["repo"]}`);
  }
}
var levels = {
  ...{ Repository: "repository", Organization: "organisation", Enterprise: "enterprise" }
};
function originOf(rule) {
  const { ruleset_id: of, ruleset_source_type: type = "", ruleset_source: source = "" } = rule;
  return of === void 0 ? {} : { ruleset: { id: of, level: levels[type] ?? "enterprise", source } };
}

// src/platform/doctor/protection.ts
var id = int().positive();
var check = object({ context: string(), app_id: int().nullish() });
var branch = object({
  commit: object({ sha: string() }),
  protected: boolean(),
  protection: object({
    enabled: boolean().optional(),
    required_status_checks: object({
      enforcement_level: string().optional(),
      contexts: array(string()).optional(),
      checks: array(check).optional()
    }).nullish()
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
var workflowParameters = object({
  workflows: array(
    object({ path: string(), repository_id: id, ref: string().nullish(), sha: string().nullish() })
  )
});
var classic = object({
  enforce_admins: object({ enabled: boolean() }).nullish(),
  required_pull_request_reviews: object({
    dismiss_stale_reviews: boolean().optional(),
    require_code_owner_reviews: boolean().optional(),
    require_last_push_approval: boolean().optional()
  }).nullish()
});
var ownersErrors = object({ errors: array(unknown()) });
async function readDefaultBranch(client, { owner, repo, defaultBranch }) {
  const where = { owner, repo, branch: defaultBranch };
  return branch.parse((await client.request("GET /repos/{owner}/{repo}/branches/{branch}", where)).data);
}
async function readProtection(client, once, listed, found) {
  const place = { owner: listed.owner, repo: listed.repo };
  const where = { ...place, branch: listed.defaultBranch };
  const [given, faults, isUnenforced] = await Promise.all([
    readRules(client, where),
    readOwnersFaults(client, place),
    isWithoutRules(client, once, listed)
  ]);
  const all = given ?? [];
  const parametersOf = (type, shape) => all.filter((rule) => rule.type === type).map(({ parameters }) => shape.parse(parameters));
  const withOrigin = (type, shape) => all.filter((rule) => rule.type === type).map((rule) => ({ ...originOf(rule), parameters: shape.parse(rule.parameters) }));
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
    repositoryId: listed.id,
    defaultBranch: listed.defaultBranch,
    isPrivate: listed.isPrivate,
    tip: found.commit.sha,
    isProtected: found.protected || all.length > 0,
    isWithoutRules: isUnenforced || given === void 0,
    enforcesAdmins: admins(status?.enforcement_level) ?? own.value?.enforce_admins?.enabled ?? "unknown",
    checks: [
      ...withOrigin("required_status_checks", statusParameters).flatMap(
        ({ parameters, ...origin }) => parameters.required_status_checks.map(({ context, integration_id: app }) => ({
          ...requiredCheck(context, app),
          ...origin
        }))
      ),
      ...status?.checks?.map(({ context, app_id: app }) => requiredCheck(context, app)) ?? status?.contexts?.map((context) => requiredCheck(context)) ?? []
    ],
    workflows: withOrigin("workflows", workflowParameters).flatMap(
      ({ parameters, ...origin }) => parameters.workflows.map(({ path, repository_id: repositoryId, ref, sha }) => ({
        ...{ path, repositoryId, ...origin },
        ...ref && { ref },
        ...sha && { sha }
      }))
    ),
    mergeQueue: all.some(({ type }) => type === "merge_queue"),
    reviews: {
      codeOwners: settle(
        asked.some((each2) => each2.require_code_owner_review),
        reviews2?.require_code_owner_reviews
      ),
      dismissStale: settle(
        asked.some((each2) => each2.dismiss_stale_reviews_on_push),
        reviews2?.dismiss_stale_reviews
      ),
      lastPush: settle(
        asked.some((each2) => each2.require_last_push_approval),
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
function admins(level) {
  return level === "everyone" || level === "non_admins" ? level === "everyone" : void 0;
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

// src/platform/doctor/default-branch.ts
async function openDefaultBranch(client, listed) {
  const { owner, repo, defaultBranch } = listed;
  const reply2 = await readDefaultBranch(client, listed).catch((error) => {
    throw unavailable(error, `the default branch ${quoted(defaultBranch)} of ${owner}/${repo}`);
  });
  const tree = await openGitHubTree({ request: client.request, owner, repo, commit: reply2.commit.sha });
  return { reply: reply2, tree, files: (await tree.list()).filter(({ mode }) => mode === "file") };
}

// src/platform/doctor/approver-problems.ts
var approverProblems = (facts, asksTeams) => [
  ...peopleProblems(facts),
  ...teamProblems(facts),
  ...tooFew(facts, asksTeams),
  ...drift(facts)
];
var isKnown = (person) => "permission" in person;
var isTeam = (team) => "members" in team;
var isActive = ({ account }) => account?.type === "User" && !account.isSuspended;
var able = ({ approvals, people }) => people.filter(isKnown).filter((one) => isActive(one) && isAtLeast(one.permission, approvals.minimumPermission));
function peopleProblems({ approvals, people }) {
  const known = people.filter(isKnown);
  const active = known.filter(isActive);
  const weak = active.filter(({ permission }) => !isAtLeast(permission, approvals.minimumPermission));
  const renamed = active.filter(({ user, account }) => account?.login.toLowerCase() !== user.login.toLowerCase());
  const unread = people.flatMap((one) => "unread" in one ? [one] : []);
  const takeOff = "Take them off `approvals.approvers` in the policy.";
  return [
    ...each(
      known.filter((one) => !isActive(one)),
      (all) => ({
        ...{ code: "approver-not-active", level: "warn" },
        message: `${names(all)} may approve by the policy, and ${all.length === 1 ? "is no active account of a person" : "are no active accounts of people"}: deleted, suspended, or no User.`,
        fix: takeOff
      })
    ),
    ...each(weak, (all) => ({
      ...{ code: "approver-without-permission", level: "warn" },
      message: `${names(all)} may approve by the policy, and may do less in this repository than \`minimumPermission: ${approvals.minimumPermission}\` asks (${[...new Set(all.map(({ permission }) => permission))].join(", ")}): what they approve does not count.`,
      fix: `Give them the permission \`${approvals.minimumPermission}\` here. Or: ${takeOff}`
    })),
    ...each(renamed, (all) => ({
      ...{ code: "approver-renamed", level: "note" },
      message: `The policy has another login beside the id of ${all.map(({ user, account }) => `${quoted(account?.login ?? "")} (${user.id}: ${quoted(user.login)})`).join(", ")}. The id counts.`,
      fix: "Correct the login in the policy, for those who read it; make sure that the account is the one that is meant."
    })),
    ...each(unread, (all) => ({
      ...{ code: "approver-unread", level: "unknown" },
      message: `Whether ${names(all)} can approve is not known: ${all[0]?.unread ?? ""}.`,
      fix: "Run doctor with a token that may read the metadata of this repository (Metadata: read), or run it again."
    }))
  ];
}
function each(all, problem) {
  return all.length === 0 ? [] : [problem(all)];
}
var mostNamed = 5;
function names(all) {
  const shown = all.slice(0, mostNamed).map(({ user }) => `${quoted(user.login)} (id ${user.id})`);
  return [...shown, ...all.length > mostNamed ? [`${all.length - mostNamed} more`] : []].join(", ");
}
function teamProblems({ teams }) {
  return teams.flatMap((one) => {
    const slug = quoted(one.team.slug);
    if ("isGone" in one) {
      return [
        {
          ...{ code: "team-gone", level: "warn" },
          message: `Another team has the name ${slug} now, and there is none with the listed id ${one.team.id}: its members do not count, and a run that has to ask for it is an error.`,
          fix: "List the team that is meant by its id in the policy: `gh api orgs/ORG/teams/SLUG --jq .id`."
        }
      ];
    }
    if ("unread" in one) {
      return [
        {
          ...{ code: "team-unread", level: "unknown" },
          message: `Who is in the team ${slug}, and whether they can approve, is not known: ${one.unread}.`,
          fix: "Run doctor with a token that may read the organisation's members (`read:org`, or Members: read of an App)."
        }
      ];
    }
    if (one.slug.toLowerCase() === one.team.slug.toLowerCase()) return [];
    return [
      {
        ...{ code: "team-renamed", level: "note" },
        message: `The team with the id ${one.team.id} is called ${quoted(one.slug)} now, and ${slug} in the policy. The id counts.`,
        fix: "Correct the slug in the policy."
      }
    ];
  });
}
function tooFew(facts, asksTeams) {
  const { approvals, people, teams } = facts;
  const isUnread = people.some((one) => "unread" in one) || asksTeams && teams.some((one) => "unread" in one);
  const ids = new Set(able(facts).map(({ user }) => user.id));
  for (const { id: id2 } of asksTeams ? membersOf(facts) : []) ids.add(id2);
  if (isUnread || ids.size >= approvals.required) return [];
  const who = ids.size === 0 ? "Nobody" : `Only ${ids.size} of the people whom the policy lists`;
  const why = asksTeams || teams.length === 0 ? "" : " Members of teams do not count here, because the workflow of the check can come with the pull request.";
  return [
    {
      ...{ code: "approvers-too-few", level: "warn" },
      message: `${who} can approve, and an approval needs ${plural(approvals.required, "person", "people")}: nothing can be approved.${why}`,
      fix: "List more people by their ids under `approvals.approvers.users` in the policy (`gh api users/LOGIN --jq .id`)."
    }
  ];
}
var membersOf = ({ approvals: { never, minimumPermission }, teams }) => teams.filter(isTeam).flatMap(({ team, members }) => members.map((member) => ({ ...member, team }))).filter(({ id: id2, permission }) => isAtLeast(permission, minimumPermission) && !never.some((one) => one.id === id2));
function drift(facts) {
  const { users } = facts.approvals;
  const teams = facts.teams.filter(isTeam);
  if (users.length === 0 || teams.length === 0) return [];
  const joined = membersOf(facts).filter(({ id: id2 }) => !users.some((user) => user.id === id2));
  const isAll = teams.length === facts.teams.length;
  const left = users.filter(({ id: id2 }) => isAll && !teams.some(({ members }) => members.some((one) => one.id === id2)));
  return [
    ...each(joined, (all) => ({
      ...{ code: "team-drift", level: "note" },
      message: `${names(all.map((user) => ({ user })))} can approve as a member of a listed team, and not by id: that counts only where teams are asked for.`,
      fix: "List them under `approvals.approvers.users` too, if they shall approve everywhere."
    })),
    ...each(left, (all) => ({
      ...{ code: "team-drift", level: "note" },
      message: `${names(all.map((user) => ({ user })))} may approve by id, and ${all.length === 1 ? "is" : "are"} in none of the listed teams.`,
      fix: "If they stand there as members of a team, take them off `approvals.approvers.users` in the policy."
    }))
  ];
}

// src/platform/doctor/approval-problems.ts
function decidingNothing(problem, { approvals }) {
  if (approvals === void 0 || problem.level !== "error") return problem;
  return { ...problem, message: `${problem.message} So the approvals that the policy asks for decide nothing.` };
}
function approvalProblems(facts) {
  const { approvals } = facts;
  if (approvals === void 0) return [];
  return [
    ...workflowsApprove(approvals),
    ...editable(facts),
    ...approverProblems(approvals, outsideGates(facts).running.length > 0)
  ];
}
function workflowsApprove({ workflowsApprove: may2 }) {
  const name2 = '"Allow GitHub Actions to create and approve pull requests"';
  if (may2 === false) return [];
  if (may2 === true) {
    return [
      {
        ...{ code: "workflows-may-approve", level: "error" },
        message: `${name2} is on: a workflow of any branch can approve a pull request, as a review that counts.`,
        fix: "Turn it off under Settings, Actions, General; where the organisation has turned it on, there. lockgate does not need it."
      }
    ];
  }
  return [
    {
      ...{ code: "workflows-may-approve-unread", level: "unknown" },
      message: `GitHub did not provide whether ${name2} is on: ${may2.unread}.`,
      fix: "Run doctor with a token that may read the administration settings of this repository (Administration: read)."
    }
  ];
}
function editable(facts) {
  const { protection, owners } = facts;
  const { running, unread } = outsideGates(facts);
  if (running.length + unread.length === 0 || !protection.isProtected) return [];
  const named3 = [...facts.workflows, ...running.flatMap(({ gates }) => gates)].map(({ policy: policy2 = policyPath }) => policy2);
  const policies = (named3.length === 0 ? [policyPath] : named3).flatMap((policy2) => {
    const place = policyPlace(policy2);
    return "path" in place ? [place.path.replace(/^\.\//, "")] : [];
  });
  const paths = [...new Set(policies), approvalsPath];
  const open = owners === void 0 ? paths : paths.filter((path) => ownersOf(owners, path).length === 0);
  const shown = (path) => quoted(path === approvalsPath ? ".github/dependency-approvals/" : path);
  const problem = { code: "approvals-editable", level: "error" };
  if (open.length > 0) {
    return [
      {
        ...problem,
        message: `There is no code owner for ${open.map(shown).join(", ")}: who may approve, and what was approved, can be changed without their review.`,
        fix: "Add a line such as `/.github/ @your-org/security` to CODEOWNERS, after any wider line."
      }
    ];
  }
  if (protection.reviews.codeOwners !== false) return [];
  return [
    {
      ...problem,
      message: `CODEOWNERS names the owners of ${paths.map(shown).join(", ")}, but their review is not required.`,
      fix: 'Turn on "Require review from Code Owners" for the branch.'
    }
  ];
}

// src/platform/doctor/baseline-problems.ts
var named = 10;
function baselineProblems({ undeclared, missing, unprotected, unread }, { defaultBranch }) {
  const list2 = (names2) => names2.slice(0, named).map((name2) => quoted(name2)).join(", ") + (names2.length > named ? ` and ${names2.length - named} more` : "");
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
    const line = `baselines: [${undeclared.slice(0, named).map((name2) => JSON.stringify(name2)).join(", ")}]`;
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

// src/platform/doctor/install-problems.ts
function unjudgedInstall({ path, job, command, isPrivileged, secrets, permissions }) {
  const rights = [
    secrets.length === 0 ? "no secret" : secrets[0] === "all" ? "every secret" : `the secrets ${secrets.map((name2) => quoted(name2)).join(", ")}`,
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

// src/platform/doctor/rulesets.ts
var actorsReply = array(
  object({
    actor_id: int().nullish(),
    actor_type: string(),
    bypass_mode: _enum(["always", "pull_request", "exempt"]).default("always")
  })
);
var rulesetReply = object({ name: string(), bypass_actors: actorsReply.optional() });
var teamsReply = array(object({ id: int(), slug: string() }));
var roles = { 2: "maintain", 4: "write", 5: "admin" };
var kinds = {
  ...{ RepositoryRole: "role", Team: "team", Integration: "app", User: "user" },
  ...{ OrganizationAdmin: "organisation-owners", EnterpriseOwner: "enterprise-owners", DeployKey: "deploy-keys" }
};
var grants = {
  repository: "a token that may edit the repository's rulesets (Administration: write)",
  organisation: "a token that may edit the organisation's rulesets (`admin:org`, or organisation permission Administration: write)",
  enterprise: "a token of an enterprise owner"
};
function readRuleset(client, once, place, origin) {
  const { id: id2, level, source } = origin;
  const ofRepository = () => client.request("GET /repos/{owner}/{repo}/rulesets/{ruleset_id}", {
    ...place,
    ...{ ruleset_id: id2, includes_parents: true }
  });
  const ofOrganisation = () => client.request("GET /orgs/{org}/rulesets/{ruleset_id}", { org: source, ruleset_id: id2 }).catch((error) => {
    if (isRefusal(error)) return ofRepository();
    throw error;
  });
  const ask2 = async () => {
    try {
      const { data } = await (level === "organisation" ? ofOrganisation() : ofRepository());
      const { name: name2, bypass_actors: actors } = rulesetReply.parse(data);
      const why = `GitHub shows it only to ${grants[level]}`;
      if (actors === void 0) return { name: name2, bypass: null, why, failed: false };
      const bypass = await Promise.all(actors.map((actor) => named2(client, once, place.owner, actor)));
      return { name: name2, bypass, why: null, failed: false };
    } catch (error) {
      const failed = !isRefusal(error);
      const why = failed ? describeFailure(error) : `${describeFailure(error)}; it takes ${grants[level]}`;
      return { name: null, bypass: null, why, failed };
    }
  };
  return level === "repository" ? ask2() : once(`ruleset ${id2}`, ask2);
}
var isRefusal = (error) => ["refused", "missing"].includes(readFailure(error, 0).kind);
async function named2(client, once, org, { actor_id: id2, actor_type: type, bypass_mode: mode }) {
  const kind = kinds[type] ?? "other";
  const shown = typeof id2 === "number" ? String(id2) : null;
  if (kind === "role") return { kind, name: (typeof id2 === "number" ? roles[id2] : void 0) ?? `id ${shown}`, mode };
  if (kind === "team") {
    const slugs = await once(`teams ${org}`, () => readTeams(client, org));
    return { kind, name: slugs.get(id2 ?? 0) ?? `id ${shown}`, mode };
  }
  if (kind === "app" || kind === "user") return { kind, name: `id ${shown}`, mode };
  return { kind, name: kind === "other" ? type : null, mode };
}
async function readTeams(client, org) {
  try {
    const teams = await readPages(client, "GET /orgs/{org}/teams", { org }, teamsReply);
    return new Map(teams.map(({ id: id2, slug }) => [id2, slug]));
  } catch {
    return /* @__PURE__ */ new Map();
  }
}

// src/platform/doctor/requirements.ts
async function readRulesets(client, once, place, facts) {
  const all = [...outsideGates(facts).running.map(({ required: required2 }) => required2), ...gateChecks(facts)];
  const origins = new Map(
    all.flatMap(({ ruleset }) => ruleset === void 0 ? [] : [[ruleset.id, ruleset]])
  );
  return new Map(
    await Promise.all(
      [...origins].map(async ([id2, origin]) => [id2, await readRuleset(client, once, place, origin)])
    )
  );
}
function requirementsOf(facts) {
  if (facts.protection.isWithoutRules) return [];
  const workflows = outsideGates(facts).running.map(({ required: { path, ruleset }, repository = null }) => ({
    ...{ kind: "workflow", name: path, repository, app: null },
    ...sourceOf(ruleset, facts)
  }));
  const checks = gateChecks(facts).map(({ context, appId = null, ruleset }) => ({
    ...{ kind: "check", name: context, repository: null, app: appId },
    ...sourceOf(ruleset, facts)
  }));
  return [...workflows, ...checks];
}
function sourceOf(origin, { protection: { enforcesAdmins }, rulesets }) {
  if (origin === void 0) return ofClassicProtection(enforcesAdmins);
  const { name: name2, bypass, why } = rulesets.get(origin.id) ?? { name: null, bypass: null, why: "it was not asked for" };
  return {
    by: `${origin.level}-ruleset`,
    ruleset: { id: origin.id, name: name2 },
    ...{ bypass, bypassUnread: why }
  };
}
function ofClassicProtection(enforcesAdmins) {
  const source = { by: "branch-protection", ruleset: null };
  if (enforcesAdmins === "unknown") {
    const bypassUnread = "it takes a token that may read the repository's administration settings";
    return { ...source, bypass: null, bypassUnread };
  }
  const admins2 = { kind: "role", name: "admin", mode: "always" };
  return { ...source, bypass: enforcesAdmins ? [] : [admins2], bypassUnread: null };
}
function bypassProblems(facts) {
  const requirements = requirementsOf(facts);
  const failed = [...facts.rulesets].filter(([, ruleset]) => ruleset.failed);
  const unknown2 = failed.map(([id2, { why }]) => ({
    ...{ code: "untold", level: "unknown", message: `GitHub did not provide the ruleset with the id ${id2}: ${why}.` },
    fix: "Run doctor again."
  }));
  const isOpen = ({ bypass }) => bypass?.some(({ kind, name: name2 }) => kind === "role" && (name2 === "write" || name2 === "maintain")) === true;
  if (requirements.length === 0 || !requirements.every(isOpen)) return unknown2;
  const everybody = requirements.every(
    ({ bypass }) => bypass?.some(({ kind, name: name2 }) => kind === "role" && name2 === "write") === true
  );
  const names2 = [...new Set(requirements.map(({ ruleset }) => quoted(ruleset?.name ?? String(ruleset?.id))))];
  const who = everybody ? "everybody with write access" : "everybody with the role Maintain";
  return [
    ...unknown2,
    {
      code: "bypass-open",
      level: everybody ? "error" : "warn",
      message: `The ruleset ${names2.join(", ")} lets ${who} bypass the gate.`,
      fix: "Take the role off the bypass list of the ruleset, and keep there only those who decide about exceptions."
    }
  ];
}

// src/platform/doctor/step-problems.ts
var ofKind = {
  condition: {
    code: "job-conditional",
    error: (what) => `${what} can skip it or hide that it failed.`,
    unknown: (what) => `whether ${what} skips it or hides that it failed is not known: the value is set elsewhere.`,
    fix: "Remove them: a job that is skipped, or whose step is, satisfies a required check."
  },
  input: {
    code: "input-proposed",
    error: (what) => `the pull request chooses ${what} of the gate, and so what it lets in.`,
    unknown: (what) => `who chooses ${what} of the gate is not known: the value is made elsewhere.`,
    fix: "Write plain text there, or a variable of Actions alone (`${{ vars.NAME }}`)."
  },
  environment: {
    code: "environment-changing",
    error: (what) => `the environment variable ${what} loads other code into the gate, or turns off whom it trusts.`,
    unknown: (what) => `what the environment variable ${what} makes of the gate is not known.`,
    fix: "Remove it from `env` of the workflow, the job and the gate's step."
  },
  before: {
    code: "runs-before-gate",
    error: (what) => `${what} runs before the gate in the same job: what a pull request holds can replace the gate there.`,
    unknown: (what) => `${what} runs before the gate in the same job, and whether it leaves the gate as it is is not known.`,
    fix: "Let the gate be the first step of its job, and do the rest in another job that needs it."
  },
  runner: {
    code: "runner-proposed",
    error: (what) => `the pull request chooses ${what}, which is where the gate runs.`,
    unknown: (what) => `who chooses ${what}, which is where the gate runs, is not known.`,
    fix: "Write plain text there, or a variable of Actions alone (`${{ vars.NAME }}`)."
  }
};
function ofStep(workflow, { isHome }) {
  const { path, context, doubts, local, isShared, isAudit } = workflow;
  const where = `${quoted(path)}, job ${quoted(context)}`;
  const found = ["error", "unknown"].flatMap(
    (level) => Object.entries(ofKind).flatMap(([kind, words]) => {
      const these = doubts.filter((each2) => each2.kind === kind && each2.level === level);
      if (these.length === 0) return [];
      const what = these.map((each2) => `${quoted(each2.what)}${each2.isOfStep ? " of the step" : ""}`).join(", ");
      return [{ code: words.code, level, message: `${where}: ${words[level](what)}`, fix: words.fix }];
    })
  );
  if (local !== void 0 && !(isHome && local === "chosen")) {
    found.push({
      code: "action-checked-out",
      level: "error",
      message: `${where}: \`./\` is whatever is checked out, and that is ${isHome && local === "proposed" ? "the pull request's" : "not the action, or what the pull request makes of it"}.`,
      fix: "Name the action by its repository and the 40 hexadecimal digits of a commit; in its own repository, check out `${{ github.event.repository.default_branch }}` first."
    });
  }
  if (isAudit) {
    found.push({
      code: "preset-audit",
      level: "warn",
      message: `${where}: where there is no policy file, \`preset: audit\` lets everything in but what no policy can allow.`,
      fix: "Leave the input out, or write another preset, once what is reported has been looked at."
    });
  }
  if (isShared) {
    found.push({
      code: "runner-shared",
      level: "warn",
      message: `${where}: it runs on a runner of your own. What another job left there can change the gate.`,
      fix: "Use a runner of GitHub's, or one that is made anew for each job and that no other workflow of these repositories can use."
    });
  }
  return found;
}

// src/platform/doctor/workflow-problems.ts
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
function stoppedBy({ name: name2, events: allowed, limitsActors, paths }, workflows) {
  return workflows.flatMap(({ path, context, events: events2 }) => {
    if (paths !== void 0 && !paths.includes(path)) return [];
    const stopped = [...events2].filter((event) => allowed?.includes(event) === false);
    if (stopped.length === 0 && !limitsActors) return [];
    const what = stopped.length > 0 ? stopped.map((event) => quoted(event)).join(", ") : "who may start it";
    return [
      {
        code: "policy-stops-gate",
        level: "warn",
        message: `${quoted(path)}, job ${quoted(context)}: the Actions policy ${quoted(name2)} ${stopped.length > 0 ? "does not allow" : "limits"} ${what}. A run that is not allowed ends as an error, and the check that a merge waits for never reports.`,
        fix: "Allow the events of the gate, and everybody whose pull requests it has to judge, in the Actions policies of the repository or organisation."
      }
    ];
  });
}

// src/platform/doctor/diagnose.ts
var actionsAppId = 15368;
function diagnose(facts) {
  const { protection, workflows, unreadable } = facts;
  const gates = gatesOf(workflows);
  const found = [
    ...required(facts).map((problem) => decidingNothing(problem, facts)),
    ...editable2(facts),
    ...bypassProblems(facts),
    ...outsideProblems(facts),
    ...gates.flatMap((workflow) => ofWorkflow(workflow, facts)),
    ...outsideGates(facts).running.length > 0 ? [] : gates.flatMap((workflow) => ofStep(workflow, facts)),
    ...workflows.filter((workflow) => !gates.includes(workflow)).flatMap((helper) => unpinned(helper, facts)),
    ...retargets(facts),
    ...facts.executionRules.flatMap((rules3) => stoppedBy(rules3, workflows)),
    ...facts.installs.map(unjudgedInstall),
    ...reviews(protection),
    ...baselineProblems(facts.baselines, protection),
    ...approvalProblems(facts),
    ...protection.unread.map((what) => ({
      ...{ code: "untold", level: "unknown", message: `GitHub did not provide ${what}.` },
      fix: "Run doctor with a token that may read the administration settings of this repository."
    })),
    ...unreadable.map((path) => ({
      ...{ code: "workflow-unreadable", level: "warn", message: `${quoted(path)} cannot be read as YAML.` },
      fix: "Fix the workflow; GitHub does not run it as it is."
    }))
  ];
  const rank = { error: 0, unknown: 1, warn: 2, note: 3 };
  return found.sort((a, b) => rank[a.level] - rank[b.level]);
}
function isSettledOutside(facts) {
  const { running, unread } = outsideGates(facts);
  return running.length + unread.length > 0;
}
function required(facts) {
  const { protection, workflows } = facts;
  const { defaultBranch, isProtected, isWithoutRules: isWithoutRules2 } = protection;
  if (isWithoutRules2) {
    return [
      {
        code: "plan-without-rules",
        level: "error",
        message: "The plan of the owner enforces no branch protection and no ruleset in a private repository: whatever is required there, a pull request that fails the check can be merged.",
        fix: "Move the owner to a plan that enforces them in private repositories, or make the repository public."
      }
    ];
  }
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
  if (isSettledOutside(facts)) return [];
  const found = gateChecks(facts);
  if (workflows.length > 0 && found.length === 0) {
    return [
      {
        code: "check-not-required",
        level: "error",
        message: `The check ${[...contextsOf(workflows)].map((each2) => quoted(each2)).join(", ")} is not required on ${quoted(defaultBranch)}: a pull request that fails it can be merged.`,
        fix: "Require the check in the ruleset of the branch."
      }
    ];
  }
  if (found.length === 0) {
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
function editable2(facts) {
  if (!facts.protection.isProtected || isSettledOutside(facts)) return [];
  const { protection, workflows, owners } = facts;
  const dedicated = gateChecks(facts).find(({ appId }) => appId !== void 0 && appId !== actionsAppId);
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
    ...new Set(
      (workflows.length === 0 ? [policyPath] : workflows.map(({ policy: policy2 = policyPath }) => policy2)).filter(
        (policy2) => "path" in policyPlace(policy2)
      )
    ),
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
function outsideProblems(facts) {
  const { running, unread } = outsideGates(facts);
  if (running.length === 0) {
    return unread.map(({ required: { path, repositoryId }, repository, unread: why = "" }) => ({
      code: "required-workflow-unread",
      level: "unknown",
      message: `A ruleset requires the workflow ${quoted(path)} of ${repository === void 0 ? `the repository with the id ${repositoryId}` : quoted(repository)}, and whether it runs lockgate is not known: ${why}.`,
      fix: "Run doctor with a token that may read the contents of that repository (Contents: read)."
    }));
  }
  const counting = /* @__PURE__ */ new Set(["event-missing", "merge-group-missing", "job-conditional", "permission-missing"]);
  const open = new Set(running.flatMap(({ isOpen, repository = "" }) => isOpen ? [repository] : []));
  const changeable = [...open].map((repository) => ({
    code: "required-workflow-unprotected",
    level: "warn",
    message: `No rule keeps a push away from the branch of ${quoted(repository)} that the required workflow is read from: everybody with write access there can replace the gate of every repository that requires it.`,
    fix: "Protect that branch by a ruleset that requires pull requests and a review by the code owners, or pin the workflow to a commit."
  }));
  const found = running.flatMap(({ gates }) => gatesOf(gates).flatMap((gate) => ofWorkflow(gate, facts))).filter(({ code }) => counting.has(code));
  const ofSteps = running.flatMap(({ gates }) => gatesOf(gates).flatMap((gate) => ofStep(gate, facts)));
  return [...found, ...ofSteps, ...changeable];
}
function retargets(facts) {
  if (outsideGates(facts).running.length === 0 || facts.protection.mergeQueue) return [];
  return [
    {
      code: "retarget-unseen",
      level: "warn",
      message: "A workflow that a ruleset requires does not run when a pull request is retargeted, nor for what a job does with its own token: an older green result counts for the new base branch too.",
      fix: "Require a merge queue for the branch, with `merge_group` among the events of the workflow, or name as `baselines` only branches that are protected like it."
    }
  ];
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

// src/platform/doctor/approvals.ts
var accountReply = object({
  ...{ id: int().positive(), login: string().min(1), type: string() },
  /** Enterprise Server alone says it. */
  suspended_at: string().nullish()
});
var switchReply = object({ can_approve_pull_request_reviews: boolean() });
var membersReply = array(object({ id: int().positive(), login: string().min(1), type: string() }));
async function readApprovals(client, once, listed, readPolicy) {
  const approvals = await approvalsIn(client, readPolicy);
  if (approvals === void 0 || approvals.users.length + approvals.teams.length === 0) return void 0;
  const place = { owner: listed.owner, repo: listed.repo };
  const [people, teams, workflowsApprove2] = await Promise.all([
    Promise.all(approvals.users.map((user) => knownPerson(client, once, place, user))),
    Promise.all(approvals.teams.map((team) => knownTeam(client, once, place, team))),
    readSwitch(client, place)
  ]);
  return { approvals, people, teams, workflowsApprove: workflowsApprove2 };
}
async function approvalsIn(client, readPolicy) {
  try {
    const readExtended = policyOf(() => Promise.resolve(client.request));
    return (await openPolicy(await readPolicy(), { readExtended })).approvals;
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
async function knownPerson(client, once, place, user) {
  try {
    const { id: id2 } = user;
    const account = await once(`account ${id2}`, () => askAccount(client, id2));
    if (account === void 0) return { user, account, permission: "none" };
    return { user, account, permission: await permissionOf(client, place, { id: id2, login: account.login }) };
  } catch (error) {
    return { user, unread: whyUnread(error) };
  }
}
async function askAccount(client, id2) {
  try {
    const { data } = await client.request("GET /user/{account_id}", { account_id: id2 });
    const { suspended_at: suspended, ...account } = accountReply.parse(data);
    return { ...account, isSuspended: typeof suspended === "string" };
  } catch (error) {
    if (readFailure(error, 0).status === 404) return void 0;
    throw error;
  }
}
async function permissionOf(client, place, who) {
  const standings = await readStandings(place, client, [{ ...who, type: "User" }]);
  return standings.get(who.id)?.permission ?? "none";
}
async function knownTeam(client, once, place, team) {
  try {
    const found = await once(`team ${place.owner} ${team.slug} ${team.id}`, async () => {
      const there = await findListedTeam(place, client, team);
      if (!("id" in there)) return there;
      const { name: name2, org } = there;
      const where = { org, team_slug: name2 };
      const all = await readPages(client, "GET /orgs/{org}/teams/{team_slug}/members", where, membersReply);
      return {
        slug: team.slug.includes("/") ? `${org}/${name2}` : name2,
        members: all.filter(({ type }) => type === "User")
      };
    });
    if ("other" in found) {
      if (found.other !== void 0) return { team, isGone: true };
      return { team, unread: "it does not exist or the token may not see it (HTTP 404)" };
    }
    const { slug, members } = found;
    const known = members.map(async ({ id: id2, login }) => ({
      ...{ id: id2, login, permission: await permissionOf(client, place, { id: id2, login }) }
    }));
    return { team, slug, members: await Promise.all(known) };
  } catch (error) {
    return { team, unread: whyUnread(error) };
  }
}
async function readSwitch(client, place) {
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/actions/permissions/workflow", place);
    return switchReply.parse(data).can_approve_pull_request_reviews;
  } catch (error) {
    return { unread: describeFailure(error) };
  }
}
function whyUnread(error) {
  return error instanceof GateFailure ? error.message.replace(/; [^;]*$/, "").replace(/^GitHub did not provide [^:]*: /, "") : describeFailure(error);
}

// src/platform/doctor/baselines.ts
var branches = array(object({ name: string().min(1) }));
var rules2 = array(object({ type: string() }));
var branch2 = object({ protection: object({ enabled: boolean().optional() }).optional() });
var closing = /* @__PURE__ */ new Set(["pull_request", "update", "merge_queue"]);
async function readBaselines(client, place, readPolicy) {
  const { owner, repo, defaultBranch } = place;
  const declared = await declaredBaselines(
    readPolicy,
    policyOf(() => Promise.resolve(client.request))
  );
  try {
    const listed = await readPages(client, "GET /repos/{owner}/{repo}/branches", { owner, repo }, branches);
    const others = listed.filter(({ name: name2 }) => name2 !== defaultBranch);
    const isDeclared = (name2) => declared.some((pattern) => compileGlob(pattern)(name2));
    const named3 = declared.filter((name2) => !/[*?]/.test(name2) && name2 !== defaultBranch);
    const existing = named3.filter((name2) => others.some((other) => other.name === name2));
    const open = await Promise.all(existing.map((name2) => isOpenBranch(client, { owner, repo, branch: name2 })));
    return {
      undeclared: others.flatMap(({ name: name2 }) => isVersionLike(name2) && !isDeclared(name2) ? [name2] : []),
      missing: named3.filter((name2) => !existing.includes(name2)),
      unprotected: existing.filter((_, at) => open[at])
    };
  } catch (error) {
    return { undeclared: [], missing: [], unprotected: [], unread: describeFailure(error) };
  }
}
async function isOpenBranch(client, where) {
  const found = await readPages(client, "GET /repos/{owner}/{repo}/rules/branches/{branch}", where, rules2);
  if (found.some(({ type }) => closing.has(type))) return false;
  const { data } = await client.request("GET /repos/{owner}/{repo}/branches/{branch}", where);
  return branch2.parse(data).protection?.enabled !== true;
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
function rulesOf({ name: name2, conditions, rules: rules3 }) {
  const include = conditions?.workflow_path?.include;
  const limits = rules3.filter(({ type }) => type === "restrict_action_events");
  const allowed = limits.map(({ parameters }) => events.parse(parameters).allowed_events);
  return {
    name: name2,
    events: allowed.length === 0 ? void 0 : allowed.reduce((a, b) => a.filter((event) => b.includes(event))),
    limitsActors: rules3.some(({ type }) => type !== "restrict_action_events"),
    paths: include === void 0 || include.includes("~ALL") ? void 0 : include
  };
}

// src/platform/doctor/listed.ts
var name = /^[A-Za-z0-9_.-]+$/;
var listedRepository = object({
  id: int().positive(),
  name: string().regex(name),
  owner: object({ login: string().regex(name), type: string() }),
  default_branch: string().min(1),
  private: boolean(),
  fork: boolean(),
  archived: boolean()
}).transform((read) => ({
  ...{ owner: read.owner.login, repo: read.name, id: read.id, defaultBranch: read.default_branch },
  ...{ isPrivate: read.private, isFork: read.fork, isArchived: read.archived },
  isOrganisations: read.owner.type === "Organization"
}));
function askRepository(client, owner, repo) {
  return ask(client, "GET /repos/{owner}/{repo}", { owner, repo }, listedRepository, `${owner}/${repo}`);
}

// src/platform/doctor/once.ts
function createOnce() {
  const answers = /* @__PURE__ */ new Map();
  return (key, ask2) => {
    const known = answers.get(key) ?? ask2();
    answers.set(key, known);
    return known;
  };
}

// src/platform/doctor/outside-workflow.ts
var maxBytes = 3 * 1024 * 1024;
var about = object({
  name: string(),
  owner: object({ login: string() }),
  default_branch: string().min(1)
});
var tip = object({ sha: string() });
function readOutsideWorkflow(client, once, required2) {
  const { repositoryId, path, ref, sha } = required2;
  return once(`workflow ${JSON.stringify([repositoryId, path, ref, sha])}`, async () => {
    let repository;
    try {
      const { data } = await client.request("GET /repositories/{repository_id}", { repository_id: repositoryId });
      const { name: repo, owner, default_branch: branch3 } = about.parse(data);
      const place = { owner: owner.login, repo };
      repository = `${owner.login}/${repo}`;
      const commit = sha ?? await commitOf(client, place, ref ?? branch3);
      const tree = await openGitHubTree({ request: client.request, ...place, commit });
      const file = (await tree.list()).find((each2) => each2.path === path && each2.mode === "file");
      if (file === void 0) {
        return { required: required2, repository, gates: [], installs: [], isOpen: false, unread: "there is no such file" };
      }
      const found = await gatesIn(repository, path, await tree.read(file, maxBytes));
      const read = ref?.replace(/^refs\/heads\//, "") ?? branch3;
      const canMove = found.gates.length > 0 && sha === void 0 && !read.startsWith("refs/");
      const isOpen = canMove && await isOpenBranch(client, { ...place, branch: read });
      return { required: required2, repository, isOpen, ...found };
    } catch (error) {
      const unread = error instanceof GateFailure ? error.message : describeFailure(error);
      return { required: required2, repository, gates: [], installs: [], isOpen: false, unread };
    }
  });
}
async function commitOf(client, place, ref) {
  const { data } = await client.request("GET /repos/{owner}/{repo}/commits/{ref}", {
    ...place,
    ref: ref.replace(/^refs\//, "")
  });
  return tip.parse(data).sha;
}
async function gatesIn(repository, path, bytes) {
  const { readWorkflowJobs } = await import("./platform-doctor-workflow-jobs.js");
  const text = new TextDecoder().decode(bytes);
  const { gates, installs } = readWorkflowJobs(`${repository}/${path}`, text);
  if (gates === void 0) return { gates: [], installs, unread: "it cannot be read as YAML" };
  const jobs = Object.values(asMap(parseWorkflow(text)?.["jobs"])).map(asMap);
  const calls = gates.length === 0 && jobs.some(({ uses }) => typeof uses === "string");
  return { gates, installs, ...calls && { unread: "it calls another workflow, which doctor does not read" } };
}
function installsOutside(outside) {
  const all = outside.flatMap(({ installs }) => installs);
  return [...new Map(all.map((each2) => [JSON.stringify([each2.path, each2.job]), each2])).values()];
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

// src/platform/doctor/examine.ts
var maxBytes2 = 3 * 1024 * 1024;
async function examine(client, owner, repo) {
  const listed = await askRepository(client, owner, repo);
  const branch3 = await openDefaultBranch(client, listed);
  const { standing, policy: policy2 } = await examineListed(client, createOnce(), listed, branch3);
  const limits = await readLimits(client, branch3.tree, policy2);
  return { ...standing, repository: `${owner}/${repo}`, ...limits !== void 0 && { limits } };
}
async function examineListed(client, once, listed, { reply: reply2, tree, files }) {
  const { owner, repo, defaultBranch } = listed;
  const read = async (file) => new TextDecoder().decode(await tree.read(file, maxBytes2));
  const ownersFile = ownersPaths.map((path) => files.find((file) => file.path === path)).find(Boolean);
  const lockFile = files.find(({ path }) => path === actionsLockPath);
  const [protection, { workflows, unreadable, installs }] = await Promise.all([
    readProtection(client, once, listed, reply2),
    readWorkflows(files, read)
  ]);
  const named3 = workflows.find((workflow) => workflow.policy !== void 0)?.policy ?? policyPath;
  const asked = createOnce();
  const policy2 = () => asked("policy", () => readNamedPolicy(client, tree, named3));
  const elsewhere = protection.workflows.filter(({ repositoryId }) => repositoryId !== listed.id);
  const [owners, baselines, approvals, executionRules, lock, outside] = await Promise.all([
    ownersFile === void 0 ? void 0 : read(ownersFile).then(readOwners),
    readBaselines(client, { owner, repo, defaultBranch }, policy2),
    readApprovals(client, once, listed, policy2),
    readExecutionRules(client, { owner, repo }),
    lockFile === void 0 ? void 0 : read(lockFile),
    Promise.all(elsewhere.map((required2) => readOutsideWorkflow(client, once, required2)))
  ]);
  const [pinned, rulesets] = await Promise.all([
    Promise.all(workflows.map((workflow) => isPinned(client, workflow, lock))),
    readRulesets(client, once, { owner, repo }, { protection, workflows, outside })
  ]);
  const movable = workflows.filter((_, at) => pinned[at] === false);
  const isLocal = [...workflows, ...outside.flatMap(({ gates }) => gates)].some(({ local }) => local !== void 0);
  const isHome = isLocal && await isActionsHome(files, read);
  const facts = {
    ...{ protection, workflows, movable, executionRules, unreadable, owners, isHome, baselines, outside, rulesets },
    approvals,
    installs: [...installs, ...installsOutside(outside)]
  };
  const requiredBy = requirementsOf(facts);
  return {
    standing: { repository: `${owner}/${repo}`, defaultBranch, problems: diagnose(facts), requiredBy },
    facts,
    policy: policy2
  };
}
async function readNamedPolicy(client, tree, named3) {
  const place = policyPlace(named3);
  if ("problem" in place) throw new GateFailure("policy-unavailable", place.problem);
  if ("path" in place) {
    const { openPolicyFile } = await import("./policy-policy-file.js");
    return openPolicyFile(tree, place.path.replace(/^\.\//, ""));
  }
  const { readRemotePolicy } = await import("./platform-github-remote-policy.js");
  return readRemotePolicy(place.remote, client.request);
}
async function readLimits(client, tree, readPolicy) {
  const [{ readAgreement }, { openPolicy: openPolicy2 }] = await Promise.all([
    import("./policy-agreement.js"),
    import("./policy-open.js")
  ]);
  try {
    const readExtended = policyOf(() => Promise.resolve(client.request));
    return await readAgreement(await openPolicy2(await readPolicy(), { readExtended }), tree);
  } catch (cause) {
    if (cause instanceof GateFailure) return void 0;
    throw cause;
  }
}
async function isActionsHome(files, read) {
  const file = files.find(({ path }) => path === "action.yml") ?? files.find(({ path }) => path === "action.yaml");
  return file !== void 0 && parseWorkflow(await read(file))?.["name"] === "lockgate";
}
async function readWorkflows(files, read) {
  const { readWorkflowJobs } = await import("./platform-doctor-workflow-jobs.js");
  const found = await Promise.all(
    files.filter(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)).map(async (file) => {
      const { path } = file;
      return { path, ...readWorkflowJobs(path, await read(file)) };
    })
  );
  return {
    workflows: found.flatMap(({ gates }) => gates ?? []),
    installs: found.flatMap(({ installs }) => installs),
    unreadable: found.flatMap(({ path, gates }) => gates === void 0 ? path : [])
  };
}

export {
  openDefaultBranch,
  listedRepository,
  createOnce,
  examine,
  examineListed
};
