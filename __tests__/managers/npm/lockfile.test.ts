import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseLockfile } from '../../../src/managers/index.ts';
import type { LockedPackage, Lockfile } from '../../../src/model/index.ts';
import { failureOf } from '../../support/failure.ts';

const registry = 'https://registry.example';
const sha512 = (letter: string): string => `sha512-${letter.repeat(86)}==`;

const parse = (content: unknown, path = 'package-lock.json'): Lockfile =>
  parseLockfile(
    path,
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
  );
const code = (content: unknown): string => failureOf(() => parse(content)).code;

const tarball = (name: string, version: string): string => `${registry}/${name}/-/${name}-${version}.tgz`;
const entry = (name: string, version = '1.0.0', more: object = {}): object => ({
  version,
  resolved: tarball(name, version),
  integrity: sha512('A'),
  ...more,
});
const v3 = (packages: object): object => ({
  name: 'example',
  lockfileVersion: 3,
  requires: true,
  packages: { '': { name: 'example' }, ...packages },
});
const only = (packages: object): LockedPackage => parse(v3(packages)).packages[0] as LockedPackage;

describe('the file as a whole', () => {
  test.each([
    ['null', 'lockfile-shape'],
    ['[]', 'lockfile-shape'],
    ['"x"', 'lockfile-shape'],
    ['{"lockfileVersion":3}', 'lockfile-shape'],
    ['{"lockfileVersion":3,"packages":[]}', 'lockfile-shape'],
    ['{"lockfileVersion":3,"packages":null}', 'lockfile-shape'],
    ['{"lockfileVersion":3,"packages":"x"}', 'lockfile-shape'],
    ['{"lockfileVersion":1,"dependencies":[]}', 'lockfile-shape'],
    ['{"lockfileVersion":2,"packages":{},"dependencies":null}', 'lockfile-shape'],
    ['{"lockfileVersion":3,"packages":{"":{"workspaces":3}}}', 'lockfile-shape'],
    ['{"lockfileVersion":3,"packages":{"node_modules/a":{},"node_modules/a":{}}}', 'lockfile-duplicate-key'],
    ['', 'lockfile-empty'],
    ['lockfileVersion: 3', 'lockfile-syntax'],
  ])('%s: %s', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  test.each(['', '"2"', '"x"', '[]', '99', '0', 'null', '-1', '2.5', '1e999', 'true', '{}', '"3"'])(
    'a lockfileVersion of %s is refused, which npm loads',
    (version) => {
      const member = version === '' ? '' : `"lockfileVersion": ${version},`;
      expect(code(`{${member} "packages": {}}`)).toBe('lockfile-version');
    },
  );

  test('an empty project locks nothing', () => {
    expect(parse({ lockfileVersion: 1 }).packages).toEqual([]);
    expect(parse(v3({})).packages).toEqual([]);
    expect(parse({ lockfileVersion: 1, requires: true, dependencies: {} })).toMatchObject({
      formatVersion: '1',
      importers: [],
    });
  });

  test('a Git LFS pointer is no lockfile', () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12345\n';
    expect(code(pointer)).toBe('lockfile-not-regular');
  });

  test('a format that is not read is named as such, and never as empty', () => {
    for (const path of ['shrinkwrap.yaml', 'bun.lockb', 'pnpm-lock.main.yaml']) {
      expect(failureOf(() => parse('x', path))).toMatchObject({ code: 'lockfile-unsupported', path });
    }
  });

  test('more entries than can be judged are refused', () => {
    const packages = Object.fromEntries(
      Array.from({ length: 100_001 }, (_, at) => [`node_modules/p${at}`, { version: '1.0.0' }]),
    );
    expect(code(JSON.stringify({ lockfileVersion: 3, packages }))).toBe('lockfile-too-large');
  });
});

