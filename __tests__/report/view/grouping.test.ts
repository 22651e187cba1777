import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { effectOf } from '../../../src/model/effect.ts';
import { groupFindings } from '../../../src/report/view/grouping.ts';
import type { Cause, Finding } from '../../../src/model/index.ts';
import { badDay, change, finding, flood, report } from '../sample.ts';

const unknown = (rule: string, cause: Partial<Cause> = {}) => ({
  rule,
  outcome: 'indeterminate' as const,
  cause: {
    evidence: 'release' as const,
    asked: 'document' as const,
    reason: 'server-error' as const,
    detail: 'HTTP 503 after 4 attempts',
    ...cause,
  },
  codes: [`unavailable-${rule}`],
  message: `It is unknown what ${rule} asks.`,
  remediation: 'Run the check again.',
});
const statementsOf = (findings: readonly Finding[]) =>
  groupFindings(report({}), findings)[0]?.subjects[0]?.statements.map(({ rules }) => rules);

describe('effect', () => {
  test.each([
    ['enforce', {}, 'blocks'],
    ['enforce', { level: 'warn' }, 'warns'],
    ['enforce', { status: 'excepted' }, 'covered'],
    ['enforce', { status: 'approved' }, 'covered'],
    ['observe', {}, 'warns'],
    ['observe', { floor: true }, 'blocks'],
  ] as const)('mode %s, finding %j: %s', (mode, parts, word) => {
    expect(effectOf(finding(parts), mode)).toBe(word);
  });
});

