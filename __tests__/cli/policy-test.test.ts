import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { PolicyTest } from '../../src/model/index.ts';
import { repositoryRoot, runCli, temporaryFolder } from '../support/cli.ts';

/** `lockgate policy test`: what the author of a policy expects of it, judged from recorded evidence. */

const evidence = readFileSync(join(repositoryRoot, 'examples/takeover/evidence.json'), 'utf8');
let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder({ 'recorded.json': evidence, 'p.yml': 'version: 1\n' });
});
afterEach(() => folder.remove());

const header = 'version: 1\nevidence: ./recorded.json\n';
const ask = (...args: string[]) => runCli(['policy', 'test', ...args], { cwd: folder.path });
async function judged(cases: string, policy = 'version: 1\n') {
  folder.write({ 'p.yml': policy, 'p.cases.yml': `${header}cases:\n${cases}` });
  const { status, stdout } = await ask('p.yml', '--format', 'json');
  return { status, ...(JSON.parse(stdout) as PolicyTest) };
}

test('the example passes, and is a table of what becomes of each case', async () => {
  const file = 'examples/policy-test/dependency-policy.yml';
  const { status, stdout, stderr } = await runCli(['policy', 'test', file], { cwd: repositoryRoot });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^PASS {2}5 cases: 5 as expected\n\n {2}ok {6}react-codeshift 1\.0\.0 {2}fail {2}an invented name/,
  );
  expect(stdout).toContain(`by policy ${file} (sha256:`);
});

