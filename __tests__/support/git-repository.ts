import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll } from '@jest/globals';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of the test file's own, gone after its last test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lockgate-')));
  made.push(folder);
  return folder;
}

/** Nobody's configuration, so that a test means the same on every machine: for the tests' git and for lockgate's. */
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) Reflect.deleteProperty(process.env, name);
Object.assign(process.env, { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' });

const firstOfJanuary = '2026-01-01T00:00:00Z';

/** Runs git as Mona on the first of January 2026, and so with the same ids every time; gives what it printed. */
export function git(folder: string, ...args: readonly string[]): string {
  return gitAt(firstOfJanuary, folder, ...args);
}

function gitAt(time: string, folder: string, ...args: readonly string[]): string {
  const mona = ['AUTHOR', 'COMMITTER'].flatMap((role): [string, string][] => [
    [`GIT_${role}_NAME`, 'Mona'],
    [`GIT_${role}_EMAIL`, 'mona@example.com'],
    [`GIT_${role}_DATE`, time],
  ]);
  return execFileSync('git', ['-C', folder, '-c', 'init.defaultBranch=main', ...args], {
    env: { ...process.env, ...Object.fromEntries(mona) },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trimEnd();
}

/** A real git repository in a temporary folder. */
export interface GitRepositoryFixture {
  readonly folder: string;
  git(...args: readonly string[]): string;
  /** The same at another time: for commits and merges. */
  gitAt(time: string, ...args: readonly string[]): string;
  /** Writes a file and the folders above it. */
  write(path: string, content: string | Uint8Array): void;
  symlink(path: string, target: string): void;
  /** Writes an executable shell script; gives its absolute path. */
  script(path: string, body: string): string;
  /** Commits everything there is, ignored files aside, on the first of January 2026 or then; gives the id. */
  commit(message?: string, time?: string): string;
}

/** `options` go to `git init`: `--bare`, `--object-format=sha256`. */
export function gitRepository(...options: readonly string[]): GitRepositoryFixture {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet', ...options);
  return repositoryAt(folder);
}

/** A clone of another, by `file://` so that `--depth` and `--filter` mean something. */
export function cloneOf(origin: GitRepositoryFixture, ...options: readonly string[]): GitRepositoryFixture {
  const folder = join(temporaryFolder(), 'clone');
  git(origin.folder, 'clone', '--quiet', ...options, `file://${origin.folder}`, folder);
  return repositoryAt(folder);
}

function repositoryAt(folder: string): GitRepositoryFixture {
  const locate = (path: string) => {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    return place;
  };
  return {
    folder,
    git: (...args) => git(folder, ...args),
    gitAt: (time, ...args) => gitAt(time, folder, ...args),
    write: (path, content) => {
      writeFileSync(locate(path), content);
    },
    symlink: (path, target) => {
      symlinkSync(target, locate(path));
    },
    script: (path, body) => {
      const place = locate(path);
      writeFileSync(place, `#!/bin/sh\n${body}\n`);
      chmodSync(place, 0o755);
      return place;
    },
    commit: (message = 'a commit', time = firstOfJanuary) => {
      git(folder, 'add', '--all');
      gitAt(time, folder, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', message);
      return git(folder, 'rev-parse', 'HEAD');
    },
  };
}
