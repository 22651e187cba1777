import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { runCli } from '../support/cli.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';

/** `lockgate doctor`, bundled, against a loopback GitHub. */

let github: LoopbackGitHub;
let repository: LoopbackRepository;
let security: LoopbackRepository;
let count = 0;

beforeAll(async () => {
  github = await startGitHub();
  security = github.repository('octo/security');
  security.commit({ branch: 'main', files: { '.github/workflows/gate.yml': workflow() } });
  security.rules = [review()];
});
afterAll(() => github.close());
beforeEach(() => {
  count += 1;
  repository = github.repository(`octo/shop-${count}`);
});

const source = { ruleset_source_type: 'Repository', ruleset_source: 'octo/shop', ruleset_id: 1 } as const;
const review = (parameters: object = {}) => ({
  ...source,
  type: 'pull_request',
  parameters: {
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: true,
    require_last_push_approval: true,
    required_approving_review_count: 1,
    required_review_thread_resolution: false,
    ...parameters,
  },
});
const requires = (context: string, app?: number) => ({
  ...source,
  type: 'required_status_checks',
  parameters: {
    strict_required_status_checks_policy: false,
    required_status_checks: [{ context, ...(app === undefined ? {} : { integration_id: app }) }],
  },
});
const requiresWorkflow = (repositoryId: number) => ({
  ...source,
  type: 'workflows',
  parameters: { workflows: [{ path: '.github/workflows/gate.yml', repository_id: repositoryId }] },
});
const queue = {
  ...source,
  type: 'merge_queue',
  parameters: {
    check_response_timeout_minutes: 60,
    grouping_strategy: 'ALLGREEN',
    ...{ max_entries_to_build: 5, max_entries_to_merge: 5, merge_method: 'MERGE' },
    ...{ min_entries_to_merge: 1, min_entries_to_merge_wait_minutes: 5 },
  },
};

const workflow = (job = '', on = '{ pull_request: { types: [opened, synchronize, edited] }, merge_group: }') => `
on: ${on}
jobs:
  dependency-gate:
    runs-on: ubuntu-latest
${job}    steps:
      - uses: octo/lockgate@${'a'.repeat(40)}
`;
const owners = '* @octo/all\n/.github/ @octo/security\n';

interface Setting {
  readonly rules?: readonly object[];
  readonly workflow?: string;
  readonly owners?: string;
  readonly isProtected?: boolean;
}

function setUp({ rules = [], workflow: gate, owners: owning, isProtected = true }: Setting): void {
  const files = {
    'README.md': 'shop',
    ...(gate === undefined ? {} : { '.github/workflows/gate.yml': gate }),
    ...(owning === undefined ? {} : { '.github/CODEOWNERS': owning }),
  };
  const sha = repository.commit({ files, branch: 'main' });
  repository.branch('main', sha, { protected: isProtected });
  repository.rules = rules;
}

async function doctor(token = github.token, ...args: readonly string[]) {
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: token };
  const named = args.length === 0 ? [repository.fullName] : args;
  const ended = await runCli(['doctor', ...named, '--format', 'json'], { env });
  const { problems = [] } = (ended.stdout === '' ? {} : JSON.parse(ended.stdout)) as {
    problems?: { code: string; level: string }[];
  };
  return { ...ended, codes: problems.map(({ code }) => code) };
}

describe('nothing to say', () => {
  test('where an organisation requires the workflow from another repository', async () => {
    setUp({ rules: [requiresWorkflow(security.id), review(), queue] });
    expect(await doctor()).toMatchObject({ status: 0, codes: [] });
  });

  test('where the commit status of the gate is required instead of the job', async () => {
    const text = `${workflow('    permissions: { contents: read, statuses: write }\n')}        with: { status: true }\n`;
    setUp({ rules: [requires('lockgate', 4711), review()], workflow: text, owners });
    expect(await doctor()).toMatchObject({ status: 0, codes: [] });
  });

  test('where a dedicated App reports the check and code owners keep the gate', async () => {
    setUp({ rules: [requires('dependency-gate', 4711), review(), queue], workflow: workflow(), owners });
    expect(await doctor()).toMatchObject({ status: 0, codes: [] });
  });
});

