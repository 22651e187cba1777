import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Finding } from '../../src/model/index.ts';
import { checkFolders, runCli } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { EntryDescription } from '../support/npm-lockfile.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** hostile-inputs: entries. The bundled command line judges each against a loopback registry. */

let registry: LoopbackRegistry;

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      good: pkg({ '1.0.0': {}, '1.1.0': { publishedAt: '2026-01-01T00:00:00.000Z' } }),
      other: pkg({ '1.0.0': {} }),
      hooked: pkg({ '1.0.0': { publishedAt: '2026-05-20T00:00:00.000Z', scripts: { postinstall: 'node x.js' } } }),
      young: pkg({ '1.0.0': { publishedAt: '2026-05-31T12:00:00.000Z' } }),
      parent: pkg({ '1.0.0': { dependencies: { ghost: '^1.0.0' } } }),
      empty: { versions: {} },
      held: pkg({ '0.0.1-security': {} }),
      withdrawn: pkg(
        { '1.0.0': {} },
        { document: { time: { '1.0.0': '2020-01-01T00:00:00.000Z', '2.0.0': '2020-02-01T00:00:00.000Z' } } },
      ),
    },
  });
});
afterAll(() => registry.close());

const judge = (sides: Sides, args: readonly string[] = []) =>
  checkFolders(sides, ['--registry', registry.url, ...args]);
const judgeEntry = (name: string, entry: EntryDescription, spec?: string) =>
  judge(adding(registry, name, entry, spec === undefined ? {} : { spec }));
const spoken = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
const asked = async (task: () => Promise<unknown>) => {
  const before = registry.asked().length;
  await task();
  return registry.asked().slice(before);
};

test('an honest addition passes, and only its name is asked for', async () => {
  let status: number | null = null;
  const names = await asked(async () => {
    const ended = await judgeEntry('good', { version: '1.0.0' });
    expect(ended.report.findings).toEqual([]);
    status = ended.status;
  });
  expect(status).toBe(0);
  expect(names).toEqual(['good']);
});

describe('resolved', () => {
  const tarball = '/good/-/good-1.0.0.tgz';
  test.each([
    ['an unknown host', `https://evil.example${tarball}`],
    ['a look-alike below another domain', `https://registry.example.evil.example${tarball}`],
    ['user info that looks like the registry', `https://registry.example@evil.example${tarball}`],
    ['another port', `https://127.0.0.1:8443${tarball}`],
    ['plain http elsewhere', `http://registry.example${tarball}`],
    ['no URL parser accepts it', 'https://[evil/good-1.0.0.tgz'],
    ['a link-local address', `http://169.254.169.254${tarball}`],
  ])('%s', async (_title, resolved) => {
    const names = await asked(async () => {
      const { report, status } = await judgeEntry('good', { version: '1.0.0', resolved });
      expect(spoken(report.findings)).toEqual(['registry']);
      expect(report.findings[0]?.floor).toBe(true);
      expect(status).toBe(1);
    });
    expect(names).toEqual(['good']);
  });

  test('a token in it is masked everywhere', async () => {
    const resolved = registry.url.replace('http://', 'http://user:hunter2secret@') + 'good/-/good-1.0.0.tgz';
    const { report, stdout, stderr } = await judgeEntry('good', { version: '1.0.0', resolved });
    expect(spoken(report.findings)).toContain('registry');
    expect(stdout + stderr).not.toContain('hunter2secret');
  });

  test('that is not in its canonical form is a finding', async () => {
    const resolved = `${registry.url}good/-/../-/good-1.0.0.tgz`;
    const { report } = await judgeEntry('good', { version: '1.0.0', resolved });
    expect(spoken(report.findings)).toContain('registry');
  });

  test('that is omitted means the registry that applies to the name', async () => {
    const { status, report } = await judgeEntry('good', { version: '1.0.0', resolved: null });
    expect(report.findings).toEqual([]);
    expect(status).toBe(0);
  });

  test("of another package's tarball", async () => {
    const { report } = await judgeEntry('good', {
      version: '1.0.0',
      resolved: `${registry.url}other/-/other-1.0.0.tgz`,
    });
    expect(spoken(report.findings)).toEqual(['integrity']);
  });
});

