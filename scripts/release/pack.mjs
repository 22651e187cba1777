/**
 * Makes what a release consists of, from the committed dist/: the npm package, an SBOM of what is bundled in it, and checksums.
 *
 *   node scripts/release/pack.mjs [--out FOLDER] [--name @SCOPE/NAME]
 *
 * FOLDER (by default release/) is emptied first. `--name` is for tests: the name comes from package.json.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { packedFiles, packedManifest, packedReadme } from './contents.mjs';
import { npm } from './npm.mjs';
import { sbomOf } from './sbom.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values: flags } = parseArgs({ options: { out: { type: 'string' }, name: { type: 'string' } } });
const out = resolve(flags.out ?? join(root, 'release'));

const manifest = packedManifest(root);
if (flags.name !== undefined) manifest.name = flags.name;
const base = `lockgate-${manifest.version}`;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const staged = mkdtempSync(join(tmpdir(), 'lockgate-pack-'));
try {
  for (const [path, from] of Object.entries(packedFiles(root))) {
    mkdirSync(dirname(join(staged, path)), { recursive: true });
    copyFileSync(join(root, from), join(staged, path));
  }
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(staged, 'README.md'), packedReadme(manifest));
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', out], { cwd: staged }),
  );
  renameSync(join(out, filename), join(out, `${base}.tgz`));
  console.log(`${base}.tgz: ${size} bytes, unpacked ${unpackedSize} bytes in ${entryCount} files`);
} finally {
  rmSync(staged, { recursive: true });
}
writeFileSync(join(out, `${base}.cdx.json`), `${JSON.stringify(sbomOf(root), null, 2)}\n`);
const sums = readdirSync(out).map(
  (name) =>
    `${createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex')}  ${name}\n`,
);
writeFileSync(join(out, 'SHA256SUMS'), sums.sort().join(''));
