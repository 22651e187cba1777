import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { readRecord, writeRecord } from '../../src/decisions/ledger/record.ts';
import type { DecisionRecord, LedgerEntry } from '../../src/model/index.ts';
import { LEDGER } from '../../src/text/record-name.ts';
import { ann, bob, DecidedPulls, eve, instant, policyOf, young } from '../support/decided-pull.ts';
import type { Judged } from '../support/decided-pull.ts';
import type { Files } from '../support/github-objects.ts';
import { actionsBot } from '../support/github-repository.ts';
import { allow, editComment, mergePull } from '../support/github-talk.ts';

/** Records on their way into the ledger: believed where GitHub says the same now, or people let this very file in. */

let world: DecidedPulls;
beforeEach(async () => {
  world = await DecidedPulls.start(young(['young', 'other']));
  world.trunk(policyOf(), ['young']);
  world.propose({ author: eve, by: eve });
});
afterEach(() => world.close());

const approve = async (who = ann): Promise<Judged> => {
  await world.run();
  for (const line of world.offered) world.say(who, `${line} I read it.`);
  const green = await world.run();
  expect(green.exitCode).toBe(0);
  return green;
};

/** A pull request that adds files to the default branch as it stands. */
const bring = (files: Files, how: Parameters<DecidedPulls['propose']>[0] = {}): Promise<Judged> => {
  const tip = world.repository.branches.get('main')?.sha ?? '';
  world.propose({ author: eve, by: eve, files: { ...world.repository.filesOf(tip), ...files }, ...how });
  return world.run();
};

/** By its own merge commit, a minute from now unless told. */
const merge = (hoursAgo = -0.02): void => {
  mergePull(world.repository, world.pull);
  Object.assign(world.pull, { mergedAt: instant(hoursAgo) });
};

const approveAndMerge = async (): Promise<Files> => {
  const { records } = await approve();
  merge();
  return records;
};

const readOne = (files: Files): LedgerEntry => {
  const [path = '', text = ''] = Object.entries(files)[0] ?? [];
  const entry = readRecord(path, new TextEncoder().encode(typeof text === 'string' ? text : ''));
  if (typeof entry === 'string') throw new TypeError(entry);
  return entry;
};

const written = (record: DecisionRecord): Files => {
  const file = writeRecord(record);
  return file === undefined ? {} : { [file.path]: new TextDecoder().decode(file.bytes) };
};

const why = ({ decisions }: Judged) => decisions?.proofs?.map((one) => one.why ?? one.state);

describe('the run that turns green', () => {
  test('writes the record, and after the merge a pull request may add exactly that', async () => {
    const records = await approveAndMerge();
    expect(Object.keys(records)).toEqual([
      expect.stringMatching(/^\.github\/dependency-approvals\/[0-9a-f]{32}-approve-/),
    ]);
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([0, ['derived']]);
  });

  test('writes the record of a denial, which comes in whatever became of the pull request', async () => {
    world.say(bob, '/deny young@1.0.0 It phones home.');
    const { records, exitCode } = await world.run();
    expect(exitCode).toBe(1);
    expect(Object.keys(records)).toEqual([expect.stringMatching(/-deny-/)]);
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([0, ['derived']]);
  });

  test('writes nothing where nothing was decided', async () => {
    const { records, outputs } = await world.run();
    expect([records, outputs['records']]).toEqual([{}, '']);
  });

  test('the record lets the package in where it was wanted again', async () => {
    const records = await approveAndMerge();
    await bring(records);
    merge();
    const { 'package.json': manifest, 'package-lock.json': lock } = world.headFiles;
    const tip = world.repository.filesOf(world.repository.branches.get('main')?.sha ?? '');
    world.commit({ files: { ...tip, ...world.baseFiles }, branch: 'main', parents: [world.tip] });
    const again = await bring({ 'package.json': manifest ?? '', 'package-lock.json': lock ?? '' });
    expect([again.exitCode, again.findings.some(({ status }) => status === 'approved')]).toEqual([0, true]);
  });
});

