import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Arborist from '@npmcli/arborist';
import fc from 'fast-check';

import { place } from '../../src/resolve/arborist.ts';
import { idealTree } from '../../src/resolve/ideal-tree.ts';
import { isAnswerable } from '../../src/lockfile/spec.ts';
import { sanitizePackument } from '../../src/resolve/sanitize-packument.ts';
import { unmetBelow } from '../../src/resolve/unmet-peers.ts';
import { repositoryRoot } from '../support/cli.ts';

/** The bundled one, as it runs. */
const program = pathToFileURL(join(repositoryRoot, 'dist/resolver.js'));

const names = ['a', 'b', 'c', '@s/d', 'e'];
const versions = ['1.0.0', '1.1.0', '2.0.0-rc.1', '2.0.0'];
const range = fc.constantFrom('*', '^1.0.0', '~1.0.0', '2.x', '>=1.1.0', 'latest', '1.0.0 || 2.0.0', '^2.0.0-rc.0');
/** Each name asks only for later ones: rings are a matter of the bounds. */
const manifestOf = (at: number) => {
  const later = names.slice(at + 1);
  const requires =
    later.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...later), range, { maxKeys: 3 });
  return fc.record({ dependencies: requires, optionalDependencies: requires }, { requiredKeys: [] });
};
const world = fc.record(
  Object.fromEntries(names.map((name, at) => [name, fc.tuple(...versions.map(() => manifestOf(at)))])),
) as unknown as fc.Arbitrary<Record<string, Record<string, unknown>[]>>;

function packumentOf(name: string, manifests: readonly Record<string, unknown>[]) {
  const own = versions.map((version, at) => [
    version,
    { name, version, ...manifests[at], dist: { tarball: `${name}-${version}` } },
  ]);
  return { name, 'dist-tags': { latest: '1.1.0' }, versions: Object.fromEntries(own) as Record<string, unknown> };
}

describe('the ideal tree', () => {
  let empty: string;
  beforeAll(() => {
    empty = mkdtempSync(join(tmpdir(), 'lockgate-ideal-'));
  });
  afterAll(() => rmSync(empty, { recursive: true }));

  test("holds the packages of Arborist's own, asked for by `add` with npm's own fetcher of packuments", async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.constantFrom(...names), range, async (packages, name, spec) => {
        const documents = new Map(Object.entries(packages).map(([key, each]) => [key, packumentOf(key, each)]));
        const cache = new Map(
          [...documents].flatMap(([key, each]) =>
            ['full', 'corgi'].map(
              (kind) => [`${kind}:http://registry.example/${key.replace('/', '%2f')}`, each] as const,
            ),
          ),
        );
        const own = new Arborist({
          path: empty,
          registry: 'http://registry.example/',
          packumentCache: cache as never,
          offline: true,
        });
        const tree = await own.buildIdealTree({ add: [`${name}@${spec}`] });
        const theirs = [...tree.inventory.values()]
          .filter((node) => !node.isRoot)
          .map((node) => `${node.location} ${node.packageName}@${node.version}`);
        const ours = await place(Arborist, {
          ...{ folder: empty, asks: [{ name, spec, type: 'prod' }], held: [] },
          packument: (asked) => Promise.resolve(sanitizePackument(documents.get(asked), asked)?.packument),
        });
        if (ours.kind !== 'tree') throw new Error(ours.kind);
        const found = [...ours.known, ...ours.placed].map((each) => `${each.key} ${each.name}@${each.version}`);
        // What Arborist itself leaves unmet is there too.
        if (unmetBelow(tree).length > 0) expect(found).toEqual(expect.arrayContaining(theirs));
        else expect(found.sort()).toEqual(theirs.sort());
      }),
      { numRuns: 60 },
    );
    expect(readdirSync(empty)).toEqual([]);
  }, 60_000);

  test('asks for what a package is going to ask for all at once, and never for what is held', async () => {
    const children = Array.from({ length: 40 }, (_, at) => `c${at}`);
    const all = new Set(['a', ...children, 'grandchild', 'optional']);
    const asked = new Set<string>();
    let release: () => void = () => undefined;
    const together = new Promise<void>((resolve) => (release = resolve));
    const ask = async (name: string) => {
      asked.add(name);
      if (asked.size === all.size) release();
      if (name === 'c0') await together;
      const dependencies =
        name === 'a'
          ? Object.fromEntries([...children, 'held'].map((child) => [child, '^1.0.0']))
          : name === 'c1'
            ? { grandchild: 'npm:grandchild@1', optional: '1' }
            : {};
      const manifest = { name, version: '1.0.0', dependencies };
      return {
        state: 'document',
        document: { name, 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': manifest } },
      };
    };
    const held = [{ folder: 'held', name: 'held', version: '1.0.0' }];
    const options = { asks: [{ name: 'a', spec: '*', type: 'prod' }] as const, held, ask, program, silence: 20_000 };
    const packages = await idealTree(options);
    expect(packages.map(({ name }) => name).sort()).toEqual([...all, 'held'].sort());
    expect([...asked].sort()).toEqual([...all].sort());
  });

  test('stops at its bounds, with an error that names them', async () => {
    const ask = (name: string) => {
      const next = `n${Number(name.slice(1)) + 1}`;
      const document = {
        name,
        'dist-tags': { latest: '1.0.0' },
        versions: { '1.0.0': { name, version: '1.0.0', dependencies: { [next]: '1' } } },
      };
      return Promise.resolve({ state: 'document', document });
    };
    const asks = [{ name: 'n0', spec: '*', type: 'prod' }] as const;
    await expect(idealTree({ asks, held: [], ask, program, maxNames: 20 })).rejects.toMatchObject({
      code: 'budget',
      message: expect.stringContaining('20'),
    });
    await expect(idealTree({ asks, held: [], ask, program, patience: 1 })).rejects.toMatchObject({ code: 'budget' });
  });
});

describe('what Arborist is offered', () => {
  test('never a spec that no registry answers, whatever a document says', () => {
    const spec = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '1',
        'npm:x@1',
        'npm:x@file:..',
        'npm:../x',
        'git+file:///x',
        'a/b',
        'file:..',
        'link:x',
        '/etc',
        'http://x/y.tgz',
        'workspace:*',
        'npm:npm:x',
      ),
    );
    const map = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', '../x', 'ok')), spec);
    fc.assert(
      fc.property(fc.anything(), map, map, (anything, dependencies, peerDependencies) => {
        const document = {
          name: 'x',
          versions: { '1.0.0': { dependencies, peerDependencies, optionalDependencies: anything } },
        };
        const offered = sanitizePackument(document, 'x')?.packument as {
          versions: Record<string, Record<string, Record<string, string>>>;
        };
        const manifest = offered.versions['1.0.0'] ?? {};
        for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
          for (const [name, each] of Object.entries(manifest[key] ?? {})) expect(isAnswerable(name, each)).toBe(true);
        }
        expect(Object.keys(manifest)).not.toContain('scripts');
      }),
    );
  });

  test('nothing of a document that is no packument of that name', () => {
    fc.assert(fc.property(fc.anything(), (document) => void sanitizePackument(document, 'x')));
    expect(sanitizePackument({ name: 'y', versions: {} }, 'x')).toBeUndefined();
    expect(sanitizePackument([], 'x')).toBeUndefined();
  });
});
