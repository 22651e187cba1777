import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import { startProgress } from '../../src/cli/progress.ts';

/** The line that is redrawn while something takes long. */

let now = 0;
beforeEach(() => {
  now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  jest.restoreAllMocks();
});

function painted(columns: number | undefined, steps: number, more = '') {
  now = 0;
  const written: string[] = [];
  const stream = {
    isTTY: true,
    write: (text: string) => written.push(text) > 0,
    ...(columns !== undefined && { columns }),
  };
  const progress = startProgress(stream, 'Judging the history');
  for (let step = 1; step <= steps; step += 1) {
    now = 1000 + step;
    progress.step(step, steps, more);
  }

  return written.map((text) => text.replace(/^\r|\x1b\[K$/g, ''));
}

test('progress is cut between words where the terminal is too narrow', () => {
  expect(painted(60, 1, '; 5 pass, 1 blocked; asking about 12 of 40 packages')).toEqual([
    'Judging the history: 1 of 1; 5 pass, 1 blocked; asking',
  ]);
  expect(painted(30, 1, '; 5 pass, 1 blocked')).toEqual(['Judging the history: 1 of 1']);
});

test.each([undefined, 0])('progress takes 80 columns where the terminal says %p', (columns) => {
  expect(painted(columns, 1, '; 5 pass')).toEqual(['Judging the history: 1 of 1; 5 pass']);
});

test('progress is painted at most ten times a second', () => {
  expect(painted(80, 950)).toHaveLength(10);
});
