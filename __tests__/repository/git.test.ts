import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { afterEach, describe, expect, test } from '@jest/globals';

import { openRepository, openRevision, type GitRepository } from '../../src/repository/git.ts';
import { chooseRange } from '../../src/repository/git-range.ts';
import { cloneOf, gitRepository, temporaryFolder } from '../support/git-repository.ts';
import { listingOf, textOf } from './snapshot-view.ts';

const opened: GitRepository[] = [];
const open = async (folder: string) => {
  const repository = await openRepository(folder);
  opened.push(repository);
  return repository;
};
afterEach(async () => {
  for (const repository of opened.splice(0)) await repository.close();
});

describe('a revision as a snapshot', () => {
  test('lists modes and ids, and reads by id', async () => {
    const fixture = gitRepository();
    fixture.write('package.json', '{}');
    fixture.write('lib/package.json', '{}');
    fixture.script('bin/run', 'exit 0');
    fixture.symlink('package-lock.json', '/etc/hostname');
    const first = fixture.commit();
    fixture.git('update-index', '--add', '--cacheinfo', `160000,${first},vendor/package-lock.json`);
    fixture.git('commit', '-qm', 'a submodule');

    const snapshot = await openRevision(await open(fixture.folder), 'HEAD');
    expect(await listingOf(snapshot)).toEqual([
      'file bin/run',
      'file lib/package.json',
      'symlink package-lock.json',
      'file package.json',
      'gitlink vendor/package-lock.json',
    ]);
    const ids = new Map((await snapshot.list()).map(({ path, id }) => [path, id]));
    expect(ids.get('package.json')).toBe(fixture.git('rev-parse', 'HEAD:package.json'));
    expect(ids.get('lib/package.json')).toBe(ids.get('package.json'));
    expect(ids.get('vendor/package-lock.json')).toBe(first);
    expect(snapshot.label).toBe(fixture.git('rev-parse', 'HEAD').slice(0, 12));
    expect(await textOf(snapshot, 'package.json')).toBe('{}');
    for (const path of ['package-lock.json', 'vendor/package-lock.json']) {
      await expect(textOf(snapshot, path)).rejects.toMatchObject({ code: 'lockfile-not-regular', path });
    }
  });

  const oddNames = [
    '-n',
    ' ',
    '"q"',
    'new\nline/x',
    '::error::x',
    '\u202egnp.exe',
    'a\\b',
    '*?[',
    ':(top)x',
    'tab\tx',
    'é',
  ];
  test('reads files whatever they are called', async () => {
    const fixture = gitRepository();
    const longPath = `${'d'.repeat(99)}/`.repeat(39) + 'f'.repeat(100);
    for (const name of oddNames) fixture.write(name, name);
    fixture.commit();
    const blob = fixture.git('rev-parse', 'HEAD:-n');
    fixture.git('update-index', '--add', '--cacheinfo', `100644,${blob},${longPath}`);
    fixture.git('commit', '-qm', 'a long path');
    const snapshot = await openRevision(await open(fixture.folder), 'HEAD');
    expect((await snapshot.list()).map(({ path }) => path)).toEqual([...oddNames, longPath].toSorted());
    for (const name of oddNames) expect(await textOf(snapshot, name)).toBe(name);
    expect(await textOf(snapshot, longPath)).toBe('-n');
  });

  test('tells names apart that are not UTF-8', async () => {
    const fixture = gitRepository();
    for (const byte of [0xfe, 0xff]) {
      const folder = Buffer.concat([Buffer.from(`${fixture.folder}/`), Buffer.of(byte)]);
      mkdirSync(folder);
      writeFileSync(Buffer.concat([folder, Buffer.from('/package-lock.json')]), `${byte}`);
    }
    fixture.commit();
    const snapshot = await openRevision(await open(fixture.folder), 'HEAD');
    expect(await textOf(snapshot, '\udcfe/package-lock.json')).toBe('254');
    expect(await textOf(snapshot, '\udcff/package-lock.json')).toBe('255');
  });

  test('shows a renamed file as one gone and one new, with the same id', async () => {
    const fixture = gitRepository();
    fixture.write('a/package-lock.json', '{"lockfileVersion":3}');
    fixture.commit();
    fixture.git('mv', 'a', 'b');
    fixture.commit();
    const repository = await open(fixture.folder);
    const [before, after] = await Promise.all(
      ['HEAD~1', 'HEAD'].map(async (rev) => (await openRevision(repository, rev)).list()),
    );
    expect(before?.map(({ path }) => path)).toEqual(['a/package-lock.json']);
    expect(after?.map(({ path }) => path)).toEqual(['b/package-lock.json']);
    expect(after?.[0]?.id).toBe(before?.[0]?.id);
  });

  test('keeps a committed node_modules as one folder, whose id tells whether it changed', async () => {
    const fixture = gitRepository();
    fixture.write('app/node_modules/a/index.js', '');
    fixture.write('app/package.json', '');
    fixture.commit();
    const snapshot = await openRevision(await open(fixture.folder), 'HEAD');
    expect(await snapshot.list()).toEqual([
      { path: 'app/node_modules', mode: 'folder', id: fixture.git('rev-parse', 'HEAD:app/node_modules') },
      { path: 'app/package.json', mode: 'file', id: fixture.git('rev-parse', 'HEAD:app/package.json') },
    ]);
  });

  test('needs no work tree, and none that is complete', async () => {
    const fixture = gitRepository();
    fixture.write('package.json', '{}');
    fixture.commit();
    fixture.write('package.json', '{"later":1}');
    rmSync(join(fixture.folder, '.git/index'));
    const bare = cloneOf(fixture, '--bare');
    for (const folder of [fixture.folder, bare.folder]) {
      const snapshot = await openRevision(await open(folder), 'main');
      expect(await textOf(snapshot, 'package.json')).toBe('{}');
    }
  });

  test('is the whole tree, also from a folder below its root and through a symbolic link', async () => {
    const fixture = gitRepository();
    fixture.write('package.json', '{}');
    fixture.write('a/b/x', '');
    fixture.symlink('alias', 'a/b');
    fixture.commit();
    for (const start of ['a/b', 'alias']) {
      const repository = await open(join(fixture.folder, start));
      expect(repository.root).toBe(fixture.folder);
      expect(await listingOf(await openRevision(repository, 'HEAD'))).toEqual([
        'file a/b/x',
        'symlink alias',
        'file package.json',
      ]);
    }
  });

  test('reads a repository whose ids are SHA-256', async () => {
    const fixture = gitRepository('--object-format=sha256');
    fixture.write('package.json', '{}');
    const commit = fixture.commit();
    expect(commit).toHaveLength(64);
    expect(await textOf(await openRevision(await open(fixture.folder), commit), 'package.json')).toBe('{}');
  });

  test('reads several files at once, and goes on after one that is too large', async () => {
    const fixture = gitRepository();
    const paths = Array.from({ length: 20 }, (_, n) => `f${n}`);
    for (const path of paths) fixture.write(path, path.repeat(10_000));
    fixture.write('huge', 'x'.repeat(5_000_000));
    fixture.commit();
    const snapshot = await openRevision(await open(fixture.folder), 'HEAD');
    const reads = await Promise.allSettled(['f0', 'huge', ...paths].map((path) => textOf(snapshot, path, 40_000)));
    expect(reads[1]).toMatchObject({ status: 'rejected', reason: { code: 'lockfile-too-large', path: 'huge' } });
    expect(reads.filter(({ status }) => status === 'fulfilled')).toHaveLength(21);
    expect(await textOf(snapshot, 'huge', 5_000_000)).toHaveLength(5_000_000);
  });

  test('reads on after close', async () => {
    const fixture = gitRepository();
    fixture.write('x', 'x');
    fixture.commit();
    const snapshot = await openRevision(await open(fixture.folder), 'HEAD');
    await snapshot.close?.();
    await snapshot.close?.();
    expect(await textOf(snapshot, 'x')).toBe('x');
  });

  test('refuses bytes that are not the blob that was asked for', async () => {
    const fixture = gitRepository();
    fixture.write('a', 'good');
    fixture.write('b', 'evil');
    fixture.commit();
    const place = (path: string) => {
      const id = fixture.git('rev-parse', `HEAD:${path}`);
      return join(fixture.folder, '.git/objects', id.slice(0, 2), id.slice(2));
    };
    chmodSync(place('a'), 0o600);
    writeFileSync(place('a'), readFileSync(place('b')));
    const snapshot = await openRevision(await open(fixture.folder), 'HEAD');
    await expect(textOf(snapshot, 'a')).rejects.toMatchObject({ code: 'repository-unavailable', path: 'a' });
  });

  test('reads what an id means, whatever a replace ref says', async () => {
    const fixture = gitRepository();
    fixture.write('a', 'good');
    fixture.write('b', 'evil');
    fixture.commit();
    fixture.git('replace', fixture.git('rev-parse', 'HEAD:a'), fixture.git('rev-parse', 'HEAD:b'));
    expect(await textOf(await openRevision(await open(fixture.folder), 'HEAD'), 'a')).toBe('good');
  });

  test('fetches nothing: a clone without blobs says so instead of asking its origin', async () => {
    const origin = gitRepository();
    origin.write('package.json', '{}');
    origin.commit();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const clone = cloneOf(origin, '--filter=blob:none', '--no-checkout');
    clone.git('config', 'protocol.file.allow', 'always');
    const snapshot = await openRevision(await open(clone.folder), 'HEAD');
    expect(await listingOf(snapshot)).toEqual(['file package.json']);
    await expect(textOf(snapshot, 'package.json')).rejects.toMatchObject({
      code: 'repository-unavailable',
      message: expect.stringContaining('--filter'),
    });
    expect(clone.git('cat-file', '-p', 'HEAD:package.json')).toBe('{}'); // git itself would have fetched it
  });
});

