import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type Packument, readPackument } from '../../src/registry/packument.ts';

const version = (fields: Record<string, unknown> = {}) => ({
  ...{ name: 'a', version: '1.0.0' },
  dist: { integrity: 'sha512-AA==', shasum: 'aa', tarball: 'https://registry.example/a/-/a-1.0.0.tgz' },
  ...fields,
});

function read(document: unknown, ...wanted: string[]): Packument {
  const packument = readPackument(document, 'a', wanted.length === 0 ? ['1.0.0'] : wanted);
  if ('malformed' in packument) throw new Error(`malformed: ${packument.malformed}`);
  return packument;
}
const readVersion = (fields: Record<string, unknown>) =>
  read({ name: 'a', versions: { '1.0.0': version(fields) } }).wanted['1.0.0'];

describe('a document that is no packument', () => {
  test.each([
    [null, 'the document'],
    [[], 'the document'],
    ['html', 'the document'],
    [{}, 'name'],
    [{ name: 7 }, 'name'],
    [{ name: 'a', versions: [] }, 'versions'],
    [{ name: 'a', versions: 'none' }, 'versions'],
    [{ name: 'a', time: '2020' }, 'time'],
    [{ name: 'a', 'dist-tags': [] }, 'dist-tags'],
  ])('%j', (document, malformed) => {
    expect(readPackument(document, 'a', ['1.0.0'])).toEqual({ malformed });
  });
});

describe('listing', () => {
  const listing = (document: Record<string, unknown>, wanted = '1.0.0') =>
    read({ name: 'a', ...document }, wanted).wanted[wanted]?.listing;

  test('listed, missing, unpublished', () => {
    const versions = { '1.0.0': version() };
    expect(listing({ versions })).toBe('listed');
    expect(listing({ versions }, '2.0.0')).toBe('missing');
    expect(listing({ versions, time: { '2.0.0': '2020-01-01T00:00:00Z' } }, '2.0.0')).toBe('unpublished');
  });

  test("names of Object's own members are no versions", () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(listing({ versions: { '1.0.0': version() }, time: {} }, name)).toBe('missing');
    }
  });

  test('a version that is called __proto__ changes no prototype', () => {
    const document: unknown = JSON.parse(
      '{"name":"a","versions":{"__proto__":{"name":"a"},"1.0.0":{"name":"a","version":"1.0.0"}},"time":{"__proto__":"x"},"dist-tags":{"__proto__":"1.0.0"}}',
    );
    const packument = read(document);
    expect(packument.versions.map(([name]) => name)).toEqual(['1.0.0']);
    expect(Object.getPrototypeOf(packument.distTags)).toBe(Object.prototype);
    expect(Object.keys(packument.distTags)).toEqual([]);
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  test('build metadata does not count', () => {
    const versions = { '1.0.0': version() };
    const wanted = read({ name: 'a', versions }, '1.0.0+sha.5').wanted['1.0.0+sha.5'];
    expect(wanted).toMatchObject({ listing: 'listed', release: { documentMatches: true } });
  });

  test('no versions at all', () => {
    expect(read({ name: 'a' }).empty).toBe(true);
    expect(read({ name: 'a', versions: {}, time: { unpublished: { versions: ['1.0.0'] } } }).empty).toBe(true);
    expect(read({ name: 'a', versions: { '1.0.0': 'x' } }).empty).toBe(false);
  });

  test.each(['0.0.1-security', '0.0.2-security', '0.0.1-security.0'])('the security placeholder %s', (name) => {
    const versions = { [name]: version({ version: name }) };
    expect(read({ name: 'a', versions }, '1.0.0')).toMatchObject({ placeholder: true });
    expect(listing({ versions }, name)).toBe('placeholder');
  });

  test('a package that lives again beside its placeholder is judged by the version', () => {
    const versions = { '0.0.1-security': version(), '1.0.0': version() };
    expect(read({ name: 'a', versions }).placeholder).toBe(false);
    expect(listing({ versions })).toBe('listed');
    expect(listing({ versions }, '0.0.1-security')).toBe('placeholder');
  });

  test("a holder's repository under another version", () => {
    const held = version({ repository: { type: 'git', url: 'git+https://github.com/npm/security-holder.git' } });
    expect(listing({ versions: { '1.0.0': held } })).toBe('placeholder');
    const named = version({ repository: 'https://github.com/acme/npm-security-holder-kit' });
    expect(listing({ versions: { '1.0.0': named } })).toBe('listed');
  });
});

