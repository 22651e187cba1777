import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Dossier, EvidenceKind, EvidenceSet, Observation, VerdictWord } from '../../src/model/index.ts';
import { waivableIds } from '../../src/policy/schema/waivable.ts';
import { exampleIntegrity, release, verifiedProvenance } from '../../src/model/example.ts';
import { rules } from '../../src/rules/index.ts';
import { definePackageRule } from '../../src/model/rule.ts';
import { absent, dossierOf, evidenceKinds, present, without } from '../support/dossier.ts';
import { judgeUnder } from '../support/judge-policy.ts';
import { packageRule } from '../support/speaking-rules.ts';

/**
 * What must hold of every verdict, over dossiers that are made of the examples of all rules: one example's change with
 * evidence of any others. A new rule joins by having examples.
 */

const badness: readonly VerdictWord[] = ['pass', 'warn', 'fail', 'error'];
const rank = (verdict: VerdictWord) => badness.indexOf(verdict);

const examples = rules.flatMap((rule) => (rule.subject === 'package' ? rule.examples : [])).map((one) => one.dossier);
const pool = (kind: EvidenceKind) => fc.constantFrom(...examples.map((patch) => dossierOf(patch).evidence[kind]));
const laidOver = fc.record(Object.fromEntries(evidenceKinds.map((kind) => [kind, pool(kind)])), { requiredKeys: [] });
const dossier: fc.Arbitrary<Dossier> = fc
  .record({
    patch: fc.constantFrom(...examples),
    evidence: laidOver,
    name: fc.constantFrom('left-pad', 'right-pad', '@acme/ui'),
    lockfile: fc.constantFrom('package-lock.json', 'experiments/package-lock.json'),
    importers: fc.subarray(['', 'experiments', 'experiments/a']),
    dependencyTypes: fc.subarray(['prod', 'dev'] as const),
  })
  .map(({ patch, evidence, ...change }) => {
    const made = dossierOf({ ...patch, change: { ...patch.change, ...change } });
    return { ...made, evidence: { ...made.evidence, ...(evidence as Partial<EvidenceSet>) } };
  });
const dossiers = fc.uniqueArray(dossier, {
  minLength: 1,
  maxLength: 4,
  selector: ({ change }) => `${change.lockfile} ${change.name}`,
});
const observed = rules.flatMap((rule) => (rule.subject === 'lockfile' ? rule.examples : []));
const observations = fc.uniqueArray(fc.constantFrom<Observation[]>(...observed.map((one) => one.observation)), {
  selector: ({ code }) => code,
});

const waivable = waivableIds(rules).join(', ');
const exceptions = `exceptions: [{ package: "**pad", rules: [${waivable}], reason: r, expires: 2026-12-31 }]\n`;
const publishers =
  'publishers:\n' +
  `  - { packages: ["*-pad"], identity: { sourceRepository: "https://github.com/acme/left-pad" }, start: 2026-01-01, end: 2026-12-31, waives: [${waivable}], reason: r }\n` +
  `  - { packages: ["@acme/*"], identity: { account: alice }, start: 2026-01-01, end: 2026-12-31, waives: [${waivable}], reason: r }\n`;
const reversed = [...rules].reverse();
const settable = rules.filter(({ subject, id }) => ['package', 'lockfile'].includes(subject) && id !== 'deny');
const off = settable
  .map(({ id, floor }) => `${id}: ${floor === 'whole' ? 'error' : id === 'malware' ? 'warn' : 'off'}`)
  .join(', ');
const profiles = `profiles: { none: { rules: { ${off} } } }\napply: [{ profile: none, paths: ["experiments/**"] }, { profile: sandbox, dependencyTypes: [dev] }]\n`;
const lists = 'deny: [{ package: "@acme/*", reason: r }]\nallow: [left-pad, "@acme/*"]\n';
const policy = fc.constantFrom(
  '',
  'extends: strict\n',
  'extends: audit\n',
  'mode: observe\n',
  exceptions,
  publishers,
  profiles,
  lists,
  `extends: strict\n${lists}${profiles}${publishers}`,
  `mode: observe\n${exceptions}${profiles}${lists}`,
);

