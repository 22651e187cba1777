import { describe, expect, test } from '@jest/globals';

import type { Finding, Report } from '../../../src/model/index.ts';
import { annotate } from '../../../src/report/formats/annotations.ts';
import { checkOutput } from '../../../src/report/formats/check.ts';
import { jsonReport } from '../../../src/report/formats/json.ts';
import { commentMarkdown, summaryMarkdown } from '../../../src/report/formats/markdown.ts';
import { sarifReport } from '../../../src/report/formats/sarif.ts';
import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { lineRemark, remarksOf } from '../../../src/report/view/remarks.ts';
import { change, finding, report } from '../sample.ts';

const waits = (rule: string, day: string, parts: Partial<Finding> = {}) =>
  finding({
    rule,
    message: `\`left-pad\` is too young for ${rule}.`,
    remediation: `Wait until 2026-02-${day} 07:01 UTC (this rule then passes), or use \`1.2.0\`.`,
    passesAt: `2026-02-${day}T07:00:30.000Z`,
    ...parts,
  });
const made = (...findings: readonly Finding[]) =>
  report({
    changes: [...new Set(findings.map(({ name }) => name ?? ''))].map((name) => change({ name })),
    findings,
  });
const texts = (each: Report) => [
  commentMarkdown(each, { commit: 'a'.repeat(40) }),
  summaryMarkdown(each),
  terminalReport(each),
  sarifReport(each),
  JSON.stringify(checkOutput(each)),
  JSON.stringify(annotate(each)),
  remarksOf(each).map(lineRemark).join(''),
];
const dates = (text: string) => [
  ...new Set([...text.matchAll(/[Uu]ntil `?(\d{4}-\d\d-\d\d \d\d:\d\d)/gu)].map(([, date]) => date)),
];

test('a package that two rules ask to wait for names the last time, and no other', () => {
  const one = made(
    waits('cooldown', '03'),
    waits('new-package', '27'),
    finding({ rule: 'source', name: 'other', remediation: 'Remove it.' }),
  );
  for (const text of texts(one)) expect(dates(text)).toEqual(['2026-02-27 07:01']);
});

test('a check that is red for age alone names one time, for all packages', () => {
  const one = made(
    waits('cooldown', '03'),
    waits('new-package', '27', { name: 'b' }),
    waits('cooldown', '05', { name: 'c' }),
  );
  for (const text of texts(one)) expect(dates(text)).toEqual(['2026-02-27 07:01']);
});

test('the time is when nothing blocks any more, not when nothing warns', () => {
  const one = made(waits('cooldown', '03'), waits('new-package', '27', { level: 'warn' }));
  for (const text of texts(one)) expect(dates(text)).toEqual(['2026-02-03 07:01']);
});

test('also beside a package that does not wait, what blocks says until when', () => {
  const other = finding({ rule: 'source', name: 'c', remediation: 'Remove it.' });
  const one = made(waits('cooldown', '03'), waits('new-package', '27', { level: 'warn' }), other);
  for (const text of texts(one)) expect(dates(text)).toEqual(['2026-02-03 07:01']);
});

test('of packages that do not only wait each has its own time', () => {
  const one = made(
    waits('cooldown', '03'),
    waits('cooldown', '05', { name: 'b' }),
    finding({ rule: 'source', name: 'c', remediation: 'Remove it.' }),
  );
  expect(dates(terminalReport(one)).sort()).toEqual(['2026-02-03 07:01', '2026-02-05 07:01']);
});

describe('what it must not do', () => {
  test('no finding that waits for nothing gets a date, and JSON keeps what each rule said', () => {
    const fixed = finding({ rule: 'publisher', remediation: 'The entry was valid until 2026-01-01 00:00 UTC.' });
    const one = made(waits('cooldown', '03'), waits('new-package', '27'), fixed);
    expect(terminalReport(one)).toContain('valid until 2026-01-01 00:00 UTC');
    expect(dates(jsonReport(one)).sort()).toEqual(['2026-01-01 00:00', '2026-02-03 07:01', '2026-02-27 07:01']);
  });

  test('a covered finding does not make the others wait for longer', () => {
    const covered = waits('new-package', '27', { status: 'excepted', decision: 'SEC-1' });
    const one = made(
      waits('cooldown', '03'),
      covered,
      finding({ rule: 'source', name: 'c', remediation: 'Remove it.' }),
    );
    expect(dates(terminalReport(one))).toEqual(['2026-02-03 07:01']);
  });
});

test('the time of several rules is not said to be the time of one', () => {
  const text = terminalReport(made(waits('cooldown', '03'), waits('new-package', '09')));
  expect(text).toContain('Wait until 2026-02-09 07:01 UTC, or use');
  expect(text.match(/this rule then passes/gu)).toHaveLength(1);
});
