import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { DecisionRecord } from '../../src/model/index.ts';
import { LEDGER } from '../../src/text/record-name.ts';
import { ann, bob, eve, instant, policyOf } from '../support/decided-pull.ts';
import type { DecidedPulls } from '../support/decided-pull.ts';
import { mergeGroupEvent, pushEvent } from '../support/github-events.ts';
import type { Files } from '../support/github-objects.ts';
import { allow, deleteComment, enqueue } from '../support/github-talk.ts';
import {
  approve,
  approveAndMerge,
  bring,
  merge,
  provenBy,
  readOne,
  startRecorded,
  written,
} from '../support/recorded-pulls.ts';

/** Ways to get a record into the ledger that nobody decided, or one that was taken back. */

let world: DecidedPulls;
const start = async (policy = policyOf()): Promise<void> => void (world = await startRecorded(policy));
afterEach(() => world.close());

const now = () => `${instant().replace('Z', '')}.000Z`;
/** What follows from the same words where the newest comment is gone. */
function withoutLast(record: DecisionRecord): DecisionRecord {
  const by = record.by.slice(0, -1);
  const issuedAt = by.at(-1)?.at ?? '';
  const age = Date.parse(record.expiresAt ?? '') - Date.parse(record.issuedAt);
  return { ...record, by, issuedAt, expiresAt: new Date(Date.parse(issuedAt) + age).toISOString() };
}

describe('what was taken back', () => {
  beforeEach(() => start());

  const revocationOf = (files: Files): Files => {
    const { path, sha256, record } = readOne(files);
    const by = [{ ...record.by[0], authenticated: 'claim', comment: null, codes: [], reason: 'Wrong.', at: now() }];
    const about = { repositoryId: record.about.repositoryId, record: sha256, file: path.slice(LEDGER.length) };
    const rest = { by, pull: null, policy: record.policy, issuedAt: now(), expiresAt: null };
    return written({ decision: 'revoke', about, ...rest } as unknown as DecisionRecord);
  };

  test('comes back by no other record of the same words, when a comment among them was deleted', async () => {
    const { pull } = world;
    const records = await approveAndMerge(world, [ann, bob]);
    expect(provenBy(await bring(world, records))).toEqual([0, 'derived']);
    merge(world);
    await bring(world, revocationOf(records), { author: ann, by: ann });
    for (const line of world.offered) world.say(ann, line);
    expect(provenBy(await world.run())).toEqual([0, 'decided-here']);
    merge(world);
    const [last] = pull.comments.filter(({ author }) => author?.id === bob.id);
    if (last === undefined) throw new TypeError('no comment');
    deleteComment(world.repository, pull, last, eve);
    expect(provenBy(await bring(world, written(withoutLast(readOne(records).record))))).toEqual([1, 'revoked']);
  });

  test('a decision has one record: who takes that back takes back the decision', async () => {
    const { pull } = world;
    const records = await approveAndMerge(world, [ann, bob]);
    await bring(world, records);
    merge(world);
    const [last] = pull.comments.filter(({ author }) => author?.id === bob.id);
    if (last === undefined) throw new TypeError('no comment');
    deleteComment(world.repository, pull, last, eve);
    expect(provenBy(await bring(world, written(withoutLast(readOne(records).record))))).toEqual([
      1,
      'recorded-already',
    ]);
  });

  test('stays void where the record was taken out past the check, and derived anew', async () => {
    const records = await approveAndMerge(world);
    await bring(world, records);
    merge(world);
    await bring(world, revocationOf(records), { author: ann, by: ann });
    merge(world);
    const [path = ''] = Object.keys(records);
    const rest = Object.fromEntries(
      Object.entries(world.repository.filesOf(world.tip)).filter(([each]) => each !== path),
    );
    world.commit({ files: rest, branch: 'main', parents: [world.tip] });
    expect(provenBy(await bring(world, records))).toEqual([1, 'revoked']);
  });
});

describe('a denial', () => {
  beforeEach(() => start());

  const denied = async (): Promise<Files> => {
    world.say(bob, '/deny young@1.0.0 It phones home.');
    return (await world.run()).records;
  };

  test('is derived after its bytes were pushed away', async () => {
    const records = await denied();
    const head = world.commit({ files: world.baseFiles, parents: [world.tip], by: eve });
    world.repository.push(world.pull, head, { by: eve });
    expect(provenBy(await bring(world, records))).toEqual([0, 'derived']);
  });

  test('is derived after it was merged without them', async () => {
    const records = await denied();
    const head = world.commit({ files: world.baseFiles, parents: [world.pull.head], by: eve });
    world.repository.push(world.pull, head, { by: eve });
    merge(world);
    expect(provenBy(await bring(world, records))).toEqual([0, 'derived']);
  });

  test('outlives the role of who wrote it', async () => {
    const records = await denied();
    allow(world.repository, bob, 'read');
    expect(provenBy(await bring(world, records))).toEqual([0, 'derived']);
  });

  test('is about no bytes that nobody proposed', async () => {
    const { record } = readOne(await denied());
    const about = { ...record.about, sha512: 'ab'.repeat(64) };
    expect(provenBy(await bring(world, written({ ...record, about } as DecisionRecord)))).toEqual([
      1,
      'not-brought-in',
    ]);
  });

  test('is an error where GitHub does not tell what was pushed away', async () => {
    const records = await denied();
    const head = world.commit({ files: world.baseFiles, parents: [world.tip], by: eve });
    world.repository.push(world.pull, head, { by: eve });
    world.github.fail('GET /repos/{owner}/{repo}/activity', { status: 403, message: 'no' });
    const { errors } = await bring(world, records);
    expect(errors.map(({ code }) => code)).toEqual(['approvals-unavailable']);
  });
});