describe('keys', () => {
  test.each([
    '__proto__',
    'constructor',
    'node_modules/__proto__',
    'node_modules/../x',
    '/etc',
    'node_modules/a\\b',
    'node_modules/A b',
  ])('%j is refused with its line, and no prototype changes', (key) => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const text = `{"lockfileVersion": 3, "packages": {\n${JSON.stringify(key)}: {"version": "1.0.0", "polluted": true}}}`;
    expect(failureOf(() => parse(text))).toMatchObject({ code: 'lockfile-invalid-name', line: 2, column: 1 });
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
  });

  test.each(['__proto__', 'constructor', '../x', 'a/b', ''])(
    '%j is refused in the dependencies of version 1',
    (name) => {
      const text = `{"lockfileVersion": 1, "dependencies": {"a": {"version": "1.0.0", "dependencies": {\n${JSON.stringify(name)}: {"version": "1.0.0"}}}}}`;
      expect(failureOf(() => parse(text))).toMatchObject({ code: 'lockfile-invalid-name', line: 2 });
    },
  );

  test('a name that npm does not accept is refused', () => {
    expect(code(v3({ 'node_modules/a': entry('a', '1.0.0', { name: '../../evil' }) }))).toBe('lockfile-invalid-name');
    expect(code({ lockfileVersion: 1, dependencies: { a: { version: 'npm:../evil@1.0.0' } } })).toBe(
      'lockfile-invalid-name',
    );
  });
});

describe('fields of an entry', () => {
  test.each(['null', '"x"', '3', '[]', 'true'])('an entry of %s is refused by its key', (value) => {
    const failure = failureOf(() => parse(`{"lockfileVersion":3,"packages":{"node_modules/a":${value}}}`));
    expect(failure.code).toBe('lockfile-shape');
    expect(failure.message).toContain('node_modules/a');
    expect(code(`{"lockfileVersion":1,"dependencies":{"a":${value}}}`)).toBe('lockfile-shape');
  });

  test.each([
    { version: 1 },
    { version: null },
    { resolved: 3 },
    { resolved: null },
    { integrity: ['sha512-x'] },
    { name: {} },
    { dev: 'true' },
    { optional: 1 },
    { peer: null },
    { inBundle: 'yes' },
    { hasInstallScript: [] },
    { link: 'true' },
    { link: true },
    { dependencies: [] },
    { dependencies: { b: 1 } },
    { dependencies: 'b' },
    { peerDependencies: { b: null } },
    { optionalDependencies: 3 },
  ])('%j is refused', (field) => {
    const { resolved, ...rest } = entry('a') as Record<string, unknown>;
    const made = 'link' in field ? field : { ...rest, resolved, ...field };
    expect(code(v3({ 'node_modules/a': made }))).toBe('lockfile-shape');
  });

  test.each([
    '^1.0.0',
    '1.0',
    'v1.0.0',
    '=1.0.0',
    ' 1.0.0',
    '1.0.0 ',
    'latest',
    '*',
    '',
    '1.0.0.0',
    '01.0.0',
    `1.0.0-${'x'.repeat(251)}`,
    '1.0.0\n',
  ])('a version of %j is no exact one', (version) => {
    expect(code(v3({ 'node_modules/a': { version } }))).toBe('lockfile-value');
  });

  test('a version that is missing is refused too', () => {
    expect(code(v3({ 'node_modules/a': { optional: true } }))).toBe('lockfile-value');
    expect(code({ lockfileVersion: 1, dependencies: { a: {} } })).toBe('lockfile-value');
  });

  test.each(['0.0.0', '1.0.0-rc.1', '1.0.0+build.5', '1.0.0-0+b', '10.20.30'])(
    'a version of %j is exact',
    (version) => {
      expect(only({ 'node_modules/a': { version } }).version).toBe(version);
    },
  );

  test('the version of what no registry gave is data, of at most 256 characters', () => {
    const git = (version: string): object => ({ version, resolved: 'git+ssh://git@host.example/a.git#abc' });
    expect(only({ 'node_modules/a': git('whatever') }).version).toBe('whatever');
    expect(code(v3({ 'node_modules/a': git('x'.repeat(257)) }))).toBe('lockfile-value');
  });

  test('what old npm wrote as false is absent', () => {
    const made = only({ 'node_modules/a': { version: '1.0.0', resolved: false, integrity: false } });
    expect(made).not.toHaveProperty('resolved');
    expect(made).not.toHaveProperty('integrity');
  });

  test('claims are kept as claims', () => {
    const { claims } = only({
      'node_modules/a': entry('a', '1.0.0', { dev: true, hasInstallScript: false, inBundle: true }),
    });
    expect(claims).toEqual({ dev: true, hasInstallScript: false, inBundle: true });
  });

  test('lines are those of the keys', () => {
    const text =
      '{\n"lockfileVersion": 3, "packages": {\n"": {}, "node_modules/a": {"version": "1.0.0"},\n\n"node_modules/b":\n{"version": "1.0.0"}}}';
    expect(parse(text).packages.map(({ line }) => line)).toEqual([3, 5]);
  });
});

