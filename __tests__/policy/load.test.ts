import { describe, expect, test } from '@jest/globals';

import { explainPolicy } from '../../src/policy/explain.ts';
import { neededEvidence } from '../../src/policy/effective.ts';
import { policyJsonSchema } from '../../src/policy/schema.ts';
import { rules } from '../../src/rules/index.ts';
import { definePackageRule } from '../../src/model/rule.ts';
import { loadPolicy } from '../support/load-policy.ts';

const source = '.github/dependency-policy.yml';
const load = (text: string, preset?: 'audit' | 'attacks' | 'recommended' | 'strict') =>
  loadPolicy({ source, text }, preset === undefined ? {} : { preset });

const keytype = 'ecdsa-sha2-nistp256';
const keyed = (expires: string) =>
  `version: 1\nregistries: [{ url: "https://a.example", keys: [{ keyid: "SHA256:${'A'.repeat(43)}", keytype: ${keytype}, scheme: ${keytype}, key: "${'A'.repeat(64)}", expires: ${expires} }] }]`;

/** The example of the policy's own design, as far as this version enforces it. */
const full = `
version: 1
extends: recommended
mode: enforce
unavailable: error
lockfiles: { include: ["apps/**", "package-lock.json"], exclude: ["apps/legacy/**"] }
registries:
  - { url: "https://registry.acme.example", scopes: ["@acme"], exclusive: true, signatures: none, tokenEnv: ACME_NPM_TOKEN }
rules:
  cooldown: { level: error, minimumReleaseAge: 7d }
  install-scripts: { level: error, allow: ["esbuild", "sharp@>=0.33.0"] }
  abandonment: off
  existence: error
exceptions:
  - { id: SEC-1412, package: "semver-regex@3.1.4", rules: [cooldown],
      reason: "Parses only our own changelog.", owner: "@acme/appsec", expires: 2026-12-31 }
`;

describe('a policy', () => {
  test('says what its author wrote, and its preset says the rest', () => {
    const policy = load(full);
    expect(policy).toMatchObject({ source, preset: 'recommended', mode: 'enforce', unavailable: 'error' });
    expect(policy.settings.get('cooldown')).toMatchObject({ level: 'error', options: { minimumReleaseAge: '7d' } });
    expect(policy.settings.get('install-scripts')?.options).toMatchObject({ allow: ['esbuild', 'sharp@>=0.33.0'] });
    expect(policy.settings.get('abandonment')?.level).toBe('off');
    expect(policy.settings.get('integrity')?.level).toBe('error');
    expect(policy.registries).toEqual([
      {
        url: 'https://registry.acme.example/',
        scopes: ['@acme'],
        exclusive: true,
        signatures: 'none',
        tokenEnv: 'ACME_NPM_TOKEN',
      },
    ]);
    expect(policy.exceptions).toEqual([
      expect.objectContaining({ id: 'SEC-1412', package: 'semver-regex@3.1.4', line: 15, expires: '2026-12-31' }),
    ]);
  });

  test('says which keys a registry signs with, and which Sigstore is trusted', () => {
    const key = { keyid: `SHA256:${'A'.repeat(43)}`, keytype, scheme: keytype, key: 'A'.repeat(64) };
    const policy = load(
      `version: 1\ntrustedRoot: .github/trusted_root.json\nregistries: [{ url: "https://registry.example/", keys: [${JSON.stringify(key)}] }]`,
    );
    expect(policy.trustedRoot).toBe('.github/trusted_root.json');
    expect(policy.registries).toMatchObject([{ signatures: 'auto', keys: [{ ...key, expires: null }] }]);
    expect(load('version: 1')).not.toHaveProperty('trustedRoot');
  });

  test('gates the lockfiles that it includes and does not exclude, and none under node_modules', () => {
    const { isGated } = load(full);
    expect(
      ['package-lock.json', 'apps/a/package-lock.json', 'apps/legacy/package-lock.json', 'other/package-lock.json'].map(
        isGated,
      ),
    ).toEqual([true, true, false, false]);
    expect(isGated('apps/node_modules/a/package-lock.json')).toBe(false);
    const everything = load('version: 1').isGated;
    expect(
      [
        'package-lock.json',
        'a/b/yarn.lock',
        'node_modules/x/package-lock.json',
        'my_node_modules/package-lock.json',
      ].map(everything),
    ).toEqual([true, true, false, true]);
  });

  test('without a file is the preset recommended', () => {
    const policy = loadPolicy(undefined);
    expect(policy).toMatchObject({
      source: 'preset recommended',
      preset: 'recommended',
      mode: 'enforce',
      unavailable: 'error',
      exceptions: [],
    });
    for (const rule of rules) expect(policy.settings.get(rule.id)?.level).toBe(rule.recommended);
    expect(policy.digest).toBe(load('version: 1').digest);
  });

  test('a byte order mark and Windows line ends are read', () => {
    expect(load('\ufeffversion: 1\r\nmode: observe\r\n').mode).toBe('observe');
  });

  test("the operator's preset takes the place of the file's, and of nothing else", () => {
    const policy = load('version: 1\nextends: audit\nrules: { abandonment: warn }', 'strict');
    expect(policy.preset).toBe('strict');
    expect(policy.settings.get('cooldown')).toMatchObject({ level: 'error', options: { minimumReleaseAge: '7d' } });
    expect(policy.settings.get('abandonment')?.level).toBe('warn');
    expect(policy.origins.get('extends')).toBe('--preset');
  });

  test('the defaults of the schema do not hide what a preset sets', () => {
    const policy = load('version: 1\nextends: strict\nrules: { cooldown: { level: warn } }');
    expect(policy.settings.get('cooldown')).toMatchObject({ level: 'warn', options: { minimumReleaseAge: '7d' } });
  });
});