describe('integrity', () => {
  test.each([
    ['missing', null],
    ['SHA-1 only', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='],
    ['MD5', 'md5-1B2M2Y8AsgTpgAmY7PhCfg=='],
    ['not base64', 'sha512-!!!'],
    ["another package's", integrityOf('other', '1.0.0')],
    ['two algorithms, the strongest is wrong', `sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk= ${integrityOf('other', '1.0.0')}`],
  ])('%s', async (_title, integrity) => {
    const { report, status } = await judgeEntry('good', { version: '1.0.0', integrity });
    expect(spoken(report.findings)).toEqual(['integrity']);
    expect(status).toBe(1);
  });

  test('two algorithms, the strongest is right', async () => {
    const integrity = `sha1-${createHash('sha1').update('good@1.0.0').digest('base64')} ${integrityOf('good', '1.0.0')}`;
    const { report, status } = await judgeEntry('good', { version: '1.0.0', integrity });
    expect(report.findings.map(({ rule, level }) => [rule, level])).toEqual([['integrity', 'warn']]);
    expect(status).toBe(0);
  });

  test('changed under one version', async () => {
    const side = (integrity: string) => ({
      dependencies: { good: '*' },
      packages: { 'node_modules/good': { version: '1.0.0', integrity } },
    });
    const sides = pullRequest(registry, side(integrityOf('good', '1.0.0')), side(integrityOf('other', '1.0.0')));
    const { report } = await judge(sides);
    expect(report.changes.map(({ kind, changed }) => [kind, changed])).toEqual([['updated', ['integrity']]]);
    expect(spoken(report.findings)).toEqual(['integrity']);
  });
});

describe('existence', () => {
  test.each([
    ['an invented name', 'react-codeshift', '1.0.0'],
    ['an invented version', 'good', '9.9.9'],
    ['an unpublished version', 'withdrawn', '2.0.0'],
    ['a name without versions', 'empty', '1.0.0'],
    ['a security placeholder', 'held', '0.0.1-security'],
  ])('%s', async (_title, name, version) => {
    const entry = { version, resolved: null, integrity: integrityOf(name, version) };
    const { report, status } = await judgeEntry(name, entry, version);
    expect(spoken(report.findings)).toEqual(['existence']);
    expect(status).toBe(1);
  });

  test('an invented name that another package brings in is shown with its path', async () => {
    const { report } = await judge(
      adding(
        registry,
        'parent',
        { version: '1.0.0', dependencies: { ghost: '^1.0.0' } },
        {
          packages: {
            'node_modules/ghost': { version: '1.0.0', resolved: null, integrity: integrityOf('ghost', '1.0.0') },
          },
        },
      ),
    );
    expect(spoken(report.findings)).toEqual(['existence']);
    expect(report.changes.find(({ name }) => name === 'ghost')?.via).toEqual([['parent', 'ghost']]);
    expect(report.findings[0]?.message).toContain('parent');
  });

  test('an alias is judged by its real name', async () => {
    const names = await asked(async () => {
      const { report } = await judgeEntry(
        'lodash',
        { name: 'lodahs', version: '1.0.0', resolved: null, integrity: integrityOf('lodahs', '1.0.0') },
        'npm:lodahs@1.0.0',
      );
      expect(report.findings.map(({ rule, name }) => [rule, name])).toContainEqual(['existence', 'lodahs']);
    });
    expect(names).toEqual(['lodahs']);
  });
});

describe('source', () => {
  const commit = '0123456789012345678901234567890123456789';
  test.each([
    ['git by branch', 'git+ssh://git@host.example/a/b.git#main', `git+ssh://git@host.example/a/b.git#${commit}`],
    ['git by its short form', 'github:a/b', `git+ssh://git@host.example/a/b.git#${commit}`],
    ['git with an option for ssh', 'git+ssh://-oProxyCommand=touch/x', `git+ssh://-oProxyCommand=touch/x#${commit}`],
    ['a remote tarball', 'https://host.example/a.tgz', 'https://host.example/a.tgz'],
    ['a remote tarball at a link-local address', 'http://169.254.169.254/a.tgz', 'http://169.254.169.254/a.tgz'],
    ['a file outside', 'file:../../etc', 'file:../../etc'],
  ])('%s', async (_title, spec, resolved) => {
    const names = await asked(async () => {
      const { report, status } = await judgeEntry('a', { version: '1.0.0', resolved, integrity: null }, spec);
      expect(spoken(report.findings)).toContain('source');
      expect(status).toBe(1);
    });
    expect(names).toEqual([]);
  });

  test.each([
    ['outside the repository', '../../etc', 'file:../../etc', 'error'],
    ['to a folder that the manifest names, a warning', 'vendor/good', 'file:vendor/good', 'warn'],
    ['to a folder in the place of a registry name', 'vendor/good', '^1.0.0', 'error'],
  ])('a link %s', async (_title, target, spec, expected) => {
    const { report } = await judgeEntry('good', { link: true, resolved: target, integrity: null }, spec);
    const found = report.findings.filter(({ rule }) => rule === 'source');
    expect(found.map(({ level }) => level)).toEqual([expected]);
  });
});

describe('claims', () => {
  test('a production dependency that the lockfile marks as dev is judged as prod', async () => {
    const { report } = await judgeEntry('good', { version: '1.0.0', dev: true, optional: true, peer: true });
    expect(report.changes[0]?.dependencyTypes).toEqual(['prod']);
  });

  test('an entry that nothing asks for is judged as prod and said', async () => {
    const { report } = await judge(
      pullRequest(registry, {}, { packages: { 'node_modules/good': { version: '1.0.0', extraneous: true } } }),
    );
    expect(report.changes[0]?.dependencyTypes).toEqual(['prod']);
    expect(report.findings.map(({ rule, level }) => [rule, level])).toEqual([['lockfile', 'warn']]);
  });

  test('an install script that the lockfile does not admit to is found in the manifest', async () => {
    const { report } = await judgeEntry('hooked', { version: '1.0.0' });
    expect(spoken(report.findings)).toContain('install-scripts');
  });

  test('dev to prod without a new version is a change', async () => {
    const packages = { 'node_modules/good': { version: '1.0.0' } };
    const sides = pullRequest(
      registry,
      { devDependencies: { good: '*' }, packages },
      { dependencies: { good: '*' }, packages },
    );
    const { report } = await judge(sides);
    expect(report.changes.map(({ kind, changed }) => [kind, changed])).toEqual([['updated', ['dependency-types']]]);
  });

  test('a downgrade is a change', async () => {
    const side = (version: string) => ({ dependencies: { good: '*' }, packages: { 'node_modules/good': { version } } });
    const { report } = await judge(pullRequest(registry, side('1.1.0'), side('1.0.0')));
    expect(report.changes.map(({ version, previousVersion }) => [version, previousVersion])).toEqual([
      ['1.0.0', '1.1.0'],
    ]);
  });
});

describe('the two maps and the manifest', () => {
  const two = {
    dependencies: { good: '*' },
    lockfileVersion: 2 as const,
    packages: { 'node_modules/good': { version: '1.0.0' } },
  };

  test('a v2 lockfile whose maps disagree is a finding, and both are evaluated', async () => {
    const sides = pullRequest(registry, {}, two);
    const lockfile = JSON.parse(String(sides.head['package-lock.json'])) as {
      dependencies: Record<string, Record<string, unknown>>;
    };
    lockfile.dependencies['good'] = { ...registry.lockEntry('good', '1.1.0') };
    const { report } = await judge({
      ...sides,
      head: { ...sides.head, 'package-lock.json': JSON.stringify(lockfile) },
    });
    expect(spoken(report.findings)).toContain('lockfile');
    expect(report.changes.map(({ version }) => version).sort()).toEqual(['1.0.0', '1.1.0']);
  });

  test('a v1 lockfile is judged from its dependencies', async () => {
    const { report, status } = await judge(pullRequest(registry, {}, { ...two, lockfileVersion: 1 }));
    expect(report.changes.map(({ name, version }) => `${name}@${version}`)).toEqual(['good@1.0.0']);
    expect(report.findings).toEqual([]);
    expect(status).toBe(0);
  });

  test('a manifest that asks for more than the lockfile pins is out of date', async () => {
    const sides = pullRequest(registry, {}, {});
    const head = { ...sides.head, 'package.json': '{"name":"example","version":"1.0.0","dependencies":{"good":"*"}}' };
    const { report, status } = await judge({ ...sides, head });
    expect(spoken(report.findings)).toEqual(['lockfile']);
    expect(status).toBe(1);
  });

  test('what the base had already is not the fault of this change', async () => {
    const sides = pullRequest(registry, {}, {});
    const stale = '{"name":"example","version":"1.0.0","dependencies":{"good":"*"}}';
    const { report } = await judge({
      base: { ...sides.base, 'package.json': stale },
      head: { ...sides.head, 'package.json': stale, 'README.md': 'new' },
    });
    expect(report.findings).toEqual([]);
  });

  test('a deleted lockfile is a finding', async () => {
    const sides = pullRequest(registry, two, two);
    const { report } = await judge({ base: sides.base, head: { 'package.json': sides.head['package.json'] ?? '' } });
    expect(spoken(report.findings)).toContain('lockfile');
  });

  test('a shrinkwrap beside a lockfile is a finding, and both are evaluated', async () => {
    const sides = pullRequest(registry, {}, two);
    const head = { ...sides.head, 'npm-shrinkwrap.json': sides.head['package-lock.json'] ?? '' };
    const { report } = await judge({ ...sides, head });
    expect(spoken(report.findings)).toContain('lockfile');
    expect(new Set(report.changes.map(({ lockfile }) => lockfile))).toEqual(
      new Set(['package-lock.json', 'npm-shrinkwrap.json']),
    );
  });
});

test('a cooldown says when it passes', async () => {
  const { report } = await judgeEntry('young', { version: '1.0.0' });
  const cooldown = report.findings.find(({ rule }) => rule === 'cooldown');
  expect(`${cooldown?.message} ${cooldown?.remediation}`).toContain('2026-06-03');
});

test('the text for a terminal is inert whatever a lockfile says', async () => {
  const name = '::error::x\u001B[31m##[add-mask]a\u202E';
  const sides = adding(registry, 'good', { version: '1.0.0', resolved: `https://evil.example/${name}` });
  const folders = await checkFolders(sides, ['--registry', registry.url]);
  expect(folders.report.findings).not.toEqual([]);
  const usage = await runCli(['check', '--base-dir', `no\u001B[31m such`, '--head-dir', '.']);
  expect(usage.stderr).not.toContain('\u001B');
  expect(usage.status).toBe(2);
});
