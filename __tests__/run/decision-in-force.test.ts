import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { BlockedPackage, DecisionRecord } from '../../src/model/index.ts';
import { decisionInForce } from '../../src/run/decision-in-force.ts';
import { runGate } from '../../src/run/pipeline.ts';
import type { Run } from '../../src/run/request.ts';
import { blockedPackages } from '../support/blocked-packages.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { pullRequest } from '../support/pull-request.ts';
import { approvalOf, fileOf, recorded } from '../support/records.ts';

/** By which records a package version may be taken, though nothing asks for a pull request. */

const policyOf = (required: number) => `version: 1
approvals:
  required: ${required}
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
`;
const repositoryId = 4711;
const now = '2026-06-11T00:00:00.000Z';
const codes = ['cooldown/too-young'];

let registry: LoopbackRegistry;
let entry: BlockedPackage;
const runs = new Map<number, Run>();

beforeAll(async () => {
  registry = await startRegistry({
    packages: { young: pkg({ '1.0.0': { publishedAt: '2026-06-10T00:00:00.000Z' } }) },
  });
  const packages = { 'node_modules/young': { version: '1.0.0' } };
  const sides = pullRequest(registry, {}, { dependencies: { young: '*' }, packages });
  for (const required of [1, 2]) {
    const own = { '.github/dependency-policy.yml': policyOf(required) };
    const [base, head] = [
      { ...sides.base, ...own },
      { ...sides.head, ...own },
    ];
    const both = { base, head } as Parameters<typeof blockedPackages>[0];
    entry = (await blockedPackages(both, { registry: registry.url, repositoryId, now })).get('young') ?? entry;
    const [before, after] = [memorySnapshot(both.base), memorySnapshot(both.head)];
    const request = { mode: 'check', base: before, head: after, trusted: before, registry: registry.url, now } as const;
    const place = { policyPath: '.github/dependency-policy.yml', offline: false, env: {}, workTree: '/nonexistent' };
    runs.set(required, await runGate({ ...request, ...place }));
  }
});
afterAll(() => registry.close());

const approve = (id: number, named: readonly string[] = entry.codes) =>
  approvalOf(entry, [recorded(id, 'x', named, { comment: String(id) })]);

function ask(records: readonly DecisionRecord[], required = 1, blocking: readonly string[] = []) {
  const run = runs.get(required);
  const [dossier] = run?.collected.dossiers ?? [];
  if (run === undefined || dossier === undefined) throw new TypeError('nothing was judged');
  const trusted = memorySnapshot(Object.fromEntries(records.map(fileOf).map(({ path, text }) => [path, text])));
  return decisionInForce(run, dossier, { trusted, repositoryId, codes: blocking });
}

test('as many people as the policy asks for have to have approved it', async () => {
  expect(await ask([approve(20)])).toMatchObject({ by: ['x'], records: [fileOf(approve(20)).path] });
  expect(await ask([approve(20)], 2)).toEqual({ why: 'too-few' });
  expect(await ask([approve(20), approve(30)], 2)).toMatchObject({ by: ['x'] });
  expect(await ask([])).toEqual({ why: 'none' });
});

test('what blocks now has to be among what they named', async () => {
  expect(await ask([approve(20)], 1, codes)).toMatchObject({ by: ['x'] });
  expect(await ask([approve(20)], 1, ['install-scripts/first-seen'])).toEqual({ why: 'other-codes' });
});

test('it ends with the first of what it rests on', async () => {
  const short = approvalOf(entry, [recorded(30, 'x', entry.codes, { comment: '30' })], {
    expiresAt: '2026-06-12T00:00:00.000Z',
  });
  expect(await ask([approve(20), short], 2)).toMatchObject({ until: '2026-06-12T00:00:00.000Z' });
});