describe('what lets a pull request past the gate', () => {
  test.each<[string, Setting, readonly string[]]>([
    ['no protection', { workflow: workflow(), isProtected: false }, ['branch-unprotected']],
    ['no gate at all', { rules: [review()], owners }, ['no-gate', 'workflow-editable']],
    [
      'a check that is not required, a workflow that anybody edits, nobody who owns it',
      { rules: [review()], workflow: workflow() },
      ['check-not-required', 'workflow-editable', 'owners-missing'],
    ],
    [
      "the workflow of the pull request's own repository, as the ruleset requires it",
      { rules: [review(), requires('dependency-gate', 15_368)], workflow: workflow(), owners },
      ['workflow-editable'],
    ],
    [
      'owners whose review is not required',
      {
        rules: [requires('dependency-gate', 4711), review({ require_code_owner_review: false })],
        workflow: workflow(),
        owners,
      },
      ['code-owner-review-off'],
    ],
    [
      'a job that can be skipped, on some paths only, and a queue that waits',
      {
        rules: [requires('dependency-gate', 4711), review(), queue],
        workflow: workflow("    if: github.actor != 'x'\n", '{ pull_request: { types: [edited], paths: [a] } }'),
        owners,
      },
      ['merge-group-missing', 'event-filtered', 'job-conditional'],
    ],
  ])('%s', async (_, setting, codes) => {
    setUp(setting);
    const examined = await doctor();
    expect(examined.codes).toEqual(codes);
    expect(examined.status).toBe(1);
  });
});

test('a job is known by its name, and what is only weak leaves the status at 0', async () => {
  setUp({
    rules: [
      requires('Gate', 4711),
      review({ dismiss_stale_reviews_on_push: false, require_last_push_approval: false }),
    ],
    workflow: workflow('    name: Gate\n', '[pull_request]').replace('a'.repeat(40), 'v1'),
    owners,
  });
  const weak = ['edited-missing', 'action-unpinned', 'stale-approvals-kept', 'last-push-unapproved'];
  expect(await doctor()).toMatchObject({ status: 0, codes: weak });
});

test('faults of CODEOWNERS are told, and so is a workflow that is no YAML', async () => {
  setUp({ rules: [requires('dependency-gate', 4711), review()], workflow: workflow(), owners });
  repository.commit({
    branch: 'main',
    files: { '.github/workflows/gate.yml': workflow(), '.github/workflows/b.yml': '{', '.github/CODEOWNERS': owners },
  });
  const fault = { line: 1, column: 1, kind: 'Unknown owner', source: '*', message: '', path: '.github/CODEOWNERS' };
  repository.ownersFaults = [fault];
  expect(await doctor()).toMatchObject({ status: 1, codes: ['owners-faulty', 'workflow-unreadable'] });
});

test('classic protection is read where the token may, and what it may not is unknown: no "all is well"', async () => {
  setUp({ rules: [requires('dependency-gate', 4711)], workflow: workflow(), owners });
  repository.classicProtection = {
    url: 'https://github.example/',
    required_pull_request_reviews: {
      url: 'https://github.example/',
      dismiss_stale_reviews: true,
      require_code_owner_reviews: true,
      require_last_push_approval: true,
    },
  };
  expect(await doctor()).toMatchObject({ status: 2, codes: ['untold'] });
  const admin = github.issueToken({ contents: 'read', pullRequests: 'none', administration: true });
  expect(await doctor(admin)).toMatchObject({ status: 0, codes: [] });
});

test('a workflow that only audits, comments or reruns is no gate, and has to be pinned all the same', async () => {
  setUp({ rules: [requires('dependency-gate', 4711), review()], workflow: workflow(), owners });
  const helper = (ref: string) =>
    `on: { schedule: [{ cron: '17 * * * *' }] }\njobs:\n  dependency-rerun:\n    if: true\n    steps:\n      - uses: octo/lockgate@${ref}\n`;
  const files = { '.github/workflows/gate.yml': workflow(), '.github/CODEOWNERS': owners };
  const commit = (ref: string) =>
    repository.commit({ branch: 'main', files: { ...files, '.github/workflows/rerun.yml': helper(ref) } });
  commit('b'.repeat(40));
  expect(await doctor()).toMatchObject({ status: 0, codes: [] });
  commit('v1');
  expect(await doctor()).toMatchObject({ status: 0, codes: ['action-unpinned'] });
  repository.commit({
    branch: 'main',
    files: { '.github/workflows/rerun.yml': helper('v1'), '.github/CODEOWNERS': owners },
  });
  expect((await doctor()).codes).toContain('event-missing');
});

