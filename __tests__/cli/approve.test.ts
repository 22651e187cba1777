import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { LEDGER } from '../../src/text/record-name.ts';
import { readRecord } from '../../src/decisions/ledger/record.ts';
import type { BlockedPackage, LedgerEntry } from '../../src/model/index.ts';
import { blockedPackages } from '../support/blocked-packages.ts';
import { runCli } from '../support/cli.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import { gitRepository, temporaryFolder } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

/** `lockgate approve`: the record of a decision about the change in the work tree, as somebody claims it. */

const policyOf = (approvals: string) => `version: 1\n${approvals}`;
const policy = policyOf(`rules: { gate-config: error }
approvals:
  maximumAge: 90d
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
  never: [{ login: robot, id: 50 }]
`);
const repositoryId = 4711;
const publishedAt = new Date(Date.now() - 24 * 3_600_000).toISOString();

let registry: LoopbackRegistry;
let repository: GitRepositoryFixture;
let young: BlockedPackage;

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      ...{ young: pkg({ '1.0.0': { publishedAt } }), old: pkg({ '1.0.0': { publishedAt: '2025-01-01T00:00:00Z' } }) },
      plain: pkg({ '1.0.0': {} }),
      evil: pkg({ '1.0.0': { publishedAt } }),
    },
    advisories: {
      evil: [
        {
          ...{ id: 7, url: 'https://github.example/advisories/GHSA-aaaa-bbbb-cccc', title: 'T', severity: 'critical' },
          ...{ vulnerable_versions: '*', cwe: ['CWE-506'], cvss: {} },
        },
      ],
    },
  });
  const names = ['young', 'old', 'evil'];
  const sides = pullRequest(
    registry,
    {},
    {
      dependencies: { ...Object.fromEntries(names.map((name) => [name, '*'])), plain: 'github:acme/plain' },
      packages: {
        ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
        'node_modules/plain': {
          version: '1.0.0',
          resolved: `git+ssh://git@github.com/acme/plain.git#${'c'.repeat(40)}`,
        },
      },
    },
  );
  const own = { '.github/dependency-policy.yml': policy };
  const base = { ...sides.base, ...own };
  const head = { ...sides.head, ...own, '.npmrc': 'ignore-scripts=false\n' };
  const found = await blockedPackages(
    { base, head },
    {
      ...{ registry: registry.url, repositoryId },
    },
  );
  young = found.get('young') as BlockedPackage;
  repository = gitRepository();
  for (const [path, text] of Object.entries(base)) repository.write(path, text);
  repository.commit();
  repository.git('checkout', '--quiet', '-b', 'change');
  for (const [path, text] of Object.entries(head)) repository.write(path, text);
});
afterAll(() => registry.close());
afterEach(() => {
  rmSync(join(repository.folder, LEDGER.replace(/\/$/, '')), { recursive: true, force: true });
});

const asAnn = ['--by', 'ann:20', '--reason', 'Read the diff.', '--repository-id', String(repositoryId)];
const approve = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCli(['approve', '--registry', registry.url, ...args], { cwd: repository.folder, env });

function written(): readonly LedgerEntry[] {
  const folder = join(repository.folder, LEDGER);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => {
    const entry = readRecord(LEDGER + name, readFileSync(join(folder, name)));
    if (typeof entry === 'string') throw new TypeError(entry);
    return entry;
  });
}

test('writes the record of what the gate finds, as a claim, and says what comes next', async () => {
  const { stdout, stderr, status } = await approve(['young@1.0.0', ...asAnn]);
  expect([stderr, status]).toEqual(['', 0]);
  const [entry, ...others] = written();
  expect(others).toEqual([]);
  expect(entry?.record).toMatchObject({
    ...{
      decision: 'approve',
      about: young.preimage,
      pull: null,
      policy: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    },
    by: [{ id: 20, login: 'ann', authenticated: 'claim', comment: null, codes: young.codes, reason: 'Read the diff.' }],
  });
  const { issuedAt = '', expiresAt } = entry?.record ?? {};
  expect(Date.parse(expiresAt ?? '') - Date.parse(issuedAt)).toBe(90 * 86_400_000);
  expect(stdout).toContain(`Wrote ${entry?.path ?? ''}: \`ann\` approves \`young@1.0.0\`, until `);
  expect(stdout).toContain(`  digest  ${young.digest}\n`);
  expect(stdout).toContain('This is a claim');
  expect(stdout).toContain('next: ');
});

