import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runAction } from '../support/action-runner.ts';
import type { ActionRun } from '../support/action-runner.ts';
import type { Sides } from '../support/cli.ts';
import { mergeGroupEvent, pullRequestEvent, pushEvent } from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import type { Files } from '../support/github-objects.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** What a pull request tries against the gate itself, and what happens around a run. The bundled action, event by event. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let good: Sides;
let bad: Sides;

beforeEach(async () => {
  const publishedAt = new Date(Date.now() - 90 * 24 * 3_600_000).toISOString();
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { good: pkg({ '1.0.0': { publishedAt } }) } }),
  ]);
  repository = github.repository('octo/shop');
  good = adding(registry, 'good', { version: '1.0.0' });
  bad = adding(registry, 'ghost', { version: '1.0.0', resolved: null, integrity: integrityOf('ghost', '1.0.0') });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

/** The next commit of a branch; `main` is the protected one. */
function advance(files: Files, branch = 'main'): string {
  const sha = repository.commit({ files, branch });
  repository.branch(branch, sha, { protected: branch === 'main' });
  return sha;
}
const headOf = (files: Files, parent: string) => repository.commit({ files, parents: [parent] });
const propose = (base: Files, head: Files) => repository.pullRequest({ head: headOf(head, advance(base)) });

async function judge(event: RunnerEvent, more: Partial<ActionRun> = {}) {
  const inputs = { registry: registry.url, ...more.inputs };
  const { exitCode, stdout, files } = await runAction({ github, repository, event, ...more, inputs });
  const report = files['report'] === undefined ? undefined : parseReport(files['report']);
  const found = report?.findings.map(({ rule, codes }) => `${rule}: ${codes.join()}`) ?? [];
  return { exitCode, stdout, found, errors: report?.errors.map(({ code }) => code) ?? [], report };
}
const judgePull = (pull: PullRequest, more?: Partial<ActionRun>) => judge(pullRequestEvent(repository, pull), more);

describe('what a pull request changes of the gate is shown and not obeyed', () => {
  const policy = '.github/dependency-policy.yml';

  test('a policy that it loosens, and an approval of its own', async () => {
    const approval = '.github/dependency-approvals/ghost.json';
    const base = { ...bad.base, [policy]: 'version: 1\n' };
    const head = { ...bad.head, [policy]: 'version: 1\nmode: observe\n', [approval]: '{"decision":"approve"}' };
    const { exitCode, found, report } = await judgePull(propose(base, head));
    expect(exitCode).toBe(1);
    expect(found).toContain('existence: unknown-name');
    expect(found.filter((text) => text.startsWith('gate-config'))).toHaveLength(1);
    expect(found).toContain('approval-record: record-misplaced');
    expect(report?.findings.every(({ status }) => status === 'reported')).toBe(true);
  });

  test('a registry of its own is not asked', async () => {
    const evil = await startRegistry({ packages: { ghost: pkg({ '1.0.0': {} }) } });
    try {
      const head = { ...bad.head, '.npmrc': `registry=${evil.url}\n` };
      // npm's own settings of the runner say where packages come from.
      const env = { NPM_CONFIG_REGISTRY: registry.url };
      const { exitCode, found } = await judgePull(propose(bad.base, head), { inputs: { registry: '' }, env });
      expect(exitCode).toBe(1);
      expect(found).toContain('existence: unknown-name');
      expect(found.some((text) => text.startsWith('gate-config'))).toBe(true);
      expect(registry.requests.length).toBeGreaterThan(0);
      expect(evil.requests).toEqual([]);
    } finally {
      await evil.close();
    }
  });

  test('a policy that is a symbolic link is an error', async () => {
    const { exitCode, errors } = await judgePull(
      propose({ ...good.base, [policy]: { symlink: '/etc/passwd' } }, good.head),
    );
    expect([exitCode, errors]).toEqual([1, ['policy-invalid']]);
  });
});

