import { describe, expect, test } from '@jest/globals';

import type { SnapshotFile } from '../../src/model/index.ts';
import { startListing } from '../../src/repository/listing.ts';

const file = (path: string): SnapshotFile => ({ path, mode: 'file' });
const listed = (...paths: readonly string[]) => {
  const listing = startListing();
  for (const path of paths) listing.add(file(path));
  return listing.finish().map(({ path, mode }) => `${mode} ${path}`);
};

describe('a listing', () => {
  test('is in code-unit order, which is not the order of bytes', () => {
    expect(listed('b', 'a/c', 'a-b', '\uff5e', '\u{1f600}', 'B')).toEqual([
      'file B',
      'file a-b',
      'file a/c',
      'file b',
      'file \u{1f600}',
      'file \uff5e',
    ]);
  });

  test('holds a folder called node_modules or .git once, at any depth, and nothing below it', () => {
    expect(
      listed('node_modules/a/index.js', 'node_modules/b', 'x/node_modules/a/node_modules/b/c', 'y/.git/HEAD', 'z'),
    ).toEqual(['folder node_modules', 'folder x/node_modules', 'folder y/.git', 'file z']);
  });

  test('keeps a file that is only called so, and folders whose names start so', () => {
    expect(listed('a/node_modules', 'b/.git', 'node_modules.bak/x', '.github/y', 'my_node_modules/z')).toEqual([
      'file .github/y',
      'file a/node_modules',
      'file b/.git',
      'file my_node_modules/z',
      'file node_modules.bak/x',
    ]);
  });

  test('knows the id of a folder that is not entered where it is told first', () => {
    const listing = startListing();
    listing.addFolder('lib', '1');
    listing.addFolder('lib/node_modules', '2');
    listing.addFolder('lib/node_modules/a', '3');
    listing.add(file('lib/node_modules/a/node_modules'));
    expect(listing.finish()).toEqual([{ path: 'lib/node_modules', mode: 'folder', id: '2' }]);
  });

  test.each(['../a', 'a/../b', './a', 'a//b', '/a', 'a/', '', '.', 'a/..'])('refuses the path %j', (path) => {
    expect(() => listed(path)).toThrow(expect.objectContaining({ code: 'repository-unavailable' }));
  });

  test.each(['...', '.a', 'a..', '..a/b', 'a/...', ' '])('takes the path %j', (path) => {
    expect(listed(path)).toEqual([`file ${path}`]);
  });

  test('refuses two entries under one path, of which a reader by path would see only one', () => {
    expect(() => listed('a', 'b', 'a')).toThrow(expect.objectContaining({ code: 'repository-unavailable', path: 'a' }));
  });

  test('stops with budget at its bound', () => {
    const listing = startListing(2);
    listing.add(file('a'));
    listing.add(file('b'));
    expect(() => listing.add(file('c'))).toThrow(expect.objectContaining({ code: 'budget' }));
  });

  test('does not count what is below a folder that is not entered', () => {
    const listing = startListing(1);
    for (let n = 0; n < 10; n += 1) listing.add(file(`node_modules/${n}`));
    expect(listing.finish()).toHaveLength(1);
  });
});
