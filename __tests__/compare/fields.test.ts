import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import { parseLockfile } from '../../src/managers/index.ts';
import { denoFields } from '../../src/managers/deno/fields.ts';
import { bunFields } from '../../src/managers/bun/fields.ts';
import { npmFields, npmLegacyFields } from '../../src/managers/npm/fields.ts';
import { pnpmFields } from '../../src/managers/pnpm/fields.ts';
import { berryFields, classicFields } from '../../src/managers/yarn/fields.ts';
import type { ManagerId } from '../../src/model/index.ts';
import { corpus, fileIn, filesOf } from '../support/corpus.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** What changes under one version and leaves every pin as it is: each field of an entry is compared, or listed as ignored. */

const sha512 = (letter: string): string => `sha512-${letter.repeat(86)}==`;

async function altered(path: string, base: string, head: string, manifest: object): Promise<readonly string[]> {
  const side = (text: string, label: string) =>
    memorySnapshot({ [path]: text, 'package.json': manifest }, { ids: true, label });
  const { changes, errors } = await compareSnapshots(side(base, 'base'), side(head, 'head'), {
    ...{ isGated: () => true, mode: 'check' },
  });
  expect(errors).toEqual([]);
  return changes.map(({ name, version, previousVersion, changed }) => {
    expect(previousVersion).toBe(version);
    return `${name} ${changed.join(' ')}`;
  });
}

describe('npm', () => {
  const entry = {
    version: '1.0.0',
    resolved: 'https://registry.example/a/-/a-1.0.0.tgz',
    integrity: sha512('A'),
    bin: { a: 'a.js' },
    os: ['linux'],
    dependencies: {},
  };
  const lock = (more: object = {}, lockfileVersion = 3, below: object = {}): string =>
    JSON.stringify({
      lockfileVersion,
      packages: { '': { dependencies: { a: '1.0.0' } }, 'node_modules/a': { ...entry, ...more }, ...below },
    });
  const differ = (base: string, head: string) =>
    altered('package-lock.json', base, head, { dependencies: { a: '1.0.0' } });

  test.each<[string, object, string]>([
    ['case 11, programs', { bin: { jest: 'x.js', node: 'x.js' } }, 'a bin'],
    ['programs that are gone', { bin: undefined }, 'a bin'],
    ['R05, hasShrinkwrap', { hasShrinkwrap: true }, 'a has-shrinkwrap'],
    ['R05, hasInstallScript', { hasInstallScript: true }, 'a has-install-script'],
    ['R05, inBundle', { inBundle: true }, 'a in-bundle'],
    ['another platform', { os: ['linux', 'win32'] }, 'a platforms'],
    ['every platform', { os: undefined }, 'a platforms'],
    ['every platform but one', { os: ['!darwin'] }, 'a platforms'],
    ['what it asks for', { optionalDependencies: { b: '*' } }, 'a requirements'],
    ['a field that nobody knows', { postExtract: './x.js' }, 'a other-fields'],
  ])('%s is a change', async (_, more, expected) => {
    expect(await differ(lock(), lock(more))).toEqual([expected]);
  });

  test.each<[string, object]>([
    ['the same programs in another spelling', { bin: './a.js' }],
    ['a flag that is false', { hasInstallScript: false, inBundle: false }],
    ['fewer platforms', { libc: ['glibc'] }],
    ['what is computed from the edges', { dev: true, peer: true }],
    ['what is shown', { license: 'MIT', deprecated: 'old', funding: { url: 'x' }, engines: { node: '>=20' } }],
    ['metadata of peers, workspaces', { peerDependenciesMeta: { b: { optional: true } }, workspaces: ['x'] }],
  ])('%s is none', async (_, more) => {
    expect(await differ(lock(), lock(more))).toEqual([]);
  });

  test('a flag that is gained while the number of the format changes is still a change', async () => {
    expect(await differ(lock({}, 2), lock({ hasShrinkwrap: true, bin: { node: 'x.js' } }, 3))).toEqual([
      'a bin has-shrinkwrap',
    ]);
    expect(await differ(lock({}, 3), lock({ hasInstallScript: true }, 1))).toEqual(['a has-install-script']);
  });

  const old = JSON.stringify({
    lockfileVersion: 1,
    dependencies: { a: { version: '1.0.0', resolved: entry.resolved, integrity: entry.integrity } },
  });

  test('what version 1 has no place for is not new in version 3', async () => {
    const below = {
      'node_modules/a/node_modules/b': { ...entry, resolved: 'https://registry.example/b/-/b-1.0.0.tgz' },
    };
    const head = lock({ hasInstallScript: true, hasShrinkwrap: true });
    expect(await differ(old, lock({ hasInstallScript: true }))).toEqual([]);
    // A shrinkwrap of which nothing is listed is new all the same: nobody has judged what npm installs there.
    expect(await differ(old, head)).toEqual(['a has-shrinkwrap']);
    const side = (text: string) => memorySnapshot({ 'package-lock.json': text }, { ids: true });
    const { changes } = await compareSnapshots(side(old), side(lock({ hasShrinkwrap: true }, 3, below)), {
      ...{ isGated: () => true, mode: 'check' },
    });
    expect(changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['added b']);
  });

  test('of two entries of one version the one that changes is seen', async () => {
    const nested = (more: object) => ({
      'node_modules/b': { version: '1.0.0' },
      'node_modules/b/node_modules/a': { ...entry, ...more },
    });
    expect(await differ(lock({}, 3, nested({})), lock({}, 3, nested({ hasInstallScript: true })))).toEqual([
      'a has-install-script',
    ]);
  });

  test('the programs of a change are the ones that npm links', async () => {
    const side = (text: string) => memorySnapshot({ 'package-lock.json': text }, { ids: true });
    const { changes } = await compareSnapshots(side(lock()), side(lock({ bin: { '../node': '../../x.js' } })), {
      ...{ isGated: () => true, mode: 'check' },
    });
    expect(changes.map(({ bins }) => bins)).toEqual([[{ node: 'x.js' }]]);
  });
});

