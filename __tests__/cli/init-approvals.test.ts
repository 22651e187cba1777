import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';

import { run } from '../../src/cli/init.ts';
import { openPolicy } from '../../src/policy/open.ts';
// Jest cannot link a module that two imports ask for at once.
import '../../src/repository/git-origin.ts';
import '../../src/repository/git.ts';
import { runCli } from '../support/cli.ts';
import { DecidedPulls } from '../support/decided-pull.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import { allow, app, person } from '../support/github-talk.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { skKey } from '../support/sk-key.ts';

/** Approvals as `lockgate init` sets them up, against a loopback GitHub. */

let world: DecidedPulls;
let github: LoopbackGitHub;
let shop: LoopbackRepository;
const [ann, bob, eve] = [person('ann', 20), person('bob', 30), person('eve', 40)];
const policyFile = '.github/dependency-policy.yml';
const roundFile = '.github/workflows/dependency-round.yml';

beforeAll(async () => {
  world = await DecidedPulls.start();
  [github, shop] = [world.github, world.repository];
  github.organisation('octo');
});
afterAll(() => world.close());
beforeEach(() => {
  for (const map of [shop.people, shop.permissions]) map.clear();
  shop.teams.splice(0, 9);
});

function project(origin = `${github.url}/octo/shop.git`) {
  const repository = gitRepository();
  const { folder } = repository;
  git(folder, 'remote', 'add', 'origin', origin);
  return { ...repository, read: (path: string) => readFileSync(join(folder, path), 'utf8') };
}

const token = (credential: object = {}) => github.issueToken({ contents: 'write', members: 'read', ...credential });

/** Offline towards the registry there is nothing to ask: the folder locks nothing. */
async function init(folder: string, args: readonly string[], own: string | undefined = token()) {
  const env = { GITHUB_API_URL: github.url, ...(own === '' ? {} : { GITHUB_TOKEN: own }) };
  const before = github.requests.length;
  const ended = await runCli(['init', '--dir', folder, '--registry', world.registry.url, ...args], { env });
  return { ...ended, asked: github.requests.slice(before).map(({ route }) => route) };
}

/** The policy with the comment signs of its approvals removed, as the file says to do. */
function uncommented(text: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf('# approvals:');
  expect(start).toBeGreaterThan(0);
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('#  '));
  return lines.map((line, at) => (at >= start && at < end ? line.slice(2) : line)).join('\n');
}
const approvalsOf = async (text: string) => (await openPolicy({ source: 'policy', text: uncommented(text) })).approvals;

