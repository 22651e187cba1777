import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { npmHighImpact } from 'npm-high-impact';

import { lookalikeOf, meantBy, rankOf } from '../../src/names/well-known-names.ts';
import { repositoryRoot } from '../support/cli.ts';

test('each listed name has the place that the list gives it, and imitates nobody; no other name has one', () => {
  const found = npmHighImpact.map((name) => rankOf(name));
  expect(found).toEqual(npmHighImpact.map((_, index) => index + 1));
  expect(npmHighImpact.slice(0, 50).map((name) => lookalikeOf(name))).toEqual(Array(50).fill(undefined));
  expect(rankOf('an-invented-name-for-nothing')).toBeUndefined();
});

test.each([
  ['left_pad', 'left-pad', 'same'],
  ['pad-left-js', 'left-pad', 'same'],
  ['rn0rnent', 'moment', 'same'],
  ['lodahs', 'lodash', 'one-edit'],
  ['expres', 'express', 'one-edit'],
  ['babel-plugin-macroz', 'babel-plugin-macros', 'one-edit'],
  ['styled-componetns2', 'styled-components', 'two-edits'],
] as const)('%s could be taken for %s', (name, popular, likeness) => {
  expect(lookalikeOf(name)).toMatchObject({ name: popular, rank: rankOf(popular), likeness });
});

test.each(['an-invented-name-for-nothing', 'ret', '@babel/croe', 'x'.repeat(10_000), '', '@', '\u0000'])(
  '%s imitates nobody',
  (name) => expect(lookalikeOf(name)).toBeUndefined(),
);

test.each([
  ['left-padd', 'left-pad'],
  ['loadsh', 'lodash'],
  ['raect', 'react'],
  ['@babel/croe', '@babel/core'],
  ['Express', 'express'],
])('whoever wrote %s may have meant %s', (name, meant) => {
  expect(meantBy(name, 3)).toContain(meant);
});

test('nobody is told more names than asked for, nor the one that was written', () => {
  expect(meantBy('reactt', 2)).toHaveLength(2);
  expect(meantBy('lodash', 50)).not.toContain('lodash');
  expect(meantBy('an-invented-name-for-nothing', 3)).toEqual([]);
});

test('one letter dropped, doubled, changed or swapped is always close to a name, and the closest is told first', () => {
  const long = npmHighImpact.filter((name) => name.length >= 12 && !name.startsWith('@'));
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), fc.nat(3), (name, drawn, how) => {
      const at = drawn % (name.length - 1);
      const [before, letter, next] = [name.slice(0, at), name[at] ?? '', name[at + 1] ?? ''];
      const put = ['', letter + letter, 'q', next + letter][how] ?? '';
      const edited = before + put + name.slice(how === 3 ? at + 2 : at + 1);
      fc.pre(rankOf(edited) === undefined);
      const found = lookalikeOf(edited);
      expect(found?.likeness).toMatch(/^(?:same|one-edit)$/);
      expect(meantBy(edited, 1000)).toContain(name);
    }),
    { numRuns: 60 },
  );
});

test('what the build computes of the list answers as the list itself does', async () => {
  const chunk = join(repositoryRoot, 'dist/chunks/names-well-known-names.js');
  const built = (await import(pathToFileURL(chunk).href)) as {
    readonly rankOf: typeof rankOf;
    readonly lookalikeOf: typeof lookalikeOf;
  };
  for (const name of [
    ...npmHighImpact.slice(0, 300),
    ...npmHighImpact.slice(-300),
    'lodahs',
    'left_pad',
    'nothing-like-it',
  ]) {
    expect(built.rankOf(name)).toBe(rankOf(name));
  }
  for (const name of ['lodahs', 'left_pad', 'styled-componetns2', 'nothing-like-it']) {
    expect(built.lookalikeOf(name)).toEqual(lookalikeOf(name));
  }
});
