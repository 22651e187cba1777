import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runAction } from '../support/action-runner.ts';
import { pullRequestEvent } from '../support/github-events.ts';
import type { LoopbackGitHub } from '../support/loopback-github.ts';
import { startGitHub } from '../support/loopback-github.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** The input `preset` is for repositories without a policy file. Many copied workflows have it beside one. */

const path = '.github/dependency-policy.yml';
let github: LoopbackGitHub;
let registry: LoopbackRegistry;

beforeEach(async () => {
  const publishedAt = new Date(Date.now() - 24 * 3_600_000).toISOString();
  [github, registry] = await Promise.all([
    startGitHub(),
    startRegistry({ packages: { young: pkg({ '1.0.0': { publishedAt } }) } }),
  ]);
});
afterEach(async () => {
  await registry.close();
  await github.close();
});

async function act(preset: string, policy?: string) {
  const sides = adding(registry, 'young', { version: '1.0.0' });
  const own = policy === undefined ? {} : { [path]: policy };
  const repository = github.repository('octo/shop');
  const tip = repository.commit({ files: { ...sides.base, ...own }, branch: 'main' });
  repository.branch('main', tip, { protected: true });
  const head = repository.commit({ files: { ...sides.head, ...own }, parents: [tip] });
  const event = pullRequestEvent(repository, repository.pullRequest({ head }));
  const outcome = await runAction({ github, repository, event, inputs: { registry: registry.url, preset } });
  const notes = outcome.annotations.filter(({ message }) => message.includes('`preset`'));
  return { ...outcome, notes, report: parseReport(outcome.files['report'] ?? '') };
}

test('the input preset does not lower the policy that a file sets: the file wins, with one note', async () => {
  for (const policy of ['version: 1\nextends: strict\n', 'version: 1\n']) {
    const { report, exitCode, notes } = await act('audit', policy);
    expect(report.policy.source).toBe(path);
    expect(exitCode).toBe(1);
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'cooldown', level: 'error' }));
    expect(notes.map(({ message }) => message)).toEqual([
      `The input \`preset\` has no effect: the policy file \`${path}\` decides. Write \`extends\` there to choose a preset.`,
    ]);
  }
});

test('quiet row: `preset: recommended` beside a policy file changes nothing', async () => {
  const { report, exitCode } = await act('recommended', 'version: 1\nrules: { cooldown: warn, new-package: warn }\n');
  expect([exitCode, report.verdict]).toEqual([0, 'warn']);
});

test('without a file the input decides, without a note', async () => {
  const { report, exitCode, notes } = await act('audit');
  expect([report.policy.source, exitCode, notes]).toEqual(['preset audit', 0, []]);
});
