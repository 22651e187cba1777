import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, bob, DecidedPulls, eve } from '../support/decided-pull.ts';
import type { Judged, Proposal } from '../support/decided-pull.ts';
import { mergeGroupEvent, pushEvent } from '../support/github-events.ts';
import type { Files } from '../support/github-objects.ts';
import type { PullRequest } from '../support/github-repository.ts';
import { mona, webFlow } from '../support/github-repository.ts';
import { allow, app, assign, enqueue, mergePull, person } from '../support/github-talk.ts';
import { pkg } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';
import type { LockfileDescription } from '../support/npm-lockfile.ts';

/** What bots and agents may propose without a decision, through the bundled action. */

let world: DecidedPulls;
const renovate = app('renovate', 29_139_614);
const dependabot = app('dependabot', 49_699_333);
const helper = app('acme-helper', 70);
const approvers = 'approvals: { approvers: { users: [{ login: ann, id: 20 }, { login: bob, id: 30 }] } }';
const entry = (login: string, id: number, may: string) =>
  `{ login: "${login}", id: ${id}, owner: "@acme/platform", may: ${may} }`;
const policyOf = (...entries: readonly string[]) =>
  `version: 1\n${approvers}\n${entries.length === 0 ? '' : `proposers: [${entries.join(', ')}]\n`}`;
const updates = policyOf(entry('renovate[bot]', 29_139_614, 'updates'));
const at = '2025-06-01T00:00:00Z';

beforeAll(async () => {
  const versions = pkg({ '1.0.0': { publishedAt: at }, '1.1.0': { publishedAt: at }, '2.0.0': { publishedAt: at } });
  world = await DecidedPulls.start({ good: versions, other: versions });
});
afterAll(() => world.close());
beforeEach(() => trunk(updates));

function project(version: string | undefined, more: LockfileDescription = {}): Files {
  const good = version === undefined ? {} : { good: '*' };
  const own = version === undefined ? {} : { 'node_modules/good': { version } };
  const description = { dependencies: good, ...more, packages: { ...own, ...more.packages } };
  return { 'package.json': npmManifest(description), 'package-lock.json': npmLockfile(world.registry, description) };
}

const path = '.github/dependency-policy.yml';
let policy: string;
function trunk(text: string, version: string | undefined = '1.0.0'): void {
  policy = text;
  const tip = world.repository.commit({ files: { ...project(version), [path]: text }, branch: 'main' });
  world.repository.branch('main', tip, { protected: true });
}

const to = (version: string, more: LockfileDescription = {}): Files => ({ ...project(version, more), [path]: policy });
const adding = (kind: 'dependencies' | 'devDependencies', isDev = kind === 'devDependencies'): Files =>
  to('1.0.0', {
    ...(isDev ? { devDependencies: { other: '*' } } : { dependencies: { good: '*', other: '*' } }),
    packages: { 'node_modules/other': { version: '1.0.0', ...(isDev && { dev: true }) } },
  });

const under = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

/** A project that has another dependency. */
const ofOther = (): Files =>
  project(undefined, { dependencies: { other: '*' }, packages: { 'node_modules/other': { version: '1.0.0' } } });

interface Told {
  readonly proposer?: {
    readonly login: string;
    readonly id: number | null;
    readonly owner: string | null;
    readonly may: string;
  };
}
async function proposed(files: Files, author = renovate, more: Proposal = {}, act: () => unknown = () => undefined) {
  world.propose({ author, by: author, files, ...more });
  act();
  return judged();
}
async function judged(): Promise<Judged & Told & { readonly codes: readonly string[]; readonly words: string }> {
  const run = await world.run();
  const report = JSON.parse(run.files['report'] ?? '{}') as Told & {
    readonly findings: readonly {
      readonly rule: string;
      readonly codes: readonly string[];
      readonly status: string;
      readonly message: string;
    }[];
  };
  const own = report.findings.filter(({ rule }) => rule === 'new-direct-dependency');
  const codes = own.filter(({ status }) => status === 'reported').flatMap((one) => one.codes);
  return {
    ...run,
    ...(report.proposer && { proposer: report.proposer }),
    codes,
    words: own.map(({ message }) => message).join(' '),
  };
}

