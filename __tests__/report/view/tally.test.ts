import { describe, expect, test } from '@jest/globals';

import type { Finding, Report } from '../../../src/model/index.ts';
import { isWaivable } from '../../../src/policy/waivable.ts';
import { annotate } from '../../../src/report/formats/annotations.ts';
import { checkOutput } from '../../../src/report/formats/check.ts';
import { commentMarkdown } from '../../../src/report/formats/markdown.ts';
import { sarifReport } from '../../../src/report/formats/sarif.ts';
import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { knownRules, wordsOfRule } from '../../../src/report/view/rule-words.ts';
import { rulesWords, tallyWords } from '../../../src/report/view/tally.ts';
import { titleWords } from '../../../src/report/view/verdict-words.ts';
import { visible } from '../../../src/text/visible.ts';
import { rules } from '../../../src/rules/index.ts';
import { finding, report } from '../sample.ts';

const unknown = (rule: string, index: number, parts: Partial<Finding> = {}) =>
  finding({
    ...{ rule, outcome: 'indeterminate', name: `p${index}`, codes: ['unavailable-malware'] },
    cause: { evidence: 'malware', asked: 'advisories', reason: 'server-error', detail: 'HTTP 503' },
    message: 'It is unknown whether it is malware: the registry failed to answer (HTTP 503).',
    remediation: 'Run the check again.',
    ...parts,
  });
const of25 = (rule: string, parts: Partial<Finding> = {}) =>
  Array.from({ length: 25 }, (_, index) => unknown(rule, index, parts));
const outage = report({ findings: of25('malware', { floor: true }) });
const everywhere = (made: Report) => [
  commentMarkdown(made),
  terminalReport(made),
  checkOutput(made).title,
  checkOutput(made).summary,
  ...annotate(made).shown.map(({ title }) => title),
  sarifReport(made),
];

