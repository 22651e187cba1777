import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { Fleet, FleetRepository } from '../../src/model/index.ts';
import { fleetSchema } from '../../src/report/fleet/schema.ts';
import { runCli } from '../support/cli.ts';
import {
  bypass,
  codeOwners as owners,
  gateWorkflow as workflow,
  requires,
  requiresWorkflow,
  review,
} from '../support/github-rules.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';

/** `lockgate doctor --org`, bundled, against a loopback GitHub. */

let github: LoopbackGitHub;
let owner: string;

beforeEach(async () => {
  github = await startGitHub();
  github.organisation('octo');
  owner = github.issueToken({ contents: 'read', pullRequests: 'none', administration: true, owner: true });
});
afterEach(() => github.close());

const lockfile = { 'package-lock.json': '{}' };
type Files = Readonly<Record<string, string>>;

function add(name: string, files: Files, rules: readonly object[] = [], isProtected = true): LoopbackRepository {
  const repository = github.repository(`octo/${name}`);
  const sha = repository.commit({ files, branch: 'main' });
  repository.branch('main', sha, { protected: isProtected });
  repository.rules = rules;
  return repository;
}

/** The repository of the workflow that the organisation's ruleset requires. */
function central(text = workflow()): LoopbackRepository {
  github.organisation('octo').rulesets.set(77, { name: 'gate', bypass_actors: [bypass('OrganizationAdmin', 1)] });
  return add('security', { '.github/workflows/gate.yml': text }, [review]);
}

const inOrder = { ...lockfile, '.github/workflows/gate.yml': workflow(), '.github/CODEOWNERS': owners };

async function fleet(token = owner, ...args: readonly string[]) {
  const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: token };
  const ended = await runCli(['doctor', '--org', 'octo', '--format', 'json', ...args], { env });
  const read = ended.stdout === '' ? undefined : (fleetSchema.parse(JSON.parse(ended.stdout)) as Fleet);
  const line = (name: string): FleetRepository => {
    const found = read?.repositories.find(({ repository }) => repository === `octo/${name}`);
    if (found === undefined) throw new Error(`no octo/${name} in ${ended.stdout}${ended.stderr}`);
    return found;
  };
  return { ...ended, fleet: read, line };
}

const codesOf = ({ problems }: { readonly problems: FleetRepository['problems'] }) => problems.map(({ code }) => code);

