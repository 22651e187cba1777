import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { digestOf } from '../../src/decisions/digest.ts';
import { statementOf, writeRecord } from '../../src/decisions/ledger/record.ts';
import { ingestionPredicate } from '../../src/model/admission.ts';
import { exampleIntegrity } from '../../src/model/example.ts';
import type { BlockedPackage, DecisionRecord } from '../../src/model/index.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/git-repository.ts';
import type { PrivateSigstore } from '../support/private-sigstore.ts';
import { privateSigstore } from '../support/private-sigstore.ts';
import { skKey, skSign } from '../support/sk-key.ts';
import { approvalOf, denialOf, entryOf, fileOf, recorded, revocationOf } from '../support/records.ts';

/** `lockgate decisions verify FILE...`: what a file proves by itself, and what it does not. */

const preimage: BlockedPackage['preimage'] = {
  ...{ v: 1, purl: 'pkg:npm/%40acme/young@1.0.0', sha512: 'a'.repeat(128), registry: 'https://r.example/' },
  ...{ repositoryId: 4711, use: ['prod'], profile: [], facts: { cooldown: { after: { publishedAt: null } } } },
};
const blocked: BlockedPackage = {
  ...{ kind: 'package', name: '@acme/young', version: '1.0.0', lockfiles: [], preimage },
  ...{ digest: digestOf(preimage) ?? '', codes: ['cooldown/too-young'], findings: [], unread: [] },
};
const approval = approvalOf(blocked, [recorded(20, 'ann', blocked.codes, { reason: '\u001b[31m ##[error]x' })]);

