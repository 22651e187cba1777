import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../src/platform/github/api.ts';
import { git, temporaryFolder } from './git-repository.ts';
import { ObjectStore } from './github-objects.ts';
import type { WorkflowRun } from './github-repository.ts';
import { startGitHub } from './loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository } from './loopback-github.ts';
import { findOperation, replyProblems, requestProblems } from './openapi.ts';

const gitlink = 'c'.repeat(40);

test('ids are those that git gives', () => {
  const folder = temporaryFolder();
  const files = { 'b.txt': 'b', 'b/ü/deep.json': '{}', 'b-c': 'x', 'z space\n"': '' };
  git(folder, 'init', '--quiet');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, 'run'), '#!', { mode: 0o755 });
  symlinkSync('b.txt', join(folder, 'link'));
  git(folder, 'add', '--all');
  git(folder, 'update-index', '--add', '--cacheinfo', `160000,${gitlink},sub`);
  git(folder, 'commit', '--quiet', '--message', 'First');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Second');

  const store = new ObjectStore();
  const all = { ...files, run: { executable: '#!' }, link: { symlink: 'b.txt' }, sub: { gitlink } };
  const first = store.commit(all, [], 'First');
  const second = store.commit(all, [first], 'Second');
  expect([first, second]).toEqual([git(folder, 'rev-parse', 'HEAD~'), git(folder, 'rev-parse', 'HEAD')]);
  const listed = store.list(store.commits.get(second)?.tree ?? '', true);
  const paths = listed.map(({ mode, type, id, path }) => `${mode} ${type} ${id}\t${path}`);
  expect(paths.join('\0')).toBe(git(folder, 'ls-tree', '-r', '-t', '-z', 'HEAD').replace(/\0$/, ''));
});

