import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { runCli } from '../support/cli.ts';
import { codeOwners, gateWorkflow, requires, requiresWorkflow, review } from '../support/github-rules.ts';
import { allow, app, person } from '../support/github-talk.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';

/** `lockgate doctor` of a repository whose policy names who may approve, bundled, against a loopback GitHub. */

let github: LoopbackGitHub;
let shop: LoopbackRepository;
const [ann, bob, eve] = [person('ann', 20), person('bob', 30), person('eve', 40)];

beforeEach(async () => {
  github = await startGitHub();
  github.organisation('octo');
  shop = github.repository('octo/shop');
  for (const who of [ann, bob]) allow(shop, who, 'write');
});
afterEach(() => github.close());

const twoUsers = 'users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]';
const team = 'teams: [{ slug: octo/security, id: 70 }]';
const policyOf = (approvers = twoUsers, rest = '') =>
  `version: 1\napprovals:\n  approvers: { ${approvers} }\n${rest === '' ? '' : `  ${rest}\n`}`;
const ownCheck = [requires('dependency-gate', 4711), review];
const noCodeOwners = { ...review, parameters: { ...review.parameters, require_code_owner_review: false } };

interface Setting {
  readonly policy?: string;
  readonly rules?: readonly object[];
  readonly owners?: string | undefined;
  readonly gate?: boolean;
}

function setUp({ policy = policyOf(), rules = ownCheck, owners = codeOwners, gate = true }: Setting = {}) {
  const files = {
    'package-lock.json': '{}',
    '.github/dependency-policy.yml': policy,
    ...(gate ? { '.github/workflows/gate.yml': gateWorkflow() } : {}),
    ...(owners === '' ? {} : { '.github/CODEOWNERS': owners }),
  };
  shop.branch('main', shop.commit({ files, branch: 'main' }), { protected: true });
  shop.rules = rules;
}

/** A workflow of `octo/security` that the organisation requires: the check asks for teams. */
function required(more: Partial<Setting> = {}) {
  const security = github.repository('octo/security');
  const files = { '.github/workflows/gate.yml': gateWorkflow() };
  security.branch('main', security.commit({ files, branch: 'main' }), { protected: true });
  security.rules = [review];
  const queue = { ...review, type: 'merge_queue', parameters: undefined };
  setUp({ gate: false, rules: [requiresWorkflow(security.id), review, queue], ...more });
}

const makeTeam = (members: readonly (readonly [number, 'active' | 'pending'])[], id = 70, slug = 'security') =>
  shop.teams.splice(0, 9, { slug, id, members: new Map(members) });

interface Told {
  readonly code: string;
  readonly level: string;
  readonly message: string;
  readonly fix: string;
}

async function doctor(credential: object = {}, ...args: readonly string[]) {
  const token = github.issueToken({ administration: true, owner: true, members: 'read', ...credential });
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: token };
  const named = args.length === 0 ? ['octo/shop'] : args;
  const { status, stdout, stderr } = await runCli(['doctor', ...named, '--format', 'json'], { env });
  const read = JSON.parse(stdout === '' ? '{}' : stdout) as {
    problems?: Told[];
    repositories?: { problems: Told[] }[];
  };
  const problems = read.problems ?? read.repositories?.flatMap((one) => one.problems) ?? [];
  return { status, stderr, problems, codes: problems.map(({ code, level }) => `${level} ${code}`) };
}

describe('nothing to say', () => {
  test('of approvers who can approve, where the check is required and its files have owners', async () => {
    setUp();
    expect(await doctor()).toMatchObject({ status: 0, codes: [] });
  });

  test('of approvals, and nothing is asked about them, where the policy names nobody', async () => {
    setUp({ policy: 'version: 1\n' });
    shop.workflowsApprove = true;
    expect(await doctor({ administration: false })).toMatchObject({ status: 0, codes: [] });
    expect(github.requests.some(({ route }) => /account_id|permissions|collaborators/.test(route))).toBe(false);
  });
});

