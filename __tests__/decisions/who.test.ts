import { describe, expect, test } from '@jest/globals';

import { whyNoApprover } from '../../src/decisions/who.ts';
import type { Approvals } from '../../src/model/index.ts';
import { person } from '../support/github-talk.ts';

const [ada, bea] = [person('ada', 1), person('bea', 2)];
const approvals: Approvals = {
  ...({ accept: ['comment'], teams: [], minimumPermission: 'write', never: [], required: 1, keys: [] } as const),
  ...({ users: [{ login: 'ada', id: 1 }], ownChanges: 'never', maximumAge: 1 } as const),
};

test('a denial by somebody who is listed outlives their permission, and not their place on the list', () => {
  const why = (account: typeof ada, to: 'approve' | 'deny' | 'withdraw') =>
    whyNoApprover(account, approvals, new Map(), to)?.why;
  expect(why(ada, 'deny')).toBeUndefined();
  expect([why(ada, 'approve'), why(ada, 'withdraw')]).toEqual(['no-permission', 'no-permission']);
  expect(why(bea, 'deny')).toBe('not-listed');
  expect(whyNoApprover(ada, { ...approvals, never: [...approvals.users] }, new Map(), 'deny')?.why).toBe('never');
});

describe('where teams are not asked for', () => {
  const withTeam = { ...approvals, teams: [{ slug: 'acme/appsec', id: 11 }] };
  const why = (permission: 'read' | 'write', to: 'approve' | 'deny' | 'withdraw', account = bea) =>
    whyNoApprover(account, withTeam, new Map([[account.id, { account, permission, teams: 'not-asked' as const }]]), to)
      ?.why;

  test('who may be a member approves nothing', () => {
    expect(why('write', 'approve')).toBe('team-not-asked');
    expect(why('write', 'approve', ada)).toBeUndefined();
  });

  test('who may be a member denies, and takes it back', () => {
    expect([why('write', 'deny'), why('write', 'withdraw')]).toEqual([undefined, undefined]);
    expect([why('read', 'deny'), why('read', 'withdraw')]).toEqual(['no-permission', 'no-permission']);
  });

  test('an account under `never` counts for nothing', () => {
    const never = { ...withTeam, never: [{ login: 'bea', id: 2 }] };
    expect(whyNoApprover(bea, never, new Map(), 'deny')?.why).toBe('never');
  });
});
