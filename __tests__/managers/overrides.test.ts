import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import Arborist from '@npmcli/arborist';
import fc from 'fast-check';

import type { ManagerId, Requirement } from '../../src/model/index.ts';
import { place } from '../../src/resolve/arborist.ts';
import { sanitizePackument } from '../../src/resolve/sanitize-packument.ts';
import { npmOverrides } from '../../src/managers/npm/overrides.ts';
import { projectOverrides } from '../../src/managers/project-overrides.ts';
import { replacing } from '../../src/managers/replacing.ts';
import { stateOf } from '../../src/repository/state.ts';
import { unmetBelow } from '../../src/resolve/unmet-peers.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { readableFile } from '../support/settings-file.ts';

async function read(format: ManagerId | undefined, files: Readonly<Record<string, MemoryFile>>, folder = '') {
  return projectOverrides(format, (await stateOf(memorySnapshot(files))).settings.in(folder));
}

/** What the project makes of `name@spec`, asked for by a package; `gone` where the requirement is dropped. */
async function meaning(
  format: ManagerId,
  files: Readonly<Record<string, MemoryFile>>,
  asked: string,
  owner = 'somebody@1.0.0',
) {
  const { replacements } = await read(format, files);
  const split = (text: string) => [text.slice(0, text.indexOf('@', 1)), text.slice(text.indexOf('@', 1) + 1)] as const;
  const [[name, spec], [ownerName, version]] = [split(asked), split(owner)];
  return replacing(replacements)({ name, spec, type: 'prod' }, { name: ownerName, version })?.spec ?? 'gone';
}

const unapplied = async (format: ManagerId | undefined, files: Readonly<Record<string, MemoryFile>>) =>
  (await read(format, files)).unapplied.map(({ path, line, key, name }) => [path, line, key, name]);

describe('Yarn', () => {
  const files = {
    'package.json': {
      resolutions: {
        leaf: 'npm:2.0.0',
        '@s/other@npm:^1.0.0': '1.5.0',
        'parent/child': 'npm:renamed@3',
        '@s/parent@npm:1.0.0/child': '4.0.0',
        '**/deep': 'patch:deep@npm%3A1.0.0#x.patch',
      },
    },
  };
  test.each([
    ['leaf@^1.0.0', 'somebody@1.0.0', '2.0.0'],
    ['@s/other@^1.0.0', 'somebody@1.0.0', '1.5.0'],
    ['@s/other@^1.0.1', 'somebody@1.0.0', '^1.0.1'],
    ['child@*', 'somebody@1.0.0', '*'],
    ['child@*', 'parent@7.0.0', 'npm:renamed@3'],
    ['child@*', '@s/parent@1.0.0', '4.0.0'],
    ['child@*', '@s/parent@1.0.1', '*'],
    ['deep@1', 'somebody@1.0.0', 'patch:deep@npm%3A1.0.0#x.patch'],
  ])('%s of %s is %s', async (asked, owner, spec) => {
    expect(await meaning('yarn-berry', files, asked, owner)).toBe(spec);
    expect(await unapplied('yarn-berry', files)).toEqual([]);
  });

  test('what only Yarn 1 can tell, and what is no key, is told', async () => {
    expect(await meaning('yarn-classic', files, 'leaf@^1.0.0')).toBe('2.0.0');
    expect(await unapplied('yarn-classic', files)).toEqual([
      ['package.json', 4, 'resolutions.@s/other@npm:^1.0.0', '@s/other'],
      ['package.json', 5, 'resolutions.parent/child', 'child'],
      ['package.json', 6, 'resolutions.@s/parent@npm:1.0.0/child', 'child'],
    ]);
    const odd = { 'package.json': { resolutions: { 'a/**/b': '1', '': '1', 'c*': '1', d: {} } } };
    expect((await unapplied('yarn-berry', odd)).map(([, , key, name]) => [key, name])).toEqual([
      ['resolutions.a/**/b', 'b'],
      ['resolutions.', undefined],
      ['resolutions.c*', undefined],
      ['resolutions.d', 'd'],
    ]);
  });
});

