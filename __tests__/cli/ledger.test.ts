import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { LEDGER } from '../../src/decisions/ledger/names.ts';
import type { BlockedPackage, DecisionRecord, Report } from '../../src/model/index.ts';
import { parseReport } from '../../src/report/schema.ts';
import { blockedPackages } from '../support/blocked-packages.ts';
import { runCli } from '../support/cli.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import { gitRepository } from '../support/git-repository.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { adding } from '../support/pull-request.ts';
import { approvalOf, denialOf, fileOf, recorded } from '../support/records.ts';

/** The records of a base branch, on the command line. */

const policy = `version: 1
approvals:
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
`;
const now = '2026-06-12T00:00:00Z';

let registry: LoopbackRegistry;
let github: LoopbackGitHub;
let sides: Readonly<Record<'base' | 'head', Readonly<Record<string, MemoryFile>>>>;
let id: number;
let entry: BlockedPackage;

beforeAll(async () => {
  const young = pkg({ '1.0.0': { publishedAt: '2026-06-10T00:00:00Z' } });
  [registry, github] = await Promise.all([startRegistry({ packages: { young } }), startGitHub()]);
  id = github.repository('octo/shop').id;
  const all = adding(registry, 'young', { version: '1.0.0' });
  const own = { '.github/dependency-policy.yml': policy };
  sides = { base: { ...all.base, ...own }, head: { ...all.head, ...own } };
  const found = await blockedPackages(sides, { registry: registry.url, repositoryId: id, now });
  entry = found.get('young') as BlockedPackage;
});
afterAll(async () => {
  await registry.close();
  await github.close();
});

const approval = (of = entry) => approvalOf(of, [recorded(20, 'ann', of.codes)]);
const denial = () => denialOf(entry.preimage, [{ ...recorded(30, 'bob', []), reason: 'It phones home.' }]);

/** A repository whose branch `main` has these records, and whose work tree adds the package. */
function repositoryWith(records: readonly DecisionRecord[], origin?: string): GitRepositoryFixture {
  const repository = gitRepository();
  const write = (files: Readonly<Record<string, MemoryFile>>) => {
    for (const [path, text] of Object.entries(files)) repository.write(path, text as string);
  };
  write(sides.base);
  for (const { path, text } of records.map(fileOf)) repository.write(path, text);
  repository.commit();
  if (origin !== undefined) repository.git('remote', 'add', 'origin', origin);
  repository.git('checkout', '-q', '-b', 'change');
  write(sides.head);
  return repository;
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly report: Report;
}

async function run(
  { folder }: GitRepositoryFixture,
  args: readonly string[],
  { isKnown = true, env = {} }: { readonly isKnown?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const known = isKnown ? ['--repository-id', String(id)] : [];
  const given = [...args, '--now', now, '--registry', registry.url, ...known];
  const { status, stdout } = await runCli([...given, '--format', 'json'], { cwd: folder, env });
  return { status, stdout, report: parseReport(stdout) };
}

test('check: what the base’s records approved is let in, and it says that nobody asked who proposes it', async () => {
  const { status, report } = await run(repositoryWith([approval()]), ['check']);
  expect(status).toBe(0);
  const { path } = fileOf(approval());
  expect(report.findings.map(({ status: one, coveredBy }) => [one, coveredBy])).toEqual(
    expect.arrayContaining([
      ['approved', expect.objectContaining({ by: [expect.objectContaining({ record: path })] })],
    ]),
  );
  expect(report.decisions).toMatchObject({
    asked: false,
    offers: [{ line: null, isApproved: true }],
    ledger: { used: [{ record: path }], notes: [expect.stringContaining('Who proposes the change is not known here')] },
  });
});

test('check: a record that only the work tree has lets nothing in', async () => {
  const repository = repositoryWith([]);
  for (const { path, text } of [approval()].map(fileOf)) repository.write(path, text);
  const { status, report } = await run(repository, ['check']);
  expect([status, report.decisions]).toEqual([1, undefined]);
});

describe('the repository’s id', () => {
  const ended = async (args: Parameters<typeof run>[2], origin?: string) => {
    const { status, report } = await run(repositoryWith([approval()], origin), ['check'], args);
    return [status, report.decisions?.ledger?.notes.join() ?? ''] as const;
  };

  test('not known: nothing is approved, and one line says so', async () => {
    const [status, notes] = await ended({ isKnown: false });
    expect([status, notes]).toEqual([
      1,
      expect.stringContaining('the repository’s id is not known here (`--repository-id`)'),
    ]);
  });

  test('not known: what is denied is denied all the same', async () => {
    const { status, report } = await run(repositoryWith([denial()]), ['check'], { isKnown: false });
    expect([status, report.findings.map(({ rule }) => rule)]).toEqual([1, expect.arrayContaining(['deny'])]);
  });

  test('of the job, where the job is one of this repository', async () => {
    const env = { GITHUB_REPOSITORY: 'octo/shop', GITHUB_REPOSITORY_ID: String(id) };
    expect((await ended({ isKnown: false, env }, 'https://github.com/octo/shop.git'))[0]).toBe(0);
    expect((await ended({ isKnown: false, env }, 'https://github.com/octo/other.git'))[0]).toBe(1);
    expect((await ended({ isKnown: false, env }))[0]).toBe(1);
  });

  test('asked of the GitHub that `origin` is on, with the token, and only where a record may be about something', async () => {
    const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token };
    const origin = `${github.url}/octo/shop.git`;
    expect((await ended({ isKnown: false, env }, origin))[0]).toBe(0);
    expect((await ended({ isKnown: false, env }, 'https://gitlab.example/octo/shop.git'))[0]).toBe(1);
    const before = github.requests.length;
    await run(repositoryWith([], origin), ['check'], { isKnown: false, env });
    expect(github.requests.length).toBe(before);
  });

  test('given, and no number', async () => {
    const { folder } = repositoryWith([]);
    const { status, stderr } = await runCli(['check', '--repository-id', 'octo/shop'], { cwd: folder });
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('--repository-id takes the numeric id, such as 1296269'),
    ]);
  });
});

