import { describe, expect, test } from '@jest/globals';

import { parseLockfile } from '../../src/managers/index.ts';
import { manifestOf } from '../../src/managers/manifest.ts';
import { oneFault } from '../../src/text/decode.ts';
import { parseJson } from '../../src/text/json.ts';
import type { OpenLockfile } from '../../src/compare/open-lockfile.ts';
import { openWithManifests } from '../../src/compare/open-with-manifests.ts';
import type { ArboristNode } from '../support/arborist-tree.ts';
import { arboristTree } from '../support/arborist-tree.ts';
import type { RealLockfile } from '../support/npm-lockfiles.ts';
import { realLockfiles } from '../support/npm-lockfiles.ts';

/** npm's own tree is the oracle of ours: of what is where, of where each name leads, and of how each place is reached. */
const lockfiles = realLockfiles();

interface Ours {
  readonly opened: OpenLockfile;
  /** By location; packages, importers and the folders of links. */
  readonly nodes: ReadonlyMap<string, number>;
}

const faults = oneFault('manifest-invalid', 'fix the manifest');

async function read({ bytes, manifest }: RealLockfile): Promise<Ours> {
  const root =
    manifest && manifestOf('package.json', parseJson(new TextDecoder().decode(manifest), 'package.json', faults));
  const manifests = { of: () => Promise.resolve(root), folders: [] };
  const opened = await openWithManifests(parseLockfile('package-lock.json', bytes), manifests);
  const { tree } = opened.graph;
  const nodes = new Map(tree.importers.map(({ path }, at) => [path, at]));
  for (const [at, { key }] of tree.packages.entries()) nodes.set(key, tree.nodeOf(at));
  return { opened, nodes };
}

async function oracle(real: RealLockfile, { opened }: Ours): Promise<ReadonlyMap<string, ArboristNode>> {
  // Version 1 without a manifest: npm is told what we inferred, so that both start from the same root.
  const inferred = opened.isRootKnown ? undefined : opened.lockfile.importers[0]?.requires;
  const dependencies = inferred && Object.fromEntries(inferred.map(({ name, spec }) => [name, spec]));
  return arboristTree(real.bytes, real.manifest ?? (dependencies && JSON.stringify({ name: 'x', dependencies })));
}

/** Folders that npm has as nodes and we do not, because they are no packages: see the test of their number. */
const isFolder = (location: string): boolean => !/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/.test(location);

/** Whether every class of path that reaches a node has one of the bits. */
function everyClassHas(classes: number, bits: number): boolean {
  return Array.from({ length: 16 }, (_, at) => at).every((at) => ((classes >> at) & 1) === 0 || (at & bits) !== 0);
}

describe('real lockfiles', () => {
  test.each(lockfiles.map((real) => [real.label, real] as const))('%s', async (_, real) => {
    const ours = await read(real);
    const { graph, lockfile } = ours.opened;
    const theirs = await oracle(real, ours);
    const placeOf = (node: number): string =>
      graph.tree.packageAt(node)?.key ?? graph.tree.importers[node]?.path ?? 'nowhere';

    // The same packages at the same places, and as many of them.
    const packages = lockfile.packages.map(({ key }) => key).sort();
    expect(packages).toEqual([...theirs.keys()].filter((location) => !isFolder(location)).sort());

    // Every name that is asked for leads to the same place.
    const edges = (find: (location: string, name: string, to: ArboristNode | null) => string): string[] =>
      [...theirs].flatMap(([location, node]) =>
        node.isLink || !ours.nodes.has(location)
          ? []
          : [...node.edgesOut.values()].map(({ name, to }) => `${location} > ${name}: ${find(location, name, to)}`),
      );
    const found = edges((location, name) => placeOf(graph.tree.resolve(ours.nodes.get(location) ?? -1, name)));
    expect(found).toEqual(edges((_location, _name, to) => to?.location ?? 'nowhere'));
    expect(found.length).toBeGreaterThan(100);

    // Reached by the same kinds of path. Version 1 does not say which requirements are optional: npm believes the flags
    // of the entries there, we do not, so `optional` and what depends on it are left out.
    const legacy = lockfile.formatVersion === '1';
    const flags = (of: (location: string, node: ArboristNode) => object): object =>
      Object.fromEntries(
        [...theirs].filter(([at]) => at !== '' && ours.nodes.has(at)).map(([at, node]) => [at, of(at, node)]),
      );
    const expected = flags((_location, { extraneous, dev, peer, optional, devOptional }) =>
      extraneous ? { extraneous } : legacy ? { dev, peer } : { dev, peer, optional, devOptional },
    );
    const computed = flags((location) => {
      const node = ours.nodes.get(location) ?? -1;
      const classes = graph.classesOf(node);
      // npm counts a package that only an optional peer depends on as extraneous; for us it is a peer (decision 0185).
      if (!graph.isReached(node) || everyClassHas(classes, 8)) return { extraneous: true };
      const [dev, optional, peer] = [everyClassHas(classes, 1), everyClassHas(classes, 2), everyClassHas(classes, 4)];
      if (legacy) return { dev, peer };
      return { dev, peer, optional, devOptional: everyClassHas(classes, 3) && !dev && !optional };
    });
    expect(computed).toEqual(expected);
  });

  test('have no folders that npm counts and we do not but those that are gone and those that version 1 links to', async () => {
    const explained = new Map([
      ['npm-v2__lerna+lerna__a568e3bb__package-lock.json', 1], // `helpers`, the folder of a link
      ['lerna+lerna-54dca563ef before', 90], // version 1: the folders of 90 links
      ['lerna+lerna-54dca563ef after', 90],
      ['npm+cli-cad6a624d1 before', 1], // `packages/libnpmdiff`, marked as extraneous
      ['npm+cli-cad6a624d1 after', 1],
    ]);
    const those = lockfiles.filter(({ label }) => explained.has(label));
    expect(those.length).toBeGreaterThanOrEqual(2);
    for (const real of those) {
      const ours = await read(real);
      const more = [...(await oracle(real, ours)).keys()].filter((location) => !ours.nodes.has(location));
      expect([real.label, more.length]).toEqual([real.label, explained.get(real.label)]);
      expect(more.every(isFolder)).toBe(true);
    }
  });
});
