import { describe, expect, test } from '@jest/globals';

import type { Dossier, Finding, FindingLevel, Level, Observation, UnavailableReason } from '../../src/model/index.ts';
import { runRules } from '../../src/judge/engine.ts';
import { fingerprintOf, canonicalJson } from '../../src/judge/fingerprint.ts';
import type { Rule } from '../../src/model/rule.ts';
import { absent, dossierOf, exampleNow, present, unavailable, without } from '../support/dossier.ts';
import { lockfileRule, packageRule, says } from '../support/speaking-rules.ts';

interface Run {
  readonly level?: Level;
  readonly advice?: Exclude<FindingLevel, 'note'>;
  readonly unavailable?: Exclude<FindingLevel, 'note'>;
  readonly observations?: readonly Observation[];
  readonly now?: string;
}

function run(rules: readonly Rule[], dossiers: readonly Dossier[], how: Run = {}): readonly Finding[] {
  const setting = (rule: Rule) => ({ level: how.level ?? rule.recommended, advice: how.advice ?? 'warn', options: {} });
  return runRules({
    rules,
    settings: new Map(rules.map((rule) => [rule.id, setting(rule)])),
    dossiers,
    observations: how.observations ?? [],
    context: { now: how.now ?? exampleNow, mode: 'check' },
    unavailable: how.unavailable ?? 'error',
  });
}

const brief = (findings: readonly Finding[]) =>
  findings.map(({ level, floor, outcome, codes }) => ({ level, floor, outcome, codes }));

describe('levels', () => {
  const rule = packageRule({
    messages: { bad: 'mandatory', poor: 'configured', odd: 'advisory' },
    check: () => says('odd', 'poor', 'bad'),
  });

  test.each<[string, Level, Exclude<FindingLevel, 'note'>, [string, FindingLevel, boolean][]]>([
    ['bad', 'error', 'warn', [['bad', 'error', true]]],
    ['bad', 'warn', 'warn', [['bad', 'error', true]]],
    ['bad', 'off', 'warn', [['bad', 'error', true]]],
    ['poor', 'error', 'warn', [['poor', 'error', false]]],
    ['poor', 'warn', 'warn', [['poor', 'warn', false]]],
    ['poor', 'off', 'warn', []],
    ['odd', 'error', 'warn', [['odd', 'warn', false]]],
    ['odd', 'error', 'error', [['odd', 'error', false]]],
    ['odd', 'warn', 'error', [['odd', 'warn', false]]],
    ['odd', 'off', 'error', []],
  ])('%s at level %s with advice at %s', (code, level, advice, expected) => {
    const one = packageRule({
      messages: { bad: 'mandatory', poor: 'configured', odd: 'advisory' },
      check: () => says(code),
    });
    const found = run([one], [dossierOf()], { level, advice });
    expect(found.map((finding) => [finding.codes[0], finding.level, finding.floor])).toEqual(expected);
  });

  test('a rule that is wholly floor is an error at any level', () => {
    const whole = packageRule({ messages: { bad: 'configured' }, floor: 'whole' });
    expect(brief(run([whole], [dossierOf()], { level: 'off' }))).toEqual([
      { level: 'error', floor: true, outcome: 'violation', codes: ['bad'] },
    ]);
  });

  test('a rule that is off runs for its floor, and says nothing else', () => {
    expect(brief(run([rule], [dossierOf()], { level: 'off' }))).toEqual([
      { level: 'error', floor: true, outcome: 'violation', codes: ['bad'] },
    ]);
  });

  test('a rule that can say nothing is not asked', () => {
    const broken = packageRule({
      messages: { poor: 'configured' },
      check: () => {
        throw new Error('asked');
      },
    });
    expect(run([broken], [dossierOf()], { level: 'off' })).toEqual([]);
  });
});

