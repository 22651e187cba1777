import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';

import { reportOf } from '../../src/run/report-of.ts';
import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import { parseEvidence, serializeEvidence } from '../../src/recording/evidence-file.ts';
import { recordingOf } from '../../src/run/evidence-recording.ts';
import type { Run } from '../../src/run/request.ts';
import { runGate } from '../../src/run/pipeline.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { tarballOf } from '../support/tarball.ts';

/** What takes the place of the package manager, from two states of a repository to the findings under `recommended`. */

type Files = Readonly<Record<string, MemoryFile>>;

/** A release of Yarn: in a tarball of these tests, every file has the text `{}` and a line feed. */
const yarn = { files: ['bin/yarn.js'], publishedAt: '2026-05-01T00:00:00.000Z' };

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      pnpm: pkg({ '10.34.4': {}, '10.34.5': {}, '10.34.6': { publishedAt: '2026-05-31T12:00:00.000Z' } }),
      vite: pkg({ '7.1.0': {}, '7.1.1': {} }),
      react: pkg({ '19.0.0': {}, '19.1.0': {} }),
      '@yarnpkg/cli-dist': pkg({ '4.17.0': yarn, '4.18.0': yarn }),
    },
  });
});
afterAll(() => registry.close());

interface Options {
  readonly offline?: boolean;
  readonly policy?: string;
  readonly recorded?: EvidenceFile;
  readonly from?: string;
}

/** The verdict, then each finding as its level, codes and path, without those that every package of this registry has. */
async function judged(base: Files, head: Files, options: Options = {}): Promise<readonly string[]> {
  return shownOf(await ran(base, head, options));
}

async function ran(
  base: Files,
  head: Files,
  { offline = false, policy, recorded, from = registry.url }: Options = {},
): Promise<Run> {
  const before = memorySnapshot(base, { ids: true });
  return runGate({
    ...{ mode: 'check', base: before, head: memorySnapshot(head, { ids: true }), trusted: before },
    ...{ policyPath: '.github/dependency-policy.yml', now: '2026-06-01T00:00:00.000Z' as const },
    ...(policy !== undefined && { policy: { source: 'policy.yml', text: `version: 1\n${policy}` } }),
    ...{ offline, env: {}, workTree: '/nonexistent', registry: from },
    ...(recorded !== undefined && { recorded }),
  });
}

function shownOf(run: Run): readonly string[] {
  const { verdict, findings } = reportOf(run);
  const shown = findings.filter(({ rule, level }) => !(rule === 'provenance' && level === 'note'));
  return [verdict, ...shown.map(({ level, codes, lockfile }) => `${level} ${codes.join('+')} ${lockfile}`)];
}

const empty = '# yarn lockfile v1\n';
const berry = '__metadata:\n  version: 8\n  cacheKey: 10c0\n';
const pnpmLock = "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n";
const pnpm = (manifest: object, more: Files = {}): Files => ({
  'pnpm-lock.yaml': pnpmLock,
  'package.json': { name: 'a', ...manifest },
  ...more,
});
const tarballHash = () =>
  createHash('sha512')
    .update(tarballOf(['pnpm-10.34.5.txt'], { name: 'pnpm', version: '10.34.5' }))
    .digest('hex');

