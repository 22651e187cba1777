import type { Problem } from '../../model/index.ts';
import { policyPlace } from '../../policy/remote.ts';
import { quoted } from '../../text/visible.ts';
import { approvalProblems, decidingNothing } from './approval-problems.ts';
import { baselineProblems } from './baseline-problems.ts';
import type { Facts } from './facts.ts';
import { approvalsPath, contextsOf, gateChecks, gatesOf, outsideGates, policyPath } from './facts.ts';
import { unjudgedInstall } from './install-problems.ts';
import { ownersOf, ownersPaths } from './owners.ts';
import type { Protection } from './protection.ts';
import { bypassProblems } from './requirements.ts';
import { ofStep } from './step-problems.ts';
import { ofWorkflow, stoppedBy, unpinned } from './workflow-problems.ts';

/** GitHub Actions itself: it reports for any workflow, so pinning a check to it restricts nothing. */
export const actionsAppId = 15_368;

/** Everything that is wrong, worst first. */
export function diagnose(facts: Facts): readonly Problem[] {
  const { protection, workflows, unreadable } = facts;
  const gates = gatesOf(workflows);
  const found = [
    ...required(facts).map((problem) => decidingNothing(problem, facts)),
    ...editable(facts),
    ...bypassProblems(facts),
    ...outsideProblems(facts),
    ...gates.flatMap((workflow) => ofWorkflow(workflow, facts)),
    ...(outsideGates(facts).running.length > 0 ? [] : gates.flatMap((workflow) => ofStep(workflow, facts))),
    ...workflows.filter((workflow) => !gates.includes(workflow)).flatMap((helper) => unpinned(helper, facts)),
    ...retargets(facts),
    ...facts.executionRules.flatMap((rules) => stoppedBy(rules, workflows)),
    ...facts.installs.map(unjudgedInstall),
    ...reviews(protection),
    ...baselineProblems(facts.baselines, protection),
    ...approvalProblems(facts),
    ...protection.unread.map((what): Problem => ({
      ...{ code: 'untold', level: 'unknown', message: `GitHub did not provide ${what}.` },
      fix: 'Run doctor with a token that may read the administration settings of this repository.',
    })),
    ...unreadable.map((path): Problem => ({
      ...{ code: 'workflow-unreadable', level: 'warn', message: `${quoted(path)} cannot be read as YAML.` },
      fix: 'Fix the workflow; GitHub does not run it as it is.',
    })),
  ];
  const rank = { error: 0, unknown: 1, warn: 2, note: 3 };
  return found.sort((a, b) => rank[a.level] - rank[b.level]);
}

/** Whether a workflow from elsewhere decides: one that runs the gate, or one of which it is not known. */
function isSettledOutside(facts: Facts): boolean {
  const { running, unread } = outsideGates(facts);
  return running.length + unread.length > 0;
}

/** Whether a merge waits for the gate at all. */
function required(facts: Facts): readonly Problem[] {
  const { protection, workflows } = facts;
  const { defaultBranch, isProtected, isWithoutRules } = protection;
  if (isWithoutRules) {
    return [
      {
        code: 'plan-without-rules',
        level: 'error',
        message:
          'The plan of the owner enforces no branch protection and no ruleset in a private repository: whatever is required there, a pull request that fails the check can be merged.',
        fix: 'Move the owner to a plan that enforces them in private repositories, or make the repository public.',
      },
    ];
  }
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
  if (isSettledOutside(facts)) return [];
  const found = gateChecks(facts);
  if (workflows.length > 0 && found.length === 0) {
    return [
      {
        code: 'check-not-required',
        level: 'error',
        message: `The check ${[...contextsOf(workflows)].map((each) => quoted(each)).join(', ')} is not required on ${quoted(defaultBranch)}: a pull request that fails it can be merged.`,
        fix: 'Require the check in the ruleset of the branch.',
      },
    ];
  }
  if (found.length === 0) {
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
  if (!facts.protection.isProtected || isSettledOutside(facts)) return [];
  const { protection, workflows, owners } = facts;
  const dedicated = gateChecks(facts).find(({ appId }) => appId !== undefined && appId !== actionsAppId);
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

/** What is wrong with a workflow that a ruleset requires from another repository. Its `types` and filters do not count. */
function outsideProblems(facts: Facts): readonly Problem[] {
  const { running, unread } = outsideGates(facts);
  if (running.length === 0) {
    return unread.map(({ required: { path, repositoryId }, repository, unread: why = '' }) => ({
      code: 'required-workflow-unread',
      level: 'unknown',
      message: `A ruleset requires the workflow ${quoted(path)} of ${repository === undefined ? `the repository with the id ${repositoryId}` : quoted(repository)}, and whether it runs lockgate is not known: ${why}.`,
      fix: 'Run doctor with a token that may read the contents of that repository (Contents: read).',
    }));
  }
  const counting = new Set(['event-missing', 'merge-group-missing', 'job-conditional', 'permission-missing']);
  const open = new Set(running.flatMap(({ isOpen, repository = '' }) => (isOpen ? [repository] : [])));
  const changeable = [...open].map((repository): Problem => ({
    code: 'required-workflow-unprotected',
    level: 'warn',
    message: `No rule keeps a push away from the branch of ${quoted(repository)} that the required workflow is read from: everybody with write access there can replace the gate of every repository that requires it.`,
    fix: 'Protect that branch by a ruleset that requires pull requests and a review by the code owners, or pin the workflow to a commit.',
  }));
  const found = running
    .flatMap(({ gates }) => gatesOf(gates).flatMap((gate) => ofWorkflow(gate, facts)))
    .filter(({ code }) => counting.has(code));
  const ofSteps = running.flatMap(({ gates }) => gatesOf(gates).flatMap((gate) => ofStep(gate, facts)));
  return [...found, ...ofSteps, ...changeable];
}

/**
 * A required workflow runs when a pull request is opened, pushed to or reopened, whatever its `types` say, and not for events
 * of a job's own token: a retarget leaves the old result where it is. A merge queue judges again.
 */
function retargets(facts: Facts): readonly Problem[] {
  if (outsideGates(facts).running.length === 0 || facts.protection.mergeQueue) return [];
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
