import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import cooldown from '../../src/rules/cooldown.ts';
import type { DossierPatch } from '../../src/model/rule.ts';
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

describe('a staged release whose approval nothing signed dates', () => {
  const signedAt = present({ unwitnessedApprover: 'ann' });

  test('is a note, which is never in the verdict', () => {
    const [finding, ...others] = judge(cooldown, [dossierOf({ evidence: { signedAt } })]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ level: 'note', codes: ['unwitnessed-approval'] });
    expect(finding?.message).toContain('`ann`');
  });

  test('is not noted beside an age that is too young', () => {
    const dossier = dossierOf({ evidence: { signedAt, publishedAt: present(ago(hour)) } });
    expect(codesOf(cooldown, dossier)).toEqual(['too-young']);
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
    expect(remedy({ '2.1.0': ago(hour) })).toContain('no other release is old enough');
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

describe('a young version that fixes an advisory', () => {
  const records = (ids: readonly string[]) =>
    present({
      state: 'known' as const,
      records: ids.map((id) => ({ id, severity: 'high' as const, malware: false, exact: false })),
    });
  const upgrade = (evidence: DossierPatch['evidence']) =>
    dossierOf({
      change: { kind: 'updated', previousVersion: '1.2.9', baseVersions: ['1.2.9'] },
      evidence: { publishedAt: present(ago(hour)), predecessorAdvisories: records(['GHSA-old']), ...evidence },
    });

  test('is let through early only where the policy allows it', () => {
    const fix = upgrade({ advisories: records([]) });
    expect(codesOf(cooldown, fix)).toEqual(['young-fix']);
    expect(codesOf(cooldown, fix, { options: { securityFixBypass: false } })).toEqual(['too-young']);
  });

  test('has to wait where nobody can say which advisories it has itself', () => {
    const unasked = upgrade({ advisories: present({ state: 'not-applicable' }) });
    expect(() => codesOf(cooldown, unasked)).not.toThrow();
    expect(codesOf(cooldown, unasked)).toEqual(['too-young']);
  });

  test('has to wait where the source of advisories has no answer about it', () => {
    expect(codesOf(cooldown, upgrade({ advisories: unavailable() }))).toEqual(['too-young']);
  });

  test('has to wait where it has another advisory instead', () => {
    expect(codesOf(cooldown, upgrade({ advisories: records(['GHSA-new']) }))).toEqual(['too-young']);
  });

  test('is said to fix what it no longer has, and not what it still has', () => {
    const half = upgrade({
      predecessorAdvisories: records(['GHSA-old', 'GHSA-both']),
      advisories: records(['GHSA-both']),
    });
    const [finding] = judge(cooldown, [half]);
    expect(finding).toMatchObject({ codes: ['young-fix'] });
    expect(finding?.message).toContain('it fixes `GHSA-old`, which');
  });

  test('has to wait where it has a publish time in the future', () => {
    expect(codesOf(cooldown, upgrade({ publishedAt: present(ago(-hour)) }))).toEqual(['future']);
  });
});

describe('advice that can be followed', () => {
  const remedyOf = (change: object, times: Record<string, string>) =>
    judge(cooldown, [dossierOf({ change, evidence: { publishedAt: present(ago(hour)), history: history(times) } })])[0]
      ?.remediation;

  test('nobody is told to keep the very version that is too young', () => {
    const respelled = { kind: 'updated', version: '2.1.0', previousVersion: '2.1.0', changed: ['resolved'] };
    const remedy = remedyOf(respelled, { '2.0.5': '2025-01-01T00:00:00Z', '2.1.0': ago(hour) });
    expect(remedy).toContain('or use `2.0.5`');
    expect(remedy).not.toContain('keep');
  });

  test('a release is offered from the very moment at which it is old enough', () => {
    const times = { '2.0.5': ago(72 * hour), '2.0.6': ago(72 * hour - 1), '2.1.0': ago(hour) };
    expect(remedyOf({ version: '2.1.0' }, times)).toContain('or use `2.0.5`');
  });

  test('whoever has the newest release that is old enough is told to keep it and not to change to it', () => {
    const upgrade = { kind: 'updated', version: '2.1.0', previousVersion: '2.0.5', baseVersions: ['2.0.5'] };
    expect(remedyOf(upgrade, { '2.0.5': '2025-01-01T00:00:00Z', '2.1.0': ago(hour) })).toContain('or keep `2.0.5`');
  });

  test('whoever has a version that the registry no longer lists is told to keep it', () => {
    const upgrade = { kind: 'updated', version: '2.1.0', previousVersion: '2.0.5', baseVersions: ['2.0.5'] };
    expect(remedyOf(upgrade, { '2.1.0': ago(hour) })).toContain('or keep `2.0.5`');
  });
});

describe('an exception for one publish time does not cover another', () => {
  const fingerprintAt = (age: number, more: DossierPatch['evidence'] = {}) =>
    judge(cooldown, [dossierOf({ evidence: { publishedAt: present(ago(age)), ...more } })])[0]?.fingerprint;

  test('where the time is still to come', () => {
    expect(fingerprintAt(-hour)).not.toBe(fingerprintAt(-2 * hour));
  });

  test('where the young version is a fix', () => {
    const predecessorAdvisories = present({
      state: 'known' as const,
      records: [{ id: 'GHSA-old', severity: 'high' as const, malware: false, exact: false }],
    });
    const [one, other] = [hour, 2 * hour].map((age) => fingerprintAt(age, { predecessorAdvisories }));
    expect(one).not.toBe(other);
  });
});
