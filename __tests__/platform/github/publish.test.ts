import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';

import type { Publication } from '../../../src/platform/port.ts';
import { readActionDefinition, runAction } from '../../support/action-runner.ts';
import type { ActionOutcome, ActionRun } from '../../support/action-runner.ts';
import { pullRequestEvent, pushEvent } from '../../support/github-events.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../../support/loopback-github.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockgate-publish-'));
const script = join(folder, 'publish.mjs');
const counts = {
  ...{ added: 1, updated: 2, removed: 3, findings: 4, errors: 0 },
  found: { blocks: 1, warns: 2, notes: 5, covered: 1 },
  couldNotJudge: { blocks: 3, warns: 1, notes: 6, covered: 7 },
};
const comment = '<!-- lockgate:report -->\n**Blocked**\n';

let github: LoopbackGitHub;
let shop: LoopbackRepository;
let pull: PullRequest;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../fixtures/github/publish-entry.ts', import.meta.url));
  const require = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  const shape = { bundle: true, platform: 'node', format: 'esm', target: 'node20' } as const;
  await build({ entryPoints: [entry], outfile: script, banner: { js: require }, logLevel: 'error', ...shape });
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  github = await startGitHub();
  shop = github.repository('octo/shop');
  const tip = shop.commit({ files: {}, branch: 'main' });
  pull = shop.pullRequest({ head: shop.commit({ files: { a: 'a' }, parents: [tip] }) });
});
afterEach(() => github.close());

function publicationOf(verdict: 'pass' | 'fail', changes: Partial<Publication> = {}): Publication {
  const findings = verdict === 'pass' ? [] : [{ status: 'reported', level: 'error' }];
  // Only what `publish` reads of a report.
  const missingProvenance: readonly unknown[] = [];
  const rest = { mode: 'check', counts, errors: [], missingProvenance };
  const report = { verdict, findings, ...rest } as unknown as Publication['report'];
  const annotations = { shown: [], leftOut: { errors: 0, warnings: 0 } };
  return { report, annotations, summary: '# Summary', comment, json: '{"verdict":"fail"}\n', ...changes };
}

function run(publication: Publication, changes: Partial<ActionRun> = {}): Promise<ActionOutcome> {
  const path = join(folder, 'publication.json');
  writeFileSync(path, JSON.stringify(publication));
  const event = changes.event ?? pullRequestEvent(shop, pull);
  return runAction({ github, repository: shop, event, script, ...changes, env: { PUBLICATION: path, ...changes.env } });
}

const warnings = ({ commands }: ActionOutcome) =>
  commands.filter(({ name }) => name === 'warning').map(({ message }) => message);

