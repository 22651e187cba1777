import { expect, test } from '@jest/globals';

import { runGate } from '../../src/run/pipeline.ts';
import { reportOf } from '../../src/run/report-of.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** The action's input `preset`; through the action itself in action/preset.test.ts. */

async function policyOf(preset: 'audit' | 'strict', file?: string, presetYields?: boolean) {
  const path = '.github/dependency-policy.yml';
  const base = memorySnapshot(file === undefined ? {} : { [path]: file });
  const run = await runGate({
    ...{ mode: 'check', base, head: base, trusted: base, policyPath: path, preset, offline: true },
    ...{ now: '2026-11-25T00:00:00.000Z', env: {}, workTree: '/nonexistent' },
    ...(presetYields !== undefined && { presetYields }),
  });
  return reportOf(run).policy;
}

test('a policy file wins over a preset that yields', async () => {
  const file = 'version: 1\nextends: strict\n';
  expect(await policyOf('audit', file, true)).toEqual(await policyOf('strict', file));
  expect((await policyOf('audit', file)).digest).not.toBe((await policyOf('audit', file, true)).digest);
});

test('without a file a preset that yields decides', async () => {
  expect((await policyOf('audit', undefined, true)).source).toBe('preset audit');
});
