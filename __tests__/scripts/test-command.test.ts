import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

const command = join(import.meta.dirname, '..', '..', 'scripts', 'test.mjs');

/** Runs the test command over one file of which every case is skipped, for no name fits. */
function run(...flags: readonly string[]): { status: number | null; closing: string } {
  const env = { ...process.env };
  Reflect.deleteProperty(env, 'LOCKGATE_CORPUS');
  const args = [command, '__tests__/compare/bun-pairs.test.ts', '--testNamePattern', 'no such case', ...flags];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  return { status, closing: /^\d+ passed.*$/m.exec(stdout)?.[0] ?? stdout };
}

test('a skipped test is counted, and fails only where none may be skipped', () => {
  expect(run()).toEqual({ status: 0, closing: '0 passed, 0 failed, 3 skipped' });
  expect(run('--no-skips')).toEqual({ status: 1, closing: '0 passed, 0 failed, 3 skipped' });
}, 120_000);

test('--corpus judges what the sample leaves out', () => {
  expect(run('--corpus')).toEqual({ status: 0, closing: '0 passed, 0 failed, 4 skipped' });
}, 120_000);
