import { expect, test } from '@jest/globals';

import { everyKind, providers } from '../../src/evidence/providers.ts';
import type { EvidenceKind } from '../../src/model/index.ts';

const kinds = providers.flatMap((provider): readonly EvidenceKind[] => provider.kinds);

test('each kind of evidence has one provider', () => {
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(Object.keys(everyKind(0)).sort()).toEqual([...kinds].sort());
});

test('a provider needs only what those above it yield, so that none waits for itself', () => {
  const above = new Set<EvidenceKind>();
  for (const { kinds: own, needs } of providers) {
    expect(needs.filter((kind) => !above.has(kind))).toEqual([]);
    for (const kind of own) above.add(kind);
  }
});

test('a provider that starts last comes after all that others read', () => {
  const late = providers.flatMap(({ kinds: own, startsLast = false }): readonly EvidenceKind[] =>
    startsLast ? own : [],
  );
  const read = providers.flatMap(({ needs }): readonly EvidenceKind[] => needs);
  expect(late.filter((kind) => read.includes(kind))).toEqual([]);
  expect(late).not.toEqual([]);
});