describe('names and aliases', () => {
  test('an alias has its real name, and the name it is installed under beside', () => {
    const made = only({ 'node_modules/lodash': entry('lodahs', '1.0.0', { name: 'lodahs' }) });
    expect(made).toMatchObject({ name: 'lodahs', alias: 'lodash', version: '1.0.0' });
  });

  test('an entry that repeats its own name is no alias', () => {
    expect(only({ 'node_modules/a': entry('a', '1.0.0', { name: 'a' }) })).not.toHaveProperty('alias');
  });

  test('in version 1 it is written into the version', () => {
    const { packages } = parse({ lockfileVersion: 1, dependencies: { lodash: { version: 'npm:@evil/lodahs@1.0.0' } } });
    expect(packages[0]).toMatchObject({
      name: '@evil/lodahs',
      alias: 'lodash',
      version: '1.0.0',
      source: { kind: 'registry' },
    });
  });

  test('in version 1 its version must be exact', () => {
    for (const version of ['npm:lodahs@^1.0.0', 'npm:lodahs', 'npm:lodahs@latest']) {
      expect(code({ lockfileVersion: 1, dependencies: { lodash: { version } } })).toBe('lockfile-value');
    }
  });
});

describe('sources', () => {
  test.each([
    [undefined, { kind: 'registry' }],
    [tarball('a', '1.0.0'), { kind: 'registry' }],
    ['http://evil.example/a.tgz', { kind: 'registry' }],
    ['https://user:token@registry.example/a.tgz', { kind: 'registry' }],
    ['not a url', { kind: 'registry' }],
    ['evil/repository', { kind: 'registry' }],
    ['//evil.example/a.tgz', { kind: 'registry' }],
    ['javascript:alert(1)', { kind: 'registry' }],
    ['git+ssh://git@host.example/a.git#abc', { kind: 'git', spec: 'git+ssh://git@host.example/a.git#abc' }],
    ['git+ssh://-oProxyCommand=touch/x', { kind: 'git', spec: 'git+ssh://-oProxyCommand=touch/x' }],
    ['github:owner/a', { kind: 'git', spec: 'github:owner/a' }],
    ['file:vendor/a.tgz', { kind: 'file', spec: 'file:vendor/a.tgz', outside: false }],
    ['file:../../etc/passwd', { kind: 'link', spec: 'file:../../etc/passwd', outside: true, workspace: false }],
    ['file:/etc/passwd', { kind: 'link', spec: 'file:/etc/passwd', outside: true, workspace: false }],
    ['file:%2e%2e/x.tgz', { kind: 'file', spec: 'file:%2e%2e/x.tgz', outside: true }],
    ['file:~/x.tgz', { kind: 'file', spec: 'file:~/x.tgz', outside: true }],
    ['file:%zz', { kind: 'link', spec: 'file:%zz', outside: true, workspace: false }],
  ])('resolved %j is %j', (resolved, source) => {
    const made = only({ 'node_modules/a': { version: '1.0.0', ...(resolved !== undefined && { resolved }) } });
    expect(made.source).toEqual(source);
    expect(made.resolved).toBe(resolved);
  });

  test('a folder above the lockfile is inside the repository where the lockfile is deep enough', () => {
    const { packages } = parse(
      v3({ 'node_modules/a': { version: '1.0.0', resolved: 'file:../x.tgz' } }),
      'app/package-lock.json',
    );
    expect(packages[0]?.source).toMatchObject({ kind: 'file', outside: false });
  });

  test.each([
    ['packages/a', { kind: 'workspace', outside: false, workspace: true }],
    ['tools/a', { kind: 'link', outside: false, workspace: false }],
    ['../a', { kind: 'link', outside: true, workspace: false }],
    ['../../../etc', { kind: 'link', outside: true, workspace: false }],
    ['/etc', { kind: 'link', outside: true, workspace: false }],
    ['packages/../packages/a', { kind: 'workspace', outside: false, workspace: true }],
  ])('a link to %s is %j', (resolved, source) => {
    const { packages } = parse({
      lockfileVersion: 3,
      packages: {
        '': { workspaces: ['packages/*'] },
        'packages/a': { version: '2.0.0' },
        'tools/a': { version: '3.0.0' },
        'node_modules/a': { resolved, link: true },
      },
    });
    expect(packages).toHaveLength(1);
    expect(packages[0]).toMatchObject({ name: 'a', source: { spec: resolved, ...source } });
  });

  test('a link takes its version and what it asks for from its folder, a workspace keeps both in its importer', () => {
    const { packages, importers } = parse({
      lockfileVersion: 3,
      packages: {
        '': { workspaces: { packages: ['packages/*'] } },
        'packages/w': { version: '2.0.0', dependencies: { x: '^1' }, devDependencies: { y: '^2' } },
        'tools/t': { name: 'tool', version: '3.0.0', devDependencies: { y: '^2' } },
        'node_modules/w': { resolved: 'packages/w', link: true },
        'node_modules/t': { resolved: 'tools/t', link: true },
      },
    });
    expect(packages.map(({ version, requires }) => [version, requires])).toEqual([
      ['2.0.0', []],
      ['3.0.0', [{ name: 'y', spec: '^2', type: 'dev' }]],
    ]);
    expect(importers.map(({ path, name }) => [path, name])).toEqual([
      ['', undefined],
      ['packages/w', 'w'],
    ]);
  });

  test.each([
    ['1.0.0', { kind: 'registry' }],
    ['git+ssh://git@host.example/a.git#abc', { kind: 'git' }],
    ['github:owner/a#abc', { kind: 'git' }],
    ['owner/a', { kind: 'git' }],
    ['https://host.example/a.tgz', { kind: 'remote' }],
    ['file:a.tgz', { kind: 'file', outside: false }],
    ['file:../../a', { kind: 'link', outside: true, workspace: false }],
    ['file:packages/a', { kind: 'link', outside: false, workspace: false }],
  ])('in version 1, a version of %j is %j', (version, source) => {
    const [made] = parse({ lockfileVersion: 1, dependencies: { a: { version, integrity: sha512('A') } } }).packages;
    expect(made?.source).toMatchObject(source);
    expect(made?.version).toBe(version === '1.0.0' ? '1.0.0' : '');
  });

  test('in version 1, where nothing else says it, `from` tells a git dependency', () => {
    const made = (more: object) =>
      parse({ lockfileVersion: 1, dependencies: { a: { version: '1.0.0', ...more } } }).packages[0];
    expect(made({ from: 'a@github:owner/a' })?.source).toEqual({ kind: 'git', spec: 'github:owner/a' });
    expect(made({ from: 'a@^1.0.0' })?.source).toEqual({ kind: 'registry' });
    expect(made({ from: 'a@github:owner/a', resolved: tarball('a', '1.0.0') })?.source).toEqual({ kind: 'registry' });
  });
});

