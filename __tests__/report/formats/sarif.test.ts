import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { sarifReport } from '../../../src/report/formats/sarif.ts';
import { rules } from '../../../src/rules/index.ts';
import { hostileText } from '../hostile.ts';
import { readSarif } from '../sarif-schema.ts';
import { badDay, finding, flood, report } from '../sample.ts';

describe('SARIF', () => {
  test('is valid against the OASIS schema, and every result finds its rule', () => {
    const { results = [], tool, invocations } = readSarif(sarifReport(badDay()));
    expect(results).toHaveLength(badDay().findings.length);
    for (const { ruleId, ruleIndex = -1 } of results) expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    expect(invocations?.[0]?.executionSuccessful).toBe(true);
  });

  test('has the words of every rule, as help', () => {
    const { driver } = readSarif(sarifReport(report({}))).tool;
    expect(driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { help, shortDescription } of driver.rules ?? []) {
      expect(help?.text).toContain(shortDescription?.text);
      expect(help?.markdown).toContain('`rules.');
    }
    expect(driver.rules?.some(({ helpUri }) => helpUri !== undefined)).toBe(false);
  });

  test('points to the page of each rule, where it is known whose pages', () => {
    const rulesUrl = 'https://github.example/acme/lockgate/blob/v1/docs/rules';
    for (const { id, help, helpUri } of readSarif(sarifReport(report({}), { rulesUrl })).tool.driver.rules ?? []) {
      expect(helpUri).toBe(`${rulesUrl}/${id}.md`);
      expect(help?.text).toContain(`docs/rules/${id}.md`);
      expect(help?.markdown).toContain(`](${helpUri})`);
    }
  });

  test('keeps the fingerprint, the line, the level and the next step of a finding', () => {
    const made = report({ findings: [finding({ lockfile: 'apps/a b/package-lock.json', line: 7 })] });
    const [result] = readSarif(sarifReport(made)).results ?? [];
    expect(result).toMatchObject({
      ruleId: 'cooldown',
      level: 'error',
      message: { text: expect.stringMatching(/72 hours\. Next: Wait until/u) as unknown },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'apps/a%20b/package-lock.json', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: 'a'.repeat(64), 'lockgate/v1': 'a'.repeat(64) },
    });
  });

  test('suppresses what is covered, and what mode observe lets through is a warning', () => {
    const excepted = finding({ status: 'excepted', decision: 'SEC-1' });
    const covered = readSarif(sarifReport(report({ findings: [excepted] }))).results?.[0];
    expect(covered?.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'SEC-1' }]);
    const policy = { source: 'p', digest: 'd', mode: 'observe' } as const;
    expect(readSarif(sarifReport(report({ findings: [finding()], policy }))).results?.[0]?.level).toBe('warning');
  });

  test('tells what could not be evaluated: the execution did not succeed', () => {
    const errors = [{ code: 'lockfile-syntax', message: 'x', path: 'a.json', line: 3 }];
    const [invocation] = readSarif(sarifReport(report({ errors }))).invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications).toMatchObject([
      { level: 'error', descriptor: { id: 'lockfile-syntax' }, message: { text: 'x' } },
    ]);
  });

  test('stops at the number of results that GitHub takes, worst first, and counts the rest', () => {
    const run = readSarif(sarifReport(flood(3000), { max: 2500 }));
    expect(run.results?.filter(({ level }) => level === 'error')).toHaveLength(2000);
    expect(run.results?.slice(0, 2000).every(({ level }) => level === 'error')).toBe(true);
    const [{ toolExecutionNotifications: notes = [] } = {}] = run.invocations ?? [];
    expect(notes.map(({ message }) => message.text)).toEqual([
      'Left out here for length: 500 findings; the JSON report has them all.',
    ]);
  });

  test('of hostile text is valid and holds no link, placeholder, runner command or unseen character', () => {
    const texts = fc.array(hostileText, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(texts, ([rule = '', name = '', message = '', remediation = '', lockfile = '', decision = '']) => {
        const bad = finding({ rule, name, message, remediation, lockfile, decision, status: 'approved' });
        const errors = [{ code: 'event', message, path: lockfile, line: 0 }];
        const text = sarifReport(report({ findings: [bad], errors }));
        expect(text).not.toMatch(/##\[|^\s*::|[\p{Cf}\p{Zl}\p{Zp}]/mu);
        const { results = [], invocations } = readSarif(text);
        const notes = invocations?.[0]?.toolExecutionNotifications ?? [];
        for (const { message: said } of [...results, ...notes]) expect(said.text).not.toMatch(/\]\(|\{\d+\}/u);
        const uri = results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
        expect(uri).toMatch(/^[A-Za-z\d%/._~!*'()-]*$/u);
        expect(uri).not.toMatch(/^\/\/|^\w+:/u);
      }),
      { numRuns: 200 },
    );
  });
});
