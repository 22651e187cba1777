import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from '@jest/globals';

import { repositoryRoot, runCli, temporaryFolder } from './support/cli.ts';
import { gitRepository } from './support/git-repository.ts';

/** What the README tells people to paste and to run does what it says, as written. */

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);

async function workflowErrors(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

describe('the workflows', () => {
  test("the README's is one", async () => {
    const [workflow = ''] = blocks('yaml');
    const pinned = workflow.replace('OWNER/lockgate@<40 hex>', `octo/lockgate@${'0'.repeat(40)}`);
    expect(pinned).not.toBe(workflow);
    expect(await workflowErrors('README.md', pinned)).toEqual([]);
  });

  const folder = join(repositoryRoot, '.github/workflows');
  test.each(readdirSync(folder))('%s is one', async (name) => {
    expect(await workflowErrors(name, readFileSync(join(folder, name), 'utf8'))).toEqual([]);
  });
});

test("the README's policy is valid", async () => {
  const folder = temporaryFolder({ 'policy.yml': blocks('yaml')[1] ?? '' });
  try {
    const { status, stdout, stderr } = await runCli(['policy', 'check', 'policy.yml', '--now', '2026-11-23'], {
      cwd: folder.path,
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('a valid policy without warnings');
  } finally {
    folder.remove();
  }
});

/** An npm that is configured for another registry, by its strongest level. */
const env = { npm_config_registry: 'https://npm.corp.example/' };

describe('the first page', () => {
  const commands = blocks('sh').map((line) => line.trim());

  test('shows of a verified package what explain prints', async () => {
    const line = commands.find((each) => each.includes(' explain ')) ?? '';
    const { status, stdout, stderr } = await runCli(line.split(' ').slice(2), { cwd: repositoryRoot, env });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.match(/^ +(?:warning|error)\[/gm)).toHaveLength(1);
    const [shown = ''] = blocks('text');
    const printed = stdout.split('\n').map((each) => each.trim());
    expect(shown).toContain('provenance: verified');
    expect(shown).toContain('warning[source-identity]');
    // Lines of what is printed, in order, cut at their end.
    let at = 0;
    for (const each of shown.trimEnd().split('\n')) {
      at = printed.findIndex((other, index) => index >= at && other.startsWith(each.trim())) + 1;
      expect([each, at]).not.toEqual([each, 0]);
    }
  });

  test('rehearses a repository without configuration, token or installation', async () => {
    const line = commands.find((each) => each.includes(' --history ')) ?? '';
    expect(line).toBe('node dist/cli.js check --history 20 --repo ../your-repository');
    const repository = gitRepository();
    repository.write('package-lock.json', '{ "name": "a", "lockfileVersion": 3, "packages": {} }');
    repository.commit();
    repository.write('package-lock.json', '{ "name": "b", "lockfileVersion": 3, "packages": {} }');
    repository.commit();
    const args = line.replace('../your-repository', repository.folder).split(' ').slice(2);
    const { status, stdout, stderr } = await runCli(args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('In all: 1 pass.');
  });
});

describe('the command that judges the example', () => {
  const line = blocks('sh').find((each) => each.includes('examples/takeover')) ?? '';
  const args = line.trim().split(' ').slice(2);

  test('blocks the takeover, and says why', async () => {
    expect(line).toMatch(/^node dist\/cli\.js check /);
    const { status, stdout } = await runCli(args, { cwd: repositoryRoot, env });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Judged from recorded evidence, .*\nFAIL /);
    for (const rule of ['existence', 'cooldown', 'install-scripts', 'new-package']) {
      expect(stdout).toContain(`error[${rule}]`);
    }
  });

  test('passes the harmless change', async () => {
    const harmless = args.map((arg) => arg.replace('takeover', 'harmless'));
    const { status, stdout } = await runCli(harmless, { cwd: repositoryRoot, env });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Judged from recorded evidence, .*\nPASS /);
  });
});

test('npx of the packed file never stops to ask whether to proceed', () => {
  const pages = readdirSync(join(repositoryRoot, 'docs')).filter((name) => name.endsWith('.md'));
  const texts = ['README.md', ...pages.map((name) => `docs/${name}`)].map((path) =>
    readFileSync(join(repositoryRoot, path), 'utf8'),
  );
  const lines = texts.flatMap((text) => text.match(/npx [^`\n]*lockgate-[^`\n]*\.tgz/g) ?? []);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.filter((line) => !line.startsWith('npx --yes --offline ./lockgate-'))).toEqual([]);
});

describe('the tables', () => {
  const [, usage = ''] = blocks('text');

  test('name every command that the help has, with what an organisation needs', async () => {
    const { stdout } = await runCli(['--help']);
    const listed = /Commands\n(.*?)\nFlags/s.exec(stdout)?.[1] ?? '';
    const commands = [...listed.matchAll(/^ {2}([a-z]+)(?: ([a-z]+))?/gm)];
    expect(commands.length).toBeGreaterThan(9);
    for (const [, command = '', second = ''] of commands) {
      expect(usage).toMatch(new RegExp(`^lockgate ${command} .*${second}`, 'm'));
    }
    for (const flag of ['--compare-policy', '--compare-preset', '--org', '--from', '--for', '--rule']) {
      expect(usage).toContain(flag);
    }
  });

  test('and the organisation is found', () => {
    const [, section = ''] = /^## One policy for 300 repositories\n(.*?)^## /ms.exec(readme) ?? [];
    for (const named of ['policy: acme/policies/npm.yml@main', 'policy test', '--compare-policy', 'doctor --org']) {
      expect(section).toContain(named);
    }
  });

  test('say that the input `policy` may be of another repository', () => {
    expect(readme).toMatch(/^\| `policy` .*`OWNER\/REPO\/PATH@REF`/m);
  });
});

describe('what init writes, by who is asked', () => {
  const workflows = 'dependency-gate.yml';
  test.each<[string, readonly string[], readonly string[]]>([
    ['one person', ['--for', 'person'], [workflows]],
    [
      'a team',
      ['--for', 'team'],
      [workflows, 'dependency-gate-comment.yml', 'dependency-rerun.yml', 'dependency-audit.yml'],
    ],
    ['a pipe', [], [workflows, 'dependency-rerun.yml']],
  ])('%s', async (who, args, files) => {
    const folder = temporaryFolder({ 'package.json': '{}' });
    try {
      const { stdout } = await runCli(['init', ...args, '--offline'], { cwd: folder.path });
      expect(readdirSync(join(folder.path, '.github/workflows')).sort()).toEqual([...files].sort());
      expect(readdirSync(join(folder.path, '.github'))).toContain('dependency-policy.yml');
      expect(/CODEOWNERS/.test(stdout.replaceAll(/^For one person.*$/gm, ''))).toBe(who !== 'one person');
    } finally {
      folder.remove();
    }
    expect(readme).toContain(
      'files are enough for one person; a team gets comments on forks, an hourly rerun, a daily audit and CODEOWNERS lines too',
    );
  });
});
