import { describe, expect, test } from '@jest/globals';

import type { Manifest } from '../../src/managers/manifest.ts';
import { manifestIn } from '../../src/managers/manifest.ts';
import { settingsFile } from '../support/settings-file.ts';

const read = async (text: string): Promise<Manifest | undefined> =>
  manifestIn(await settingsFile<'package.json'>('app/package.json', text));

test('a manifest is what npm makes of it, with the lines of what it asks for', async () => {
  const manifest = await read(`{
  "name": "app", "private": true,
  "workspaces": ["packages/*"],
  "dependencies": {
    "a": "^1.0.0",
    "b": "^1.0.0"
  },
  "devDependencies": { "c": "2" },
  "optionalDependencies": { "b": "^2.0.0" },
  "overrides": { "x@1": "2", "y": { ".": "1", "@s/z@^1": "3" } }
}`);
  expect(manifest).toMatchObject({ name: 'app', private: true, workspaces: ['packages/*'], path: 'app/package.json' });
  expect(manifest?.requires).toEqual([
    { name: 'a', spec: '^1.0.0', type: 'prod' },
    { name: 'b', spec: '^2.0.0', type: 'optional' },
    { name: 'c', spec: '2', type: 'dev' },
  ]);
  expect(['a', 'b', 'c', 'd'].map((name) => manifest?.lineOf(name))).toEqual([5, 6, 8, undefined]);
  expect(['x', 'y', '@s/z', 'a'].map((name) => manifest?.overridden.has(name))).toEqual([true, true, true, false]);
});

test('an empty one asks for nothing', async () => {
  expect(await read('{}')).toMatchObject({ name: undefined, private: false, requires: [], workspaces: [] });
  expect((await read('{"dependencies": null}'))?.requires).toEqual([]);
});

describe('what cannot be read', () => {
  test.each([
    '',
    '[]',
    '{',
    '{"dependencies": []}',
    '{"dependencies": {"a": 1}}',
    '{"devDependencies": "a"}',
    '{"workspaces": 3}',
    '{"workspaces": [1]}',
    '{"dependencies": {"a": "1"}, "dependencies": {}}',
    '<<<<<<< a\n=======\n>>>>>>> b',
    '{"a": "\0"}',
  ])('%j is manifest-invalid, by its path', async (text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'manifest-invalid', path: 'app/package.json' });
  });
});
