import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { canonicalJson, fingerprintOf } from '../../src/judge/fingerprint.ts';
import type { Json } from '../../src/model/json.ts';
import { anyCharacter } from '../support/any-character.ts';

/** As it was written by hand until the library did it: fingerprints in policies and recordings are over these texts. */
function byHand(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(byHand).join(',')}]`;
  const members = Object.entries(value as Readonly<Record<string, Json>>).sort(([a], [b]) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${byHand(member)}`).join(',')}}`;
}

const text = fc.string({ unit: anyCharacter, maxLength: 6 });
const key = fc.oneof(
  text,
  fc.constantFrom('__proto__', 'toJSON', 'constructor', 'length', '10', '9', '\u20ac', '\r', '\ud83d\ude00', '\ufb33'),
);
const { value: anyJson } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    ...[text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null)],
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
}));

test('every fingerprint stays what it was before a library wrote the text', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(canonicalJson(value)).toBe(byHand(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 500 },
  );
});

test('members are in the order of UTF-16 code units, as RFC 8785 shows it', () => {
  const value = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'Dalet',
    '1': 'One',
    '\ud83d\ude00': 'Emoji',
    '\u0080': 'C',
    '\u00f6': 'O',
  };
  expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
    'One',
    'CR',
    'C',
    'O',
    'Euro',
    'Emoji',
    'Dalet',
  ]);
  expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  );
});

test('a number that JSON cannot represent is refused, and a lone surrogate is escaped', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, [Number.NEGATIVE_INFINITY], { a: Number.NaN }]) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  }
  expect(() => canonicalJson(undefined as unknown as Json)).toThrow(TypeError);
  expect(canonicalJson('\ud800')).toBe('"\\ud800"');
});

test('a member that is called toJSON, and one that is called __proto__, are members like any other', () => {
  const hostile = JSON.parse('{"toJSON":"x","__proto__":{"a":1}}') as Json;
  expect(canonicalJson(hostile)).toBe('{"__proto__":{"a":1},"toJSON":"x"}');
  expect(fingerprintOf(hostile)).not.toBe(fingerprintOf({ toJSON: 'x' }));
});
