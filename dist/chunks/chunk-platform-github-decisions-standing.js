import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  isAtLeast
} from "./chunk-decisions-who.js";
import {
  describeFailure,
  readFailure
} from "./chunk-platform-github-failure.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  object,
  string
} from "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/platform/github/decisions/unavailable.ts
function approvalsUnavailable(error, what, grant) {
  if (error instanceof GateFailure) return error;
  const [why, fix] = whyAndFix(error, grant);
  return new GateFailure("approvals-unavailable", `GitHub did not provide ${what}: ${why}; ${fix}.`);
}
var approvalsUnusable = (what, fix) => new GateFailure("approvals-unavailable", `${what}; ${fix}.`);
async function askForDecision(client, [route, parameters], schema, [what, grant]) {
  try {
    return schema.parse((await client.request(route, parameters)).data);
  } catch (error) {
    throw approvalsUnavailable(error, what, grant);
  }
}
async function queryForDecision(client, [document, variables], schema, [what, grant]) {
  try {
    return schema.parse(await client.graphql(document, variables));
  } catch (error) {
    throw approvalsUnavailable(error, what, grant);
  }
}
var graphqlErrors = object({
  name: literal("GraphqlResponseError"),
  errors: array(
    object({ type: string().optional(), extensions: object({ code: string().optional() }).optional() })
  )
});
var again = "run the workflow again";
function whyAndFix(error, grant) {
  const read = graphqlErrors.safeParse(error);
  if (!read.success) {
    const { kind } = readFailure(error, 0);
    return [describeFailure(error), kind === "refused" || kind === "missing" ? `give ${grant}` : again];
  }
  const { errors } = read.data;
  const unknown = ["undefinedField", "argumentNotAccepted", "undefinedType"];
  if (errors.some(({ extensions }) => unknown.includes(extensions?.code ?? ""))) {
    return [
      "this server does not know a field that decisions are read from",
      "GitHub Enterprise Server has to be updated before decisions can be counted"
    ];
  }
  const refusals = ["FORBIDDEN", "NOT_FOUND", "INSUFFICIENT_SCOPES"];
  const isRefused = errors.some(({ type }) => refusals.includes(type ?? ""));
  return isRefused ? [describeFailure(error), `give ${grant}`] : ["GitHub failed in a part of the answer", again];
}

// src/platform/github/decisions/standing.ts
var permissionReply = object({
  permission: _enum(["admin", "write", "read", "none"]),
  user: object({
    id: int().positive(),
    permissions: object({ triage: boolean().optional(), maintain: boolean().optional() }).optional()
  })
});
var teamReply = object({
  id: int().positive(),
  slug: string().min(1),
  organization: object({ id: int().positive() })
});
var organisationReply = object({ id: int().positive() });
var membershipReply = object({ state: _enum(["active", "pending"]) });
var teamGrant = "the run the token of an App with Members: read on the organisation (a workflow\u2019s own token may not read teams), or list users by id in the policy";
async function readStandings(request, client, accounts, approvals) {
  const { users = [], teams = [], minimumPermission = "write" } = approvals ?? {};
  const found = await Promise.all(
    accounts.map(async (account) => ({ account, permission: await askPermission(request, client, account) }))
  );
  const known = found.flatMap(({ account, permission }) => permission === void 0 ? [] : [{ account, permission }]);
  const mayNotAsk = request.isTrustedFile !== true && teams.length > 0;
  const isAsked = ({ account, permission }) => isAtLeast(permission, minimumPermission) && !users.some(({ id }) => id === account.id);
  const isNeeded = !mayNotAsk && known.some(isAsked);
  const asked = isNeeded ? await Promise.all(teams.map((team) => askTeam(request, client, team))) : [];
  const standings = known.map(async (one) => {
    if (mayNotAsk) return { ...one, teams: "not-asked" };
    if (!isAsked(one)) return { ...one, teams: [] };
    const memberships = await Promise.all(asked.map((team) => isMember(client, team, one.account)));
    return { ...one, teams: asked.filter((_, index) => memberships[index]).map(({ id }) => id) };
  });
  return new Map((await Promise.all(standings)).map((standing) => [standing.account.id, standing]));
}
async function askPermission({ owner, repo }, client, { id, login }) {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  const what = `the permission of ${quoted(login)} on this repository`;
  const grant = "the token `metadata: read` (every workflow token has it), and check that the account still exists";
  let reply;
  try {
    reply = permissionReply.parse((await client.request(route, { owner, repo, username: login })).data);
  } catch (error) {
    if (readFailure(error, 0).status === 404) return void 0;
    throw approvalsUnavailable(error, what, grant);
  }
  const { permission, user } = reply;
  if (user.id !== id) {
    throw approvalsUnusable(`${quoted(login)} is the login of another account now`, "run the workflow again");
  }
  if (permission === "write" && user.permissions?.maintain === true) return "maintain";
  if (permission === "read" && user.permissions?.triage === true) return "triage";
  return permission;
}
async function askTeam(place, client, team) {
  const found = await findListedTeam(place, client, team);
  if ("id" in found) return found;
  const { slug, id } = team;
  throw approvalsUnusable(
    found.other === void 0 ? `GitHub did not provide the team ${quoted(slug)}: it does not exist or the token may not see it (HTTP 404)` : `The team ${quoted(slug)} has the id ${found.other}, and the policy lists ${id}: it was made anew`,
    found.other === void 0 ? `give ${teamGrant}` : "list the team that is meant by its id in the policy"
  );
}
async function findListedTeam({ owner }, client, { slug, id }) {
  const [name = "", org = owner] = slug.split("/").reverse();
  const what = `the team ${quoted(slug)}`;
  const named = await findTeam(client, ["GET /orgs/{org}/teams/{team_slug}", { org, team_slug: name }], what);
  const organisation = named?.organization.id ?? await askOrganisation(client, org, what);
  if (named?.id === id) return { slug, id, organisation, org, name };
  const byId = ["GET /organizations/{org_id}/team/{team_id}", { org_id: organisation, team_id: id }];
  const renamed = await findTeam(client, byId, what);
  return renamed?.id === id ? { slug, id, organisation, org, name: renamed.slug } : { other: named?.id };
}
async function findTeam(client, [route, parameters], what) {
  try {
    return teamReply.parse((await client.request(route, parameters)).data);
  } catch (error) {
    if (readFailure(error, 0).status === 404) return void 0;
    throw approvalsUnavailable(error, what, teamGrant);
  }
}
async function askOrganisation(client, org, what) {
  return (await askForDecision(client, ["GET /orgs/{org}", { org }], organisationReply, [what, teamGrant])).id;
}
async function isMember(client, { slug, id, organisation }, { login }) {
  const route = "GET /organizations/{org_id}/team/{team_id}/memberships/{username}";
  try {
    const { data } = await client.request(route, { org_id: organisation, team_id: id, username: login });
    return membershipReply.parse(data).state === "active";
  } catch (error) {
    if (readFailure(error, 0).status === 404) return false;
    throw approvalsUnavailable(error, `whether ${quoted(login)} is in the team ${quoted(slug)}`, teamGrant);
  }
}

export {
  approvalsUnavailable,
  approvalsUnusable,
  queryForDecision,
  readStandings,
  findListedTeam
};
