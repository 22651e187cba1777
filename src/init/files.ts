import { auditText, commentText, rerunText, roundText, silentWorkflowText, workflowText } from './workflows.ts';

/** Who works on a repository. */
export const audiences = ['person', 'team'] as const;
export type Audience = (typeof audiences)[number];

export const policyPath = '.github/dependency-policy.yml';
export const gatePath = '.github/workflows/dependency-gate.yml';
const commentPath = '.github/workflows/dependency-gate-comment.yml';
const rerun = { path: '.github/workflows/dependency-rerun.yml', text: rerunText };

/** A workflow to write. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The workflows for a person: the check alone; for a team, whose pull requests also come from forks: with the one that writes
 * comments there, the hourly rerun and the daily audit.
 * @param audience undefined where nobody said: the check and the rerun
 * @param isOpen whether people may approve: for a team a round then runs the check again when they do, and comments on forks
 */
export function workflowsFor(audience: Audience | undefined, isOpen = false): readonly WorkflowFile[] {
  if (audience === 'person') return [{ path: gatePath, text: workflowText }];
  if (audience === undefined) return [{ path: gatePath, text: workflowText }, rerun];
  const commenting = isOpen
    ? [
        { path: gatePath, text: workflowText },
        { path: '.github/workflows/dependency-round.yml', text: roundText },
      ]
    : [
        { path: gatePath, text: silentWorkflowText },
        { path: commentPath, text: commentText },
      ];
  return [...commenting, rerun, { path: '.github/workflows/dependency-audit.yml', text: auditText }];
}

/** What a person alone is told of what a team has besides. */
export const personWords =
  'For one person these two files are enough. When others join, `lockgate init --for team` adds code owners, comments on forks, the hourly rerun and the daily audit. Until then, rerun a check that had to wait by hand.';

/** What a team is told whose check is there already. */
export const commentsTwiceWords =
  'The check that is kept comments by itself: if dependency-gate-comment.yml is to do it, set `comment: false` in dependency-gate.yml.';
