import { describe, expect, test } from '@jest/globals';

import { readRecord } from '../../src/decisions/ledger/record.ts';
import { hexOf, mayBeOf } from '../../src/decisions/preimage.ts';
import type {
  ApprovalRecord,
  BlockedPackage,
  Change,
  Comparison,
  DecisionRecord,
  LedgerEntry,
  PackagePreimage,
  Snapshot,
} from '../../src/model/index.ts';
import { LEDGER } from '../../src/text/record-name.ts';
import type { Merge } from '../../src/run/brought-in.ts';
import { isPackageBrought, isProposed } from '../../src/run/brought-in.ts';
import { proveRecords } from '../../src/run/proven-records.ts';
import { whyRecordedBefore } from '../../src/run/recorded-before.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { approvalOf, fileOf, recorded, revocationOf } from '../support/records.ts';

/** What is asked of a record on its way in, beside people: the bytes, and what the ledger has already. */

const base64 = (letter: string) => `${letter.repeat(85)}A==`;
const [own, other] = [`sha512-${base64('A')}`, `sha512-${base64('E')}`];
const about: PackagePreimage = {
  ...{ v: 1, purl: 'pkg:npm/young@1.0.0', sha512: hexOf(base64('A')), registry: 'https://registry.example/' },
  ...{ repositoryId: 7, use: ['dev', 'prod'], profile: [], facts: {} },
};
const codes = ['cooldown/too-young'];
const entry: BlockedPackage = {
  ...{ kind: 'package', name: 'young', version: '1.0.0', lockfiles: [], preimage: about, digest: '' },
  ...{ codes, findings: [], unread: [] },
};

describe('a decision has one record', () => {
  const both = [recorded(20, 'ann', codes), recorded(30, 'bob', codes)];
  const read = (record: DecisionRecord) => {
    const { path, text } = fileOf(record);
    const found = readRecord(path, new TextEncoder().encode(text));
    if (typeof found === 'string') throw new TypeError(found);
    return found as LedgerEntry & { readonly record: ApprovalRecord };
  };
  const first = read(approvalOf(entry, both));
  const again = read(approvalOf(entry, both.slice(0, 1)));
  const ledgerOf = (...records: readonly DecisionRecord[]) =>
    memorySnapshot(Object.fromEntries(records.map(fileOf).map(({ path, text }) => [path, text])));

  test('it may be the one that is there', async () => {
    expect(await whyRecordedBefore(first, ledgerOf(first.record))).toBeUndefined();
    expect(await whyRecordedBefore(first, ledgerOf())).toBeUndefined();
  });

  test('another of the same words is not derived beside it', async () => {
    expect(await whyRecordedBefore(again, ledgerOf(first.record))).toBe('recorded-already');
    const elsewhere = approvalOf(entry, both, { pull: 11 });
    expect(await whyRecordedBefore(again, ledgerOf(elsewhere))).toBeUndefined();
  });

  test('nothing is derived that was approved before an approval of the same bytes was revoked', async () => {
    const revoked = revocationOf(first, [recorded(30, 'bob', [], { comment: '99' })]);
    expect(await whyRecordedBefore(again, ledgerOf(revoked))).toBe('revoked');
    expect(await whyRecordedBefore(first, ledgerOf(revoked))).toBe('revoked');
    const earlier = { ...revoked, issuedAt: '2026-06-01T00:00:00.000Z' };
    expect(await whyRecordedBefore(again, ledgerOf(earlier))).toBeUndefined();
  });

  test('nor where a revocation cannot be read', async () => {
    const [stem] = first.path.slice(LEDGER.length).split('-');
    const ledger = memorySnapshot({ [`${LEDGER}${stem ?? ''}-revoke-1.json`]: '{}' });
    expect(await whyRecordedBefore(again, ledger)).toBe('revoked');
  });
});

