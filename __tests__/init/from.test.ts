import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readFrom } from '../../src/cli/init-from.ts';
import { translate } from '../../src/init/from/recognise.ts';
import { settle } from '../../src/init/from/settle.ts';
import { fromWords } from '../../src/init/from/words.ts';
import { policyText } from '../../src/init/plan.ts';
import { lintPolicy } from '../../src/policy/lint.ts';
import { openPolicy } from '../../src/policy/open.ts';
import type { PresetName } from '../../src/policy/schema/names.ts';
import { repositoryRoot, temporaryFolder } from '../support/cli.ts';

/** What the options of other tools become, and that the result is a policy. */

const today = '2026-06-01';
const bytes = (text: string) => new TextEncoder().encode(text);

async function from(files: Readonly<Record<string, string>>, preset: PresetName = 'recommended') {
  const named = (path: string) =>
    files[path] === undefined
      ? Promise.reject(new Error(`no ${path}`))
      : Promise.resolve({ path, bytes: bytes(files[path] ?? '') });
  const [[path, text] = ['', '']] = Object.entries(files);
  const translations = await translate({ path, bytes: bytes(text) }, today, named);
  const compared = { ...(await openPolicy(undefined, { preset })), source: `the preset \`${preset}\`` };
  const settled = settle(translations, compared);
  const extras = { leavesOut: false, branches: [], step: preset, own: [], from: settled };
  const policy = policyText(undefined, today, extras);
  const { failures, warnings } = lintPolicy({ source: 'policy.yml', text: policy }, { now: `${today}T00:00:00.000Z` });
  expect([...failures, ...warnings].map(({ message }) => message)).toEqual([]);
  return {
    ...{ ...settled, policy, words: fromWords(translations, settled.settled).join('\n') },
    fates: settled.settled.map(({ option, line, without }) => `${option} -> ${line ?? without ?? ''}`),
  };
}

const workflowWith = (config: string) =>
  `jobs:\n  a:\n    steps:\n      - uses: actions/dependency-review-action@v4\n        with: { config-file: ${config} }\n`;

const dependencyReview = [
  ...['repo-token', 'fail-on-severity', 'fail-on-scopes', 'base-ref', 'head-ref', 'config-file', 'allow-licenses'],
  ...['deny-licenses', 'allow-dependencies-licenses', 'allow-ghsas', 'external-repo-token', 'license-check'],
  ...['vulnerability-check', 'comment-summary-in-pr', 'deny-packages', 'deny-groups', 'retry-on-snapshot-warnings'],
  ...['retry-on-snapshot-warnings-timeout', 'warn-only', 'show-openssf-scorecard', 'warn-on-openssf-scorecard-level'],
  ...['show-patched-versions', 'trusty-scores', 'trusty-retries', 'trusty-show', 'trusty-warn', 'trusty-fail'],
  ...['trusty-api', 'trusty-ui'],
];
const lockfileLint = [
  ...['path', 'type', 'validate-https', 'validate-package-names', 'validate-integrity', 'validate-integrity-strict'],
  ...['empty-hostname', 'allowed-hosts', 'allowed-schemes', 'allowed-urls', 'allowed-package-name-aliases'],
  ...['integrity-exclude', 'format'],
];

