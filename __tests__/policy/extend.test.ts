import { describe, expect, test } from '@jest/globals';

import { explainPolicy } from '../../src/policy/explain.ts';
import { lintPolicy } from '../../src/policy/lint.ts';
import { openPolicy } from '../../src/policy/open.ts';
import { settingsUnder } from '../../src/policy/settings-in-force.ts';
import { judge } from '../../src/run/verdict.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** A policy that extends the one of another repository: what both come to, and where each value comes from. */

const commit = 'a'.repeat(40);
const reference = `extends: { repository: acme/policies, path: npm.yml, commit: ${commit} }`;
const theirs = 'acme/policies@aaaaaaaaaaaa:npm.yml';
const both = (own: string, other: string) =>
  loadPolicy(
    { source: 'p.yml', text: `version: 1\n${reference}\n${own}` },
    { extended: { source: theirs, text: `version: 1\n${other}` } },
  );
const valuesOf = (own: string, other: string) =>
  new Map(explainPolicy(both(own, other)).map(({ path, value, origin }) => [path, [value, origin]]));

describe('what both files come to', () => {
  test('single values: this file, then the other one, then the preset that the other one extends', () => {
    const values = valuesOf(
      'unavailable: warn\nrules: { cooldown: warn, provenance: { depth: direct } }',
      'extends: strict\nmode: observe\nunavailable: error\nrules:\n  cooldown: { level: error, minimumReleaseAge: 14d }\n  provenance: off',
    );
    expect(Object.fromEntries(values)).toMatchObject({
      extends: ['strict', `${theirs}:2`],
      'extends.repository': ['acme/policies', 'p.yml:2'],
      'extends.commit': [commit, 'p.yml:2'],
      mode: ['observe', `${theirs}:3`],
      unavailable: ['warn', 'p.yml:3'],
      'rules.cooldown.level': ['warn', 'p.yml:4'],
      'rules.cooldown.minimumReleaseAge': ['14d', `${theirs}:6`],
      'rules.provenance.level': ['off', `${theirs}:7`],
      'rules.provenance.depth': ['direct', 'p.yml:4'],
      'rules.signature.level': ['error', 'preset strict'],
    });
  });

  test('of `sources`, each by itself', () => {
    const values = valuesOf('sources: { popularity: none }', 'sources: { malware: osv, popularity: downloads }');
    expect(Object.fromEntries(values)).toMatchObject({
      'sources.popularity': ['none', 'p.yml:3'],
      'sources.malware': [['osv'], `${theirs}:2`],
    });
  });

  test('lists are added up, with the own entries first', () => {
    const exception = (id: string) =>
      `{ id: ${id}, package: left-pad, rules: [cooldown], reason: r, expires: 2026-12-31 }`;
    const values = valuesOf(
      `deny: [{ package: mine, reason: r }]\nexceptions: [${exception('A')}]\napply: [{ profile: sandbox, paths: [a/**] }]`,
      `deny: [{ package: theirs, reason: r }]\nexceptions: [${exception('B')}]\napply: [{ profile: lab, paths: [b/**] }]\nprofiles: { lab: { rules: { cooldown: warn } }, sandbox: { rules: { license: off } } }`,
    );
    expect(Object.fromEntries(values)).toMatchObject({
      'rules.deny.packages': [[{ package: 'mine' }, { package: 'theirs' }], 'p.yml:3'],
      'exceptions[0].id': ['A', 'p.yml:4'],
      'exceptions[1].id': ['B', `${theirs}:3`],
      'apply[0].profile': ['sandbox', 'p.yml:5'],
      'apply[1].profile': ['lab', `${theirs}:4`],
      'profiles.lab.rules.cooldown.level': ['warn', `${theirs}:5`],
      'profiles.sandbox.rules.license.level': ['off', `${theirs}:5`],
    });
  });

  test('a profile of the same name takes the place of the other one as a whole', () => {
    const policy = both(
      'profiles: { lab: { rules: { license: warn } } }',
      'profiles: { lab: { rules: { cooldown: off } } }\napply: [{ profile: lab, paths: [b/**] }]',
    );
    expect(settingsUnder(policy, 'lab').get('cooldown')?.level).toBe('error');
    expect(settingsUnder(policy, 'lab').get('license')?.level).toBe('warn');
  });

  test('the digest is of what both mean, wherever it is written', () => {
    const [one, moved, other] = [
      both('rules: { cooldown: warn }', 'mode: observe'),
      both('mode: observe', 'rules: { cooldown: warn }'),
      both('rules: { cooldown: warn }', 'mode: enforce'),
    ];
    expect(one.digest).toBe(moved.digest);
    expect(one.digest).not.toBe(other.digest);
    expect(one.digest).toBe(
      loadPolicy({ source: 'q', text: 'version: 1\nmode: observe\nrules: { cooldown: warn }' }).digest,
    );
  });

  test('--preset takes the place of the preset that the other file extends', () => {
    const text = `version: 1\n${reference}\n`;
    const extended = { source: theirs, text: 'version: 1\nextends: audit\nrules: { license: warn }' };
    const { settings, preset } = loadPolicy({ source: 'p.yml', text }, { extended, preset: 'strict' });
    expect([preset, settings.get('abandonment')?.level, settings.get('license')?.level]).toEqual([
      'strict',
      'error',
      'warn',
    ]);
  });
});

