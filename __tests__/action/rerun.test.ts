import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import type { ActionRun } from '../support/action-runner.ts';
import { mergeGroupEvent, pullRequestEvent, scheduleEvent } from '../support/github-events.ts';
import type { Files } from '../support/github-objects.ts';
import type { PullRequest } from '../support/github-repository.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** A check that failed because something was too young does not stay red for ever. */

const workflow = '.github/workflows/dependency-gate.yml';
const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString();

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let tip: string;

beforeEach(async () => {
  const created = { '0.1.0': { publishedAt: ago(24 * 120) } };
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({
      packages: {
        aged: pkg({ ...created, '1.0.0': { publishedAt: ago(73) } }),
        gone: pkg({ ...created, '1.0.0': {} }),
        young: pkg({ ...created, '1.0.0': { publishedAt: ago(71) } }),
      },
    }),
  ]);
  repository = github.repository('octo/shop');
  tip = repository.commit({ files: adding(registry, 'aged', { version: '1.0.0' }).base, branch: 'main' });
  repository.branch('main', tip, { protected: true });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

function propose(name: string): PullRequest {
  const { head } = adding(registry, name, { version: '1.0.0' });
  // No two of them have one head.
  const files = { ...head, 'README.md': `${repository.pulls.size}` };
  return repository.pullRequest({ head: repository.commit({ files, parents: [tip] }) });
}

/** The check of a pull request, as the event of its last push runs it. */
function check(pull: PullRequest, more: Partial<ActionRun> = {}) {
  const inputs = { registry: registry.url, ...more.inputs };
  return runAction({ github, repository, event: pullRequestEvent(repository, pull), ...more, inputs });
}

function scheduled(inputs: Readonly<Record<string, string>> = { rerun: 'true' }, mayRerun = true) {
  return runAction({
    ...{ github, repository, event: scheduleEvent(repository) },
    inputs: { registry: registry.url, ...inputs },
    token: github.issueToken(mayRerun ? { actions: 'write' } : {}),
    env: { GITHUB_WORKFLOW_REF: `octo/shop/${workflow}@refs/heads/main` },
  });
}
const failure = (id: number, { head }: PullRequest, path = workflow) =>
  ({ id, headSha: head, path, conclusion: 'failure' }) as const;

