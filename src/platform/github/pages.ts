import type * as z from 'zod';

import type { GitHubClient } from './api.ts';

/** GitHub locks a conversation at 2,500 comments (Commenting maximum limits, GitHub Docs: about 2,500 an issue). */
const maxPages = 30;

/**
 * All of a list, a hundred a page. Pages are counted, not followed: no address from a reply is requested.
 * @throws what the client throws, ZodError for a reply of another shape, and Error past `most` pages.
 */
export async function readPages<T>(
  client: GitHubClient,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  page: z.ZodType<readonly T[]>,
  most = maxPages,
): Promise<T[]> {
  const all: T[] = [];
  for (let number = 1; number <= most; number += 1) {
    const { data, headers } = await client.request(route, { ...parameters, per_page: 100, page: number });
    all.push(...page.parse(data));
    if (!String(headers['link'] ?? '').includes('rel="next"')) return all;
  }
  throw new Error(`more than ${most} pages`);
}
