import { describe, expect, test } from '@jest/globals';

import type { TrustRank } from '../../src/model/index.ts';
import { history, verifiedProvenance } from '../../src/model/example.ts';
import trustDowngrade from '../../src/rules/trust-downgrade.ts';
import { absent, dossierOf, exampleNow, present, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const ranks: readonly TrustRank[] = ['none', 'provenance', 'trusted-publisher', 'staged'];
const day = 86_400_000;
const ago = (milliseconds: number) => new Date(Date.parse(exampleNow) - milliseconds).toISOString();
const atHome = { provenance: verifiedProvenance(), predecessorProvenance: verifiedProvenance() };
const standing = (atLeast: TrustRank, atMost = atLeast) => ({ atLeast, atMost });
const dossier = (then: ReturnType<typeof standing>, now: ReturnType<typeof standing>, evidence: object = {}) =>
  dossierOf({
    evidence: {
      publishedAt: present(ago(day)),
      trust: present(now),
      priorTrust: present({ version: '1.2.0', standing: then }),
      ...(now.atLeast === 'provenance' ? atHome : {}),
      ...evidence,
    },
  });

/** Whether there is provenance too is compared apart; what has some, and says nothing of how it was published, may be staged. */
const height = (rank: TrustRank) => Math.max(ranks.indexOf(rank), 1);

test('speaks of every pair of ways of publishing that goes down, and of no other', () => {
  for (const then of ranks) {
    for (const now of ranks) {
      const isWeaker = height(now) < height(then) && now !== 'provenance';
      expect(codesOf(trustDowngrade, dossier(standing(then), standing(now)))).toEqual(isWeaker ? ['weaker'] : []);
    }
  }
});

test.each([
  [30 * day - 1, 'error', 'weaker'],
  [30 * day, 'warn', 'weaker-settled'],
  [-day, 'error', 'weaker'],
])('published %d ms ago', (age, level, code) => {
  const found = judge(trustDowngrade, [
    dossier(standing('staged'), standing('none'), { publishedAt: present(ago(age)) }),
  ]);
  expect(found[0]).toMatchObject({ level, codes: [code] });
});

test('without a publish time it counts as recent', () => {
  const timeless = dossier(standing('staged'), standing('none'), { publishedAt: absent });
  expect(codesOf(trustDowngrade, timeless)).toEqual(['weaker']);
});

describe('where the ranks overlap', () => {
  test('no downgrade is told, nor excluded, beyond what every possible rank agrees on', () => {
    const standings = ranks.flatMap((low, from) => ranks.slice(from).map((high) => standing(low, high)));
    const possible = ({ atLeast, atMost }: ReturnType<typeof standing>) =>
      ranks.slice(ranks.indexOf(atLeast), ranks.indexOf(atMost) + 1);
    for (const then of standings) {
      for (const now of standings) {
        const lower = possible(then).flatMap((before) => possible(now).map((after) => height(after) < height(before)));
        const isProven = now.atLeast === 'provenance' && now.atMost === 'provenance';
        const expected = isProven ? [] : lower.every(Boolean) ? ['weaker'] : lower.some(Boolean) ? ['unclear'] : [];
        expect(codesOf(trustDowngrade, dossier(then, now))).toEqual(expected);
      }
    }
  });

  const then = standing('trusted-publisher');
  const now = standing('none', 'staged');

  test.each(['provenance', 'publisher'])('it is indeterminate where %s could not be read', (kind) => {
    expect(judge(trustDowngrade, [dossier(then, now, { [kind]: unavailable() })])[0]).toMatchObject({
      outcome: 'indeterminate',
      level: 'error',
    });
  });

  test('it is a warning where everything could be read', () => {
    expect(judge(trustDowngrade, [dossier(then, now)])[0]).toMatchObject({ level: 'warn', codes: ['unclear'] });
  });

  test('nothing is read where nothing was there to lose', () => {
    const nothing = { trust: unavailable(), provenance: unavailable(), publisher: unavailable() };
    expect(codesOf(trustDowngrade, dossier(standing('none'), now, nothing))).toEqual([]);
  });
});

describe('a build that is proven makes up for a trusted publisher only in the repository of the project', () => {
  const proven = (evidence: object) => dossier(standing('trusted-publisher'), standing('provenance'), evidence);
  const mallory = verifiedProvenance({ sourceRepository: 'https://github.com/mallory/pad', sourceRepositoryId: '2' });
  const past = (repository: string, publishedAt: string) =>
    history(
      { '1.0.0': '2024-01-01T00:00:00.000Z', '1.2.0': publishedAt, '1.3.0': ago(day) },
      { '1.2.0': { repository } },
    );

  test.each([
    ['where the version before was built', {}, []],
    ['of a stranger, with a stolen token', { provenance: mallory }, ['weaker']],
    [
      'of a stranger, where nothing was built before',
      { provenance: mallory, predecessorProvenance: absent },
      ['weaker'],
    ],
    [
      'that a release of years ago declares',
      { predecessorProvenance: absent, history: past('github.com/acme/left-pad', '2024-06-01T00:00:00.000Z') },
      [],
    ],
    [
      'that a release of the day before declares',
      { predecessorProvenance: absent, history: past('github.com/acme/left-pad', ago(2 * day)) },
      ['weaker'],
    ],
  ])('%s', (_, evidence, codes) => {
    expect(codesOf(trustDowngrade, proven(evidence))).toEqual(codes);
  });
});
