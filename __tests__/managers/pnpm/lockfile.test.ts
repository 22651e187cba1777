import { describe, expect, test } from '@jest/globals';

import { parsePnpmLockfile } from '../../../src/managers/pnpm/lockfile.ts';
import { failureOf } from '../../support/failure.ts';

const parse = (text: string) => parsePnpmLockfile('pnpm-lock.yaml', text);
const sri = 'sha512-AA==';

test('version 9: peers, aliases, links and every other source', () => {
  const { importers, packages, settings } = parse(`lockfileVersion: '9.0'
overrides:
  a>forced@1: 2.0.0
importers:
  .:
    dependencies:
      a: {specifier: ^1.0.0, version: 1.0.0(b@2.0.0)}
      nick: {specifier: 'npm:real@1', version: real@1.0.0}
      lib: {specifier: 'workspace:*', version: 'link:packages/lib'}
      far: {specifier: 'link:../../far', version: 'link:../../far'}
  packages/lib:
    devDependencies:
      git: {specifier: 'github:o/r', version: 'https://codeload.github.com/o/r/tar.gz/abc'}
      b: {specifier: 2.0.0, version: 2.0.0}
packages:
  a@1.0.0:
    resolution: {integrity: ${sri}}
    peerDependencies: {b: '*'}
    peerDependenciesMeta: {b: {optional: true}}
  b@2.0.0:
    resolution: {integrity: ${sri}, tarball: https://registry.example/b/-/b-2.0.0.tgz}
  real@1.0.0:
    resolution: {integrity: ${sri}}
  git@https://codeload.github.com/o/r/tar.gz/abc:
    resolution: {tarball: https://codeload.github.com/o/r/tar.gz/abc}
    version: 3.0.0
  node@runtime:22.0.0:
    resolution: {type: variations, variants: []}
  out@file:../../out:
    resolution: {directory: ../../out, type: directory}
snapshots:
  a@1.0.0(b@2.0.0):
    dependencies: {b: 2.0.0}
  a@1.0.0: {}
  b@2.0.0: {}
  real@1.0.0: {}
  git@https://codeload.github.com/o/r/tar.gz/abc: {}
`);
  expect(packages.map(({ key, name, version, source: { kind } }) => [key, name, version, kind])).toEqual([
    ['a@1.0.0(b@2.0.0)', 'a', '1.0.0', 'registry'],
    ['a@1.0.0', 'a', '1.0.0', 'registry'],
    ['b@2.0.0', 'b', '2.0.0', 'registry'],
    ['real@1.0.0', 'real', '1.0.0', 'registry'],
    ['git@https://codeload.github.com/o/r/tar.gz/abc', 'git', '3.0.0', 'git'],
    ['node@runtime:22.0.0', 'node', '22.0.0', 'remote'],
    ['out@file:../../out', 'out', 'file:../../out', 'link'],
    ['link:packages/lib', 'lib', '', 'workspace'],
    ['link:../../far', 'far', '', 'link'],
  ]);
  expect(packages[0]).toMatchObject({
    line: 16,
    integrity: sri,
    requires: [{ name: 'b', spec: '2.0.0', type: 'peer', optionalPeer: true, to: 'b@2.0.0' }],
  });
  expect(packages[2]?.resolved).toBe('https://registry.example/b/-/b-2.0.0.tgz');
  expect(packages[6]?.source.outside).toBe(true);
  expect(packages[8]?.source).toMatchObject({ outside: true, workspace: false });
  expect(importers.map(({ path, requires }) => [path, requires.map(({ type, to }) => [type, to])])).toEqual([
    [
      '',
      [
        ['prod', 'a@1.0.0(b@2.0.0)'],
        ['prod', 'real@1.0.0'],
        ['prod', 'link:packages/lib'],
        ['prod', 'link:../../far'],
      ],
    ],
    [
      'packages/lib',
      [
        ['dev', 'git@https://codeload.github.com/o/r/tar.gz/abc'],
        ['dev', 'b@2.0.0'],
      ],
    ],
  ]);
  expect([...(settings?.overrides ?? [])].map(([key]) => key)).toEqual(['a>forced@1']);
});

