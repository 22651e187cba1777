import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { statementOf, writeRecord } from '../../src/decisions/ledger/record.ts';
import type { BlockedPackage, DecisionRecord, Report } from '../../src/model/index.ts';
import { runAction } from '../support/action-runner.ts';
import { repositoryRoot, runCli } from '../support/cli.ts';
import { mergeGroupEvent, pullRequestEvent } from '../support/github-events.ts';
import type { Files } from '../support/github-objects.ts';
import { gitRepository } from '../support/git-repository.ts';
import { blockedPackages } from '../support/blocked-packages.ts';
import { skKey, skSign } from '../support/sk-key.ts';
import type { LoopbackRepository, Person, PullRequest } from '../support/github-repository.ts';
import { allow, enqueue, mergePull, person } from '../support/github-talk.ts';
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
/** The pieces of output below a heading. */
const shownBelow = (heading: string): readonly string[] => {
  const from = page.slice(page.indexOf(`\n## ${heading}\n`) + 1);
  const section = from.slice(0, from.indexOf('\n## ', 1) === -1 ? undefined : from.indexOf('\n## ', 1));
  return [...section.matchAll(/^(`{3,4})text\n(.*?)^\1$/gms)].map(([, , text = '']) => text);
};

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

const run = (event = pullRequestEvent(repository, pull)) =>
  runAction({ github, repository, event, inputs: { registry: registry.url } });
const ours = () => pull.comments.find(({ body }) => body.startsWith('<!-- lockgate:report -->'))?.body ?? '';
const say = (who: Person, text: string) => repository.comment(pull, who, text, { createdAt: now() });

/** What differs from run to run, in the one way that the page has it: times, digests, addresses and comments' numbers. */
const told = (text: string) =>
  text
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '2026-11-30 10:00 UTC')
    .replaceAll(/\b[0-9a-f]{32}-approve-(?:s[0-9a-f]{32}|\d+)/g, 'b30ee03e92f7236d59c2afa9e0289879-approve-2419077311')
    .replaceAll(/\b\d{4}-\d\d-\d\d\b/g, '2026-11-30')
    .replaceAll(/(?<=`main` at )[0-9a-f]+/g, '5d5d5d5d5d5d')
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
  expect(policies).toHaveLength(4);
  for (const text of policies) {
    const { approvals, proposers = [] } = loadPolicy({ source: 'p.yml', text });
    expect((approvals?.users.length ?? 0) + proposers.length).toBeGreaterThan(0);
  }
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
  const green = await run();
  expect(green.exitCode).toBe(0);
  seen.push(
    part('#### Approved'),
    part('<details><summary>Covered by exceptions and approvals: 1 package</summary>\n'),
  );
  expect(ours()).toContain('### ✅ lockgate: passed');

  // The queue merges it.
  const { commit, ref } = enqueue(repository, pull);
  const tip = repository.branches.get('main')?.sha ?? '';
  expect((await run(mergeGroupEvent(repository, tip, commit, ref))).exitCode).toBe(0);
  mergePull(repository, pull);
  Object.assign(pull, { mergedAt: new Date(Date.now() + 60_000).toISOString().replace(/\.\d+/, '') });

  // Whoever keeps the records brings in what the green run wrote, and needs nobody's approval for it.
  const merged = repository.branches.get('main')?.sha ?? '';
  const head = repository.commit({ files: { ...repository.filesOf(merged), ...green.records }, parents: [merged] });
  pull = repository.pullRequest({ head });
  expect((await run()).exitCode).toBe(0);
  seen.push(part('<details><summary>Records of decisions that come in: 1 record</summary>\n'));

  // The auditor asks.
  const clone = gitRepository();
  for (const [path, text] of Object.entries(repository.filesOf(head))) clone.write(path, text as string);
  clone.commit();
  const asked = await runCli(['decisions', '--repository-id', '7000'], { cwd: clone.folder });
  expect(asked.status).toBe(0);
  seen.push(asked.stdout);

  expect(seen.map(told)).toEqual(shownBelow('A whole story').map(told));
  expect(github.problems).toEqual([]);
});

test('alone in a repository: the agent proposes with the account of its person, whose key lets it in', async () => {
  const seen: string[] = [];
  const key = skKey('ed25519');
  const alone = policies.find((text) => text.includes('ownChanges')) ?? '';
  const policy = alone.replace(/sk-ssh-ed25519@openssh\.com \S+/, key.line);
  const mona = pull.author;
  const sides = adding(registry, 'sharpish', { version: '2.1.0', hasInstallScript: true });
  const tip = repository.commit({ files: { ...sides.base, '.github/dependency-policy.yml': policy }, branch: 'main' });
  const files = { ...sides.head, '.github/dependency-policy.yml': policy };
  pull = repository.pullRequest({ head: repository.commit({ files, parents: [tip] }), author: mona });
  const red = await run();
  expect(red.exitCode).toBe(1);
  seen.push(part('#### Who can let it in'));

  // `lockgate approve --sign` on a terminal: what it writes, with the key of this test.
  const report = JSON.parse(red.files['report'] ?? '{}') as Report;
  const record = await recordOf(report, files, sides.base, policy);
  const signed = writeRecord(record, [{ id: mona.id, sshsig: skSign(key, statementOf(record)) }]);
  const path = signed?.path ?? '';
  const head = repository.commit({
    files: { ...files, [path]: new TextDecoder().decode(signed?.bytes) },
    parents: [pull.head],
  });
  repository.push(pull, head, { by: mona });
  expect((await run()).exitCode).toBe(0);
  seen.push(part('#### Approved'), part('<details><summary>Records of decisions that come in: 1 record</summary>\n'));
  expect(seen.map(told)).toEqual(shownBelow('Alone in a repository').map(told));
});

/** What blocks, as a record of mona's that no comment says. */
async function recordOf(report: Report, head: Files, base: Files, policy: string): Promise<DecisionRecord> {
  const own = { '.github/dependency-policy.yml': policy };
  const found = await blockedPackages(
    { base: { ...base, ...own }, head },
    {
      registry: registry.url,
      repositoryId: 7000,
      now: new Date().toISOString(),
    },
  );
  const entry = found.get('sharpish') as BlockedPackage;
  expect(report.decisions?.offers.map(({ digest }) => digest)).toContain(entry.digest);
  const at = new Date(Date.now() - 30_000).toISOString().replace(/\.\d+/, '.000');
  const reason = 'I read build.js on my own machine.';
  const person = {
    id: 1001,
    login: 'mona',
    authenticated: 'security-key',
    comment: null,
    codes: entry.codes,
    reason,
    at,
  };
  const expiresAt = new Date(Date.parse(at) + 90 * 86_400_000).toISOString();
  const said = { by: [person], pull: null, policy: report.policy.digest, issuedAt: at, expiresAt };
  return { decision: 'approve', about: entry.preimage, ...said } as unknown as DecisionRecord;
}
