/** The types of `lockgate-fleet/1`: which repositories of an organisation cannot merge past the gate. */

/**
 * How a repository stands, the worst first:
 * - `open`: a pull request can get past the gate;
 * - `unknown`: GitHub did not provide what decides it, so nobody may take it for protected;
 * - `protected`: no merge without the gate, those aside who may bypass it;
 * - `no-lockfile`: its default branch has no lockfile of a JavaScript package manager, or it has no commit;
 * - `archived`: nothing can be merged.
 */
export type FleetState = 'open' | 'unknown' | 'protected' | 'no-lockfile' | 'archived';

export interface Problem {
  readonly code: string;
  /**
   * `error`: a pull request can get past the gate. `warn`: the gate is weaker than necessary, or people cannot decide as the policy says.
   * `unknown`: GitHub did not provide the setting. `note`: nothing has to be done at once.
   */
  readonly level: 'error' | 'warn' | 'unknown' | 'note';
  readonly message: string;
  readonly fix: string;
}

/** Somebody who may merge or push although the gate says no. */
export interface BypassActor {
  readonly kind:
    'role' | 'team' | 'app' | 'user' | 'organisation-owners' | 'enterprise-owners' | 'deploy-keys' | 'other';
  /** A role's or a team's name, or an id as text; null where the kind says it all. Third-party text. */
  readonly name: string | null;
  /** `exempt`: the rules are not run for the actor at all, and nothing is logged. */
  readonly mode: 'always' | 'pull_request' | 'exempt';
}

/** One thing that makes a merge wait for the gate. */
export interface GateRequirement {
  readonly kind: 'workflow' | 'check';
  /** The path of the workflow, or the name of the check. Third-party text. */
  readonly name: string;
  /** Where the workflow is; null for a check. */
  readonly repository: string | null;
  /** The App that has to report the check; null where anybody who may write statuses can, and for a workflow. */
  readonly app: number | null;
  readonly by: 'organisation-ruleset' | 'repository-ruleset' | 'enterprise-ruleset' | 'branch-protection';
  readonly ruleset: { readonly id: number; readonly name: string | null } | null;
  /** Who may bypass it; null where GitHub does not say. */
  readonly bypass: readonly BypassActor[] | null;
  /** Why GitHub does not say, and what to grant; null where it does. */
  readonly bypassUnread: string | null;
}

/** A job that installs what a pull request locks before there is a verdict. */
export interface EarlyInstall {
  readonly workflow: string;
  readonly job: string;
  readonly command: string;
  /** Whether it runs with the rights of the default branch. */
  readonly privileged: boolean;
  readonly secrets: readonly string[];
}

export interface FleetRepository {
  readonly repository: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly state: FleetState;
  /** Null where it was not asked for, or is not known. */
  readonly defaultBranch: string | null;
  readonly requiredBy: readonly GateRequirement[];
  readonly installs: readonly EarlyInstall[];
  /** The same that `lockgate doctor` says of this repository. */
  readonly problems: readonly Problem[];
}

export interface Fleet {
  readonly schema: 'lockgate-fleet/1';
  readonly organisation: string;
  /** How many of its repositories the token does not see; null where GitHub does not say how many there are. */
  readonly hidden: number | null;
  /** The worst first, then by name. */
  readonly repositories: readonly FleetRepository[];
  readonly counts: Readonly<Record<FleetState, number>>;
}