describe('what is asked for', () => {
  const requires = (maps: object): unknown => parse(v3({ '': maps })).importers[0]?.requires;

  test('the root asks with npm’s precedence', () => {
    const maps = {
      dependencies: { a: '1', b: '1', e: '1' },
      devDependencies: { c: '2', d: '2', e: '2' },
      optionalDependencies: { b: '3' },
      peerDependencies: { c: '4', f: '4', g: '4' },
      peerDependenciesMeta: { g: { optional: true }, f: { optional: 'yes' } },
    };
    expect(requires(maps)).toEqual([
      { name: 'f', spec: '4', type: 'peer' },
      { name: 'g', spec: '4', type: 'peer', optionalPeer: true },
      { name: 'a', spec: '1', type: 'prod' },
      { name: 'e', spec: '1', type: 'prod' },
      { name: 'b', spec: '3', type: 'optional' },
      { name: 'c', spec: '2', type: 'dev' },
      { name: 'd', spec: '2', type: 'dev' },
      { name: 'e', spec: '2', type: 'dev' },
    ]);
  });

  test('an installed package’s devDependencies are not', () => {
    expect(only({ 'node_modules/a': entry('a', '1.0.0', { devDependencies: { b: '1' } }) }).requires).toEqual([]);
  });

  test('names like those of Object.prototype are names', () => {
    expect(requires(JSON.parse('{"dependencies":{"__proto__":"1","toString":"1"}}') as object)).toEqual([
      { name: '__proto__', spec: '1', type: 'prod' },
      { name: 'toString', spec: '1', type: 'prod' },
    ]);
  });
});

