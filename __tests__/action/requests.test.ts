import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { Files } from '../support/github-objects.ts';
import type { Sides } from '../support/cli.ts';
import { pullRequest } from '../support/pull-request.ts';

/** How often GitHub is asked: a job's token may ask a thousand times an hour, for all runs of the repository. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;

const ghosts = ['ghost-a', 'ghost-b', 'ghost-c'];
const old = { publishedAt: new Date(Date.now() - 90 * 24 * 3_600_000).toISOString() };

beforeEach(async () => {
  [github, registry] = await Promise.all([startGitHub(), startRegistry({ packages: {} })]);
  repository = github.repository('octo/shop');
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

/** A project that starts to use three packages that nobody has published. */
function haunted() {
  const entry = (name: string) => ({ version: '1.0.0', resolved: null, integrity: integrityOf(name, '1.0.0') });
  return pullRequest(
    registry,
    {},
    {
      dependencies: Object.fromEntries(ghosts.map((name) => [name, '*'])),
      packages: Object.fromEntries(ghosts.map((name) => [`node_modules/${name}`, entry(name)])),
    },
  );
}

function propose(base: Files, head: Files) {
  const tip = repository.commit({ files: base, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  return repository.pullRequest({ head: repository.commit({ files: head, parents: [tip] }) });
}

/** Runs the action once; what it asked of GitHub, by route without the repository's part. */
async function asked(pull: PullRequest, inputs: Readonly<Record<string, string>> = {}) {
  const before = github.requests.length;
  const event = pullRequestEvent(repository, pull);
  await runAction({ github, repository, event, inputs: { registry: registry.url, ...inputs } });
  const counts: Record<string, number> = {};
  for (const { route } of github.requests.slice(before)) {
    const short = route.replace('/repos/{owner}/{repo}', '').replace(/\/\{(?!basehead)\w+\}/g, '');
    counts[short] = (counts[short] ?? 0) + 1;
  }
  return counts;
}
const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What the event does not say: the pull request as it stands, who else has its head, and the default branch's tip. */
const asking = { 'GET /commits/pulls': 1, 'GET /branches': 1 };
/** The test merge and its base: two commits, two trees, and of each side the lockfile and its manifest. */
const judging = {
  ...asking,
  ...{ 'GET /git/commits': 2, 'GET /git/trees': 2, 'GET /git/blobs': 4, 'GET /pulls/commits': 1 },
};
/** The pull request is asked for once to judge it, and once more before anything is written to it. */
const looking = { 'GET /pulls': 2, 'GET /issues/comments': 1 };

test('one lockfile with three findings: sixteen requests at first and again, and two more where it turns green', async () => {
  const { base, head } = haunted();
  const pull = propose(base, head);
  const first = await asked(pull);
  expect(first).toEqual({ ...judging, ...looking, 'GET /issues/comments': 2, 'POST /issues/comments': 1 });
  const again = await asked(pull);
  // Whose token it is, and what was said: there is a comment now, our own.
  expect(again).toEqual({ ...judging, ...looking, 'POST /graphql': 2 });
  const reviewing = { 'GET /pulls': 3, 'GET /pulls/comments': 1 };
  const reviewed = await asked(pull, { review: 'true' });
  expect(reviewed).toEqual({ ...again, ...reviewing, 'GET /pulls/files': 1, 'POST /pulls/reviews': 1 });
  expect(await asked(pull, { review: 'true' })).toEqual({ ...again, ...reviewing });
  for (const name of ghosts) registry.publish(name, pkg({ '1.0.0': old }));
  const green = await asked(pull);
  // A success is said only if the head's pull requests are still the same.
  expect(green).toEqual({ ...again, 'GET /commits/pulls': 2, 'PATCH /issues/comments': 1 });
  expect([first, again, reviewed, green].map(total)).toEqual([16, 16, 20, 18]);
});

test('fifty lockfiles that all changed: four more for each, and one listing for all', async () => {
  const { base, head } = haunted();
  const beside = (files: Sides['base'], index: number): Files =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        `packages/p${index}/${path}`,
        String(text).replace('{', `{ "description": "${index}",`),
      ]),
    );
  const each = (files: Sides['base']) =>
    Object.assign({}, ...Array.from({ length: 50 }, (_, index) => beside(files, index))) as Files;
  const pull = propose(each(base), each(head));
  const counts = await asked(pull);
  expect(counts).toMatchObject({ 'GET /git/commits': 2, 'GET /git/trees': 2, 'GET /git/blobs': 200 });
  expect(total(counts)).toBe(212);
});

test('fifty lockfiles of which one changed: one more for each other, whose packages the report counts', async () => {
  const { base, head } = haunted();
  const still = (index: number) =>
    Object.entries(base).map(([path, text]) => [`packages/p${index}/${path}`, text] as const);
  const quiet = Object.fromEntries(Array.from({ length: 49 }, (_, index) => still(index)).flat());
  const counts = await asked(propose({ ...quiet, ...base }, { ...quiet, ...head }));
  expect(counts).toMatchObject({ 'GET /git/trees': 2, 'GET /git/blobs': judging['GET /git/blobs'] + 49 });
  expect(total(counts)).toBe(65);
});

test('a declared baseline: its tip, and the policy of the default branch beside it', async () => {
  const { base, head } = haunted();
  const policy = { '.github/dependency-policy.yml': 'version: 1\nbaselines: [7.x]\n' };
  const tip = repository.commit({ files: { ...base, ...policy }, branch: 'main' });
  const seven = repository.commit({ files: { ...base, ...policy, 'README.md': '7' }, parents: [tip] });
  repository.branch('7.x', seven);
  const files = { ...head, ...policy, 'README.md': '7' };
  const pull = repository.pullRequest({ head: repository.commit({ files, parents: [seven] }), base: '7.x' });
  const counts = await asked(pull, { comment: 'false' });
  expect(counts).toEqual({
    ...{ ...judging, 'GET /pulls': 1, 'GET /branches': 2, 'GET /git/commits': 3, 'GET /git/trees': 3 },
    // The policy is read to choose what to compare, and to judge.
    'GET /git/blobs': 6,
  });
});

test('a branch that is no baseline: the head and where it left the default branch, and what it may be stacked on', async () => {
  const { base, head } = haunted();
  const tip = repository.commit({ files: base, branch: 'main' });
  const feature = repository.commit({ files: { ...base, 'README.md': 'f' }, parents: [tip] });
  repository.branch('feature', feature);
  const files = { ...head, 'README.md': 'f' };
  const pull = repository.pullRequest({ head: repository.commit({ files, parents: [feature] }), base: 'feature' });
  const counts = await asked(pull, { comment: 'false' });
  expect(counts).toEqual({
    ...{ ...judging, 'GET /pulls': 2, 'GET /compare/{basehead}': 1, 'GET /git/commits': 4, 'GET /git/trees': 4 },
    ...{ 'GET /git/blobs': 8 },
  });
});
