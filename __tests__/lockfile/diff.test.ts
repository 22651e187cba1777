import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { auditLockfile, diffLockfiles } from '../../src/lockfile/diff.ts';
import { parseLockfile } from '../../src/managers/index.ts';
import type { Change } from '../../src/model/index.ts';
import { OpenLockfile } from '../../src/compare/open-lockfile.ts';

interface Entry {
  readonly [field: string]: unknown;
}
type Places = Readonly<Record<string, string | Entry>>;

const sha512 = (letter: string): string => `sha512-${letter.repeat(86)}==`;

/** A lockfile from places (`a/b` for `node_modules/a/node_modules/b`) to versions or entries; all are prod unless told. */
function open(places: Places, root: Entry = {}): OpenLockfile {
  const packages = Object.entries(places).map(([place, given]) => {
    const names = place.split('/');
    const version = typeof given === 'string' ? given : '1.0.0';
    const entry = {
      version,
      resolved: `https://registry.example/${names.at(-1) ?? ''}/-/${version}.tgz`,
      integrity: sha512('A'),
      ...(typeof given === 'object' && given),
    };
    return [
      names.map((name) => `node_modules/${name}`).join('/'),
      JSON.parse(JSON.stringify(entry)) as object,
    ] as const;
  });
  const dependencies = Object.fromEntries(
    Object.keys(places).map((place) => [place.split('/')[0] ?? '', '*'] as const),
  );
  const lock = { lockfileVersion: 3, packages: { '': { dependencies, ...root }, ...Object.fromEntries(packages) } };
  return new OpenLockfile(parseLockfile('package-lock.json', new TextEncoder().encode(JSON.stringify(lock, null, 1))));
}

const diff = (base: OpenLockfile | undefined, head: OpenLockfile | undefined): readonly Change[] =>
  diffLockfiles('package-lock.json', base, head);
const changes = (base: Places, head: Places): string[] => diff(open(base), open(head)).map(brief);

function brief({ kind, name, version, previousVersion, changed }: Change): string {
  const from = previousVersion === undefined ? '' : `${previousVersion} -> `;
  return `${kind} ${name} ${from}${version}${changed.length === 0 ? '' : ` (${changed.join(', ')})`}`;
}