describe('one finding per rule, package and lockfile', () => {
  const talkative = packageRule({
    messages: { bad: 'configured', odd: 'advisory' },
    check: () => [
      { code: 'odd', args: {}, line: 99 },
      { code: 'bad', args: {}, line: 30, places: 2 },
      { code: 'bad', args: { more: 'der' }, line: 20, places: 3 },
      { code: 'bad', args: {}, line: 40 },
    ],
  });

  test('worst first, messages once, places of one code added up, at the line of the worst', () => {
    expect(run([talkative], [dossierOf()])).toEqual([
      {
        ...{ rule: 'speaking', level: 'error', floor: false, outcome: 'violation', codes: ['bad', 'odd'] },
        ...{ name: 'left-pad', version: '1.3.0', lockfile: 'package-lock.json', line: 20, places: 6 },
        message: 'It says badder. It says bad. It says odd.',
        remediation: 'Mend bad. Mend odd.',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        ...{ status: 'reported', decision: null },
      },
    ]);
  });

  test('each package, version, source, lockfile and rule speaks for itself', () => {
    const rule = packageRule({ messages: { bad: 'configured' }, sources: 'any' });
    const dossiers = [
      dossierOf(),
      dossierOf({ change: { name: 'other' } }),
      dossierOf({ change: { version: '2.0.0' } }),
      dossierOf({ change: { lockfile: 'apps/a/package-lock.json' } }),
      dossierOf({ change: { source: { kind: 'git', spec: 'git+https://git.example/a' } } }),
      dossierOf({ change: { source: { kind: 'git', spec: 'git+https://git.example/b' } } }),
    ];
    const found = run(
      [rule, packageRule({ id: 'another', messages: { bad: 'configured' }, sources: 'any' })],
      dossiers,
    );
    expect(found).toHaveLength(12);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(12);
  });

  test('removals are not judged', () => {
    expect(
      run([packageRule({ messages: { bad: 'mandatory' } })], [dossierOf({ change: { kind: 'removed' } })]),
    ).toEqual([]);
  });

  test('a rule about registries is not asked about git', () => {
    const git = dossierOf({ change: { source: { kind: 'git', spec: 'x' } } });
    expect(run([packageRule({ messages: { bad: 'mandatory' } })], [git])).toEqual([]);
    expect(run([packageRule({ messages: { bad: 'mandatory' }, sources: 'any' })], [git])).toHaveLength(1);
  });

  test('observations are judged by rules about lockfiles', () => {
    const observations: Observation[] = [
      { code: 'deleted', path: 'package-lock.json', line: 1, args: {} },
      { code: 'unreachable', path: 'package-lock.json', line: 7, name: 'a', version: '1.0.0', args: {} },
    ];
    const found = run([lockfileRule({ messages: { deleted: 'configured', unreachable: 'configured' } })], [], {
      observations,
    });
    expect(found.map(({ name, version, lockfile, line }) => [name, version, lockfile, line])).toEqual([
      [null, null, 'package-lock.json', 1],
      ['a', '1.0.0', 'package-lock.json', 7],
    ]);
    expect(
      run([lockfileRule({ messages: { deleted: 'configured', unreachable: 'configured' } })], [], {
        observations,
        level: 'off',
      }),
    ).toEqual([]);
    expect(run([lockfileRule({ messages: { shadowed: 'configured' } })], [], { observations })).toEqual([]);
  });
});