test.each<[string, string | undefined, boolean]>([
  ['this digest', own, true],
  ['another', other, false],
  ['both', `${own} ${other}`, false],
  ['none', undefined, true],
  ['a weak one alone', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=', true],
  ['one that cannot be read', 'sha512-?', false],
])('a pin with %s', (_, integrity, isOf) => {
  expect(mayBeOf(integrity === undefined ? {} : { integrity }, about.sha512)).toBe(isOf);
});

const change = (patch: object = {}): Change =>
  ({
    ...{ kind: 'added', name: 'young', version: '1.0.0', source: { kind: 'registry' }, pins: [{ integrity: own }] },
    ...{ dependencyTypes: ['prod', 'dev'], lockfile: 'package-lock.json', importers: [''], ...patch },
  }) as unknown as Change;
const comparing = (...changes: readonly Change[]) => ({ changes, errors: [] }) as unknown as Comparison;

describe('a merge brings in', () => {
  const [before, after] = [memorySnapshot({}, { label: 'before' }), memorySnapshot({}, { label: 'after' })];
  const is = (found: Change, policy: Merge['policy'] = { apply: [] }) => {
    const compare = (head?: Snapshot, base?: Snapshot) =>
      Promise.resolve(head === after && base === before ? comparing(found) : comparing());
    return isPackageBrought(about, { before, after, policy }, { compare });
  };

  test('these bytes for this use, in any order of it', async () => {
    expect(await is(change())).toBe(true);
  });

  test.each<[string, object]>([
    ['what it removes', { kind: 'removed' }],
    ['another version', { version: '1.0.1' }],
    ['what comes from git', { source: { kind: 'git', spec: 'x' } }],
    ['other bytes in one place', { pins: [{ integrity: own }, { integrity: other }] }],
    ['another use', { dependencyTypes: ['dev'] }],
  ])('not %s', async (_, patch) => {
    expect(await is(change(patch))).toBe(false);
  });

  test('nothing under another profile', async () => {
    const apply = [{ profile: 'sandbox', fits: () => true }] as unknown as Merge['policy']['apply'];
    expect(await is(change(), { apply })).toBe(false);
  });
});

describe('what is denied was proposed', () => {
  const states = ['head', 'merge', 'former'].map((label) => memorySnapshot({}, { label }));
  const trusted = memorySnapshot({}, { label: 'trusted' });
  const is = (where: string, found = change()) => {
    const open = (commit: string) => Promise.resolve(states.find(({ label }) => label === commit) ?? trusted);
    const locked = (state: Snapshot) => Promise.resolve(state.label === where ? comparing(found) : comparing());
    const merged = { at: '', into: 'main', isDefault: true, commit: 'merge', before: undefined };
    const hear = () => Promise.reject(new Error('not asked'));
    const pull = {
      number: 1,
      head: 'head',
      merged,
      open,
      hear,
      formerHeads: () => Promise.resolve(['head', 'former']),
    };
    return isProposed(about, pull, { locked, trusted });
  };

  test.each(['trusted', 'head', 'merge', 'former'])('where %s has it', async (where) => {
    expect(await is(where)).toBe(true);
  });

  test('not where nothing has these bytes', async () => {
    expect(await is('elsewhere')).toBe(false);
    expect(await is('head', change({ pins: [{ integrity: other }] }))).toBe(false);
  });
});

describe('a record that the trusted state has', () => {
  const { path, text } = fileOf(approvalOf(entry, [recorded(20, 'ann', codes)]));
  const judged = async (trusted: Snapshot, head: Snapshot) => {
    const observations = [{ code: 'record-unproven', path, line: 1, args: {} }];
    const given = { observations, request: { trusted, head }, opened: {}, port: undefined, repositoryId: 7 };
    return (await proveRecords(given as unknown as Parameters<typeof proveRecords>[0])).map((one) => one.state);
  };
  const state = () => memorySnapshot({ [path]: text });

  test('is kept, with these bytes alone', async () => {
    expect(await judged(state(), state())).toEqual(['kept']);
    expect(await judged(memorySnapshot({ [path]: `${text} ` }), state())).toEqual(['unproven']);
  });

  test('is not proven by itself, where what is judged is the trusted state', async () => {
    const own = state();
    expect(await judged(own, own)).toEqual(['unproven']);
  });
});
