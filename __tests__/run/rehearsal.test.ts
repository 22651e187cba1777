import { describe, expect, test } from '@jest/globals';

import type { Finding } from '../../src/model/index.ts';
import { acceptPolicy } from '../../src/policy/load.ts';
import { editLines, withEdits } from '../../src/run/policy-edits.ts';
import { candidatesFor } from '../../src/run/rehearsal-candidates.ts';
import { type Obstacle, obstaclesOf, outcomeOf } from '../../src/run/rehearsal-outcome.ts';
import type { Run } from '../../src/run/request.ts';
import { dossierOf, present, unavailable } from '../support/dossier.ts';

const now = '2026-06-15T12:00:00.000Z';
const finding = (more: Partial<Finding>): Finding => ({
  ...{ rule: 'cooldown', level: 'error', floor: false, outcome: 'violation', codes: ['too-young'] },
  ...{ name: 'left-pad', version: '1.3.0', message: '', remediation: '', lockfile: 'package-lock.json', line: 1 },
  ...{ places: 1, fingerprint: '', status: 'reported', decision: null },
  ...more,
});
const runOf = (findings: readonly Finding[], more: Partial<Run> = {}): Run => ({
  ...{ now, trust: {}, failed: false, collected: { dossiers: [], answers: [] } },
  ...{ judgement: { verdict: 'fail', findings } },
  comparison: { mode: 'check', head: 'x', lockfiles: [], changes: [], observations: [], errors: [] },
  whole: { mode: 'check', head: 'x', lockfiles: [], changes: [], observations: [], errors: [] },
  ...more,
});
const passesAt = '2026-06-17T12:00:30.000Z';
const because = (reason: 'timeout' | 'offline' | 'not-provided', version: string | null = '1.3.0') =>
  finding({
    ...{ outcome: 'indeterminate', passesAt, version },
    cause: { evidence: 'release', asked: 'document', reason, detail: '' },
  });

describe('how a change would have fared', () => {
  test.each<[string, Partial<Finding>, string]>([
    ['an age', { passesAt }, 'waits'],
    ['a version that was removed', { rule: 'existence', floor: true, codes: ['unpublished-version'] }, 'past-judging'],
    ['a name that nobody has published', { rule: 'existence', floor: true, codes: ['unknown-name'] }, 'blocked'],
    ['a dependency on such a name', { rule: 'existence', floor: true, codes: ['unknown-transitive'] }, 'blocked'],
    ['a name that was locked before', { rule: 'existence', floor: true, codes: ['removed-name'] }, 'past-judging'],
    ['a version that is not listed', { rule: 'existence', floor: true, codes: ['unknown-version'] }, 'past-judging'],
    ['a security placeholder', { rule: 'existence', floor: true, codes: ['security-placeholder'] }, 'past-judging'],
    ['a name that a registry refuses', { rule: 'existence', floor: true, codes: ['refused'] }, 'blocked'],
    ['an advisory of today', { rule: 'advisory', codes: ['vulnerable'] }, 'past-judging'],
    ['an unknown time', { codes: ['no-time'] }, 'past-judging'],
    ['a new direct dependency', { rule: 'new-direct-dependency', codes: ['undecided'] }, 'decision'],
    ['an install script', { rule: 'install-scripts', codes: ['first-seen'] }, 'blocked'],
    ['a request that failed', because('timeout'), 'unanswered'],
    ['evidence that the registry does not have', because('not-provided'), 'blocked'],
    ['a request that was not allowed, for several packages', because('offline', null), 'unanswered'],
    ['what an exception covers', { status: 'excepted' }, 'passed'],
    ['a warning', { level: 'warn' }, 'passed'],
  ])('%s', (_, more, outcome) => {
    expect(outcomeOf(runOf([finding(more)]), now).outcome).toBe(outcome);
  });

  test.each([
    ['unpublished-version', 'removed'],
    ['no-versions', 'removed'],
    ['unknown-version', 'not-listed'],
    ['removed-name', 'not-listed'],
    ['security-placeholder', 'known-today'],
  ])(
    'existence says %s, and the reason is %s: nothing is called removed of which nobody knows that it was there',
    (code, reason) => {
      const lockfiles = [{ path: 'package-lock.json', format: 'npm-3' }] as unknown as Run['comparison']['lockfiles'];
      const run = runOf([finding({ rule: 'existence', floor: true, codes: [code] })]);
      const { pastJudging } = outcomeOf({ ...run, comparison: { ...run.comparison, lockfiles } }, now);
      expect(pastJudging.map((each) => each.reason)).toEqual([reason]);
    },
  );

  test('a lockfile that cannot be read is past judging, not passed', () => {
    const comparison = {
      ...runOf([]).comparison,
      errors: [{ code: 'lockfile-syntax', message: '', path: 'yarn.lock' }],
    };
    const { outcome, pastJudging } = outcomeOf(runOf([], { comparison }), now);
    expect(outcome).toBe('past-judging');
    expect(pastJudging).toEqual([{ reason: 'unreadable', findings: 1, about: ['yarn.lock'] }]);
  });

  test('the longest wait counts, rounded up to the minute, and what blocks beside it counts more', () => {
    const both = [finding({ passesAt: '2026-06-16T00:00:00.000Z' }), finding({ passesAt, rule: 'new-package' })];
    const { outcome, waits } = outcomeOf(runOf(both), now);
    expect(outcome).toBe('waits');
    expect(waits).toEqual({ until: '2026-06-17T12:01:00.000Z', hours: 49, rules: ['cooldown', 'new-package'] });
    expect(outcomeOf(runOf([...both, finding({ rule: 'takeover' })]), now).outcome).toBe('blocked');
  });

  test('a version that the registry dates after its commit does not wait: the time is not of then', () => {
    const dossier = dossierOf({ evidence: { publishedAt: present('2026-06-16T00:00:00.000Z') } });
    const { name, version, lockfile } = dossier.change;
    const run = runOf([finding({ name, version, lockfile, passesAt })]);
    const of = (dossiers: Run['collected']['dossiers']) =>
      obstaclesOf({ ...run, collected: { dossiers, answers: [] } }).map(([, obstacle]) => obstacle.kind);
    expect(of([dossier])).toEqual(['past']);
    expect(of([dossierOf({ evidence: { publishedAt: unavailable() } })])).toEqual(['waits']);
  });
});

