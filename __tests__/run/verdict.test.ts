import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Comparison, Dossier, Finding, Observation, VerdictWord } from '../../src/model/index.ts';
import type { EffectivePolicy } from '../../src/policy/load.ts';
import { rules as realRules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { judge } from '../../src/run/verdict.ts';
import {
  absent,
  dossierOf,
  evidenceKinds,
  exampleNow,
  history,
  present,
  release,
  without,
} from '../support/dossier.ts';
import { lockfileRule, packageRule, says as speak } from '../support/speaking-rules.ts';
import { loadPolicy } from '../support/load-policy.ts';

const badness: readonly VerdictWord[] = ['pass', 'warn', 'fail', 'error'];
const rank = (verdict: VerdictWord) => badness.indexOf(verdict);

interface Case {
  readonly dossiers?: readonly Dossier[];
  readonly policy?: string;
  readonly rules?: readonly Rule[];
  readonly comparison?: Partial<Comparison>;
}

const reversedRules = [...realRules].reverse();
const policies = new Map<string, EffectivePolicy>();

/** Reads each policy for the real rules once: the properties judge hundreds of times under the same few. */
function policyOf(text: string, rules: readonly Rule[]): EffectivePolicy {
  const kept = rules === realRules ? `real ${text}` : rules === reversedRules ? `reversed ${text}` : undefined;
  const policy =
    policies.get(kept ?? '') ?? loadPolicy({ source: 'policy.yml', text: `version: 1\n${text}` }, { rules });
  if (kept !== undefined) policies.set(kept, policy);
  return policy;
}

function judged({ dossiers = [dossierOf()], policy = '', rules = realRules, comparison = {} }: Case) {
  return judge({
    comparison: {
      ...{ mode: 'check', head: 'head', lockfiles: [], observations: [], errors: [] },
      changes: dossiers.map(({ change }) => change),
      ...comparison,
    },
    dossiers,
    policy: policyOf(policy, rules),
    now: exampleNow,
    rules,
  });
}

const says = (level: 'error' | 'warn' | 'off', id = 'speaking') =>
  packageRule({ id, messages: { poor: 'configured' }, recommended: level });
const floor = packageRule({
  id: 'floored',
  messages: { bad: 'mandatory', odd: 'configured' },
  check: () => speak('bad'),
});

describe('the verdict', () => {
  test.each<[string, Case, VerdictWord]>([
    ['nothing changed', { dossiers: [] }, 'pass'],
    ['nothing said', { rules: [says('off')] }, 'pass'],
    ['an unremarkable package under the real rules', {}, 'pass'],
    ['a warning', { rules: [says('warn')] }, 'warn'],
    ['an error', { rules: [says('error')] }, 'fail'],
    ['an error among warnings', { rules: [says('warn', 'a'), says('error', 'b'), says('warn', 'c')] }, 'fail'],
    ['the floor', { rules: [floor] }, 'fail'],
    ['an error that is only observed', { rules: [says('error')], policy: 'mode: observe' }, 'warn'],
    ['the floor, observed', { rules: [floor], policy: 'mode: observe' }, 'fail'],
    ['the floor of a rule that is off', { rules: [floor], policy: 'rules: { floored: off }' }, 'fail'],
    ['the floor under audit', { rules: [floor], policy: 'extends: audit' }, 'fail'],
    ['an error under audit', { rules: [says('error')], policy: 'extends: audit' }, 'warn'],
    ['a warning under strict', { rules: [says('warn')], policy: 'extends: strict' }, 'fail'],
    [
      'what could not be evaluated',
      { dossiers: [], comparison: { errors: [{ code: 'lockfile-empty', message: 'm' }] } },
      'error',
    ],
    [
      'what could not be evaluated, beside the floor',
      { rules: [floor], comparison: { errors: [{ code: 'lockfile-empty', message: 'm' }] } },
      'error',
    ],
    [
      'what could not be evaluated, observed',
      { dossiers: [], policy: 'mode: observe', comparison: { errors: [{ code: 'budget', message: 'm' }] } },
      'error',
    ],
    [
      'an observation',
      {
        dossiers: [],
        rules: [lockfileRule({ messages: { deleted: 'configured' } })],
        comparison: { observations: [{ code: 'deleted', path: 'p', line: 1, args: {} }] },
      },
      'fail',
    ],
  ])('%s', (_, given, expected) => {
    expect(judged(given).verdict).toBe(expected);
  });
});

test('a change that nobody collected evidence about is never a pass', () => {
  const { change } = dossierOf({ change: { name: 'forgotten' } });
  expect(() => judged({ comparison: { changes: [change] } })).toThrow(
    'no evidence was collected about forgotten@1.3.0',
  );
  expect(judged({ dossiers: [], comparison: { changes: [{ ...change, kind: 'removed' }] } }).verdict).toBe('pass');
});

test('findings are sorted: reported before excepted, floor, errors, warnings, then by lockfile, name, version and rule', () => {
  const rules = [says('warn', 'zwarn'), says('error', 'error'), says('error', 'errand'), floor];
  const dossiers = [
    dossierOf({ change: { name: 'b' } }),
    dossierOf({ change: { name: 'a', version: '2.0.0' } }),
    dossierOf({ change: { name: 'a' } }),
    dossierOf({ change: { name: 'a', lockfile: 'A/package-lock.json' } }),
  ];
  const policy = 'exceptions: [{ package: b, rules: [error], reason: r, expires: 2026-12-31 }]';
  const order = judged({ rules, dossiers, policy }).findings.map(({ rule, lockfile, name, version }) =>
    [rule, lockfile, name, version].join(' '),
  );
  const places = [
    'A/package-lock.json a 1.3.0',
    'package-lock.json a 1.3.0',
    'package-lock.json a 2.0.0',
    'package-lock.json b 1.3.0',
  ];
  expect(order).toEqual([
    ...places.map((place) => `floored ${place}`),
    ...places.flatMap((place) => (place.includes(' b ') ? [`errand ${place}`] : [`errand ${place}`, `error ${place}`])),
    ...places.map((place) => `zwarn ${place}`),
    'error package-lock.json b 1.3.0',
  ]);
});

describe('properties, under the real rules', () => {
  const time = fc.constantFrom(
    '2020-01-01T00:00:00.000Z',
    '2026-06-14T00:00:00.000Z',
    '2026-05-30T00:00:00.000Z',
    '2027-01-01T00:00:00.000Z',
  );
  const evidence = fc.record({
    existence: fc.constantFrom(
      present({ answer: 'listed' as const }),
      present({ answer: 'version-missing' as const, unpublished: true }),
      present({ answer: 'no-versions' as const }),
      absent,
    ),
    release: fc.constantFrom(
      release(),
      release({ deprecated: true }),
      release({ hooks: { postinstall: 'node x' } }),
      release({ integrity: `sha512-${'B'.repeat(85)}A==` }),
      release({ documentMatches: false }),
      absent,
    ),
    publishedAt: fc.oneof(time.map(present), fc.constant(absent)),
    firstPublishedAt: fc.oneof(time.map(present), fc.constant(absent)),
    history: fc.oneof(
      time.map((at) => history({ '1.3.0': at }, { '1.3.0': { hooksDigest: 'd' } })),
      fc.constant(absent),
    ),
    predecessor: fc.constantFrom(
      release({ version: '1.2.0' }),
      release({ version: '1.2.0', hooks: { postinstall: 'node y' } }),
      absent,
    ),
  });
  const name = fc.constantFrom('left-pad', 'right-pad', '@acme/ui');
  const dossier = fc
    .record({
      name,
      evidence,
      kind: fc.constantFrom('added' as const, 'updated' as const),
      lockfile: fc.constantFrom('package-lock.json', 'b/package-lock.json'),
    })
    .map(({ name, evidence, kind, lockfile }) =>
      dossierOf({
        change: {
          name,
          kind,
          lockfile,
          ...(kind === 'updated' ? { previousVersion: '1.2.0', baseVersions: ['1.2.0'], changed: ['version'] } : {}),
        },
        evidence,
      }),
    );
  const dossiers = fc.uniqueArray(dossier, {
    maxLength: 4,
    selector: ({ change }) => `${change.lockfile} ${change.name}`,
  });
  const observed = realRules.flatMap((rule) => (rule.subject === 'lockfile' ? rule.examples : []));
  const observation = fc.constantFrom<Observation[]>(...observed.map(({ observation }) => observation));
  const observations = fc.uniqueArray(observation, { selector: ({ code }) => code });
  const exceptions =
    'exceptions:\n  - { package: "**pad", rules: [cooldown, install-scripts, new-package, integrity], reason: r, expires: 2026-12-31 }\n  - { package: "@acme/*", rules: [abandonment, source], reason: r, expires: 2026-12-31 }';
  const strictness = fc.constantFrom(
    '',
    'extends: strict',
    'extends: audit',
    'mode: observe',
    exceptions,
    `extends: strict\nmode: observe\n${exceptions}`,
    'rules: { cooldown: off, integrity: off, install-scripts: warn }',
  );

  test('evidence that becomes unavailable never improves the verdict', () => {
    fc.assert(
      fc.property(
        dossiers,
        fc.uniqueArray(fc.constantFrom(...evidenceKinds)),
        strictness,
        fc.nat(),
        (dossiers, kinds, policy, which) => {
          // `audit` counts what is unavailable as a warning, and everything but the floor too: it holds there as well.
          const before = judged({ dossiers, policy });
          const after = judged({
            dossiers: dossiers.map((one, index) =>
              index === which % dossiers.length || which % 2 === 0 ? without(one, ...kinds) : one,
            ),
            policy,
          });
          expect(rank(after.verdict)).toBeGreaterThanOrEqual(rank(before.verdict));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('all evidence unavailable is a failure wherever a package comes from a registry', () => {
    for (const policy of ['', 'extends: audit', 'mode: observe', 'unavailable: warn', exceptions]) {
      expect(judged({ dossiers: [without(dossierOf(), ...evidenceKinds)], policy }).verdict).toBe('fail');
    }
  });

  test('the order of dossiers, changes and observations does not show', () => {
    fc.assert(
      fc.property(dossiers, observations, strictness, (dossiers, observations, policy) => {
        const given = { policy, comparison: { observations } };
        const turned = [...dossiers].reverse();
        const again = judged({
          policy,
          dossiers: turned,
          comparison: { observations: [...observations].reverse(), changes: dossiers.map(({ change }) => change) },
        });
        expect(again).toEqual(judged({ ...given, dossiers }));
      }),
      { numRuns: 200 },
    );
  });

  test('the order of the rules does not show', () => {
    fc.assert(
      fc.property(dossiers, strictness, (dossiers, policy) => {
        expect(judged({ dossiers, policy, rules: reversedRules })).toEqual(judged({ dossiers, policy }));
      }),
      { numRuns: 100 },
    );
  });

  const floorOf = (findings: readonly Finding[]) =>
    findings.filter(({ floor }) => floor).map(({ fingerprint, status, level }) => ({ fingerprint, status, level }));

  test('no preset, mode, level, exception or `unavailable` lowers the floor or hides it', () => {
    const lax = `extends: audit\nmode: observe\nunavailable: warn\nrules: { cooldown: off, integrity: off, install-scripts: off, source: off, new-package: off, abandonment: off, lockfile: off }\n${exceptions}`;
    fc.assert(
      fc.property(
        dossiers,
        observations,
        fc.uniqueArray(fc.constantFrom(...evidenceKinds)),
        (dossiers, observations, kinds) => {
          const given = { dossiers: dossiers.map((one) => without(one, ...kinds)), comparison: { observations } };
          const strict = judged({ ...given, policy: 'extends: strict' });
          const loose = judged({ ...given, policy: lax });
          const floor = floorOf(strict.findings);
          expect(new Set(floorOf(loose.findings).map(({ fingerprint }) => fingerprint)).size).toBe(floor.length);
          expect(floorOf(loose.findings).every(({ status, level }) => status === 'reported' && level === 'error')).toBe(
            true,
          );
          if (floor.length > 0) expect(loose.verdict).toBe('fail');
        },
      ),
      { numRuns: 300 },
    );
  });
});
