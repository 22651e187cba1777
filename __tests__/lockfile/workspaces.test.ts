import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { workspaceMatcher } from '../../src/lockfile/workspaces.ts';
import { failureOf } from '../support/failure.ts';

const matches = (globs: readonly string[], folder: string): boolean => workspaceMatcher(globs, 'package.json')(folder);

test.each([
  [['packages/*'], 'packages/a', true],
  [['packages/*'], 'packages/a/b', false],
  [['./packages/*/'], 'packages/a', true],
  [['packages/**'], 'packages/a/b', true],
  [['**'], 'a/b', true],
  [['packages/**'], 'packages', true],
  [['packages/**/**'], 'packages/a', true],
  [['packages/a**'], 'packages/ab/c', false],
  [['packages/***'], 'packages/a', true],
  [['packages/***'], 'packages/a/b', false],
  [['docs', 'apps/web'], 'apps/web', true],
  [['packages/{a,b-*}'], 'packages/b-c', true],
  [['{apps,packages}/{x,y}'], 'packages/y', true],
  [['packages/*', '!packages/a'], 'packages/a', false],
  [['!packages/a', 'packages/*'], 'packages/a', true],
  [['packages/?'], 'packages/ab', false],
  [['*'], '.hidden', false],
  [['packages/*'], 'packages/.hidden', false],
  [['**'], 'a/node_modules/b', false],
  [[], 'a', false],
])('%j and %j: %s', (globs, folder, expected) => {
  expect(matches(globs, folder)).toBe(expected);
});

/** The same by trying everything, which is short and takes exponential time. */
function naive(pattern: readonly string[], names: readonly string[]): boolean {
  const [part, ...parts] = pattern;
  const [name, ...rest] = names;
  if (part === undefined) return name === undefined;
  if (part === '**') {
    return naive(parts, names) || (name !== undefined && !name.startsWith('.') && naive(pattern, rest));
  }
  if (name === undefined) return false;
  const body = part.replaceAll('.', '[.]').replaceAll('*', '.*').replaceAll('?', '.');
  const hidden = name.startsWith('.') && !part.startsWith('.');
  return !hidden && new RegExp(`^${body}$`).test(name) && naive(parts, rest);
}

test('one pattern matches what trying everything matches', () => {
  const part = fc.constantFrom('a', 'b', '*', '**', 'a*', '*b', '?', '.a', 'ab', '*a*b');
  const name = fc.constantFrom('a', 'b', 'ab', '.a', 'aab', 'abab');
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.array(name, { minLength: 1, maxLength: 5 }),
      (parts, names) => {
        const found = matches([parts.join('/')], names.join('/'));
        expect([parts, names, found]).toEqual([parts, names, naive(parts, names)]);
      },
    ),
    { numRuns: 3000 },
  );
});

describe('costly patterns are refused', () => {
  test.each([
    ['stars before long literals', Array.from({ length: 900 }, () => `*${'a'.repeat(900)}b`), 'a'.repeat(4000)],
    ['braces that multiply', ['{a,b}'.repeat(30)], 'a'],
    ['more of them than any project has', Array.from({ length: 1001 }, () => 'a'), 'a'],
    ['one of a megabyte', ['a'.repeat(1_000_000)], 'a'],
  ])('%s', (_, globs, folder) => {
    expect(failureOf(() => matches(globs, folder)).code).toBe('lockfile-too-large');
  });
});