describe('what only the platform can do', () => {
  const problemsOf = ({ stdout }: { readonly stdout: string }) =>
    (JSON.parse(stdout) as { problems: { code: string; message: string; fix: string }[] }).problems;
  const inOrder = [requires('dependency-gate', 4711), review()];

  test('a required workflow does not see a retarget: a merge queue has to judge again', async () => {
    setUp({ rules: [requiresWorkflow(security.id), review()] });
    expect(await doctor()).toMatchObject({ status: 0, codes: ['retarget-unseen'] });
  });

  test('a status that the gate is to set, and that no ruleset requires, is not what a merge waits for', async () => {
    const text = `${workflow('    permissions: { contents: read }\n')}        with: { status: true }\n`;
    setUp({ rules: inOrder, workflow: text, owners });
    expect(await doctor()).toMatchObject({
      status: 1,
      codes: ['check-not-required', 'workflow-editable', 'permission-missing'],
    });
  });

  test.each<[string, string, readonly string[]]>([
    ['without', '    permissions: { contents: read }\n', ['permission-missing']],
    ['with', '    permissions: { contents: read, pull-requests: read }\n', []],
    ['with all of', '    permissions: read-all\n', []],
    ['with the default', '', []],
  ])('a private repository %s `pull-requests: read`', async (_, permissions, codes) => {
    setUp({ rules: inOrder, workflow: workflow(permissions), owners });
    repository.isPrivate = true;
    expect((await doctor()).codes).toEqual(codes);
    repository.isPrivate = false;
    expect((await doctor()).codes).toEqual([]);
  });

  describe('an action is pinned', () => {
    const tagged = workflow().replace('a'.repeat(40), 'v1.2.3');
    const lock = (path: string, commit: string) =>
      `version: 'v0.0.2'\nworkflows:\n    '${path}': ['octo/lockgate@v1.2.3']\ndependencies:\n    'octo/lockgate@v1.2.3':\n        ref: v1.2.3\n        commit: '${commit}'\n`;
    const locked = (text: string) => {
      setUp({ rules: inOrder, workflow: tagged, owners });
      const files = { '.github/workflows/gate.yml': tagged, '.github/CODEOWNERS': owners };
      repository.commit({ branch: 'main', files: { ...files, '.github/workflows/actions.lock': text } });
    };
    const sha = `sha1-${'b'.repeat(40)}`;

    test.each<[string, string, readonly string[]]>([
      ["by GitHub's lockfile", lock('.github/workflows/gate.yml', sha), []],
      ['by none that is about another workflow', lock('.github/workflows/other.yml', sha), ['action-unpinned']],
      ['by none that names no commit', lock('.github/workflows/gate.yml', 'v1.2.3'), ['action-unpinned']],
      ['by none that is no YAML', '{', ['action-unpinned']],
    ])('%s', async (_, text, codes) => {
      locked(text);
      expect((await doctor()).codes).toEqual(codes);
    });

    test.each<[string, boolean | undefined, readonly string[]]>([
      ['by an immutable release', true, []],
      ['not by a release that can change', false, ['action-unpinned']],
      ['not by a tag without a release', undefined, ['action-unpinned']],
    ])('%s', async (_, immutable, codes) => {
      setUp({ rules: inOrder, workflow: tagged, owners });
      const action = github.repository('octo/lockgate');
      action.releases.clear();
      if (immutable !== undefined) action.releases.set('v1.2.3', immutable);
      expect((await doctor()).codes).toEqual(codes);
    });
  });

  describe('an Actions policy', () => {
    const admin = () => github.issueToken({ contents: 'read', pullRequests: 'none', administration: true });
    const allows = (events: readonly string[], more: object = {}) => [
      {
        ...{ id: 1, name: 'events', enforcement: 'active', ...more },
        rules: [{ type: 'restrict_action_events', parameters: { allowed_events: events } }],
      },
    ];

    test.each<[string, object[], readonly string[]]>([
      ['that does not allow an event of the gate', allows(['push', 'pull_request']), ['policy-stops-gate']],
      ['that allows them all', allows(['pull_request', 'merge_group', 'push']), []],
      ['that is only evaluated', allows(['push'], { enforcement: 'evaluate' }), []],
      [
        'about another workflow',
        allows(['push'], { conditions: { workflow_path: { include: ['.github/workflows/x.yml'], exclude: [] } } }),
        [],
      ],
      [
        'that limits who may start one',
        [{ id: 1, name: 'actors', enforcement: 'active', rules: [{ type: 'restrict_action_actors' }] }],
        ['policy-stops-gate'],
      ],
    ])('%s', async (_, policies, codes) => {
      setUp({ rules: inOrder, workflow: workflow(), owners });
      repository.actionsPolicies = policies as typeof repository.actionsPolicies;
      expect(await doctor(admin())).toMatchObject({ status: 0, codes });
      // Without administration rights GitHub does not say: it can only keep the gate from reporting.
      expect(await doctor()).toMatchObject({ status: 0, codes: [] });
    });
  });

  test('the policy that the workflow names has to have an owner, not the one that it does not use', async () => {
    const text = `${workflow()}        with: { policy: config/gate.yml }\n`;
    setUp({ rules: inOrder, workflow: text, owners: '/.github/ @octo/security\n' });
    const examined = await doctor();
    expect(examined.codes).toEqual(['owners-missing']);
    expect(problemsOf(examined)[0]?.message).toContain('no code owner for `config/gate.yml`:');
  });

  test('a policy of another repository needs no owner here, and its baselines are looked at', async () => {
    const policies = github.repository('acme/policies');
    policies.commit({ branch: 'main', files: { 'npm.yml': 'version: 1\nbaselines: [6.x]\n' } });
    const text = `${workflow()}        with: { policy: acme/policies/npm.yml@main }\n`;
    setUp({ rules: inOrder, workflow: text, owners });
    expect((await doctor()).codes).toEqual(['baseline-missing']);
  });

  describe('a workflow that installs what a pull request locks', () => {
    const gate = workflow();
    async function examine(ci: string) {
      setUp({ rules: inOrder, workflow: gate, owners });
      const files = { '.github/workflows/gate.yml': gate, '.github/CODEOWNERS': owners };
      repository.commit({ branch: 'main', files: { ...files, '.github/workflows/ci.yml': ci } });
      return doctor();
    }
    const ci = (run: string, job = '', top = 'on: pull_request\n') =>
      `${top}jobs:\n  test:\n    runs-on: ubuntu-latest\n${job}    steps:\n      - uses: actions/checkout@v6\n      - run: ${run}\n`;

    test('without waiting for the gate is named, with the secrets and permissions that its job has', async () => {
      const job =
        '    permissions: { contents: write, id-token: write, issues: read }\n    env: { A: "${{ secrets.NPM_TOKEN }}", B: "${{ secrets.GITHUB_TOKEN }}" }\n';
      const examined = await examine(ci('npm ci && npm test', job));
      expect(examined).toMatchObject({ status: 0, codes: ['installs-unjudged'] });
      expect(problemsOf(examined)[0]?.message).toBe(
        '`.github/workflows/ci.yml`, job `test`: it installs what a pull request locks (`npm ci`) without waiting for the gate, with the secrets `NPM_TOKEN` and a token that may write `contents`, `id-token`.',
      );
    });

    test.each<[string, string, string]>([
      ['pnpm install --frozen-lockfile', '', 'no secret and a token with the repository'],
      ['yarn', '    permissions: read-all\n', 'no secret and a token that can only read'],
      ['yarn install --immutable', '    permissions: write-all\n', 'a token that may write everything'],
      ['bun install', '    env: { ALL: "${{ toJSON(secrets) }}" }\n', 'every secret'],
      ['npm --prefix=web ci', '    env: { X: "${{ secrets[\'DEPLOY\'] }}" }\n', 'the secrets `DEPLOY`'],
    ])('by %s', async (run, job, says) => {
      const examined = await examine(ci(run, job));
      expect(examined.codes).toEqual(['installs-unjudged']);
      expect(problemsOf(examined)[0]?.message).toContain(says);
    });

    test('with the rights of the default branch says so', async () => {
      const examined = await examine(ci('npm ci', '', 'on: { pull_request_target: }\n'));
      expect(problemsOf(examined)[0]?.message).toContain('It runs on `pull_request_target`');
    });

    test('although the gate has failed does not wait for it', async () => {
      const jobs = `${gate}  test:\n    needs: [dependency-gate]\n    if: always()\n    steps: [{ run: npm ci }]\n`;
      setUp({ rules: inOrder, workflow: jobs, owners });
      expect((await doctor()).codes).toEqual(['installs-unjudged']);
    });

    test.each<[string, string]>([
      [
        'after the gate, at whatever remove',
        `${gate}  build: { needs: dependency-gate, steps: [] }\n  test:\n    needs: [build]\n    steps: [{ run: npm ci }]\n`,
      ],
    ])('%s: nothing to say', async (_, text) => {
      setUp({ rules: inOrder, workflow: text, owners });
      expect((await doctor()).codes).toEqual([]);
    });

    test.each<[string, string]>([
      ['on a push', ci('npm ci', '', 'on: push\n')],
      ['in a comment', ci('|\n          # npm ci\n          npm test')],
      ['a script of that name', ci('npm run install-hooks && yarn build && pnpm test')],
    ])('%s: nothing to say', async (_, text) => {
      expect((await examine(text)).codes).toEqual([]);
    });
  });
});

