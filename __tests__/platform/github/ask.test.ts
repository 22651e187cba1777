import { expect, test } from '@jest/globals';

import { unavailable } from '../../../src/platform/github/ask.ts';

test('what GitHub did not provide is to be run again, by whoever runs it: there may be no workflow', () => {
  const { message } = unavailable(new Error('connect ECONNREFUSED'), 'the organisation `octo`');
  expect(message).toMatch(/; run it again\.$/);
  expect(message).not.toContain('workflow');
});