describe('docs/policy-tests.md', () => {
  const page = readFileSync(join(repositoryRoot, 'docs/policy-tests.md'), 'utf8');
  const blocks = [...page.matchAll(/(?:^ {4}.*\n|^\n(?= {4}))+/gm)].map(([block]) =>
    block.replaceAll(/^ {4}/gm, '').trim(),
  );
  const example = (name: string) => readFileSync(join(repositoryRoot, 'examples/policy-test', name), 'utf8');

  test('shows the example as it is, and what is printed of it', async () => {
    const [policy = '', cases = '', shown = ''] = blocks;
    expect(example('dependency-policy.yml').trim()).toBe(policy);
    expect(example('dependency-policy.cases.yml')).toContain(cases);
    const [command = '', ...printed] = shown.split('\n');
    const { stdout } = await runCli(command.split(' ').slice(3), { cwd: repositoryRoot });
    expect(stdout).toContain(printed.join('\n').trim());
  });

  test('says which cases fail when the age is changed, and how', async () => {
    const cases = example('dependency-policy.cases.yml').replace('../takeover/evidence.json', './recorded.json');
    folder.write({ 'p.yml': example('dependency-policy.yml').replace('7d', '1h'), 'p.cases.yml': cases });
    const { status, stdout } = await ask('p.yml');
    expect([status, stdout.match(/(?<=^ {2})(?:not )?ok(?= )/gm)]).toEqual([1, ['ok', 'not ok', 'ok', 'not ok', 'ok']]);
    const [, told = ''] = /^Now set `minimumReleaseAge` to `1h`\. (Two cases .*?\n)\n/ms.exec(page) ?? [];
    const quotes = [...told.matchAll(/`([^`]+)`/g)].map(([, quote = '']) => quote);
    const said = stdout.replaceAll(/\s+/g, ' ');
    expect(quotes.map((quote) => [quote, said.includes(quote)])).toEqual(quotes.map((quote) => [quote, true]));
    expect(quotes).toHaveLength(2);
  });

  test('records with a command that exits as it says', async () => {
    const [, line = ''] = /^(node dist\/cli\.js vet .*) \|\| test \$\? -eq 1$/m.exec(page) ?? [];
    const recording = ['--evidence', join(folder.path, 'recorded.json'), '--registry', 'https://registry.example/'];
    const args = line
      .replace(/esbuild\S+ left-pad\S+/, 'axios@1.14.1')
      .replace(' recorded.json', ' of-vet.json')
      .split(' ')
      .slice(2);
    folder.write({ 'recording/.keep': '' });
    expect((await runCli([...args, ...recording], { cwd: folder.path })).status).toBe(1);
    folder.write({
      'p.cases.yml': 'version: 1\nevidence: of-vet.json\ncases: [{ package: axios@1.14.1, expect: fail }]\n',
    });
    expect((await ask('p.yml')).status).toBe(0);
  });
});

describe('a case that is not as expected fails the test', () => {
  test('by its verdict: with what it is instead, and why', async () => {
    const { status, cases, counts } = await judged('  - { package: axios@1.14.1, expect: pass, name: old }\n');
    expect([status, counts]).toEqual([1, { cases: 1, ok: 0, failed: 1 }]);
    expect(cases).toMatchObject([{ name: 'old', verdict: 'fail', differs: ['verdict'], rules: ['cooldown'], line: 4 }]);
    const { status: again, stdout } = await ask('p.yml');
    expect(again).toBe(1);
    expect(stdout).toContain('FAIL  1 case: 0 as expected, 1 not');
    expect(stdout).toMatch(/not ok {2}axios 1\.14\.1 {2}fail {2}old\n {10}line 4, .*expected pass, but it is fail\n/);
    expect(stdout).toMatch(/\n {10}error cooldown: `axios@1\.14\.1` was published 2026-03-31/);
  });

  test.each([
    ['a rule more than is named', '{ package: plain-crypto-js@4.2.1, expect: fail, rules: [cooldown] }', 'rules'],
    ['a rule less', '{ package: axios@1.14.1, expect: fail, rules: [cooldown, license] }', 'rules'],
    ['no rule at all', '{ package: axios@1.14.1, expect: fail, rules: [] }', 'rules'],
    ['another code', '{ package: axios@1.14.1, expect: fail, codes: [no-time] }', 'codes'],
    ['a package that the evidence does not have', '{ package: axios@1.14.0, expect: pass }', 'evidence'],
    ['a name that it does not have', '{ package: axioss@1.14.1, expect: fail }', 'evidence'],
  ])('%s', async (_title, one, differs) => {
    const { status, cases } = await judged(`  - ${one}\n`);
    expect([status, cases[0]?.ok, cases[0]?.differs]).toEqual([1, false, [differs]]);
  });

  test.each([
    ['that does not include its lockfile', 'lockfiles: { include: ["apps/**"] }', 'lockfiles'],
    ['that excludes it', 'lockfiles: { exclude: [package-lock.json] }', 'lockfiles'],
    [
      'with another registry for all',
      'registries: [{ url: "https://r.acme.example/", mirrors: public, signatures: none }]',
      'registries',
    ],
  ])('a policy %s, which judges nothing of it', async (_title, key, differs) => {
    const cases = ['pass', 'fail'].map((word) => `  - { package: axios@1.14.1, expect: ${word} }\n`).join('');
    const { status, cases: told } = await judged(cases, `version: 1\n${key}\nrules: { cooldown: off }\n`);
    expect([status, told.map((one) => [one.verdict, one.differs])]).toEqual([
      1,
      [
        [null, [differs]],
        [null, [differs]],
      ],
    ]);
    expect((await ask('p.yml')).stdout).toMatch(/line 4, .*: this policy (?:does not judge|names another registry)/);
  });

  test('one among many is enough', async () => {
    const { status, counts } = await judged(
      '  - { package: axios@1.14.1, expect: fail }\n  - { package: ms@2.1.3, expect: fail }\n',
    );
    expect([status, counts]).toEqual([1, { cases: 2, ok: 1, failed: 1 }]);
  });
});

describe('evidence of an audit is judged as a change that adds each package', () => {
  const audited = async () => {
    const files = [
      '--dir',
      join(repositoryRoot, 'examples/takeover/head'),
      '--evidence',
      join(folder.path, 'from.json'),
    ];
    folder.write({ 'from.json': evidence });
    const { status } = await runCli(['audit', ...files, '--evidence-out', join(folder.path, 'recorded.json')]);
    expect(status).toBe(1);
  };

  test('by the rules about what is new too', async () => {
    await audited();
    const rules = '[cooldown, install-scripts, new-package]';
    const { status, cases } = await judged(`  - { package: plain-crypto-js@4.2.1, expect: fail, rules: ${rules} }\n`);
    expect([status, cases[0]?.rules]).toEqual([0, ['cooldown', 'install-scripts', 'new-package']]);
  });

  test('what an audit does not record is no warning that was expected: the line says what to record', async () => {
    await audited();
    const { status, cases } = await judged(
      '  - { package: ms@2.1.3, expect: warn }\n  - { package: axios@1.14.1, expect: fail }\n',
    );
    expect([status, cases.map(({ differs }) => differs)]).toEqual([1, [['evidence'], []]]);
    const { stdout } = await ask('p.yml');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'lacks what a rule needs to judge it as newly added: record it with `vet ms@2.1.3 --preset strict --evidence-out FILE`',
    );
  });

  test('unless the case names that code', async () => {
    await audited();
    const { status } = await judged('  - { package: ms@2.1.3, expect: warn, codes: [unlisted] }\n');
    expect(status).toBe(0);
  });
});

test('evidence of a rehearsal is refused, with what to record instead', async () => {
  const { comparison, ...rest } = JSON.parse(evidence) as { comparison: object };
  const errors = [{ code: 'evidence-invalid', message: 'This is the evidence of a rehearsal.' }];
  const none = { mode: 'check', head: 'history', lockfiles: [], changes: [], observations: [], errors };
  expect(comparison).toHaveProperty('mode', 'check');
  folder.write({
    'recorded.json': JSON.stringify({ ...rest, comparison: none }),
    'p.cases.yml': `${header}cases: [{ package: axios@1.14.1, expect: fail }]\n`,
  });
  const { status, stdout, stderr } = await ask('p.yml');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(
    /^lockgate: \.\/recorded\.json: .*rehearsal.*`vet NAME@VERSION --preset strict --evidence-out FILE`.*\n$/,
  );
});

test('no finding where some are expected is said as such', async () => {
  await judged('  - { package: ms@2.1.3, expect: fail, rules: [cooldown], codes: [too-young] }\n');
  const { stdout } = await ask('p.yml');
  const said = stdout.replaceAll(/\s+/g, ' ');
  expect(said).toContain('expected findings of cooldown, found none; expected the codes too-young, found none');
});

test('it is judged as of its own time, else as of the recording', async () => {
  const { status, cases } = await judged(
    '  - { package: axios@1.14.1, expect: pass, at: 2026-04-08 }\n  - { package: axios@1.14.1, expect: fail, at: "2026-03-31T03:00:00+02:00" }\n',
  );
  expect([status, cases.map(({ at }) => at)]).toEqual([0, ['2026-04-08T00:00:00.000Z', '2026-03-31T01:00:00.000Z']]);
});

test('what an exception covers does not speak, and in mode observe nothing blocks but the floor', async () => {
  const exception = '{ package: axios@1.14.1, rules: [cooldown], reason: Reviewed., expires: 2026-12-31 }';
  const cases = '  - { package: axios@1.14.1, expect: pass, rules: [] }\n';
  expect((await judged(cases, `version: 1\nexceptions: [${exception}]\n`)).status).toBe(0);
  const observed =
    '  - { package: axios@1.14.1, expect: warn }\n  - { package: react-codeshift@1.0.0, expect: fail, rules: [existence] }\n';
  expect((await judged(observed, 'version: 1\nmode: observe\n')).status).toBe(0);
});

test('a cause that many packages share is a finding of each of them', async () => {
  const policy = 'version: 1\nextends: audit\nrules: { license: { level: error, allow: [MIT], unknown: error } }\n';
  const required = `${policy}registries: [{ url: "https://registry.example/", signatures: required }]\n`;
  const { cases } = await judged('  - { package: ms@2.1.3, expect: fail, at: 2027-01-01 }\n', required);
  expect(cases[0]?.rules).toContain('signature');
});

describe('what cannot be tested is an error, exit status 2', () => {
  test.each([
    ['no cases', `${header}cases: []\n`, /p\.cases\.yml:3:8: `cases`: expected at least one case/],
    ['no list of cases', header, /p\.cases\.yml:1:1: `cases` is missing/],
    ['an empty file', '', /p\.cases\.yml:1:1: the file of cases is empty/],
    [
      'another version',
      `version: 2\nevidence: e\ncases: [{ package: a@1, expect: pass }]\n`,
      /:1:10: `version`: expected `1`/,
    ],
    [
      'an unknown key',
      `${header}cases: [{ package: a@1, expect: pass, rulez: [] }]\n`,
      /:3:39: unknown key `rulez`.*did you mean `rules`/,
    ],
    [
      'no version',
      `${header}cases: [{ package: "@acme/tool", expect: pass }]\n`,
      /:3:20: `cases\[0\]\.package`: expected a package with its version/,
    ],
    [
      'another verdict',
      `${header}cases: [{ package: a@1, expect: block }]\n`,
      /:3:33: `cases\[0\]\.expect`: expected one of `pass`/,
    ],
    [
      'a rule that is none',
      `${header}cases: [{ package: a@1, expect: fail, rules: [cooldwon] }]\n`,
      /did you mean `cooldown`\?/,
    ],
    [
      'rules of what passes',
      `${header}cases: [{ package: a@1, expect: pass, rules: [cooldown] }]\n`,
      /what passes has no finding/,
    ],
    ['no evidence', `version: 1\ncases: [{ package: a@1, expect: pass }]\n`, /`cases\[0\]\.evidence` is missing/],
    [
      'evidence that is not there',
      `version: 1\nevidence: ./no.json\ncases: [{ package: a@1, expect: pass }]\n`,
      /no\.json.*ENOENT/,
    ],
    ['an alias', `${header}cases: &a [{ package: a@1, expect: pass }]\n`, /the file of cases uses an anchor/],
    ['invalid UTF-8', new Uint8Array([0x76, 0xff, 0x0a]), /the file of cases is not valid UTF-8/],
  ])('%s', async (_title, cases, says) => {
    folder.write({ 'p.cases.yml': cases });
    const { status, stdout, stderr } = await ask('p.yml');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a policy that is none, and a policy or cases that are not there', async () => {
    folder.write({
      'p.cases.yml': `${header}cases: [{ package: axios@1.14.1, expect: fail }]\n`,
      'p.yml': 'version: 2\n',
    });
    expect(await ask('p.yml')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^lockgate: p\.yml:1:10: .*expected `1`/),
    });
    expect(await ask('q.yml')).toMatchObject({ status: 2, stderr: expect.stringContaining('q.yml: cannot be read') });
    expect(await ask()).toMatchObject({ status: 2, stderr: expect.stringContaining('name the policy') });
    expect(await ask('p.yml', '--cases', 'r.yml')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('r.yml: cannot be read'),
    });
    expect(await ask('a/b/c.yml@v1')).toMatchObject({ status: 2, stderr: expect.stringContaining('GITHUB_TOKEN') });
  });
});

test('a policy that names another registry for other scopes, or the same one, judges it', async () => {
  const one = '  - { package: axios@1.14.1, expect: fail }\n';
  const others = '{ url: "https://r.acme.example/", scopes: ["@acme"] }';
  const same = '{ url: "https://registry.example/" }';
  expect((await judged(one, `version: 1\nregistries: [${others}]\n`)).status).toBe(0);
  expect((await judged(one, `version: 1\nregistries: [${others}, ${same}]\n`)).status).toBe(0);
});

test('evidence that is a pipe or never ends is an error at once', async () => {
  for (const evidenceFile of ['./pipe.json', '/dev/zero']) {
    folder.write({
      'p.cases.yml': `version: 1\nevidence: ${evidenceFile}\ncases: [{ package: axios@1.14.1, expect: fail }]\n`,
    });
    if (evidenceFile.startsWith('./')) execFileSync('mkfifo', [join(folder.path, 'pipe.json')]);
    const { status, stderr } = await ask('p.yml');
    expect([status, stderr]).toEqual([2, expect.stringContaining('is not a regular file')]);
  }
});
