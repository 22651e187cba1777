import { describe, expect, test } from '@jest/globals';

import { GateFailure, failuresIn } from '../../src/errors.ts';
import { lintPolicy } from '../../src/policy/lint.ts';
import { dossierOf, present } from '../support/dossier.ts';
import { judgeUnder } from '../support/judge-policy.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** What can never work: refused by `policy check`; a run goes on with one warning, or refuses what asks for less than what stays. */

const now = '2026-06-15T12:00:00.000Z';
const source = 'policy.yml';
const rest = 'reason: r, expires: 2026-12-31';
const publisher = (identity: string, waives: string) =>
  `publishers:\n  - { packages: [a], identity: { ${identity} }, start: 2026-01-01, end: 2026-12-31, waives: ${waives}, reason: r }\n`;
const built = (ref: string) => `sourceRepository: "https://github.com/acme/a", ref: ${ref}`;
const licenses = (...allowed: string[]) => `rules:\n  license: { level: error, allow: [${allowed.join(', ')}] }\n`;

const lint = (text: string) =>
  lintPolicy({ source, text: `version: 1\n${text}` }, { now }).warnings.map(
    ({ grade, message, line, column }) => `${grade} ${line}:${column} ${message}`,
  );
const load = (text: string) => loadPolicy({ source, text: `version: 1\n${text}` });
const hygiene = (text: string) =>
  judgeUnder(text, { dossiers: [dossierOf()], now }).findings.filter(({ rule }) => rule === 'exception-hygiene');
const failuresOf = (text: string) => {
  try {
    load(text);
  } catch (cause) {
    if (cause instanceof GateFailure) return failuresIn(cause).map(({ line, column }) => `${line}:${column}`);
    throw cause;
  }
  return [];
};

describe('a run goes on without an entry that has no effect, with one warning', () => {
  test.each<[string, string, RegExp]>([
    [
      'the ref of an expectation',
      `provenance:\n  - { packages: [a], ref: main }\n`,
      /^refused 3:27 `main` is not a full git ref.*`refs\/heads\/main`/,
    ],
    [
      'the ref of a publisher that waives nothing',
      publisher(built('v1.2.0'), '[]'),
      /^refused 3:\d+ `v1.2.0` .*write `refs\/tags\/v1.2.0`$/,
    ],
    ['a pattern of refs', publisher(built('"refs/tags/*"'), '[]'), /is no git ref, so no build can ever match it/],
    ['an unknown license', licenses('MIT', 'MTI'), /^refused 3:41 `MTI` is not on the SPDX list.*did you mean `MIT`\?/],
    ['a license in small letters', licenses('apache-2.0'), /did you mean `Apache-2.0`\?/],
    [
      'an exception that an earlier one covers',
      `exceptions:\n  - { package: a, rules: [cooldown], ${rest} }\n  - { package: a@1.0.0, rules: [cooldown], ${rest} }\n`,
      /^refused 4:5 the exception for `a@1.0.0` is never used/,
    ],
    [
      'an exception from a rule that is off',
      `exceptions:\n  - { package: a, rules: [license], ${rest} }\n`,
      /^refused 3:\d+ .* waives `license`, which is off/,
    ],
    [
      'an entry of apply that is never reached',
      `apply:\n  - { profile: sandbox, paths: [a] }\n  - { profile: sandbox, paths: [a] }\n`,
      /^refused 4:5 .* can never apply/,
    ],
    [
      'an allowed package that another entry covers',
      'allow:\n  - "left-*"\n  - left-pad\n',
      /^refused 4:5 `left-pad` in `allow` is already covered/,
    ],
    [
      'options of a rule that is off',
      'rules:\n  license: { allow: [MIT] }\n',
      /^refused 3:3 the rule `license` is off/,
    ],
  ])('%s', (_, text, message) => {
    expect(lint(text)).toEqual([expect.stringMatching(message)]);
    expect(hygiene(text)).toMatchObject([{ level: 'warn', codes: ['no-effect'], lockfile: source, floor: false }]);
  });

  test('one for all of them', () => {
    const [finding, ...others] = hygiene(`${licenses('MTI', 'ISCC', 'Apach-2.0')}allow: [left-pad, left-pad]\n`);
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      'The entry `rules.license.allow[0]` of the policy (line 3, column 36) can never have an effect, and neither can 3 more.',
    );
  });

  test('not about an entry that another finding is about already', () => {
    const entry = `  - { package: a, rules: [advisory], ${rest} }\n`;
    const text = `exceptions:\n${entry}${entry}`;
    const { findings } = judgeUnder(text, { dossiers: [dossierOf()], now, comparison: { mode: 'audit' } });
    const said = findings.filter(({ rule }) => rule === 'exception-hygiene');
    expect(said.map(({ codes, line }) => [...codes, line])).toEqual([
      ['unused', 3],
      ['unused', 4],
    ]);
  });

  test('a waiver of a rule that is off but for what cannot be waived', () => {
    const text = `exceptions:\n  - { package: a, rules: [integrity], ${rest} }\nrules: { integrity: off }\n`;
    expect(lint(text)).toContainEqual(
      expect.stringMatching(/^refused 3:\d+ .* whose findings under this policy cannot/),
    );
    expect(hygiene(text)).toMatchObject([{ codes: ['no-effect'] }]);
  });

  test('an unknown license still lets nothing in', () => {
    const expression = { license: 'MIT' } as const;
    const dossiers = [dossierOf({ evidence: { license: present({ declared: 'MIT', expression }) } })];
    expect(judgeUnder(licenses('MTI'), { dossiers, now }).verdict).toBe('fail');
    expect(judgeUnder(licenses('MIT'), { dossiers, now }).verdict).toBe('pass');
  });
});

