import { describe, expect, test } from '@jest/globals';

import { parseLockfile } from '../../src/managers/index.ts';
import type { LockedPackage } from '../../src/model/index.ts';
import { OpenLockfile } from '../../src/compare/open-lockfile.ts';
import { openWithManifests } from '../../src/compare/open-with-manifests.ts';

function open(packages: object, version = 3): OpenLockfile {
  const lock = { lockfileVersion: version, packages };
  return new OpenLockfile(parseLockfile('app/package-lock.json', new TextEncoder().encode(JSON.stringify(lock))));
}
const entry = (more: object = {}): object => ({ version: '1.0.0', ...more });

function at(lock: OpenLockfile, key: string): LockedPackage {
  const found = lock.lockfile.packages.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}
const types = (lock: OpenLockfile, name: string): unknown => lock.typesOf([at(lock, `node_modules/${name}`)]);
const position = (lock: OpenLockfile, key: string) => lock.positionsOf([[at(lock, key)]])[0];

describe('dependency types by reachability', () => {
  const lock = open({
    '': {
      dependencies: { prod: '*', shared: '*' },
      devDependencies: { dev: '*' },
      optionalDependencies: { optional: '*' },
      peerDependencies: { peer: '*', loose: '*' },
      peerDependenciesMeta: { loose: { optional: true } },
    },
    'node_modules/prod': entry({
      dependencies: { deep: '*' },
      optionalDependencies: { native: '*' },
      peerDependencies: { host: '*' },
    }),
    'node_modules/deep': entry(),
    'node_modules/shared': entry({ dev: true, optional: true }),
    'node_modules/dev': entry({ dependencies: { shared: '*', tool: '*' }, optionalDependencies: { devnative: '*' } }),
    'node_modules/tool': entry({ peerDependencies: { host: '*' } }),
    'node_modules/optional': entry({ dependencies: { tool: '*' } }),
    'node_modules/native': entry(),
    'node_modules/devnative': entry(),
    'node_modules/host': entry(),
    'node_modules/peer': entry(),
    'node_modules/loose': entry(),
    'node_modules/nobody': entry({ dev: true, dependencies: { nobodys: '*' } }),
    'node_modules/nobodys': entry(),
  });

  test.each([
    ['prod', ['prod']],
    ['deep', ['prod']],
    ['shared', ['prod', 'dev']],
    ['dev', ['dev']],
    ['tool', ['dev', 'optional']],
    ['optional', ['optional']],
    ['native', ['optional']],
    ['devnative', ['dev']],
    ['host', ['dev', 'optional', 'peer']],
    ['peer', ['peer']],
    ['loose', ['peer']],
    ['nobody', ['prod']],
    ['nobodys', ['prod']],
  ])('%s is %j', (name, expected) => {
    expect(types(lock, name)).toEqual(expected);
  });

  test('what nothing asks for is unreached, and what only an optional peer asks for is not', () => {
    expect(lock.unreached().map(({ name }) => name)).toEqual(['nobody', 'nobodys']);
    expect(position(lock, 'node_modules/nobody')).toMatchObject({ direct: false, via: [], importers: [] });
  });

  test('an optional peer counts where something else asks too', () => {
    const loose = open({
      '': { dependencies: { a: '*' }, devDependencies: { b: '*' } },
      'node_modules/a': entry({ peerDependencies: { b: '*' }, peerDependenciesMeta: { b: { optional: true } } }),
      'node_modules/b': entry(),
    });
    expect(types(loose, 'b')).toEqual(['dev', 'optional', 'peer']);
  });

  test('an optional dependency of an optional one, a peer of a peer, and a dev one of a dev one are no more than that', () => {
    const twice = open({
      '': { optionalDependencies: { o: '*' }, peerDependencies: { p: '*' }, devDependencies: { d: '*' } },
      'node_modules/o': entry({ optionalDependencies: { oo: '*' } }),
      'node_modules/oo': entry(),
      'node_modules/p': entry({ peerDependencies: { pp: '*' } }),
      'node_modules/pp': entry(),
      f: { devDependencies: { dd: '*' } },
      'node_modules/d': { resolved: 'f', link: true },
      'node_modules/dd': entry(),
    });
    expect([types(twice, 'oo'), types(twice, 'pp'), types(twice, 'dd')]).toEqual([['optional'], ['peer'], ['dev']]);
  });

  test('cycles end', () => {
    const cycle = open({
      '': { devDependencies: { a: '*' } },
      'node_modules/a': entry({ dependencies: { b: '*' } }),
      'node_modules/b': entry({ dependencies: { a: '*', b: '*' } }),
    });
    expect(types(cycle, 'b')).toEqual(['dev']);
    expect(position(cycle, 'node_modules/a')?.via).toEqual([['a']]);
    expect(position(cycle, 'node_modules/b')?.via).toEqual([['a', 'b']]);
  });
});

