import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { readBeside } from '../../src/cli/beside.ts';
import { temporaryFolder } from '../support/cli.ts';

/** What a file of this machine may name by a path from its own folder. */

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder({
    'outside.yml': 'hunter2\n',
    'in/.git/config': 'hunter2\n',
    'in/a/p.yml': 'version: 1\n',
    'in/base.yml': 'version: 1\n',
    'in/large.yml': 'x'.repeat(101),
  });
  symlinkSync('../outside.yml', join(folder.path, 'in/link.yml'));
});
afterAll(() => folder.remove());

const read = (other: string) => readBeside(join(folder.path, 'in/a/p.yml'), other, 100);

test('a regular file of the same repository', async () => {
  expect(new TextDecoder().decode(await read('../base.yml'))).toBe('version: 1\n');
});

test.each([
  ['a file outside of the repository', '../../outside.yml', 'lies outside the repository'],
  ['what git keeps for itself', '../.git/config', 'no file that the repository commits'],
  ['a link', '../link.yml', 'is not a regular file'],
  ['a folder', '../a', 'is not a regular file'],
  ['too large a file', '../large.yml', 'is larger than'],
  ['none', '../none.yml', 'ENOENT'],
])('%s', async (_title, other, says) => {
  await expect(read(other)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(says) });
});
