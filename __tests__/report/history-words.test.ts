import { describe, expect, test } from '@jest/globals';

import type { RehearsedBlock, RehearsedChange } from '../../src/model/index.ts';
import { lengthWords, verdictWords } from '../../src/report/history/words.ts';
import { visible } from '../../src/text/visible.ts';

const block = (rule: string, more: Partial<RehearsedBlock> = {}): RehearsedBlock => ({
  ...{ rule, codes: [], indeterminate: false, reasons: [], findings: 1, about: ['a@1.0.0'] },
  ...more,
});
const words = (more: Partial<RehearsedChange>) =>
  verdictWords(
    {
      ...{ commit: '', parent: '', committedAt: '', judgedAt: '', subject: '', outcome: 'blocked', verdict: 'fail' },
      counts: { added: 0, updated: 0, removed: 0, warnings: 0 },
      ...{ waits: null, blocks: [], decisions: [], pastJudging: [], unanswered: 0 },
      ...more,
    },
    visible,
  );

describe('what a row of a rehearsal says', () => {
  test.each<[string, Partial<RehearsedChange>]>([
    ['pass', { outcome: 'passed' }],
    ['pass, 2 warnings', { outcome: 'passed', counts: { added: 0, updated: 0, removed: 0, warnings: 2 } }],
    [
      'blocked: existence (a@1.0.0: nobody has published this name, it was never there or was removed since)',
      { blocks: [block('existence', { codes: ['unknown-name'] })] },
    ],
    ['blocked: existence (a@1.0.0)', { blocks: [block('existence', { codes: ['refused', 'unknown-name'] })] }],
    ['blocked: source (a@1.0.0)', { blocks: [block('source')] }],
    ['blocked: source (a, b and 5 more)', { blocks: [block('source', { findings: 7, about: ['a', 'b', 'c'] })] }],
    [
      'blocked: not judged by 3 rules (a@1.0.0)',
      { blocks: ['cooldown', 'existence', 'integrity'].map((rule) => block(rule, { indeterminate: true })) },
    ],
    [
      'blocked: source (a@1.0.0), not judged by integrity (a@1.0.0)',
      { blocks: [block('source'), block('integrity', { indeterminate: true })] },
    ],
    [
      'blocked: not judged by malware and signature (a@1.0.0: it serves no advisories, it signs nothing and 1 more reason)',
      {
        blocks: [
          block('malware', { indeterminate: true, reasons: ['it serves no advisories'] }),
          block('signature', { indeterminate: true, reasons: ['it signs nothing', 'the tarball is too large'] }),
        ],
      },
    ],
    [
      'not answered: 2 findings; blocked: source (a@1.0.0); a decision: gate-config (x)',
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
