import { expect, test } from '@jest/globals';

import { runGate } from '../../src/run/pipeline.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** A policy that the workflow names and that is not there. */

type Files = Readonly<Record<string, MemoryFile>>;

const policyPath = 'config/gate.yml';
const named: Files = { [policyPath]: 'version: 1\n' };

async function errors(states: { readonly trusted: Files; readonly base: Files; readonly head: Files }, isNamed = true) {
  const [trusted, base, head] = [states.trusted, states.base, states.head].map((files) => memorySnapshot(files));
  if (trusted === undefined || base === undefined || head === undefined) throw new Error('three states');
  const run = await runGate({
    ...{ mode: 'check', base, head, trusted, policyPath, isPolicyNamed: isNamed, now: '2026-11-25T00:00:00.000Z' },
    ...{ offline: true, env: {}, workTree: '/nonexistent' },
  });
  return run.comparison.errors.map(({ code, path }) => `${code} ${path ?? ''}`);
}
const missing = [`policy-unavailable ${policyPath}`];

test('is an error where nobody has it, and the preset where nobody named it', async () => {
  expect(await errors({ trusted: {}, base: {}, head: {} })).toEqual(missing);
  expect(await errors({ trusted: {}, base: {}, head: {} }, false)).toEqual([]);
});

test('is no error in the change that adds it', async () => {
  expect(await errors({ trusted: {}, base: {}, head: named })).toEqual([]);
});

test('is an error where the base branch had it, although the head still has it', async () => {
  expect(await errors({ trusted: {}, base: named, head: named })).toEqual(missing);
});

test('is read where the default branch has it, whatever the change does with it', async () => {
  expect(await errors({ trusted: named, base: named, head: {} })).toEqual([]);
});
