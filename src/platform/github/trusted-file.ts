import type { ActionEvent } from './request.ts';

/** What says which workflow file a run is of. */
export interface RunOf {
  readonly event: ActionEvent;
  /** `owner/repo` of the run. */
  readonly fullName: string;
  /** `GITHUB_WORKFLOW_REF`: owner/repo/path@ref */
  readonly workflowRef: string | undefined;
  /** `GITHUB_REF` */
  readonly ref: string | undefined;
  /** As the event's payload names it. */
  readonly defaultBranch: string | undefined;
}

/**
 * Whether the workflow file of a run is one that no pull request writes. A file that a pull request may bring along can print
 * every secret that it is given, so a token that reads teams belongs nowhere else, and no such token is asked for. GitHub takes
 * the file from the default branch for `issue_comment`, `schedule` and `workflow_run`, from the branch for a push, and for
 * `pull_request` and `merge_group` from what is judged, unless a ruleset requires a workflow of another repository.
 */
export function runsTrustedFile({ event, fullName, workflowRef = '', ref, defaultBranch }: RunOf): boolean {
  switch (event.kind) {
    case 'issue_comment':
    case 'schedule':
    case 'workflow_run':
      return true;
    case 'push':
    case 'workflow_dispatch':
      return defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}` && event.ref === ref;
    case 'pull_request':
    case 'merge_group': {
      const [, home] = /^([\w.-]+\/[\w.-]+)\/\.github\/workflows\/[^/@]+@(?!refs\/pull\/)/.exec(workflowRef) ?? [];
      return home !== undefined && home.toLowerCase() !== fullName.toLowerCase();
    }
  }
}