describe('quiet list, row 14: packageManager moves to another version of the same manager', () => {
  test.each<[string, object, object, readonly string[]]>([
    [
      'exact, without a hash',
      { packageManager: 'pnpm@10.34.4' },
      { packageManager: 'pnpm@10.34.5' },
      ['pass', 'note manager-updated package.json'],
    ],
    [
      'in devEngines',
      { devEngines: { packageManager: { name: 'pnpm', version: '10.34.4' } } },
      { devEngines: { packageManager: { name: 'pnpm', version: '10.34.5' } } },
      ['pass', 'note manager-updated package.json'],
    ],
    [
      'attack: an address',
      { packageManager: 'pnpm@10.34.4' },
      { packageManager: 'pnpm@https://evil.example/pnpm.tgz' },
      ['fail', 'error manager-replaced package.json'],
    ],
    [
      'attack: a range',
      { packageManager: 'pnpm@10.34.4' },
      { packageManager: 'pnpm@^10.34.4' },
      ['fail', 'error manager-replaced package.json'],
    ],
    [
      'attack: another manager',
      { packageManager: 'pnpm@10.34.4' },
      { packageManager: 'yarn@4.18.0' },
      ['fail', 'error manager-replaced package.json'],
    ],
    [
      'attack: the first one is of another manager than the lockfile',
      {},
      { packageManager: 'yarn@4.18.0' },
      ['fail', 'error manager-replaced package.json'],
    ],
    [
      'attack: a version released half a day ago',
      { packageManager: 'pnpm@10.34.5' },
      { packageManager: 'pnpm@10.34.6' },
      ['fail', 'error too-young package.json', 'note manager-updated package.json'],
    ],
    [
      'attack: a version that is not published',
      { packageManager: 'pnpm@10.34.5' },
      { packageManager: 'pnpm@10.34.7' },
      ['fail', 'error unknown-version package.json', 'note manager-updated package.json'],
    ],
  ])('%s', async (_, base, head, expected) => {
    expect(await judged(pnpm(base), pnpm(head))).toEqual(expected);
  });

  test('a registry without any package of its name does not judge it, which is a warning', async () => {
    const other = await startRegistry({ packages: {} });
    try {
      const to = (packageManager: string) =>
        judged(pnpm({ packageManager: 'pnpm@10.34.4' }), pnpm({ packageManager }), { from: other.url });
      expect(await to('pnpm@10.34.5')).toEqual(['warn', 'warn manager-unjudged package.json']);
      expect(await to(`pnpm@10.34.5+sha224.${'0'.repeat(56)}`)).toEqual([
        'fail',
        'error manager-unverified package.json',
      ]);
    } finally {
      await other.close();
    }
  });

  test('with the SHA-512 of its tarball, and attack: with another one', async () => {
    const to = (hash: string) =>
      judged(pnpm({ packageManager: 'pnpm@10.34.4' }), pnpm({ packageManager: `pnpm@10.34.5+sha512.${hash}` }));
    expect(await to(tarballHash())).toEqual(['pass', 'note manager-updated package.json']);
    expect(await to('0'.repeat(128))).toEqual([
      'fail',
      expect.stringContaining('error '),
      'note manager-updated package.json',
    ]);
  });

  test('with a hash of another algorithm, and attack: with another one', async () => {
    const hash = createHash('sha224')
      .update(tarballOf(['pnpm-10.34.5.txt'], { name: 'pnpm', version: '10.34.5' }))
      .digest('hex');
    const to = (digits: string) =>
      judged(pnpm({ packageManager: 'pnpm@10.34.4' }), pnpm({ packageManager: `pnpm@10.34.5+sha224.${digits}` }));
    expect(await to(hash)).toEqual(['pass', 'note manager-updated package.json']);
    expect(await to('0'.repeat(56))).toEqual(['fail', 'error manager-replaced package.json']);
  });
});

