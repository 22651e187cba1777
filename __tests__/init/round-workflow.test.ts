import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { gatePath } from '../../src/init/files.ts';
import { roundText, workflowText } from '../../src/init/workflows.ts';
import { parseEvent } from '../../src/platform/github/event.ts';
import { isAsked } from '../../src/platform/github/round/asked.ts';
import { repositoryRoot } from '../support/cli.ts';
import { issueCommentEvent, scheduleEvent, workflowRunEvent } from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import type { Person } from '../support/github-repository.ts';
import { actionsBot, LoopbackRepository } from '../support/github-repository.ts';
import { editComment, person } from '../support/github-talk.ts';

/** The round's workflow as `init` and the recipe have it, read by GitHub's own parser and evaluator of expressions. */

interface Job {
  readonly if: string;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly steps: readonly { readonly uses: string; readonly with?: Readonly<Record<string, unknown>> }[];
}
const workflow = parse(roundText) as {
  readonly name: string;
  readonly on: object;
  readonly permissions: object;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
};

const shop = new LoopbackRepository('octo/shop', 7000, 'main');
const tip = shop.commit({ files: { a: 'a' }, branch: 'main' });
const pull = shop.pullRequest({ head: shop.commit({ files: { a: 'b' }, parents: [tip] }) });
const [ann, zoe] = [person('ann', 20), person('zoe', 60)];

/** What an expression of the workflow comes to for an event, as GitHub reads it. */
function evaluated(expression: string, { name, payload }: RunnerEvent): unknown {
  const github = { event_name: name, repository: 'octo/shop', event: payload };
  const context = JSON.parse(JSON.stringify({ github }), data.reviver) as data.Dictionary;
  const { tokens } = new Lexer(expression).lex();
  return new Evaluator(new Parser(tokens, ['github'], []).parse(), context).evaluate();
}
const jobsFor = (event: RunnerEvent) =>
  Object.entries(workflow.jobs).flatMap(([name, job]) => {
    const result = evaluated(job.if, event) as data.ExpressionData;
    return result.kind === data.Kind.Boolean && result.value ? [name] : [];
  });

