import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import type { EntryDescription } from '../support/npm-lockfile.ts';
import { adding, pullRequest } from '../support/pull-request.ts';

/** hostile-inputs, "Entries": `inBundle`, true and false. What lies in another package's tarball needs no pin of its own. */

let registry: LoopbackRegistry;

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      holder: pkg({
        '1.0.0': { dependencies: { held: '*' }, bundleDependencies: ['held'] },
        '2.0.0': { dependencies: { held: '*' }, bundleDependencies: true },
        '3.0.0': { dependencies: { held: '*' }, bundleDependencies: false },
        '4.0.0': { dependencies: { held: '*' } },
      }),
      held: pkg({ '1.0.0': { dependencies: { brought: '*' } } }),
      brought: pkg({ '1.0.0': {} }),
    },
  });
});
afterAll(() => registry.close());

const unpinned = { version: '1.0.0', resolved: null, integrity: null, inBundle: true };
const inside = 'node_modules/holder/node_modules';
/** `held` and what it asks for, both said to come in the tarball of `holder`. */
const bundle: Readonly<Record<string, EntryDescription>> = {
  [`${inside}/held`]: { ...unpinned, dependencies: { brought: '*' } },
  [`${inside}/brought`]: unpinned,
};
const holding = (version: string, packages = bundle): Sides =>
  adding(registry, 'holder', { version, dependencies: { held: '*' } }, { packages });

async function judge(sides: Sides, args: readonly string[] = []) {
  const { report, status } = await checkFolders(sides, ['--registry', registry.url, ...args]);
  const about = report.findings.filter(({ rule }) => rule === 'bundled' || rule === 'integrity');
  return {
    ...{ report, status },
    said: about.map(({ rule, level, outcome, name }) => `${rule} ${level} ${outcome} ${name ?? ''}`).sort(),
  };
}

const falseOf = (name: string) => [`bundled error violation ${name}`, `integrity error violation ${name}`];

test.each(['1.0.0', '2.0.0'])('what holder@%s bundles is a warning, and needs no integrity', async (version) => {
  const { said, status } = await judge(holding(version));
  expect(said).toEqual(['bundled warn violation brought', 'bundled warn violation held']);
  expect(status).toBe(0);
});

test.each(['3.0.0', '4.0.0'])('holder@%s bundles nothing: the claim is false', async (version) => {
  const { said, status } = await judge(holding(version));
  expect(said).toEqual([...falseOf('brought'), ...falseOf('held')].sort());
  expect(status).toBe(1);
});

test('what no bundled package asks for is not brought along', async () => {
  const { said } = await judge(holding('1.0.0', { ...bundle, [`${inside}/held`]: unpinned }));
  expect(said).toEqual([...falseOf('brought'), 'bundled warn violation held'].sort());
});

test("nothing can be bundled in the project's own folder, and what has a pin there is judged by it", async () => {
  const { said } = await judge(adding(registry, 'held', unpinned));
  expect(said).toEqual(falseOf('held'));
  const pinned = await judge(adding(registry, 'brought', { version: '1.0.0', inBundle: true }));
  expect([pinned.said, pinned.status]).toEqual([[], 0]);
});

test('a base that pinned the same version elsewhere is not contradicted by a bundle', async () => {
  const base = { dependencies: { held: '*' }, packages: { 'node_modules/held': { version: '1.0.0' } } };
  const dependencies = { ...base.dependencies, holder: '*' };
  const holder = { version: '1.0.0', dependencies: { held: '*' } };
  const head = { dependencies, packages: { ...base.packages, 'node_modules/holder': holder, ...bundle } };
  const { said, status } = await judge(pullRequest(registry, base, head));
  expect(said).toEqual(['bundled warn violation brought', 'bundled warn violation held']);
  expect(status).toBe(0);
});

test('a holder that the base has is asked for only where a change is said to lie in it', async () => {
  const holder = { 'node_modules/holder': { version: '1.0.0', dependencies: { held: '*' } } };
  const base = { dependencies: { holder: '*' }, packages: holder };
  const sides = pullRequest(registry, base, { ...base, packages: { ...holder, ...bundle } });
  const before = registry.asked().length;
  expect((await judge(sides)).status).toBe(0);
  expect(registry.asked().slice(before).sort()).toEqual(['brought', 'held', 'holder']);

  registry.fail('holder', { status: 403 });
  const { said, status } = await judge(sides);
  expect(said).toEqual([
    'bundled error indeterminate brought',
    'bundled error indeterminate held',
    'integrity error indeterminate brought',
    'integrity error indeterminate held',
  ]);
  expect(status).toBe(1);
  registry.fail('holder', { status: 403, times: 0 });
});

test('a record of it is judged again to the same bytes', async () => {
  const folder = temporaryFolder();
  const evidence = join(folder.path, 'evidence.json');
  const live = await checkFolders(holding('1.0.0'), ['--registry', registry.url, '--evidence-out', evidence]);
  const again = await runCli(['replay', evidence, '--format', 'json']);
  folder.remove();
  expect(again.stdout).toBe(live.stdout);
});

test("bun's `bundled` is judged in the same way", async () => {
  const manifest = { name: 'example', dependencies: { holder: '*' } };
  const { integrity } = registry.lockEntry('held', '1.0.0');
  const lockfile = (version: string) => ({
    lockfileVersion: 1,
    workspaces: { '': manifest },
    packages: {
      holder: [
        `holder@${version}`,
        '',
        { dependencies: { held: '*' } },
        registry.lockEntry('holder', version).integrity,
      ],
      'holder/held': ['held@1.0.0', '', { bundled: true }, integrity],
    },
  });
  const head = (version: string) => ({
    'package.json': JSON.stringify(manifest),
    'bun.lock': JSON.stringify(lockfile(version)),
  });
  const [held, not] = [await judge({ base: {}, head: head('1.0.0') }), await judge({ base: {}, head: head('4.0.0') })];
  expect([held.said, held.status]).toEqual([['bundled warn violation held'], 0]);
  expect([not.said, not.status]).toEqual([['bundled error violation held'], 1]);
});

test('a shrinkwrap of its own is a warning', async () => {
  const packages = { 'node_modules/brought/node_modules/held': { version: '1.0.0' } };
  const entry = { version: '1.0.0', hasShrinkwrap: true, dependencies: { held: '*' } };
  const { said, status } = await judge(adding(registry, 'brought', entry, { packages }));
  expect([said, status]).toEqual([['bundled warn violation brought'], 0]);
});
