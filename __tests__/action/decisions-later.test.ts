import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { runAction } from '../support/action-runner.ts';
import { ann, eve, startProject } from '../support/decided-project.ts';
import type { DecidedProject } from '../support/decided-project.ts';
import { scheduleEvent, workflowRunEvent } from '../support/github-events.ts';

/** The runs that judge a pull request again count what was decided about it. */

const workflow = '.github/workflows/dependency-gate.yml';
let project: DecidedProject;
beforeEach(async () => {
  project = await startProject();
});
afterEach(() => project.close());

test('a scheduled run runs a check again once somebody has approved, and not before', async () => {
  const { github, repository, registry } = project;
  const pull = project.propose(project.locking('a', 'young'));
  const [line = ''] = await project.linesOf(pull);
  repository.runs = [{ id: 11, headSha: pull.head, path: workflow, conclusion: 'failure' }];
  const scheduled = () =>
    runAction({
      ...{ github, repository, event: scheduleEvent(repository) },
      inputs: { registry: registry.url, rerun: 'true', audit: 'false' },
      token: github.issueToken({ actions: 'write' }),
      env: { GITHUB_WORKFLOW_REF: `octo/shop/${workflow}@refs/heads/main` },
    });
  await scheduled();
  expect(repository.rerun).toEqual([]);
  project.say(pull, eve, line);
  await scheduled();
  expect(repository.rerun).toEqual([]);
  project.say(pull, ann, line);
  await scheduled();
  expect(repository.rerun).toEqual([11]);
});

test('the run that comments for another workflow says who approved', async () => {
  const pull = project.propose(project.locking('a', 'young'));
  const [line = ''] = await project.linesOf(pull);
  project.say(pull, ann, `${line} I read all of it.`);
  await project.run(workflowRunEvent(project.repository, pull));
  expect(pull.comments[0]?.body).toContain('I read all of it.');
});