describe('for a team', () => {
  const security = (members: readonly (readonly [number, 'active' | 'pending'])[]) =>
    shop.teams.push({ slug: 'security', id: 70, members: new Map(members) });

  test('the owner of the gate is resolved into the ids of the team and its members, and the round is written', async () => {
    for (const who of [ann, bob, eve]) allow(shop, who, 'write');
    allow(shop, app('ci', 99), 'write');
    security([
      [20, 'active'],
      [30, 'active'],
      [40, 'pending'],
      [99, 'active'],
    ]);
    const own = project();
    own.write('.github/CODEOWNERS', '/.github/ @octo/security\n');
    const { status, stdout } = await init(own.folder, ['--for', 'team']);
    expect(status).toBe(0);
    expect(await approvalsOf(own.read(policyFile))).toMatchObject({
      teams: [{ slug: 'octo/security', id: 70 }],
      users: [
        { login: 'ann', id: 20 },
        { login: 'bob', id: 30 },
      ],
      ...{ keys: [], ownChanges: 'never' },
    });
    expect(stdout).toContain('Who may approve: the team `octo/security`, 2 accounts.');
    expect(own.read(roundFile)).toContain('name: dependency-round');
    expect(existsSync(join(own.folder, '.github/workflows/dependency-gate-comment.yml'))).toBe(false);
    expect(own.read('.github/workflows/dependency-gate.yml')).not.toContain('comment: false');
  });

  test('nobody may approve before the comment signs are gone, and then the gate lets the first approvers in alone', async () => {
    for (const who of [ann, bob]) allow(shop, who, 'write');
    const own = project();
    own.write('.github/CODEOWNERS', '/.github/ @ann @bob\n');
    await init(own.folder, ['--for', 'team']);
    const text = own.read(policyFile);
    expect((await openPolicy({ source: 'policy', text })).approvals).toBeUndefined();
    world.trunk(text);
    world.propose({ files: { ...world.baseFiles, [policyFile]: uncommented(text) } });
    const { exitCode, findings, errors } = await world.run();
    expect([exitCode, errors, findings.map(({ rule }) => rule)]).toEqual([0, [], ['gate-config']]);
  });

  test.each([
    ['without a token', '', 'there is no GITHUB_TOKEN'],
    ['with one that may not read teams', 'none', 'the token may not do this'],
  ])('%s the policy is without approvers, and it says what to type', async (_, which, why) => {
    security([[20, 'active']]);
    const own = project();
    own.write('.github/CODEOWNERS', '/.github/ @octo/security @ann\n');
    const { status, stdout } = await init(
      own.folder,
      ['--for', 'team'],
      which === '' ? '' : github.issueToken({ contents: 'write' }),
    );
    expect([status, own.read(policyFile)]).toEqual([0, expect.not.stringContaining('approvals:')]);
    expect(stdout).toContain(`Nobody may approve yet: `);
    expect(stdout).toContain(why);
    expect(stdout).toContain('gh api orgs/octo/teams/security --jq .id\n    gh api users/ann --jq .id\n');
    expect(existsSync(join(own.folder, roundFile))).toBe(false);
  });

  test('an organisation and an address of mail are nobody who approves', async () => {
    const own = project();
    own.write('.github/CODEOWNERS', '/.github/ @octo\n');
    expect((await init(own.folder, ['--for', 'team'])).stdout).toContain("`@octo` is no person's account");
    const other = project();
    other.write('.github/CODEOWNERS', '/.github/ ann@example.com\n');
    expect((await init(other.folder, ['--for', 'team'])).stdout).toContain('nobody is named as owner of the gate');
  });

  test('a policy that is kept gets lines to add, and one that names approvers is left alone', async () => {
    allow(shop, ann, 'write');
    const own = project();
    own.write('.github/CODEOWNERS', '/.github/ @ann\n');
    own.write(policyFile, 'version: 1\n');
    const { stdout } = await init(own.folder, ['--for', 'team']);
    expect(own.read(policyFile)).toBe('version: 1\n');
    expect(stdout).toContain(
      '    approvals:\n      approvers:\n        users:\n          - { login: "ann", id: 20 }\n',
    );
    expect(stdout).toContain('One account cannot approve what it proposes itself');
    const other = project();
    other.write('.github/CODEOWNERS', '/.github/ @ann\n');
    other.write(policyFile, 'version: 1\napprovals: { approvers: { users: [{ login: bob, id: 30 }] } }\n');
    const kept = await init(other.folder, ['--for', 'team']);
    expect(kept.stdout).not.toContain('may approve');
    expect(kept.asked).toEqual([]);
    expect(existsSync(join(other.folder, roundFile))).toBe(true);
  });
});

describe('the token', () => {
  test.each(['git@forge.example:octo/shop.git', 'https://github.com/octo/shop.git'])(
    'is sent to no other host than that of the repository (%s)',
    async (origin) => {
      const own = project(origin);
      const { asked, stdout } = await init(own.folder, ['--for', 'team']);
      expect(asked).toEqual([]);
      expect(stdout).toContain('Nobody may approve yet');
    },
  );

  test('is not used with --offline, nor where nobody says who works here', async () => {
    const own = project();
    expect((await init(own.folder, ['--for', 'team', '--offline', '--dry-run'])).asked).toEqual([]);
    const { asked, stdout } = await init(own.folder, ['--yes']);
    expect([asked, stdout]).toEqual([[], expect.not.stringContaining('approve')]);
  });
});

