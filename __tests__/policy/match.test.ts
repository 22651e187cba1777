import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  compilePattern,
  compileSelector,
  namesNothing,
  pathPatternProblem,
  patternProblem,
  selectorProblem,
  spansScopes,
} from '../../src/policy/match.ts';

describe('patterns', () => {
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
    expect(patternProblem(pattern)).toBeUndefined();
    expect(compilePattern(pattern)(text)).toBe(expected);
  });

  test.each(['', '{a,b}', '[ab]', '!a', '+(a|b)', '@(a)', 'a\\*', 'a***', 'a\nb', 'a'.repeat(257)])(
    '%j is refused',
    (text) => {
      expect(patternProblem(text)).toBeDefined();
    },
  );

  test.each(['/a', './a', 'a/../b', 'a//b', 'a/', '..', ''])('%j could match no path, so it is refused', (text) => {
    expect(pathPatternProblem(text)).toBeDefined();
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
    const pattern = letters('ab/*?', 7).filter(
      (text) => patternProblem(text) === undefined && !/(^|\/)\*\*\//.test(text),
    );
    fc.assert(
      fc.property(pattern, letters('ab/', 7), (pattern, text) => {
        expect(compilePattern(pattern)(text)).toBe(means(pattern, text));
      }),
      { numRuns: 2000 },
    );
  });

  test('forty stars do not take seconds: steps are bounded by pattern times text', () => {
    // A matcher that backtracks does not come back from these within the life of the universe.
    expect(compilePattern('*a'.repeat(100) + 'b')('a'.repeat(4000))).toBe(false);
    expect(compilePattern('**a'.repeat(80) + 'b')('a/'.repeat(2000))).toBe(false);
    expect(compilePattern('**/'.repeat(80) + 'b')('a/'.repeat(2000))).toBe(false);
  });
});

describe('package selectors', () => {
  test.each([
    ['left-pad', 'left-pad', '9.9.9', true],
    ['left-pad@1.3.0', 'left-pad', '1.3.0', true],
    ['left-pad@1.3.0', 'left-pad', '1.3.1', false],
    ['left-pad@^1.2.0', 'left-pad', '1.3.0', true],
    ['left-pad@^1.2.0', 'left-pad', '2.0.0', false],
    ['left-pad@^1.2.0', 'left-pad', '1.3.0-rc.1', false],
    ['left-pad@1.3.0-rc.1', 'left-pad', '1.3.0-rc.1', true],
    ['sharp@>=0.33.0 <1', 'sharp', '0.34.0', true],
    ['@acme/ui', '@acme/ui', '1.0.0', true],
    ['@acme/ui@2.0.0', '@acme/ui', '2.0.0', true],
    ['@acme/ui@2.0.0', '@acme/ui', '2.0.1', false],
    ['@acme/*@^1', '@acme/ui', '1.9.0', true],
    ['@acme/*', '@acme2/ui', '1.9.0', false],
    ['left-pad@1.3.0', 'left-pad', 'not a version', false],
  ])('%s against %s@%s: %s', (selector, name, version, expected) => {
    expect(selectorProblem(selector)).toBeUndefined();
    expect(compileSelector(selector)(name, version)).toBe(expected);
  });

  test.each([
    '',
    '@',
    'a@',
    'a@ ',
    'a@latest',
    'a b',
    'a/b',
    '@a',
    '@a/',
    'a@b@1',
    '{a,b}',
    '!a',
    `a@${'1 '.repeat(200)}`,
  ])('%j is refused', (text) => {
    expect(selectorProblem(text)).toBeDefined();
  });

  test.each(['*', '**', '?', '@*/*', '@*/**', '**@^1', '*@1.0.0'])('%s names nothing', (text) => {
    expect(namesNothing(text)).toBe(true);
  });

  test.each([
    ['eslint-*', true],
    ['@*/core', true],
    ['**core', true],
    ['@acme/*', false],
    ['@acme/ui-*', false],
    ['left-pad', false],
  ])('%s takes in names that anybody can publish: %s', (selector, expected) => {
    expect(spansScopes(selector)).toBe(expected);
  });
});
