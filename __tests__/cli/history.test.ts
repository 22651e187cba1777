import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Rehearsal } from '../../src/model/index.ts';
import { rehearsalSchema } from '../../src/report/history/schema.ts';
import { parseReport } from '../../src/report/schema.ts';
import { runCli } from '../support/cli.ts';
import { type GitRepositoryFixture, gitRepository, temporaryFolder } from '../support/git-repository.ts';
import { type LoopbackRegistry, integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { type EntryDescription, npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** `check --history`: what the gate would have said of the last lockfile changes of a branch. */

let registry: LoopbackRegistry;
let repository: GitRepositoryFixture;
let first: Rehearsal;
const files = temporaryFolder();
const evidence = join(files, 'evidence.json');
const policy = join(files, 'policy.yml');

const run = (...args: readonly string[]) =>
  runCli(['check', '--history', '50', '--registry', registry.url, ...args], { cwd: repository.folder });
const rehearse = async (...args: readonly string[]): Promise<Rehearsal> => {
  const { stdout, stderr } = await run('--format', 'json', ...args);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Rehearsal;
};
const rowOf = ({ changes }: Rehearsal, subject: string) => {
  const row = changes.find((change) => change.subject.includes(subject));
  if (row === undefined) throw new Error(`no row for ${subject}`);
  return row;
};

const hostile = 'Bump \u001b[31m`x` | <img src=x> ::error::no ##[group] @mona \u202e#1';

/** Writes a project that locks these, with a manifest that asks for them. */
function lock(packages: Readonly<Record<string, string | EntryDescription>>, folder = ''): void {
  const entries = Object.entries(packages).map(([name, entry]) => [
    `node_modules/${name}`,
    typeof entry === 'string' ? { version: entry } : entry,
  ]);
  const dependencies = Object.fromEntries(Object.keys(packages).map((name) => [name, '*']));
  const description = { dependencies, packages: Object.fromEntries(entries) as Record<string, EntryDescription> };
  repository.write(`${folder}package.json`, npmManifest(description));
  repository.write(`${folder}package-lock.json`, npmLockfile(registry, description));
}

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      'left-pad': pkg({
        '1.0.0': { publishedAt: '2020-01-01T00:00:00.000Z' },
        '1.1.0': { publishedAt: '2020-02-01T00:00:00.000Z' },
        '1.2.0': { publishedAt: '2026-03-10T00:00:00.000Z' },
        '1.3.0': { publishedAt: '2026-05-01T00:00:00.000Z' },
      }),
      hooky: pkg({ '1.0.0': { scripts: { postinstall: 'node x.js' }, publishedAt: '2026-01-05T00:00:00.000Z' } }),
      gone: pkg({ '2.0.0': {} }),
      plain: pkg({ '1.0.0': {}, '1.0.1': {} }),
    },
    downloads: { 'left-pad': 1e6, hooky: 1e6, gone: 1e6, plain: 1e6 },
    advisories: {},
  });
  repository = gitRepository();
  const commit = (message: string, time: string) => repository.commit(message, time);
  lock({ 'left-pad': '1.0.0' });
  commit('first', '2026-01-01T00:00:00Z');
  lock({ 'left-pad': '1.1.0' });
  commit('old update', '2026-02-01T00:00:00Z');
  lock({ 'left-pad': '1.2.0' });
  commit('young update', '2026-03-11T00:00:00Z');
  lock({ 'left-pad': '1.2.0', hooky: '1.0.0' });
  commit('with a hook', '2026-03-20T00:00:00Z');
  repository.write('package-lock.json', '{ "lockfileVersion": 3, ');
  commit('broken lockfile', '2026-03-21T00:00:00Z');
  lock({ 'left-pad': '1.2.0', hooky: '1.0.0' });
  commit('repaired lockfile', '2026-03-22T00:00:00Z');
  const integrity = integrityOf('gone', '1.0.0', {});
  const gone = { version: '1.0.0', resolved: `${registry.url}gone/-/gone-1.0.0.tgz`, integrity };
  lock({ 'left-pad': '1.2.0', hooky: '1.0.0', gone });
  commit('with a removed version', '2026-03-23T00:00:00Z');
  repository.git('checkout', '--quiet', '-b', 'side');
  lock({ 'left-pad': '1.2.0', hooky: '1.0.0', gone, plain: '1.0.0' });
  commit('on the side', '2026-03-24T00:00:00Z');
  repository.git('checkout', '--quiet', 'main');
  repository.write('README.md', 'no lockfile');
  commit('no lockfile', '2026-03-24T12:00:00Z');
  repository.gitAt('2026-03-25T00:00:00Z', 'merge', '--quiet', '--no-ff', '-m', 'a merge', 'side');
  repository.git('rm', '--quiet', 'package.json', 'package-lock.json');
  lock({ 'left-pad': '1.2.0', hooky: '1.0.0', gone, plain: '1.0.0' }, 'app/');
  commit('moved lockfile', '2026-03-26T00:00:00Z');
  lock({ 'left-pad': '1.2.0', hooky: '1.0.0', gone, plain: '1.0.1' }, 'app/');
  commit(hostile, '2026-03-27T00:00:00Z');
  first = await rehearse('--evidence-out', evidence);
});
afterAll(() => registry.close());