describe('a report', () => {
  test('reaches outputs, files, summary and comment', async () => {
    const outcome = await run(publicationOf('fail', { evidence: '{"schema":"x"}\n' }));
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '', summary: '# Summary\n', annotations: [] });
    expect(outcome.outputs).toMatchObject({
      verdict: 'fail',
      added: '1',
      updated: '2',
      removed: '3',
      findings: '4',
      found: '3',
      'could-not-judge': '4',
      errors: '0',
    });
    expect(Object.keys(outcome.outputs).sort()).toEqual(Object.keys(readActionDefinition().outputs).sort());
    expect(outcome.outputs['report']).toMatch(/\/temp\/lockgate\/report\.json$/);
    expect(outcome.files).toEqual({ report: '{"verdict":"fail"}\n', evidence: '{"schema":"x"}\n' });
    expect(pull.comments.map(({ body }) => body)).toEqual([comment]);
  });

  test('as SARIF is written where it is asked for, and names its comment to later steps', async () => {
    const outcome = await run(publicationOf('fail', { sarif: '{"runs":[]}' }), { inputs: { sarif: 'file' } });
    expect(outcome.files['sarif']).toBe('{"runs":[]}');
    expect(outcome.outputs['comment-url']).toBe(
      `${github.url}/octo/shop/pull/${pull.number}#issuecomment-${pull.comments[0]?.id ?? ''}`,
    );
    expect(shop.analyses).toEqual([]);
    expect(warnings(outcome)).toEqual([]);
  });

  test('reaches code scanning for the commit and the ref that were judged', async () => {
    const event = pullRequestEvent(shop, pull);
    const token = github.issueToken({ securityEvents: 'write' });
    const outcome = await run(publicationOf('fail', { sarif: '{"runs":[]}' }), { inputs: { sarif: 'upload' }, token });
    expect(warnings(outcome)).toEqual([]);
    expect(shop.analyses).toEqual([{ commit: event.sha, ref: event.ref, text: '{"runs":[]}' }]);
  });

  test('that is not whole does not reach code scanning, where it would close alerts', async () => {
    const whole = publicationOf('fail', { sarif: '{"runs":[]}' });
    const report = { ...whole.report, errors: [{ code: 'event', message: 'x' }] };
    const token = github.issueToken({ securityEvents: 'write' });
    const outcome = await run({ ...whole, report }, { inputs: { sarif: 'upload' }, token });
    expect(shop.analyses).toEqual([]);
    expect(warnings(outcome)).toEqual([expect.stringContaining('would look fixed')]);
  });

  test('that code scanning refuses stands', async () => {
    const publication = publicationOf('fail', { sarif: '{"runs":[]}' });
    const refused = await run(publication, { inputs: { sarif: 'upload' } });
    expect(refused.outputs['verdict']).toBe('fail');
    expect(warnings(refused)).toEqual([expect.stringContaining('`security-events: write`')]);
    github.fail('POST /repos/{owner}/{repo}/code-scanning/sarifs', { status: 422 });
    const invalid = await run(publication, { inputs: { sarif: 'upload' } });
    expect(warnings(invalid)).toEqual([expect.stringContaining('The verdict stands.')]);
  });

  test('goes to the files that the inputs name', async () => {
    const inputs = { 'report-file': 'a/b.json', 'evidence-file': 'e.json', comment: 'false' };
    const outcome = await run(publicationOf('fail', { evidence: 'e' }), { inputs });
    expect(outcome.outputs['report']).toMatch(/\/temp\/a\/b\.json$/);
    expect(outcome.outputs['evidence']).toMatch(/\/temp\/e\.json$/);
    expect(outcome.files).toEqual({ report: '{"verdict":"fail"}\n', evidence: 'e' });
    expect(pull.comments).toEqual([]);
  });

  test('marks lines with the texts as they are, whatever they hold', async () => {
    const hostile = 'a%b\r\n::set-output name=x::y\n##[add-mask]z, c:d';
    const at = { path: 'a,b:c%\n::error::x/package-lock.json', line: 12, title: 'one, two: three' };
    const shown = [
      { ...at, level: 'error' as const, message: hostile },
      { path: null, line: 1, level: 'warning' as const, title: 't', message: 'm' },
      { path: null, line: 1, level: 'notice' as const, title: 't', message: hostile },
    ];
    const outcome = await run(publicationOf('fail', { annotations: { shown, leftOut: { errors: 3, warnings: 4 } } }));
    expect(outcome.commands).toEqual([
      { name: 'error', properties: { title: at.title, file: at.path, line: '12' }, message: hostile },
      { name: 'warning', properties: { title: 't' }, message: 'm' },
      { name: 'notice', properties: { title: 't' }, message: hostile },
    ]);
    expect(outcome.stdout).toContain('3 at level error, 4 at level warning');
  });

  test('that blocks nothing writes no first comment', async () => {
    expect((await run(publicationOf('pass'))).exitCode).toBe(0);
    expect(pull.comments).toEqual([]);
  });

  describe('is commented on as the policy says', () => {
    const entry = { reason: 'missing', name: 'p', version: '1.0.0', direct: false, previously: 'had-none' };
    const of = (findings: readonly unknown[], missingProvenance: readonly unknown[] = [], mode = 'check') => {
      const { report, ...rest } = publicationOf('pass');
      return { ...rest, report: { ...report, findings, missingProvenance, mode } as Publication['report'] };
    };
    const warned = of([{ status: 'reported', level: 'warn' }]);
    const direct = of([], [{ ...entry, direct: true }]);

    test.each<[string, Publication, Publication['when'], boolean]>([
      ['a warning', warned, 'always', true],
      ['a warning', warned, 'findings', true],
      ['a warning', warned, 'never', false],
      ['only a note', of([{ status: 'reported', level: 'note' }]), 'always', false],
      ['only a covered finding', of([{ status: 'excepted', level: 'error' }]), 'always', false],
      ['a direct dependency without provenance', direct, 'always', true],
      ['a direct dependency without provenance', direct, undefined, true],
      ['a direct dependency without provenance', direct, 'findings', false],
      ['one that is new to the lockfile', of([], [{ ...entry, previously: 'new' }]), 'always', true],
      ['one that had it before', of([], [{ ...entry, previously: 'had' }]), 'always', true],
      ['one further down that had none before either', of([], [entry]), 'always', false],
      ['an audit', of([], [{ ...entry, direct: true }], 'audit'), 'always', false],
    ])('%s (%#)', async (_, publication, when, isCreated) => {
      await run({ ...publication, ...(when === undefined ? {} : { when }) });
      expect(pull.comments.map(({ body }) => body)).toEqual(isCreated ? [comment] : []);
    });

    test('and one that is there is edited in place, whatever the policy says, and never posted anew', async () => {
      await run(direct);
      const id = pull.comments[0]?.id;
      for (const when of ['findings', 'never', 'always'] as const) {
        await run({ ...of([]), when, comment: `${comment}${when}` });
        expect(pull.comments).toMatchObject([{ id, body: `${comment}${when}` }]);
      }
    });

    test('the input `comment: false` wins', async () => {
      await run({ ...warned, when: 'always' }, { inputs: { comment: 'false' } });
      expect(pull.comments).toEqual([]);
    });
  });

  test('of a push goes nowhere but to the run', async () => {
    const event = pushEvent(shop, { ref: 'refs/heads/main', after: pull.base });
    const outcome = await run(publicationOf('fail'), { event });
    expect(outcome.summary).toBe('# Summary\n');
    expect(github.requests).toEqual([]);
  });
});

