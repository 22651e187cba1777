import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { afterEach, describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';

import { openRepository } from '../../src/repository/git.ts';
import { gitEnvironment } from '../../src/repository/git-environment.ts';
import { chooseRange } from '../../src/repository/git-range.ts';
import { git, gitRepository, temporaryFolder, type GitRepositoryFixture } from '../support/git-repository.ts';
import { listingOf, textOf } from './snapshot-view.ts';

const environment = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, environment);
});

/** Everything of a check that starts git: the range, both listings, and reading every file of both sides. */
async function runEverything(folder: string): Promise<string[]> {
  const repository = await openRepository(folder);
  const { base, head } = await chooseRange(repository);
  for (const snapshot of [base, head]) {
    for (const file of await snapshot.list()) if (file.mode === 'file') await textOf(snapshot, file.path);
  }
  await repository.close();
  return listingOf(head);
}

/** A repository whose own settings would write a marker whenever git runs one of them. */
function boobyTrapped(): { fixture: GitRepositoryFixture; fired: () => string[] } {
  const fixture = gitRepository();
  const markers = temporaryFolder();
  const trap = (name: string) => fixture.script(`.git/traps/${name}`, `touch "${markers}/${name}"; cat`);
  fixture.write('.gitattributes', '* filter=trap diff=trap merge=trap\n');
  fixture.write('package.json', '{}');
  fixture.commit();
  fixture.git('switch', '--quiet', '--create', 'topic');
  fixture.write('package.json', '{"a":1}');
  fixture.commit();

  const settings: Record<string, string> = {
    'core.fsmonitor': trap('fsmonitor'),
    'core.hooksPath': join(fixture.folder, '.git/trapped-hooks'),
    'core.pager': trap('pager'),
    'core.editor': trap('editor'),
    'core.sshCommand': trap('ssh'),
    'core.askPass': trap('askpass'),
    'credential.helper': trap('credential'),
    'filter.trap.clean': trap('clean'),
    'filter.trap.smudge': trap('smudge'),
    'diff.trap.textconv': trap('textconv'),
    'diff.external': trap('external'),
    'alias.ls-tree': `!${trap('alias')}`,
    'pager.ls-tree': trap('pager-of-command'),
    'pager.ls-files': trap('pager-of-command'),
  };
  for (const [name, value] of Object.entries(settings)) fixture.git('config', name, value);
  for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman']) {
    fixture.script(`.git/trapped-hooks/${hook}`, `touch "${markers}/hook-${hook}"`);
    fixture.script(`.git/hooks/${hook}`, `touch "${markers}/hook-${hook}"`);
  }
  fixture.write('package.json', '{"b":1}');
  return {
    fixture,
    fired: () => {
      const names = readdirSync(markers).toSorted();
      for (const name of names) rmSync(join(markers, name));
      return names;
    },
  };
}

describe('nothing of the repository is run', () => {
  test("not its monitor, hooks, filters, pagers or aliases, which git's own commands do run", async () => {
    const { fixture, fired } = boobyTrapped();
    fixture.git('status');
    fixture.git('diff', '--no-ext-diff', '--textconv');
    expect(fired()).toEqual(expect.arrayContaining(['clean', 'fsmonitor', 'textconv'])); // the traps are set
    fixture.git('checkout', '--quiet', '--force', 'main');
    expect(fired()).toEqual(expect.arrayContaining(['hook-post-checkout', 'hook-post-index-change', 'smudge']));
    fixture.git('checkout', '--quiet', '--force', 'topic');
    fixture.write('package.json', '{"c":1}');
    fired();

    expect(await runEverything(fixture.folder)).toEqual(['file .gitattributes', 'file package.json']);
    expect(fired()).toEqual([]);
  });

  test('and nothing of it is written', async () => {
    const { fixture } = boobyTrapped();
    const state = () =>
      execFileSync('sh', ['-c', 'find . -type f -newermt 1970-01-02 -exec cksum {} + | sort'], {
        cwd: fixture.folder,
        encoding: 'utf8',
      });
    const before = state();
    await runEverything(fixture.folder);
    expect(state()).toBe(before);
  });

  test('not a file called git that stands where a relative or nested search path leads', async () => {
    const { fixture, fired } = boobyTrapped();
    const markers = temporaryFolder();
    const bogus = `touch "${markers}/git"; exit 1`;
    for (const place of ['', 'bin/', 'node_modules/.bin/']) fixture.script(`${place}git`, bogus);
    const sibling = gitRepository(); // npm scripts of another package of the same machine
    sibling.script('node_modules/.bin/git', bogus);
    fired();
    process.env['PATH'] = [
      '.',
      '',
      join(fixture.folder, 'bin'),
      join(fixture.folder, 'node_modules/.bin'),
      join(sibling.folder, 'node_modules/.bin'),
      environment['PATH'],
    ].join(delimiter);
    const own = process.cwd();
    process.chdir(fixture.folder);
    try {
      await runEverything('.');
    } finally {
      process.chdir(own);
    }
    expect(readdirSync(markers)).toEqual([]);
  });
});

