import { expect, test } from '@jest/globals';

import abandonment from '../../src/rules/abandonment.ts';
import { dossierOf, exampleNow, history, present, release, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const day = 86_400_000;
const ago = (milliseconds: number) => new Date(Date.parse(exampleNow) - milliseconds).toISOString();
const latest = (time: string) =>
  dossierOf({ evidence: { history: history({ '1.3.0': '2001-01-01T00:00:00Z', '0.9.1': time }) } });

test.each([
  [730 * day, []],
  [730 * day + 1, ['dormant']],
  [-day, []],
])('the last release of any version, %d ms ago', (age, codes) => {
  expect(codesOf(abandonment, latest(ago(age)))).toEqual(codes);
});

test('it warns, and blocks only where the policy says so', () => {
  const dossier = latest(ago(3000 * day));
  expect(judge(abandonment, [dossier])).toMatchObject([{ level: 'warn' }]);
  expect(judge(abandonment, [dossier], { level: 'error' })).toMatchObject([{ level: 'error' }]);
});

test('times that a mirror strips are unknown, not two years of silence and not a release of today', () => {
  const evidence = { history: history({ '1.3.0': '' }), publishedAt: unavailable('not-provided', 'time') };
  expect(judge(abandonment, [dossierOf({ evidence })])).toMatchObject([{ outcome: 'indeterminate', level: 'warn' }]);
});

test('a release time of its own stands in where the history has none', () => {
  const evidence = { history: history({ '1.3.0': '' }), publishedAt: present(ago(800 * day)) };
  expect(codesOf(abandonment, dossierOf({ evidence }))).toEqual(['dormant']);
});

test('of a deprecated version, the newest that is not deprecated is named, the same major first', () => {
  const times = { '1.3.0': ago(90 * day), '1.2.9': ago(200 * day), '2.0.0': ago(day), '3.0.0-rc.1': ago(day) };
  const remedy = (deprecated: Record<string, { deprecated: boolean }>) =>
    judge(abandonment, [
      dossierOf({ evidence: { release: release({ deprecated: true }), history: history(times, deprecated) } }),
    ])[0]?.remediation;
  const gone = { deprecated: true };
  expect(remedy({ '1.3.0': gone })).toContain('`1.2.9`');
  expect(remedy({ '1.3.0': gone, '1.2.9': gone })).toContain('`2.0.0`');
  expect(remedy({ '1.3.0': gone, '1.2.9': gone, '2.0.0': gone })).toContain('Replace `left-pad`');
});
