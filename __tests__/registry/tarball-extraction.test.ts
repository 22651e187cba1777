import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extract } from 'tar';

import { listTarball } from '../../src/registry/tarball-listing.ts';
import { temporaryFolder } from '../support/cli.ts';
import { tarOf } from '../support/tarball.ts';

const part = fc.constantFrom('package', 'C:', 'c:binding.gyp', '', '.', '?', '\\', '\\\\h\\s\\binding.gyp', 'deps');
const paths = fc
  .tuple(fc.array(part, { maxLength: 5 }), fc.constantFrom('binding.gyp', 'index.js'))
  .map(([folders, file]) => [...folders, file].join('/'));

/** Whether a `binding.gyp` is at the root once npm's unpacker, given what pacote gives it, has been there. */
function unpacks(packed: Buffer, folder: string): boolean {
  mkdirSync(`${folder}/into`, { recursive: true });
  writeFileSync(`${folder}/x.tgz`, packed);
  extract({ file: `${folder}/x.tgz`, cwd: `${folder}/into`, sync: true, strip: 1, onwarn: () => undefined });
  const file = `${folder}/into/binding.gyp`;
  return existsSync(file) && statSync(file).isFile();
}

test('what npm unpacks as binding.gyp at the root, and nothing else, is listed', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(paths, async (path) => {
      const folder = temporaryFolder({});
      try {
        const packed = gzipSync(tarOf(['package/package.json', path]));
        const unpacked = unpacks(packed, folder.path);
        found += unpacked ? 1 : 0;
        expect(await listTarball(packed)).toMatchObject({ state: 'listed', bindingGyp: unpacked });
      } finally {
        folder.remove();
      }
    }),
    { numRuns: 150, seed: 139 },
  );
  expect(found).toBeGreaterThan(10);
});