describe('branches beside the default one', () => {
  /** Everything else is in order. */
  function branches(policy: string | undefined, names: Readonly<Record<string, boolean>>): void {
    setUp({ rules: [requires('dependency-gate', 4711), review()], workflow: workflow(), owners });
    const files = { '.github/workflows/gate.yml': workflow(), '.github/CODEOWNERS': owners };
    const text = policy === undefined ? {} : { '.github/dependency-policy.yml': policy };
    const sha = repository.commit({ branch: 'main', files: { ...files, ...text } });
    for (const [name, isProtected] of Object.entries(names)) repository.branch(name, sha, { protected: isProtected });
  }

  test('that look like maintained lines are proposed as baselines, and no others', async () => {
    const lines = { '7.x': true, 'v4.2': true, 'release/2': true, '4-legacy': true, develop: true, next: true };
    const others = { 'fix/vite': false, 'renovate/next': false, 'gh-pages': true };
    branches(undefined, { ...lines, ...others });
    const { status, codes, stdout } = await doctor();
    expect([status, codes]).toEqual([0, ['baselines-undeclared']]);
    const [problem] = (JSON.parse(stdout) as { problems: { fix: string }[] }).problems;
    const line = 'baselines: ["7.x", "v4.2", "release/2", "4-legacy", "develop", "next"]';
    expect(problem?.fix).toContain(`\`${line}\``);
  });

  test('that the policy names, by pattern too, and that are protected: nothing to say', async () => {
    branches('version: 1\nbaselines: [7.x, "release/*"]\n', { '7.x': true, 'release/2': false });
    repository.rulesOf.set('7.x', [review()]);
    expect(await doctor()).toMatchObject({ status: 0, codes: [] });
  });

  test('that the policy names let a pull request past the gate where anybody may push or create them', async () => {
    branches('version: 1\nbaselines: [6.x, 7.x]\n', { '7.x': true });
    // Enough for GitHub to call it protected, and nothing that keeps a push away.
    repository.rulesOf.set('7.x', [
      { ...source, type: 'deletion' },
      { ...source, type: 'non_fast_forward' },
    ]);
    expect(await doctor()).toMatchObject({ status: 1, codes: ['baseline-missing', 'baseline-unprotected'] });
  });

  test('that GitHub does not list are unknown: no "all is well"', async () => {
    branches(undefined, {});
    github.fail('GET /repos/{owner}/{repo}/branches', { status: 403, message: 'Forbidden', times: 1 });
    expect(await doctor()).toMatchObject({ status: 2, codes: ['untold'] });
  });
});

