import * as z from 'zod';

import { GateFailure } from '../../errors.ts';
import type { Account, Approvals, ListedTeam, ListedUser, Standing } from '../../model/index.ts';
import type { PolicyText } from '../../policy/load.ts';
import { openPolicy } from '../../policy/open.ts';
import type { GitHubClient } from '../github/api.ts';
import { findListedTeam, readStandings } from '../github/decisions/standing.ts';
import { describeFailure, readFailure } from '../github/failure.ts';
import { readPages } from '../github/pages.ts';
import { policyOf } from '../github/policy-of.ts';
import type { ListedRepository } from './listed.ts';
import type { Once } from './once.ts';

/** An account that may approve, by its listed id, as GitHub knows it now. */
export interface KnownPerson {
  readonly user: ListedUser;
  /** Undefined where there is no such account any more. */
  readonly account:
    (Pick<Account, 'id' | 'login'> & { readonly type: string; readonly isSuspended: boolean }) | undefined;
  readonly permission: Standing['permission'];
}

export interface KnownTeam {
  readonly team: ListedTeam;
  /** What the team is called now. */
  readonly slug: string;
  /** Its active members, each with what they may do in this repository. */
  readonly members: readonly {
    readonly id: number;
    readonly login: string;
    readonly permission: Standing['permission'];
  }[];
}

/** What GitHub says of those who may approve, and of the setting by which workflows could. */
export interface ApprovalFacts {
  readonly approvals: Approvals;
  readonly people: readonly (KnownPerson | { readonly user: ListedUser; readonly unread: string })[];
  readonly teams: readonly (
    | KnownTeam
    | { readonly team: ListedTeam; readonly unread: string }
    /** Another team has its name. */
    | { readonly team: ListedTeam; readonly isGone: true }
  )[];
  /** "Allow GitHub Actions to create and approve pull requests". */
  readonly workflowsApprove: boolean | { readonly unread: string };
}

const accountReply = z.object({
  ...{ id: z.int().positive(), login: z.string().min(1), type: z.string() },
  /** Enterprise Server alone says it. */
  suspended_at: z.string().nullish(),
});
const switchReply = z.object({ can_approve_pull_request_reviews: z.boolean() });
const membersReply = z.array(z.object({ id: z.int().positive(), login: z.string().min(1), type: z.string() }));

/** Whose approvals count by the policy, held against the accounts and teams that there are. Costs nothing where it names nobody. */
export async function readApprovals(
  client: GitHubClient,
  once: Once,
  listed: ListedRepository,
  readPolicy: () => Promise<PolicyText | undefined>,
): Promise<ApprovalFacts | undefined> {
  const approvals = await approvalsIn(client, readPolicy);
  if (approvals === undefined || approvals.users.length + approvals.teams.length === 0) return undefined;
  const place = { owner: listed.owner, repo: listed.repo };
  const [people, teams, workflowsApprove] = await Promise.all([
    Promise.all(approvals.users.map((user) => knownPerson(client, once, place, user))),
    Promise.all(approvals.teams.map((team) => knownTeam(client, once, place, team))),
    readSwitch(client, place),
  ]);
  return { approvals, people, teams, workflowsApprove };
}

/** A policy that cannot be read ends every run in an error of its own. */
async function approvalsIn(
  client: GitHubClient,
  readPolicy: () => Promise<PolicyText | undefined>,
): Promise<Approvals | undefined> {
  try {
    const readExtended = policyOf(() => Promise.resolve(client.request));
    return (await openPolicy(await readPolicy(), { readExtended })).approvals;
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

type Place = Readonly<Record<'owner' | 'repo', string>>;

async function knownPerson(
  client: GitHubClient,
  once: Once,
  place: Place,
  user: ListedUser,
): Promise<ApprovalFacts['people'][number]> {
  try {
    const { id } = user;
    const account = await once(`account ${id}`, () => askAccount(client, id));
    if (account === undefined) return { user, account, permission: 'none' };
    return { user, account, permission: await permissionOf(client, place, { id, login: account.login }) };
  } catch (error) {
    return { user, unread: whyUnread(error) };
  }
}

async function askAccount(client: GitHubClient, id: number): Promise<KnownPerson['account']> {
  try {
    const { data } = await client.request('GET /user/{account_id}', { account_id: id });
    const { suspended_at: suspended, ...account } = accountReply.parse(data);
    return { ...account, isSuspended: typeof suspended === 'string' };
  } catch (error) {
    if (readFailure(error, 0).status === 404) return undefined;
    throw error;
  }
}

async function permissionOf(
  client: GitHubClient,
  place: Place,
  who: Pick<Account, 'id' | 'login'>,
): Promise<Standing['permission']> {
  const standings = await readStandings(place, client, [{ ...who, type: 'User' }]);
  return standings.get(who.id)?.permission ?? 'none';
}

async function knownTeam(
  client: GitHubClient,
  once: Once,
  place: Place,
  team: ListedTeam,
): Promise<ApprovalFacts['teams'][number]> {
  try {
    const found = await once(`team ${place.owner} ${team.slug} ${team.id}`, async () => {
      const there = await findListedTeam(place, client, team);
      if (!('id' in there)) return there;
      const { name, org } = there;
      const where = { org, team_slug: name };
      const all = await readPages(client, 'GET /orgs/{org}/teams/{team_slug}/members', where, membersReply);
      return {
        slug: team.slug.includes('/') ? `${org}/${name}` : name,
        members: all.filter(({ type }) => type === 'User'),
      };
    });
    if ('other' in found) {
      if (found.other !== undefined) return { team, isGone: true };
      return { team, unread: 'it does not exist or the token may not see it (HTTP 404)' };
    }
    const { slug, members } = found;
    const known = members.map(async ({ id, login }) => ({
      ...{ id, login, permission: await permissionOf(client, place, { id, login }) },
    }));
    return { team, slug, members: await Promise.all(known) };
  } catch (error) {
    return { team, unread: whyUnread(error) };
  }
}

async function readSwitch(client: GitHubClient, place: Place): Promise<ApprovalFacts['workflowsApprove']> {
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/actions/permissions/workflow', place);
    return switchReply.parse(data).can_approve_pull_request_reviews;
  } catch (error) {
    return { unread: describeFailure(error) };
  }
}

/** The reason alone: what is asked about is said around it. */
function whyUnread(error: unknown): string {
  return error instanceof GateFailure
    ? error.message.replace(/; [^;]*$/, '').replace(/^GitHub did not provide [^:]*: /, '')
    : describeFailure(error);
}
