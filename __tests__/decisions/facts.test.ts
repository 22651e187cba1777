import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { canonicalJson } from '../../src/judge/fingerprint.ts';
import { effectiveLevel } from '../../src/judge/finding.ts';
import type { Json } from '../../src/model/json.ts';
import { unneeded } from '../../src/model/evidence-values.ts';
import { present } from '../../src/model/example.ts';
import type { DossierPatch, PackageRule } from '../../src/model/rule.ts';
import { presetDefaults } from '../../src/policy/presets.ts';
import { rules } from '../../src/rules/index.ts';
import { dossierOf, evidenceKinds, history, release, unavailable, without } from '../support/dossier.ts';

const packageRules = rules.filter((rule): rule is PackageRule => rule.subject === 'package');

/** Rules that can block, and that give no facts: why. */
const factless: Readonly<Record<string, string>> = {
  allow: 'rests on the name, the version and the policy',
  bundled: 'what is in the tarball of another package has no bytes of its own, and nobody can decide about it',
  deny: 'no approval covers it',
  'new-direct-dependency': 'rests on who proposed, which is not in it: it asks for the decision itself',
  source: 'is about what comes from no registry, which has no bytes',
};

function facts(rule: PackageRule, patch: DossierPatch = {}, dossier = dossierOf(patch)) {
  const { evidence, ...rest } = dossier;
  return rule.facts?.({ dossier: rest, evidence }) ?? {};
}

const presets = ['audit', 'attacks', 'recommended', 'strict'] as const;

/** Whether a rule can block under some preset, for another reason than the floor. */
function canBlock(rule: PackageRule): boolean {
  return presets.some((preset) => {
    const setting = presetDefaults(preset, [rule]).settings.get(rule.id);
    return Object.entries(rule.messages).some(([code, { severity }]) => {
      if (setting === undefined) return false;
      const { level, floor } = effectiveLevel(rule.floor, severity, setting, code);
      return level === 'error' && !floor;
    });
  });
}

test('every rule that can block gives facts, or is named with the reason why it gives none', () => {
  const silent = packageRules.filter((rule) => canBlock(rule) && rule.facts === undefined).map(({ id }) => id);
  expect(silent.sort()).toEqual(Object.keys(factless).sort());
});

function numbersIn(value: Json): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const examples = packageRules.flatMap((rule) => rule.examples.map(({ dossier }) => dossier));

describe.each(packageRules.filter((rule) => rule.facts !== undefined).map((rule) => [rule.id, rule] as const))(
  '%s',
  (_, rule) => {
    test('gives facts that are JSON without any number, so without an age or a count, whatever the evidence is', () => {
      const dossiers = examples.map((patch) => dossierOf(patch));
      const own = rule.examples.map(({ dossier }) => dossierOf(dossier));
      const all = [
        ...dossiers,
        ...dossiers.map((dossier) => without(dossier, ...evidenceKinds)),
        ...own.flatMap((dossier) => rule.needs.map((kind) => without(dossier, kind))),
      ].map((dossier) => facts(rule, {}, dossier) as unknown as Json);
      expect(all.map((given) => JSON.parse(canonicalJson(given)) as Json)).toEqual(all);
      expect(all.flatMap(numbersIn)).toEqual([]);
    });

    test('gives the same facts whatever depends on the rest of the change, on time or on who proposed', () => {
      for (const patch of examples) {
        const dossier = dossierOf(patch);
        const other = {
          ...dossier,
          change: {
            ...dossier.change,
            ...{ line: 99, via: [['other', dossier.change.name]], direct: !dossier.change.direct, manifests: [] },
            lockfile: 'other/package-lock.json',
          },
          evidence: {
            ...dossier.evidence,
            authorship: present({ branch: 'claude/add', people: [] }),
            downloads: present(3),
            prominence: present(5),
            bringers: unavailable(),
            upgrades: unavailable(),
            predecessorTarball: unavailable(),
            earlierBuilds: unavailable(),
          },
        };
        expect(facts(rule, {}, other)).toEqual(facts(rule, {}, dossier));
      }
    });

    test('gives the same facts in whatever order the lockfile and the registry list things', () => {
      for (const patch of examples) {
        const dossier = dossierOf(patch);
        const { change, evidence } = dossier;
        const swapped = {
          ...dossier,
          change: { ...change, pins: [...change.pins].reverse(), aliases: [...change.aliases].reverse() },
          evidence: { ...evidence, ...reversed(evidence, 'advisories'), ...reversed(evidence, 'malware') },
        };
        expect(facts(rule, {}, swapped)).toEqual(facts(rule, {}, dossier));
      }
    });
  },
);

