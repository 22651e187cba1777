import * as z from 'zod';

import { notJudgedKinds } from './view/not-judged.ts';

const basis = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('decision'),
    commit: z.string().describe('of the ledger that was read'),
    records: z.array(z.string()).describe('paths of the records that let it in'),
    by: z.array(z.string()).describe('logins of whoever approved it'),
    until: z.iso.datetime().nullable().describe('when the first of them ends'),
  }),
  z.strictObject({
    kind: z.literal('admission'),
    commit: z.string().describe('that it came in with'),
    signedAt: z.iso.datetime(),
  }),
]);

const answer = z.strictObject({
  spec: z.string().describe('as it was given'),
  name: z.string().nullable().describe('of the package; null for a spec that names none'),
  version: z
    .string()
    .nullable()
    .describe("the version that the project's package manager would install; null where none answers"),
  decision: z
    .enum(['allow', 'ask', 'deny'])
    .describe(
      'allow: nothing that blocks is known of it and of what it pulls in; ask: it only waits, or a decision of a person could let it in; deny: nothing can let it in, or nobody could judge it',
    ),
  codes: z
    .array(z.string())
    .describe(
      'rule/code, worst first: what blocks, else what warns; spec/CODE for a spec that cannot be judged, error/CODE where nothing could be; decision/CODE for why no decision counts',
    ),
  notJudged: z
    .array(z.enum(notJudgedKinds))
    .describe(
      'what the registries of the version and of what it pulls in do not offer, or were not asked for: the decision says nothing about it; empty where all was judged, and for spec/CODE and error/CODE',
    ),
  admissible: z
    .string()
    .nullable()
    .describe('the newest version, of those that were tried, that would be admitted; null for allow'),
  passesAt: z.iso
    .datetime()
    .nullable()
    .describe('when the answer becomes allow by itself, because only ages are missing'),
  useInstead: z.string().nullable().describe('the name of another package to use'),
  basis: z
    .exactOptional(basis.nullable())
    .describe('with --require-decision: the decision or admission that it may be taken by; null where there is none'),
});

/** `lockgate-answer/1`: one small answer for each spec, in their order. */
export const answerSchema = z.strictObject({ schema: z.literal('lockgate-answer/1'), answers: z.array(answer) });

/** The JSON Schema (2020-12) of `vet --format answer`. */
export function answerJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(answerSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: 'lockgate answer', description: 'Whether packages would be admitted.', ...rest };
}
