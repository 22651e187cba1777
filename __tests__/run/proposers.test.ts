import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { unrequested } from '../../src/decisions/proposers.ts';
import { GateFailure } from '../../src/errors.ts';
import type { Account, Authorship, Comparison, Proposers, Snapshot } from '../../src/model/index.ts';
import type { HeardPull, Step } from '../../src/platform/port.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { toldOf, withAuthorship } from '../../src/run/with-authorship.ts';
import { dossierOf } from '../support/dossier.ts';
import { loadPolicy } from '../support/load-policy.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** Who is asked about a bot's change, and what a merge group makes of the answers. */

const renovate: Account = { login: 'renovate[bot]', id: 29_139_614, type: 'Bot' };
const [eve, mona] = [40, 1001].map((id): Account => ({ login: `user-${id}`, id, type: 'User' })) as [Account, Account];
const text = (may: string) =>
  `version: 1\nproposers: [{ login: "renovate[bot]", id: 29139614, owner: "@acme/platform", may: ${may} }]\n`;
const by = (...accounts: readonly Account[]): Proposers => ({
  ...{ marks: accounts.map((account) => ({ account, as: 'author' as const })), extra: 0 },
});

describe('everybody who proposed it is asked for', () => {
  const update = {
    ...dossierOf().change,
    ...{ kind: 'updated', version: '1.3.0', previousVersion: '1.2.0', baseVersions: ['1.2.0'], changed: ['version'] },
    pins: [{ resolved: 'https://registry.npmjs.org/left-pad/-/left-pad-1.3.0.tgz', line: 1, places: 1 }],
    directBefore: {
      ...{ versions: ['1.2.0'], sources: ['registry'], dependencyTypes: ['prod'] },
      registries: ['https://registry.npmjs.org/'],
    },
  } as const;
  const head = memorySnapshot({ 'package-lock.json': { mode: 'symlink', target: 'docs/x' }, 'docs/x': '{}' });
  let asked = 0;
  let isWatched: ((path: string) => boolean) | undefined;
  async function authored(account: Account, may: string, proposed: () => Promise<Proposers>, change = {}) {
    asked = 0;
    const comparison = { changes: [{ ...update, ...change }] } as unknown as Comparison;
    const request = {
      authorship: () => Promise.resolve({ state: 'present' as const, value: { account, people: [] } }),
      proposed: (order: { readonly isWatched: (path: string) => boolean }) => {
        ({ isWatched } = order);
        asked += 1;
        return proposed();
      },
      policyPath: 'policy.yml',
      head,
    };
    const policy = loadPolicy({ source: 'policy.yml', text: text(may) });
    const { authorship } = await withAuthorship(comparison, request, policy);
    return authorship?.state === 'present' ? authorship.value.proposers : undefined;
  }
  const alone = () => Promise.resolve(by(renovate));

  test('where the policy lets the author do what the change needs', async () => {
    expect(await authored(renovate, 'updates', alone)).toEqual({
      accounts: [{ login: renovate.login, id: renovate.id }],
    });
    expect(asked).toBe(1);
  });

  test('and whoever changes the file at the end of a link is one of them', async () => {
    await authored(renovate, 'updates', alone);
    expect(['docs/x', 'docs/y'].map((path) => isWatched?.(path))).toEqual([true, false]);
  });

  test.each<[string, Account, string, object]>([
    ['the author is another', { ...renovate, id: 7 }, 'updates', {}],
    ['the author may nothing', renovate, 'nothing', {}],
    ['the change exceeds it', renovate, 'updates', { directBefore: undefined }],
    ['the change needs nothing', renovate, 'updates', { direct: false }],
  ])('not where %s', async (_, account, may, change) => {
    expect(await authored(account, may, alone, change)).toBeUndefined();
    expect(asked).toBe(0);
  });

  test('and a refusal says that they are not known', async () => {
    const refused = () => Promise.reject(new GateFailure('approvals-unavailable', 'GitHub refuses.'));
    expect(await authored(renovate, 'updates', refused)).toEqual({ accounts: [], unknown: 'GitHub refuses.' });
  });

  test('and one who may be missing makes them unknown, unless nobody asked a listed App', () => {
    expect(toldOf({ ...by(renovate), extra: 1, because: 'A bot pushed.' }).unknown).toBe('A bot pushed.');
    expect(toldOf({ ...by(renovate), extra: 1, because: unrequested }).unknown).toBeUndefined();
  });
});

