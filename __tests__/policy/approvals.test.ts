import { describe, expect, test } from '@jest/globals';

import { explainPolicy } from '../../src/policy/explain.ts';
import { lintPolicy } from '../../src/policy/lint.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { skKey, string } from '../support/sk-key.ts';

const policyOf = (approvals: string) => loadPolicy({ source: 'p.yml', text: `version: 1\napprovals: ${approvals}\n` });
const linted = (approvals: string) =>
  lintPolicy(
    { source: 'p.yml', text: `version: 1\napprovals: ${approvals}\n` },
    { now: '2026-11-30T12:00:00Z' },
  ).warnings.map(({ line, column, message }) => `${line}:${column} ${message}`);
const users = '{ users: [{ login: octocat, id: 583231 }, { login: hubot, id: 2 }] }';
const sk = skKey('ed25519');
const nist = skKey('p256');
const withKeys = (keys: readonly (readonly [id: number | string, key: string])[], more = '') =>
  `{ approvers: ${users}, keys: [${keys.map(([id, key]) => `{ id: ${id}, key: "${key}" }`).join(', ')}]${more} }`;
const lineOf = (blob: Buffer, type = 'sk-ssh-ed25519@openssh.com') => `${type} ${blob.toString('base64')}`;
/** A key of this point, which nobody need have. */
const ofPoint = (point: Buffer) =>
  lineOf(Buffer.concat(['sk-ssh-ed25519@openssh.com', point, 'ssh:lockgate'].map(string)));
/** A text that YAML shows as it is. */
const point = (hex: string) => Buffer.from(hex.padEnd(64, '0'), 'hex');

