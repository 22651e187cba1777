import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { startRegistry } from '../support/loopback-registry.ts';

/** hostile-inputs for Yarn and pnpm, through the bundled command line: one process for all of a kind. */

let registry: LoopbackRegistry;

beforeAll(async () => {
  registry = await startRegistry({ packages: {} });
});
afterAll(() => registry.close());

const classic = '# yarn lockfile v1\n\n';
const berry = '__metadata:\n  version: 8\n\n';
const pnpm = "lockfileVersion: '9.0'\n";

const broken: readonly (readonly [string, string, string])[] = [
  ['empty/yarn.lock', 'lockfile-empty', ''],
  ['neither/yarn.lock', 'lockfile-version', 'hello\n'],
  ['block/yarn.lock', 'lockfile-syntax', `${classic}a@^1:\n   version "1.0.0"\n`],
  ['torn/yarn.lock', 'lockfile-syntax', `${classic}a@^1:\n  version "1.0`],
  ['twice/yarn.lock', 'lockfile-duplicate-key', `${classic}a@^1:\n  version "1.0.0"\na@^1:\n  version "1.0.1"\n`],
  ['range/yarn.lock', 'lockfile-value', `${classic}a@^1:\n  version "^1.0.0"\n`],
  ['conflict/yarn.lock', 'lockfile-conflict', `${classic}<<<<<<< HEAD\n=======\n>>>>>>> other\n`],
  ['later/yarn.lock', 'lockfile-version', '__metadata:\n  version: 99\n'],
  ['empty/pnpm-lock.yaml', 'lockfile-empty', ''],
  ['later/pnpm-lock.yaml', 'lockfile-version', "lockfileVersion: '99.0'\n"],
  ['bomb/pnpm-lock.yaml', 'lockfile-yaml', `${pnpm}a: &a [x, x]\nb: [*a, *a]\n`],
  ['merge/pnpm-lock.yaml', 'lockfile-yaml', `${pnpm}a:\n  <<: {b: c}\n`],
  ['tag/pnpm-lock.yaml', 'lockfile-yaml', `${pnpm}a: !!js/function x\n`],
  ['deep/pnpm-lock.yaml', 'lockfile-depth', `${pnpm}a: ${'['.repeat(20_000)}\n`],
  ['three/pnpm-lock.yaml', 'lockfile-yaml', `---\n${pnpm}---\n${pnpm}---\n${pnpm}`],
];

test('each that cannot be read is named, in one report', async () => {
  const head = Object.fromEntries(broken.map(([path, , text]) => [path, text]));
  // An empty yarn.lock is refused only where there was one with content.
  const base = { 'empty/yarn.lock': `${classic}a@^1:\n  version "1.0.0"\n` };
  const { status, stderr, report } = await checkFolders({ base, head }, ['--registry', registry.url]);
  expect(status).toBe(2);
  expect(report.errors.map(({ path, code }) => `${path ?? ''} ${code}`).sort()).toEqual(
    broken.map(([path, code]) => `${path} ${code}`).sort(),
  );
  expect(report.errors.filter(({ code }) => code !== 'lockfile-empty').every(({ line }) => line !== undefined)).toBe(
    true,
  );
  for (const [path] of broken) expect(stderr).toContain(path);
  expect(stderr).not.toMatch(/\n\s+at /);
});

const commit = '0123456789012345678901234567890123456789';
const berryEntry = (name: string, reference: string) =>
  `${berry}"${name}@${reference}":\n  version: 1.0.0\n  resolution: "${name}@${reference}"\n  languageName: node\n  linkType: hard\n`;
const classicEntry = (name: string, spec: string, resolved: string) =>
  `${classic}"${name}@${spec}":\n  version "1.0.0"\n  resolved "${resolved}"\n`;
const pnpmEntry = (name: string, version: string, resolution: string) =>
  `${pnpm}importers:\n  .:\n    dependencies:\n      ${name}:\n        specifier: ${version}\n        version: ${version}\n` +
  `packages:\n  ${name}@${version}:\n    resolution: ${resolution}\n    version: 1.0.0\nsnapshots:\n  ${name}@${version}: {}\n`;

test('what comes from elsewhere is a finding, and nobody is asked for it', async () => {
  const tarball = `${registry.url.replace(/\/$/, '')}/files/r.tgz`;
  const head = {
    'exec/yarn.lock': berryEntry('x1', 'exec:./generate.js'),
    'patch/yarn.lock': berryEntry('x2', 'patch:x2@npm%3A1.0.0#./own.patch'),
    'portal/yarn.lock': berryEntry('x3', 'portal:../../../x3'),
    'link/yarn.lock': berryEntry('x4', 'link:../../../x4'),
    'git/yarn.lock': berryEntry('x5', `git@git.example:o/r.git#commit=${commit}`),
    'remote/yarn.lock': berryEntry('x6', 'https://files.example/r.tgz'),
    'git-classic/yarn.lock': classicEntry(
      'x7',
      'git+ssh://git@git.example/o/r.git',
      `git+ssh://git@git.example/o/r.git#${commit}`,
    ),
    'remote-classic/yarn.lock': classicEntry('x8', tarball, tarball),
    'remote/pnpm-lock.yaml': pnpmEntry('x9', 'https://files.example/r.tgz', '{tarball: https://files.example/r.tgz}'),
  };
  const { report } = await checkFolders({ base: {}, head }, ['--registry', registry.url]);
  expect(report.errors).toEqual([]);
  const named = report.findings.filter(({ rule, level }) => rule === 'source' && level === 'error');
  expect([...new Set(named.map(({ lockfile }) => lockfile))].sort()).toEqual(Object.keys(head).sort());
  // The patched package itself comes from a registry; the sources are not asked for.
  expect(registry.asked().filter((name) => name !== 'x2')).toEqual([]);
});
