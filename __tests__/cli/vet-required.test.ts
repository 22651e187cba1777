import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { ingestionPredicate } from '../../src/model/admission.ts';
import type { Answer, BlockedPackage, DecisionRecord } from '../../src/model/index.ts';
import { answerSchema } from '../../src/report/answer-schema.ts';
import { blockedPackages } from '../support/blocked-packages.ts';
import { runCli } from '../support/cli.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import { gitRepository, temporaryFolder } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { PrivateSigstore } from '../support/private-sigstore.ts';
import { privateSigstore } from '../support/private-sigstore.ts';
import { pullRequest } from '../support/pull-request.ts';
import { approvalOf, denialOf, fileOf, recorded } from '../support/records.ts';

/** `vet --require-decision`: may a mirror take this? Only what an admission, or a decision in force on the default branch, lets in. */

const policy = `version: 1
approvals:
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
`;
const repositoryId = 4711;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

let registry: LoopbackRegistry;
let repository: GitRepositoryFixture;
let blocked: ReadonlyMap<string, BlockedPackage>;
let base: Readonly<Record<string, string>>;
let sigstore: PrivateSigstore;

const names = ['young', 'old'];

beforeAll(async () => {
  const packages = {
    young: pkg({ '1.0.0': { publishedAt: hoursAgo(24) } }),
    old: pkg({ '1.0.0': { publishedAt: '2025-01-01T00:00:00.000Z' } }),
  };
  [registry, sigstore] = await Promise.all([startRegistry({ packages }), privateSigstore()]);
  const sides = pullRequest(
    registry,
    {},
    {
      dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
      packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
    },
  );
  const own = { '.github/dependency-policy.yml': policy };
  base = { ...sides.base, ...own };
  const both = { base, head: { ...sides.head, ...own } } as Parameters<typeof blockedPackages>[0];
  const asked = { registry: registry.url, repositoryId };
  const then = await blockedPackages(both, { ...asked, now: '2025-01-02T00:00:00.000Z' });
  blocked = new Map([...then, ...(await blockedPackages(both, asked))]);
});
afterAll(() => registry.close());

const entry = (name: string): BlockedPackage => {
  const found = blocked.get(name);
  if (found === undefined) throw new TypeError(`${name} does not block`);
  return found;
};
const approve = (name = 'young', id = 20, patch: Parameters<typeof approvalOf>[2] = {}) =>
  approvalOf(entry(name), [recorded(id, 'ann', entry(name).codes, { at: hoursAgo(2) })], {
    ...{ issuedAt: hoursAgo(2), expiresAt: hoursAgo(-24), ...patch },
  });

/** A default branch with these records. */
function trunk(records: readonly DecisionRecord[] = []): void {
  repository = gitRepository();
  for (const [path, text] of Object.entries(base)) repository.write(path, text);
  for (const { path, text } of records.map(fileOf)) repository.write(path, text);
  repository.commit();
}
beforeEach(() => trunk());

async function ask(
  spec = 'young@1.0.0',
  more: readonly string[] = [],
  id: readonly string[] = ['--repository-id', '4711'],
) {
  const args = ['vet', spec, '--require-decision', '--registry', registry.url, ...id, ...more];
  const { stdout, stderr, status } = await runCli(args, { cwd: repository.folder });
  if (stdout === '') throw new Error(stderr);
  const [only] = answerSchema.parse(JSON.parse(stdout)).answers;
  return { ...(only as Answer), status };
}
const brief = ({ decision, codes, basis, status }: Awaited<ReturnType<typeof ask>>) => [decision, codes, basis, status];

test('a decision in force on the default branch is a yes, and says by whom and until when', async () => {
  const record = approve();
  trunk([record]);
  expect(await ask()).toMatchObject({
    ...{ name: 'young', version: '1.0.0', decision: 'allow', status: 0, admissible: null },
    basis: { kind: 'decision', records: [fileOf(record).path], by: ['ann'], until: record.expiresAt },
  });
});

test('what nothing blocks any more is a yes by the decision that it once had, and without one is none', async () => {
  expect(brief(await ask('old@1.0.0'))).toEqual(['ask', ['decision/none'], null, 1]);
  trunk([approve('old')]);
  expect(await ask('old@1.0.0')).toMatchObject({ decision: 'allow', status: 0, basis: { kind: 'decision' } });
});

test('what blocks and nobody decided about is asked, for no time and no other version lets it in', async () => {
  expect(await ask()).toMatchObject({ decision: 'ask', basis: null, status: 1, admissible: null, passesAt: null });
});

test('denied bytes are denied, whatever approves them', async () => {
  trunk([approve(), denialOf(entry('young').preimage, [recorded(30, 'bob', [])])]);
  expect(await ask()).toMatchObject({ decision: 'deny', status: 1 });
});

