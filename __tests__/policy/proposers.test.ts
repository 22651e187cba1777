import { describe, expect, test } from '@jest/globals';

import { changeOfPolicy } from '../../src/policy/change.ts';
import { explainPolicy } from '../../src/policy/explain.ts';
import { loadPolicy } from '../support/load-policy.ts';

const load = (text: string) => loadPolicy({ source: 'p.yml', text: `version: 1\n${text}\n` });
const policyOf = (...entries: readonly string[]) => load(`proposers: [${entries.join(', ')}]`);
const renovate = '{ login: "renovate[bot]", id: 29139614, owner: "@acme/platform", may: updates }';
const claude = '{ login: "claude[bot]", owner: "@acme/tools", may: nothing }';

describe('proposers', () => {
  test('are read as they stand, and are absent where the policy has none', () => {
    expect(policyOf(renovate, claude).proposers).toEqual([
      { login: 'renovate[bot]', id: 29139614, owner: '@acme/platform', may: 'updates' },
      { login: 'claude[bot]', owner: '@acme/tools', may: 'nothing' },
    ]);
    expect(load('').proposers).toBeUndefined();
  });

  test.each<[string, string, RegExp]>([
    ['no list', '{}', /expected a list, such as/],
    ['an empty list', '[]', /expected at least one entry/],
    ['a login alone', '["renovate[bot]"]', /expected a mapping, such as/],
    ['nobody who answers for it', '[{ login: "a[bot]", id: 1, may: updates }]', /owner` is missing/],
    ['no word on what it may', '[{ login: "a[bot]", id: 1, owner: x }]', /may` is missing/],
    ['another word', '[{ login: "a[bot]", id: 1, owner: x, may: all }]', /expected one of `nothing`/],
    ['a login that is none', '[{ login: "a b", id: 1, owner: x, may: nothing }]', /the login of an account/],
    ...(['updates', 'dev', 'prod'] as const).map((may): [string, string, RegExp] => [
      `${may} for a login alone`,
      `[{ login: "a[bot]", owner: x, may: ${may} }]`,
      /expected an `id` beside `may: \w+`.*numeric id alone/,
    ]),
    [
      'one id twice',
      '[{ login: "a[bot]", id: 1, owner: x, may: nothing }, { login: "b[bot]", id: 1, owner: x, may: prod }]',
      /another entry already has this id/,
    ],
    [
      'one login twice',
      '[{ login: "a[bot]", owner: x, may: nothing }, { login: "A[bot]", owner: y, may: nothing }]',
      /another entry already has this login/,
    ],
  ])('refuse %s', (_, text, message) => {
    expect(() => load(`proposers: ${text}`)).toThrow(message);
  });

  test('are in the digest by id, owner and what they may, in no order and by no name that an id stands beside', () => {
    const { digest } = policyOf(renovate, claude);
    expect(policyOf(claude, renovate.replace('renovate[bot]', 'mend[bot]')).digest).toBe(digest);
    for (const other of [
      renovate.replace('updates', 'dev'),
      renovate.replace('29139614', '29139615'),
      renovate.replace('platform', 'web'),
    ]) {
      expect(policyOf(other, claude).digest).not.toBe(digest);
    }
    expect(policyOf(renovate).digest).not.toBe(digest);
  });

  test('are explained with their origin', () => {
    const shown = explainPolicy(policyOf(renovate)).filter(({ path }) => path.startsWith('proposers'));
    expect(shown.map(({ path, value, origin }) => [path, value, origin])).toEqual([
      ['proposers[0].login', 'renovate[bot]', 'p.yml:2'],
      ['proposers[0].id', 29139614, 'p.yml:2'],
      ['proposers[0].owner', '@acme/platform', 'p.yml:2'],
      ['proposers[0].may', 'updates', 'p.yml:2'],
    ]);
  });

  test('never count as approvers, whoever lists them', () => {
    const approvers =
      'approvals: { approvers: { teams: [{ slug: acme/bots, id: 7 }] }, never: [{ login: ci, id: 99 }] }';
    const { approvals } = load(`${approvers}\nproposers: [{ login: machine, id: 50, owner: x, may: updates }]`);
    expect(approvals?.never.map(({ id }) => id)).toEqual([99, 50]);
  });

  test('of a policy that is extended are added, and one account in both is refused', () => {
    const reference = `extends: { repository: acme/policies, path: npm.yml, commit: ${'a'.repeat(40)} }`;
    const both = (own: string, other: string) =>
      loadPolicy(
        { source: 'p.yml', text: `version: 1\n${reference}\nproposers: [${own}]\n` },
        { extended: { source: 'acme/policies', text: `version: 1\nproposers: [${other}]\n` } },
      );
    expect(both(claude, renovate).proposers?.map(({ may }) => may)).toEqual(['nothing', 'updates']);
    expect(() => both(renovate.replace('updates', 'prod'), renovate)).toThrow(
      /already lists `29139614` under `proposers`/,
    );
  });

  test('that change are no policy that only tightens who may approve, although more accounts never count', () => {
    const approvers = 'approvals: { approvers: { users: [{ login: ann, id: 20 }] } }';
    const change = changeOfPolicy(load(approvers), load(`${approvers}\nproposers: [${renovate}]`));
    expect(change).toEqual({ kind: 'changed', parts: ['approvals', 'proposers'] });
  });
});
