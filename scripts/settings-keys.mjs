/**
 * Renews the lists of settings in __tests__/fixtures/settings-keys/settings-keys.json from installed package managers,
 * and prints the keys that are new. Run it by hand, when a package manager has a new version; a test then names the keys
 * that its table lacks. An older version of the same major is dropped from the list. Yarn 1 and bun have no list: their
 * tables are written from their documentation.
 *
 *   node scripts/settings-keys.mjs FOLDER...    folders of the packages npm, pnpm 10 or 11, and @yarnpkg/cli-dist
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../__tests__/fixtures/settings-keys/settings-keys.json', import.meta.url));

const readers = {
  npm: { name: 'npm', origin: 'its own @npmcli/config definitions', keysOf: keysOfNpm },
  pnpm: { name: 'pnpm', origin: 'the types in its bundle', keysOf: keysOfPnpm },
  '@yarnpkg/cli-dist': { name: 'yarn', origin: 'yarn config --json', keysOf: keysOfYarn },
};

/** @param {string} folder of the package */
function keysOfNpm(folder) {
  const require = createRequire(join(folder, 'package.json'));
  return Object.keys(require('@npmcli/config/lib/definitions').definitions);
}

/** The members of the object literal in the bundle that has pnpm's settings. @param {string} folder of the package */
function keysOfPnpm(folder) {
  const bundle = ['pnpm.cjs', 'pnpm.mjs'].map((name) => join(folder, 'dist', name)).find((path) => existsSync(path));
  if (bundle === undefined) throw new Error(`${folder} has no bundle of pnpm`);
  const lines = readFileSync(bundle, 'utf8').split('\n');
  const one = lines.findIndex((line) => line.trim() === '"aggregate-output": Boolean,');
  if (one < 0) throw new Error(`${bundle} has no list of types`);
  const [indent = ''] = /^ */.exec(lines[one] ?? '') ?? [];
  const first = lines.findLastIndex((line, at) => at < one && !line.startsWith(indent)) + 1;
  const end = lines.findIndex((line, at) => at > one && !line.startsWith(indent));
  return lines.slice(first, end).flatMap((line) => {
    const [, quoted, bare] = /^ *(?:"([^"]+)"|([a-z]+)):/.exec(line) ?? [];
    return quoted ?? bare ?? [];
  });
}

/** @param {string} folder of the package */
function keysOfYarn(folder) {
  const project = mkdtempSync(join(tmpdir(), 'settings-keys-'));
  try {
    writeFileSync(join(project, 'package.json'), '{}');
    writeFileSync(join(project, 'yarn.lock'), '');
    const options = { cwd: project, encoding: 'utf8', env: { ...process.env, HOME: project, YARN_IGNORE_PATH: '1' } };
    const printed = execFileSync(process.execPath, [join(folder, 'bin/yarn.js'), 'config', '--json'], options);
    return printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).key);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

const lists = JSON.parse(readFileSync(target, 'utf8'));
const known = new Set(Object.values(lists).flatMap(({ keys }) => keys));
for (const folder of process.argv.slice(2).map((path) => resolve(path))) {
  const { name: packaged, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const reader = readers[packaged];
  if (reader === undefined) throw new Error(`${packaged} has no list of settings`);
  const { name, origin, keysOf } = reader;
  const keys = [...new Set(keysOf(folder))].sort();
  const major = version.split('.', 1)[0];
  for (const listed of Object.keys(lists)) if (listed.startsWith(`${name} ${major}.`)) delete lists[listed];
  lists[`${name} ${version}`] = { origin, keys };
  console.log(
    `${name} ${version}: ${keys.length} keys, new: ${keys.filter((key) => !known.has(key)).join(' ') || 'none'}`,
  );
}
const sorted = Object.entries(lists).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
writeFileSync(target, `${JSON.stringify(Object.fromEntries(sorted))}\n`);
