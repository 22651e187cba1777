import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../../src/compare/compare.ts';
import { parsePnpmLockfile } from '../../../src/managers/pnpm/lockfile.ts';
import { memorySnapshot } from '../../support/memory-snapshot.ts';

/** pnpm splits the text itself, before it reads YAML: a mark that it does not know hides the lockfile from it. */

const project = "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies: {}\n";
const own = "lockfileVersion: '9.0'\nimporters:\n  .: {}\n";
const both = `---\n${own}---\n${project}`;

/** What the reader throws; undefined if it reads the text. */
function refusal(text: string): unknown {
  try {
    parsePnpmLockfile('pnpm-lock.yaml', text);
    return undefined;
  } catch (cause) {
    return cause;
  }
}

test('two documents as pnpm 11 and 12 write them, and one without a mark, are read', () => {
  expect(parsePnpmLockfile('pnpm-lock.yaml', both).importers).toHaveLength(2);
  expect(parsePnpmLockfile('pnpm-lock.yaml', project).importers).toHaveLength(1);
  expect(parsePnpmLockfile('pnpm-lock.yaml', `---\n${own}---`).importers).toHaveLength(1);
});

describe('R16: a mark that hides the lockfile from pnpm is refused', () => {
  test.each([
    ['before the only document', `---\n${project}`, 1],
    ['the second with a blank', both.replace('\n---\n', '\n--- \n'), 5],
    ['the second with a tab', both.replace('\n---\n', '\n---\t\n'), 5],
    ['the second with a comment', both.replace('\n---\n', '\n--- # x\n'), 5],
    ['the second with a carriage return', both.replace('\n---\n', '\n---\r\n'), 5],
    ['the first with a blank', both.replace('---\n', '--- \n'), 1],
    ['the first behind a comment', `# x\n${both}`, 2],
    ['the first behind an empty line', `\n${both}`, 2],
    ['no first', both.slice('---\n'.length), 4],
    ['behind the only document', `${project}---`, 5],
  ])('%s', (_, text, line) => {
    expect(refusal(text)).toEqual(expect.objectContaining({ code: 'lockfile-yaml', line }));
  });
});

describe('two documents in a project whose pnpm may ignore them', () => {
  const said = async (manifest: object) => {
    const base = { 'package.json': {}, 'pnpm-lock.yaml': project };
    const head = { 'package.json': manifest, 'pnpm-lock.yaml': both };
    const snapshots = [memorySnapshot(base), memorySnapshot(head)] as const;
    const { observations } = await compareSnapshots(...snapshots, { isGated: () => true, mode: 'check' });
    return observations.flatMap(({ code, args }) => (code === 'unread-documents' ? [args['manager']] : []));
  };

  test.each([
    { packageManager: 'pnpm@9.15.0' },
    { packageManager: 'pnpm@10.34.5+sha512.ab' },
    { devEngines: { packageManager: { name: 'pnpm', version: '^10.0.0' } } },
  ])('%j', async (manifest) => {
    expect(await said(manifest)).toHaveLength(1);
  });

  test.each([{ packageManager: 'pnpm@11.0.0' }, { packageManager: 'npm@10.0.0' }, {}])(
    'nothing is said for %j',
    async (manifest) => {
      expect(await said(manifest)).toEqual([]);
    },
  );
});
