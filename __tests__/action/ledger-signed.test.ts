import { createHash } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { readRecord, statementOf, writeRecord } from '../../src/decisions/ledger/record.ts';
import type { DecisionRecord } from '../../src/model/index.ts';
import { ann, bob, DecidedPulls, eve, instant, young } from '../support/decided-pull.ts';
import type { Judged } from '../support/decided-pull.ts';
import type { Files } from '../support/github-objects.ts';
import { mergeGroupEvent } from '../support/github-events.ts';
import { allow, enqueue } from '../support/github-talk.ts';
import type { SkSigning } from '../support/sk-key.ts';
import { skKey, skSign } from '../support/sk-key.ts';

/** Records that a security key signed: the way in for somebody who is alone in a repository. */

const keys = { ann: skKey('ed25519'), bob: skKey('p256'), nobody: skKey('ed25519') };
const policy = (ownChanges: string, rest = ''): string => `version: 1
approvals:
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
  keys:
    - { id: 20, key: "${keys.ann.line}" }
    - { id: 30, key: "${keys.bob.line}" }
  ownChanges: ${ownChanges}
${rest}`;

let world: DecidedPulls;
beforeEach(async () => {
  world = await DecidedPulls.start(young(['young', 'other']));
});
afterEach(() => world.close());

const later = (at: string): string => new Date(Date.parse(at) + 180 * 86_400_000).toISOString();

interface Signing {
  readonly key?: keyof typeof keys;
  readonly how?: SkSigning;
  readonly patch?: object;
  readonly id?: number;
  readonly login?: string;
}

/** The record that `lockgate approve --sign` would write for what blocks now: taken from what an approval by comment comes to. */
async function signedRecord({
  key = 'ann',
  how = {},
  patch = {},
  id = 20,
  login = 'ann',
}: Signing = {}): Promise<Files> {
  world.propose({ author: eve, by: eve });
  await world.run();
  const [line = ''] = world.offered;
  world.say(ann, line);
  const { records } = await world.run();
  const [path = '', text = ''] = Object.entries(records)[0] ?? [];
  const entry = readRecord(path, new TextEncoder().encode(text));
  if (typeof entry === 'string') throw new TypeError(entry);
  const by = entry.record.by.map((one) => ({
    ...one,
    id,
    login,
    authenticated: 'security-key' as const,
    comment: null,
  }));
  const at = instant(0.01).replace('Z', '.000Z');
  const record = {
    ...{ ...entry.record, by: by.map((one) => ({ ...one, at })), pull: null, issuedAt: at, expiresAt: later(at) },
    ...patch,
  } as DecisionRecord;
  const sshsig = skSign(keys[key], statementOf(record), how);
  const file = writeRecord(record, [{ id, sshsig }]);
  return file === undefined ? {} : { [file.path]: new TextDecoder().decode(file.bytes) };
}

const bring = (record: Files, who = ann): Promise<Judged> => {
  world.propose({ author: who, by: who, files: { ...world.headFiles, ...record } });
  return world.run();
};

const states = ({ exitCode, decisions }: Judged) => [
  exitCode,
  ...(decisions?.proofs ?? []).map((one) => one.why ?? one.state),
];

