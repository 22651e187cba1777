import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  createOnce,
  examineListed,
  listedRepository,
  openDefaultBranch
} from "./chunk-platform-doctor-examine.js";
import "./chunk-platform-doctor-facts.js";
import "./chunk-platform-doctor-version-like.js";
import "./chunk-platform-doctor-owners.js";
import "./chunk-platform-doctor-workflow-file.js";
import "./chunk-platform-github-decisions-standing.js";
import "./chunk-decisions-who.js";
import "./chunk-yaml.js";
import "./chunk-policy-declared-baselines.js";
import "./chunk-platform-github-policy-of.js";
import "./chunk-platform-github-status.js";
import "./chunk-managers-watched.js";
import {
  lockfileName
} from "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-actions-core.js";
import {
  unavailable
} from "./chunk-platform-github-ask.js";
import {
  readPages
} from "./chunk-platform-github-pages.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-remote.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-text-group-by.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-platform-github-snapshot.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-platform-github-tree.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-undici.js";
import {
  createLimiter
} from "./chunk-net-limiter.js";
import {
  describeFailure,
  readFailure
} from "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import {
  array,
  int,
  object,
  string,
  unknown
} from "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/platform/github/limit-stop.ts
function stoppedAtLimit(client) {
  let reached;
  return {
    ...client,
    request: async (route, parameters) => {
      if (reached !== void 0) throw reached.error;
      try {
        return await client.request(route, parameters);
      } catch (error) {
        if (readFailure(error, 0).kind === "rate-limited") reached ??= { error };
        throw error;
      }
    }
  };
}

// src/platform/doctor/organisation.ts
var maxPages = 100;
var organisationReply = object({
  login: string(),
  public_repos: int().min(0),
  /** Its owners alone see this one. */
  total_private_repos: int().min(0).optional()
});
var accountReply = object({ type: string() });
var branchesReply = array(unknown());
async function readOrganisation(client, once, org) {
  const about = await askOrganisation(client, once, org);
  let listed;
  try {
    const all = { org, type: "all", sort: "full_name" };
    listed = await readPages(client, "GET /orgs/{org}/repos", all, array(listedRepository), maxPages);
  } catch (error) {
    throw unavailable(error, `the repositories of ${quoted(org)}`);
  }
  const repositories = [...new Map(listed.map((each) => [each.id, each])).values()];
  if (repositories.length === 0) {
    throw new GateFailure(
      "repository-unavailable",
      `GitHub lists no repository of ${quoted(org)}: give the token access to the organisation's repositories`
    );
  }
  const { public_repos: open, total_private_repos: closed } = about;
  const hidden = closed === void 0 ? null : Math.max(0, open + closed - repositories.length);
  return { repositories, hidden };
}
async function askOrganisation(client, once, org) {
  try {
    const { data } = await once(`organisation ${org}`, () => client.request("GET /orgs/{org}", { org }));
    return organisationReply.parse(data);
  } catch (error) {
    if (readFailure(error, 0).kind !== "missing" || !await isPerson(client, org)) {
      throw unavailable(error, `the organisation ${quoted(org)}`);
    }
    throw new GateFailure(
      "usage",
      `${quoted(org)} is a person's account, and --org takes an organisation; for one repository run lockgate doctor ${org}/NAME`
    );
  }
}
async function isPerson(client, username) {
  try {
    return accountReply.parse((await client.request("GET /users/{username}", { username })).data).type === "User";
  } catch {
    return false;
  }
}
async function isEmptyRepository(client, { owner, repo }) {
  try {
    const where = { owner, repo, per_page: 1 };
    return branchesReply.parse((await client.request("GET /repos/{owner}/{repo}/branches", where)).data).length === 0;
  } catch {
    return false;
  }
}

// src/platform/doctor/fleet.ts
var together = 8;
var states = ["open", "unknown", "protected", "no-lockfile", "archived"];
async function examineFleet(given, organisation, progress) {
  const client = stoppedAtLimit(given);
  const once = createOnce();
  const { repositories: listed, hidden } = await readOrganisation(client, once, organisation);
  const inTurn = createLimiter(together);
  let done = 0;
  const repositories = await Promise.all(
    listed.map(
      (each) => inTurn(async () => {
        const line = await lineOf(client, once, each);
        progress(++done, listed.length);
        return line;
      })
    )
  );
  const rank = (state) => states.indexOf(state);
  repositories.sort((a, b) => rank(a.state) - rank(b.state) || (a.repository < b.repository ? -1 : 1));
  const count = (state) => repositories.filter((each) => each.state === state).length;
  const counts = Object.fromEntries(states.map((state) => [state, count(state)]));
  return { schema: "lockgate-fleet/1", organisation, hidden, repositories, counts };
}
async function lineOf(client, once, listed) {
  const { owner, repo, isPrivate, isFork, isArchived } = listed;
  const line = {
    ...{ repository: `${owner}/${repo}`, private: isPrivate, fork: isFork, state: "unknown" },
    ...{ defaultBranch: listed.defaultBranch, requiredBy: [], installs: [], problems: [] }
  };
  if (isArchived) return { ...line, state: "archived" };
  try {
    const branch = await openLocked(client, listed);
    if (branch === void 0) return { ...line, state: "no-lockfile" };
    const { standing, facts } = await examineListed(client, once, listed, branch);
    const installs = facts.installs.map(({ path, job, command, isPrivileged, secrets }) => ({
      ...{ workflow: path, job, command, privileged: isPrivileged, secrets }
    }));
    return { ...line, ...standing, installs, state: stateOf(standing.problems) };
  } catch (error) {
    return {
      ...line,
      problems: [
        unread(error instanceof GateFailure ? whatOf(error) : `GitHub did not provide it: ${describeFailure(error)}.`)
      ]
    };
  }
}
async function openLocked(client, listed) {
  let branch;
  try {
    branch = await openDefaultBranch(client, listed);
  } catch (error) {
    if (error instanceof GateFailure && await isEmptyRepository(client, listed)) return void 0;
    throw error;
  }
  const isLockfile = (path) => lockfileName(path) !== void 0 && !/(?:^|\/)node_modules\//.test(path);
  return branch.files.some(({ path }) => isLockfile(path)) ? branch : void 0;
}
function stateOf(problems) {
  if (problems.some(({ level }) => level === "error")) return "open";
  return problems.some(({ level }) => level === "unknown") ? "unknown" : "protected";
}
var whatOf = ({ message }) => `${message.split("; ")[0]?.replace(/\.$/, "") ?? ""}.`;
var unread = (message) => ({
  ...{ code: "repository-unavailable", level: "unknown", message },
  fix: /rate limit/.test(message) ? "Run doctor again when the rate limit of the token has been reset, or with the token of a GitHub App, which may ask more often." : "Run doctor again, with a token that may read the contents and the metadata of this repository."
});
export {
  examineFleet
};
