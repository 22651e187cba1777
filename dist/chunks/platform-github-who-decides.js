import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readPages
} from "./chunk-platform-github-pages.js";
import {
  describeFailure
} from "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import {
  array,
  boolean,
  int,
  object,
  string
} from "./chunk-zod.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/platform/github/who-decides.ts
var id = int().positive();
var account = object({ id, login: string(), type: string() });
var team = object({ id, slug: string() });
var collaborator = account.extend({
  permissions: object({ push: boolean() }).optional(),
  role_name: string()
});
var login = /^[A-Za-z0-9][A-Za-z0-9_-]{0,98}$/;
var maxUsers = 200;
async function resolveOwner(client, owner) {
  const [name = "", slug] = owner.replace(/^@/, "").split("/");
  try {
    return slug === void 0 ? await resolveAccount(client, name) : await resolveTeam(client, name, slug);
  } catch (error) {
    const grant = slug === void 0 ? "" : "; give the token `read:org` (or Members: read)";
    return { unresolved: `GitHub did not provide \`${owner}\`: ${describeFailure(error)}${grant}` };
  }
}
async function resolveAccount(client, username) {
  const found = account.parse((await client.request("GET /users/{username}", { username })).data);
  if (found.type !== "User") return { unresolved: `\`@${username}\` is no person's account` };
  return { users: asUsers([found]), teams: [] };
}
async function resolveTeam(client, org, slug) {
  const where = { org, team_slug: slug };
  const found = team.parse((await client.request("GET /orgs/{org}/teams/{team_slug}", where)).data);
  const members = await readPages(client, "GET /orgs/{org}/teams/{team_slug}/members", where, array(account));
  const users = asUsers(members);
  return { teams: [{ slug: `${org}/${found.slug}`, id: found.id }], users: users.length > maxUsers ? [] : users };
}
var asUsers = (all) => all.flatMap((one) => one.type === "User" && login.test(one.login) ? [{ login: one.login, id: one.id }] : []);
async function whoMayWrite(client, place) {
  const all = await readPages(client, "GET /repos/{owner}/{repo}/collaborators", place, array(collaborator));
  return all.flatMap(({ id: own, login: name, type, permissions, role_name: role }) => {
    const mayWrite = permissions?.push !== false || !["read", "triage"].includes(role);
    return type === "User" && mayWrite ? [{ login: name, id: own }] : [];
  });
}
export {
  resolveOwner,
  whoMayWrite
};
