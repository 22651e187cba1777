import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import type { Rehearsal, RehearsedComparison } from '../../src/model/index.ts';
import { agreementWords } from '../../src/report/history/difference-words.ts';
import { rehearsalSchema } from '../../src/report/history/schema.ts';
import { openRepository } from '../../src/repository/git.ts';
import { type PolicyChoice, type RehearseOptions, type RehearsedRequest, rehearse } from '../../src/run/rehearse.ts';
import { type GitRepositoryFixture, gitRepository } from '../support/git-repository.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** Two policies judge the same changes, in this process. What people see of it is in __tests__/cli/history-compare.test.ts. */

let registry: LoopbackRegistry;
let fixture: GitRepositoryFixture;
/** Of both policies together. */
let recorded: EvidenceFile | undefined;
let alone: Rehearsal;
let asked: readonly string[];

const policyOf = (lines: string): PolicyChoice => ({ policy: { source: 'b.yml', text: `version: 1\n${lines}` } });
const slower = policyOf('extends: recommended\nrules: { cooldown: { level: error, minimumReleaseAge: 7d } }\n');
const hooks = policyOf('extends: recommended\nrules: { install-scripts: { allow: [hooky] } }\n');
const withoutTools = policyOf("extends: recommended\nlockfiles: { exclude: ['tools/**'] }\n");
const strict: PolicyChoice = { preset: 'strict' };
const same = policyOf('extends: recommended\n');

async function run(options: Partial<RehearseOptions> = {}, request: Partial<RehearsedRequest> = {}) {
  return rehearse(
    {
      policyPath: '.github/dependency-policy.yml',
      ...{ registry: registry.url, offline: false, env: {}, workTree: fixture.folder },
      limits: { attempts: 1, backOff: 1 },
      ...request,
    },
    {
      ...{ repository: await openRepository(fixture.folder), branch: 'main', most: 20, evidence: recorded },
      clock: '2026-06-15T12:00:00.000Z',
      ...options,
    },
  );
}

const comparedOnce = new Map<PolicyChoice, Promise<Rehearsal>>();
async function compare(against: PolicyChoice, own?: PolicyChoice) {
  const made = own === undefined ? comparedOnce.get(against) : undefined;
  const making = made ?? run({ against }, own).then(({ rehearsal }) => rehearsal);
  if (own === undefined) comparedOnce.set(against, making);
  const rehearsal = await making;
  const { compared } = rehearsal;
  if (compared === undefined) throw new Error('nothing was compared');
  return { rehearsal, compared };
}

const effectsIn = ({ changes }: Rehearsal, { differences }: RehearsedComparison) =>
  differences.map(({ commit, effect }) => [changes.find((each) => each.commit === commit)?.subject, effect]);

function lock(packages: Readonly<Record<string, string>>, folder = ''): void {
  const entries = Object.entries(packages);
  const description = {
    dependencies: Object.fromEntries(entries.map(([name]) => [name, '*'])),
    packages: Object.fromEntries(entries.map(([name, version]) => [`node_modules/${name}`, { version }])),
  };
  fixture.write(`${folder}package.json`, npmManifest(description));
  fixture.write(`${folder}package-lock.json`, npmLockfile(registry, description));
}

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      'left-pad': pkg({
        '1.0.0': { publishedAt: '2025-12-01T00:00:00.000Z' },
        '1.1.0': { publishedAt: '2026-01-10T00:00:00.000Z' },
        '1.2.0': { publishedAt: '2026-02-01T00:00:00.000Z' },
        '1.3.0': { publishedAt: '2026-03-01T00:00:00.000Z' },
      }),
      hooky: pkg({ '1.0.0': { scripts: { postinstall: 'node x.js' }, publishedAt: '2026-01-05T00:00:00.000Z' } }),
      '@acme/own': pkg({ '1.0.0': { publishedAt: '2025-01-05T00:00:00.000Z' } }),
    },
    ...{ downloads: { 'left-pad': 1e6, hooky: 1e6, '@acme/own': 1e6 }, advisories: {} },
  });
  fixture = gitRepository();
  lock({ 'left-pad': '1.0.0' });
  fixture.commit('first', '2026-01-01T00:00:00Z');
  lock({ 'left-pad': '1.1.0' });
  fixture.commit('four days old', '2026-01-14T00:00:00Z');
  lock({ 'left-pad': '1.2.0' });
  fixture.commit('one day old', '2026-02-02T00:00:00Z');
  lock({ 'left-pad': '1.2.0', hooky: '1.0.0' });
  fixture.commit('with a hook', '2026-02-20T00:00:00Z');
  fixture.write('tools/package-lock.json', '{ "lockfileVersion": 3, ');
  fixture.commit('broken tools', '2026-02-21T00:00:00Z');
  lock({ 'left-pad': '1.3.0' }, 'tools/');
  fixture.commit('of tools alone', '2026-04-01T00:00:00Z');
  const { evidence } = await run({ against: strict });
  asked = registry.asked();
  recorded = evidence;
  alone = (await run({}, { offline: true })).rehearsal;
});
afterAll(() => registry.close());

