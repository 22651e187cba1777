import * as z from 'zod';

import { GateFailure } from '../../errors.ts';
import type { GitHubClient } from './api.ts';
import { describeFailure, readFailure } from './failure.ts';

export const objectId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'not a commit id');

/**
 * One request whose reply the gate needs, validated. `what` names the requested thing for a person.
 * @throws GateFailure `repository-unavailable` where it is refused, fails, or has another shape.
 */
export async function ask<T>(
  client: GitHubClient,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  schema: z.ZodType<T>,
  what: string,
): Promise<T> {
  try {
    const { data } = await client.request(route, parameters);
    return schema.parse(data);
  } catch (error) {
    throw unavailable(error, what);
  }
}

/** The failure that says what GitHub did not provide, why, and which permission may be missing. */
export function unavailable(error: unknown, what: string): GateFailure {
  const { kind } = readFailure(error, 0);
  const fix =
    kind === 'refused' || kind === 'missing'
      ? 'give the token `contents: read` and, on pull requests, `pull-requests: read`'
      : 'run it again';
  const why = describeFailure(error);
  return new GateFailure('repository-unavailable', `GitHub did not provide ${what}: ${why}; ${fix}.`);
}