describe('bad use is one line', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['no token', ['octo/shop'], {}, /GITHUB_TOKEN/],
    ['no repository', ['shop'], { GITHUB_TOKEN: 'x' }, /`shop` is not a repository; write OWNER\/NAME/],
    ['a format it does not write', ['octo/shop', '--format', 'markdown'], { GITHUB_TOKEN: 'x' }, /text or json/],
  ])('%s', async (_, args, env, says) => {
    const ended = await runCli(['doctor', ...args], { env });
    expect(ended).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(says) as unknown });
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a repository that GitHub does not give', async () => {
    const ended = await doctor(github.token, 'octo/elsewhere');
    expect(ended).toMatchObject({ status: 2, stdout: '' });
  });
});

test('the repository is that of the remote, and the text says what to do', async () => {
  setUp({ rules: [review()], workflow: workflow() });
  const local = gitRepository();
  git(local.folder, 'remote', 'add', 'origin', `git@github.example:${repository.fullName}.git`);
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token };
  const ended = await runCli(['doctor', '--repo', local.folder], { env });
  expect(ended.status).toBe(1);
  expect(ended.stdout).toContain('A pull request can get past the gate in 3 ways.');
  expect(ended.stdout).toContain('Require the check in the ruleset of the branch.');
});

test('the text says what requires the gate, and that who may bypass it is not known', async () => {
  setUp({ rules: [requires('dependency-gate', 4711), review()], workflow: workflow(), owners });
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token };
  const shown = async () => (await runCli(['doctor', repository.fullName], { env })).stdout;
  const required = 'Merging requires the check `dependency-gate` from the App with the id 4711';
  repository.rulesets.set(1, { name: 'main', bypass_actors: [] });
  const text = await shown();
  expect(text).toContain(`${required} (repository ruleset \`main\`); who may bypass it is not known.`);
  expect(text).toContain('cannot be merged, except by those who may bypass it.');
});

