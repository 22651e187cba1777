import { policyPlace } from '../../policy/remote.ts';
import { actionsLockPath } from '../../managers/watched.ts';
import { quoted } from '../../text/visible.ts';
import type { Baselines } from './baselines.ts';
import { statusContext } from '../github/status.ts';
import type { ExecutionRules } from './execution-rules.ts';
import type { GateWorkflow } from './gate-workflow.ts';
import type { InstallJob } from './install-jobs.ts';
import type { OwnersLine } from './owners.ts';
import { ownersOf, ownersPaths } from './owners.ts';
import type { Protection } from './protection.ts';
import type { Permissions } from './workflow-file.ts';

/** Something that makes the check ineffective, or may. */
export interface Problem {
  readonly code: string;
  /** `error`: a pull request can get past the gate. `warn`: the gate is weaker than necessary. `unknown`: GitHub did not provide the setting. */
  readonly level: 'error' | 'warn' | 'unknown';
  readonly message: string;
  readonly fix: string;
}

export interface Facts {
  readonly protection: Protection;
  /** The gate's jobs in the workflows of the default branch. */
  readonly workflows: readonly GateWorkflow[];
  /** Those of them whose action can become other code. */
  readonly movable: readonly GateWorkflow[];
  readonly installs: readonly InstallJob[];
  readonly executionRules: readonly ExecutionRules[];
  /** Workflow files that are not readable as YAML. */
  readonly unreadable: readonly string[];
  /** The lines of the CODEOWNERS file that GitHub uses; undefined where there is none. */
  readonly owners: readonly OwnersLine[] | undefined;
  readonly baselines: Baselines;
}

/** GitHub Actions itself: it reports for any workflow, so pinning a check to it restricts nothing. */
export const actionsAppId = 15_368;
export const policyPath = '.github/dependency-policy.yml';
const approvalsPath = '.github/dependency-approvals/record.json';

/** Everything that is wrong, worst first. */
export function diagnose(facts: Facts): readonly Problem[] {
  const { protection, workflows, unreadable } = facts;
  const gates = gatesOf(workflows);
  const found = [
    ...required(facts),
    ...editable(facts),
    ...gates.flatMap((workflow) => ofWorkflow(workflow, facts)),
    ...workflows.filter((workflow) => !gates.includes(workflow)).flatMap((helper) => unpinned(helper, facts)),
    ...retargets(facts),
    ...facts.executionRules.flatMap((rules) => stoppedBy(rules, workflows)),
    ...facts.installs.map(unjudgedInstall),
    ...reviews(protection),
    ...baselineProblems(facts.baselines, protection),
    ...protection.unread.map((what): Problem => ({
      ...{ code: 'untold', level: 'unknown', message: `GitHub did not provide ${what}.` },
      fix: 'Run doctor with a token that may read the administration settings of this repository.',
    })),
    ...unreadable.map((path): Problem => ({
      ...{ code: 'workflow-unreadable', level: 'warn', message: `${quoted(path)} cannot be read as YAML.` },
      fix: 'Fix the workflow; GitHub does not run it as it is.',
    })),
  ];
  const rank = { error: 0, unknown: 1, warn: 2 };
  return found.sort((a, b) => rank[a.level] - rank[b.level]);
}

/** Those that judge pull requests. One that only audits, comments or reruns is no gate, unless there is no other. */
function gatesOf(workflows: readonly GateWorkflow[]): readonly GateWorkflow[] {
  const gates = workflows.filter(({ events }) => events.has('pull_request') || events.has('merge_group'));
  return gates.length > 0 ? gates : workflows;
}

const outsideWorkflow = ({ protection: { workflows, repositoryId } }: Facts) =>
  workflows.find((each) => each.repositoryId !== repositoryId);