describe('pnpm and bun', () => {
  const files = {
    'package.json': {
      dependencies: { root: '~5.0.0' },
      pnpm: {
        overrides: {
          ...{ leaf: '2.0.0', 'other@^1.0.0': '1.5.0', 'parent>child': 'git+https://registry.example/x.git' },
          ...{
            'parent@^2>child': '4.0.0',
            gone: '-',
            referred: '$root',
            local: 'link:../local',
            'far@>=2 <3': '2.1.0',
          },
        },
      },
    },
  };
  test.each([
    ['leaf@^1.0.0', 'somebody@1.0.0', '2.0.0'],
    ['other@~1.2.0', 'somebody@1.0.0', '1.5.0'],
    ['other@npm:another@2', 'somebody@1.0.0', 'npm:another@2'],
    ['child@*', 'parent@1.0.0', 'git+https://registry.example/x.git'],
    ['child@*', 'parent@2.1.0', '4.0.0'],
    ['child@*', 'somebody@2.1.0', '*'],
    ['gone@1', 'somebody@1.0.0', 'gone'],
    ['referred@1', 'somebody@1.0.0', '~5.0.0'],
    ['far@^2.0.0', 'somebody@1.0.0', '2.1.0'],
    ['far@^3.0.0', 'somebody@1.0.0', '^3.0.0'],
  ])('pnpm: %s of %s is %s', async (asked, owner, spec) => {
    expect(await meaning('pnpm', files, asked, owner)).toBe(spec);
  });

  test('what is not known, or is a program, is told, at its line', async () => {
    expect(await unapplied('pnpm', files)).toEqual([['package.json', 13, 'pnpm.overrides.local', 'local']]);
    const yaml = {
      'package.json': {},
      'pnpm-workspace.yaml': "packages: []\noverrides:\n  a: 'file:../a'\n  b: 1.0.0\n",
    };
    expect(await unapplied('pnpm', yaml)).toEqual([['pnpm-workspace.yaml', 3, 'overrides.a', 'a']]);
    expect(await meaning('pnpm', yaml, 'b@^2')).toBe('1.0.0');
    expect(await unapplied('pnpm', { 'package.json': {}, '.pnpmfile.cjs': 'x' })).toEqual([
      ['.pnpmfile.cjs', 1, '.pnpmfile.cjs', undefined],
    ]);
    const programs = { 'package.json': {}, 'pnpm-workspace.yaml': 'configDependencies:\n  x: 1.0.0\n' };
    expect(await unapplied('pnpm', programs)).toEqual([['pnpm-workspace.yaml', 1, 'configDependencies', undefined]]);
  });

  test('extensions of a package are told, for the package', async () => {
    const yarnrc = 'packageExtensions:\n  "@s/parent@*":\n    dependencies:\n      child: 1\n';
    expect(await unapplied('yarn-berry', { 'package.json': {}, '.yarnrc.yml': yarnrc })).toEqual([
      ['.yarnrc.yml', 2, 'packageExtensions.@s/parent@*', '@s/parent'],
    ]);
    const own = { pnpm: { packageExtensions: { 'parent@1': { dependencies: { child: '1' } } } } };
    const workspace = 'packageExtensions: {a: {dependencies: {b: 1}}}\n';
    expect(await unapplied('pnpm', { 'package.json': own, 'pnpm-workspace.yaml': workspace })).toEqual([
      ['package.json', 4, 'pnpm.packageExtensions.parent@1', 'parent'],
      ['pnpm-workspace.yaml', 1, 'packageExtensions.a', 'a'],
    ]);
    expect(await unapplied('yarn-classic', { 'package.json': own, '.yarnrc.yml': yarnrc })).toEqual([]);
  });

  test('bun: names count, what is nested is told', async () => {
    const nested = { 'package.json': { overrides: { leaf: '2.0.0', parent: { child: '1.0.0' }, 'x@1': '2' } } };
    expect(await meaning('bun', nested, 'leaf@1')).toBe('2.0.0');
    expect((await unapplied('bun', nested)).map(([, , , name]) => name)).toEqual(['child', 'x']);
  });
});