function write(path: string, text: string): string {
  const file = join(temporaryFolder(), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
const written = (record: DecisionRecord, change = (text: string) => text, rename = (path: string) => path) => {
  const { path, text } = fileOf(record);
  return write(rename(path), change(text));
};
interface Found {
  readonly files: readonly { readonly documents: readonly Readonly<Record<string, unknown>>[] }[];
}
async function verify(...args: readonly string[]) {
  const { stdout, stderr, status } = await runCli(['decisions', 'verify', ...args, '--format', 'json']);
  const documents = stdout === '' ? [] : (JSON.parse(stdout) as Found).files.flatMap((one) => one.documents);
  return { documents, stderr, status };
}

test('a record is read: its form, its name, and the digest of what it holds', async () => {
  const { documents, status } = await verify(written(approval));
  expect(documents).toMatchObject([
    {
      kind: 'record',
      isWhatItSays: true,
      why: null,
      digest: blocked.digest,
      record: { decision: 'approve', pull: 12 },
    },
  ]);
  expect(status).toBe(0);
});

test('for a person it says what the file shows, and what it does not', async () => {
  const { stdout, status } = await runCli(['decisions', 'verify', written(approval)]);
  expect(status).toBe(0);
  expect(stdout).toContain('It says: `@acme/young@1.0.0` approved in repository 4711, on pull request 12');
  expect(stdout).toContain(`Digest of what was decided: ${blocked.digest}`);
  expect(stdout).toContain('Not shown by the file: that this person may decide it, or said so.');
  expect(stdout).not.toMatch(/\u001b|##\[/);
});

test.each([
  ['a denial', () => denialOf(preimage, [recorded(30, 'bob', [])])],
  ['a revocation', () => revocationOf(entryOf(approval), [recorded(20, 'ann', [])])],
] as const)('%s has no digest that a comment names', async (_, record) => {
  const { documents, status } = await verify(written(record()));
  expect([documents, status]).toEqual([[expect.objectContaining({ isWhatItSays: true, digest: null })], 0]);
});

describe('is not what it says:', () => {
  test.each<[string, () => string, string]>([
    ['a record with a byte more', () => written(approval, (text) => `${text}\n`), 'not-a-record'],
    [
      'a record in another form',
      () => written(approval, (text) => JSON.stringify(JSON.parse(text), null, 2)),
      'not-a-record',
    ],
    [
      'a record under another comment',
      () => written(approval, undefined, (path) => path.replace(/\d+\.json$/, '7.json')),
      'misnamed',
    ],
    ['a record under no record’s name', () => written(approval, undefined, () => 'decision.json'), 'no-name'],
    ['no JSON', () => written(approval, () => 'x'), 'not-json'],
  ])('%s', async (_, file, why) => {
    const { documents, status } = await verify(file());
    expect([documents, status]).toEqual([[expect.objectContaining({ isWhatItSays: false, why, record: null })], 1]);
  });
});

describe('a signature', () => {
  const key = skKey('ed25519');
  const policy = (line: string) =>
    write(
      'policy.yml',
      `version: 1\napprovals:\n  approvers: { users: [{ login: ann, id: 20 }] }\n  keys: [{ id: 20, key: "${line}" }]\n`,
    );
  const signed = (by = key) => {
    const signature = { id: 20, sshsig: skSign(by, statementOf(approval)) };
    const file = writeRecord(approval, [signature]);
    return write(file?.path ?? '', new TextDecoder().decode(file?.bytes));
  };

  test('is verified by the keys of the policy that is named', async () => {
    const { documents, status } = await verify(signed(), '--policy', policy(key.line));
    expect([documents, status]).toMatchObject([
      [{ isWhatItSays: true, signed: { people: [{ id: 20 }], refused: [] } }],
      0,
    ]);
    const { stdout } = await runCli(['decisions', 'verify', signed()]);
    expect(stdout).toContain('1 signature, not verified: name the policy');
  });

  test('by another key makes the record not what it says', async () => {
    const { documents, status } = await verify(signed(skKey('ed25519')), '--policy', policy(key.line));
    expect([documents, status]).toMatchObject([
      [{ isWhatItSays: false, signed: { people: [], refused: [{ id: 20 }] } }],
      1,
    ]);
  });
});

describe('an admission', () => {
  const workflow = '.github/workflows/gate.yml';
  const signer = `https://github.com/octo/shop/${workflow}@refs/heads/main`;
  const commit = '0123456789abcdef0123456789abcdef01234567';
  const ids = ['--signer', signer, '--repository-id', '77', '--owner-id', '7'];
  let sigstore: PrivateSigstore;
  let admission: string;
  let root: string;
  beforeAll(async () => {
    sigstore = await privateSigstore();
    const { bundle } = await sigstore.attestation({
      ...{ name: 'left-pad', version: '1.3.0', integrity: exampleIntegrity, type: ingestionPredicate },
      identity: { repository: 'octo/shop', repositoryId: '77', ownerId: '7', workflow },
      predicate: {
        ...{ ingestionPlatform: { id: signer }, integrity: { result: 'unverified' } },
        ingestion: { path: `git+https://github.com/octo/shop@${commit}#package-lock.json` },
        policyEvaluations: [{ result: 'allow' }],
      },
    });
    admission = write('admissions.jsonl', `${JSON.stringify(bundle)}\n`);
    root = write('root.json', sigstore.trustedRoot);
  });

  test('counts by the workflow and the ids that are named', async () => {
    const { documents, status } = await verify(admission, ...ids, '--trusted-root', root);
    expect([documents, status]).toEqual([
      [
        expect.objectContaining({
          kind: 'admission',
          isWhatItSays: true,
          commit,
          subjects: [expect.objectContaining({ name: 'pkg:npm/left-pad@1.3.0' })],
        }),
      ],
      0,
    ]);
    const other = await verify(
      admission,
      ...ids.slice(0, 2),
      '--repository-id',
      '78',
      '--owner-id',
      '7',
      '--trusted-root',
      root,
    );
    expect([other.documents, other.status]).toEqual([
      [expect.objectContaining({ isWhatItSays: false, why: 'repository-id' })],
      1,
    ]);
  });

  test.each([
    [() => [admission], '--signer'],
    [() => [admission, ...ids.slice(0, 4)], 'add --owner-id'],
    [() => [admission, '--signer', signer.replace('@refs/heads/main', '@main'), ...ids.slice(2)], '--signer'],
    [() => [], 'decisions verify needs files'],
    [() => ['/nonexistent/x.json'], 'cannot be read'],
  ])('without what it counts by is refused in one line (%#)', async (args, words) => {
    const { documents, stderr, status } = await verify(...args());
    expect([documents, status, stderr]).toEqual([[], 2, expect.stringContaining(words)]);
  });
});