describe('the account that the policy lets update', () => {
  test('updates without a decision, and the report says who answers for it', async () => {
    const run = await proposed(to('1.1.0'));
    expect([run.exitCode, run.codes, run.proposer]).toEqual([
      ...[0, []],
      { login: 'renovate[bot]', id: 29_139_614, owner: '@acme/platform', may: 'updates' },
    ]);
    for (const text of [run.summary, run.stdout]) expect(text).toContain('`@acme/platform` answers for it');
    expect(run.requests).toMatchObject({ 'GET /activity': 1 });
  });

  test('asks for nothing more where nothing of it is needed', async () => {
    const { exitCode, requests } = await proposed({ ...to('1.0.0'), 'README.md': 'x' });
    expect([exitCode, requests['GET /activity'], requests['POST /graphql']]).toEqual([0, undefined, undefined]);
    const beyond = await proposed(adding('dependencies'));
    expect([beyond.codes, beyond.requests['GET /activity']]).toEqual([['by-agent'], undefined]);
  });

  test('keeps it where a person clicked "Update branch", and through the commit that GitHub makes', async () => {
    const run = await proposed(to('1.1.0'), renovate, {}, () => {
      const { head } = world.pull;
      const tip = world.repository.commit({
        files: { ...project('1.0.0'), [path]: policy, 'a.md': 'a' },
        branch: 'main',
      });
      world.repository.branch('main', tip, { protected: true });
      const merge = world.commit({
        files: { ...to('1.1.0'), 'a.md': 'a' },
        parents: [head, tip],
        by: mona,
        committedBy: webFlow,
      });
      world.repository.push(world.pull, merge, { by: mona });
    });
    expect([run.exitCode, run.codes]).toEqual([0, []]);
  });

  test('keeps it after it was renamed', async () => {
    expect((await proposed(to('1.1.0'), app('mend', 29_139_614))).exitCode).toBe(0);
  });

  test.each<[string, () => Files, string]>([
    [
      'a version that falls',
      () => {
        trunk(updates, '1.1.0');
        return to('1.0.0');
      },
      'changed-by-agent',
    ],
    ['a new dependency', () => adding('dependencies'), 'by-agent'],
    ['a new one for development', () => adding('devDependencies'), 'by-agent'],
    [
      'an alias in its place',
      () =>
        to('1.0.0', {
          dependencies: { good: 'npm:other@1.1.0' },
          packages: { 'node_modules/good': { name: 'other', version: '1.1.0' } },
        }),
      'by-agent',
    ],
    [
      'a git repository in its place',
      () =>
        to('1.0.0', {
          dependencies: { good: 'github:octo/good#v1.1.0' },
          packages: {
            'node_modules/good': {
              version: '1.1.0',
              resolved: `git+ssh://git@github.com/octo/good.git#${'a'.repeat(40)}`,
              integrity: null,
            },
          },
        }),
      'changed-by-agent',
    ],
    ['a second lockfile', () => ({ ...to('1.0.0'), ...under('apps/web', project('1.1.0')) }), 'by-agent'],
    ['dev to prod', () => to('1.1.0'), 'changed-by-agent'],
  ])('needs a decision for %s', async (name, files, code) => {
    if (name === 'dev to prod') {
      const dev = project(undefined, {
        devDependencies: { good: '*' },
        packages: { 'node_modules/good': { version: '1.0.0', dev: true } },
      });
      const tip = world.repository.commit({ files: { ...dev, [path]: updates }, branch: 'main' });
      world.repository.branch('main', tip, { protected: true });
    }
    const run = await proposed(files());
    expect([run.exitCode, run.codes]).toEqual([1, [code]]);
    expect(run.words).toContain('`@acme/platform` answers for it');
  });
});

