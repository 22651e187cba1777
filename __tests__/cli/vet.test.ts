import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { Report } from '../../src/model/index.ts';
import { parseReport } from '../../src/report/schema.ts';
import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** What nothing pins yet: `vet`, and manifests that ask for more than their lockfile pins. */

let registry: LoopbackRegistry;
let stranger: LoopbackRegistry;

beforeAll(async () => {
  stranger = await startRegistry({ packages: { away: pkg({ '1.0.0': {} }) } });
  registry = await startRegistry({
    packages: {
      app: pkg({
        '1.0.0': { dependencies: { mid: '^1.0.0' } },
        '2.0.0': { dependencies: { mid: '^2.0.0', leaf: '*' } },
      }),
      mid: pkg({ '1.0.0': {}, '2.0.0': { dependencies: { leaf: '^1.0.0' } } }),
      leaf: pkg({ '1.0.0': {}, '1.1.0': {} }),
      'asks-for-nobody': pkg({ '1.0.0': { dependencies: { 'never-published': '^1.0.0', leaf: '^9.0.0' } } }),
      ring: pkg({ '1.0.0': { dependencies: { link: '1' } } }),
      link: pkg({ '1.0.0': { dependencies: { ring: '1' } } }),
      hostile: pkg({
        '1.0.0': {
          manifest: JSON.parse(
            `{"_hasShrinkwrap":true,"gypfile":true,"scripts":{"install":"node-gyp rebuild","prepare":"touch mark"},"dependencies":{"__proto__":"1.0.0",
              "../outside":"1.0.0","a/b/c":"*","git-dep":"git+ssh://git@127.0.0.1/x.git","short":"owner/repo",
              "remote-dep":"${stranger.url}away.tgz","file-dep":"file:..","home-dep":"~/.","portal-dep":"portal:../x","leaf":"1.0.0"}}`,
          ) as Record<string, unknown>,
        },
      }),
      moved: pkg({ '1.0.0': {} }),
      huge: pkg({
        '1.0.0': { dependencies: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`dep-${at}`, '1'])) },
      }),
      react: pkg({ '17.0.0': {}, '18.0.0': {} }),
      'needs-17': pkg({ '1.0.0': { peerDependencies: { react: '^17.0.0' } } }),
      down: pkg({ '1.0.0': {} }),
      pair: pkg({ '1.0.0': { peerDependencies: { left: '*', right: '*' } } }),
      left: pkg({ '1.0.0': { dependencies: { mid: '^1.0.0' } } }),
      right: pkg({ '1.0.0': { dependencies: { mid: '^2.0.0' } } }),
      both: pkg({ '1.0.0': { dependencies: { leaf: '^1.0.0', other: '*' } } }),
      other: pkg({ '1.0.0': { dependencies: { leaf: '^9.0.0' } } }),
    },
  });
  registry.fail('moved', { redirect: `${stranger.url}away` });
  registry.fail('down', { status: 401 });
});
afterAll(async () => {
  await Promise.all([registry.close(), stranger.close()]);
});

const judging = () => ['--now', '2026-06-01T00:00:00Z', '--registry', registry.url];

async function vet(specs: readonly string[], cwd?: string, more: readonly string[] = []) {
  const args = ['vet', ...specs, '--format', 'json', ...judging(), ...more];
  const ended = await runCli(args, cwd === undefined ? {} : { cwd });
  return { ...ended, report: parseReport(ended.stdout) };
}

const added = ({ changes }: Report) => changes.map(({ name, version }) => `${name}@${version}`);
const findings = ({ findings: all }: Report, rule: string) =>
  all.filter((each) => each.rule === rule).map(({ name, version, outcome }) => `${name}@${version} ${outcome}`);

test('the whole closure is judged, each name is asked for once, and nothing is written', async () => {
  const folder = temporaryFolder();
  try {
    const before = registry.asked().length;
    const { report, status } = await vet(['app@^2'], folder.path);
    expect(added(report)).toEqual(['app@2.0.0', 'leaf@1.1.0', 'mid@2.0.0']);
    expect(report.changes.map(({ direct, via }) => [direct, via[0]])).toEqual([
      [true, ['app']],
      [false, ['app', 'leaf']],
      [false, ['app', 'mid']],
    ]);
    expect(report.changes.every(({ lockfile }) => lockfile === 'package.json')).toBe(true);
    expect(registry.asked().slice(before).sort()).toEqual(['app', 'leaf', 'mid']);
    expect([status, report.verdict]).toEqual([0, 'warn']);
    expect(readdirSync(folder.path)).toEqual([]);
  } finally {
    folder.remove();
  }
});

