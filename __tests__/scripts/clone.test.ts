import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { expect, test } from '@jest/globals';

const tests = join(import.meta.dirname, '..');
const sources = readdirSync(tests, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'clone.test.ts')
  .map(({ parentPath, name }) => relative(tests, join(parentPath, name)))
  .sort();
const those = (pattern: RegExp) => sources.filter((file) => pattern.test(readFileSync(join(tests, file), 'utf8')));

test('only tests in a browser can be skipped', () => {
  expect(those(/\.(?:skip|todo)\b|\b(?:xit|xtest|xdescribe)\b/)).toEqual([join('report', 'browser.test.ts')]);
});

test('no test reads data beside the repository, which a clone does not have', () => {
  expect(sources.length).toBeGreaterThan(200);
  // The test of the digests says where that data is not.
  const naming = those(/LOCKGATE_SHARED|\bshared\/data\b|'shared', 'data'/);
  expect(naming).toEqual([join('scripts', 'digests.test.ts')]);
});
