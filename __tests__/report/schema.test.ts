import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type * as z from 'zod';

import { GateFailure } from '../../src/errors.ts';
import type { Report, ReportedChange, ReportedEvidence } from '../../src/model/index.ts';
import { jsonReport } from '../../src/report/formats/json.ts';
import { parseReport, reportJsonSchema } from '../../src/report/schema.ts';
import type { reportSchema } from '../../src/report/schema.ts';
import { hostileText } from './hostile.ts';
import { badDay, change, finding, flood, report } from './sample.ts';

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;
type Same<A, B> = (<T>(x: T) => T extends A ? 1 : 2) extends <T>(x: T) => T extends B ? 1 : 2 ? true : false;
/** The schema closes the evidence words, which the model leaves open. */
type WithOpenWords<T> = T extends ReportedChange
  ? { [K in keyof T]: K extends 'evidence' ? Immutable<ReportedEvidence> : T[K] }
  : never;
type Parsed = Immutable<z.infer<typeof reportSchema>>;

/** Fails to compile, and so to lint, where schema and model drift apart. */
export const schemaIsModel: [
  Same<Omit<Parsed, 'changes'>, Omit<Immutable<Report>, 'changes'>>,
  Same<WithOpenWords<Parsed['changes'][number]>, Immutable<ReportedChange>>,
] = [true, true];

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);
const valid = ajv.compile(reportJsonSchema());

const failure = (text: string): GateFailure => {
  try {
    parseReport(text);
  } catch (error) {
    if (error instanceof GateFailure) return error;
    throw error;
  }
  throw new Error('parsed');
};

describe('the contract', () => {
  test.each([
    ['nothing', report({})],
    ['a bad day', badDay()],
    ['300 findings', flood(300)],
    ['an error without a place', report({ errors: [{ code: 'event', message: 'The event `x` is not supported.' }] })],
  ])('a report of %s satisfies the published schema, and parsing it loses nothing', (_what, made) => {
    expect(valid(made)).toBe(true);
    expect(parseReport(jsonReport(made))).toEqual(made);
    expect(jsonReport(parseReport(jsonReport(made)))).toBe(jsonReport(made));
  });

  test('a report of a later version with more keys is read, and the keys are dropped', () => {
    const later = { ...report({}), approvals: [] };
    expect(valid(later)).toBe(true);
    expect(parseReport(JSON.stringify(later))).toEqual(report({}));
  });

  test.each([
    ['another schema', { schema: 'lockgate-report/2' }],
    ['an unknown verdict', { verdict: 'neutral' }],
    ['no time', { evaluatedAt: 'yesterday' }],
    ['a negative count', { counts: { added: -1, updated: 0, removed: 0, findings: 0, errors: 0 } }],
    ['findings that are no list', { findings: {} }],
    ['a finding without a level', { findings: [{ ...finding(), level: undefined }] }],
  ])('%s is refused', (_what, wrong) => {
    const text = JSON.stringify({ ...report({}), ...wrong });
    expect(valid(JSON.parse(text))).toBe(false);
    expect(failure(text).code).toBe('evidence-invalid');
  });

  test('evidence words are a closed set', () => {
    const text = jsonReport(report({ changes: [change()] })).replace('"listed"', '"trust me"');
    expect(failure(text).message).toMatch(/^changes\.0\.evidence\.existence does not match lockgate-report\/1: /u);
  });

  test.each(['', 'null', '[]', '{', '"x"', '['.repeat(100_000), '{"__proto__": {"schema": "lockgate-report/1"}}'])(
    'text that is no report is one clear line: %.20p',
    (text) => {
      const { code, message } = failure(text);
      expect(code).toBe('evidence-invalid');
      expect(message).toMatch(/^[^\n]{1,500}\.$/u);
    },
  );
});

describe('jsonReport', () => {
  test('any text comes back as it was, on lines that no runner obeys and no terminal acts on', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, two) => {
        const made = report({
          changes: [change({ name: one, version: two, via: [[two, one]] })],
          findings: [finding({ name: one, message: two })],
        });
        const text = jsonReport(made);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(made)));
        expect(text).not.toContain('##[');
        expect(text).not.toMatch(/^\s*::/mu);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
