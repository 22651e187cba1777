import { expect, test } from '@jest/globals';

import { needsExactVersion } from '../../src/policy/waivable.ts';

const unread = { rule: 'provenance', codes: ['unavailable-authorship'], outcome: 'indeterminate' } as const;

test('what could not be judged is not easier to cover than what it may have been', () => {
  expect(needsExactVersion({ rule: 'provenance', codes: ['agent-unproven'], outcome: 'violation' })).toBe(true);
  expect(needsExactVersion(unread)).toBe(true);
  expect(needsExactVersion({ ...unread, rule: 'cooldown' })).toBe(false);
  expect(needsExactVersion({ rule: 'provenance', codes: ['missing'], outcome: 'violation' })).toBe(false);
});