describe('a wanted version with a wrong type is malformed, and says where', () => {
  test.each([
    ['dist', 'x', 'dist'],
    ['dist', { integrity: 5 }, 'dist.integrity'],
    ['dist', { tarball: {} }, 'dist.tarball'],
    ['dist', { shasum: [] }, 'dist.shasum'],
    ['scripts', 'node x', 'scripts'],
    ['scripts', { postinstall: { run: 'x' } }, 'scripts'],
    ['dependencies', ['b'], 'dependencies'],
    ['dependencies', { b: 1 }, 'dependencies'],
    ['optionalDependencies', 1, 'optionalDependencies'],
    ['peerDependencies', 'b', 'peerDependencies'],
    ['bundledDependencies', 'b', 'bundledDependencies'],
    ['bundleDependencies', [1], 'bundledDependencies'],
  ])('%s: %j', (key, value, field) => {
    expect(readVersion({ [key]: value })).toEqual({ listing: 'malformed', field });
  });

  test('and hides nothing where nobody wants it', () => {
    const versions = { '1.0.0': version(), '1.1.0': 7, '1.2.0': version({ dependencies: 7, scripts: 7 }) };
    const packument = read({ name: 'a', versions });
    expect(packument.wanted['1.0.0']?.listing).toBe('listed');
    expect(packument.versions.map(([name]) => name)).toEqual(['1.0.0', '1.2.0']);
  });
});

describe('a release', () => {
  const release = (fields: Record<string, unknown>) => readVersion(fields)?.release;

  test('keeps what is stated and invents nothing', () => {
    expect(release({ dist: undefined })).toEqual({
      ...{ version: '1.0.0', documentMatches: true, hooks: {}, deprecated: false, bundled: [] },
      ...{ dependencies: {}, optionalDependencies: {}, peerDependencies: {}, bin: {} },
    });
    expect(release({ dependencies: { b: '^1.0.0' }, bundleDependencies: ['b'], bundledDependencies: ['c'] })).toEqual({
      ...{ version: '1.0.0', documentMatches: true, hooks: {}, deprecated: false, bundled: ['b', 'c'] },
      ...{ dependencies: { b: '^1.0.0' }, optionalDependencies: {}, peerDependencies: {}, bin: {} },
      ...{ integrity: 'sha512-AA==', shasum: 'aa', tarball: 'https://registry.example/a/-/a-1.0.0.tgz' },
    });
  });

  test('another name or version inside does not match', () => {
    expect(release({ name: 'b' })?.documentMatches).toBe(false);
    expect(release({ version: '1.0.1' })?.documentMatches).toBe(false);
    expect(release({ version: undefined })?.documentMatches).toBe(false);
    expect(read({ name: 'b', versions: { '1.0.0': version() } }).documentMatches).toBe(false);
  });

  test.each([
    [true, true],
    [{ b: '1' }, ['b']],
    [false, []],
    [null, []],
  ])('bundleDependencies %j', (bundleDependencies, bundled) => {
    expect(release({ bundleDependencies })?.bundled).toEqual(bundled);
  });

  test.each([
    ['use b instead', true],
    [true, true],
    ['', false],
    [false, false],
    [undefined, false],
  ])('deprecated %j', (deprecated, expected) => {
    expect(release({ deprecated })?.deprecated).toBe(expected);
  });

  test('install hooks are preinstall, install and postinstall; prepare is none for a registry tarball', () => {
    const scripts = { preinstall: 'a', install: 'b', postinstall: 'c', prepare: 'd', test: 'e' };
    expect(release({ scripts })?.hooks).toEqual({ preinstall: 'a', install: 'b', postinstall: 'c' });
    expect(release({ scripts: { install: '' } })?.hooks).toEqual({});
  });

  test('a gypfile without an install script of its own is built', () => {
    const built = { 'implicit-gyp': 'node-gyp rebuild' };
    expect(release({ gypfile: true })?.hooks).toEqual(built);
    expect(release({ gypfile: true, scripts: { postinstall: 'c' } })?.hooks).toEqual({ postinstall: 'c', ...built });
    expect(release({ gypfile: true, scripts: { install: 'b' } })?.hooks).toEqual({ install: 'b' });
    expect(release({ gypfile: false })?.hooks).toEqual({});
  });
});

