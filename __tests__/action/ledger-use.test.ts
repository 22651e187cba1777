import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { LEDGER } from '../../src/text/record-name.ts';
import type { BlockedPackage, DecisionRecord, ReportedLedger } from '../../src/model/index.ts';
import { blockedPackages } from '../support/blocked-packages.ts';
import { ann, bob, DecidedPulls, eve, instant, policyOf, young } from '../support/decided-pull.ts';
import type { Judged, Proposal } from '../support/decided-pull.ts';
import { mergeGroupEvent, pushEvent, scheduleEvent } from '../support/github-events.ts';
import type { Files } from '../support/github-objects.ts';
import { allow, enqueue, mergePull } from '../support/github-talk.ts';
import { approvalOf, denialOf, entryOf, fileOf, recorded, revocationOf } from '../support/records.ts';

/** The records of the default branch, through the bundled action: what they let in and keep out, and on which events. */

let world: DecidedPulls;
let entry: BlockedPackage;
const said = instant(48);
const refused = { status: 403, message: 'Resource not accessible by integration', times: 1 };

beforeAll(async () => {
  world = await DecidedPulls.start({ ...young(['young', 'other']), ...young(['old'], 24 * 90) });
  world.trunk(policyOf());
  entry = await blockedIn(world);
});
afterAll(() => world.close());
beforeEach(() => void trunk());

async function blockedIn({ baseFiles: base, headFiles: head, registry, repository }: DecidedPulls, name = 'young') {
  const sides = { base, head } as Parameters<typeof blockedPackages>[0];
  const all = await blockedPackages(sides, { registry: registry.url, repositoryId: repository.id });
  const found = all.get(name);
  if (found === undefined) throw new TypeError('nothing blocks');
  return found;
}

const by = (who: { readonly id: number; readonly login: string }, codes = entry.codes) =>
  recorded(who.id, who.login, codes, { at: said });
const approve = (who = ann, of = entry, patch: Parameters<typeof approvalOf>[2] = {}): DecisionRecord =>
  approvalOf(of, [by(who, of.codes)], { issuedAt: said, expiresAt: instant(-24 * 30), ...patch });
const deny = (who = bob, of = entry): DecisionRecord =>
  denialOf(of.preimage, [{ ...by(who, []), reason: 'It phones home.' }]);

/** The default branch with these records beside the policy. */
function trunk(
  records: readonly DecisionRecord[] = [],
  more: Files = {},
  policy = policyOf(),
  names = ['young'],
): string {
  world.trunk(policy, names);
  const files = { ...filesOf(records), ...more };
  const tip = world.repository.commit({ files: { ...world.baseFiles, ...files }, branch: 'main' });
  return tip;
}
const filesOf = (records: readonly DecisionRecord[]): Files =>
  Object.fromEntries(records.map(fileOf).map(({ path, text }) => [path, text]));

/** A pull request on the default branch as it stands. */
function propose(proposal: Proposal = {}) {
  const own = world.repository.filesOf(world.tip);
  return world.propose({ ...proposal, files: { ...own, ...world.headFiles, ...proposal.files } });
}

const ledgerOf = ({ decisions }: Pick<Judged, 'decisions'>) =>
  (decisions as { readonly ledger?: ReportedLedger } | undefined)?.ledger;
const whysOf = (run: Judged) => ledgerOf(run)?.notCounted.map(({ why }) => why) ?? [];

async function judged(records: readonly DecisionRecord[], proposal: Proposal = {}, more: Files = {}): Promise<Judged> {
  trunk(records, more);
  propose(proposal);
  const run = await world.run();
  expect(world.github.problems).toEqual([]);
  return run;
}

test('a record lets in what it approved, in a pull request without a word, and the report says by which', async () => {
  const run = await judged([approve()]);
  expect([run.exitCode, run.errors]).toEqual([0, []]);
  const [record] = Object.keys(filesOf([approve()]));
  expect(run.findings.map(({ rule, status }) => [rule, status])).toEqual([
    ['cooldown', 'approved'],
    ['new-package', 'approved'],
  ]);
  expect(run.findings).toMatchObject([{ coveredBy: { kind: 'decision', by: [{ id: 20, record }] } }, {}]);
  expect(ledgerOf(run)).toMatchObject({
    commit: world.tip.slice(0, 12),
    used: [{ record, decision: 'approve', name: 'young', version: '1.0.0', by: ['ann'] }],
    notCounted: [],
  });
  expect(run.comment).toContain(`**Approved by** \`ann\` in record \`${record ?? ''}\`: \`Read it.\``);
});