describe('each repository has one line', () => {
  test('which says whether the gate is required, by what, and who may bypass it', async () => {
    const { id } = central();
    github.organisation('octo').teams.set(12, 'release');
    add('api', lockfile, [requiresWorkflow(id), review]);
    const app = add('app', inOrder, [requires('dependency-gate', 4711), review]);
    app.rulesets.set(1, {
      name: 'main',
      bypass_actors: [bypass('Team', 12), bypass('RepositoryRole', 5, 'pull_request'), bypass('Integration', 99)],
    });
    add('web', inOrder, [review]);
    const { status, line, fleet: read } = await fleet();
    expect(status).toBe(1);
    expect(read?.counts).toEqual({ open: 1, unknown: 0, protected: 2, 'no-lockfile': 1, archived: 0 });
    expect(line('api')).toMatchObject({
      state: 'protected',
      requiredBy: [
        {
          ...{ kind: 'workflow', repository: 'octo/security', name: '.github/workflows/gate.yml', app: null },
          ...{ by: 'organisation-ruleset', ruleset: { id: 77, name: 'gate' } },
          bypass: [{ kind: 'organisation-owners', name: null, mode: 'always' }],
        },
      ],
    });
    expect(line('app')).toMatchObject({
      state: 'protected',
      requiredBy: [
        {
          ...{ kind: 'check', name: 'dependency-gate', app: 4711, by: 'repository-ruleset' },
          bypass: [
            { kind: 'team', name: 'release', mode: 'always' },
            { kind: 'role', name: 'admin', mode: 'pull_request' },
            { kind: 'app', name: 'id 99', mode: 'always' },
          ],
        },
      ],
    });
    expect(line('web')).toMatchObject({ state: 'open', requiredBy: [] });
    expect(read?.repositories.map(({ repository }) => repository)).toEqual([
      ...['octo/web', 'octo/api', 'octo/app', 'octo/security'],
    ]);
  });

  test('archived ones and those without a lockfile are listed and do not fail; a fork is judged', async () => {
    const { id } = central();
    add('api', lockfile, [requiresWorkflow(id), review]);
    add('old', lockfile).isArchived = true;
    add('docs', { 'README.md': '', 'node_modules/a/package-lock.json': '{}', 'Cargo.lock': '' });
    github.repository('octo/empty');
    const before = await fleet();
    expect([before.status, before.line('old').state]).toEqual([0, 'archived']);
    expect([before.line('docs').state, before.line('empty').state]).toEqual(['no-lockfile', 'no-lockfile']);
    add('fork', lockfile).isFork = true;
    const after = await fleet();
    expect([after.status, after.line('fork').state, after.line('fork').fork]).toEqual([1, 'open', true]);
  });

  test('with the workflows that install before the verdict', async () => {
    const ci =
      'on: pull_request_target\njobs:\n  test:\n    steps:\n      - run: npm ci\n        env: { A: "${{ secrets.NPM }}" }\n';
    add('app', { ...inOrder, '.github/workflows/ci.yml': ci }, [requires('dependency-gate', 4711), review]);
    const { line } = await fleet();
    expect(line('app').installs).toEqual([
      { workflow: '.github/workflows/ci.yml', job: 'test', command: 'npm ci', privileged: true, secrets: ['NPM'] },
    ]);
  });
});

describe('a line and `lockgate doctor` of that repository say the same', () => {
  const cases: Readonly<Record<string, () => LoopbackRepository>> = {
    'a required workflow': () => add('x', lockfile, [requiresWorkflow(central().id), review]),
    'a workflow that only lints': () => add('x', lockfile, [requiresWorkflow(central('on: push\njobs: {}\n').id)]),
    'no protection': () => add('x', inOrder, [], false),
    'no gate': () => add('x', lockfile, [review]),
    'a check of any workflow': () => add('x', inOrder, [requires('dependency-gate', 15_368), review]),
    'a check of an App': () => add('x', inOrder, [requires('dependency-gate', 4711), review]),
    'classic protection': () => {
      const repository = add('x', inOrder);
      repository.classicProtection = { enforce_admins: { url: 'https://github.example/', enabled: false } };
      repository.classicChecks = {
        ...{ enforcement_level: 'non_admins', contexts: ['dependency-gate'] },
        checks: [{ context: 'dependency-gate', app_id: 4711 }],
      };
      return repository;
    },
    'a private one on the free plan': () => {
      github.organisation('octo').plan = 'free';
      const repository = add('x', inOrder, [requires('dependency-gate', 4711), review]);
      repository.isPrivate = true;
      return repository;
    },
  };
  test.each(Object.entries(cases).flatMap(([what, set]) => [true, false].map((all) => [what, all, set] as const)))(
    '%s (an owner asks: %s)',
    async (_, isOwner, set) => {
      set();
      const token = isOwner ? owner : github.token;
      const { line } = await fleet(token);
      const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: token };
      const one = await runCli(['doctor', 'octo/x', '--format', 'json'], { env });
      const single = JSON.parse(one.stdout) as Pick<FleetRepository, 'problems' | 'requiredBy'>;
      expect(line('x').problems).toEqual(single.problems);
      expect(line('x').requiredBy).toEqual(single.requiredBy);
      expect({ 0: 'protected', 1: 'open', 2: 'unknown' }[one.status ?? 3]).toBe(line('x').state);
    },
  );
});

