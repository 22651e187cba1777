/** All that was collected about one change. */
import type { Change } from './change.ts';
import type { EvidenceSet } from './evidence.ts';

/** Every piece of evidence about one changed package version. */
export interface Dossier {
  readonly change: Change;
  /** The trusted registry that applies to the name, canonical URL ending in `/`; absent for sources that are no registry. */
  readonly registry?: string;
  /** Whether that is the public registry. */
  readonly publicRegistry: boolean;
  /** The tarball address that npm itself would treat as this registry's, per pin of `change.pins`. */
  readonly addresses: readonly Address[];
  readonly evidence: EvidenceSet;
}

/**
 * How the `resolved` of one pin relates to the trusted registry, as npm's replace-registry-host treats it.
 * - `omitted`: the lockfile gives none: the registry that applies to the name.
 * - `trusted`: under the trusted registry (directly, or as the public registry's address that stands for it).
 * - `elsewhere`: another origin or path. `invalid`: no URL parser accepts it. `not-canonical`: differs from its own
 *   canonical serialisation. `credentials`: holds user info.
 */
export interface Address {
  readonly verdict: 'omitted' | 'trusted' | 'elsewhere' | 'invalid' | 'not-canonical' | 'credentials';
  /** The address with any user info masked; what may be shown. */
  readonly shown?: string;
  /** Path and query below the registry's base, for comparison with the packument's `dist.tarball`. */
  readonly path?: string;
}
