import { describe, expect, test } from '@jest/globals';

import { pointsAtTarball } from '../../src/rules/tarball.ts';

const registry = 'https://registry.example/npm/';
const ask = (path: string, tarball: string | undefined, name = '@acme/tool', version = '1.2.3') =>
  pointsAtTarball({ name, version, registry, tarball, path });

describe('the same tarball', () => {
  test.each([
    ['the customary path', '@acme/tool/-/tool-1.2.3.tgz', `${registry}@acme/tool/-/tool-1.2.3.tgz`],
    ['an encoded slash', '@acme%2ftool/-/tool-1.2.3.tgz', `${registry}@acme/tool/-/tool-1.2.3.tgz`],
    ['an encoded slash in the packument', '@acme/tool/-/tool-1.2.3.tgz', `${registry}@acme%2Ftool/-/tool-1.2.3.tgz`],
    ['an encoded scope', '%40acme%2Ftool/-/tool-1.2.3.tgz', `${registry}@acme/tool/-/tool-1.2.3.tgz`],
    [
      'the scope twice (Verdaccio, Nexus)',
      '@acme/tool/-/@acme/tool-1.2.3.tgz',
      `${registry}@acme/tool/-/@acme/tool-1.2.3.tgz`,
    ],
    ['a layout of its own', 'download/@acme/tool/1.2.3/0f3', `${registry}download/@acme/tool/1.2.3/0f3`],
    [
      'the customary path where a mirror lays it out otherwise',
      '@acme/tool/-/tool-1.2.3.tgz',
      `${registry}files/tool-1.2.3.tgz`,
    ],
    ['a tarball on another host', 'cdn/@acme/tool-1.2.3.tgz', 'https://cdn.example/cdn/@acme/tool-1.2.3.tgz'],
    ['another host with the same base', 'npm/@acme/tool-1.2.3.tgz', 'https://cdn.example/npm/@acme/tool-1.2.3.tgz'],
    ['tokens that expire', 'get/@acme/tool.tgz?token=a', `${registry}get/@acme/tool.tgz?token=b`],
    ["Yarn classic's shasum", '@acme/tool/-/tool-1.2.3.tgz#da39a3ee', `${registry}@acme/tool/-/tool-1.2.3.tgz`],
  ])('%s', (_, path, tarball) => {
    expect(ask(path, tarball)).toBe('same');
  });

  test('build metadata is no part of the file name', () => {
    expect(ask('tool/-/tool-1.2.3.tgz', undefined, 'tool', '1.2.3+build.7')).toBe('same');
  });
});

describe('another tarball', () => {
  test.each([
    ['another package', '@acme/tools/-/tools-1.2.3.tgz'],
    ['another scope', '@evil/tool/-/tool-1.2.3.tgz'],
    ['no scope', 'tool/-/tool-1.2.3.tgz'],
    ['another version', '@acme/tool/-/tool-1.2.4.tgz'],
    ['another case: names are case-sensitive', '@acme/Tool/-/Tool-1.2.3.tgz'],
    ['something in front', 'x/@acme/tool/-/tool-1.2.3.tgz'],
    ['encoded twice', '@acme%252ftool/-/tool-1.2.3.tgz'],
    ['an encoding that does not decode', '@acme/tool/-/tool-1.2.3.tgz%'],
  ])('%s', (_, path) => {
    expect(ask(path, `${registry}@acme/tool/-/tool-1.2.3.tgz`)).toBe('other');
  });

  test('the query decides where the path tells no packages apart', () => {
    const tarball = `${registry}download?name=@acme/tool&version=1.2.3`;
    expect(ask('download?name=@acme/tool&version=1.2.3', tarball)).toBe('same');
    expect(ask('download?name=@acme/evil&version=1.2.3', tarball)).toBe('other');
  });
});

test('without an address to compare with, only the customary path is known', () => {
  expect(ask('@acme/tool/-/tool-1.2.3.tgz', undefined)).toBe('same');
  expect(ask('files/tool-1.2.3.tgz', undefined)).toBe('unknown');
  expect(ask('files/tool-1.2.3.tgz', 'not an address')).toBe('unknown');
});
