import { describe, expect, test } from '@jest/globals';

import type { Finding } from '../../src/model/index.ts';
import { jsonReport } from '../../src/report/formats/json.ts';
import { parseReport } from '../../src/report/schema.ts';
import { parseEvidence, serializeEvidence } from '../../src/recording/evidence-file.ts';
import { recordingOf } from '../../src/run/evidence-recording.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { Run } from '../../src/run/request.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { zeroInstall } from '../support/zero-install.ts';
import { withFile } from '../support/zip.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** Findings about files, from two states of a repository to the exception that covers them. */

type Files = Readonly<Record<string, MemoryFile>>;

const levels = 'rules: { gate-config: error, override: error, lockfile: error, exception-hygiene: off }';

function gate(base: Files, head: Files, { exceptions = '', ids = true } = {}): Promise<Run> {
  const before = memorySnapshot(base, { ids });
  const exclude = 'lockfiles: { exclude: [fixtures/**] }';
  const text = `version: 1\nextends: strict\n${levels}\n${exclude}\nexceptions: [${exceptions}]\n`;
  return runGate({
    ...{ mode: 'check', base: before, head: memorySnapshot(head, { ids }), trusted: before },
    ...{ policyPath: '.github/dependency-policy.yml', policy: { source: 'policy.yml', text } },
    ...{ now: '2026-11-25T00:00:00.000Z', offline: true, env: {}, workTree: '/nonexistent' },
  });
}

function foundAt({ judgement }: Run, path: string, code: string): Finding {
  const found = judgement.findings.find(
    ({ lockfile, version, codes }) => lockfile === path && version === null && codes.includes(code),
  );
  if (found === undefined) throw new Error(`no finding about ${path}`);
  return found;
}

const manifest = { name: 'root', version: '1.0.0', dependencies: { a: '1.0.0' } };
const npmLock = {
  ...{ name: 'root', version: '1.0.0', lockfileVersion: 3 },
  packages: {
    '': { name: 'root', version: '1.0.0', dependencies: { a: '1.0.0' } },
    'node_modules/a': {
      version: '1.0.0',
      resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz',
      integrity: `sha512-${'A'.repeat(86)}==`,
    },
  },
};
const yarnLock = `# yarn lockfile v1\n\n\na@1.0.0:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/a/-/a-1.0.0.tgz"\n  integrity sha512-${'A'.repeat(86)}==\n`;
const pnpmLock = `---\n${"lockfileVersion: '9.0'\nimporters:\n  .: {}\n---\n".repeat(2).slice(0, -4)}`;
const locked = { 'package.json': manifest, 'package-lock.json': npmLock };
const unasked = Object.fromEntries(
  Array.from({ length: 22 }, (_, at) => [
    `node_modules/b${at}`,
    { ...npmLock.packages['node_modules/a'], resolved: `https://registry.npmjs.org/b${at}/-/b${at}-1.0.0.tgz` },
  ]),
);
const workflow = '# the gate\non: pull_request\njobs: { gate: { steps: [{ uses: acme/lockgate@v1 }] } }\n';

const pnpmLocked = {
  'package.json': { name: 'root', version: '1.0.0' },
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n",
};
const ofTarball = { ...manifest, dependencies: { a: 'file:vendor/a.tgz' } };
const vendored = {
  'package.json': ofTarball,
  'package-lock.json': {
    ...npmLock,
    packages: {
      '': ofTarball,
      'node_modules/a': { ...npmLock.packages['node_modules/a'], resolved: 'file:vendor/a.tgz' },
    },
  },
};
const patching = { ...locked, 'package.json': { ...manifest, patchedDependencies: { a: 'a.patch' } } };
const patchedArchive = '.yarn/cache/beta-patch-88afe61dc5-cf94d33216.zip';
const patchedAgain = () =>
  withFile(zeroInstall('patched')[patchedArchive] as Buffer, 'node_modules/beta/index.js', 'patched again');

interface Case {
  readonly path: string;
  readonly base: Files;
  readonly head: Files;
  /** The head, or the base, with other content in a file that a finding is about: the same messages result. */
  readonly other: { readonly base?: Files; readonly head?: Files };
}