describe('a record that says anything else', () => {
  const cases: readonly (readonly [string, (record: DecisionRecord & { decision: 'approve' }) => DecisionRecord])[] = [
    ['a later end', (one) => ({ ...one, expiresAt: '2099-01-01T00:00:00.000Z' })],
    ['another policy', (one) => ({ ...one, policy: 'f'.repeat(64) })],
    ['another use', (one) => ({ ...one, about: { ...one.about, use: ['dev'] } })],
    ['other bytes', (one) => ({ ...one, about: { ...one.about, sha512: 'ab'.repeat(64) } })],
    ['other facts', (one) => ({ ...one, about: { ...one.about, facts: {} } })],
    ['another person', (one) => ({ ...one, by: one.by.map((person) => ({ ...person, id: 30, login: 'bob' })) })],
    [
      'further codes',
      (one) => ({
        ...one,
        by: one.by.map((person) => ({ ...person, codes: ['advisory/vulnerable', ...person.codes] })),
      }),
    ],
    ['another reason', (one) => ({ ...one, by: one.by.map((person) => ({ ...person, reason: 'Trust me.' })) })],
    ['another comment', (one) => ({ ...one, by: one.by.map((person) => ({ ...person, comment: '1' })) })],
    ['another time', (one) => ({ ...one, issuedAt: '2020-01-01T00:00:00.000Z' })],
    ['another repository', (one) => ({ ...one, about: { ...one.about, repositoryId: 1 } })],
    ['another pull request', (one) => ({ ...one, pull: 999 })],
    ['no pull request', (one) => ({ ...one, pull: null })],
  ];
  test('comes in by nothing, and the report says why', async () => {
    const { record } = readOne(await approveAndMerge());
    const found: Record<string, unknown> = {};
    for (const [what, change] of cases) {
      const judged = await bring(written(change(record as never)));
      found[what] = [judged.exitCode, judged.decisions?.proofs?.[0]?.state];
      expect(judged.comment).toContain('Records that nothing proves');
    }
    expect(found).toEqual(Object.fromEntries(cases.map(([what]) => [what, [1, 'unproven']])));
  });
});

describe('a record by itself', () => {
  test('of a pull request that is not merged', async () => {
    const { records } = await approve();
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-merged']]);
  });

  test('of a merge into a branch that is no baseline', async () => {
    world.repository.branch('next', world.tip);
    world.propose({ author: eve, by: eve, base: 'next' });
    const { records } = await approve();
    merge();
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([1, ['careless-branch']]);
  });

  test('brought by the bot of workflows', async () => {
    const { records } = await approve();
    const judged = await bring(records, { author: actionsBot, by: actionsBot });
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-merged']]);
  });

  test('whose comment was edited since', async () => {
    const records = await approveAndMerge();
    const comment = world.pull.comments.find(({ author }) => author?.id === ann.id);
    if (comment === undefined) throw new TypeError('no comment');
    editComment(world.repository, comment, eve, `${comment.body} Really.`);
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-derived']]);
  });

  test('that was approved after the merge', async () => {
    await world.run();
    const lines = world.offered;
    const { pull } = world;
    const open = { ...pull };
    for (const line of lines) world.say(ann, line);
    const { records } = await world.run();
    Object.assign(pull, open);
    merge(1);
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-derived']]);
  });

  test('whose approver lost the role since', async () => {
    const records = await approveAndMerge();
    allow(world.repository, ann, 'read');
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-derived']]);
  });

  test('whose approver is not listed any more', async () => {
    const records = await approveAndMerge();
    const tip = world.repository.filesOf(world.tip);
    const policy = policyOf().replace('{ login: ann, id: 20 }, ', '');
    world.commit({ files: { ...tip, '.github/dependency-policy.yml': policy }, branch: 'main', parents: [world.tip] });
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-derived']]);
  });

  test('of a merge that does not bring the bytes in', async () => {
    const { records } = await approve();
    world.repository.push(world.pull, world.commit({ files: world.baseFiles, parents: [world.pull.head], by: eve }), {
      by: eve,
    });
    merge();
    const judged = await bring(records);
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-brought-in']]);
  });

  test('where GitHub does not say: an error, not a no', async () => {
    const records = await approveAndMerge();
    const tip = world.repository.branches.get('main')?.sha ?? '';
    world.propose({ author: eve, by: eve, files: { ...world.repository.filesOf(tip), ...records } });
    world.github.fail('GET /repos/{owner}/{repo}/collaborators/{username}/permission', { status: 403, message: 'no' });
    const judged = await world.run();
    expect([judged.exitCode, judged.errors.map(({ code }) => code)]).toEqual([1, ['approvals-unavailable']]);
  });
});

