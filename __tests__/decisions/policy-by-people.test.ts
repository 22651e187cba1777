import { expect, test } from '@jest/globals';

import { count } from '../../src/decisions/count.ts';
import { requiredFor } from '../../src/decisions/apply.ts';
import type { Account, Approvals, Observation, PullComment } from '../../src/model/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { ofKind, play } from '../support/decisions.ts';
import { lockfileRule } from '../support/speaking-rules.ts';

/** A change of the policy as people decide about it: what one may let in, and who counts for it. */

const path = '.github/dependency-policy.yml';
const state = { mode: 'file', id: 'a'.repeat(40) } as const;
const observed = (args: Observation['args'], code: Observation['code'] = 'policy-changed'): Observation => ({
  ...{ code, path, line: 1, args: { how: 'changed', ...args }, files: [{ path, before: state, after: state }] },
});
const bytesOf = () => ({ mode: '100644', sha256: 'ab'.repeat(32) });
const filesOf = (observation: Observation, policy = '') =>
  ofKind(play({ observations: [observation], bytesOf, policy }).blocked, 'file');

const ann: Account = { id: 20, login: 'ann', type: 'User' };
const approvals: Approvals = {
  ...({
    accept: ['comment'],
    users: [{ id: 20, login: 'ann' }],
    teams: [],
    minimumPermission: 'write',
    never: [],
  } as const),
  ...({ required: 2, keys: [], ownChanges: 'never', maximumAge: 180 * 86_400_000 } as const),
};

test('a change that only tightens is let in by one, and no other', () => {
  const [narrow] = filesOf(observed({ decided: 'yes', narrows: 'yes' }));
  const [wide] = filesOf(observed({ decided: 'yes' }));
  expect([narrow?.byOne, wide?.byOne]).toEqual([true, undefined]);
  expect([narrow, wide].map((one) => one && requiredFor(one, 2))).toEqual([1, 2]);
});

test('a proposer counts for what only tightens, and for nothing else', () => {
  const heard = (args: Observation['args']) => {
    const blocked = filesOf(observed({ decided: 'yes', ...args }));
    const comment: PullComment = {
      ...{ id: '1', author: ann, body: `/approve-file ${path} ${blocked[0]?.digest ?? ''}`, editor: null, edits: [] },
      ...{ createdAt: '2026-06-14T10:00:00Z', lastEditedAt: null, isMinimized: false, createdViaEmail: false },
      viaApp: false,
    };
    const { approvals: counted } = count({
      ...{ comments: [comment], deleted: [], reviews: [], tampered: [], blocked, brought: new Set(), rules, approvals },
      proposers: { marks: [{ account: ann, as: 'author' }], extra: 0 },
      standings: new Map([[ann.id, { account: ann, permission: 'write', teams: [] }]]),
      now: '2026-06-15T00:00:00Z',
    });
    return counted.length;
  };
  expect([heard({ narrows: 'yes' }), heard({})]).toEqual([1, 0]);
});

test('in the mode observe it is decided by people too, for the code that it is', () => {
  expect(filesOf(observed({ decided: 'yes' }), 'mode: observe')).toMatchObject([
    { codes: ['gate-config/policy-changed'] },
  ]);
});

test('floor of which no code says so is not decided by people', () => {
  const quiet = lockfileRule({ id: 'gate-config', messages: { 'override-changed': 'configured' } });
  const rule = {
    ...quiet,
    check: () => [{ code: 'override-changed', args: {}, standsFor: { level: 'error', floor: true } }],
  } as unknown as Rule;
  const { blocked } = play({ observations: [observed({}, 'override-changed')], bytesOf, rules: [rule] });
  expect(blocked).toMatchObject([{ kind: 'undecidable', why: 'floor' }]);
});

test('the first approvers together with something else: nobody can decide', () => {
  const first = observed({ approvers: 'ann (20)', required: 1, others: 1, other: 'README.md' }, 'approvals-not-alone');
  expect(play({ observations: [first], bytesOf }).blocked).toMatchObject([{ kind: 'undecidable', why: 'floor' }]);
});
