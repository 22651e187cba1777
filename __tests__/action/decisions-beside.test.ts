import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, bob, DecidedPulls, instant, policyOf, young } from '../support/decided-pull.ts';
import type { Files } from '../support/github-objects.ts';
import { workflowRunEvent } from '../support/github-events.ts';
import { pkg } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

/** Decisions by comment beside what else a run does: other lockfiles and comparisons, forks, a silent comment, many packages. */

let world: DecidedPulls;
const hundreds = Array.from({ length: 300 }, (_, at) => `many-${String(at).padStart(3, '0')}`);

beforeEach(async () => {
  world = await DecidedPulls.start(young(['young', ...hundreds]));
  world.trunk(policyOf(), ['young']);
  world.propose();
});
afterEach(() => world.close());

const offer = async (): Promise<string> => {
  expect((await world.run()).exitCode).toBe(1);
  return world.offered[0] ?? '';
};

describe('two lockfiles', () => {
  const below = (files: Files): Files =>
    Object.fromEntries(
      Object.entries(files).flatMap(([path, text]) => (path.startsWith('.') ? [] : [[`below/${path}`, text]])),
    );
  const propose = (base: Files, head: Files) => {
    world.commit({ files: { ...world.baseFiles, ...below(base) }, branch: 'main' });
    world.propose({ files: { ...world.headFiles, ...below(head) } });
  };

  test('of one use: one line for both', async () => {
    propose(world.baseFiles, world.headFiles);
    await offer();
    expect(world.offered).toHaveLength(1);
    world.say(ann, world.offered[0] ?? '');
    expect((await world.run()).exitCode).toBe(0);
  });

  test('of two uses: a line for each, and the one is not the other', async () => {
    const entry = { version: '1.0.0', dev: true };
    const dev = { devDependencies: { young: '*' }, packages: { 'node_modules/young': entry } };
    const { base, head } = pullRequest(world.registry, {}, dev);
    propose(base, head);
    await offer();
    const [one = '', two = ''] = world.offered;
    world.say(ann, one);
    expect((await world.run()).exitCode).toBe(1);
    expect(world.offered).toEqual([two]);
    world.say(ann, two);
    expect((await world.run()).exitCode).toBe(0);
  });
});

describe('into a branch that is no baseline', () => {
  const stack = (merged?: Files) => {
    const base = world.commit({ files: { ...world.baseFiles, 'README.md': 'f' }, parents: [world.tip] });
    world.repository.branch('feature', base);
    const head = world.commit({ files: { ...world.headFiles, 'README.md': 'f' }, parents: [base] });
    for (const pull of world.repository.pulls.values()) pull.state = 'closed';
    world.pull = world.repository.pullRequest({ head, base: 'feature', ...(merged && { merged }) });
  };

  test('what the default branch would get with it is approved too', async () => {
    stack();
    world.say(ann, await offer());
    expect((await world.run()).exitCode).toBe(0);
  });

  test('merged there for development, and here in the head for production: nobody can approve it', async () => {
    world.trunk(policyOf(), ['young'], { dev: true });
    const merged = world.headFiles;
    world.trunk(policyOf(), ['young']);
    stack(merged);
    const { exitCode, decisions } = await world.run();
    expect([exitCode, world.offered]).toEqual([1, []]);
    expect(decisions?.undecidable).toMatchObject([{ name: 'young', why: 'otherwise-elsewhere' }]);
  });

  test('a profile that applies to what is merged there does not excuse the head', async () => {
    const lax =
      'profiles: { lax: { rules: { cooldown: off, new-package: off } } }\napply: [{ dependencyTypes: [dev], profile: lax }]\n';
    world.trunk(policyOf('', lax), ['young'], { dev: true });
    const merged = world.headFiles;
    world.trunk(policyOf('', lax), ['young']);
    stack(merged);
    const { exitCode, findings } = await world.run();
    expect([exitCode, findings.map(({ rule }) => rule)]).toEqual([1, ['lockfile']]);
  });
});

