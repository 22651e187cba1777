import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { LEDGER } from '../../src/text/record-name.ts';
import type { BlockedPackage, DecisionRecord, DecisionsDocument, StandingRecord } from '../../src/model/index.ts';
import { blockedPackages } from '../support/blocked-packages.ts';
import { runCli } from '../support/cli.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import { gitRepository } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';
import { approvalOf, denialOf, entryOf, fileOf, recorded, revocationOf } from '../support/records.ts';

/** `lockgate decisions`: what the default branch has recorded, and what each record comes to. */

const policy = `version: 1
approvals:
  required: 1
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
`;
const now = '2026-06-20T00:00:00Z';
const repositoryId = 4711;

let registry: LoopbackRegistry;
let repository: GitRepositoryFixture;
let blocked: ReadonlyMap<string, BlockedPackage>;
const names = ['young', 'late', 'spent', 'lost', 'hostile', 'bad', 'left', 'gone', 'other'];

const entry = (name: string): BlockedPackage => {
  const found = blocked.get(name);
  if (found === undefined) throw new TypeError(`${name} does not block`);
  return found;
};
const ann = (of: BlockedPackage, reason = 'Read it.') => recorded(20, 'ann', of.codes, { reason });
const approve = (name: string, patch: Parameters<typeof approvalOf>[2] = {}, by = [ann(entry(name))]) =>
  approvalOf(entry(name), by, patch);
const other = (of: BlockedPackage): BlockedPackage => ({ ...of, preimage: { ...of.preimage, repositoryId: 9 } });
/** What a spreadsheet would run, a terminal obey, and a runner take for its own. */
const hostile = '=HYPERLINK("https://x.example/"),\u001b[31m ##[error]x';

const records = (): readonly DecisionRecord[] => {
  const bad = denialOf(entry('bad').preimage, [recorded(30, 'bob', [], { reason: 'It phones home.' })]);
  return [
    approve('young'),
    approve('late', { expiresAt: '2026-07-19T00:00:00.000Z' }),
    approve('spent', { expiresAt: '2026-06-19T00:00:00.000Z' }),
    approve('gone'),
    approve('lost'),
    revocationOf(entryOf(approve('lost')), [recorded(20, 'ann', [])]),
    approve('left', {}, [recorded(40, 'eve', entry('left').codes)]),
    approvalOf(other(entry('other')), [ann(entry('other'))]),
    approve('hostile', {}, [ann(entry('hostile'), hostile)]),
    bad,
  ];
};