describe('everybody has to be that account', () => {
  const strictest = async (
    why: RegExp,
    proposal: Proposal,
    act: () => unknown = () => undefined,
    author = renovate,
  ) => {
    const run = await proposed(to('1.1.0'), author, proposal, act);
    expect([run.exitCode, run.codes, run.proposer?.may]).toEqual([1, ['changed-by-agent'], 'nothing']);
    expect(run.words).toMatch(why);
    return run;
  };

  test("a person's push on Renovate's branch", () =>
    strictest(/`eve` is a proposer of the change too/, {}, () => {
      const { head } = world.pull;
      const more = world.commit({
        files: { ...to('1.1.0'), 'package.json': `${npmManifest({ dependencies: { good: '*' } })}\n` },
        parents: [head],
      });
      world.repository.push(world.pull, more, { by: eve });
    }));

  test('a push that Renovate pushed over', () =>
    strictest(/`eve` is a proposer/, {}, () => {
      const other = world.commit({ files: to('2.0.0'), parents: [world.tip] });
      world.repository.push(world.pull, other, { by: eve });
      world.repository.push(world.pull, world.commit({ files: to('1.1.0'), parents: [world.tip], by: renovate }), {
        by: renovate,
      });
    }));

  test('a co-author, and a branch that somebody else made', async () => {
    await strictest(/`eve` is a proposer/, { with: [eve] });
    await strictest(/`eve` is a proposer/, { openedBy: eve });
  });

  test('another account of the same name, and a bot that is not listed', async () => {
    await strictest(/does not list the account/, {}, undefined, app('renovate', 71));
    await strictest(/does not list the account .*\(id 49699333\)/, {}, undefined, dependabot);
  });

  test("a trailer with Renovate's name and id makes nothing laxer, for an agent or a person", async () => {
    await strictest(/does not list the account/, { with: [renovate] }, undefined, helper);
    await strictest(/does not list the account/, { with: [renovate] }, undefined, mona);
  });

  test("an entry in the pull request's own policy", async () => {
    const own = policyOf(entry('renovate[bot]', 29_139_614, 'updates'), entry('acme-helper[bot]', 70, 'prod'));
    await expect(proposed({ ...to('1.1.0'), [path]: own }, helper)).resolves.toMatchObject({
      exitCode: 1,
      codes: ['changed-by-agent'],
    });
  });

  test.each(['GET /repos/{owner}/{repo}/activity', 'POST /graphql'])(
    '%s is refused: the strictest, with the reason',
    async (route) => {
      await strictest(/who else proposed the change is not known/, {}, () =>
        world.github.fail(route, { status: 403, times: 1 }),
      );
    },
  );

  test('what exceeds it is let in by a decision', async () => {
    const { exitCode } = await proposed(adding('dependencies'));
    expect([exitCode, world.offered]).toEqual([
      1,
      [expect.stringContaining('/approve other@1.0.0 new-direct-dependency/by-agent ')],
    ]);
    world.say(ann, world.offered[0] ?? '');
    expect((await world.run()).exitCode).toBe(0);
  });

  test('a machine user that is listed does not approve', async () => {
    const machine = allow(world.repository, person('acme-updates', 50), 'write');
    trunk(
      updates
        .replace('users: [', 'teams: [{ slug: octo/all, id: 11 }], users: [')
        .replace(']\n', `, ${entry('acme-updates', 50, 'nothing')}]\n`),
    );
    await proposed(adding('dependencies'));
    world.say(machine, world.offered[0] ?? '');
    const { decisions, exitCode } = await world.run();
    expect([exitCode, decisions?.refusals.map(({ why }) => why)]).toEqual([1, ['never']]);
  });
});

