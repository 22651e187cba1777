import { describe, expect, test } from '@jest/globals';

import { namesIn, placesFor } from '../../../src/managers/bun/keys.ts';
import { parseLockfile } from '../../../src/managers/index.ts';
import type { Lockfile } from '../../../src/model/index.ts';

const parse = (text: string, path = 'bun.lock'): Lockfile => parseLockfile(path, new TextEncoder().encode(text));

const MONOREPO = `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "shop",
      "dependencies": { "a": "^1.0.0", "short": "npm:long@^2.0.0", "ui": "workspace:*", },
      "peerDependencies": { "never": "*", },
      "optionalPeers": [ "never", ],
    },
    "packages/ui": { "name": "ui", "devDependencies": { "a": "^2.0.0", }, },
  },
  "overrides": { "b": "1.0.1", },
  "packages": {
    "a": ["a@1.0.0", "", { "dependencies": { "b": "^1.0.0" } }, "sha512-aaaa"],
    "a/b": ["b@1.0.1", "https://registry.example/b/-/b-1.0.1.tgz", { "bundled": true }, "sha512-bbbb"],
    "short": ["long@2.0.0", "", {}, "sha512-cccc"],
    "ui": ["ui@workspace:packages/ui"],
    "ui/a": ["a@2.0.0", "", { "dependencies": { "b": "*" } }, "sha512-dddd"],
    "b": ["b@1.0.0", "", {}, ""],
    "git": ["git@github:owner/project#abc1234", {}, "owner-project-abc1234", "sha512-eeee"],
    "far": ["far@https://files.example/far.tgz", {}, "sha512-ffff"],
    "near": ["near@./near-1.0.0.tgz", {}],
    "folder": ["folder@file:../../out", {}],
    "linked": ["linked@link:../../out", {}],
  },
}
`;

describe('a monorepo', () => {
  const { packages, importers, settings, format, formatVersion } = parse(MONOREPO);
  const byKey = new Map(packages.map((each) => [each.key, each]));

  test('each requirement leads to the nearest entry', () => {
    expect([format, formatVersion]).toEqual(['bun', '1']);
    expect(importers).toMatchObject([
      { path: '', name: 'shop', line: 4 },
      { path: 'packages/ui', name: 'ui', line: 10 },
    ]);
    const ends = importers.map(({ requires }) => requires.map(({ name, type, to }) => [name, type, to]));
    expect(ends).toEqual([
      [
        ['never', 'peer', undefined],
        ['a', 'prod', 'a'],
        ['short', 'prod', 'short'],
        ['ui', 'prod', 'ui'],
      ],
      [['a', 'dev', 'ui/a']],
    ]);
    expect(importers[0]?.requires[0]).toMatchObject({ optionalPeer: true });
    expect(byKey.get('a')?.requires).toMatchObject([{ to: 'a/b' }]);
    expect(byKey.get('ui/a')?.requires).toMatchObject([{ to: 'b' }]);
    expect([...(settings?.overrides ?? [])].map(([key]) => key)).toEqual(['b']);
  });

  test('each kind of entry says where it comes from', () => {
    expect(Object.fromEntries(packages.map(({ key, source }) => [key, source.kind]))).toEqual({
      ...{ a: 'registry', 'a/b': 'registry', short: 'registry', ui: 'workspace', 'ui/a': 'registry', b: 'registry' },
      ...{ git: 'git', far: 'remote', near: 'file', folder: 'link', linked: 'link' },
    });
    expect(byKey.get('folder')?.source.outside).toBe(true);
    expect(byKey.get('linked')?.source.outside).toBe(true);
    expect(byKey.get('near')?.source.outside).toBe(false);
    expect(byKey.get('short')).toMatchObject({ name: 'long', alias: 'short', version: '2.0.0' });
    expect(byKey.get('a/b')).toMatchObject({
      ...{ resolved: 'https://registry.example/b/-/b-1.0.1.tgz', integrity: 'sha512-bbbb', line: 15 },
      claims: { inBundle: true },
    });
    expect(byKey.get('b')).not.toHaveProperty('integrity');
    expect(byKey.get('b')).not.toHaveProperty('resolved');
  });
});

test('what asks finds the nearest key', () => {
  expect(namesIn('@s/a/b/@t/c')).toEqual(['@s/a', 'b', '@t/c']);
  for (const key of ['', '@s', 'a/', 'a//b', '__proto__', 'a/constructor', '../a']) {
    expect(namesIn(key)).toBeUndefined();
  }
  expect(placesFor(['a', '@s/b'])).toEqual(['a/@s/b/', 'a/', '']);
  expect(placesFor([])).toEqual(['']);
  expect(namesIn('a/'.repeat(31) + 'a')).toHaveLength(32);
  expect(namesIn('a/'.repeat(32) + 'a')).toBeUndefined();
});

test('versions 2 and 3 have the entries of version 1, and 3 has overrides of one more level', () => {
  for (const version of [0, 2, 3]) {
    const { packages, formatVersion } = parse(
      MONOREPO.replace('"lockfileVersion": 1', `"lockfileVersion": ${version}`),
    );
    expect([packages, formatVersion]).toEqual([parse(MONOREPO).packages, String(version)]);
  }
  const nested = '"overrides": { "b@^1": { ".": "1.0.1", }, "a": { "b": "1.0.1", }, "c": "1.0.0", },';
  const { settings } = parse(MONOREPO.replace(/"overrides": .*/, nested).replace(': 1,', ': 3,'));
  expect([...(settings?.overrides ?? [])].map(([key, { value, line }]) => [key, value, line])).toEqual([
    ['b@^1', '1.0.1', 12],
    ['a>b', '1.0.1', 12],
    ['c', '1.0.0', 12],
  ]);
});