test('version 5: one project, names and peers in keys', () => {
  const { formatVersion, importers, packages } = parse(`lockfileVersion: 5.4
specifiers: {a: ^1.0.0, c: 'npm:@s/real@2'}
dependencies:
  a: 1.0.0_b@2.0.0
  c: /@s/real/2.0.0
packages:
  /a/1.0.0_b@2.0.0:
    resolution: {integrity: ${sri}}
    name: a
    version: 1.0.0
    dev: false
  /@s/real/2.0.0:
    resolution: {integrity: ${sri}}
    dependencies: {a: 1.0.0_b@2.0.0}
  registry.example/d/1.0.0:
    resolution: {integrity: ${sri}}
`);
  expect(formatVersion).toBe('5.4');
  expect(packages.map(({ name, alias, version, resolved }) => [name, alias, version, resolved])).toEqual([
    ['a', undefined, '1.0.0', undefined],
    ['@s/real', 'c', '2.0.0', undefined],
    ['d', undefined, '1.0.0', 'https://registry.example/d/-/d-1.0.0.tgz'],
  ]);
  expect(importers).toMatchObject([{ path: '', requires: [{ spec: '^1.0.0' }, { spec: 'npm:@s/real@2' }] }]);
});

test('the first of two documents holds what pnpm itself installs', () => {
  const document = (map: string, name: string) => `---
lockfileVersion: '9.0'
importers:
  .:
    ${map}:
      ${name}: {specifier: 1.0.0, version: 1.0.0}
packages:
  ${name}@1.0.0:
    resolution: {integrity: ${sri}}
snapshots:
  ${name}@1.0.0: {}
`;
  const { importers, packages } = parse(
    document('packageManagerDependencies', 'pnpm') + document('dependencies', 'pnpm'),
  );
  expect(packages.map(({ key, line }) => [key, line])).toEqual([
    ['pnpm@1.0.0', 19],
    ['config:pnpm@1.0.0', 8],
  ]);
  expect(importers.map(({ path, requires: [first] }) => [path, first?.to])).toEqual([
    ['', 'pnpm@1.0.0'],
    ['node_modules/.pnpm-config', 'config:pnpm@1.0.0'],
  ]);
});

describe('refused', () => {
  const head = "lockfileVersion: '9.0'\n";
  test.each([
    ['lockfile-version', 'packages: {}'],
    ['lockfile-version', 'lockfileVersion: 99'],
    ['lockfile-version', "lockfileVersion: '2'"],
    ['lockfile-version', 'lockfileVersion: []'],
    ['lockfile-shape', '[]'],
    ['lockfile-shape', `${head}packages: []`],
    ['lockfile-shape', `${head}packages: {a@1.0.0: }`.replace('1.0.0: }', '1.0.0: 1}')],
    ['lockfile-shape', `${head}packages: {a@1.0.0: {}}`],
    ['lockfile-shape', `${head}snapshots: {a@1.0.0: {}}`],
    ['lockfile-shape', `${head}importers: {.: {dependencies: {a: {specifier: '1', version: 1.0.0}}}}`],
    ['lockfile-shape', `${head}importers: {.: {dependencies: {a: 1.0.0}}}`],
    ['lockfile-shape', `${head}importers: {a/../../b: {}}`],
    ['lockfile-invalid-name', `${head}packages: {__proto__@1.0.0: {resolution: {integrity: x}}}`],
    ['lockfile-value', `${head}packages: {a@1.0.0: {version: latest, resolution: {integrity: x}}}`],
    ['lockfile-value', `${head}packages: {a@1.0.0: {name: b, resolution: {integrity: x}}}`],
    ['lockfile-yaml', `${head}a: &x [1]`],
    ['lockfile-yaml', `${head}packages: {a@1.0.0: {resolution: {integrity: x}`],
    ['lockfile-yaml', `---\n${head}---\n${head}---\n${head}`],
    ['lockfile-depth', `${head}a: ${'['.repeat(20_000)}`],
  ])('%s', (code, text) => {
    const failure = failureOf(() => parse(text));
    expect([failure.code, failure.path, (failure.line ?? 0) > 0]).toEqual([code, 'pnpm-lock.yaml', true]);
  });
});
