import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from '@jest/globals';

import { readGateWorkflows } from '../src/platform/doctor/gate-workflow.ts';
import { repositoryRoot } from './support/cli.ts';
import { loadPolicy } from './support/load-policy.ts';

/** Every YAML block of the recipes is a workflow that GitHub takes, or a policy that lockgate takes, as written. */

const text = readFileSync(join(repositoryRoot, 'docs/recipes.md'), 'utf8');
const blocks = [...text.matchAll(/^## ([^\n]*)$|^```yaml( policy)?\n(.*?)^```/gms)].reduce<
  { title: string; policy: boolean; content: string }[]
>((found, [, title, policy, content]) => {
  if (title !== undefined) return [...found, { title, policy: false, content: '' }];
  const current = found.findLast((block) => block.title !== '')?.title ?? '';
  return [...found, { title: current, policy: policy !== undefined, content: content ?? '' }];
}, []);
const written = blocks.filter(({ content }) => content !== '');
const workflows = written.filter(({ policy }) => !policy);

test('there are recipes', () => {
  expect(workflows.length).toBeGreaterThanOrEqual(5);
  expect(written.length - workflows.length).toBeGreaterThanOrEqual(2);
});

describe.each(workflows.map((block, at) => [`${block.title} (${at})`, block.content] as const))('%s', (_, content) => {
  const pinned = content.replaceAll('OWNER/lockgate@<40 hex>', `octo/lockgate@${'0'.repeat(40)}`);

  test('is a workflow', async () => {
    const { context, value } = parseWorkflow({ name: 'recipe.yml', content: pinned }, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  test('runs the gate, pinned, and nothing of the pull request', () => {
    const [job] = readGateWorkflows('recipe.yml', pinned) ?? [];
    expect(job?.ref).toBe('0'.repeat(40));
    expect(pinned).not.toContain('actions/checkout');
    expect(pinned).not.toContain('pull_request_target');
    if (job?.events.has('pull_request') === true) {
      expect(job).toMatchObject({ context: 'dependency-gate', filtered: false, conditions: [] });
      expect(job.types).toContain('edited');
    }
  });
});

test.each(written.filter(({ policy }) => policy).map(({ title, content }) => [title, content] as const))(
  'the policy of "%s" is one',
  (_, content) => {
    const extended = { source: 'ci/base.yml', text: 'version: 1\n' };
    expect(() => loadPolicy({ source: 'policy.yml', text: content }, { extended })).not.toThrow();
  },
);
