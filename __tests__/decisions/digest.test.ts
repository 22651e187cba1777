import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { digestOf } from '../../src/decisions/digest.ts';
import { packagePreimage } from '../../src/decisions/preimage.ts';
import type { PackagePreimage } from '../../src/model/decision.ts';
import type { Dossier } from '../../src/model/index.ts';
import { exampleIntegrity, otherIntegrity, weakIntegrity } from '../../src/model/example.ts';
import type { DossierPatch } from '../../src/model/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { absent, dossierOf, history, present, release, unavailable } from '../support/dossier.ts';
import { loadPolicy } from '../support/load-policy.ts';

const repositoryId = 1296269;
const preset = loadPolicy(undefined);

function preimageOf(dossier: Dossier, policy = preset, id = repositoryId): PackagePreimage {
  const preimage = packagePreimage({ dossier, policy, repositoryId: id, rules });
  if (typeof preimage === 'string') throw new TypeError(preimage);
  return preimage;
}

const digest = (patch: DossierPatch = {}, policy = preset, id = repositoryId) =>
  digestOf(preimageOf(dossierOf(patch), policy, id));

test('the digest is SHA-256 over RFC 8785 JSON of what the specification lists, and another program comes to the same', () => {
  const preimage = preimageOf(dossierOf({ change: { name: '@acme/ui' } }));
  expect(Object.keys(preimage).sort()).toEqual([
    'facts',
    'profile',
    'purl',
    'registry',
    'repositoryId',
    'sha512',
    'use',
    'v',
  ]);
  expect(preimage).toMatchObject({
    ...{ v: 1, purl: 'pkg:npm/%40acme/ui@1.3.0', sha512: '00'.repeat(64), repositoryId, use: ['prod'], profile: [] },
    registry: 'https://registry.example/',
  });
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([k, v]) => [k, sorted(v)]),
          )
        : value;
  const text = JSON.stringify(sorted(preimage));
  expect(digestOf(preimage)).toBe(createHash('sha256').update(text).digest('hex'));
});

describe('void when what was seen changes', () => {
  const updated: DossierPatch['change'] = { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] };
  const advisory = (id: string, severity: 'high' | 'low' = 'high') =>
    present({ state: 'known', records: [{ id, severity, malware: false, exact: false }] } as const);
  const base: DossierPatch = { change: updated, evidence: { predecessor: release({ version: '1.2.0' }) } };
  const evidence = (more: DossierPatch['evidence']): DossierPatch => ({
    ...base,
    evidence: { ...base.evidence, ...more },
  });
  const changed: readonly (readonly [string, DossierPatch])[] = [
    ['other bytes', { ...base, change: { ...updated, pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } }],
    ['another version', { ...base, change: { ...updated, version: '1.3.1' } }],
    ['another registry', { ...base, registry: 'https://mirror.example/' }],
    ['dev instead of prod', { ...base, change: { ...updated, dependencyTypes: ['dev'] } }],
    ['dev as well', { ...base, change: { ...updated, dependencyTypes: ['prod', 'dev'] } }],
    ['another publisher', evidence({ publisher: present({ name: 'mallory' }) })],
    [
      'another publisher before',
      evidence({
        history: history(
          { '1.2.0': '2025-01-01T00:00:00.000Z', '1.3.0': '2025-06-01T08:00:00.000Z' },
          { '1.2.0': { publisher: { name: 'bob' } } },
        ),
      }),
    ],
    ['an install script', evidence({ release: release({ hooks: { postinstall: 'node a.js' } }) })],
    [
      'the script of the version before',
      evidence({ predecessor: release({ version: '1.2.0', hooks: { install: 'x' } }) }),
    ],
    ['a new advisory', evidence({ advisories: advisory('GHSA-aaaa-bbbb-cccc') })],
    ['a withdrawn signature', evidence({ registrySignature: absent })],
    ['an invalid signature', evidence({ registrySignature: present({ state: 'invalid', check: 'signature' }) })],
    [
      'another key',
      evidence({ registrySignature: present({ state: 'verified', keyid: 'SHA256:other', boundTo: 'lockfile' }) }),
    ],
    [
      'a record of malware',
      evidence({
        malware: present({
          state: 'known',
          records: [{ id: 'MAL-1', severity: 'critical', malware: true, exact: false }],
        }),
      }),
    ],
    ['a deprecation', evidence({ release: release({ deprecated: true }) })],
    ['another license', evidence({ license: present({ declared: 'GPL-3.0-only' }) })],
    ['another declared repository', evidence({ release: release({ repository: 'github.com/mallory/left-pad' }) })],
    ['another publish time', evidence({ publishedAt: present('2025-06-02T08:00:00.000Z') })],
    ['a signed time', evidence({ signedAt: present({ time: { at: '2025-06-02T08:00:00.000Z', by: 'publish' } }) })],
    ['lost provenance', evidence({ provenance: absent })],
    ['another trust', evidence({ trust: present({ atLeast: 'none', atMost: 'staged' }) })],
    [
      'another trust before',
      evidence({ priorTrust: present({ version: '1.0.0', standing: { atLeast: 'staged', atMost: 'staged' } }) }),
    ],
    ['a look-alike', evidence({ lookalike: present({ name: 'left-pod', rank: 3, likeness: 'one-edit' }) })],
    ['an alias', { ...base, change: { ...updated, aliases: ['react'] } }],
    ['evidence unread that was read', evidence({ license: unavailable() })],
    ['a signature unread that was read', evidence({ registrySignature: unavailable() })],
  ];
  test.each(changed)('%s', (_, patch) => {
    expect(digest(patch)).toMatch(/^[0-9a-f]{64}$/);
    expect(digest(patch)).not.toBe(digest(base));
  });
  test('another severity of the same advisory', () => {
    expect(digest(evidence({ advisories: advisory('GHSA-aaaa-bbbb-cccc', 'low') }))).not.toBe(
      digest(evidence({ advisories: advisory('GHSA-aaaa-bbbb-cccc') })),
    );
  });
  test('another repository: what one project let in says nothing about another', () => {
    expect(digest({}, preset, 2)).not.toBe(digest());
  });
});