describe('evidence that is unavailable', () => {
  const reads = (messages: Parameters<typeof packageRule>[0]['messages']) =>
    packageRule({
      messages,
      needs: ['publishedAt'],
      check: ({ evidence }) => (evidence.publishedAt.state === 'absent' ? says(Object.keys(messages)[0] ?? '') : []),
    });

  test('is never a pass: the engine speaks at the worst level that the rule could have', () => {
    const dossier = without(dossierOf(), 'publishedAt');
    const indeterminate = { outcome: 'indeterminate', codes: ['unavailable-publishedAt'] };
    expect(brief(run([reads({ poor: 'configured' })], [dossier]))).toEqual([
      { level: 'error', floor: false, ...indeterminate },
    ]);
    expect(brief(run([reads({ poor: 'configured' })], [dossier], { level: 'warn' }))).toEqual([
      { level: 'warn', floor: false, ...indeterminate },
    ]);
    expect(brief(run([reads({ poor: 'configured' })], [dossier], { level: 'off' }))).toEqual([]);
    expect(brief(run([reads({ odd: 'advisory' })], [dossier]))).toEqual([
      { level: 'warn', floor: false, ...indeterminate },
    ]);
    expect(brief(run([reads({ poor: 'configured', bad: 'mandatory' })], [dossier], { level: 'off' }))).toEqual([
      { level: 'error', floor: true, ...indeterminate },
    ]);
  });

  test('`unavailable: warn` lowers it, and never what is about the floor', () => {
    const dossier = without(dossierOf(), 'publishedAt');
    expect(brief(run([reads({ poor: 'configured' })], [dossier], { unavailable: 'warn' }))).toMatchObject([
      { level: 'warn', floor: false },
    ]);
    expect(
      brief(run([reads({ poor: 'configured', bad: 'mandatory' })], [dossier], { unavailable: 'warn' })),
    ).toMatchObject([{ level: 'error', floor: true }]);
  });

  test('a check that swallows the interruption is interrupted all the same', () => {
    const careless = packageRule({
      messages: { bad: 'configured' },
      needs: ['publishedAt'],
      check: ({ evidence }) => {
        try {
          return evidence.publishedAt.state === 'present' ? [] : says('bad');
        } catch {
          return [];
        }
      },
    });
    expect(brief(run([careless], [without(dossierOf(), 'publishedAt')]))).toMatchObject([{ outcome: 'indeterminate' }]);
  });

  test('what a rule did not need to read does not matter', () => {
    const frugal = packageRule({
      messages: { bad: 'configured' },
      needs: ['publishedAt', 'history'],
      check: ({ evidence }) => (evidence.publishedAt.state === 'present' ? [] : says('bad')),
    });
    expect(run([frugal], [without(dossierOf(), 'history')])).toEqual([]);
  });

  test('copying the evidence counts as reading it', () => {
    const copying = packageRule({
      messages: { bad: 'configured' },
      needs: ['history'],
      check: ({ evidence }) => (({ ...copy }) => (copy.history.state === 'present' ? [] : []))(evidence),
    });
    expect(brief(run([copying], [without(dossierOf(), 'history')]))).toMatchObject([{ outcome: 'indeterminate' }]);
  });

  test('evidence that a rule did not ask for is not there', () => {
    const nosy = packageRule({
      messages: { bad: 'configured' },
      needs: [],
      check: ({ evidence, dossier }) => [
        ...('publishedAt' in evidence ? [] : says('bad')),
        ...('evidence' in dossier ? says('nothing') : []),
      ],
    });
    expect(brief(run([nosy], [dossierOf()]))).toMatchObject([{ codes: ['bad'] }]);
  });

  test('absent is not unavailable: the rule itself speaks', () => {
    expect(
      brief(run([reads({ poor: 'configured' })], [dossierOf({ evidence: { publishedAt: absent } })])),
    ).toMatchObject([{ outcome: 'violation', codes: ['poor'] }]);
  });

  test.each<[UnavailableReason, RegExp, RegExp]>([
    ['offline', /no request was allowed/, /evidence that holds it/],
    ['not-recorded', /recorded evidence does not hold it/, /Record/],
    ['network', /could not be reached/, /again/],
    ['timeout', /in time/, /again/],
    ['throttled', /refused further requests/, /Wait/],
    ['server-error', /answered with an error/, /again/],
    ['unauthorized', /credential/, /token/],
    ['redirected', /another origin/, /address/],
    ['too-large', /exceeds the size/, /large/],
    ['malformed', /not a registry document/, /proxy/],
    ['budget', /limit/, /smaller/],
  ])('%s is reported in our words, with what to do', (reason, message, remediation) => {
    const dossier = dossierOf({ evidence: { publishedAt: unavailable(reason, 'HTTP 418\u001b[2K') } });
    const [finding] = run([reads({ poor: 'configured' })], [dossier]);
    expect(finding?.message).toMatch(/^It is unknown when this version was published: /);
    expect(finding?.message).toMatch(message);
    expect(finding?.message).toContain('(HTTP 418\\u{1B}[2K)');
    expect(finding?.remediation).toMatch(remediation);
    const cause = { evidence: 'publishedAt', asked: 'document', reason, detail: 'HTTP 418\\u{1B}[2K' };
    expect(finding?.cause).toEqual(cause);
  });

  test('what was asked is told where it is not the document of the registry', () => {
    const asked = { ...unavailable(), asked: 'attestations' } as const;
    const [finding] = run([reads({ poor: 'configured' })], [dossierOf({ evidence: { publishedAt: asked } })]);
    expect(finding?.cause).toMatchObject({ evidence: 'publishedAt', asked: 'attestations' });
    const who = packageRule({
      ...{ messages: { poor: 'configured' }, needs: ['authorship'] },
      check: ({ evidence }) => says(evidence.authorship.state),
    });
    const [unsaid] = run([who], [dossierOf({ evidence: { authorship: unavailable() } })]);
    expect(unsaid?.cause).toMatchObject({ evidence: 'authorship', asked: 'authorship' });
  });

  test('a violation has no cause', () => {
    expect(run([packageRule({ messages: { poor: 'configured' } })], [dossierOf()])[0]).not.toHaveProperty('cause');
  });
});