describe('a run refuses the policy where the entry asks for less than what stays', () => {
  test.each<[string, string, RegExp]>([
    [
      'malware off',
      'rules:\n  malware: off\n',
      /^weakening 3:12 `off` for the rule `malware` has no effect on `malicious`, which cannot be waived/,
    ],
    [
      'malware off in a profile',
      'profiles: { lab: { rules: { malware: off } } }\napply: [{ profile: lab, paths: ["a/**"] }]\n',
      /^weakening 2:38 /,
    ],
    [
      'a waiver by a publisher that no build can match',
      publisher(built('main'), '[cooldown]'),
      /^weakening 3:\d+ `main` is not a full git ref/,
    ],
  ])('%s', (_, text, message) => {
    expect(lint(text)).toContainEqual(expect.stringMatching(message));
    expect(() => load(text)).toThrow(expect.objectContaining({ code: 'policy-invalid', path: source }));
  });

  test('with every entry of that kind, each with line and column', () => {
    const text = `rules:\n  malware: off\n${publisher(built('main'), '[cooldown]')}`;
    expect(failuresOf(text)).toEqual(['3:12', '5:86']);
  });
});

describe('what works is only spoken of by the linter, or not at all', () => {
  test.each<[string, string, readonly RegExp[]]>([
    [
      'a rule of which a part stays',
      'rules:\n  integrity: off\n',
      [/^advice 3:14 `off` for the rule `integrity` turns off only a part of it: `differs`, /],
    ],
    [
      'a deprecated license',
      licenses('GPL-3.0'),
      [/^advice 3:36 `GPL-3.0` is a deprecated identifier .* list `GPL-3.0-only` too/],
    ],
    ['a deprecated license beside its successor', licenses('GPL-3.0', 'GPL-3.0-only'), []],
    [
      'licenses that an expression can contain',
      licenses('MIT', 'LicenseRef-acme', 'UNLICENSED', 'Apache-2.0 WITH LLVM-exception'),
      [],
    ],
    [
      'full refs',
      `${publisher(built('refs/tags/v1.2.0'), '[cooldown]')}provenance: [{ packages: [a], ref: refs/heads/main }]\n`,
      [],
    ],
    [
      'the ref of another issuer',
      'provenance: [{ packages: [a], ref: trunk, issuer: "https://ci.acme.example" }]\n',
      [],
    ],
    [
      'a rule that a profile turns on',
      'rules: { license: { allow: [MIT] } }\nprofiles: { prod: { rules: { license: error } } }\napply: [{ profile: prod, paths: ["a/**"] }]\n',
      [],
    ],
    [
      'malware at a lower level',
      'rules: { malware: { level: warn } }\n',
      [/^advice 2:28 `warn` for the rule `malware` has no effect on `malicious`, which cannot be waived/],
    ],
    ['a rule that says error', 'rules: { malware: error, integrity: warn }\n', []],
    [
      'a profile for those that extend the policy',
      'profiles: { lab: { rules: { cooldown: warn } } }\n',
      [/^advice 2:13 .* not applied anywhere/],
    ],
  ])('%s', (_, text, messages) => {
    const found = lint(text).filter((one) => !/never fails a run/.test(one));
    expect(found).toEqual(messages.map((message) => expect.stringMatching(message) as unknown));
    expect(hygiene(text)).toEqual([]);
  });
});

