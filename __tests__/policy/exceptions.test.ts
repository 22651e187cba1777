import { describe, expect, test } from '@jest/globals';

import type { Comparison, Dossier } from '../../src/model/index.ts';
import hygiene from '../../src/rules/exception-hygiene.ts';
import type { Rule } from '../../src/model/rule.ts';
import { changeRules } from '../../src/policy/change-rules.ts';
import { isWaivable } from '../../src/policy/waivable.ts';
import { rules as allRules } from '../../src/rules/index.ts';
import { judge } from '../../src/run/verdict.ts';
import { dossierOf, without } from '../support/dossier.ts';
import { packageRule, says } from '../support/speaking-rules.ts';
import { loadPolicy } from '../support/load-policy.ts';

const source = '.github/dependency-policy.yml';
const poor = packageRule({ id: 'poor', messages: { poor: 'configured' } });
const mixed = packageRule({ id: 'mixed', messages: { bad: 'mandatory', odd: 'configured' }, check: () => says('odd') });
const standard: readonly Rule[] = [poor, mixed, hygiene];

interface Case {
  readonly dossiers?: readonly Dossier[];
  readonly now?: string;
  readonly mode?: Comparison['mode'];
  readonly rules?: readonly Rule[];
  readonly lockfiles?: Comparison['lockfiles'];
  readonly head?: string;
  readonly errors?: Comparison['errors'];
}

const lockfile = (status: Comparison['lockfiles'][number]['status']) =>
  ({ path: 'package-lock.json', format: 'npm', formatVersion: '3', status, packages: 1 }) as const;

function judged(
  exceptions: string,
  {
    dossiers = [dossierOf()],
    now = '2026-06-15T12:00:00.000Z',
    mode = 'check',
    rules = standard,
    lockfiles = [lockfile('changed')],
    head = '',
    errors = [],
  }: Case = {},
) {
  const text = `version: 1\n${head}exceptions:\n${exceptions}`;
  const comparison: Comparison = {
    mode,
    head: 'head',
    lockfiles,
    changes: dossiers.map(({ change }) => change),
    observations: [],
    errors,
  };
  return judge({ comparison, dossiers, policy: loadPolicy({ source, text }, { rules }), now, rules });
}

const entry = (more: string) => `  - { ${more}, reason: r }\n`;
const brief = ({ findings }: ReturnType<typeof judge>) =>
  findings.map(({ rule, status, decision, codes }) => [rule, status, decision, ...codes]);

test('an exception covers what it names, and the verdict shows it', () => {
  const covered = judged(entry('id: SEC-1, package: left-pad@1.3.0, rules: [poor, mixed], expires: 2026-12-31'));
  expect(covered.verdict).toBe('pass');
  expect(brief(covered)).toEqual([
    ['mixed', 'excepted', 'SEC-1', 'odd'],
    ['poor', 'excepted', 'SEC-1', 'poor'],
  ]);
});

test('a covered finding carries the reason, the owner and the end of its exception', () => {
  const { findings } = judged(
    '  - { package: left-pad, rules: [poor], reason: "Only our own input.", owner: "@acme/appsec", expires: 2026-12-31 }\n',
  );
  const [poor, mixed] = ['poor', 'mixed'].map((id) => findings.find(({ rule }) => rule === id));
  expect(poor?.coveredBy).toEqual({
    ...{ kind: 'exception', id: 'exceptions[0]', reason: 'Only our own input.', owner: '@acme/appsec' },
    ...{ expires: '2026-12-31', origin: `${source}:3` },
  });
  expect(mixed).not.toHaveProperty('coveredBy');
});

test.each([
  ['another rule', 'package: left-pad, rules: [mixed]'],
  ['another name', 'package: left-pad2, rules: [poor]'],
  ['another version', 'package: left-pad@1.3.1, rules: [poor]'],
])('an exception for %s covers nothing of this one', (_, exception) => {
  const { verdict, findings } = judged(entry(`${exception}, expires: 2026-12-31`));
  expect(verdict).toBe('fail');
  expect(findings.find(({ rule }) => rule === 'poor')).toMatchObject({ status: 'reported', decision: null });
});

