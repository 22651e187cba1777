import { expect, test } from '@jest/globals';

import type { Comparison } from '../../src/model/index.ts';
import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import type { Exact } from '../../src/recording/exact.ts';
import type { RecordedAnswer } from '../../src/registry/answer.ts';

type With<Field extends keyof EvidenceFile, Value> = Omit<EvidenceFile, Field> & { readonly [K in Field]: Value };
type Changes = Comparison['changes'][number];
type Observations = Comparison['observations'][number];
type ComparisonWith<Field extends keyof Comparison, Value> = With<
  'comparison',
  Omit<Comparison, Field> & { readonly [K in Field]: readonly Value[] }
>;

// The type checker is what fails here: `true` and `false` are the only values that these types have.
const equal: {
  readonly itself: Exact<EvidenceFile, EvidenceFile>;
  readonly whatIsReadOnly: Exact<{ a: string[] }, { readonly a: readonly string[] }>;
  readonly howItIsPutTogether: Exact<With<'answers', readonly RecordedAnswer[]>, EvidenceFile>;
} = { itself: true, whatIsReadOnly: true, howItIsPutTogether: true };
const drifted: {
  readonly anOptionalField: Exact<EvidenceFile & { readonly note?: string }, EvidenceFile>;
  readonly anOptionalFieldWithin: Exact<ComparisonWith<'changes', Changes & { readonly note?: string }>, EvidenceFile>;
  readonly aFieldThatIsOptionalInOne: Exact<With<'trust', NonNullable<EvidenceFile['trust']>>, EvidenceFile>;
  readonly aMemberOfAUnion: Exact<
    With<'answers', readonly (RecordedAnswer | { readonly size: number })[]>,
    EvidenceFile
  >;
  readonly aWordOfAClosedSet: Exact<
    ComparisonWith<'observations', Omit<Observations, 'code'> & { readonly code: Observations['code'] | 'new' }>,
    EvidenceFile
  >;
  readonly whatMayBeNull: Exact<With<'registries', NonNullable<EvidenceFile['registries']>>, EvidenceFile>;
} = {
  anOptionalField: false,
  anOptionalFieldWithin: false,
  aFieldThatIsOptionalInOne: false,
  aMemberOfAUnion: false,
  aWordOfAClosedSet: false,
  whatMayBeNull: false,
};

test('a schema that has drifted from its type is told from one that has not', () => {
  expect(Object.values(equal)).not.toContain(false);
  expect(Object.values(drifted)).not.toContain(true);
});
