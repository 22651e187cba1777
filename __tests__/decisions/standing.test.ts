import { describe, expect, test } from '@jest/globals';

import { digestOf } from '../../src/decisions/digest.ts';
import { whyNoApproval } from '../../src/decisions/ledger/claim.ts';
import { healthOf } from '../../src/decisions/ledger/health.ts';
import { standingOf } from '../../src/decisions/ledger/standing.ts';
import type { Approvals, BlockedPackage, LedgerEntry } from '../../src/model/index.ts';
import { approvalsOf } from '../../src/policy/approvals.ts';
import { csvText } from '../../src/report/formats/decisions-csv.ts';
import { approvalOf, denialOf, entryOf, issued, recorded } from '../support/records.ts';

/** What becomes of each record of a ledger, for readers. */

const preimage: BlockedPackage['preimage'] = {
  ...{ v: 1, purl: 'pkg:npm/young@1.0.0', sha512: 'a'.repeat(128), registry: 'https://r.example/' },
  ...{ repositoryId: 4711, use: ['prod'], profile: [], facts: {} },
};
const blocked: BlockedPackage = {
  ...{ kind: 'package', name: 'young', version: '1.0.0', lockfiles: [], preimage, digest: digestOf(preimage) ?? '' },
  ...{ codes: ['cooldown/too-young'], findings: [], unread: [] },
};
const users = [
  { login: 'ann', id: 20 },
  { login: 'bob', id: 30 },
];
const listed: Approvals = { ...approvalsOf({}), users };
const by = (id: number, comment: string) => recorded(id, 'x', blocked.codes, { comment });
const approval = (id = 20, patch: Parameters<typeof approvalOf>[2] = {}) =>
  entryOf(approvalOf(blocked, [by(id, String(id))], patch));

interface Given {
  readonly approvals?: Approvals;
  readonly repositoryId?: number;
  readonly now?: string;
  readonly isUsed?: boolean;
}
const stand = (
  entries: readonly LedgerEntry[],
  { approvals = listed, repositoryId = 4711, now = '2026-06-11T00:00:00Z', isUsed = true }: Given = {},
) => standingOf({ ledger: { entries, unusable: [] }, approvals, repositoryId, now, isUsed: () => isUsed });
const states = (...args: Parameters<typeof stand>) => stand(...args).map(({ state, why }) => [state, why]);

describe('a record', () => {
  test('of another repository says nothing here', () => {
    expect(states([approval()], { repositoryId: 9 })).toEqual([['elsewhere', null]]);
  });
  test('by nobody who may still approve does not count', () => {
    expect(states([approval(40)])).toEqual([['not-counted', 'not-listed']]);
  });
  test('counts with others about the same, until there are as many people as the policy asks for', () => {
    const approvals = { ...listed, required: 2 };
    expect(states([approval()], { approvals })).toEqual([['not-counted', 'too-few']]);
    expect(states([approval(), approval(30)], { approvals })).toEqual([
      ['in-force', null],
      ['in-force', null],
    ]);
    expect(states([approval(), approval(40)], { approvals })).toContainEqual(['not-counted', 'too-few']);
  });
  test('ends when its own end or the policy’s age comes first', () => {
    const approvals = { ...listed, maximumAge: 86_400_000 };
    expect(stand([approval()], { approvals })[0]).toMatchObject({
      state: 'expiring',
      endsAt: '2026-06-11T12:00:00.000Z',
    });
    expect(stand([approval(20, { expiresAt: null })])[0]?.endsAt).toBe('2026-12-07T12:00:00.000Z');
  });
  test('about what nothing has any more is unused, and a denial never is', () => {
    expect(states([approval()], { isUsed: false })).toEqual([['unused', null]]);
    expect(states([entryOf(denialOf(preimage, [recorded(30, 'bob', [])]))], { isUsed: false })).toEqual([
      ['in-force', null],
    ]);
  });
});

describe('a claim cannot be by', () => {
  test('an account that never counts, listed or not', () => {
    const approvals = { ...listed, never: [{ login: 'ann', id: 20 }] };
    expect(whyNoApproval({ id: 20, login: 'ann' }, approvals)).toContain('approvals.never');
    expect(whyNoApproval({ id: 30, login: 'bob' }, approvals)).toBeUndefined();
  });
  test('another login than the policy has for the account', () => {
    expect(whyNoApproval({ id: 30, login: 'ann' }, listed)).toContain('the policy has `bob` for this id');
    expect(whyNoApproval({ id: 30, login: 'Bob' }, listed)).toBeUndefined();
  });
  test('anybody whom the policy does not list, unless a team may have them', () => {
    expect(whyNoApproval({ id: 40, login: 'eve' }, listed)).toContain('does not list');
    expect(whyNoApproval({ id: 40, login: 'eve' }, approvalsOf({}))).toContain('names nobody');
    expect(
      whyNoApproval({ id: 40, login: 'eve' }, { ...listed, teams: [{ slug: 'octo/sec', id: 1 }] }),
    ).toBeUndefined();
  });
});

test.each([['=1+1'], ['+1'], ['-1'], ['@SUM(A1)'], [' =1'], ['\t=1']])('%j is no formula in a table', (text) => {
  expect(csvText([[text]])).toMatch(/^(?:'|\\u\{9\})/);
  expect(csvText([['a,"b"']])).toBe('"a,""b"""\n');
});

test('time to yes is of known openings alone, and of none that came after', () => {
  const health = (opened: string) =>
    healthOf({
      entries: [approval()],
      ...{ repositoryId: 4711, since: undefined, openedAt: new Map([[12, opened]]) },
    }).timeToYes;
  expect(health('2026-06-10T11:59:30.000Z')).toEqual({ of: 1, medianSeconds: 30, withinAMinute: 1 });
  expect(health('2026-06-10T13:00:00.000Z')).toBeNull();
  expect(issued).toBe('2026-06-10T12:00:00.000Z');
});
