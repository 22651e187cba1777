import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import type * as z from 'zod';

import type * as published from '../../docs/report.d.ts';
import type { Report } from '../../src/model/index.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { repositoryRoot } from '../support/cli.ts';
import { badDay } from './sample.ts';

/** Held by `npm run typecheck`: what the schema takes has the published type, and what has the published type is a report. */
const isPublished = (report: z.infer<typeof reportSchema>): published.Report => report;
const isReport = (report: published.Report): Report => report;

test('the published types of the report are those of its schema', () => {
  const report = isPublished(reportSchema.parse(badDay()));
  const finding: published.Finding | undefined = isReport(report).findings[0];
  expect(finding?.rule).toEqual(expect.any(String));
});

test('the published types name the version of the report, and stand alone', () => {
  const text = readFileSync(join(repositoryRoot, 'docs/report.d.ts'), 'utf8');
  expect(text).toContain("readonly schema: 'lockgate-report/1';");
  expect(text).not.toMatch(/^import |\bfrom '/m);
});