describe('what is no protection', () => {
  test('a workflow from another repository that does not run lockgate', async () => {
    const { id } = central('on: pull_request\njobs:\n  lint:\n    steps: [{ run: npm run lint }]\n');
    add('api', lockfile, [requiresWorkflow(id), review]);
    const { status, line } = await fleet();
    expect([status, line('api').state, codesOf(line('api'))]).toEqual([
      1,
      'open',
      ['no-gate', 'workflow-editable', 'owners-missing'],
    ]);
  });

  test('and a workflow that everybody with write access to its repository can change is weak', async () => {
    const home = central();
    add('api', lockfile, [requiresWorkflow(home.id), review]);
    home.rules = [];
    expect(codesOf((await fleet()).line('api'))).toContain('required-workflow-unprotected');
    add('api', lockfile, [requiresWorkflow(home.id, { sha: home.branches.get('main')?.sha }), review]);
    expect(codesOf((await fleet()).line('api'))).not.toContain('required-workflow-unprotected');
  });

  test('one whose job can be skipped', async () => {
    const { id } = central(workflow("    if: github.actor != 'bot'\n"));
    add('api', lockfile, [requiresWorkflow(id), review]);
    const { line } = await fleet();
    expect([line('api').state, codesOf(line('api'))]).toEqual(['open', ['job-conditional', 'retarget-unseen']]);
  });

  test("another App's check, with or without a workflow of the gate", async () => {
    add('app', inOrder, [requires('coverage', 254), requires('dependency-gate', 15_368), review]);
    add('bare', { ...lockfile, '.github/CODEOWNERS': owners }, [requires('coverage', 254), review]);
    const { line } = await fleet();
    expect(codesOf(line('app'))).toEqual(['workflow-editable']);
    expect(codesOf(line('bare'))).toEqual(['no-gate', 'workflow-editable']);
  });

  test('a ruleset that everybody with write access may bypass', async () => {
    const { id } = central();
    add('api', lockfile, [requiresWorkflow(id), review]);
    const { rulesets } = github.organisation('octo');
    rulesets.set(77, { name: 'gate', bypass_actors: [bypass('RepositoryRole', 4, 'pull_request')] });
    const written = await fleet();
    expect([written.status, codesOf(written.line('api'))]).toEqual([1, ['bypass-open', 'retarget-unseen']]);
    rulesets.set(77, { name: 'gate', bypass_actors: [bypass('RepositoryRole', 5)] });
    expect((await fleet()).status).toBe(0);
  });

  test('a private repository on the free plan, whatever is required there', async () => {
    github.organisation('octo').plan = 'free';
    const repository = add('app', inOrder, [requires('dependency-gate', 4711), review]);
    expect((await fleet()).status).toBe(0);
    repository.isPrivate = true;
    const { status, line } = await fleet();
    expect([status, codesOf(line('app'))[0]]).toEqual([1, 'plan-without-rules']);
    expect(line('app').requiredBy).toEqual([]);
  });
});

