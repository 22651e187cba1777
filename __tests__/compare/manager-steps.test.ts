import { expect, test } from '@jest/globals';

import { judgeStep, readManagerSteps } from '../support/manager-steps.ts';

/**
 * What the package managers themselves write, step by step (scripts/managers.mjs), is fed back: each step has the changes that
 * were made, by a plain reading of the lockfile's text, and no finding but those that the step is about.
 */
const { runs } = readManagerSteps();

test('the corpus of the managers has at least 400 steps', () => {
  expect([...runs.values()].flat().length).toBeGreaterThanOrEqual(400);
});

test.each([...runs])('%s: every step has the changes that were made, and no other finding', async (_, steps) => {
  const wrong = await Promise.all(steps.map(async (step) => [step.title, await judgeStep(step)] as const));
  expect(wrong.filter(([, each]) => each.length > 0)).toEqual([]);
});
