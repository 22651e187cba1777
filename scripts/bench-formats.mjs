/**
 * The time to read and compare a lockfile, as a ratio to the time of the usual library to read the same bytes.
 *
 *   node scripts/bench-formats.mjs FOLDER [--runs 9]
 *
 * FOLDER has lockfiles whose names end in `_package-lock.json`, `_yarn.lock`, `_pnpm-lock.yaml` or `_bun.lock`; for each
 * format the largest is used. Each measurement is the median of the runs after two warm-up runs, interleaved.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import yarnClassic from '@yarnpkg/lockfile';
import { parse as parseYaml } from 'yaml';

import { loadModules } from './generate/load.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '9' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('name the folder of lockfiles');
const { index, open, diff } = await loadModules(root, {
  index: 'src/managers/index.ts',
  open: 'src/compare/open-with-manifests.ts',
  diff: 'src/lockfile/diff.ts',
});

const withoutTrailingCommas = (text) => text.replaceAll(/,(\s*[}\]])/g, '$1');
const formats = [
  ['npm', /_package-lock\.json$/, 'package-lock.json', 'JSON.parse', JSON.parse],
  ['yarn classic', /^yarn-v1.*_yarn\.lock$/, 'yarn.lock', '@yarnpkg/lockfile', (text) => yarnClassic.parse(text)],
  ['yarn berry', /^berry-.*_yarn\.lock$/, 'yarn.lock', 'yaml', (text) => parseYaml(text, { maxAliasCount: 0 })],
  ['pnpm', /_pnpm-lock\.yaml$/, 'pnpm-lock.yaml', 'yaml', (text) => parseYaml(text, { maxAliasCount: 0 })],
  ['bun', /_bun\.lock$/, 'bun.lock', 'JSON.parse', (text) => JSON.parse(withoutTrailingCommas(text))],
];

function largest(pattern) {
  const sized = readdirSync(folder).filter((name) => pattern.test(name));
  return sized.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)[0];
}

const noManifests = { of: async () => undefined, folders: [] };
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

for (const [format, pattern, path, library, read] of formats) {
  const file = largest(pattern);
  if (file === undefined) continue;
  const bytes = readFileSync(join(folder, file));
  const text = bytes.toString('utf8');
  const works = {
    library: () => read(text),
    parse: () => index.parseLockfile(path, bytes),
    compare: async () => {
      const read = () => open.openWithManifests(index.parseLockfile(path, bytes), noManifests);
      const [base, head] = [await read(), await read()];
      return diff.diffLockfiles(path, base, head);
    },
  };
  const times = { library: [], parse: [], compare: [] };
  for (let run = -2; run < Number(values.runs); run += 1) {
    for (const [what, work] of Object.entries(works)) {
      const started = performance.now();
      await work();
      if (run >= 0) times[what].push(performance.now() - started);
    }
  }
  const [theirs, parse, compare] = ['library', 'parse', 'compare'].map((what) => median(times[what]));
  const size = `${(bytes.length / 1e6).toFixed(2)} MB`;
  const ratio = (own) => `${own.toFixed(0).padStart(5)} ms ${(own / theirs).toFixed(2).padStart(6)} x`;
  console.log(
    `${format.padEnd(13)} ${size}  ${library.padEnd(18)} ${theirs.toFixed(0).padStart(5)} ms   read ${ratio(parse)}   both sides read and compared ${ratio(compare)}`,
  );
}
