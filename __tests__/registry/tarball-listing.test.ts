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
  expect(await listTarball(packed)).toEqual({ state: 'listed', bindingGyp, integrity: integrityOfBytes(packed) });
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