describe('lets nothing in:', () => {
  test.each<[string, string, () => DecisionRecord, Proposal?]>([
    ['by whoever opened it', 'proposer', () => approve(), { author: ann }],
    ['by whoever made its branch', 'proposer', () => approve(), { openedBy: ann }],
    ['by the author of a commit', 'proposer', () => approve(), { by: ann }],
    ['by somebody who is no approver any more', 'not-listed', () => approve(eve)],
    ['what has expired', 'expired', () => approve(ann, entry, { expiresAt: instant(1) })],
    [
      'what is older than `maximumAge`',
      'expired',
      () => approve(ann, entry, { issuedAt: instant(24 * 181), expiresAt: null }),
    ],
    ['for another use', 'other-facts', () => approve(ann, { ...entry, preimage: { ...entry.preimage, use: ['dev'] } })],
    [
      'for a registry that is another',
      'other-facts',
      () => approve(ann, { ...entry, preimage: { ...entry.preimage, registry: 'https://x.example/' } }),
    ],
    [
      'what does not name what blocks',
      'other-codes',
      () => approvalOf(entry, [by(ann, ['provenance/missing'])], { issuedAt: said }),
    ],
  ])('%s', async (_, why, record, proposal = {}) => {
    const run = await judged([record()], proposal);
    expect([run.exitCode, run.errors, whysOf(run)]).toEqual([1, [], [why]]);
    expect(run.comment).toContain('that do not count');
  });

  test('of another repository, which is counted in a line', async () => {
    const other = { ...entry, preimage: { ...entry.preimage, repositoryId: world.repository.id + 1 } };
    const run = await judged([approve(ann, other)]);
    expect([run.exitCode, ledgerOf(run)?.elsewhere]).toEqual([1, 1]);
    expect(run.comment).toContain('1 record of other repositories says nothing here.');
  });

  test('that lies in the pull request alone', async () => {
    const run = await judged([], { files: filesOf([approve()]) });
    expect([run.exitCode, ledgerOf(run)]).toEqual([1, undefined]);
  });

  test('behind a link, and under another name', async () => {
    const { path, text } = fileOf(approve());
    const link = await judged([], {}, { [path]: { symlink: '../record.json' }, '.github/record.json': text });
    expect([link.exitCode, whysOf(link)]).toEqual([1, ['not-a-file']]);
    const renamed = await judged([], {}, { [path.replace(/\d+\.json/, '7.json')]: text });
    expect([renamed.exitCode, whysOf(renamed)]).toEqual([1, ['misnamed']]);
  });

  test('once it was revoked', async () => {
    const revoked = revocationOf(entryOf(approve()), [by(bob, [])]);
    const run = await judged([approve(), revoked]);
    expect([run.exitCode, whysOf(run)]).toEqual([1, ['revoked']]);
  });

  test('where it is not known who proposes it: no error, and it says what to grant', async () => {
    trunk([approve()]);
    propose();
    world.github.fail('GET /repos/{owner}/{repo}/activity', refused);
    const run = await world.run();
    expect([run.exitCode, run.errors, whysOf(run)]).toEqual([1, [], ['proposers-unknown']]);
    expect(ledgerOf(run)?.notes.join()).toContain('give the token `contents: read`');
  });
});

test('a proposer’s record counts for what the default branch locks already, for the same use', async () => {
  trunk([approve()]);
  const tools = Object.fromEntries(Object.entries(world.headFiles).map(([path, text]) => [`tools/${path}`, text]));
  const locked = world.repository.filesOf(world.tip);
  world.repository.commit({ files: { ...locked, ...tools }, branch: 'main' });
  propose({ author: ann });
  const run = await world.run();
  expect([run.exitCode, run.requests['GET /activity'] ?? 0]).toEqual([0, 0]);
});

test('a release pull request of an approver: what a baseline locks already', async () => {
  trunk([approve()], {}, policyOf('', 'baselines: [develop]\n'));
  const develop = world.repository.commit({
    files: { ...world.repository.filesOf(world.tip), ...world.headFiles },
    parents: [world.tip],
  });
  propose({ author: ann });
  expect((await world.run()).exitCode).toBe(1);
  world.repository.branch('develop', develop, { protected: true });
  expect((await world.run()).exitCode).toBe(0);
});

