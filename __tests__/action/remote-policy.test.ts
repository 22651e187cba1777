import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runAction } from '../support/action-runner.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import { gitRepository } from '../support/git-repository.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** A policy of another repository that the operator names: `policy: OWNER/REPO/PATH@REF`. */

const own = '.github/dependency-policy.yml';
const lenient = 'version: 1\nrules: { cooldown: warn, new-package: warn }\n';
const strict = 'version: 1\nextends: strict\n';
const name = 'acme/policies/npm.yml@v1';
const young = new Date(Date.now() - 24 * 3_600_000).toISOString();
let github: LoopbackGitHub;
let registry: LoopbackRegistry;
let sides: Sides;

beforeEach(async () => {
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { young: pkg({ '1.0.0': { publishedAt: young } }) } }),
  ]);
  sides = adding(registry, 'young', { version: '1.0.0' });
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

const policies = () => github.repository('acme/policies');
const publish = (files: Readonly<Record<string, string>>) => policies().commit({ files, branch: 'main' });

async function act(policy: string, { base = {}, head = {} }: Partial<Sides> = {}) {
  const repository = github.repository('octo/shop');
  const tip = repository.commit({ files: { ...sides.base, ...base }, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  const pull = repository.pullRequest({
    head: repository.commit({ files: { ...sides.head, ...base, ...head }, parents: [tip] }),
  });
  const event = pullRequestEvent(repository, pull);
  const outcome = await runAction({ github, repository, event, inputs: { registry: registry.url, policy } });
  return { ...outcome, report: parseReport(outcome.files['report'] ?? ''), comment: pull.comments[0]?.body ?? '' };
}

async function replayed(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder({ 'evidence.json': files['evidence'] ?? '' });
  try {
    return (await runCli(['replay', 'evidence.json', '--format', 'json'], { cwd: folder.path })).stdout;
  } finally {
    folder.remove();
  }
}

describe('the action', () => {
  test('judges by it, names ref and commit everywhere, links the commit, and replays without GitHub', async () => {
    const commit = publish({ 'npm.yml': lenient });
    policies().tag('v1', commit, { annotated: true });
    publish({ 'npm.yml': strict });
    const { report, exitCode, stdout, comment, summary, files } = await act(name);
    expect([exitCode, report.errors, report.verdict]).toEqual([0, [], 'warn']);
    expect(report.policy).toMatchObject({ source: name, repository: 'acme/policies', ref: 'v1', commit });
    expect(stdout).toContain(`policy ${name} at commit ${commit.slice(0, 12)} (sha256:`);
    const link = `[\`${commit.slice(0, 12)}\`](${github.url}/acme/policies/commit/${commit})`;
    expect(comment).toContain(`by policy \`${name}\` at commit ${link} (`);
    expect(summary).toContain(link);
    expect(await replayed(files)).toBe(files['report']);
  });

  test('does not obey the own policy of the repository, says so, and still watches it', async () => {
    policies().tag('v1', publish({ 'npm.yml': strict }));
    const { report, exitCode, stdout, comment, files } = await act(name, {
      base: { [own]: lenient },
      head: { [own]: 'version: 1\nextends: audit\n' },
    });
    expect([exitCode, report.verdict, report.policy.unused]).toEqual([1, 'fail', own]);
    expect(stdout).toContain(`${own} of this repository is not used`);
    expect(comment).toContain(`\`${own}\` of this repository is not used`);
    expect(report.findings.flatMap(({ codes }) => codes)).toContain('policy-changed');
    expect(await replayed(files)).toBe(files['report']);
  });

  test('of the judged repository itself is watched, with the file that it extends', async () => {
    const base = { 'p.yml': 'version: 1\nextends: ./base.yml\n', 'base.yml': lenient };
    const head = { 'p.yml': 'version: 1\nextends: audit\n', 'base.yml': 'version: 1\nextends: audit\n' };
    const { report, exitCode } = await act('Octo/shop/p.yml@main', { base, head });
    expect([exitCode, report.errors, report.verdict]).toEqual([0, [], 'warn']);
    const changed = report.findings.filter(({ codes }) => codes.includes('policy-changed'));
    expect(changed.map(({ lockfile }) => lockfile).sort()).toEqual(['base.yml', 'p.yml']);
  });

  test('of another repository is not watched where a file here has its name', async () => {
    policies().tag('v1', publish({ 'npm.yml': lenient }));
    const { report } = await act(name, { base: { 'npm.yml': 'a: 1' }, head: { 'npm.yml': 'a: 2' } });
    expect(report.errors).toEqual([]);
    expect(report.findings.flatMap(({ codes }) => codes)).not.toContain('policy-changed');
  });

  test('in the usual place of the judged repository is used, and nothing else is said', async () => {
    const { report } = await act(`octo/shop/${own}@main`, { base: { [own]: lenient }, head: { [own]: strict } });
    expect([report.errors, report.policy.unused]).toEqual([[], undefined]);
    expect(report.findings.flatMap(({ codes }) => codes)).toContain('policy-changed');
  });

  test('an own policy that is none does not matter', async () => {
    policies().tag('v1', publish({ 'npm.yml': lenient }));
    const { report } = await act(name, { base: { '.github/dependency-policy.yaml': 'version: 7' } });
    expect([report.verdict, report.policy.unused]).toEqual(['warn', '.github/dependency-policy.yaml']);
  });

  test('resolves the ref once, whatever asks for it', async () => {
    publish({ 'npm.yml': `${lenient}baselines: [7.x]\n` });
    await act('acme/policies/npm.yml@main');
    const asked = github.requests.filter(({ route }) => route.includes('/git/ref/')).map(({ path }) => path);
    expect(asked.sort()).toEqual(['heads%2Fmain', 'tags%2Fmain'].map((ref) => `/repos/acme/policies/git/ref/${ref}`));
  });

  test('reads what it extends at the same commit', async () => {
    const base = `${lenient}deny: [{ package: young, reason: 'No.' }]\n`;
    const commit = publish({ 'a/npm.yml': 'version: 1\nextends: ../base.yml\n', 'base.yml': base });
    publish({ 'a/npm.yml': lenient, 'base.yml': lenient });
    const { report, exitCode, files } = await act(`acme/policies/a/npm.yml@${commit}`);
    expect([exitCode, report.errors, report.verdict]).toEqual([1, [], 'fail']);
    expect(report.findings.map(({ rule }) => rule)).toContain('deny');
    expect(await replayed(files)).toBe(files['report']);
  });

  test('reads its trusted root there too, and not from the repository that is judged', async () => {
    policies().tag('v1', publish({ 'npm.yml': `${lenient}trustedRoot: root.json\n` }));
    const { report } = await act(name, { base: { 'root.json': '{}' } });
    expect(report.errors).toMatchObject([{ code: 'configuration-invalid', path: 'root.json' }]);
    expect(report.errors[0]?.message).toContain('not in the state that the policy was read from');
  });

  test.each([
    ['a repository that the token may not see', () => undefined, /`v1` of `acme\/policies`.*App's token/],
    ['a ref that is not there', () => void publish({ 'npm.yml': lenient }), /answered 404 for the ref `v1`/],
    [
      'a ref that is a branch and a tag',
      () => {
        policies().tag('v1', publish({ 'npm.yml': lenient }));
        policies().branch('v1', publish({ 'npm.yml': strict }));
      },
      /is a branch and a tag; write `@heads\/v1` or `@tags\/v1`/,
    ],
    ['no such file', () => policies().tag('v1', publish({ 'other.yml': lenient })), /has no file `npm.yml`/],
    ['no policy', () => policies().tag('v1', publish({ 'npm.yml': 'version: 2\n' })), /`version`: expected `1`/],
    [
      'a link',
      () => {
        const files = { 'npm.yml': { symlink: 'other.yml' }, 'other.yml': lenient };
        policies().tag('v1', policies().commit({ files, branch: 'main' }));
      },
      /a symlink, which is not followed/,
    ],
    [
      'a refusal',
      () => {
        policies().tag('v1', publish({ 'npm.yml': lenient }));
        github.fail('GET /repos/{owner}/{repo}/git/ref/{ref}', { status: 403, message: 'no' });
      },
      /HTTP 403.*App's token/,
    ],
  ])('%s: an error that says what to do, never another policy', async (_title, prepare, says) => {
    prepare();
    const { report, exitCode } = await act(name, { base: { [own]: lenient } });
    expect([exitCode, report.verdict, report.changes]).toEqual([1, 'error', []]);
    expect(report.errors.map(({ code }) => code)).toEqual([expect.stringMatching(/^policy-/)]);
    expect(report.errors[0]?.message).toMatch(says);
    expect(report.errors[0]?.message ?? '').not.toContain('\n');
  });

  test('a malformed one is refused before anything is judged', async () => {
    const repository = github.repository('octo/shop');
    const tip = repository.commit({ files: sides.base, branch: 'main' });
    const pull = repository.pullRequest({ head: repository.commit({ files: sides.head, parents: [tip] }) });
    const event = pullRequestEvent(repository, pull);
    const { stdout, exitCode } = await runAction({ github, repository, event, inputs: { policy: 'acme/policies@v1' } });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/::error::The input `policy`: `acme\/policies@v1` names no policy: .*OWNER\/REPO\/PATH@REF/);
  });
});

describe('the command line', () => {
  test('watches a policy of the repository that `origin` names', async () => {
    publish({ 'npm.yml': lenient });
    const repository = gitRepository();
    const write = (files: Sides['base']) => {
      for (const [path, text] of Object.entries(files)) repository.write(path, text);
    };
    write({ ...sides.base, 'npm.yml': lenient });
    repository.commit('Start');
    repository.git('remote', 'add', 'origin', 'git@github.com:acme/policies.git');
    repository.git('checkout', '--quiet', '-b', 'change');
    write({ ...sides.head, 'npm.yml': strict });
    repository.commit('Change');
    const env = { GITHUB_TOKEN: github.token, GITHUB_API_URL: github.url };
    const args = ['--base', 'main', '--registry', registry.url, '--policy', 'acme/policies/npm.yml@main'];
    const { stdout } = await runCli(['check', ...args, '--format', 'json'], { cwd: repository.folder, env });
    const { errors, findings } = parseReport(stdout);
    expect(errors).toEqual([]);
    expect(findings.filter(({ codes }) => codes.includes('policy-changed')).map(({ lockfile }) => lockfile)).toEqual([
      'npm.yml',
    ]);
  });

  test('takes it wherever there is a policy, with GITHUB_TOKEN, and never without asking GitHub', async () => {
    const commit = publish({ 'npm.yml': lenient });
    policies().tag('v1', commit);
    const env = { GITHUB_TOKEN: github.token, GITHUB_API_URL: github.url };
    const laidOut = (['base', 'head'] as const).flatMap((side) =>
      Object.entries(sides[side]).map(([path, text]) => [`${side}/${path}`, String(text)] as const),
    );
    const folder = temporaryFolder(Object.fromEntries(laidOut));
    const ask = (args: readonly string[], given: Readonly<Record<string, string>> = env) =>
      runCli(args, { cwd: folder.path, env: given });
    const check = ['check', '--base-dir', 'base', '--head-dir', 'head', '--registry', registry.url, '--policy', name];
    try {
      const judged = await ask([...check, '--format', 'json', '--evidence-out', 'evidence.json']);
      expect([judged.status, parseReport(judged.stdout).policy]).toMatchObject([
        0,
        { source: name, ref: 'v1', commit },
      ]);
      const asked = github.requests.length;
      const again = await ask(['replay', 'evidence.json', '--format', 'json'], {});
      expect([again.stdout, github.requests.length]).toEqual([judged.stdout, asked]);
      expect((await ask(['replay', 'evidence.json', '--policy', name])).stdout).toContain(`policy ${name} at commit`);
      expect(await ask(['policy', 'check', name])).toMatchObject({ status: 0, stdout: expect.stringContaining(name) });
      const told = await ask(['policy', 'explain', name]);
      expect(told.stdout).toMatch(new RegExp(`^rules\\.cooldown\\.level = "warn" +${name}:2$`, 'm'));
      expect(await ask(check, {})).toMatchObject({ status: 2, stderr: expect.stringMatching(/GITHUB_TOKEN.*\n$/) });
      const offline = await ask([...check, '--offline']);
      expect([offline.status, offline.stderr]).toEqual([2, expect.stringContaining('--offline allows no request')]);
    } finally {
      folder.remove();
    }
  });

  test('a file of that name is not guessed at', async () => {
    const folder = temporaryFolder({ [name]: lenient, 'my@policy.yml': lenient });
    try {
      const ask = (policy: string) => runCli(['policy', 'check', policy], { cwd: folder.path });
      expect(await ask(name)).toMatchObject({ status: 2, stderr: expect.stringContaining(`\`./${name}\``) });
      expect(await ask(`./${name}`)).toMatchObject({ status: 0 });
      expect(await ask('my@policy.yml')).toMatchObject({ status: 0 });
      expect(await ask('me@policy.yml')).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('OWNER/REPO/PATH@REF'),
      });
    } finally {
      folder.remove();
    }
  });
});
