import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Snapshot } from '../../src/model/index.ts';
import { openGitHubTree } from '../../src/platform/github/snapshot.ts';
import { openDirectory } from '../../src/repository/directory.ts';
import { openRepository, openRevision } from '../../src/repository/git.ts';
import { openWorkTree } from '../../src/repository/git-work-tree.ts';
import { Links } from '../../src/repository/links.ts';
import { stateOf } from '../../src/repository/state.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import { gitRepository } from '../support/git-repository.ts';

/** GitHub's API for one commit of a local repository. */
function gitHubOf(fixture: GitRepositoryFixture, commit: string): Promise<Snapshot> {
  const tree = fixture.git('rev-parse', `${commit}^{tree}`);
  const entries = fixture
    .git('ls-tree', '-r', '-t', '-z', commit)
    .split('\0')
    .filter((record) => record !== '')
    .map((record) => {
      const [about = '', path] = record.split('\t');
      const [mode, type, sha] = about.split(' ');
      return { path, mode, type, sha };
    });
  const blobOf = (sha: string) => {
    const content = Buffer.from(fixture.git('cat-file', 'blob', sha)).toString('base64');
    return { content, encoding: 'base64' };
  };
  return openGitHubTree({
    ...{ owner: 'octo', repo: 'shop', commit },
    request: (route, { file_sha: sha = '' }) => {
      const data = route.includes('/commits/')
        ? { sha: commit, tree: { sha: tree } }
        : route.includes('/trees/')
          ? { sha: tree, tree: entries, truncated: false }
          : blobOf(sha);
      return Promise.resolve({ data });
    },
  });
}

async function linksOf(snapshot: Snapshot): Promise<Links> {
  return new Links(new Map((await snapshot.list()).map((file) => [file.path, file])), snapshot);
}

describe('symbolic links', () => {
  function fixture() {
    const repository = gitRepository();
    repository.write('real/package.json', '{}');
    repository.write('node_modules/x/package.json', '{}');
    const links = {
      alias: 'real',
      'deep/way': '../alias',
      '.npmrc': 'real/./package.json',
      é: 'real/package.json',
      ...{ out: '../outside', absolute: '/etc/hostname', gone: 'nowhere', loop: 'loop', installed: 'node_modules/x' },
      ...{ 'package-lock.json': 'deep/way/package.json', past: 'real/package.json/x', up: 'deep/way/../package.json' },
    };
    for (const [path, target] of Object.entries(links)) repository.symlink(path, target);
    return { repository, links };
  }

  test('have one target and one destination, whatever the snapshot reads from', async () => {
    const { repository, links } = fixture();
    const commit = repository.commit();
    const opened = await openRepository(repository.folder);
    const snapshots = [
      await openRevision(opened, commit),
      openWorkTree(opened),
      await openDirectory(repository.folder),
      await gitHubOf(repository, commit),
    ];
    for (const snapshot of snapshots) {
      const read = await linksOf(snapshot);
      const found = await Promise.all(
        Object.keys(links).map(async (path) => {
          const { to } = await read.follow(path);
          return [
            path,
            await read.targetOf(path),
            to.kind === 'file' ? to.file.path : 'path' in to ? to.path : to.kind,
          ];
        }),
      );
      expect(found).toEqual([
        ['alias', 'real', 'real'],
        ['deep/way', '../alias', 'real'],
        ['.npmrc', 'real/./package.json', 'real/package.json'],
        ['é', 'real/package.json', 'real/package.json'],
        ['out', '../outside', 'nowhere'],
        ['absolute', '/etc/hostname', 'nowhere'],
        ['gone', 'nowhere', 'nowhere'],
        ['loop', 'loop', 'nowhere'],
        ['installed', 'node_modules/x', 'nowhere'],
        ['package-lock.json', 'deep/way/package.json', 'real/package.json'],
        ['past', 'real/package.json/x', 'nowhere'],
        ['up', 'deep/way/../package.json', 'nowhere'],
      ]);
      const { files, reader } = await stateOf(snapshot);
      const lockfile = files.get('package-lock.json');
      expect(lockfile).toMatchObject({ mode: 'file', leadsTo: { path: 'real/package.json' } });
      expect(lockfile && Buffer.from(await reader.read(lockfile)).toString()).toBe('{}');
      await snapshot.close?.();
    }
  });

  test('a path below a folder that is a link is reached through every link on the way', async () => {
    const { repository } = fixture();
    const read = await linksOf(await openDirectory(repository.folder));
    expect(await read.follow('deep/way/package.json')).toMatchObject({
      to: { kind: 'file', file: { path: 'real/package.json' } },
      links: ['deep/way', 'alias'],
    });
    expect(await read.follow('real/package.json')).toMatchObject({ links: [] });
  });

  test('a submodule is where a way ends', async () => {
    const listed = new Map([
      ['s', { path: 's', mode: 'gitlink' as const, id: '1' }],
      ['l', { path: 'l', mode: 'symlink' as const }],
    ]);
    const read = new Links(listed, { readLink: () => Promise.resolve('s/deep') });
    expect(await read.follow('l/package.json')).toEqual({ to: { kind: 'submodule', path: 's' }, links: ['l'] });
  });

  test('a target that is too long to read leads nowhere', async () => {
    const repository = gitRepository();
    repository.write('target', 'x/'.repeat(3_000));
    const id = repository.git('hash-object', '-w', 'target');
    repository.git('update-index', '--add', '--cacheinfo', `120000,${id},.npmrc`);
    repository.git('commit', '-qm', 'a link');
    const snapshot = await openRevision(await openRepository(repository.folder), 'HEAD');
    const read = await linksOf(snapshot);
    expect([await read.targetOf('.npmrc'), (await read.follow('.npmrc')).to.kind]).toEqual([undefined, 'nowhere']);
    await snapshot.close?.();
  });

  test.each(['real.txt/', 'real.txt/.', 'd/../real.txt/..'])(
    '%s leads nowhere: nothing opens below a file',
    async (to) => {
      const repository = gitRepository();
      for (const path of ['real.txt', 'd/real.txt']) repository.write(path, path);
      repository.symlink('a', to);
      const read = await linksOf(await openDirectory(repository.folder));
      expect([(await read.follow('a')).to.kind, real(repository.folder, 'a')]).toEqual(['nowhere', 'nowhere']);
    },
  );

  test('lead where the file system says', async () => {
    const names = ['a', 'b', 'c'];
    const places = ['a', 'b', 'c', 'd/a', 'd/b', 'd/e/a'];
    const segment = fc.constantFrom(...names, 'd', 'e', '..', '.', 'real.txt');
    const target = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...places), target, { maxKeys: 5 }), async (links) => {
        const repository = gitRepository();
        for (const path of ['real.txt', 'd/real.txt', 'd/e/real.txt']) repository.write(path, path);
        for (const [path, to] of Object.entries(links)) repository.symlink(path, to);
        const read = await linksOf(await openDirectory(repository.folder));
        for (const path of Object.keys(links)) {
          const { to } = await read.follow(path);
          const ours = to.kind === 'file' ? to.file.path : to.kind === 'folder' ? to.path : 'nowhere';
          expect([path, links[path], ours]).toEqual([path, links[path], real(repository.folder, path)]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function real(folder: string, path: string): string {
  try {
    const found = relative(folder, realpathSync(join(folder, path)));
    return found.startsWith('..') ? 'nowhere' : found;
  } catch {
    return 'nowhere';
  }
}