describe('approvals', () => {
  test('have a value for everything', () => {
    expect(policyOf(`{ approvers: ${users} }`).approvals).toEqual({
      users: [
        { login: 'octocat', id: 583231 },
        { login: 'hubot', id: 2 },
      ],
      ...{ teams: [], minimumPermission: 'write', never: [], required: 1, maximumAge: 180 * 86_400_000 },
      ...{ accept: ['comment', 'ledger'], keys: [], ownChanges: 'never' },
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
    ['own changes by a key that nobody has', '{ ownChanges: security-key }', /`keys` lists no security key/],
    [
      'own changes by a key where there are none',
      `{ approvers: ${users}, keys: [], ownChanges: security-key }`,
      /`keys` lists no security key/,
    ],
    ['own changes by everybody', '{ ownChanges: always }', /expected one of `never`, `security-key`/],
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

describe('security keys of approvals', () => {
  test('are read without what follows them, of both types', () => {
    const { approvals } = policyOf(
      withKeys([
        [583231, `${sk.line} ann@example`],
        [583231, nist.line],
      ]),
    );
    expect(approvals?.keys).toEqual([
      { id: 583231, key: sk.line },
      { id: 583231, key: nist.line },
    ]);
    expect(approvals?.ownChanges).toBe('never');
    expect(policyOf(withKeys([[2, sk.line]], ', ownChanges: security-key')).approvals?.ownChanges).toBe('security-key');
  });

  test.each<[string, string, RegExp]>([
    [
      'of an account that is not listed',
      withKeys([[3, sk.line]]),
      /expected the id of an account that `approvers` lists/,
    ],
    ['without an account', withKeys([['"*"', sk.line]]), /expected the numeric id/],
    [
      'one key of two accounts',
      withKeys([
        [583231, sk.line],
        [2, `${sk.line} mine`],
      ]),
      /one key is one person/,
    ],
    [
      'one key twice',
      withKeys([
        [2, sk.line],
        [2, sk.line],
      ]),
      /already in the list/,
    ],
    [
      'a key that a file holds',
      withKeys([[2, 'ssh-ed25519 AAAA']]),
      /expected a key that a security key keeps.*ssh-keygen -t/,
    ],
    ['a key of a browser', withKeys([[2, 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com AAAA']]), /a security key keeps/],
    ['a certificate', withKeys([[2, 'sk-ssh-ed25519-cert-v01@openssh.com AAAA']]), /no certificate/],
    [
      'a certificate under the name of a key',
      withKeys([[2, lineOf(skKey('ed25519', { type: 'sk-ssh-ed25519-cert-v01@openssh.com' }).blob)]]),
      /no certificate/,
    ],
    ['a key of another application', withKeys([[2, skKey('ed25519', { application: 'ssh:' }).line]]), /`ssh:lockgate`/],
    [
      'a key of an application that begins alike',
      withKeys([[2, skKey('p256', { application: 'ssh:lockgate2' }).line]]),
      /`ssh:lockgate`/,
    ],
    ['principals before the key', withKeys([[2, `* ${sk.line}`]]), /expected a key that a security key keeps/],
    ['options before the key', withKeys([[2, `no-touch-required ${sk.line}`]]), /a security key keeps/],
    ['another type before it', withKeys([[2, lineOf(nist.blob)]]), /damaged/],
    ['bytes behind it', withKeys([[2, lineOf(Buffer.concat([sk.blob, Buffer.of(0)]))]]), /damaged/],
    ['a key that is cut short', withKeys([[2, lineOf(sk.blob.subarray(0, -1))]]), /damaged/],
    ['base64 without padding', withKeys([[2, skKey('p256').line.replace(/.=*$/, '')]]), /damaged/],
    ['a key without its type', withKeys([[2, sk.line.split(' ')[1] ?? '']]), /damaged/],
    ['two lines', withKeys([[2, `${sk.line}\\n${nist.line}`]]), /damaged/],
    ['a point that anybody can sign for', withKeys([[2, ofPoint(point('01'))]]), /damaged/],
    [
      'another such point',
      withKeys([[2, ofPoint(point('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'))]]),
      /damaged/,
    ],
    ['a point in another writing', withKeys([[2, ofPoint(point('f0' + 'ff'.repeat(30) + '7f'))]]), /damaged/],
    ['no point of its curve', withKeys([[2, ofPoint(point('02'))]]), /damaged/],
    [
      'no point of the other curve',
      withKeys([[2, lineOf(changedPoint(), 'sk-ecdsa-sha2-nistp256@openssh.com')]]),
      /damaged/,
    ],
  ])('are refused: %s', (_, text, message) => {
    expect(() => policyOf(text)).toThrow(message);
  });

  test('are refused of an account that never counts, also where a team may list it', () => {
    const never = ', never: [{ login: ci, id: 9 }]';
    const team = (id: number) =>
      `{ approvers: { teams: [{ slug: acme/appsec, id: 11 }] }, keys: [{ id: ${id}, key: "${sk.line}" }]${never} }`;
    expect(() => policyOf(team(9))).toThrow(/expected the id of an account that `approvers` lists/);
    expect(policyOf(team(10)).approvals?.keys).toEqual([{ id: 10, key: sk.line }]);
  });

  test('are in the digest with their accounts, in no order and without comments', () => {
    const one = policyOf(
      withKeys([
        [2, sk.line],
        [583231, nist.line],
      ]),
    ).digest;
    expect(
      policyOf(
        withKeys([
          [583231, `${nist.line} mine`],
          [2, sk.line],
        ]),
      ).digest,
    ).toBe(one);
    const others = [
      withKeys([]),
      withKeys([[2, sk.line]]),
      withKeys([
        [583231, sk.line],
        [2, nist.line],
      ]),
      withKeys(
        [
          [2, sk.line],
          [583231, nist.line],
        ],
        ', ownChanges: security-key',
      ),
    ];
    expect(new Set([one, ...others.map((text) => policyOf(text).digest)]).size).toBe(5);
    // A policy without keys means what it meant before there were any.
    expect(policyOf(withKeys([], ', ownChanges: never')).digest).toBe(policyOf(`{ approvers: ${users} }`).digest);
  });

  test('are explained by account and fingerprint', () => {
    const explained = explainPolicy(policyOf(withKeys([[2, sk.line]], ', ownChanges: security-key')));
    const shown = Object.fromEntries(explained.map(({ path, value }) => [path, value]));
    expect(shown['approvals.keys']).toEqual([expect.stringMatching(/^2 SHA256:[A-Za-z0-9+/]{43}$/)]);
    expect(shown['approvals.ownChanges']).toBe('security-key');
  });

  test('let an account alone decide about its own changes: nobody else is advised for', () => {
    const alone = (ownChanges: string) =>
      `{ approvers: { users: [{ login: octocat, id: 2 }] }, keys: [{ id: 2, key: "${sk.line}" }], ownChanges: ${ownChanges} }`;
    expect(linted(alone('security-key'))).toEqual([]);
    expect(linted(alone('never'))).toEqual([expect.stringMatching(/one account is listed/)]);
    const halfOfThem = `{ required: 2, approvers: ${users}, keys: [{ id: 2, key: "${sk.line}" }], ownChanges: security-key }`;
    expect(linted(halfOfThem)).toEqual([expect.stringMatching(/2 accounts are listed/)]);
  });
});

function changedPoint(): Buffer {
  const changed = Buffer.from(nist.blob);
  const last = changed.length - 'ssh:lockgate'.length - 5;
  changed[last] = (changed[last] ?? 0) ^ 1;
  return changed;
}