describe('pnpm', () => {
  const lock = (key: string, version: string, resolution: string, more = ''): string =>
    [
      "lockfileVersion: '9.0'",
      'importers:',
      '  .:',
      '    dependencies:',
      `      a:\n        specifier: 'x'\n        version: ${version}`,
      'packages:',
      `  ${key}:\n    resolution: ${resolution}\n    version: 1.0.0${more}`,
      'snapshots:',
      `  ${key}: {}`,
      '',
    ].join('\n');
  const differ = (base: string, head: string) => altered('pnpm-lock.yaml', base, head, { dependencies: { a: 'x' } });
  const runtime = (variant: string): string =>
    lock('a@runtime:1.0.0', 'runtime:1.0.0', `{type: variations, variants: [{resolution: {${variant}}}]}`);
  const good = `type: binary, url: 'https://nodejs.example/a', integrity: ${sha512('A')}`;

  test.each([
    ['R07, case 12: the address of a variant', good.replace('nodejs', 'evil')],
    ['R07, case 12: the digest of a variant', good.replace('AAA', 'BBB')],
    ['a variant that gains a program', `${good}, bin: x`],
  ])('%s is a change', async (_, variant) => {
    expect(await differ(runtime(good), runtime(good))).toEqual([]);
    expect(await differ(runtime(good), runtime(variant))).toEqual(['a source']);
  });

  test('the folder in a git repository is a change of the source', async () => {
    const git = (path: string): string => {
      const key = 'a@git+https://git.example/a.git#0123456789012345678901234567890123456789';
      const resolution = `{type: git, repo: 'https://git.example/a.git', commit: '0123456789012345678901234567890123456789'${path}}`;
      return lock(`'${key}'`, `'${key.slice(2)}'`, resolution);
    };
    expect(await differ(git(', path: /packages/a'), git(', path: /packages/a'))).toEqual([]);
    expect(await differ(git(', path: /packages/a'), git(', path: /packages/evil'))).toEqual(['a source']);
    expect(await differ(git(''), git(', path: /packages/evil'))).toEqual(['a source']);
  });

  test('a field that nobody knows is a change, what is shown is none', async () => {
    const plain = (more: string): string => lock('a@1.0.0', '1.0.0', `{integrity: ${sha512('A')}}`, more);
    expect(await differ(plain(''), plain('\n    onInstall: x'))).toEqual(['a other-fields']);
    expect(await differ(plain(''), plain('\n    deprecated: x\n    engines: {node: x}'))).toEqual([]);
    const peers = (range: string): string => plain(`\n    peerDependencies: {b: ${range}}`);
    expect(await differ(peers('^1.0.0'), peers('^2.0.0'))).toEqual([]);
  });
});

