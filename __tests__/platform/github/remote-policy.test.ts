import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import { readRemotePolicy } from '../../../src/platform/github/remote-policy.ts';
import { policyPlace } from '../../../src/policy/remote.ts';
import type { LoopbackGitHub } from '../../support/loopback-github.ts';
import { isJudgedRepository } from '../../../src/platform/github/same-repository.ts';
import { startGitHub } from '../../support/loopback-github.ts';

/** The ref of an operator's policy: what it is, and what it never is. */

let github: LoopbackGitHub;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.close());

const policies = () => github.repository('acme/policies');
const publish = (text: string) => policies().commit({ files: { 'npm.yml': text }, branch: 'main' });
const remoteOf = (name: string) => {
  const place = policyPlace(name);
  if (!('remote' in place)) throw new Error(name);
  return place.remote;
};
async function reader() {
  const { request } = await connect({ apiUrl: github.url, token: github.token });
  return (name: string) => readRemotePolicy(remoteOf(name), request);
}

describe('a ref', () => {
  test('is a branch, a tag, an annotated tag or a commit', async () => {
    const commit = publish('version: 1\n');
    policies().tag('light', commit);
    policies().tag('annotated', commit, { annotated: true });
    policies().branch('release/2.x', commit);
    const read = await reader();
    for (const ref of ['main', 'light', 'annotated', 'release/2.x', 'heads/main', 'tags/light', commit]) {
      expect((await read(`acme/policies/npm.yml@${ref}`)).from).toEqual({ repository: 'acme/policies', ref, commit });
    }
  });

  test('that is a branch and a tag is neither', async () => {
    policies().tag('v1', publish('version: 1\n'));
    policies().branch('v1', publish('version: 1\nmode: observe\n'));
    const read = await reader();
    await expect(read('acme/policies/npm.yml@v1')).rejects.toMatchObject({
      code: 'policy-unavailable',
      message: expect.stringContaining('is a branch and a tag'),
    });
    expect((await read('acme/policies/npm.yml@tags/v1')).text.toString()).toBe('version: 1\n');
  });

  test('is never the beginning of another, nor of a commit', async () => {
    const commit = publish('version: 1\n');
    policies().tag('v10', commit);
    const read = await reader();
    for (const ref of ['v1', commit.slice(0, 7), 'mai']) {
      await expect(read(`acme/policies/npm.yml@${ref}`)).rejects.toThrow(/answered 404 for the ref/);
    }
  });

  test('that moves while a run reads is what it was', async () => {
    const commit = publish('version: 1\n');
    const read = await reader();
    await read('acme/policies/npm.yml@main');
    publish('version: 1\nmode: observe\n');
    expect((await read('acme/policies/npm.yml@main')).from?.commit).toBe(commit);
  });

  test('that could not be asked for is not absent', async () => {
    policies().tag('v1', publish('version: 1\n'));
    github.fail('GET /repos/{owner}/{repo}/git/ref/{ref}', { status: 403, message: 'no', times: 1 });
    await expect((await reader())('acme/policies/npm.yml@v1')).rejects.toThrow(/HTTP 403/);
  });
});

test('a commit without the file has no policy, and says so', async () => {
  publish('version: 1\n');
  await expect((await reader())('acme/policies/other.yml@main')).rejects.toMatchObject({
    code: 'policy-unavailable',
    message: expect.stringMatching(
      /^the policy `acme\/policies\/other\.yml@main` cannot be read: commit `[0-9a-f]{40}` has no file/,
    ),
  });
});

describe('the judged repository', () => {
  const asking = async (names: readonly string[], id?: number) => {
    const { request } = await connect({ apiUrl: github.url, token: github.token });
    return isJudgedRepository('Acme/Policies', { names, ...(id && { id }) }, request);
  };

  test('is known by its name without a request', async () => {
    expect([await asking(['x/y', 'acme/policies'], 1), github.requests.length]).toEqual([true, 0]);
  });

  test('is known by its id where it was renamed, and another one is not it', async () => {
    expect(await asking(['acme/rules'], policies().id)).toBe(true);
    expect(await asking(['acme/rules'], 1)).toBe(false);
  });

  test('is asked for where only its name is known', async () => {
    policies();
    github.repository('acme/shop');
    expect(await asking(['acme/shop'])).toBe(false);
  });

  test('may be any where nothing names it, or GitHub does not answer', async () => {
    expect(await asking([])).toBe(true);
    expect(await asking(['acme/shop'], 1)).toBe(true);
  });
});