describe("git's environment", () => {
  test('inside a hook, the repository that was asked for is read, not the one that the hook runs in', async () => {
    const asked = gitRepository();
    asked.write('asked', '');
    asked.commit();
    const hook = gitRepository();
    hook.write('hook', '');
    hook.commit();
    Object.assign(process.env, {
      GIT_DIR: join(hook.folder, '.git'),
      GIT_WORK_TREE: hook.folder,
      GIT_INDEX_FILE: join(hook.folder, '.git/index'),
      GIT_OBJECT_DIRECTORY: join(hook.folder, '.git/objects'),
      GIT_NAMESPACE: 'other',
      GIT_CONFIG_PARAMETERS: "'core.bare=true'",
    });
    expect(await runEverything(asked.folder)).toEqual(['file asked']);
  });

  test('keeps what says where the configuration is, so that safe.directory works', () => {
    const kept = { GIT_CONFIG_GLOBAL: '/g', GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', HOME: '/h' };
    const dropped = {
      GIT_SSH_COMMAND: 'x',
      GIT_EXTERNAL_DIFF: 'x',
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/x',
      GIT_TRACE: '/x',
    };
    const made = gitEnvironment({ ...kept, ...dropped }, '/repository');
    expect(made).toMatchObject(kept);
    for (const name of Object.keys(dropped)) expect(made).not.toHaveProperty(name);
  });

  test('keeps of the search path what lies outside the repository', () => {
    const path = ['/usr/bin', '/r/bin', '/r', '/r-tools', '/x/node_modules/.bin', 'bin', '', '/..r/bin', '/'];
    const made = gitEnvironment({ PATH: path.join(delimiter) }, '/r');
    expect(made['PATH']).toBe(['/usr/bin', '/r-tools', '/..r/bin', '/'].join(delimiter));
  });

  test("a repository of another owner is named as git's owner check, with the mend", async () => {
    const fixture = gitRepository();
    fixture.commit();
    const tools = temporaryFolder();
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const shim = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "${real}" "$@"\n`;
    writeFileSync(join(tools, 'git'), shim, { mode: 0o755 });
    process.env['PATH'] = `${tools}${delimiter}${environment['PATH'] ?? ''}`;
    await expect(openRepository(fixture.folder)).rejects.toMatchObject({
      code: 'repository-unavailable',
      message: expect.stringContaining('safe.directory'),
    });
    Object.assign(process.env, { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' });
    expect((await openRepository(fixture.folder)).root).toBe(fixture.folder);
  });
});

describe('a process that uses a repository', () => {
  /** Bundles a few lines and runs them in a Node of their own; throws where that does not end by itself. */
  function run(lines: string, env: NodeJS.ProcessEnv = {}): string {
    const file = join(temporaryFolder(), 'program.mjs');
    const contents = `import { openRepository, openRevision } from './src/repository/git.ts';\n${lines}`;
    const resolveDir = join(import.meta.dirname, '../..');
    buildSync({ stdin: { contents, resolveDir }, outfile: file, bundle: true, platform: 'node', format: 'esm' });
    return execFileSync(process.execPath, [file], {
      encoding: 'utf8',
      timeout: 25_000,
      env: { ...process.env, ...env },
    }).trim();
  }

  test('ends by itself where nobody closed the repository', () => {
    const fixture = gitRepository();
    fixture.write('x', 'x');
    fixture.commit();
    const lines = `
      const snapshot = await openRevision(await openRepository(${JSON.stringify(fixture.folder)}), 'HEAD');
      const [file] = await snapshot.list();
      console.log(Buffer.from(await snapshot.read(file, 9)).toString());`;
    expect(run(lines)).toBe('x');
  });

  test('ends by itself after an object that was too large', () => {
    const fixture = gitRepository();
    fixture.write('x', 'x'.repeat(5_000_000));
    fixture.commit();
    const lines = `
      const repository = await openRepository(${JSON.stringify(fixture.folder)});
      const snapshot = await openRevision(repository, 'HEAD');
      const [file] = await snapshot.list();
      await snapshot.read(file, 9).catch((error) => console.log(error.code));
      await repository.close();
      console.log('closed');`;
    expect(run(lines)).toBe('lockfile-too-large\nclosed');
  });

  test('ends by itself where git is missing', () => {
    const folder = JSON.stringify(temporaryFolder());
    expect(run(`openRepository(${folder}).catch((e) => console.log(e.code))`, { PATH: temporaryFolder() })).toBe(
      'repository-unavailable',
    );
  });
});

test('the fixture itself uses no configuration of this machine', () => {
  const fixture = gitRepository();
  expect(git(fixture.folder, 'config', '--list', '--show-scope')).not.toMatch(/^(?:global|system)\t/m);
});
