import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { runs } from '../support/effort.ts';
import { loadPolicy } from '../support/load-policy.ts';

const digest = (text: string) => loadPolicy({ source: 'p', text }).digest;

const meant = {
  version: 1,
  lockfiles: { exclude: ['examples/**', 'old/**'] },
  rules: { cooldown: { level: 'error', minimumReleaseAge: '7d' }, abandonment: 'off' },
  deny: [{ package: 'request', reason: 'Unmaintained: since 2020.', useInstead: 'undici' }],
  allow: ['left-pad', '@acme/*'],
  publishers: [
    {
      packages: ['@acme/*'],
      identity: { sourceRepository: 'https://github.com/acme/oss', ref: 'refs/heads/main' },
      start: '2026-01-01',
      end: '2026-12-31',
      waives: ['cooldown'],
      reason: 'Ours.',
    },
  ],
  profiles: { lax: { rules: { cooldown: 'warn', provenance: { depth: 'direct' } } } },
  apply: [{ profile: 'lax', paths: ['experiments/**'], dependencyTypes: ['dev', 'prod'] }],
  exceptions: [{ package: 'semver-regex@3.1.4', rules: ['abandonment'], reason: 'Read.', expires: '2026-12-31' }],
};

/** Members in another order, at every depth. Lists keep theirs. */
function turned(value: unknown, order: (key: string) => number): unknown {
  if (Array.isArray(value)) return value.map((one) => turned(one, order));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => order(a) - order(b));
  return Object.fromEntries(members.map(([key, member]) => [key, turned(member, order)]));
}

const defaults = {
  extends: 'recommended',
  mode: 'enforce',
  unavailable: 'error',
  registries: [],
  sources: { malware: 'registry', advisories: ['registry'], popularity: 'downloads' },
  provenance: [],
};

test('two files that mean the same have one digest: order of keys, quotes, layout, comments, defaults written out', () => {
  const expected = digest(stringify(meant));
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 64, maxLength: 64 }),
      fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE' as const),
      fc.boolean(),
      fc.subarray(Object.keys(defaults)),
      fc.boolean(),
      (drawn, defaultStringType, flow, spelt, spellRules) => {
        const places = new Map<string, number>();
        const order = (key: string) => {
          if (!places.has(key)) places.set(key, drawn[places.size % drawn.length] ?? 0);
          return places.get(key) ?? 0;
        };
        const rules = spellRules ? { ...meant.rules, existence: 'error', takeover: { level: 'error' } } : meant.rules;
        const written = Object.fromEntries(Object.entries(defaults).filter(([key]) => spelt.includes(key)));
        const text = stringify(turned({ ...meant, ...written, rules }, order), {
          defaultStringType: defaultStringType as 'PLAIN',
          ...(flow ? { collectionStyle: 'flow' } : {}),
        });
        expect(digest(`# A comment\n${text}# and another\n`)).toBe(expected);
      },
    ),
    runs(25, 1000),
  );
});

test('where findings are told is no part of what they are', () => {
  expect(digest('version: 1\nreport: { review: true }\n')).toBe(digest('version: 1\n'));
});

test('two files that mean something else have another', () => {
  const changed: readonly object[] = [
    { ...meant, mode: 'observe' },
    { ...meant, deny: [] },
    { ...meant, allow: ['left-pad'] },
    { ...meant, apply: [] },
    { ...meant, apply: [{ profile: 'lax', paths: ['**'] }] },
    { ...meant, profiles: { lax: { rules: { cooldown: 'off' } } } },
    { ...meant, publishers: [{ ...meant.publishers[0], end: '2026-06-30' }] },
    { ...meant, exceptions: [] },
  ];
  const digests = [meant, ...changed].map((one) => digest(stringify(one)));
  expect(new Set(digests).size).toBe(digests.length);
});

test('what a profile is called and that it only repeats the policy mean nothing', () => {
  const named = (name: string, rules: string) =>
    digest(
      `version: 1\nprofiles: { ${name}: { rules: { ${rules} } } }\napply: [{ profile: ${name}, paths: ["a/**"] }]`,
    );
  expect(named('one', 'cooldown: warn')).toBe(named('two', 'cooldown: warn, install-scripts: error'));
});
