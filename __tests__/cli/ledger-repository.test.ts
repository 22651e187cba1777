import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { runCli } from '../support/cli.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import { approval, denial, id, repositoryWith, run, useRegistry } from '../support/recorded-repository.ts';

/** Which repository the records have to be about, on the command line. */

useRegistry();
let github: LoopbackGitHub;
beforeAll(async () => {
  github = await startGitHub();
  Object.assign(github.repository('octo/shop'), { id });
});
afterAll(() => github.close());

const ended = async (args: Parameters<typeof run>[2], origin?: string) => {
  const { status, report } = await run(repositoryWith([approval()], origin), ['check'], args);
  return [status, report.decisions?.ledger?.notes.join() ?? ''] as const;
};

test('not known: nothing is approved, and one line says so', async () => {
  const [status, notes] = await ended({ isKnown: false });
  expect([status, notes]).toEqual([
    1,
    expect.stringContaining("the repository's id is not known here (`--repository-id`)"),
  ]);
});

test('not known: what is denied is denied all the same', async () => {
  const { status, report } = await run(repositoryWith([denial()]), ['check'], { isKnown: false });
  expect([status, report.findings.map(({ rule }) => rule)]).toEqual([1, expect.arrayContaining(['deny'])]);
});

test('of the job, where the job is one of this repository', async () => {
  const env = { GITHUB_REPOSITORY: 'octo/shop', GITHUB_REPOSITORY_ID: String(id) };
  expect((await ended({ isKnown: false, env }, 'https://github.com/octo/shop.git'))[0]).toBe(0);
  expect((await ended({ isKnown: false, env }, 'https://github.com/octo/other.git'))[0]).toBe(1);
  expect((await ended({ isKnown: false, env }))[0]).toBe(1);
});

test('asked of the GitHub that `origin` is on, with the token, and only where a record may be about something', async () => {
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token };
  const origin = `${github.url}/octo/shop.git`;
  expect((await ended({ isKnown: false, env }, origin))[0]).toBe(0);
  expect((await ended({ isKnown: false, env }, 'https://gitlab.example/octo/shop.git'))[0]).toBe(1);
  const before = github.requests.length;
  await run(repositoryWith([], origin), ['check'], { isKnown: false, env });
  expect(github.requests.length).toBe(before);
});

test('given, and no number', async () => {
  const { folder } = repositoryWith([]);
  const { status, stderr } = await runCli(['check', '--repository-id', 'octo/shop'], { cwd: folder });
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('--repository-id takes the numeric id, such as 1296269'),
  ]);
});
