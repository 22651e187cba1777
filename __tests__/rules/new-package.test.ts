import { expect, test } from '@jest/globals';

import newPackage from '../../src/rules/new-package.ts';
import { absent, dossierOf, exampleNow, present, unavailable } from '../support/dossier.ts';
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