describe('the lines that are offered', () => {
  const blocks: Obstacle = { kind: 'blocks' };
  const lines = (...changes: readonly (readonly Finding[])[]) =>
    candidatesFor(
      changes.map((found) => found.map((each) => [each, blocks] as const)),
      now,
    ).map(({ edit }) => editLines([edit]));
  const script = (name: string, ...codes: readonly string[]) => finding({ rule: 'install-scripts', name, codes });

  test('name the packages whose install script was seen for the first time, and none whose script is new or changed', () => {
    expect(lines([script('esbuild', 'first-seen')], [script('@swc/core', 'unestablished')])).toEqual([
      "rules:\n  install-scripts: { allow: ['@swc/core', esbuild] }",
    ]);
    expect(lines([script('axios', 'first-seen')], [script('axios', 'new-hook')])).toEqual([]);
  });

  test.each([
    'takeover',
    'trust-downgrade',
    'source-identity',
    'integrity',
    'signature',
    'malware',
    'registry',
    'deny',
  ])('are none for %s, which looks for attacks', (rule) => {
    expect(lines([finding({ rule })], [finding({ rule })])).toEqual([]);
  });

  test('make warnings of codes without a sign of an attack, and of no others of the same rule', () => {
    const of = (rule: string, ...codes: readonly string[]) => [finding({ rule, codes })];
    expect(lines(of('provenance', 'missing'))).toEqual(['rules:\n  provenance: { missing: warn }']);
    expect(lines(of('provenance', 'lost'), of('lockfile', 'shadowed', 'competes'), of('committed-bytes', 'x'))).toEqual(
      [],
    );
  });

  test('are exceptions for a package from git that several changes pin anew, with an end', () => {
    const git = finding({ rule: 'source', codes: ['git'], name: '@a/dev' });
    expect(lines([git])).toEqual([]);
    expect(lines([git], [git])).toEqual([
      "exceptions:\n  - { package: '@a/dev', rules: [source], expires: 2026-09-13, reason: Say here why it is needed. }",
    ]);
  });

  test('leave out folders of examples, never the root or a product', () => {
    const at = (lockfile: string) => finding({ rule: 'takeover', lockfile });
    expect(lines([at('packages/a/examples/b/yarn.lock')])).toEqual([
      "lockfiles: { exclude: ['packages/a/examples/**'] }",
    ]);
    expect(lines([at('packages/a/yarn.lock'), at('yarn.lock')])).toEqual([]);
  });

  test('never repeat a name or a path that could be more than a name or a path', () => {
    expect(lines([script('x, "*"', 'first-seen'), script("it's", 'first-seen')])).toEqual([]);
    expect(lines([finding({ rule: 'takeover', lockfile: "a'\n/examples/yarn.lock" })])).toEqual([]);
  });
});

describe('the edits of a policy', () => {
  test('keep what the file has', () => {
    const text = [
      'version: 1 # ours',
      'lockfiles: { exclude: [old/**] }',
      'rules:',
      '  lockfile: warn',
      '  install-scripts: { level: error, allow: [esbuild] }',
      '',
    ].join('\n');
    const edited = withEdits(text, [
      { exclude: ['examples/**'] },
      { rule: 'install-scripts', allow: ['sharp', 'esbuild'] },
      { rule: 'lockfile', warn: ['unreachable'] },
      { rule: 'bundled', warn: ['unpinned'] },
      { exception: { package: 'x', rules: ['source'], expires: '2026-09-13' } },
    ]);
    expect(edited).toContain('# ours');
    expect(edited).toMatch(/exclude: +\[ *old\/\*\*, examples\/\*\* *\]/);
    expect(edited).toMatch(/install-scripts: \{ level: error, allow: \[ esbuild, sharp \] \}/);
    expect(edited).toMatch(/lockfile: *\n +level: warn\n +unreachable: warn/);
    expect(edited).toContain('Say here why it is needed.');
  });

  test('are policies that are accepted, on top of a preset', () => {
    const text = withEdits('version: 1\nextends: recommended\n', [
      { exclude: ['examples/**'] },
      { rule: 'install-scripts', allow: ['sharp'] },
      { exception: { package: 'x', rules: ['source'], expires: '2026-09-13' } },
    ]);
    expect(acceptPolicy({ source: 'x', text }).failures).toEqual([]);
  });
});
