import { expect, test } from '@jest/globals';

import { sha512Hex } from '../../src/trust/integrity.ts';

const one = `sha512-${'A'.repeat(86)}==`;

test.each(['', 'sha512-undefined', `${one} `, `${one}?x`, `${one} ${one}`, `sha1-${'A'.repeat(27)}=`, `x${one}`])(
  '%j is not exactly one SHA-512',
  (text) => {
    expect(sha512Hex(text)).toBeUndefined();
  },
);

test('exactly one SHA-512 is its bytes', () => {
  expect(sha512Hex(one)).toBe('0'.repeat(128));
});