describe('a policy that the workflow names', () => {
  const named = '.github/policies/dep.yml';
  const inputs = { policy: named };
  const strict = 'version: 1\nrules: { cooldown: { level: error, minimumReleaseAge: 30d } }\n';

  test('and that is nowhere is an error, not the preset', async () => {
    const files = { ...good.base, '.github/policies/deps.yml': strict };
    const { exitCode, errors, stdout } = await judgePull(propose(files, { ...files, ...good.head }), { inputs });
    expect([exitCode, errors]).toEqual([1, ['policy-unavailable']]);
    expect(stdout).toContain('.github/policies/dep.yml');
    expect(stdout).toContain('correct the input');
  });

  test('is missing only in the pull request that adds it: the preset applies, and one line says so', async () => {
    const { exitCode, report, stdout } = await judgePull(propose(good.base, { ...good.head, [named]: strict }), {
      inputs,
    });
    expect([exitCode, report?.policy.source]).toEqual([0, 'preset recommended']);
    expect(stdout.match(/is not on the default branch yet/gu)).toHaveLength(1);
  });

  test('and that the base branch has, but the default branch has not, is an error', async () => {
    const tip = advance(good.base);
    const base = repository.commit({ files: { ...good.base, [named]: strict }, parents: [tip], branch: '7.x' });
    const pull = repository.pullRequest({ base: '7.x', head: headOf({ ...good.head, [named]: strict }, base) });
    expect(await judgePull(pull, { inputs })).toMatchObject({ exitCode: 1, errors: ['policy-unavailable'] });
  });

  test('is judged by where the pull request deletes it', async () => {
    const { exitCode, report } = await judgePull(propose({ ...good.base, [named]: strict }, good.head), { inputs });
    expect([exitCode, report?.policy.source]).toEqual([0, named]);
  });
});

describe('where a pull request goes', () => {
  test('against a branch that already has it, then retargeted: red both times, and `edited` runs again', async () => {
    const tip = advance(bad.base);
    const next = repository.commit({ files: bad.head, parents: [tip], branch: 'next' });
    const head = headOf({ ...bad.head, 'README.md': 'more' }, next);
    const pull = repository.pullRequest({ base: 'next', head });
    const before = await judgePull(pull);
    expect([before.exitCode, before.found]).toEqual([1, ['lockfile: base-not-a-baseline']]);
    repository.retarget(pull, 'main');
    const after = await judge(pullRequestEvent(repository, pull, 'edited'));
    expect([after.exitCode, after.found]).toEqual([1, ['existence: unknown-name']]);
  });

  test('a base that moved on since the event: what the tip has already is not of this pull request', async () => {
    const old = advance(bad.base);
    const head = headOf({ ...bad.base, 'README.md': 'more' }, old);
    advance(bad.head);
    const pull = repository.pullRequest({ head, merged: { ...bad.head, 'README.md': 'more' } });
    const { exitCode, found } = await judge(pullRequestEvent(repository, { ...pull, base: old }));
    expect([exitCode, found]).toEqual([0, []]);
  });
});

describe('while a run is under way', () => {
  test('a head that is pushed over: judged is what the event names, and nothing is said on the newer one', async () => {
    const pull = propose(bad.base, bad.head);
    const event = pullRequestEvent(repository, pull);
    const judged = pull.head;
    // While the registry is asked, long after the pull request was read.
    registry.once(() => repository.push(pull, headOf(good.head, pull.base)));
    const inputs = { review: 'true', annotations: 'check', sarif: 'upload' };
    const token = github.issueToken({ checks: 'write', securityEvents: 'write' });
    const { exitCode, found, stdout } = await judge(event, { inputs, token });
    expect([exitCode, found]).toEqual([1, ['existence: unknown-name']]);
    expect(stdout).toMatch(
      /newer head or another base branch: its own run updates the comment[^]*newer head or another base branch: its own run updates the review/,
    );
    expect([pull.comments, pull.remarks, pull.reviews]).toEqual([[], [], []]);
    expect(repository.checks.map(({ head }) => head)).toEqual([judged]);
    expect(repository.analyses.map(({ commit }) => commit)).toEqual([event.sha]);
  });

  test('a retarget: what is found for the former base is not said on the pull request', async () => {
    const tip = advance(bad.base);
    repository.commit({ files: { ...bad.base, 'README.md': 'next' }, parents: [tip], branch: 'next' });
    const pull = repository.pullRequest({ head: headOf(bad.head, tip) });
    registry.once(() => repository.retarget(pull, 'next'));
    const { exitCode, found } = await judgePull(pull, { inputs: { review: 'true' } });
    expect([exitCode, found, pull.comments]).toEqual([1, ['existence: unknown-name'], []]);
    expect([pull.remarks, pull.reviews]).toEqual([[], []]);
  });

  test('a merge that is gone for conflicts: no verdict on something else', async () => {
    const pull = repository.pullRequest({ head: headOf(good.head, advance(good.base)), conflicts: true });
    const { exitCode, stdout } = await judgePull(pull);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('conflicts with `main`');
  });
});

