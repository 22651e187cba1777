import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import { openRepository } from '../../src/repository/git.ts';
import { rehearse } from '../../src/run/rehearse.ts';
import { type GitRepositoryFixture, gitRepository } from '../support/git-repository.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** What a rehearsal says of what it could not learn: an answer that is missing is never called something that nobody can know. */

let registry: LoopbackRegistry;

const publishedAt = '2025-01-01T00:00:00.000Z';
beforeAll(async () => {
  registry = await startRegistry({
    packages: { 'is-odd': pkg({ '2.0.0': { publishedAt } }), 'is-even': pkg({ '2.0.0': { publishedAt } }) },
    ...{ downloads: { 'is-odd': 1e6, 'is-even': 1e6 }, advisories: {} },
  });
});
afterAll(() => registry.close());

/** A change that adds two packages to the manifest and, unless `isLocked` is false, to the lockfile. */
function adding(isLocked: boolean): GitRepositoryFixture {
  const fixture = gitRepository();
  const write = (names: readonly string[]) => {
    const packages = isLocked ? names.map((name) => [`node_modules/${name}`, { version: '2.0.0' }]) : [];
    const dependencies = Object.fromEntries(names.map((name) => [name, '^2.0.0']));
    fixture.write('package.json', npmManifest({ dependencies }));
    const description = {
      dependencies: isLocked ? dependencies : {},
      packages: Object.fromEntries(packages) as object,
    };
    fixture.write(
      'package-lock.json',
      `${npmLockfile(registry, { ...description, packages: { ...description.packages } })}${'\n'.repeat(names.length)}`,
    );
  };
  write([]);
  fixture.commit('first', '2026-01-01T00:00:00Z');
  write(['is-even', 'is-odd']);
  fixture.commit('two more', '2026-02-01T00:00:00Z');
  return fixture;
}

async function run(fixture: GitRepositoryFixture, evidence?: EvidenceFile, registryUrl = registry.url) {
  return rehearse(
    {
      ...{ policyPath: 'policy.yml', registry: registryUrl, offline: evidence !== undefined, env: {} },
      ...{ workTree: fixture.folder, limits: { attempts: 1, backOff: 1 } },
    },
    {
      ...{ repository: await openRepository(fixture.folder), branch: 'main', most: 5, evidence },
      clock: '2026-06-15T12:00:00.000Z',
    },
  );
}

test('an answer that several packages lack is not answered, and not a dependency that is in no lockfile', async () => {
  const fixture = adding(true);
  const { rehearsal, evidence } = await run(fixture);
  expect(rehearsal.totals).toMatchObject({ passed: 1, unanswered: 0 });
  const answers = evidence.answers.filter((answer) => !('advisories' in answer));
  const [change] = (await run(fixture, { ...evidence, answers })).rehearsal.changes;
  expect(change).toMatchObject({ outcome: 'unanswered', pastJudging: [] });
});

test('who did not answer is named once, with the cause', async () => {
  registry.fail('*', { status: 503 });
  const fixture = adding(true);
  const { rehearsal } = await run(fixture);
  registry.fail('*', { status: 503, times: 0 });
  const [{ unanswered: findings } = { unanswered: 0 }] = rehearsal.changes;
  expect(findings).toBeGreaterThan(1);
  expect(rehearsal.notAnswered).toEqual([
    { source: registry.url, reason: 'server-error', detail: 'HTTP 503', findings, changes: 1 },
  ]);
  const offline = await run(fixture, { ...(await run(fixture)).evidence, answers: [] });
  expect(offline.rehearsal.notAnswered).toMatchObject([{ source: registry.url, detail: 'no request was allowed' }]);
});

test('a registry that cannot be used ends the rehearsal: it is no row of it', async () => {
  const wrong = registry.url.replace('http://', 'http://me:secret@');
  await expect(run(adding(true), undefined, wrong)).rejects.toMatchObject({
    code: 'usage',
    message: expect.not.stringContaining('secret') as unknown,
  });
});

test('the range of a dependency that is in no lockfile is no version that was removed', async () => {
  const [change] = (await run(adding(false))).rehearsal.changes;
  expect(change?.blocks.map(({ rule, codes }) => [rule, codes])).toEqual([['lockfile', ['not-locked']]]);
  expect(change?.pastJudging).toEqual([
    { reason: 'not-locked', findings: 2, about: ['is-even@^2.0.0', 'is-odd@^2.0.0'] },
  ]);
});
