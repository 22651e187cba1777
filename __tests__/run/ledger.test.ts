import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { LEDGER } from '../../src/text/record-name.ts';
import type {
  Account,
  BlockedPackage,
  DecisionRecord,
  Proposers,
  ReportedLedger,
  Snapshot,
} from '../../src/model/index.ts';
import type { DecisionPort, HeardEach } from '../../src/platform/port.ts';
import { GateFailure } from '../../src/errors.ts';
import { readLedger } from '../../src/run/ledger.ts';
import { ledgerPlace } from '../../src/run/ledger-place.ts';
import { runGate } from '../../src/run/pipeline.ts';
import type { GateRequest, Run } from '../../src/run/request.ts';
import { blockedPackages } from '../support/blocked-packages.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { adding } from '../support/pull-request.ts';
import { approvalOf, denialOf, fileOf, recorded } from '../support/records.ts';

/** Records in a run, below the platform: what is read, and who must not have proposed what they let in. */

const policy = `version: 1
approvals:
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
`;
const now = '2026-06-12T00:00:00.000Z';
const [ann, eve] = [20, 40].map((id): Account => ({ login: `u${id}`, id, type: 'User' })) as [Account, Account];

let registry: LoopbackRegistry;
let files: Readonly<Record<'base' | 'head', Readonly<Record<string, MemoryFile>>>>;
let entry: BlockedPackage;
beforeAll(async () => {
  registry = await startRegistry({ packages: { young: pkg({ '1.0.0': { publishedAt: '2026-06-10T00:00:00Z' } }) } });
  const sides = adding(registry, 'young', { version: '1.0.0' });
  const own = { '.github/dependency-policy.yml': policy };
  files = { base: { ...sides.base, ...own }, head: { ...sides.head, ...own } };
  const all = await blockedPackages(files, { registry: registry.url, repositoryId: 7, now });
  entry = all.get('young') as BlockedPackage;
});
afterAll(() => registry.close());

const approval = () => approvalOf(entry, [recorded(20, 'ann', entry.codes)]);
const denial = () => denialOf(entry.preimage, [recorded(30, 'bob', [])]);
const filesOf = (...records: readonly DecisionRecord[]): Readonly<Record<string, string>> =>
  Object.fromEntries(records.map(fileOf).map(({ path, text }) => [path, text]));

/** A run whose trusted state has these files at the ledger's place. */
async function judge(
  ledger: Readonly<Record<string, MemoryFile>>,
  decisions?: Partial<DecisionPort>,
  more: Partial<GateRequest> = {},
): Promise<{ readonly run: Run; readonly reads: readonly string[]; readonly verdict: string }> {
  const base = memorySnapshot({ ...files.base, ...ledger });
  const run = await runGate({
    ...{ mode: 'check', base, head: memorySnapshot({ ...files.head, ...ledger }), trusted: base },
    ...{ policyPath: '.github/dependency-policy.yml', registry: registry.url, now, offline: false, env: {} },
    ...{ workTree: '/nonexistent', ledger: { repositoryId: () => Promise.resolve(7) } },
    ...(decisions && { decisions: { repositoryId: 7, author: by(eve), ...decisions } }),
    ...more,
  });
  return { run, reads: base.reads.filter((path) => path.startsWith(LEDGER)), verdict: run.judgement.verdict };
}

const by = (...accounts: readonly Account[]): Proposers => ({
  ...{ marks: accounts.map((account) => ({ account, as: 'author' as const })), extra: 0 },
});
const silence = { comments: [], deleted: [], reviews: [], standings: new Map(), tampered: [] };
const ledgerOf = ({ decisions }: Run): ReportedLedger | undefined => decisions?.ledger;
const whysOf = (run: Run) => ledgerOf(run)?.notCounted.map(({ why }) => why);

