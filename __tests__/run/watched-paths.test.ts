import { expect, test } from '@jest/globals';

import type { EffectivePolicy } from '../../src/policy/effective-policy.ts';

import { watchedIn } from '../../src/run/watched-paths.ts';

/** Whose change makes somebody a proposer. */

const place = {
  policyPath: '.github/dependency-policy.yml',
  extended: { source: 'shared/base.yml' } as unknown as EffectivePolicy['extended'],
};
const isWatched = await watchedIn([], place, ['vendor/a.tgz']);

test.each([
  ...['package.json', 'a/package.json', 'a/pnpm-lock.yaml', '.npmrc', '.yarnrc.yml', '.yarn/releases/yarn-4.0.0.cjs'],
  ...['.github/workflows/gate.yml', '.github/CODEOWNERS', '.github/dependency-policy.yml', 'shared/base.yml'],
  ...['.github/dependency-approvals/a.json', 'binding.gyp', '.pnpmfile.cjs'],
])('%s: what decides what is installed, or what the gate does', (path) => {
  expect(isWatched(path)).toBe(true);
});

test('what is decided about, whatever its name', () => {
  expect(isWatched('vendor/a.tgz')).toBe(true);
});

test.each(['README.md', 'src/index.ts', 'vendor/b.tgz', 'docs/package.json.md'])('%s: nothing else', (path) => {
  expect(isWatched(path)).toBe(false);
});
