import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** A policy that extends a file beside it, for a CI without GitHub. */

const path = '.github/dependency-policy.yml';
const extending = 'version: 1\nextends: ../ci/base.yml\nrules: { new-package: warn }\n';
const lenient = 'version: 1\nrules: { cooldown: warn }\n';
let registry: LoopbackRegistry;
let sides: Sides;

beforeAll(async () => {
  const publishedAt = new Date(Date.now() - 24 * 3_600_000).toISOString();
  registry = await startRegistry({ packages: { young: pkg({ '1.0.0': { publishedAt } }) } });
  sides = adding(registry, 'young', { version: '1.0.0' });
});
afterAll(() => registry.close());

const check = (base: Sides['base'], head: Sides['head'], ...args: string[]) =>
  checkFolders({ base: { ...sides.base, ...base }, head: { ...sides.head, ...head } }, [
    ...['--registry', registry.url],
    ...args,
  ]);

describe('check', () => {
  test('reads both files from the base, and reports a change of either', async () => {
    const base = { [path]: extending, 'ci/base.yml': lenient };
    const { report } = await check(base, { ...base, 'ci/base.yml': 'version: 1\nextends: audit\n' });
    expect([report.errors, report.verdict]).toEqual([[], 'warn']);
    const changed = report.findings.filter(({ codes }) => codes.includes('policy-changed'));
    expect(changed.map(({ lockfile }) => lockfile)).toEqual(['ci/base.yml']);
    const strict = await check({ ...base, 'ci/base.yml': 'version: 1\nextends: strict\n' }, base);
    expect(strict.report.verdict).toBe('fail');
  });

  test('a file that only the head has is not there', async () => {
    const { report, status } = await check({ [path]: extending }, { [path]: extending, 'ci/base.yml': lenient });
    expect([status, report.verdict]).toEqual([2, 'error']);
    expect(report.errors).toMatchObject([{ code: 'policy-unavailable', path, line: 2 }]);
    expect(report.errors[0]?.message).toContain('`ci/base.yml`');
  });

  test('is replayed from the evidence alone', async () => {
    const base = { [path]: extending, 'ci/base.yml': lenient };
    const folder = temporaryFolder();
    try {
      const evidence = `${folder.path}/evidence.json`;
      const { stdout } = await check(base, base, '--evidence-out', evidence);
      expect((await runCli(['replay', evidence, '--format', 'json'], { cwd: folder.path })).stdout).toBe(stdout);
    } finally {
      folder.remove();
    }
  });
});

test('--policy FILE and policy check read it beside that file, wherever they run', async () => {
  const folder = temporaryFolder({ 'p/own.yml': 'version: 1\nextends: ./base.yml\n', 'p/base.yml': lenient });
  try {
    const told = await runCli(['policy', 'explain', 'p/own.yml'], { cwd: folder.path });
    expect(told.stdout).toMatch(/^rules\.cooldown\.level = "warn" +p\/base\.yml:2$/m);
    expect(await runCli(['policy', 'check', `${folder.path}/p/own.yml`])).toMatchObject({ status: 0 });
    const { report } = await check({}, {}, '--policy', `${folder.path}/p/own.yml`);
    expect(report.errors).toEqual([]);
    folder.write({ 'p/own.yml': 'version: 1\nextends: ./bass.yml\n' });
    const { status, stderr } = await runCli(['policy', 'check', 'p/own.yml'], { cwd: folder.path });
    expect([status, stderr]).toEqual([
      2,
      'lockgate: p/own.yml:2:1: the policy extends `./bass.yml`, which cannot be read (ENOENT); put it beside the policy (policy-unavailable)\n',
    ]);
  } finally {
    folder.remove();
  }
});

describe('what `extends: ./FILE` may name on this machine', () => {
  test.each<[string, string, RegExp]>([
    ['a file outside of the repository', '../outside.yml', /`\.\.\/outside\.yml`, which lies outside the repository/],
    ['one by way of a folder', './a/../../outside.yml', /lies outside the repository/],
    ['a link', './link.yml', /is not a regular file, or behind a link/],
    ['a file behind a linked folder', './linked/outside.yml', /is not a regular file, or behind a link/],
    ['a pipe, which nobody writes to', './pipe.yml', /is not a regular file/],
    ['a folder', './a', /is not a regular file/],
    ['what git keeps for itself', './.git/config', /no file that the repository commits/],
    ['too large a file', './large.yml', /is larger than 256 KiB/],
  ])('not %s', async (_title, other, says) => {
    const folder = temporaryFolder({
      'outside.yml': 'hunter2\n',
      'in/.git/config': 'hunter2\n',
      'in/a/x.yml': 'version: 1\n',
      'in/large.yml': `# ${'x'.repeat(300_000)}\n`,
      'in/p.yml': `version: 1\nextends: ${other}\n`,
    });
    try {
      symlinkSync('../outside.yml', `${folder.path}/in/link.yml`);
      symlinkSync('..', `${folder.path}/in/linked`);
      execFileSync('mkfifo', [`${folder.path}/in/pipe.yml`]);
      const { status, stdout, stderr } = await runCli(['policy', 'check', 'in/p.yml'], { cwd: folder.path });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^lockgate: in\/p\.yml:2:1: the policy extends [^\n]+\(policy-unavailable\)\n$/);
      expect(stderr).toMatch(says);
      expect(stderr).not.toContain('hunter2');
    } finally {
      folder.remove();
    }
  });

  test('without git: what lies below the folder of the policy, or of its `.github`', async () => {
    const folder = temporaryFolder({
      [path]: extending,
      'ci/base.yml': lenient,
      'ci/own.yml': 'version: 1\nextends: ../other.yml\n',
      'other.yml': lenient,
    });
    try {
      expect(await runCli(['policy', 'check'], { cwd: folder.path })).toMatchObject({ status: 0 });
      const { status, stderr } = await runCli(['policy', 'check', 'ci/own.yml'], { cwd: folder.path });
      expect([status, stderr]).toEqual([2, expect.stringContaining('lies outside the folder of the policy')]);
    } finally {
      folder.remove();
    }
  });
});

test('a policy that never ends is left at the bound, and an empty name is none', async () => {
  const [endless, empty] = await Promise.all([
    runCli(['policy', 'check', '/dev/zero']),
    runCli(['policy', 'check', '']),
  ]);
  expect([endless.status, endless.stderr]).toEqual([2, expect.stringMatching(/is larger than 262145 bytes/)]);
  expect([empty.status, empty.stderr]).toEqual([2, expect.stringMatching(/named by an empty text/)]);
});