describe('with `ownChanges: security-key`', () => {
  beforeEach(() => void world.trunk(policy('security-key'), ['young']));

  test('an approver lets in what they propose themselves, without a comment', async () => {
    const judged = await bring(await signedRecord());
    expect(states(judged)).toEqual([0, 'signed']);
    expect(judged.findings.filter(({ name }) => name === 'young').every(({ status }) => status === 'approved')).toBe(
      true,
    );
  });

  test.each<[string, Signing]>([
    ['made without a touch', { how: { flags: 0x04 } }],
    ['made without PIN or finger', { how: { flags: 0x01 } }],
    ['by a key that the policy does not list', { key: 'nobody' }],
    ['by another approver’s key', { key: 'bob' }],
    ['for another purpose', { how: { namespace: 'git' } }],
    ['for every purpose', { how: { namespace: '*' } }],
    ['by a key for another application', { how: { application: 'ssh:' } }],
  ])('not by a signature %s', async (_, signing) => {
    expect(states(await bring(await signedRecord(signing)))).toEqual([1, 'signature']);
  });

  test.each<[string, object, string]>([
    ['that ends too late', { expiresAt: '2099-01-01T00:00:00.000Z' }, 'wrong-time'],
    ['that has ended', { expiresAt: '2020-01-01T00:00:00.000Z' }, 'wrong-time'],
    ['under another policy', { policy: 'sha256:0' }, 'policy-unknown'],
  ])('not by a record %s', async (_, patch, why) => {
    expect(states(await bring(await signedRecord({ patch })))).toEqual([1, why]);
  });

  test('not by a record that has somebody else’s login', async () => {
    expect(states(await bring(await signedRecord({ login: 'linus' })))).toEqual([1, 'signer']);
  });

  test('not by somebody who may not write here any more', async () => {
    const record = await signedRecord();
    allow(world.repository, ann, 'read');
    expect(states(await bring(record))).toEqual([1, 'signer']);
  });

  test('not for other bytes than were signed', async () => {
    const record = await signedRecord();
    world.trunk(policy('security-key'), ['other']);
    const judged = await bring(record);
    expect(states(judged)).toEqual([1, 'signed']);
    expect(judged.findings.some(({ name, status }) => name === 'other' && status === 'approved')).toBe(false);
  });
});

describe('with `ownChanges: never`', () => {
  beforeEach(() => void world.trunk(policy('never'), ['young']));

  test('a proposer signs nothing in', async () => {
    const judged = await bring(await signedRecord());
    expect(states(judged)).toEqual([1, 'proposer']);
  });

  test('another one’s record comes in, and lets in what it is about', async () => {
    const judged = await bring(await signedRecord(), bob);
    expect(states(judged)).toEqual([0, 'signed']);
  });

  test('and it alone passes the merge queue as well', async () => {
    const record = await signedRecord();
    world.propose({ author: eve, by: eve, files: { ...world.baseFiles, ...record } });
    expect(states(await world.run())).toEqual([0, 'signed']);
    const { commit, ref } = enqueue(world.repository, world.pull);
    const event = mergeGroupEvent(world.repository, world.tip, commit, ref);
    expect(states(await world.run({ event }))).toEqual([0, 'signed']);
  });
});

describe('a change of the policy', () => {
  const signedPolicy = async (text: string, who = ann): Promise<Judged> => {
    const path = '.github/dependency-policy.yml';
    world.propose({ author: who, by: who, files: { ...world.baseFiles, [path]: text } });
    await world.run();
    const offer = (await world.run()).decisions?.offers.find((one) => one.path === path);
    expect(offer).toBeDefined();
    const about = {
      ...{ v: 1, repositoryId: 7000, path, mode: '100644', sha256: createHash('sha256').update(text).digest('hex') },
      ...{ rule: 'gate-config', codes: ['policy-changed'] },
    };
    const at = instant(0.01).replace('Z', '.000Z');
    const person = {
      id: 20,
      login: 'ann',
      authenticated: 'security-key',
      comment: null,
      codes: [],
      reason: 'Mine.',
      at,
    };
    const { policy: inForce } = JSON.parse((await world.run()).files['report'] ?? '{}') as {
      policy: { digest: string };
    };
    const record = {
      ...{ decision: 'approve-file', about, by: [person], pull: null, policy: inForce.digest, issuedAt: at },
      expiresAt: later(at),
    } as unknown as DecisionRecord;
    const file = writeRecord(record, [{ id: 20, sshsig: skSign(keys.ann, statementOf(record)) }]);
    world.propose({
      ...{ author: who, by: who },
      files: { ...world.baseFiles, [path]: text, [file?.path ?? '']: new TextDecoder().decode(file?.bytes) },
    });
    return world.run();
  };

  test('is let in by a signature of who proposes it, where the policy says so', async () => {
    world.trunk(policy('security-key'), ['young']);
    expect(states(await signedPolicy(policy('security-key', '  maximumAge: 300d\n')))).toEqual([0, 'signed']);
  });

  test('and not where it does not', async () => {
    world.trunk(policy('never'), ['young']);
    expect(states(await signedPolicy(policy('never', '  maximumAge: 300d\n')))).toEqual([1, 'proposer']);
  });
});
