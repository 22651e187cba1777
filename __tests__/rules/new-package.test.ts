import { describe, expect, test } from '@jest/globals';

import newPackage from '../../src/rules/new-package.ts';
import { absent, dossierOf, exampleNow, history, present, unavailable, without } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const day = 86_400_000;
const firstAgo = (milliseconds: number, baseVersions: readonly string[] = []) =>
  dossierOf({
    change: { baseVersions },
    evidence: { firstPublishedAt: present(new Date(Date.parse(exampleNow) - milliseconds).toISOString()) },
  });

test.each([
  [30 * day, []],
  [30 * day - 1, ['young-name']],
  [0, ['young-name']],
  [-day, ['young-name']],
])('a name that is %d ms old', (age, codes) => {
  expect(codesOf(newPackage, firstAgo(age))).toEqual(codes);
});

test('a name that the base has is no new package, whatever its age', () => {
  expect(codesOf(newPackage, firstAgo(0, ['1.0.0']))).toEqual([]);
});

test('an unknown age speaks about new names only: an upgrade does not need it', () => {
  const evidence = { firstPublishedAt: unavailable('not-provided', 'no time') };
  expect(judge(newPackage, [dossierOf({ evidence })])).toMatchObject([{ level: 'error', outcome: 'indeterminate' }]);
  expect(judge(newPackage, [dossierOf({ change: { baseVersions: ['1.0.0'] }, evidence })])).toEqual([]);
  expect(judge(newPackage, [dossierOf({ evidence })], { mode: 'audit' })).toEqual([]);
});

test('no time is a finding, not an old name', () => {
  expect(codesOf(newPackage, dossierOf({ evidence: { firstPublishedAt: absent } }))).toEqual(['no-time']);
});

test('the policy sets the age', () => {
  const options = { minimumPackageAge: '90d' };
  expect(codesOf(newPackage, firstAgo(89 * day), { options })).toEqual(['young-name']);
  expect(codesOf(newPackage, firstAgo(90 * day), { options })).toEqual([]);
});

describe('a name that only upgrades pull in', () => {
  const upgrade = (fixes: readonly string[] = []) => ({ name: 'axios', version: '1.14.1', previous: '1.14.0', fixes });
  const pulledIn = (age: number, ...upgrades: readonly ReturnType<typeof upgrade>[]) => {
    const { change, ...dossier } = firstAgo(age);
    const evidence = { ...dossier.evidence, upgrades: present(upgrades), downloads: present(12) };
    return { ...dossier, change: { ...change, direct: false, name: 'plain-crypto-js' }, evidence };
  };

  test('must be seven days old, whatever its use', () => {
    expect(judge(newPackage, [pulledIn(day, upgrade())])).toMatchObject([{ level: 'error', codes: ['young-name'] }]);
    expect(codesOf(newPackage, pulledIn(7 * day - 1, upgrade()))).toEqual(['young-name']);
    expect(codesOf(newPackage, pulledIn(7 * day, upgrade()))).toEqual([]);
  });

  test('must be thirty days old, and ninety without use, where a new direct dependency pulls it in as well', () => {
    const { evidence, ...dossier } = pulledIn(29 * day, upgrade());
    const alone = { ...dossier, evidence: { ...evidence, upgrades: absent } };
    expect(judge(newPackage, [alone])).toMatchObject([{ codes: ['young-name'] }]);
    expect(
      codesOf(newPackage, {
        ...alone,
        evidence: { ...alone.evidence, firstPublishedAt: firstAgo(89 * day).evidence.firstPublishedAt },
      }),
    ).toEqual(['unused']);
  });

  test('is a warning where the upgrade fixes an advisory, and every upgrade that pulls it in does', () => {
    const fix = upgrade(['GHSA-aaaa-bbbb-cccc']);
    expect(judge(newPackage, [pulledIn(day, fix)])).toMatchObject([{ level: 'warn', codes: ['pulled-in-fix'] }]);
    expect(judge(newPackage, [pulledIn(day, fix, upgrade())])).toMatchObject([
      { level: 'error', codes: ['young-name'] },
    ]);
  });

  test('must be as old as any other where its former versions are gone: anybody can take such a name', () => {
    const recycled = pulledIn(400 * day, upgrade());
    const evidence = { ...recycled.evidence, history: history({ '2.0.0': '2026-06-01T00:00:00.000Z' }) };
    expect(codesOf(newPackage, { ...recycled, evidence })).toEqual(['recycled']);
  });

  test('is never judged by a longer age than one that is added directly', () => {
    expect(
      codesOf(newPackage, pulledIn(2 * day, upgrade()), { options: { minimumPackageAge: '1d', unusedFor: '1d' } }),
    ).toEqual([]);
  });
});

describe('downloads that cannot be read', () => {
  const unread = (age: number) => without(firstAgo(age), 'downloads');
  test('leave the age alone to decide, and that is said', () => {
    expect(judge(newPackage, [unread(30 * day)])).toMatchObject([{ level: 'note', codes: ['use-unknown'] }]);
    expect(codesOf(newPackage, unread(90 * day))).toEqual([]);
    expect(codesOf(newPackage, unread(30 * day - 1))).toEqual(['young-name']);
  });

  test('are not the same as a name that nobody downloads', () => {
    const { evidence, ...dossier } = firstAgo(30 * day);
    expect(codesOf(newPackage, { ...dossier, evidence: { ...evidence, downloads: absent } })).toEqual(['unused']);
  });
});

describe('the date that it names is the one at which it passes', () => {
  const young = (count: number | undefined, upgrades = false) => {
    const { evidence, ...dossier } = firstAgo(day);
    const more = upgrades ? { upgrades: present([{ name: 'a', version: '2.0.0', previous: '1.0.0', fixes: [] }]) } : {};
    const own = {
      ...dossier,
      evidence: { ...evidence, ...more, ...(count === undefined ? {} : { downloads: present(count) }) },
    };
    return count === undefined ? without(own, 'downloads') : own;
  };
  test.each([
    ['of a used name', young(1000), 30],
    ['of an unused name', young(999), 90],
    ['of a name whose use is unknown', young(undefined), 30],
    ['of a name that an upgrade pulls in', young(0, true), 7],
  ])('%s', (_, dossier, days) => {
    const passesAt = new Date(Date.parse(exampleNow) + (days - 1) * day).toISOString();
    expect(judge(newPackage, [dossier])).toMatchObject([{ level: 'error', passesAt }]);
    const minute = 60_000;
    const levelAt = (now: number) =>
      judge(newPackage, [dossier], { now: new Date(now).toISOString() }).map(({ level }) => level);
    expect(levelAt(Date.parse(passesAt) - minute)).toEqual(['error']);
    expect(levelAt(Date.parse(passesAt)).includes('error')).toBe(false);
  });
});
