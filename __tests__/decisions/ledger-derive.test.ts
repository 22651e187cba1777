import { describe, expect, test } from '@jest/globals';

import { digestOf } from '../../src/decisions/digest.ts';
import type { Derive } from '../../src/decisions/ledger/derive.ts';
import {
  derivedApproval,
  derivedDenial,
  isDerived,
  packageOf,
  stillListed,
} from '../../src/decisions/ledger/derive.ts';
import { readRecord, writeRecord } from '../../src/decisions/ledger/record.ts';
import { purlOf } from '../../src/model/identity.ts';
import type { Account, Approvals, PackagePreimage, Proposers, PullComment, Standing } from '../../src/model/index.ts';
import { rules } from '../../src/rules/index.ts';

/** The record that follows from what was said on a pull request. */

const [ann, bob, mia] = [
  { id: 1, login: 'ann', type: 'User' },
  { id: 2, login: 'bob', type: 'User' },
  { id: 3, login: 'mia', type: 'User' },
] as const;
const day = 86_400_000;
const approvals: Approvals = {
  ...{ accept: ['comment', 'ledger'], users: [ann, bob].map(({ id, login }) => ({ id, login })), teams: [] },
  ...{ minimumPermission: 'write', never: [], required: 1, keys: [], ownChanges: 'never', maximumAge: 180 * day },
};
const about: PackagePreimage = {
  ...{ v: 1, purl: 'pkg:npm/%40acme/left-pad@1.3.0', sha512: 'ef'.repeat(64), registry: 'https://registry.example/' },
  ...{ repositoryId: 7, use: ['prod'], profile: [], facts: {} },
};
const digest = digestOf(about) ?? '';
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 30, 10, minute)).toISOString();

const said = (author: Account, minute: number, body: string): PullComment => ({
  ...{ id: String(100 + minute), author, body, createdAt: at(minute), lastEditedAt: null, editor: null },
  ...{ isMinimized: false, createdViaEmail: false, viaApp: false, edits: [] },
});
const yes = (author: Account, minute: number, codes = 'cooldown/too-young', reason = ' Read it.') =>
  said(author, minute, `/approve @acme/left-pad@1.3.0 ${codes} ${digest}${reason}`);

const standing = (account: Account, permission: Standing['permission'] = 'write', teams: readonly number[] = []) =>
  [account.id, { account, permission, teams }] as const;

function given(
  comments: readonly PullComment[],
  more: Partial<Derive['said']> = {},
  policy: Partial<Approvals> = {},
): Derive {
  const proposers: Proposers = { marks: [], extra: 0 };
  const standings = new Map([standing(ann), standing(bob)]);
  return {
    ...{ pull: 12, rules, policy: { approvals: { ...approvals, ...policy }, digest: 'sha256:1' } },
    said: {
      ...{ comments, deleted: [], reviews: [], standings, tampered: [], proposers, mergedAt: at(30), now: at(50) },
      ...more,
    },
  };
}

describe('an approval', () => {
  test('has each person, their codes and words, and ends by the age that the policy allows', () => {
    expect(
      derivedApproval(about, given([yes(bob, 9), yes(ann, 5, 'new-package/young-name,cooldown/too-young')])),
    ).toEqual({
      ...{ decision: 'approve', about, pull: 12, policy: 'sha256:1', issuedAt: at(9) },
      expiresAt: new Date(Date.parse(at(9)) + 180 * day).toISOString(),
      by: [
        {
          ...{ id: 1, login: 'ann', authenticated: 'comment', comment: '105', reason: 'Read it.', at: at(5) },
          codes: ['cooldown/too-young', 'new-package/young-name'],
        },
        {
          ...{ id: 2, login: 'bob', authenticated: 'comment', comment: '109', reason: 'Read it.', at: at(9) },
          codes: ['cooldown/too-young'],
        },
      ],
    });
  });

  test('is the same years later, and can be written and read', () => {
    const record = derivedApproval(about, given([yes(ann, 5)]));
    const later = given([yes(ann, 5)], { now: '2031-01-01T00:00:00.000Z' });
    expect(derivedApproval(about, later)).toEqual(record);
    const file = record && writeRecord(record);
    const entry = file && readRecord(file.path, file.bytes);
    expect(typeof entry === 'object' && isDerived(entry.record, later)).toBe(true);
  });

  test('is none by what was said after the merge', () => {
    expect(derivedApproval(about, given([yes(ann, 31)]))).toBeUndefined();
  });

  test('is none where fewer people approved it than are required', () => {
    expect(derivedApproval(about, given([yes(ann, 5)], {}, { required: 2 }))).toBeUndefined();
    expect(derivedApproval(about, given([yes(ann, 5), yes(ann, 6)], {}, { required: 2 }))).toBeUndefined();
    expect(derivedApproval(about, given([yes(ann, 5), yes(bob, 6)], {}, { required: 2 }))).toBeDefined();
  });

  test('needs one more where not every proposer is known', () => {
    const proposers: Proposers = { marks: [], extra: 1, because: 'It is not known who asked the agent.' };
    expect(derivedApproval(about, given([yes(ann, 5)], { proposers }))).toBeUndefined();
  });

  test('is none by who proposed it', () => {
    const proposers: Proposers = { marks: [{ account: ann, as: 'author' }], extra: 0 };
    expect(derivedApproval(about, given([yes(ann, 5)], { proposers }))).toBeUndefined();
  });

  test('is none where it was withdrawn or denied, after the merge too', () => {
    for (const word of ['/withdraw @acme/left-pad@1.3.0', '/deny @acme/left-pad@1.3.0 It phones home.']) {
      expect(derivedApproval(about, given([yes(ann, 5), said(ann, 40, word)]))).toBeUndefined();
    }
  });

  test('leaves out who lost the permission, or the place on the list', () => {
    const lost = new Map([standing(ann, 'read'), standing(bob)]);
    const both = [yes(ann, 5), yes(bob, 6)];
    expect(derivedApproval(about, given(both, { standings: lost }))?.by.map(({ id }) => id)).toEqual([2]);
    const today = { ...approvals, users: [{ id: 2, login: 'bob' }] };
    expect(derivedApproval(about, given(both, {}, stillListed(approvals, today)))?.by.map(({ id }) => id)).toEqual([2]);
  });

  test('names the team that somebody was counted as a member of', () => {
    const teams = [{ slug: 'acme/appsec', id: 77 }];
    const standings = new Map([standing(mia, 'write', [77]), standing(ann)]);
    const record = derivedApproval(about, given([yes(mia, 5), yes(ann, 6)], { standings }, { teams }));
    expect(record?.by.map(({ id, team }) => [id, team])).toEqual([
      [3, 77],
      [1, undefined],
    ]);
  });
});

