import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import type { Files } from '../support/zero-install.ts';
import { fixtureRegistry, judgeFiles, loaderProgram, loud, releaseWith, zeroInstall } from '../support/zero-install.ts';

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await fixtureRegistry();
});
afterAll(() => registry.close());

const base = zeroInstall('yarn4-0-2.0.0');
const head = zeroInstall('yarn4-0-2.1.0');
const rich = zeroInstall('rich-2.0.0');
const richHead = zeroInstall('rich-2.1.0');
const differs = 'error committed-bytes loader-differs .pnp.cjs';
const text = (files: Files, path: string) => Buffer.from(files[path] as Uint8Array).toString();
const edited = (files: Files, from: string | RegExp, to: string, path = '.pnp.cjs'): Files => {
  const before = text(files, path);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${path}`);
  return { ...files, [path]: after };
};
/** What is said of loaders. */
const said = async (before: Files, after: Files) =>
  loud(await judgeFiles(before, after, { registry })).filter((each) => each.includes('loader-differs'));

describe('quiet list, row 25: an update with a move from Yarn 3 to 4', () => {
  const manifest = (files: Files, version: string) =>
    edited(files, '"private": true', `"private": true,\n  "packageManager": "yarn@${version}"`, 'package.json');
  const before = manifest(zeroInstall('yarn3-mixed-2.0.0', `${loaderProgram}// of Yarn 3\n`), '3.8.7');

  // The registry of this test publishes both versions years ago.
  const policy = 'version: 1\nrules: { abandonment: off }\n';

  test('the loader is the one that the published release contains', async () => {
    for (const ids of [true, false]) {
      const run = await judgeFiles(before, manifest(head, '4.18.1'), { registry, policy, ids });
      expect(loud(run)).toEqual([]);
      expect(run.judgement.verdict).toBe('pass');
    }
  });

  test('the loader is the one that the release in the repository contains', async () => {
    const release = { '.yarn/releases/yarn-4.cjs': releaseWith(loaderProgram) };
    const rc = `${text(head, '.yarnrc.yml')}yarnPath: .yarn/releases/yarn-4.cjs\n`;
    expect(await said(before, { ...head, ...release, '.yarnrc.yml': rc })).toEqual([]);
    const other = { '.yarn/releases/yarn-4.cjs': releaseWith('something else\n'.repeat(9)) };
    expect(await said(before, { ...head, ...other, '.yarnrc.yml': rc })).toEqual([differs]);
  });

  test('the attack beside it: one byte of the program is another', async () => {
    const evil = zeroInstall('yarn4-0-2.1.0', `${loaderProgram};`);
    expect(await said(before, manifest(evil, '4.18.1'))).toEqual([differs]);
  });

  test('without a release to compare with it is an error', async () => {
    expect(await said(before, head)).toEqual([differs]);
    expect(await said(before, manifest(head, '4.99.0'))).toEqual([differs]);
  });
});

