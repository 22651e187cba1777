import { actionsLockPath } from '../../managers/watched.ts';
import type { Problem } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import type { ExecutionRules } from './execution-rules.ts';
import type { Facts } from './facts.ts';
import type { GateWorkflow } from './gate-workflow.ts';
import type { Permissions } from './workflow-file.ts';

/** A workflow whose action can become other code. */
export function unpinned(workflow: GateWorkflow, { movable }: Facts): readonly Problem[] {
  const { path, context, ref } = workflow;
  if (ref === undefined || !movable.includes(workflow)) return [];
  return [
    {
      code: 'action-unpinned',
      level: 'warn',
      message: `${quoted(path)}, job ${quoted(context)}: ${quoted(ref)} can be moved to other code.`,
      fix: `Pin the action to the 40 hexadecimal digits of a commit, lock it in ${quoted(actionsLockPath)}, or use the tag of an immutable release.`,
    },
  ];
}

/** What is wrong with a job of the default branch that runs the gate. */
export function ofWorkflow(workflow: GateWorkflow, facts: Facts): readonly Problem[] {
  const { mergeQueue, isPrivate } = facts.protection;
  const { path, context, events, types, filtered, conditions, permissions, status } = workflow;
  const where = `${quoted(path)}, job ${quoted(context)}`;
  const problem = (code: string, level: Problem['level'], message: string, fix: string): Problem => ({
    ...{ code, level, fix },
    message: `${where}: ${message}`,
  });
  const found: Problem[] = [];
  if (!events.has('pull_request')) {
    found.push(problem('event-missing', 'error', 'it does not run on pull requests.', 'Add `pull_request` to `on`.'));
  } else if (types?.includes('edited') !== true) {
    found.push(
      problem(
        'edited-missing',
        'warn',
        'it does not run when a pull request is retargeted, which is an edit.',
        'Write `pull_request: { types: [opened, synchronize, reopened, ready_for_review, edited] }`.',
      ),
    );
  }
  if (mergeQueue && !events.has('merge_group')) {
    found.push(
      problem(
        'merge-group-missing',
        'error',
        'it does not run in the merge queue, which waits for it forever.',
        'Add `merge_group` to `on`.',
      ),
    );
  }
  if (filtered) {
    const fix = 'Remove `paths` and `branches` from `pull_request`: the gate itself detects that nothing changed.';
    found.push(problem('event-filtered', 'error', 'it does not run on every pull request.', fix));
  }
  if (conditions.length > 0) {
    const keys = conditions.map((key) => quoted(key)).join(', ');
    const fix = 'Remove them: a job that is skipped satisfies a required check.';
    found.push(problem('job-conditional', 'error', `${keys} can skip it or hide that it failed.`, fix));
  }
  found.push(...unpinned(workflow, facts));
  if (isPrivate && !may(permissions, 'pull-requests', 'read')) {
    const message =
      'its `permissions` leave out `pull-requests`. In a private repository it then cannot list the commits of a pull request, and fails where it has to.';
    found.push(
      problem('permission-missing', 'warn', message, 'Add `pull-requests: read`, or `write` for the comment.'),
    );
  }
  if (status && !may(permissions, 'statuses', 'write')) {
    const message = 'it is to set the commit status, and its `permissions` leave out `statuses: write`.';
    found.push(problem('permission-missing', 'error', message, 'Add `statuses: write`.'));
  }
  return found;
}

/** Whether a job's token may do something. Without `permissions` it is the default of the repository, which is not known. */
function may(permissions: Permissions, scope: string, access: 'read' | 'write'): boolean {
  if (permissions === undefined || permissions === 'write-all') return true;
  const given = permissions === 'read-all' ? 'read' : permissions[scope];
  return given === 'write' || (access === 'read' && given === 'read');
}

/** What an Actions policy does not allow ends as an error, and the check never reports. */
export function stoppedBy(
  { name, events: allowed, limitsActors, paths }: ExecutionRules,
  workflows: readonly GateWorkflow[],
): readonly Problem[] {
  return workflows.flatMap(({ path, context, events }): readonly Problem[] => {
    if (paths !== undefined && !paths.includes(path)) return [];
    const stopped = [...events].filter((event) => allowed?.includes(event) === false);
    if (stopped.length === 0 && !limitsActors) return [];
    const what = stopped.length > 0 ? stopped.map((event) => quoted(event)).join(', ') : 'who may start it';
    return [
      {
        code: 'policy-stops-gate',
        level: 'warn',
        message: `${quoted(path)}, job ${quoted(context)}: the Actions policy ${quoted(name)} ${stopped.length > 0 ? 'does not allow' : 'limits'} ${what}. A run that is not allowed ends as an error, and the check that a merge waits for never reports.`,
        fix: 'Allow the events of the gate, and everybody whose pull requests it has to judge, in the Actions policies of the repository or organisation.',
      },
    ];
  });
}