test('two policies ask about each name once, and the evidence of both serves a rehearsal of either', async () => {
  expect([...asked].sort()).toEqual(['hooky', 'left-pad']);
  expect(alone.totals.unanswered).toBe(0);
  expect((await run({}, { ...strict, offline: true })).rehearsal.totals.unanswered).toBe(0);
});

test.each([
  ['a longer waiting time', slower],
  ['an allowed script', hooks],
  ['fewer lockfiles', withoutTools],
  ['a stricter preset', strict],
])('the rows of each policy are those of a rehearsal with it alone: %s', async (_, against) => {
  const { rehearsal, compared } = await compare(against);
  expect(rehearsalSchema.parse(rehearsal)).toEqual(rehearsal);
  expect({ ...rehearsal, compared: undefined }).toEqual({ ...alone, compared: undefined });
  const other = (await run({}, against)).rehearsal;
  const judged = new Set(other.changes.map(({ commit }) => commit));
  expect(compared.changes.filter(({ commit }) => judged.has(commit))).toEqual(other.changes);
  // What it does not gate passes.
  expect(compared.changes.filter(({ commit, outcome }) => !judged.has(commit) && outcome !== 'passed')).toEqual([]);
  expect(compared.b.digest).toBe(other.policy.digest);
});

test('a change that only the second policy gates has a row too', async () => {
  const { rehearsal, compared } = await compare(same, withoutTools);
  expect(effectsIn(rehearsal, compared)).toEqual([['broken tools', 'stops']]);
});

test('the second policy has nothing of the first choice', async () => {
  const { compared } = await compare(same, { preset: 'audit' });
  expect(compared.b).toMatchObject({ source: 'b.yml', preset: null });
  const { compared: other } = await compare(strict, slower);
  expect(other.b).toMatchObject({ source: 'preset strict', preset: 'strict' });
});

