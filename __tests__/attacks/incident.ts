/**
 * One real attack on npm, reconstructed from public reports as the registry stood an hour after its publication. Names,
 * versions, dates of the attack and what was done are the real ones; times of earlier releases are about right; bytes are
 * made up. Hosts are example hosts.
 */
export interface Incident {
  readonly title: string;
  /** What was done, in a few words. */
  readonly how: string;
  /** When the version that the pull request brings in was published. */
  readonly publishedAt: string;
  /** What the base asks for and locks, and what the head does: name to version. */
  readonly base: Pins;
  readonly head: Pins;
  /** What only the head locks because something else asks for it: name to version and what asks. */
  readonly transitive?: Readonly<Record<string, { readonly version: string; readonly by: string }>>;
  /** What the head locks from somewhere that is no registry: name to address and what asks. */
  readonly elsewhere?: Readonly<Record<string, { readonly address: string; readonly by: string }>>;
  readonly packages: Readonly<Record<string, Package>>;
  /** What must come of it with the cooldown off. With it on, every one of them is blocked. */
  readonly withoutCooldown: 'blocked' | 'passes';
}

export type Pins = Readonly<Record<string, string>>;

export interface Package {
  /** `owner/name` on the forge that it declares; none: it declares no repository. */
  readonly repository?: string;
  /** Downloads of the month before. */
  readonly downloads: number;
  readonly releases: Readonly<Record<string, Release>>;
}

export interface Release {
  readonly at: string;
  /** The account that published it. */
  readonly by: string;
  /** Published by OIDC, with a provenance from the declared repository. */
  readonly trusted?: boolean;
  /** With a provenance from the declared repository, by a token. */
  readonly provenance?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  /** Files of the tarball beside the manifest; where none are named, it is an ordinary one. */
  readonly files?: readonly string[];
}