describe('groupFindings', () => {
  test('packages stand under the direct dependency that brings them in, which stands first, the others worst first', () => {
    const day = badDay();
    const blocking = day.findings.filter((each) => effectOf(each, 'enforce') === 'blocks');
    const groups = groupFindings(day, blocking);
    expect(groups.map(({ root, subjects }) => [root, subjects.map(({ name }) => name)])).toEqual([
      ['react-codeshift', ['react-codeshift']],
      ['@acme/forms', ['@acme/forms']],
      ['express', ['express', 'debug', 'router-core']],
    ]);
    expect(groups[2]?.change?.previousVersion).toBe('4.18.2');
  });

  test('rules of one package that could not judge for one cause are one statement', () => {
    const [group] = groupFindings(
      report({ changes: [change()] }),
      ['cooldown', 'integrity'].map((rule) => finding(unknown(rule))),
    );
    expect(group?.subjects[0]?.statements).toHaveLength(1);
    expect(group?.subjects[0]?.statements[0]?.rules).toEqual(['cooldown', 'integrity']);
  });

  test('two causes are two statements', () => {
    const findings = [finding(unknown('cooldown')), finding(unknown('integrity', { detail: 'HTTP 502' }))];
    expect(statementsOf(findings)).toEqual([['cooldown'], ['integrity']]);
  });

  test('an outage of attestations and one of advisories are two statements, in whatever words they end', () => {
    const findings = [
      finding(unknown('provenance', { evidence: 'provenance', asked: 'attestations' })),
      finding(unknown('trust-downgrade', { evidence: 'trust', asked: 'attestations' })),
      finding(unknown('malware', { evidence: 'malware', asked: 'advisories' })),
    ].map((each) => ({
      ...each,
      message: 'It is unknown: the registry failed to answer (HTTP 503 after 4 attempts).',
    }));
    expect(statementsOf(findings)).toEqual([['provenance', 'trust-downgrade'], ['malware']]);
  });

  test('what is said together comes of the cause, and of no sentence', () => {
    const causes = [{}, {}, { reason: 'timeout' }] as const;
    const told = ['It is unknown', 'a: b: c', 'It is unknown'];
    const findings = causes.map((cause, at) => finding({ ...unknown(`rule-${at}`, cause), message: told[at] ?? '' }));
    expect(statementsOf(findings)).toEqual([['rule-0', 'rule-1'], ['rule-2']]);
  });

  test('an indeterminate finding is never folded into a violation', () => {
    const same = { message: 'a: b.', remediation: 'Do.' };
    const findings = [finding(same), finding({ ...same, outcome: 'indeterminate' })];
    expect(groupFindings(report({}), findings)[0]?.subjects[0]?.statements).toHaveLength(2);
  });

  test('a registry that is down is said once, with the number of packages', () => {
    const names = Array.from({ length: 50 }, (_, index) => `p${index}`);
    const groups = groupFindings(
      report({ changes: names.map((name) => change({ name })) }),
      names.map((name) => finding({ ...unknown('cooldown'), name })),
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]?.subjects).toHaveLength(1);
    expect(groups[0]?.subjects[0]?.alike).toHaveLength(49);
    expect(groups[0]?.findings).toBe(50);
  });

  test('packages that two things keep from being judged are one subject too', () => {
    const names = Array.from({ length: 5 }, (_, index) => `p${index}`);
    const groups = groupFindings(
      report({ changes: names.map((name) => change({ name })) }),
      names.flatMap((name) => [
        finding({ ...unknown('cooldown'), name }),
        finding({ ...unknown('malware', { reason: 'throttled' }), name, level: 'warn' }),
      ]),
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]?.subjects[0]?.alike).toHaveLength(4);
    expect(groups[0]?.subjects[0]?.statements.map(({ rules, level }) => [rules, level])).toEqual([
      [['cooldown'], 'error'],
      [['malware'], 'warn'],
    ]);
    expect(groups[0]?.findings).toBe(10);
  });

  test('a package of which more is said does not vanish among those of one cause', () => {
    const names = Array.from({ length: 6 }, (_, index) => `p${index}`);
    const groups = groupFindings(report({ changes: names.map((name) => change({ name })) }), [
      ...names.map((name) => finding({ ...unknown('cooldown'), name })),
      finding({ name: 'p3', rule: 'source' }),
    ]);
    expect(groups.map(({ root, findings }) => [root, findings])).toEqual([
      ['p3', 2],
      [undefined, 5],
    ]);
  });

  test('floor and level are not lowered by folding', () => {
    const findings = [finding({ ...unknown('a'), level: 'warn' }), finding({ ...unknown('b'), floor: true })];
    const [statement] = groupFindings(report({}), findings)[0]?.subjects[0]?.statements ?? [];
    expect(statement).toMatchObject({ level: 'error', floor: true, rules: ['a', 'b'] });
  });

  test('one package in many lockfiles is one subject with its places', () => {
    const lockfiles = Array.from(
      { length: 20 },
      (_, index) => `apps/${String(index).padStart(2, '0')}/package-lock.json`,
    );
    const made = report({ changes: lockfiles.map((lockfile) => change({ lockfile })) });
    const [group, ...others] = groupFindings(
      made,
      lockfiles.map((lockfile) => finding({ lockfile, places: 2 })),
    );
    expect(others).toEqual([]);
    expect(group?.subjects).toHaveLength(1);
    expect(group?.subjects[0]?.statements[0]).toMatchObject({ entries: 40 });
    expect(group?.subjects[0]?.statements[0]?.places).toHaveLength(20);
  });

  test('a finding about a removed and added version shows the added one', () => {
    const changes = [change({ kind: 'removed', name: 'a', version: '1.0.0' }), change({ name: 'a', version: '1.0.0' })];
    const [group] = groupFindings(report({ changes }), [finding({ name: 'a', version: '1.0.0' })]);
    expect(group?.subjects[0]?.change?.kind).toBe('added');
  });

  test('no finding is lost or counted twice, whatever the order', () => {
    const made = flood(60);
    fc.assert(
      fc.property(fc.shuffledSubarray([...made.findings]), (findings) => {
        const groups = groupFindings(made, findings);
        const spoken = groups.flatMap(({ subjects }) =>
          subjects.flatMap(({ statements }) => statements.flatMap((statement) => statement.findings)),
        );
        expect(new Set(spoken)).toEqual(new Set(findings));
        expect(groups.reduce((sum, group) => sum + group.findings, 0)).toBe(findings.length);
      }),
    );
  });
});
