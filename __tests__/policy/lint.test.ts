import { describe, expect, test } from '@jest/globals';

import { lintPolicy } from '../../src/policy/lint.ts';

const now = '2026-06-15T12:00:00.000Z';
const lint = (text: string) => lintPolicy({ source: 'policy.yml', text }, { now });
const warnings = (text: string) => lint(text).warnings.map(({ line, message }) => `${line}: ${message}`);
const exceptions = (...entries: string[]) =>
  `version: 1\nexceptions:\n${entries.map((entry) => `  - { ${entry} }`).join('\n')}`;
const rest = 'reason: r, expires: 2026-12-31';

describe('failures', () => {
  test('all of them, in the order of the file', () => {
    const { failures, warnings, policy } = lint(
      'rules: { existence: off, cooldwon: 1 }\nmode: 5\nversion: 2\nfoo: 1\nbar: 1',
    );
    expect(failures.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:21',
      '1:26',
      '2:7',
      '3:10',
      '4:1',
      '5:1',
    ]);
    expect(warnings).toEqual([]);
    expect(policy).toBeUndefined();
  });

  test('one where the YAML itself is broken', () => {
    expect(lint('version: [').failures).toHaveLength(1);
  });

  test('a hostile file is not answered with tens of thousands of lines', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(lint(text).failures.length).toBeLessThanOrEqual(201);
  });

  test('two exceptions with one id, without a reason, without an end, for no rule', () => {
    const { failures } = lint(
      exceptions(
        'id: A, package: a, rules: [cooldown], reason: " ", expires: 2026-12-31',
        'id: A, package: b, rules: []',
      ),
    );
    expect(failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^`exceptions\[0\].reason`: expected the reason/),
      expect.stringMatching(/^`exceptions\[1\].reason` is missing/),
      expect.stringMatching(/^`exceptions\[1\].expires` is missing/),
      expect.stringMatching(/^`exceptions\[1\].rules`: expected at least one rule; found an empty list/),
    ]);
    expect(
      lint(exceptions(`id: A, package: a, rules: [cooldown], ${rest}`, `id: A, package: b, rules: [cooldown], ${rest}`))
        .failures[0]?.message,
    ).toMatch(/another exception already has this id/);
  });

  test.each([
    ['a floor rule', 'rules: [existence]', /part of the floor/],
    ['a floor rule among others', 'rules: [cooldown, registry]', /part of the floor/],
    ['an unknown rule', 'rules: [cooldwon]', /found `cooldwon`; did you mean `cooldown`\?/],
    ['a rule about lockfiles', 'rules: [lockfile]', /expected a rule about packages/],
    ['a rule twice', 'rules: [cooldown, cooldown]', /the rule is listed twice/],
  ])('an exception for %s', (_, rules, message) => {
    expect(lint(exceptions(`package: a, ${rules}, ${rest}`)).failures[0]?.message).toMatch(message);
  });

  test.each(['*', '**', '@*/*', '?', '*@1.0.0'])('an exception for %s, which would cover every package', (selector) => {
    expect(lint(exceptions(`package: "${selector}", rules: [cooldown], ${rest}`)).failures[0]?.message).toMatch(
      /wildcards alone/,
    );
  });

  test.each(['tomorrow', '2026-02-30', '2026-13-01', '31.12.2026', '2026-12-31T00:00:00Z'])(
    'an exception until %s',
    (expires) => {
      expect(
        lint(exceptions(`package: a, rules: [cooldown], reason: r, expires: "${expires}"`)).failures[0]?.message,
      ).toMatch(/expected a date/);
    },
  );

  test('an exception by advisory names advisories, and no other rule', () => {
    const failure = (more: string) => lint(exceptions(`package: a, ${more}, ${rest}`)).failures[0]?.message;
    expect(failure('rules: [cooldown], advisories: [GHSA-44c6-4v22-4mhx]')).toMatch(/expected `rules: \[advisory\]`/);
    expect(failure('rules: [cooldown], advisories: [all]')).toMatch(/expected the id of an advisory/);
  });
});

