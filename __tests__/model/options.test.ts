import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';

import { duration, milliseconds, packageSelectors, selects, spelled, splitSelector } from '../../src/model/options.ts';

describe('durations', () => {
  test.each([
    ['0h', 0],
    ['1h', 3_600_000],
    ['72h', 259_200_000],
    ['7d', 604_800_000],
    ['90d', 7_776_000_000],
  ])('%s is %d ms', (text, length) => {
    expect(milliseconds(duration(z).parse(text))).toBe(length);
  });

  test.each([
    ['3d', '72h'],
    ['168h', '7d'],
    ['73h', '73h'],
    ['24h', '24h'],
    ['0d', '0h'],
    ['96h', '4d'],
  ])('%s is kept as %s, so that equal policies have equal digests', (text, kept) => {
    expect(duration(z).parse(text)).toBe(kept);
    expect(milliseconds(text)).toBe(milliseconds(kept));
  });

  test.each(['', '72', '72 h', '-1h', '1.5d', '07d', '1w', '1H', 'P3D', '999999d', '72h\n', 72, null, ['72h']])(
    'refuses %p and says what is expected',
    (value) => {
      const outcome = duration(z).safeParse(value);
      expect(outcome.error?.issues[0]?.message).toContain('such as `72h` or `7d`');
    },
  );

  test('any duration survives being read twice and is spelled in words', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.constantFrom('h', 'd'), (count, unit) => {
        const once = duration(z).parse(`${count}${unit}`);
        expect(duration(z).parse(once)).toBe(once);
        expect(milliseconds(once)).toBe(milliseconds(`${count}${unit}`));
        expect(spelled(once)).toMatch(/^\d+ (h|days)$/);
      }),
    );
  });

  test('reading what was never accepted is a defect', () => {
    expect(() => milliseconds('soon')).toThrow(TypeError);
  });
});

describe('package selectors', () => {
  test.each([
    ['left-pad', { name: 'left-pad' }],
    ['left-pad@1.3.0', { name: 'left-pad', range: '1.3.0' }],
    ['@acme/tool', { name: '@acme/tool' }],
    ['@acme/tool@>=1 <3', { name: '@acme/tool', range: '>=1 <3' }],
  ])('%s splits at the last @ that starts no scope', (text, parts) => {
    expect(splitSelector(text)).toEqual(parts);
    expect(packageSelectors(z).parse([text])).toEqual([text]);
  });

  test.each([
    '',
    '@',
    'a b',
    'left-pad@',
    'left-pad@ ',
    'left-pad@latest',
    '*',
    '@acme/*',
    'a/b/c',
    '@acme/',
    'x@{1,2}',
    7,
  ])('refuses %p', (value) => {
    expect(packageSelectors(z).safeParse([value]).success).toBe(false);
  });

  test('selects scoped names, which other allow-lists are known to miss', () => {
    expect(selects(['@acme/tool@^1.2.0'], '@acme/tool', '1.9.0')).toBe(true);
    expect(selects(['@acme/tool@^1.2.0'], '@acme/tool', '2.0.0')).toBe(false);
    expect(selects(['@acme/tool'], '@acme/tool', '9.9.9-rc.1')).toBe(true);
    expect(selects(['tool'], '@acme/tool', '1.0.0')).toBe(false);
  });

  test('a range takes in a prerelease only where it names one', () => {
    expect(selects(['sharp@>=0.33.0'], 'sharp', '0.34.0-rc.1')).toBe(false);
    expect(selects(['sharp@>=0.34.0-rc.0'], 'sharp', '0.34.0-rc.1')).toBe(true);
  });
});