test('without an id it goes by its place', () => {
  expect(
    brief(
      judged(
        entry('package: other, rules: [poor], expires: 2026-12-31') +
          entry('package: left-pad, rules: [poor], expires: 2026-12-31'),
      ),
    ),
  ).toContainEqual(['poor', 'excepted', 'exceptions[1]', 'poor']);
});

test('the floor of a rule is not covered by an exception for the rest of it', () => {
  const speaksFloor = packageRule({
    id: 'mixed',
    messages: { bad: 'mandatory', odd: 'configured' },
    check: () => says('odd', 'bad'),
  });
  const { verdict, findings } = judged(entry('package: left-pad, rules: [mixed], expires: 2026-12-31'), {
    rules: [speaksFloor, hygiene],
  });
  expect(verdict).toBe('fail');
  expect(findings[0]).toMatchObject({ rule: 'mixed', floor: true, status: 'reported', decision: null });
});

test('an indeterminate finding is covered where everything that the rule could say would be', () => {
  const asking = (messages: { readonly [code: string]: 'mandatory' | 'configured' }) =>
    packageRule({
      id: 'poor',
      messages,
      needs: ['publishedAt'],
      check: ({ evidence }) => (evidence.publishedAt.state === 'present' ? [] : []),
    });
  const dossiers = [without(dossierOf(), 'publishedAt')];
  const text = entry('package: left-pad, rules: [poor], expires: 2026-12-31');
  expect(judged(text, { dossiers, rules: [asking({ poor: 'configured' }), hygiene] }).verdict).toBe('pass');
  expect(judged(text, { dossiers, rules: [asking({ bad: 'mandatory', poor: 'configured' }), hygiene] }).verdict).toBe(
    'fail',
  );
});

describe('expiry', () => {
  const text = entry('id: SEC-1, package: left-pad, rules: [poor, mixed], expires: 2026-12-31');

  test('counts until the last moment of the day before', () => {
    expect(judged(text, { now: '2026-12-30T23:59:59.999Z' }).verdict).toBe('pass');
  });

  test('expired today: ignored, and said so at the line of the policy', () => {
    const { verdict, findings } = judged(text, { now: '2026-12-31T00:00:00.000Z' });
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['mixed', 'reported'],
      ['poor', 'reported'],
      ['exception-hygiene', 'reported'],
    ]);
    expect(findings[2]).toMatchObject({
      level: 'warn',
      codes: ['expired'],
      lockfile: source,
      line: 3,
      name: null,
      version: null,
    });
    expect(findings[2]?.message).toContain('`SEC-1`');
  });
});