describe('presets', () => {
  const levels = (preset: 'audit' | 'attacks' | 'recommended' | 'strict') => loadPolicy(undefined, { preset }).settings;

  test('strict raises every warning to an error, advice too; off stays off', () => {
    for (const rule of rules) {
      const setting = levels('strict').get(rule.id);
      expect(setting?.level).toBe(rule.levels?.strict ?? (rule.recommended === 'off' ? 'off' : 'error'));
      expect(setting?.advice).toBe('error');
    }
    expect(levels('strict').get('cooldown')?.options).toMatchObject({ minimumReleaseAge: '7d' });
  });

  test('audit fails on nothing but the floor', () => {
    for (const rule of rules) {
      const floor = rule.floor === 'whole';
      expect(levels('audit').get(rule.id)?.level).toBe(floor ? 'error' : rule.recommended === 'off' ? 'off' : 'warn');
    }
    expect(loadPolicy(undefined, { preset: 'audit' }).unavailable).toBe('warn');
    expect(levels('audit').get('cooldown')?.options).toMatchObject({ minimumReleaseAge: '72h' });
  });

  test('a rule that is off by default stays off in every preset', () => {
    const quiet = definePackageRule({
      ...{ id: 'quiet', summary: 'q', why: 'q', recommended: 'off', floor: 'none' },
      ...{ messages: {}, sources: 'any', needs: [], examples: [], check: () => [] },
    });
    for (const preset of ['audit', 'attacks', 'recommended', 'strict'] as const) {
      expect(loadPolicy(undefined, { preset, rules: [quiet] }).settings.get('quiet')?.level).toBe('off');
    }
  });
});