/** Whether a merge waits for the gate at all. */
function required(facts: Facts): readonly Problem[] {
  const { protection, workflows } = facts;
  const { defaultBranch, isProtected, checks } = protection;
  if (!isProtected) {
    return [
      {
        code: 'branch-unprotected',
        level: 'error',
        message: `${quoted(defaultBranch)} is not protected: anybody with write access can push to it without a check.`,
        fix: 'Add a ruleset for the branch that requires pull requests and the check.',
      },
    ];
  }
  if (outsideWorkflow(facts) !== undefined) return [];
  const contexts = new Set(gatesOf(workflows).map(({ context, status }) => (status ? statusContext : context)));
  const found = checks.filter(({ context }) => contexts.has(context));
  if (workflows.length > 0 && found.length === 0) {
    return [
      {
        code: 'check-not-required',
        level: 'error',
        message: `The check ${[...contexts].map((each) => quoted(each)).join(', ')} is not required on ${quoted(defaultBranch)}: a pull request that fails it can be merged.`,
        fix: 'Require the check in the ruleset of the branch.',
      },
    ];
  }
  if (workflows.length === 0 && checks.length === 0) {
    return [
      {
        code: 'no-gate',
        level: 'error',
        message: `No workflow on ${quoted(defaultBranch)} uses lockgate, and no ruleset requires one.`,
        fix: 'Run `lockgate init`, commit what it writes, and require the check.',
      },
    ];
  }
  return found
    .filter(({ appId }) => appId === undefined)
    .map(({ context }) => ({
      code: 'check-unpinned',
      level: 'warn',
      message: `Anybody who may write commit statuses can report the check ${quoted(context)}.`,
      fix: 'In the ruleset that requires the check, choose the App that must report it.',
    }));
}

/** Whether a pull request can replace the gate with another job of the same name. */
function editable(facts: Facts): readonly Problem[] {
  if (!facts.protection.isProtected || outsideWorkflow(facts) !== undefined) return [];
  const { protection, workflows, owners } = facts;
  const dedicated = protection.checks.find(({ appId }) => appId !== undefined && appId !== actionsAppId);
  const problems: Problem[] = [];
  if (dedicated === undefined) {
    problems.push({
      code: 'workflow-editable',
      level: 'error',
      message:
        'The workflow that runs the gate comes from the pull request itself, which can replace it with a job of the same name that does nothing.',
      fix: 'Require the workflow in an organisation ruleset, from a repository that the pull request cannot edit (best), or have a dedicated App report the check, pin the check to that App, and put `.github/` under CODEOWNERS.',
    });
  }
  const guarded = [
    ...new Set(
      (workflows.length === 0 ? [policyPath] : workflows.map(({ policy = policyPath }) => policy)).filter(
        (policy) => 'path' in policyPlace(policy),
      ),
    ),
    approvalsPath,
    ...ownersPaths.slice(0, 1),
    ...new Set(workflows.map(({ path }) => path)),
  ];
  const open = owners === undefined ? guarded : guarded.filter((path) => ownersOf(owners, path).length === 0);
  if (open.length > 0) {
    problems.push({
      code: 'owners-missing',
      level: 'error',
      message: `There is no code owner for ${open.map((path) => quoted(path)).join(', ')}: a pull request can change the gate without its owners' approval.`,
      fix: 'Add a line such as `/.github/ @your-org/security` to CODEOWNERS, after any wider line.',
    });
  } else if (protection.reviews.codeOwners === false) {
    problems.push({
      code: 'code-owner-review-off',
      level: 'error',
      message: 'CODEOWNERS names the owners of the gate, but their review is not required.',
      fix: 'Turn on "Require review from Code Owners" for the branch.',
    });
  }
  if (typeof protection.ownersFaults === 'number' && protection.ownersFaults > 0) {
    problems.push({
      code: 'owners-faulty',
      level: 'error',
      message: `GitHub reports ${protection.ownersFaults} errors in CODEOWNERS; lines that it cannot read protect nothing.`,
      fix: 'Fix the lines that GitHub marks when the file is opened there.',
    });
  }
  return problems;
}

