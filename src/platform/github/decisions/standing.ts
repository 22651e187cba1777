import * as z from 'zod';

import { isAtLeast } from '../../../decisions/who.ts';
import type { Account, Approvals, ListedTeam, Standing } from '../../../model/index.ts';
import { quoted } from '../../../text/visible.ts';
import type { GitHubClient } from '../api.ts';
import { readFailure } from '../failure.ts';
import type { ActionRequest } from '../request.ts';
import { approvalsUnavailable, approvalsUnusable, askForDecision } from './unavailable.ts';

/** What GitHub says of approvers: the permission of each, and which of the listed teams they are in. */

const permissionReply = z.object({
  permission: z.enum(['admin', 'write', 'read', 'none']),
  user: z.object({
    id: z.int().positive(),
    permissions: z.object({ triage: z.boolean().optional(), maintain: z.boolean().optional() }).optional(),
  }),
});
const teamReply = z.object({
  id: z.int().positive(),
  slug: z.string().min(1),
  organization: z.object({ id: z.int().positive() }),
});
const organisationReply = z.object({ id: z.int().positive() });
const membershipReply = z.object({ state: z.enum(['active', 'pending']) });

/** GitHub refuses every workflow's own token here. */
const teamGrant =
  'the run the token of an App with Members: read on the organisation (a workflow’s own token may not read teams), or list users by id in the policy';

/**
 * One permission for each person; and where somebody who may do enough here is not listed by id, one request for each team and one
 * membership for each such person and team.
 * @param accounts whose lines could count, each once
 * @param approvals who may approve; absent: permissions alone are asked for
 * @throws GateFailure `approvals-unavailable` where GitHub refuses or fails, where a login is somebody else's now, and where a
 *   team is gone
 */
export async function readStandings(
  request: Pick<ActionRequest, 'owner' | 'repo' | 'isTrustedFile'>,
  client: GitHubClient,
  accounts: readonly Account[],
  approvals?: Pick<Approvals, 'users' | 'teams' | 'minimumPermission'>,
): Promise<ReadonlyMap<number, Standing>> {
  const { users = [], teams = [], minimumPermission = 'write' } = approvals ?? {};
  const found = await Promise.all(
    accounts.map(async (account) => ({ account, permission: await askPermission(request, client, account) })),
  );
  const known = found.flatMap(({ account, permission }) => (permission === undefined ? [] : [{ account, permission }]));
  // Its file may come with what is judged (docs/decisions/0328).
  const mayNotAsk = request.isTrustedFile !== true && teams.length > 0;
  const isAsked = ({ account, permission }: (typeof known)[number]) =>
    isAtLeast(permission, minimumPermission) && !users.some(({ id }) => id === account.id);
  const isNeeded = !mayNotAsk && known.some(isAsked);
  const asked = isNeeded ? await Promise.all(teams.map((team) => askTeam(request, client, team))) : [];
  const standings = known.map(async (one): Promise<Standing> => {
    if (mayNotAsk) return { ...one, teams: 'not-asked' };
    if (!isAsked(one)) return { ...one, teams: [] };
    const memberships = await Promise.all(asked.map((team) => isMember(client, team, one.account)));
    return { ...one, teams: asked.filter((_, index) => memberships[index]).map(({ id }) => id) };
  });
  return new Map((await Promise.all(standings)).map((standing) => [standing.account.id, standing]));
}

/** Undefined for an account that GitHub does not show. The roles that GitHub has itself: a custom role counts as the one that it is built on, whatever its name. */
async function askPermission(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  { id, login }: Account,
): Promise<Standing['permission'] | undefined> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const what = `the permission of ${quoted(login)} on this repository`;
  const grant = 'the token `metadata: read` (every workflow token has it), and check that the account still exists';
  let reply: z.infer<typeof permissionReply>;
  try {
    reply = permissionReply.parse((await client.request(route, { owner, repo, username: login })).data);
  } catch (error) {
    if (readFailure(error, 0).status === 404) return undefined;
    throw approvalsUnavailable(error, what, grant);
  }
  const { permission, user } = reply;
  if (user.id !== id) {
    throw approvalsUnusable(`${quoted(login)} is the login of another account now`, 'run the workflow again');
  }
  if (permission === 'write' && user.permissions?.maintain === true) return 'maintain';
  if (permission === 'read' && user.permissions?.triage === true) return 'triage';
  return permission;
}

