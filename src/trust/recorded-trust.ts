import type { Instant } from '../model/index.ts';

/** Public material all of it: a root of trust and keys to verify with. */
export interface RecordedTrust {
  /** Another Sigstore's `trusted_root.json`. */
  readonly trustedRoot?: { readonly path: string; readonly text: string };
  /** Keys for the default registry, as a keys endpoint lists them. */
  readonly registryKeys?: unknown;
  /** The result of a refresh, if one was requested: it replaces the embedded trust seeds. */
  readonly refreshed?: RefreshedTrust;
}

/** Trust material as a TUF repository holds it; every byte was verified before it came here. */
export interface RefreshedTrust {
  /** The text of `trusted_root.json`. */
  readonly trustedRoot: string;
  /** The public registry's keys, the parsed JSON of the TUF target. */
  readonly registryKeys: unknown;
  /** When the repository last said that it is current; absent where it does not tell. */
  readonly date?: Instant;
}