describe('npm', () => {
  test("what leads elsewhere never reaches Arborist, and `$name` is the root's own spec", async () => {
    const overrides = {
      ...{ a: 'git+ssh://git@127.0.0.1/x.git', 'b@^1': 'http://127.0.0.1/b.tgz', c: '$c', d: '$nobody', e: '' },
      f: { '.': '1.0.0', g: 'file:..', h: { '.': 'npm:../x', i: '2' }, a: '1' },
      ...{ 'j@latest': '1', '../k': '1', l: 7, m: { n: {} } },
    };
    const found = await read('npm', { 'package.json': { dependencies: { c: '^3.0.0' }, overrides } });
    expect(found.npm).toEqual({ c: '^3.0.0', e: '*', f: { '.': '1.0.0', h: { i: '2' }, a: '1' } });
    expect(found.replacements.map(({ name, spec }) => [name, spec])).toEqual([
      ['a', 'git+ssh://git@127.0.0.1/x.git'],
      ['b', 'http://127.0.0.1/b.tgz'],
    ]);
    expect(found.ofWorkspaces.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'e', 'f']);
    expect(found.unapplied.map(({ key, name }) => [key, name])).toEqual([
      ['overrides.d', 'd'],
      ['overrides.f.g', 'g'],
      ['overrides.f.h..', 'h'],
      ['overrides.j@latest', undefined],
      ['overrides.../k', undefined],
      ['overrides.l', 'l'],
    ]);
  });

  test('a project without a lockfile is of the manager that it names; what another would read is told', async () => {
    const both = { overrides: { a: '1' }, resolutions: { 'p/b@^1': '2' } };
    expect((await read(undefined, { 'package.json': both })).npm).toEqual({ a: '1' });
    expect(await unapplied(undefined, { 'package.json': both })).toEqual([
      ['package.json', 6, 'resolutions.p/b@^1', 'b'],
    ]);
    const yarn = await read(undefined, { 'package.json': { ...both, packageManager: 'yarn@4.9.0' } });
    expect([yarn.npm, yarn.replacements.length, yarn.unapplied]).toEqual([undefined, 1, []]);
    expect(await read(undefined, {})).toMatchObject({ replacements: [], unapplied: [] });
  });

  test('more entries than any project has are refused', async () => {
    const overrides = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`a${at}`, '1']));
    await expect(read('npm', { 'package.json': { overrides } })).rejects.toMatchObject({ code: 'budget' });
  });
});

const names = ['a', 'b', 'c', 'd'];
const versions = ['1.0.0', '1.1.0', '2.0.0'];
const range = fc.constantFrom('*', '^1.0.0', '~1.0.0', '2', '1.1.0', 'latest');
const manifests = fc.tuple(
  ...names.map((_, at) =>
    fc.tuple(
      ...versions.map(() =>
        at + 1 === names.length
          ? fc.constant({})
          : fc.record({ dependencies: fc.dictionary(fc.constantFrom(...names.slice(at + 1)), range, { maxKeys: 2 }) }),
      ),
    ),
  ),
);
/** Each asks for later names, peers among them: what is placed first decides where the others go. */
const peers = fc.tuple(
  ...names.map((_, at) => {
    const later = names.slice(at + 1);
    const some = later.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...later), range, { maxKeys: 2 });
    return fc.tuple(...versions.map(() => fc.record({ dependencies: some, peerDependencies: some })));
  }),
);
const documentsOf = (world: readonly (readonly object[])[]) =>
  new Map(
    world.map((each, at) => {
      const name = names[at] as string;
      const own = each.map((maps, n) => {
        const version = versions[n] as string;
        return [version, { name, version, ...maps, dist: { tarball: `${name}-${version}` } }];
      });
      return [name, { name, 'dist-tags': { latest: '1.1.0' }, versions: Object.fromEntries(own) as object }] as const;
    }),
  );
