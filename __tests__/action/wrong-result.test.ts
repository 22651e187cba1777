import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** The links of a comment to lockgate's own repository, which the runner names. */

let github: LoopbackGitHub;
let registry: LoopbackRegistry;

beforeEach(async () => {
  const publishedAt = new Date(Date.now() - 24 * 3_600_000).toISOString();
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { 'acme-secret': pkg({ '1.0.0': { publishedAt } }) } }),
  ]);
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

async function comment(env: Readonly<Record<string, string>>): Promise<string> {
  const sides = adding(registry, 'acme-secret', { version: '1.0.0' });
  const repository = github.repository('octo/shop');
  const tip = repository.commit({ files: { ...sides.base }, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  const head = repository.commit({ files: { ...sides.head }, parents: [tip] });
  const event = pullRequestEvent(repository, repository.pullRequest({ head }));
  const { summary } = await runAction({ github, repository, event, inputs: { registry: registry.url }, env });
  return summary;
}

test('a blocked change links rules and the form of the repository that the action is from, and names no package there', async () => {
  const text = await comment({ GITHUB_ACTION_REPOSITORY: 'acme/lockgate', GITHUB_ACTION_REF: 'a'.repeat(40) });
  expect(text).toContain(`[\`cooldown\`](${github.url}/acme/lockgate/blob/${'a'.repeat(40)}/docs/rules/cooldown.md)`);
  const [, address = ''] = /Wrong result\? \[Report a false alarm\]\((\S+?)\)/.exec(text) ?? [];
  expect(address).toMatch(new RegExp(`^${github.url}/acme/lockgate/issues/new\\?template=false-alarm\\.yml&codes=`));
  expect(new URL(address).searchParams.get('codes')).toContain('cooldown/too-young');
  expect(address).not.toMatch(/acme-secret|octo|shop/);
});

test('there is no such link where the runner does not name a repository', async () => {
  expect(await comment({})).not.toContain('Wrong result');
});