describe('times', () => {
  const time = (value: unknown) => {
    const { wanted } = read({ name: 'a', versions: { '1.0.0': version() }, time: { '1.0.0': value } });
    return wanted['1.0.0'];
  };

  test.each([
    ['2024-01-31T12:00:00.000Z', '2024-01-31T12:00:00.000Z'],
    ['2024-01-31T12:00:00Z', '2024-01-31T12:00:00.000Z'],
    ['2024-01-31T12:00:00+00:00', '2024-01-31T12:00:00.000Z'],
    ['2024-01-31T12:00:00.123456+02:00', '2024-01-31T10:00:00.123Z'],
  ])('%s is an instant', (value, publishedAt) => {
    expect(time(value)).toMatchObject({ publishedAt });
  });

  test.each(['2024-01-31', '2024-01-31T12:00:00', 'yesterday', '', 1706702400000, null, {}, '2024-13-01T00:00:00Z'])(
    '%j is none',
    (value) => {
      expect(time(value)).toMatchObject({ malformedTime: true });
      expect(time(value)).not.toHaveProperty('publishedAt');
    },
  );

  test('created and modified alone are not publish times', () => {
    const versions = { '1.0.0': version() };
    const created = '2024-01-01T00:00:00.000Z';
    expect(read({ name: 'a', versions, time: { created, modified: created } })).toMatchObject({
      timesProvided: false,
      created,
    });
    expect(read({ name: 'a', versions, time: { '0.9.0': created } }).timesProvided).toBe(true);
  });
});

describe('history', () => {
  test('is ascending by semver, with times, hooks and deprecations', () => {
    const versions = {
      '1.10.0': version({ scripts: { postinstall: 'x' } }),
      '1.9.0': version({ scripts: { postinstall: 'x' } }),
      '1.9.0-rc.1': version({ scripts: { postinstall: 'y' }, deprecated: 'old' }),
      latest: version(),
      '1.2': version(),
    };
    const packument = read({ name: 'a', versions, time: { '1.9.0': '2024-01-01T00:00:00Z', '1.10.0': 'never' } });
    expect(packument.versions).toEqual([
      ['1.9.0-rc.1', null],
      ['1.9.0', '2024-01-01T00:00:00.000Z'],
      ['1.10.0', null],
    ]);
    expect(packument.hooks['1.9.0']).toMatch(/^[0-9a-f]{64}$/);
    expect(packument.hooks['1.9.0']).toBe(packument.hooks['1.10.0']);
    expect(packument.hooks['1.9.0']).not.toBe(packument.hooks['1.9.0-rc.1']);
    expect(packument.deprecated).toEqual(['1.9.0-rc.1']);
  });

  test('dist-tags that name no version are left out', () => {
    const tags = { latest: '1.0.0', next: 'soon', broken: 1 };
    expect(read({ name: 'a', versions: {}, 'dist-tags': tags }).distTags).toEqual({ latest: '1.0.0' });
  });
});

describe('anything at all', () => {
  const field = fc.constantFrom('name', 'versions', 'time', 'dist-tags', '1.0.0', 'dist', 'scripts', 'created', 'x');
  const anything = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('a', '1.0.0', '2024-01-01T00:00:00Z', '0.0.1-security', 7, null, true),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(field, tie('json'), { maxKeys: 6 }),
    ),
  })).json;

  test('never throws, never says listed without a manifest, and survives JSON', () => {
    fc.assert(
      fc.property(anything, (document) => {
        const packument = readPackument(document, 'a', ['1.0.0', '__proto__']);
        expect(JSON.parse(JSON.stringify(packument))).toEqual(packument);
        if ('malformed' in packument || packument.wanted['1.0.0']?.listing !== 'listed') return;
        const { versions } = document as { versions: Record<string, unknown> };
        expect(typeof versions['1.0.0']).toBe('object');
        expect(versions['1.0.0']).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});
