import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from '@jest/globals';

import { repositoryRoot, runCli, temporaryFolder } from './support/cli.ts';

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

describe('the first command', () => {
  const [line = ''] = blocks('sh');
  const args = line.trim().split(' ').slice(2);

  test('blocks the takeover, and says why', async () => {
    expect(line).toMatch(/^node dist\/cli\.js check /);
    const { status, stdout } = await runCli(args, { cwd: repositoryRoot });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Judged from recorded evidence, .*\nFAIL /);
    for (const rule of ['existence', 'cooldown', 'install-scripts', 'new-package']) {
      expect(stdout).toContain(`error[${rule}]`);
    }
  });

  test('passes the harmless change', async () => {
    const harmless = args.map((arg) => arg.replace('takeover', 'harmless'));
    const { status, stdout } = await runCli(harmless, { cwd: repositoryRoot });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Judged from recorded evidence, .*\nPASS /);
  });
});
