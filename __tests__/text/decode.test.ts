import { describe, expect, test } from '@jest/globals';

import { decodeText, lockfileFaults, MAX_BYTES, oneFault } from '../../src/text/decode.ts';
import { failureOf } from '../support/failure.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (content: Uint8Array): string => decodeText(content, 'package-lock.json', lockfileFaults);
const code = (content: Uint8Array): string => failureOf(() => decode(content)).code;

test('text is given as it is, without one byte order mark', () => {
  expect(decode(bytes('{"a":"ü😀"}\r\n'))).toBe('{"a":"ü😀"}\r\n');
  expect(decode(bytes('\ufeff{}'))).toBe('{}');
  expect(decode(bytes('\ufeff\ufeff{}'))).toBe('\ufeff{}');
});

test.each([
  ['no byte at all', new Uint8Array()],
  ['white space', bytes(' \n\t')],
  ['a byte order mark', bytes('\ufeff')],
])('%s is an empty file', (_, content) => {
  expect(code(content)).toBe('lockfile-empty');
});

describe('encodings', () => {
  test.each([
    ['a lone continuation byte', Uint8Array.of(0x22, 0x80, 0x22)],
    ['an overlong form', Uint8Array.of(0xc0, 0xaf)],
    ['a surrogate', Uint8Array.of(0xed, 0xa0, 0x80)],
    ['UTF-16, little-endian, marked', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
    ['UTF-16, big-endian, marked', Uint8Array.of(0xfe, 0xff, 0, 0x7b, 0, 0x7d)],
    ['UTF-16 without a mark', Uint8Array.of(0x7b, 0, 0x7d, 0)],
    ['a NUL in a string', bytes('{"a":"\0"}')],
    ['Latin-1', Uint8Array.of(0x22, 0xfc, 0x22)],
  ])('%s is refused', (_, content) => {
    expect(code(content)).toBe('lockfile-encoding');
  });
});

test('more than 64 MiB is refused before anything is decoded', () => {
  expect(code(new Uint8Array(MAX_BYTES + 1))).toBe('lockfile-too-large');
  expect(code(new Uint8Array(MAX_BYTES))).toBe('lockfile-encoding');
});

describe('conflict markers', () => {
  test.each([
    ['as git writes them', '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}'],
    ['longer than seven', '<<<<<<<<<<\n==========\n>>>>>>>>>>'],
    ['inside strings, where npm sees them too', '{"a":"<<<<<<<","b":"=======","c":">>>>>>>"}'],
    ['in another order', '{"a":">>>>>>> ======= <<<<<<<"}'],
  ])('%s', (_, text) => {
    expect(code(bytes(text))).toBe('lockfile-conflict');
  });

  test('two of the three, or six of each, are none to npm either', () => {
    expect(decode(bytes('{"a":"<<<<<<< ======="}'))).toBeDefined();
    expect(decode(bytes('{"a":"<<<<<< ====== >>>>>>"}'))).toBeDefined();
  });

  test('are named by their line', () => {
    expect(failureOf(() => decode(bytes('{\n\n<<<<<<< a\n=======\n>>>>>>> b'))).line).toBe(3);
  });
});

test('a kind of file may have one code for every fault', () => {
  const faults = oneFault('manifest-invalid', 'fix the manifest');
  for (const content of [new Uint8Array(), Uint8Array.of(0xff), bytes('<<<<<<< ======= >>>>>>>')]) {
    expect(failureOf(() => decodeText(content, 'package.json', faults)).code).toBe('manifest-invalid');
  }
});