test('a finding about a file is approved by its path', async () => {
  const { stdout, stderr, status } = await approve(['.npmrc', ...asAnn]);
  expect([stderr, status]).toEqual(['', 0]);
  expect(written().map(({ record }) => record)).toMatchObject([
    {
      ...{ decision: 'approve-file', by: [{ id: 20, authenticated: 'claim', codes: [] }] },
      about: { path: '.npmrc', mode: '100644', rule: 'gate-config', repositoryId },
    },
  ]);
  expect(stdout).toContain('approves `.npmrc`');
});

test('what it wrote lets nothing in where it lies in the work tree alone', async () => {
  await approve(['young@1.0.0', ...asAnn]);
  const { stdout } = await runCli(
    ['check', '--registry', registry.url, '--repository-id', '4711', '--format', 'json'],
    {
      cwd: repository.folder,
    },
  );
  const { verdict, decisions } = JSON.parse(stdout) as { verdict: string; decisions?: unknown };
  expect([verdict, decisions]).toEqual(['fail', undefined]);
});

test('a denial is about bytes, needs no finding, and does not end', async () => {
  const { stdout, status } = await approve(['--deny', 'old@1.0.0', ...asAnn]);
  expect([status, stdout]).toEqual([0, expect.stringContaining('`ann` denies `old@1.0.0`.')]);
  const sha512 = Buffer.from(integrityOf('old', '1.0.0', {}).replace('sha512-', ''), 'base64').toString('hex');
  expect(written().map(({ record }) => record)).toMatchObject([
    {
      decision: 'deny',
      about: { repositoryId, purl: 'pkg:npm/old@1.0.0', sha512 },
      expiresAt: null,
      by: [{ codes: [] }],
    },
  ]);
});

test('--dry-run writes nothing', async () => {
  const { stdout, status } = await approve(['young@1.0.0', '--dry-run', ...asAnn]);
  expect([status, written(), stdout]).toEqual([0, [], expect.stringContaining('Would write ')]);
});

test.each([
  ['30d', 30 * 86_400_000],
  [new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10), undefined],
])('--expires %s ends it then', async (expires, length) => {
  expect((await approve(['young@1.0.0', '--expires', expires, ...asAnn])).status).toBe(0);
  const { issuedAt = '', expiresAt } = written()[0]?.record ?? {};
  if (length === undefined) expect(expiresAt).toBe(`${expires}T23:59:59.000Z`);
  else expect(Date.parse(expiresAt ?? '') - Date.parse(issuedAt)).toBe(length);
});

