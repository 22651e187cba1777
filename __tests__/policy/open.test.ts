import { expect, test } from '@jest/globals';

import { GateFailure } from '../../src/errors.ts';
import { openPolicy } from '../../src/policy/open.ts';
import { loadPolicy } from '../support/load-policy.ts';

const source = '.github/dependency-policy.yml';
const plain = (policy: Awaited<ReturnType<typeof openPolicy>>) => ({
  ...policy,
  ...{ isGated: undefined, isExcluded: undefined },
});

test('gives the same policy as reading it at once, with a file and without', async () => {
  const file = { source, text: 'version: 1\nrules: { cooldown: warn }' };
  expect(plain(await openPolicy(file))).toEqual(plain(loadPolicy(file)));
  expect(plain(await openPolicy(undefined, { preset: 'strict' }))).toEqual(
    plain(loadPolicy(undefined, { preset: 'strict' })),
  );
});

test('a broken file is refused, never the defaults', async () => {
  await expect(openPolicy({ source, text: 'version: 2' })).rejects.toThrow(GateFailure);
});
