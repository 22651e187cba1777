import * as z from 'zod';

import type { ListedTeam, ListedUser } from '../../model/index.ts';
import type { GitHubClient } from './api.ts';
import { describeFailure } from './failure.ts';
import { readPages } from './pages.ts';

/** Accounts and teams by the names that people have for them, with the ids that policies list. */

const id = z.int().positive();
const account = z.object({ id, login: z.string(), type: z.string() });
const team = z.object({ id, slug: z.string() });
const collaborator = account.extend({
  permissions: z.object({ push: z.boolean() }).optional(),
  role_name: z.string(),
});
/** What a policy takes: third-party text that is written into a file. */
const login = /^[A-Za-z0-9][A-Za-z0-9_-]{0,98}$/;

/** What a policy lists at most. */
const maxUsers = 200;

/** An owner as CODEOWNERS names them, and what a policy lists for it. */
export type Resolved =
  | { readonly users: readonly ListedUser[]; readonly teams: readonly ListedTeam[] }
  /** A clause for a person. */
  | { readonly unresolved: string };

/**
 * The ids that stand for an owner: of a team its own and those of its members, for where teams are not asked for.
 * @param owner `@octocat` or `@acme/security`
 */
export async function resolveOwner(client: GitHubClient, owner: string): Promise<Resolved> {
  const [name = '', slug] = owner.replace(/^@/, '').split('/');
  try {
    return slug === undefined ? await resolveAccount(client, name) : await resolveTeam(client, name, slug);
  } catch (error) {
    const grant = slug === undefined ? '' : '; give the token `read:org` (or Members: read)';
    return { unresolved: `GitHub did not provide \`${owner}\`: ${describeFailure(error)}${grant}` };
  }
}

async function resolveAccount(client: GitHubClient, username: string): Promise<Resolved> {
  const found = account.parse((await client.request('GET /users/{username}', { username })).data);
  if (found.type !== 'User') return { unresolved: `\`@${username}\` is no person's account` };
  return { users: asUsers([found]), teams: [] };
}

async function resolveTeam(client: GitHubClient, org: string, slug: string): Promise<Resolved> {
  const where = { org, team_slug: slug };
  const found = team.parse((await client.request('GET /orgs/{org}/teams/{team_slug}', where)).data);
  const members = await readPages(client, 'GET /orgs/{org}/teams/{team_slug}/members', where, z.array(account));
  const users = asUsers(members);
  return { teams: [{ slug: `${org}/${found.slug}`, id: found.id }], users: users.length > maxUsers ? [] : users };
}

const asUsers = (all: readonly z.infer<typeof account>[]): readonly ListedUser[] =>
  all.flatMap((one) => (one.type === 'User' && login.test(one.login) ? [{ login: one.login, id: one.id }] : []));

/**
 * The people who may write to a repository, as GitHub lists them to whoever may write. A role whose base is weaker may still write, so
 * that only the two that never do are left out.
 * @throws what the client throws, and ZodError
 */
export async function whoMayWrite(
  client: GitHubClient,
  place: { readonly owner: string; readonly repo: string },
): Promise<readonly ListedUser[]> {
  const all = await readPages(client, 'GET /repos/{owner}/{repo}/collaborators', place, z.array(collaborator));
  return all.flatMap(({ id: own, login: name, type, permissions, role_name: role }) => {
    const mayWrite = permissions?.push !== false || !['read', 'triage'].includes(role);
    return type === 'User' && mayWrite ? [{ login: name, id: own }] : [];
  });
}
