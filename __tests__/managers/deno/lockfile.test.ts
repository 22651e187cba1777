import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { parseDenoLockfile } from '../../../src/managers/deno/lockfile.ts';
import type { LockedPackage } from '../../../src/model/index.ts';

const states = JSON.parse(
  readFileSync(new URL('../../fixtures/deno/states.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, string>>>>;

const parsed = (state: string) => parseDenoLockfile('deno.lock', states[state]?.['deno.lock'] ?? '');
const parse = (value: object) => parseDenoLockfile('deno.lock', JSON.stringify(value, undefined, 2));
const shown = ({ key, requires }: LockedPackage) =>
  `${key} > ${requires.map(({ name, type, to }) => `${name}=${to ?? '?'}${type === 'optional' ? '?' : ''}`).join(' ')}`;

test.each(Object.keys(states))(
  '%s: every entry is read, with its digest, and everything that is asked for is answered',
  (state) => {
    const { packages, importers, formatVersion } = parsed(state);
    expect(formatVersion).toBe(state.slice(-1));
    expect(packages.length).toBeGreaterThan(1);
    const keys = new Set(packages.map(({ key }) => key));
    for (const { source, integrity, requires, version } of packages) {
      if (source.kind === 'registry') {
        expect(version).not.toContain('_');
        expect(integrity).toMatch(/^sha512-/);
      }
      for (const { to } of requires) expect(keys).toContain(to);
    }
    const isComplete = state !== 'ws-v3';
    for (const { requires } of importers) {
      for (const { to } of requires) if (isComplete || to !== undefined) expect(keys).toContain(to);
    }
  },
);

test.each(['plain-v3', 'plain-v4', 'plain-v5'])('%s: aliases, peers in keys and platforms', (state) => {
  const optional = state === 'plain-v5' ? '?' : '';
  expect(parsed(state).packages.map(shown)).toEqual([
    'alpha@1.1.0 > ',
    'alpha@2.0.0 > ',
    'beta@2.0.0 > alpha=alpha@1.1.0',
    'gamma@1.0.0 > al=left-pad@1.1.0 alpha=alpha@2.0.0',
    'left-pad@1.1.0 > ',
    'native-linux@1.0.0 > ',
    'native-win@1.0.0 > ',
    `native@1.0.0 > native-linux=native-linux@1.0.0${optional} native-win=native-win@1.0.0${optional}`,
    'plugin@1.0.0_alpha@2.0.0 > alpha=alpha@2.0.0',
  ]);
});

test('a version 5 says which package has scripts, and where its tarball is', () => {
  const native = parsed('plain-v5').packages.find(({ name }) => name === 'native');
  expect(native).toMatchObject({ claims: { hasInstallScript: true }, line: 50 });
  expect(native?.resolved).toMatch(/\/native\/-\/native-1\.0\.0\.tgz$/);
});

test.each(['full-v3', 'full-v4', 'full-v5'])('%s: JSR and modules are entries with sources of their own', (state) => {
  const { packages, importers } = parsed(state);
  const others = packages.filter(({ source }) => source.kind !== 'registry');
  expect(others).toMatchObject([
    { key: 'jsr:@o/one@1.1.0', name: '@o/one', version: '1.1.0', source: { kind: 'jsr' } },
    { name: '127.0.0.1:21462', version: '', source: { kind: 'import', spec: 'http://127.0.0.1:21462' } },
  ]);
  expect(others[0]?.requires).toMatchObject([{ to: 'left-pad@1.1.0' }]);
  expect(importers[0]?.requires.map(({ to }) => to)).toEqual(
    expect.arrayContaining([
      'jsr:@o/one@1.1.0',
      'beta@2.0.0',
      'import:http://127.0.0.1:21462',
      'optpeer@1.0.0_beta@2.0.0',
    ]),
  );
});

test('peers of peers stand in keys with their scope', () => {
  expect(parsed('ws-v5').packages.map(shown)).toContain(
    'deep@1.0.0_@s+base@1.0.0_beta@2.0.0_alpha@2.0.0 > @s/base=@s/base@1.0.0_alpha@2.0.0 beta=beta@2.0.0',
  );
});

test('a folder in the place of a package is a link, and not a package without a digest', () => {
  expect(parsed('links-v5').packages.find(({ name }) => name === 'alpha')).toMatchObject({ source: { kind: 'link' } });
});

describe('what would be read otherwise than deno reads it is refused', () => {
  const integrity = `sha512-${'A'.repeat(86)}==`;
  const npm = (entries: object, more: object = {}) => ({ version: '5', npm: entries, ...more });
  test.each<[string, object]>([
    ['a version that is not known', { version: '6' }],
    ['a version as a number', { version: 5 }],
    ['an old version', { version: '2' }],
    ['packages where the version has no place for them', { version: '3', npm: { 'a@1.0.0': { integrity } } }],
    ['those of version 3 in a later one', { version: '5', packages: {} }],
    ['a field that nobody knows', { version: '5', catalogs: {} }],
    ['an entry without a version', npm({ alpha: { integrity } })],
    ['a range as a version', npm({ 'alpha@^1.0.0': { integrity } })],
    ['a name that no registry has', npm({ '../alpha@1.0.0': { integrity } })],
    ['a dependency without an entry', npm({ 'beta@1.0.0': { integrity, dependencies: ['alpha'] } })],
    [
      'a name that two entries could answer',
      npm({
        'beta@1.0.0': { integrity, dependencies: ['alpha'] },
        'alpha@1.0.0': { integrity },
        'alpha@2.0.0': { integrity },
      }),
    ],
    ['a specifier without an entry', npm({}, { specifiers: { 'npm:alpha@1': '1.0.0' } })],
    ['a specifier that is none', npm({}, { specifiers: { 'git:alpha@1': '1.0.0' } })],
    ['a map in the place of which stands a list', npm([])],
    ['a module without an address', { version: '5', remote: { 'file:///etc/passwd': 'aa' } }],
    ['a digest that is no string', { version: '5', remote: { 'https://a.example/m.ts': 1 } }],
    ['a package of JSR without a scope', { version: '5', jsr: { 'one@1.0.0': {} } }],
    ['a member outside', { version: '5', workspace: { members: { '../x/../y': {} } } }],
    ['a link that is no package', { version: '5', workspace: { links: { x: {} } } }],
  ])('%s', (_, value) => {
    expect(() => parse(value)).toThrow(expect.objectContaining({ path: 'deno.lock' }));
  });

  test('a key twice', () => {
    expect(() => parseDenoLockfile('deno.lock', '{"version":"5","version":"5"}')).toThrow('twice');
  });
});

describe('what leaves out its digest', () => {
  test('is a link only if `links` names that very version', () => {
    const links = (key: string) =>
      parse({ version: '5', npm: { 'alpha@1.0.0': {} }, workspace: { links: { [key]: {} } } }).packages[0]?.source.kind;
    expect(links('npm:alpha@1.0.0')).toBe('link');
    expect(links('npm:alpha@1.0.1')).toBe('registry');
    expect(links('jsr:@s/alpha@1.0.0')).toBe('registry');
  });
});

test('one module more, another digest and another redirect change what is pinned of an origin', () => {
  const pinned = (remote: object, redirects: object = {}) =>
    parse({ version: '5', remote, redirects }).packages.map(({ integrity }) => integrity);
  const one = { 'https://a.example/m.ts': 'aa' };
  expect(pinned(one)).toEqual(pinned({ ...one }));
  expect(pinned(one)).not.toEqual(pinned({ 'https://a.example/m.ts': 'bb' }));
  expect(pinned(one)).not.toEqual(pinned({ ...one, 'https://a.example/n.ts': 'aa' }));
  expect(pinned(one)).not.toEqual(pinned(one, { 'https://a.example/': 'https://a.example/m.ts' }));
});

test('an origin is its protocol and port too', () => {
  const remote = { 'https://a.example/m.ts': 'aa', 'http://a.example/m.ts': 'aa', 'https://a.example:8443/m.ts': 'aa' };
  expect(parse({ version: '5', remote }).packages.map(({ source }) => source.spec)).toEqual([
    'https://a.example',
    'http://a.example',
    'https://a.example:8443',
  ]);
});

test("JSR's packages name a dependency without its range where only one is locked", () => {
  const pinned = (specifiers: object) =>
    parse({
      ...{ version: '5', specifiers },
      jsr: {
        '@s/a@1.0.0': { integrity: 'aa', dependencies: ['npm:b', 'jsr:@s/c'] },
        '@s/c@1.0.0': { integrity: 'cc' },
      },
      npm: { 'b@1.0.0': { integrity: 'sha512-b' }, 'b@2.0.0': { integrity: 'sha512-c' } },
    })
      .packages.find(({ name }) => name === '@s/a')
      ?.requires.map(({ to }) => to);
  const one = { 'npm:b@1': '1.0.0', 'jsr:@s/c@1': '1.0.0' };
  expect(pinned(one)).toEqual(['b@1.0.0', 'jsr:@s/c@1.0.0']);
  expect(pinned({ ...one, 'npm:b@2': '2.0.0' })).toEqual(['jsr:@s/c@1.0.0']);
});

test('twenty thousand specifiers, links and modules take no time', () => {
  const many = (make: (at: number) => readonly [string, unknown]) =>
    Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => make(at)));
  const text = JSON.stringify({
    ...{ version: '5', specifiers: many((at) => [`npm:a@<${at + 2}`, '1.0.0']) },
    npm: { 'a@1.0.0': { integrity: 'sha512-a' } },
    remote: many((at) => [`https://h${at % 100}.example/${at}`, 'aa']),
    workspace: { links: many((at) => [`npm:l${at}@1.0.0`, {}]) },
  });
  expect(parseDenoLockfile('deno.lock', text).packages).toHaveLength(20_101);
});
