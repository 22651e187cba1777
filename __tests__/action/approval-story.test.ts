import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import { repositoryRoot } from '../support/cli.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { LoopbackRepository, Person, PullRequest } from '../support/github-repository.ts';
import { allow, person } from '../support/github-talk.ts';
import { loadPolicy } from '../support/load-policy.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** The story of docs/approvals.md, told by the bundled action: what the page shows is what a person sees. */

const page = readFileSync(join(repositoryRoot, 'docs/approvals.md'), 'utf8');
/** The policies and the pieces of output that the page shows, in its order. */
const policies = [...page.matchAll(/^```yaml policy\n(.*?)^```/gms)].map(([, text = '']) => text);
const story = page.slice(page.indexOf('## A whole story'));
const shown = [...story.matchAll(/^(`{3,4})text\n(.*?)^\1$/gms)].map(([, , text = '']) => text);

const now = () => new Date().toISOString().replace(/\.\d+/, '');
const ann = person('ann', 20);
let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let repository: LoopbackRepository;
let pull: PullRequest;

beforeAll(async () => {
  const publishedAt = new Date(Date.now() - 24 * 3_600_000).toISOString();
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({
      packages: {
        sharpish: pkg({
          '2.0.0': { publishedAt: '2024-03-01T00:00:00.000Z' },
          '2.1.0': { publishedAt, scripts: { postinstall: 'node build.js' } },
        }),
      },
    }),
  ]);
  repository = github.repository('octo/shop');
  const sides = adding(registry, 'sharpish', { version: '2.1.0', hasInstallScript: true });
  const files = { '.github/dependency-policy.yml': policies[0] ?? '' };
  const tip = repository.commit({ files: { ...sides.base, ...files }, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  const head = repository.commit({ files: { ...sides.head, ...files }, parents: [tip] });
  pull = repository.pullRequest({ head });
  for (const each of [ann, pull.author]) allow(repository, each, 'write');
});
afterAll(async () => {
  await registry.close();
  await github.close();
});

const run = () =>
  runAction({ github, repository, event: pullRequestEvent(repository, pull), inputs: { registry: registry.url } });
const ours = () => pull.comments.find(({ body }) => body.startsWith('<!-- lockgate:report -->'))?.body ?? '';
const say = (who: Person, text: string) => repository.comment(pull, who, text, { createdAt: now() });

/** What differs from run to run, in the one way that the page has it: times, digests, addresses and comments' numbers. */
const told = (text: string) =>
  text
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '2026-11-30 10:00 UTC')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '5d'.repeat(32))
    .replaceAll(/\b[0-9a-f]{12}…/g, '5d5d5d5d5d5d…')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://registry.npmjs.org')
    .replaceAll(/in comment `\d+`/g, 'in comment `2419077311`');

/** From a heading of the comment to the next one. */
const part = (title: string) => {
  const from = ours().indexOf(`${title}\n`);
  const [text = ''] = /^.+?(?=\n#### |\n<details>|\nJudged by|$(?![^]))/s.exec(ours().slice(from)) ?? [];
  return `${text.trimEnd()}\n`;
};

test('the policies of the page are policies', () => {
  expect(policies).toHaveLength(2);
  for (const text of policies) expect(loadPolicy({ source: 'p.yml', text }).approvals?.users.length).toBeGreaterThan(0);
});

test('an agent proposes, lockgate blocks, the agent tries to approve, a person approves, and the check turns green', async () => {
  const seen: string[] = [];
  expect((await run()).exitCode).toBe(1);
  const table = ours().slice(ours().indexOf('| Package'));
  seen.push(table.slice(0, table.indexOf('\n\n') + 1), part('#### Who can let it in'));
  const [line = ''] = /^\/approve .*$/m.exec(ours()) ?? [];

  say(pull.author, line);
  expect((await run()).exitCode).toBe(1);
  seen.push(part('#### Lines that do not count'));

  say(ann, `${line} I read build.js: it compiles, and asks nobody.`);
  expect((await run()).exitCode).toBe(0);
  seen.push(
    part('#### Approved'),
    part('<details><summary>Covered by exceptions and approvals: 1 package</summary>\n'),
  );
  expect(ours()).toContain('### ✅ lockgate: passed');

  expect(seen.map(told)).toEqual(shown.map(told));
  expect(github.problems).toEqual([]);
});