describe('who proposes it', () => {
  test('is asked only about the people of records that could let something in', async () => {
    const asked: (readonly number[])[] = [];
    const hear: DecisionPort['hear'] = ({ settle }) => {
      asked.push([...(settle ?? [])]);
      return Promise.resolve({ ...silence, proposers: by(eve) });
    };
    expect((await judge(filesOf(approval()), { hear, isSilent: true })).verdict).toBe('pass');
    expect((await judge(filesOf(denial()), { hear, isSilent: true })).verdict).toBe('fail');
    expect((await judge({}, { hear, isSilent: true })).verdict).toBe('fail');
    expect(asked).toEqual([[20]]);
  });

  test('none of the people of the record', async () => {
    const hear = () => Promise.resolve({ ...silence, proposers: by(ann) });
    const { run, verdict } = await judge(filesOf(approval()), { hear, isSilent: true });
    expect([verdict, whysOf(run)]).toEqual(['fail', ['proposer']]);
  });

  test('not known: what blocks blocks, and that is no error', async () => {
    const hear = () => Promise.reject(new GateFailure('approvals-unavailable', 'GitHub did not say; give it.'));
    const { run, verdict } = await judge(filesOf(approval()), { hear, isSilent: true });
    expect([verdict, run.comparison.errors, whysOf(run)]).toEqual(['fail', [], ['proposers-unknown']]);
    expect(ledgerOf(run)?.notes.join()).toContain('give it');
    const spoken = await judge(filesOf(approval()), { hear, isSilent: false });
    expect(spoken.verdict).toBe('error');
  });

  test('nobody whom the platform could name: nothing is let in', async () => {
    const { run, verdict } = await judge(filesOf(approval()));
    expect([verdict, whysOf(run)]).toEqual(['fail', ['proposers-unknown']]);
    const first = memorySnapshot({ ...files.head, ...filesOf(approval()) });
    const pushed = await judge({}, undefined, { base: undefined as never, head: first, trusted: first });
    expect([pushed.verdict, whysOf(pushed.run)]).toEqual(['fail', ['proposers-unknown']]);
  });

  test('does not matter in an audit, and is left to the check on the command line', async () => {
    const local = { repositoryId: () => Promise.resolve(7), isLocal: true } as const;
    const here = await judge(filesOf(approval()), undefined, { ledger: local });
    expect([here.verdict, ledgerOf(here.run)?.notes.length]).toEqual(['pass', 1]);
    const trusted = memorySnapshot({ ...files.head, ...filesOf(approval()) });
    const audit = await judge({}, undefined, { mode: 'audit', head: trusted, trusted, base: undefined as never });
    expect(audit.verdict).toBe('pass');
  });

  test('each of several pull requests, where it comes with them; of a commit without one nothing is let in', async () => {
    const states = new Map<string, Snapshot>();
    const heard = (pulls: readonly number[], proposers: Proposers, more: Partial<HeardEach> = {}) =>
      judge(filesOf(approval()), {
        hearEach: () =>
          Promise.resolve({
            steps: [{ base: 'tip', commit: 'a', pulls }],
            pulls: pulls.map((number) => ({
              ...silence,
              number,
              head: 'a',
              proposers: () => Promise.resolve(proposers),
            })),
            isMerged: false,
            open: (name) => Promise.resolve(states.get(name) as Snapshot),
            ...more,
          }),
      });
    states.set('tip', memorySnapshot(files.base)).set('a', memorySnapshot(files.head));
    expect((await heard([1], by(eve))).verdict).toBe('pass');
    expect(whysOf((await heard([1], by(ann))).run)).toEqual(['proposer']);
    expect(whysOf((await heard([], by(eve))).run)).toEqual(['proposers-unknown']);
    states.set('a', memorySnapshot(files.head)).set('own', memorySnapshot(files.base));
    const added = await heard([1], by(eve), {
      pulls: [{ ...silence, number: 1, head: 'own', proposers: () => Promise.resolve(by(eve)) }],
    });
    expect([added.verdict, whysOf(added.run)]).toEqual(['fail', ['proposers-unknown']]);
    const unknown = await heard([], by(eve), { steps: [], unknown: 'Two entries have the same commit.' });
    expect([unknown.verdict, whysOf(unknown.run)]).toEqual(['fail', ['proposers-unknown']]);
  });

  test('two pull requests bring it in, and the people of the record proposed one of them', async () => {
    const states = new Map<string, Snapshot>([
      ['tip', memorySnapshot(files.base)],
      ['a', memorySnapshot(files.head)],
      ['b', memorySnapshot({ ...files.head, 'README.md': 'x' })],
    ]);
    const one = (number: number, head: string, who: Account) => ({
      ...{ ...silence, number, head, proposers: () => Promise.resolve(by(who)) },
    });
    const { verdict, run } = await judge(filesOf(approval()), {
      hearEach: () =>
        Promise.resolve({
          steps: [
            { base: 'tip', commit: 'a', pulls: [1] },
            { base: 'a', commit: 'b', pulls: [2] },
          ],
          pulls: [one(1, 'a', eve), one(2, 'b', ann)],
          isMerged: false,
          open: (name) => Promise.resolve(states.get(name) as Snapshot),
        }),
    });
    expect([verdict, whysOf(run)]).toEqual(['fail', ['proposer']]);
  });
});