describe('a rehearsal', () => {
  test('has a row for each first-parent commit that changed a lockfile, the newest first, and none for the first commit', () => {
    expect(first.changes.map(({ subject }) => subject.slice(0, 23))).toEqual([
      ...[hostile.slice(0, 23), 'moved lockfile', 'a merge', 'with a removed version'],
      ...['repaired lockfile', 'broken lockfile', 'with a hook', 'young update', 'old update'],
    ]);
  });

  test('judges each as of its commit time: what was young then waits, although it is old now', () => {
    // A warning, because no release was younger than two years then; later ones do not count.
    expect(rowOf(first, 'old update')).toMatchObject({ outcome: 'passed', verdict: 'warn', waits: null });
    expect(rowOf(first, 'young update')).toMatchObject({
      ...{ outcome: 'waits', verdict: 'fail', judgedAt: '2026-03-11T00:00:00.000Z' },
      waits: { until: '2026-03-13T00:00:00.000Z', hours: 48, rules: ['cooldown'] },
    });
  });

  test('says what blocks, what cannot be judged any more and what a merge brought', () => {
    expect(rowOf(first, 'with a hook')).toMatchObject({
      outcome: 'blocked',
      blocks: [{ rule: 'install-scripts', indeterminate: false, about: ['hooky@1.0.0'] }],
    });
    expect(rowOf(first, 'broken')).toMatchObject({
      ...{ outcome: 'past-judging', verdict: 'error' },
      pastJudging: [{ reason: 'unreadable', about: ['package-lock.json'] }],
    });
    expect(rowOf(first, 'removed version')).toMatchObject({
      ...{ outcome: 'past-judging', verdict: 'fail' },
      pastJudging: [{ reason: 'not-listed', about: ['gone@1.0.0'] }],
    });
    expect(rowOf(first, 'a merge').counts).toMatchObject({ added: 1, updated: 0 });
    expect(rowOf(first, 'moved').outcome).toBe('passed');
  });

  test('asks about each name once', () => {
    const names = registry.asked().filter((name) => ['left-pad', 'hooky', 'gone', 'plain'].includes(name));
    expect(names.sort()).toEqual(['gone', 'hooky', 'left-pad', 'plain']);
  });

  test('names the lines that would have let changes through, their cost, and what they come to together', () => {
    const [line] = first.advice.filter(({ kind }) => kind === 'policy');
    expect(line).toMatchObject({ rule: 'install-scripts', lines: 'rules:\n  install-scripts: { allow: [hooky] }' });
    expect(line?.letsThrough).toBe(2);
    expect(line?.cost).toContain('also one that an attacker adds');
    expect(first.advice.some(({ kind, letsThrough }) => kind === 'bot' && letsThrough === 1)).toBe(true);
    expect(first.together?.totals).toMatchObject({ blocked: 0, passed: first.totals.passed + 2 });
  });
});

test('the JSON is what its schema says', () => {
  expect(rehearsalSchema.parse(first)).toEqual(first);
});

