import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { FleetRepository } from '../../../src/model/index.ts';
import { examine } from '../../../src/platform/doctor/examine.ts';
import { examineFleet } from '../../../src/platform/doctor/fleet.ts';
import { readGateWorkflows } from '../../../src/platform/doctor/gate-workflow.ts';
import { readInstallJobs } from '../../../src/platform/doctor/install-jobs.ts';
import { connect } from '../../../src/platform/github/api.ts';
import { codeOwners, requires, requiresWorkflow, review } from '../../support/github-rules.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../../support/loopback-github.ts';
import { startGitHub } from '../../support/loopback-github.ts';

/** Required gates whose step need not decide: `if`, `continue-on-error`, inputs, environment, what runs before it. */

const action = `octo/lockgate@${'a'.repeat(40)}`;
const checkout = `      - uses: actions/checkout@${'b'.repeat(40)}\n`;
const defaultBranch = `${checkout}        with: { ref: '\${{ github.event.repository.default_branch }}' }\n`;

interface Parts {
  readonly step?: string;
  readonly job?: string;
  readonly top?: string;
  readonly before?: string;
  readonly after?: string;
  readonly uses?: string;
}
const gate = ({ step = '', job = '', top = '', before = '', after = '', uses = action }: Parts) => `
on: { pull_request: { types: [opened, synchronize, edited] }, merge_group: }
${top}jobs:
  dependency-gate:
    ${job.includes('runs-on') ? '' : 'runs-on: ubuntu-latest\n    '}timeout-minutes: 15
${job}    steps:
${before}      - uses: ${uses}
${step}${after}`;
const given = (inputs: string) => ({ step: `        with: ${inputs}\n` });
const env = (variables: string) => ({ step: `        env: ${variables}\n` });

const open: readonly (readonly [string, Parts, string])[] = [
  ['a step that never runs', { step: '        if: false\n' }, 'job-conditional'],
  ['a step for some', { step: "        if: ${{ github.actor == 'mona' }}\n" }, 'job-conditional'],
  [
    'a label that skips it',
    { step: `        if: "!contains(github.event.pull_request.labels.*.name, 'skip')"\n` },
    'job-conditional',
  ],
  ['a step that may fail', { step: '        continue-on-error: true\n' }, 'job-conditional'],
  ['an expression that is true', { step: '        continue-on-error: ${{ true }}\n' }, 'job-conditional'],
  [
    'a title that lets it fail',
    { step: "        continue-on-error: ${{ contains(github.event.pull_request.title, 'x') }}\n" },
    'job-conditional',
  ],
  ['a job that may fail', { job: '    continue-on-error: true\n' }, 'job-conditional'],
  [
    "a policy in the pull request's text",
    given("{ policy: '${{ github.event.pull_request.body }}' }"),
    'input-proposed',
  ],
  ['a policy at its branch', given("{ Policy: 'octo/a/p.yml@${{ github.head_ref }}' }"), 'input-proposed'],
  ['a preset of its base', given("{ preset: '${{ github.base_ref }}' }"), 'input-proposed'],
  ['a registry of its title', given("{ registry: '${{ github[''event''].pull_request.title }}' }"), 'input-proposed'],
  ['an advisory source of its', given("{ osv: '${{ format(''}}{0}'', github.head_ref) }}' }"), 'input-proposed'],
  ['options of Node that load code', env("{ NODE_OPTIONS: '--require ./x.js' }"), 'environment-changing'],
  ['such options of the job', { job: "    env: { NODE_OPTIONS: '-r ./x.js' }\n" }, 'environment-changing'],
  ['of the workflow', { top: "env: { NODE_OPTIONS: '--import=./x.mjs' }\n" }, 'environment-changing'],
  [
    'of the container',
    { job: "    container: { image: node, env: { NODE_OPTIONS: '--import=./x.mjs' } }\n" },
    'environment-changing',
  ],
  ['no certificate checked', env("{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }"), 'environment-changing'],
  ['a library that it names', env("{ LD_PRELOAD: '${{ github.event.number }}.so' }"), 'environment-changing'],
  ['an install of what it locks', { before: `${checkout}      - run: npm ci\n` }, 'runs-before-gate'],
  ['a script that writes the environment', { before: '      - run: echo A=b >> $GITHUB_ENV\n' }, 'runs-before-gate'],
  [
    'a script with its title',
    { before: '      - run: echo ${{ github.event.pull_request.title }}\n' },
    'runs-before-gate',
  ],
  ['an action of its own', { before: `${checkout}      - uses: ./.github/actions/a\n` }, 'runs-before-gate'],
  ['an action that is checked out', { before: defaultBranch, uses: './' }, 'action-checked-out'],
  ['a runner that it names', { job: "    runs-on: '${{ github.event.pull_request.title }}'\n" }, 'runner-proposed'],
  ['an image that it names', { job: "    container: 'octo/a:${{ github.head_ref }}'\n" }, 'runner-proposed'],
];

