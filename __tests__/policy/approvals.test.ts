import { describe, expect, test } from '@jest/globals';

import { explainPolicy } from '../../src/policy/explain.ts';
import { lintPolicy } from '../../src/policy/lint.ts';
import { loadPolicy } from '../support/load-policy.ts';

const policyOf = (approvals: string) => loadPolicy({ source: 'p.yml', text: `version: 1\napprovals: ${approvals}\n` });
const linted = (approvals: string) =>
  lintPolicy(
    { source: 'p.yml', text: `version: 1\napprovals: ${approvals}\n` },
    { now: '2026-11-30T12:00:00Z' },
  ).warnings.map(({ line, column, message }) => `${line}:${column} ${message}`);
const users = '{ users: [{ login: octocat, id: 583231 }, { login: hubot, id: 2 }] }';

describe('approvals', () => {
  test('have a value for everything', () => {
    expect(policyOf(`{ approvers: ${users} }`).approvals).toEqual({
      users: [
        { login: 'octocat', id: 583231 },
        { login: 'hubot', id: 2 },
      ],
      ...{ teams: [], minimumPermission: 'write', never: [], required: 1, maximumAge: 180 * 86_400_000 },
      ...{ accept: ['comment'], keys: [], ownChanges: 'never' },
    });
    expect(loadPolicy({ source: 'p.yml', text: 'version: 1\n' }).approvals).toBeUndefined();
  });

  test.each<[string, string, RegExp]>([
    ['a login alone', '{ approvers: { users: [octocat] } }', /expected a mapping, such as `\{ login: octocat/],
    ['an account without its id', '{ approvers: { users: [{ login: octocat }] } }', /id` is missing/],
    ['an id in quotes', '{ approvers: { users: [{ login: octocat, id: "583231" }] } }', /expected the numeric id/],
    ['an id of zero', '{ approvers: { users: [{ login: octocat, id: 0 }] } }', /expected the numeric id/],
    [
      'one account twice',
      '{ approvers: { users: [{ login: a, id: 1 }, { login: b, id: 1 }] } }',
      /already in the list/,
    ],
    ['more people than are listed', `{ required: 3, approvers: ${users} }`, /expected at most 2/],
    ['nobody', `{ required: 0, approvers: ${users} }`, /from 1 to 10/],
    ['an approver who never counts', `{ approvers: ${users}, never: [{ login: hubot, id: 2 }] }`, /nobody can be both/],
    ['readers', '{ approvers: { minimumPermission: read } }', /expected one of `write`/],
    [
      'a team without its organisation',
      '{ approvers: { teams: [{ slug: appsec, id: 1 }] } }',
      /an organisation and a team/,
    ],
    ['a login that is none', '{ approvers: { users: [{ login: "a b", id: 1 }] } }', /the login of an account/],
    ['security keys, which this version would not verify', '{ keys: [] }', /not supported by this version yet/],
    ['own changes by a key', '{ ownChanges: security-key }', /not supported by this version yet/],
    ['a ledger alone', '{ accept: [ledger] }', /not supported by this version yet/],
  ])('refuse %s', (_, text, message) => {
    expect(() => policyOf(text)).toThrow(message);
  });

  test('are in the digest by their ids, in no order and by no name', () => {
    const other = '{ users: [{ login: renamed, id: 2 }, { login: octocat, id: 583231 }] }';
    expect(policyOf(`{ approvers: ${users} }`).digest).toBe(policyOf(`{ approvers: ${other} }`).digest);
    const fewer = policyOf('{ approvers: { users: [{ login: octocat, id: 583231 }] } }');
    expect(policyOf(`{ approvers: ${users} }`).digest).not.toBe(fewer.digest);
    expect(policyOf('{ maximumAge: 2160h }').digest).toBe(policyOf('{ maximumAge: 90d }').digest);
  });

  test.each([
    `{ approvers: { ${users.slice(2, -2)}, minimumPermission: admin } }`,
    `{ approvers: { ${users.slice(2, -2)}, teams: [{ slug: acme/appsec, id: 11 }] } }`,
    `{ approvers: ${users}, never: [{ login: ci, id: 99 }] }`,
    `{ approvers: ${users}, required: 2 }`,
    `{ approvers: ${users}, maximumAge: 30d }`,
  ])('have another digest where they mean something else: %s', (text) => {
    expect(policyOf(text).digest).not.toBe(policyOf(`{ approvers: ${users} }`).digest);
  });

  test('are explained with ids', () => {
    const explained = explainPolicy(policyOf(`{ approvers: ${users}, required: 2 }`));
    const shown = Object.fromEntries(explained.map(({ path, value, origin }) => [path, [value, origin]]));
    expect(shown['approvals.approvers.users']).toEqual([['octocat (583231)', 'hubot (2)'], 'p.yml:2']);
    expect(shown['approvals.required']).toEqual([2, 'p.yml:2']);
  });

  test.each<[string, string, RegExp]>([
    ['nobody', '{ required: 2 }', /^2:1 `approvals` names nobody under `approvers`, so no approval counts/],
    ['nobody but those who never count', '{ never: [{ login: ci, id: 9 }] }', /^2:1 `approvals` names nobody/],
    ['an empty list', '{ approvers: { users: [] } }', /^2:1 `approvals` names nobody/],
    [
      'one account alone',
      '{ approvers: { users: [{ login: octocat, id: 583231 }] } }',
      /^2:14 one account is listed, and an approval needs one approver: what a listed account proposes can never be approved/,
    ],
    [
      'as many as are needed',
      `{ required: 2, approvers: ${users} }`,
      /^2:27 2 accounts are listed, and an approval needs 2 approvers: .*list one more account$/,
    ],
  ])('of %s are advised about', (_, text, message) => {
    expect(linted(text)).toEqual([expect.stringMatching(message)]);
  });

  test('of more people than are needed, or of a team, are not', () => {
    expect(linted(`{ approvers: ${users} }`)).toEqual([]);
    expect(linted('{ approvers: { teams: [{ slug: acme/appsec, id: 1 }] } }')).toEqual([]);
  });

  test('of a file replace those of the file that it extends, as a whole', () => {
    const commit = 'a'.repeat(40);
    const extended = { source: 'o.yml', text: `version: 1\napprovals: { required: 2, approvers: ${users} }\n` };
    const own = (more: string) =>
      loadPolicy(
        {
          source: 'p.yml',
          text: `version: 1\nextends: { repository: acme/policies, path: p.yml, commit: ${commit} }\n${more}`,
        },
        { extended },
      ).approvals;
    expect(own('')).toMatchObject({ required: 2, users: [{ id: 583231 }, { id: 2 }] });
    expect(own('approvals: { approvers: { users: [{ login: me, id: 5 }] } }\n')).toMatchObject({
      required: 1,
      users: [{ id: 5 }],
    });
  });
});
