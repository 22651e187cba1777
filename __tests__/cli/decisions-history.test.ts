import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { digestOf } from '../../src/decisions/digest.ts';
import { ingestionPredicate } from '../../src/model/admission.ts';
import type { BlockedPackage, DecisionRecord, EnteredDocument, HealthDocument } from '../../src/model/index.ts';
import { runCli } from '../support/cli.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import { gitRepository, temporaryFolder } from '../support/git-repository.ts';
import { startGitHub } from '../support/loopback-github.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';
import { privateSigstore } from '../support/private-sigstore.ts';
import { approvalOf, denialOf, entryOf, fileOf, recorded, revocationOf } from '../support/records.ts';

/** `decisions list --all` and `--health`: what came in, by what, and how decisions were made. */

const bytesOf = (name: string) => createHash('sha512').update(name).digest();
const source = {
  lockEntry: (name: string, version: string) => ({
    ...{ version, resolved: `https://registry.example/${name}/-/${name}-${version}.tgz` },
    integrity: `sha512-${bytesOf(name).toString('base64')}`,
  }),
};

function blocked(name: string): BlockedPackage {
  const preimage: BlockedPackage['preimage'] = {
    ...{ v: 1, purl: `pkg:npm/${name}@1.0.0`, sha512: bytesOf(name).toString('hex') },
    ...{ registry: 'https://registry.example/', repositoryId: 4711, use: ['prod'], profile: [], facts: {} },
  };
  return {
    ...{ kind: 'package', name, version: '1.0.0', lockfiles: [], preimage, digest: digestOf(preimage) ?? '' },
    ...{ codes: ['cooldown/too-young'], findings: [], unread: [] },
  };
}

const at = (day: number, time = '12:00:00') => `2026-03-${String(day).padStart(2, '0')}T${time}.000Z`;
const approve = (
  name: string,
  day: number,
  comment: string,
  reason: string,
  login: readonly [number, string] = [20, 'ann'],
) =>
  approvalOf(blocked(name), [recorded(login[0], login[1], blocked(name).codes, { at: at(day), comment, reason })], {
    ...{ issuedAt: at(day), expiresAt: at(31), pull: 12 },
  });

const young = approve('young', 9, '7', 'ok');
const lost = approve('lost', 9, '7', 'ok');
const late = approve('late', 20, '8', 'I read it.', [30, 'bob']);
const bad = {
  ...denialOf(blocked('bad').preimage, [recorded(30, 'bob', [], { at: at(8), comment: '9' })]),
  issuedAt: at(8),
};
const revocation = { ...revocationOf(entryOf(lost), [recorded(20, 'ann', [], { at: at(9) })]), issuedAt: at(9) };
const all: readonly DecisionRecord[] = [young, lost, late, bad, revocation];

let repository: GitRepositoryFixture;
const commits: string[] = [];

function lock(names: readonly string[]): void {
  const description = {
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
    packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
  };
  repository.write('package.json', npmManifest(description));
  repository.write('package-lock.json', npmLockfile(source, description));
}

beforeAll(() => {
  repository = gitRepository();
  const names = ['young', 'lost', 'late', 'bad', 'plain'];
  lock([]);
  repository.commit('first', at(1));
  for (const [index, name] of names.entries()) {
    lock(names.slice(0, index + 1));
    commits.push(repository.commit(`adds ${name}`, at(10 + index)));
  }
  for (const { path, text } of all.map(fileOf)) repository.write(path, text);
  repository.commit('records', at(21));
});

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const given = ['decisions', 'list', ...args, '--repository-id', '4711'];
  const ended = await runCli(given, { cwd: repository.folder, env });
  if (ended.stdout === '') throw new Error(ended.stderr);
  return ended.stdout;
}
const entered = async (...args: readonly string[]) =>
  JSON.parse(await run(['--all', '--format', 'json', ...args])) as EnteredDocument;