describe('dev, prod and agents', () => {
  test('dev lets in a new one for development alone, prod every new one', async () => {
    trunk(policyOf(entry('renovate[bot]', 29_139_614, 'dev')));
    expect((await proposed(adding('devDependencies'))).codes).toEqual([]);
    expect((await proposed(adding('dependencies'))).codes).toEqual(['by-agent']);
    trunk(policyOf(entry('renovate[bot]', 29_139_614, 'prod')));
    expect((await proposed(adding('dependencies'))).codes).toEqual([]);
  });

  test("an agent's App that nobody assigned may what its entry says; a person who assigned it is a proposer", async () => {
    trunk(policyOf(entry('acme-helper[bot]', 70, 'updates')));
    expect(await proposed(to('1.1.0'), helper)).toMatchObject({ exitCode: 0, codes: [], proposer: { may: 'updates' } });
    const run = await proposed(to('1.1.0'), helper, {}, () => assign(world.repository, world.pull, bob, helper));
    expect([run.exitCode, run.words]).toEqual([1, expect.stringContaining('`bob` is a proposer')]);
  });

  test('an agent in the trailer of a person needs a decision for each update', async () => {
    const trailer = app('claude', 72);
    expect((await proposed(to('1.1.0'), mona, { with: [trailer] })).codes).toEqual(['changed-by-agent']);
    expect((await proposed(to('1.1.0'), mona)).codes).toEqual([]);
  });
});

test('a policy without proposers says what it said before', async () => {
  trunk(policyOf());
  for (const bot of [renovate, dependabot]) {
    for (const files of [to('1.1.0'), adding('dependencies')]) {
      const { exitCode, codes, proposer, requests } = await proposed(files, bot);
      expect([exitCode, codes, proposer, requests['GET /activity']]).toEqual([0, [], undefined, undefined]);
    }
  }
});

describe('in a merge queue', () => {
  const queued = async (...pulls: readonly PullRequest[]) => {
    let [base, last] = [world.tip, { commit: world.tip, ref: '' }];
    for (const pull of pulls) [base, last] = [last.commit, enqueue(world.repository, pull, last.commit)];
    return world.run({ event: mergeGroupEvent(world.repository, base, last.commit, last.ref) });
  };

  test('what its proposer may is let in, and a person has no limit beside it', async () => {
    expect((await proposed(to('1.1.0'))).exitCode).toBe(0);
    const update = world.pull;
    expect((await queued(update)).exitCode).toBe(0);
    const more = { ...to('1.0.0'), ...under('apps/web', ofOther()) };
    expect((await proposed(more, mona)).exitCode).toBe(0);
    update.state = 'open';
    expect((await queued(update, world.pull)).exitCode).toBe(0);
  });

  test('what it may not needs the decision that was given', async () => {
    await proposed(to('1.1.0'), renovate, { with: [eve] });
    expect((await queued(world.pull)).exitCode).toBe(1);
    world.say(ann, world.offered[0] ?? '');
    expect((await queued(world.pull)).exitCode).toBe(0);
  });

  test('bytes that two entries bring in need what both may', async () => {
    await proposed(to('1.1.0'));
    const update = world.pull;
    await proposed({ ...to('1.0.0'), ...under('apps/web', project('1.1.0')) }, mona);
    update.state = 'open';
    expect((await queued(update, world.pull)).exitCode).toBe(1);
  });

  test("an agent's trailer on a pull request counts there, whoever else is in the group", async () => {
    await proposed(to('1.1.0'));
    const update = world.pull;
    const more = { ...to('1.0.0'), ...under('apps/web', ofOther()) };
    expect((await proposed(more, mona, { with: [app('claude', 72)] })).exitCode).toBe(1);
    update.state = 'open';
    expect((await queued(update, world.pull)).exitCode).toBe(1);
  });

  test('activity that GitHub refuses is an error that says what to grant', async () => {
    await proposed(to('1.1.0'));
    world.github.fail('GET /repos/{owner}/{repo}/activity', { status: 403, times: 1 });
    const { exitCode, errors } = await queued(world.pull);
    expect([exitCode, errors.map(({ code }) => code)]).toEqual([1, ['approvals-unavailable']]);
  });
});

test('after the merge, what its proposer may is let in', async () => {
  await proposed(to('1.1.0'));
  const before = world.tip;
  const after = mergePull(world.repository, world.pull);
  const { exitCode, errors } = await world.run({
    event: pushEvent(world.repository, { ref: 'refs/heads/main', before, after }),
  });
  expect([exitCode, errors]).toEqual([0, []]);
});
