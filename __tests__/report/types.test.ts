import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import type * as z from 'zod';

import type * as publishedHistory from '../../docs/history.d.ts';
import type * as published from '../../docs/report.d.ts';
import type { Rehearsal, Report } from '../../src/model/index.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { repositoryRoot } from '../support/cli.ts';
import { badDay } from './sample.ts';

/** Held by `npm run typecheck`: what the schema takes has the published type, and what has the published type is a report. */
const isPublished = (report: z.infer<typeof reportSchema>): published.Report => report;
const isReport = (report: published.Report): Report => report;

const isRehearsal = (rehearsal: publishedHistory.Rehearsal): Rehearsal => rehearsal;
const isPublishedHistory = (rehearsal: Rehearsal): publishedHistory.Rehearsal => rehearsal;

test('the published types of a rehearsal are those of the model', () => {
  expect(isRehearsal).not.toBe(isPublishedHistory);
});

test('the published types of the report are those of its schema', () => {
  const report = isPublished(reportSchema.parse(badDay()));
  const finding: published.Finding | undefined = isReport(report).findings[0];
  expect(finding?.rule).toEqual(expect.any(String));
});

test.each([
  ['report', 'lockgate-report/1'],
  ['history', 'lockgate-history/1'],
])('the published types name the version of the %s, and stand alone', (name, schema) => {
  const text = readFileSync(join(repositoryRoot, `docs/${name}.d.ts`), 'utf8');
  expect(text).toContain(`readonly schema: '${schema}';`);
  expect(text).not.toMatch(/^import |\bfrom '/m);
});
