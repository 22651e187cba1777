/**
 * Prepares a release: the version in package.json and its lockfile, and what is unreleased in CHANGELOG.md under it.
 *
 *   node scripts/release/version.mjs VERSION [--date YYYY-MM-DD] [--root FOLDER]
 *
 * Then build, commit, have it reviewed and merged, and push the tag: docs/releasing.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { cutSection } from './changelog.mjs';
import { readTag } from './tag.mjs';

const { values: flags, positionals } = parseArgs({
  options: { date: { type: 'string' }, root: { type: 'string' } },
  allowPositionals: true,
});
const root = flags.root ?? fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const write = (path, text) => writeFileSync(join(root, path), text);

try {
  const { version, newerThan } = readTag(`v${positionals[0] ?? ''}`);
  const manifest = JSON.parse(read('package.json'));
  if (version === manifest.version || !newerThan(`v${manifest.version}`)) {
    throw new Error(`${version} is not newer than ${manifest.version}`);
  }
  const changelog = cutSection(read('CHANGELOG.md'), version, flags.date ?? new Date().toISOString().slice(0, 10));
  const lock = JSON.parse(read('package-lock.json'));
  lock.version = version;
  lock.packages[''].version = version;
  write('package.json', `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  write('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  write('CHANGELOG.md', changelog);
  console.log(
    `${version} is in package.json, package-lock.json and CHANGELOG.md. Next: npm run build, and docs/releasing.md.`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
