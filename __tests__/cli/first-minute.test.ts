import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { startProgress } from '../../src/cli/progress.ts';
import { openRepository } from '../../src/repository/git.ts';
import type { SoFar } from '../../src/run/rehearse.ts';
import { rehearse } from '../../src/run/rehearse.ts';
import { runCli } from '../support/cli.ts';
import { git, gitRepository, temporaryFolder } from '../support/git-repository.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** The first command of somebody new, `check --history 20`: no configuration, no token, wherever it is started. */

const rehearsal = (cwd: string, ...args: readonly string[]) =>
  runCli(['check', '--history', '20', '--offline', ...args], { cwd });

describe('where there is nothing to rehearse, one line says why and what to do', () => {
  test('no git repository', async () => {
    const { status, stdout, stderr } = await rehearsal(temporaryFolder());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'lockgate: the folder `.` is not in a git repository: name one with --repo, or compare two folders with --base-dir and --head-dir (usage)\n',
    );
  });

  test('no commit', async () => {
    const { status, stderr } = await rehearsal(gitRepository().folder);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'lockgate: this repository has no branch that looks like its default: name one with --branch, or make a first commit (usage)\n',
    );
  });

  test('no lockfile, or one that never changed', async () => {
    for (const path of ['README.md', 'package-lock.json']) {
      const repository = gitRepository();
      repository.write(path, '{}');
      repository.commit();
      const { status, stdout, stderr } = await rehearsal(repository.folder);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('No commit of main after the first one changed a lockfile');
      expect(stdout).toContain('lockgate audit');
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  test.each(['text', 'markdown'])('a shallow clone, in %s', async (format) => {
    const repository = gitRepository();
    repository.write('package-lock.json', '{}');
    repository.commit();
    repository.write('package-lock.json', '{ }');
    repository.commit();
    const clone = join(temporaryFolder(), 'clone');
    git(repository.folder, 'clone', '--quiet', '--depth', '1', `file://${repository.folder}`, clone);
    const { status, stdout } = await rehearsal(clone, '--format', format);
    expect(status).toBe(0);
    expect(stdout).toContain('This clone is shallow');
    expect(stdout).toContain('run git fetch --unshallow, then rehearse again');
  });
});

describe('the progress', () => {
  let registry: LoopbackRegistry;
  beforeAll(async () => {
    registry = await startRegistry({ packages: { plain: pkg({ '1.0.0': {}, '1.0.1': {}, '1.0.2': {} }) } });
  });
  afterAll(() => registry.close());

  test('says before the first change is judged what is asked, and after each what has become of them', async () => {
    const repository = gitRepository();
    for (const version of ['1.0.0', '1.0.1', '1.0.2']) {
      const described = { dependencies: { plain: '*' }, packages: { 'node_modules/plain': { version } } };
      repository.write('package.json', npmManifest(described));
      repository.write('package-lock.json', npmLockfile(registry, described));
      repository.commit();
    }
    const home = join(temporaryFolder(), 'home');
    mkdirSync(home);
    const told: (readonly [string, number, number, SoFar | undefined])[] = [];
    await rehearse(
      {
        ...{ policyPath: '.github/dependency-policy.yml', registry: registry.url, trust: {}, offline: false },
        ...{ env: { HOME: home }, workTree: repository.folder },
      },
      {
        ...{ repository: await openRepository(repository.folder), most: 20, clock: '2026-06-01T00:00:00.000Z' },
        progress: (...step) => told.push([step[0], step[1], step[2], step[3]]),
      },
    );
    expect(told).toContainEqual(['judged', 0, 2, expect.objectContaining({ asked: { done: 1, total: 1 } })]);
    const [, done, total, soFar] = told.at(-1) ?? [];
    expect([done, total, soFar?.asked]).toEqual([2, 2, undefined]);
    expect(Object.values(soFar?.totals ?? {}).reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  test('is cut to the terminal, so that it is redrawn in place', async () => {
    let drawn = '';
    const stream = { isTTY: true, columns: 40, write: (text: string) => ((drawn += text), true) };
    const progress = startProgress(stream, 'Judging the history');
    progress.step(1, 20, '; too early to be drawn');
    expect(drawn).toBe('');
    await new Promise((resolve) => setTimeout(resolve, 1010));
    progress.step(3, 20, `; ${'5 pass, '.repeat(20)}`);
    expect(drawn).toBe('\rJudging the history: 3 of 20; 5 pass, 5\u001b[K');
  });
});
