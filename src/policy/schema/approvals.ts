import * as z from 'zod';

import { duration } from '../../model/options.ts';
import { keyLine, type KeyProblem, readKeyLine } from '../../text/security-key.ts';
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

const keyExpected = 'expected the public key of a security key, such as `sk-ssh-ed25519@openssh.com AAAA...`';
const keyProblems: Readonly<Record<KeyProblem, string>> = {
  'other-type':
    'expected a key that a security key keeps, `sk-ssh-ed25519@openssh.com` or `sk-ecdsa-sha2-nistp256@openssh.com`; make one with `ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required`',
  certificate: 'expected the public key itself, and no certificate',
  malformed: `${keyExpected}; this one is damaged, or something stands before it`,
  'other-application':
    'expected a key of its own for decisions, with the application `ssh:lockgate`; make one with `ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required`',
};
const keyProblem = (text: string) => {
  const key = text.length > 1000 ? 'malformed' : readKeyLine(text);
  return typeof key === 'string' ? keyProblems[key] : undefined;
};
/** What tells two keys apart, whatever comment follows them. */
const sameKey = ({ key }: { readonly key: string }) => {
  const read = readKeyLine(key);
  return typeof read === 'string' ? undefined : keyLine(read);
};

const keys = z
  .array(
    z
      .strictObject({
        id: accountId.describe('The numeric id of the account that has the security key.'),
        key: textThat(keyProblem, keyExpected).describe(
          'The line of its `.pub` file. Type `sk-ssh-ed25519@openssh.com` or `sk-ecdsa-sha2-nistp256@openssh.com`, application `ssh:lockgate`.',
        ),
      })
      .describe("A security key's public key, and whose it is."),
    { error: 'expected a list of keys, such as `[{ id: 583231, key: "sk-ssh-ed25519@openssh.com AAAA..." }]`' },
  )
  .max(100, { error: 'expected at most 100 keys' })
  .check(distinctBy(sameKey, 'this key is already in the list: one key is one person'))
  .describe('Security keys that approvers sign records of decisions with.');

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
              'Teams whose active members may approve. They are asked for where an organisation requires the workflow, on `issue_comment`, `schedule` and a push to the default branch, with a token that has `Members: read`. Elsewhere only `users` count.',
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
      keys: keys.optional(),
      ownChanges: z
        .enum(['never', 'security-key'])
        .optional()
        .describe(
          'Whether an approver may decide about what they proposed themselves: `never`, or in a record that they signed with their `security-key`. Default: `never`.',
        ),
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
    const { approvers: { users: listed = [], teams = [] } = {}, never = [], required = 1, keys: held = [] } = value;
    if (teams.length === 0 && listed.length > 0 && required > listed.length) {
      const message = `expected at most ${listed.length}: only so many accounts are listed under \`approvers\``;
      issues.push({ code: 'custom', message, input: required, path: ['required'] });
    }
    never.forEach((one, index) => {
      if (!listed.some((other) => other.id === one.id)) return;
      const message = 'expected an account that `approvers` does not list: nobody can be both';
      issues.push({ code: 'custom', message, input: one, path: ['never', index] });
    });
    held.forEach((one, index) => {
      const isNever = never.some((other) => other.id === one.id);
      if (!isNever && (teams.length > 0 || listed.some((other) => other.id === one.id))) return;
      const message = 'expected the id of an account that `approvers` lists: nobody else can decide';
      issues.push({ code: 'custom', message, input: one.id, path: ['keys', index, 'id'] });
    });
    if (value.ownChanges === 'security-key' && held.length === 0) {
      const message = 'expected `never`, because `keys` lists no security key to sign with';
      issues.push({ code: 'custom', message, input: value.ownChanges, path: ['ownChanges'] });
    }
  })
  .describe('Who may let in by a decision what the policy does not let in.');