describe('who is still listed', () => {
  const then: Approvals = { ...approvals, teams: [{ slug: 'a/b', id: 7 }], never: [{ id: 5, login: 'ci' }] };

  test('was listed then, and is today; nobody whom either excludes', () => {
    const today: Approvals = {
      ...{
        ...approvals,
        users: [
          { id: 2, login: 'rob' },
          { id: 3, login: 'mia' },
        ],
        teams: [],
      },
      never: [{ id: 6, login: 'agent' }],
    };
    const both = stillListed(then, today);
    expect([both.users, both.teams, both.never.map(({ id }) => id)]).toEqual([[{ id: 2, login: 'bob' }], [], [5, 6]]);
  });

  test('how many are required, and how long it counts, is as it was then', () => {
    const today: Approvals = { ...approvals, required: 3, maximumAge: day };
    expect(stillListed(then, today)).toMatchObject({ required: 1, maximumAge: 180 * day });
  });
});

describe('a denial', () => {
  const denied = { repositoryId: 7, purl: about.purl, sha512: about.sha512 };
  const no = said(ann, 5, '/deny @acme/left-pad@1.3.0 It phones home.');

  test('is of one person, has no end, and no policy made it', () => {
    expect(derivedDenial(denied, '105', given([no]))).toEqual({
      ...{ decision: 'deny', about: denied, pull: 12, policy: '', issuedAt: at(5), expiresAt: null },
      by: [
        {
          ...{ id: 1, login: 'ann', authenticated: 'comment', comment: '105', codes: [] },
          ...{ reason: 'It phones home.', at: at(5) },
        },
      ],
    });
  });

  test('is none of another comment, of another version, or once it is withdrawn', () => {
    expect(derivedDenial(denied, '106', given([no]))).toBeUndefined();
    expect(derivedDenial({ ...denied, purl: 'pkg:npm/left-pad@1.3.0' }, '105', given([no]))).toBeUndefined();
    const withdrawn = said(ann, 9, '/withdraw @acme/left-pad@1.3.0');
    expect(derivedDenial(denied, '105', given([no, withdrawn]))).toBeUndefined();
  });
});

test('a revocation is derived from nothing', () => {
  const revoked = { repositoryId: 7, record: 'ab'.repeat(32), file: `${'0'.repeat(32)}-approve-1.json` };
  const by = [
    { id: 1, login: 'ann', authenticated: 'claim', comment: null, codes: [], reason: '', at: at(5) },
  ] as const;
  const record = {
    decision: 'revoke',
    about: revoked,
    by,
    pull: 12,
    policy: '',
    issuedAt: at(5),
    expiresAt: null,
  } as const;
  expect(isDerived(record, given([yes(ann, 5)]))).toBe(false);
});

test.each(['left-pad', '@acme/left-pad'])('name and version of the purl of %s', (name) => {
  expect(packageOf(purlOf(name, '1.0.0-rc.1'))).toEqual({ name, version: '1.0.0-rc.1' });
});
