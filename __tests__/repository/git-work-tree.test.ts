import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Snapshot } from '../../src/model/index.ts';
import { openRepository } from '../../src/repository/git.ts';
import { openWorkTree } from '../../src/repository/git-work-tree.ts';
import { cloneOf, gitRepository, type GitRepositoryFixture } from '../support/git-repository.ts';
import { listingOf, textOf } from './snapshot-view.ts';

const opened: Snapshot[] = [];
const workTree = async (fixture: GitRepositoryFixture) => {
  const snapshot = openWorkTree(await openRepository(fixture.folder));
  opened.push(snapshot);
  return snapshot;
};
afterEach(async () => {
  for (const snapshot of opened.splice(0)) await snapshot.close?.();
});

describe('the work tree as a snapshot', () => {
  test('is what a commit of everything would hold', async () => {
    const fixture = gitRepository();
    fixture.write('.gitignore', 'dist/\n*.log\n');
    for (const path of ['kept', 'edited', 'deleted', 'staged-away', 'tracked.log']) fixture.write(path, 'before');
    fixture.git('add', '--force', '.');
    fixture.commit();
    fixture.write('edited', 'after');
    rmSync(join(fixture.folder, 'deleted'));
    fixture.git('rm', '--quiet', '--cached', 'staged-away');
    fixture.write('untracked/package.json', '{}');
    fixture.write('dist/out.js', '');
    fixture.write('debug.log', '');

    const snapshot = await workTree(fixture);
    expect(snapshot.label).toBe('work tree');
    expect(await listingOf(snapshot)).toEqual([
      'file .gitignore',
      'file edited',
      'file kept',
      'file staged-away',
      'file tracked.log',
      'file untracked/package.json',
    ]);
    expect(await textOf(snapshot, 'edited')).toBe('after');
    expect(await textOf(snapshot, 'untracked/package.json')).toBe('{}');
  });

  test('gives no id that it would have to believe', async () => {
    const fixture = gitRepository();
    fixture.write('package-lock.json', '{}');
    fixture.commit();
    const [file] = await (await workTree(fixture)).list();
    expect(file).toEqual({ path: 'package-lock.json', mode: 'file' });
  });

  test('starts at the top, wherever in it one stands', async () => {
    const fixture = gitRepository();
    fixture.write('package.json', '{}');
    fixture.write('a/b/x', 'x');
    const snapshot = openWorkTree(await openRepository(join(fixture.folder, 'a/b')));
    expect(await listingOf(snapshot)).toEqual(['file a/b/x', 'file package.json']);
    expect(await textOf(snapshot, 'a/b/x')).toBe('x');
  });

  test('reads files whatever they are called', async () => {
    const names = ['-n', '"q"', 'new\nline', '\u202egnp.exe', ' ', '? x', 'tab\tx', 'H 100644 0\tx'];
    const fixture = gitRepository();
    for (const name of names.slice(0, 4)) fixture.write(name, name);
    fixture.commit();
    for (const name of names.slice(4)) fixture.write(name, name);
    const snapshot = await workTree(fixture);
    expect((await snapshot.list()).map(({ path }) => path)).toEqual(names.toSorted());
    for (const name of names) expect(await textOf(snapshot, name)).toBe(name);
  });

  test('sees what took the place of a tracked file', async () => {
    const fixture = gitRepository();
    for (const path of ['link', 'folder', 'a/package-lock.json']) fixture.write(path, '{}');
    fixture.commit();
    rmSync(join(fixture.folder, 'link'));
    fixture.symlink('link', '/etc/hostname');
    rmSync(join(fixture.folder, 'folder'));
    fixture.write('folder/x', '');
    rmSync(join(fixture.folder, 'a'), { recursive: true });
    fixture.write('elsewhere/package-lock.json', '{"evil":1}');
    fixture.symlink('a', 'elsewhere');
    const snapshot = await workTree(fixture);
    expect(await listingOf(snapshot)).toEqual([
      'symlink a',
      'file elsewhere/package-lock.json',
      'file folder/x',
      'symlink link',
    ]);
    await expect(textOf(snapshot, 'link')).rejects.toMatchObject({ code: 'lockfile-not-regular', path: 'link' });
  });

  test('lists a file with conflicts once, as it is on disk', async () => {
    const fixture = gitRepository();
    fixture.write('package-lock.json', 'one\n');
    fixture.commit();
    fixture.git('switch', '--quiet', '--create', 'other');
    fixture.write('package-lock.json', 'two\n');
    fixture.commit();
    fixture.git('switch', '--quiet', 'main');
    fixture.write('package-lock.json', 'three\n');
    fixture.commit();
    expect(() => fixture.git('merge', '--quiet', 'other')).toThrow();
    const snapshot = await workTree(fixture);
    expect(await listingOf(snapshot)).toEqual(['file package-lock.json']);
    expect(await textOf(snapshot, 'package-lock.json')).toContain('<<<<<<<');
  });

  test('holds what a sparse checkout leaves out, so that it does not look deleted', async () => {
    const fixture = gitRepository();
    fixture.write('web/package-lock.json', '{"web":1}');
    fixture.write('docs/x', 'x');
    fixture.commit();
    fixture.git('sparse-checkout', 'set', 'docs');
    const snapshot = await workTree(fixture);
    expect(await listingOf(snapshot)).toEqual(['file docs/x', 'file web/package-lock.json']);
    expect(await textOf(snapshot, 'web/package-lock.json')).toBe('{"web":1}');
    expect(await textOf(snapshot, 'docs/x')).toBe('x');
  });

  test('keeps submodules and repositories inside as one path each', async () => {
    const inner = gitRepository();
    inner.write('package-lock.json', '{}');
    const commit = inner.commit();
    const fixture = gitRepository();
    fixture.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${inner.folder}`, 'module');
    fixture.commit();
    fixture.git('clone', '--quiet', inner.folder, 'nested');
    const snapshot = await workTree(fixture);
    expect(await snapshot.list()).toEqual([
      { path: '.gitmodules', mode: 'file' },
      { path: 'module', mode: 'gitlink', id: commit },
      { path: 'nested', mode: 'gitlink' },
    ]);
  });

  test('keeps a node_modules that is not ignored as one folder', async () => {
    const fixture = gitRepository();
    fixture.write('node_modules/a/package-lock.json', '{}');
    fixture.commit();
    fixture.write('app/node_modules/b/index.js', '');
    expect(await listingOf(await workTree(fixture))).toEqual(['folder app/node_modules', 'folder node_modules']);
  });

  test('asks for a revision where there is no work tree', async () => {
    const fixture = gitRepository();
    fixture.commit();
    const bare = await openRepository(cloneOf(fixture, '--bare').folder);
    expect(() => openWorkTree(bare)).toThrow(expect.objectContaining({ code: 'usage' }));
    const inside = await openRepository(join(fixture.folder, '.git'));
    expect(() => openWorkTree(inside)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