describe('properties, over the examples of all rules', () => {
  test('evidence that becomes unavailable never improves the verdict', () => {
    fc.assert(
      fc.property(
        dossiers,
        fc.uniqueArray(fc.constantFrom(...evidenceKinds), { minLength: 1 }),
        policy,
        fc.nat(),
        (dossiers, kinds, policy, which) => {
          const before = judgeUnder(policy, { dossiers });
          const worse = dossiers.map((one, at) => (at === which % dossiers.length ? without(one, ...kinds) : one));
          expect(rank(judgeUnder(policy, { dossiers: worse }).verdict)).toBeGreaterThanOrEqual(rank(before.verdict));
        },
      ),
      { numRuns: 300 },
    );
  });

  /** Evidence that speaks for a release; what speaks against it is no evidence of trust. */
  const good: Partial<EvidenceSet> = {
    registrySignature: present({ state: 'verified', keyid: 'SHA256:example', boundTo: 'lockfile' }),
    provenance: verifiedProvenance(),
    publisher: present({ name: 'alice' }),
    publishedAt: present('2025-06-01T08:00:00.000Z'),
  };
  /** A publisher is evidence of trust where the history knows it. */
  const publishedByAlice = (history: EvidenceSet['history']): EvidenceSet['history'] =>
    history.state === 'present'
      ? present({
          ...history.value,
          releases: history.value.releases.map((one) => ({ ...one, publisher: { name: 'alice' } })),
        })
      : history;
  const trust = ['registrySignature', 'provenance', 'publisher', 'publishedAt'] as const;

  test('evidence of trust that becomes absent never improves the verdict', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.subarray([...trust], { minLength: 1 }),
        policy,
        (patch, kinds, policy) => {
          const made = dossierOf(patch);
          const trusted = {
            ...made,
            evidence: {
              ...made.evidence,
              history: publishedByAlice(made.evidence.history),
              ...Object.fromEntries(kinds.map((kind) => [kind, good[kind]])),
            },
          } as Dossier;
          const stripped = {
            ...trusted,
            evidence: { ...trusted.evidence, ...Object.fromEntries(kinds.map((kind) => [kind, absent])) },
          };
          const before = judgeUnder(policy, { dossiers: [trusted] });
          expect(rank(judgeUnder(policy, { dossiers: [stripped] }).verdict)).toBeGreaterThanOrEqual(
            rank(before.verdict),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an integrity that is left out of the lockfile, or of the registry, never improves the verdict', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), policy, (patch, policy) => {
        const pin = { line: 10, places: 1, resolved: dossierOf().change.pins[0]?.resolved ?? '' };
        const pinned = (integrity: { integrity?: string }, evidence: Partial<EvidenceSet>) => {
          const change = {
            ...patch.change,
            name: 'left-pad',
            version: '1.3.0',
            pins: [{ ...pin, ...integrity }],
          };
          return judgeUnder(policy, {
            dossiers: [dossierOf({ change, evidence: { ...patch.evidence, release: release(), ...evidence } })],
          });
        };
        const before = rank(pinned({ integrity: exampleIntegrity }, {}).verdict);
        expect(rank(pinned({}, {}).verdict)).toBeGreaterThanOrEqual(before);
        expect(rank(pinned({ integrity: exampleIntegrity }, { release: absent }).verdict)).toBeGreaterThanOrEqual(
          before,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('the order of packages, changes, observations and rules does not show', () => {
    fc.assert(
      fc.property(dossiers, observations, policy, (dossiers, observations, policy) => {
        const changes = dossiers.map(({ change }) => change);
        expect(
          judgeUnder(policy, {
            dossiers: [...dossiers].reverse(),
            rules: reversed,
            comparison: { observations: [...observations].reverse(), changes },
          }),
        ).toEqual(judgeUnder(policy, { dossiers, comparison: { observations } }));
      }),
      { numRuns: 150 },
    );
  });

  test('no profile, exception, list, publisher, level or mode lowers the floor, or hides it', () => {
    const lax = `extends: audit\nmode: observe\nunavailable: warn\nrules: { ${off} }\n${exceptions}${publishers}${profiles}allow: ["**pad", "@acme/*"]\n`;
    fc.assert(
      fc.property(
        dossiers,
        observations,
        fc.uniqueArray(fc.constantFrom(...evidenceKinds)),
        (dossiers, observations, kinds) => {
          const given = { dossiers: dossiers.map((one) => without(one, ...kinds)), comparison: { observations } };
          const floorUnder = (policy: string) =>
            judgeUnder(policy, given)
              .findings.filter(({ floor }) => floor)
              .map(({ rule, lockfile, name, version, level, status }) => [
                rule,
                lockfile,
                name,
                version,
                level,
                status,
              ]);
          const floor = floorUnder('extends: strict\n');
          expect(floorUnder(lax)).toEqual(floor);
          expect(floor.every((one) => one.at(-1) === 'reported' && one.at(-2) === 'error')).toBe(true);
          if (floor.length > 0) expect(judgeUnder(lax, given).verdict).toBe('fail');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a rule that throws ends the run, whatever applies', () => {
    const throwing = definePackageRule({
      ...(packageRule({ id: 'throwing', messages: { never: 'configured' } }) as object as Parameters<
        typeof definePackageRule
      >[0]),
      check: () => {
        throw new TypeError('a defect');
      },
    });
    const defective = [...rules, throwing];
    fc.assert(
      fc.property(dossier, policy, (dossier, policy) => {
        const seen = dossierOf({ change: { ...dossier.change, source: { kind: 'registry' } } });
        expect(() => judgeUnder(policy, { dossiers: [seen], rules: defective })).toThrow('a defect');
      }),
      { numRuns: 30 },
    );
  });
});