describe('versions', () => {
  test.each<[string, Places, Places, string[]]>([
    ['nothing', { a: '1.0.0' }, { a: '1.0.0' }, []],
    ['a new package', {}, { a: '1.0.0' }, ['added a 1.0.0']],
    ['a package that is gone', { a: '1.0.0' }, {}, ['removed a 1.0.0']],
    ['an upgrade in place', { a: '1.0.0' }, { a: '2.0.0' }, ['updated a 1.0.0 -> 2.0.0 (version)']],
    ['a downgrade', { a: '2.0.0' }, { a: '1.0.0' }, ['updated a 2.0.0 -> 1.0.0 (version)']],
    [
      'a further version beside',
      { a: '1.0.0', b: '1.0.0' },
      { a: '1.0.0', b: '1.0.0', 'b/a': '2.0.0' },
      ['added a 2.0.0'],
    ],
    ['a moved entry', { a: '1.0.0', b: '1.0.0' }, { b: '1.0.0', 'b/a': '1.0.0' }, []],
    ['one place more of what is there', { a: '1.0.0', b: '1.0.0' }, { a: '1.0.0', b: '1.0.0', 'b/a': '1.0.0' }, []],
    [
      'an upgrade that keeps the old one nested',
      { a: '1.0.0', b: '1.0.0' },
      { a: '2.0.0', b: '1.0.0', 'b/a': '1.0.0' },
      ['updated a 1.0.0 -> 2.0.0 (version)'],
    ],
    [
      'two versions to two',
      { a: '1.0.0', b: '1.0.0', 'b/a': '2.0.0' },
      { a: '1.1.0', b: '1.0.0', 'b/a': '2.1.0' },
      ['updated a 1.0.0 -> 1.1.0 (version)', 'updated a 2.0.0 -> 2.1.0 (version)'],
    ],
    [
      'two versions to one',
      { a: '1.0.0', b: '1.0.0', 'b/a': '2.0.0' },
      { a: '3.0.0', b: '1.0.0' },
      ['updated a 1.0.0 -> 3.0.0 (version)', 'removed a 2.0.0'].sort(byVersion),
    ],
    [
      'one version to two',
      { a: '1.0.0', b: '1.0.0' },
      { a: '2.0.0', b: '1.0.0', 'b/a': '3.0.0' },
      ['updated a 1.0.0 -> 2.0.0 (version)', 'added a 3.0.0'],
    ],
    [
      'a new place: the nearest lower that is gone',
      { b: '1.0.0', 'b/a': '1.0.0', c: '1.0.0', 'c/a': '2.0.0', d: '1.0.0', 'd/a': '4.0.0' },
      { a: '3.0.0', b: '1.0.0', c: '1.0.0', d: '1.0.0' },
      ['removed a 1.0.0', 'updated a 2.0.0 -> 3.0.0 (version)', 'removed a 4.0.0'],
    ],
    [
      'a new place: else the nearest higher',
      { b: '1.0.0', 'b/a': '5.0.0', c: '1.0.0', 'c/a': '4.0.0' },
      { a: '3.0.0', b: '1.0.0', c: '1.0.0' },
      ['updated a 4.0.0 -> 3.0.0 (version)', 'removed a 5.0.0'],
    ],
    [
      'by semver and not by text',
      { b: '1.0.0', 'b/a': '9.0.0', c: '1.0.0', 'c/a': '10.0.0' },
      { a: '11.0.0', b: '1.0.0', c: '1.0.0' },
      ['removed a 9.0.0', 'updated a 10.0.0 -> 11.0.0 (version)'],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(changes(base, head)).toEqual(expected);
  });

  function byVersion(a: string, b: string): number {
    return a.slice(-5) < b.slice(-5) ? -1 : 1;
  }

  test('another package in the place of one is an addition and a removal', () => {
    expect(changes({ a: '1.0.0' }, { a: { name: 'evil' } })).toEqual(['removed a 1.0.0', 'added evil 1.0.0']);
  });

  test('baseVersions are all that the base pins of the name from registries, ascending', () => {
    const base = open({
      a: '10.0.0',
      b: '1.0.0',
      'b/a': '9.0.0',
      c: '1.0.0',
      'c/a': { version: '11.0.0', resolved: 'git+https://h.example/a.git' },
    });
    const [change] = diff(base, open({ a: '12.0.0', b: '1.0.0', c: '1.0.0' }));
    expect(diff(base, open({ a: '12.0.0' })).find(({ version }) => version === '12.0.0')?.baseVersions).toEqual([
      '9.0.0',
      '10.0.0',
    ]);
    expect(change?.baseVersions).toEqual(['9.0.0', '10.0.0']);
    expect(diff(open({}), open({ a: '1.0.0' }))[0]?.baseVersions).toEqual([]);
  });
});

describe('pins under one version', () => {
  const pinned = (resolved?: string, integrity?: string): Entry => ({ resolved, integrity });
  const u = 'https://registry.example/a.tgz';

  test.each<[string, Entry, Entry, string[]]>([
    ['another integrity', pinned(u, sha512('A')), pinned(u, sha512('B')), ['integrity']],
    ['a lost integrity', pinned(u, sha512('A')), pinned(u), ['integrity']],
    ['a gained integrity', pinned(u), pinned(u, sha512('A')), ['integrity']],
    ['a lost resolved', pinned(u, sha512('A')), pinned(undefined, sha512('A')), ['resolved']],
    ['a gained resolved', pinned(undefined, sha512('A')), pinned(u, sha512('A')), ['resolved']],
    ['another host', pinned(u, sha512('A')), pinned('https://evil.example/a.tgz', sha512('A')), ['resolved']],
    ['http for https', pinned(u, sha512('A')), pinned(u.replace('https', 'http'), sha512('A')), ['resolved']],
    ['both', pinned(u, sha512('A')), pinned('https://evil.example/a.tgz', sha512('B')), ['resolved', 'integrity']],
  ])('%s', (_, base, head, changed) => {
    const found = diff(open({ a: base }), open({ a: head }));
    expect(found).toMatchObject([{ kind: 'updated', name: 'a', version: '1.0.0', previousVersion: '1.0.0', changed }]);
    expect(found[0]?.basePins).toHaveLength(1);
  });

  test('a second entry with other bytes is seen beside the first', () => {
    const [change] = diff(
      open({ a: '1.0.0', b: '1.0.0' }),
      open({ a: '1.0.0', b: '1.0.0', 'b/a': { integrity: sha512('B') } }),
    );
    expect(change).toMatchObject({
      kind: 'updated',
      changed: ['integrity'],
      pins: [{ places: 1 }, { integrity: sha512('B'), places: 1 }],
    });
  });

  test('an address and an integrity that swap partners are other bytes', () => {
    const [x, y] = ['https://registry.example/x.tgz', 'https://registry.example/y.tgz'];
    const base = open({ a: pinned(x, sha512('A')), b: '1.0.0', 'b/a': pinned(y, sha512('B')) });
    const head = open({ a: pinned(x, sha512('B')), b: '1.0.0', 'b/a': pinned(y, sha512('A')) });
    expect(diff(base, head).map(brief)).toEqual(['updated a 1.0.0 -> 1.0.0 (integrity)']);
  });

  test('a pin that goes leaves what the base had', () => {
    expect(changes({ a: '1.0.0', b: '1.0.0', 'b/a': { integrity: sha512('B') } }, { a: '1.0.0', b: '1.0.0' })).toEqual(
      [],
    );
  });

  test('places are counted, and the line is the first', () => {
    const head = open({ b: '1.0.0', 'b/a': '1.0.0', c: '1.0.0', 'c/a': '1.0.0' });
    const a = diff(open({}), head).find(({ name }) => name === 'a');
    expect(a?.pins).toMatchObject([{ places: 2 }]);
    expect(a?.line).toBe(a?.pins[0]?.line);
  });
});

describe('sources', () => {
  const git = (spec: string): Entry => ({ resolved: spec });
  test.each<[string, Places, Places, string[]]>([
    [
      'registry to git',
      { a: '1.0.0' },
      { a: git('git+https://h.example/a.git#1') },
      ['updated a 1.0.0 -> 1.0.0 (source)'],
    ],
    [
      'another commit',
      { a: git('git+https://h.example/a.git#1') },
      { a: git('git+https://h.example/a.git#2') },
      ['updated a 1.0.0 -> 1.0.0 (source)'],
    ],
    [
      'git beside the registry',
      { a: '1.0.0', b: '1.0.0' },
      { a: '1.0.0', b: '1.0.0', 'b/a': git('git+https://h.example/a.git#1') },
      ['added a 1.0.0'],
    ],
  ])('%s', (_, base, head, expected) => {
    expect(changes(base, head)).toEqual(expected);
  });
});

describe('dependency types', () => {
  const typed = (root: Entry): OpenLockfile =>
    open({ a: { dependencies: { b: '*' } }, b: '1.0.0' }, { dependencies: {}, ...root });
  const prod = typed({ dependencies: { a: '*' } });
  const dev = typed({ devDependencies: { a: '*' } });
  const optional = typed({ optionalDependencies: { a: '*' } });
  const both = typed({ dependencies: { b: '*' }, devDependencies: { a: '*' } });

  const apart = open({ a: '1.0.0', b: '1.0.0' }, { dependencies: { b: '*' }, devDependencies: { a: '*' } });

  test.each<[string, OpenLockfile, OpenLockfile, string[]]>([
    [
      'dev to prod: the direct one and what it brings',
      dev,
      prod,
      ['updated a 1.0.0 -> 1.0.0 (dependency-types)', 'updated b 1.0.0 -> 1.0.0 (dependency-types)'],
    ],
    [
      'dev to optional',
      dev,
      optional,
      ['updated a 1.0.0 -> 1.0.0 (dependency-types)', 'updated b 1.0.0 -> 1.0.0 (dependency-types)'],
    ],
    ['prod to dev: only what a manifest says itself', prod, dev, ['updated a 1.0.0 -> 1.0.0 (dependency-types)']],
    ['prod as well as dev', dev, both, ['updated b 1.0.0 -> 1.0.0 (dependency-types)']],
    ['no longer dev as well', both, apart, ['updated a 1.0.0 -> 1.0.0 (requirements)']],
  ])('%s', (_, base, head, expected) => {
    expect(diff(base, head).map(brief)).toEqual(expected);
  });

  test('both sides are told', () => {
    expect(diff(dev, both)[0]).toMatchObject({
      name: 'b',
      baseDependencyTypes: ['dev'],
      dependencyTypes: ['prod', 'dev'],
    });
  });

  test('a flag that lies changes nothing', () => {
    const lying = open({ a: { dev: true, optional: true, peer: true, extraneous: true, devOptional: true } });
    expect(diff(open({}), lying)[0]).toMatchObject({
      dependencyTypes: ['prod'],
      claims: { dev: true, extraneous: true },
    });
    expect(diff(open({ a: '1.0.0' }), lying)).toEqual([]);
  });
});

describe('one side alone', () => {
  test('a base without a head is removed, with the lines of the base', () => {
    expect(diff(open({ a: '1.0.0' }), undefined)).toMatchObject([
      { kind: 'removed', name: 'a', pins: [], basePins: [{ places: 1 }], direct: true, via: [['a']] },
    ]);
  });

  test('a head without a base is added', () => {
    expect(diff(undefined, open({ a: '1.0.0', b: '1.0.0' })).map(brief)).toEqual(['added a 1.0.0', 'added b 1.0.0']);
  });

  test('an audit takes each as added to a base that has it', () => {
    const audited = auditLockfile(open({ a: '1.0.0', b: '1.0.0', 'b/a': '2.0.0' }));
    expect(audited.map((change) => [change.kind, change.name, change.baseVersions])).toEqual([
      ['added', 'a', ['1.0.0']],
      ['added', 'a', ['2.0.0']],
      ['added', 'b', ['1.0.0']],
    ]);
  });
});

test('aliases are told, and the real name is what changed', () => {
  const [change] = diff(open({}), open({ lodash: { name: 'lodahs' }, 'x-lodash': { name: 'lodahs' } }));
  expect(change).toMatchObject({ name: 'lodahs', aliases: ['lodash', 'x-lodash'] });
});

test('own workspaces are no changes', () => {
  const link = (version: string) => {
    const lock = {
      lockfileVersion: 3,
      packages: { '': { workspaces: ['w'] }, w: { version }, 'node_modules/w': { resolved: 'w', link: true } },
    };
    return new OpenLockfile(parseLockfile('package-lock.json', new TextEncoder().encode(JSON.stringify(lock))));
  };
  expect(diff(link('1.0.0'), link('2.0.0'))).toEqual([]);
});

test('a base and a head that are exchanged replace each other as often, and every identity is told once', () => {
  const place = fc.constantFrom('a', 'b', 'b/a', 'c', 'c/a', 'c/b', 'c/a/b');
  const places = fc.dictionary(place, fc.constantFrom('1.0.0', '1.1.0', '2.0.0', '10.0.0'), { maxKeys: 7 });
  fc.assert(
    fc.property(places, places, (base, head) => {
      const found = diff(open(base), open(head));
      const keys = found.map(({ name, version }) => `${name}@${version}`);
      expect(new Set(keys).size).toBe(keys.length);
      const identities = (of: Places): Set<string> =>
        new Set(Object.entries(of).map(([each, version]) => `${each.split('/').at(-1) ?? ''}@${version as string}`));
      const [before, after] = [identities(base), identities(head)];
      const arrived = found.filter(({ kind, changed }) => kind === 'added' || changed.includes('version'));
      expect(new Set(arrived.map(({ name, version }) => `${name}@${version}`))).toEqual(
        new Set([...after].filter((each) => !before.has(each))),
      );
      const gone = found.filter(({ kind }) => kind === 'removed').map(({ name, version }) => `${name}@${version}`);
      expect(gone.every((each) => before.has(each) && !after.has(each))).toBe(true);
      const replaced = found.flatMap(({ name, previousVersion, changed }) =>
        changed.includes('version') ? [`${name}@${previousVersion ?? ''}`] : [],
      );
      const leaving = replaced.filter((each) => !after.has(each));
      expect(new Set(leaving).size).toBe(leaving.length);
      expect(new Set([...gone, ...leaving])).toEqual(new Set([...before].filter((each) => !after.has(each))));
    }),
    { numRuns: 500 },
  );
});
