import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runAction } from '../support/action-runner.ts';
import type { ActionRun } from '../support/action-runner.ts';
import type { Sides } from '../support/cli.ts';
import { mergeGroupEvent, pullRequestEvent } from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import type { Files } from '../support/github-objects.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../support/loopback-github.ts';
import { secondaryLimit, startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { Side } from '../support/pull-request.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** A verdict belongs to a head, and trust to the default branch. The bundled action, event by event. */

const policy = '.github/dependency-policy.yml';
const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
/** A project that adds a package of that kind. */
let ghost: Sides;
let young: Sides;

beforeEach(async () => {
  const established = { '0.9.0': { publishedAt: ago(9000) } };
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({
      packages: {
        good: pkg({ '1.0.0': { publishedAt: ago(9000) }, '1.0.1': { publishedAt: ago(8000) } }),
        young: pkg({ ...established, '1.0.0': { publishedAt: ago(1) } }),
      },
    }),
  ]);
  repository = github.repository('octo/shop');
  ghost = adding(registry, 'ghost', { version: '1.0.0', resolved: null, integrity: integrityOf('ghost', '1.0.0') });
  young = adding(registry, 'young', { version: '1.0.0' });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

/** The default branch's next commit. */
function main(files: Files): string {
  const sha = repository.commit({ files, branch: 'main' });
  repository.branch('main', sha, { protected: true });
  return sha;
}
const on = (parent: string, files: Files) => repository.commit({ files, parents: [parent] });
/** A branch that somebody has pushed; a ruleset for all branches makes it `protected`. */
function pushed(name: string, sha: string): string {
  repository.branch(name, sha, { protected: true });
  return sha;
}

async function act(event: RunnerEvent, more: Partial<ActionRun> = {}) {
  const inputs = { registry: registry.url, ...more.inputs };
  const { exitCode, stdout, files, outputs } = await runAction({ github, repository, event, ...more, inputs });
  const report = files['report'] === undefined ? undefined : parseReport(files['report']);
  const found = report?.findings.map(({ codes, level, floor }) => `${codes.join()} ${floor ? 'floor' : level}`) ?? [];
  return { exitCode, stdout, found, report, verdict: outputs['verdict'] };
}
const judge = (pull: PullRequest, more?: Partial<ActionRun>) => act(pullRequestEvent(repository, pull), more);

describe('a branch that a proposer has pushed is no base to trust, although a ruleset makes it protected', () => {
  test('not its policy, which would only observe', async () => {
    const tip = main(young.base);
    pushed('helper', on(tip, { ...young.base, [policy]: 'version: 1\nmode: observe\n' }));
    const head = on(tip, young.head);
    expect(await judge(repository.pullRequest({ head, base: 'helper' }))).toMatchObject({ exitCode: 1 });
  });

  test('not its lockfile, which has the harm already', async () => {
    const tip = main(ghost.base);
    const helper = pushed('helper', on(tip, ghost.head));
    const head = on(helper, { ...ghost.head, 'README.md': 'more' });
    const { exitCode, found, report } = await judge(repository.pullRequest({ head, base: 'helper' }));
    expect([exitCode, found]).toEqual([1, ['base-not-a-baseline floor']]);
    expect(report?.findings[0]?.message).toContain('1 finding: `ghost@1.0.0` (`existence`)');
    expect(report?.findings[0]?.remediation).toContain('add `baselines: ["helper"]`');
  });

  test("not its registry, to which it would send a token of the job's environment", async () => {
    const evil = await startRegistry({ packages: { young: pkg({ '1.0.0': { publishedAt: ago(9000) } }) } });
    try {
      const tip = main(young.base);
      const { host } = new URL(evil.url);
      const npmrc = `registry=${evil.url}\n//${host}/:_authToken=\${INPUT_GITHUB-TOKEN}\n`;
      const own = `version: 1\nregistries: [{ url: '${evil.url}/', tokenEnv: ACME_NPM_TOKEN }]\n`;
      const helper = pushed('helper', on(tip, { ...young.base, '.npmrc': npmrc, [policy]: own }));
      const head = on(helper, { ...young.head, '.npmrc': npmrc, [policy]: own });
      const env = { NPM_CONFIG_REGISTRY: registry.url, ACME_NPM_TOKEN: 's3cret' };
      const { exitCode } = await judge(repository.pullRequest({ head, base: 'helper' }), {
        ...{ inputs: { registry: '' }, env },
      });
      expect(exitCode).toBe(1);
      expect(evil.requests).toEqual([]);
    } finally {
      await evil.close();
    }
  });

  test("the job's token is sent to no host that the default branch's own settings name either", async () => {
    const { host } = new URL(registry.url);
    const tip = main({ ...young.base, '.npmrc': `//${host}/:_authToken=\${INPUT_GITHUB-TOKEN}\n` });
    await judge(repository.pullRequest({ head: on(tip, { ...young.head, '.npmrc': '' }) }));
    expect(registry.requests.length).toBeGreaterThan(0);
    expect(registry.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });
});

describe('a decoy: the same head where it is clean', () => {
  test('in a base that takes the harm back, whichever is judged last', async () => {
    const tip = main(ghost.base);
    const first = on(tip, ghost.head);
    const head = on(first, { ...ghost.head, 'README.md': 'x' });
    pushed('helper', on(first, ghost.base));
    const [real, decoy] = [repository.pullRequest({ head }), repository.pullRequest({ head, base: 'helper' })];
    expect(await judge(real)).toMatchObject({ exitCode: 1, found: ['unknown-name floor'] });
    expect(await judge(decoy)).toMatchObject({ exitCode: 1, found: ['base-not-a-baseline floor'] });
    real.state = 'closed';
    expect(await judge(decoy)).toMatchObject({ exitCode: 1, found: ['base-not-a-baseline floor'] });
  });

  test('in a declared baseline that locks the harm already', async () => {
    const tip = main({ ...ghost.base, [policy]: 'version: 1\nbaselines: [release/2]\n' });
    const release = repository.commit({ files: ghost.head, parents: [tip], branch: 'release/2' });
    const head = on(release, { ...ghost.head, 'README.md': 'x' });
    const decoy = repository.pullRequest({ head, base: 'release/2' });
    expect(await judge(decoy)).toMatchObject({ exitCode: 0, found: [] });
    const real = repository.pullRequest({ head, merged: { ...ghost.head, 'README.md': 'x' } });
    const { exitCode, found, report } = await judge(decoy);
    expect([exitCode, found]).toEqual([1, ['same-head-blocked floor']]);
    expect(report?.findings[0]?.message).toContain(`also proposed into \`main\` (#${real.number})`);
  });

  test('is as bad as what it hides: an error of the policy, an error; a warning, a warning', async () => {
    const rules = (text: string) => ({ [policy]: `version: 1\nrules: ${text}\n` });
    for (const [text, level, exitCode] of [
      ['{ cooldown: error, lockfile: warn }', 'error', 1],
      ['{ cooldown: error, lockfile: off }', 'error', 1],
      ['{ cooldown: warn, new-package: warn }', 'warn', 0],
      ['{ cooldown: note, new-package: note }', undefined, 0],
    ] as const) {
      const tip = main({ ...young.base, ...rules(text) });
      const helper = pushed('helper', on(tip, { ...young.head, ...rules(text) }));
      const head = on(helper, { ...young.head, ...rules(text), 'README.md': 'x' });
      const outcome = await judge(repository.pullRequest({ head, base: 'helper' }));
      const found = level === undefined ? [] : [`base-not-a-baseline ${level}`];
      expect([outcome.exitCode, outcome.found]).toEqual([exitCode, found]);
    }
  });

  test('that cannot be read against the default branch is an error', async () => {
    const tip = main(ghost.base);
    const helper = pushed('helper', on(tip, { ...ghost.base, 'package-lock.json': '{' }));
    const head = on(helper, { ...ghost.base, 'package-lock.json': '{', 'README.md': 'x' });
    const { exitCode, verdict, report } = await judge(repository.pullRequest({ head, base: 'helper' }));
    expect([exitCode, verdict]).toEqual([1, 'error']);
    expect(report?.errors[0]?.message).toContain('compared with `main`: ');
  });
});

describe('row 37 of what must pass quietly', () => {
  const many = Array.from({ length: 12 }, (_, at) => `ghost-${at}`);
  const side = (good: string): Side => ({
    dependencies: { good: '*', ...Object.fromEntries(many.map((name) => [name, '*'])) },
    packages: {
      'node_modules/good': { version: good },
      ...Object.fromEntries(
        many.map((name) => [
          `node_modules/${name}`,
          { version: '1.0.0', resolved: null, integrity: integrityOf(name, '1.0.0') },
        ]),
      ),
    },
  });
  /** A maintenance branch with packages that the default branch never had, and a bump there. */
  function bump(declared: string) {
    const files = { [policy]: `version: 1\n${declared}` };
    const tip = main({ ...ghost.base, ...files });
    const { base, head } = pullRequest(registry, side('1.0.0'), side('1.0.1'));
    const seven = on(tip, { ...base, ...files });
    repository.branch('7.x', seven);
    return repository.pullRequest({ head: on(seven, { ...head, ...files }), base: '7.x' });
  }

  test('maintenance branch `7.x` listed in `baselines`: a bump there judges one package', async () => {
    const { exitCode, found, report, verdict } = await judge(bump('baselines: [7.x]\n'));
    expect([exitCode, verdict, found]).toEqual([0, 'pass', []]);
    expect(report?.changes.map(({ name, version }) => `${name}@${version}`)).toEqual(['good@1.0.1']);
  });

  test('not listed: one finding, with the count, the five worst and the line that declares the branch', async () => {
    const { exitCode, found, report } = await judge(bump(''));
    expect([exitCode, found]).toEqual([1, ['base-not-a-baseline floor']]);
    const [finding] = report?.findings ?? [];
    expect(finding?.message).toMatch(
      /12 findings: (?:`ghost-\d+@1\.0\.0` \(`existence`\), ){4}`ghost-\d+@1\.0\.0` \(`existence`\) and 7 more/,
    );
    expect(finding?.remediation).toContain('add `baselines: ["7.x"]` to `.github/dependency-policy.yml` on `main`');
  });

  test('where the default branch has it all as well, nothing is said of a branch that is not listed', async () => {
    const tip = main(pullRequest(registry, side('1.0.0'), {}).base);
    const { base, head } = pullRequest(registry, side('1.0.0'), side('1.0.1'));
    const feature = on(tip, { ...base, 'README.md': 'x' });
    repository.branch('feature', feature);
    const pull = repository.pullRequest({ head: on(feature, { ...head, 'README.md': 'x' }), base: 'feature' });
    expect(await judge(pull)).toMatchObject({ exitCode: 0, found: [] });
  });

  test('a stacked pull request is told what it is stacked on', async () => {
    const tip = main(ghost.base);
    const part = pushed('part-1', on(tip, ghost.head));
    const first = repository.pullRequest({ head: part, headRef: 'part-1' });
    const second = repository.pullRequest({ head: on(part, { ...ghost.head, 'README.md': 'x' }), base: 'part-1' });
    const { report } = await judge(second);
    expect(report?.findings[0]?.message).toContain(`\`part-1\` is the head of #${first.number}.`);
    expect(report?.findings[0]?.remediation).toContain(`Merge #${first.number} first`);
  });
});

describe('a run that starts again', () => {
  test('after a retarget judges the base of now, and does not turn the comment green', async () => {
    const tip = main({ ...ghost.base, [policy]: 'version: 1\nbaselines: [release]\n' });
    const release = repository.commit({
      files: { ...ghost.head, [policy]: 'version: 1\nbaselines: [release]\n' },
      parents: [tip],
      branch: 'release',
    });
    const files = { ...ghost.head, [policy]: 'version: 1\nbaselines: [release]\n', 'README.md': 'x' };
    const pull = repository.pullRequest({ head: on(release, files), base: 'release' });
    const first = pullRequestEvent(repository, pull);
    expect(await act(first)).toMatchObject({ exitCode: 0, found: [] });
    repository.retarget(pull, 'main', { computing: 1 });
    expect(await act(pullRequestEvent(repository, pull, 'edited'))).toMatchObject({ exitCode: 1 });
    const [comment] = pull.comments.map(({ body }) => body);
    expect(await act(first, { env: { GITHUB_RUN_ATTEMPT: '2' } })).toMatchObject({
      ...{ exitCode: 1, found: ['unknown-name floor'] },
    });
    expect(pull.comments.map(({ body }) => body)).toEqual([comment]);
  });

  test('for a head that is gone ends as superseded, without a word on the pull request', async () => {
    const tip = main(ghost.base);
    const pull = repository.pullRequest({ head: on(tip, ghost.base) });
    const event = pullRequestEvent(repository, pull);
    repository.push(pull, on(pull.head, ghost.head));
    const { exitCode, verdict, stdout, report } = await act(event);
    expect([exitCode, verdict, report]).toEqual([1, 'error', undefined]);
    expect(stdout).toContain('Superseded: pull request #1 has a newer head');
    expect(pull.comments).toEqual([]);
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('a run that is the last to end', () => {
  /** Clean where it goes, and the registry is asked: in the middle of the run something happens. */
  async function during(happen: (pull: PullRequest) => void) {
    const files = { [policy]: 'version: 1\nbaselines: [release]\n' };
    const tip = main({ ...ghost.base, ...files });
    const good = adding(registry, 'good', { version: '1.0.0' });
    const release = repository.commit({ files: { ...good.base, ...files }, parents: [tip], branch: 'release' });
    const head = on(release, { ...good.head, ...files });
    const pull = repository.pullRequest({ head, base: 'release' });
    registry.once(() => happen(pull));
    return { pull, ...(await judge(pull)) };
  }

  test('passes if nothing has happened meanwhile', async () => {
    expect(await during(() => {})).toMatchObject({ exitCode: 0, verdict: 'pass' });
  });

  test.each<[string, (pull: PullRequest) => void]>([
    ['was retargeted', (pull) => repository.retarget(pull, 'main')],
    ['got a second pull request of the same commit', ({ head }) => void repository.pullRequest({ head })],
  ])('is not green on a pull request that %s while it was under way', async (_, happen) => {
    const { exitCode, verdict, stdout, pull } = await during(happen);
    expect([exitCode, verdict]).toEqual([1, 'error']);
    expect(stdout).toContain('Superseded: while this run was under way');
    expect(pull.comments).toEqual([]);
  });
});

test('a run whose comment had to wait for GitHub is not green on what was retargeted meanwhile', async () => {
  const tip = main({ ...ghost.base, [policy]: 'version: 1\nbaselines: [release]\n' });
  const files = { ...ghost.head, [policy]: 'version: 1\nbaselines: [release]\n' };
  const release = repository.commit({ files, parents: [tip], branch: 'release' });
  const pull = repository.pullRequest({ head: on(release, { ...files, 'README.md': 'x' }), base: 'release' });
  const comments = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  github.fail(comments, { ...secondaryLimit('6'), times: 1 });
  const ended = judge(pull);
  while (!github.requests.some(({ route }) => route === comments)) await new Promise((go) => setTimeout(go, 20));
  repository.retarget(pull, 'main');
  expect(await ended).toMatchObject({ exitCode: 1, verdict: 'error' });
});

describe('a merge queue', () => {
  const queued = (number: number, base: string, at: string) =>
    repository.branch(`gh-readonly-queue/main/pr-${number}-${base}`, at);
  function group(number: number, base: string, head: string): RunnerEvent {
    queued(number, base, head);
    const event = mergeGroupEvent(repository, base, head);
    const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`;
    (event.payload as { merge_group: { head_ref: string } }).merge_group.head_ref = ref;
    return event;
  }

  test('does not take its policy from an entry in front, which has not landed', async () => {
    const tip = main(young.base);
    const first = on(tip, { ...young.base, [policy]: 'version: 1\nmode: observe\n' });
    queued(1, tip, first);
    const second = on(first, { ...young.head, [policy]: 'version: 1\nmode: observe\n' });
    for (const head of [first, second]) repository.pullRequest({ head });
    expect(await act(group(2, first, second))).toMatchObject({ exitCode: 1, verdict: 'fail' });
  });

  test('says of each finding which entry it comes with, with one verdict for the group', async () => {
    const entry = (names: readonly string[]): Files =>
      pullRequest(
        registry,
        {},
        {
          dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
          packages: Object.fromEntries(
            names.map((name) => [
              `node_modules/${name}`,
              { version: '1.0.0', resolved: null, integrity: integrityOf(name, '1.0.0') },
            ]),
          ),
        },
      ).head;
    const tip = main(ghost.base);
    const first = on(tip, entry(['ghost-a']));
    const second = on(first, entry(['ghost-a', 'ghost-b']));
    const third = on(second, entry(['ghost-a', 'ghost-b', 'ghost-c']));
    queued(11, tip, first);
    queued(12, first, second);
    const { exitCode, report } = await act(group(13, second, third));
    expect(exitCode).toBe(1);
    expect(report?.findings.map(({ name, queueEntry }) => [name, queueEntry])).toEqual([
      ['ghost-a', { pull: 11, ahead: true }],
      ['ghost-b', { pull: 12, ahead: true }],
      ['ghost-c', { pull: 13, ahead: false }],
    ]);
    expect(report?.findings[0]?.message).toContain('It comes with #11 ahead in the merge queue.');
    expect(report?.findings[2]?.message).toContain('It comes with #13, this entry of the merge queue.');
  });
});
