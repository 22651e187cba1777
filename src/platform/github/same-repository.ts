import * as z from 'zod';

import type { GitHubRequest } from './client.ts';

/** The repository that a run judges, as far as it is known. */
export interface JudgedRepository {
  /** `acme/shop`: each is a name of it. */
  readonly names: readonly string[];
  readonly id?: number;
}

const repositoryReply = z.object({ id: z.number().int().positive() });

/**
 * Whether a repository is the one that is judged: by its name, else by its numeric id, which a new name does not change. Where that is
 * not known, it counts as the same.
 */
export async function isJudgedRepository(
  repository: string,
  { names, id }: JudgedRepository,
  request: GitHubRequest,
): Promise<boolean> {
  if (names.length === 0) return true;
  if (names.some((name) => name.toLowerCase() === repository.toLowerCase())) return true;
  try {
    const ids = id === undefined ? await Promise.all(names.map((name) => idOf(name, request))) : [id];
    return ids.includes(await idOf(repository, request));
  } catch {
    return true;
  }
}

/** The numeric id of `owner/name`. @throws where GitHub does not say */
export async function idOf(name: string, request: GitHubRequest): Promise<number> {
  const [owner = '', repo = ''] = name.split('/');
  return repositoryReply.parse((await request('GET /repos/{owner}/{repo}', { owner, repo })).data).id;
}
