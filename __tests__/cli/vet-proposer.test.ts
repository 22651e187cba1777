import { expect, test } from '@jest/globals';

import { asAgent } from '../../src/cli/vet-proposer.ts';
import { marksOf } from '../../src/rules/agents.ts';

const none = { marks: [], dependencyBots: ['an agent'], formatters: [] };

test('what an agent says of itself adds a mark and takes none away, whatever is known of the authors', async () => {
  const known = { state: 'present', value: { people: [], branch: 'claude/x' } } as const;
  const read = async (authorship?: Parameters<typeof asAgent>[0]) => {
    const found = await asAgent(authorship)();
    return found.state === 'present' ? marksOf(found.value, none).map(({ on }) => on) : [];
  };
  expect(await read(() => Promise.resolve(known))).toEqual(['branch', 'declared']);
  expect(await read(() => Promise.resolve({ state: 'absent' }))).toEqual(['declared']);
  expect(await read(() => Promise.resolve({ state: 'unavailable', reason: 'not-provided', detail: '' }))).toEqual([
    'declared',
  ]);
  expect(await read()).toEqual(['declared']);
});
