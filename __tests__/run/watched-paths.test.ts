import { expect, test } from '@jest/globals';

import { watching } from '../../src/run/watched-paths.ts';

/** Whose change makes somebody a proposer. */

const isWatched = watching(['.github/dependency-policy.yml', 'shared/base.yml'], ['vendor/a.tgz']);

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