describe('a merge group', () => {
  let registry: LoopbackRegistry;
  beforeAll(async () => {
    const [at, more] = [{ publishedAt: '2025-06-01T00:00:00Z' }, { publishedAt: '2025-07-01T00:00:00Z' }];
    registry = await startRegistry({ packages: { good: pkg({ '1.0.0': at, '1.1.0': more }) } });
  });
  afterAll(() => registry.close());

  const files = (version: string) => {
    const description = { dependencies: { good: '*' }, packages: { 'node_modules/good': { version } } };
    return { 'package.json': npmManifest(description), 'package-lock.json': npmLockfile(registry, description) };
  };
  const opened = (account: Account): Authorship => ({ account, people: [] });
  const pull = (number: number, authorship: Authorship, proposers: Proposers): HeardPull => ({
    ...{ number, head: 'a', comments: [], deleted: [], reviews: [], tampered: [], standings: new Map() },
    authorship: () => Promise.resolve({ state: 'present', value: authorship }),
    proposers: () => Promise.resolve(proposers),
  });
  const one: readonly Step[] = [{ base: 'tip', commit: 'a', pulls: [1] }];
  async function verdict(pulls: readonly HeardPull[], steps = one, extra = ''): Promise<string> {
    const states = new Map<string, Snapshot>(
      Object.entries({ tip: files('1.0.0'), a: files('1.1.0') }).map(([name, own]) => [name, memorySnapshot(own)]),
    );
    const open = (name: string) => Promise.resolve(states.get(name) as Snapshot);
    const people = [{ role: 'author' as const, name: 'renovate[bot]', email: '' }];
    const { judgement } = await runGate({
      ...{ mode: 'check', base: await open('tip'), head: await open('a'), trusted: await open('tip') },
      ...{ policyPath: 'policy.yml', policy: { source: 'policy.yml', text: `${text('updates')}${extra}` } },
      ...{ now: '2026-06-01T13:00:00Z', offline: false, env: {}, workTree: '/nonexistent', registry: registry.url },
      authorship: () => Promise.resolve({ state: 'present', value: { people } }),
      decisions: {
        ...{ repositoryId: 7, author: by() },
        hearEach: () => Promise.resolve({ pulls, isMerged: false, open, steps }),
      },
    });
    return judgement.verdict;
  }
  const update = () => pull(1, opened(renovate), by(renovate));

  test('lets in what the proposer of its pull request may', async () => {
    expect(await verdict([update()])).toBe('pass');
  });

  test('does not where somebody else proposed it too', async () => {
    expect(await verdict([pull(1, opened(renovate), by(renovate, eve))])).toBe('fail');
  });

  test('does not where a second pull request brings in the same, and its proposers may not', async () => {
    const steps = [...one, { base: 'a', commit: 'a', pulls: [2] }];
    const claude = { ...opened(mona), branch: 'claude/update' };
    expect(await verdict([update(), pull(2, claude, by(mona))], steps)).toBe('fail');
    expect(await verdict([update(), pull(2, opened(mona), by(mona))], steps)).toBe('pass');
  });

  test('does not where somebody pushed it', async () => {
    expect(await verdict([update()], [...one, { base: 'tip', commit: 'a', pulls: [] }])).toBe('fail');
  });

  test('asks a decision for what a person proposes where the rule asks one for everybody', async () => {
    expect(await verdict([pull(1, opened(mona), by(mona))])).toBe('pass');
    expect(await verdict([pull(1, opened(mona), by(mona))], one, 'rules: { new-direct-dependency: error }\n')).toBe(
      'fail',
    );
  });
});
