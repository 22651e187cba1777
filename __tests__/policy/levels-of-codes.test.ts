import { describe, expect, test } from '@jest/globals';

import type { Level } from '../../src/model/index.ts';
import { isFloor } from '../../src/judge/finding.ts';
import { presetDefaults } from '../../src/policy/presets.ts';
import { rules } from '../../src/rules/index.ts';
import { history } from '../../src/model/example.ts';
import { absent, dossierOf, present } from '../support/dossier.ts';
import { brief, judgeUnder } from '../support/judge-policy.ts';
import { loadPolicy } from '../support/load-policy.ts';

const load = (text: string) => loadPolicy({ source: 'policy.yml', text: `version: 1\n${text}` });

const attested = history({ '1.2.0': '2025-06-01T00:00:00.000Z' }, { '1.2.0': { attested: true } });
const missing = dossierOf({ evidence: { provenance: absent } });
const transitive = dossierOf({ change: { direct: false }, evidence: { provenance: absent } });
const lost = dossierOf({
  change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
  evidence: { provenance: absent, history: attested },
});
const invalid = dossierOf({
  evidence: {
    provenance: present({ state: 'invalid', failed: [{ kind: 'provenance', check: 'subject-digest' }] }),
  },
});

/** The levels of the findings of one rule under a policy. */
const levelsOf = (policy: string, rule: string, ...dossiers: (typeof missing)[]) =>
  brief(judgeUnder(policy, { dossiers })).flatMap(([id, , level]) => (id === rule ? [level] : []));

describe('missing provenance', () => {
  test.each<[string, (string | null)[], (string | null)[], (string | null)[]]>([
    ['extends: audit', ['note'], ['note'], ['note']],
    ['extends: attacks', ['note'], ['note'], ['note']],
    ['extends: recommended', ['note'], ['note'], ['note']],
    ['extends: strict', ['warn'], ['warn'], ['error']],
    ['rules: { provenance: error }', ['error'], ['error'], ['error']],
    ['rules: { provenance: warn }', ['warn'], ['warn'], ['warn']],
    ['rules: { provenance: off }', [], [], []],
    ['rules: { provenance: { missing: error, depth: direct } }', ['error'], [], ['error']],
    ['rules: { provenance: { level: off, missing: warn } }', ['warn'], ['warn'], ['warn']],
    ['rules: { provenance: { lost: warn } }', ['note'], ['note'], ['warn']],
    ['extends: strict\nrules: { provenance: { missing: note } }', ['note'], ['note'], ['error']],
  ])('under `%s`', (policy, direct, indirect, before) => {
    expect(levelsOf(policy, 'provenance', missing)).toEqual(direct);
    expect(levelsOf(policy, 'provenance', transitive)).toEqual(indirect);
    expect(levelsOf(policy, 'provenance', lost)).toEqual(before);
  });

  test('one that was never there is no warning: the verdict is pass', () => {
    expect(judgeUnder('extends: recommended', { dossiers: [missing] }).verdict).toBe('pass');
  });

  test.each(['audit', 'attacks', 'recommended', 'strict'])('an invalid one is never a note under %s', (preset) => {
    const [level] = levelsOf(`extends: ${preset}`, 'provenance', invalid);
    expect(level).toBe(preset === 'audit' ? 'warn' : 'error');
  });

  test.each(['note', 'warn'])('one that is wrong is an error also where the rule is at %s', (level) => {
    expect(levelsOf(`rules: { provenance: ${level} }`, 'provenance', invalid)).toEqual(['error']);
    const policy = [
      `profiles: { sandbox: { rules: { provenance: ${level} } } }`,
      'apply: [{ profile: sandbox, packages: ["left-pad"] }]',
    ].join('\n');
    expect(levelsOf(policy, 'provenance', invalid)).toEqual(['error']);
  });

  test('one that is wrong is milder only by its own name, and nothing where the rule is off', () => {
    expect(levelsOf('rules: { provenance: { invalid: warn } }', 'provenance', invalid)).toEqual(['warn']);
    expect(levelsOf('rules: { provenance: off }', 'provenance', invalid)).toEqual([]);
  });

  test('one that the policy names is an error also where missing ones are notes', () => {
    const policy = 'provenance: [{ packages: [left-pad], repository: "https://github.com/acme/pad" }]';
    expect(levelsOf(policy, 'provenance', missing)).toEqual(['error']);
  });
});

