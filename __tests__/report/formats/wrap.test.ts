import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { wrap } from '../../../src/report/formats/wrap.ts';
import { badDay, change, finding, flood, report } from '../sample.ts';

describe('wrap', () => {
  test('loses no word, and only a word that is alone on its line is longer than it', () => {
    const words = fc.array(fc.stringMatching(/^[a-z.:/-]{1,90}$/u), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 120 }), fc.integer({ min: 0, max: 8 }), (all, width, depth) => {
        const lines = wrap(all.join(' '), ' '.repeat(depth), width);
        expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(all);
        for (const line of lines.filter(({ length }) => length > width)) expect(line.trim()).not.toContain(' ');
      }),
    );
  });
});

describe('a terminal of 80 columns', () => {
  const long = `@acme/${'very-long-name-'.repeat(9)}end`;
  const wide = report({
    changes: [change({ name: long, direct: false, via: [['react', 'scheduler', 'loose-envify', long]] })],
    findings: [finding({ name: long, message: `\`${long}\` is not what it says.` })],
    errors: [
      {
        code: 'lockfile-syntax',
        path: 'packages/app/package-lock.json',
        line: 3,
        message: 'Expected a comma or a closing brace, and found the end of the file.',
      },
    ],
  });

  test.each([
    ['a dozen findings', badDay()],
    ['3,000 findings', flood(3000)],
    ['a long name and an error', wide],
  ])('has no line of several words past its edge: %s', (_, made) => {
    const lines = terminalReport(made, { width: 80 }).split('\n');
    const words = (line: string) =>
      line
        .trim()
        .replace(/^(?:at|why|pulls in|Pulled in by) +/u, '')
        .split(' ').length;
    // A package's name and version stay together.
    expect(lines.filter((line) => line.length > 80 && words(line) > 2)).toEqual([]);
  });
});
