/**
 * Checks that tag, package.json, its lockfile, CHANGELOG.md and the built command line name one version, and that the name is one that
 * may be published.
 *
 *   node scripts/release/check.mjs TAG [--notes FILE] [--root FOLDER]
 *
 * `--notes` writes what CHANGELOG.md says of the version. Exit status: 1 and a line for each thing that does not hold.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { notesOf } from './changelog.mjs';
import { readTag } from './tag.mjs';

const { values: flags, positionals } = parseArgs({
  options: { notes: { type: 'string' }, root: { type: 'string' } },
  allowPositionals: true,
});
const root = flags.root ?? fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const problems = [];
const demand = (holds, problem) => {
  if (!holds) problems.push(problem);
};
const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    problems.push(error.message);
    return undefined;
  }
};

const tag = attempt(() => readTag(positionals[0] ?? ''));
const manifest = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));
if (tag !== undefined) {
  const versions = {
    'package.json': manifest.version,
    'package-lock.json': lock.version,
    'the root of package-lock.json': lock.packages[''].version,
    'dist/cli.js': attempt(() =>
      execFileSync(process.execPath, [join(root, 'dist/cli.js'), '--version'])
        .toString()
        .trim(),
    ),
  };
  for (const [where, version] of Object.entries(versions)) {
    demand(version === tag.version, `${where} says ${version}, the tag ${tag.version}`);
  }
  const notes = attempt(() => notesOf(read('CHANGELOG.md'), tag.version));
  if (flags.notes !== undefined && notes !== undefined) writeFileSync(flags.notes, notes);
}
const named = JSON.stringify([manifest.name, manifest.repository.url, lock.name, lock.packages[''].name]);
demand(!named.includes('OWNER'), `the name still stands for one, and so does the repository: ${named}`);
for (const path of ['.github/CODEOWNERS', '.github/ISSUE_TEMPLATE/config.yml']) {
  demand(!existsSync(join(root, path)) || !read(path).includes('OWNER'), `${path} still says OWNER`);
}
demand(/^@[a-z0-9-]+\/[a-z0-9-]+$/.test(manifest.name), `${manifest.name} is not a scoped name that may be published`);
demand(manifest.private === true, 'package.json is not private: only the packed manifest may be published');

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
