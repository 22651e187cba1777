import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { openDirectory } from '../../src/repository/directory.ts';
import { temporaryFolder } from '../support/git-repository.ts';
import { listingOf, textOf } from './snapshot-view.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe('a folder as a snapshot', () => {
  test('lists every file in order and reads it', async () => {
    const snapshot = await openDirectory(folderWith({ 'b.json': 'b', 'a/package.json': '{}', 'a-b': '' }));
    expect(await listingOf(snapshot)).toEqual(['file a-b', 'file a/package.json', 'file b.json']);
    expect(await textOf(snapshot, 'a/package.json')).toBe('{}');
    expect(await textOf(snapshot, 'a-b')).toBe('');
  });

  test('is called by its last segment, and not by where it lies', async () => {
    const folder = folderWith({ 'head/x': '' });
    expect((await openDirectory(join(folder, 'head/'))).label).toBe('head');
    expect((await openDirectory(join(folder, 'head', '..', 'head', '.'))).label).toBe('head');
  });

  test('lists symbolic links, pipes and folders that are not entered, and follows none', async () => {
    const folder = folderWith({ 'node_modules/a/package-lock.json': '{}', 'sub/.git/config': '', 'sub/code.js': '' });
    symlinkSync('/etc/hostname', join(folder, 'package-lock.json'));
    symlinkSync('..', join(folder, 'sub', 'loop'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const snapshot = await openDirectory(folder);
    expect(await listingOf(snapshot)).toEqual([
      'folder node_modules',
      'symlink package-lock.json',
      'special pipe',
      'folder sub/.git',
      'file sub/code.js',
      'symlink sub/loop',
    ]);
    for (const path of ['package-lock.json', 'pipe', 'node_modules']) {
      await expect(textOf(snapshot, path)).rejects.toMatchObject({ code: 'lockfile-not-regular', path });
    }
  });

  test('may itself be named through a symbolic link', async () => {
    const folder = folderWith({ 'real/x': 'x' });
    symlinkSync('real', join(folder, 'alias'));
    const snapshot = await openDirectory(join(folder, 'alias'));
    expect(snapshot.label).toBe('alias');
    expect(await textOf(snapshot, 'x')).toBe('x');
  });

  const oddNames = [
    '-n',
    ' ',
    'a b',
    '"q"',
    "it's",
    'new\nline',
    '::error::x',
    '\u202egnp.exe',
    '\\',
    '*?[',
    '\x1b[31m',
    'é',
  ];
  test('reads files whatever they are called', async () => {
    const snapshot = await openDirectory(folderWith(Object.fromEntries(oddNames.map((name) => [name, name]))));
    expect((await snapshot.list()).map(({ path }) => path)).toEqual(oddNames.toSorted());
    for (const name of oddNames) expect(await textOf(snapshot, name)).toBe(name);
  });

  test('reads files whose names are not UTF-8, and tells them apart', async () => {
    const folder = temporaryFolder();
    for (const byte of [0xfe, 0xff]) {
      const place = Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(byte)]);
      mkdirSync(place);
      writeFileSync(Buffer.concat([place, Buffer.from('/package.json')]), `${byte}`);
    }
    const snapshot = await openDirectory(folder);
    expect(await listingOf(snapshot)).toEqual(['file \udcfe/package.json', 'file \udcff/package.json']);
    expect(await textOf(snapshot, '\udcfe/package.json')).toBe('254');
    expect(await textOf(snapshot, '\udcff/package.json')).toBe('255');
  });

  test('reads a path of 4,000 characters', async () => {
    const path = `${'d'.repeat(99)}/`.repeat(39) + 'f'.repeat(100);
    const snapshot = await openDirectory(folderWith({ [path]: 'deep' }));
    expect(path).toHaveLength(4000);
    expect(await textOf(snapshot, path)).toBe('deep');
  });

  test('reads up to the bound and not one byte more', async () => {
    const snapshot = await openDirectory(folderWith({ 'package-lock.json': 'x'.repeat(70_000) }));
    expect(await textOf(snapshot, 'package-lock.json', 70_000)).toHaveLength(70_000);
    await expect(textOf(snapshot, 'package-lock.json', 69_999)).rejects.toMatchObject({
      code: 'lockfile-too-large',
      path: 'package-lock.json',
    });
  });

  test('does not read what took the place of a file after the listing', async () => {
    const folder = folderWith({
      'a/package.json': '{}',
      'b/package.json': '{}',
      'c/package.json': '{}',
      'd/x': 'secret',
    });
    const snapshot = await openDirectory(folder);
    await snapshot.list();
    rmSync(join(folder, 'a/package.json'));
    symlinkSync('../d/x', join(folder, 'a/package.json'));
    renameSync(join(folder, 'b'), join(folder, 'moved'));
    symlinkSync('moved', join(folder, 'b'));
    rmSync(join(folder, 'c/package.json'));
    await expect(textOf(snapshot, 'a/package.json')).rejects.toMatchObject({ code: 'lockfile-not-regular' });
    await expect(textOf(snapshot, 'b/package.json')).rejects.toMatchObject({ code: 'repository-unavailable' });
    await expect(textOf(snapshot, 'c/package.json')).rejects.toMatchObject({ code: 'repository-unavailable' });
  });

  test('reads nothing outside itself', async () => {
    const folder = folderWith({ 'in/x': 'x', secret: 's' });
    const snapshot = await openDirectory(join(folder, 'in'));
    for (const path of ['../secret', 'y/../../secret', `/etc/hostname`]) {
      await expect(snapshot.read({ path, mode: 'file' }, 9)).rejects.toMatchObject({ code: 'repository-unavailable' });
    }
  });

  test('names what the system says of a path that it does not take', async () => {
    const snapshot = await openDirectory(folderWith({ x: '' }));
    const path = 'x'.repeat(300);
    await expect(snapshot.read({ path, mode: 'file' }, 9)).rejects.toMatchObject({
      code: 'repository-unavailable',
      message: expect.stringContaining('ENAMETOOLONG'),
      path,
    });
  });

  test('says in one line what is wrong with a folder that is none', async () => {
    const folder = folderWith({ file: '' });
    for (const [path, what] of [
      ['missing', /does not exist/],
      ['file', /is not a folder/],
    ] as const) {
      await expect(openDirectory(join(folder, path))).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringMatching(what),
      });
    }
    await expect(openDirectory('no\nsuch\x1b')).rejects.toThrow('`no\\u{A}such\\u{1B}`');
  });
});