describe('the digest', () => {
  const digest = (text: string) => load(text).digest;

  test.each([
    ['comments and quotes', 'version: 1\nmode: observe', '# why\nversion: 1\n"mode": \'observe\''],
    ['order of keys', 'version: 1\nmode: observe', 'mode: observe\nversion: 1'],
    ['flow and block', 'version: 1\nrules: { cooldown: warn }', 'version: 1\nrules:\n  cooldown:\n    level: warn'],
    [
      'what is the default anyway',
      'version: 1',
      'version: 1\nextends: recommended\nmode: enforce\nrules: { existence: error }',
    ],
    [
      'spellings of one duration',
      'version: 1\nrules: { cooldown: { minimumReleaseAge: 7d } }',
      'version: 1\nrules: { cooldown: { minimumReleaseAge: 168h } }',
    ],
    [
      'order of patterns',
      'version: 1\nlockfiles: { exclude: [a/**, b/**] }',
      'version: 1\nlockfiles: { exclude: [b/**, a/**] }',
    ],
    [
      'order of registries',
      'version: 1\nregistries: [{ url: "https://a.example" }, { url: "https://b.example/", scopes: ["@b"] }]',
      'version: 1\nregistries: [{ url: "https://b.example/", scopes: ["@b"] }, { url: "https://a.example/" }]',
    ],
  ])('is the same for %s', (_, one, other) => {
    expect(digest(one)).toBe(digest(other));
    expect(digest(one)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('differs for everything that means something else', () => {
    const exception = (more: string) =>
      `version: 1\nexceptions: [{ package: a, rules: [cooldown], reason: r, expires: 2026-12-31, ${more} }]`;
    const texts = [
      'version: 1',
      'version: 1\nmode: observe',
      'version: 1\nunavailable: warn',
      'version: 1\nextends: strict',
      'version: 1\nextends: audit',
      'version: 1\nlockfiles: { exclude: [a/**] }',
      'version: 1\nrules: { cooldown: warn }',
      'version: 1\nrules: { cooldown: { minimumReleaseAge: 71h } }',
      'version: 1\nregistries: [{ url: "https://a.example" }]',
      'version: 1\nregistries: [{ url: "https://a.example", signatures: required }]',
      keyed('null'),
      keyed('2030-01-01T00:00:00Z'),
      'version: 1\ntrustedRoot: a.json',
      'version: 1\ntrustedRoot: b.json',
      exception('id: A'),
      exception('id: B'),
      exception('owner: me'),
      full,
    ];
    expect(new Set(texts.map(digest)).size).toBe(texts.length);
  });

  test('does not depend on where the file is', () => {
    expect(loadPolicy({ source: 'a.yml', text: full }).digest).toBe(loadPolicy({ source: 'b.yml', text: full }).digest);
  });
});

describe('explain', () => {
  const explained = (text: string) =>
    new Map(explainPolicy(load(text)).map(({ path, value, origin }) => [path, [value, origin] as const]));

  test('gives every effective value and where it comes from', () => {
    const values = explained(full);
    expect(values.get('extends')).toEqual(['recommended', `${source}:3`]);
    expect(values.get('rules.cooldown.minimumReleaseAge')).toEqual(['7d', `${source}:10`]);
    expect(values.get('rules.abandonment.level')).toEqual(['off', `${source}:12`]);
    expect(values.get('rules.integrity.level')).toEqual(['error', 'preset recommended']);
    expect(values.get('rules.install-scripts.establishedAfter')).toEqual(['90d', 'preset recommended']);
    expect(values.get('registries[0].url')).toEqual(['https://registry.acme.example/', `${source}:7`]);
    expect(values.get('exceptions[0].expires')).toEqual(['2026-12-31', `${source}:15`]);
    expect(explained('version: 1\ntrustedRoot: a.json').get('trustedRoot')).toEqual(['a.json', `${source}:2`]);
    expect(values.get('lockfiles.exclude')).toEqual([['apps/legacy/**'], `${source}:6`]);
  });

  test('has a level for every rule, and names the default where nothing is written', () => {
    const values = explained('version: 1');
    for (const { id } of rules) expect(values.has(`rules.${id}.level`)).toBe(true);
    expect(values.get('extends')).toEqual(['recommended', 'default']);
    expect(values.get('unavailable')).toEqual(['error', 'preset recommended']);
    expect(values.get('exceptions')).toEqual([[], 'default']);
  });
});

describe('needed evidence', () => {
  test('is what rules need that can say anything', () => {
    const all = neededEvidence(loadPolicy(undefined));
    expect(all).toContain('existence');
    expect(all).toContain('publishedAt');
    const off = rules
      .filter(({ floor, id }) => floor !== 'whole' && id !== 'malware')
      .map(({ id }) => `  ${id}: ${id === 'new-direct-dependency' ? '{ level: off, agents: off }' : 'off'}`);
    const least = neededEvidence(load(`version: 1\nrules:\n${off.join('\n')}`));
    expect(least).toContain('existence');
    expect(least).not.toContain('history');
    const floor = rules.flatMap((rule) => (rule.subject === 'package' && rule.floor !== 'none' ? rule.needs : []));
    expect(new Set(least)).toEqual(new Set(floor));
  });
});

test('the JSON Schema describes every key and every rule with its options', () => {
  const schema = policyJsonSchema(rules) as {
    required: string[];
    additionalProperties: boolean;
    properties: Record<
      string,
      { description?: string; properties?: Record<string, { description?: string; anyOf?: { properties?: object }[] }> }
    >;
  };
  expect(schema.required).toEqual(['version']);
  expect(schema.additionalProperties).toBe(false);
  for (const property of Object.values(schema.properties)) expect(property.description).toBeTruthy();
  expect(Object.keys(schema.properties['rules']?.properties ?? {})).toEqual(rules.map(({ id }) => id));
  const cooldown = schema.properties['rules']?.properties?.['cooldown'];
  expect(cooldown?.description).toBeTruthy();
  expect(Object.keys(cooldown?.anyOf?.[1]?.properties ?? {})).toEqual(
    expect.arrayContaining(['level', 'minimumReleaseAge']),
  );
});