describe('approvals that decide nothing are an error', () => {
  const because = 'So the approvals that the policy asks for decide nothing.';

  test('where the check is not required', async () => {
    setUp({ rules: [review] });
    const { status, problems } = await doctor();
    expect(status).toBe(1);
    expect(problems.find(({ code }) => code === 'check-not-required')?.message).toContain(because);
  });

  test('where the branch is not protected', async () => {
    setUp({ rules: [] });
    shop.branch('main', shop.branches.get('main')?.sha ?? '', { protected: false });
    const [first] = (await doctor()).problems;
    expect([first?.code, first?.message]).toEqual(['branch-unprotected', expect.stringContaining(because)]);
  });

  test('in a private repository whose plan enforces no rules', async () => {
    setUp();
    shop.isPrivate = true;
    github.organisation('octo').plan = 'free';
    const { status, problems } = await doctor();
    expect(status).toBe(1);
    expect(problems.find(({ code }) => code === 'plan-without-rules')?.message).toContain(because);
  });

  test('and without approvals in the policy nothing is said of them', async () => {
    setUp({ rules: [review], policy: 'version: 1\n' });
    expect(JSON.stringify((await doctor()).problems)).not.toContain('approvals');
  });

  test('where workflows may approve pull requests', async () => {
    setUp();
    shop.workflowsApprove = true;
    expect(await doctor()).toMatchObject({ status: 1, codes: ['error workflows-may-approve'] });
  });

  test('where the policy and the records have no code owner, whatever workflow is required', async () => {
    required({ owners: '/.github/workflows/ @octo/security\n' });
    const { status, codes, problems } = await doctor();
    expect([status, codes]).toEqual([1, ['error approvals-editable']]);
    expect(problems[0]?.message).toContain('`.github/dependency-policy.yml`, `.github/dependency-approvals/`');
  });

  test('where the records alone have no code owner', async () => {
    required({ owners: '/.github/ @octo/security\n/.github/dependency-approvals/\n' });
    expect((await doctor()).problems[0]?.message).toMatch(
      /^There is no code owner for `.github\/dependency-approvals\/`/,
    );
    setUp({ owners: '/.github/ @octo/security\n/.github/dependency-approvals/\n' });
    expect(await doctor()).toMatchObject({ status: 1, codes: ['error owners-missing'] });
  });

  test("where the code owners' review is not required", async () => {
    required();
    shop.rules = [...shop.rules.filter((rule) => rule !== review), noCodeOwners];
    expect(await doctor()).toMatchObject({ status: 1, codes: ['error approvals-editable'] });
    setUp({ rules: [requires('dependency-gate', 4711), noCodeOwners] });
    expect(await doctor()).toMatchObject({ status: 1, codes: ['error code-owner-review-off'] });
  });
});

describe('approvers', () => {
  test('whose account is gone, or no person', async () => {
    setUp();
    shop.people.delete('bob');
    const { status, codes, problems } = await doctor();
    expect([status, codes]).toEqual([0, ['warn approver-not-active']]);
    expect(problems[0]?.message).toContain('`bob` (id 30)');
    allow(shop, app('bob', 30), 'write');
    expect((await doctor()).codes).toEqual(['warn approver-not-active']);
  });

  test('whose account an Enterprise Server has suspended', async () => {
    setUp({ policy: policyOf('users: [{ login: ann, id: 20 }]') });
    const body = JSON.stringify({ id: 20, login: 'ann', type: 'User', suspended_at: '2026-01-01T00:00:00Z' });
    github.fail('GET /user/{account_id}', { status: 200, body });
    expect((await doctor()).codes).toEqual(['warn approver-not-active', 'warn approvers-too-few']);
  });

  test('who lost the permission that the policy asks for', async () => {
    setUp({ policy: policyOf(`${twoUsers}, minimumPermission: maintain`) });
    allow(shop, ann, 'maintain');
    const { codes, problems } = await doctor();
    expect(codes).toEqual(['warn approver-without-permission']);
    expect(problems[0]?.message).toContain('`bob` (id 30) may approve by the policy, and may do less');
  });

  test('whose login is another one now: the id counts, whoever has the login', async () => {
    setUp();
    shop.people.delete('bob');
    allow(shop, person('robert', 30), 'write');
    allow(shop, person('bob', 99), 'admin');
    const { status, codes, problems } = await doctor();
    expect([status, codes]).toEqual([0, ['note approver-renamed']]);
    expect(problems[0]?.message).toContain('`robert` (30: `bob`)');
  });

  test('fewer than an approval needs', async () => {
    setUp({ policy: policyOf(twoUsers, 'required: 2') });
    allow(shop, bob, 'read');
    const { codes, problems } = await doctor();
    expect(codes).toEqual(['warn approver-without-permission', 'warn approvers-too-few']);
    expect(problems[1]?.message).toContain('Only 1 of the people whom the policy lists can approve');
  });

  test.each([
    ['GET /user/{account_id}', 403],
    ['GET /repos/{owner}/{repo}/collaborators/{username}/permission', 403],
  ])('of whom GitHub does not tell are not known, and nobody is called missing (%s)', async (route, status) => {
    setUp();
    github.fail(route, { status });
    expect(await doctor()).toMatchObject({ status: 2, codes: ['unknown approver-unread'] });
  });
});

