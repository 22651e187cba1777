/** What `lockgate policy explain PACKAGE` tells: which settings hold for a package, and why its findings weigh what they do. */
import type { Level } from './judgement.ts';
import type { DependencyType } from './lockfile.ts';

/** One way in which a package is reached; null: not known. The importer is the workspace's folder, empty for the root. */
export interface Way {
  readonly importer: string | null;
  readonly dependencyType: DependencyType | null;
}

/** The settings that some of the ways are judged under. */
export interface AppliedProfile {
  /** Null: the policy's own settings, because no entry of `apply` fits. */
  readonly profile: string | null;
  /** File and line of the entry of `apply`; null where none fits. */
  readonly entry: string | null;
  readonly ways: readonly Way[];
}

/** One rule as it is set under a profile, or under the policy itself. */
export interface RuleInForce {
  readonly id: string;
  readonly level: Level;
  /** See `RuleMeta.floor`. */
  readonly floor: 'whole' | 'part' | 'none';
  /** Where the level comes from: `preset strict`, `policy.yml:12`, `built in`. */
  readonly origin: string;
  readonly options: readonly { readonly name: string; readonly value: unknown; readonly origin: string }[];
}

/** An entry of a list of the policy that takes the package in. */
export interface Mention {
  readonly key: 'deny' | 'allow' | 'publishers' | 'exceptions';
  /** `deny[0]`, or the exception's own id. */
  readonly id: string;
  /** What it selects, as written. */
  readonly selector: string;
  readonly origin: string;
  /** What it means for the package: one sentence. */
  readonly says: string;
}

/** One step of the way to a finding's level and status. */
export interface Reason {
  readonly because:
    | ('floor' | 'level' | 'eased' | 'advice' | 'option' | 'not-eased' | 'unavailable' | 'strictest')
    | ('denied' | 'not-listed' | 'exception' | 'publisher' | 'approval' | 'not-covered' | 'observed');
  /** One sentence. */
  readonly says: string;
  /** File and line, or preset; null where the code itself decides. */
  readonly origin: string | null;
}