function unpinned(workflow: GateWorkflow, { movable }: Facts): readonly Problem[] {
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

function ofWorkflow(workflow: GateWorkflow, facts: Facts): readonly Problem[] {
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

/**
 * A required workflow runs when a pull request is opened, pushed to or reopened, whatever its `types` say, and not for events
 * of a job's own token: a retarget leaves the old result where it is. A merge queue judges again.
 */
function retargets(facts: Facts): readonly Problem[] {
  if (outsideWorkflow(facts) === undefined || facts.protection.mergeQueue) return [];
  return [
    {
      code: 'retarget-unseen',
      level: 'warn',
      message:
        'A workflow that a ruleset requires does not run when a pull request is retargeted, nor for what a job does with its own token: an older green result counts for the new base branch too.',
      fix: 'Require a merge queue for the branch, with `merge_group` among the events of the workflow, or name as `baselines` only branches that are protected like it.',
    },
  ];
}

/** What an Actions policy does not allow ends as an error, and the check never reports. */
function stoppedBy(
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

/** The gate keeps harm out of a branch; what a check of the same pull request installs has been run before that. */
function unjudgedInstall({ path, job, command, isPrivileged, secrets, permissions }: InstallJob): Problem {
  const rights = [
    secrets.length === 0
      ? 'no secret'
      : secrets[0] === 'all'
        ? 'every secret'
        : `the secrets ${secrets.map((name) => quoted(name)).join(', ')}`,
    tokenWords(permissions),
  ].join(' and ');
  const base = isPrivileged ? ' It runs on `pull_request_target`, with these rights for forks too.' : '';
  return {
    code: 'installs-unjudged',
    level: 'warn',
    message: `${quoted(path)}, job ${quoted(job)}: it installs what a pull request locks (${quoted(command)}) without waiting for the gate, with ${rights}.${base}`,
    fix: 'Run the gate as a job of the same workflow and let this one need it (`needs: dependency-gate`), or take away what code of a stranger must not have: its secrets and every permission to write.',
  };
}

function tokenWords(permissions: Permissions): string {
  if (permissions === undefined) return "a token with the repository's default permissions";
  if (permissions === 'write-all') return 'a token that may write everything';
  const writes =
    permissions === 'read-all' ? [] : Object.keys(permissions).filter((scope) => permissions[scope] === 'write');
  if (writes.length === 0) return 'a token that can only read';
  return `a token that may write ${writes.map((scope) => quoted(scope)).join(', ')}`;
}

function reviews({ isProtected, reviews: { dismissStale, lastPush } }: Protection): readonly Problem[] {
  if (!isProtected) return [];
  return [
    ...(dismissStale === false
      ? ([
          {
            code: 'stale-approvals-kept',
            level: 'warn',
            message: 'An approval stays valid when new commits are pushed after it.',
            fix: 'Turn on "Dismiss stale pull request approvals when new commits are pushed".',
          },
        ] as const)
      : []),
    ...(lastPush === false
      ? ([
          {
            code: 'last-push-unapproved',
            level: 'warn',
            message: 'The person who pushed last can also be the one who approves.',
            fix: 'Turn on "Require approval of the most recent reviewable push".',
          },
        ] as const)
      : []),
  ];
}

/** Branches that are named in one message; a repository may have hundreds. */
const named = 10;

function baselineProblems(
  { undeclared, missing, unprotected, unread }: Baselines,
  { defaultBranch }: Protection,
): readonly Problem[] {
  const list = (names: readonly string[]) =>
    names
      .slice(0, named)
      .map((name) => quoted(name))
      .join(', ') + (names.length > named ? ` and ${names.length - named} more` : '');
  const problems: Problem[] = [];
  if (missing.length > 0) {
    problems.push({
      code: 'baseline-missing',
      level: 'error',
      message: `The policy names ${list(missing)} in \`baselines\`, but there is no such branch: whoever may push can create it with anything in its lockfile, and that counts as the past.`,
      fix: 'Remove from `baselines` what is not a branch any more.',
    });
  }
  if (unprotected.length > 0) {
    problems.push({
      code: 'baseline-unprotected',
      level: 'error',
      message: `The policy names ${list(unprotected)} in \`baselines\`, but no rule keeps a push away: anybody with write access can change what it locks without a check, and that counts as the past.`,
      fix: 'Add a ruleset for the branch that requires pull requests and the check.',
    });
  }
  if (undeclared.length > 0) {
    const line = `baselines: [${undeclared
      .slice(0, named)
      .map((name) => JSON.stringify(name))
      .join(', ')}]`;
    problems.push({
      code: 'baselines-undeclared',
      level: 'warn',
      message: `${list(undeclared)} look like maintained branches, but the policy does not name them as baselines: a pull request into one of them is also compared with ${quoted(defaultBranch)}.`,
      fix: `If you maintain them and protect them as ${quoted(defaultBranch)}, add ${quoted(line)} to ${quoted(policyPath)} on ${quoted(defaultBranch)}.`,
    });
  }
  if (unread !== undefined) {
    problems.push({
      ...{ code: 'untold', level: 'unknown', message: `GitHub did not provide the branches: ${unread}.` },
      fix: 'Run doctor with a token that may read the contents of this repository.',
    });
  }
  return problems;
}
