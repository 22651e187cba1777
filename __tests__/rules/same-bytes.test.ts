import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Pin, Release } from '../../src/model/index.ts';
import { release } from '../../src/model/example.ts';
import { compareBytes, isSameByRegistry } from '../../src/rules/same-bytes.ts';

const sha512 = (letter: string) => `sha512-${letter.repeat(85)}A==`;
const sha384 = (letter: string) => `sha384-${letter.repeat(64)}`;
const sha1 = (letter: string) => `sha1-${letter.repeat(26)}A=`;
const pin = (members: Partial<Pin> = {}): Pin => ({ line: 1, places: 1, ...members });
const pins = (...integrities: string[]) => integrities.map((integrity) => pin({ integrity }));
const berry = (checksum = '10c0/0a') => pin({ checksum });

describe('what a lockfile alone can tell', () => {
  test.each<[string, Pin, readonly Pin[], ReturnType<typeof compareBytes>]>([
    ['the same digest', pin({ integrity: sha512('B') }), pins(sha512('B')), 'same'],
    ['one of several that the base had', pin({ integrity: sha512('B') }), pins(sha512('C'), sha512('B')), 'same'],
    ['another digest', pin({ integrity: sha512('B') }), pins(sha512('C')), 'other'],
    ['a second digest beside it', pin({ integrity: `${sha512('B')} ${sha512('C')}` }), pins(sha512('B')), 'other'],
    ['a second algorithm beside it', pin({ integrity: `${sha512('B')} ${sha1('C')}` }), pins(sha512('B')), 'other'],
    ['not well formed', pin({ integrity: `${sha512('B')} x` }), pins(sha512('B')), 'other'],
    ['none any more', pin(), pins(sha512('B')), 'other'],
    ['a weaker one than before', pin({ integrity: sha1('B') }), pins(sha512('B')), 'other'],
    [
      'one of two that the base had, the weaker',
      pin({ integrity: sha1('B') }),
      pins(`${sha1('B')} ${sha512('B')}`),
      'other',
    ],
    ['the same weak one', pin({ integrity: sha1('B') }), pins(sha1('B')), 'same'],
    ['a stronger one than before', pin({ integrity: sha512('B') }), pins(sha1('B')), 'unknown'],
    ['a stronger one than some before', pin({ integrity: sha384('B') }), pins(sha1('B'), sha512('B')), 'other'],
    ['a strong one after a checksum', pin({ integrity: sha512('B') }), [berry()], 'unknown'],
    ['a weak one after a checksum', pin({ integrity: sha1('B') }), [berry()], 'other'],
    ['a checksum after a digest', berry(), pins(sha512('B')), 'unknown'],
  ])('%s', (_, head, base, expected) => expect(compareBytes(head, base)).toBe(expected));
});

describe('what the registry tells', () => {
  const stated = (members: Partial<Release>): Release => release(members).value;
  const good = stated({ integrity: sha512('B') });

  test.each<[string, Pin, readonly Pin[], Release, boolean]>([
    ['to a checksum', berry(), pins(sha512('B')), good, true],
    ['to a checksum, from other bytes', berry(), pins(sha512('C')), good, false],
    ['to a checksum, from bytes of which one are others', berry(), pins(sha512('B'), sha512('C')), good, false],
    ['from a checksum', pin({ integrity: sha512('B') }), [berry()], good, true],
    ['from a checksum, to other bytes', pin({ integrity: sha512('C') }), [berry()], good, false],
    [
      'from a checksum at an address of its own',
      pin({ integrity: sha512('B') }),
      [pin({ checksum: 'x', resolved: 'https://x.example/x.tgz' })],
      good,
      false,
    ],
    ['from nothing', pin({ integrity: sha512('B') }), [pin()], good, false],
    ['from a sha1 that the registry does not state', pin({ integrity: sha512('B') }), pins(sha1('B')), good, false],
    ['where the registry states no strong digest', berry(), pins(sha512('B')), stated({ integrity: sha1('B') }), false],
    ['where its document is about another', berry(), pins(sha512('B')), { ...good, documentMatches: false }, false],
  ])('%s', (_, head, base, by, expected) => expect(isSameByRegistry(head, base, by)).toBe(expected));

  test('from the sha1 that it states', () => {
    const shasum = '0'.repeat(40);
    const before = pins(`sha1-${'A'.repeat(27)}=`);
    expect(isSameByRegistry(pin({ integrity: sha512('B') }), before, { ...good, shasum })).toBe(true);
  });
});

test('whatever the pins, a digest that the base does not have and the registry does not state is never the same', () => {
  const digest = fc
    .constantFrom('B', 'C', 'D')
    .chain((letter) => fc.constantFrom(sha512(letter), sha384(letter), sha1(letter)));
  const text = fc.array(digest, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
  const any = fc.oneof(
    text.map((integrity) => pin({ integrity })),
    fc.constant(berry()),
    fc.constant(pin()),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 3 }), text, (base, integrity) => {
      const head = pin({ integrity: `${integrity} ${sha512('E')}` });
      expect(compareBytes(head, base)).not.toBe('same');
      const alone = pin({ integrity: sha512('E') });
      expect(compareBytes(alone, base)).not.toBe('same');
      expect(isSameByRegistry(alone, base, release({ integrity: sha512('B') }).value)).toBe(false);
    }),
  );
});
