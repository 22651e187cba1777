import type { Problem } from '../../model/index.ts';
import { policyPlace } from '../../policy/remote.ts';
import { quoted } from '../../text/visible.ts';
import type { ApprovalFacts } from './approvals.ts';
import { approverProblems } from './approver-problems.ts';
import type { Facts } from './facts.ts';
import { approvalsPath, outsideGates, policyPath } from './facts.ts';
import { ownersOf } from './owners.ts';

/** The same problem, where by it the approvals of the policy decide nothing. */
export function decidingNothing(problem: Problem, { approvals }: Facts): Problem {
  if (approvals === undefined || problem.level !== 'error') return problem;
  return { ...problem, message: `${problem.message} So the approvals that the policy asks for decide nothing.` };
}

/** What keeps approvals from meaning what the policy says; nothing where it names nobody. */
export function approvalProblems(facts: Facts): readonly Problem[] {
  const { approvals } = facts;
  if (approvals === undefined) return [];
  return [
    ...workflowsApprove(approvals),
    ...editable(facts),
    ...approverProblems(approvals, outsideGates(facts).running.length > 0),
  ];
}

function workflowsApprove({ workflowsApprove: may }: ApprovalFacts): readonly Problem[] {
  const name = '"Allow GitHub Actions to create and approve pull requests"';
  if (may === false) return [];
  if (may === true) {
    return [
      {
        ...{ code: 'workflows-may-approve', level: 'error' },
        message: `${name} is on: a workflow of any branch can approve a pull request, as a review that counts.`,
        fix: 'Turn it off under Settings, Actions, General; where the organisation has turned it on, there. lockgate does not need it.',
      },
    ];
  }
  return [
    {
      ...{ code: 'workflows-may-approve-unread', level: 'unknown' },
      message: `GitHub did not provide whether ${name} is on: ${may.unread}.`,
      fix: 'Run doctor with a token that may read the administration settings of this repository (Administration: read).',
    },
  ];
}

/**
 * Whether whoever gets an ordinary review can change who may approve, or the records. Where the check is the repository's own,
 * `owners-missing` and `code-owner-review-off` say so.
 */
function editable(facts: Facts): readonly Problem[] {
  const { protection, owners } = facts;
  const { running, unread } = outsideGates(facts);
  if (running.length + unread.length === 0 || !protection.isProtected) return [];
  const named = [...facts.workflows, ...running.flatMap(({ gates }) => gates)].map(({ policy = policyPath }) => policy);
  const policies = (named.length === 0 ? [policyPath] : named).flatMap((policy) => {
    const place = policyPlace(policy);
    return 'path' in place ? [place.path.replace(/^\.\//, '')] : [];
  });
  const paths = [...new Set(policies), approvalsPath];
  const open = owners === undefined ? paths : paths.filter((path) => ownersOf(owners, path).length === 0);
  const shown = (path: string) => quoted(path === approvalsPath ? '.github/dependency-approvals/' : path);
  const problem = { code: 'approvals-editable', level: 'error' } as const;
  if (open.length > 0) {
    return [
      {
        ...problem,
        message: `There is no code owner for ${open.map(shown).join(', ')}: who may approve, and what was approved, can be changed without their review.`,
        fix: 'Add a line such as `/.github/ @your-org/security` to CODEOWNERS, after any wider line.',
      },
    ];
  }
  if (protection.reviews.codeOwners !== false) return [];
  return [
    {
      ...problem,
      message: `CODEOWNERS names the owners of ${paths.map(shown).join(', ')}, but their review is not required.`,
      fix: 'Turn on "Require review from Code Owners" for the branch.',
    },
  ];
}
