import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { repositoryRoot } from '../support/cli.ts';
import { gitRepository, temporaryFolder } from '../support/git-repository.ts';

/** The scripts that prepare and check a release, each as a process in a folder of its own. */

function run(script: string, ...args: readonly string[]) {
  const command = join(repositoryRoot, 'scripts', script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const changelog = '# Changelog\n\n## Unreleased\n\n### Added\n\n- A rule.\n\n## 0.1.0 - 2026-11-01\n\n- First.\n';

interface State {
  readonly version?: string;
  readonly lock?: string;
  readonly built?: string;
  readonly changelog?: string;
  readonly name?: string;
  readonly isPrivate?: boolean;
  readonly owners?: string;
}

/** A repository of this kind, small. */
function project(state: State = {}): string {
  const { version = '0.1.0', name = '@acme/lockgate', isPrivate = true } = state;
  const folder = temporaryFolder();
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const url = 'git+https://github.com/acme/lockgate.git';
  write('package.json', json({ name, version, private: isPrivate, type: 'module', repository: { type: 'git', url } }));
  const locked = { name, version: state.lock ?? version };
  write('package-lock.json', json({ ...locked, lockfileVersion: 3, packages: { '': locked } }));
  write('CHANGELOG.md', state.changelog ?? changelog);
  for (const path of ['dist', '.github']) mkdirSync(join(folder, path));
  write('.github/CODEOWNERS', state.owners ?? '/.github/ @acme/security\n');
  write('dist/cli.js', `console.log('${state.built ?? version}');\n`);
  return folder;
}

describe('a version is prepared', () => {
  test('in the manifest, its lockfile and the changelog', () => {
    const root = project();
    expect(run('release/version.mjs', '0.2.0', '--date', '2026-12-01', '--root', root)).toMatchObject({ status: 0 });
    const read = (path: string) => readFileSync(join(root, path), 'utf8');
    expect(JSON.parse(read('package.json'))).toMatchObject({ version: '0.2.0', private: true });
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({
      version: '0.2.0',
      packages: { '': { version: '0.2.0' } },
    });
    expect(read('CHANGELOG.md')).toBe(changelog.replace('## Unreleased\n', '## Unreleased\n\n## 0.2.0 - 2026-12-01\n'));
  });

  test('only upwards, only as a version, and only with something to say', () => {
    const problems = ['0.1.0', '0.0.9', '0.2', 'v0.2.0', ''].map(
      (version) => run('release/version.mjs', version, '--root', project()).status,
    );
    expect(problems).toEqual([1, 1, 1, 1, 1]);
    const silent = project({ changelog: '# Changelog\n\n## Unreleased\n\n## 0.1.0 - 2026-11-01\n\n- First.\n' });
    expect(run('release/version.mjs', '0.2.0', '--root', silent).stderr).toContain('nothing under "## Unreleased"');
    expect(readFileSync(join(silent, 'package.json'), 'utf8')).toContain('"version": "0.1.0"');
  });
});

describe('a tag is released only if all name its version', () => {
  const prepared =
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2026-12-01\n\n- A rule.\n\n## 0.1.0 - 2026-11-01\n\n- First.\n';
  const ready: State = { version: '0.2.0', changelog: prepared };
  const check = (state: State, tag = 'v0.2.0', ...args: readonly string[]) =>
    run('release/check.mjs', tag, '--root', project(state), ...args);

  test('and what the changelog says of it are the notes', () => {
    const notes = join(temporaryFolder(), 'notes.md');
    expect(check(ready, 'v0.2.0', '--notes', notes)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(notes, 'utf8')).toBe('- A rule.\n');
  });

  test.each<[string, State, string]>([
    ['the manifest', { ...ready, version: '0.1.9', lock: '0.2.0', built: '0.2.0' }, 'package.json says 0.1.9'],
    ['the lockfile', { ...ready, lock: '0.1.0' }, 'package-lock.json says 0.1.0'],
    ['what was built', { ...ready, built: '0.1.0' }, 'dist/cli.js says 0.1.0'],
    ['the changelog', { ...ready, changelog: prepared.replace('## 0.2.0 - ', '## 0.3.0 - ') }, 'the newest section'],
    ['a date', { ...ready, changelog: prepared.replace('2026-12-01', '2026-13-01') }, 'the newest section'],
    ['what is unreleased', { ...ready, changelog }, 'belong to no version'],
    ['a name to publish under', { ...ready, name: '@OWNER/lockgate' }, 'still stands for one'],
    ['a scope', { ...ready, name: 'lockgate' }, 'not a scoped name'],
    ['owners', { ...ready, owners: '/.github/ @OWNER\n' }, '.github/CODEOWNERS still says OWNER'],
    ['private', { ...ready, isPrivate: false }, 'not private'],
  ])('not where it lacks %s', (_, state, problem) => {
    const { status, stderr } = check(state);
    expect([status, stderr]).toEqual([1, expect.stringContaining(problem)]);
  });

  test.each(['0.2.0', 'v0.2', 'v0', 'v0.2.0 ', '--x', 'v00.2.0'])('not for %j', (tag) => {
    expect(check(ready, tag).status).not.toBe(0);
  });

  test('so that this repository is not released before its name is chosen', () => {
    const { name, version } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
    };
    const { status, stderr } = run('release/check.mjs', `v${version}`);
    if (name.includes('OWNER')) expect([status, stderr]).toEqual([1, expect.stringContaining('still stands for one')]);
  });
});

describe('dist/ of a tag is built again and compared', () => {
  const build = `
    import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
    mkdirSync('dist/chunks', { recursive: true });
    writeFileSync('dist/cli.js', readFileSync('src/cli.txt'));
    writeFileSync('dist/chunks/a.js', 'a\\n');
  `;
  const sources = {
    'package.json': json({ name: 'x', version: '1.0.0', type: 'module' }),
    'package-lock.json': json({
      name: 'x',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': { name: 'x', version: '1.0.0' } },
    }),
    'scripts/build.mjs': build,
    'src/cli.txt': 'cli\n',
  };
  const dist = { 'dist/cli.js': 'cli\n', 'dist/chunks/a.js': 'a\n' };

  function tagged(files: Readonly<Record<string, string>>): string {
    const repository = gitRepository();
    for (const [path, content] of Object.entries(files)) repository.write(path, content);
    repository.commit();
    repository.git('tag', 'v1.0.0');
    // What comes after the tag, and what is not committed, changes nothing.
    repository.write('src/cli.txt', 'later\n');
    repository.commit();
    repository.write('src/cli.txt', 'not committed\n');
    return repository.folder;
  }
  const rebuild = (folder: string, tag = 'v1.0.0') => run('rebuild.mjs', tag, '--repo', folder);

  test('and is the same', () => {
    const folder = tagged({ ...sources, ...dist });
    const { status, stdout } = rebuild(folder);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^2 files of dist\/ at v1\.0\.0 \([0-9a-f]{40}\)/)]);
  });

  test.each([
    ['a byte', { ...dist, 'dist/cli.js': 'cli \n' }, 'dist/cli.js'],
    ['a file more', { ...dist, 'dist/chunks/b.js': 'b\n' }, 'dist/chunks/b.js'],
    ['a file less', { 'dist/cli.js': 'cli\n' }, 'dist/chunks/a.js'],
  ])('or differs by %s', (_, committed, path) => {
    const { status, stderr } = rebuild(tagged({ ...sources, ...committed }));
    expect([status, stderr]).toEqual([1, `dist/ of v1.0.0 is not what its sources build: ${path}\n`]);
  });

  test('or cannot be built, which is not the same as the same', () => {
    const folder = tagged({ ...sources, ...dist, 'scripts/build.mjs': 'process.exit(3);' });
    expect(rebuild(folder).status).toBe(2);
    expect(rebuild(folder, 'v9.9.9').status).toBe(2);
    expect(rebuild(tagged(sources)).status).toBe(2);
  });
});
