import { describe, expect, test } from '@jest/globals';

import { compileSelector, namesNothing, selectorProblem, spansScopes } from '../../src/text/selectors.ts';

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