describe('no option is dropped without a word', () => {
  test.each([
    ['.github/dr.yml', dependencyReview, 'from-dependency-review.md'],
    ['.lockfile-lintrc.yaml', lockfileLint, 'from-lockfile-lint.md'],
  ])('all that %s can have is known, and on its page', async (path, options, page) => {
    const text = readFileSync(join(repositoryRoot, 'docs', page), 'utf8');
    const { settled } = await from({ [path]: options.map((name) => `${name}: x\n`).join('') });
    for (const [at, name] of options.entries()) {
      const own = settled.filter((one) => one.from === `${path}:${at + 1}`);
      expect(own.length).toBeGreaterThan(0);
      expect(own.map(({ without }) => without)).not.toContain('unknown option');
      expect(text).toContain(name.startsWith('trusty-') ? '`trusty-*`' : `\`${name}\``);
    }
  });

  test('an unknown one is named with its line, and without its value', async () => {
    const { settled, words } = await from({ 'dr.yml': 'fail-on-severity: low\nexternal-repo-tokn: ghp_1234\n' });
    expect(settled).toContainEqual(
      expect.objectContaining({ option: 'external-repo-tokn', from: 'dr.yml:2', without: 'unknown option' }),
    );
    expect(words).toMatch(/did you mean\s+external-repo-token\?/);
    expect(words).not.toContain('ghp_1234');
  });

  test('every value of a list has its line', async () => {
    const { fates } = await from({
      'dr.yml':
        'deny-packages: [pkg:npm/request, pkg:pypi/requests, "pkg:npm/evil*", "pkg:npm/x@>1"]\nfail-on-scopes: runtime, development\n',
    });
    expect(fates.filter((each) => each.startsWith('deny-packages')).map((each) => each.split(' -> ')[1])).toEqual([
      'deny: "request"',
      'no counterpart',
      'no counterpart',
      'no counterpart',
    ]);
  });
});

describe('what is looser than the policy is said, and not written', () => {
  test.each([
    [
      '.github/dr.yml',
      'fail-on-severity: critical\n',
      'recommended',
      'rules: { advisory: { minimumSeverity: critical } }',
    ],
    ['.github/dr.yml', 'fail-on-severity: high\n', 'strict', 'rules: { advisory: { minimumSeverity: high } }'],
    ['.github/dr.yml', 'warn-only: true\nfail-on-severity: high\n', 'recommended', 'mode: observe'],
    ['.github/dr.yml', 'vulnerability-check: false\n', 'recommended', 'rules: { advisory: off }'],
    ['.npmrc', 'min-release-age=1\n', 'recommended', 'rules: { cooldown: { minimumReleaseAge: 1d } }'],
    ['pnpm-workspace.yaml', 'allowBuilds:\n  esbuild: true\n', 'recommended', 'whose scripts run'],
    ['.yarnrc.yml', 'npmPreapprovedPackages: ["@acme/*"]\n', 'recommended', 'exempts names'],
    ['.lockfile-lintrc', '{ "integrityExclude": ["a"] }\n', 'recommended', 'waives integrity'],
  ] as const)('%s with %j beside %s', async (path, text, preset, words) => {
    const { settled, lines } = await from({ [path]: text }, preset);
    const left = settled.filter(({ without }) => without === 'not taken over');
    expect(left.map(({ why }) => why).join('\n')).toContain(words);
    expect(lines).toEqual([]);
  });

  test('what the preset has already needs no line', async () => {
    const { lines, fates } = await from({
      'pnpm-workspace.yaml': 'minimumReleaseAge: 4320\ntrustPolicy: no-downgrade\n',
    });
    expect(lines).toEqual([]);
    expect(fates.every((each) => each.endsWith('nothing needed'))).toBe(true);
  });

  test('of two values the stricter one counts', async () => {
    const { lines } = await from({
      'w.yml':
        'jobs:\n  a:\n    steps:\n      - uses: actions/dependency-review-action@v4\n        with: { fail-on-severity: moderate }\n      - uses: actions/dependency-review-action@v4\n        with: { fail-on-severity: low }\n',
    });
    expect(lines.filter((line) => !line.includes('#'))).toEqual(['rules:', '  advisory: { minimumSeverity: low }']);
  });
});

test('licenses that no expression can contain are named and not written', async () => {
  const { lines, settled } = await from({ 'dr.yml': 'allow-licenses: MIT, GPL 3.0, Apache2, MIT OR ISC\n' });
  expect(lines).toContain('  license: { level: error, allow: ["MIT"] }');
  expect(
    settled.filter(({ without }) => without === 'no counterpart').map(({ why }) => /`(.*?)`/.exec(why)?.[1]),
  ).toEqual(['GPL 3.0', 'Apache2', 'MIT OR ISC']);
});