test("the project's lockfile holds what it has, and an upgrade names what it replaces", async () => {
  const project = {
    dependencies: { app: '^1.0.0', leaf: '1.0.0' },
    packages: {
      'node_modules/app': { version: '1.0.0', dependencies: { mid: '^1.0.0' } },
      'node_modules/mid': { version: '1.0.0' },
      'node_modules/leaf': { version: '1.0.0' },
    },
  };
  const folder = temporaryFolder({
    'package.json': npmManifest(project),
    'package-lock.json': npmLockfile(registry, project),
  });
  try {
    const { report } = await vet(['app@^2'], folder.path);
    expect(
      report.changes.map(({ name, version, previousVersion, lockfile }) => [name, version, previousVersion, lockfile]),
    ).toEqual([
      ['app', '2.0.0', '1.0.0', 'package-lock.json'],
      ['mid', '2.0.0', '1.0.0', 'package-lock.json'],
    ]);
    expect(report.lockfiles.map(({ path, status, packages }) => [path, status, packages])).toEqual([
      ['package-lock.json', 'unchanged', 3],
    ]);
  } finally {
    folder.remove();
  }
});

test('names and ranges that nobody published are findings, and come first with what was meant', async () => {
  const { report, status } = await vet(['asks-for-nobody', 'left-padd', 'app@^7']);
  expect(findings(report, 'existence').sort()).toEqual([
    'app@^7 violation',
    'leaf@^9.0.0 violation',
    'left-padd@* violation',
    'never-published@^1.0.0 violation',
  ]);
  expect(report.findings.find(({ name }) => name === 'never-published')?.message).toContain('asks-for-nobody');
  expect(report.findings.find(({ name }) => name === 'left-padd')?.remediation).toMatch(/ Did you mean `left-pad`\?$/);
  expect(status).toBe(1);
  const text = await runCli(['vet', 'left-padd', 'app', ...judging()]);
  expect(text.stdout.split('\n')[0]).toBe('`left-padd` does not exist. Did you mean `left-pad`?');
});

test('what Arborist leaves unmet is judged too: peers that exclude each other below, a range that hides another', async () => {
  const pair = await vet(['pair']);
  expect(added(pair.report).sort()).toEqual([
    'leaf@1.1.0',
    'left@1.0.0',
    'mid@1.0.0',
    'mid@2.0.0',
    'pair@1.0.0',
    'right@1.0.0',
  ]);
  const both = await vet(['other', 'both']);
  expect(added(both.report).sort()).toEqual(['both@1.0.0', 'leaf@1.1.0', 'leaf@^9.0.0', 'other@1.0.0']);
  expect(findings(both.report, 'existence')).toEqual(['leaf@^9.0.0 violation']);
});

test('a registry that does not answer, or answers from elsewhere, leaves the verdict open: never a pass', async () => {
  const { report, status } = await vet(['moved', 'down', 'leaf']);
  expect(findings(report, 'existence').sort()).toEqual(['down@* indeterminate', 'moved@* indeterminate']);
  expect(stranger.requests).toEqual([]);
  expect(status).toBe(1);
  const offline = await vet(['app', 'leaf'], undefined, ['--offline']);
  expect(findings(offline.report, 'existence')).toEqual(['app@* indeterminate', 'leaf@* indeterminate']);
  expect(offline.status).toBe(1);
});

test('what leads elsewhere is found, and nothing of it is started, opened or asked for', async () => {
  const marks = temporaryFolder();
  const mark = join(marks.path, 'mark');
  const poison = '{"name":"poisoned","version":"6.6.6","dependencies":{"poisoned-dep":"1.0.0"}}';
  const outer = temporaryFolder({
    'package.json': poison,
    'bin/git': `#!/bin/sh\ntouch ${mark}\n`,
    'inner/node_modules/leaf/package.json': poison,
    'home/package.json': poison,
    'tmp/package.json': poison,
    'home/x': '',
  });
  for (const tool of ['git', 'node-gyp', 'npm', 'sh', 'ssh']) {
    writeFileSync(join(outer.path, 'bin', tool), `#!/bin/sh\necho x > ${mark}\n`);
    chmodSync(join(outer.path, 'bin', tool), 0o755);
  }
  const before = { asked: registry.asked().length, outer: readdirSync(outer.path, { recursive: true }).sort() };
  try {
    const env = { PATH: join(outer.path, 'bin'), HOME: join(outer.path, 'home'), TMPDIR: join(outer.path, 'tmp') };
    const args = ['vet', 'hostile', 'ring', '--format', 'json', ...judging()];
    const ended = await runCli(args, { cwd: join(outer.path, 'inner'), env });
    const report = parseReport(ended.stdout);
    expect(
      findings(report, 'source')
        .map((each) => each.split('@')[0])
        .sort(),
    ).toEqual(
      [
        '../outside',
        '__proto__',
        'a/b/c',
        'file-dep',
        'git-dep',
        'home-dep',
        'portal-dep',
        'remote-dep',
        'short',
      ].sort(),
    );
    expect(added(report)).toEqual(expect.arrayContaining(['hostile@1.0.0', 'leaf@1.0.0', 'ring@1.0.0', 'link@1.0.0']));
    expect(ended.stdout).not.toMatch(/poisoned|6\.6\.6/);
    expect(existsSync(mark)).toBe(false);
    expect(readdirSync(outer.path, { recursive: true }).sort()).toEqual(before.outer);
    expect(registry.asked().slice(before.asked).sort()).toEqual(['hostile', 'leaf', 'link', 'ring']);
    expect(stranger.requests).toEqual([]);
  } finally {
    marks.remove();
    outer.remove();
  }
});