beforeAll(async () => {
  const young = pkg({ '1.0.0': { publishedAt: '2026-06-10T00:00:00.000Z' } });
  registry = await startRegistry({ packages: Object.fromEntries(names.map((name) => [name, young])) });
  const locked = (some: readonly string[]) => ({
    dependencies: Object.fromEntries(some.map((name) => [name, '*'])),
    packages: Object.fromEntries(some.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
  });
  const sides = pullRequest(registry, {}, locked(names));
  const own = { '.github/dependency-policy.yml': policy };
  blocked = await blockedPackages(
    { base: { ...sides.base, ...own }, head: { ...sides.head, ...own } },
    { registry: registry.url, repositoryId, now: '2026-06-11T00:00:00Z' },
  );
  repository = gitRepository();
  const merged = pullRequest(registry, {}, locked(names.filter((name) => name !== 'gone'))).head;
  for (const [path, text] of Object.entries({ ...merged, ...own })) repository.write(path, text);
  for (const { path, text } of records().map(fileOf)) repository.write(path, text);
  repository.write(`${LEDGER}notes.txt`, 'a hand was here');
  repository.write(`${LEDGER}${'a'.repeat(32)}-deny-7.json`, '{}');
  repository.commit();
  // What only the work tree has is on no branch.
  repository.write(fileOf(denialOf(entry('young').preimage, [recorded(30, 'bob', [])])).path, '{}');
});
afterAll(() => registry.close());

async function list(...args: readonly string[]) {
  const { stdout, stderr, status } = await runCli(
    ['decisions', 'list', '--now', now, '--offline', '--repository-id', String(repositoryId), ...args],
    { cwd: repository.folder },
  );
  if (stdout === '') throw new Error(stderr);
  return { stdout, stderr, status };
}
const documentOf = async (...args: readonly string[]) =>
  JSON.parse((await list('--format', 'json', ...args)).stdout) as DecisionsDocument;

const byName = ({ records: all }: DecisionsDocument) =>
  new Map(all.map((one) => [one.name ?? one.record.replace(LEDGER, ''), one]));

test('says of each record on the default branch what it comes to', async () => {
  const document = await documentOf();
  const found = byName(document);
  const brief = (name: string) => {
    const { state, why, decision } = found.get(name) as StandingRecord;
    return [state, why, decision];
  };
  expect(document).toMatchObject({
    schema: 'lockgate-decisions/1',
    branch: 'main',
    repositoryId,
    notes: [expect.stringContaining('still denies')],
  });
  expect(document.records).toHaveLength(12);
  expect(brief('young')).toEqual(['in-force', null, 'approve']);
  expect(brief('late')).toEqual(['expiring', null, 'approve']);
  expect(brief('spent')).toEqual(['expired', 'expired', 'approve']);
  expect(brief('gone')).toEqual(['unused', null, 'approve']);
  expect(brief('lost')).toEqual(['revoked', 'revoked', 'approve']);
  expect(brief('left')).toEqual(['not-counted', 'not-listed', 'approve']);
  expect(brief('other')).toEqual(['elsewhere', null, 'approve']);
  expect(brief('bad')).toEqual(['in-force', null, 'deny']);
  expect(brief('notes.txt')).toEqual(['unreadable', 'misnamed', null]);
  expect(brief(`${'a'.repeat(32)}-deny-7.json`)).toEqual(['unreadable', 'not-a-record', 'deny']);
  const revocation = document.records.find(({ decision }) => decision === 'revoke');
  expect(revocation).toMatchObject({ state: 'in-force', path: found.get('lost')?.record, endsAt: null });
  expect(found.get('young')).toMatchObject({ by: [{ id: 20, login: 'ann', codes: entry('young').codes }], pull: 12 });
});

test('an approval ends when the policy lets it, where that comes first', async () => {
  const found = byName(await documentOf('--now', '2026-12-08T00:00:00Z'));
  expect(found.get('young')).toMatchObject({ state: 'expired', endsAt: '2026-12-07T12:00:00.000Z' });
  expect(found.get('bad')).toMatchObject({ state: 'in-force', endsAt: null });
});

test('for a person it says who, why and where, and counts', async () => {
  const { stdout, status } = await list();
  expect(status).toBe(0);
  expect(stdout).toContain('12 records of decisions on `main`');
  expect(stdout).toContain(
    'in force     `young@1.0.0`: approved by `ann`, 2026-06-10, pull request 12, until 2026-12-07',
  );
  expect(stdout).toContain('             `Read it.`\n');
  expect(stdout).toContain('in force     `bad@1.0.0`: denied by `bob`, 2026-06-10, pull request 12\n');
  expect(stdout).toContain(fileOf(approve('young')).path);
});

test.each(['text', 'csv'])('third-party text is inert as %s', async (format) => {
  const { stdout } = await list('--format', format);
  expect(stdout).toContain('HYPERLINK');
  expect(stdout).not.toMatch(/\u001b|##\[/);
});

test('as csv, no cell is a formula, and each row has as many', async () => {
  const { stdout } = await list('--format', 'csv');
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(13);
  expect(lines[0]).toMatch(/^record,state,why,decision,name,version,path,/);
  expect(stdout).toMatch(/,"'=HYPERLINK\(""https:/);
  expect(stdout).not.toMatch(/(?:^|,)"?=/m);
});

describe('without the id of the repository', () => {
  const bare = async () => {
    const args = ['decisions', '--now', now, '--offline', '--format', 'json'];
    return JSON.parse((await runCli(args, { cwd: repository.folder })).stdout) as DecisionsDocument;
  };
  test('and records of several, no approval counts', async () => {
    const document = await bare();
    expect(document).toMatchObject({
      repositoryId: null,
      notes: [expect.stringContaining('name several'), expect.anything()],
    });
    expect(byName(document).get('young')).toMatchObject({ state: 'not-counted', why: 'no-repository' });
  });
});

test('a repository without records says so', async () => {
  const empty = gitRepository();
  empty.write('x', '');
  empty.commit();
  const { stdout, status } = await runCli(['decisions'], { cwd: empty.folder });
  expect([stdout, status]).toEqual([
    expect.stringMatching(/^No decision is recorded on `main` at [0-9a-f]{12}\.\n$/),
    0,
  ]);
});

test.each([
  [['decisions', 'lsit'], 'decisions takes list'],
  [['decisions', 'list', 'x'], 'decisions list takes no arguments'],
  [['decisions', '--format', 'sarif'], '--format takes text, json, csv'],
  [['decisions', '--branch', 'nope'], 'names no commit here'],
])('%j is refused in one line', async (args, words) => {
  const { stdout, stderr, status } = await runCli(args, { cwd: repository.folder });
  expect([stdout, status, stderr.trimEnd().split('\n').length]).toEqual(['', 2, 1]);
  expect(stderr).toContain(words);
});