const packumentFrom = (documents: ReadonlyMap<string, object>) => (asked: string) =>
  Promise.resolve(sanitizePackument(documents.get(asked), asked)?.packument);
const asksOf = (asked: Readonly<Record<string, string>>): Requirement[] =>
  Object.entries(asked).map(([name, spec]) => ({ name, spec, type: 'prod' }));

/** Of random worlds with peers some have no end in Arborist, which nothing but its thread can stop: these all end. */
const seed = 1;

describe('the closure', () => {
  const key = fc.oneof(fc.constantFrom(...names), fc.constantFrom('b@^1', 'c@2', 'd@~1.0.0'));
  const child = fc.dictionary(fc.oneof(key, fc.constant('.')), range, { minKeys: 1, maxKeys: 2 });
  const overridden = fc.dictionary(key, fc.oneof(range, child), { minKeys: 1, maxKeys: 3 });
  const asked = fc.dictionary(fc.constantFrom(...names), range, { minKeys: 1, maxKeys: 2 });

  test("under npm's overrides is Arborist's own for a root with the same manifest", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lockgate-overrides-'));
    let applied = 0;
    try {
      await fc.assert(
        fc.asyncProperty(manifests, asked, overridden, async (world, dependencies, overrides) => {
          const documents = documentsOf(world);
          writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies, overrides }));
          const cache = new Map(
            [...documents].flatMap(([name, each]) =>
              ['full', 'corgi'].map((kind) => [`${kind}:http://registry.example/${name}`, each] as const),
            ),
          );
          const options = { path: folder, registry: 'http://registry.example/', offline: true };
          const own = await new Arborist({ ...options, packumentCache: cache as never })
            .buildIdealTree()
            .catch((cause: unknown) => cause as NodeJS.ErrnoException);
          const manifest = await readableFile('package.json', { dependencies, overrides });
          const { npm, unapplied: left } = npmOverrides(manifest);
          expect(left).toEqual([]);
          const ours = await place(Arborist, {
            ...{ folder, asks: asksOf(dependencies), held: [], packument: packumentFrom(documents) },
            ...(npm && { overrides: npm }),
          });
          if (own instanceof Error) {
            expect([own.code, ours.kind]).toEqual(['EOVERRIDE', 'overridden']);
            return;
          }
          if (unmetBelow(own).length > 0) return;
          if (ours.kind !== 'tree') throw new Error(ours.kind);
          applied += 1;
          expect(ours.placed.map((each) => `${each.key} ${each.name}@${each.version}`).sort()).toEqual(
            [...own.inventory.values()]
              .filter((node) => !node.isRoot)
              .map((node) => `${node.location} ${node.packageName}@${node.version}`)
              .sort(),
          );
        }),
        { numRuns: 80, seed },
      );
      expect(applied).toBeGreaterThan(10);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  test('is the same for the same specs in any order', async () => {
    const many = fc.dictionary(fc.constantFrom(...names), range, { minKeys: 2 });
    await fc.assert(
      fc.asyncProperty(peers, many, fc.infiniteStream(fc.nat()), async (world, specs, ranks) => {
        const documents = documentsOf(world);
        const asks = asksOf(specs);
        const shuffled = asks
          .map((each) => [ranks.next().value as number, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each);
        const [one, other] = await Promise.all(
          [asks, shuffled].map((each) =>
            place(Arborist, { folder: tmpdir(), asks: each, held: [], packument: packumentFrom(documents) }),
          ),
        );
        expect(other).toEqual(one);
      }),
      { numRuns: 60, seed },
    );
  }, 60_000);
});
