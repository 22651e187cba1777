import { expect, test } from '@jest/globals';

import { requestOf, specifierFor, specifierOf } from '../../../src/managers/deno/specifiers.ts';

test.each([
  ['npm:chalk@5', 'npm chalk 5'],
  ['npm:chalk', 'npm chalk '],
  ['npm:@s/a@^1.0.0', 'npm @s/a ^1.0.0'],
  ['npm:/preact@10/hooks', 'npm preact 10'],
  ['npm:alpha@>=1 <2', 'npm alpha >=1 <2'],
  ['jsr:@std/path@^1.0.0', 'jsr @std/path ^1.0.0'],
  ['https://deno.land/x/a.ts', undefined],
  ['./a.ts', undefined],
  ['node:fs', undefined],
])('%s', (text, expected) => {
  const found = specifierOf(text);
  expect(found && `${found.protocol} ${found.name} ${found.range}`).toBe(expected);
});

test.each([
  ['a', '^1.0.0', 'npm a ^1.0.0'],
  ['a', '', 'npm a '],
  ['a', 'npm:b@^2', 'npm b ^2'],
  ['a', 'latest', 'npm a latest'],
  ['@std/path', 'jsr:^1.0.0', 'jsr @std/path ^1.0.0'],
  ['path', 'jsr:@std/path@1', 'jsr @std/path 1'],
  ['a', 'file:../a', undefined],
  ['a', 'workspace:*', undefined],
  ['a', 'github:o/r', undefined],
])('%s with %s', (name, spec, expected) => {
  const found = specifierFor(name, spec);
  expect(found && `${found.protocol} ${found.name} ${found.range}`).toBe(expected);
});

// As deno 2.2 and 2.9 write ranges.
test.each([
  ['^2.0.0', '2', true],
  ['~1.0.0', '1.0', true],
  ['>=1 <2', '1', true],
  ['1.x', '1', true],
  ['', '*', true],
  ['1.0.0 || 1.1.0', '1.0.0 || 1.1.0', true],
  ['latest', 'latest', true],
  ['latest', '*', false],
  ['^2.0.1', '2', false],
  ['^1.0.0', '^2.0.0', false],
  ['1.0.0', '1', false],
])('%s is asked for as %s: %s', (one, other, same) => {
  const of = (range: string, name = 'a') => requestOf({ protocol: 'npm', name, range });
  expect(of(one) === of(other)).toBe(same);
  expect(of(one)).not.toBe(of(other, 'b'));
});
