import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** The policy file, through the front door: hostile-inputs' lines on it, and whose policy is obeyed. */

const path = '.github/dependency-policy.yml';
let registry: LoopbackRegistry;
let young: Sides;

beforeAll(async () => {
  registry = await startRegistry({
    packages: { young: pkg({ '1.0.0': { publishedAt: '2026-05-31T12:00:00.000Z' } }) },
  });
  young = adding(registry, 'young', { version: '1.0.0' });
});
afterAll(() => registry.close());

const withPolicy = (base: string | Uint8Array, sides = young): Sides => ({
  ...sides,
  base: { ...sides.base, [path]: base },
});
const judge = (sides: Sides, args: readonly string[] = []) =>
  checkFolders(sides, ['--registry', registry.url, ...args]);

describe('a policy that is not valid is an error, never the defaults', () => {
  const deep = (depth: number) => `version: 1\nlockfiles: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  test.each([
    ['empty', ''],
    ['only a comment', '# nothing\n'],
    ['no YAML', 'version: [1\n'],
    ['an unknown key', 'version: 1\nrulez: {}\n'],
    ['an unknown rule', 'version: 1\nrules: { cooldwon: error }\n'],
    ['a wrong type', 'version: 1\nrules: [cooldown]\n'],
    ['an unknown version', 'version: 2\n'],
    ['an alias', 'version: 1\nlockfiles: { include: &a ["**"], exclude: *a }\n'],
    ['a tag', 'version: !!int 1\n'],
    ['a directive', '%YAML 1.1\n---\nversion: 1\n'],
    ['a merge key', 'version: 1\nrules: { <<: { cooldown: warn } }\n'],
    ['a duplicate key', 'version: 1\nmode: enforce\nmode: observe\n'],
    ['two documents', 'version: 1\n---\nversion: 1\n'],
    ['33 deep', deep(33)],
    ['20,000 deep', deep(20_000)],
    ['more than 256 KiB', `version: 1\n# ${'x'.repeat(256 * 1024)}\n`],
    ['invalid UTF-8', new Uint8Array([0x76, 0xff, 0x0a])],
    ['braces in a pattern', 'version: 1\nlockfiles: { exclude: ["{a,b}/**"] }\n'],
    ['an extglob in a pattern', 'version: 1\nlockfiles: { exclude: ["+(a)/**"] }\n'],
    ['a floor rule lowered', 'version: 1\nrules: { existence: warn }\n'],
    ['an exception from the floor', exception('existence')],
    ['an exception for everything', exception('cooldown', '"*"')],
    [
      'an exception without an end',
      'version: 1\nexceptions: [{ package: young, rules: [cooldown], reason: because }]\n',
    ],
    ['a key of a later version', 'version: 1\nproposers: []\n'],
  ])('%s', async (_title, text) => {
    const { report, status, stderr } = await judge(withPolicy(text));
    expect(report.errors.map((error) => [error.code, error.path])).toEqual([['policy-invalid', path]]);
    expect(report.changes).toEqual([]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^lockgate: \.github\/dependency-policy\.yml:(\d+:\d+:)? .*\(policy-invalid\)\n$/);
  });

  test('all of them are in the report, each with its column', async () => {
    const { report } = await judge(withPolicy('version: 1\nmode: watch\nrules: { cooldwon: error }\n'));
    expect(report.errors.map(({ path: at, line, column }) => [at, line, column])).toEqual([
      [path, 2, 7],
      [path, 3, 10],
    ]);
  });

  test('what can never work is an error where it asks for less than what stays, else one warning', async () => {
    const floor = await judge(withPolicy('version: 1\nrules: { malware: off }\n'));
    expect([floor.status, floor.report.errors.map(({ code }) => code)]).toEqual([2, ['policy-invalid']]);
    const lenient = 'version: 1\nrules: { cooldown: off, new-package: off, license: { allow: [MTI] } }\n';
    const odd = await judge(withPolicy(lenient));
    expect([odd.status, odd.report.verdict]).toEqual([0, 'warn']);
    expect(odd.report.findings.flatMap(({ codes }) => codes).filter((code) => code === 'no-effect')).toHaveLength(1);
  });

  test('the near miss is suggested, with line and column', async () => {
    const { stderr } = await judge(withPolicy('version: 1\nrules:\n  cooldwon: error\n'));
    expect(stderr).toContain(`${path}:3:3: `);
    expect(stderr).toContain('cooldown');
  });
});

function exception(rule: string, name = 'young', expires = '2026-12-31'): string {
  return `version: 1\nexceptions: [{ id: SEC-1, package: ${name}, rules: [${rule}], reason: because, expires: ${expires} }]\n`;
}

describe('whose policy is obeyed', () => {
  test("without one, the preset recommended; the base's where it has one; never the head's", async () => {
    const bare = await judge(young);
    expect([bare.status, bare.report.policy.source]).toEqual([1, 'preset recommended']);
    const lenient = 'version: 1\nrules: { cooldown: warn, new-package: warn }\n';
    expect((await judge(withPolicy(lenient))).status).toBe(0);
    const proposed = await judge({ ...young, head: { ...young.head, [path]: lenient } });
    expect([proposed.status, proposed.report.policy.source]).toEqual([1, 'preset recommended']);
  });

  test('--policy is the operator’s choice, and --preset says what applies where it is silent', async () => {
    const strict = await judge(withPolicy('version: 1\nextends: audit\n'), ['--preset', 'strict']);
    expect(strict.status).toBe(1);
    expect((await judge(withPolicy('version: 1\nextends: audit\n'))).status).toBe(0);
  });

  test("the base's .npmrc names the registry; the head's is not obeyed, and its host is never asked", async () => {
    const evil = await startRegistry({ packages: { young: pkg({ '1.0.0': {} }) } });
    try {
      const base = { ...young.base, '.npmrc': `registry=${registry.url}\n` };
      const { report } = await checkFolders({ base, head: { ...young.head, '.npmrc': `registry=${evil.url}\n` } });
      expect(report.changes.map((change) => change.registry)).toEqual([registry.url]);
      expect(evil.requests).toEqual([]);
    } finally {
      await evil.close();
    }
  });
});

