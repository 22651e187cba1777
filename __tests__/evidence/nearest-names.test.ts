import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { nearest, nearestOf } from '../../src/evidence/nearest-names.ts';

test.each([
  ['left-padd', 'left-pad'],
  ['expres', 'express'],
  ['loadsh', 'lodash'],
  ['raect', 'react'],
])('%s: %s is near', async (name, meant) => {
  expect(await nearest(name, 3)).toContain(meant);
});

test('what is near to nothing has no neighbours', async () => {
  expect(await nearest('an-invented-name-for-nothing', 3)).toEqual([]);
  expect(nearestOf(['ab', 'abc'], 'ac', 3)).toEqual([]);
});

test('one edit is always found, and ties go to the better known', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{6,20}$/), fc.nat(), (name, at) => {
      const cut = at % name.length;
      expect(nearestOf([name], name.slice(0, cut) + name.slice(cut + 1), 1)).toEqual([name]);
      expect(nearestOf([name], `${name.slice(0, cut)}-${name.slice(cut)}`, 1)).toEqual([name]);
    }),
  );
  expect(nearestOf(['abcdefx', 'abcdefy'], 'abcdefz', 2)).toEqual(['abcdefx', 'abcdefy']);
});
