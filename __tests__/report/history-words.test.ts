import { describe, expect, test } from '@jest/globals';

import type { Rehearsal, RehearsedBlock, RehearsedChange } from '../../src/model/index.ts';
import {
  legendWords,
  lengthWords,
  notAnsweredLines,
  restCommands,
  restWords,
  shortVerdictWords,
  verdictWords,
} from '../../src/report/history/words.ts';
import { visible } from '../../src/text/visible.ts';

const block = (rule: string, more: Partial<RehearsedBlock> = {}): RehearsedBlock => ({
  ...{ rule, codes: [], indeterminate: false, reasons: [], findings: 1, about: ['a@1.0.0'] },
  ...more,
});
const changeOf = (more: Partial<RehearsedChange>): RehearsedChange => ({
  ...{ commit: '', parent: '', committedAt: '', judgedAt: '', subject: '', outcome: 'blocked', verdict: 'fail' },
  counts: { added: 0, updated: 0, removed: 0, warnings: 0 },
  ...{ waits: null, warningRules: [], blocks: [], decisions: [], pastJudging: [], unanswered: 0 },
  ...more,
});
const words = (more: Partial<RehearsedChange>) => verdictWords(changeOf(more), visible);

describe('what a row of a rehearsal says', () => {
  test.each<[string, Partial<RehearsedChange>]>([
    ['pass', { outcome: 'passed' }],
    [
      'pass, 2 warnings (abandonment)',
      {
        ...{ outcome: 'passed', warningRules: ['abandonment'] },
        counts: { added: 0, updated: 0, removed: 0, warnings: 2 },
      },
    ],
    [
      'blocked: existence (a@1.0.0: nobody has published this name, it was never there or was removed since)',
      { blocks: [block('existence', { codes: ['unknown-name'] })] },
    ],
    ['blocked: existence (a@1.0.0)', { blocks: [block('existence', { codes: ['refused', 'unknown-name'] })] }],
    ['blocked: source (a@1.0.0)', { blocks: [block('source')] }],
    ['blocked: source (a, b and 5 more)', { blocks: [block('source', { findings: 7, about: ['a', 'b', 'c'] })] }],
    [
      'blocked: could not be judged by 3 rules (a@1.0.0)',
      { blocks: ['cooldown', 'existence', 'integrity'].map((rule) => block(rule, { indeterminate: true })) },
    ],
    [
      'blocked: source (a@1.0.0), could not be judged by integrity (a@1.0.0)',
      { blocks: [block('source'), block('integrity', { indeterminate: true })] },
    ],
    [
      'blocked: could not be judged by malware and signature (a@1.0.0: it serves no advisories, it signs nothing and 1 more reason)',
      {
        blocks: [
          block('malware', { indeterminate: true, reasons: ['it serves no advisories'] }),
          block('signature', { indeterminate: true, reasons: ['it signs nothing', 'the tarball is too large'] }),
        ],
      },
    ],
    [
      'not answered: 2 findings left open; blocked: source (a@1.0.0); needs a decision by a person: gate-config (x)',
      { unanswered: 2, blocks: [block('source')], decisions: [block('gate-config', { about: ['x'] })] },
    ],
    [
      'past judging: removed from the registry since (a and 2 more); waits 3 days, until 2026-01-04 12:00 UTC (cooldown)',
      {
        pastJudging: [{ reason: 'removed', findings: 3, about: ['a'] }],
        waits: { until: '2026-01-04T12:00:00.000Z', hours: 49, rules: ['cooldown'] },
      },
    ],
  ])('%s', (said, change) => {
    expect(words(change)).toBe(said);
  });

  test.each([
    [1, '1 hour'],
    [48, '48 hours'],
    [49, '3 days'],
  ])('%d hours are %s', (hours, said) => {
    expect(lengthWords(hours)).toBe(said);
  });
});

test('the cell of a table has rules and no packages', () => {
  const decisions = [block('new-direct-dependency')];
  expect(shortVerdictWords(changeOf({ decisions, blocks: ['a', 'b', 'c', 'd'].map((rule) => block(rule)) }))).toBe(
    'blocked (a, b, c and others); needs a decision (new-direct-dependency)',
  );
});

describe('under the table of a rehearsal', () => {
  const totals = { unanswered: 0, blocked: 0, 'past-judging': 0, decision: 0, waits: 0, passed: 1 };
  const rehearsal = (changes: readonly RehearsedChange[], more: Partial<Rehearsal> = {}): Rehearsal => ({
    ...{ schema: 'lockgate-history/1', branch: 'main', tip: '', evaluatedAt: '2026-06-15T12:00:00.000Z', asked: 1 },
    ...{ policy: { source: 'preset recommended', digest: '', mode: 'enforce' }, isCut: false, changes, totals },
    ...{ notAnswered: [], advice: [], rest: [], together: null },
    ...more,
  });

  test('outcomes that occur are explained, others are not', () => {
    expect(legendWords(rehearsal([]))).toBeUndefined();
    const words = legendWords(rehearsal([], { totals: { ...totals, 'past-judging': 1 } }));
    expect(words).toMatch(/^Past judging: .* it is no verdict\.$/);
  });

  test('who did not answer is named once, without a password', () => {
    const gap = { reason: 'network', detail: 'ECONNREFUSED', findings: 12, changes: 2 } as const;
    const lines = notAnsweredLines(
      { notAnswered: [{ ...gap, source: 'https://me:secret@registry.example/' }] },
      visible,
    );
    expect(lines).toEqual([
      'No answer from https://***@registry.example/: ECONNREFUSED. This leaves 12 findings in 2 changes open.',
    ]);
  });

  test('what has no line has a command that shows it: decisions too', () => {
    const ids = { commit: 'b'.repeat(40), parent: 'a'.repeat(40), judgedAt: '2026-02-01T00:00:00.000Z' };
    const decided = changeOf({ ...ids, outcome: 'decision', decisions: [block('new-direct-dependency')] });
    const made = rehearsal([decided, changeOf({ outcome: 'passed' })]);
    expect(restWords(made)).toBe(
      'No line replaces a decision by a person: new-direct-dependency (1 change). To see one as of then, with the policy and the registry of this rehearsal:',
    );
    expect(restCommands(made)).toEqual([
      `lockgate check --base ${ids.parent} --head ${ids.commit} --now ${ids.judgedAt}`,
    ]);
    expect(restWords(rehearsal([changeOf({ outcome: 'passed' })]))).toBeUndefined();
    const blocked = changeOf({ ...ids, blocks: [block('integrity')] });
    const rest = [{ rule: 'integrity', changes: 1, findings: 1 }];
    expect(restCommands(rehearsal([blocked], { rest }))).toHaveLength(1);
  });
});