describe('warnings', () => {
  test('none for a good policy', () => {
    expect(warnings(exceptions(`package: left-pad@1.3.0, rules: [cooldown], ${rest}`))).toEqual([]);
    expect(lint('version: 1').policy?.mode).toBe('enforce');
  });

  test('a rule that can never fire', () => {
    expect(warnings('version: 1\nrules:\n  cooldown: { level: off, minimumReleaseAge: 7d }')).toEqual([
      '3: the rule `cooldown` is off, so its options have no effect; give it a level',
    ]);
  });

  test('a pattern that is included and excluded', () => {
    expect(warnings('version: 1\nlockfiles: { include: ["a/**"], exclude: ["a/**"] }')).toEqual([
      expect.stringMatching(/^2: `a\/\*\*` is both included and excluded; the exclusion wins/),
    ]);
  });

  test.each(['apps', 'src/*.ts', 'package.json', 'a/node_modules/**', 'package-lock.jsonc'])(
    'a pattern of lockfiles that matches none: %s',
    (pattern) => {
      const found = warnings(`version: 1\nlockfiles: { include: ["${pattern}", "web/**"] }`);
      const words = expect.stringMatching(/^2: `.+` matches no lockfile, whatever the repository has/);
      expect(found).toEqual([words]);
    },
  );

  test.each([
    '**',
    '*/yarn.lock',
    'apps/**',
    'apps/*',
    '**/*.json',
    'pnpm-lock.*.yaml',
    'pnpm-lock.release-?.yaml',
    'bun.loc?',
  ])('none for %s', (pattern) => {
    expect(warnings(`version: 1\nlockfiles: { include: ["${pattern}"] }`)).toEqual([]);
  });

  test.each([
    [
      'expired today',
      'package: a, rules: [cooldown], reason: r, expires: 2026-06-15',
      /expired on 2026-06-15 and is ignored/,
    ],
    ['longer than a year', 'package: a, rules: [cooldown], reason: r, expires: 2027-12-31', /longer than a year/],
    ['too wide', `package: "a-*", rules: [cooldown], ${rest}`, /names that anybody can publish/],
  ])('an exception that is %s', (_, entry, message) => {
    expect(warnings(exceptions(entry))).toEqual([expect.stringMatching(message)]);
  });

  test('an exception for a rule that is off', () => {
    expect(warnings(`${exceptions(`package: a, rules: [cooldown], ${rest}`)}\nrules: { cooldown: off }`)).toEqual([
      '3: the exception for `a` waives `cooldown`, which is off',
    ]);
  });

  test.each([
    ['the same again', 'package: a, rules: [cooldown]', 'package: a, rules: [cooldown]', true],
    ['one version of a name', 'package: a, rules: [cooldown, source]', 'package: a@1.0.0, rules: [cooldown]', true],
    ['one name of a scope', 'package: "@acme/*", rules: [cooldown]', 'package: "@acme/ui", rules: [cooldown]', true],
    ['another rule', 'package: a, rules: [cooldown]', 'package: a, rules: [source]', false],
    ['another version', 'package: a@1.0.0, rules: [cooldown]', 'package: a@2.0.0, rules: [cooldown]', false],
    ['another name', 'package: a, rules: [cooldown]', 'package: b, rules: [cooldown]', false],
  ])('an exception shadowed by an earlier one: %s', (_, first, second, shadowed) => {
    const found = warnings(exceptions(`${first}, ${rest}`, `${second}, ${rest}`));
    expect(found).toEqual(
      shadowed ? [expect.stringMatching(/^4: .* is never used: the earlier one in line 3 covers all of it/)] : [],
    );
  });

  test('an exception is not shadowed by one that ends sooner', () => {
    expect(
      warnings(
        exceptions(
          'package: a, rules: [cooldown], reason: r, expires: 2026-07-01',
          `package: a, rules: [cooldown], ${rest}`,
        ),
      ),
    ).toEqual([]);
  });

  const publisher = (more: string) =>
    `version: 1\npublishers: [{ packages: [a], identity: { account: b }, reason: r, ${more} }]`;
  test.each([
    [
      'deny under a quiet rule',
      'version: 1\ndeny: [{ package: a, reason: r }]\nrules: { deny: warn }',
      /^2: .*blocks nothing/,
    ],
    ['allow under the preset audit', 'version: 1\nextends: audit\nallow: [a]', /^3: the rule `allow` is warn/],
    ['a publisher that has ended', publisher('start: 2025-01-01, end: 2025-12-31'), /^2: .*expired on 2025-12-31/],
    [
      'a publisher that waives what is off',
      `${publisher('start: 2026-01-01, end: 2026-12-31, waives: [cooldown]')}\nrules: { cooldown: off }`,
      /^2: .*waives `cooldown`, which is off/,
    ],
    [
      'a profile that nothing applies',
      'version: 1\nprofiles: { p: { rules: { cooldown: off } } }',
      /^2: .*not applied anywhere/,
    ],
    [
      'a profile that changes nothing',
      'version: 1\nprofiles: { p: { rules: { cooldown: error } } }\napply: [{ profile: p, paths: [a] }]',
      /^2: .*has no effect: its settings are the policy's own/,
    ],
    [
      'an entry of apply that an earlier one shadows',
      'version: 1\napply:\n  - { profile: sandbox, paths: [a, b] }\n  - { profile: sandbox, paths: [b], dependencyTypes: [dev] }',
      /^4: .*can never apply: the earlier entry in line 3 matches all of it/,
    ],
    [
      'a publisher whose window the cooldown outlasts',
      publisher('start: 2026-06-14, end: 2026-06-16, waives: [new-package]'),
      /^2: .*is listed for 3 days, but the cooldown blocks new releases for 72 h/,
    ],
    [
      'an age of names that the cooldown has in it',
      'version: 1\nrules:\n  cooldown: { minimumReleaseAge: 7d }\n  new-package: { unusedFor: 7d, minimumPackageAge: 48h, minimumDownloads: 10 }',
      /^4: `rules.new-package.unusedFor` is 7 days, no longer than the cooldown \(7 days\)/,
      /^4: `rules.new-package.minimumPackageAge` is 48 h/,
    ],
    [
      'an exception for a rule whose findings are all floor',
      `${exceptions(`package: a, rules: [integrity], ${rest}`)}\nrules: { integrity: off }`,
      /^3: .*waives `integrity`, whose findings under this policy cannot be waived/,
      /^4: `off` for the rule `integrity` turns off only a part of it: `differs`, .* cannot be waived and stay errors$/,
    ],
    [
      'a publisher that an earlier one is already',
      'version: 1\npublishers:\n' +
        '  - { packages: ["@acme/*"], identity: { account: b }, reason: r, start: 2026-01-01, end: 2026-12-31, waives: [cooldown] }\n' +
        '  - { packages: ["@acme/x"], identity: { account: b }, reason: r, start: 2026-02-01, end: 2026-12-31, waives: [cooldown] }',
      /^4: .*adds nothing: the entry in line 3 already covers all of it/,
    ],
    [
      'an entry of allow that a later one covers',
      'version: 1\nallow:\n  - "@acme/x"\n  - b@1.0.0\n  - "@acme/*"\n  - b@2.0.0',
      /^3: `@acme\/x` in `allow` is already covered by `@acme\/\*` in line 5/,
    ],
    [
      'a denial that is listed twice',
      'version: 1\ndeny:\n  - { package: a, reason: r }\n  - { package: a, reason: s }',
      /^4: `a` in `deny` is already covered by `a` in line 3/,
    ],
  ])('%s', (_, text, ...messages) => {
    expect(warnings(text)).toEqual(messages.map((message) => expect.stringMatching(message) as unknown));
  });

  test('of 20,000 allowed packages the superfluous ones are found', () => {
    const names = Array.from({ length: 19_999 }, (_, index) => `  - p${index}`);
    expect(warnings(`version: 1\nallow:\n${names.join('\n')}\n  - p1*`)).toHaveLength(11_110);
  });

  test('none where a profile lets an exception count, or a narrower denial has a reason of its own', () => {
    const lab = 'profiles: { lab: { rules: { license: warn } } }\napply: [{ profile: lab, paths: [a] }]';
    expect(warnings(`${exceptions(`package: a, rules: [license], ${rest}`)}\n${lab}`)).toEqual([]);
    expect(warnings('version: 1\ndeny: [{ package: a, reason: r }, { package: a@<2, reason: s }]')).toEqual([]);
    expect(warnings(`${publisher('start: 2026-06-14, end: 2026-06-16, waives: [cooldown, license]')}\n${lab}`)).toEqual(
      [],
    );
  });

  test('none for profiles, lists and publishers that do what they say', () => {
    expect(
      warnings(
        `${publisher('start: 2026-01-01, end: 2026-12-31, waives: [cooldown]')}\ndeny: [{ package: c, reason: r }]\nallow: [a]\napply: [{ profile: sandbox, paths: [b] }, { profile: sandbox, paths: [a] }]`,
      ),
    ).toEqual([]);
  });
});
