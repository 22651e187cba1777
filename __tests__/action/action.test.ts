import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runAction } from '../support/action-runner.ts';
import type { ActionOutcome, ActionRun } from '../support/action-runner.ts';
import type { Sides } from '../support/cli.ts';
import {
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { secondaryLimit, startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** The bundled action as GitHub's runner starts it, against a loopback GitHub and a loopback registry. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let harmless: Sides;
let harmful: Sides;

const recently = new Date(Date.now() - 90 * 24 * 3_600_000).toISOString();

beforeEach(async () => {
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { good: pkg({ '1.0.0': { publishedAt: recently } }) } }),
  ]);
  repository = github.repository('octo/shop');
  harmless = adding(registry, 'good', { version: '1.0.0' });
  harmful = adding(registry, 'ghost', { version: '1.0.0', resolved: null, integrity: integrityOf('ghost', '1.0.0') });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

const act = (event: RunnerEvent, more: Partial<ActionRun> = {}): Promise<ActionOutcome> =>
  runAction({ github, repository, event, ...more, inputs: { registry: registry.url, ...more.inputs } });

/** A pull request against the protected default branch. */
function propose({ base, head }: Sides) {
  const tip = main(base);
  return repository.pullRequest({ head: repository.commit({ files: head, parents: [tip] }) });
}

function main(files: Sides['base']): string {
  const sha = repository.commit({ files, branch: 'main' });
  repository.branch('main', sha, { protected: true });
  return sha;
}
const commentsOf = (number: number) => repository.pulls.get(number)?.comments ?? [];