describe('exception-hygiene', () => {
  const unused = entry('package: gone, rules: [poor], expires: 2026-12-31');
  const hygieneOf = (judgement: ReturnType<typeof judge>) =>
    judgement.findings.filter(({ rule }) => rule === 'exception-hygiene').flatMap(({ codes }) => codes);

  test('matches nothing: told in an audit', () => {
    expect(hygieneOf(judged(unused, { mode: 'audit' }))).toEqual(['unused']);
  });

  test('nothing is said to be unused where something could not be evaluated', () => {
    const errors = [{ code: 'lockfile-empty', message: 'm' }];
    expect(hygieneOf(judged(unused, { mode: 'audit', errors }))).toEqual([]);
    expect(hygieneOf(judged(unused, { lockfiles: [lockfile('added')], errors }))).toEqual([]);
  });

  test('a pull request that touches nothing of it gives no false alarm', () => {
    expect(hygieneOf(judged(unused))).toEqual([]);
  });

  test('matches nothing: told in a check in which every lockfile is new', () => {
    expect(hygieneOf(judged(unused, { lockfiles: [lockfile('added'), lockfile('removed')] }))).toEqual(['unused']);
    expect(hygieneOf(judged(unused, { lockfiles: [lockfile('added'), lockfile('unchanged')] }))).toEqual([]);
    expect(hygieneOf(judged(unused, { lockfiles: [], dossiers: [] }))).toEqual([]);
  });

  test('used ones are not unused, shadowed ones are', () => {
    const same = entry('package: left-pad, rules: [poor], expires: 2026-12-31');
    expect(
      judged(same + same, { mode: 'audit' }).findings.filter(({ rule }) => rule === 'exception-hygiene'),
    ).toMatchObject([{ codes: ['unused'], line: 4 }]);
  });

  describe('an exception from a rule that speaks of changes', () => {
    const quiet = (id: string) => packageRule({ id, messages: { young: 'configured' }, check: () => [] });
    const rules = [quiet('cooldown'), quiet('new-package'), quiet('advisory'), quiet('license'), hygiene];
    const audited = (exception: string, more: Case = {}) =>
      hygieneOf(judged(entry(`${exception}, expires: 2026-12-31`), { mode: 'audit', rules, ...more }));

    test.each([
      ['a version', 'package: left-pad@1.3.0, rules: [cooldown]'],
      ['a range', 'package: left-pad@^1, rules: [new-package]'],
      ['several rules, one of them about states', 'package: left-pad@1.3.0, rules: [advisory, cooldown]'],
    ])('is in use while its version is locked, though nothing is found any more: %s', (_, exception) => {
      expect(audited(exception)).toEqual([]);
    });

    test('is unused once no such version is locked, whatever else is', () => {
      expect(audited('package: left-pad@1.2.0, rules: [cooldown]')).toEqual(['unused']);
      expect(audited('package: left-pads, rules: [cooldown]')).toEqual(['unused']);
    });

    test('is unused where the version is among what was removed', () => {
      const removed = dossierOf({ change: { kind: 'removed' } });
      const kept = dossierOf({ change: { name: 'other' } });
      expect(audited('package: left-pad@1.3.0, rules: [cooldown]', { dossiers: [removed, kept] })).toEqual(['unused']);
    });

    test('does not keep one in use that is about what an audit judges', () => {
      expect(audited('package: left-pad@1.3.0, rules: [advisory, license]')).toEqual(['unused']);
    });

    test('is still too wide, or expired', () => {
      expect(audited('package: "left-*", rules: [cooldown]')).toEqual(['too-wide']);
      expect(audited('package: left-pad@1.3.0, rules: [cooldown]', { now: '2026-12-31T00:00:00.000Z' })).toEqual([
        'expired',
      ]);
    });

    test('covers nothing because it is in use', () => {
      const loud = [packageRule({ id: 'cooldown', messages: { young: 'configured' }, check: () => says('young') })];
      const { findings } = judged(entry('package: left-pad@1.2.0, rules: [cooldown], expires: 2026-12-31'), {
        rules: [...loud, hygiene],
      });
      expect(findings).toMatchObject([{ rule: 'cooldown', status: 'reported' }]);
    });

    test('every rule that may be waived speaks of changes or judges what is locked', () => {
      const states = ['abandonment', 'advisory', 'allow', 'integrity', 'license', 'malware', 'signature'];
      const waivable = allRules.filter(isWaivable).map(({ id }) => id);
      expect([...changeRules, ...states].sort()).toEqual(waivable.sort());
    });
  });

  test('too wide', () => {
    const wide = judged(entry('package: "left-*", rules: [poor], expires: 2026-12-31'));
    expect(hygieneOf(wide)).toEqual(['too-wide']);
    expect(brief(wide)).toContainEqual(['poor', 'excepted', 'exceptions[0]', 'poor']);
    expect(hygieneOf(judged(entry('package: "@acme/*", rules: [poor], expires: 2026-12-31')))).toEqual([]);
  });

  test('expired and too wide is one finding', () => {
    const { findings } = judged(entry('package: "left-*", rules: [poor], expires: 2026-01-01'));
    expect(findings.filter(({ rule }) => rule === 'exception-hygiene')).toMatchObject([
      { codes: ['expired', 'too-wide'] },
    ]);
  });

  test('takes its level from the policy', () => {
    expect(judged(unused, { mode: 'audit', head: 'rules: { exception-hygiene: off }\n', dossiers: [] })).toEqual({
      verdict: 'pass',
      findings: [],
    });
    expect(judged(unused, { mode: 'audit', head: 'extends: strict\n', dossiers: [] }).verdict).toBe('fail');
    expect(judged(unused, { mode: 'audit', dossiers: [] }).verdict).toBe('warn');
  });

  test('has a fingerprint of its own for each exception, whatever line it stands in', () => {
    const other = entry('package: elsewhere, rules: [poor], expires: 2026-12-31');
    const prints = (text: string) =>
      judged(text, { mode: 'audit', dossiers: [] })
        .findings.map(({ fingerprint }) => fingerprint)
        .sort();
    expect(new Set(prints(unused + other)).size).toBe(2);
    expect(prints(other + unused)).toEqual(prints(unused + other));
  });
});