const cases: Readonly<Record<string, Case>> = {
  'workflow-changed': {
    path: '.github/workflows/gate.yml',
    base: locked,
    head: { ...locked, '.github/workflows/gate.yml': workflow },
    other: { head: { ...locked, '.github/workflows/gate.yml': `${workflow}# more\n` } },
  },
  'setting-changed': {
    path: '.npmrc',
    base: locked,
    head: { ...locked, '.npmrc': '@acme:registry=https://registry.acme.example/\n' },
    other: { head: { ...locked, '.npmrc': '@acme:registry=https://registry.acme.example/\nfund=false\n' } },
  },
  'program-added': {
    path: '.pnpmfile.cjs',
    base: locked,
    head: { ...locked, '.pnpmfile.cjs': 'module.exports = {};\n' },
    other: { head: { ...locked, '.pnpmfile.cjs': 'require("./other");\n' } },
  },
  'manager-replaced': {
    path: '.npmrc',
    base: locked,
    head: { ...locked, '.npmrc': 'script-shell=./tools/sh\n' },
    other: { head: { ...locked, '.npmrc': 'script-shell=./tools/sh\nfund=false\n' } },
  },
  'manager-unverified': {
    path: '.yarn/releases/yarn-4.18.0.cjs',
    base: locked,
    head: {
      ...locked,
      '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn-4.18.0.cjs\n',
      '.yarn/releases/yarn-4.18.0.cjs': '// one\n',
    },
    other: {
      head: {
        ...locked,
        '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn-4.18.0.cjs\n',
        '.yarn/releases/yarn-4.18.0.cjs': '// other\n',
      },
    },
  },
  'program-changed': {
    path: '.pnpmfile.cjs',
    base: { ...locked, '.pnpmfile.cjs': '// base\n' },
    head: { ...locked, '.pnpmfile.cjs': 'module.exports = {};\n' },
    other: { head: { ...locked, '.pnpmfile.cjs': 'require("./other");\n' } },
  },
  'modules-committed': {
    path: 'node_modules',
    base: locked,
    head: { ...locked, node_modules: { mode: 'folder', id: 'a'.repeat(40) } },
    other: { head: { ...locked, node_modules: { mode: 'folder', id: 'b'.repeat(40) } } },
  },
  'no-lockfile': {
    path: 'tools/package.json',
    base: {},
    head: { 'tools/package.json': manifest },
    other: { head: { 'tools/package.json': { ...manifest, scripts: { postinstall: 'node other.js' } } } },
  },
  deleted: {
    path: 'package-lock.json',
    base: locked,
    head: { 'package.json': manifest },
    other: { base: { ...locked, 'package-lock.json': `${JSON.stringify(npmLock)}\n` } },
  },
  'moved-manager': {
    path: 'yarn.lock',
    base: locked,
    head: { 'package.json': manifest, 'yarn.lock': yarnLock },
    other: { base: { ...locked, 'package-lock.json': `${JSON.stringify(npmLock)}\n` } },
  },
  'moved-folder': {
    path: 'apps/web/package-lock.json',
    base: { 'web/package.json': manifest, 'web/package-lock.json': npmLock },
    head: { 'apps/web/package.json': manifest, 'apps/web/package-lock.json': npmLock },
    other: {
      base: { 'web/package.json': manifest, 'web/package-lock.json': `${JSON.stringify(npmLock)}\n` },
    },
  },
  competes: {
    path: 'package-lock.json',
    base: { 'package.json': manifest, 'yarn.lock': yarnLock },
    head: { ...locked, 'yarn.lock': yarnLock },
    other: { head: { ...locked, 'yarn.lock': `${yarnLock}\n` } },
  },
  unreachable: {
    path: 'package-lock.json',
    base: locked,
    head: { ...locked, 'package-lock.json': { ...npmLock, packages: { ...npmLock.packages, ...unasked } } },
    other: {
      head: {
        ...locked,
        'package-lock.json': {
          ...npmLock,
          packages: { ...npmLock.packages, ...unasked, 'node_modules/b0': npmLock.packages['node_modules/a'] },
        },
      },
    },
  },
  'submodule-read': {
    path: 'vendor',
    base: { ...locked, 'vendor/package.json': manifest, 'vendor/package-lock.json': npmLock },
    head: { ...locked, vendor: { mode: 'gitlink', id: 'b'.repeat(40) } },
    other: { head: { ...locked, vendor: { mode: 'gitlink', id: 'c'.repeat(40) } } },
  },
  'rewritten-on-checkout': {
    path: '.gitattributes',
    base: locked,
    head: { ...locked, '.gitattributes': 'package-lock.json ident\n' },
    other: { head: { ...locked, '.gitattributes': 'package-lock.json ident\n# more\n' } },
  },
  'line-ends': {
    path: 'pnpm-lock.yaml',
    base: { 'package.json': { name: 'root' }, 'pnpm-lock.yaml': pnpmLock },
    head: { 'package.json': { name: 'root' }, 'pnpm-lock.yaml': pnpmLock, '.gitattributes': '*.yaml eol=crlf\n' },
    other: {
      head: {
        ...{ 'package.json': { name: 'root' }, '.gitattributes': '*.yaml eol=crlf\n' },
        'pnpm-lock.yaml': `${pnpmLock}# more\n`,
      },
    },
  },
  'lfs-pointer': {
    path: '.npmrc',
    base: locked,
    head: { ...locked, '.npmrc': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' },
    other: { head: { ...locked, '.npmrc': 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n' } },
  },
  'not-regular': {
    path: 'src/node_modules',
    base: locked,
    head: { ...locked, 'src/node_modules': { mode: 'symlink', target: '../vendor' } },
    other: { head: { ...locked, 'src/node_modules': { mode: 'symlink', target: '../other' } } },
  },
  'link-followed': {
    path: '.npmrc',
    base: { ...locked, 'config/.npmrc': 'fund=false\n' },
    head: { ...locked, '.npmrc': { mode: 'symlink', target: 'config/.npmrc' }, 'config/.npmrc': 'fund=false\n' },
    other: {
      head: { ...locked, '.npmrc': { mode: 'symlink', target: 'config/.npmrc' }, 'config/.npmrc': 'audit=false\n' },
    },
  },
  'moved-out': {
    path: 'fixtures/web/package-lock.json',
    base: { 'web/package.json': manifest, 'web/package-lock.json': npmLock },
    head: { 'fixtures/web/package.json': manifest, 'fixtures/web/package-lock.json': npmLock },
    other: {
      head: {
        'fixtures/web/package.json': manifest,
        'fixtures/web/package-lock.json': `${JSON.stringify(npmLock)}\n`,
      },
    },
  },
  'override-changed': {
    path: 'package.json',
    base: locked,
    head: { ...locked, 'package.json': { ...manifest, overrides: { c: '1.0.0' } } },
    other: { head: { ...locked, 'package.json': { ...manifest, overrides: { c: '1.0.0' }, license: 'MIT' } } },
  },
  'archive-unshown': {
    path: '.yarn/cache/b-1.zip',
    base: zeroInstall('yarn4-0-2.0.0'),
    head: { ...zeroInstall('yarn4-0-2.0.0'), '.yarn/cache/a-1.zip': 'a', '.yarn/cache/b-1.zip': 'b' },
    other: { head: { ...zeroInstall('yarn4-0-2.0.0'), '.yarn/cache/a-1.zip': 'a', '.yarn/cache/b-1.zip': 'c' } },
  },
  'archive-patched': {
    path: '.yarn/cache/beta-patch-88afe61dc5-cf94d33216.zip',
    base: zeroInstall('yarn4-0-2.0.0'),
    head: zeroInstall('patched'),
    other: {
      head: { ...zeroInstall('patched'), '.yarn/cache/beta-patch-88afe61dc5-cf94d33216.zip': patchedAgain() },
    },
  },
  'loader-differs': {
    path: '.pnp.cjs',
    base: zeroInstall('yarn4-0-2.0.0'),
    head: zeroInstall('yarn4-0-2.0.0', 'first();\n'),
    other: { head: zeroInstall('yarn4-0-2.0.0', 'second();\n') },
  },
  'store-changed': {
    path: '.pnpm-store',
    base: pnpmLocked,
    head: { ...pnpmLocked, '.pnpm-store/v10/a': 'a' },
    other: { head: { ...pnpmLocked, '.pnpm-store/v10/a': 'b' } },
  },
  'tarball-changed': {
    path: 'vendor/a.tgz',
    base: vendored,
    head: { ...vendored, 'vendor/a.tgz': 'one' },
    other: { head: { ...vendored, 'vendor/a.tgz': 'two' } },
  },
  'patch-changed': {
    path: 'a.patch',
    base: patching,
    head: { ...patching, 'a.patch': '+++ b/index.js\n+1\n' },
    other: { head: { ...patching, 'a.patch': '+++ b/index.js\n+2\n' } },
  },
};

describe.each(Object.entries(cases))('a finding with the code %s', (code, { path, base, head, other }) => {
  const exceptionFor = ({ codes, fingerprint }: Finding) =>
    `{ id: SEC-1, path: ${path}, codes: [${codes.join(', ')}], fingerprint: ${fingerprint}, reason: r, expires: 2026-12-31 }`;

  test('is covered by an exception with its content, and not with other content', async () => {
    const found = foundAt(await gate(base, head), path, code);
    expect(found).toMatchObject({ level: 'error', floor: false, ofFiles: true, status: 'reported' });
    const exceptions = exceptionFor(found);
    const covered = foundAt(await gate(base, head, { exceptions }), path, code);
    expect(covered).toMatchObject({ status: 'excepted', decision: 'SEC-1', fingerprint: found.fingerprint });
    const again = foundAt(await gate(other.base ?? base, other.head ?? head, { exceptions }), path, code);
    expect(again.status).toBe('reported');
  });

  test('has one fingerprint in git and in folders that know no ids', async () => {
    const known = foundAt(await gate(base, head), path, code);
    expect(foundAt(await gate(base, head, { ids: false }), path, code).fingerprint).toBe(known.fingerprint);
  });

  test('is reported again by a replay of the recording, with the exception', async () => {
    const exceptions = exceptionFor(foundAt(await gate(base, head), path, code));
    const run = await gate(base, head, { exceptions });
    const recording = recordingOf(run);
    if (recording === undefined) throw new Error('nothing was recorded');
    const again = await runGate({ replay: await parseEvidence(serializeEvidence(recording), 'evidence.json') });
    expect(jsonReport(reportOf(again))).toBe(jsonReport(reportOf(run)));
    expect(parseReport(jsonReport(reportOf(run)))).toEqual(reportOf(run));
  });
});
