import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import cooldown from '../../src/rules/cooldown.ts';
import { absent, dossierOf, exampleNow, history, present, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const hour = 3_600_000;
const ago = (milliseconds: number) => new Date(Date.parse(exampleNow) - milliseconds).toISOString();
const publishedAgo = (milliseconds: number) => dossierOf({ evidence: { publishedAt: present(ago(milliseconds)) } });

describe('the boundary', () => {
  test.each([
    [72 * hour, []],
    [72 * hour - 1, ['too-young']],
    [22 * hour, ['too-young']], // an age compared in milliseconds with 22
    [0, ['too-young']],
    [-1, ['future']],
    [-400 * 24 * hour, ['future']],
  ])('published %d ms ago', (age, codes) => {
    expect(codesOf(cooldown, publishedAgo(age))).toEqual(codes);
  });

  test('`0h` asks for a time that is not in the future, and for nothing else', () => {
    const how = { options: { minimumReleaseAge: '0h' } };
    expect(codesOf(cooldown, publishedAgo(0), how)).toEqual([]);
    expect(codesOf(cooldown, publishedAgo(-1), how)).toEqual(['future']);
    expect(codesOf(cooldown, dossierOf({ evidence: { publishedAt: absent } }), how)).toEqual(['no-time']);
  });

  test('the instant that it names is the first minute at which it passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -72 * hour, max: 72 * hour - 1 }), (age) => {
        const dossier = publishedAgo(age);
        const [finding] = judge(cooldown, [dossier]);
        const [, day, clock] = /Wait until (\S+) (\S+) UTC/.exec(finding?.remediation ?? '') ?? [];
        const named = `${day}T${clock}:00.000Z`;
        expect(codesOf(cooldown, dossier, { now: named })).toEqual([]);
        const minuteBefore = new Date(Date.parse(named) - 60_000).toISOString();
        expect(codesOf(cooldown, dossier, { now: minuteBefore })).not.toEqual([]);
      }),
    );
  });
});

describe('what to use meanwhile', () => {
  const young = { publishedAt: present(ago(hour)) };
  const remedy = (times: Record<string, string>, change: object = {}, more: Parameters<typeof history>[1] = {}) =>
    judge(cooldown, [
      dossierOf({ change: { version: '2.1.0', ...change }, evidence: { ...young, history: history(times, more) } }),
    ])[0]?.remediation;

  test('the highest of the same major that is old enough, by version and not by list or time', () => {
    const times = {
      '2.0.10': '2025-03-01T00:00:00Z',
      '2.0.9': '2025-04-01T00:00:00Z',
      '3.0.0': '2025-01-01T00:00:00Z',
    };
    expect(remedy(times)).toContain('or use `2.0.10` (published 2025-03-01 00:00 UTC)');
  });

  test('never what is deprecated, a prerelease, too young, without a time, no semver, or the version itself', () => {
    const times = {
      '1.0.0': '2024-01-01T00:00:00Z',
      '2.0.1': '2025-01-01T00:00:00Z',
      '2.0.2-rc.1': '2025-01-01T00:00:00Z',
      '2.0.3': ago(hour * 71),
      '2.0.4': '',
      nonsense: '2025-01-01T00:00:00Z',
      '2.1.0': '2025-01-01T00:00:00Z',
    };
    expect(remedy(times, {}, { '2.0.1': { deprecated: true } })).toContain('or use `1.0.0`');
  });

  test('what is locked, rather than a step back', () => {
    const change = { kind: 'updated', previousVersion: '2.0.5', baseVersions: ['2.0.5'] };
    const times = { '2.0.4': '2025-01-01T00:00:00Z', '2.0.5': ago(hour * 50), '2.1.0': ago(hour) };
    expect(remedy(times, change)).toContain('or keep `2.0.5` until then');
  });

  test('nothing, said plainly', () => {
    expect(remedy({ '2.1.0': ago(hour) })).toContain('no other release of it is old enough');
  });
});

test('the fingerprint hashes the publish time and not the age', () => {
  const dossier = publishedAgo(hour);
  const later = new Date(Date.parse(exampleNow) + hour).toISOString();
  const [now] = judge(cooldown, [dossier]);
  const [then] = judge(cooldown, [dossier], { now: later });
  expect(now?.message).not.toBe(then?.message);
  expect(now?.fingerprint).toBe(then?.fingerprint);
  expect(judge(cooldown, [publishedAgo(2 * hour)])[0]?.fingerprint).not.toBe(now?.fingerprint);
});

test('no history leaves the age judged only where it is not needed', () => {
  const history = unavailable('not-provided', 'time');
  expect(codesOf(cooldown, dossierOf({ evidence: { history } }))).toEqual([]);
  const young = dossierOf({ evidence: { history, publishedAt: present(ago(hour)) } });
  expect(judge(cooldown, [young])).toMatchObject([{ level: 'error', outcome: 'indeterminate' }]);
});

test('an unknown publish time is never old enough', () => {
  const dossier = dossierOf({ evidence: { publishedAt: unavailable('not-provided', 'no time') } });
  expect(judge(cooldown, [dossier])).toMatchObject([{ level: 'error', outcome: 'indeterminate' }]);
});
