import { describe, expect, test } from '@jest/globals';

import type { Ran } from '../../src/cli/judge-subject.ts';
import { answersTo } from '../../src/cli/vet-answers.ts';
import { readSpecs } from '../../src/cli/vet-specs.ts';
import type { AnswerDocument, Change } from '../../src/model/index.ts';
import type { Run } from '../../src/run/request.ts';
import { dossierOf } from '../support/dossier.ts';

/** The answer about left-pad after a run that found nothing against anything. */
async function answer(changes: readonly Change[], more: Partial<Run> = {}) {
  const run = {
    ...{ comparison: { changes, errors: [] }, collected: { dossiers: [], answers: [] }, trust: {}, failed: false },
    ...{ judgement: { verdict: 'pass', findings: [] }, now: '2026-06-15T12:00:00.000Z' },
    ...more,
  } as unknown as Run;
  const text = await answersTo(readSpecs(['left-pad@1.3.0']), { request: {}, run } as unknown as Ran);
  return (JSON.parse(text) as AnswerDocument).answers[0];
}
const change = dossierOf().change;

describe('an answer is allow only where the package was judged', () => {
  test('and nothing blocks it', async () => {
    expect(await answer([change])).toMatchObject({ decision: 'allow', version: '1.3.0' });
  });

  test.each<[string, readonly Change[], Partial<Run>]>([
    ['not of a run that judged nothing', [], {}],
    ['not of one that judged another package', [{ ...change, name: 'right-pad' }], {}],
    ['not of one that ended without a judgement', [change], { failed: true }],
  ])('%s', async (_, changes, more) => {
    expect(await answer(changes, more)).toMatchObject({ decision: 'deny', codes: ['error/not-judged'] });
  });
});
