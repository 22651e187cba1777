import * as z from 'zod';

import { GateFailure } from '../../../errors.ts';
import type { GitHubClient } from '../api.ts';
import { describeFailure, readFailure } from '../failure.ts';

/** What GitHub does not say about decisions is an error, and never a no (or a yes). */

/**
 * The failure that says what GitHub did not provide, why, and what to grant.
 * @param grant what the token needs, after "give": `the token \`pull-requests: read\``
 */
export function approvalsUnavailable(error: unknown, what: string, grant: string): GateFailure {
  if (error instanceof GateFailure) return error;
  const [why, fix] = whyAndFix(error, grant);
  return new GateFailure('approvals-unavailable', `GitHub did not provide ${what}: ${why}; ${fix}.`);
}

/** As `approvalsUnavailable`, where an answer came and cannot be used. `fix` is what to do. */
export const approvalsUnusable = (what: string, fix: string): GateFailure =>
  new GateFailure('approvals-unavailable', `${what}; ${fix}.`);

/** A request whose reply is validated. `grant` as above. */
export async function askForDecision<T>(
  client: GitHubClient,
  [route, parameters]: readonly [string, Readonly<Record<string, unknown>>],
  schema: z.ZodType<T>,
  [what, grant]: readonly [string, string],
): Promise<T> {
  try {
    return schema.parse((await client.request(route, parameters)).data);
  } catch (error) {
    throw approvalsUnavailable(error, what, grant);
  }
}

/** As `askForDecision`, of GraphQL. A part that is refused refuses the whole. */
export async function queryForDecision<T>(
  client: GitHubClient,
  [document, variables]: readonly [string, Readonly<Record<string, unknown>>],
  schema: z.ZodType<T>,
  [what, grant]: readonly [string, string],
): Promise<T> {
  try {
    return schema.parse(await client.graphql(document, variables));
  } catch (error) {
    throw approvalsUnavailable(error, what, grant);
  }
}

const graphqlErrors = z.object({
  name: z.literal('GraphqlResponseError'),
  errors: z.array(
    z.object({ type: z.string().optional(), extensions: z.object({ code: z.string().optional() }).optional() }),
  ),
});
const again = 'run the workflow again';

/** GraphQL answers with errors and the status of success, for whatever reason. */
function whyAndFix(error: unknown, grant: string): readonly [string, string] {
  const read = graphqlErrors.safeParse(error);
  if (!read.success) {
    const { kind } = readFailure(error, 0);
    return [describeFailure(error), kind === 'refused' || kind === 'missing' ? `give ${grant}` : again];
  }
  const { errors } = read.data;
  const unknown = ['undefinedField', 'argumentNotAccepted', 'undefinedType'];
  if (errors.some(({ extensions }) => unknown.includes(extensions?.code ?? ''))) {
    return [
      'this server does not know a field that decisions are read from',
      'GitHub Enterprise Server has to be updated before decisions can be counted',
    ];
  }
  const refusals = ['FORBIDDEN', 'NOT_FOUND', 'INSUFFICIENT_SCOPES'];
  const isRefused = errors.some(({ type }) => refusals.includes(type ?? ''));
  return isRefused ? [describeFailure(error), `give ${grant}`] : ['GitHub failed in a part of the answer', again];
}