describe('a repository of one', () => {
  const key = skKey('ed25519').line;
  const second = skKey('p256').line;
  let written: string;

  beforeEach(() => {
    process.env['GITHUB_API_URL'] = github.url;
    process.env['GITHUB_TOKEN'] = token();
    written = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written += String(text);
      return true;
    });
    allow(shop, ann, 'admin');
    allow(shop, bob, 'read');
    allow(shop, eve, 'triage');
    allow(shop, app('agent', 50), 'write');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    delete process.env['GITHUB_API_URL'];
    delete process.env['GITHUB_TOKEN'];
  });

  /** Answers the questions, and returns what was asked. */
  async function answered(folder: string, lines: readonly string[]): Promise<string> {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(lines.map((line) => `${line}\n`).join(''));
    await run(['--dir', folder, '--registry', world.registry.url], { input, output, isRaw: false });
    return String(output.read());
  }

  test('is recognised, and set up with two keys after four questions at most', async () => {
    const own = project();
    own.write('renovate.json', '{}');
    own.write('a.pub', `${key} ann@laptop\n`);
    own.write('b.pub', second);
    const asked = await answered(own.folder, ['', '', 'a.pub b.pub', '']);
    expect(asked.match(/\[[^\]]+\]: /g)).toEqual(['[recommended]: ', '[person]: ', '[none]: ', '[yes]: ']);
    expect(asked).toContain('You are the only person who may write here');
    expect(await approvalsOf(own.read(policyFile))).toMatchObject({
      users: [{ login: 'ann', id: 20 }],
      teams: [],
      keys: [
        { id: 20, key },
        { id: 20, key: second },
      ],
      ownChanges: 'security-key',
    });
    expect(own.read(policyFile)).not.toContain('ann@laptop');
    expect(written).toContain('Who may approve: `ann`.');
    expect(existsSync(join(own.folder, roundFile))).toBe(false);
  });

  test('has no approvers before the comment signs are gone', async () => {
    const own = project();
    own.write('a.pub', key);
    await answered(own.folder, ['', '', 'a.pub']);
    const { approvals } = await openPolicy({ source: 'policy', text: own.read(policyFile) });
    expect(approvals).toBeUndefined();
  });

  test('sends the token to no host but that of the repository', async () => {
    const before = github.requests.length;
    await answered(project('https://github.com/octo/shop.git').folder, ['', '', 'none']);
    expect(github.requests.length).toBe(before);
  });

  test('with one key is told that it can be lost', async () => {
    const own = project();
    own.write('a.pub', key);
    await answered(own.folder, ['', '', 'a.pub']);
    expect(written).toContain('One key can be lost');
  });

  test('without a key has no approvers, and is told what an exception on the default branch is worth', async () => {
    const own = project();
    await answered(own.folder, ['', '', '']);
    expect(own.read(policyFile)).not.toContain('approvals:');
    expect(written).toContain('whoever has your token, your agent too, can put one there');
    expect(written).toContain('ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required');
  });

  test.each(['git.pub', 'soft.pub', 'gone.pub', 'a.pub a.pub', 'a.pub git.pub', 'large.pub', '.'])(
    'takes no key that is made otherwise, in no file, or twice (%s)',
    async (answer) => {
      const own = project();
      own.write('a.pub', key);
      own.write('git.pub', skKey('ed25519', { application: 'ssh:' }).line);
      own.write('soft.pub', `ssh-ed25519 ${Buffer.alloc(51).toString('base64')} ann`);
      own.write('large.pub', `${key}${' '.repeat(9000)}`);
      const asked = await answered(own.folder, ['', '', answer, 'none']);
      expect(asked).toContain('Answer the paths of .pub files of security keys');
      expect(own.read(policyFile)).not.toContain('keys:');
    },
  );

  test('is none where another person may write, by whatever role: then a team is the default', async () => {
    shop.permissions.set(bob.id, { permission: 'read', role: 'releaser' });
    const own = project();
    expect(await answered(own.folder, ['', 'person', 'none'])).toContain('Person or team [team]: ');
    expect(own.read(policyFile)).not.toContain('approvals:');
    expect(written).toContain('2 people may write here');
  });

  test('is not guessed where GitHub does not list who may write', async () => {
    process.env['GITHUB_TOKEN'] = github.issueToken({ contents: 'read' });
    const own = project();
    expect((await answered(own.folder, ['', ''])).match(/\]: /g)).toHaveLength(2);
    expect(written).toContain('Whether you are the only person who may write here is not known');
  });
});