describe('a denial', () => {
  test('keeps it out of a second pull request, whatever approves it, and offers no line', async () => {
    const run = await judged([approve(), deny()]);
    expect(run.exitCode).toBe(1);
    expect(run.findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['cooldown', 'reported'],
      ['deny', 'reported'],
      ['new-package', 'reported'],
    ]);
    expect(run.comment).toContain('It phones home.');
    expect(world.offered).toEqual([]);
  });

  test('as prod instead of dev, and from somebody who is no approver any more', async () => {
    const denial = deny(eve);
    world.trunk(policyOf(), ['young'], { dev: true });
    world.repository.commit({ files: { ...world.baseFiles, ...filesOf([denial]) }, branch: 'main' });
    propose();
    const run = await world.run();
    expect(run.findings.map(({ rule }) => rule)).toContain('deny');
  });

  test('that cannot be read keeps it out by its name', async () => {
    const [path = ''] = Object.keys(filesOf([deny()]));
    const run = await judged([approve()], {}, { [path]: '{}' });
    expect([run.exitCode, run.findings.map(({ rule }) => rule)]).toEqual([1, ['cooldown', 'deny', 'new-package']]);
  });

  test('is an audit’s finding after the merge, and what was approved is none', async () => {
    trunk([approve()]);
    const locked = { ...world.repository.filesOf(world.tip), ...world.headFiles };
    world.repository.commit({ files: locked, branch: 'main' });
    const audit = () => world.run({ event: scheduleEvent(world.repository) });
    const calm = await audit();
    expect(calm.exitCode).toBe(0);
    world.repository.commit({ files: { ...locked, ...filesOf([deny()]) }, branch: 'main' });
    const run = await audit();
    expect([run.exitCode, run.findings.map(({ rule }) => rule)]).toEqual([1, expect.arrayContaining(['deny'])]);
  });

  test('by a comment wins over a record', async () => {
    trunk([approve()]);
    propose();
    world.say(bob, '/deny young@1.0.0 No.');
    const run = await world.run();
    expect([run.exitCode, run.decisions?.denials]).toEqual([1, [expect.objectContaining({ id: 30 })]]);
  });
});

test('words on the pull request are asked for all the same, and a refusal is an error', async () => {
  trunk([approve()]);
  propose();
  world.say(eve, 'Hello.');
  world.github.fail('POST /graphql', refused);
  const run = await world.run();
  expect(run.errors).toMatchObject([{ code: 'approvals-unavailable' }]);
});

test('a link in the folder’s place is an error: what was denied would come in unseen', async () => {
  const run = await judged([], {}, { [LEDGER.slice(0, -1)]: { symlink: 'elsewhere' } });
  expect(run.errors).toMatchObject([{ code: 'configuration-invalid', path: LEDGER.slice(0, -1) }]);
});

test('no record about anything here: not one is read', async () => {
  const other = { ...entry, preimage: { ...entry.preimage, purl: 'pkg:npm/elder@1.0.0' } };
  const quiet = await judged([]);
  const run = await judged([approve(ann, other), deny(bob, other)]);
  expect(run.requests).toEqual(quiet.requests);
  expect(ledgerOf(run)).toBeUndefined();
});

describe('in a merge queue and after the merge', () => {
  const grouped = (pull = propose()) => {
    const { commit, ref } = enqueue(world.repository, pull);
    return world.run({ event: mergeGroupEvent(world.repository, world.tip, commit, ref) });
  };

  test('a record lets it in', async () => {
    trunk([approve()]);
    expect((await grouped()).exitCode).toBe(0);
    const pull = propose();
    const before = world.tip;
    const after = mergePull(world.repository, pull);
    const run = await world.run({ event: pushEvent(world.repository, { ref: 'refs/heads/main', before, after }) });
    expect([run.exitCode, run.errors]).toEqual([0, []]);
  });

  test('not by whoever proposed it', async () => {
    trunk([approve()]);
    const own = await grouped(propose({ author: ann }));
    expect([own.exitCode, whysOf(own)]).toEqual([1, ['proposer']]);
  });

  test.each(['main', 'develop'])(
    'not what whoever proposed it merged into %s, which locks it by then',
    async (branch) => {
      trunk([approve()], {}, policyOf('', 'baselines: [develop]\n'));
      const before = world.tip;
      world.repository.branch('develop', before, { protected: true });
      const after = mergePull(world.repository, propose({ author: ann, base: branch }));
      const run = await world.run({
        event: pushEvent(world.repository, { ref: `refs/heads/${branch}`, before, after }),
      });
      expect([run.exitCode, run.errors, whysOf(run)]).toEqual([1, [], ['proposer']]);
    },
  );
});

test('whoever may not write any more still counts: that was asked on the way in', async () => {
  allow(world.repository, ann, 'read');
  const run = await judged([approve()]);
  world.allowAll();
  expect(run.exitCode).toBe(0);
});