describe('pull_request', () => {
  test('a harmless change passes, in silence', async () => {
    const pull = propose(harmless);
    const { exitCode, outputs, summary, annotations, files } = await act(pullRequestEvent(repository, pull));
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ verdict: 'pass', findings: '0', added: '1' });
    expect(annotations).toEqual([]);
    expect(summary).toContain('good');
    expect(commentsOf(pull.number)).toEqual([]);
    expect(parseReport(files['report'] ?? '').verdict).toBe('pass');
  });

  test('an invented package fails the check, with annotations on both files, a summary and one comment', async () => {
    const pull = propose(harmful);
    const { exitCode, outputs, annotations, summary, files } = await act(pullRequestEvent(repository, pull));
    expect(exitCode).toBe(1);
    expect(outputs['verdict']).toBe('fail');
    const places = annotations.filter(({ name }) => name === 'error').map(({ properties }) => properties['file']);
    expect(places).toEqual(['package.json', 'package-lock.json']);
    expect(summary).toContain('ghost');
    expect(commentsOf(pull.number).map(({ body }) => body)).toEqual([expect.stringContaining('ghost')]);
    expect(parseReport(files['report'] ?? '').findings.map(({ rule }) => rule)).toEqual(['existence']);
    expect(JSON.parse(files['evidence'] ?? '')).toMatchObject({ schema: 'lockgate-evidence/1' });
  });

  test('the comment is updated in place, left alone when nothing changed, and says so when all is well', async () => {
    const pull = propose(harmful);
    const event = pullRequestEvent(repository, pull);
    await act(event);
    const writes = () => github.requests.filter(({ method }) => method !== 'GET' && method !== 'POST').length;
    const created = commentsOf(pull.number)[0];
    const before = writes();
    await act(event);
    expect(writes()).toBe(before);
    registry.publish('ghost', pkg({ '1.0.0': { publishedAt: recently } }));
    const { exitCode } = await act(event);
    expect(exitCode).toBe(0);
    expect(commentsOf(pull.number)).toHaveLength(1);
    expect(commentsOf(pull.number)[0]?.id).toBe(created?.id);
    expect(commentsOf(pull.number)[0]?.body).not.toContain('is not in');
    expect(commentsOf(pull.number)[0]?.body).toContain('### ✅ lockgate: passed\n');
  });

  test('a run that is repeated leaves the comment alone, and a push that changes no dependency changes only the commit in it, of a comment that is cut too', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `ghost-${index}`);
    const { base, head } = pullRequest(
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
    );
    const pull = propose({ base, head });
    const edits = () => github.requests.filter(({ method }) => method === 'PATCH').length;
    await act(pullRequestEvent(repository, pull), { env: { GITHUB_RUN_ID: '7' } });
    const [comment] = commentsOf(pull.number);
    expect(comment?.body).toContain(`[the summary of the check](${github.url}/octo/shop/pull/${pull.number}/checks)`);
    const [judged, said = ''] = [pull.head.slice(0, 12), comment?.body];
    await act(pullRequestEvent(repository, pull), { env: { GITHUB_RUN_ID: '8' } });
    expect(edits()).toBe(0);
    const files = { ...head, 'README.md': 'Unrelated.' };
    repository.push(pull, repository.commit({ files, parents: [pull.base] }));
    const { summary } = await act(pullRequestEvent(repository, pull), { env: { GITHUB_RUN_ID: '9' } });
    expect(summary).toContain('ghost-149');
    expect(commentsOf(pull.number).map(({ id }) => id)).toEqual([comment?.id]);
    expect(commentsOf(pull.number)[0]?.body).toBe(said.replace(judged, pull.head.slice(0, 12)));
    expect(edits()).toBe(1);
  });

  test("the base's policy is obeyed, the head's is not", async () => {
    const path = '.github/dependency-policy.yml';
    const young = { publishedAt: new Date(Date.now() - 3_600_000).toISOString() };
    registry.publish('good', pkg({ '0.9.0': {}, '1.0.0': young }));
    const lenient = 'version: 1\nrules: { cooldown: warn, new-package: warn }\n';
    const proposed = propose({ base: harmless.base, head: { ...harmless.head, [path]: lenient } });
    expect((await act(pullRequestEvent(repository, proposed))).exitCode).toBe(1);
    const merged = propose({
      base: { ...harmless.base, [path]: lenient },
      head: { ...harmless.head, [path]: lenient },
    });
    expect((await act(pullRequestEvent(repository, merged))).exitCode).toBe(0);
  });

  test('a base that the policy does not name is no baseline: the default branch is', async () => {
    const tip = main(harmful.base);
    const feature = repository.commit({ files: harmful.head, parents: [tip], branch: 'feature' });
    const head = repository.commit({ files: { ...harmful.head, 'README.md': 'more' }, parents: [feature] });
    const pull = repository.pullRequest({ base: 'feature', head });
    const { exitCode, outputs } = await act(pullRequestEvent(repository, pull));
    expect([exitCode, outputs['verdict']]).toEqual([1, 'fail']);
  });

  test('a lockfile that cannot be read fails the check', async () => {
    const pull = propose({ base: harmless.base, head: { ...harmless.head, 'package-lock.json': '{' } });
    const { exitCode, outputs, annotations } = await act(pullRequestEvent(repository, pull));
    expect([exitCode, outputs['verdict'], outputs['errors']]).toEqual([1, 'error', '1']);
    expect(annotations[0]).toMatchObject({ name: 'error', properties: { file: 'package-lock.json' } });
  });

  test('hostile text obeys nobody: no command but our own is in the log', async () => {
    const spoken = '::error::x ##[add-mask]a \u001B[31m\u202E';
    const base = adding(registry, 'good', { version: '1.0.0', resolved: `https://evil.example/${spoken}` });
    const name = 'dir ##[add-mask]b';
    const head = { ...base.head, [`${name}/package-lock.json`]: base.head['package-lock.json'] ?? '' };
    const { commands, stdout } = await act(pullRequestEvent(repository, propose({ base: base.base, head })));
    expect(commands.filter((command) => command.name !== 'error')).toEqual([]);
    expect(stdout).not.toContain('\u001B');
  });
});

