/** The output of `lockgate policy explain PACKAGE`: which settings apply to a package, and why its findings have their levels. */
import type { Level } from './judgement.ts';
import type { DependencyType } from './lockfile.ts';

/** One path by which a package is reached; null: not known. The importer is the workspace's folder, empty for the root. */
export interface Way {
  readonly importer: string | null;
  readonly dependencyType: DependencyType | null;
}

/** The settings that some of the paths are judged under. */
export interface AppliedProfile {
  /** Null: the policy's own settings, because no entry of `apply` matches. */
  readonly profile: string | null;
  /** File and line of the entry of `apply`; null where none matches. */
  readonly entry: string | null;
  readonly ways: readonly Way[];
}

/** The settings of one rule under a profile, or under the policy itself. */
export interface RuleInForce {
  readonly id: string;
  readonly level: Level;
  /** See `RuleMeta.floor`. */
  readonly floor: 'whole' | 'part' | 'none';
  /** Where the level comes from: `preset strict`, `policy.yml:12`, `built in`. */
  readonly origin: string;
  readonly options: readonly { readonly name: string; readonly value: unknown; readonly origin: string }[];
}

/** An entry of one of the policy's lists that matches the package. */
export interface Mention {
  readonly key: 'deny' | 'allow' | 'publishers' | 'exceptions';
  /** `deny[0]`, or the exception's own id. */
  readonly id: string;
  /** What it selects, as written. */
  readonly selector: string;
  readonly origin: string;
  /** The consequence for the package, as one sentence. */
  readonly says: string;
}

/** One step in the derivation of a finding's level and status. */
export interface Reason {
  readonly because:
    | ('floor' | 'level' | 'code' | 'eased' | 'advice' | 'note' | 'option' | 'not-eased' | 'unavailable' | 'strictest')
    | ('denied' | 'not-listed' | 'exception' | 'publisher' | 'approval' | 'not-covered' | 'observed');
  /** One sentence. */
  readonly says: string;
  /** File and line, or preset; null where no setting decides. */
  readonly origin: string | null;
}