describe('what could not be read is never protected', () => {
  test('a required workflow in a repository that the token does not see', async () => {
    const home = central();
    home.isPrivate = true;
    add('api', lockfile, [requiresWorkflow(home.id), review]);
    const blind = github.issueToken({ contents: 'read', pullRequests: 'none', seesPrivate: false });
    const { status, line } = await fleet(blind);
    expect([status, line('api').state, codesOf(line('api'))]).toEqual([2, 'unknown', ['required-workflow-unread']]);
    expect(line('api').problems[0]?.fix).toContain('Contents: read');
  });

  test('a required workflow that calls another one', async () => {
    const { id } = central('on: pull_request\njobs:\n  gate: { uses: octo/other/.github/workflows/gate.yml@main }\n');
    add('api', lockfile, [requiresWorkflow(id), review]);
    const { status, line } = await fleet();
    expect([status, line('api').state]).toEqual([2, 'unknown']);
  });

  test('the rules of one repository: its line says so, and the others have theirs', async () => {
    const { id } = central();
    add('api', lockfile, [requiresWorkflow(id), review]);
    add('web', lockfile, [requiresWorkflow(id), review]);
    github.fail('GET /repos/{owner}/{repo}/rules/branches/{branch}', { status: 403, message: 'Forbidden', times: 1 });
    const { status, fleet: read } = await fleet();
    expect(status).toBe(2);
    expect(read?.counts).toMatchObject({ unknown: 1, protected: 1 });
    expect(read?.repositories[0]?.problems[0]?.message).toContain('the token may not do this (HTTP 403)');
  });

  test('who may bypass, for a token that may not edit the ruleset: said, with what to grant', async () => {
    const { id } = central();
    add('api', lockfile, [requiresWorkflow(id), review]);
    const { status, line } = await fleet(github.token);
    // What keeps it from 0 is that such a token does not tell how many repositories there are.
    expect([status, line('api').state]).toEqual([2, 'protected']);
    expect(line('api').requiredBy[0]).toMatchObject({ bypass: null, ruleset: { id: 77, name: 'gate' } });
    expect(line('api').requiredBy[0]?.bypassUnread).toContain('`admin:org`');
  });

  test('a ruleset whose answer fails', async () => {
    const { id } = central();
    add('api', lockfile, [requiresWorkflow(id), review]);
    github.fail('GET /orgs/{org}/rulesets/{ruleset_id}', { body: '[]', status: 200 });
    const { status, line } = await fleet();
    expect([status, codesOf(line('api'))]).toEqual([2, ['untold', 'retarget-unseen']]);
  });

  test('repositories that the token does not see', async () => {
    const { id } = central();
    add('api', lockfile, [requiresWorkflow(id), review]);
    add('secret', lockfile).isPrivate = true;
    const partial = github.issueToken({ administration: true, owner: true, seesPrivate: [] });
    const { status, fleet: read } = await fleet(partial);
    expect([status, read?.hidden]).toEqual([2, 1]);
    const member = await fleet(github.issueToken({ seesPrivate: [] }));
    expect([member.status, member.fleet?.hidden]).toEqual([2, null]);
  });

  test('an organisation without a repository that the token sees', async () => {
    const { status, stdout, stderr } = await fleet();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('GitHub lists no repository of `octo`');
  });
});

describe('requests', () => {
  const counted = async (repositories: number) => {
    const { id } = central();
    for (let at = 0; at < repositories; at++) add(`a${at}`, lockfile, [requiresWorkflow(id), review]);
    const before = github.requests.length;
    const { status } = await fleet();
    return { status, sent: github.requests.slice(before) };
  };

  test('are seven for a protected repository, and what the organisation has is read once', async () => {
    const [few, more] = [await counted(2), await counted(12)];
    expect([few.status, more.status]).toEqual([0, 0]);
    expect(more.sent.length - few.sent.length).toBe(10 * 7);
    for (const route of [
      'GET /orgs/{org}',
      'GET /orgs/{org}/rulesets/{ruleset_id}',
      'GET /repositories/{repository_id}',
    ]) {
      expect([route, more.sent.filter((each) => each.route === route).length]).toEqual([route, 1]);
    }
  });

  test('of a repository without a lockfile are three, of an archived one none', async () => {
    add('docs', { 'README.md': '' });
    add('old', lockfile).isArchived = true;
    await fleet();
    const about = (name: string) =>
      github.requests.filter(({ path }) => path.startsWith(`/repos/octo/${name}/`)).length;
    expect([about('docs'), about('old')]).toEqual([3, 0]);
  });

  test('list every page', async () => {
    for (let at = 0; at < 120; at++) github.repository(`octo/r${at}`).isArchived = true;
    add('last', lockfile);
    const { status, fleet: read } = await fleet();
    expect([status, read?.repositories.length]).toEqual([1, 121]);
  });

  test('end at the rate limit: what is left is unknown, and GitHub is asked no more', async () => {
    const { id } = central();
    for (let at = 0; at < 60; at++) add(`a${at}`, lockfile, [requiresWorkflow(id), review]);
    github.allowance = 60;
    const { status, fleet: read } = await fleet();
    expect(status).toBe(2);
    expect((read?.counts.unknown ?? 0) + (read?.counts.protected ?? 0) + (read?.counts['no-lockfile'] ?? 0)).toBe(61);
    expect(read?.counts.unknown).toBeGreaterThan(50);
    // What was under way when the limit was reached.
    expect(github.requests.length).toBeLessThan(60 + 20);
  });
});

