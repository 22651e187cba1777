/**
 * Builds dist/ again from a tag and compares it with the dist/ of that tag, byte for byte.
 *
 *   node scripts/rebuild.mjs TAG [--repo FOLDER]
 *
 * The sources are checked out into an empty folder and their locked dependencies installed there, without scripts. Exit status: 0 if every
 * file is the same, 1 and their names if not, 2 if it could not be built.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: flags, positionals } = parseArgs({
  options: { repo: { type: 'string' } },
  allowPositionals: true,
});
const [tag = ''] = positionals;
const repository = flags.repo ?? fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'lockgate-rebuild-'));
const folder = join(home, 'tree');
const git = (...args) =>
  execFileSync('git', ['-C', repository, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** What the tag has under dist/: object id by path. */
function committed(commit) {
  const lines = git('ls-tree', '-r', '-z', commit, '--', 'dist').split('\0').filter(Boolean);
  return new Map(lines.map((line) => /^\d+ blob (\w+)\t(.*)$/s.exec(line)).map(([, id, path]) => [path, id]));
}

/** The same of what was built: git's own ids, of the bytes as they lie there. */
function built() {
  const found = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  const ids = execFileSync('git', ['hash-object', '--no-filters', '--stdin-paths'], {
    ...{ cwd: folder, encoding: 'utf8', input: `${paths.join('\n')}\n` },
  });
  const lines = ids.trim().split('\n');
  return new Map(paths.map((path, at) => [path.replaceAll('\\', '/'), lines[at]]));
}

function main() {
  const commit = git('rev-parse', '--verify', '--end-of-options', `${tag}^{commit}`).trim();
  const before = committed(commit);
  if (before.size === 0) throw new Error(`${tag} has no dist/`);
  git('worktree', 'add', '--detach', '--quiet', folder, commit);
  // Nothing of the committed dist/ may be taken for what was built.
  rmSync(join(folder, 'dist'), { recursive: true });
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], options);
  execFileSync(process.execPath, ['scripts/build.mjs'], options);
  const after = built();
  const different = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  if (different.length > 0) {
    console.error(`dist/ of ${tag} is not what its sources build: ${different.sort().join(', ')}`);
    return 1;
  }
  console.log(`${before.size} files of dist/ at ${tag} (${commit}) are what its sources build.`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  rmSync(home, { recursive: true, force: true });
  spawnSync('git', ['-C', repository, 'worktree', 'prune'], { stdio: 'ignore' });
}
