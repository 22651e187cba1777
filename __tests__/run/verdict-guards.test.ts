import { describe, expect, test } from '@jest/globals';

import type { Dossier } from '../../src/model/index.ts';
import cooldown from '../../src/rules/cooldown.ts';
import integrity from '../../src/rules/integrity.ts';
import { defineLockfileRule } from '../../src/model/rule.ts';
import { dossierOf, present, without } from '../support/dossier.ts';
import { brief, judgeUnder } from '../support/judge-policy.ts';
import { packageRule, says } from '../support/speaking-rules.ts';

const quiet = packageRule({ id: 'quiet', messages: { poor: 'configured' }, recommended: 'off' });

describe('what was collected about one package version counts for that one alone', () => {
  const ofGit = (commit: string) =>
    dossierOf({ change: { source: { kind: 'git', spec: `git+https://git.example/left-pad#${commit}` } } });

  test.each<[string, Dossier, Dossier]>([
    ['evidence about the registry does not stand for a version from git', dossierOf(), ofGit('1')],
    ['evidence about one commit does not stand for another commit', ofGit('1'), ofGit('2')],
    ['evidence about one version does not stand for another', dossierOf({ change: { version: '1.2.9' } }), dossierOf()],
    [
      'evidence about one lockfile does not stand for another lockfile',
      dossierOf({ change: { lockfile: 'apps/a/package-lock.json' } }),
      dossierOf(),
    ],
  ])('%s', (_, collected, forgotten) => {
    const changes = [collected.change, forgotten.change];
    expect(() => judgeUnder('', { dossiers: [collected], rules: [quiet], comparison: { changes } })).toThrow(
      'no evidence was collected about left-pad@1.3.0',
    );
  });
});

test('a profile for one folder changes what its own lockfile is judged by, and no other lockfile', () => {
  const deleted = defineLockfileRule({
    ...({ id: 'locks', summary: 's', why: 'w', recommended: 'error', floor: 'none', examples: [] } as const),
    messages: { deleted: { severity: 'configured', text: () => 'It is gone.', remediation: () => 'Restore it.' } },
    check: () => says('deleted'),
  });
  const policy = 'profiles: { lax: { rules: { locks: warn } } }\napply: [{ profile: lax, paths: ["experiments/**"] }]';
  const verdictOn = (path: string) =>
    judgeUnder(policy, {
      dossiers: [],
      rules: [deleted],
      comparison: { observations: [{ code: 'deleted', path, line: 1, args: {} }] },
    }).verdict;
  expect([verdictOn('experiments/yarn.lock'), verdictOn('apps/yarn.lock')]).toEqual(['warn', 'fail']);
});

test('an audit warns of a weak pin that was merged long ago, which a pull request may not add', () => {
  const unpinned = dossierOf({ change: { pins: [{ line: 10, places: 1 }] } });
  const verdictIn = (mode: 'audit' | 'check') =>
    judgeUnder('', { dossiers: [unpinned], rules: [integrity], comparison: { mode } }).verdict;
  expect([verdictIn('audit'), verdictIn('check')]).toEqual(['warn', 'fail']);
});

test('a listed publisher waives the waiting time of what it published itself', () => {
  const young = dossierOf({ evidence: { publishedAt: present('2026-06-15T10:00:00.000Z') } });
  const listed = (account: string) =>
    `publishers: [{ packages: [left-pad], identity: { account: ${account} }, start: 2026-01-01, end: 2026-12-31, waives: [cooldown], reason: Ours. }]`;
  const judged = judgeUnder(listed('alice'), { dossiers: [young] });
  expect(judged.verdict).toBe('pass');
  expect(brief(judged)).toEqual([[cooldown.id, 'excepted', 'error', 'publishers[0]']]);
  expect(judgeUnder(listed('mallory'), { dossiers: [young] }).verdict).toBe('fail');
});

test('evidence that could not be had counts as the policy says: a warning under `unavailable: warn`', () => {
  const needing = packageRule({
    ...{ id: 'needing', messages: { poor: 'configured' }, needs: ['history'] },
    check: ({ evidence }) => (evidence.history.state === 'present' ? [] : says('poor')),
  });
  const verdictUnder = (policy: string) =>
    judgeUnder(policy, { dossiers: [without(dossierOf(), 'history')], rules: [needing] }).verdict;
  expect([verdictUnder(''), verdictUnder('unavailable: warn')]).toEqual(['fail', 'warn']);
});

describe('a listed publisher whose time has ended', () => {
  const ended =
    'publishers: [{ packages: [left-pad], identity: { account: alice }, start: 2025-01-01, end: 2025-12-31, waives: [cooldown], reason: Ours. }]';

  test('is reported, so that somebody removes the entry', () => {
    expect(judgeUnder(ended, { dossiers: [] }).findings).toMatchObject([{ codes: ['publisher-ended'] }]);
  });

  test('makes a verdict without other findings a warning', () => {
    expect(judgeUnder(ended, { dossiers: [] }).verdict).toBe('warn');
  });
});