test('GitHub takes it, and the recipe is the same', async () => {
  const content = roundText.replaceAll('OWNER/lockgate@<40 hex>', `octo/lockgate@${'0'.repeat(40)}`);
  const { context, value } = parseWorkflow({ name: 'round.yml', content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  const recipes = readFileSync(join(repositoryRoot, 'docs/recipes.md'), 'utf8');
  expect(recipes).toContain(`\`\`\`yaml\n${roundText.replace(/^(?:#.*\n)+/, '')}\`\`\``);
});

test('it has the events and the permissions of its purpose, and checks nothing out', () => {
  expect(workflow.on).toEqual({
    issue_comment: { types: ['created', 'edited', 'deleted'] },
    workflow_run: { workflows: [(parse(workflowText) as { name: string }).name], types: ['completed'] },
    schedule: [{ cron: '17 4 * * *' }],
  });
  expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write', actions: 'write' });
  expect(Object.keys(workflow.jobs)).toEqual(['decide', 'tell', 'daily']);
  for (const { steps, ...job } of Object.values(workflow.jobs)) {
    expect(job).not.toHaveProperty('permissions');
    expect(steps.map(({ uses }) => uses)).toEqual(['OWNER/lockgate@<40 hex>']);
  }
  const paths = ['decide', 'daily'].map((name) => workflow.jobs[name]?.steps[0]?.with?.['gate-workflow']);
  expect(paths).toEqual([gatePath, gatePath]);
});

test('nothing of a comment is expanded but numbers', () => {
  const expanded = [...roundText.matchAll(/\$\{\{ (.*?) \}\}/g)].map(([, text]) => text);
  expect(expanded).toEqual(['github.event.issue.number', 'github.event.comment.user.id']);
});

test('a comment waits behind those of its author alone, and ends nobody’s run', () => {
  const { concurrency } = workflow.jobs['decide'] ?? {};
  expect(workflow.concurrency).toBeUndefined();
  expect(concurrency?.['cancel-in-progress']).toBe(false);
  const groupOf = (who: Person) => {
    const event = issueCommentEvent(shop, pull, shop.comment(pull, who, '/deny x@1 no'));
    return (concurrency?.group ?? '').replaceAll(/\$\{\{ (.*?) \}\}/g, (_, text: string) =>
      (evaluated(text, event) as data.ExpressionData).coerceString(),
    );
  };
  expect([groupOf(ann), groupOf(zoe)]).toEqual(['dependency-round-1-20', 'dependency-round-1-60']);
});

describe('a comment starts', () => {
  const words = ['/approve x@1 a/b 00', '/approve-file x 00', '/deny x@1 no', '/withdraw x@1', '/lockgate check'];
  const others = ['Hello.', 'I /approve it', '> /deny x@1 no', '', ' /approve x@1 a/b 00', '/retest'];
  const said = (who: Person | null, body: string, change: Parameters<typeof issueCommentEvent>[3] = {}) =>
    issueCommentEvent(shop, pull, shop.comment(pull, who, body), change);
  const closed = (event: () => RunnerEvent) => {
    pull.state = 'closed';
    const made = event();
    pull.state = 'open';
    return made;
  };

  test.each<[string, readonly string[], RunnerEvent]>([
    ...words.map((body) => [body, ['decide'], said(ann, body)] as [string, string[], RunnerEvent]),
    ...words.map((body) => [`${body} deleted`, ['decide'], said(ann, body, { action: 'deleted' })] as const),
    ...words.map((from) => [`${from} edited`, ['decide'], said(ann, 'Oh.', { action: 'edited', from })] as const),
    ...others.map((body) => [`${body} `, [], said(ann, body)] as const),
    ...others.map((from) => [`${from} edited`, [], said(ann, 'Oh.', { action: 'edited', from })] as const),
    ...words.map((body) => [`${body} by an App`, [], said(actionsBot, body)] as const),
    ...words.map((body) => [`${body} by nobody`, [], said(null, body)] as const),
    ...words.map((body) => [`${body} on an issue`, [], said(ann, body, { isPull: false })] as const),
    ...words.map((body) => {
      const jobs = body.startsWith('/deny') ? ['decide'] : [];
      return [`${body} on a closed pull request`, jobs, closed(() => said(ann, body))] as const;
    }),
    ['/DENY in capitals', ['decide'], said(ann, '/DENY x@1 no')],
    ['/deny before a tab', ['decide'], said(ann, '/deny\tx@1 no')],
  ] as [string, string[], RunnerEvent][])('%s: %j', (_, jobs, event) => {
    expect(jobsFor(event)).toEqual(jobs);
    // The action looks again, and never finds less than the condition keeps out.
    const { event: parsed } = parseEvent(event.name, event.payload);
    expect(parsed.kind === 'issue_comment' && isAsked(parsed)).toBe(jobs.length > 0);
  });

  test('a word of another tool that begins like ours costs a job and no request', () => {
    const event = said(ann, '/approve');
    const { event: parsed } = parseEvent(event.name, event.payload);
    expect([jobsFor(event), parsed.kind === 'issue_comment' && isAsked(parsed)]).toEqual([['decide'], false]);
  });
});

test('the other events start one job each, and a run on a branch of this repository none', () => {
  const named = (name: string | null): RunnerEvent => {
    const event = workflowRunEvent(shop, pull);
    const { workflow_run: run } = event.payload as { workflow_run: Record<string, unknown> };
    return { ...event, payload: { workflow_run: { ...run, head_repository: name && { full_name: name } } } };
  };
  expect(jobsFor(scheduleEvent(shop))).toEqual(['daily']);
  expect(jobsFor(named('zoe/shop'))).toEqual(['tell']);
  expect(jobsFor(named('octo/shop'))).toEqual([]);
  // The fork is gone.
  expect(jobsFor(named(null))).toEqual([]);
  const pushed = named('zoe/shop').payload as { workflow_run: object };
  const payload = { workflow_run: { ...pushed.workflow_run, event: 'push' } };
  expect(jobsFor({ ...workflowRunEvent(shop, pull), payload })).toEqual([]);
});

test('an edit by somebody else is about the words of the author', () => {
  const comment = shop.comment(pull, ann, '/approve x@1 a/b 00');
  editComment(shop, comment, zoe, 'Thanks!');
  expect(jobsFor(issueCommentEvent(shop, pull, comment, { action: 'edited', from: '/approve x@1 a/b 00' }))).toEqual([
    'decide',
  ]);
});