describe('what package managers and update bots keep out, beside the policy', () => {
  const cooldown = (days: number) =>
    `version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    cooldown: { default-days: ${days} }\n`;
  const limitsOf = async (files: Readonly<Record<string, string>>) => {
    repository.branch('main', repository.commit({ files, branch: 'main' }), { protected: true });
    repository.rules = [requiresWorkflow(security.id), review(), queue];
    const ended = await doctor();
    const { limits } = JSON.parse(ended.stdout) as {
      limits?: { rows: { who: string; waiting: string }[]; fixes: { file: string; lines: string[] }[] };
    };
    return { ...ended, limits };
  };

  test('is one table with the lines that make them agree, and changes no exit status', async () => {
    const { status, limits } = await limitsOf({
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'pnpm-workspace.yaml': 'minimumReleaseAge: 60\ntrustPolicy: no-downgrade\n',
      '.github/dependabot.yml': cooldown(1),
      '.github/dependency-policy.yml':
        'version: 1\nrules: { cooldown: { minimumReleaseAge: 48h }, new-package: off }\n',
    });
    expect(status).toBe(0);
    expect(limits?.rows.map(({ who, waiting }) => [who, waiting])).toEqual([
      ['policy', '2 days'],
      ['pnpm', '1 hour'],
      ['Dependabot', '1 day'],
    ]);
    expect(limits?.fixes.map(({ file, lines }) => [file, lines.at(-1)?.trim()])).toEqual([
      ['pnpm-workspace.yaml', 'minimumReleaseAge: 2880'],
      ['.github/dependabot.yml', 'default-days: 3'],
    ]);
    const shown = await runCli(['doctor', repository.fullName], {
      env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token },
    });
    expect(shown.stdout).toMatch(/^pnpm +1 hour/m);
    expect(shown.stdout).toContain('    minimumReleaseAge: 2880');
  });

  describe('of the local repository needs no token', () => {
    const local = () => {
      const own = gitRepository();
      git(own.folder, 'remote', 'add', 'origin', 'git@github.example:octo/here.git');
      own.write('pnpm-lock.yaml', "lockfileVersion: '9.0'\n");
      own.write('.github/dependabot.yml', cooldown(1));
      own.write(
        '.github/dependency-policy.yml',
        'version: 1\nrules: { cooldown: { minimumReleaseAge: 48h }, new-package: off }\n',
      );
      return own;
    };

    test.each([[[]], [['octo/here']]])('%j', async (named: readonly string[]) => {
      const ended = await runCli(['doctor', ...named, '--repo', local().folder]);
      expect(ended.status).toBe(2);
      expect(ended.stdout).toMatch(/^policy +2 days/m);
      expect(ended.stdout).toMatch(/^Dependabot +1 day/m);
      expect(ended.stderr).toMatch(/needs a token/);
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    });

    test('and says so where its policy cannot be read', async () => {
      const own = local();
      own.write('.github/dependency-policy.yml', 'nonsense: 1\n');
      const ended = await runCli(['doctor', '--repo', own.folder]);
      expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining('needs a token') as unknown });
      expect(ended.stdout).toContain('was not compared');
    });

    test.each([[['octo/elsewhere']], [['--format', 'json']]])('and is no answer to %j', async (args) => {
      const ended = await runCli(['doctor', ...args, '--repo', local().folder]);
      expect(ended).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('needs a token') as unknown,
      });
    });
  });

  test('is not compared with a policy that cannot be read', async () => {
    const { limits } = await limitsOf({ '.github/dependency-policy.yml': 'nonsense: 1\n' });
    expect(limits).toBeUndefined();
  });
});
