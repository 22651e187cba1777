import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { limits, quoted, visible } from '../../src/text/visible.ts';
import { hostileText } from '../report/hostile.ts';

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe('visible', () => {
  test.each([
    ['a newline', 'a\nb', 'a\\u{A}b'],
    ['a carriage return', 'a\rb', 'a\\u{D}b'],
    ['NUL', '\0', '\\u{0}'],
    ['an ANSI sequence', '\u001B[31mred', '\\u{1B}[31mred'],
    ['a C1 control', '\u009B31m', '\\u{9B}31m'],
    ['a bidi override', 'lodash\u202Egpj', 'lodash\\u{202E}gpj'],
    ['a bidi isolate', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['a zero-width space', 'lo\u200Bdash', 'lo\\u{200B}dash'],
    ['a byte order mark', '\uFEFFa', '\\u{FEFF}a'],
    ['a soft hyphen', 'a\u00ADb', 'a\\u{AD}b'],
    ['line and paragraph separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['tag characters', 'a\u{E0041}', 'a\\u{E0041}'],
    ['a variation selector', 'a\uFE0F', 'a\\u{FE0F}'],
    ['a lone high surrogate', '\uD800', '\\u{D800}'],
    ['a lone low surrogate', 'a\uDC00', 'a\\u{DC00}'],
    ['a no-break space', 'a\u00A0b', 'a\\u{A0}b'],
    ['a Hangul filler', '\u3164', '\\u{3164}'],
    ['a blank braille pattern', '\u2800', '\\u{2800}'],
    ['private use', '\uE000', '\\u{E000}'],
    ['a mark with nothing to stand on', '\u0301a', '\\u{301}a'],
  ])('shows %s', (_what, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test.each(['left-pad', '@scope/name', 'e\u0301té', '日本語', '😀', 'a  b', '`x`', 'שלום'])(
    'leaves %p alone',
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );

  test('more marks on one letter than any script needs are shown', () => {
    expect(visible(`a${'\u0301'.repeat(6)}`)).toBe(`a${'\u0301'.repeat(4)}\\u{301}\\u{301}`);
  });

  test('a long text ends in an ellipsis and never inside an escape', () => {
    expect(visible('abcdef', 5)).toBe('abcd…');
    expect(visible('abc\0def', 8)).toBe('abc…');
    expect(visible('ab😀cd', 4)).toBe('ab…');
    expect(visible('abcde', 5)).toBe('abcde');
  });

  test('any text becomes one bounded line of visible characters, and stays it', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 80 }), (text, max) => {
        const shown = visible(text, max);
        expect(shown).not.toMatch(unseen);
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(visible(shown, max)).toBe(shown);
      }),
    );
  });
});

describe('quoted', () => {
  test.each([
    ['left-pad', '`left-pad`'],
    ['a`b', '`a\\u{60}b`'],
    ['', '`""`'],
    [' a  b ', '`\\u{20}a \\u{20}b\\u{20}`'],
    [72, '`72`'],
  ])('%p is %p', (text, shown) => {
    expect(quoted(text)).toBe(shown);
  });

  test('an argument that is missing is a defect, not an empty name', () => {
    expect(() => quoted(undefined)).toThrow(TypeError);
  });

  test('two backticks enclose any text, and there is no third', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = quoted(text, limits.name);
        expect(shown).toMatch(/^`[^`\n]+`$/u);
        expect(shown).not.toMatch(unseen);
        expect(shown.length).toBeLessThanOrEqual(limits.name + 2);
      }),
    );
  });
});