function reversed(evidence: ReturnType<typeof dossierOf>['evidence'], kind: 'advisories' | 'malware') {
  const piece = evidence[kind];
  return piece.state === 'present' && piece.value.state === 'known'
    ? { [kind]: present({ ...piece.value, records: [...piece.value.records].reverse() }) }
    : {};
}

test('what could not be read is in the facts as unread, and what was not asked for is not in them', () => {
  const all = packageRules.filter((rule) => rule.facts !== undefined);
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom(...evidenceKinds), (rule, kind) => {
      const dossier = dossierOf();
      const unread = canonicalJson(facts(rule, {}, without(dossier, kind)) as unknown as Json);
      if (unread !== canonicalJson(facts(rule) as unknown as Json) && rule.needs.includes(kind)) {
        expect(unread.includes(`{"unread":"${kind}"}`) || kind === 'publisher').toBe(true);
      }
      const notAsked = { ...dossier, evidence: { ...dossier.evidence, [kind]: unneeded } };
      expect(canonicalJson(facts(rule, {}, notAsked) as unknown as Json)).not.toContain('unread');
    }),
    { numRuns: 300 },
  );
});

test('whether a registry that names no publisher has to depends on other packages, and is not in the facts', () => {
  const publisher = packageRules.find(({ id }) => id === 'publisher') as PackageRule;
  const silent = { ...unavailable('not-provided', 'names none'), unoffered: 'publishers' } as const;
  expect(facts(publisher, { evidence: { publisher: silent } })).toEqual(
    facts(publisher, { evidence: { publisher: { state: 'absent' } } }),
  );
});

describe('install-scripts', () => {
  const rule = packageRules.find(({ id }) => id === 'install-scripts') as PackageRule;
  const hooks = { postinstall: 'node build.js' };
  const own = (patch: object) =>
    present({
      bindingGyp: false,
      manifest: {
        state: 'read',
        hooks,
        bin: {},
        bundled: [],
        dependencies: {},
        optionalDependencies: {},
        ...patch,
      } as const,
    });
  const stated = { evidence: { release: release({ hooks }) } };

  test('a tarball that says what the document says adds nothing: an audit, which reads none, comes to the same', () => {
    const read = { evidence: { ...stated.evidence, tarball: own({}) } };
    const audit = { evidence: { ...stated.evidence, tarball: unneeded } };
    expect(facts(rule, read)).toEqual(facts(rule, audit));
  });

  test('a tarball that runs something else is another fact, and so is one that could not be read', () => {
    const other = { evidence: { ...stated.evidence, tarball: own({ hooks: { postinstall: 'node evil.js' } }) } };
    const unread = {
      evidence: { ...stated.evidence, tarball: present({ unlisted: 'failed', detail: 'HTTP 503' } as const) },
    };
    const distinct = new Set(
      [stated, other, unread].map((patch) => canonicalJson(facts(rule, patch) as unknown as Json)),
    );
    expect(distinct.size).toBe(3);
  });
});

test('a release on another line is news of a takeover only beside a publisher who was not seen before', () => {
  const rule = packageRules.find(({ id }) => id === 'takeover') as PackageRule;
  const times = { '1.2.0': '2026-05-01T00:00:00.000Z', '1.3.0': '2026-06-14T00:00:00.000Z' };
  const later = { ...times, '0.8.0': '2026-06-14T00:30:00.000Z' };
  const by = (name: string) => ({ '1.2.0': { publisher: { name } } });
  const signs = (all: object, name: string) =>
    facts(rule, {
      evidence: { publisher: present({ name: 'alice' }), history: history(all as typeof times, by(name)) },
    });
  expect(signs(later, 'alice')).toEqual(signs(times, 'alice'));
  expect(signs(later, 'bob')).not.toEqual(signs(times, 'bob'));
});
