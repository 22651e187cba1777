import { expect, test } from '@jest/globals';

import { judgeStep, readManagerSteps } from '../support/manager-steps.ts';

/**
 * What the package managers themselves write, step by step (scripts/managers.mjs), is fed back: each step has the changes that
 * were made, by a plain reading of the lockfile's text, and no finding but those that the step is about.
 */
const { versions, runs } = readManagerSteps();

test('the corpus has at least 400 steps, and every manager takes some of them', () => {
  const steps = [...runs.values()].flat();
  expect(steps.length).toBeGreaterThanOrEqual(400);
  expect([...new Set(steps.map(({ after }) => after.manager))].sort()).toEqual(Object.keys(versions).sort());
});

test('a step with one package more in its lockfile than the manager wrote is told', async () => {
  const [, [step]] = [...runs][0] ?? ['', []];
  if (step === undefined) throw new Error('The corpus is empty.');
  const wrong = await judgeStep({ ...step, after: { ...step.after, locked: [] } });
  expect(wrong).toEqual(step.after.locked.map((each) => `unexpected change +${each}`));
});

test.each([...runs])('%s: every step has the changes that were made, and no other finding', async (_, steps) => {
  const wrong = await Promise.all(steps.map(async (step) => [step.title, await judgeStep(step)] as const));
  expect(wrong.filter(([, each]) => each.length > 0)).toEqual([]);
});
