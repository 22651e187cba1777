import type { Comparison, Instant, PolicyOrigin } from '../model/index.ts';
import type { RecordedAnswer } from '../registry/answer.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { RecordedTrust } from '../trust/recorded-trust.ts';

/**
 * Everything that a verdict is based on except the rules: from it alone `lockgate replay` gives the same report,
 * byte for byte. It contains no read times, no local paths and no credentials.
 */
export interface EvidenceFile {
  readonly schema: 'lockgate-evidence/1';
  /** The time of the judgement. */
  readonly evaluatedAt: Instant;
  readonly policy: RecordedPolicy;
  readonly comparison: Comparison;
  /** Null where no change concerned a registry. */
  readonly registries: RegistryMap | null;
  /** The trust roots and keys that the operator gave; absent if none were given. */
  readonly trust?: RecordedTrust;
  /** Ascending by registry, then name. */
  readonly answers: readonly RecordedAnswer[];
}

export interface RecordedPolicy {
  /** As the report names it. */
  readonly source: string;
  /** The policy file; null if there was none and only the preset applied. */
  readonly text: string | null;
  /** The preset that the run was given; null if it was given none. */
  readonly preset: 'audit' | 'attacks' | 'recommended' | 'strict' | null;
  /** Where the operator's policy of another repository was read; absent for every other. */
  readonly from?: PolicyOrigin;
  /** The file that this one extends, as it was read; absent where it extends a preset alone. */
  readonly extended?: RecordedExtended | RecordedBeside;
}

interface RecordedExtended {
  readonly repository: string;
  readonly path: string;
  /** 40 hexadecimal digits. */
  readonly commit: string;
  readonly text: string;
}

interface RecordedBeside {
  /** As the policy names it. */
  readonly path: string;
  /** As the report names it. */
  readonly source: string;
  readonly text: string;
}