describe('what is no record', () => {
  test.each<[string, Files]>([
    ['another name', { [`${LEDGER}left-pad.json`]: '{}' }],
    ['a folder below', { [`${LEDGER}sub/${'0'.repeat(32)}-approve-1.json`]: '{}' }],
    ['other letters', { '.github/Dependency-Approvals/x.json': '{}' }],
    ['a link', { [`${LEDGER}${'0'.repeat(32)}-approve-1.json`]: { symlink: '../../x' } }],
    ['a link in the place of the folder', { '.github/dependency-approvals': { symlink: '../x' } }],
  ])('%s', async (_, files) => {
    const judged = await bring(files);
    expect(judged.findings).toContainEqual(expect.objectContaining({ rule: 'approval-record', status: 'reported' }));
    expect([judged.exitCode, world.offered]).toEqual([1, []]);
  });

  test.each([
    ['changed', 'x'],
    ['removed', null],
  ])('a record that is %s', async (how, text) => {
    const records = await approveAndMerge();
    await bring(records);
    merge();
    const [path = ''] = Object.keys(records);
    const tip = world.repository.filesOf(world.repository.branches.get('main')?.sha ?? '');
    const rest = Object.fromEntries(Object.entries(tip).filter(([each]) => each !== path));
    world.propose({ author: eve, by: eve, files: text === null ? rest : { ...tip, [path]: text } });
    const judged = await world.run();
    expect(judged.comment).toContain(`is ${how}`);
    expect([judged.exitCode, world.offered]).toEqual([1, []]);
  });
});

describe('a record that people let in here', () => {
  const claimed = async (patch: object = {}): Promise<Files> => {
    await world.run();
    const green = await approve();
    const { record } = readOne(green.records);
    const by = record.by.map((one) => ({ ...one, authenticated: 'claim' as const, comment: null }));
    return written({ ...record, by, pull: null, ...patch });
  };

  test('by those whom it names, for what blocks here', async () => {
    const record = await claimed();
    await bring({ ...world.headFiles, ...record });
    expect(world.offered.some((line) => line.startsWith('/approve-file'))).toBe(true);
    for (const line of world.offered) world.say(ann, line);
    const judged = await world.run();
    expect([judged.exitCode, why(judged)]).toEqual([0, ['decided-here']]);
  });

  test('not by others than it names', async () => {
    const record = await claimed();
    await bring({ ...world.headFiles, ...record });
    for (const line of world.offered) world.say(bob, line);
    const judged = await world.run();
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-as-named']]);
  });

  test('not by who proposes it', async () => {
    const record = await claimed();
    await bring({ ...world.headFiles, ...record }, { author: ann, by: ann });
    for (const line of world.offered) world.say(ann, line);
    const judged = await world.run();
    expect([judged.exitCode, judged.decisions?.refusals[0]?.why]).toEqual([1, 'proposer']);
  });

  test('not with other codes than those that block', async () => {
    const green = await approve();
    const { record } = readOne(green.records);
    const by = record.by.map((one) => ({ ...one, codes: ['advisory/vulnerable', ...one.codes] }));
    await bring({ ...world.headFiles, ...written({ ...record, by }) });
    for (const line of world.offered) world.say(ann, line);
    const judged = await world.run();
    expect([judged.exitCode, why(judged)]).toEqual([1, ['not-as-named']]);
  });

  test('a revocation of an approval by one approver, a proposer too', async () => {
    const records = await approveAndMerge();
    await bring(records);
    merge();
    const { path, sha256, record } = readOne(records);
    const person = { ...record.by[0], authenticated: 'claim', comment: null, codes: [], reason: 'I was wrong.' };
    const revocation = {
      ...{
        decision: 'revoke',
        about: { repositoryId: record.about.repositoryId, record: sha256, file: path.slice(LEDGER.length) },
      },
      ...{ by: [person], pull: null, policy: '', issuedAt: record.issuedAt, expiresAt: null },
    } as unknown as DecisionRecord;
    await bring(written(revocation), { author: ann, by: ann });
    for (const line of world.offered) world.say(ann, line);
    const judged = await world.run();
    expect([judged.exitCode, why(judged)]).toEqual([0, ['decided-here']]);
  });
});
