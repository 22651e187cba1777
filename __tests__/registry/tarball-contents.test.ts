import { gzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';
import { Header } from 'tar';

import { contentOf, contentsDigest } from '../../src/repository/contents.ts';
import { unpackTarball } from '../../src/registry/tarball-contents.ts';

interface Entry {
  readonly path: string;
  readonly text?: string;
  readonly mode?: number;
  readonly type?: 'File' | 'SymbolicLink' | 'Directory' | 'CharacterDevice' | 'Link';
  readonly linkpath?: string;
}

function tarball(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, text = '', mode = 0o644, type = 'File', linkpath }) => {
    const [head, data] = [Buffer.alloc(512), Buffer.from(text)];
    const link = linkpath === undefined ? {} : { linkpath };
    new Header({ path, size: data.length, mode, type, mtime: new Date(0), ...link }).encode(head, 0);
    return [head, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

const digestOf = (files: Readonly<Record<string, string>>) =>
  contentsDigest(new Map(Object.entries(files).map(([path, text]) => [path, contentOf('file', Buffer.from(text))])));
const unpacked = async (...entries: readonly Entry[]) => {
  const found = await unpackTarball(tarball(entries));
  return found.state === 'unpacked' ? found.digest : found.reason;
};

test('the first folder is dropped, whatever it is called', async () => {
  expect(
    await unpacked({ path: 'node/index.d.ts', text: 'a' }, { path: 'mscdex-cpu-features-c6f574c/b', text: 'b' }),
  ).toBe(digestOf({ 'index.d.ts': 'a', b: 'b' }));
});

test('of several entries of one path the last counts, as when Yarn packs its archive', async () => {
  const twice = [1, 2].map((each) => ({ path: 'package/index.js', text: `${each}` }));
  expect(await unpacked(...twice)).toBe(digestOf({ 'index.js': '2' }));
  expect(await unpacked(...twice)).not.toBe(digestOf({ 'index.js': '1' }));
});

test('what Yarn leaves out is left out: paths that climb or start at the root, devices, hard links and folders', async () => {
  const left: readonly Entry[] = [
    { path: 'package/../../evil', text: 'a' },
    { path: '/package/evil', text: 'a' },
    { path: 'evil', text: 'a' },
    { path: 'package/device', type: 'CharacterDevice' },
    { path: 'package/hard', type: 'Link', linkpath: 'package/index.js' },
    { path: 'package/lib/', type: 'Directory' },
  ];
  expect(await unpacked({ path: 'package/./lib//a.js', text: 'a' }, ...left)).toBe(digestOf({ 'lib/a.js': 'a' }));
});

test('an executable bit of anybody makes a file executable, and a link is known by where it leads', async () => {
  const plain = await unpacked({ path: 'package/a', text: 'x' });
  const executable = await unpacked({ path: 'package/a', text: 'x', mode: 0o601 });
  const links = ['x', 'y'].map((linkpath) => unpacked({ path: 'package/a', type: 'SymbolicLink', linkpath }));
  expect(new Set([plain, executable, ...(await Promise.all(links))]).size).toBe(4);
  expect(executable).toBe(await unpacked({ path: 'package/a', text: 'x', mode: 0o755 }));
});

test('a tarball past a bound, and one that is none, give no digest', async () => {
  const bytes = tarball([{ path: 'package/a', text: 'x'.repeat(5_000) }]);
  expect(await unpackTarball(bytes, { unpacked: 4_096 })).toEqual({ state: 'unreadable', reason: 'too-large' });
  expect(await unpackTarball(bytes, { entries: 0 })).toEqual({ state: 'unreadable', reason: 'too-large' });
  expect(await unpackTarball(Buffer.from('no tarball'))).toEqual({ state: 'unreadable', reason: 'malformed' });
});
