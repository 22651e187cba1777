import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { decodePath, encodePath } from '../../src/repository/path-bytes.ts';
import { anyCharacter } from '../support/any-character.ts';

describe('paths as strings', () => {
  test('any bytes come back as they were, so that no two paths read the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect([...encodePath(decodePath(Buffer.from(bytes)))]).toEqual([...bytes]);
      }),
    );
  });

  test('bytes that are nearly UTF-8 come back as they were', () => {
    const piece = fc.constantFrom(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0x80, 0xb0, 0xf0, 0x9f, 0x98, 0x41, 0xff);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (bytes) => {
        expect([...encodePath(decodePath(Buffer.from(bytes)))]).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  test('UTF-8 reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(decodePath(Buffer.from(text, 'utf8'))).toBe(text);
      }),
    );
  });

  test('a byte outside UTF-8 stands as a lone surrogate, and its neighbours stay readable', () => {
    expect(decodePath(Buffer.from([0x61, 0xff, 0x2f, 0xc3, 0xa9]))).toBe('a\udcff/é');
  });
});