describe("a fork's pull request", () => {
  test('the check counts with a token that only reads, and the comment comes from the second workflow', async () => {
    world.propose({ fork: true });
    const token = world.github.issueToken({ pullRequests: 'read' });
    const blocked = await world.run({ token });
    expect([blocked.exitCode, world.pull.comments.length]).toEqual([1, 0]);
    const second = () => world.run({ event: workflowRunEvent(world.repository, world.pull) });
    await second();
    const [line = ''] = world.offered;
    expect(blocked.summary).toContain(line);
    world.say(ann, line);
    expect((await world.run({ token })).exitCode).toBe(0);
    expect((await second()).comment).toMatch(/passed[^]*`young` `1\.0\.0`, by `ann`/);
  });

  test('of a private fork: one more is needed, by the runs here, or it says what to grant', async () => {
    world.propose({ fork: true });
    const line = await offer();
    world.repository.areForksPublic = false;
    world.repository.runs = [
      {
        ...{ id: 1, headSha: world.pull.head, path: 'x', conclusion: 'failure', actor: world.pull.author },
        ...{ headBranch: world.pull.headRef, headRepository: world.repository.id + 90_000 },
      },
    ];
    world.say(ann, line);
    world.github.fail('GET /repos/{owner}/{repo}/actions/runs', { status: 403, times: 1 });
    const refused = await world.run();
    expect([refused.exitCode, refused.errors[0]?.message]).toEqual([1, expect.stringContaining('actions: read')]);
    const token = world.github.issueToken({ actions: 'read' });
    const { exitCode, decisions } = await world.run({ token });
    expect([exitCode, decisions?.required]).toEqual([1, 2]);
    world.say(bob, line);
    expect((await world.run({ token })).exitCode).toBe(0);
  });
});

test('three hundred packages: fifty lines in the comment, which is no longer than GitHub takes', async () => {
  world.trunk(policyOf(), hundreds);
  world.propose();
  await offer();
  expect(world.offered.length).toBeLessThanOrEqual(50);
  expect(world.offered.length).toBeGreaterThan(10);
  expect(world.ours?.body.length).toBeLessThanOrEqual(65_536);
});

test('without a comment of lockgate, the summary has the lines', async () => {
  world.trunk(policyOf('', 'report: { comment: never }\n'), ['young']);
  world.propose();
  const { summary } = await world.run();
  world.say(ann, /^\/approve .*$/m.exec(summary)?.[0] ?? '');
  expect((await world.run()).exitCode).toBe(0);
});

test('evidence of the floor held down until somebody approves: nothing is offered, and nothing counts', async () => {
  const line = await offer();
  world.registry.fail('young', { status: 503 });
  world.say(ann, line);
  const { exitCode, decisions } = await world.run();
  expect([exitCode, decisions?.offers]).toEqual([1, []]);
  expect(decisions?.undecidable).toMatchObject([{ name: 'young', why: 'ask-again' }]);
  expect(decisions?.refusals).toMatchObject([{ why: 'not-decidable' }]);
});

test('a rule that became stricter after the yes', async () => {
  world.trunk(policyOf('', 'rules: { new-package: off }\n'), ['young']);
  world.propose();
  world.say(ann, await offer());
  expect((await world.run()).exitCode).toBe(0);
  world.commit({ files: { ...world.baseFiles, '.github/dependency-policy.yml': policyOf() }, branch: 'main' });
  const { exitCode, decisions } = await world.run();
  expect([exitCode, decisions?.refusals.map(({ why }) => why)]).toEqual([1, ['other-codes']]);
});

test('other bytes, pushed after the yes', async () => {
  const line = await offer();
  world.say(ann, line);
  world.registry.publish('young', {
    versions: { '1.0.0': { ...young()['young']?.versions['1.0.0'], dependencies: { other: '1' } } },
  });
  world.trunk(policyOf(), ['young']);
  world.repository.push(world.pull, world.commit({ files: world.headFiles, parents: [world.tip] }));
  const { exitCode, decisions } = await world.run();
  expect([exitCode, decisions?.refusals.map(({ why }) => why)]).toEqual([1, ['other-digest']]);
});

test('the lines stand in the order of the rows above them', async () => {
  const scripts = { postinstall: 'node build.js' };
  const hook = pkg({ '1.0.0': { publishedAt: instant(24), scripts } });
  for (const name of ['aaa', 'zzz']) {
    world.registry.publish(name, name === 'zzz' ? hook : (young(['aaa'])['aaa'] ?? hook));
  }
  world.trunk(policyOf(), ['aaa', 'zzz']);
  world.propose();
  const { comment } = await world.run();
  const table = comment.slice(0, comment.indexOf('#### Every reason'));
  const rows = [...table.matchAll(/^\| `(\w+)` `1\.0\.0`/gm)].map(([, name]) => name);
  expect(rows).toEqual(['zzz', 'aaa']);
  expect(world.offered.map((line) => line.split(' ')[1])).toEqual(['zzz@1.0.0', 'aaa@1.0.0']);
});