const unknown: readonly (readonly [string, Parts, string])[] = [
  ['a condition on a variable', { step: "        if: vars.GATE == 'on'\n" }, 'job-conditional'],
  ['a failure that a variable hides', { step: '        continue-on-error: ${{ vars.SOFT }}\n' }, 'job-conditional'],
  ['a policy of another step', given("{ policy: '${{ steps.a.outputs.b }}' }"), 'input-proposed'],
  ['inputs that are not written out', given("'${{ fromJSON(vars.A) }}-${{ env.B }}'"), 'input-proposed'],
  ['options of Node in a variable', env("{ NODE_OPTIONS: '${{ vars.A }}' }"), 'environment-changing'],
  ['a library', env('{ LD_PRELOAD: /opt/a.so }'), 'environment-changing'],
  ['a script', { before: '      - run: ./prepare\n' }, 'runs-before-gate'],
  ['an action beside what it holds', { before: `${checkout}      - uses: pnpm/action-setup@v4\n` }, 'runs-before-gate'],
];

const fine: readonly (readonly [string, Parts])[] = [
  ['plain', {}],
  ['a step that always runs', { step: '        if: always()\n        continue-on-error: false\n' }],
  ["the operator's policy", given("{ policy: 'octo/a/${{ vars.FILE }}@main', registry: 'https://npm.example/' }")],
  ['inputs that decide nothing', given("{ github-token: '${{ steps.app.outputs.token }}', comment: false }")],
  ['options that only tune', env("{ NODE_OPTIONS: '--max-old-space-size=8192', NODE_EXTRA_CA_CERTS: /a.pem }")],
  ['a token of a registry', env("{ ACME_TOKEN: '${{ secrets.ACME_TOKEN }}' }")],
  ['a checkout', { before: checkout }],
  ['a token of an App', { before: `      - uses: actions/create-github-app-token@${'c'.repeat(40)}\n` }],
  ['scripts after it', { after: `${checkout}      - run: npm test\n` }],
  ['a runner of a variable', { job: "    runs-on: '${{ vars.RUNNER }}'\n" }],
  ['waiting', { job: '    environment: gate\n    concurrency: { group: a, cancel-in-progress: true }\n' }],
  ['two steps, one of which decides', { step: '        if: vars.A\n', after: `      - uses: ${action}\n` }],
];

let github: LoopbackGitHub;
let lines: readonly FleetRepository[];

beforeAll(async () => {
  github = await startGitHub();
  github.organisation('octo').rulesets.set(77, { name: 'gate', bypass_actors: [] });
  const all = [...open, ...unknown, ...fine].map(([what, parts]) => [slug(what), gate(parts)] as const);
  const home = add('security', Object.fromEntries(all.map(([name, text]) => [`.github/workflows/${name}.yml`, text])), [
    review,
  ]);
  for (const [name] of all) {
    const rule = requiresWorkflow(home.id);
    const workflows = [{ path: `.github/workflows/${name}.yml`, repository_id: home.id }];
    add(name, { 'package-lock.json': '{}' }, [{ ...rule, parameters: { workflows } }, review]);
  }
  lines = await fleet();
});
afterAll(() => github.close());

const slug = (what: string) => what.replaceAll(/[^a-z]+/giu, '-');

describe.each([
  ['open', open],
  ['unknown', unknown],
] as const)('%s is a gate with', (state, cases) => {
  const level = state === 'open' ? 'error' : 'unknown';

  test.each(cases)('%s', (what, _, code) => {
    const { problems, ...line } = of(slug(what));
    expect([line.state, problems.map((each) => `${each.code} ${each.level}`)]).toEqual([
      state,
      expect.arrayContaining([`${code} ${level}`]),
    ]);
  });
});

test.each(fine)('protected is a gate with %s', (what) => {
  const { state, problems } = of(slug(what));
  expect([state, problems.map(({ code }) => code)]).toEqual(['protected', ['retarget-unseen']]);
});