describe('the difference', () => {
  test('names what the second policy stops, and that both stop a change for another time', async () => {
    const { rehearsal, compared } = await compare(slower);
    expect(effectsIn(rehearsal, compared)).toEqual([
      ['one day old', 'otherwise'],
      ['four days old', 'stops'],
    ]);
    const stops = [{ rule: 'cooldown', findings: 1, changes: 1, about: ['left-pad@1.1.0'] }];
    expect([compared.stops, compared.letsIn]).toEqual([stops, []]);
  });

  test('names what the second policy lets in, by rule', async () => {
    const { rehearsal, compared } = await compare(hooks);
    expect(effectsIn(rehearsal, compared)).toEqual([['with a hook', 'lets-in']]);
    const letsIn = [{ rule: 'install-scripts', findings: 1, changes: 1, about: ['hooky@1.0.0'] }];
    expect([compared.stops, compared.letsIn]).toEqual([[], letsIn]);
  });

  test('names a lockfile that cannot be read and that the second policy leaves out', async () => {
    const { compared } = await compare(withoutTools);
    const about = ['tools/package-lock.json'];
    expect(compared.letsIn).toEqual([{ rule: 'lockfile-syntax', findings: 1, changes: 1, about }]);
  });

  test('lists by rule only what stops a change that the other lets in, and nothing of changes that both stop', async () => {
    const both = await compare(
      policyOf(
        'extends: recommended\nrules: { install-scripts: { allow: [hooky] }, new-direct-dependency: { level: error } }\n',
      ),
    );
    expect(effectsIn(both.rehearsal, both.compared)).toEqual([
      ['of tools alone', 'stops'],
      ['with a hook', 'otherwise'],
    ]);
    const stops = [{ rule: 'new-direct-dependency', findings: 1, changes: 1, about: ['left-pad@1.3.0'] }];
    expect([both.compared.stops, both.compared.letsIn]).toEqual([stops, []]);
    const differences = both.compared.differences.filter(({ effect }) => effect === 'otherwise');
    expect(agreementWords({ ...both.compared, differences })).toMatch(/changes\. Both stop 1 for different reasons/);
  });

  test('is none where another file says the same, and warnings are counted by themselves', async () => {
    const alike = (await compare(same)).compared;
    expect([alike.differences, alike.warningsOnly]).toEqual([[], 0]);
    const warned = (
      await compare(policyOf('extends: recommended\nrules: { new-direct-dependency: { level: warn } }\n'))
    ).compared;
    expect(warned.differences).toEqual([]);
    expect(warned.warningsOnly).toBeGreaterThan(0);
  });

  describe('where a request was not answered', () => {
    let rehearsal: Rehearsal;
    beforeAll(async () => {
      registry.fail('hooky', { status: 503 });
      ({ rehearsal } = await run({ against: { preset: 'audit' }, evidence: undefined }));
      registry.fail('hooky', { status: 503, times: 0 });
    });

    test('is unknown', () => {
      expect(rehearsal.changes.find(({ subject }) => subject === 'with a hook')?.outcome).toBe('unanswered');
      expect(effectsIn(rehearsal, rehearsal.compared as RehearsedComparison)).toContainEqual([
        'with a hook',
        'unknown',
      ]);
    });

    test('is not in the list of what only one stops', () => {
      expect(rehearsal.compared?.letsIn.flatMap(({ about }) => about)).not.toContain('hooky@1.0.0');
    });
  });
});

test('what is past judging under one policy is neither stopped nor let in by the other', async () => {
  const description = {
    dependencies: { 'left-pad': '*' },
    packages: { 'node_modules/left-pad': { version: '1.2.0' } },
  };
  fixture.write('gone/package.json', npmManifest(description));
  fixture.write('gone/package-lock.json', npmLockfile(registry, description).replaceAll('1.2.0', '1.9.9'));
  fixture.git('checkout', '--quiet', '-b', 'gone');
  fixture.commit('a version that is gone', '2026-05-02T00:00:00Z');
  const without = policyOf("extends: recommended\nlockfiles: { exclude: ['gone/**'] }\n");
  const { rehearsal } = await run({ branch: 'gone', most: 1, evidence: undefined, against: without });
  fixture.git('checkout', '--quiet', 'main');
  expect(rehearsal.changes.map(({ outcome }) => outcome)).toEqual(['past-judging']);
  expect(effectsIn(rehearsal, rehearsal.compared as RehearsedComparison)).toEqual([
    ['a version that is gone', 'unknown'],
  ]);
  expect(rehearsal.compared).toMatchObject({ letsIn: [], stops: [] });
});

test('a second policy that has another registry for a package is refused', async () => {
  lock({ 'left-pad': '1.2.0', '@acme/own': '1.0.0' });
  fixture.git('checkout', '--quiet', '-b', 'scoped');
  fixture.commit('scoped', '2026-05-01T00:00:00Z');
  const { url } = registry;
  const elsewhere = policyOf(
    `extends: recommended\nregistries: [{ url: '${url.replace('127.0.0.1', 'localhost')}', scopes: ['@acme'] }]\n`,
  );
  // Nothing is asked: what replaces the public registry would replace this one too.
  const request = { registry: undefined, offline: true } as unknown as Partial<RehearsedRequest>;
  await expect(run({ against: elsewhere, branch: 'scoped', evidence: undefined }, request)).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('@acme/own') as unknown,
  });
});