/** A listed team, as it is found. */
export interface FoundTeam extends ListedTeam {
  /** The id of its organisation. */
  readonly organisation: number;
  readonly org: string;
  /** Its slug as it is now, without the organisation. */
  readonly name: string;
}

/** @throws GateFailure `approvals-unavailable` where GitHub does not tell, and where the listed team is gone */
async function askTeam(
  place: Pick<ActionRequest, 'owner'>,
  client: GitHubClient,
  team: ListedTeam,
): Promise<FoundTeam> {
  const found = await findListedTeam(place, client, team);
  if ('id' in found) return found;
  const { slug, id } = team;
  throw approvalsUnusable(
    found.other === undefined
      ? `GitHub did not provide the team ${quoted(slug)}: it does not exist or the token may not see it (HTTP 404)`
      : `The team ${quoted(slug)} has the id ${found.other}, and the policy lists ${id}: it was made anew`,
    found.other === undefined ? `give ${teamGrant}` : 'list the team that is meant by its id in the policy',
  );
}

/**
 * A team of another id is another team, whatever its name. The listed one may have been renamed: then its id finds it.
 * @returns where there is none of this id that the token sees, the id of the one that has its name
 * @throws GateFailure `approvals-unavailable`
 */
export async function findListedTeam(
  { owner }: Pick<ActionRequest, 'owner'>,
  client: GitHubClient,
  { slug, id }: ListedTeam,
): Promise<FoundTeam | { readonly other: number | undefined }> {
  const [name = '', org = owner] = slug.split('/').reverse();
  const what = `the team ${quoted(slug)}`;
  const named = await findTeam(client, ['GET /orgs/{org}/teams/{team_slug}', { org, team_slug: name }], what);
  const organisation = named?.organization.id ?? (await askOrganisation(client, org, what));
  if (named?.id === id) return { slug, id, organisation, org, name };
  const byId = ['GET /organizations/{org_id}/team/{team_id}', { org_id: organisation, team_id: id }] as const;
  const renamed = await findTeam(client, byId, what);
  return renamed?.id === id ? { slug, id, organisation, org, name: renamed.slug } : { other: named?.id };
}

/** Undefined for what GitHub answers with 404 alone. */
async function findTeam(
  client: GitHubClient,
  [route, parameters]: readonly [string, Readonly<Record<string, unknown>>],
  what: string,
): Promise<z.infer<typeof teamReply> | undefined> {
  try {
    return teamReply.parse((await client.request(route, parameters)).data);
  } catch (error) {
    if (readFailure(error, 0).status === 404) return undefined;
    throw approvalsUnavailable(error, what, teamGrant);
  }
}

async function askOrganisation(client: GitHubClient, org: string, what: string): Promise<number> {
  return (await askForDecision(client, ['GET /orgs/{org}', { org }], organisationReply, [what, teamGrant])).id;
}

/** A pending invitation is no membership. That the team is there has been asked, so a 404 is about the person alone. */
async function isMember(
  client: GitHubClient,
  { slug, id, organisation }: FoundTeam,
  { login }: Account,
): Promise<boolean> {
  const route = 'GET /organizations/{org_id}/team/{team_id}/memberships/{username}';
  try {
    const { data } = await client.request(route, { org_id: organisation, team_id: id, username: login });
    return membershipReply.parse(data).state === 'active';
  } catch (error) {
    if (readFailure(error, 0).status === 404) return false;
    throw approvalsUnavailable(error, `whether ${quoted(login)} is in the team ${quoted(slug)}`, teamGrant);
  }
}
