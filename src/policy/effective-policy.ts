import type { Place } from '../errors.ts';
import type { Approvals, EvidenceSources, ListedProposer } from '../model/index.ts';
import type { RuleSetting } from '../model/rule.ts';
import type { Application, Profile } from './profiles.ts';
import type { PolicyFile, PolicyReference, PresetName, RegistryEntry } from './schema.ts';

export type Exception = PackageException | FileException;

/** Waives rules for the versions of a package. */
export interface PackageException extends Excepting {
  readonly about: 'package';
  /** The selector as written. */
  readonly package: string;
  readonly rules: readonly string[];
  /** Covers a finding only where each of its advisories is listed. Absent: whatever the finding is about. */
  readonly advisories?: readonly string[];
  readonly selects: (name: string, version: string) => boolean;
}

/** Waives a finding about files, for the content that those files have. */
export interface FileException extends Excepting {
  readonly about: 'file';
  readonly path: string;
  /** Covers a finding only where each of its codes is listed. */
  readonly codes: readonly string[];
  readonly fingerprint: string;
}

interface Excepting {
  /** The file's own id, or `exceptions[0]`. */
  readonly id: string;
  /** Whether the file gives it that id. */
  readonly named: boolean;
  readonly reason: string;
  readonly owner?: string;
  /** `2026-12-31`: the first day (UTC) on which it no longer applies. */
  readonly expires: string;
  /** 1-based, in the policy file; 0 for one of the policy that it extends. */
  readonly line: number;
  /** `.github/dependency-policy.yml:12` */
  readonly origin: string;
}

/** A file that a policy extends: of another repository, or a path from the policy's own folder and how reports name that file. */
export type ExtendedText = (PolicyReference | { readonly path: string; readonly source: string }) & {
  readonly text: string;
};

/** The effective policy: preset and file combined, with a value for everything. */
export interface EffectivePolicy {
  /** What a person would call it: the file's path, or `preset recommended`. */
  readonly source: string;
  /** `sha256:` and 64 hex digits over what it means: equal for two files that mean the same. */
  readonly digest: string;
  readonly preset: PresetName;
  /** The file that this one extends, with its text; absent where it extends a preset alone. */
  readonly extended?: ExtendedText;
  /** Branches, and patterns of branches, whose lockfiles count as the past; the default branch's always do. */
  readonly baselines: readonly string[];
  readonly mode: 'enforce' | 'observe';
  /** The highest level of indeterminate findings, except those of the floor. */
  readonly unavailable: 'error' | 'warn';
  readonly lockfiles: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** Whether the lockfile at this path (from the repository's root) is gated. Never one under `node_modules`. */
  readonly isGated: (path: string) => boolean;
  /** Whether `lockfiles.exclude` leaves out a lockfile at this path. */
  readonly isExcluded: (path: string) => boolean;
  /** Canonical URLs, each ending in `/`. Empty: npm's configuration decides which registry applies. */
  readonly registries: readonly RegistryEntry[];
  readonly sources: EvidenceSources;
  /** Path from the repository's root of another Sigstore's `trusted_root.json`. Absent: the public one is trusted. */
  readonly trustedRoot?: string;
  /** By rule id. */
  readonly settings: ReadonlyMap<string, RuleSetting>;
  /** By name: what replaces `settings` where the profile applies. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Where profiles apply; for each occurrence, the first that matches. */
  readonly apply: readonly Application[];
  readonly exceptions: readonly Exception[];
  /** Who may decide; absent where the policy does not say: then no approval counts. */
  readonly approvals?: Approvals;
  /** Bots and agents by name; absent where the policy does not say: then the built-in list of dependency bots applies. */
  readonly proposers?: readonly ListedProposer[];
  /** Where documents about what came in may be signed; absent where the policy does not say: the public Sigstore, for a public repository. */
  readonly admissions?: { readonly publicLog: boolean; readonly fulcio?: string; readonly rekor?: string };
  /** Whether the lines of a pull request are marked by a review. */
  readonly review: boolean;
  /** Entries of the file itself that can never have an effect: a run goes on without them, with one warning. Absent: none. */
  readonly refused?: readonly RefusedEntry[];
  /** When a pull request gets a comment. */
  readonly comment: 'always' | 'findings' | 'never';
  /** Whether notes are annotated, as notices. */
  readonly notices: boolean;
  /** Where each value comes from, by its path as `policy explain` prints it: `preset strict`, `policy.yml:12`, `default`. */
  readonly origins: ReadonlyMap<string, string>;
}

/** An entry that can never have an effect. */
export interface RefusedEntry {
  /** `rules.license.allow[1]` */
  readonly entry: string;
  /** 1-based, in the policy file. */
  readonly line: number;
  readonly column: number;
}

/** A file that the schema has accepted. */
export interface AcceptedFile {
  readonly file: PolicyFile;
  /** The members that the file itself gives a rule, or a profile's rule, without the schema's defaults. */
  readonly written: (rule: string, profile?: string) => readonly string[];
  /** 1-based line of a member; 0 where it comes from the policy that the file extends. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** The place of a member in its own file. */
  readonly placeOf: (path: readonly PropertyKey[], of?: 'key' | 'value') => Required<Place>;
  /** A member's file and line: `.github/dependency-policy.yml:12`. */
  readonly originOf: (path: readonly PropertyKey[]) => string;
}