describe('npm’s search', () => {
  test('the nearest place wins, and siblings’ places are not seen', () => {
    const lock = open({
      '': { dependencies: { a: '*', c: '*' } },
      'node_modules/a': entry({ dependencies: { b: '*' } }),
      'node_modules/a/node_modules/b': entry(),
      'node_modules/b': entry(),
      'node_modules/c': entry({ dependencies: { b: '*' } }),
      'node_modules/c/node_modules/d': entry(),
    });
    expect(position(lock, 'node_modules/a/node_modules/b')?.via).toEqual([['a', 'b']]);
    expect(position(lock, 'node_modules/b')?.via).toEqual([['c', 'b']]);
    expect(lock.unreached().map(({ key }) => key)).toEqual(['node_modules/c/node_modules/d']);
  });

  test('a scope’s packages, and aliases by the name they are asked for under', () => {
    const lock = open({
      '': { dependencies: { '@s/a': '*', alias: 'npm:real@1' } },
      'node_modules/@s/a': entry({ dependencies: { '@s/b': '*' } }),
      'node_modules/@s/a/node_modules/@s/b': entry(),
      'node_modules/alias': entry({ name: 'real' }),
    });
    expect(position(lock, 'node_modules/@s/a/node_modules/@s/b')?.via).toEqual([['@s/a', '@s/b']]);
    expect(position(lock, 'node_modules/alias')).toMatchObject({ direct: true, via: [['real']] });
  });

  test('a link brings in what its folder asks for, found from its folder', () => {
    const lock = open({
      '': { dependencies: { tool: 'file:tools/tool' } },
      'tools/tool': { name: 'tool', dependencies: { x: '*' }, devDependencies: { y: '*' } },
      'tools/tool/node_modules/x': entry(),
      'node_modules/tool': { resolved: 'tools/tool', link: true },
      'node_modules/x': entry(),
      'node_modules/y': entry(),
    });
    expect(position(lock, 'tools/tool/node_modules/x')).toMatchObject({
      via: [['tool', 'x']],
      dependencyTypes: ['prod'],
    });
    expect(types(lock, 'y')).toEqual(['dev']);
    expect(lock.unreached().map(({ key }) => key)).toEqual(['node_modules/x']);
  });

  test('a folder outside is searched alone: the root is not above it', () => {
    const lock = open({
      '': { dependencies: { lib: 'file:../lib' } },
      '../lib': { dependencies: { x: '*' } },
      'node_modules/lib': { resolved: '../lib', link: true },
      'node_modules/x': entry(),
    });
    expect(lock.unreached().map(({ key }) => key)).toEqual(['node_modules/x']);
  });

  test('two links to one folder, a link to a package, and a link to nowhere', () => {
    const lock = open({
      '': { dependencies: { l1: '*', l2: '*', l3: '*', l4: '*' } },
      f: { dependencies: { x: '*' } },
      'node_modules/l1': { resolved: 'f', link: true },
      'node_modules/l2': { resolved: 'f', link: true },
      'node_modules/l3': { resolved: 'node_modules/y', link: true },
      'node_modules/l4': { resolved: 'gone', link: true },
      'node_modules/x': entry(),
      'node_modules/y': entry(),
    });
    expect(lock.unreached()).toEqual([]);
    expect(position(lock, 'node_modules/x')?.via).toEqual([
      ['l1', 'x'],
      ['l2', 'x'],
    ]);
  });
});

describe('workspaces', () => {
  const lock = open({
    '': { workspaces: ['packages/*'], devDependencies: { r: '*' } },
    'packages/one': { dependencies: { a: '*', two: '*' } },
    'packages/two': { name: '@s/two', dependencies: { b: '*' }, devDependencies: { c: '*' } },
    'packages/two/node_modules/b': entry(),
    'packages/left': { dependencies: { d: '*' } },
    'node_modules/one': { resolved: 'packages/one', link: true },
    'node_modules/@s/two': { resolved: 'packages/two', link: true },
    'node_modules/two': { resolved: 'packages/two', link: true },
    'node_modules/a': entry(),
    'node_modules/b': entry(),
    'node_modules/c': entry(),
    'node_modules/d': entry(),
    'node_modules/r': entry({ dependencies: { a: '*' } }),
  });

  test('ask for what they ask for themselves, directly', () => {
    expect(position(lock, 'packages/two/node_modules/b')).toMatchObject({
      direct: true,
      dependencyTypes: ['prod'],
      via: [['b']],
    });
    expect(position(lock, 'node_modules/c')).toMatchObject({ direct: true, dependencyTypes: ['dev'] });
  });

  test('are told by the folders that reach a package, through other workspaces too', () => {
    expect(position(lock, 'node_modules/a')?.importers).toEqual(['app', 'app/packages/one']);
    expect(position(lock, 'packages/two/node_modules/b')?.importers).toEqual(['app/packages/one', 'app/packages/two']);
    expect(position(lock, 'node_modules/r')?.importers).toEqual(['app']);
  });

  test('that nothing links to ask for nothing', () => {
    expect(lock.unreached().map(({ key }) => key)).toEqual(['node_modules/b', 'node_modules/d']);
  });
});