test('audit: what was approved is covered, what is denied is a finding, and no exception is called unused', async () => {
  const calm = repositoryWith([approval()]);
  calm.commit();
  const audited = await run(calm, ['audit']);
  expect([audited.status, audited.report.findings.filter(({ status }) => status === 'reported')]).toEqual([0, []]);
  const denied = repositoryWith([approval(), denial()]);
  denied.commit();
  const { status, report } = await run(denied, ['audit']);
  expect([status, report.findings.map(({ rule }) => rule)]).toEqual([1, expect.arrayContaining(['deny'])]);
  expect(report.findings.some(({ rule }) => rule === 'exception-hygiene')).toBe(false);
});

test('audit: a record that nothing is about says nothing, and bothers nobody', async () => {
  const other = approval({ ...entry, preimage: { ...entry.preimage, purl: 'pkg:npm/elder@1.0.0' } });
  const repository = repositoryWith([other]);
  repository.write('package-lock.json', sides.base['package-lock.json'] as string);
  repository.write('package.json', sides.base['package.json'] as string);
  const { status, report } = await run(repository, ['audit']);
  expect([status, report.decisions, report.findings]).toEqual([0, undefined, []]);
});

test('vet: what a record denies is not admitted, and what it approved is', async () => {
  const plain = (records: readonly DecisionRecord[]) => {
    const repository = repositoryWith(records);
    repository.git('checkout', '-q', '.');
    return repository;
  };
  expect((await run(plain([]), ['vet', 'young@1.0.0'])).status).toBe(1);
  const approved = await run(plain([approval()]), ['vet', 'young@1.0.0']);
  expect([approved.status, approved.report.decisions?.ledger?.notCounted]).toEqual([0, []]);
  const denied = await run(plain([denial()]), ['vet', 'young@1.0.0']);
  expect(denied.report.findings.map(({ rule }) => rule)).toContain('deny');
});

test('text: who approved it by which record, who denied it, and what does not count', async () => {
  const { path } = fileOf(approval());
  const text = async (records: readonly DecisionRecord[], command: readonly string[] = ['check']) => {
    const { folder } = repositoryWith(records);
    const args = [...command, '--now', now, '--registry', registry.url, '--repository-id', String(id)];
    return (await runCli(args, { cwd: folder })).stdout.replaceAll(/\s+/g, ' ');
  };
  expect(await text([approval()])).toContain(`\`young@1.0.0\`, by \`ann\` in record \`${path}\` (\`Read it.\`)`);
  expect(await text([denial()])).toContain('`young@1.0.0`, by `bob`: `It phones home.` (record');
  expect(await text([approvalOf(entry, [recorded(40, 'eve', entry.codes)])])).toContain(
    'none of its people is an approver any more',
  );
  expect(await text([approval()], ['explain', 'young'])).toContain(path);
  expect(path.startsWith(LEDGER)).toBe(true);
});

test('hostile texts of records stay text', async () => {
  const reason = '`\n::error::x <img src=x> \u202e';
  const record = denialOf(entry.preimage, [{ ...recorded(30, '`]($evil)\n::warning::', []), reason }]);
  const { folder } = repositoryWith([record]);
  for (const format of ['text', 'markdown']) {
    const args = ['check', '--now', now, '--registry', registry.url, '--repository-id', String(id), '--format', format];
    const { stdout } = await runCli(args, { cwd: folder });
    expect(stdout).toContain('young');
    expect(stdout).not.toMatch(/^::|\u202e/m);
    const outside = stdout.split('`').filter((__, at) => at % 2 === 0);
    if (format === 'markdown') expect(outside.join('')).not.toMatch(/<img|\$evil/);
  }
});