test("the action's default counts where an option is not given", async () => {
  const { lines, fates } = await from({ 'dr.yml': 'license-check: false\n' });
  expect(fates).toContain('fail-on-severity: low (default) -> rules.advisory.minimumSeverity: low');
  expect(lines).toContain('  advisory: { minimumSeverity: low }');
});

test('a workflow wins over the configuration file that it names, and the value that does not count is named', async () => {
  const { lines, fates } = await from({
    'w.yml':
      'jobs:\n  a:\n    steps:\n      - uses: actions/dependency-review-action@v4\n        with:\n          fail-on-severity: moderate\n          config-file: ./dr.yml\n',
    'dr.yml': 'fail-on-severity: low\ndeny-packages: pkg:npm/request\n',
  });
  expect(lines).toContain('  advisory: { minimumSeverity: moderate }');
  expect(lines).toContain('  - { package: "request", reason: "From deny-packages in dr.yml." }');
  expect(fates).toContain('fail-on-severity -> nothing needed');
});

test('a configuration file elsewhere is not followed, and no default is made up for it', async () => {
  const { lines, settled } = await from({
    'w.yml':
      'jobs:\n  a:\n    steps:\n      - uses: actions/dependency-review-action@v4\n        with: { config-file: octo/repo/dr.yml@main }\n',
  });
  expect(lines).toEqual([]);
  expect(settled.map(({ option, without }) => [option, without])).toEqual([
    ['config-file: octo/repo/dr.yml@main', 'no counterpart'],
  ]);
});

test('a workflow names no file outside of the repository', async () => {
  const { path, remove } = temporaryFolder({
    'dr.yml': 'fail-on-severity: low\n',
    'repository/w.yml': workflowWith('../dr.yml'),
    'repository/linked.yml': workflowWith('link.yml'),
  });
  symlinkSync(join(path, 'dr.yml'), join(path, 'repository/link.yml'));
  for (const name of ['w.yml', 'linked.yml']) {
    const reading = readFrom([join(path, 'repository', name)], join(path, 'repository'), today);
    await expect(reading).rejects.toMatchObject({ code: 'usage' });
  }
  remove();
});

test('credentials are never shown, and settings about something else are counted', async () => {
  const { words } = await from({
    '.npmrc': 'min-release-age=7\n//r.example/:_authToken=SECRET\nfund=false\n_auth=SECRET\n',
  });
  expect(words).not.toContain('SECRET');
  expect(words).toContain('3 other settings');
});

test.each([
  ['bunfig.toml', '[install]\nminimumReleaseAge = 864000\n', '10d'],
  ['.yarnrc.yml', 'npmMinimalAgeGate: 7d\n', '7d'],
  ['.yarnrc.yml', 'npmMinimalAgeGate: 14405\n', '241h'],
  ['.npmrc', 'min-release-age=14\n', '14d'],
  ['.npmrc', 'minimum-release-age=20160\n', '14d'],
  ['package.json', '{"pnpm":{"minimumReleaseAge":20160}}', '14d'],
])('the unit of %s with %j', async (path, text, age) => {
  expect((await from({ [path]: text })).lines).toContain(`  cooldown: { minimumReleaseAge: ${age} }`);
});

test('hostile names and values are data: of the file, of options, of packages', async () => {
  const { policy, words } = await from({
    'dr\n- evil: 1.yml':
      'deny-packages: ["pkg:npm/request", "pkg:npm/a%0Ab", "pkg:npm/%22%2C%20x", "pkg:npm/%24%7Bx"]\n"x\\u001b[31m\\n::error::": 1\n',
  });
  expect(policy).toContain('reason: "From deny-packages in dr\\\\u{A}- evil: 1.yml."');
  expect(policy.split('\n').filter((line) => /^\s*- evil/.test(line))).toEqual([]);
  expect(`${policy}${words}`).not.toMatch(/\u001b|^::/m);
});

