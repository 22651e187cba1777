import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';

import { ownersLines } from '../../src/init/plan.ts';
import { ownersOf, readOwners } from '../../src/platform/doctor/owners.ts';
import { repositoryRoot, runCli } from '../support/cli.ts';
import { loadPolicy } from '../support/load-policy.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';

/** This repository's own `.github/`, read by GitHub's workflow parser, by lockgate's policy reader and by `lockgate doctor`. */

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
const folder = '.github/workflows';
const workflows = readdirSync(join(repositoryRoot, folder)).map((name) => [name, read(join(folder, name))] as const);

const step = z.strictObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  'working-directory': z.string().optional(),
});
const workflowSchema = z.looseObject({
  name: z.string(),
  permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])),
  jobs: z.record(
    z.string(),
    z.looseObject({
      'timeout-minutes': z.int(),
      permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])).optional(),
      environment: z.string().optional(),
      needs: z.string().optional(),
      steps: z.array(step),
    }),
  ),
});
const written = (text: string) => workflowSchema.parse(parse(text));
const steps = workflows.flatMap(([name, text]) =>
  Object.values(written(text).jobs).flatMap((job) => job.steps.map((each) => [name, each] as const)),
);

describe.each(workflows)('%s', (name, text) => {
  test('is a workflow that GitHub takes', async () => {
    const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  test('runs on nothing that gives a stranger rights, and names its file', () => {
    expect(text).not.toMatch(/^ *pull_request_target\b|^ *issue_comment\b/m);
    expect(written(text).name).toBe(name.replace(/\.yml$/, ''));
  });

  test('puts no expression into a script', () => {
    const scripts = Object.values(written(text).jobs).flatMap((job) => job.steps.map(({ run = '' }) => run));
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

describe('actions', () => {
  test('of others are pinned by 40 hex, with the version behind it, one for each', () => {
    const versions = new Map<string, Set<string>>();
    for (const [name, text] of workflows) {
      for (const [line, uses = ''] of text.matchAll(/^ *(?:- )?uses: (\S+).*$/gm)) {
        if (uses === './') continue;
        const [, action = '', pinned = ''] =
          /uses: ([\w.-]+\/[\w.-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$/.exec(line) ?? [];
        expect([name, line, action]).toEqual([name, line, expect.stringMatching(/./)]);
        versions.set(action, (versions.get(action) ?? new Set()).add(pinned));
      }
    }
    expect([...versions.values()].filter(({ size }) => size !== 1)).toEqual([]);
    expect([...versions.keys()]).toContain('actions/checkout');
  });

  test('of this repository run as they are on the default branch', () => {
    for (const [name, text] of workflows) {
      for (const { steps: all } of Object.values(written(text).jobs)) {
        const at = all.findIndex(({ uses }) => uses === './');
        if (at < 0) continue;
        const checkouts = all.slice(0, at).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
        expect([name, all.length, checkouts.length]).toEqual([name, 2, 1]);
        // On a schedule the checkout is the default branch's anyway.
        const isScheduled = name === 'dependency-rerun.yml';
        const ref = isScheduled ? undefined : '${{ github.event.repository.default_branch }}';
        expect([name, checkouts[0]?.with?.['ref']]).toEqual([name, ref]);
      }
    }
  });

  test('that check out leave no token behind', () => {
    const checkouts = steps.filter(([, { uses }]) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter(([, each]) => each.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});

test('what a pull request locks is installed after a verdict', () => {
  // `lockgate doctor` does not see into `.ci/run`.
  expect(written(read(`${folder}/ci.yml`)).jobs['ci']?.needs).toBe('judged');
});

describe('rights', () => {
  /** Each job that may write anything, and what. */
  const writing = workflows.flatMap(([name, text]) => {
    const { permissions: all, jobs } = written(text);
    return Object.entries(jobs).flatMap(([job, { permissions = all }]) =>
      Object.entries(permissions).flatMap(([scope, right]) => (right === 'write' ? [`${name} ${job} ${scope}`] : [])),
    );
  });

  test('to write are those of five jobs', () => {
    expect(writing.sort()).toEqual([
      'dependency-gate-comment.yml dependency-gate-comment pull-requests',
      'dependency-rerun.yml dependency-rerun actions',
      'release.yml github contents',
      'release.yml publish attestations',
      'release.yml publish id-token',
    ]);
  });

  test('to publish are never beside code of a dependency', () => {
    const { build, publish, github } = written(read(`${folder}/release.yml`)).jobs;
    expect([publish?.environment, publish?.needs, github?.needs]).toEqual(['npm', 'build', 'publish']);
    expect(build?.permissions).toEqual({ contents: 'read' });
    const run = [publish, github].flatMap((job) => job?.steps.map((each) => each.run ?? '') ?? []).join('\n');
    const installs = run.split('\n').filter((line) => /\bnpm (?:ci|install|run|exec)\b|\bnpx\b/.test(line));
    expect(installs).toEqual(['npm ci --ignore-scripts --no-audit --no-fund --prefix scripts/release/npm']);
    expect(run).toContain('npm-cli.js stage publish');
  });

  test('the release calls scripts that are there, and tries none of them without a test', () => {
    const scripts = [...read(`${folder}/release.yml`).matchAll(/\bscripts\/[\w/]+\.mjs/g)].map(([path]) => path);
    const tested = ['scripts/release/check.mjs', 'scripts/rebuild.mjs', 'scripts/release/github.mjs'];
    expect(scripts.sort()).toEqual(tested.sort());
  });
});

test('the policy is strict, and has nothing that the linter speaks of', async () => {
  const text = read('.github/dependency-policy.yml');
  expect(parse(text)).toMatchObject({ version: 1, extends: 'strict' });
  expect(() => loadPolicy({ source: 'policy.yml', text })).not.toThrow();
  const { status, stdout } = await runCli(['policy', 'check', '.github/dependency-policy.yml'], {
    cwd: repositoryRoot,
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining('a valid policy without warnings')]);
});

test('the scripts that the policy lets run are those that the lockfile has', () => {
  const { rules } = z
    .looseObject({ rules: z.looseObject({ 'install-scripts': z.looseObject({ allow: z.array(z.string()) }) }) })
    .parse(parse(read('.github/dependency-policy.yml')));
  const { packages } = z
    .looseObject({ packages: z.record(z.string(), z.looseObject({ hasInstallScript: z.boolean().optional() })) })
    .parse(JSON.parse(read('package-lock.json')));
  const running = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript === true ? [path.replace(/^.*node_modules\//, '')] : [],
  );
  expect(rules['install-scripts'].allow).toEqual(running.sort());
});

test('CODEOWNERS has what `lockgate init` writes', () => {
  const lines = readOwners(read('.github/CODEOWNERS'));
  expect(ownersLines(['@OWNER'], (path) => ownersOf(lines, path).length > 0)).toEqual([]);
});

test('updates of every lockfile, and of the actions, wait at least a week', () => {
  const { updates } = z
    .looseObject({
      updates: z.array(
        z.looseObject({
          'package-ecosystem': z.string(),
          directory: z.string().optional(),
          directories: z.array(z.string()).optional(),
          cooldown: z.strictObject({ 'default-days': z.int().min(7) }),
        }),
      ),
    })
    .parse(parse(read('.github/dependabot.yml')));
  const of = (ecosystem: string) =>
    updates
      .filter((each) => each['package-ecosystem'] === ecosystem)
      .flatMap(({ directory, directories = [] }) => [...(directory === undefined ? [] : [directory]), ...directories]);
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    ...{ cwd: repositoryRoot, encoding: 'utf8' },
  });
  const lockfiles = tracked
    .split('\0')
    .filter((path) => path.endsWith('package-lock.json') && !/^(?:__tests__|examples)\//.test(path));
  const folders = lockfiles.map((path) => `/${dirname(path)}`.replace(/\/\.$/, '/'));
  expect(of('npm')).toEqual(folders.sort());
  expect(of('github-actions')).toEqual(['/']);
});

describe('forms', () => {
  const forms = ['false-alarm.yml', 'false-pass.yml'].map(
    (name) => [name, read(`.github/ISSUE_TEMPLATE/${name}`)] as const,
  );
  const form = z.strictObject({
    ...{ name: z.string(), description: z.string(), title: z.string(), labels: z.array(z.string()) },
    body: z.array(
      z.strictObject({
        type: z.enum(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']),
        id: z.string().optional(),
        attributes: z.looseObject({ label: z.string().optional() }),
        validations: z.strictObject({ required: z.boolean() }).optional(),
      }),
    ),
  });

  test.each(forms)('%s is a form of GitHub that asks for codes and digests', (_, text) => {
    const { body } = form.parse(parse(text));
    const ids = body.flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(body.filter(({ type, id }) => type !== 'markdown' && id === undefined)).toEqual([]);
    expect(text).toMatch(/names of private packages/);
  });

  test('a way past the gate goes to private reporting', () => {
    expect(read('.github/ISSUE_TEMPLATE/config.yml')).toContain('/security/advisories/new');
    expect(read('.github/ISSUE_TEMPLATE/false-pass.yml')).toContain('report it privately');
    expect(read('SECURITY.md')).toContain('Report a vulnerability');
  });
});

describe('lockgate doctor', () => {
  let github: LoopbackGitHub;
  beforeAll(async () => {
    github = await startGitHub();
  });
  afterAll(() => github.close());

  const source = { ruleset_source_type: 'Repository', ruleset_source: 'octo/lockgate', ruleset_id: 1 } as const;
  const review = {
    ...source,
    type: 'pull_request',
    parameters: {
      ...{ dismiss_stale_reviews_on_push: true, require_code_owner_review: true, require_last_push_approval: true },
      ...{ required_approving_review_count: 1, required_review_thread_resolution: false },
    },
  };
  const requiresCheck = (app: number) => ({
    ...source,
    type: 'required_status_checks',
    parameters: {
      strict_required_status_checks_policy: false,
      required_status_checks: [{ context: 'dependency-gate', integration_id: app }],
    },
  });

  async function problemsWith(name: string, rules: readonly object[]): Promise<readonly string[]> {
    const repository = github.repository(`octo/${name}`);
    const paths = execFileSync(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', '.github', 'action.yml'],
      {
        ...{ cwd: repositoryRoot, encoding: 'utf8' },
      },
    );
    const files = Object.fromEntries(
      paths
        .trim()
        .split('\n')
        .map((path) => [path, read(path)]),
    );
    repository.branch('main', repository.commit({ files, branch: 'main' }), { protected: true });
    repository.rules = rules;
    const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token };
    const { stdout } = await runCli(['doctor', repository.fullName, '--format', 'json'], { env });
    const { problems } = z
      .object({ problems: z.array(z.object({ code: z.string(), message: z.string() })) })
      .parse(JSON.parse(stdout));
    return problems.map(({ code, message }) => `${code}: ${message}`);
  }

  test('has nothing to say where a dedicated App reports the check', async () => {
    expect(await problemsWith('lockgate-app', [review, requiresCheck(4711)])).toEqual([]);
  });

  test('says of rules of the repository alone only what no file in it can mend', async () => {
    const problems = await problemsWith('lockgate-alone', [review, requiresCheck(15_368)]);
    expect(problems).toEqual([expect.stringMatching(/^workflow-editable: /)]);
  });
});
