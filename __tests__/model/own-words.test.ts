import { describe, expect, test } from '@jest/globals';

import { runAlike } from '../../src/model/install-hooks.ts';
import { isSameCommand } from '../../src/model/own-words.ts';

const [digest, other] = ['0f3a1b2c'.repeat(8), '9e8d7c6b'.repeat(8)];
const sri = (letter: string) => `sha512-${letter.repeat(85)}A==`;
const isSame = (before: string, after: string, name = 'unrs-resolver') =>
  isSameCommand(name, { text: before, version: '1.9.1' }, { text: after, version: '1.9.2' });

describe('a hook has not changed where only these did', () => {
  test.each([
    ['its version', 'napi-postinstall unrs-resolver 1.9.1 check', 'napi-postinstall unrs-resolver 1.9.2 check'],
    ['its version behind its name', 'npx unrs-resolver@1.9.1', 'npx unrs-resolver@1.9.2'],
    ['its version, twice', 'a 1.9.1 && b "1.9.1"', 'a 1.9.2 && b "1.9.2"'],
    ['its version in the path of an address', 'get https://x.test/1.9.1/a', 'get https://x.test/1.9.2/a'],
    ['the digest behind its version', `get unrs-resolver 1.9.1 ${digest}`, `get unrs-resolver 1.9.2 ${other}`],
    ['the digest behind its name', `get unrs-resolver ${digest}`, `get unrs-resolver ${other}`],
    ['an SRI behind its version', `get unrs-resolver@1.9.1#${sri('A')}`, `get unrs-resolver@1.9.2#${sri('B')}`],
    ['nothing', 'node x.js 1.9.1', 'node x.js 1.9.1'],
  ])('%s', (_, before, after) => {
    expect(isSame(before, after)).toBe(true);
  });
});

describe('a hook has changed', () => {
  test.each([
    ['with another name in the place of its own', 'x unrs-resolver 1.9.1', 'x evil-resolver 1.9.2'],
    ['with a version that is not its own', 'x unrs-resolver 1.9.1', 'x unrs-resolver 9.9.9'],
    ['with the version of the base branch kept in one place', 'x 1.9.1 1.9.1', 'x 1.9.1 1.9.2'],
    ['with its name in a new place', 'x 1.9.1', 'x unrs-resolver 1.9.2'],
    ['with its version in a new place', 'x unrs-resolver', 'x unrs-resolver 1.9.2'],
    ['with its version in another place', 'x 1.9.1 y', 'x y 1.9.2'],
    ['with its name as the beginning of a host', 'curl unrs-resolver 1.9.1', 'curl unrs-resolver.evil/1.9.2'],
    ['with its version as a part of a longer word', 'x 1.9.1', 'x 1.9.2-evil'],
    ['with a digest elsewhere', `x ${digest} 1.9.1`, `x ${other} 1.9.2`],
    [
      'with a digest behind another word',
      `x unrs-resolver 1.9.1 from ${digest}`,
      `x unrs-resolver 1.9.2 from ${other}`,
    ],
    ['with a digest in the path of an address', `get x.test/1.9.1/${digest}`, `get x.test/1.9.2/${other}`],
    ['with hexadecimal digits that are no digest', `x 1.9.1 ${'ab'.repeat(30)}`, `x 1.9.2 ${'cd'.repeat(30)}`],
    ['with more text behind the digest', `x 1.9.1 ${digest.slice(32)}.js`, `x 1.9.2 ${other.slice(32)}.js`],
    ['with a digest more', 'x 1.9.1', `x 1.9.2 ${digest}`],
    ['with one byte more', 'x 1.9.1', 'x  1.9.2'],
    ['with its version as a host', 'curl http://1.9.1/x', 'curl http://1.9.2/x'],
    ['with its version behind user info', 'curl http://a@1.9.1/x', 'curl http://a@1.9.2/x'],
    ['with the name of a longer one', 'x evil-unrs-resolver@1.9.1', 'x evil-unrs-resolver@1.9.2'],
    ['with what stands for the version here', 'x 1.9.1 1.9.1', 'x \0version\0 1.9.2'],
  ])('%s', (_, before, after) => {
    expect(isSame(before, after)).toBe(false);
  });

  test('where a dot of the version stands for any character', () => {
    expect(isSame('x 1a9b1', 'x 1a9b2')).toBe(false);
  });
});

test('a name of a scope, and one with characters that patterns know, are words like any other', () => {
  expect(isSame(`x @acme/tool@1.9.1`, `x @acme/tool@1.9.2`, '@acme/tool')).toBe(true);
  expect(isSame(`x a.b ${digest}`, `x a.b ${other}`, 'a.b')).toBe(true);
  expect(isSame(`x a-b ${digest}`, `x a-b ${other}`, 'a.b')).toBe(false);
});

test('all hooks of a release are compared like that, a build for a binding.gyp as a script', () => {
  const of = (version: string, hooks: object) => ({ name: 'tool', version, hooks });
  const build = (version: string) => ({ postinstall: `check tool ${version}` });
  expect(runAlike(of('1.0.0', build('1.0.0')), of('1.1.0', build('1.1.0')))).toBe(true);
  expect(runAlike(of('1.0.0', build('1.0.0')), of('1.1.0', { ...build('1.1.0'), preinstall: 'x' }))).toBe(false);
  const gyp = { 'implicit-gyp': 'node-gyp rebuild', ...build('1.0.0') };
  const script = { install: 'node-gyp rebuild', ...build('1.1.0') };
  expect(runAlike(of('1.0.0', gyp), of('1.1.0', script))).toBe(true);
});
