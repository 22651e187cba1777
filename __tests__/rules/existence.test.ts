import { expect, test } from '@jest/globals';

import existence from '../../src/rules/existence.ts';
import { absent, dossierOf, present, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const unknown = { evidence: { existence: absent } };

test('an invented transitive name is told with the path that brings it in', () => {
  const change = { name: 'made-up', direct: false, via: [['app-kit', 'loader', 'made-up']] };
  const [finding] = judge(existence, [dossierOf({ ...unknown, change })]);
  expect(finding?.message).toContain('`app-kit > loader`');
  expect(finding?.remediation).toContain('`loader`');
});

test('a name that nothing asks for is told as it is', () => {
  expect(codesOf(existence, dossierOf({ ...unknown, change: { direct: false, via: [] } }))).toEqual(['unknown-name']);
});

test('in an audit every name is in the base, and an invented one is no removed one', () => {
  const dossier = dossierOf({ ...unknown, change: { baseVersions: ['1.3.0'] } });
  expect(codesOf(existence, dossier, { mode: 'audit' })).toEqual(['unknown-name']);
  expect(codesOf(existence, dossier)).toEqual(['removed-name']);
});

test('a failed request is unknown: neither there nor absent', () => {
  const [finding] = judge(existence, [dossierOf({ evidence: { existence: unavailable() } })], { unavailable: 'warn' });
  expect(finding).toMatchObject({ outcome: 'indeterminate', level: 'error', floor: true });
});

test('no setting lowers any of its answers', () => {
  for (const answer of [
    present({ answer: 'no-versions' as const }),
    present({ answer: 'security-placeholder' as const }),
    present({ answer: 'refused' as const, status: 403 }),
    present({ answer: 'version-missing' as const, unpublished: true }),
    absent,
  ]) {
    const findings = judge(existence, [dossierOf({ evidence: { existence: answer } })], { level: 'off' });
    expect(findings).toMatchObject([{ level: 'error', floor: true }]);
  }
});
