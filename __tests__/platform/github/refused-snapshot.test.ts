import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import type { Snapshot } from '../../../src/model/index.ts';
import { openGitHubTree } from '../../../src/platform/github/snapshot.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub } from '../../support/loopback-github.ts';

const files = {
  'package-lock.json': '{"lockfileVersion":3}',
  'apps/web/package-lock.json': { symlink: '../../package-lock.json' },
  'apps/node_modules/x/index.js': 'x',
  'vendor/sub': { gitlink: 'c'.repeat(40) },
  'odd\n"name': new Uint8Array([0xff, 0x00]),
};

let github: LoopbackGitHub;
let commit: string;

beforeEach(async () => {
  github = await startGitHub();
  commit = github.repository('octo/shop').commit({ files, branch: 'main' });
});
afterEach(() => github.close());

async function open(): Promise<Snapshot> {
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const { request } = await connect({ apiUrl: github.url, token: github.token }, { clock });
  return openGitHubTree({ request, owner: 'octo', repo: 'shop', commit });
}

async function listed(): Promise<string[]> {
  const snapshot = await open();
  return (await snapshot.list()).map(({ mode, path }) => `${mode} ${path}`);
}

test('a commit is listed and read through the real client, by id', async () => {
  const snapshot = await open();
  const lockfile = (await snapshot.list()).find(({ path }) => path === 'package-lock.json');
  if (lockfile === undefined) throw new Error('not listed');
  const bytes = await snapshot.read(lockfile, 1000);
  expect(Buffer.from(bytes).toString()).toBe(files['package-lock.json']);
});

test('a listing that GitHub truncates is the same listing', async () => {
  const whole = await listed();
  github.treeLimit = 5;
  expect(await listed()).toEqual(whole);
  expect(whole).toContain('symlink apps/web/package-lock.json');
  expect(whole).toContain('gitlink vendor/sub');
});

test('a token that may not read contents ends in one line that says so', async () => {
  github.fail('*', { status: 403, message: 'Resource not accessible by integration' });
  await expect(listed()).rejects.toMatchObject({
    code: 'repository-unavailable',
    message: expect.stringContaining('contents: read') as unknown,
  });
});