describe('exceptions', () => {
  const both = 'cooldown, new-package';
  test('cover what they name, with their id', async () => {
    const { report, status } = await judge(withPolicy(exception(both)));
    const named = report.findings.filter(({ rule }) => both.split(', ').includes(rule));
    expect(named.map(({ status, decision }) => [status, decision])).toEqual([
      ['excepted', 'SEC-1'],
      ['excepted', 'SEC-1'],
    ]);
    expect(status).toBe(0);
  });

  test('that expire today are ignored, and said', async () => {
    const { report, status } = await judge(withPolicy(exception(both, 'young', '2026-06-01')));
    expect(report.findings.map(({ rule }) => rule)).toContain('exception-hygiene');
    expect(status).toBe(1);
  });

  test('that match nothing are said where everything is judged', async () => {
    const folder = temporaryFolder({ ...young.head, [path]: exception('cooldown', 'left-pad') });
    try {
      const args = ['audit', '--dir', folder.path, '--registry', registry.url, '--format', 'json'];
      const { stdout } = await runCli(args);
      expect(stdout).toContain('exception-hygiene');
    } finally {
      folder.remove();
    }
  });
});

test('observe reports everything and fails on the floor only', async () => {
  expect((await judge(withPolicy('version: 1\nmode: observe\n'))).status).toBe(0);
  const invented = adding(registry, 'ghost', {
    version: '1.0.0',
    resolved: null,
    integrity: integrityOf('ghost', '1.0.0'),
  });
  expect((await judge(withPolicy('version: 1\nmode: observe\n', invented))).status).toBe(1);
});

describe('lockgate policy', () => {
  test('check says everything that is wrong, one line each, and what is valid and of no use', async () => {
    const folder = temporaryFolder({
      'bad.yml': 'version: 1\nmode: watch\nrules: { cooldwon: error }\n',
      'odd.yml': exception('cooldown', 'young', '2020-01-01'),
      'good.yml': 'version: 1\n',
    });
    try {
      const check = (name: string) => runCli(['policy', 'check', name], { cwd: folder.path });
      const [bad, odd, good] = await Promise.all([check('bad.yml'), check('odd.yml'), check('good.yml')]);
      expect(bad.status).toBe(2);
      expect(bad.stderr).toMatch(/^lockgate: bad\.yml:2:7: .*\nlockgate: bad\.yml:3:10: .*\n$/);
      expect([odd.status, odd.stdout]).toEqual([0, expect.stringContaining('odd.yml:2:14: ')]);
      expect([good.status, good.stdout]).toEqual([0, expect.stringMatching(/^good\.yml: a valid policy/)]);
    } finally {
      folder.remove();
    }
  });

  test('check refuses what can never work: 1, for a person and for a machine', async () => {
    const folder = temporaryFolder({
      'typo.yml': 'version: 1\nrules: { license: { level: error, allow: [MTI] } }\n',
      'floor.yml': 'version: 1\nrules: { malware: off }\n',
    });
    try {
      const check = (...args: string[]) => runCli(['policy', 'check', ...args], { cwd: folder.path });
      const [typo, floor, json] = await Promise.all([
        check('typo.yml'),
        check('floor.yml'),
        check('floor.yml', '--format', 'json'),
      ]);
      expect([typo.status, typo.stderr]).toEqual([
        1,
        expect.stringMatching(/^lockgate: typo\.yml:2:43: `MTI` is not on the SPDX list, .* did you mean `MIT`\?\n$/),
      ]);
      expect([floor.status, floor.stderr]).toEqual([1, expect.stringMatching(/^lockgate: floor\.yml:2:19: `off` /)]);
      expect([json.status, JSON.parse(json.stdout)]).toMatchObject([
        1,
        { errors: [], refused: [{ path: 'floor.yml', line: 2, column: 19, invalid: true }], warnings: [] },
      ]);
    } finally {
      folder.remove();
    }
  });

  test('explain names every value with its origin, and schema is a JSON Schema', async () => {
    const folder = temporaryFolder({ 'p.yml': 'version: 1\nextends: strict\nrules:\n  abandonment: off\n' });
    try {
      const { stdout, status } = await runCli(['policy', 'explain', 'p.yml'], { cwd: folder.path });
      expect(status).toBe(0);
      expect(stdout).toMatch(/^rules\.abandonment\.level = "off" +p\.yml:4$/m);
      expect(stdout).toMatch(/^rules\.cooldown\.level = "error" +preset strict$/m);
      const schema = JSON.parse((await runCli(['policy', 'schema'])).stdout) as Record<string, unknown>;
      expect(schema['$schema']).toContain('json-schema.org');
    } finally {
      folder.remove();
    }
  });
});
