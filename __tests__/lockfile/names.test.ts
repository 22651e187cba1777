import { expect, test } from '@jest/globals';

import { isPackageName } from '../../src/lockfile/names.ts';

test('names are accepted as npm accepts them for old packages', () => {
  expect(['a', '@s/a', 'A~!', 'http', 'x'.repeat(300)].every(isPackageName)).toBe(true);
  expect(['', '.a', '_a', '-a', ' a', 'a/b', '@s', 'favicon.ico', 'constructor'].some(isPackageName)).toBe(false);
});