describe('an exception by advisory', () => {
  const advisory = (about: readonly (readonly string[])[]) =>
    packageRule({
      id: 'advisory',
      messages: { known: 'configured' },
      check: () => about.map((ids) => ({ code: 'known', args: { more: ids.join(' ') }, about: ids })),
    });
  const statuses = (about: readonly (readonly string[])[], listed: string) =>
    judged(entry(`package: left-pad, rules: [advisory], advisories: [${listed}], expires: 2026-12-31`), {
      rules: [advisory(about), hygiene],
    }).findings.map(({ status, about }) => [status, about]);

  test('covers a finding only where each of its advisories is listed', () => {
    expect(statuses([['GHSA-b'], ['GHSA-a']], 'GHSA-a, GHSA-b')).toEqual([['excepted', ['GHSA-a', 'GHSA-b']]]);
    expect(statuses([['GHSA-a'], ['GHSA-b']], 'GHSA-a')).toEqual([['reported', ['GHSA-a', 'GHSA-b']]]);
  });

  test('takes any id of a record for the record, and no id of one record for another', () => {
    const both = packageRule({
      id: 'advisory',
      messages: { known: 'configured' },
      check: () => [
        { code: 'known', args: { more: 'a' }, about: ['GHSA-a'], aliases: { 'GHSA-a': ['CVE-1', 'CVE-2'] } },
        { code: 'known', args: { more: 'b' }, about: ['GHSA-b'], aliases: { 'GHSA-b': ['CVE-3'] } },
      ],
    });
    const status = (listed: string) =>
      judged(entry(`package: left-pad, rules: [advisory], advisories: [${listed}], expires: 2026-12-31`), {
        rules: [both, hygiene],
      }).findings.find(({ rule }) => rule === 'advisory')?.status;
    expect(status('CVE-2, CVE-3')).toBe('excepted');
    expect(status('CVE-2, GHSA-b')).toBe('excepted');
    expect(status('CVE-1, CVE-2')).toBe('reported');
    expect(status('CVE-1, CVE-4')).toBe('reported');
  });

  test('covers none that does not say of all of it what it speaks of', () => {
    expect(statuses([['GHSA-a'], []], 'GHSA-a')).toEqual([['reported', undefined]]);
  });

  test('is refused beside a rule that speaks of no advisories', () => {
    expect(() => judged(entry('package: a, rules: [poor], advisories: [GHSA-a], expires: 2026-12-31'))).toThrow(
      /expected `rules: \[advisory\]` with it/,
    );
  });
});
