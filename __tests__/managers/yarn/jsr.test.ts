import { expect, test } from '@jest/globals';

import { parseYarnBerry } from '../../../src/managers/yarn/berry.ts';

/** Yarn 4 writes two entries for a package of JSR: one under its name there, and one under its name in JSR's registry. */

const entry = (descriptor: string, resolution: string) =>
  `"${descriptor}":\n  version: 1.0.9\n  resolution: "${resolution}"\n  checksum: 10c0/x\n  languageName: node\n  linkType: hard\n\n`;
const read = (...entries: readonly string[]) =>
  parseYarnBerry('yarn.lock', `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n${entries.join('')}`).packages.map(
    ({ name, alias, version, source, requires }) => [
      `${name}@${version}`,
      alias,
      source.kind,
      ...requires.map(({ to }) => to),
    ],
  );
const twin = '@std/path@npm:@jsr/std__path@^1.0.8';

test('case 16: a package of JSR is that of the registry of @jsr, and asks for the entry that Yarn fetches', () => {
  expect(read(entry('@std/path@jsr:^1.0.8', '@std/path@jsr:1.0.9'), entry(twin, '@jsr/std__path@npm:1.0.9'))).toEqual([
    ['@jsr/std__path@1.0.9', '@std/path', 'registry', twin],
    ['@jsr/std__path@1.0.9', '@std/path', 'registry'],
  ]);
});

test('the attack beside: without a scope or an exact version it comes from no registry', () => {
  expect(read(entry('path@jsr:^1.0.8', 'path@jsr:1.0.9'))).toEqual([['path@1.0.9', undefined, 'remote']]);
  expect(read(entry('@std/path@jsr:^1.0.8', '@std/path@jsr:^1.0.8'))).toEqual([
    ['@std/path@1.0.9', undefined, 'remote'],
  ]);
});
