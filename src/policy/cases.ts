import * as z from 'zod';

import { asOneFailure } from '../errors.ts';
import type { Instant } from '../model/index.ts';
import { rules } from '../rules/index.ts';
import { complaints, expectations } from './complaints.ts';
import { readPolicyDocument } from './yaml.ts';

/** One thing that the author of a policy expects of it. */
export interface PolicyCase {
  /** What it is about, for a reader. */
  readonly name?: string | undefined;
  readonly package: { readonly name: string; readonly version: string };
  readonly expect: 'pass' | 'warn' | 'fail';
  /** Exactly the rules that speak, at warn or error. Absent: whichever. */
  readonly rules?: readonly string[] | undefined;
  /** Exactly the codes of what they say. */
  readonly codes?: readonly string[] | undefined;
  /** Default: when the evidence was recorded. */
  readonly at?: Instant | undefined;
  /** The recorded evidence, a path from the folder of the cases. */
  readonly evidence: string;
  /** 1-based, in the file of the cases. */
  readonly line: number;
}

const packageExpected = 'expected a package with its version, such as `left-pad@1.3.0`';
const instantExpected = 'expected an instant such as `2026-01-31T12:00:00Z`, or a date';
const evidenceExpected = 'expected the path of an evidence file, as `--evidence-out` writes it';

const ids = rules.map(({ id }) => id);
/** With those of evidence that was not available. */
const allCodes = [
  ...new Set(
    rules.flatMap((rule) => [
      ...Object.keys(rule.messages),
      ...(rule.subject === 'package' ? rule.needs.map((kind) => `unavailable-${kind}`) : []),
    ]),
  ),
];

const evidence = z.string({ error: evidenceExpected }).min(1, { error: evidenceExpected }).max(1024);

const oneCase = z.strictObject({
  name: z.string().trim().min(1).max(200).optional().describe('What the case is about, for a reader.'),
  package: z
    .string({ error: packageExpected })
    .regex(/^(?:@[^/@\s]+\/)?[^/@\s]+@[^@\s]+$/, { error: packageExpected })
    .describe('The package and its version, as `name@version`.'),
  expect: z.enum(['pass', 'warn', 'fail']).describe('What becomes of it under the policy.'),
  rules: z.array(z.enum(ids)).optional().describe('Exactly the rules that have a finding at warn or error.'),
  codes: z
    .array(z.enum(allCodes, { error: 'expected the code of a finding, as `--format json` shows it' }))
    .optional()
    .describe('Exactly the codes of these findings.'),
  at: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], { error: instantExpected })
    .optional()
    .describe('When it is judged. Default: when the evidence was recorded.'),
  evidence: evidence.optional().describe('Recorded evidence of this case alone.'),
});

const casesSchema = z.strictObject({
  version: z.literal(1),
  evidence: evidence.optional().describe('The evidence file of all cases, a path from the folder of this file.'),
  cases: z
    .array(oneCase)
    .min(1, { error: 'expected at least one case: a test of nothing proves nothing' })
    .check(({ value, issues }) => {
      value.forEach(({ expect: wanted, rules: named, codes }, index) => {
        if (wanted !== 'pass' || (named ?? codes ?? []).length === 0) return;
        const message =
          'expected no `rules` and `codes` beside `expect: pass`: what passes has no finding at warn or error';
        issues.push({ code: 'custom', message, input: value, path: [index, 'expect'] });
      });
    }),
});

/**
 * Reads the example cases of a policy, as strictly as a policy.
 * @throws GateFailure `policy-invalid` with line and column: everything that is wrong with them
 */
export function readCases(bytes: Uint8Array, path: string): readonly PolicyCase[] {
  const document = readPolicyDocument(bytes, path, 'the file of cases');
  const schema = casesSchema.check(({ value, issues }) => {
    if (value.evidence !== undefined) return;
    value.cases.forEach(({ evidence: own }, index) => {
      if (own !== undefined) return;
      issues.push({ code: 'custom', message: evidenceExpected, input: own, path: ['cases', index, 'evidence'] });
    });
  });
  const parsed = schema.safeParse(document.value, { error: expectations });
  const issues = parsed.success ? [] : complaints(parsed.error.issues, { schema, document, path });
  const [first, ...others] = [...document.failures, ...issues];
  if (first !== undefined) throw asOneFailure([first, ...others]);
  if (!parsed.success) throw new TypeError('the schema refuses cases without a word');
  const { cases, evidence: shared = '' } = parsed.data;
  return cases.map(({ package: selector, at, evidence: own = shared, ...one }, index) => {
    const mark = selector.lastIndexOf('@');
    return {
      ...one,
      package: { name: selector.slice(0, mark), version: selector.slice(mark + 1) },
      at: at === undefined ? undefined : new Date(at).toISOString(),
      ...{ evidence: own, line: document.place(['cases', index]).line },
    };
  });
}
