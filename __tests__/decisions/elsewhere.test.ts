import { expect, test } from '@jest/globals';

import { decidableEverywhere } from '../../src/decisions/elsewhere.ts';
import type { BlockedPackage } from '../../src/model/index.ts';

/** The same head compared with several states: a decision has to hold in each comparison that found the same. */

const here: BlockedPackage = {
  ...{ kind: 'package', name: 'left-pad', version: '1.3.0', lockfiles: ['package-lock.json'], digest: 'ab'.repeat(32) },
  ...{ codes: ['cooldown/too-young'], findings: ['f'], unread: [] },
  preimage: {
    ...{ v: 1, purl: 'pkg:npm/left-pad@1.3.0', sha512: 'ef'.repeat(64), registry: 'https://registry.example/' },
    ...{ repositoryId: 7, use: ['dev'], profile: [] },
    facts: {
      cooldown: { before: { publishedAt: '2026-01-01T00:00:00Z' }, after: { publishedAt: '2026-11-29T00:00:00Z' } },
    },
  },
};
const there = (preimage: Partial<BlockedPackage['preimage']>, findings = ['f']): BlockedPackage => ({
  ...here,
  ...{ digest: 'cd'.repeat(32), findings, preimage: { ...here.preimage, ...preimage } },
});
const kindOf = (other: Parameters<typeof decidableEverywhere>[1][number]) => decidableEverywhere([here], [other])[0];

test.each<[string, Partial<BlockedPackage['preimage']>]>([
  ['another use', { use: ['prod'] }],
  ['other bytes', { sha512: '00'.repeat(64) }],
  ['another profile', { profile: ['lax'] }],
  ['another publish time', { facts: { cooldown: { after: { publishedAt: '2026-11-30T00:00:00Z' } } } }],
])('%s there: nobody can decide about it here', (_, preimage) => {
  expect(kindOf(there(preimage))).toMatchObject({ kind: 'undecidable', why: 'otherwise-elsewhere', findings: ['f'] });
  expect(kindOf(there(preimage, ['g']))).toBe(here);
});

test('another version before it there is no difference', () => {
  const { after } = here.preimage.facts['cooldown'] ?? {};
  expect(kindOf(there({ facts: { cooldown: { before: { publishedAt: null }, ...(after && { after }) } } }))).toBe(here);
});

test('what nobody can decide about there, nobody can here', () => {
  const { name, version, codes, findings, unread } = here;
  const of = { name, version, codes, findings, unread, lockfile: 'package-lock.json' };
  const other = { ...of, kind: 'undecidable', why: 'no-bytes' } as const;
  expect(kindOf(other)).toMatchObject({ why: 'otherwise-elsewhere' });
});