describe('a run that does not come to its end', () => {
  /** Once the action has begun, which then waits for GitHub. */
  const inProcess = (code: string) => {
    const beside = `const clock = setInterval(() => { if (process.exitCode !== 1) return; clearInterval(clock); ${code} }, 5);`;
    return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(beside)}` };
  };
  test.each([
    ['throws where nobody catches', 'throw new Error("defect");', 1],
    ['rejects where nobody looks', 'Promise.reject(new Error("defect"));', 1],
    ['ends before its verdict', 'process.exit();', 1],
    ['is cancelled', 'process.kill(process.pid, "SIGTERM");', null],
  ])('and %s is no success, and says no verdict', async (_, code, status) => {
    const pull = propose(good.base, good.head);
    github.fail('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { behaviour: 'hang' });
    const event = pullRequestEvent(repository, pull);
    const { exitCode, outputs } = await runAction({ github, repository, event, env: inProcess(code) });
    expect([exitCode, outputs['verdict']]).toEqual([status, undefined]);
  });
});

describe('a merge queue', () => {
  test('two that are fine alone and bring in a third together: found in the group, and again where they land', async () => {
    const tip = advance(good.base);
    const one = repository.pullRequest({ head: headOf(good.head, tip) });
    const other = repository.pullRequest({ head: headOf({ ...good.base, 'README.md': 'b' }, tip) });
    for (const pull of [one, other]) expect((await judgePull(pull)).exitCode).toBe(0);
    const group = headOf({ ...bad.head, 'README.md': 'b' }, tip);
    expect(await judge(mergeGroupEvent(repository, tip, group))).toMatchObject({
      exitCode: 1,
      found: ['existence: unknown-name'],
    });
    repository.branch('main', group, { protected: true });
    const landed = pushEvent(repository, { ref: 'refs/heads/main', before: tip, after: group });
    expect(await judge(landed)).toMatchObject({ exitCode: 1, found: ['existence: unknown-name'] });
  });

  test('three, of which one is bad, fail as a group; the two others pass as one', async () => {
    const tip = advance(good.base);
    const first = headOf(good.head, tip);
    const second = headOf({ ...good.head, 'README.md': 'b' }, first);
    const lines = {
      'sub/package.json': bad.head['package.json'] ?? '',
      'sub/package-lock.json': bad.head['package-lock.json'] ?? '',
    };
    const third = headOf({ ...good.head, 'README.md': 'b', ...lines }, second);
    for (const head of [first, second, third]) repository.pullRequest({ head });
    expect((await judge(mergeGroupEvent(repository, tip, second))).exitCode).toBe(0);
    expect(await judge(mergeGroupEvent(repository, tip, third))).toMatchObject({
      exitCode: 1,
      found: ['existence: unknown-name'],
    });
    const written = github.requests.filter(({ method, body }) => method !== 'GET' && !isQuery(body));
    expect(written).toEqual([]);
  });
});

/** GraphQL is asked by POST too. */
const isQuery = (body: unknown): boolean => /^\s*query\b/.test(String((body as { query?: string } | undefined)?.query));

describe('GitHub Enterprise Server', () => {
  test('is asked below its own address, REST and GraphQL, and nowhere else', async () => {
    const pull = propose(bad.base, bad.head);
    const env = { GITHUB_API_URL: `${github.url}/api/v3` };
    const token = github.issueToken({ contents: 'write' });
    await judgePull(pull, { env, inputs: { review: 'true' }, token });
    registry.publish('ghost', pkg({ '1.0.0': { publishedAt: '2020-01-01T00:00:00.000Z' } }));
    await judgePull(pull, { env, inputs: { review: 'true' }, token });
    expect(pull.remarks.map(({ state }) => state)).toEqual(['resolved']);
    const roots = github.requests.map(({ path }) => /^\/api\/(?:v3\/repos|graphql$)/.exec(path)?.[0]);
    expect(new Set(roots)).toEqual(new Set(['/api/v3/repos', '/api/graphql']));
  });
});

describe('GitHub is slow to answer', () => {
  test('a secondary limit on a read is waited for, and the verdict is the same', async () => {
    github.fail('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
      ...{ status: 429, message: 'Too many requests', headers: { 'retry-after': '1' }, times: 1 },
    });
    expect(await judgePull(propose(bad.base, bad.head))).toMatchObject({
      exitCode: 1,
      found: ['existence: unknown-name'],
    });
  });

  test('a limit without an end on a read is an error, never a pass', async () => {
    github.fail('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { status: 403, headers: { 'retry-after': '3600' } });
    const { exitCode, stdout } = await judgePull(propose(good.base, good.head));
    expect(exitCode).toBe(1);
    expect(stdout).toContain('(repository-unavailable)');
  });
});