describe('the policy that a file extends', () => {
  const reference = `extends: { repository: acme/policies, path: p.yml, commit: ${'a'.repeat(40)} }`;
  const extended = (text: string) => ({ source: 'acme/policies@aaaaaaaaaaaa:p.yml', text: `version: 1\n${text}` });
  const both = (own: string, other: string) =>
    lintPolicy({ source, text: `version: 1\n${reference}\n${own}` }, { now, extended: extended(other) });

  test('is linted where it is written, but for what a run refuses', () => {
    expect(both('', licenses('MTI')).warnings).toEqual([]);
    expect(both('', 'rules: { malware: off }\n').warnings).toMatchObject([
      { grade: 'weakening', path: 'acme/policies@aaaaaaaaaaaa:p.yml', line: 2, column: 10 },
    ]);
  });

  test('covers an entry of this one, and is named', () => {
    const { warnings } = both('allow: [left-pad]\n', 'allow: ["left-*"]\n');
    expect(warnings).toMatchObject([{ grade: 'refused', line: 3, column: 9 }]);
    expect(warnings[0]?.message).toContain('in acme/policies@aaaaaaaaaaaa:p.yml:2; keep one');
  });

  test('contradictions between the two have the place of `extends`, all of them', () => {
    const twice = 'exceptions: [{ id: A, package: a, rules: [cooldown], reason: r, expires: 2026-12-31 }]\n';
    const { failures } = both(`${twice}apply: [{ profile: gone, paths: [a] }]\n`, twice);
    expect(failures.map(({ path, line, column }) => `${path}:${line}:${column}`)).toEqual([
      `${source}:2:1`,
      `${source}:2:1`,
    ]);
  });
});

describe('every error has its column, and all are listed', () => {
  const places = (text: string) =>
    lintPolicy({ source, text }, { now }).failures.map(({ line, column }) => `${line}:${column}`);

  test.each<[string, string, readonly string[]]>([
    ['YAML that is not well-formed', 'version: 1\nrules: { a: [1, 2\nmode: "x\n', ['3:1', '4:1', '4:1', '4:1', '4:1']],
    [
      'keys given twice, beside what the schema refuses',
      'version: 1\nmode: enforce\nmode: observe\nrules:\n  a: 1\n  a: 2\n',
      ['3:1', '6:3', '5:3'],
    ],
    ['a merge key and a list as key', 'version: 1\nrules: { <<: 1, [a]: 2 }\n', ['2:10', '2:17']],
  ])('%s', (_, text, expected) => {
    const found = places(text);
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((place) => /^\d+:\d+$/.test(place))).toBe(true);
    if (!text.includes('"x')) expect(found).toEqual(expected);
  });

  test('a run lists them all too', () => {
    expect(failuresOf('mode: watch\nrules: { cooldwon: error }\nfoo: 1\n')).toEqual(['2:7', '3:10', '4:1']);
  });

  test('not tens of thousands of them', () => {
    const twice = Array.from({ length: 5000 }, () => 'mode: enforce').join('\n');
    expect(places(`version: 1\n${twice}\n`).length).toBeLessThanOrEqual(201);
  });
});

test('an option that is the level of a message is not without effect where it turns the rule off', () => {
  expect(lint('rules: { new-direct-dependency: { agents: off } }\n')).toEqual([]);
});
