import { expect, test } from '@jest/globals';

import { directBefore } from '../../src/lockfile/direct-before.ts';
import { groupPackages } from '../../src/lockfile/groups.ts';
import type { LockedPackage } from '../../src/model/index.ts';

const locked = (version: string, resolved?: string): LockedPackage =>
  ({
    ...{ key: `node_modules/a@${version}`, name: 'a', version, source: { kind: 'registry' }, line: 1 },
    ...{ requirements: [], claims: {}, ...(resolved !== undefined && { resolved }) },
  }) as unknown as LockedPackage;
const groups = (...packages: readonly LockedPackage[]) => [...groupPackages(packages).values()];
const base = { isDirect: () => true, typesOf: () => ['prod'] as const };

test('a direct dependency replaces those that are direct no more, whatever else the lockfile has of its name', () => {
  const both = groups(locked('1.0.0'), locked('2.0.0', 'https://registry.example/a/-/a-2.0.0.tgz'));
  expect(directBefore(both, base, ({ version }) => version === '1.0.0')).toEqual({
    ...{
      versions: ['2.0.0'],
      sources: ['registry'],
      dependencyTypes: ['prod'],
      registries: ['https://registry.example/'],
    },
  });
});

test('where none of them left, all of them', () => {
  const both = groups(locked('1.0.0'), locked('2.0.0'));
  expect(directBefore(both, base, () => true)).toMatchObject({ versions: ['1.0.0', '2.0.0'], registries: [''] });
});

test('a name that was no direct dependency replaces nothing', () => {
  expect(directBefore([], base, () => false)).toBeUndefined();
});
