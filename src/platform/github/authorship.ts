import * as z from 'zod';

import type { Authorship, Evidence, Person } from '../../model/index.ts';
import type { GitHubClient } from './api.ts';
import { describeFailure } from './failure.ts';
import { authorshipOf, coAuthorsIn } from '../../model/co-authors.ts';
import type { ActionRequest, PullRequestEvent } from './request.ts';

/** An event; of a pull request, what of it says who made it. */
type Authored =
  | Pick<PullRequestEvent, 'kind' | 'number' | 'author' | 'headRef'>
  | Pick<Exclude<ActionRequest['event'], PullRequestEvent>, 'kind'>;

/** GitHub lists 250 commits of a pull request at most (REST, "List commits on a pull request"). */
const pages = [1, 2, 3] as const;
const perPage = 100;

const signature = z.object({ name: z.string().optional(), email: z.string().optional() }).nullable();
const account = z.object({ login: z.string().optional() }).nullable().optional();
const commits = z.array(
  z.object({
    commit: z.object({ message: z.string(), author: signature, committer: signature }),
    author: account,
    committer: account,
  }),
);
type Commit = z.infer<typeof commits>[number];

/**
 * Who made the change that a run judges: the pull request's account and branch, and everybody named in its commits.
 * @param range the commits that are compared, where the event is not a pull request
 * @returns absent where there is nothing to compare with, unavailable where GitHub does not provide the commits
 */
export async function readAuthorship(
  { owner, repo, event }: Pick<ActionRequest, 'owner' | 'repo'> & { readonly event: Authored },
  client: GitHubClient,
  range: { readonly base?: string; readonly head: string },
): Promise<Evidence<Authorship>> {
  const isPull = event.kind === 'pull_request';
  if (!isPull && range.base === undefined) return { state: 'absent' };
  const [route, where] = isPull
    ? (['GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', { pull_number: event.number }] as const)
    : ([
        'GET /repos/{owner}/{repo}/compare/{basehead}',
        { basehead: `${String(range.base)}...${range.head}` },
      ] as const);
  const found: Commit[] = [];
  try {
    for (const page of pages) {
      const { data } = await client.request(route, { owner, repo, ...where, per_page: perPage, page });
      const read = isPull ? commits.parse(data) : z.object({ commits }).parse(data).commits;
      found.push(...read);
      if (read.length < perPage) break;
    }
  } catch (cause) {
    return {
      state: 'unavailable',
      reason: 'not-provided',
      detail: `the commits of the change: ${describeFailure(cause)}`,
    };
  }
  const opened = isPull ? { account: event.author, branch: event.headRef } : {};
  const { account: opener, branch } = opened;
  return {
    state: 'present',
    value: authorshipOf({
      people: found.flatMap(peopleOf),
      ...(opener === undefined ? {} : { account: { login: opener.login, type: opener.type, id: opener.id } }),
      ...(branch === undefined ? {} : { branch }),
    }),
  };
}

/** The names in the commit, and the logins that GitHub found for them. */
function peopleOf({ commit, author, committer }: Commit): readonly Person[] {
  const named = (role: Person['role'], signed: z.infer<typeof signature>, login: string | undefined): Person[] => [
    { role, name: signed?.name ?? '', email: signed?.email ?? '' },
    ...(login === undefined ? [] : [{ role, name: login, email: '' }]),
  ];
  return [
    ...named('author', commit.author, author?.login),
    ...named('committer', commit.committer, committer?.login),
    ...coAuthorsIn(commit.message),
  ];
}