describe('quiet list, row 15: a committed release of Yarn', () => {
  const release = (
    version: string,
    text = '{}\n',
    manifest: object = { packageManager: `yarn@${version}` },
  ): Files => ({
    'yarn.lock': berry,
    'package.json': { name: 'a', ...manifest },
    '.yarnrc.yml': `yarnPath: .yarn/releases/yarn-${version}.cjs\n`,
    [`.yarn/releases/yarn-${version}.cjs`]: text,
  });
  const note = 'note manager-updated .yarn/releases/yarn-4.18.0.cjs';

  test.each<[string, Files]>([
    ['the old one is removed, the published one added, yarnPath and packageManager move', release('4.18.0')],
    ['the ends of its lines are those of Windows', release('4.18.0', '{}\r\n')],
    ['only its name has the version', release('4.18.0', '{}\n', {})],
  ])('%s', async (_, head) => {
    const base = release('4.17.0', '{}\n', 'packageManager' in (head['package.json'] as object) ? undefined : {});
    expect(await judged(base, head)).toEqual(['pass', note]);
  });

  test('attack: one byte of it differs', async () => {
    expect(await judged(release('4.17.0'), release('4.18.0', '{ }\n'))).toEqual([
      'fail',
      'error manager-replaced .yarn/releases/yarn-4.18.0.cjs',
      'note manager-updated package.json',
    ]);
  });

  test('attack: the release of the base branch is edited, and nothing else', async () => {
    expect(await judged(release('4.17.0'), release('4.17.0', '{};evil()\n'))).toEqual([
      'fail',
      'error manager-replaced .yarn/releases/yarn-4.17.0.cjs',
    ]);
  });

  test('offline it is an error that names what was not compared', async () => {
    const found = await judged(release('4.17.0'), release('4.18.0'), { offline: true });
    expect(found).toContain('error manager-unverified .yarn/releases/yarn-4.18.0.cjs');
  });

  test('a version that is not published stays an error', async () => {
    const found = await judged(release('4.17.0', '{}\n', {}), release('4.19.0-git.1', '{}\n', {}));
    expect(found).toEqual(['fail', 'error manager-unverified .yarn/releases/yarn-4.19.0-git.1.cjs']);
  });

  test('a registry that serves another tarball than it states proves nothing', async () => {
    registry.publish(
      '@yarnpkg/cli-dist',
      pkg({ '4.17.0': yarn, '4.18.0': { ...yarn, integrity: `sha512-${'A'.repeat(86)}==` } }),
    );
    try {
      const found = await judged(release('4.17.0', '{}\n', {}), release('4.18.0', '{}\n', {}));
      expect(found).toContain('error manager-unverified .yarn/releases/yarn-4.18.0.cjs');
    } finally {
      registry.publish('@yarnpkg/cli-dist', pkg({ '4.17.0': yarn, '4.18.0': yarn }));
    }
  });

  test('a recording is enough to replay it, and to judge it again offline', async () => {
    const sides = [release('4.17.0'), release('4.18.0')] as const;
    const recording = recordingOf(await ran(...sides));
    if (recording === undefined) throw new Error('nothing was recorded');
    const recorded = await parseEvidence(serializeEvidence(recording), 'evidence.json');
    expect(shownOf(await runGate({ replay: recorded }))).toEqual(['pass', note]);
    expect(await judged(...sides, { offline: true, recorded })).toEqual(['pass', note]);
  });

  test('attack: yarnPath leaves the repository', async () => {
    const head = { ...release('4.17.0'), '.yarnrc.yml': 'yarnPath: /tmp/yarn.cjs\n' };
    expect(await judged(release('4.17.0'), head)).toEqual(['fail', 'error manager-replaced .yarnrc.yml']);
  });
});