function add(name: string, files: Readonly<Record<string, string>>, rules: readonly object[]): LoopbackRepository {
  const repository = github.repository(`octo/${name}`);
  repository.branch('main', repository.commit({ files, branch: 'main' }), { protected: true });
  repository.rules = rules;
  return repository;
}

async function fleet(): Promise<readonly FleetRepository[]> {
  const token = github.issueToken({ administration: true, owner: true });
  return (await examineFleet(await connect({ apiUrl: github.url, token }), 'octo', () => undefined)).repositories;
}

function of(name: string): FleetRepository {
  const found = lines.find(({ repository }) => repository === `octo/${name}`);
  if (found === undefined) throw new Error(`no octo/${name}`);
  return found;
}

const examinedAlone = async (name: string) =>
  examine(await connect({ apiUrl: github.url, token: github.token }), 'octo', name);
const codesOf = ({ problems }: Pick<FleetRepository, 'problems'>) => problems.map(({ code }) => code);

describe("a repository's own workflow", () => {
  const own = (name: string, workflow: string) => {
    const manifest = name === 'action' ? { 'action.yml': 'name: lockgate\n' } : {};
    const files = {
      ...manifest,
      'package-lock.json': '{}',
      '.github/CODEOWNERS': codeOwners,
      '.github/workflows/gate.yml': workflow,
    };
    add(name, files, [requires('dependency-gate', 4711), review]);
    return examinedAlone(name);
  };

  test('is read the same way', async () => {
    const { problems } = await own('own', gate({ step: '        if: false\n' }));
    expect(codesOf({ problems })).toEqual(['job-conditional']);
    expect(problems[0]?.message).toContain('`if` of the step can skip it or hide that it failed.');
  });

  test('may use `./` in the repository of the action, at its default branch', async () => {
    expect(codesOf(await own('action', gate({ before: defaultBranch, uses: './' })))).toEqual([]);
  });

  test.each([
    ['at what the pull request makes of it', 'action', checkout],
    ['at the base that it names', 'action', `${checkout}        with: { ref: '\${{ github.base_ref }}' }\n`],
    ['in another repository', 'own', defaultBranch],
  ])('may not use `./` %s', async (_, name, before) => {
    expect(codesOf(await own(name, gate({ before, uses: './' })))).toEqual(['action-checked-out']);
  });

  test('with the preset audit is weak', async () => {
    const { problems } = await own('own', gate(given('{ preset: audit }')));
    expect(problems.map(({ code, level }) => [code, level])).toEqual([['preset-audit', 'warn']]);
  });

  test('on a runner of its own is weak', async () => {
    const { problems } = await own('own', gate({ job: '    runs-on: [self-hosted, linux]\n' }));
    expect(problems.map(({ code, level }) => [code, level])).toEqual([['runner-shared', 'warn']]);
  });
});

describe('a required workflow that installs before the verdict', () => {
  test('is listed', () => {
    const { installs, problems } = of(slug('an install of what it locks'));
    const workflow = 'octo/security/.github/workflows/an-install-of-what-it-locks.yml';
    expect(installs).toEqual([expect.objectContaining({ workflow, job: 'dependency-gate', command: 'npm ci' })]);
    expect(codesOf({ problems })).toContain('installs-unjudged');
  });

  const found = (text: string) => readInstallJobs('gate.yml', text).map(({ job }) => job);
  const waiting = '  test: { needs: dependency-gate, steps: [{ run: npm ci }] }\n';

  test('does so where the step that it waits for need not decide', () => {
    expect(found(`${gate({})}${waiting}`)).toEqual([]);
    expect(found(`${gate({ step: '        if: false\n' })}${waiting}`)).toEqual(['test']);
  });

  test('does not so after the gate in its job', () => {
    expect(found(gate({ after: '      - run: npm ci\n' }))).toEqual([]);
    expect(found(gate({ after: '      - { run: npm ci, if: always() }\n' }))).toEqual(['dependency-gate']);
  });
});

test('an expression without an end, or longer than any that somebody writes, is not read', () => {
  for (const policy of ["${{ 'a", `\${{ ${'vars.A || '.repeat(5_000)}vars.A }}`, '${{'.repeat(100_000)]) {
    const [found] = readGateWorkflows('gate.yml', gate(given(JSON.stringify({ policy })))) ?? [];
    expect(found?.doubts).toEqual([{ kind: 'input', level: 'unknown', what: 'policy', isOfStep: false }]);
  }
});

test('a workflow that holds itself is not read', () => {
  expect(readGateWorkflows('gate.yml', gate({ job: '    container: &a [*a]\n' }))).toBeUndefined();
});
