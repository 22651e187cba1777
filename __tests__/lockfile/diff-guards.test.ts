import { describe, expect, test } from '@jest/globals';

import { diffLockfiles } from '../../src/lockfile/diff.ts';
import { parseLockfile } from '../../src/managers/index.ts';
import type { Change } from '../../src/model/index.ts';
import { OpenLockfile } from '../../src/compare/open-lockfile.ts';

const sha512 = (letter: string) => `sha512-${letter.repeat(86)}==`;
const sha1 = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=';
const address = 'https://registry.example/a/-/a-1.0.0.tgz';

const open = (path: string, text: string) =>
  new OpenLockfile(parseLockfile(path, new TextEncoder().encode(text)), undefined);

type Entries = Readonly<Record<string, object>>;

/** A package-lock.json: what the root asks for, and entries by place. */
function npm(root: object, entries: Entries): OpenLockfile {
  const places = Object.entries(entries).map(([place, entry]) => [
    `node_modules/${place}`,
    { version: '1.0.0', resolved: address, integrity: sha512('A'), ...entry },
  ]);
  const packages = { '': root, ...(Object.fromEntries(places) as object) };
  return open('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }, null, 1));
}

const pnpm = (integrity: string) =>
  open(
    'pnpm-lock.yaml',
    [
      "lockfileVersion: '9.0'",
      'importers:',
      '  .:',
      '    dependencies:',
      '      a: { specifier: 1.0.0, version: 1.0.0 }',
      'packages:',
      `  a@1.0.0: { resolution: { integrity: ${integrity} } }`,
      'snapshots:',
      '  a@1.0.0: {}',
      '',
    ].join('\n'),
  );

const yarn = (checksum: string) =>
  open(
    'yarn.lock',
    [
      '__metadata:',
      '  version: 8',
      '  cacheKey: 10c0',
      '',
      '"a@npm:1.0.0":',
      '  version: 1.0.0',
      '  resolution: "a@npm:1.0.0"',
      `  checksum: ${checksum}`,
      '  languageName: node',
      '  linkType: hard',
      '',
    ].join('\n'),
  );

const brief = ({ kind, name, changed }: Change) => [kind, name, ...changed].join(' ');
const diff = (base: OpenLockfile, head: OpenLockfile) => diffLockfiles(head.lockfile.path, base, head);

test('an upgrade is not held to the bytes of the version that it replaces', () => {
  const [change] = diff(
    npm({ dependencies: { a: '1.0.0' } }, { a: {} }),
    npm({ dependencies: { a: '2.0.0' } }, { a: { version: '2.0.0', integrity: sha512('B') } }),
  );
  expect(change).toMatchObject({ previousVersion: '1.0.0', basePins: [] });
});

test("another checksum of Yarn's under the same version is other bytes", () => {
  const [before, after] = ['0a', '0b'].map((digest) => yarn(`10c0/${digest.repeat(64)}`)) as [
    OpenLockfile,
    OpenLockfile,
  ];
  expect(diff(before, before)).toEqual([]);
  expect(diff(before, after).map(brief)).toEqual(['updated a integrity']);
});

describe('from another package manager', () => {
  const base = (integrity: string) => npm({ dependencies: { a: '1.0.0' } }, { a: { integrity } });

  test('the same strong pin without an address is no change', () => {
    expect(diff(base(sha512('A')), pnpm(sha512('A')))).toEqual([]);
  });

  test('a weak pin that loses its address is judged: other bytes with the same digest can be made', () => {
    expect(diff(base(sha1), pnpm(sha1)).map(brief)).toEqual(['updated a resolved']);
  });

  test('a strong pin without an address that the base did not have is judged: it is of other bytes', () => {
    expect(diff(base(sha512('A')), pnpm(sha512('B'))).map(brief)).toEqual(['updated a resolved integrity']);
  });
});

describe('types of dependency', () => {
  const below = { a: { dependencies: { b: '1.0.0' } }, b: {} };
  const asks = (type: string, entries: Entries = below) => npm({ [`${type}ependencies`]: { a: '1.0.0' } }, entries);

  test('what is no longer needed in production only because something else went is no change', () => {
    const head = npm({ devDependencies: { b: '1.0.0' } }, { b: {} });
    expect(diff(asks('d'), head).map(brief)).toEqual(['removed a']);
  });

  test('what a manifest no longer asks for itself, and something else still needs for development, is no change', () => {
    const entries = { a: { dependencies: { b: '1.0.0' } }, b: {} };
    const base = npm({ dependencies: { b: '1.0.0' }, devDependencies: { a: '1.0.0' } }, entries);
    expect(diff(base, asks('devD')).map(brief)).toEqual([]);
  });

  test('what may fail to install becomes what must be there: judged also for what comes along with it', () => {
    expect(diff(asks('optionalD'), asks('peerD')).map(brief)).toEqual([
      'updated a dependency-types',
      'updated b dependency-types',
    ]);
  });

  test('what was needed for development becomes optional in production: judged also for what comes along with it', () => {
    expect(diff(asks('devD'), asks('optionalD')).map(brief)).toEqual([
      'updated a dependency-types',
      'updated b dependency-types',
    ]);
  });
});

describe('other names', () => {
  const one = { a: {} };
  const both = { ...one, b: { name: 'a' } };
  const root = { dependencies: { a: '1.0.0', b: 'npm:a@1.0.0' } };

  test('a further name for the same bytes is a change: nobody has agreed to that name yet', () => {
    expect(diff(npm({ dependencies: { a: '1.0.0' } }, one), npm(root, both)).map(brief)).toEqual(['updated a alias']);
  });

  test('a name that the base had is none', () => {
    expect(diff(npm(root, both), npm(root, both))).toEqual([]);
  });

  test('only names that the head uses still count as those that the base had', () => {
    const head = npm({ dependencies: { c: 'npm:a@2.0.0' } }, { c: { name: 'a', version: '2.0.0' } });
    const [change] = diff(npm(root, both), head);
    expect(change).toMatchObject({ aliases: ['c'] });
    expect(change).not.toHaveProperty('baseAliases');
  });
});

test('a reader is led to the first of the entries that changed', () => {
  const head = npm(
    { dependencies: { a: '1.0.0', c: '1.0.0' } },
    { a: {}, c: {}, 'c/node_modules/a': { integrity: sha512('B') } },
  );
  const [change] = diff(npm({ dependencies: { a: '1.0.0', c: '1.0.0' } }, { c: {} }), head);
  expect(change?.pins).toHaveLength(2);
  expect(change?.line).toBe(Math.min(...(change?.pins ?? []).map(({ line }) => line)));
});

test('two versions from git are told in one order, however the lockfile orders them', () => {
  const git = (commit: string) => ({ resolved: `git+https://git.example/a.git#${commit}` });
  const root = { dependencies: { c: '1.0.0', d: '1.0.0' } };
  const commits = (first: string, second: string) =>
    diff(
      npm(root, { c: {}, d: {} }),
      npm(root, { c: {}, 'c/node_modules/a': git(first), d: {}, 'd/node_modules/a': git(second) }),
    ).map(({ source }) => source.spec);
  expect(commits('1', '2')).toHaveLength(2);
  expect(commits('1', '2')).toEqual(commits('2', '1'));
});
