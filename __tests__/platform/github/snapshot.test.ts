import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { openGitHubTree } from '../../../src/platform/github/snapshot.ts';
import type { GitHubRequest } from '../../../src/platform/github/client.ts';
import { listingOf, textOf } from '../../repository/snapshot-view.ts';

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

const idOf = (text: string, algorithm = 'sha1') =>
  createHash(algorithm)
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
const commit = 'c'.repeat(40);
const file = (path: string, content = path): Entry => ({
  path,
  mode: '100644',
  type: 'blob',
  sha: idOf(content),
  size: Buffer.byteLength(content),
});
const folder = (path: string, sha: string): Entry => ({ path, mode: '040000', type: 'tree', sha });

/** The id of the tree that has just these entries. */
function treeId(entries: readonly Entry[], algorithm = 'sha1'): string {
  const key = ({ path, type }: Entry) => Buffer.from(type === 'tree' ? `${path}/` : path);
  const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
  const bytes = Buffer.concat(
    sorted.flatMap(({ path, mode, sha }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${path}\0`),
      Buffer.from(sha, 'hex'),
    ]),
  );
  return createHash(algorithm).update(`tree ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A recursive listing with the ids that its folders really have, and the root's. */
function sealed(
  entries: readonly Entry[],
  algorithm?: string,
): { readonly root: string; readonly tree: readonly Entry[] } {
  const own = (folder: string) =>
    tree
      .filter(({ path }) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
      .map((entry) => ({ ...entry, path: entry.path.slice(folder.length) }));
  const tree = [...entries];
  const deepestFirst = entries.filter(({ type }) => type === 'tree').sort((a, b) => b.path.length - a.path.length);
  for (const entry of deepestFirst) {
    tree[tree.indexOf(entry)] = { ...entry, sha: treeId(own(`${entry.path}/`), algorithm) };
  }
  return { root: treeId(own(''), algorithm), tree };
}

interface Fake {
  /** The id of the commit's tree. */
  readonly root: string;
  readonly request: GitHubRequest;
  readonly asked: string[];
  /** Replies by the last segment of the route and the id; `tree:<id>:recursive` for a recursive tree. */
  readonly replies: Map<string, unknown>;
}

/** GitHub with one commit, whose tree has these entries. */
function fakeGitHub(entries: readonly Entry[], blobs: readonly string[] = [], algorithm?: string): Fake {
  const asked: string[] = [];
  const { root, tree } = sealed(entries, algorithm);
  const replies = new Map<string, unknown>([
    [`commit:${commit}`, { sha: commit, tree: { sha: root } }],
    [`tree:${root}:recursive`, { sha: root, tree, truncated: false }],
    ...blobs.map((text): [string, unknown] => [`blob:${idOf(text)}`, blobReply(text)]),
  ]);
  const kinds = new Map([
    ['GET /repos/{owner}/{repo}/git/commits/{commit_sha}', 'commit'],
    ['GET /repos/{owner}/{repo}/git/trees/{tree_sha}', 'tree'],
    ['GET /repos/{owner}/{repo}/git/blobs/{file_sha}', 'blob'],
  ]);
  const request: GitHubRequest = (route, parameters) => {
    expect(parameters).toMatchObject({ owner: 'octo', repo: 'shop' });
    const id = parameters['commit_sha'] ?? parameters['tree_sha'] ?? parameters['file_sha'] ?? '';
    const key = `${kinds.get(route) ?? route}:${id}${parameters['recursive'] === '1' ? ':recursive' : ''}`;
    asked.push(key);
    const reply = replies.get(key);
    if (reply instanceof Error) return Promise.reject(reply);
    return reply === undefined ? Promise.reject(httpError(404)) : Promise.resolve({ data: reply });
  };
  return { root, request, asked, replies };
}

const blobReply = (text: string) => ({
  sha: idOf(text),
  size: Buffer.byteLength(text),
  encoding: 'base64',
  content: Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n'), // as GitHub wraps it
});

/** As octokit throws: without a `response` where no reply came. */
function httpError(status: number, headers?: Record<string, string>): Error {
  return Object.assign(new Error('hostile text'), { status, response: { headers: headers ?? {} } });
}

const open = (fake: Fake, at = commit) =>
  openGitHubTree({ request: fake.request, owner: 'octo', repo: 'shop', commit: at });
const unavailable = (message: RegExp) => ({
  code: 'repository-unavailable',
  message: expect.stringMatching(message),
});

describe('a commit on GitHub as a snapshot', () => {
  test('is listed with two requests and read by blob id', async () => {
    const fake = fakeGitHub(
      [
        file('package.json', '{}'),
        { ...file('run.sh'), mode: '100755' },
        folder('a', 'a'.repeat(40)),
        file('a/package.json', 'x'.repeat(200)),
        { ...file('package-lock.json'), mode: '120000' },
        { path: 'sub', mode: '160000', type: 'commit', sha: 'b'.repeat(40) },
        folder('node_modules', 'e'.repeat(40)),
        file('node_modules/x.js'),
      ],
      ['{}', 'x'.repeat(200)],
    );
    const snapshot = await open(fake);
    expect(snapshot.label).toBe('c'.repeat(12));
    expect(snapshot.isRemote).toBe(true);
    expect(await listingOf(snapshot)).toEqual([
      'file a/package.json',
      'folder node_modules',
      'symlink package-lock.json',
      'file package.json',
      'file run.sh',
      'gitlink sub',
    ]);
    expect(await snapshot.list()).toContainEqual({ path: 'sub', mode: 'gitlink', id: 'b'.repeat(40) });
    expect(await snapshot.list()).toContainEqual({ path: 'package.json', mode: 'file', id: idOf('{}'), size: 2 });
    expect(fake.asked).toEqual([`commit:${commit}`, `tree:${fake.root}:recursive`]);
    expect(await textOf(snapshot, 'a/package.json')).toBe('x'.repeat(200));
    for (const path of ['package-lock.json', 'sub', 'node_modules']) {
      await expect(textOf(snapshot, path)).rejects.toMatchObject({ code: 'lockfile-not-regular', path });
    }
    expect(fake.asked).toHaveLength(3);
  });

  test('that holds nothing is empty, though GitHub has no tree object for it', async () => {
    const fake = fakeGitHub([]);
    const nothing = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'; // git hash-object -t tree /dev/null
    fake.replies.set(`commit:${commit}`, { sha: commit, tree: { sha: nothing } });
    expect(await (await open(fake)).list()).toEqual([]);
  });

  test('reads ids of SHA-256 repositories', async () => {
    const id = idOf('{}', 'sha256');
    const fake = fakeGitHub([{ ...file('package.json', '{}'), sha: id }], [], 'sha256');
    fake.replies.set(`blob:${id}`, blobReply('{}'));
    expect(await textOf(await open(fake), 'package.json')).toBe('{}');
  });
});

describe('a tree that GitHub cuts off', () => {
  /** Replies for a tree that is cut off as a whole and comes by itself. */
  function cutOff(fake: Fake, entries: readonly Entry[], sha = treeId(entries)): string {
    fake.replies.set(`tree:${sha}:recursive`, { sha, tree: [file('cut')], truncated: true });
    fake.replies.set(`tree:${sha}`, { sha, tree: entries, truncated: false });
    return sha;
  }
  function whole(fake: Fake, entries: readonly Entry[]): string {
    const { root: sha, tree } = sealed(entries);
    fake.replies.set(`tree:${sha}:recursive`, { sha, tree, truncated: false });
    return sha;
  }
  const at = (fake: Fake, sha: string) => fake.replies.set(`commit:${commit}`, { sha: commit, tree: { sha } });

  test('is walked folder by folder, and node_modules not at all', async () => {
    const fake = fakeGitHub([]);
    const modules = '4'.repeat(40);
    const web = whole(fake, [folder('src', ''), file('src/package-lock.json')]);
    const api = whole(fake, [file('package-lock.json')]);
    const apps = cutOff(fake, [folder('web', web), folder('api', api)]);
    at(fake, cutOff(fake, [folder('apps', apps), folder('node_modules', modules), file('package.json')]));
    expect(await (await open(fake)).list()).toMatchObject([
      { path: 'apps/api/package-lock.json' },
      { path: 'apps/web/src/package-lock.json' },
      { path: 'node_modules', mode: 'folder', id: modules },
      { path: 'package.json' },
    ]);
  });

  test('is held against the id of each folder too, so that no lockfile can be left out', async () => {
    const fake = fakeGitHub([]);
    const entries = [file('package-lock.json'), file('package.json')];
    at(fake, cutOff(fake, entries.slice(1), treeId(entries)));
    await expect((await open(fake)).list()).rejects.toMatchObject(unavailable(/is not that tree/));
  });

  test('is refused where one folder alone is cut off', async () => {
    const { root, ...fake } = fakeGitHub([file('a')]);
    for (const key of [`tree:${root}:recursive`, `tree:${root}`]) {
      fake.replies.set(key, { sha: root, tree: [file('a')], truncated: true });
    }
    await expect((await open({ root, ...fake })).list()).rejects.toMatchObject({ code: 'budget' });
  });

  test('is refused where it would take more requests than there are', async () => {
    const fake = fakeGitHub([]);
    const many = Array.from({ length: 400 }, (_, n) => folder(`f${n}`, whole(fake, [file('a', `${n}`)])));
    at(fake, cutOff(fake, many));
    await expect((await open(fake)).list()).rejects.toMatchObject({
      code: 'budget',
      message: expect.stringContaining('300 requests'),
    });
    expect(fake.asked.length).toBeLessThanOrEqual(301);
  });

  test('is not passed for whole where one of its folders cannot be had', async () => {
    const fake = fakeGitHub([]);
    at(fake, cutOff(fake, [folder('apps', '1'.repeat(40)), file('x')]));
    await expect((await open(fake)).list()).rejects.toMatchObject(unavailable(/answered 404/));
  });
});

describe('what GitHub says is looked at', () => {
  test('bytes that are not the blob are refused', async () => {
    const fake = fakeGitHub([file('package-lock.json', 'good')]);
    fake.replies.set(`blob:${idOf('good')}`, { ...blobReply('evil'), sha: idOf('good') });
    await expect(textOf(await open(fake), 'package-lock.json')).rejects.toMatchObject({
      ...unavailable(/do not match/),
      path: 'package-lock.json',
    });
  });

  test('a huge blob is not asked for', async () => {
    const fake = fakeGitHub([{ ...file('package-lock.json'), size: 65 * 2 ** 20 }]);
    await expect(textOf(await open(fake), 'package-lock.json', 64 * 2 ** 20)).rejects.toMatchObject({
      code: 'lockfile-too-large',
      message: expect.stringContaining('64 MiB'),
    });
    expect(fake.asked.some((key) => key.startsWith('blob:'))).toBe(false);
  });

  test('a blob larger than its tree says is refused', async () => {
    const fake = fakeGitHub([{ ...file('a', 'x'.repeat(100)), size: 1 }], ['x'.repeat(100)]);
    await expect(textOf(await open(fake), 'a', 50)).rejects.toMatchObject({ code: 'lockfile-too-large' });
  });

  test.each<[string, (sha: string) => unknown]>([
    ['no object', () => null],
    ['text', () => '<html>'],
    ['no tree', (sha) => ({ sha, truncated: false })],
    ['another tree', () => ({ sha: 'f'.repeat(40), tree: [], truncated: false })],
    ['no word on being whole', (sha) => ({ sha, tree: [] })],
    [
      'an entry without an id',
      (sha) => ({ sha, tree: [{ path: 'a', mode: '100644', type: 'blob' }], truncated: false }),
    ],
    ['an entry that is text', (sha) => ({ sha, tree: ['a'], truncated: false })],
  ])('a tree that is %s is refused, never an empty one', async (_, reply) => {
    const fake = fakeGitHub([file('a')]);
    fake.replies.set(`tree:${fake.root}:recursive`, reply(fake.root));
    await expect((await open(fake)).list()).rejects.toMatchObject(unavailable(/is not that tree/));
  });

  const project = [file('package-lock.json', 'good'), folder('web', ''), file('web/yarn.lock', 'x'), file('z')];
  const { tree: honest } = sealed(project);
  test.each<[string, readonly Entry[]]>([
    ['a lockfile left out', honest.slice(1)],
    ['a lockfile of other bytes', honest.map((each) => (each.path === 'z' ? { ...each, sha: idOf('evil') } : each))],
    ['a lockfile under another name', honest.map((each) => (each.path === 'z' ? { ...each, path: 'y' } : each))],
    ['a link in the place of a file', honest.map((each) => (each.path === 'z' ? { ...each, mode: '120000' } : each))],
    ['a lockfile left out of a folder', honest.filter(({ path }) => path !== 'web/yarn.lock')],
    ['a folder left out, not what is in it', honest.filter(({ path }) => path !== 'web')],
    [
      'a folder that claims to be a file',
      honest.flatMap((each) =>
        each.path === 'web' ? { ...each, type: 'blob' } : each.path === 'web/yarn.lock' ? [] : each,
      ),
    ],
    ['a file that was invented', [...honest, file('package.json')]],
  ])('a list with %s is not that of the tree that was asked for', async (_, tree) => {
    const fake = fakeGitHub(project);
    expect(await (await open(fake)).list()).toHaveLength(3);
    fake.replies.set(`tree:${fake.root}:recursive`, { sha: fake.root, tree, truncated: false });
    await expect((await open(fake)).list()).rejects.toMatchObject(unavailable(/is not that tree/));
  });

  test('a name that GitHub cannot show as it is says so, and is not passed over', async () => {
    const fake = fakeGitHub([file('caf\u00e9')]);
    const shown = { sha: fake.root, tree: [file('caf\ufffd', 'caf\u00e9')], truncated: false };
    fake.replies.set(`tree:${fake.root}:recursive`, shown);
    await expect((await open(fake)).list()).rejects.toMatchObject({
      ...unavailable(/cannot be confirmed; rename the file in UTF-8/),
      path: 'caf\ufffd',
    });
  });

  test.each([
    ['another commit', { sha: 'f'.repeat(40), tree: { sha: 'd'.repeat(40) } }],
    ['without a tree', { sha: commit }],
    ['with a tree that is no id', { sha: commit, tree: { sha: '../../../user' } }],
    ['nothing', null],
  ])('a commit that is %s is refused', async (_, reply) => {
    const fake = fakeGitHub([]);
    fake.replies.set(`commit:${commit}`, reply);
    await expect(open(fake)).rejects.toMatchObject(unavailable(/is not that commit/));
  });

  test.each([
    ['no content', { encoding: 'base64' }],
    ['another encoding', { encoding: 'utf-8', content: '{}' }],
    ['nothing', null],
  ])('a blob with %s is refused', async (_, reply) => {
    const fake = fakeGitHub([file('a', '{}')]);
    fake.replies.set(`blob:${idOf('{}')}`, reply);
    await expect(textOf(await open(fake), 'a')).rejects.toMatchObject(unavailable(/not a blob/));
  });

  test('two entries under one path are refused', async () => {
    const fake = fakeGitHub([file('package-lock.json', 'a'), file('package-lock.json', 'b')]);
    await expect((await open(fake)).list()).rejects.toMatchObject(unavailable(/two entries/));
  });

  test.each(['main', 'c'.repeat(39), 'C'.repeat(40), '../x', ''])('%j is not a full commit id', async (rev) => {
    await expect(open(fakeGitHub([]), rev)).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('a refusal says what to do', () => {
  test.each([
    [httpError(404), /answered 404 when asked for commit c{12}: grant the job `contents: read`/],
    [httpError(403), /grant the job `contents: read`/],
    [httpError(403, { 'x-ratelimit-remaining': '0' }), /has reached its rate limit/],
    [httpError(429), /has reached its rate limit/],
    [httpError(401), /token is not valid/],
    [httpError(422), /force-push/],
    [httpError(502), /when GitHub has recovered/],
    [Object.assign(new Error('fetch failed'), { status: 500 }), /gave no answer/],
    [new Error('anything'), /gave no answer/],
  ])('%s', async (error, message) => {
    const fake = fakeGitHub([]);
    fake.replies.set(`commit:${commit}`, error);
    const refusal = open(fake);
    await expect(refusal).rejects.toMatchObject(unavailable(message));
    await expect(refusal).rejects.not.toThrow(/hostile text/);
  });
});
