import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Rehearsal } from '../../src/model/index.ts';
import { historyMarkdown } from '../../src/report/formats/history-markdown.ts';
import { historyText } from '../../src/report/formats/history-text.ts';
import { jsonText } from '../../src/report/formats/json.ts';
import { readCommands } from '../support/runner-commands.ts';
import { hostileText } from './hostile.ts';
import { linked, pageOf } from './page.ts';

const policyOf = (source: string): Rehearsal['policy'] => ({ source, digest: '', mode: 'enforce' });

/** A rehearsal in which everything that is somebody else's text says this. */
function rehearsalOf(says: string): Rehearsal {
  const block = {
    rule: 'source',
    codes: ['git'],
    indeterminate: true,
    findings: 7,
    about: [says, says, says],
    reasons: [says, says, says],
  };
  const totals = { unanswered: 1, blocked: 0, 'past-judging': 0, decision: 0, waits: 0, passed: 0 };
  return {
    ...{ schema: 'lockgate-history/1', branch: says, tip: 'a'.repeat(40), evaluatedAt: '2026-06-15T12:00:00.000Z' },
    ...{ policy: policyOf(says), asked: 5, isCut: true, totals },
    changes: [
      {
        ...{ commit: 'b'.repeat(40), parent: 'c'.repeat(40), subject: says, outcome: 'unanswered', verdict: 'error' },
        ...{ committedAt: '2026-06-01T12:00:00.000Z', judgedAt: '2026-06-01T12:00:00.000Z', unanswered: 2 },
        counts: { added: 1, updated: 0, removed: 0, warnings: 1 },
        warningRules: ['source'],
        waits: { until: '2026-06-03T12:00:00.000Z', hours: 48, rules: ['cooldown'] },
        ...{ blocks: [block], decisions: [block] },
        pastJudging: [{ reason: 'removed', findings: 3, about: [says, says] }],
      },
    ],
    notAnswered: [{ source: says, reason: 'network', detail: says, findings: 1, changes: 1 }],
    advice: [
      {
        ...{ kind: 'policy', lines: 'rules:\n  source: { allow: [a] }', rule: 'source', cost: 'It costs.' },
        ...{ changes: 1, findings: 1, letsThrough: 1 },
      },
    ],
    rest: [{ rule: 'takeover', changes: 1, findings: 1 }],
    together: { lines: 'rules:\n  source: { allow: [a] }', totals },
  };
}

/** The same of two policies, which differ about the change. */
function comparedOf(says: string): Rehearsal {
  const made = rehearsalOf(says);
  const policy = { ...policyOf(says), preset: null };
  const difference = { rule: 'source', findings: 4, changes: 1, about: [says, says, says, says] };
  const differences = made.changes.map(({ commit }) => ({ commit, effect: 'stops' }) as const);
  return {
    ...made,
    compared: {
      ...{ a: policy, b: { ...policy, mode: 'observe' }, changes: made.changes, totals: made.totals },
      ...{ differences, warningsOnly: 1, letsIn: [difference], stops: [difference] },
    },
  };
}

test('a browser shows nothing but words of a rehearsal of two policies, in the elements that we wrote', () => {
  const { shape } = pageOf(historyMarkdown(comparedOf('benign')));
  expect(shape.length).toBeGreaterThan(40);
  fc.assert(
    fc.property(hostileText, (says) => {
      const page = pageOf(historyMarkdown(comparedOf(says)));
      expect(page.shape).toEqual(shape);
      for (const pattern of linked) expect(page.words).not.toMatch(pattern);
    }),
    { numRuns: 40 },
  );
});

test('a browser shows nothing but words of a rehearsal, in the elements that we wrote', () => {
  const { shape } = pageOf(historyMarkdown(rehearsalOf('benign')));
  expect(shape.length).toBeGreaterThan(40);
  fc.assert(
    fc.property(hostileText, (says) => {
      const page = pageOf(historyMarkdown({ ...rehearsalOf(says), policy: policyOf(`preset ${says}`) }));
      expect(page.shape).toEqual(shape);
      for (const pattern of linked) expect(page.words).not.toMatch(pattern);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['a rehearsal', rehearsalOf],
  ['one of two policies', comparedOf],
])('a runner obeys nothing in %s, and no control character reaches a terminal', (_, rehearsed) => {
  fc.assert(
    fc.property(hostileText, (says) => {
      const made = rehearsed(says);
      const texts = [40, Infinity].map((width) => historyText(made, { colour: false, width }));
      expect(readCommands([...texts, historyMarkdown(made), jsonText(made)].join(''))).toEqual([]);
      for (const text of texts) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
    }),
    { numRuns: 60 },
  );
});