describe('what is refused', () => {
  const trusted = 'trustedRoot: .github/trusted_root.json';
  const registry = 'registries: [{ url: "https://registry.example/", scopes: ["@acme"] }]';
  const id = 'exceptions: [{ id: A, package: left-pad, rules: [cooldown], reason: r, expires: 2026-12-31 }]';
  test.each([
    ['a chain', '', reference, /extends another policy file; it may only extend a preset/],
    ['a file of the other repository', '', trusted, /a file of its own repository/],
    ['a registry twice', registry, registry, /the scope `@acme` already belongs to an earlier registry/],
    [
      'a scope of another registry',
      registry.replace('registry.', 'other.'),
      registry,
      /already belongs to an earlier registry/,
    ],
    ['an exception twice', id, id, /the policy that it names already has the exception `A`/],
  ])('%s, at this file’s `extends`', (_title, own, other, says) => {
    expect(() => both(own, other)).toThrow(says);
    expect(() => both(own, other)).toThrow(expect.objectContaining({ code: 'policy-invalid', path: 'p.yml', line: 2 }));
  });

  test('what is wrong in the other file is said with its own place', () => {
    expect(() => both('', 'rules: { existence: off }')).toThrow(
      expect.objectContaining({ code: 'policy-invalid', path: theirs, line: 2 }),
    );
  });

  test('a profile that neither of the two defines; one of the other file may apply here', () => {
    const apply = 'apply: [{ profile: lab, paths: [a/**] }]';
    expect(() => both(apply, 'profiles: { lab: { rules: { cooldown: off } } }')).not.toThrow();
    expect(() => both(apply, '')).toThrow(/no profile `lab`, here or in the policy/);
  });

  test.each([
    ['a branch', 'commit: main', /40 hexadecimal digits/],
    ['a short id', 'commit: aaaaaaa', /40 hexadecimal digits/],
    ['no commit', '', /`extends.commit` is missing/],
    ['a path out of it', `commit: ${commit}, path: ../x.yml`, /twice|without `\/`/],
  ])('%s', (_title, rest, says) => {
    const text = `version: 1\nextends: { repository: acme/policies, ${rest.includes('path') ? '' : 'path: p.yml, '}${rest} }`;
    expect(() => loadPolicy({ source: 'p.yml', text })).toThrow(says);
  });

  test('without anybody to ask', async () => {
    const file = { source: 'p.yml', text: `version: 1\n${reference}\n` };
    await expect(openPolicy(file)).rejects.toMatchObject({ code: 'policy-unavailable' });
    await expect(openPolicy(file)).rejects.toThrow(/GITHUB_TOKEN/);
    expect(() => loadPolicy(file)).toThrow(expect.objectContaining({ code: 'policy-unavailable' }));
  });
});

test('exceptions of the other file are neither linted nor reported here: nobody could mend them', () => {
  const text = `version: 1\n${reference}\n`;
  const expired = 'version: 1\nexceptions: [{ package: left-pad, rules: [cooldown], reason: r, expires: 2020-01-01 }]';
  const extended = { source: theirs, text: expired };
  const { warnings, policy } = lintPolicy({ source: 'p.yml', text }, { now: '2026-06-01T00:00:00.000Z', extended });
  expect(warnings).toEqual([]);
  const comparison = { mode: 'audit', head: 'h', lockfiles: [], changes: [], observations: [], errors: [] } as const;
  if (policy === undefined) throw new Error('no policy');
  expect(judge({ comparison, dossiers: [], policy, now: '2026-06-01T00:00:00.000Z' }).findings).toEqual([]);
});