describe('what the token does not show is said, with what to grant', () => {
  test('the switch', async () => {
    setUp();
    const { status, codes, problems } = await doctor({ administration: false });
    expect([status, codes]).toEqual([2, ['unknown workflows-may-approve-unread']]);
    expect(problems[0]?.fix).toContain('Administration: read');
  });

  test('a team', async () => {
    required({ policy: policyOf(team) });
    makeTeam([[20, 'active']]);
    const token = github.issueToken({ administration: true });
    const { status, stdout } = await runCli(['doctor', 'octo/shop', '--format', 'json'], {
      env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: token },
    });
    const { problems } = JSON.parse(stdout) as { problems: Told[] };
    expect([status, problems.map(({ code }) => code)]).toEqual([2, ['team-unread']]);
    expect(problems[0]?.fix).toContain('Members: read');
  });
});

describe('teams', () => {
  test('have nothing to be said of them where the check asks for them and enough members can approve', async () => {
    required({ policy: policyOf(team) });
    makeTeam([[20, 'active']]);
    expect(await doctor()).toMatchObject({ status: 0, codes: [] });
  });

  test('do not count where the check is the repository’s own workflow', async () => {
    setUp({ policy: policyOf(team) });
    makeTeam([[20, 'active']]);
    const { codes, problems } = await doctor();
    expect(codes).toEqual(['warn approvers-too-few']);
    expect(problems[0]?.message).toContain('Members of teams do not count here');
  });

  test('of which nobody can approve: invited, without the permission, or under `never`', async () => {
    allow(shop, eve, 'read');
    required({ policy: policyOf(team, 'never: [{ login: bob, id: 30 }]') });
    makeTeam([
      [20, 'pending'],
      [40, 'active'],
      [30, 'active'],
    ]);
    expect((await doctor()).codes).toEqual(['warn approvers-too-few']);
  });

  test('that differ from the listed ids: who joined, and who left', async () => {
    allow(shop, eve, 'write');
    required({ policy: policyOf(`${twoUsers}, ${team}`) });
    makeTeam([
      [20, 'active'],
      [40, 'active'],
    ]);
    const { status, codes, problems } = await doctor();
    expect([status, codes]).toEqual([0, ['note team-drift', 'note team-drift']]);
    expect(problems.map(({ message }) => message.slice(0, 30))).toEqual([
      expect.stringMatching(/^`eve` \(id 40\) can approve/),
      expect.stringMatching(/^`bob` \(id 30\) may approve/),
    ]);
  });

  test('that were renamed, or made anew under the name', async () => {
    required({ policy: policyOf(`${twoUsers}, ${team}`) });
    const both = [
      [20, 'active'],
      [30, 'active'],
    ] as const;
    makeTeam(both, 70, 'product-security');
    expect((await doctor()).codes).toEqual(['note team-renamed']);
    makeTeam(both, 71);
    expect((await doctor()).codes).toEqual(['warn team-gone']);
  });
});

describe('of an organisation', () => {
  test('each repository has it in its line', async () => {
    setUp();
    shop.workflowsApprove = true;
    expect(await doctor({}, '--org', 'octo')).toMatchObject({ status: 1, codes: ['error workflows-may-approve'] });
    const env = {
      GITHUB_API_URL: github.url,
      GITHUB_TOKEN: github.issueToken({ administration: true, owner: true, members: 'read' }),
    };
    const { stdout } = await runCli(['doctor', '--org', 'octo'], { env });
    expect(stdout).toMatch(/^open +octo\/shop +workflows may approve pull requests;/m);
  });
});
