import { expect, test } from '@jest/globals';

import nameSimilarity from '../../src/rules/name-similarity.ts';
import { dossierOf, present } from '../support/dossier.ts';
import { judge } from '../support/judge.ts';

const messageFor = (rank: number, likeness: 'same' | 'one-edit' | 'two-edits' = 'one-edit') =>
  judge(nameSimilarity, [
    dossierOf({
      change: { name: 'lodahs' },
      evidence: { lookalike: present({ name: 'lodash', rank, likeness, monthly: 200_000_000, own: 12 }) },
    }),
  ])[0]?.message;

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [31, '31st'],
  [111, '111th'],
  [1022, '1,022nd'],
  [10_013, '10,013th'],
])('rank %i is the %s most used package', (rank, ordinal) => {
  expect(messageFor(rank)).toContain(`differs by one letter from \`lodash\` (${ordinal} most used package): `);
});

test('the message says how the names differ, and compares their downloads', () => {
  expect(messageFor(31, 'same')).toContain(
    'looks like `lodash` (31st most used package), from which it differs only in',
  );
  expect(messageFor(31, 'two-edits')).toContain('differs by two letters from `lodash`');
  expect(messageFor(31)).toMatch(/: 12 downloads last month versus 200,000,000\.$/);
});