describe('a changed `.pnp.cjs`', () => {
  test('passes with peers, aliases, patches of Yarn, workspaces and linked folders, as Yarn writes it', async () => {
    expect(await said(rich, richHead)).toEqual([]);
    expect(await said(richHead, rich)).toEqual([]);
  });

  test('alone, with a program of its own, is an error (the case of the public report)', async () => {
    expect(await said(base, { ...base, '.pnp.cjs': `${text(base, '.pnp.cjs')}evil();\n` })).toEqual([differs]);
    expect(await said(base, edited(base, '"use strict";', '"use strict";evil();'))).toEqual([differs]);
  });

  const attacks: readonly (readonly [string, Files])[] = [
    [
      'a location outside of the archive',
      edited(head, /"\.\/\.yarn\/cache\/beta[^"]*"/, '"./evil/node_modules/beta/"'),
    ],
    ['a folder with an archive’s name', edited(head, /\.\/\.yarn\/cache\/(beta[^"]*)"/, './evil/$1"')],
    [
      'the archive of another package',
      edited(richHead, /cache\/alpha-npm-1\.1\.0[^"/]*/, 'cache/alpha-npm-1.0.0-86fad34e44-c85f7dea16.zip'),
    ],
    ['a folder below its archive', edited(head, /\/node_modules\/beta\/"/, '/node_modules/beta/node_modules/beta/"')],
    ['a path that climbs', edited(head, /\/node_modules\/beta\/"/, '/../../../../evil/node_modules/beta/"')],
    ['a virtual folder that climbs', edited(richHead, /(__virtual__\/beta[^/]*)\/0\//, '$1/2/')],
    ['a workspace elsewhere', edited(richHead, '"packageLocation": "./packages/w/"', '"packageLocation": "./evil/"')],
    [
      'a linked folder elsewhere',
      edited(richHead, '"packageLocation": "./packages/w/lib/"', '"packageLocation": "./evil/"'),
    ],
    ['the top level elsewhere', edited(head, '"packageLocation": "./"', '"packageLocation": "./evil/"')],
    ['a locator that no entry has', edited(head, /"npm:2\.1\.0"/g, '"npm:6.6.6"')],
    [
      'an edge to another version',
      edited(richHead, '["alpha", "npm:1.1.0"],\\\n          ["beta"', '["alpha", "npm:1.0.0"],\\\n          ["beta"'),
    ],
    [
      'an edge to another package',
      edited(
        richHead,
        '["alpha", "npm:1.1.0"],\\\n          ["beta"',
        '["alpha", ["hooked", "npm:1.0.0"]],\\\n          ["beta"',
      ),
    ],
    ['an edge left out', edited(richHead, '["alpha", "npm:1.1.0"],\\\n          ["beta"', '["beta"')],
    [
      'a fallback to another package',
      edited(richHead, '"fallbackPool": [\\\n', '"fallbackPool": [["react", ["hooked", "npm:1.0.0"]]\\\n'),
    ],
    ['files that it ignores', edited(head, '"ignorePatternData": "(', '"ignorePatternData": "(.*|')],
    ['another reader of archives', edited(head, '"pnpZipBackend": "libzip"', '"pnpZipBackend": "js"')],
    ['a field that Yarn does not write', edited(head, '"linkType": "SOFT"', '"linkType": "SOFT", "evil": true')],
    ['an escape that Yarn does not write', edited(head, "'{\\\n", "'\\x7b\\\n")],
    ['a literal that ends early', edited(head, "\\\n}';", "\\\n}' + evil();")],
    [
      'a state that is nested too deeply',
      edited(head, '"__info": [', `"deep": ${'['.repeat(200_000)}${']'.repeat(200_000)}, "__info": [`),
    ],
    ['a state that is no JSON', edited(head, '"__info"', '__info')],
  ];

  test.each(attacks)('with %s is an error', async (_title, evil) => {
    expect(await said(evil['packages/w/package.json'] === undefined ? base : rich, evil)).toEqual([differs]);
  });

  test('that is a link is an error', async () => {
    expect(await said(base, { ...head, '.pnp.cjs': { mode: 'symlink', id: 'a'.repeat(40) } })).toEqual([differs]);
  });

  test('or a first one is an error where nothing vouches for its program', async () => {
    const without = Object.fromEntries(Object.entries(base).filter(([path]) => path !== '.pnp.cjs'));
    expect(await said(without, base)).toEqual([differs]);
  });
});

describe('other loaders', () => {
  test('`.pnp.loader.mjs` that changes is an error', async () => {
    const loader = { '.pnp.loader.mjs': 'export const a = 1;\n' };
    expect(await said({ ...base, ...loader }, { ...head, '.pnp.loader.mjs': 'evil();\n' })).toEqual([
      'error committed-bytes loader-differs .pnp.loader.mjs',
    ]);
    expect(await said({ ...base, ...loader }, { ...head, ...loader })).toEqual([]);
  });

  test('`.pnp.data.json` is held to the lockfile like the state of a loader', async () => {
    const dataOf = (files: Files) => {
      const literal = /RAW_RUNTIME_STATE =\n'(.*?)';/s.exec(text(files, '.pnp.cjs'))?.[1] ?? '';
      return literal.replaceAll('\\\n', '\n').replaceAll(/\\(.)/g, '$1');
    };
    const split = (files: Files): Files => ({
      ...files,
      '.pnp.cjs': 'read(".pnp.data.json");\n',
      '.pnp.data.json': dataOf(files),
    });
    const [before, after] = [split(base), split(head)];
    expect(await said(before, after)).toEqual([]);
    const evil = edited(after, /"\.\/\.yarn\/cache\/beta[^"]*"/, '"./evil/"', '.pnp.data.json');
    expect(await said(before, evil)).toEqual(['error committed-bytes loader-differs .pnp.data.json']);
  });
});