describe('bad use is one line', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['a person', ['--org', 'mona'], /`mona` is a person's account, and --org takes an organisation/],
    ['nobody', ['--org', 'nobody'], /GitHub did not provide the organisation `nobody`/],
    ['a repository too', ['--org', 'octo', 'octo/shop'], /leave out OWNER\/NAME/],
    ['a folder too', ['--org', 'octo', '--repo', '.'], /leave out OWNER\/NAME and --repo/],
    ['a repository as organisation', ['--org', 'octo/shop'], /`octo\/shop` is not the name of an organisation/],
    ['a format it does not write', ['--org', 'octo', '--format', 'sarif'], /text, json or markdown; not sarif/],
  ])('%s', async (_, args, says) => {
    github.people.add('mona');
    const ended = await runCli(['doctor', ...args], { env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: owner } });
    expect(ended).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(says) as unknown });
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('no token', async () => {
    const ended = await runCli(['doctor', '--org', 'octo']);
    expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining('set GITHUB_TOKEN') as unknown });
  });
});

describe('for people', () => {
  const shown = async (...args: readonly string[]) => {
    const { id } = central();
    add('api', lockfile, [requiresWorkflow(id), review]);
    add('web', { ...inOrder, '.github/workflows/a`|b.yml': workflow().replace('dependency-gate', 'x\u202e') }, [
      review,
    ]);
    add('old', lockfile).isArchived = true;
    return runCli(['doctor', '--org', 'octo', ...args], { env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: owner } });
  };

  test('one line a repository, the worst first, then the counts and the next step', async () => {
    const { stdout } = await shown();
    expect(stdout.split('\n')).toEqual([
      '`octo`: in 1 of 2 repositories with a JavaScript lockfile, a pull request can get past the gate.',
      '',
      expect.stringMatching(/^open +octo\/web +the check is not required; a pull request can replace the workflow/),
      'protected    octo/api       organisation ruleset `gate`; may bypass it: organisation owners; 1 warning',
      'no lockfile  octo/security',
      'archived     octo/old',
      '',
      'In all: 1 open, 0 unknown, 1 protected; not counted: 1 without a JavaScript lockfile, 1 archived.',
      'The organisation ruleset `gate` requires the workflow `octo/security/.github/workflows/gate.yml`.',
      '',
      expect.stringMatching(/^Next: Require the workflow .* `lockgate doctor octo\/web` prints the fixes/),
      '',
    ]);
  });

  test('a token that does not tell how many repositories there are answers for those that it sees', async () => {
    const { id } = central();
    add('api', lockfile, [requiresWorkflow(id), review]);
    const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: github.issueToken({ seesPrivate: [] }) };
    const { status, stdout } = await runCli(['doctor', '--org', 'octo'], { env });
    expect([status, stdout.split('\n')[0]]).toEqual([
      2,
      '`octo`: no pull request can get past the gate in any of 1 repository with a JavaScript lockfile, of those that this token sees, those aside who may bypass it.',
    ]);
    expect(stdout).toContain('Run doctor with the token of an owner.');
  });

  test('a Markdown table', async () => {
    const { stdout } = await shown('--format', 'markdown');
    expect(stdout).toContain(
      '| protected | `octo/api` | organisation ruleset `gate`; may bypass it: organisation owners',
    );
    expect(stdout).not.toContain('\u202e');
  });
});