describe('a scheduled run', () => {
  test('runs the check again whose time has come, and leaves the others', async () => {
    const [aged, young] = [propose('aged'), propose('young')];
    repository.runs = [failure(11, aged), failure(12, young)];
    expect((await scheduled()).exitCode).toBe(0);
    expect(repository.rerun).toEqual([11]);
  });

  test('that is not to audit what is locked asks nothing about it, and runs the check again all the same', async () => {
    const aged = propose('aged');
    repository.runs = [failure(13, aged)];
    const { exitCode, outputs, summary } = await scheduled({ rerun: 'true', audit: 'false' });
    expect([exitCode, repository.rerun, outputs['verdict'], summary]).toEqual([0, [13], undefined, '']);
    // Without `rerun` there is nothing else to do, and the audit is not left out.
    expect((await scheduled({ audit: 'false' })).outputs['verdict']).toBe('pass');
  });

  test('looks at the newest run of the gate and at no other workflow', async () => {
    const [green, elsewhere] = [propose('aged'), propose('aged')];
    repository.runs = [
      failure(21, green),
      { id: 22, headSha: green.head, path: workflow, conclusion: 'success' },
      failure(23, elsewhere, '.github/workflows/tests.yml'),
    ];
    await scheduled();
    expect(repository.rerun).toEqual([]);
  });

  test('asks for nothing where it was not told to', async () => {
    repository.runs = [failure(31, propose('aged'))];
    expect((await scheduled({})).exitCode).toBe(0);
    expect(repository.rerun).toEqual([]);
    expect(github.requests.some(({ path }) => path.includes('/actions/'))).toBe(false);
  });

  test('finds a check whose time has come among more than a hundred pull requests that were updated since', async () => {
    const aged = propose('aged');
    const { head } = repository.pullRequest({ head: tip });
    for (let number = 3; number <= 120; number += 1) repository.pullRequest({ head });
    repository.runs = [failure(51, aged)];
    await scheduled();
    expect(repository.rerun).toEqual([51]);
  });

  test('of a check that began more than 30 days ago says what to do, since GitHub does not run it again', async () => {
    const createdAt = ago(24 * 31);
    repository.runs = [{ ...failure(61, propose('aged')), createdAt }];
    const { exitCode, stdout } = await scheduled();
    expect([exitCode, repository.rerun]).toEqual([0, []]);
    expect(stdout).toContain('close and reopen the pull request');
  });

  test('that may not run it again says so, and stays green', async () => {
    repository.runs = [failure(41, propose('aged'))];
    const outcome = await scheduled({ rerun: workflow }, false);
    expect(outcome.exitCode).toBe(0);
    expect(outcome.stdout).toMatch(
      /::warning::The check of pull request #1 was not run again: the token may not do this/,
    );
  });

  test('refuses an input that names no workflow', async () => {
    const outcome = await scheduled({ rerun: '../x.yml' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toContain('The input `rerun` must be');
  });
});

describe('a scheduled run has a budget of requests', () => {
  /** The same project in that many folders, no two of which have the same bytes. */
  const folders = (files: Files, count: number, apart = 0): Files => {
    const padded = (text: unknown, at: number) => `${String(text)}${'\n'.repeat(at + 1)}`;
    const copies = Array.from({ length: count }, (_, at) =>
      Object.entries(files).map(([path, text]) => [`packages/p${at}/${path}`, padded(text, apart + at)] as const),
    );
    return { ...files, ...Object.fromEntries(copies.flat()) };
  };

  /** What a scheduled run asks for beyond its audit, and what it says, for failed checks of these heads on a base. */
  async function spent(base: Files, heads: readonly Files[]) {
    tip = repository.commit({ files: base, branch: 'main' });
    const pulls = heads.map((files) =>
      repository.pullRequest({ head: repository.commit({ files, parents: [tip] }), merged: files }),
    );
    repository.runs = pulls.map((pull, at) => failure(100 + at, pull));
    await scheduled({});
    const audit = github.requests.length;
    const { exitCode, stdout } = await scheduled();
    expect(exitCode).toBe(0);
    return { requests: github.requests.length - 2 * audit, stdout };
  }

  test('in which a file that many pull requests have costs one: twelve in a repository of 50 lockfiles', async () => {
    const { base, head } = adding(registry, 'young', { version: '1.0.0' });
    const all = folders(base, 50);
    const heads = Array.from({ length: 12 }, (_, at) => ({ ...all, ...head, 'README.md': `${at}` }));
    const { requests, stdout } = await spent(all, heads);
    expect(requests).toBeLessThan(200);
    expect(stdout).not.toContain('not looked at');
  });

  test('that it does not exceed, so that the checks of others have the hour, and it says what is left', async () => {
    const { base } = adding(registry, 'young', { version: '1.0.0' });
    const heads = Array.from({ length: 8 }, (_, at) => folders(base, 40, 50 + 50 * at));
    const { requests, stdout } = await spent(folders(base, 40), heads);
    expect(requests).toBeLessThanOrEqual(300);
    expect(stdout).toMatch(/::warning::At most 300 requests.* not looked at were #\d/u);
  });

  test('of no more than half of what GitHub still allows in this hour', async () => {
    const aged = Array.from({ length: 8 }, () => propose('aged'));
    repository.runs = aged.map((pull, at) => failure(200 + at, pull));
    await scheduled({});
    const audit = github.requests.length;
    github.allowance = audit + 60;
    const { exitCode, stdout } = await scheduled();
    expect(exitCode).toBe(0);
    expect(github.allowance).toBeGreaterThanOrEqual(25);
    expect(stdout).toMatch(
      /::warning::At most 300 requests.* not looked at were #\d+.*The next scheduled run goes on with them\./u,
    );
    // The next hour goes on.
    github.allowance = Infinity;
    await scheduled();
    expect(new Set(repository.rerun).size).toBe(8);
  });

  test('which those come first in whose comment says that their time has come', async () => {
    registry.publish('aged', pkg({ '0.1.0': { publishedAt: ago(24 * 120) }, '1.0.0': { publishedAt: ago(71) } }));
    const others = Array.from({ length: 6 }, () => propose('young'));
    const due = propose('aged');
    expect((await check(due)).exitCode).toBe(1);
    expect(due.comments[0]?.body).toMatch(/^<!-- lockgate:report -->\n<!-- lockgate:[0-9a-f]{12} waiting until /u);
    const said = due.comments[0];
    if (said === undefined) throw new Error('no comment');
    // An hour later, as the clock of this test goes.
    said.body = said.body.replace(/waiting until \S+ \S+ UTC/u, 'waiting until 2026-01-01 00:00 UTC');
    registry.publish('aged', pkg({ '0.1.0': { publishedAt: ago(24 * 120) }, '1.0.0': { publishedAt: ago(73) } }));
    repository.runs = [...others, due].map((pull, at) => failure(300 + at, pull));
    const before = github.requests.length;
    await scheduled();
    const asked = github.requests.slice(before);
    const judged = asked.flatMap(({ route, path }) =>
      route.endsWith('/pulls/{pull_number}') ? [Number(path.split('/').at(-1))] : [],
    );
    expect(judged[0]).toBe(due.number);
    expect(repository.rerun).toEqual([306]);
  });
});

describe('a commit status in the place of the red check', () => {
  const status = { status: 'true' };
  const requires = (context: string) => ({
    ...{
      type: 'required_status_checks',
      ruleset_source_type: 'Repository',
      ruleset_source: 'octo/shop',
      ruleset_id: 1,
    },
    parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context }] },
  });
  const token = () => github.issueToken({ statuses: 'write' });
  const stateOf = ({ head }: PullRequest) => repository.statuses.findLast(({ sha }) => sha === head);
  beforeEach(() => {
    repository.rules = [requires('lockgate')];
  });

  test('stands at pending while nothing but an age is missing, and the job is green', async () => {
    const young = propose('young');
    const { exitCode, outputs } = await check(young, { inputs: status, token: token() });
    expect([exitCode, outputs['verdict']]).toEqual([0, 'fail']);
    expect(repository.statuses.map(({ context, state }) => `${context} ${state}`)).toEqual([
      'lockgate pending',
      'lockgate pending',
    ]);
    expect(stateOf(young)?.description).toMatch(/^Waiting until \S+ \S+ UTC; nothing has to be done$/u);
  });

  test('leaves no cross of the annotations beside it either', async () => {
    const inputs = { ...status, annotations: 'check' };
    const issued = github.issueToken({ statuses: 'write', checks: 'write' });
    const [young, gone] = [propose('young'), propose('gone')];
    registry.publish('gone', pkg({}));
    for (const pull of [young, gone]) await check(pull, { inputs, token: issued });
    const conclusions = repository.checks.map(({ title, conclusion }) => [title, conclusion]);
    expect(conclusions).toEqual([
      [expect.stringContaining('waiting until'), 'success'],
      ['lockgate: blocked', 'failure'],
    ]);
  });

  test.each<[string, () => Partial<ActionRun>]>([
    [
      'a ruleset requires the job and not the status',
      () => {
        repository.rules = [requires('dependency-gate')];
        return { token: token() };
      },
    ],
    ['the token may not write it', () => ({})],
    [
      'another pull request of the head goes where nobody requires it',
      () => {
        repository.branch('next', tip, { protected: true });
        repository.pullRequest({ head: repository.pullAt(1).head, base: 'next' });
        return { token: token() };
      },
    ],
  ])('leaves the job red where %s', async (_, prepare) => {
    const young = propose('young');
    expect((await check(young, { inputs: status, ...prepare() })).exitCode).toBe(1);
  });

  test('is red for everything else, and green for what passes', async () => {
    const [aged, deprived] = [propose('aged'), propose('gone')];
    registry.publish('gone', pkg({}));
    const inputs = status;
    expect((await check(aged, { inputs, token: token() })).exitCode).toBe(0);
    expect((await check(deprived, { inputs, token: token() })).exitCode).toBe(1);
    expect([stateOf(aged)?.state, stateOf(deprived)?.state]).toEqual(['success', 'failure']);
  });

  test('is no success that outlives a run that ends before it judges', async () => {
    const aged = propose('aged');
    await check(aged, { inputs: status, token: token() });
    github.fail('GET /repos/{owner}/{repo}/pulls/{pull_number}', { status: 403, message: 'no' });
    expect((await check(aged, { inputs: status, token: token() })).exitCode).toBe(1);
    expect(stateOf(aged)?.state).toBe('error');
    await check(aged, { inputs: { ...status, policy: '../x' }, token: token() });
    expect(stateOf(aged)?.state).toBe('error');
  });

  test('is taken back before anything else is asked, so that a run that is killed leaves no success either', async () => {
    const aged = propose('aged');
    await check(aged, { inputs: status, token: token() });
    const before = github.requests.length;
    await check(aged, { inputs: status, token: token() });
    expect(github.requests[before]?.route).toBe('POST /repos/{owner}/{repo}/statuses/{sha}');
    expect(github.requests[before]?.body).toMatchObject({ state: 'pending' });
  });

  test('does not wait in a merge queue', async () => {
    const { head } = adding(registry, 'young', { version: '1.0.0' });
    const group = repository.commit({ files: head, parents: [tip] });
    repository.pullRequest({ head: group });
    const event = mergeGroupEvent(repository, tip, group);
    const inputs = { registry: registry.url, ...status };
    expect((await runAction({ github, repository, event, inputs, token: token() })).exitCode).toBe(1);
    expect(repository.statuses.at(-1)).toMatchObject({ sha: group, state: 'failure' });
  });

  test('turns green by the scheduled run alone when the time has come, and the comment with it', async () => {
    registry.publish('aged-later', pkg({ '0.1.0': { publishedAt: ago(24 * 120) }, '1.0.0': { publishedAt: ago(71) } }));
    const [later, young] = [propose('aged-later'), propose('young')];
    for (const pull of [later, young]) await check(pull, { inputs: status, token: token() });
    registry.publish('aged-later', pkg({ '0.1.0': { publishedAt: ago(24 * 120) }, '1.0.0': { publishedAt: ago(73) } }));
    const event = scheduleEvent(repository);
    const inputs = { registry: registry.url, ...status, rerun: workflow };
    expect((await runAction({ github, repository, event, inputs, token: token() })).exitCode).toBe(0);
    expect([stateOf(later)?.state, stateOf(young)?.state]).toEqual(['success', 'pending']);
    expect(later.comments[0]?.body).toContain('✅ lockgate: passed');
    expect(young.comments[0]?.body).toContain('⏳ lockgate: waiting until');
    expect(repository.rerun).toEqual([]);
  });
});
