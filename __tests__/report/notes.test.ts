import { describe, expect, test } from '@jest/globals';

import type { MissingProvenance } from '../../src/model/index.ts';
import { annotate } from '../../src/report/formats/annotations.ts';
import { checkOutput } from '../../src/report/formats/check.ts';
import type { Explanation } from '../../src/report/formats/explain.ts';
import { explanationText } from '../../src/report/formats/explain.ts';
import { commentMarkdown, summaryMarkdown } from '../../src/report/formats/markdown.ts';
import { sarifReport } from '../../src/report/formats/sarif.ts';
import { terminalReport } from '../../src/report/formats/terminal.ts';
import { parseReport, reportJsonSchema } from '../../src/report/schema.ts';
import { remarksOf } from '../../src/report/view/remarks.ts';
import { baselineOf } from '../../src/init/plan.ts';
import { change, finding, report } from './sample.ts';
import { readSarif } from './sarif-schema.ts';

const note = finding({ rule: 'source', level: 'note', message: 'A folder of the repository: `vendor/pad`.' });
const noted = report({ verdict: 'pass', changes: [change()], findings: [note] });
const warned = report({
  verdict: 'warn',
  changes: [change()],
  findings: [finding({ level: 'warn' }), note, { ...note, status: 'excepted', decision: 'SEC-1' }],
});

describe('a report with nothing but a note', () => {
  test('passes at a terminal, and lists it after the verdict, without a next step', () => {
    const text = terminalReport(noted);
    expect(text).toMatch(/^PASS {2}lockgate: 1 note\n/);
    expect(text).toContain('\nNotes: 1\n\n  note[source] left-pad 1.3.0: A folder of the repository: `vendor/pad`.\n');
    expect(text).not.toMatch(/next:|Warnings|Blocked|Without findings/);
  });

  test('passes in the comment and in the summary, which fold it away', () => {
    for (const text of [commentMarkdown(noted), summaryMarkdown(noted)]) {
      expect(text).toContain('### ✅ lockgate: passed');
      expect(text).toContain('**1 package with notes.**');
      expect(text).toMatch(
        /<details><summary>Notes, which do not affect the verdict: 1 package<\/summary>[^]*ℹ️ note \*\*`source`\*\*/,
      );
    }
  });

  test('annotates nothing, marks nothing in a review, and its check passes', () => {
    expect(annotate(noted)).toEqual({ shown: [], leftOut: { errors: 0, warnings: 0 } });
    expect(remarksOf(noted)).toEqual([]);
    expect(checkOutput(noted)).toMatchObject({ passed: true, title: 'lockgate: passed', annotations: { shown: [] } });
    expect(checkOutput(noted).summary).toContain('1 note.');
  });

  test('annotates it as a notice where that is asked for, and its check still passes', () => {
    expect(annotate(noted, { notices: true }).shown).toEqual([
      expect.objectContaining({ level: 'notice', title: 'lockgate: source', path: 'package-lock.json', line: 12 }),
    ]);
    expect(checkOutput(noted, { notices: true })).toMatchObject({
      passed: true,
      annotations: { shown: [{ level: 'notice' }] },
    });
  });

  test('gives `init` nothing to waive', () => {
    expect(baselineOf(noted, () => true)).toEqual({ carried: [], open: [], unjudged: [] });
  });

  test('counts it apart from findings, as the schema says', () => {
    expect(noted.counts).toMatchObject({ findings: 0, notes: 1 });
    expect(parseReport(JSON.stringify(noted))).toEqual(noted);
    expect(JSON.stringify(reportJsonSchema())).toContain('"enum":["error","warn","note"]');
  });
});

test('notes come after warnings, and before what is covered', () => {
  for (const text of [terminalReport(warned), commentMarkdown(warned)]) {
    const places = [/Warnings: 1 (?:finding|package)/, /Notes[^\n]*: 1/, /Covered[^\n]*: 1 (?:finding|package)/].map(
      (part) => text.search(part),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test('SARIF has them at its own level note, also where an exception covers one', () => {
  const { results = [] } = readSarif(sarifReport(warned));
  expect(results.map(({ level, suppressions = [] }) => [level, suppressions.length])).toEqual([
    ['warning', 0],
    ['note', 0],
    ['note', 1],
  ]);
});

test('an explanation calls it a note, in words and in colour', () => {
  const { policy } = noted;
  const explanation: Explanation = {
    schema: 'lockgate-explanation/1',
    ...{ wanted: { name: 'left-pad', version: null }, head: 'head' },
    ...{ evaluatedAt: noted.evaluatedAt, policy, rules: [], packages: [], findings: [note], similar: [], errors: [] },
  };
  expect(explanationText(explanation)).toContain('note[source] A folder');
  expect(explanationText(explanation, { colour: true })).toContain('\u001B[1;34mnote[source]\u001B[0m');
});

test('a missing provenance that is a note is shown in its list alone', () => {
  const missing = finding({ rule: 'provenance', level: 'note', codes: ['missing'] });
  const { findings, ...rest } = noted;
  const entry: MissingProvenance = {
    reason: 'missing',
    previously: 'new',
    ...{ name: 'left-pad', version: '1.3.0', direct: true, previousVersion: null },
    lockfiles: ['package-lock.json'],
  };
  const listed = { ...rest, findings: [missing], missingProvenance: [entry] };
  expect(findings).toHaveLength(1);
  expect(terminalReport(listed)).not.toContain('Notes:');
  expect(commentMarkdown(listed)).not.toContain('Notes, which');
  expect(commentMarkdown(listed)).toContain('Without verified provenance');
});
