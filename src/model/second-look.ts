/** Why the same head is compared once more: the verdict of a head is the worst of all that are about it. */
export type LookReason = UntrustedBase | SameHead;

/** The base branch is not a baseline: what it locks does not count as the past, so the default branch's does. */
export interface UntrustedBase {
  readonly kind: 'not-a-baseline';
  /** The base branch. Third-party text. */
  readonly branch: string;
  readonly defaultBranch: string;
  /** The open pull request whose head that branch is. */
  readonly stackedOn?: number;
}

/** Another open pull request has the same head, and GitHub shows one check on both. */
export interface SameHead {
  readonly kind: 'same-head';
  /** That pull request's base branch. Third-party text. */
  readonly branch: string;
  readonly pull: number;
}