describe('what GitHub refuses', () => {
  test.each([
    [
      'a read-only token, as forks have',
      { status: 403, message: 'Resource not accessible by integration' },
      'pull-requests: write',
    ],
    [
      'a locked conversation',
      { status: 403, message: 'Unable to create comment because issue is locked.' },
      'the conversation is locked. The',
    ],
    ['a secondary limit', secondaryLimit('1'), 'rate limit'],
  ])('a comment, by %s: a warning that says why, and the verdict stands', async (_title, failure, why) => {
    github.fail('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', failure);
    const pull = propose(harmful);
    const { exitCode, outputs, annotations } = await act(pullRequestEvent(repository, pull));
    expect([exitCode, outputs['verdict']]).toEqual([1, 'fail']);
    const warnings = annotations.filter(({ name }) => name === 'warning').map(({ message }) => message);
    expect(warnings).toEqual([expect.stringContaining('The verdict stands')]);
    expect(warnings[0]).toContain(why);
  });

  test('the commit: the check fails, in one line', async () => {
    const pull = propose(harmless);
    github.fail('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { status: 404, message: 'Not Found' });
    const { exitCode, stdout } = await act(pullRequestEvent(repository, pull));
    expect(exitCode).toBe(1);
    expect(stdout).toContain('(repository-unavailable)');
  });
});

describe('other events', () => {
  test('merge_group judges the group against the target branch', async () => {
    const base = repository.commit({ files: harmful.base, branch: 'main' });
    const head = repository.commit({ files: harmful.head, parents: [base] });
    repository.pullRequest({ head });
    expect((await act(mergeGroupEvent(repository, base, head))).outputs['verdict']).toBe('fail');
  });

  test('push judges what came against what was there', async () => {
    const before = main(harmful.base);
    const after = repository.commit({ files: harmful.head, branch: 'main' });
    const event = pushEvent(repository, { ref: 'refs/heads/main', before, after });
    expect((await act(event)).outputs['verdict']).toBe('fail');
  });

  test('a deleted branch leaves nothing to judge', async () => {
    const before = repository.commit({ files: harmful.base, branch: 'main' });
    const { exitCode } = await act(pushEvent(repository, { ref: 'refs/heads/gone', before }));
    expect(exitCode).toBe(0);
  });

  test.each([
    ['schedule', scheduleEvent],
    ['workflow_dispatch', workflowDispatchEvent],
  ])('%s audits everything that is locked', async (_name, eventOf) => {
    main(harmful.head);
    const { exitCode, files } = await act(eventOf(repository));
    const report = parseReport(files['report'] ?? '');
    expect([exitCode, report.mode, report.verdict]).toEqual([1, 'audit', 'fail']);
  });

  test('an event that lockgate does not judge fails, and names those that it does', async () => {
    repository.commit({ files: harmless.base, branch: 'main' });
    const event = { ...scheduleEvent(repository), name: 'pull_request_target' };
    const { exitCode, stdout } = await act(event);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('merge_group');
  });

  test('a run without an event file fails', async () => {
    repository.commit({ files: harmless.base, branch: 'main' });
    const { exitCode, stdout } = await act(scheduleEvent(repository), { env: { GITHUB_EVENT_PATH: undefined } });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('(event)');
  });
});

test('every input of action.yml reaches the gate under the name that it has there', async () => {
  const named = pullRequest(registry, {}, { name: 'renamed' });
  const policy = { '.github/other.yml': 'version: 1\n' };
  const pull = propose({ base: named.base, head: { ...named.head, ...policy } });
  const token = github.issueToken({ pullRequests: 'read' });
  const inputs = {
    ...{
      'github-token': token,
      policy: '.github/other.yml',
      preset: 'strict',
      registry: registry.url,
      comment: 'false',
    },
    ...{ 'report-file': 'mine/report.json', 'evidence-file': 'mine/evidence.json' },
  };
  const { outputs, files } = await act(pullRequestEvent(repository, pull), { inputs });
  expect(outputs['report']).toMatch(/mine\/report\.json$/);
  expect(outputs['evidence']).toMatch(/mine\/evidence\.json$/);
  expect(parseReport(files['report'] ?? '').policy.source).toBe('preset strict');
  expect(github.requests.every(({ headers }) => headers.authorization?.endsWith(token))).toBe(true);
});
