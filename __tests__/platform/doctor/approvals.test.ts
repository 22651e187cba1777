import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { examine } from '../../../src/platform/doctor/examine.ts';
import { connect } from '../../../src/platform/github/api.ts';
import { codeOwners, gateWorkflow, requires, requiresWorkflow, review } from '../../support/github-rules.ts';
import { allow, person } from '../../support/github-talk.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../../support/loopback-github.ts';
import { startGitHub } from '../../support/loopback-github.ts';

/** What must never make approvals look as if they counted. `cli/doctor-approvals.test.ts` has the command. */

let github: LoopbackGitHub;
let shop: LoopbackRepository;
const users = '{ users: [{ login: ann, id: 20 }] }';

beforeEach(async () => {
  github = await startGitHub();
  github.organisation('octo');
  shop = github.repository('octo/shop');
  allow(shop, person('ann', 20), 'write');
});
afterEach(() => github.close());

async function codes(approvers = users, { owners = codeOwners, isRequired = false, credential = {} } = {}) {
  const gate = { '.github/workflows/gate.yml': gateWorkflow() };
  const security = github.repository('octo/security');
  security.branch('main', security.commit({ files: gate, branch: 'main' }), { protected: true });
  security.rules = [review];
  const policy = `version: 1\napprovals: { approvers: ${approvers} }\n`;
  const own = { '.github/dependency-policy.yml': policy, '.github/CODEOWNERS': owners };
  const files = isRequired ? own : { ...own, ...gate };
  shop.branch('main', shop.commit({ files, branch: 'main' }), { protected: true });
  const queue = { ...review, type: 'merge_queue', parameters: undefined };
  shop.rules = [isRequired ? requiresWorkflow(security.id) : requires('dependency-gate', 4711), review, queue];
  const token = github.issueToken({ administration: true, members: 'read', ...credential });
  const { problems } = await examine(await connect({ apiUrl: github.url, token }), 'octo', 'shop');
  return problems.map(({ code, level }) => `${level} ${code}`);
}

test('nothing is said of approvers who can approve', async () => {
  expect(await codes()).toEqual([]);
});

test('an account that is gone is no approver', async () => {
  shop.people.clear();
  expect(await codes()).toEqual(['warn approver-not-active', 'warn approvers-too-few']);
});

test('people who could not be asked about are not counted as missing', async () => {
  github.fail('GET /user/{account_id}', { status: 403 });
  expect(await codes()).toEqual(['unknown approver-unread']);
});

test('a switch that is not shown is not known, and not off', async () => {
  expect(await codes(users, { credential: { administration: false } })).toEqual([
    'unknown workflows-may-approve-unread',
  ]);
});

test('records without a code owner are open to whoever gets an ordinary review', async () => {
  const owners = `${codeOwners}/.github/dependency-approvals/\n`;
  expect(await codes(users, { owners, isRequired: true })).toEqual(['error approvals-editable']);
});

test('members of teams do not count where the check does not ask for teams', async () => {
  const team = '{ teams: [{ slug: octo/security, id: 70 }] }';
  shop.teams.push({ slug: 'security', id: 70, members: new Map([[20, 'active']]) });
  expect(await codes(team)).toEqual(['warn approvers-too-few']);
  expect(await codes(team, { isRequired: true })).toEqual([]);
});
