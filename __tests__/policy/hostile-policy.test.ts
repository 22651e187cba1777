import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { GateFailure } from '../../src/errors.ts';
import { anyCharacter } from '../support/any-character.ts';
import { runs } from '../support/effort.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** Every line of hostile-inputs.md about the policy file, and its classes. */

const path = '.github/dependency-policy.yml';

function failureOf(text: string | Uint8Array): GateFailure {
  try {
    loadPolicy({ source: path, text });
  } catch (cause) {
    if (cause instanceof GateFailure) return cause;
    throw cause;
  }
  throw new Error('the policy was accepted');
}

const keyid = `SHA256:${'A'.repeat(43)}`;
const oneKey = `{ keyid: "${keyid}", keytype: ecdsa-sha2-nistp256, scheme: ecdsa-sha2-nistp256, key: "${'A'.repeat(64)}" }`;
const withKey = (...lines: readonly string[]) =>
  [
    ...['version: 1', 'registries:', '  - url: https://registry.example/', '    keys:'],
    ...[`      - keyid: "${keyid}"`, ...lines.map((line) => `        ${line}`)],
    ...['        scheme: ecdsa-sha2-nistp256', `        key: "${'A'.repeat(64)}"`],
  ].join('\n');

describe('is refused as policy-invalid, with its place', () => {
  test.each<[title: string, text: string, place: string, message: RegExp]>([
    ['empty', '', '1:1', /the policy is empty/],
    ['only comments', '# version: 1\n', '1:1', /the policy is empty/],
    ['only a document start', '---\n', '1:1', /the policy is empty/],
    ['null', '~', '1:1', /the policy is empty/],
    ['a list', '- version: 1', '1:1', /expected a mapping; found a list/],
    ['a text', 'version 1', '1:1', /expected a mapping; found `version 1`/],
    [
      'a pointer of Git LFS',
      'version https://lfs.example/spec/v1\noid sha256:00\n',
      '1:1',
      /expected a mapping; found `version https/,
    ],
    ['unclosed', 'version: 1\nrules: {', '2:9', /not well-formed YAML/],
    ['tabs', 'version: 1\nrules:\n\tcooldown: off', '3:1', /not well-formed YAML: Tabs/],
    ['stray brackets', ']]]', '1:1', /not well-formed YAML/],
    ['no version', 'rules: {}', '1:1', /`version` is missing/],
    ['another version', 'version: 2', '1:10', /`version`: expected `1`; found the number `2`/],
    ['the version as a text', 'version: "1"', '1:10', /found the text `1`/],
    ['an unknown key', 'version: 1\nrulez: {}', '2:1', /unknown key `rulez`; did you mean `rules`\?/],
    [
      'an unknown rule',
      'version: 1\nrules:\n  cooldwon: off',
      '3:3',
      /unknown key `cooldwon` in `rules`; did you mean `cooldown`\?/,
    ],
    [
      'an unknown option',
      'version: 1\nrules:\n  cooldown:\n    minimumAge: 7d',
      '4:5',
      /unknown key `minimumAge` in `rules.cooldown`/,
    ],
    ['an unknown key far from all', 'version: 1\nx: 1', '2:1', /unknown key `x`; expected one of `version`, `extends`/],
    [
      'a wrong level',
      'version: 1\nrules: { cooldown: eror }',
      '2:20',
      /expected one of `off`, `note`, `warn`, `error`; found `eror`; did you mean `error`\?/,
    ],
    ['a level as a number', 'version: 1\nrules: { cooldown: 2 }', '2:20', /found the number `2`/],
    [
      'a wrong option',
      'version: 1\nrules: { cooldown: { minimumReleaseAge: soon } }',
      '2:41',
      /`rules.cooldown.minimumReleaseAge`: expected a duration/,
    ],
    ['no value', 'version: 1\nrules:\n', '2:7', /`rules`: expected a mapping.*; found nothing/],
    ['a list of rules', 'version: 1\nrules: [cooldown]', '2:8', /expected a mapping.*; found a list/],
    ['a duplicate key', 'version: 1\nmode: enforce\nmode: observe', '3:1', /the key `mode` is given twice/],
    [
      'a duplicate rule',
      'version: 1\nrules: { cooldown: error, "cooldown": off }',
      '2:27',
      /`cooldown` is given twice/,
    ],
    ['an anchor', 'version: &one 1', '1:10', /an anchor/],
    ['an alias', 'version: *one', '1:10', /an alias/],
    ['a tag', 'version: !!int 1', '1:10', /a tag/],
    ['a local tag', 'version: 1\nrules: !include other.yml', '2:8', /a tag/],
    ['a directive', '%YAML 1.1\n---\nversion: 1', '1:1', /a directive/],
    ['an unknown directive', '%RULES off\n---\nversion: 1', '1:1', /a directive/],
    ['a merge key', 'version: 1\n<<: { mode: observe }', '2:1', /a merge key/],
    ['two documents', 'version: 1\n---\nversion: 1\nmode: observe', '2:1', /more than one YAML document/],
    ['two documents, the first empty', '---\n---\nversion: 1', '2:1', /more than one YAML document/],
    ['a second document after an end', 'version: 1\n...\nmode: observe', '3:1', /more than one YAML document/],
    ['a list as key', '? [a]\n: b', '1:3', /a text as the key/],
    ['a number as key', '1: 2', '1:1', /a text as the key/],
    ['__proto__', 'version: 1\n__proto__: { mode: observe }', '2:1', /unknown key `__proto__`/],
    [
      'constructor as a rule',
      'version: 1\nrules: { constructor: off }',
      '2:10',
      /unknown key `constructor` in `rules`/,
    ],
    ['NUL', 'version: 1\u0000', '1:11', /U\+0000/],
    ['an escape sequence', '# \u001b[2K\nversion: 1', '1:3', /U\+001B/],
    ['20,000 nested brackets', '['.repeat(20_000), '1:65', /nested more than 32 deep/],
    ['20,000 nested braces', '{'.repeat(20_000), '1:65', /nested more than 32 deep/],
    ['20,000 nested dashes', '- '.repeat(20_000), '1:128', /nested more than 32 deep/],
    ['20,000 nested question marks', '? '.repeat(20_000), '1:128', /nested more than 32 deep/],
    ['33 nested lists', `version: 1\nmode: ${'['.repeat(33)}${']'.repeat(33)}`, '2:38', /nested more than 32 deep/],
    ['33 nested pairs', `version: 1\nmode: ${'[a: '.repeat(17)}${']'.repeat(17)}`, '2:68', /nested more than 32 deep/],
    ['braces in a pattern', 'version: 1\nlockfiles: { include: ["{a,b}/**"] }', '2:24', /braces, brackets/],
    ['an extglob', 'version: 1\nlockfiles: { exclude: ["+(a)/**"] }', '2:24', /groups/],
    ['a character class', 'version: 1\nlockfiles: { exclude: ["[ab]/**"] }', '2:24', /brackets/],
    ['a negation', 'version: 1\nlockfiles: { exclude: ["!a/**"] }', '2:24', /negation/],
    ['a pattern from the root', 'version: 1\nlockfiles: { exclude: ["/a/**"] }', '2:24', /without `\/` in front/],
    ['nothing included', 'version: 1\nlockfiles: { include: [] }', '2:23', /gates nothing/],
    ['everything excluded', 'version: 1\nlockfiles: { exclude: ["**"] }', '2:23', /leave something to gate/],
    [
      'everything excluded in two steps',
      'version: 1\nlockfiles: { exclude: ["a", "**/*"] }',
      '2:23',
      /leave something to gate/,
    ],
    [
      'a floor rule at warn',
      'version: 1\nrules: { existence: warn }',
      '2:21',
      /part of the floor, which nothing can lower; found `warn`/,
    ],
    ['a floor rule off', 'version: 1\nrules: { registry: { level: off } }', '2:29', /part of the floor/],
    [
      'extends a repository',
      'version: 1\nextends: { repository: a/b, path: c, commit: d }',
      '2:46',
      /40 hexadecimal digits/,
    ],
    ['a report of no kind', 'version: 1\nreport: all', '2:9', /expected a mapping, such as/],
    ['a review that is neither', 'version: 1\nreport: { review: "yes" }', '2:19', /expected `true` or `false`/],
    ['extends nothing known', 'version: 1\nextends: stric', '2:10', /did you mean `strict`\?/],
    ['a registry over http', 'version: 1\nregistries: [{ url: "http://registry.example/" }]', '2:21', /expected https/],
    [
      'signatures that are not known',
      'version: 1\nregistries: [{ url: "https://registry.example/", signatures: require }]',
      '2:62',
      /did you mean `required`\?/,
    ],
    [
      'keys of a registry that does not sign',
      `version: 1\nregistries: [{ url: "https://registry.example/", signatures: unsupported, keys: [${oneKey}] }]`,
      '2:81',
      /expected no keys for a registry with `signatures: none`/,
    ],
    [
      'no keys',
      'version: 1\nregistries: [{ url: "https://registry.example/", keys: [] }]',
      '2:56',
      /expected at least one key/,
    ],
    [
      'one key twice',
      `version: 1\nregistries:\n  - url: "https://registry.example/"\n    keys:\n      - ${oneKey}\n      - ${oneKey}`,
      '6:9',
      /the key is listed twice/,
    ],
    [
      'a key of another type',
      withKey('keytype: rsa', 'expires: null'),
      '6:18',
      /`registries\[0\]\.keys\[0\]\.keytype`: expected `ecdsa-sha2-nistp256`; found `rsa`/,
    ],
    [
      'a key that ends some day',
      withKey('keytype: ecdsa-sha2-nistp256', 'expires: soon'),
      '7:18',
      /expected an instant, such as/,
    ],
    ['a trusted root from elsewhere', 'version: 1\ntrustedRoot: /etc/root.json', '2:14', /without `\/` in front/],
    ['a trusted root above the root', 'version: 1\ntrustedRoot: a/../../root.json', '2:14', /`\.\.` segments/],
    ['no trusted root', 'version: 1\ntrustedRoot: ""', '2:14', /expected a path from the root/],
    [
      'exclusive without scopes',
      'version: 1\nregistries: [{ url: "https://registry.example/", exclusive: true }]',
      '2:61',
      /nothing is exclusive/,
    ],
    [
      'one scope twice',
      'version: 1\nregistries:\n  - { url: "https://a.example/", scopes: ["@a"] }\n  - { url: "https://b.example/", scopes: ["@a"] }',
      '4:42',
      /the scope `@a` already belongs to an earlier registry/,
    ],
    [
      'two registries for everything',
      'version: 1\nregistries:\n  - { url: "https://a.example/" }\n  - { url: "https://b.example/" }',
      '4:5',
      /already a registry without scopes/,
    ],
    [
      'two tokens for one address',
      'version: 1\nregistries:\n  - { url: "https://a.example", tokenEnv: A }\n  - { url: "https://a.example/", scopes: ["@a"], tokenEnv: B }',
      '4:60',
      /an earlier entry names `A` for the same address/,
    ],
    [
      'keys of a mirror of the public registry',
      `version: 1\nregistries: [{ url: "https://registry.example/", mirrors: public, keys: [${oneKey}] }]`,
      '2:73',
      /expected no keys for a mirror of the public registry/,
    ],
    [
      'a mirror of another registry',
      'version: 1\nregistries: [{ url: "https://registry.example/", mirrors: acme }]',
      '2:59',
      /expected `public`/,
    ],
  ])('%s', (_, text, place, message) => {
    const failure = failureOf(text);
    expect(failure).toMatchObject({ code: 'policy-invalid', path });
    expect(failure.message).toMatch(message);
    expect(`${failure.line}:${failure.column}`).toBe(place);
    expect(failure.message).not.toMatch(/[\p{Cc}]/u);
  });

  test('more than 256 KiB, before anything is parsed', () => {
    const failure = failureOf(`version: 1\n${'#'.repeat(256 * 1024)}`);
    expect(failure).toMatchObject({ code: 'policy-invalid', path });
    expect(failure.message).toMatch(/262155 bytes, more than the 262144/);
  });

  test('exactly 256 KiB is read', () => {
    const text = 'version: 1\n#';
    expect(loadPolicy({ source: path, text: text + 'x'.repeat(256 * 1024 - text.length) }).mode).toBe('enforce');
  });

  test.each([
    ['invalid UTF-8', Uint8Array.of(0x76, 0xff)],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x76, 0x00)],
    ['a surrogate in UTF-8', Uint8Array.of(0xed, 0xa0, 0x80)],
  ])('%s', (_, bytes) => {
    expect(failureOf(bytes)).toMatchObject({ code: 'policy-invalid', path, line: 1, column: 1 });
  });
});

test('a policy with a secret in a URL is refused without printing it', () => {
  const { message } = failureOf('version: 1\nregistries: [{ url: "https://bob:hunter2@registry.example/" }]');
  expect(message).toMatch(/without user info/);
  expect(message).not.toMatch(/hunter2|bob/);
});

test('no prototype is changed by a policy', () => {
  failureOf('version: 1\nrules: { __proto__: { polluted: off } }');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('whatever the bytes, a policy is accepted or refused as policy-invalid, with a place', () => {
  const fragments = fc.constantFrom(
    ...[
      'version: 1',
      '\n',
      '  ',
      'rules:',
      '{',
      '}',
      '[',
      ']',
      ': ',
      '- ',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '*a',
      '!',
      '%',
      '#',
      '---',
      'x',
    ],
    ...[
      'cooldown',
      'existence: off',
      'exceptions:',
      'package: "*"',
      ',',
      '? ',
      '<<',
      '\t',
      '\r',
      '\u0085',
      '\ufeff',
      '...',
      '0x1',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array()), (text) => {
      try {
        loadPolicy({ source: path, text });
      } catch (cause) {
        if (!(cause instanceof GateFailure)) throw cause;
        expect(cause).toMatchObject({ code: 'policy-invalid', path });
        expect(cause.line).toBeGreaterThan(0);
        expect(cause.column).toBeGreaterThan(0);
        expect(cause.message).not.toMatch(/[\p{Cc}]/u);
      }
    }),
    runs(200, 10_000),
  );
});