test.each([
  ['a version that asks for ten thousand packages', ['huge'], 'budget'],
  ['peer dependencies that conflict', ['needs-17', 'react@18'], 'unresolvable'],
])('%s: an error, not a shorter answer', async (_, specs, code) => {
  const { report, status, stderr } = await vet(specs);
  expect(report.errors.map((error) => error.code)).toEqual([code]);
  expect(report.changes).toEqual([]);
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('specs that no registry answers are refused, each with its reason', async () => {
  const ended = await Promise.all(
    [
      'github:owner/repo',
      'x@git+https://registry.example/x.git',
      'x@http://registry.example/x.tgz',
      './folder',
      'x@file:..',
      'UPPER case',
    ].map((spec) => runCli(['vet', spec, ...judging()])),
  );
  expect(ended.map(({ status }) => status)).toEqual([2, 2, 2, 2, 2, 2]);
  const reasons = ended.map(({ stderr }) => /: (a git|a URL|no registry|npm does)/.exec(stderr)?.[1]);
  expect(reasons).toEqual(['a git', 'a git', 'a URL', 'no registry', 'no registry', 'npm does']);
});

test('a manifest that asks for more than its lockfile pins: what would come in is judged, and recorded', async () => {
  const base = { dependencies: { leaf: '1.0.0' }, packages: { 'node_modules/leaf': { version: '1.0.0' } } };
  const asks = { dependencies: { leaf: '1.0.0', app: '^2.0.0', 'never-published': '1' } };
  const lockfile = npmLockfile(registry, base);
  const sides = {
    base: { 'package.json': npmManifest(base), 'package-lock.json': lockfile },
    head: { 'package.json': npmManifest({ ...base, ...asks }), 'package-lock.json': lockfile },
  };
  const recording = temporaryFolder();
  const file = join(recording.path, 'evidence.json');
  try {
    const { report } = await checkFolders(sides, ['--registry', registry.url, '--evidence-out', file]);
    expect(added(report)).toEqual(['app@2.0.0', 'mid@2.0.0', 'never-published@1']);
    expect(new Set(report.changes.map((change) => change.lockfile))).toEqual(new Set(['package.json']));
    expect(report.changes[0]?.manifests).toEqual([{ path: 'package.json', line: report.changes[0]?.line }]);
    expect(findings(report, 'existence')).toEqual(['never-published@1 violation']);
    expect(findings(report, 'lockfile')).not.toEqual([]);
    const again = await checkFolders(sides, ['--registry', registry.url, '--evidence', file]);
    const labels = { base: report.base, head: report.head };
    expect({ ...again.report, ...labels }).toEqual(report);
    const replayed = await runCli(['replay', file, '--format', 'json']);
    expect(parseReport(replayed.stdout)).toEqual(report);
    const offline = await checkFolders(sides, ['--registry', registry.url, '--offline']);
    expect(findings(offline.report, 'existence')).toEqual([
      'app@^2.0.0 indeterminate',
      'never-published@1 indeterminate',
    ]);
    expect(offline.report.lockfiles[0]?.packages).toBe(1);
  } finally {
    recording.remove();
  }
});

test('a project without any lockfile: what its manifest newly asks for is resolved', async () => {
  const manifest = (dependencies: Record<string, string>) => JSON.stringify({ dependencies }, undefined, 2);
  const { report } = await checkFolders(
    {
      base: { 'package.json': manifest({ leaf: '1.0.0' }) },
      head: { 'package.json': manifest({ leaf: '1.0.0', app: '^2.0.0' }) },
    },
    ['--registry', registry.url],
  );
  expect(added(report)).toEqual(['app@2.0.0', 'leaf@1.1.0', 'mid@2.0.0']);
  expect(report.changes.map(({ line }) => line)).toEqual([4, 4, 4]);
});
