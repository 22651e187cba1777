import * as z from 'zod';

import { duration } from '../../model/options.ts';
import { distinctBy, textThat } from './parts.ts';

/** Who may decide about what the policy does not let in (docs/decisions/0288). */

/** The numeric id of an account or a team. */
export const accountId = z
  .int({ error: 'expected the numeric id, such as `583231`' })
  .min(1, { error: 'expected the numeric id, such as `583231`' })
  .max(Number.MAX_SAFE_INTEGER, { error: 'expected the numeric id, such as `583231`' });

const loginExpected = 'expected the login of an account, such as `octocat`';
const loginProblem = (text: string) =>
  /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})(?:\[bot\])?$/.test(text) ? undefined : loginExpected;
const slugExpected = 'expected an organisation and a team, such as `acme/appsec`';
const slugProblem = (text: string) =>
  /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(text) && text.length <= 200
    ? undefined
    : slugExpected;

/** The login of an account. */
export const accountLogin = textThat(loginProblem, loginExpected);

const user = z
  .strictObject(
    {
      login: accountLogin.describe('For people who read this. It is never compared.'),
      id: accountId.describe(
        'The numeric id of the account, which stays when it is renamed: `gh api users/octocat --jq .id`.',
      ),
    },
    { error: ({ code }) => (code === 'invalid_type' ? userExpected : undefined) },
  )
  .describe('An account, by its id.');
const userExpected = 'expected a mapping, such as `{ login: octocat, id: 583231 }`';

const users = (what: string) =>
  z
    .array(user, { error: 'expected a list of accounts, such as `[{ login: octocat, id: 583231 }]`' })
    .max(200, { error: 'expected at most 200 accounts' })
    .check(distinctBy((one) => String(one.id), 'this account is already in the list'))
    .describe(what);

const team = z
  .strictObject({
    slug: textThat(slugProblem, slugExpected).describe('Organisation and team, for the request.'),
    id: accountId.describe('The numeric id of the team: another team of the same name does not count.'),
  })
  .describe('A team, by its id.');

export const approvals = z
  .strictObject(
    {
      approvers: z
        .strictObject({
          users: users('Accounts that may approve.').optional(),
          teams: z
            .array(team, { error: 'expected a list of teams, such as `[{ slug: acme/appsec, id: 4711 }]`' })
            .max(20, { error: 'expected at most 20 teams' })
            .check(distinctBy((one) => String(one.id), 'this team is already in the list'))
            .optional()
            .describe(
              "Teams whose active members may approve. Only a token with `Members: read` can ask for them; the job's own cannot.",
            ),
          minimumPermission: z
            .enum(['write', 'maintain', 'admin'])
            .optional()
            .describe('What an approver must be allowed to do in the repository. Default: `write`.'),
        })
        .optional()
        .describe('Who may approve. Without it no approval counts.'),
      never: users('Accounts that never count as approvers: machine users, accounts of agents.').optional(),
      required: z
        .int({ error: 'expected a number from 1 to 10' })
        .min(1, { error: 'expected a number from 1 to 10' })
        .max(10, { error: 'expected a number from 1 to 10' })
        .optional()
        .describe('How many different people an approval needs. Default: 1.'),
      maximumAge: duration(z).optional().describe('How long an approval counts. Default: `180d`.'),
    },
    {
      error: ({ code }) =>
        code === 'invalid_type'
          ? 'expected a mapping, such as `{ approvers: { users: [{ login: octocat, id: 583231 }] } }`'
          : undefined,
    },
  )
  .check(({ value, issues }) => {
    const { approvers: { users: listed = [], teams = [] } = {}, never = [], required = 1 } = value;
    if (teams.length === 0 && listed.length > 0 && required > listed.length) {
      const message = `expected at most ${listed.length}: only so many accounts are listed under \`approvers\``;
      issues.push({ code: 'custom', message, input: required, path: ['required'] });
    }
    never.forEach((one, index) => {
      if (!listed.some((other) => other.id === one.id)) return;
      const message = 'expected an account that `approvers` does not list: nobody can be both';
      issues.push({ code: 'custom', message, input: one, path: ['never', index] });
    });
  })
  .describe('Who may let in by a decision what the policy does not let in.');
