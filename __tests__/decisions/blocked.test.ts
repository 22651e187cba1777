import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { pathsOf } from '../../src/decisions/blocked-file.ts';
import { blockedOf } from '../../src/decisions/blocked.ts';
import type { FileBytes } from '../../src/decisions/blocking.ts';
import { effectOf } from '../../src/model/effect.ts';
import type { Dossier, Finding, Observation } from '../../src/model/index.ts';
import { otherIntegrity } from '../../src/model/example.ts';
import type { DossierPatch } from '../../src/model/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { concluded } from '../../src/run/verdict.ts';
import { absent, dossierOf, present, release, unavailable, without } from '../support/dossier.ts';
import { ofKind, onlyPackage, play } from '../support/decisions.ts';
import { lockfileRule } from '../support/speaking-rules.ts';

const young = { publishedAt: present('2026-06-14T12:00:00.000Z') };
const youngIn = (lockfile: string, patch: DossierPatch = {}): Dossier =>
  dossierOf({ ...patch, change: { lockfile, ...patch.change }, evidence: { ...young, ...patch.evidence } });

describe('a package', () => {
  test('has one line, with every code that blocks and none that only warns', () => {
    const dossier = youngIn('package-lock.json', {
      change: { aliases: ['pad'] },
      evidence: { signedAt: absent, release: release({ hooks: { postinstall: 'node a.js' }, deprecated: true }) },
    });
    expect(play({ dossiers: [dossier] }).blocked).toMatchObject([
      {
        ...{ kind: 'package', name: 'left-pad', version: '1.3.0', lockfiles: ['package-lock.json'], unread: [] },
        codes: ['cooldown/too-young', 'install-scripts/first-seen'],
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test('a code that only warns, in a finding that blocks for another, is none that has to be named', () => {
    const advisories = present({
      state: 'known',
      records: [
        { id: 'GHSA-aaaa-bbbb-cccc', severity: 'critical', malware: false, exact: false },
        { id: 'GHSA-dddd-eeee-ffff', severity: 'low', malware: false, exact: false },
      ],
    } as const);
    const { each, blocked } = play({ dossiers: [dossierOf({ evidence: { advisories } })] });
    expect(each.find(({ rule }) => rule === 'advisory')?.codes).toEqual(['vulnerable', 'minor']);
    expect(blocked).toMatchObject([{ codes: ['advisory/vulnerable'] }]);
  });

  test('in two lockfiles with the same use is one artifact, and with another use two', () => {
    const same = [youngIn('package-lock.json'), youngIn('tools/package-lock.json')];
    expect(ofKind(play({ dossiers: same }).blocked, 'package')).toMatchObject([
      { lockfiles: ['package-lock.json', 'tools/package-lock.json'], findings: { length: 2 } },
    ]);
    const dev = youngIn('tools/package-lock.json', { change: { dependencyTypes: ['dev'] } });
    expect(ofKind(play({ dossiers: [same[0] as Dossier, dev] }).blocked, 'package')).toHaveLength(2);
  });

  test('whose evidence could not be read can be approved, and the entry says which', () => {
    const dossier = without(youngIn('package-lock.json'), 'license', 'publisher', 'advisories');
    expect(play({ dossiers: [dossier] }).blocked).toMatchObject([
      {
        kind: 'package',
        unread: ['advisories', 'publisher'],
        codes: expect.arrayContaining(['advisory/unavailable-advisories']),
      },
    ]);
  });

  test('that an exception covers, or that only warns, is not among what blocks', () => {
    const policy = 'exceptions:\n  - { package: left-pad, rules: [cooldown], reason: Read., expires: 2026-12-31 }';
    expect(play({ dossiers: [youngIn('package-lock.json')], policy }).blocked).toEqual([]);
    expect(play({ dossiers: [youngIn('package-lock.json')], policy: 'rules: { cooldown: warn }' }).blocked).toEqual([]);
  });
});

describe('nobody can decide', () => {
  const why = (patch: DossierPatch, more: Parameters<typeof play>[0] = {}) =>
    play({ dossiers: [youngIn('package-lock.json', patch)], ...more }).blocked.map((one) =>
      one.kind === 'undecidable' ? one.why : one.kind,
    );

  test.each([
    ['about what is floor', 'floor', { change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } }],
    [
      'about a malicious version',
      'floor',
      {
        evidence: {
          malware: present({
            state: 'known',
            records: [{ id: 'MAL-1', severity: 'critical', malware: true, exact: true }],
          }),
        },
      },
    ],
    ['about a name that does not exist', 'floor', { evidence: { existence: absent, release: absent } }],
    ['where the registry did not say whether it exists', 'ask-again', { evidence: { existence: unavailable() } }],
    ['where malware records could not be read', 'ask-again', { evidence: { malware: unavailable() } }],
    ['where the signature could not be read', 'ask-again', { evidence: { registrySignature: unavailable() } }],
    [
      'about a commit',
      'no-bytes',
      { change: { source: { kind: 'git', spec: 'git+https://github.com/a/b.git#main' } } },
    ],
    ['about a tarball of the repository', 'no-bytes', { change: { source: { kind: 'file', spec: './x.tgz' } } }],
    ['about what another package bundles', 'no-bytes', { change: { claims: { inBundle: true } } }],
    [
      'about two possible contents',
      'no-digest',
      {
        change: { pins: [{ line: 10, places: 1 }], basePins: [] },
        evidence: { release: release({ integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }) },
      },
    ],
  ] as const)('%s', (_, expected, patch) => {
    expect(why(patch as DossierPatch)).toEqual([expected]);
  });

  test('about what the policy denies by name', () => {
    expect(why({}, { policy: 'deny: [{ package: left-pad, reason: Loses characters. }]' })).toEqual([
      'denied-by-policy',
    ]);
  });

  test('where the repository is not known', () => {
    expect(why({}, { repositoryId: undefined })).toEqual(['no-repository']);
  });

  test('about the rest of an artifact of which one finding cannot be decided, in whichever lockfile that is', () => {
    const here = youngIn('package-lock.json');
    const there = {
      ...youngIn('b/package-lock.json'),
      addresses: [{ verdict: 'elsewhere', shown: 'https://evil.example/' }] as const,
    };
    const { blocked } = play({ dossiers: [here, there] });
    expect(blocked).toMatchObject([
      {
        kind: 'undecidable',
        why: 'floor',
        lockfile: 'b/package-lock.json',
        codes: ['cooldown/too-young', 'registry/elsewhere'],
      },
      { kind: 'undecidable', why: 'floor', lockfile: 'package-lock.json', codes: ['cooldown/too-young'] },
    ]);
  });

  test('about a name and version that comes from a registry and from git: a finding does not say which it is', () => {
    const git = dossierOf({ change: { source: { kind: 'git', spec: 'git+https://github.com/a/b.git#main' } } });
    expect(ofKind(play({ dossiers: [youngIn('package-lock.json'), git] }).blocked, 'package')).toEqual([]);
  });

  test('about anything under `mode: observe`, where only the floor blocks', () => {
    const observe = { policy: 'mode: observe' };
    expect(why({}, observe)).toEqual([]);
    const { blocked } = play({
      dossiers: [
        youngIn('package-lock.json', { change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } }),
      ],
      ...observe,
    });
    expect(blocked).toMatchObject([{ kind: 'undecidable', why: 'floor', codes: ['integrity/differs'] }]);
  });

  test('about a finding that stands for many: they are decided one by one, before they are folded', () => {
    const dossiers = ['a', 'b', 'c'].map((name) =>
      dossierOf({
        change: { name },
        publicRegistry: false,
        evidence: { registrySignature: present({ state: 'invalid', check: 'signature' }) },
      }),
    );
    const { each, blocked, policy } = play({ dossiers });
    expect(ofKind(blocked, 'package').map(({ name, codes }) => [name, codes])).toEqual([
      ['a', ['signature/repacked']],
      ['b', ['signature/repacked']],
      ['c', ['signature/repacked']],
    ]);
    const comparison = { mode: 'check', head: 'h', lockfiles: [], changes: [], observations: [], errors: [] } as const;
    const { findings } = concluded({ comparison, dossiers, policy, now: '2026-06-15T12:00:00.000Z' }, each);
    expect(findings.filter(({ packages }) => packages === 3)).toHaveLength(1);
    const folded = blockedOf({
      findings,
      dossiers,
      observations: [],
      policy,
      repositoryId: 1,
      rules,
      bytesOf: () => undefined,
    });
    expect(folded).toMatchObject([{ kind: 'undecidable', why: 'no-subject', name: null }]);
  });
});

const sha256 = 'ab'.repeat(32);
const path = 'package.json';
const state = { mode: 'file', id: 'a'.repeat(40) } as const;
const files = (...paths: readonly string[]) => paths.map((each) => ({ path: each, before: state, after: state }));
const bytesOf = (given: Readonly<Record<string, FileBytes | null>>) => (at: string) => given[at];
const override: Observation = {
  code: 'override-changed',
  path,
  line: 3,
  args: { field: 'overrides' },
  files: files(path),
};
const enforced = 'rules: { override: error, gate-config: error, lockfile: error }';

describe('a file', () => {
  const scene = {
    observations: [override],
    policy: enforced,
    bytesOf: bytesOf({ [path]: { mode: '100644', sha256 } }),
  };
  const digestOf = (patch: Partial<Parameters<typeof play>[0]>) =>
    ofKind(play({ ...scene, ...patch }).blocked, 'file')[0]?.digest;

  test('has a digest over its bytes, its mode, the rule and the codes', () => {
    expect(play(scene).blocked).toMatchObject([
      {
        ...{ kind: 'file', path, codes: ['override/override-changed'], unread: [] },
        preimage: {
          v: 1,
          repositoryId: 1296269,
          path,
          mode: '100644',
          sha256,
          rule: 'override',
          codes: ['override-changed'],
        },
      },
    ]);
    const digest = digestOf({});
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf({ bytesOf: bytesOf({ [path]: { mode: '100755', sha256 } }) })).not.toBe(digest);
    expect(digestOf({ bytesOf: bytesOf({ [path]: { mode: '100644', sha256: 'cd'.repeat(32) } }) })).not.toBe(digest);
    expect(digestOf({ bytesOf: bytesOf({ [path]: null }) })).not.toBe(digest);
    expect(digestOf({ repositoryId: 2 })).not.toBe(digest);
  });

  test('of several files the digest is over all of them, whatever their order', () => {
    const both = (...order: readonly string[]) => ({ ...override, files: files(...order) });
    const bytes = bytesOf({
      [path]: { mode: '100644', sha256 },
      'b.json': { mode: '100644', sha256: '00'.repeat(32) },
    });
    const digest = digestOf({ observations: [both(path, 'b.json')], bytesOf: bytes });
    expect(digestOf({ observations: [both('b.json', path)], bytesOf: bytes })).toBe(digest);
    expect(
      digestOf({
        observations: [both(path, 'b.json')],
        bytesOf: bytesOf({ [path]: { mode: '100644', sha256 }, 'b.json': null }),
      }),
    ).not.toBe(digest);
    expect(digest).not.toBe(digestOf({}));
  });

  test('another file than the one at its own path is never taken for it', () => {
    const elsewhere = { ...override, files: files('b.json') };
    const bytes = bytesOf({ 'b.json': { mode: '100644', sha256 } });
    expect(digestOf({ observations: [elsewhere], bytesOf: bytes })).not.toBe(digestOf({}));
  });

  test('nobody can decide about one whose bytes are not known, or that names no files', () => {
    const unknown = [
      { ...override, files: [{ path, before: state, after: { mode: 'file', id: null } }] } as Observation,
    ];
    const fileless: Observation = { ...override, files: [] };
    for (const patch of [{ bytesOf: () => undefined }, { observations: unknown }, { observations: [fileless] }]) {
      expect(play({ ...scene, ...patch }).blocked).toMatchObject([
        { kind: 'undecidable', why: 'no-subject', name: null, lockfile: path },
      ]);
    }
    expect(play({ ...scene, repositoryId: undefined }).blocked).toMatchObject([{ why: 'no-repository' }]);
  });

  test('the paths to read are those of what blocks', () => {
    const { each, policy } = play(scene);
    expect(pathsOf({ findings: each, observations: [override], policy, rules })).toEqual([path]);
    const { each: warned, policy: milder } = play({ ...scene, policy: '' });
    expect(pathsOf({ findings: warned, observations: [override], policy: milder, rules })).toEqual([]);
  });

  test('what stands for the findings of another comparison is decided there', () => {
    const fold: Observation = {
      ...{ code: 'same-head-blocked', path, line: 1, files: files(path) },
      args: { branch: 'main', pull: 7, findings: 1, level: 'error', floor: 'no', found: 'e3b0' },
    };
    expect(play({ ...scene, observations: [fold] }).blocked).toMatchObject([
      { kind: 'undecidable', why: 'no-subject' },
    ]);
  });

  test('the floor stays, but for a change of the policy and for a record', () => {
    const floor = (id: string, code: 'policy-changed' | 'override-changed' | 'record-unproven' | 'record-altered') => {
      const rule = lockfileRule({ id, messages: { [code]: 'mandatory' } });
      const observations = [{ ...override, code }];
      return play({ ...scene, policy: '', rules: [rule], observations }).blocked.map((one) =>
        one.kind === 'undecidable' ? one.why : one.kind,
      );
    };
    expect(floor('gate-config', 'policy-changed')).toEqual(['file']);
    expect(floor('approval-record', 'record-unproven')).toEqual(['file']);
    expect(floor('approval-record', 'record-altered')).toEqual(['floor']);
    expect(floor('gate-config', 'override-changed')).toEqual(['floor']);
    expect(floor('override', 'policy-changed')).toEqual(['floor']);
  });

  test('a change of the policy beside something else that is floor stays floor', () => {
    const rule = lockfileRule({
      id: 'gate-config',
      messages: { 'policy-changed': 'mandatory', 'override-changed': 'mandatory' },
    });
    const observations = [override, { ...override, code: 'policy-changed' as const }];
    expect(play({ ...scene, policy: '', rules: [rule], observations }).blocked).toMatchObject([{ why: 'floor' }]);
  });
});

const pool = rules.flatMap((rule) => (rule.subject === 'package' ? rule.examples : [])).map((one) => one.dossier);
const anyDossiers = fc.uniqueArray(
  fc
    .record({
      patch: fc.constantFrom(...pool),
      lockfile: fc.constantFrom('a/package-lock.json', 'b/package-lock.json'),
      unread: fc.boolean(),
    })
    .map(({ patch, lockfile, unread }) => {
      const dossier = dossierOf({ ...patch, change: { ...patch.change, lockfile } });
      return unread ? without(dossier, 'registrySignature', 'advisories', 'provenance') : dossier;
    }),
  { minLength: 1, maxLength: 4, selector: ({ change }) => JSON.stringify([change.lockfile, change.name]) },
);

test('each blocking finding is in exactly one entry, whatever blocks, and no floor in one that can be decided', () => {
  fc.assert(
    fc.property(anyDossiers, fc.constantFrom('', 'extends: strict', 'mode: observe'), (dossiers, policy) => {
      const { each, blocked } = play({
        dossiers,
        observations: [override],
        policy,
        bytesOf: bytesOf({ [path]: null }),
      });
      const mode = policy === 'mode: observe' ? 'observe' : 'enforce';
      const blocking = each.filter((finding) => effectOf(finding, mode) === 'blocks');
      expect(blocked.flatMap(({ findings }) => findings).sort()).toEqual(
        blocking.map(({ fingerprint }) => fingerprint).sort(),
      );
      const floor = new Set(blocking.filter((one: Finding) => one.floor).map(({ fingerprint }) => fingerprint));
      const decidable = blocked.filter(({ kind }) => kind !== 'undecidable').flatMap(({ findings }) => findings);
      expect(decidable.filter((one) => floor.has(one))).toEqual([]);
      for (const { codes } of blocked) expect(codes.length).toBeGreaterThan(0);
      const { blocked: again } = play({
        dossiers: [...dossiers].reverse(),
        observations: [override],
        policy,
        bytesOf: bytesOf({ [path]: null }),
      });
      expect(again).toEqual(blocked);
    }),
    { numRuns: 60 },
  );
});

test('the digest of a line is the one that the entry is about', () => {
  expect(onlyPackage({ dossiers: [youngIn('package-lock.json')] }).preimage.purl).toBe('pkg:npm/left-pad@1.3.0');
});