describe('a level for a code', () => {
  test('is refused below error where the code is floor', () => {
    const floor = rules.flatMap(({ id, floor, messages }) =>
      Object.entries(messages).flatMap(([code, { severity }]) =>
        isFloor(floor, severity) ? [[id, code] as const] : [],
      ),
    );
    expect(floor.length).toBeGreaterThan(20);
    for (const [id, code] of floor) {
      expect(() => load(`rules: { ${id}: { ${code}: warn } }`)).toThrow(/floor/);
    }
  });

  test('is refused for a code that the rule does not have, with the nearest one', () => {
    expect(() => load('rules: { provenance: { mising: error } }')).toThrow(/`mising`.*`missing`/);
  });

  test('is no level that does not exist', () => {
    expect(() => load('rules: { provenance: { missing: fatal } }')).toThrow(/`off`.*`note`.*`warn`.*`error`/);
  });

  test('makes the rule run that is otherwise off, and only for that code', () => {
    const policy = 'rules: { abandonment: { level: off, dormant: warn } }';
    const old = history({ '1.3.0': '2018-04-09T00:00:00.000Z' });
    expect(levelsOf(policy, 'abandonment', dossierOf({ evidence: { history: old } }))).toEqual(['warn']);
  });

  test('is what evidence that cannot be read counts as, where it is the worst of the rule', () => {
    const unread = dossierOf({ evidence: { provenance: { state: 'unavailable', reason: 'network', detail: 'x' } } });
    expect(levelsOf('rules: { provenance: { level: off, missing: warn } }', 'provenance', unread)).toEqual(['warn']);
    expect(levelsOf('rules: { provenance: { level: warn, missing: error } }', 'provenance', unread)).toEqual(['error']);
  });

  test('gives way to a level that a profile gives the rule', () => {
    const policy = [
      'rules: { provenance: { missing: error } }',
      'profiles: { sandbox: { rules: { provenance: off } } }',
      'apply: [{ profile: sandbox, packages: ["left-pad"] }]',
    ].join('\n');
    expect(levelsOf(policy, 'provenance', missing)).toEqual([]);
  });

  test('changes the digest, and has an origin', () => {
    const policy = load('rules: { provenance: { missing: error } }');
    expect(policy.digest).not.toBe(load('').digest);
    expect(policy.origins.get('rules.provenance.missing')).toBe('policy.yml:2');
    expect(policy.origins.get('rules.provenance.lost')).toBe('preset recommended');
  });
});

describe('the preset attacks', () => {
  const levels = (id: string) => presetDefaults('attacks', rules).settings.get(id)?.level;
  const blocking = ['takeover', 'trust-downgrade', 'source-identity', 'install-scripts', 'provenance'];

  test('makes an error of the floor, malware, signs of a takeover and install scripts alone', () => {
    const expected = (id: string, recommended: Level, isFloorAlone: boolean): Level =>
      blocking.includes(id) || isFloorAlone ? 'error' : recommended === 'error' ? 'warn' : recommended;
    for (const { id, recommended, floor } of rules) {
      expect([id, levels(id)]).toEqual([id, expected(id, recommended, floor === 'whole')]);
    }
  });

  test('lets a young release in, and not one with a hook that its package never had', () => {
    const young = dossierOf({ evidence: { publishedAt: present('2026-06-14T12:00:00.000Z') } });
    expect(levelsOf('extends: attacks', 'cooldown', young)).toEqual(['warn']);
    expect(levelsOf('extends: recommended', 'cooldown', young)).toEqual(['error']);
  });
});
