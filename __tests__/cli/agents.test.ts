import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runCli } from '../support/cli.ts';
import { gitRepository } from '../support/git-repository.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** A direct dependency that an agent proposes, through the bundled command line and a real git. */

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({ packages: { good: pkg({ '1.0.0': { publishedAt: '2025-06-01T00:00:00Z' } }) } });
});
afterAll(() => registry.close());

function proposed(message: string): GitRepositoryFixture {
  const { base, head } = adding(registry, 'good', { version: '1.0.0' });
  const repository = gitRepository();
  for (const [path, content] of Object.entries(base)) repository.write(path, content);
  repository.commit('Start');
  repository.git('checkout', '--quiet', '-b', 'change');
  for (const [path, content] of Object.entries(head)) repository.write(path, content);
  repository.commit(message);
  return repository;
}

async function check({ folder }: GitRepositoryFixture, ...args: readonly string[]) {
  const common = ['--registry', registry.url, '--format', 'json', '--now', '2026-06-01T00:00:00Z'];
  const ended = await runCli(['check', '--repo', folder, ...common, ...args]);
  const report = parseReport(ended.stdout);
  return { ...ended, found: report.findings.filter(({ rule }) => rule === 'new-direct-dependency') };
}

const claude = 'Add good\n\nCo-Authored-By: Claude <noreply@anthropic.com>';

describe('a new direct dependency', () => {
  test('of a person passes; under strict it needs a decision', async () => {
    const repository = proposed('Add good');
    expect(await check(repository)).toMatchObject({ status: 0, found: [] });
    const strict = await check(repository, '--preset', 'strict');
    expect(strict.found).toMatchObject([{ name: 'good', level: 'error', codes: ['undecided'] }]);
  });

  test('of an agent is an error that names the mark, and a warning under audit', async () => {
    const repository = proposed(claude);
    const found = await check(repository);
    expect(found.status).toBe(1);
    expect(found.found).toMatchObject([{ name: 'good', version: '1.0.0', level: 'error', codes: ['by-agent'] }]);
    expect(found.found[0]?.message).toContain('`Claude Code` (a co-author of a commit)');
    expect(await check(repository, '--preset', 'audit')).toMatchObject({ status: 0, found: [{ level: 'warn' }] });
  });

  test('on an agent branch is one too, and a work tree that nobody has committed yet has no author', async () => {
    const repository = proposed('Add good');
    repository.git('branch', '--move', 'codex/add-good');
    expect((await check(repository)).found).toMatchObject([{ codes: ['by-agent'] }]);
    expect((await check(repository, '--base', 'main', '--head', 'codex/add-good')).found).toHaveLength(1);
    repository.git('checkout', '--quiet', '-b', 'mine');
    expect((await check(repository)).found).toEqual([]);
  });

  test('says the same again from recorded evidence', async () => {
    const repository = proposed(claude);
    const recorded = `${repository.folder}/evidence.json`;
    const first = await check(repository, '--evidence-out', recorded);
    const again = await runCli(['replay', recorded, '--format', 'json']);
    expect(again.stdout).toBe(first.stdout);
  });
});
