import * as z from 'zod';

import { causeWords } from '../../judge/unavailable.ts';
import type { Rehearsal } from '../../model/index.ts';
import type { Exact } from '../../recording/exact.ts';

/** The shape of `lockgate-history/1`. */

const text = z.string();
const count = z.int().min(0);
const instant = z.iso.datetime().describe('ISO 8601 in UTC');
const outcome = z
  .enum(['unanswered', 'blocked', 'past-judging', 'decision', 'waits', 'passed'])
  .describe('how the change would have fared: the worst that applies');
const totals = z.object({
  ...{ unanswered: count, blocked: count, 'past-judging': count, decision: count, waits: count, passed: count },
});
const block = z.object({
  ...{ rule: text, codes: z.array(text), findings: count },
  indeterminate: z.boolean().describe('whether evidence that the rule needs was unavailable'),
  reasons: z.array(text).describe('why it was unavailable; empty for a violation'),
  about: z.array(text).describe('package versions or files, the first few'),
});

const change = z.object({
  ...{ commit: text, parent: text, committedAt: instant, subject: text.describe('third-party text') },
  judgedAt: instant.describe('the commit time, or the time of the rehearsal where that is earlier'),
  outcome,
  verdict: z.enum(['pass', 'warn', 'fail', 'error']).describe('what `check` says of it at that time'),
  counts: z.object({ added: count, updated: count, removed: count, warnings: count }),
  warningRules: z.array(text),
  waits: z.object({ until: instant, hours: count, rules: z.array(text) }).nullable(),
  ...{ blocks: z.array(block), decisions: z.array(block) },
  pastJudging: z.array(
    z.object({
      reason: z.enum([
        ...(['removed', 'not-listed', 'known-today', 'unknown-time', 'published-later'] as const),
        ...(['unreadable', 'not-locked', 'not-evaluated'] as const),
      ]),
      ...{ findings: count, about: z.array(text) },
    }),
  ),
  unanswered: count.describe('findings that a further run with the same evidence file may answer'),
});

const policy = z.object({
  ...{ source: text, digest: text, mode: z.enum(['enforce', 'observe']) },
  ...{ repository: z.exactOptional(text), ref: z.exactOptional(text), commit: z.exactOptional(text) },
  unused: z.exactOptional(text),
});
const comparedPolicy = policy.extend({
  preset: text.nullable().describe('the preset that the operator chose, instead of what a file extends'),
});
const differences = z.array(
  z.object({
    rule: text.describe('or the code of an error'),
    ...{ findings: count, changes: count },
    about: z.array(text).describe('package versions or files, the first few'),
  }),
);
const compared = z
  .object({
    a: comparedPolicy.describe('the policy of the rehearsal itself'),
    b: comparedPolicy.describe('the second policy'),
    changes: z.array(change).describe("what `b` says, in the order of the rehearsal's changes"),
    totals,
    differences: z
      .array(z.object({ commit: text, effect: z.enum(['lets-in', 'stops', 'otherwise', 'unknown']) }))
      .describe(
        'the changes that `b` lets in and `a` stops; that `b` stops and `a` lets in; that both stop otherwise; of which it is unknown',
      ),
    warningsOnly: count.describe('further changes in which only warnings differ'),
    letsIn: differences.describe('what stops, under `a`, the changes that `b` lets in, by rule'),
    stops: differences.describe('what stops, under `b`, the changes that `a` lets in, by rule'),
  })
  .describe('the same changes, judged by a second policy');

const rehearsal = z.object({
  schema: z.literal('lockgate-history/1'),
  ...{ branch: text, tip: text, evaluatedAt: instant },
  policy,
  asked: count.describe('how many changes were asked for'),
  isCut: z.boolean().describe('whether a shallow clone lacks older ones'),
  changes: z.array(change).describe('the newest first'),
  totals,
  notAnswered: z
    .array(
      z.object({
        source: text.describe('the address of a registry or of another source, or `OSV`, or `git`'),
        reason: z.enum(causeWords.reason),
        detail: text,
        ...{ findings: count, changes: count },
      }),
    )
    .describe('who did not answer, so that changes could not be judged'),
  advice: z.array(
    z.object({
      kind: z.enum(['policy', 'bot']).describe('lines for the policy file, or a setting of an update bot'),
      rule: text.nullable().describe('the rule that the lines are about; null: every rule'),
      ...{ lines: text, changes: count, findings: count, letsThrough: count, cost: text },
    }),
  ),
  rest: z.array(z.object({ rule: text, changes: count, findings: count })).describe('what blocks and has no line'),
  together: z.object({ lines: text, totals }).nullable().describe('all lines for the policy together, judged again'),
  compared: z.exactOptional(compared),
});

/** Does not compile where it differs from the type. */
export const rehearsalSchema: Exact<z.output<typeof rehearsal>, Rehearsal> extends true ? typeof rehearsal : never =
  rehearsal;

/** The JSON Schema (2020-12) of a rehearsal, for docs/ and for consumers of `check --history --format json`. */
export function historyJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(rehearsalSchema, { target: 'draft-2020-12', io: 'input' });
  const description = 'What lockgate would have said of the last lockfile changes of a branch.';
  return { $schema, title: 'lockgate rehearsal', description, ...rest };
}
