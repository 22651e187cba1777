import { expect, test } from '@jest/globals';

import { parseLockfile } from '../../src/managers/index.ts';
import { pkg, startRegistry } from './loopback-registry.ts';
import { type LockfileDescription, npmLockfile, npmManifest } from './npm-lockfile.ts';

const description: LockfileDescription = {
  dependencies: { a: '^1.0.0', '@s/c': '1.0.0', other: 'npm:b@1.0.0' },
  packages: {
    'node_modules/a': { version: '1.0.0', dependencies: { b: '^2.0.0' } },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/b': { version: '1.0.0', dev: true },
    'node_modules/other': { name: 'b', version: '1.0.0' },
    'node_modules/@s/c': { version: '1.0.0', integrity: null },
  },
};

test.each([1, 2, 3] as const)(
  'version %i locks what was described, as the registry has it',
  async (lockfileVersion) => {
    const registry = await startRegistry({
      packages: { a: pkg({ '1.0.0': {} }), b: pkg({ '1.0.0': {}, '2.0.0': {} }), '@s/c': pkg({ '1.0.0': {} }) },
    });
    try {
      const text = npmLockfile(registry, { ...description, lockfileVersion });
      const { packages, observations, formatVersion } = parseLockfile(
        'package-lock.json',
        new TextEncoder().encode(text),
      );
      expect([formatVersion, observations]).toEqual([String(lockfileVersion), []]);
      const entries = packages.map(({ key, name, version, resolved, integrity }) => ({
        key,
        name,
        version,
        resolved,
        integrity,
      }));
      const lock = (name: string, version: string) => ({ name, ...registry.lockEntry(name, version) });
      const expected = [
        { key: 'node_modules/@s/c', ...lock('@s/c', '1.0.0'), integrity: undefined },
        { key: 'node_modules/a', ...lock('a', '1.0.0') },
        { key: 'node_modules/a/node_modules/b', ...lock('b', '2.0.0') },
        { key: 'node_modules/b', ...lock('b', '1.0.0') },
        { key: 'node_modules/other', ...lock('b', '1.0.0') },
      ];
      expect(entries.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(expected);
      expect(registry.requests).toEqual([]);
    } finally {
      await registry.close();
    }
  },
);

test('the manifest asks for what the root of the lockfile asks for', () => {
  expect(JSON.parse(npmManifest(description))).toEqual({
    ...{ name: 'example', version: '1.0.0' },
    dependencies: description.dependencies,
  });
});
