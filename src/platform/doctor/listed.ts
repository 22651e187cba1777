import * as z from 'zod';

import type { GitHubClient } from '../github/api.ts';
import { ask } from '../github/ask.ts';

/** What GitHub says of a repository, in an answer of its own and in a listing alike. */
export interface ListedRepository {
  readonly owner: string;
  readonly repo: string;
  readonly id: number;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  /** Whether an organisation owns it. */
  readonly isOrganisations: boolean;
  readonly isFork: boolean;
  readonly isArchived: boolean;
}

const name = /^[A-Za-z0-9_.-]+$/;

/** Reads both `full-repository` and `minimal-repository`; a listing may leave the default branch out. */
export const listedRepository = z
  .object({
    id: z.int().positive(),
    name: z.string().regex(name),
    owner: z.object({ login: z.string().regex(name), type: z.string() }),
    default_branch: z.string().min(1),
    private: z.boolean(),
    fork: z.boolean(),
    archived: z.boolean(),
  })
  .transform((read): ListedRepository => ({
    ...{ owner: read.owner.login, repo: read.name, id: read.id, defaultBranch: read.default_branch },
    ...{ isPrivate: read.private, isFork: read.fork, isArchived: read.archived },
    isOrganisations: read.owner.type === 'Organization',
  }));

/** @throws GateFailure `repository-unavailable` */
export function askRepository(client: GitHubClient, owner: string, repo: string): Promise<ListedRepository> {
  return ask(client, 'GET /repos/{owner}/{repo}', { owner, repo }, listedRepository, `${owner}/${repo}`);
}