describe('does not believe', () => {
  test('a record that only the work tree, or another branch, has', async () => {
    const { path, text } = fileOf(approve('old'));
    repository.write(path, text);
    expect(brief(await ask('old@1.0.0'))).toEqual(['ask', ['decision/none'], null, 1]);
    repository.git('checkout', '--quiet', '-b', 'proposed');
    repository.commit();
    expect(brief(await ask('old@1.0.0'))).toEqual(['ask', ['decision/none'], null, 1]);
  });

  test('the approvers that only the work tree names', async () => {
    trunk([approve('old', 40)]);
    repository.write('.github/dependency-policy.yml', policy.replace('id: 20', 'id: 40'));
    expect(brief(await ask('old@1.0.0'))).toEqual(['ask', ['decision/not-listed'], null, 1]);
  });

  test.each<[string, () => DecisionRecord, string]>([
    ['what has expired', () => approve('old', 20, { expiresAt: hoursAgo(1) }), 'expired'],
    ['what is older than the policy lets it be', () => approve('old', 20, { issuedAt: hoursAgo(24 * 181) }), 'expired'],
    [
      'what was approved for another use',
      () =>
        approvalOf(
          { ...entry('old'), preimage: { ...entry('old').preimage, use: ['dev'] } },
          [recorded(20, 'ann', entry('old').codes)],
          { issuedAt: hoursAgo(2), expiresAt: null },
        ),
      'other-facts',
    ],
  ])('%s', async (_, record, why) => {
    trunk([record()]);
    expect(brief(await ask('old@1.0.0'))).toEqual(['ask', [`decision/${why}`], null, 1]);
  });

  test('a record of another repository, and any where the repository is not known', async () => {
    trunk([approve('old')]);
    expect(brief(await ask('old@1.0.0', [], ['--repository-id', '9']))).toEqual(['ask', ['decision/none'], null, 1]);
    expect(brief(await ask('old@1.0.0', [], []))).toEqual(['ask', ['decision/no-repository'], null, 1]);
  });

  test.each([
    [['--evidence', 'recorded.json'], 'leave out --evidence'],
    [['--now', '2026-01-01'], 'leave out --now'],
    [['--policy', 'mine.yml'], 'leave out --policy'],
    [['--preset', 'audit'], 'leave out --preset'],
    [['--format', 'json'], 'writes an answer'],
  ])('%j', async (args, words) => {
    const given = ['vet', 'young@1.0.0', '--require-decision', ...args];
    const { stdout, stderr, status } = await runCli(given, { cwd: repository.folder });
    expect([stdout, status, stderr]).toEqual(['', 2, expect.stringContaining(words)]);
  });

  test('a folder that is in no repository', async () => {
    const { stderr, status } = await runCli(['vet', 'young@1.0.0', '--require-decision'], { cwd: temporaryFolder() });
    expect([status, stderr]).toEqual([2, expect.stringContaining('is in no git repository')]);
  });
});

describe('an admission', () => {
  const workflow = '.github/workflows/gate.yml';
  const commit = '0123456789abcdef0123456789abcdef01234567';
  const signer = `https://github.com/octo/shop/${workflow}@refs/heads/main`;
  const source = `git+https://github.com/octo/shop@${commit}`;
  const predicate = {
    ...{ ingestionPlatform: { id: signer }, ingestion: { path: `${source}#package-lock.json` } },
    ...{ integrity: { result: 'unverified' }, policyEvaluations: [{ result: 'allow' }] },
  };

  async function fileWith(identity: object = {}, integrity = integrityOf('old', '1.0.0', {})) {
    const { bundle } = await sigstore.attestation({
      ...{ name: 'old', version: '1.0.0', integrity, type: ingestionPredicate, predicate },
      identity: { repository: 'octo/shop', repositoryId: '4711', ownerId: '7', workflow, ...identity },
    });
    return written(bundle);
  }
  function written(document: object): readonly string[] {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'admissions.jsonl'), `${JSON.stringify(document)}\n`);
    writeFileSync(join(folder, 'root.json'), sigstore.trustedRoot);
    const files = ['--admissions', join(folder, 'admissions.jsonl'), '--trusted-root', join(folder, 'root.json')];
    return [...files, '--signer', signer, '--owner-id', '7'];
  }

  test('that the named workflow signed, of these very bytes, is a yes', async () => {
    const found = await ask('old@1.0.0', await fileWith());
    expect(found).toMatchObject({ decision: 'allow', status: 0, basis: { kind: 'admission', commit } });
  });

  test('lets in nothing that blocks', async () => {
    trunk([denialOf(entry('old').preimage, [recorded(30, 'bob', [])])]);
    expect(await ask('old@1.0.0', await fileWith())).toMatchObject({ decision: 'deny', status: 1 });
  });

  test.each<[string, () => Promise<readonly string[]>]>([
    ['of another repository', () => fileWith({ repositoryId: '9' })],
    ['of another workflow', () => fileWith({ workflow: '.github/workflows/other.yml' })],
    ['of other bytes', () => fileWith({}, integrityOf('young', '1.0.0', {}))],
    [
      'without a signature',
      () =>
        Promise.resolve(
          written({
            _type: 'https://in-toto.io/Statement/v1',
            subject: [],
            predicateType: ingestionPredicate,
            predicate,
          }),
        ),
    ],
  ])('%s is none', async (_, file) => {
    expect(brief(await ask('old@1.0.0', await file()))).toEqual(['ask', ['decision/none'], null, 1]);
  });

  test('counts by who signed it, which has to be named', async () => {
    const args = ['vet', 'old@1.0.0', '--require-decision', '--admissions', 'x', '--registry', registry.url];
    const { stderr, status } = await runCli(args, { cwd: repository.folder });
    expect([status, stderr]).toEqual([2, expect.stringContaining('--signer')]);
  });
});
