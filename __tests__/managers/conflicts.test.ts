import { expect, test } from '@jest/globals';

import { parseLockfile } from '../../src/managers/index.ts';
import { failureOf } from '../support/failure.ts';

test.each([
  ['package-lock.json', '`npm install`'],
  ['a/npm-shrinkwrap.json', '`npm install`'],
  ['yarn.lock', '`yarn install`'],
  ['pnpm-lock.yaml', '`pnpm install`'],
  ['bun.lock', 'the lockfile of one side, run `bun install`'],
  ['deno.lock', 'the lockfile of one side, run `deno install`'],
])('conflict markers of %s are resolved by its own package manager', (path, fix) => {
  const { message } = failureOf(() => parseLockfile(path, new TextEncoder().encode('<<<<<<< a\n=======\n>>>>>>> b')));
  expect(message).toContain(fix);
  expect(message.includes('npm')).toBe(fix.includes('npm'));
});
