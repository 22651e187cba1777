import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { contentsDigest } from '../../src/repository/contents.ts';
import { UnusualZip, zipContents } from '../../src/repository/zip.ts';
import { unpackTarball } from '../../src/registry/tarball-contents.ts';
import { tarballOfFixture } from '../support/zero-install.ts';
import { zipOf } from '../support/zip.ts';
import type { ZipEntry } from '../support/zip.ts';

const prefix = 'node_modules/beta/';
const fixtures = join(import.meta.dirname, '../fixtures/zero-install');
const manifest: ZipEntry = { path: `${prefix}package.json`, data: '{}\n' };
const index: ZipEntry = { path: `${prefix}index.js`, data: 'module.exports = 1;\n' };
const folders: readonly ZipEntry[] = ['node_modules/', prefix].map((path) => ({ path, data: '', mode: 0o040755 }));
const read = (bytes: Buffer) => zipContents(bytes, prefix);

describe('an archive of Yarn', () => {
  const archives = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?!rich-).*-npm-.*\.zip$/.test(path),
  );

  test.each(archives)('%s holds what the tarball of the registry holds', async (path) => {
    const [, name = '', version = ''] = /cache\/(.+)-npm-([\d.]+)-/.exec(path) ?? [];
    const tarball = await unpackTarball(tarballOfFixture(`${name === 'beta' ? name : 'plat'}-${version}`));
    const contents = zipContents(
      readFileSync(join(fixtures, path)),
      `node_modules/${name === 'beta' ? name : '@acme/plat'}/`,
    );
    expect(tarball).toMatchObject({ state: 'unpacked', digest: contentsDigest(contents) });
  });

  test('is read with its folders, compressed or not', () => {
    expect([...read(zipOf([...folders, manifest, { ...index, method: 8, mode: 0o100755 }])).keys()]).toEqual([
      'package.json',
      'index.js',
    ]);
  });
});

describe('an archive that readers may read differently is refused:', () => {
  const unusual: readonly (readonly [string, Buffer])[] = [
    ['two entries of one path', zipOf([manifest, index, { ...index, data: 'evil()\n' }])],
    ['a file and a folder of one path', zipOf([index, { path: `${prefix}index.js/`, data: '', mode: 0o040755 }])],
    [
      'a folder named twice',
      zipOf([...folders, ...[1, 2].map(() => ({ path: `${prefix}a/`, data: '', mode: 0o040755 }))]),
    ],
    ['a file where a folder must be', zipOf([index, { path: `${prefix}index.js/x`, data: '' }])],
    ['another name in the entry itself', zipOf([{ ...index, localPath: `${prefix}other.js` }])],
    ['a comment behind the end', zipOf([index], { comment: 'x'.repeat(40) })],
    ['bytes behind the end', Buffer.concat([zipOf([index]), Buffer.alloc(1)])],
    ['bytes before the first entry', Buffer.concat([Buffer.alloc(4), zipOf([index])])],
    ['bytes between the entries and the directory', zipOf([index], { gap: 8 })],
    ['a directory with more entries than its end record counts', zipOf([manifest, index], { count: 1 })],
    ['an archive in a file of the archive', zipOf([{ ...index, data: zipOf([manifest]) }])],
    ['a path out of the package', zipOf([{ path: `${prefix}../alpha/index.js`, data: '' }])],
    ['a file of another package', zipOf([index, { path: 'node_modules/alpha/index.js', data: '' }])],
    ['a folder of another package', zipOf([index, { path: 'node_modules/alpha/', data: '', mode: 0o040755 }])],
    ['a backslash', zipOf([{ path: `${prefix}a\\b`, data: '' }])],
    ['an encrypted entry', zipOf([{ ...index, flags: 1 }])],
    ['an entry whose sizes follow it', zipOf([{ ...index, flags: 8 }])],
    ['a name in an old code page', zipOf([{ path: `${prefix}ü`, data: '', flags: 0 }])],
    ['an extra field', zipOf([{ ...index, extra: 4 }])],
    ['an archive that was not written for Unix', zipOf([{ ...index, system: 0 }])],
    ['a mode that Yarn does not write', zipOf([{ ...index, mode: 0o104755 }])],
    ['a device', zipOf([{ ...index, mode: 0o020644 }])],
    ['a wrong checksum', zipOf([{ ...index, crc: 1 }])],
    ['a wrong size', zipOf([{ ...index, method: 8, size: 3 }])],
    ['no archive', Buffer.from('version https://example.test\n')],
    ['nothing', Buffer.alloc(0)],
  ];

  test.each(unusual)('%s', (_title, bytes) => {
    expect(() => read(bytes)).toThrow(UnusualZip);
  });

  test('more entries, or more bytes when unpacked, than the bounds', () => {
    const bytes = zipOf([manifest, { ...index, method: 8, data: 'x'.repeat(10_000) }]);
    expect(() => zipContents(bytes, prefix, { entries: 1 })).toThrow('entries');
    expect(() => zipContents(bytes, prefix, { unpacked: 5_000 })).toThrow('unpacks');
    expect(() => zipContents(bytes, prefix, { file: 5_000 })).toThrow('has a file of more than 5000 bytes');
  });
});

test('paths, kinds, executable bits and contents each make another digest', () => {
  const digest = (entry: ZipEntry) => contentsDigest(read(zipOf([manifest, entry])));
  const others = [index, { ...index, data: 'x' }, { ...index, path: `${prefix}b.js` }, { ...index, mode: 0o100755 }];
  const link = { ...index, mode: 0o120777 };
  expect(new Set([...others, link].map(digest)).size).toBe(5);
  expect(digest({ ...index, method: 8 })).toBe(digest(index));
});