describe('a second run with the evidence of the first', () => {
  test('asks nothing, says the same and writes the same evidence', async () => {
    const before = registry.requests.length;
    const again = join(files, 'again.json');
    const second = await rehearse('--offline', '--evidence', evidence, '--evidence-out', again);
    expect(registry.requests.length).toBe(before);
    expect(second.changes).toEqual(first.changes);
    expect(second.advice).toEqual(first.advice);
    const answersIn = (path: string) => (JSON.parse(readFileSync(path, 'utf8')) as { answers: unknown }).answers;
    expect(answersIn(again)).toEqual(answersIn(evidence));
  });

  test('needs no network, which without evidence is status 2', async () => {
    const { status, stderr } = await run('--offline');
    expect(status).toBe(2);
    expect(stderr).toMatch(/changes were not judged, because a request was not allowed/);
  });

  test('asks only for what the first could not have', async () => {
    const partial = join(files, 'partial.json');
    registry.fail('plain', { status: 503 });
    const failed = await run('--evidence-out', partial);
    expect(failed.status).toBe(2);
    registry.fail('plain', { status: 503, times: 0 });
    const before = registry.asked().length;
    expect((await rehearse('--evidence', partial)).changes).toEqual(first.changes);
    expect(new Set(registry.asked().slice(before))).toEqual(new Set(['plain']));
  });

  test('asks again about a name of which newer commits need another version', async () => {
    const older = join(files, 'older.json');
    await rehearse('--branch', 'main~1', '--evidence-out', older);
    const before = registry.asked().length;
    expect((await rehearse('--evidence', older)).changes).toEqual(first.changes);
    expect(registry.asked().slice(before)).toEqual(['plain']);
  });
});

test('the verdict of a commit is that of check with the same evidence at its commit time', async () => {
  writeFileSync(policy, 'version: 1\nextends: recommended\n');
  const { changes } = await rehearse('--policy', policy, '--evidence', evidence);
  for (const { commit, parent, judgedAt, verdict, subject, blocks } of changes) {
    const change = ['--base', parent, '--head', commit, '--now', judgedAt, '--policy', policy];
    const checked = await runCli(
      ['check', ...change, '--evidence', evidence, '--registry', registry.url, '--format', 'json'],
      { cwd: repository.folder },
    );
    const report = parseReport(checked.stdout);
    expect([subject, report.verdict]).toEqual([subject, verdict]);
    const rules = report.findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
    for (const { rule } of blocks) expect(rules).toContain(rule);
  }
});

test('a replay of the evidence of a rehearsal is an error and never a pass', async () => {
  const { status, stderr } = await runCli(['replay', evidence]);
  expect(status).toBe(2);
  expect(stderr).toContain('This is the evidence of a rehearsal');
});

describe('the tables', () => {
  const print = (format: string) => run('--format', format, '--evidence', evidence);

  test.each(['text', 'markdown'])('show a hostile subject without its effect in %s', async (format) => {
    const { status, stdout } = await print(format);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/\u001b|\u202e/);
    expect(stdout).not.toMatch(/^\s*::/m);
    expect(stdout).not.toContain('##[');
    expect(stdout).toContain('In all: 4 pass, 1 wait, 2 blocked, 2 past judging.');
    if (format === 'markdown') {
      expect(stdout).toContain('``Bump \\u{1B}[31m`x` \\| <img src=x> ::error::no #\\u{23}[group] @mona \\u{202E}#1``');
      return;
    }
    expect(stdout).toContain('waits 48 hours, until 2026-03-13 00:00 UTC (cooldown)');
    expect(stdout).toContain('blocked: install-scripts (hooky@1.0.0)');
    expect(stdout).toContain('past judging: unreadable lockfile (package-lock.json)');
    expect(stdout).toContain('past judging: not in the registry: removed since, or never there (gone@1.0.0)');
    expect(stdout).toContain('    rules:\n      install-scripts: { allow: [hooky] }\n');
  });
});

describe('flags that contradict a rehearsal are refused', () => {
  test.each([
    [['--history', '5', '--base', 'main'], '--history reads a branch'],
    [['--history', '5', '--head-dir', '.'], '--history reads a branch'],
    [['--history', '5', '--now', '2026-01-01'], 'leave out --now'],
    [['--history', '5', '--format', 'sarif'], '--history prints text, json or markdown'],
    [['--history', '0'], '--history takes a number from 1 to 1000'],
    [['--history', 'all'], '--history takes a number from 1 to 1000'],
    [['--branch', 'main'], '--branch only takes effect with --history'],
    [['--history', '5', '--branch', 'nowhere'], '--branch `nowhere` names no commit here'],
  ])('%j', async (args, words) => {
    const { status, stderr } = await runCli(['check', ...args], { cwd: repository.folder });
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

test('a policy that cannot be read ends the rehearsal', async () => {
  const broken = join(files, 'broken.yml');
  writeFileSync(broken, 'version: 1\nrule: {}\n');
  const { status, stderr } = await run('--policy', broken);
  expect(status).toBe(2);
  expect(stderr).toContain('policy-invalid');
});
