import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { compileGlob, compileGlobs, globProblem, pathGlobProblem } from '../../src/text/glob.ts';

describe('globs', () => {
  test.each([
    ['left-pad', 'left-pad', true],
    ['left-pad', 'left-pad2', false],
    ['left-pad', 'xleft-pad', false],
    ['@acme/*', '@acme/ui', true],
    ['@acme/*', '@acme/', true],
    ['@acme/*', '@acme-evil/ui', false],
    ['@acme/*', 'acme', false],
    ['*', 'left-pad', true],
    ['*', '@acme/ui', false],
    ['@*/*', '@acme/ui', true],
    ['**', '@acme/ui', true],
    ['eslint-?', 'eslint-a', true],
    ['eslint-?', 'eslint-', false],
    ['eslint-?', 'eslint-ab', false],
    ['a?b', 'a/b', false],
    ['a?b', 'a💥b', true],
    ['a.b', 'axb', false],
    ['**/package-lock.json', 'package-lock.json', true],
    ['**/package-lock.json', 'apps/web/package-lock.json', true],
    ['**/package-lock.json', 'apps/not-package-lock.json', false],
    ['apps/**', 'apps/web/package-lock.json', true],
    ['apps/**', 'apps', false],
    ['apps/**', 'my/apps/package-lock.json', false],
    ['apps/*/package-lock.json', 'apps/web/package-lock.json', true],
    ['apps/*/package-lock.json', 'apps/web/deep/package-lock.json', false],
    ['apps/**/package-lock.json', 'apps/package-lock.json', true],
    ['apps/**/package-lock.json', 'apps/a/b/package-lock.json', true],
    ['apps/**/package-lock.json', 'appsx/package-lock.json', false],
  ])('%s against %s: %s', (pattern, text, expected) => {
    expect(globProblem(pattern)).toBeUndefined();
    expect(compileGlob(pattern)(text)).toBe(expected);
  });

  test.each(['', '{a,b}', '[ab]', '!a', '+(a|b)', '@(a)', 'a\\*', 'a***', 'a\nb', 'a'.repeat(257)])(
    '%j is refused',
    (text) => {
      expect(globProblem(text)).toBeDefined();
    },
  );

  test.each(['/a', './a', 'a/../b', 'a//b', 'a/', '..', ''])('%j could match no path, so it is refused', (text) => {
    expect(pathGlobProblem(text)).toBeDefined();
  });

  /** The plainest possible meaning, exponential and for short texts only. */
  function means(pattern: string, text: string): boolean {
    if (pattern === '') return text === '';
    if (pattern.startsWith('**')) {
      return means(pattern.slice(2), text) || (text !== '' && means(pattern, text.slice(1)));
    }
    const [first = '', rest] = [pattern[0], pattern.slice(1)];
    const longer = () => text !== '' && !text.startsWith('/') && means(pattern, text.slice(1));
    if (first === '*') return means(rest, text) || longer();
    return (
      text !== '' && (first === '?' ? !text.startsWith('/') : text.startsWith(first)) && means(rest, text.slice(1))
    );
  }

  test('agrees with a matcher that tries everything', () => {
    const letters = (alphabet: string, maxLength: number) =>
      fc.array(fc.constantFrom(...Array.from(alphabet)), { maxLength }).map((parts) => parts.join(''));
    // `**/` at the start of a segment has a meaning of its own, tested above.
    const pattern = letters('ab/*?', 7).filter((text) => globProblem(text) === undefined && !/(^|\/)\*\*\//.test(text));
    fc.assert(
      fc.property(pattern, letters('ab/', 7), (pattern, text) => {
        expect(compileGlob(pattern)(text)).toBe(means(pattern, text));
      }),
      { numRuns: 2000 },
    );
  });

  test('forty stars do not take seconds: steps are bounded by pattern times text', () => {
    // A matcher that backtracks does not come back from these within the life of the universe.
    expect(compileGlob('*a'.repeat(100) + 'b')('a'.repeat(4000))).toBe(false);
    expect(compileGlob('**a'.repeat(80) + 'b')('a/'.repeat(2000))).toBe(false);
    expect(compileGlob('**/'.repeat(80) + 'b')('a/'.repeat(2000))).toBe(false);
  });

  test('half of a surrogate pair in front of a star is no character of the text', () => {
    expect(compileGlob('\ud83d*')('\u{1f600}')).toBe(false);
    expect(compileGlob('\u{1f600}*')('\u{1f600}x')).toBe(true);
  });

  test('one of several suffices, and none matches nothing', () => {
    expect(compileGlobs(['a/*', 'b/*'])('b/x')).toBe(true);
    expect(compileGlobs([])('')).toBe(false);
  });

  test.each([
    ['*', '.a', false],
    ['?a', '.a', false],
    ['*.a', '.a', false],
    ['**', 'a/.b', false],
    ['a/**/b', 'a/.x/b', false],
    ['a/*', 'a/b.c', true],
    ['.*', '.a', true],
    ['**/.a', 'x/.a', true],
  ])('%s against %s, where leading dots must be written: %s', (glob, text, expected) => {
    expect(compileGlob(glob, { hidesDots: true })(text)).toBe(expected);
  });

  test('what matching costs is told while it is spent, so that who pays can stop it', () => {
    let steps = 0;
    const spend = (more: number) => {
      steps += more;
      if (steps > 1000) throw new RangeError('enough');
    };
    expect(() => compileGlob(`*${'a'.repeat(200)}b`, { spend })('a'.repeat(4000))).toThrow('enough');
    steps = 0;
    expect(compileGlob('packages/*', { spend })('apps/x')).toBe(false);
    expect(steps).toBe(1);
  });
});
