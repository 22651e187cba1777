import { expect, test } from '@jest/globals';

import { refusedOwnSource, refusedSource } from '../../src/resolve/sanitize-packument.ts';

test.each([
  ['file:vendor/x.tgz', '', { kind: 'file', outside: false }],
  ['file:../lib/y', 'apps/a', { kind: 'link', outside: false, declared: true }],
  ['link:../lib/y', 'apps/a', { kind: 'link', outside: false, declared: true }],
  ['portal:../lib/y', 'apps/a', { kind: 'portal', outside: false }],
  ['file:../x.tgz', '', { kind: 'file', outside: true }],
  ['file:../../../y', 'apps/a', { kind: 'link', outside: true }],
  ['link:/etc', 'apps/a', { kind: 'link', outside: true }],
  ['portal:../../..', 'apps/a', { kind: 'portal', outside: true }],
  ['https://packages.evil.test/x.tgz', '', { kind: 'remote' }],
])('a path of an own manifest is outside only where it leaves the repository: %s in %j', (spec, folder, expected) => {
  expect(refusedOwnSource(spec, folder)).toMatchObject(expected);
});

test('every path of a published package is outside', () => {
  expect(refusedSource('file:vendor/x.tgz')).toMatchObject({ kind: 'file', outside: true });
  expect(refusedSource('file:lib/y')).toMatchObject({ outside: true });
});
