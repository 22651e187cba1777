/** A dossier: everything that was collected about one change. */
import type { Capability } from './capability.ts';
import type { Change } from './change.ts';
import type { EvidenceSet } from './evidence.ts';

/** Every piece of evidence about one changed package version. Rules read it; they never fetch. */
export interface Dossier {
  readonly change: Change;
  /** The trusted registry that applies to the name, canonical URL ending in `/`; absent for sources other than a registry. */
  readonly registry?: string;
  /** Whether `registry` is the public npm registry. */
  readonly publicRegistry: boolean;
  /** What the policy says that the registry does not provide for this package; absent: nothing. */
  readonly unprovided?: readonly Capability[];
  /** The tarball address of each pin of `change.pins`, classified as npm itself would. */
  readonly addresses: readonly Address[];
  readonly evidence: EvidenceSet;
}

/**
 * How the `resolved` of one pin relates to the trusted registry, as npm's replace-registry-host treats it.
 * - `omitted`: the lockfile has no `resolved`: the registry that applies to the name is used.
 * - `trusted`: under the trusted registry (directly, or as the public registry's address that npm replaces with it).
 * - `elsewhere`: another origin or path. `invalid`: not a URL. `not-canonical`: differs from its own
 *   canonical serialisation. `credentials`: contains user info.
 */
export interface Address {
  readonly verdict: 'omitted' | 'trusted' | 'elsewhere' | 'invalid' | 'not-canonical' | 'credentials';
  /** The address with any user info masked, safe to show. */
  readonly shown?: string;
  /** Path and query below the registry's base, for comparison with the packument's `dist.tarball`. */
  readonly path?: string;
}