describe('--all', () => {
  test('names each version that came in, the newest first, and the decision in force when it did', async () => {
    const document = await entered();
    expect(
      document.entered.map(({ name, by, people, committedAt }) => [name, by, people, committedAt.slice(0, 10)]),
    ).toEqual([
      ['plain', 'not-known', [], '2026-03-14'],
      ['bad', 'not-known', [], '2026-03-13'],
      // Approved only afterwards.
      ['late', 'not-known', [], '2026-03-12'],
      // Revoked before.
      ['lost', 'not-known', [], '2026-03-11'],
      ['young', 'decision', ['ann'], '2026-03-10'],
    ]);
    expect(document.entered.at(-1)?.records).toEqual([fileOf(young).path]);
    expect(document.entered[1]?.denied).toEqual([fileOf(bad).path]);
    expect(document.notes).toEqual([
      expect.stringContaining('What the first commit of the branch has'),
      expect.stringContaining('is not known here'),
    ]);
  });

  test('--since leaves out what is older', async () => {
    expect((await entered('--since', '2026-03-13')).entered.map(({ name }) => name)).toEqual(['plain', 'bad']);
  });

  test('with admissions, what none of them let in entered without a verdict', async () => {
    const sigstore = await privateSigstore();
    const workflow = '.github/workflows/gate.yml';
    const signer = `https://github.com/octo/shop/${workflow}@refs/heads/main`;
    const sign = async (name: string, commit: string, sha: string) => {
      const { bundle } = await sigstore.attestation({
        ...{ name, version: '1.0.0', integrity: source.lockEntry(name, '1.0.0').integrity, type: ingestionPredicate },
        identity: { repository: 'octo/shop', repositoryId: '4711', ownerId: '7', workflow, commit: sha },
        predicate: {
          ...{ ingestionPlatform: { id: signer }, integrity: { result: 'unverified' } },
          ingestion: { path: `git+https://github.com/octo/shop@${commit}#package-lock.json` },
          policyEvaluations: [{ result: 'allow' }],
        },
      });
      return JSON.stringify(bundle);
    };
    const folder = temporaryFolder();
    const given = commits.at(-1) ?? '';
    writeFileSync(join(folder, 'a.jsonl'), `${await sign('plain', given, given)}\n`);
    writeFileSync(join(folder, 'root.json'), sigstore.trustedRoot);
    const flags = ['--signer', signer, '--owner-id', '7', '--trusted-root', join(folder, 'root.json')];
    const { entered: found, notes } = await entered('--admissions', join(folder, 'a.jsonl'), ...flags);
    expect(found.map(({ name, by }) => [name, by])).toEqual([
      ['plain', 'admission'],
      ['bad', 'none'],
      ['late', 'none'],
      ['lost', 'none'],
      ['young', 'decision'],
    ]);
    expect(notes).toEqual([expect.stringContaining('What the first commit of the branch has')]);
  });

  test('for a person, a line for each', async () => {
    const text = await run(['--all']);
    expect(text).toContain('5 versions entered the lockfiles of `main`');
    expect(text).toMatch(/^2026-03-10 {2}[0-9a-f]{10} {2}`young@1\.0\.0` {2}decision by `ann`, \.github\//m);
    expect(text).toMatch(/`bad@1\.0\.0` {2}no decision; its verdict is not known; denied before by \.github\//);
    expect((await run(['--all', '--format', 'csv'])).trimEnd().split('\n')).toHaveLength(6);
  });
});

describe('--health', () => {
  const health = async (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
    JSON.parse(await run(['--health', '--format', 'json', ...args], env)) as HealthDocument;

  test('counts what the records say, and says what they do not', async () => {
    expect(await health()).toMatchObject({
      ...{ approved: 3, denied: 1, shareOfYes: 0.75, timeToYes: null },
      mostInOneComment: { comment: '7', login: 'ann', decisions: 2 },
      repeatedReasons: [{ reason: 'ok', times: 2 }],
      people: [
        { login: 'ann', approved: 2, denied: 0, medianSeconds: null },
        { login: 'bob', approved: 1, denied: 1, medianSeconds: null },
      ],
      notes: [expect.stringContaining('1 of 1 pull requests were opened is not known here')],
    });
    expect(await health(['--since', '2026-03-10'])).toMatchObject({ approved: 1, denied: 0 });
  });

  test('takes the time to yes from the opening of the pull request, where GitHub tells it', async () => {
    const github = await startGitHub();
    try {
      const shop = github.repository('octo/shop');
      const head = shop.commit({ files: { x: '1' }, branch: 'main' });
      shop.branch('main', head);
      for (let number = 1; number <= 12; number += 1) shop.pullRequest({ head });
      const pull = shop.pulls.get(12);
      if (pull === undefined) throw new TypeError('no such pull request');
      Object.assign(pull, { createdAt: at(9, '11:59:30') });
      const { hostname } = new URL(github.url);
      repository.git('remote', 'add', 'origin', `https://${hostname}/octo/shop.git`);
      const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.token };
      expect(await health([], env)).toMatchObject({
        timeToYes: { of: 3, medianSeconds: 30, withinAMinute: 2 },
        notes: [],
      });
    } finally {
      await github.close();
    }
  });

  test('for a person', async () => {
    const text = await run(['--health']);
    expect(text).toContain('4 decisions recorded on `main`');
    expect(text).toContain('3 yes, 1 no (75 % yes)');
    expect(text).toContain('Time to yes: not known.');
    expect(text).toContain('  2 times the reason `ok`\n');
    expect(await run(['--health', '--format', 'csv'])).toContain('\nann,20,2,0,\n');
  });
});

test.each([
  [['--all', '--health'], 'ask for one'],
  [['--since', '2026-01-01'], '--since only takes effect'],
  [['--since', 'soon', '--all'], '--since takes an instant'],
  [['--admissions', 'x'], '--admissions only takes effect with --all'],
])('%j is refused in one line', async (args, words) => {
  const { stdout, stderr, status } = await runCli(['decisions', 'list', ...args], { cwd: repository.folder });
  expect([stdout, status, stderr]).toEqual(['', 2, expect.stringContaining(words)]);
});
