import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ssri from 'ssri';

import { algorithms, flawsOf, parseIntegrity, statedIntegrity } from '../../src/model/sri.ts';
import { anyCharacter } from '../support/any-character.ts';

const bytes = fc.uint8Array({ maxLength: 64 }).map((data) => Buffer.from(data));
const digestOf = (algorithm: string, data: Buffer) => ssri.fromData(data, { algorithms: [algorithm] }).toString();

describe('an integrity text', () => {
  test("reads every digest that npm's own library writes", () => {
    fc.assert(
      fc.property(bytes, fc.subarray([...algorithms], { minLength: 1 }), (data, chosen) => {
        const text = chosen.map((algorithm) => digestOf(algorithm, data)).join(' ');
        const { digests, malformed, algorithms: found } = parseIntegrity(text);
        expect(malformed).toBe(false);
        expect(found).toEqual(algorithms.filter((one) => chosen.includes(one)));
        for (const algorithm of chosen) {
          expect(`${algorithm}-${[...(digests.get(algorithm) ?? [])].join()}`).toBe(digestOf(algorithm, data));
        }
      }),
    );
  });

  test('never throws, and calls everything malformed that is not wholly digests', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        const { algorithms: found, malformed } = parseIntegrity(text);
        if (found.length === 0) expect(malformed).toBe(true);
      }),
    );
  });

  test.each([
    ['', 'empty'],
    ['sha512-', 'no digest'],
    [`sha512-${'A'.repeat(88)}`, 'too long'],
    [`sha512-${'A'.repeat(43)}=`, "sha256's length"],
    [`sha512-${'A'.repeat(85)}B==`, 'two spellings of one digest: unused bits are set'],
    [`sha256-${'A'.repeat(42)}B=`, 'unused bits are set'],
    [`sha1-${'A'.repeat(26)}B=`, 'unused bits of a sha1 are set'],
    [`md5-${'A'.repeat(21)}B==`, 'unused bits of an md5 are set'],
    [`SHA512-${'A'.repeat(86)}==`, 'upper case'],
    [`sha3-512-${'A'.repeat(86)}==`, 'unknown algorithm'],
    [`sha512-${'_'.repeat(86)}==`, "base64url's alphabet"],
    [`__proto__-${'A'.repeat(86)}==`, 'a name of the prototype'],
  ])('%s is malformed: %s', (text) => {
    expect(parseIntegrity(text)).toMatchObject({ malformed: true, algorithms: [] });
  });

  test('options are no part of the digest; a malformed part beside a good one is told', () => {
    const digest = 'A'.repeat(86) + '==';
    expect([...(parseIntegrity(`sha512-${digest}?x=1`).digests.get('sha512') ?? [])]).toEqual([digest]);
    expect(parseIntegrity(`sha512-${digest} junk`)).toMatchObject({ malformed: true, algorithms: ['sha512'] });
  });
});

describe('what a packument states', () => {
  test('the hexadecimal shasum is the sha1 that npm derives from it', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const expected = ssri.fromData(data, { algorithms: ['sha1'] });
        const shasum = Buffer.from(expected.toString().slice('sha1-'.length), 'base64').toString('hex');
        const { digests } = statedIntegrity({ shasum });
        expect([...(digests.get('sha1') ?? [])]).toEqual([expected.toString().slice('sha1-'.length)]);
      }),
    );
  });

  test('nothing stated is nothing known', () => {
    expect(statedIntegrity({}).algorithms).toEqual([]);
    expect(statedIntegrity({ shasum: 'xyz', integrity: 'nonsense' }).algorithms).toEqual([]);
  });

  test.each<[string, string]>([
    [
      'a longer hexadecimal text is not cut to a sha1: a sha256 in the field of the sha1 is no digest to compare with',
      '0a'.repeat(32),
    ],
    ['hexadecimal behind other text is no sha1 either', `xx${'0a'.repeat(20)}`],
  ])('%s', (_, shasum) => {
    expect(statedIntegrity({ shasum }).algorithms).toEqual([]);
  });

  test('a shasum in capital letters is the same sha1', () => {
    expect(statedIntegrity({ shasum: '0A'.repeat(20) })).toEqual(statedIntegrity({ shasum: '0a'.repeat(20) }));
    expect(statedIntegrity({ shasum: '0A'.repeat(20) }).algorithms).toEqual(['sha1']);
  });
});

describe('digests of one text', () => {
  const [first, second] = [digestOf('sha512', Buffer.from('a')), digestOf('sha1', Buffer.from('a'))];

  test('stand for themselves: a good one at the end hides no other of the same algorithm, which npm would take too', () => {
    const [good, other] = ['a', 'b'].map((text) => digestOf('sha512', Buffer.from(text)));
    const { digests } = parseIntegrity(`${other ?? ''} ${good ?? ''}`);
    expect([...(digests.get('sha512') ?? [])].map((digest) => `sha512-${digest}`)).toEqual([other, good]);
  });

  test.each([
    ['a tab', '\t'],
    ['a line feed', '\n'],
    ['a form feed', '\f'],
    ['a carriage return', '\r'],
  ])('are all compared where %s stands between them, as package managers read it', (_, space) => {
    expect(parseIntegrity(`${first}${space}${second}`)).toMatchObject({
      malformed: false,
      algorithms: ['sha512', 'sha1'],
    });
  });

  test.each(['sha384', 'sha1', 'md5'] as const)('a %s with text behind it is malformed', (algorithm) => {
    expect(parseIntegrity(`${digestOf(algorithm, Buffer.from('a'))}A`)).toMatchObject({ malformed: true });
  });
});

describe('what is wrong with a pin', () => {
  const digest = (letter: string) => `sha512-${letter.repeat(85)}A==`;
  const sha1 = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=';
  const sha384 = `sha384-${'A'.repeat(64)}`;
  test.each([
    [digest('A'), digest('A'), []],
    [`${digest('A')}?x=1`, digest('A'), []],
    [`${digest('A')} ${digest('B')}`, digest('A'), ['differs']],
    [digest('A'), `${digest('A')} ${digest('B')}`, []],
    [`${digest('A')} junk`, digest('A'), ['malformed']],
    [`${digest('B')} junk`, digest('A'), ['differs', 'malformed']],
    ['junk', digest('A'), ['malformed']],
    ['', digest('A'), ['malformed']],
    [sha1, digest('A'), ['weak']],
    [`${sha1} ${digest('A')}`, digest('A'), ['several-algorithms']],
    [sha384, digest('A'), ['unbound']],
    [`${sha384} junk`, digest('A'), ['unbound', 'malformed']],
    [digest('A'), '', ['unbound']],
  ])('%s against %s: %j', (pinned, stated, codes) => {
    expect(flawsOf(parseIntegrity(pinned), parseIntegrity(stated)).map(({ code }) => code)).toEqual(codes);
  });
});