describe('version 1', () => {
  const lock = {
    lockfileVersion: 1,
    requires: true,
    dependencies: {
      a: {
        version: '1.0.0',
        requires: { b: '^2' },
        dependencies: { b: { version: '2.0.0', bundled: true, dev: true } },
      },
      linked: { version: 'file:packages/linked', requires: { c: '1' }, dependencies: { c: { version: '1.0.0' } } },
    },
  };

  test('nested entries are where npm installs them, below a link’s folder too', () => {
    expect(parse(lock).packages.map(({ key }) => key)).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/linked',
      'packages/linked/node_modules/c',
    ]);
  });

  test('`requires` are what an entry asks for, and bundled is a claim', () => {
    const [a, b] = parse(lock).packages;
    expect(a?.requires).toEqual([{ name: 'b', spec: '^2', type: 'prod' }]);
    expect(b?.claims).toEqual({ inBundle: true, dev: true });
  });

  test('an entry of the time before `requires` asks for what is nested in it', () => {
    const { packages } = parse({
      lockfileVersion: 1,
      dependencies: { a: { version: '1.0.0', dependencies: { b: { version: '1.0.0' } } } },
    });
    expect(packages[0]?.requires).toEqual([{ name: 'b', spec: '*', type: 'prod' }]);
  });

  test.each([[{ requires: 'x' }], [{ requires: { b: 1 } }], [{ dependencies: [] }], [{ bundled: 'x' }]])(
    '%j is refused',
    (field) => {
      expect(code({ lockfileVersion: 1, dependencies: { a: { version: '1.0.0', ...field } } })).toBe('lockfile-shape');
    },
  );
});

