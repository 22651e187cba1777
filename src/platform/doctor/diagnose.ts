import { quoted } from '../../text/visible.ts';
import type { GateWorkflow } from './gate-workflow.ts';
import type { OwnersLine } from './owners.ts';
import { ownersOf, ownersPaths } from './owners.ts';
import type { Protection } from './protection.ts';

/** Something that keeps the check from meaning something, or may. */
export interface Ailment {
  readonly code: string;
  /** `error`: a pull request can get past the gate. `warn`: it is weaker than it need be. `unknown`: GitHub does not tell. */
  readonly level: 'error' | 'warn' | 'unknown';
  readonly message: string;
  readonly mend: string;
}

export interface Facts {
  readonly protection: Protection;
  /** The gate's jobs in the workflows of the default branch. */
  readonly workflows: readonly GateWorkflow[];
  /** Workflow files that cannot be read as YAML. */
  readonly unreadable: readonly string[];
  /** The lines of the CODEOWNERS that counts; undefined where there is none. */
  readonly owners: readonly OwnersLine[] | undefined;
}

/** GitHub Actions itself: it reports for any workflow, so a check that is pinned to it is pinned to nobody. */
export const actionsAppId = 15_368;
const policyPath = '.github/dependency-policy.yml';
const approvalsPath = '.github/dependency-approvals/record.json';

/** Everything that is wrong, worst first. */
export function diagnose(facts: Facts): readonly Ailment[] {
  const { protection, workflows, unreadable } = facts;
  const found = [
    ...required(facts),
    ...editable(facts),
    ...workflows.flatMap((workflow) => ofWorkflow(workflow, protection)),
    ...reviews(protection),
    ...protection.untold.map((what): Ailment => ({
      ...{ code: 'untold', level: 'unknown', message: `GitHub does not tell ${what}.` },
      mend: 'Run doctor with a token that may read administration settings of this repository.',
    })),
    ...unreadable.map((path): Ailment => ({
      ...{ code: 'workflow-unreadable', level: 'warn', message: `${quoted(path)} is no YAML that can be read.` },
      mend: 'Mend the workflow: GitHub does not run it as it is.',
    })),
  ];
  const rank = { error: 0, unknown: 1, warn: 2 };
  return found.sort((a, b) => rank[a.level] - rank[b.level]);
}

const outsideWorkflow = ({ protection: { workflows, repositoryId } }: Facts) =>
  workflows.find((each) => each.repositoryId !== repositoryId);

/** Whether a merge waits for the gate at all. */
function required(facts: Facts): readonly Ailment[] {
  const { protection, workflows } = facts;
  const { defaultBranch, isProtected, checks } = protection;
  if (!isProtected) {
    return [
      {
        code: 'branch-unprotected',
        level: 'error',
        message: `Nothing protects ${quoted(defaultBranch)}: anybody with write access can push to it, without a check.`,
        mend: 'Add a ruleset for the branch that requires pull requests and the check.',
      },
    ];
  }
  if (outsideWorkflow(facts) !== undefined) return [];
  const contexts = new Set(workflows.map(({ context }) => context));
  const found = checks.filter(({ context }) => contexts.has(context));
  if (workflows.length > 0 && found.length === 0) {
    return [
      {
        code: 'check-not-required',
        level: 'error',
        message: `The check ${[...contexts].map((each) => quoted(each)).join(', ')} is not required on ${quoted(defaultBranch)}: a pull request that it fails can be merged.`,
        mend: 'Require the check in the ruleset of the branch.',
      },
    ];
  }
  if (workflows.length === 0 && checks.length === 0) {
    return [
      {
        code: 'no-gate',
        level: 'error',
        message: `No workflow on ${quoted(defaultBranch)} uses lockgate, and no ruleset requires one.`,
        mend: 'Run `lockgate init`, commit what it writes, and require the check.',
      },
    ];
  }
  return found
    .filter(({ appId }) => appId === undefined)
    .map(({ context }) => ({
      code: 'check-unpinned',
      level: 'warn',
      message: `Whoever may write commit statuses can report the check ${quoted(context)}.`,
      mend: 'Choose the App that must report it where the ruleset requires the check.',
    }));
}

