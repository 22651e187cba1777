import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import { openRepository } from '../../src/repository/git.ts';
import { type RehearseOptions, type RehearsedRequest, rehearse } from '../../src/run/rehearse.ts';
import { type GitRepositoryFixture, gitRepository } from '../support/git-repository.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** The rehearsal in this process: its guards. What people see of it is in __tests__/cli/history.test.ts. */

let registry: LoopbackRegistry;
let fixture: GitRepositoryFixture;

const lock = (version: string) => {
  const description = { dependencies: { 'left-pad': '*' }, packages: { 'node_modules/left-pad': { version } } };
  fixture.write('package.json', npmManifest(description));
  fixture.write('package-lock.json', npmLockfile(registry, description));
};
const clock = '2026-06-15T12:00:00.000Z';

async function run(options: Partial<RehearseOptions> = {}, request: Partial<RehearsedRequest> = {}) {
  return rehearse(
    {
      policyPath: '.github/dependency-policy.yml',
      ...{ registry: registry.url, offline: false, env: {}, workTree: fixture.folder },
      limits: { attempts: 1, backOff: 1 },
      ...request,
    },
    { repository: await openRepository(fixture.folder), branch: 'main', most: 10, clock, ...options },
  );
}

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      'left-pad': pkg({
        '1.0.0': { publishedAt: '2026-01-01T00:00:00.000Z' },
        '1.1.0': { publishedAt: '2026-03-01T00:00:00.000Z' },
        '1.2.0': { publishedAt: '2026-06-15T00:00:00.000Z' },
      }),
    },
    ...{ downloads: { 'left-pad': 1e6 }, advisories: {} },
  });
  fixture = gitRepository();
  fixture.write('.github/dependency-policy.yml', 'version: 1\nextends: audit\n');
  lock('1.0.0');
  fixture.commit('first', '2026-02-15T00:00:00Z');
  lock('1.1.0');
  fixture.commit('old', '2026-03-02T00:00:00Z');
  fixture.write('.github/dependency-policy.yml', 'version: 1\nextends: recommended\n');
  lock('1.2.0');
  fixture.commit('of tomorrow', '2026-09-01T00:00:00Z');
});
afterAll(() => registry.close());

test('each name is asked about once, with the versions of all changes', async () => {
  const before = registry.asked().length;
  const { evidence } = await run();
  expect(registry.asked().slice(before)).toEqual(['left-pad']);
  const [wanted] = evidence.answers.flatMap((each) =>
    'answer' in each && each.answer.state === 'packument' ? [Object.keys(each.answer.packument.wanted)] : [],
  );
  expect(wanted?.sort()).toEqual(['1.0.0', '1.1.0', '1.2.0']);
});

test('the policy is the one that the branch has now, not the one of the commit', async () => {
  const { rehearsal } = await run();
  expect(rehearsal.changes.map(({ subject, outcome }) => [subject, outcome])).toContainEqual(['old', 'waits']);
});

test('no change is judged as of a time that is still to come', async () => {
  const { rehearsal } = await run();
  expect(rehearsal.changes[0]).toMatchObject({ judgedAt: clock, outcome: 'waits' });
});

test('a bot is told to wait as long as init makes it wait', async () => {
  const { rehearsal } = await run();
  const [bot] = rehearsal.advice.filter(({ kind }) => kind === 'bot');
  expect(bot?.lines).toBe('Renovate: "minimumReleaseAge": "4 days"\nDependabot: cooldown: { default-days: 4 }');
});

describe('recorded evidence', () => {
  const withEvidence = (evidence: EvidenceFile, request?: Partial<RehearsedRequest>) => run({ evidence }, request);

  test('has no answers that failed for the moment, so that a further run asks again', async () => {
    registry.fail('left-pad', { status: 503, times: 1 });
    const { rehearsal, evidence } = await run();
    expect(rehearsal.totals.unanswered).toBe(2);
    expect(evidence.answers.filter((each) => 'answer' in each)).toEqual([]);
    expect((await withEvidence(evidence)).rehearsal.totals.unanswered).toBe(0);
  });

  test('of older changes is asked about the versions that it lacks', async () => {
    const { evidence } = await run({ branch: 'main~1' });
    const { rehearsal } = await withEvidence(evidence);
    expect(rehearsal.totals.unanswered).toBe(0);
  });

  test('of another registry is refused', async () => {
    const { evidence } = await run();
    const elsewhere = JSON.parse(
      JSON.stringify(evidence).replaceAll(registry.url, 'https://evil.example/'),
    ) as EvidenceFile;
    await expect(withEvidence(elsewhere)).rejects.toMatchObject({ code: 'evidence-invalid' });
  });

  test('with registry keys that the operator did not give is refused', async () => {
    const { evidence } = await run();
    const given = { ...evidence, trust: { registryKeys: { keys: [] } } };
    await expect(withEvidence(given)).rejects.toMatchObject({ code: 'evidence-invalid' });
  });

  test('has no comparison that a replay could take for a pass', async () => {
    const { evidence } = await run();
    expect(evidence.comparison.errors.map(({ code }) => code)).toEqual(['evidence-invalid']);
  });
});