describe('`packages` beside `dependencies`', () => {
  const both = (packages: object, dependencies: object, lockfileVersion = 2): Lockfile =>
    parse({ lockfileVersion, packages: { '': {}, ...packages }, dependencies });

  test('agreeing, they are one', () => {
    const { packages, observations } = both(
      {
        'node_modules/a': entry('a'),
        'node_modules/g': { version: '1.0.0', resolved: 'git+ssh://git@host.example/g.git#abc' },
        'node_modules/l': { resolved: 'l', link: true },
        'node_modules/r': { version: '1.0.0', resolved: 'https://host.example/r.tgz', integrity: sha512('R') },
        'node_modules/x': entry('y', '1.0.0', { name: 'y' }),
        l: { version: '1.0.0' },
        'unlinked/node_modules/n': entry('n'),
      },
      {
        a: entry('a'),
        g: { version: 'git+ssh://git@host.example/g.git#abc' },
        l: { version: 'file:l' },
        r: { version: 'https://host.example/r.tgz', integrity: sha512('R') },
        x: { ...entry('y'), version: 'npm:y@1.0.0' },
      },
    );
    expect(observations).toEqual([]);
    expect(packages).toHaveLength(6);
  });

  test.each([
    ['version', { version: '6.6.6' }],
    ['resolved', { resolved: 'https://evil.example/a.tgz' }],
    ['resolved', { resolved: false }],
    ['integrity', { integrity: sha512('B') }],
    ['name', { version: 'npm:evil@1.0.0' }],
  ])('another %s is an observation, and both are packages', (field, change) => {
    for (const lockfileVersion of [1, 2, 3]) {
      const { packages, observations } = both(
        { 'node_modules/a': entry('a') },
        { a: { ...entry('a'), ...change } },
        lockfileVersion,
      );
      expect(observations).toMatchObject([
        { code: 'maps-disagree', path: 'package-lock.json', args: { field, place: 'node_modules/a' } },
      ]);
      expect(packages).toHaveLength(2);
      expect(packages[0]).toMatchObject({ key: 'node_modules/a', version: '1.0.0' });
      expect(packages[1]).toMatchObject({ place: 'node_modules/a' });
    }
  });

  test('what only `dependencies` has is an observation and a package, nested ones too', () => {
    const { packages, observations } = both({}, { a: { ...entry('a'), dependencies: { b: entry('b') } } });
    expect(observations.map(({ name, line, args }) => [name, line, args['field']])).toEqual([
      ['a', 7, 'presence'],
      ['b', 12, 'presence'],
    ]);
    expect(packages.map(({ name, requires }) => [name, requires])).toEqual([
      ['a', []],
      ['b', []],
    ]);
  });

  test('a link in the one and a package in the other', () => {
    const { observations } = both({ 'node_modules/a': { resolved: 'a', link: true } }, { a: entry('a') });
    expect(observations).toHaveLength(1);
  });

  test('without `packages`, `dependencies` is what npm reads whatever the version says', () => {
    expect(parse({ lockfileVersion: 3, dependencies: { a: entry('a') } }).packages).toHaveLength(1);
  });
});

describe('properties', () => {
  const name = fc.constantFrom('a', 'b', 'c', '@s/d', 'e');
  const version = fc.constantFrom('1.0.0', '2.0.0', '3.0.0-rc.1');
  const locks = fc
    .array(fc.tuple(fc.array(name, { minLength: 1, maxLength: 3 }), version), { maxLength: 8 })
    .map((all) => {
      const packages = new Map(
        all.map(([names, of]) => [
          names.map((each) => `node_modules/${each}`).join('/'),
          entry(names.at(-1) as string, of),
        ]),
      );
      return v3(Object.fromEntries(packages));
    });

  test('a truncated lockfile is an error at every byte, and never fewer packages', () => {
    fc.assert(
      fc.property(locks, fc.nat(), (lock, at) => {
        const text = JSON.stringify(lock, null, 2);
        const cut = text.slice(0, at % text.length);
        expect(code(cut)).toBe(cut.trim() === '' ? 'lockfile-empty' : 'lockfile-syntax');
      }),
      { numRuns: 500 },
    );
  });

  test('the order of entries changes nothing but lines', () => {
    fc.assert(
      fc.property(locks, fc.infiniteStream(fc.nat()), (lock, random) => {
        const { packages } = lock as { packages: Record<string, object> };
        const shuffled = Object.entries(packages)
          .map((each) => [random.next().value as number, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each);
        const strip = (found: Lockfile): unknown[] =>
          found.packages.map((each) => ({ ...each, line: 0 })).sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(strip(parse({ ...lock, packages: Object.fromEntries(shuffled) }))).toEqual(strip(parse(lock)));
      }),
      { numRuns: 200 },
    );
  });
});
