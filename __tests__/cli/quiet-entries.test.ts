import { createHash } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

/** What package managers honestly write into entries must pass without a warning; the attacks beside must not. */

const names = Array.from({ length: 30 }, (_, at) => `p${at}`);
let registry: LoopbackRegistry;
let files: LoopbackRegistry;
beforeAll(async () => {
  const recently = { publishedAt: '2026-01-01T00:00:00.000Z' };
  files = await startRegistry({ packages: { widget: pkg({ '2.0.0': recently }) } });
  registry = await startRegistry({
    packages: {
      ...Object.fromEntries(names.map((name) => [name, pkg({ '1.0.0': recently })])),
      swc: pkg({ '1.0.0': { ...recently, optionalDependencies: { 'swc-linux': '1.0.0' } } }),
      asks: pkg({ '1.0.0': { ...recently, dependencies: { esbuild: '~0.23.0' } } }),
      esbuild: pkg({ '0.23.0': recently, '0.24.0': recently }),
      widget: pkg({ '2.0.0': { ...recently, tarball: `${files.url}widget/-/widget-2.0.0.tgz` } }),
    },
  });
});
afterAll(async () => {
  await Promise.all([registry.close(), files.close()]);
});

async function judged(sides: Sides) {
  const { report } = await checkFolders(sides, ['--registry', registry.url, '--now', '2026-06-01T00:00:00.000Z']);
  expect(report.errors).toEqual([]);
  const found = report.findings.map(({ rule, codes, level }) => `${level} ${rule} ${codes.join('+')}`);
  return { verdict: report.verdict, found: [...new Set(found)] };
}
const quiet = { verdict: 'pass', found: [] };

const side = (fields: Readonly<Record<string, unknown>>) => ({
  dependencies: Object.fromEntries(names.map((name) => [name, '^1.0.0'])),
  packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0', ...fields }])),
});

test('quiet list, row 9: a relock changes types, license, libc and deprecation, and gains addresses', async () => {
  const before = { resolved: null, license: 'MIT', dev: true };
  const after = { license: 'ISC', peer: true, libc: ['glibc'], deprecated: 'use another' };
  expect(await judged(pullRequest(registry, side(before), side(after)))).toEqual(quiet);
});

test('beside row 9: an address that is another host', async () => {
  const after = { resolved: 'https://evil.example/p/-/p-1.0.0.tgz' };
  const { verdict } = await judged(pullRequest(registry, side({ resolved: null }), side(after)));
  expect(verdict).toBe('fail');
});

test('quiet list, row 10: SHA-1 becomes the SHA-512 that the registry states, in every entry', async () => {
  const weak = (name: string) => `sha1-${createHash('sha1').update(`${name}@1.0.0`).digest('base64')}`;
  const before = {
    ...side({}),
    packages: Object.fromEntries(
      names.map((name) => [`node_modules/${name}`, { version: '1.0.0', integrity: weak(name) }]),
    ),
  };
  const { verdict, found } = await judged(pullRequest(registry, before, side({})));
  expect([verdict, found.filter((each) => !each.startsWith('note '))]).toEqual(['pass', []]);
});

test('quiet list, row 12: optional edges without entries, as the base had them', async () => {
  const with12 = (version: string) => ({
    dependencies: { swc: '^1.0.0', [`p${version}`]: '^1.0.0' },
    packages: {
      'node_modules/swc': { version: '1.0.0', optionalDependencies: { 'swc-linux': '1.0.0' } },
      [`node_modules/p${version}`]: { version: '1.0.0' },
    },
  });
  const { verdict, found } = await judged(pullRequest(registry, with12('1'), with12('2')));
  expect([verdict, found]).toEqual(['pass', []]);
});

test('quiet list, row 13: an override of the base answers a requirement outside its range', async () => {
  const entry = { 'node_modules/esbuild': { version: '0.24.0' } };
  const manifest = (more: object) => ({
    'package.json': JSON.stringify({
      ...{ name: 'example', version: '1.0.0', overrides: { esbuild: '0.24.0' } },
      dependencies: { ...more },
    }),
  });
  const before = { dependencies: {}, packages: {} };
  const after = {
    dependencies: { asks: '^1.0.0' },
    packages: { ...entry, 'node_modules/asks': { version: '1.0.0', dependencies: { esbuild: '~0.23.0' } } },
  };
  const sides = pullRequest(
    registry,
    { ...before, files: manifest({}) },
    { ...after, files: manifest({ asks: '^1.0.0' }) },
  );
  const { found } = await judged(sides);
  expect(found.filter((each) => / lockfile | override /.test(each))).toEqual([]);
});

test('quiet list, row 28: a new project without dependencies, and an empty yarn.lock that marks its root', async () => {
  const { base } = pullRequest(registry, side({}), side({}));
  const head = { ...base, 'e2e/x/package.json': '{"name":"x","private":true}\n', 'e2e/x/yarn.lock': '' };
  expect(await judged({ base, head })).toEqual(quiet);
});

const berry = (packages: string) =>
  `# This file is generated by running "yarn install" inside your project.\n# Manual changes might be lost - proceed with caution!\n\n__metadata:\n  version: 8\n  cacheKey: 10c0\n\n${packages}`;
const own = (dependencies: string) =>
  `"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n${dependencies}  languageName: unknown\n  linkType: soft\n`;
const archived = (address: string): Sides => {
  const widget = `"widget@npm:^2.0.0":\n  version: 2.0.0\n  resolution: "widget@npm:2.0.0::__archiveUrl=${encodeURIComponent(address)}"\n  checksum: 10c0/${'a'.repeat(128)}\n  languageName: node\n  linkType: hard\n`;
  const manifest = (dependencies: object) => JSON.stringify({ name: 'app', private: true, dependencies });
  return {
    base: { 'package.json': manifest({}), 'yarn.lock': berry(own('')) },
    head: {
      'package.json': manifest({ widget: '^2.0.0' }),
      'yarn.lock': berry(`${own('  dependencies:\n    widget: "npm:^2.0.0"\n')}\n${widget}`),
    },
  };
};

test('quiet list, row 29: an __archiveUrl on another host that is the dist.tarball of the packument', async () => {
  const { found } = await judged(archived(`${files.url}widget/-/widget-2.0.0.tgz`));
  expect(found.filter((each) => / registry | integrity | lockfile /.test(each))).toEqual([]);
});

test('beside row 29: the address of a stranger', async () => {
  const { verdict, found } = await judged(archived('https://evil.example/widget/-/widget-2.0.0.tgz'));
  expect([verdict, found.some((each) => each.startsWith('error registry'))]).toEqual(['fail', true]);
});
