import { describe, expect, test } from '@jest/globals';

import { readKey } from '../../../src/managers/npm/keys.ts';

test.each([
  ['', { kind: 'root' }],
  ['node_modules/a', { kind: 'package', name: 'a' }],
  ['node_modules/@s/a', { kind: 'package', name: '@s/a' }],
  ['node_modules/a/node_modules/@s/b', { kind: 'package', name: '@s/b' }],
  ['node_modules/JSONStream', { kind: 'package', name: 'JSONStream' }],
  ['packages/a', { kind: 'folder' }],
  ['packages/ünï cöde', { kind: 'folder' }],
  ['packages/a/node_modules/b', { kind: 'package', name: 'b' }],
  ['my_node_modules/a', { kind: 'folder' }],
  ['..', { kind: 'folder' }],
  ['../../library', { kind: 'folder' }],
  ['../library/node_modules/b', { kind: 'package', name: 'b' }],
  ['node_modules/a/vendor/b', { kind: 'folder' }],
])('%j means %j', (key, meaning) => {
  expect(readKey(key)).toEqual(meaning);
});

describe('keys that are refused', () => {
  test.each([
    '__proto__',
    'constructor',
    'node_modules/__proto__',
    'node_modules/constructor',
    'node_modules/a/node_modules/__proto__',
    'packages/__proto__',
    'node_modules/../../etc',
    'node_modules/a/..',
    'a/../../b',
    '../a/..',
    '/etc/passwd',
    'C:/windows',
    'c:\\windows',
    'node_modules\\a',
    'node_modules/a\n::error::x',
    'node_modules//a',
    './node_modules/a',
    'node_modules/a/',
    'node_modules/',
    'node_modules',
    'packages/a/node_modules',
    'node_modules/.bin',
    'node_modules/@s',
    'node_modules/@s/',
    'node_modules/node_modules',
    'node_modules/a b',
    'node_modules/аpp',
    `node_modules/${'a/node_modules/'.repeat(400)}b`,
  ])('%j', (key) => {
    expect(readKey(key).kind).toBe('invalid');
  });
});