describe('the loopback', () => {
  let github: LoopbackGitHub;
  let shop: LoopbackRepository;
  let tip: string;
  const names = { owner: 'octo', repo: 'shop' };

  beforeEach(async () => {
    github = await startGitHub();
    shop = github.repository('octo/shop');
    tip = shop.commit({ files: { a: 'a', 'd/b': 'b'.repeat(100), 'd/e/c': 'c' }, branch: 'main' });
  });
  afterEach(() => github.close().catch(() => undefined));

  async function ask(route: string, parameters: Record<string, unknown>): Promise<unknown> {
    const client = await connect({ apiUrl: github.url, token: github.token });
    const reply = await client.request(route, { ...names, ...parameters }).catch((error: unknown) => error);
    return (reply as { readonly data?: unknown }).data;
  }

  test('gives trees and blobs as GitHub does', async () => {
    const tree = await ask('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { tree_sha: tip, recursive: '1' });
    const { tree: entries } = tree as { readonly tree: readonly { path: string; sha: string; size?: number }[] };
    expect(entries.map(({ path, size }) => [path, size])).toEqual([
      ['a', 1],
      ['d', undefined],
      ['d/b', 100],
      ['d/e', undefined],
      ['d/e/c', 1],
    ]);
    const blob = await ask('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { file_sha: entries[2]?.sha });
    const { content } = blob as { readonly content: string };
    expect(content).toMatch(/^.{60}\n/);
    expect(Buffer.from(content, 'base64').toString()).toBe('b'.repeat(100));
    expect(github.problems).toEqual([]);
  });

  test('cuts a listing that is too long, and says so', async () => {
    github.treeLimit = 2;
    const tree = await ask('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { tree_sha: tip, recursive: '1' });
    expect(tree).toMatchObject({ truncated: true, tree: [{ path: 'a' }, { path: 'd' }] });
  });

  test('names the open pull requests of a commit, and of one that the default branch has none', async () => {
    const head = shop.commit({ files: { a: 'b' }, parents: [tip] });
    shop.pullRequest({ head });
    const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
    expect(await ask(route, { commit_sha: head })).toMatchObject([{ number: 1, state: 'open', head: { sha: head } }]);
    shop.branch('main', head);
    expect(await ask(route, { commit_sha: head })).toEqual([]);
  });

  test('compares from the common ancestor, and not at all without one', async () => {
    const [one, two] = ['1', '2'].map((text) => shop.commit({ files: { a: text }, parents: [tip] }));
    const compare = (base = '', head = '') =>
      ask('GET /repos/{owner}/{repo}/compare/{basehead}', { basehead: `${base}...${head}` });
    expect(await compare(one, two)).toMatchObject({ merge_base_commit: { sha: tip }, status: 'diverged', ahead_by: 1 });
    expect(await compare(one, shop.commit({ files: { z: 'z' } }))).toBeUndefined();
  });

  test('computes a test merge while it is asked, and names the one before until then', async () => {
    shop.branch('next', shop.commit({ files: { a: 'a', n: 'n' }, parents: [tip] }));
    const pull = shop.pullRequest({ head: shop.commit({ files: { a: 'b' }, parents: [tip] }) });
    const { merge: former } = pull;
    shop.retarget(pull, 'next', { computing: 1 });
    const get = () => ask('GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: 1 });
    expect(await get()).toMatchObject({ base: { ref: 'next' }, mergeable: null, merge_commit_sha: former });
    expect(await get()).toMatchObject({ mergeable: true, merge_commit_sha: pull.merge });
    expect(pull.merge).not.toBe(former);
  });

  test.each([
    ['a route that GitHub does not have', 'GET /repos/{owner}/{repo}/nothing', {}],
    ['a query parameter that GitHub does not know', 'GET /repos/{owner}/{repo}', { depth: 1 }],
    ['a body of another shape', 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: 1 }],
    [
      'a field that GitHub does not know',
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { issue_number: 1, body: 'x', draft: true },
    ],
    ['a number that is none', 'GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: 'latest' }],
  ])('%s fails the test that sends it', async (_, route, parameters) => {
    shop.pullRequest({ head: tip });
    await ask(route, parameters);
    expect(github.problems).toHaveLength(1);
    await expect(github.close()).rejects.toThrow('not as GitHub describes it');
  });

  test.each<[string, Partial<WorkflowRun>, number, number]>([
    ['a red run', {}, 201, 201],
    ['a green run', { conclusion: 'success' }, 403, 201],
    ['a run that is under way', { conclusion: null }, 403, 403],
    ['a run that waits for approval', { conclusion: 'action_required' }, 403, 403],
    ['a run of 31 days ago', { createdAt: new Date(Date.now() - 31 * 86_400_000).toISOString() }, 403, 403],
    ['the 50th time', { attempts: 50 }, 201, 201],
    ['the 51st time', { attempts: 51 }, 403, 403],
  ])('runs again %s', async (_, change, failedJobs, whole) => {
    const route = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}';
    const statusOf = async (way: string, token = github.token) => {
      shop.runs = [{ id: 1, headSha: tip, path: '.github/workflows/x.yml', conclusion: 'failure', ...change }];
      const client = await connect({ apiUrl: github.url, token });
      const sent = client.request(`${route}/${way}`, { ...names, run_id: 1 });
      return ((await sent.catch((error: unknown) => error)) as { readonly status: number }).status;
    };
    const token = github.issueToken({ actions: 'write' });
    expect([await statusOf('rerun-failed-jobs', token), await statusOf('rerun', token)]).toEqual([failedJobs, whole]);
    expect(await statusOf('rerun')).toBe(403);
    shop.tokenMayRerun = false;
    expect(await statusOf('rerun', token)).toBe(403);
  });

  test('merges what both sides changed, and refuses a conflict', () => {
    const ours = shop.commit({ files: { a: 'A', 'd/b': 'b'.repeat(100), 'd/e/c': 'c', n: 'n' }, branch: 'main' });
    const theirs = shop.commit({ files: { a: 'a', 'd/e/c': 'C' }, parents: [tip] });
    const { merge = '' } = shop.pullRequest({ head: theirs });
    expect(shop.objects.commits.get(merge)).toMatchObject({
      parents: [ours, theirs],
      files: { a: 'A', 'd/e/c': 'C', n: 'n' },
    });
    const clash = shop.commit({ files: { a: 'other' }, parents: [tip] });
    expect(() => shop.pullRequest({ head: clash })).toThrow('a conflicts');
  });
});

describe("GitHub's description", () => {
  test('refuses a reply that lacks a field, has another type, or has one too many', () => {
    const operation = findOperation('GET', '/repos/octo/shop/git/blobs/abc');
    if (operation === undefined) throw new Error('no operation');
    const blob = {
      sha: 'abc',
      url: 'https://github.example/',
      node_id: '',
      size: 1,
      encoding: 'base64',
      content: 'YQ==',
    };
    expect(replyProblems(operation, 200, blob)).toEqual([]);
    expect(replyProblems(operation, 200, { ...blob, size: null })).toEqual([]);
    expect(replyProblems(operation, 200, { ...blob, size: '1' })).not.toEqual([]);
    expect(replyProblems(operation, 200, { ...blob, extra: 1 })).not.toEqual([]);
    expect(replyProblems(operation, 200, { ...blob, size: undefined })).not.toEqual([]);
    expect(replyProblems(operation, 299, blob)).not.toEqual([]);
  });

  test('knows a path by its template, decoded', () => {
    const operation = findOperation('GET', '/repos/octo/shop/branches/feature%2Fx');
    expect(operation).toMatchObject({ id: 'repos/get-branch', path: { branch: 'feature/x' } });
    expect(operation && requestProblems(operation, new URLSearchParams('page=1'), undefined)).toHaveLength(1);
    expect(findOperation('GET', '/repos/octo/shop/branches/feature/x')).toBeUndefined();
  });
});
