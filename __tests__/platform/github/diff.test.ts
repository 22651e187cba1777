import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { linesOfPatch } from '../../../src/platform/github/diff.ts';

const shown = (patch: string) => {
  const lines = linesOfPatch(patch);
  return lines === undefined ? undefined : Object.fromEntries(lines);
};

describe('a patch', () => {
  test('shows the new side, context included', () => {
    const patch = ['@@ -3,4 +3,4 @@ name', ' a', '-b', '+B', ' c', ' d', '@@ -20 +20,2 @@', '-x', '+y', '+z'].join(
      '\n',
    );
    expect(shown(patch)).toEqual({ 3: 'a', 4: 'B', 5: 'c', 6: 'd', 20: 'y', 21: 'z' });
  });

  test('of a new file, of an emptied one, and without a line end at the end', () => {
    expect(shown('@@ -0,0 +1,2 @@\n+a\n+b\n\\ No newline at end of file')).toEqual({ 1: 'a', 2: 'b' });
    expect(shown('@@ -1,2 +0,0 @@\n-a\n-b')).toEqual({});
    expect(shown('@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n')).toEqual({
      1: 'b',
    });
  });

  test.each([
    ['is none', ''],
    ['has no hunk', 'Binary files differ'],
    ['is cut within a hunk', '@@ -1,2 +1,3 @@\n a\n+b'],
    ['has a hunk that is longer than it says', '@@ -1 +1 @@\n-a\n+b\n+c'],
    ['has a line of no side', '@@ -1 +1,2 @@\n a\nb'],
    ['counts one side only', '@@ -1,2 +1,1 @@\n+a\n+b\n-c\n-d'],
    ['goes backwards', '@@ -9 +9 @@\n-a\n+b\n@@ -1 +1 @@\n-a\n+b'],
    ['has numbers that are none', '@@ -1 +99999999999999999999 @@\n-a\n+b'],
    ['is longer than anybody reads', `@@ -0,0 +1 @@\n+${'a'.repeat(2_000_000)}`],
  ])('that %s shows no line', (_, patch) => {
    expect(shown(patch)).toBeUndefined();
  });

  test('of any lines gives each its number, and cut anywhere but between hunks gives none', () => {
    const line = fc.constantFrom('a', '', '+', '@@ -1 +1 @@', '-x', 'é\r');
    const hunk = fc.array(fc.tuple(fc.constantFrom('+', '-', ' '), line), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(hunk, { minLength: 1, maxLength: 4 }), fc.nat(), (hunks, cut) => {
        const lines: string[] = [];
        const ends: number[] = [];
        const expected: Record<number, string> = {};
        let next = 1;
        for (const members of hunks) {
          const count = (other: string) => members.filter(([side]) => side !== other).length;
          lines.push(`@@ -${next},${count('+')} +${next},${count('-')} @@ anything`);
          for (const [side, text] of members) {
            lines.push(`${side}${text}`);
            if (side !== '-') expected[next++] = text;
          }
          next += 5;
          ends.push(lines.length);
        }
        expect(shown(lines.join('\n'))).toEqual(expected);
        const kept = (cut % lines.length) + 1;
        expect(shown(lines.slice(0, kept).join('\n')) === undefined).toBe(!ends.includes(kept));
      }),
    );
  });
});
