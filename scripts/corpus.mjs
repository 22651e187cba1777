/**
 * Makes __tests__/fixtures/corpus/ from the shared data: a brotli archive for each pull request and each lockfile, one for
 * the recorded evidence of registries, and manifest.json, which says where each comes from.
 *
 *   node scripts/corpus.mjs           makes it again
 *   node scripts/corpus.mjs --check   checks that it equals the data, byte for byte
 *
 * LOCKGATE_SHARED names the folder that has `data/` (default: ../shared).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { extract } from 'tar';

import { loadModules } from './generate/load.mjs';

/** The corpus may have 12 MB. Left out first: the largest of a format and version that has others. */
const LEFT_OUT = {
  'bun-v1__midday-ai+midday__7f981155__bun.lock': 'the largest of its format',
  'yarn-v1__jestjs+jest__f2159020__yarn.lock': 'the largest of its format',
  'berry-v8__jestjs+jest__399b8314__yarn.lock': 'the largest of its format',
  'jestjs+jest-071ea1a1bf': 'the largest of its format',
  'withastro+astro-6f3fbd0a38': 'the largest of its format',
  'berry-v10__babel+babel__1da3cfa1__yarn.lock': 'the same bytes as after.yarn.lock of babel+babel-1eac448147',
};
const LIMIT = 12_000_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, '__tests__/fixtures/corpus');
const shared = process.env.LOCKGATE_SHARED ?? join(root, '..', 'shared');
const isCheck = process.argv.includes('--check');
const { archive } = await loadModules(root, { archive: '__tests__/support/archive.ts' });

const work = mkdtempSync(join(tmpdir(), 'lockgate-corpus-'));
try {
  const names = ['lockfile-pairs', 'lockfiles', 'registry-evidence'];
  for (const name of names) await extract({ file: join(shared, 'data', `${name}.tar.gz`), cwd: work });
  const wanted = corpusOf(...names.map((name) => join(work, name)));
  if (isCheck) check(wanted);
  else write(wanted);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @returns {{ manifest: object, archives: Map<string, Map<string, Buffer>> }} archives by their paths */
function corpusOf(pairs, lockfiles, evidence) {
  const archives = new Map();
  /** Lists the archive that holds these files, in the order in which they compress best: like after like. */
  const listed = (path, files) => {
    archives.set(path, new Map(files));
    return { archive: path, sha256: Object.fromEntries(files.map(([name, bytes]) => [name, digest(bytes)])) };
  };
  const [pairList, fileList, evidenceList] = [pairs, lockfiles, evidence].map((folder) =>
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
  );
  const kept = (key) => (one) => !Object.hasOwn(LEFT_OUT, one[key]);
  const sides = (lockfile) => ['package.json', lockfile].flatMap((name) => [`before.${name}`, `after.${name}`]);
  const manifest = {
    pairs: pairList.filter(kept('dir')).map((one) => ({
      ...one,
      ...listed(
        `pairs/${one.dir}.br`,
        sides(one.lockfile).map((name) => [name, readFileSync(join(pairs, one.dir, name))]),
      ),
    })),
    lockfiles: fileList.filter(kept('file')).map((one) => ({
      ...one,
      ...listed(`lockfiles/${one.file}.br`, [[one.file, readFileSync(join(lockfiles, one.file))]]),
    })),
    registryEvidence: {
      ...listed(
        'registry-evidence.br',
        filesBelow(evidence).map((file) => [file, readFileSync(join(evidence, file))]),
      ),
      sources: Object.fromEntries(evidenceList.map(({ file, source }) => [file, source])),
    },
    leftOut: [...pairList, ...fileList]
      .filter((one) => !kept('dir')(one) || !kept('file')(one))
      .map((one) => ({ ...one, why: LEFT_OUT[one.dir ?? one.file] })),
  };
  return { manifest, archives };
}

function write({ manifest, archives }) {
  for (const folder of ['pairs', 'lockfiles']) {
    rmSync(join(target, folder), { recursive: true, force: true });
    mkdirSync(join(target, folder), { recursive: true });
  }
  let size = 0;
  for (const [path, files] of archives) {
    const packed = archive.packFiles(files);
    size += packed.length;
    writeFileSync(join(target, path), packed);
  }
  writeFileSync(join(target, 'manifest.json'), textOf(manifest));
  console.log(`${archives.size} archives, ${size} bytes`);
  if (size > LIMIT) throw new Error(`More than ${LIMIT} bytes: leave out more.`);
}

/** Compares the contents: another zlib may compress the same bytes differently. */
function check({ manifest, archives }) {
  const wrong = [];
  for (const [path, files] of archives) {
    const found = archive.unpackFiles(readFileSync(join(target, path)));
    const same = found.size === files.size && [...files].every(([name, bytes]) => found.get(name)?.equals(bytes));
    if (!same) wrong.push(path);
  }
  if (readFileSync(join(target, 'manifest.json'), 'utf8') !== textOf(manifest)) wrong.push('manifest.json');
  const own = ['README.md', 'manifest.json'];
  wrong.push(...filesBelow(target).filter((file) => !archives.has(file) && !own.includes(file)));
  if (wrong.length > 0) throw new Error(`Differs from the data; run node scripts/corpus.mjs: ${wrong.join(', ')}`);
  console.log(`${archives.size} archives equal the data`);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}

function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function textOf(manifest) {
  return `${JSON.stringify(manifest, undefined, 1)}\n`;
}
