import * as z from 'zod';

import type { Instant } from '../model/index.ts';
import type { Flags } from './flags.ts';
import { connectionFromEnv } from './github-connection.ts';
import { hostOf } from './repository-id.ts';
import { originPlace } from './judged-repository.ts';

/** Each costs a request. */
const most = 200;

const reply = z.object({ created_at: z.iso.datetime() });

/**
 * When pull requests were opened, as GitHub says with the token of the environment. What it does not say is not known, and left
 * out: nothing is taken for it.
 */
export async function pullTimes(pulls: readonly number[], flags: Flags): Promise<ReadonlyMap<number, Instant>> {
  const { apiUrl, token } = connectionFromEnv();
  if (pulls.length === 0 || flags.offline || !token) return new Map();
  const origin = await originPlace(flags.repo ?? '.').catch(() => undefined);
  if (origin === undefined || origin.host !== hostOf(apiUrl)) return new Map();
  const { connect } = await import('../platform/github/api.ts');
  const { request } = await connect({ apiUrl, token });
  const [owner = '', repo = ''] = origin.name.split('/');
  const asked = pulls.slice(0, most).map(async (pull_number) => {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
    const { data } = await request(route, { owner, repo, pull_number });
    return [pull_number, reply.parse(data).created_at] as const;
  });
  const known = await Promise.allSettled(asked);
  return new Map(known.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}
