import { gzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';

import { listTarball } from '../../src/registry/tarball-listing.ts';
import { integrityOfBytes } from '../support/loopback-registry.ts';
import { tarOf, tarballOf } from '../support/tarball.ts';

test.each<[string, boolean]>([
  ['package/binding.gyp', true],
  ['anything/binding.gyp', true],
  ['../binding.gyp', true],
  ['package/./binding.gyp', true],
  ['package//Binding.GYP', true],
  ['package/C:/binding.gyp', true],
  ['package/c:binding.gyp', true],
  ['package/\\\\host\\share\\binding.gyp', true],
  ['package/binding.gyp. ', true],
  ['package/bind\u200cing.gyp', true],
  ['package/deps/binding.gyp', false],
  ['package/binding.gypi', false],
  ['binding.gyp', false],
])('%s', async (path, bindingGyp) => {
  const packed = gzipSync(tarOf(['package/package.json', path]));
  expect(await listTarball(packed)).toMatchObject({ state: 'listed', bindingGyp, integrity: integrityOfBytes(packed) });
});

const honest = tarballOf(['index.js']);
test.each<[string, Buffer, Parameters<typeof listTarball>[1], string]>([
  ['not packed', tarOf(['package/package.json']), {}, 'malformed'],
  ['nothing', Buffer.alloc(0), {}, 'malformed'],
  ['a page', Buffer.from('<!doctype html>'), {}, 'malformed'],
  ['packed twice', gzipSync(honest), {}, 'malformed'],
  ['truncated', honest.subarray(0, honest.length - 20), {}, 'malformed'],
  ['no archive', gzipSync(Buffer.alloc(2048, 'x')), {}, 'malformed'],
  ['a bomb', gzipSync(Buffer.alloc(8_000_000)), { unpacked: 1_000_000 }, 'too-large'],
  [
    '100,000 entries',
    gzipSync(tarOf(Array.from({ length: 100_000 }, (_, at) => `p/${at}`))),
    { milliseconds: 600_000 },
    'too-large',
  ],
])('%s is never a "no"', async (_, packed, limits, reason) => {
  expect(await listTarball(packed, limits)).toEqual({ state: 'unreadable', reason });
});

const read = async (...files: Parameters<typeof tarOf>[0]) => {
  const listed = await listTarball(gzipSync(tarOf(files)));
  return listed.state === 'listed' ? listed.manifest : listed;
};
const named = (name: string) => JSON.stringify({ name, scripts: { postinstall: `echo ${name}` } });

test.each<[string, Parameters<typeof tarOf>[0]]>([
  ['in the usual folder', [['package/package.json', named('a')]]],
  ['in a folder of another name, as @types/node has it', [['node/package.json', named('a')]]],
  ['spelled with dots and slashes', [['package/./x/..//package.json', named('a')]]],
  ['with a byte order mark', [['package/package.json', `\uFEFF${named('a')}`]]],
  [
    'twice with the same text',
    [
      ['package/package.json', named('a')],
      ['other/package.json', named('a')],
    ],
  ],
])('a package.json %s is read', async (_, files) => {
  expect(await read(...files)).toMatchObject({ state: 'read', name: 'a', hooks: { postinstall: 'echo a' } });
});

test.each<[string, Parameters<typeof tarOf>[0], string]>([
  [
    'two in two folders that differ',
    [
      ['package/package.json', named('a')],
      ['other/package.json', named('b')],
    ],
    'several',
  ],
  [
    'two that differ where a system folds case',
    [
      ['package/package.json', named('a')],
      ['package/Package.JSON', named('b')],
    ],
    'several',
  ],
  ['none', ['package/index.js'], 'missing'],
  ['one in a folder of the package only', [['package/lib/package.json', named('a')]], 'missing'],
  ['one that is no object', [['package/package.json', '[]']], 'malformed'],
  ['one that is no JSON', [['package/package.json', '{ name: a }']], 'malformed'],
  ['one whose hook is no text', [['package/package.json', '{"scripts":{"install":{}}}']], 'malformed'],
])('%s: %j is never taken for a package without hooks', async (_, files, state) => {
  expect(await read(...files)).toEqual({ state });
});

test('a package.json that is larger than any real one is not read', async () => {
  expect(await read(['package/package.json', `{"a":"${'x'.repeat(1_100_000)}"}`])).toEqual({
    state: 'unreadable',
    reason: 'too-large',
  });
});

test('the programs of a folder are those of its files', async () => {
  const manifest = JSON.stringify({ name: 'a', directories: { bin: './bin' } });
  expect(await read(['package/package.json', manifest], 'package/bin/x', 'package/lib/y')).toMatchObject({
    bin: { x: 'bin/x' },
  });
});
