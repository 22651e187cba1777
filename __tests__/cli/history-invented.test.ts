import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { Rehearsal } from '../../src/model/index.ts';
import { runCli } from '../support/cli.ts';
import { type GitRepositoryFixture, gitRepository } from '../support/git-repository.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** `check --history` of names that the registry does not know: an agent made one up, and another was locked before. */

let registry: LoopbackRegistry;
let repository: GitRepositoryFixture;

function lock(packages: Readonly<Record<string, string>>): void {
  const integrity = `sha512-${Buffer.alloc(64, 1).toString('base64')}`;
  const entries = Object.entries(packages).map(([name, version]) => {
    const resolved = `${registry.url}${name}/-/${name}-${version}.tgz`;
    return [`node_modules/${name}`, { version, resolved, integrity }] as const;
  });
  const dependencies = Object.fromEntries(Object.keys(packages).map((name) => [name, '*']));
  repository.write('package.json', npmManifest({ dependencies }));
  repository.write('package-lock.json', npmLockfile(registry, { dependencies, packages: Object.fromEntries(entries) }));
}
const run = (...args: readonly string[]) =>
  runCli(['check', '--history', '9', '--registry', registry.url, ...args], { cwd: repository.folder });

beforeAll(async () => {
  registry = await startRegistry({
    packages: { there: pkg({ '1.0.0': {} }, { document: { time: { '0.9.0': '2020-01-01T00:00:00.000Z' } } }) },
    ...{ downloads: { there: 1e6 }, advisories: {} },
  });
  repository = gitRepository();
  lock({ before: '1.0.0' });
  repository.commit('first', '2026-01-01T00:00:00Z');
  lock({ before: '1.0.0', 'react-codeshift': '1.0.0' });
  repository.commit('made up', '2026-02-01T00:00:00Z');
  lock({ before: '1.0.1', 'react-codeshift': '1.0.0' });
  repository.commit('locked before', '2026-03-01T00:00:00Z');
  lock({ before: '1.0.1', 'react-codeshift': '1.0.0', there: '0.9.0' });
  repository.commit('unpublished version', '2026-04-01T00:00:00Z');
});
afterAll(() => registry.close());

test('a name that nobody has published is blocked by existence, and nothing is said to be removed of which nobody knows', async () => {
  const { changes, totals } = JSON.parse((await run('--format', 'json')).stdout) as Rehearsal;
  const said = changes.map(({ subject, outcome, blocks, pastJudging }) => [
    ...[subject, outcome, blocks.map(({ rule }) => rule)],
    pastJudging.map(({ reason, about }) => [reason, ...about]),
  ]);
  expect(said).toEqual([
    ['unpublished version', 'past-judging', [], [['removed', 'there@0.9.0']]],
    ['locked before', 'past-judging', [], [['not-listed', 'before@1.0.1']]],
    ['made up', 'blocked', ['existence'], []],
  ]);
  expect(totals).toMatchObject({ blocked: 1, 'past-judging': 2 });
  const { stdout } = await run();
  expect(stdout).toContain(
    'blocked: existence (react-codeshift@1.0.0: nobody has published this name, it was never there or was removed since)',
  );
  expect(stdout).not.toContain('any more');
});
