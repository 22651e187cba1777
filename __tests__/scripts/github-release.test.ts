import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { repositoryRoot } from '../support/cli.ts';
import { temporaryFolder } from '../support/git-repository.ts';
import type { LoopbackReleases } from '../support/loopback-releases.ts';
import { startReleases } from '../support/loopback-releases.ts';
import { runProcess } from '../support/run-process.ts';

/** `scripts/release/github.mjs` as a process, against the releases of a GitHub of this machine. */

const repository = 'acme/lockgate';
const commit = 'c'.repeat(40);
const older = 'b'.repeat(40);
const names = ['SHA256SUMS', 'lockgate-1.2.3.cdx.json', 'lockgate-1.2.3.tgz'];
let github: LoopbackReleases;
let folder = '';

beforeEach(async () => {
  github = await startReleases(repository);
  github.tags.set('v1.2.3', { type: 'commit', sha: commit });
  folder = temporaryFolder();
  for (const name of names) writeFileSync(join(folder, name), `the bytes of ${name}`);
});
afterEach(async () => {
  await github.close();
  expect(github.problems).toEqual([]);
});

async function release(tag = 'v1.2.3', built = commit) {
  const notes = join(temporaryFolder(), 'notes.md');
  writeFileSync(notes, '- A rule.\n');
  const script = join(repositoryRoot, 'scripts/release/github.mjs');
  return runProcess(process.execPath, [script, tag, '--dir', folder, '--notes', notes], {
    cwd: folder,
    env: {
      ...{ GITHUB_TOKEN: github.token, GITHUB_REPOSITORY: repository, GITHUB_SHA: built },
      GITHUB_API_URL: github.url.slice(0, -1),
    },
  });
}

const published = (tag_name: string) => {
  const release = {
    tag_name,
    body: '',
    draft: false,
    prerelease: tag_name.includes('-'),
    immutable: true,
    latest: false,
  };
  github.releases.push({ ...release, id: github.releases.length + 1, assets: [] });
};
const writes = () =>
  github.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

test('a draft gets every file, is published as immutable, and then the major tag moves', async () => {
  github.tags.set('v1', { type: 'commit', sha: older });
  published('v1.2.2');
  expect(await release()).toMatchObject({ status: 0, stderr: '' });
  const [made] = github.releases;
  expect(made).toMatchObject({ tag_name: 'v1.2.3', body: '- A rule.\n', draft: false, immutable: true, latest: true });
  expect(made?.assets.map(({ name }) => name)).toEqual(names);
  expect(github.tags.get('v1')).toEqual({ type: 'commit', sha: commit });
  const api = `/repos/${repository}`;
  expect(writes()).toEqual([
    `POST ${api}/releases`,
    ...names.map((name) => `POST ${api}/releases/101/assets?name=${name}`),
    `PATCH ${api}/releases/101`,
    `PATCH ${api}/git/refs/tags%2Fv1`,
  ]);
});

test('the first release of a major version makes its tag', async () => {
  expect(await release()).toMatchObject({ status: 0 });
  expect(github.tags.get('v1')).toEqual({ type: 'commit', sha: commit });
});

test('an annotated tag is followed to its commit', async () => {
  github.tags.set('v1.2.3', { type: 'tag', sha: 'a'.repeat(40) });
  github.annotated.set('a'.repeat(40), commit);
  expect(await release()).toMatchObject({ status: 0 });
  expect(github.tags.get('v1')).toEqual({ type: 'commit', sha: commit });
});

test('a run that broke off is continued, and what is released is left as it is', async () => {
  github.failUploadAfter = 1;
  expect(await release()).toMatchObject({ status: 1 });
  expect(github.releases).toMatchObject([{ draft: true, immutable: false }]);
  expect(github.tags.has('v1')).toBe(false);
  expect(await release()).toMatchObject({ status: 0 });
  expect(github.releases).toHaveLength(1);
  expect(github.releases[0]?.assets.map(({ name }) => name)).toEqual(names);
  const before = writes().length;
  expect(await release()).toMatchObject({ status: 0 });
  expect(writes()).toHaveLength(before);
});

describe('nothing is published, and no tag moves', () => {
  test('where the tag is at another commit than the one that was built', async () => {
    const { status, stderr } = await release('v1.2.3', older);
    expect([status, stderr, writes()]).toEqual([1, expect.stringContaining('v1.2.3 is at ccc'), []]);
  });

  test('where there is no such tag', async () => {
    expect(await release('v1.2.4')).toMatchObject({ status: 1 });
    expect(writes()).toEqual([]);
  });

  test.each(['v1', 'latest', '1.2.3', 'v1.2.3/../v1'])('for %j, which is no tag of a release', async (tag) => {
    expect(await release(tag)).toMatchObject({ status: 1 });
    expect(github.requests).toEqual([]);
  });

  test('where the draft has other bytes under a name, or a file that was not made now', async () => {
    github.failUploadAfter = 2;
    await release();
    writeFileSync(join(folder, 'SHA256SUMS'), 'other bytes');
    const other = await release();
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('other bytes under SHA256SUMS')]);
    writeFileSync(join(folder, 'SHA256SUMS'), 'the bytes of SHA256SUMS');
    github.releases[0]?.assets.push({ name: 'planted.tgz', digest: 'sha256:00' });
    const planted = await release();
    expect([planted.status, planted.stderr]).toEqual([1, expect.stringContaining('already has planted.tgz')]);
    expect(github.releases).toMatchObject([{ draft: true }]);
    expect(github.tags.has('v1')).toBe(false);
  });
});

describe('the major tag stays', () => {
  test('where the repository lets releases be changed, which is an error', async () => {
    github.immutability = false;
    const { status, stderr } = await release();
    expect([status, stderr]).toEqual([1, expect.stringContaining('turn on "Release immutability"')]);
    expect(github.tags.has('v1')).toBe(false);
  });

  test('where a newer version of the line is released already', async () => {
    github.tags.set('v1', { type: 'commit', sha: older });
    published('v1.10.0');
    expect(await release()).toMatchObject({ status: 0 });
    expect(github.tags.get('v1')?.sha).toBe(older);
    expect(github.releases[0]).toMatchObject({ draft: false, latest: false });
  });

  test('for a prerelease', async () => {
    github.tags.set('v1.3.0-rc.1', { type: 'commit', sha: commit });
    expect(await release('v1.3.0-rc.1')).toMatchObject({ status: 0 });
    expect(github.releases[0]).toMatchObject({ prerelease: true, draft: false, latest: false });
    expect(github.tags.has('v1')).toBe(false);
  });
});
