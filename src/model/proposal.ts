/** Bots and agents that the policy names, and what they may propose without a decision. */

/**
 * What somebody may change of direct dependencies without a decision, each with what the ones before it have: nothing; a higher
 * version of one that the lockfile has as such; a new one for development alone; a new one of any kind.
 */
export const mayPropose = ['nothing', 'updates', 'dev', 'prod'] as const;
export type MayPropose = (typeof mayPropose)[number];

/** A bot or an agent as the policy lists it. */
export interface ListedProposer {
  /** For people who read it. It is compared only where there is no id, and then it only tightens. */
  readonly login: string;
  /** The numeric id of its account. Absent: it may propose nothing. */
  readonly id?: number;
  /** Who answers for what it proposes. Third-party text. */
  readonly owner: string;
  readonly may: MayPropose;
}

/** Everybody who proposed a change, as far as the platform tells. */
export interface ToldProposers {
  readonly accounts: readonly { readonly login: string; readonly id: number }[];
  /** Why somebody may be missing. A sentence. */
  readonly unknown?: string;
}

/** Who proposed a change that a bot or an agent has a part in, as a report names it. */
export interface ReportedProposer {
  /** Third-party text, as is the owner. */
  readonly login: string;
  /** Null where the platform does not say. */
  readonly id: number | null;
  /** Who answers for it; null where the policy does not list it. */
  readonly owner: string | null;
  /** What counts for this change. */
  readonly may: MayPropose;
}
