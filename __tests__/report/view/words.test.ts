import { expect, test } from '@jest/globals';

import { changeWords } from '../../../src/report/view/words.ts';
import { badDay } from '../sample.ts';

test.each([
  ['1.9.0', '1.10.0', 'updated from 1.9.0'],
  ['1.10.0', '1.9.0', 'downgraded from 1.10.0'],
  ['1.0.0', '1.0.0-rc.1', 'downgraded from 1.0.0'],
  ['1.0.0-rc.1', '1.0.0', 'updated from 1.0.0-rc.1'],
])('from %s to %s is called what it is', (previousVersion, version, words) => {
  const [change] = badDay().changes;
  if (change === undefined) throw new Error('the sample has no change');
  const updated = { ...change, kind: 'updated', previousVersion, version, changed: ['version'] } as const;
  expect(changeWords(updated, 'check', (text) => text)).toBe(words);
});