describe('what is read', () => {
  const others = () => ({
    [`${LEDGER}README.md`]: 'x',
    [`${LEDGER}sub/${'0'.repeat(32)}-approve-1.json`]: 'x',
    [`${LEDGER}${'0'.repeat(32)}-deny-1.json`]: 'x',
  });

  test('only what its name says is about something here', async () => {
    const own = filesOf(approval(), denial());
    const { reads } = await judge({ ...own, ...others() });
    expect(reads).toEqual(Object.keys(own).sort());
    expect((await judge(others())).reads).toEqual([]);
  });

  test('of what blocks nobody, only whether it is denied', async () => {
    const later = { now: '2026-09-01T00:00:00.000Z' };
    expect((await judge(filesOf(approval()), undefined, later)).reads).toEqual([]);
    const { reads, verdict } = await judge(filesOf(approval(), denial()), undefined, later);
    expect([reads, verdict]).toEqual([Object.keys(filesOf(denial())), 'fail']);
  });

  test('no more than a run may read: that is an error, for a denial may be among the rest', async () => {
    const [path = ''] = Object.keys(filesOf(approval()));
    const many = Object.fromEntries(
      Array.from({ length: 301 }, (_, at) => [path.replace(/\d+\.json/, `${at + 1}.json`), '{}']),
    );
    const { run, reads } = await judge(many);
    expect([run.comparison.errors, reads]).toEqual([[expect.objectContaining({ code: 'budget', path: LEDGER })], []]);
  });

  test('nothing that is too large, and no link', async () => {
    const [path = ''] = Object.keys(filesOf(denial()));
    const stem = path.slice(LEDGER.length, LEDGER.length + 32);
    const snapshot = memorySnapshot({
      [path]: 'x'.repeat(1_000_001),
      [path.replace('-deny-', '-approve-')]: { mode: 'symlink', target: '../x.json' },
    });
    const found = await readLedger(snapshot, { blocked: new Set([stem]), brought: new Set() });
    expect(found.unusable.map(({ why }) => why)).toEqual(['not-a-file', 'too-large']);
    expect(snapshot.reads).toEqual([]);
  });

  test('no failure to read is taken for a record that says nothing', async () => {
    const own = filesOf(denial());
    const base = memorySnapshot({ ...files.base, ...own });
    const trusted: Snapshot = {
      ...base,
      read: (file, most) =>
        file.path.startsWith(LEDGER)
          ? Promise.reject(new GateFailure('repository-unavailable', 'It did not answer.'))
          : base.read(file, most),
    };
    expect((await judge({}, undefined, { trusted })).verdict).toBe('error');
  });
});

test.each<[string, Readonly<Record<string, MemoryFile>>]>([
  ['a link', { [LEDGER.slice(0, -1)]: { mode: 'symlink', target: 'x' } }],
  ['a submodule', { [LEDGER.slice(0, -1)]: { mode: 'gitlink' } }],
  ['a file', { [LEDGER.slice(0, -1)]: 'x' }],
])('%s in the place of the folder is an error', async (_, place) => {
  expect(await ledgerPlace(memorySnapshot(place))).toMatchObject({ path: LEDGER.slice(0, -1) });
  const { run } = await judge(place);
  expect(run.comparison.errors).toMatchObject([{ code: 'configuration-invalid', path: LEDGER.slice(0, -1) }]);
});
