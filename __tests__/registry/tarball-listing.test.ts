import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { listTarball } from '../../src/registry/tarball-listing.ts';
import { integrityOfBytes } from '../support/loopback-registry.ts';
import { type RawEntry, paxRecord, rawTarOf, tarOf, tarballOf } from '../support/tarball.ts';

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

const end = Buffer.alloc(1024);
const clean = { name: 'package/package.json', text: named('clean') };
const evil = named('evil');
const pax = (...records: (readonly [key: string, value: string])[]): RawEntry => ({
  ...{ name: 'PaxHeader/x', type: 'x', text: records.map(([key, value]) => paxRecord(key, value)).join('') },
});
const listed = (...parts: readonly Buffer[]) => listTarball(gzipSync(Buffer.concat(parts)));
const ownPath: readonly [string, string] = ['path', 'package/package.json'];

describe('a package.json that only some readers of tar see is a finding', () => {
  test.each<[string, readonly Buffer[]]>([
    ['after the end, where Yarn 1 reads on', [rawTarOf(clean), end, rawTarOf({ ...clean, text: evil }), end]],
    [
      'after one empty block, where pnpm stops',
      [rawTarOf({ ...clean, text: evil }), end.subarray(512), rawTarOf(clean)],
    ],
    [
      'under a prefix that a format without prefixes has',
      [rawTarOf(clean, { name: 'package.json', prefix: 'package', magic: 'ustar  \0', text: evil }), end],
    ],
    [
      'under a path of pax, beside a prefix that one reader adds',
      [rawTarOf(clean, pax(ownPath), { name: 'x', prefix: 'y', text: evil }), end],
    ],
    [
      'under the path of pax where GNU gives another after it',
      [rawTarOf(clean, pax(ownPath), { name: 'L', type: 'L', text: 'package/x\0' }, { name: 'x', text: evil }), end],
    ],
    [
      'under a path for all entries',
      [rawTarOf(clean, { ...pax(ownPath), type: 'g' }, { name: 'package/x', text: evil }), end],
    ],
    ['under a name with a line after its end', [rawTarOf(clean, { name: `${clean.name}\0\nx`, text: evil }), end]],
    [
      'through a link to its folder',
      [
        rawTarOf(clean, { name: 'package/a', type: '2', link: '.' }, { name: 'package/a/package.json', text: evil }),
        end,
      ],
    ],
    [
      'through a hard link to it',
      [
        rawTarOf(
          clean,
          { name: 'package/a', type: '1', link: 'package/package.json' },
          { name: 'package/A', text: evil },
        ),
        end,
      ],
    ],
  ])('%s', async (_, parts) => {
    expect(await listed(...parts)).toMatchObject({ state: 'listed', manifest: { state: 'several' } });
  });
});

describe('an archive in which readers lose step is not read', () => {
  const longest = 'x'.repeat(1024 * 1024);
  test.each<[string, readonly RawEntry[]]>([
    ['a size in pax', [clean, pax(['size', '0']), { name: 'package/x', text: 'x' }]],
    [
      'an extension that npm passes over',
      [clean, pax(['comment', longest], ownPath), { name: 'package/x', text: evil }],
    ],
    ['a sparse file, whose header may go on', [clean, { name: 'package/x', type: 'S', text: evil }]],
    ['a link with a body', [clean, { name: 'package/x', type: '2', link: 'y', text: evil }]],
    ['a file whose name is a folder', [clean, { name: 'package/x/', text: evil }]],
  ])('%s', async (_, entries) => {
    expect(await listed(rawTarOf(...entries), end)).toEqual({ state: 'unreadable', reason: 'malformed' });
  });
});

test.each<[string, readonly Buffer[]]>([
  [
    'a long path of pax',
    [rawTarOf(clean, pax(['path', `package/${'d/'.repeat(80)}package.json`]), { name: 'package/d' }), end],
  ],
  ['a comment for all entries, as git writes', [rawTarOf({ ...pax(['comment', 'c0ffee']), type: 'g' }, clean), end]],
  [
    'a path whose prefix is split before the last folder',
    [rawTarOf(clean, { name: 'd/package.json', prefix: 'package/a' }), end],
  ],
  [
    'an archive of a package within a package',
    [rawTarOf(clean, { name: 'package/a.tar', text: rawTarOf(clean).toString('latin1') }), end],
  ],
  ['zeros up to a full record', [rawTarOf(clean), Buffer.alloc(10_240)]],
  ['a file beside a link', [rawTarOf(clean, { name: 'package/a', type: '2', link: 'b' }, { name: 'package/ab' }), end]],
  ['what is no archive after the end', [rawTarOf(clean), end, Buffer.from('checksum'.repeat(128))]],
])('%s hides nothing', async (_, parts) => {
  expect(await listed(...parts)).toMatchObject({ state: 'listed', manifest: { state: 'read', name: 'clean' } });
});
