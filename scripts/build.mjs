/**
 * Bundles the action, the command line and the thread of the resolver into dist/: ES modules, unminified, split so that
 * heavy parts are loaded only when needed, reproducible byte for byte, with the licences of everything inside.
 *
 *   node scripts/build.mjs           writes dist/ and lists its files: bytes, bytes after gzip, largest sources
 *   node scripts/build.mjs --check   exits with 1 and names the files of dist/ that differ from what the sources build
 *   node scripts/build.mjs --list    lists the files and writes nothing
 */
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundle, root } from './build/bundle.mjs';

const { values: flags } = parseArgs({ options: { check: { type: 'boolean' }, list: { type: 'boolean' } } });
const dist = join(root, 'dist');
const files = await bundle();

async function pathsBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = entries.filter((entry) => entry.isFile());
  return found.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** One line for each file, the largest first. */
function list() {
  const rows = [...files]
    .map(([path, { contents, output }]) => ({
      path,
      bytes: Buffer.byteLength(contents),
      zipped: gzipSync(contents).length,
      sources: Object.entries(output?.inputs ?? {})
        .sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
        .map(([source, { bytesInOutput }]) => `${source} ${bytesInOutput}`),
    }))
    .sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const line = (bytes, zipped, rest) => `${String(bytes).padStart(8)} ${String(zipped).padStart(8)}  ${rest}`;
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(line('bytes', 'gzip', 'file: largest sources, with their bytes in it'));
  for (const { path, bytes, zipped, sources } of rows) {
    const more = sources.length > 3 ? [`${sources.length - 3} more`] : [];
    const from = [...sources.slice(0, 3), ...more].join(', ');
    console.log(line(bytes, zipped, from === '' ? path : `${path}: ${from}`));
  }
  console.log(line(sum('bytes'), sum('zipped'), `in ${rows.length} files, each of them compressed alone`));
}

if (flags.check) {
  const names = [...new Set([...files.keys(), ...(await pathsBelow(dist))])].sort();
  const stale = [];
  for (const name of names) {
    const written = await readFile(join(dist, name), 'utf8').catch(() => undefined);
    if (written !== files.get(name)?.contents) stale.push(name);
  }
  if (stale.length > 0) {
    console.error(`dist/ is stale: ${stale.join(', ')}. Run: npm run build`);
    process.exitCode = 1;
  }
} else {
  if (!flags.list) {
    await rm(dist, { recursive: true, force: true });
    for (const [name, { contents }] of files) {
      await mkdir(dirname(join(dist, name)), { recursive: true });
      await writeFile(join(dist, name), contents);
    }
    await chmod(join(dist, 'cli.js'), 0o755);
  }
  list();
}