describe('what is not there', () => {
  const existence = packageRule({
    ...{ id: 'existence', messages: { missing: 'mandatory' }, floor: 'whole', needs: ['existence'] },
    check: ({ evidence }) =>
      evidence.existence.state === 'present' && evidence.existence.value.answer === 'listed' ? [] : says('missing'),
  });
  const age = packageRule({
    id: 'age',
    messages: { poor: 'configured' },
    needs: ['publishedAt'],
    check: ({ evidence }) => (evidence.publishedAt.state === 'absent' ? says('poor') : []),
  });
  const address = packageRule({ id: 'address', messages: { bad: 'mandatory' }, needs: [] });

  test('is judged by existence, and by rules that need no evidence, and by no other', () => {
    const invented = dossierOf({ evidence: { existence: absent, publishedAt: absent } });
    expect(run([age, address, existence], [invented]).map(({ rule }) => rule)).toEqual(['existence', 'address']);
  });

  test('is judged by the others where existence has not spoken', () => {
    const listed = dossierOf({ evidence: { publishedAt: absent } });
    expect(run([age, existence], [listed]).map(({ rule }) => rule)).toEqual(['age']);
    const unknown = without(dossierOf({ evidence: { publishedAt: absent } }), 'existence');
    expect(run([age, existence], [unknown]).map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['existence', 'indeterminate'],
      ['age', 'violation'],
    ]);
    expect(run([age], [dossierOf({ evidence: { existence: absent, publishedAt: absent } })])).toHaveLength(1);
  });

  test('one package that is not there hides nothing of the next', () => {
    const invented = dossierOf({ evidence: { existence: present({ answer: 'no-versions' }), publishedAt: absent } });
    const young = dossierOf({ change: { name: 'other' }, evidence: { publishedAt: absent } });
    expect(run([age, existence], [invented, young]).map(({ rule, name }) => [rule, name])).toEqual([
      ['existence', 'left-pad'],
      ['age', 'other'],
    ]);
  });
});

describe('a rule that breaks its contract ends the run', () => {
  test('an unknown code', () => {
    expect(() =>
      run([packageRule({ messages: { bad: 'configured' }, check: () => says('worse') })], [dossierOf()]),
    ).toThrow('no message worse');
    expect(() =>
      run([packageRule({ messages: { bad: 'configured' }, check: () => says('toString') })], [dossierOf()]),
    ).toThrow('no message toString');
  });

  test('an exception of its own', () => {
    const broken = packageRule({
      messages: { bad: 'configured' },
      check: () => {
        throw new RangeError('defect');
      },
    });
    expect(() => run([broken], [dossierOf()])).toThrow(RangeError);
  });

  test('a rule that the policy does not know', () => {
    expect(() =>
      runRules({
        rules: [packageRule({ messages: { bad: 'configured' } })],
        settings: new Map(),
        dossiers: [],
        observations: [],
        context: { now: exampleNow, mode: 'check' },
        unavailable: 'error',
      }),
    ).toThrow('sets nothing');
  });
});

describe('fingerprints', () => {
  const of = (
    stable: Record<string, string | number>,
    how: Run = {},
    patch: Parameters<typeof dossierOf>[0] = {},
    line = 5,
  ) =>
    run(
      [
        packageRule({
          messages: { bad: 'configured', odd: 'advisory' },
          check: ({ context }) => [{ code: 'bad', args: { more: context.now }, stable, line }],
        }),
      ],
      [dossierOf(patch)],
      how,
    )[0]?.fingerprint;

  test('stay the same while the matter does: not by time, line, level or words', () => {
    const first = of({ publishedAt: 'x' });
    expect(of({ publishedAt: 'x' }, { now: '2027-01-01T00:00:00.000Z' })).toBe(first);
    expect(of({ publishedAt: 'x' }, { level: 'warn' })).toBe(first);
    expect(of({ publishedAt: 'x' }, {}, { change: { line: 77 } }, 77)).toBe(first);
  });

  test('differ by what is stable, by package, version and lockfile', () => {
    const all = [
      of({ a: 1 }),
      of({ a: 2 }),
      of({ a: '1' }),
      of({ b: 1 }),
      of({ a: 1 }, {}, { change: { name: 'b' } }),
      of({ a: 1 }, {}, { change: { version: '2.0.0' } }),
      of({ a: 1 }, {}, { change: { lockfile: 'b/package-lock.json' } }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('do not depend on the order in which a rule speaks', () => {
    const spoken = [
      { code: 'bad', args: {}, stable: { a: 1 } },
      { code: 'odd', args: {}, stable: { b: 2 } },
    ];
    const finding = (violations: typeof spoken) =>
      run([packageRule({ messages: { bad: 'configured', odd: 'advisory' }, check: () => violations })], [dossierOf()]);
    expect(finding([...spoken].reverse())).toEqual(finding(spoken));
  });

  test('are made from canonical JSON (RFC 8785)', () => {
    expect(canonicalJson({ b: [1, 'é', null, true], a: { '\u20ac': 1e21, '\r': -0, '1': 0.1 } })).toBe(
      '{"a":{"\\r":0,"1":0.1,"€":1e+21},"b":[1,"é",null,true]}',
    );
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(fingerprintOf('abc')).toBe('6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25');
  });
});