describe('nothing is known against 25 packages, and nobody could ask', () => {
  test('the title is that it could not be judged, and no line says what it is blocked by', () => {
    expect(titleWords(outage)).toBe('could not judge');
    expect(tallyWords(outage)).toBe('nothing found; could not judge malware of 25 packages, which blocks');
    for (const text of everywhere(outage)) {
      expect(text).not.toMatch(/\nBlocked|blocked by|blocking finding|lockgate: blocked|lockgate: malware/i);
    }
    expect(annotate(outage).shown.map(({ title }) => title)).toEqual(['lockgate could not judge: malware']);
  });

  test('what one finding about a registry says of 12 packages is of 12, and of every rule that it stands for', () => {
    const folded = unknown('malware', 0, {
      ...{ name: null, version: null, packages: 12, rules: ['advisory', 'malware'], floor: true },
    });
    expect(tallyWords(report({ findings: [folded] }))).toBe(
      'nothing found; could not judge malware and advisories of 12 packages, which blocks',
    );
    expect(tallyWords(report({ findings: [folded, unknown('malware', 3, { floor: true })] }))).toContain(
      'could not judge malware of 13 packages, which blocks',
    );
  });

  test('each result of SARIF says so first', () => {
    expect(sarifReport(outage).match(/"text": "Could not judge: It is unknown/gu)).toHaveLength(25);
  });

  test('in numbers: what was found and what was not judged are two tallies', () => {
    expect(outage.counts).toMatchObject({
      ...{ findings: 25, unjudged: 25 },
      found: { blocks: 0, warns: 0, notes: 0, covered: 0 },
      couldNotJudge: { blocks: 25, warns: 0, notes: 0, covered: 0 },
    });
  });

  describe('beside something that was found', () => {
    const made = report({
      findings: [...of25('malware'), finding({ rule: 'source' }), finding({ rule: 'source', name: 'b' })],
    });

    test('the title is blocked, and the headline has both', () => {
      expect(titleWords(made)).toBe('blocked');
      expect(tallyWords(made)).toBe('2 blocking findings; could not judge malware of 25 packages, which blocks');
    });

    test('it is blocked by what was found only', () => {
      expect(rulesWords(made, visible)).toBe('source 2');
    });
  });

  test('one package in two lockfiles is one package', () => {
    const twice = [finding(), finding({ lockfile: 'b/package-lock.json' }), finding({ name: 'b' })];
    expect(rulesWords(report({ findings: twice }), visible)).toBe('cooldown 2');
    const unjudged = [unknown('malware', 1), unknown('malware', 1, { lockfile: 'b/package-lock.json' })];
    expect(tallyWords(report({ findings: unjudged }))).toContain('malware of 1 package,');
  });
});

describe('a pass that left something unjudged says so in its headline', () => {
  test.each([
    ['a warning', { level: 'warn' }, 'warn', 'WARN  lockgate: nothing found; could not judge malware of 1 package'],
    ['a note', { level: 'note' }, 'pass', 'PASS  lockgate: nothing found; could not judge malware of 1 package'],
  ] as const)('where it is only %s', (_, parts, verdict, line) => {
    const made = report({ verdict, findings: [unknown('malware', 0, parts)] });
    expect(terminalReport(made).split('\n')[0]).toBe(line);
    expect(commentMarkdown(made)).toContain('**Nothing found; could not judge malware of 1 package.**');
  });

  test('under mode observe too, where it does not block', () => {
    const policy = { source: 'p', digest: 'd', mode: 'observe' } as const;
    const made = report({ verdict: 'warn', policy, findings: of25('malware') });
    expect(tallyWords(made)).toBe('nothing found; could not judge malware of 25 packages');
  });

  test('malware, advisories and signatures come first, and what blocks before them all', () => {
    const warned = ['publisher', 'signature', 'advisory', 'malware'].flatMap((rule) => of25(rule, { level: 'warn' }));
    const made = report({ verdict: 'fail', findings: [...warned, unknown('cooldown', 0)] });
    expect(tallyWords(made)).toBe(
      'nothing found; could not judge release ages of 1 package, which blocks; could not judge malware, advisories, signatures and publishers of 25 packages',
    );
  });

  test('many rules are counted, and a rule of another version is not quoted', () => {
    const names = ['malware', 'advisory', 'signature', 'cooldown', 'license', '@octo/cat'];
    const made = report({ findings: names.map((rule) => unknown(rule, 0)) });
    expect(tallyWords(made)).toBe(
      'nothing found; could not judge malware, advisories, signatures, release ages and 2 more of 1 package, which blocks',
    );
    expect(tallyWords(report({ findings: [unknown('@octo/cat', 0)] }))).toContain('could not judge other rules of 1');
  });

  test('what an exception covers is counted as covered only', () => {
    const made = report({ verdict: 'pass', findings: [unknown('cooldown', 0, { status: 'excepted' })] });
    expect(tallyWords(made)).toBe('1 covered finding');
  });
});

test('every rule has its few words, and an exception may name those that it may', () => {
  expect([...knownRules].sort()).toEqual(rules.map(({ id }) => id).sort());
  for (const rule of rules) expect([rule.id, wordsOfRule(rule.id)?.isWaivable]).toEqual([rule.id, isWaivable(rule)]);
  expect(wordsOfRule('constructor')).toBeUndefined();
});

test('findings and packages are both counted in the first line where they are not as many', () => {
  const one = report({ findings: [finding(), finding({ rule: 'license' }), finding({ name: 'b' })] });
  expect(terminalReport(one)).toMatch(/^FAIL {2}lockgate: 3 blocking findings on 2 packages\n/);
  expect(commentMarkdown(one)).toContain('**2 packages blocked (3 findings).**');
  const equal = report({ findings: [finding(), finding({ name: 'b' })] });
  expect(terminalReport(equal)).toMatch(/^FAIL {2}lockgate: 2 blocking findings\n/);
  expect(commentMarkdown(equal)).toContain('**2 packages blocked.**');
});