describe('bun', () => {
  const lock = (entry: readonly unknown[]): string =>
    JSON.stringify({ lockfileVersion: 1, workspaces: { '': { dependencies: { a: 'x' } } }, packages: { a: entry } });
  const differ = (base: readonly unknown[], head: readonly unknown[]) =>
    altered('bun.lock', lock(base), lock(head), { dependencies: { a: 'x' } });

  test('case 13: a tarball in a folder is a file, and its digest is compared', async () => {
    expect(await differ(['a@v/a.tgz', {}, sha512('A')], ['a@v/a.tgz', {}, sha512('B')])).toEqual(['a integrity']);
    const { packages } = parseLockfile('bun.lock', new TextEncoder().encode(lock(['a@v/a.tgz', {}, sha512('A')])));
    expect(packages.map(({ source }) => source)).toEqual([{ kind: 'file', spec: 'file:v/a.tgz', outside: false }]);
  });

  test('a repository with its host stays git, whose commit and archive are compared', async () => {
    const git = (commit: string, archive: string): readonly unknown[] => ['a@github:o/r#0123456', {}, commit, archive];
    expect(await differ(git('o-r-0123456', sha512('A')), git('o-r-0123456', sha512('A')))).toEqual([]);
    expect(await differ(git('o-r-0123456', sha512('A')), git('o-r-0123456', sha512('B')))).toEqual(['a integrity']);
    expect(await differ(git('o-r-0123456', sha512('A')), git('o-r-7654321', sha512('A')))).toEqual(['a integrity']);
  });

  test('programs and an unknown member are changes', async () => {
    const npm = (members: object): readonly unknown[] => ['a@1.0.0', '', members, sha512('A')];
    expect(await differ(npm({ bin: 'a.js' }), npm({ bin: { a: './a.js' } }))).toEqual([]);
    expect(await differ(npm({ bin: 'a.js' }), npm({ bin: { node: 'a.js' } }))).toEqual(['a bin']);
    expect(await differ(npm({}), npm({ hook: 'a.js' }))).toEqual(['a other-fields']);
  });
});

describe('Yarn', () => {
  const classic = (more: string): string =>
    `# yarn lockfile v1\n\n\na@x:\n  version "1.0.0"\n  resolved "https://registry.example/a/-/a-1.0.0.tgz"\n  integrity ${sha512('A')}\n${more}`;
  const berry = (version: number, more: string): string =>
    `__metadata:\n  version: ${version}\n\n"a@npm:x":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  checksum: 10c0/aa\n${more}`;
  const manifest = { dependencies: { a: 'x' } };

  test('an unknown field is a change', async () => {
    expect(await altered('yarn.lock', classic(''), classic('  uid "0"\n'), manifest)).toEqual(['a source']);
    expect(await altered('yarn.lock', classic(''), classic('  hook "0"\n'), manifest)).toEqual(['a other-fields']);
    expect(await altered('yarn.lock', berry(8, ''), berry(8, '  hook: x\n'), manifest)).toEqual(['a other-fields']);
  });

  test('conditions are a change where they admit more', async () => {
    const only = (conditions: string) => berry(8, `  conditions: ${conditions}\n`);
    const differ = (base: string, head: string) => altered('yarn.lock', only(base), only(head), manifest);
    expect(await differ('os=linux', 'os=linux & cpu=x64')).toEqual([]);
    expect(await differ('os=linux & cpu=x64', 'os=linux')).toEqual(['a platforms']);
    expect(await differ('os=linux', '(os=linux | os=win32)')).toEqual(['a platforms']);
  });

  test('a protocol that a later version of Yarn writes is no change', async () => {
    const asks = (version: number, spec: string) =>
      berry(
        version,
        `  dependencies:\n    b: ${spec}\n\n"b@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "b@npm:1.0.0"\n  checksum: 10c0/bb\n`,
      );
    expect(await altered('yarn.lock', asks(6, '^1.0.0'), asks(8, '"npm:^1.0.0"'), manifest)).toEqual([]);
  });
});

describe('the tables', () => {
  const tables: Readonly<Record<ManagerId, readonly ReadonlyMap<string, unknown>[]>> = {
    npm: [npmFields, npmLegacyFields],
    pnpm: [pnpmFields],
    'yarn-classic': [classicFields],
    'yarn-berry': [berryFields],
    bun: [bunFields],
    deno: [denoFields],
  };

  test('know every field of every entry of the corpus', () => {
    const unknown = new Set<string>();
    let entries = 0;
    for (const listed of corpus().lockfiles) {
      const name = /(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/.exec(
        listed.file,
      )?.[0];
      const { format, packages, fields } = parseLockfile(name ?? listed.file, fileIn(filesOf(listed), listed.file));
      for (const { key } of packages) {
        entries++;
        for (const [field, { aspect }] of fields?.of(key) ?? []) {
          const isKnown = tables[format].some((table) => table.has(field)) || aspect === 'platforms';
          if (!isKnown) unknown.add(`${format} ${field}`);
        }
      }
    }
    expect(entries).toBeGreaterThan(100);
    expect([...unknown]).toEqual([]);
  });
});
