import { describe, expect, test } from '@jest/globals';

import { bytesIn } from '../../src/run/bytes-in.ts';
import { behindLinks } from '../../src/run/watched-paths.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** What is decided about, and who proposed it, where a path leads through symbolic links. */

const link = (target: string): MemoryFile => ({ mode: 'symlink', target });
const at = async (files: Readonly<Record<string, MemoryFile>>, path: string) =>
  (await bytesIn(memorySnapshot(files), [path]))(path);

describe('the bytes that a decision about a path is bound to', () => {
  const cases: readonly (readonly [string, string, (text: string) => Readonly<Record<string, MemoryFile>>])[] = [
    ['a file', 'a', (text) => ({ a: text })],
    ['what a link leads to', 'a', (text) => ({ a: link('b'), b: text })],
    ['what a link to a link leads to', 'a', (text) => ({ a: link('b'), b: link('c'), c: text })],
    ['what is below a link to a folder', 'd/a', (text) => ({ d: link('e'), 'e/a': text })],
    ['where a link leads', 'a', (text) => ({ a: link(text), one: '', two: '' })],
    ['what appears at the end of a link', 'a', (text) => ({ a: link('b'), ...(text === 'one' && { b: 'one' }) })],
  ];
  test.each(cases)('%s', async (_, path, files) => {
    const [one, again, two] = [
      await at(files('one'), path),
      await at(files('one'), path),
      await at(files('two'), path),
    ];
    expect(one).toEqual(again);
    expect(String(one?.sha256)).toMatch(/^[0-9a-f]{64}$/);
    expect(one).not.toEqual(two);
  });

  test('a folder, and a link whose target is not known, are no bytes', async () => {
    expect(await at({ a: link('d'), 'd/x': '' }, 'a')).toBeUndefined();
    expect(await at({ a: { mode: 'symlink' } }, 'a')).toBeUndefined();
    expect(await at({}, 'a')).toBeNull();
  });
});

describe('what is watched because a link leads there', () => {
  test('the end of a link that is read by its name, and each link on the way', async () => {
    const head = memorySnapshot({ 'package-lock.json': link('docs/y'), 'docs/y': link('x.json'), 'docs/x.json': '{}' });
    expect(new Set(await behindLinks([undefined, head], [], []))).toEqual(
      new Set(['package-lock.json', 'docs/y', 'docs/x.json']),
    );
  });

  test('the end of a link in the base alone', async () => {
    const base = memorySnapshot({ 'package-lock.json': link('docs/x.json'), 'docs/x.json': '{}' });
    expect(await behindLinks([base, memorySnapshot({ 'package-lock.json': '{}' })], [], [])).toContain('docs/x.json');
  });

  test('what is decided about below a link to a folder, and the policy behind a link', async () => {
    const head = memorySnapshot({ bin: link('tools'), 'tools/x.sh': '', 'p.yml': link('q.yml'), 'q.yml': '' });
    const found = await behindLinks([undefined, head], ['bin/x.sh'], ['p.yml']);
    expect(found).toEqual(expect.arrayContaining(['bin', 'tools/x.sh', 'p.yml', 'q.yml']));
  });

  test('no other link', async () => {
    const head = memorySnapshot({ 'docs/latest': link('v1'), 'docs/v1/a.md': '', 'README.md': link('docs/v1/a.md') });
    expect(await behindLinks([head], [], [])).toEqual([]);
  });
});