describe('what is no revision or no repository', () => {
  test.each(['nowhere', '-n', '--all', '', 'HEAD:package.json', 'HEAD^{tree}', 'HEAD\nHEAD', '\0', 'a b'])(
    'refuses the revision %j and names the flag',
    async (rev) => {
      const fixture = gitRepository();
      fixture.write('package.json', '{}');
      fixture.commit();
      await expect(openRevision(await open(fixture.folder), rev, '--base')).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringMatching(/^--base `.+` names no commit here: [^\n]+$/),
      });
    },
  );

  test('takes a tag that is called like an option', async () => {
    const fixture = gitRepository();
    const commit = fixture.commit();
    fixture.git('update-ref', 'refs/tags/--all', commit);
    const snapshot = await openRevision(await open(fixture.folder), '--all');
    expect(snapshot.label).toBe(commit.slice(0, 12));
  });

  test('asks for more history where a shallow clone does not have the commit', async () => {
    const origin = gitRepository();
    const first = origin.commit();
    origin.commit();
    const clone = cloneOf(origin, '--depth=1');
    await expect(openRevision(await open(clone.folder), first)).rejects.toThrow(/shallow.*git fetch/);
  });

  test('names what to use instead where there is no repository', async () => {
    const folder = temporaryFolder();
    await expect(openRepository(folder)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/not in a git repository.*--base-dir/),
    });
    await expect(openRepository(join(folder, 'missing'))).rejects.toMatchObject({ code: 'usage' });
  });

  test('says that git is missing where it is', async () => {
    const fixture = gitRepository();
    const path = process.env['PATH'];
    process.env['PATH'] = temporaryFolder();
    try {
      await expect(openRepository(fixture.folder)).rejects.toMatchObject({
        code: 'repository-unavailable',
        message: expect.stringContaining('git was not found'),
      });
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('gives one line of its own and of git where the repository is broken', async () => {
    const fixture = gitRepository();
    fixture.git('config', 'core.repositoryFormatVersion', '99');
    await expect(openRepository(fixture.folder)).rejects.toMatchObject({
      code: 'repository-unavailable',
      message: expect.stringMatching(/^git rev-parse failed \([^\n]+\)$/),
    });
  });

  test('fails where a tree is missing, instead of listing what is left', async () => {
    const fixture = gitRepository();
    fixture.write('a/package-lock.json', '{}');
    fixture.write('b', '');
    fixture.commit();
    const tree = fixture.git('rev-parse', 'HEAD:a');
    rmSync(join(fixture.folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    const snapshot = await openRevision(await open(fixture.folder), 'HEAD');
    await expect(snapshot.list()).rejects.toMatchObject({ code: 'repository-unavailable' });
  });
});

describe('cost', () => {
  /** How many git processes a task starts: a script called git in front of the real one counts them. */
  async function gitRuns(task: () => Promise<unknown>): Promise<number> {
    const tools = temporaryFolder();
    const log = join(tools, 'log');
    const path = process.env['PATH'] ?? '';
    const places = path.split(delimiter).map((folder) => join(folder, 'git'));
    const real = places.find((place) => existsSync(place)) ?? '';
    writeFileSync(join(tools, 'git'), `#!/bin/sh\necho run >> "${log}"\nexec "${real}" "$@"\n`, { mode: 0o755 });
    process.env['PATH'] = `${tools}${delimiter}${path}`;
    try {
      await task();
    } finally {
      process.env['PATH'] = path;
    }
    return readFileSync(log, 'utf8').split('\n').length - 1;
  }
  const origin = () => {
    const fixture = gitRepository();
    for (const n of [1, 2]) {
      fixture.write('package.json', `{"n":${n}}`);
      fixture.commit();
    }
    return fixture;
  };
  const listAndRead = async (folder: string, base?: string, head?: string) => {
    const range = await chooseRange(await open(folder), base, head);
    for (const snapshot of [range.base, range.head]) await textOf(snapshot, 'package.json');
  };

  test('two named revisions are listed and read with four git processes', async () => {
    const { folder } = origin();
    expect(await gitRuns(() => listAndRead(folder, 'HEAD~1', 'HEAD'))).toBe(4);
  });

  test('the work tree of a clone against its default branch takes six', async () => {
    const { folder } = cloneOf(origin());
    expect(await gitRuns(() => listAndRead(folder))).toBe(6);
  });
});