describe('what is refused becomes a warning and leaves the verdict', () => {
  test.each([
    ['refused', { status: 403, message: 'Resource not accessible by integration' }, '`pull-requests: write`'],
    ['not found', { status: 404 }, '`pull-requests: write`'],
    ['invalid', { status: 422 }, 'invalid (HTTP 422)'],
    ['a rate limit for an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'rate limit'],
    ['a failure', { status: 500 }, 'HTTP 500'],
    ['no answer', { behaviour: 'reset' as const }, 'could not be reached'],
    ['nonsense', { status: 201, body: '<html>' }, 'not what GitHub documents'],
  ])('a comment: %s', async (_, failure, words) => {
    github.fail('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', failure);
    const outcome = await run(publicationOf('fail'));
    expect(outcome).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' }, summary: '# Summary\n' });
    expect(warnings(outcome)).toEqual([expect.stringContaining(words)]);
    expect(warnings(outcome)[0]).toContain('The verdict stands.');
  });

  test('a comment on a pull request from a fork, whose token can only read', async () => {
    const fork = shop.pullRequest({ head: pull.head, fork: true });
    const token = github.issueToken({ pullRequests: 'read' });
    const outcome = await run(publicationOf('fail'), { event: pullRequestEvent(shop, fork), token });
    expect(warnings(outcome)).toEqual([expect.stringContaining('from a fork can only read')]);
    expect(outcome.outputs['verdict']).toBe('fail');
  });

  test('a summary that is too large is left out whole', async () => {
    const outcome = await run(publicationOf('fail', { summary: 'ä'.repeat(600_000) }));
    expect(outcome.summary).toBe('');
    expect(warnings(outcome)).toEqual([expect.stringContaining('1 MiB')]);
  });

  test('no GITHUB_STEP_SUMMARY and no GITHUB_OUTPUT', async () => {
    const env = { GITHUB_STEP_SUMMARY: undefined, GITHUB_OUTPUT: undefined };
    const outcome = await run(publicationOf('pass'), { env });
    expect(outcome).toMatchObject({ exitCode: 0, outputs: {} });
    expect(outcome.commands).toEqual([expect.objectContaining({ name: 'notice' })]);
  });

  test('files that are gone', async () => {
    const gone = join(folder, 'gone', 'file');
    const outcome = await run(publicationOf('pass'), { env: { GITHUB_STEP_SUMMARY: gone, GITHUB_OUTPUT: gone } });
    expect(outcome.exitCode).toBe(0);
    expect(warnings(outcome)).toEqual([
      expect.stringContaining('The outputs'),
      expect.stringContaining('The step summary'),
      expect.stringContaining('The output `comment-url`'),
    ]);
  });
});
