import type { RemotePolicy } from '../../policy/remote.ts';

/** What the action was asked to do: `inputs.ts` reads it from environment, inputs and event payload. */
export interface ActionRequest {
  readonly owner: string;
  readonly repo: string;
  readonly repositoryId: number;
  /** `GITHUB_SHA`: on `pull_request` the test-merge commit, elsewhere the commit of the event. */
  readonly sha: string;
  /** `GITHUB_REF`: the full ref of `sha`; absent where the runner gives none. */
  readonly ref?: string;
  readonly event: ActionEvent;
  /** REST root without a trailing slash. */
  readonly apiUrl: string;
  readonly token: string;
  /** `GITHUB_SERVER_URL` without a trailing slash; absent where the runner does not say. */
  readonly serverUrl?: string;
  /** The workflow of this run, `owner/repo/path@ref`; absent where the runner does not say. */
  readonly workflowRef?: string;
  /** The page of this run, for people; absent where the runner does not say. */
  readonly runUrl?: string;
  /** `GITHUB_RUN_ID`; absent where the runner does not say. */
  readonly runId?: number;
  /** The path of the workflow that runs this; absent where the runner does not say. */
  readonly ownWorkflow?: string;
  /** Whether its file is one that no pull request writes: teams are asked for there alone. Absent: no. */
  readonly isTrustedFile?: true;
  /** The folder with the rules' pages at the commit that runs; absent where the action is not from another repository. */
  readonly rulesUrl?: string;
  /** The page of the action's own repository; absent where the action is not from another repository. */
  readonly projectUrl?: string;
  readonly inputs: ActionInputs;
  /** The step summary's file; absent where the runner gives none. */
  readonly summaryFile?: string;
  /** The outputs' file; absent where the runner gives none. */
  readonly outputFile?: string;
}

/** An event that itself says what to judge. */
export type JudgedEvent = Exclude<ActionEvent, WorkflowRunEvent | IssueCommentEvent>;
export type JudgedRequest = ActionRequest & { readonly event: JudgedEvent };

export interface ActionInputs {
  /** The policy's path from the repository's root. */
  readonly policyPath: string;
  /** The policy of another repository, which is used instead. */
  readonly remotePolicy?: RemotePolicy;
  /** Whether the workflow names that path: without a file there, nobody would know that the preset applies. */
  readonly isPolicyNamed: boolean;
  readonly preset?: 'audit' | 'attacks' | 'recommended' | 'strict';
  /** Replaces the public registry for this run. Checked where it is used. */
  readonly registry?: string;
  /** The OSV API to ask if the policy names OSV. Checked where it is used. */
  readonly osv?: string;
  /** Fetch the current trust seeds instead of using the embedded ones. */
  readonly refreshTrust: boolean;
  readonly comment: boolean;
  /** Whether to mark lines of the diff by a review. */
  readonly review: boolean;
  /** Whether lines are annotated by workflow commands, ten of each level, or by a check run of their own. */
  readonly annotations: 'commands' | 'check';
  /** Whether to write a SARIF report, and whether to hand it to code scanning too. */
  readonly sarif: 'none' | 'file' | 'upload';
  /** Whether a commit status is set too, which can stay undecided while a change only waits. */
  readonly status: boolean;
  /** On a schedule with `rerun`: whether to audit what is locked too. */
  readonly audit: boolean;
  /** On a schedule: the workflow whose failed checks are run again where they would pass. */
  readonly rerun?: string;
  /** On a push: whether to write the documents about what came in, and whether to sign them. Absent: no. */
  readonly admissions?: 'file' | 'sign';
  readonly admissionsFile?: string;
  /** The workflow that holds the check, as the workflow of this run names it. On a schedule: whose green checks are judged again. */
  readonly gateWorkflow?: string;
  /** Absolute paths in the runner's temporary folder. */
  readonly reportFile: string;
  readonly evidenceFile: string;
  readonly recordsFolder: string;
  readonly sarifFile: string;
}

export type ActionEvent =
  | PullRequestEvent
  | MergeGroupEvent
  | PushEvent
  | { readonly kind: 'schedule' }
  | WorkflowDispatchEvent
  | WorkflowRunEvent
  | IssueCommentEvent;

export interface PullRequestEvent {
  readonly kind: 'pull_request';
  readonly number: number;
  /** The tip of the pull request's own branch when the event happened. */
  readonly headSha: string;
  /** The name of that branch. Third-party text. */
  readonly headRef: string;
  readonly baseRef: string;
  /** Whether the head is in another repository (or a deleted one), so that the token can only read. */
  readonly fork: boolean;
  /** The repository of the head; absent where the event does not say, and once the fork is deleted. */
  readonly headRepository?: number;
  readonly author: { readonly login: string; readonly id: number; readonly type: string };
  /** Whether the author contributes for the first time, as far as GitHub says. A hint for words, and never an identity. */
  readonly isFirstTime?: boolean;
}

export interface MergeGroupEvent {
  readonly kind: 'merge_group';
  /** The entry of the queue in front of this one, which has not landed; the target branch's tip where there is none. */
  readonly baseSha: string;
  readonly headSha: string;
  /** The full ref of the target branch: `refs/heads/main`. */
  readonly baseRef: string;
  /** The queue's own ref of this entry, which names its pull request. */
  readonly headRef: string;
}

export interface PushEvent {
  readonly kind: 'push';
  /** The full ref: `refs/heads/main`. */
  readonly ref: string;
  /** Absent for a new branch or tag. */
  readonly before?: string;
  /** Absent where the branch or tag was deleted. */
  readonly after?: string;
}

export interface WorkflowDispatchEvent {
  readonly kind: 'workflow_dispatch';
  /** The full ref that the run was started on. */
  readonly ref: string;
}

/** Another workflow has run on a pull request. This one runs from the default branch, with a token that may write. */
export interface WorkflowRunEvent {
  readonly kind: 'workflow_run';
  /** What the other workflow ran on. */
  readonly headSha: string;
  readonly headBranch: string;
  readonly headOwner: string;
}

/** Somebody wrote, edited or deleted a comment. Runs from the default branch, with a token that may write. */
export interface IssueCommentEvent {
  readonly kind: 'issue_comment';
  readonly action: string;
  /** Of the pull request or issue. */
  readonly number: number;
  readonly isPull: boolean;
  readonly isOpen: boolean;
  /** The account that opened it; absent once that is gone. */
  readonly openedBy?: number;
  /** As it is now, or was when it was deleted. Third-party text. */
  readonly comment: {
    readonly id: number;
    readonly body: string;
    readonly createdAt: string;
    readonly author: PullRequestEvent['author'] | null;
  };
  /** What it said before this edit. */
  readonly former?: string;
}

export const supportedEvents = [
  ...(['pull_request', 'merge_group', 'push', 'schedule', 'workflow_dispatch', 'workflow_run'] as const),
  'issue_comment',
] as const;
