import { describe, expect, test } from '@jest/globals';

import { digestOf } from '../../src/decisions/digest.ts';
import type { DecidedHere } from '../../src/decisions/ledger/decided-here.ts';
import { whyNotAsNamed, whyOtherTime } from '../../src/decisions/ledger/decided-here.ts';
import type {
  Account,
  Approvals,
  BlockedPackage,
  DecisionRecord,
  LedgerEntry,
  PackagePreimage,
  RecordedPerson,
  Standing,
} from '../../src/model/index.ts';

/** Records that people let in by a line about the very file: what they may say. */

const [ann, mia] = [
  { id: 20, login: 'ann', type: 'User' },
  { id: 21, login: 'mia', type: 'User' },
] as const satisfies readonly Account[];
const day = 86_400_000;
const now = '2026-12-01T12:00:00.000Z';
const after = (days: number) => new Date(Date.parse(now) + days * day).toISOString();
const approvals: Approvals = {
  ...{ accept: ['comment', 'ledger'], users: [{ id: 20, login: 'ann' }], teams: [{ slug: 'acme/appsec', id: 77 }] },
  ...{ minimumPermission: 'write', never: [], required: 1, keys: [], ownChanges: 'never', maximumAge: 180 * day },
};
const about: PackagePreimage = {
  ...{ v: 1, purl: 'pkg:npm/left-pad@1.3.0', sha512: 'ef'.repeat(64), registry: 'https://registry.example/' },
  ...{ repositoryId: 7, use: ['prod'], profile: [], facts: {} },
};
const codes = ['cooldown/too-young'];
const entry: BlockedPackage = {
  ...{
    kind: 'package',
    name: 'left-pad',
    version: '1.3.0',
    lockfiles: [],
    preimage: about,
    digest: digestOf(about) ?? '',
  },
  ...{ codes, findings: [], unread: [] },
};
const said: RecordedPerson = {
  ...{ id: 20, login: 'ann', authenticated: 'claim', comment: null, codes, reason: 'Read it.', at: after(-1) },
};
const record: DecisionRecord = {
  ...{ decision: 'approve', about, by: [said], pull: null, policy: 'p1', issuedAt: after(-1), expiresAt: after(90) },
};
const standing = (account: Account, teams: readonly number[]) =>
  [account.id, { account, permission: 'write', teams }] as const satisfies readonly [number, Standing];

const why = (patch: object = {}, given: Partial<DecidedHere> = {}, signatures: LedgerEntry['signatures'] = []) =>
  whyNotAsNamed(
    {
      path: 'x',
      sha256: '',
      statement: new Uint8Array(),
      signatures,
      record: { ...record, ...patch },
    },
    {
      ...{ people: [ann], blocked: [entry], approvals, standings: new Map([standing(ann, [])]) },
      ...{ policy: 'p1', repositoryId: 7, now, ...given },
    },
  );
const person = (patch: object) => ({ by: [{ ...said, ...patch }] });

test('one that says what its approvers decided, however the login is spelled', () => {
  expect(why()).toBeUndefined();
  expect(why(person({ login: 'Ann' }))).toBeUndefined();
});

describe('not one', () => {
  test.each<[string, object]>([
    ['of a comment', person({ authenticated: 'comment', comment: '5' })],
    ['of a comment that is called a claim', person({ comment: '5' })],
    ['of a key', person({ authenticated: 'security-key' })],
    ['of another account’s name', person({ login: 'linus' })],
    ['of a pull request', { pull: 12 }],
    ['of words that were said after it was written', person({ at: after(0) })],
  ])('%s', (_, patch) => {
    expect(why(patch)).toBe('says-more');
  });

  test('of a signature that proves nothing', () => {
    expect(why({}, {}, [{ id: 20, sshsig: 'x' }])).toBe('says-more');
  });

  test('of a team for somebody who is listed, or whom it does not have', () => {
    expect(why(person({ team: 77 }), { standings: new Map([standing(ann, [77])]) })).toBe('says-more');
    const of = { ...person({ id: 21, login: 'mia', team: 77 }) };
    expect(why(of, { people: [mia], standings: new Map([standing(mia, [])]) })).toBe('says-more');
    expect(why(of, { people: [mia], standings: new Map([standing(mia, [77])]) })).toBeUndefined();
  });

  test('of another policy, or another repository', () => {
    expect(why({ policy: 'p2' })).toBe('policy-unknown');
    expect(why({}, { repositoryId: 8 })).toBe('other-repository');
  });

  test('of others than let it in, or of one of them twice', () => {
    expect(why({}, { people: [mia] })).toBe('not-as-named');
    expect(why({}, { people: [ann, mia] })).toBe('not-as-named');
    expect(why({ by: [said, said] })).toBe('not-as-named');
  });

  test('of other codes than block, or of what does not', () => {
    expect(why(person({ codes: ['advisory/vulnerable', ...codes] }))).toBe('not-as-named');
    expect(why({ about: { ...about, use: ['dev'] } })).toBe('not-as-named');
    expect(why({}, { blocked: [] })).toBe('not-as-named');
  });
});

describe('the time', () => {
  const of = (patch: object) => whyOtherTime({ ...record, ...patch }, { approvals, now });

  test.each<[string, object, boolean]>([
    ['from now to the policy’s age', { issuedAt: now, expiresAt: after(180) }, true],
    ['a moment longer', { issuedAt: now, expiresAt: '2027-05-30T12:00:00.001Z' }, false],
    ['of an approval without an end', { expiresAt: null }, false],
    ['that begins later', { issuedAt: after(1), expiresAt: after(2) }, false],
    ['that has ended', { expiresAt: now }, false],
    ['of a denial without an end', { decision: 'deny', expiresAt: null }, true],
    ['of a denial with one', { decision: 'deny' }, false],
    ['of a revocation that begins later', { decision: 'revoke', expiresAt: null, issuedAt: after(1) }, false],
  ])('%s', (_, patch, isRight) => {
    expect(of(patch)).toBe(isRight ? undefined : 'wrong-time');
  });
});
