import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { examineFleet } from '../../../src/platform/doctor/fleet.ts';
import { connect } from '../../../src/platform/github/api.ts';
import { bypass, codeOwners, gateWorkflow, requires, requiresWorkflow, review } from '../../support/github-rules.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../../support/loopback-github.ts';
import { startGitHub } from '../../support/loopback-github.ts';

/** What must never make a repository of an organisation look protected. `cli/doctor-org.test.ts` has the command. */

let github: LoopbackGitHub;

beforeEach(async () => {
  github = await startGitHub();
  github.organisation('octo');
});
afterEach(() => github.close());

const lockfile = { 'package-lock.json': '{}' };
const inOrder = { ...lockfile, '.github/workflows/gate.yml': gateWorkflow(), '.github/CODEOWNERS': codeOwners };

function add(name: string, files: Readonly<Record<string, string>>, rules: readonly object[]): LoopbackRepository {
  const repository = github.repository(`octo/${name}`);
  repository.branch('main', repository.commit({ files, branch: 'main' }), { protected: true });
  repository.rules = rules;
  return repository;
}

/** `octo/shop`, protected by a workflow of `octo/security` that the organisation requires. */
function protectedShop(text = gateWorkflow()): LoopbackRepository {
  const actors = [bypass('OrganizationAdmin', 1)];
  github.organisation('octo').rulesets.set(77, { name: 'gate', bypass_actors: actors });
  const { id } = add('security', { '.github/workflows/gate.yml': text }, [review]);
  return add('shop', lockfile, [requiresWorkflow(id), review]);
}

async function examined(credential: object = {}) {
  const token = github.issueToken({ administration: true, owner: true, ...credential });
  const fleet = await examineFleet(await connect({ apiUrl: github.url, token }), 'octo', () => undefined);
  const shop = fleet.repositories.find(({ repository }) => repository === 'octo/shop');
  return { fleet, state: shop?.state, codes: shop?.problems.map(({ code }) => code) ?? [] };
}

test('a repository is protected by a workflow from elsewhere that runs the gate', async () => {
  protectedShop();
  expect(await examined()).toMatchObject({ state: 'protected', codes: ['retarget-unseen'] });
});

describe('open is a repository', () => {
  test('whose required workflow from elsewhere does something else', async () => {
    protectedShop('on: pull_request\njobs:\n  lint:\n    steps: [{ run: npm run lint }]\n');
    expect((await examined()).state).toBe('open');
  });

  test('whose required workflow can skip the gate', async () => {
    protectedShop(gateWorkflow("    if: github.actor != 'bot'\n"));
    expect(await examined()).toMatchObject({ state: 'open', codes: ['job-conditional', 'retarget-unseen'] });
  });

  test('whose required workflow has a job that waits for another', async () => {
    protectedShop(gateWorkflow('    needs: [build]\n'));
    expect(await examined()).toMatchObject({ state: 'open', codes: ['job-conditional', 'retarget-unseen'] });
  });

  test('that requires the check of another App', async () => {
    const rules = [requires('coverage', 254), requires('dependency-gate', 15_368), review];
    add('shop', inOrder, rules);
    expect(await examined()).toMatchObject({ state: 'open', codes: ['workflow-editable'] });
  });

  test('whose ruleset everybody with write access may bypass', async () => {
    protectedShop();
    const actors = [bypass('RepositoryRole', 4)];
    github.organisation('octo').rulesets.set(77, { name: 'gate', bypass_actors: actors });
    expect(await examined()).toMatchObject({ state: 'open', codes: ['bypass-open', 'retarget-unseen'] });
  });

  test('that is private where the plan enforces no rules', async () => {
    protectedShop().isPrivate = true;
    github.organisation('octo').plan = 'free';
    expect(await examined()).toMatchObject({
      state: 'open',
      codes: expect.arrayContaining(['plan-without-rules']) as unknown,
    });
  });
});

describe('unknown is a repository', () => {
  test('whose required workflow the token does not see', async () => {
    protectedShop();
    github.repository('octo/security').isPrivate = true;
    expect(await examined({ seesPrivate: false })).toMatchObject({
      state: 'unknown',
      codes: ['required-workflow-unread'],
    });
  });

  test('whose default branch GitHub does not provide', async () => {
    protectedShop();
    github.fail('GET /repos/{owner}/{repo}/branches/{branch}', { status: 403, message: 'Forbidden' });
    expect(await examined()).toMatchObject({ state: 'unknown', codes: ['repository-unavailable'] });
  });

  test('whose ruleset is answered in another shape', async () => {
    protectedShop();
    github.fail('GET /orgs/{org}/rulesets/{ruleset_id}', { status: 200, body: '[]' });
    expect(await examined()).toMatchObject({ state: 'unknown', codes: ['untold', 'retarget-unseen'] });
  });
});

test('repositories that the token does not see are counted', async () => {
  protectedShop();
  add('secret', lockfile, []).isPrivate = true;
  expect((await examined({ seesPrivate: false })).fleet.hidden).toBe(1);
  expect((await examined({ seesPrivate: false, owner: false })).fleet.hidden).toBeNull();
});

test('nothing is asked once the rate limit is reached', async () => {
  for (let at = 0; at < 40; at++) add(`a${at}`, lockfile, [review]);
  github.allowance = 20;
  const { fleet } = await examined();
  expect(fleet.counts.unknown).toBeGreaterThan(35);
  // What was under way at that time is answered all the same.
  expect(github.requests.length).toBeLessThan(20 + 20);
});