describe('the same', () => {
  test('whatever the preset, a level or an option is: a stricter policy is noticed by its codes', () => {
    const policies = [
      'extends: strict',
      'extends: attacks',
      'rules:\n  cooldown:\n    minimumReleaseAge: 14d',
      'rules:\n  license: { level: error, allow: [MIT] }',
    ];
    for (const text of policies) {
      expect(digest({}, loadPolicy({ source: 'p.yml', text: `version: 1\n${text}` }))).toBe(digest());
    }
  });
  test('in whatever order a lockfile has its entries, and in which of two lockfiles it is', () => {
    const pins = [
      { integrity: exampleIntegrity, line: 10, places: 1 },
      {
        integrity: exampleIntegrity,
        resolved: 'https://registry.example/left-pad/-/left-pad-1.3.0.tgz',
        line: 20,
        places: 1,
      },
    ];
    const addresses = [{ verdict: 'omitted' }, { verdict: 'trusted' }] as const;
    const one = digest({ change: { pins, dependencyTypes: ['prod', 'dev'] }, addresses });
    expect(
      digest({
        change: { pins: [...pins].reverse(), dependencyTypes: ['dev', 'prod'], lockfile: 'b/package-lock.json' },
        addresses,
      }),
    ).toBe(one);
  });
});

describe('profiles', () => {
  const policy = (apply: string) =>
    loadPolicy({
      source: 'p.yml',
      text: `version: 1\nprofiles:\n  tools: { rules: { cooldown: warn } }\n  strictly: { rules: { cooldown: error } }\napply:\n${apply}`,
    });
  const profileOf = (apply: string, change: DossierPatch['change'] = {}) =>
    preimageOf(dossierOf({ change }), policy(apply)).profile;

  test('are named where they apply, with an empty name where the policy itself applies as well', () => {
    const dev = '  - { profile: tools, dependencyTypes: [dev] }\n';
    expect(profileOf(dev)).toEqual([]);
    expect(profileOf(dev, { dependencyTypes: ['dev'] })).toEqual(['tools']);
    expect(profileOf(dev, { dependencyTypes: ['prod', 'dev'] })).toEqual(['', 'tools']);
    const both = `${dev}  - { profile: strictly, dependencyTypes: [prod] }\n`;
    expect(profileOf(both, { dependencyTypes: ['prod', 'dev'] })).toEqual(['strictly', 'tools']);
  });

  test('another profile is another digest', () => {
    expect(digest({}, policy('  - { profile: tools, dependencyTypes: [prod] }\n'))).not.toBe(digest());
  });
});

describe('there is no digest', () => {
  const why = (patch: DossierPatch) =>
    packagePreimage({ dossier: dossierOf(patch), policy: preset, repositoryId, rules });
  const pinned = (...integrities: readonly (string | undefined)[]): DossierPatch => ({
    change: {
      pins: integrities.map((integrity) => ({
        line: 10,
        places: 1,
        ...(integrity === undefined ? {} : { integrity }),
      })),
    },
  });

  test.each([
    ['of two different SHA-512', pinned(exampleIntegrity, otherIntegrity)],
    ['of two SHA-512 in one pin', pinned(`${exampleIntegrity} ${otherIntegrity}`)],
    ['of a pin without one, where the registry states another', pinned(otherIntegrity, undefined)],
    ['of a pin that is malformed in part', pinned(`${exampleIntegrity} sha512-abc`)],
    [
      'where neither lockfile nor registry has a SHA-512',
      { ...pinned(weakIntegrity), evidence: { release: release({ integrity: weakIntegrity }) } },
    ],
    [
      'where the lockfile pins none and the registry could not be read',
      { ...pinned(undefined), evidence: { release: unavailable() } },
    ],
    ['of a version that reads as another in a purl', { change: { version: '1.3.0@2' } }],
    ['of a name that reads as another in a purl', { change: { name: 'left-pad@1' } }],
  ] as const)('%s', (_, patch) => {
    expect(why(patch)).toBe('no-digest');
  });

  test.each([
    ['a package from git', { change: { source: { kind: 'git', spec: 'git+https://x/y#1' } } }],
    ['a tarball of the repository', { change: { source: { kind: 'file', spec: './x.tgz' } } }],
    ['a package that another one bundles', { change: { claims: { inBundle: true } } }],
    [
      'a package that is said to be in another tarball',
      { evidence: { bundling: present({ claims: [{ line: 10, pinned: true, held: true }] }) } },
    ],
  ] as const)('there are no bytes: %s', (_, patch) => {
    expect(why(patch as DossierPatch)).toBe('no-bytes');
  });

  test('of a text that RFC 8785 refuses: another reader would come to another', () => {
    const lone = dossierOf({ evidence: { license: present({ declared: 'M\ud800IT' }) } });
    expect(digestOf(preimageOf(lone))).toBeUndefined();
  });

  test('a lockfile that pins nothing is bound to what the registry states', () => {
    expect(preimageOf(dossierOf(pinned(undefined))).sha512).toBe('00'.repeat(64));
    expect(preimageOf(dossierOf(pinned(weakIntegrity))).sha512).toBe('00'.repeat(64));
    expect(digest(pinned(undefined))).not.toBe(digest());
  });
});