describe('is refused in one line, and writes nothing:', () => {
  const digest = 'a'.repeat(64);
  const given = asAnn.slice(2);
  test.each<[string, readonly string[], string]>([
    ['nothing that it is about', asAnn, 'takes one package version or one path'],
    [
      'a version that does not block',
      ['old@1.0.0', ...asAnn],
      'What blocks this change: `evil@1.0.0`, `plain@1.0.0`, `young@1.0.0`',
    ],
    ['a name alone', ['young', ...asAnn], 'nothing about `young` blocks'],
    [
      'what the floor holds',
      ['evil@1.0.0', ...asAnn],
      'nobody can approve what the floor holds (cooldown/too-young, malware/malicious,',
    ],
    [
      'what has no bytes of a registry, with the line that would let it in',
      ['plain@1.0.0', ...asAnn],
      'an exception in the policy on the default branch would: - package: "plain@1.0.0" rules: [',
    ],
    ['no reason', ['young@1.0.0', ...asAnn.slice(0, 2), ...asAnn.slice(4)], '--reason says why'],
    ['a reason that hides text', ['young@1.0.0', ...asAnn, '--reason', 'a\u202eb'], 'cannot be seen'],
    ['no repository', ['young@1.0.0', ...asAnn.slice(0, 4)], 'name it with --repository-id'],
    ['nobody', ['young@1.0.0', ...given], 'name the account with --by LOGIN:ID'],
    ['a login without its id', ['young@1.0.0', '--by', 'ann', ...given], '--by takes LOGIN:ID'],
    ['an App', ['young@1.0.0', '--by', 'robot[bot]:7', ...given], '--by takes LOGIN:ID'],
    ['somebody who is no approver', ['young@1.0.0', '--by', 'eve:40', ...given], 'does not list the account'],
    ['somebody who never counts', ['young@1.0.0', '--by', 'robot:50', ...given], '`approvals.never`'],
    ['an end after the policy’s', ['young@1.0.0', ...asAnn, '--expires', '91d'], 'later than the policy lets'],
    ['an end in the past', ['young@1.0.0', ...asAnn, '--expires', '2020-01-01'], 'in the past'],
    ['no time', ['young@1.0.0', ...asAnn, '--expires', 'soon'], '--expires takes a date'],
    ['the end of a denial', ['--deny', 'old@1.0.0', ...asAnn, '--expires', '30d'], 'a denial does not end'],
    [
      'codes that are not all',
      ['young@1.0.0', ...asAnn, '--codes', 'cooldown/too-young'],
      'is also blocked by new-package/',
    ],
    ['another digest than was read', ['young@1.0.0', ...asAnn, '--digest', digest], 'read the report again'],
    ['the denial of what does not come in', ['--deny', 'nope@1.0.0', ...asAnn], 'nothing to deny by its bytes'],
  ])('%s', async (_, args, words) => {
    const { stdout, stderr, status } = await approve(args);
    expect([stdout, status, stderr.trimEnd().split('\n').length]).toEqual(['', 2, 1]);
    expect(stderr).toContain(words);
    expect(written()).toEqual([]);
  });

  test('a link in the place of the folder', async () => {
    const elsewhere = temporaryFolder();
    repository.symlink(LEDGER.replace(/\/$/, ''), elsewhere);
    const { stderr, status } = await approve(['young@1.0.0', ...asAnn]);
    expect([status, stderr, readdirSync(elsewhere)]).toEqual([2, expect.stringContaining('is no folder'), []]);
  });
});

describe('--report', () => {
  const report = async (patch: (text: string) => string) => {
    const { stdout } = await runCli(['check', '--registry', registry.url, '--format', 'json'], {
      cwd: repository.folder,
    });
    const offer = {
      ...{ kind: 'package', name: 'young', version: '1.0.0', path: null, digest: young.digest, codes: young.codes },
      ...{ line: null, unread: [], approvals: [], isApproved: false },
    };
    const decisions = {
      ...{
        asked: true,
        repositoryId,
        required: 1,
        approvers: { users: [], teams: [] },
        proposers: [],
        offers: [offer],
      },
      ...{ undecidable: [], denials: [], refusals: [], deleted: [] },
    };
    const path = join(temporaryFolder(), 'report.json');
    writeFileSync(path, patch(JSON.stringify({ ...(JSON.parse(stdout) as object), decisions })));
    return path;
  };
  const rest = asAnn.slice(0, 4);

  test('names the repository, and binds the record to what was read', async () => {
    const same = await approve(['young@1.0.0', ...rest, '--report', await report((text) => text)]);
    expect([same.stderr, same.status, written()]).toEqual([
      '',
      0,
      [expect.objectContaining({ record: expect.objectContaining({ about: young.preimage }) })],
    ]);
  });
  test('that shows something else is refused', async () => {
    const other = await report((text) => text.replaceAll(young.digest, 'b'.repeat(64)));
    const { stderr, status } = await approve(['young@1.0.0', ...rest, '--report', other]);
    expect([status, stderr, written()]).toEqual([2, expect.stringContaining('read the newest report'), []]);
  });
  test('of another repository than is named is refused', async () => {
    const args = ['young@1.0.0', ...rest, '--repository-id', '9', '--report', await report((text) => text)];
    const { stderr, status } = await approve(args);
    expect([status, stderr]).toEqual([2, expect.stringContaining('correct one of them')]);
  });
});