describe('why-paths', () => {
  test('are the three shortest, each through another package that asks', () => {
    const lock = open({
      '': { dependencies: { p: '*', q: '*', r: '*', s: '*', x: '*' } },
      'node_modules/p': entry({ dependencies: { x: '*' } }),
      'node_modules/q': entry({ dependencies: { p2: '*' } }),
      'node_modules/p2': entry({ dependencies: { x: '*' } }),
      'node_modules/r': entry({ dependencies: { x: '*' } }),
      'node_modules/s': entry({ dependencies: { x: '*' } }),
      'node_modules/x': entry(),
    });
    expect(position(lock, 'node_modules/x')?.via).toEqual([['x'], ['p', 'x'], ['r', 'x']]);
  });

  test('do not go through the package itself', () => {
    const lock = open({
      '': { dependencies: { a: '*' } },
      'node_modules/a': entry({ dependencies: { b: '*' } }),
      'node_modules/b': entry({ dependencies: { c: '*' } }),
      'node_modules/c': entry({ dependencies: { b: '*' } }),
    });
    expect(position(lock, 'node_modules/b')?.via).toEqual([['a', 'b']]);
  });

  test('of a chain as long as a lockfile are cut in their middle', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3000 }, (_, n) => [`node_modules/p${n}`, entry({ dependencies: { [`p${n + 1}`]: '*' } })]),
    );
    const lock = open({ '': { dependencies: { p0: '*' } }, ...chain });
    const [path] = position(lock, 'node_modules/p2999')?.via ?? [];
    expect(path).toHaveLength(32);
    expect([path?.[0], path?.[15], path?.[31]]).toEqual(['p0', '…', 'p2999']);
  });
});

describe('a lockfile that does not speak of its root', () => {
  const bytes = new TextEncoder().encode(
    JSON.stringify({
      lockfileVersion: 1,
      dependencies: { a: { version: '1.0.0', requires: { b: '1' } }, b: { version: '1.0.0' }, c: { version: '1.0.0' } },
    }),
  );

  const withManifest = (manifest: object | undefined) =>
    openWithManifests(parseLockfile('package-lock.json', bytes), {
      of: () => Promise.resolve(manifest as never),
      folders: [],
    });

  test('is asked for what its manifest says', async () => {
    const lock = await withManifest({ requires: [{ name: 'a', spec: '1', type: 'dev' }] });
    expect(lock.isRootKnown).toBe(true);
    expect([types(lock, 'a'), types(lock, 'b'), types(lock, 'c')]).toEqual([['dev'], ['dev'], ['prod']]);
    expect(lock.unreached().map(({ name }) => name)).toEqual(['c']);
  });

  test('or for every top-level entry that no other asks for', async () => {
    const lock = await withManifest(undefined);
    expect(position(lock, 'node_modules/b')).toMatchObject({
      direct: false,
      via: [['a', 'b']],
      dependencyTypes: ['prod'],
    });
    expect(lock.isRootKnown).toBe(false);
  });
});

describe('sources by what asks', () => {
  const promoted = (spec: string, more: object = {}): object | undefined =>
    open({
      '': { dependencies: { a: spec } },
      'node_modules/a': entry({ resolved: 'https://registry.example/a.tgz', ...more }),
    }).lockfile.packages[0]?.source;

  test.each([
    ['https://evil.example/a.tgz', { kind: 'remote', spec: 'https://evil.example/a.tgz' }],
    ['http://169.254.169.254/a.tgz', { kind: 'remote', spec: 'http://169.254.169.254/a.tgz' }],
    ['github:owner/a', { kind: 'git', spec: 'github:owner/a' }],
    ['owner/a#main', { kind: 'git', spec: 'owner/a#main' }],
    ['git+ssh://-oProxyCommand=x/a', { kind: 'git', spec: 'git+ssh://-oProxyCommand=x/a' }],
    ['file:../../a.tgz', { kind: 'file', spec: 'file:../../a.tgz', outside: true }],
    ['^1.0.0', { kind: 'registry' }],
    ['npm:b@1', { kind: 'registry' }],
    ['latest', { kind: 'registry' }],
  ])('asked for as %j it is %j', (spec, source) => {
    expect(promoted(spec)).toEqual(source);
  });

  test('what a dependency asks for by address counts as well', () => {
    const lock = open({
      '': { dependencies: { a: '1' } },
      'node_modules/a': entry({ optionalDependencies: { b: 'github:evil/b' } }),
      'node_modules/b': entry(),
    });
    expect(at(lock, 'node_modules/b').source).toEqual({ kind: 'git', spec: 'github:evil/b' });
    expect(lock.packageCount).toBe(1);
  });
});

test('the entry that contradicts another stands where that one does', () => {
  const text = JSON.stringify({
    lockfileVersion: 2,
    packages: { '': { devDependencies: { a: '1' } }, 'node_modules/a': { version: '1.0.0' } },
    dependencies: { a: { version: '6.6.6' } },
  });
  const lock = new OpenLockfile(parseLockfile('package-lock.json', new TextEncoder().encode(text)));
  expect(lock.positionsOf(lock.lockfile.packages.map((each) => [each]))).toMatchObject([
    { direct: true, dependencyTypes: ['dev'], via: [['a']] },
    { direct: true, dependencyTypes: ['dev'], via: [['a']] },
  ]);
});
