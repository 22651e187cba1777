import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import satisfies from 'semver/functions/satisfies.js';

import { GateFailure } from '../../src/errors.ts';
import type { LockedPackage } from '../../src/model/index.ts';
import { idealTree } from '../../src/resolve/ideal-tree.ts';
import { repositoryRoot } from '../support/cli.ts';
import { runs } from '../support/effort.ts';

/** Packages that ask for one another in rings, peers among them: on some, Arborist by itself never ends. */
const names = ['a', 'b', '@s/c', 'd', 'e'];
const versions = ['1.0.0', '1.1.0', '2.0.0', '3.0.0'];
const name = fc.constantFrom(...names);
/** `9` is a range that nobody publishes. */
const range = fc.constantFrom('*', '^1.0.0', '~1.0.0', '2', '3', '>=2', '1.0.0', '1.1.0', '9');
const asked = fc.dictionary(fc.oneof({ weight: 15, arbitrary: name }, fc.constant('never-published')), range, {
  maxKeys: 3,
});
const manifest = fc.record(
  { dependencies: asked, optionalDependencies: asked, peerDependencies: asked },
  { requiredKeys: [] },
);
const world = fc.array(fc.tuple(...versions.map(() => manifest)), { minLength: 5, maxLength: 5 });

const withoutSelf = (own: string, maps: object) =>
  Object.fromEntries(
    Object.entries(maps).map(([map, each]) => [
      map,
      Object.fromEntries(Object.entries(each as object).filter(([key]) => key !== own)),
    ]),
  );

const packumentOf = (own: string, manifests: readonly object[]) => ({
  name: own,
  'dist-tags': { latest: '2.0.0' },
  versions: Object.fromEntries(
    versions.map((version, at) => [
      version,
      { name: own, version, ...withoutSelf(own, manifests[at] ?? {}), dist: { tarball: 'x' } },
    ]),
  ),
});

test('always ends: with a tree that satisfies every package in it, or with an error that says why not', async () => {
  const program = pathToFileURL(join(repositoryRoot, 'dist/resolver.js'));
  await fc.assert(
    fc.asyncProperty(world, name, range, async (manifests, wanted, spec) => {
      const documents = new Map(manifests.map((each, at) => [names[at], packumentOf(names[at] ?? '', each)]));
      const ask = (each: string) =>
        Promise.resolve(
          documents.has(each) ? { state: 'document', document: documents.get(each) } : { state: 'absent' },
        );
      const asks = [{ name: wanted, spec, type: 'prod' }] as const;
      try {
        const tree = await idealTree({ asks, held: [], ask, program, silence: 2_000 });
        expect(tree.length).toBeGreaterThan(0);
        expect(unsatisfied(tree)).toEqual([]);
      } catch (cause) {
        if (!(cause instanceof GateFailure)) throw cause;

        expect(['budget', 'unresolvable']).toContain(cause.code);
      }
    }),
    { ...runs(5, 300), endOnFailure: true },
  );
}, 120_000);

/** Requirements that nothing in the tree answers. What nobody publishes is there by its spec, and is an answer of its own. */
function unsatisfied(tree: readonly LockedPackage[]): readonly string[] {
  return tree.flatMap(({ key, requires }) =>
    requires
      .filter(({ name: wanted, spec, type }) => {
        const found = tree.filter((each) => each.name === wanted);
        const [unanswered, published] = [false, true].map((is) =>
          found.filter(({ resolved }) => (resolved !== undefined) === is),
        );
        // Left out where it cannot be had, or nothing below it can.
        if (type === 'optional') return false;
        if (type === 'peer' || wanted === 'never-published') return found.length === 0;
        return (
          !published?.some(({ version }) => satisfies(version, spec)) &&
          !unanswered?.some(({ version }) => version === spec)
        );
      })
      .map(({ name: wanted, spec, type }) => `${key} > ${wanted}@${spec} ${type}`),
  );
}