/** Whether a pull request can replace the gate by another job of the same name. */
function editable(facts: Facts): readonly Ailment[] {
  if (!facts.protection.isProtected || outsideWorkflow(facts) !== undefined) return [];
  const { protection, workflows, owners } = facts;
  const dedicated = protection.checks.find(({ appId }) => appId !== undefined && appId !== actionsAppId);
  const ailments: Ailment[] = [];
  if (dedicated === undefined) {
    ailments.push({
      code: 'workflow-editable',
      level: 'error',
      message:
        'The workflow that runs the gate comes from the pull request itself, which can replace it by a job of the same name that does nothing.',
      mend: 'Require the workflow by an organisation ruleset from a repository that the pull request cannot edit (best), or have a dedicated App report the check, pin the check to that App, and put `.github/` under CODEOWNERS.',
    });
  }
  const guarded = [
    policyPath,
    approvalsPath,
    ...ownersPaths.slice(0, 1),
    ...new Set(workflows.map(({ path }) => path)),
  ];
  const open = owners === undefined ? guarded : guarded.filter((path) => ownersOf(owners, path).length === 0);
  if (open.length > 0) {
    ailments.push({
      code: 'owners-missing',
      level: 'error',
      message: `Nobody owns ${open.map((path) => quoted(path)).join(', ')}: a change of the gate needs no approval of its keepers.`,
      mend: 'Add a line such as `/.github/ @your-org/security` to CODEOWNERS, after any wider line.',
    });
  } else if (protection.reviews.codeOwners === false) {
    ailments.push({
      code: 'code-owner-review-off',
      level: 'error',
      message: 'CODEOWNERS names who keeps the gate, and their review is not required.',
      mend: 'Turn on "Require review from Code Owners" for the branch.',
    });
  }
  if (typeof protection.ownersFaults === 'number' && protection.ownersFaults > 0) {
    ailments.push({
      code: 'owners-faulty',
      level: 'error',
      message: `GitHub finds ${protection.ownersFaults} faults in CODEOWNERS: lines that it cannot read protect nothing.`,
      mend: 'Mend the lines that GitHub marks when the file is opened there.',
    });
  }
  return ailments;
}

function ofWorkflow(workflow: GateWorkflow, { mergeQueue }: Protection): readonly Ailment[] {
  const { path, context, events, types, filtered, conditions, ref } = workflow;
  const where = `${quoted(path)}, job ${quoted(context)}`;
  const ailment = (code: string, level: Ailment['level'], message: string, mend: string): Ailment => ({
    ...{ code, level, mend },
    message: `${where}: ${message}`,
  });
  const found: Ailment[] = [];
  if (!events.has('pull_request')) {
    found.push(ailment('event-missing', 'error', 'it does not run on pull requests.', 'Add `pull_request` to `on`.'));
  } else if (types?.includes('edited') !== true) {
    found.push(
      ailment(
        'edited-missing',
        'warn',
        'it does not run when a pull request is retargeted, which is an edit.',
        'Write `pull_request: { types: [opened, synchronize, reopened, ready_for_review, edited] }`.',
      ),
    );
  }
  if (mergeQueue && !events.has('merge_group')) {
    found.push(
      ailment('merge-group-missing', 'error', 'the merge queue waits for it for ever.', 'Add `merge_group` to `on`.'),
    );
  }
  if (filtered) {
    const mend = 'Remove `paths` and `branches` from `pull_request`: the gate sees by itself that nothing changed.';
    found.push(ailment('event-filtered', 'error', 'it does not run on every pull request.', mend));
  }
  if (conditions.length > 0) {
    const keys = conditions.map((key) => quoted(key)).join(', ');
    const mend = 'Remove them: a job that is skipped satisfies a required check.';
    found.push(ailment('job-conditional', 'error', `${keys} can skip it or hide that it failed.`, mend));
  }
  if (ref !== undefined && !/^[0-9a-f]{40}$/.test(ref)) {
    const mend = 'Pin the action to the 40 hexadecimal digits of a commit.';
    found.push(ailment('action-unpinned', 'warn', `${quoted(ref)} can be moved to other code.`, mend));
  }
  return found;
}

function reviews({ isProtected, reviews: { dismissStale, lastPush } }: Protection): readonly Ailment[] {
  if (!isProtected) return [];
  return [
    ...(dismissStale === false
      ? ([
          {
            code: 'stale-approvals-kept',
            level: 'warn',
            message: 'An approval stays when new commits are pushed after it.',
            mend: 'Turn on "Dismiss stale pull request approvals when new commits are pushed".',
          },
        ] as const)
      : []),
    ...(lastPush === false
      ? ([
          {
            code: 'last-push-unapproved',
            level: 'warn',
            message: 'Whoever pushed last may be the one who approves.',
            mend: 'Turn on "Require approval of the most recent reviewable push".',
          },
        ] as const)
      : []),
  ];
}