describe('what GitHub says of the pull request', () => {
  test('a comment that was deleted since approves nothing', async () => {
    await start();
    const { pull } = world;
    const records = await approveAndMerge(world);
    const comment = pull.comments.find(({ author }) => author?.id === ann.id);
    if (comment === undefined) throw new TypeError('no comment');
    deleteComment(world.repository, pull, comment, eve);
    expect(provenBy(await bring(world, records))).toEqual([1, 'not-derived']);
  });

  test('who may do less than the policy asks for today approves nothing', async () => {
    await start();
    const records = await approveAndMerge(world);
    const policy = { '.github/dependency-policy.yml': policyOf('    minimumPermission: maintain\n') };
    const files = { ...world.repository.filesOf(world.tip), ...policy };
    world.commit({ files, branch: 'main', parents: [world.tip] });
    expect(provenBy(await bring(world, records))).toEqual([1, 'not-derived']);
  });

  test('a merge into a baseline is one', async () => {
    const policy = policyOf('', 'baselines: [release]\n');
    await start(policy);
    world.repository.branch('release', world.tip);
    world.propose({ author: eve, by: eve, base: 'release' });
    const records = await approveAndMerge(world);
    expect(provenBy(await bring(world, records))).toEqual([0, 'derived']);
  });

  test('one who may deny, and whose former words were deleted, has to speak first', async () => {
    await start();
    const records = await approveAndMerge(world);
    const comment = world.say(bob, 'Looks fine.');
    const edit = { body: null, editedAt: instant(), editor: bob, deletedAt: instant() };
    Object.assign(comment, { lastEditedAt: instant(), editor: bob, edits: [edit] });
    const { exitCode, errors } = await bring(world, records);
    expect([exitCode, errors.map(({ code }) => code)]).toEqual([1, ['approvals-unavailable']]);
  });
});

describe('who brings it, and where', () => {
  beforeEach(() => start());

  test('nobody in a co-worker’s pull request, pushed after its check', async () => {
    const { record } = readOne((await approve(world)).records);
    const forged = written({ ...record, pull: 999 });
    world.propose({ author: bob, by: bob, files: world.baseFiles });
    expect((await world.run()).exitCode).toBe(0);
    const files = { ...world.baseFiles, ...forged };
    world.repository.push(world.pull, world.commit({ files, parents: [world.pull.head], by: eve }), { by: eve });
    expect(provenBy(await world.run())).toEqual([1, 'no-pull']);
  });

  test('a merge queue and a push ask again', async () => {
    const records = await approveAndMerge(world);
    const before = world.tip;
    await bring(world, records);
    const { commit, ref } = enqueue(world.repository, world.pull);
    const queued = await world.run({ event: mergeGroupEvent(world.repository, before, commit, ref) });
    expect(provenBy(queued)).toEqual([0, 'derived']);
    const { record } = readOne(records);
    const forged = written({ ...record, expiresAt: '2099-01-01T00:00:00.000Z' });
    await bring(world, forged);
    merge(world);
    const event = pushEvent(world.repository, { ref: 'refs/heads/main', before, after: world.tip });
    expect(provenBy(await world.run({ event }))).toEqual([1, 'not-derived']);
  });

  test('mode `observe` lets none in', async () => {
    const { record } = readOne((await approve(world)).records);
    const forged = written({ ...record, pull: 999 });
    world.trunk(policyOf('', 'mode: observe\n'), ['young']);
    expect(provenBy(await bring(world, forged))).toEqual([1, 'no-pull']);
  });

  test('of many, no more than a run asks about, and each pull request once', async () => {
    const records = await approveAndMerge(world);
    const { record } = readOne(records);
    const many = Array.from({ length: 150 }, (_, at) =>
      written({
        ...record,

        by: record.by.map((one) => ({ ...one, comment: `${at + 1}` })),
      }),
    );
    const { requests, ...judged } = await bring(world, Object.assign({}, records, ...many) as Files);
    const [exitCode, ...states] = provenBy(judged as never);
    expect([exitCode, states.length, states.filter((one) => one === 'too-many').length]).toEqual([1, 151, 51]);
    expect(requests['GET /pulls']).toBeLessThanOrEqual(3);
  });
});

test('two people who are required are both in it, and it is none of one alone', async () => {
  await start(policyOf('  required: 2\n'));
  const records = await approveAndMerge(world, [ann, bob]);
  const { record } = readOne(records);
  expect(record.by.map(({ id }) => id)).toEqual([20, 30]);
  expect(provenBy(await bring(world, written({ ...record, by: record.by.slice(1) })))).toEqual([1, 'not-derived']);
  expect(provenBy(await bring(world, records))).toEqual([0, 'derived']);
});

test('a lockfile that states no digest pins the bytes of the registry', async () => {
  await start();
  world.trunk(policyOf(), ['young'], { integrity: null });
  world.propose({ author: eve, by: eve });
  const records = await approveAndMerge(world);
  expect(Object.keys(records)).toHaveLength(1);
  expect(provenBy(await bring(world, records))).toEqual([0, 'derived']);
});
