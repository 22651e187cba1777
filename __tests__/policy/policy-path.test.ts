import { expect, test } from '@jest/globals';

import { GateFailure } from '../../src/errors.ts';
import type { SnapshotFile } from '../../src/model/index.ts';
import { locatePolicy } from '../../src/policy/policy-path.ts';

const path = '.github/dependency-policy.yml';
const file = (path: string, mode: SnapshotFile['mode'] = 'file'): SnapshotFile => ({ path, mode });

test('the policy is the regular file at its path', () => {
  expect(locatePolicy([file('a'), file(path)], path)).toEqual(file(path));
});

test('no policy is no policy', () => {
  expect(
    locatePolicy([file('a'), file('.github/workflows/ci.yml'), file('docs/dependency-policy.yml')], path),
  ).toBeUndefined();
});

test.each<[string, SnapshotFile]>([
  ['a symbolic link', file(path, 'symlink')],
  ['a submodule', file(path, 'gitlink')],
  ['the long extension', file('.github/dependency-policy.yaml')],
  ['capitals', file('.github/Dependency-Policy.YML')],
  ['a linked folder', file('.github', 'symlink')],
  ['a folder that is a submodule', file('.github', 'gitlink')],
])('a policy that its author believes to be in force does not mean the defaults: %s', (_, entry) => {
  let failure: unknown;
  try {
    locatePolicy([file('a'), entry], path);
  } catch (cause) {
    failure = cause;
  }
  expect(failure).toBeInstanceOf(GateFailure);
  expect(failure).toMatchObject({ code: 'policy-invalid', path: entry.path });
});

test('a second spelling beside the policy changes nothing', () => {
  expect(locatePolicy([file(path), file('.github/dependency-policy.yaml')], path)).toEqual(file(path));
});
