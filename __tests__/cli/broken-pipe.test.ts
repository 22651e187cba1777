import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { bundledCli, repositoryRoot, temporaryFolder } from '../support/cli.ts';
import { npmManifest } from '../support/npm-lockfile.ts';

/** Readers of standard output that stop reading, and disks that are full. */

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder({
    'package.json': npmManifest({ dependencies: { leaf: '1' }, packages: {} }),
    'bad.yml': 'version: 9',
  });
});
afterAll(() => folder.remove());

const offline = ['--offline', '--now', '2026-06-01T00:00:00Z'];
const commands: readonly [string, readonly string[], number][] = [
  ['check', ['check', '--base-dir', '.', '--head-dir', '.', ...offline], 0],
  [
    'check that cannot evaluate',
    ['check', '--base-dir', '{empty}', '--head-dir', '.', '--policy', 'bad.yml', ...offline],
    2,
  ],
  ['audit', ['audit', '--dir', '.', ...offline], 0],
  ['vet', ['vet', 'leaf', ...offline], 1],
  ['policy', ['policy', 'explain'], 0],
  ['schema', ['policy', 'schema'], 0],
  ['replay', ['replay', `${repositoryRoot}/examples/takeover/evidence.json`], 1],
  ['init', ['init', '--dry-run'], 0],
  ['usage', ['--help'], 0],
  ['an unknown command', ['chek'], 2],
];

function run(args: readonly string[], stdout: 'pipe' | number): Promise<{ status: number | null; stderr: string }> {
  const given = args.map((arg) => (arg === '{empty}' ? empty.path : arg));
  const child = spawn(process.execPath, [bundledCli, ...given], {
    cwd: folder.path,
    env: { HOME: folder.path, PATH: '' },
    stdio: ['ignore', stdout, 'pipe'],
  });
  child.stdout?.destroy();
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })));
}

let empty: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  empty = temporaryFolder();
});
afterAll(() => empty.remove());

test.each(commands)('%s ends as it would have where nobody reads it', async (_, args, status) => {
  const ended = await run(args, 'pipe');
  expect(ended.stderr).not.toMatch(/EPIPE|at .*\.js/);
  expect(ended.status).toBe(status);
});

test('a disk that is full is no pass', async () => {
  expect((await run(['policy', 'schema'], openSync('/dev/full', 'w'))).status).toBe(2);
});
