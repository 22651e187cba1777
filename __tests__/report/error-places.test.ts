import { expect, test } from '@jest/globals';

import { asGateErrors, asOneFailure, GateFailure } from '../../src/errors.ts';
import { annotate } from '../../src/report/formats/annotations.ts';
import { commentMarkdown } from '../../src/report/formats/markdown.ts';
import { sarifReport } from '../../src/report/formats/sarif.ts';
import { terminalReport } from '../../src/report/formats/terminal.ts';
import { errorLine } from '../../src/report/view/words.ts';
import { report } from './sample.ts';

/** An error about a place in a file has line and column wherever it is shown. */

const path = '.github/dependency-policy.yml';
const failure = (message: string, line: number, column: number) =>
  new GateFailure('policy-invalid', message, { path, line, column });
const errors = asGateErrors(asOneFailure([failure('first', 3, 7), failure('second', 12, 1)]));
const shown = report({ verdict: 'error', errors });

test('everything that is wrong with a file is an error of its own, with its place', () => {
  expect(errors).toEqual([
    { code: 'policy-invalid', message: 'first', path, line: 3, column: 7 },
    { code: 'policy-invalid', message: 'second', path, line: 12, column: 1 },
  ]);
});

test.each([
  ['one line', errors.map(errorLine).join('\n')],
  ['the terminal', terminalReport(shown)],
  ['the comment', commentMarkdown(shown)],
])('%s', (_, text) => {
  expect(text).toContain(`${path}:3:7`);
  expect(text).toContain(`${path}:12:1`);
});

test('annotations and SARIF', () => {
  expect(annotate(shown).shown).toMatchObject([
    { path, line: 3, column: 7 },
    { path, line: 12, column: 1 },
  ]);
  expect(sarifReport(shown)).toMatch(/"startLine":\s*3,\s*"startColumn":\s*7/);
});