const repeated = (name: string, of: string) =>
  `${name}: &${name} [${Array.from({ length: 8 }, () => `*${of}`).join(', ')}]\n`;

describe('a file that is none of those', () => {
  test.each([
    ['another name', 'notes.txt', 'x', 'This file is not recognised: init --from reads'],
    ['no option', 'a.yml', 'name: x\n', 'This file is not recognised'],
    ['a workflow without the action', 'w.yml', 'jobs: {}\n', 'does not use actions/dependency-review-action'],
    ['a program', '.lockfile-lintrc.js', 'module.exports = {}', 'is a program, which lockgate does not run'],
    ['a manifest without options', 'package.json', '{"name":"x"}', 'no options of lockfile-lint'],
    ['a key twice', 'a.yml', 'fail-on-severity: low\nfail-on-severity: high\n', 'is given twice'],
    ['deep nesting', 'a.yml', '['.repeat(2_000), 'YAML'],
    [
      'aliases of aliases',
      'a.yml',
      `a: &a [x]\n${repeated('b', 'a')}${repeated('c', 'b')}${repeated('d', 'c')}${repeated('e', 'd')}${repeated('f', 'e')}`,
      'repeats too much',
    ],
    ['a key with a variable', '.npmrc', '${X}=2\n', 'read in different ways'],
  ])('%s', async (_, path, text, words) => {
    await expect(from({ [path]: text })).rejects.toMatchObject({
      ...{ code: 'usage', path },
      message: expect.stringContaining(words) as unknown,
    });
  });
});

describe('the pages', () => {
  const blocksOf = (page: string) => {
    const text = readFileSync(join(repositoryRoot, 'docs', page), 'utf8');
    const [, path = '', input = ''] = /^`([^`]+)`:\n\n```\w+\n(.*?)^```/ms.exec(text) ?? [];
    return { path, input, outputs: [...text.matchAll(/^```text\n(.*?)^```/gms)].map(([, output = '']) => output) };
  };

  test.each([
    ['from-dependency-review.md', ['recommended']],
    ['from-lockfile-lint.md', ['recommended']],
    ['from-manager-settings.md', ['recommended', 'audit']],
  ] as const)('%s shows what comes out', async (page, presets) => {
    const { path, input, outputs } = blocksOf(page);
    expect(outputs).toHaveLength(presets.length);
    for (const [at, preset] of presets.entries()) {
      const { lines, exceptions } = await from({ [path]: input }, preset);
      const all = [...lines, ...(exceptions.length === 0 ? [] : ['exceptions:', ...exceptions])];
      expect(`${all.join('\n')}\n`).toBe(outputs[at]);
    }
  });
});

describe('what the other tool blocked stays blocked under a preset that does not block', () => {
  test.each<PresetName>(['audit', 'attacks'])('%s: a package that is denied, and an age', async (preset) => {
    const denied = await from({ 'dr.yml': 'deny-packages: pkg:npm/request\n' }, preset);
    expect(denied.lines.join('\n')).toContain('deny: error');
    const aged = await from({ '.npmrc': 'min-release-age=1\n' }, preset);
    expect(aged.lines.join('\n')).toMatch(/cooldown: \{ level: error, minimumReleaseAge: 1d \}/);
  });

  test('recommended blocks by both already, and says so', async () => {
    const denied = await from({ 'dr.yml': 'deny-packages: pkg:npm/request\n' });
    expect(denied.lines.join('\n')).not.toContain('deny: error');
    expect((await from({ '.npmrc': 'min-release-age=1\n' })).lines).toEqual([]);
  });
});

test('a group that names no scope is no entry of a policy', async () => {
  const { fates } = await from({ 'dr.yml': 'deny-groups: pkg:npm/%40*/\n' });
  expect(fates).toContain('deny-groups: pkg:npm/%40*/ -> no counterpart');
});
