import { describe, expect, test } from '@jest/globals';

import { compareTarball } from '../../src/evidence/tarball-bytes.ts';
import { release, weakIntegrity, weakShasum } from '../../src/model/example.ts';

const sha512 = (letter: string) => `sha512-${letter.repeat(85)}A==`;
const otherSha1 = `sha1-${'D'.repeat(26)}A=`;
const received = { integrity: sha512('A'), sha1: weakIntegrity };
const pins = (...texts: readonly (string | undefined)[]) =>
  texts.map((text) => ({ ...(text === undefined ? {} : { integrity: text }), line: 1, places: 1 }));

/** What a registry states: nothing but these digests. */
function stating(stated: { integrity?: string; shasum?: string }) {
  const { value } = release();
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'integrity'));
  return { ...(rest as unknown as typeof value), ...stated };
}

describe('a tarball is compared by the digest that is pinned', () => {
  test.each([
    ['the SHA-512 that is pinned and stated', [sha512('A')], { integrity: sha512('A') }, 'same'],
    ['the SHA-512 that is pinned, of a registry that states none', [sha512('A')], {}, 'same'],
    ['another than the pinned SHA-512', [sha512('B')], {}, 'other'],
    [
      'the one that is stated, and another is pinned, of which `integrity` speaks',
      [sha512('B')],
      { integrity: sha512('A') },
      'same',
    ],
    ['the SHA-1 that is pinned, of a registry that states nothing', [weakIntegrity], {}, 'same'],
    ['the SHA-1 that is pinned, and the SHA-512 that is stated', [weakIntegrity], { integrity: sha512('A') }, 'same'],
    [
      'the SHA-1 that is pinned, and another SHA-512 than is stated',
      [weakIntegrity],
      { integrity: sha512('B') },
      'other',
    ],
    ['another SHA-1 than is pinned, and the SHA-512 that is stated', [otherSha1], { integrity: sha512('A') }, 'other'],
    [
      'the one that is stated, and another SHA-1 is pinned than is stated, of which `integrity` speaks',
      [otherSha1],
      { integrity: sha512('A'), shasum: weakShasum },
      'same',
    ],
    ['one of two SHA-1 in one pin', [`${weakIntegrity} ${otherSha1}`], {}, 'other'],
    ['one of two places only', [weakIntegrity, otherSha1], {}, 'other'],
    ['nothing pinned, the SHA-512 that is stated', [undefined], { integrity: sha512('A') }, 'same'],
    ['nothing pinned, another SHA-512 than is stated', [undefined], { integrity: sha512('B') }, 'other'],
    ['nothing pinned, the SHA-1 that is stated', [undefined], { shasum: weakShasum }, 'same'],
    ['nothing pinned, another SHA-1 than is stated', [undefined], { shasum: '0'.repeat(40) }, 'other'],
    ['nothing pinned and nothing stated', [undefined], {}, 'unstated'],
    ['a pinned SHA-512, and a place where nothing says anything', [sha512('A'), undefined], {}, 'unstated'],
  ] as const)('%s', (_, pinned, stated, answer) => {
    expect(compareTarball(received, stating(stated), pins(...pinned))).toBe(answer);
  });

  test('and a recording without the SHA-1 that it takes is no proof', () => {
    const old = { integrity: sha512('A') };
    expect(compareTarball(old, stating({ integrity: sha512('A') }), pins(weakIntegrity))).toBe('unrecorded');
    expect(compareTarball(old, stating({ integrity: sha512('A') }), pins(sha512('A')))).toBe('same');
  });
});