describe('what takes the place of the manager', () => {
  const lock: Files = {
    'package-lock.json': { name: 'a', lockfileVersion: 3, packages: { '': { name: 'a' } } },
    'package.json': { name: 'a' },
  };
  const yarn1: Files = { 'yarn.lock': empty, 'package.json': { name: 'a' } };
  const yarn4: Files = { 'yarn.lock': berry, 'package.json': { name: 'a' } };
  const inNpmrc = (text: string, more: Files = {}) =>
    [
      { ...lock, ...more },
      { ...lock, ...more, '.npmrc': text },
    ] as const;
  test.each<[string, Files, Files, readonly string[]]>([
    ['userconfig', ...inNpmrc('userconfig=ci/npmrc\n'), ['fail', 'error manager-replaced .npmrc']],
    ['globalconfig', ...inNpmrc('globalconfig=ci/npmrc\n'), ['fail', 'error manager-replaced .npmrc']],
    [
      'script-shell inside the repository',
      ...inNpmrc('script-shell=./tools/sh\n'),
      ['fail', 'error manager-replaced .npmrc'],
    ],
    ['script-shell by a variable', ...inNpmrc('script-shell=${PWD}/sh\n'), ['fail', 'error manager-replaced .npmrc']],
    [
      'script-shell by the bare name of a committed file',
      ...inNpmrc('script-shell=cmd.exe\n', { 'cmd.exe': 'x' }),
      ['fail', 'error manager-replaced .npmrc', 'error manager-replaced cmd.exe'],
    ],
    [
      'script-shell in a folder that a checkout may be in',
      ...inNpmrc('script-shell=/proc/self/cwd/sh\n'),
      ['fail', 'error manager-replaced .npmrc'],
    ],
    [
      'script-shell by a bare name',
      ...inNpmrc('script-shell=powershell.exe\n'),
      ['warn', 'warn setting-changed .npmrc'],
    ],
    ['script-shell of the system', ...inNpmrc('script-shell=/bin/bash\n'), ['warn', 'warn setting-changed .npmrc']],
    [
      'script-shell of Git for Windows',
      ...inNpmrc('script-shell=C:\\Program Files\\Git\\bin\\bash.exe\n'),
      ['warn', 'warn setting-changed .npmrc'],
    ],
    [
      'node-gyp inside the repository',
      ...inNpmrc('node-gyp=tools/gyp.js\n'),
      ['fail', 'error manager-replaced .npmrc'],
    ],
    [
      'quiet list, row 18: node-options for memory',
      ...inNpmrc('node-options=--max-old-space-size=8192\n'),
      ['pass', 'note setting-noted .npmrc'],
    ],
    [
      'attack on row 18: node-options with --require',
      ...inNpmrc('node-options=--max-old-space-size=8192 --require ./x.cjs\n'),
      ['fail', 'error manager-replaced .npmrc'],
    ],
    [
      'attack on row 18: node-options with -r',
      ...inNpmrc('node-options=-r ./x.cjs\n'),
      ['fail', 'error manager-replaced .npmrc'],
    ],
    [
      'attack on row 18: node-options with underscores',
      ...inNpmrc('node-options=--experimental_loader=data:x\n'),
      ['fail', 'error manager-replaced .npmrc'],
    ],
    ['node-options with another flag', ...inNpmrc('node-options=--inspect\n'), ['warn', 'warn setting-changed .npmrc']],
    [
      'script-shell behind a variable that is not set',
      ...inNpmrc('${NOPE?}script-shell=./tools/sh\n'),
      ['fail', 'error manager-replaced .npmrc'],
    ],
    [
      'node-options in a section, which pnpm 12 reads',
      ...inNpmrc('[x]\nnode-options=--require ./x.cjs\n'),
      ['fail', 'error manager-replaced .npmrc'],
    ],
    [
      'a host of binaries',
      ...inNpmrc('canvas_binary_host_mirror=https://evil.example/\n'),
      ['warn', 'warn setting-changed .npmrc'],
    ],
    ['a key that nobody knows', ...inNpmrc('hooky=1\nother-key=2\n'), ['warn', 'warn setting-changed .npmrc']],
    [
      'the lockfile of Yarn 3 under another name',
      yarn4,
      { ...yarn4, '.yarnrc.yml': 'lockfileFilename: deps.lock\n', 'deps.lock': berry },
      ['fail', 'error manager-replaced .yarnrc.yml', 'error manager-replaced deps.lock'],
    ],
    [
      'the other lockfile that the base branch names',
      { ...yarn4, '.yarnrc.yml': 'lockfileFilename: deps.lock\n', 'deps.lock': berry },
      { ...yarn4, '.yarnrc.yml': 'lockfileFilename: deps.lock\n', 'deps.lock': `${berry}# other\n` },
      ['fail', 'error manager-replaced deps.lock'],
    ],
    [
      'yarn-path of Yarn 1, in an escape',
      yarn1,
      { ...yarn1, '.yarnrc': '"y\\u0061rn-path" "./tools/y.js"\n', 'tools/y.js': 'x' },
      ['fail', 'error manager-replaced .yarnrc', 'error manager-replaced tools/y.js'],
    ],
    [
      'the program outside .yarn/releases that the base branch names',
      { ...yarn4, '.yarnrc.yml': 'yarnPath: tools/yarn.cjs\n', 'tools/yarn.cjs': 'a' },
      { ...yarn4, '.yarnrc.yml': 'yarnPath: tools/yarn.cjs\n', 'tools/yarn.cjs': 'b' },
      ['fail', 'error manager-replaced tools/yarn.cjs'],
    ],
    [
      'the file that node-options of the base branch loads',
      { ...lock, '.npmrc': 'node-options=--require ./tools/x.cjs\n', 'tools/x.cjs': 'a' },
      { ...lock, '.npmrc': 'node-options=--require ./tools/x.cjs\n', 'tools/x.cjs': 'b' },
      ['fail', 'error manager-replaced tools/x.cjs'],
    ],
    [
      'the settings that the base branch names',
      { ...lock, '.npmrc': 'userconfig=ci/rc\n', 'ci/rc': 'fund=false\n' },
      { ...lock, '.npmrc': 'userconfig=ci/rc\n', 'ci/rc': 'script-shell=./x\n' },
      ['fail', 'error manager-replaced ci/rc'],
    ],
    [
      '.corepack.env',
      lock,
      { ...lock, '.corepack.env': 'COREPACK_NPM_REGISTRY=https://evil.example\n' },
      ['fail', 'error manager-replaced .corepack.env'],
    ],
  ])('%s', async (_, base, head, expected) => {
    expect(await judged(base, head)).toEqual(expected);
  });

  test.each([
    ['.yarnrc', 'a, yarn-path "./tools/y.js"\n'],
    ['.yarnrc', 'lastUpdateCheck 1 yarn-path "./tools/y.js"\n'],
    ['.yarnrc', '? yarn-path\n: ./y.js\n'],
    ['.yarnrc', '<<<<<<< a\nx 1\n=======\nyarn-path "./y.js"\n>>>>>>> b\n'],
    ['.yarnrc.yml', 'yarn-path: ./y.js\n'],
    ['.yarnrc.yml', '"y\\u0061rnPath": ./y.js\n'],
    ['.yarnrc.yml', 'yarnPath: a\nyarnPath: ./y.js\n'],
    ['.yarnrc.yml', '!!map {!!str yarnPath: ./y.js}\n'],
    ['.npmrc', '"node-opt\\u0069ons"=--require ../../tools/x.js\n'],
    ['.npmrc', 'userconfig ;x=./tools/rc\n'],
    ['.npmrc', "'script-shell'=./sh\n"],
    ['.npmrc', '${NOPE:-script}-shell=./sh\n'],
    ['pnpm-workspace.yaml', 'script-shell: ./sh\n'],
    ['pnpm-workspace.yaml', 'ScriptShell: ./sh\n'],
    ['pnpm-workspace.yaml', 'script_shell: ./sh\n'],
    ['pnpm-workspace.yaml', '"script\\u0053hell": ./sh\n'],
    ['pnpm-workspace.yaml', '"${NOPE:-scriptShell}": ./sh\n'],
    ['pnpm-workspace.yaml', 'x: &a {scriptShell: ./sh}\n<<: *a\n'],
  ])('is an error however it is written: %s %j', async (path, text) => {
    expect(await judged(lock, { ...lock, [path]: text })).toEqual(
      expect.arrayContaining(['fail', expect.stringMatching(`error manager-replaced.* ${path}$`)]),
    );
  });

  test('a level that the policy sets for the rule is that of every finding that is not a note', async () => {
    const [base, head] = inNpmrc('script-shell=./tools/sh\n');
    expect(await judged(base, head, { policy: 'rules: { gate-config: warn }' })).toEqual([
      'warn',
      'warn manager-replaced .npmrc',
    ]);
    expect(await judged(base, head, { policy: 'rules: { gate-config: { level: warn } }' })).toEqual([
      'warn',
      'warn manager-replaced .npmrc',
    ]);
    expect(await judged(base, head, { policy: 'rules: { gate-config: off }' })).toEqual(['pass']);
    expect(await judged(base, head, { policy: 'extends: strict' })).toEqual(['fail', 'error manager-replaced .npmrc']);
    expect(await judged(base, head, { policy: 'extends: audit' })).toEqual(['warn', 'warn manager-replaced .npmrc']);
  });
});

describe('a manifest that no lockfile pins is resolved from the registries that the settings beside it name', () => {
  test.each([
    ['pnpm-workspace.yaml', (url: string) => `registries:\n  '@scope': ${url}\n`],
    ['.yarnrc.yml', (url: string) => `npmScopes:\n  scope:\n    npmRegistryServer: ${url}\n`],
    ['bunfig.toml', (url: string) => `[install.scopes]\n"@scope" = "${url}"\n`],
    ['.npmrc', (url: string) => `@scope:registry=${url}\n`],
  ])('by %s', async (name, settings) => {
    const own = await startRegistry({ packages: { '@scope/pkg': pkg({ '1.0.0': {} }) } });
    try {
      const before: Files = { 'package.json': { name: 'a' }, [name]: settings(own.url) };
      const head = { ...before, 'package.json': { name: 'a', dependencies: { '@scope/pkg': '1.0.0' } } };
      const others = registry.requests.length;
      await judged(before, head);
      expect(own.asked()).toContain('@scope/pkg');
      expect(registry.requests.slice(others).filter(({ path }) => path.includes('pkg'))).toEqual([]);
    } finally {
      await own.close();
    }
  });
});
