import { describe, expect, test } from '@jest/globals';

import type { ReleaseSummary } from '../../src/model/index.ts';
import takeover from '../../src/rules/takeover.ts';
import { absent, dossierOf, exampleNow, history, present, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const day = 86_400_000;
const ago = (milliseconds: number) => new Date(Date.parse(exampleNow) - milliseconds).toISOString();
const by = (name: string) => ({ publisher: { name } });

function dossier(
  version: string,
  times: Readonly<Record<string, string>>,
  more: Readonly<Record<string, Partial<ReleaseSummary>>>,
  publisher = 'mallory',
) {
  return dossierOf({
    change: { version },
    evidence: { publisher: present({ name: publisher }), history: history(times, more) },
  });
}

describe('incidents, each by the shape that attacks.md records of it', () => {
  test.each([
    [
      'event-stream: a new maintainer after a dormant year',
      dossier('3.3.6', { '3.3.4': '2016-01-01T00:00:00Z', '3.3.6': ago(2 * day) }, { '3.3.4': by('dominic') }),
    ],
    [
      'ua-parser-js: three lines and a new preinstall, had the account been another',
      dossier(
        '0.7.29',
        { '0.7.28': ago(60 * day), '0.7.29': ago(day), '0.8.0': ago(day), '1.0.0': ago(day) },
        { '0.7.28': by('faisalman'), '0.7.29': { hooksDigest: 'x' } },
      ),
    ],
    [
      'axios: two lines within the hour',
      dossier(
        '1.14.1',
        { '0.30.3': ago(90 * day), '1.14.0': ago(20 * day), '0.30.4': ago(day - 3_600_000), '1.14.1': ago(day) },
        { '1.14.0': by('GitHub Actions'), '0.30.3': by('GitHub Actions') },
      ),
    ],
    [
      'node-ipc: a dormant maintainer on three lines',
      dossier(
        '9.1.6',
        {
          '9.2.1': ago(1500 * day),
          '12.0.0': ago(600 * day),
          '9.1.6': ago(day),
          '9.2.3': ago(day),
          '12.0.1': ago(day),
        },
        { '9.2.1': by('riaevangelist'), '12.0.0': by('riaevangelist') },
      ),
    ],
  ])('%s', (_title, one) => {
    expect(judge(takeover, [one])[0]).toMatchObject({ level: 'error', codes: ['recent'] });
  });

  test('the same from an account that is known is not for this rule', () => {
    const lines = { '0.7.28': ago(60 * day), '0.7.29': ago(day), '1.0.0': ago(day) };
    expect(codesOf(takeover, dossier('0.7.29', lines, { '0.7.28': by('faisalman') }, 'faisalman'))).toEqual([]);
  });
});

describe('boundaries', () => {
  const quietFor = (length: number) =>
    dossier('1.3.0', { '1.2.0': ago(length + day), '1.3.0': ago(day) }, { '1.2.0': by('alice') });
  test.each([
    [365 * day, ['recent']],
    [365 * day - 1, []],
  ])('nothing released for %d ms', (length, codes) => {
    expect(codesOf(takeover, quietFor(length))).toEqual(codes);
  });

  const linesApart = (gap: number, other: string) =>
    dossier(
      '1.3.0',
      { '1.2.0': ago(60 * day), [other]: ago(5 * day + gap), '1.3.0': ago(5 * day) },
      {
        '1.2.0': by('alice'),
        [other]: by('alice'),
      },
    );
  test.each([
    [day, '2.0.0', ['recent']],
    [day + 1, '2.0.0', []],
    [0, '1.2.5', []],
    [0, '2.0.0-beta.1', []],
  ])('%d ms from %s', (gap, other, codes) => {
    expect(codesOf(takeover, linesApart(gap, other))).toEqual(codes);
  });

  test.each([
    [30 * day - 1, 'error'],
    [30 * day, 'warn'],
  ])('published %d ms ago', (age, level) => {
    const old = dossier('1.3.0', { '1.2.0': ago(2000 * day), '1.3.0': ago(age) }, { '1.2.0': by('alice') });
    expect(judge(takeover, [old])[0]?.level).toBe(level);
  });
});

describe('other signs', () => {
  const change = (before: Partial<ReleaseSummary>, now: Partial<ReleaseSummary>) =>
    dossier(
      '1.3.0',
      { '1.2.0': ago(60 * day), '1.3.0': ago(day) },
      { '1.2.0': { ...by('alice'), ...before }, '1.3.0': now },
    );
  const [a, b] = ['github.com/acme/left-pad', 'github.com/mallory/left-pad'];
  test.each<[string, Partial<ReleaseSummary>, Partial<ReleaseSummary>, readonly string[]]>([
    ['another repository', { repository: a }, { repository: b }, ['recent']],
    ['no repository any more', { repository: a }, {}, ['recent']],
    ['a repository where none was declared', {}, { repository: a }, []],
    ['a new install script', {}, { hooksDigest: 'x' }, ['recent']],
    ['a changed install script', { hooksDigest: 'y' }, { hooksDigest: 'x' }, ['recent']],
    ['the install script of before', { hooksDigest: 'x' }, { hooksDigest: 'x' }, []],
  ])('%s', (_title, before, now, codes) => {
    expect(codesOf(takeover, change(before, now))).toEqual(codes);
  });
});

test('the publisher is read only where there is a sign; one that is not named was never seen', () => {
  const of = (times: Readonly<Record<string, string>>, publisher: typeof absent | ReturnType<typeof unavailable>) =>
    dossierOf({ evidence: { publisher, history: history(times, { '1.2.0': by('alice') }) } });
  const [calm, dormant] = [
    { '1.2.0': ago(60 * day), '1.3.0': ago(day) },
    { '1.2.0': ago(600 * day), '1.3.0': ago(day) },
  ];
  expect(codesOf(takeover, of(calm, unavailable()))).toEqual([]);
  expect(judge(takeover, [of(dormant, unavailable())])[0]?.outcome).toBe('indeterminate');
  expect(codesOf(takeover, of(dormant, absent))).toEqual(['recent']);
});
