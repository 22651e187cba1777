import type * as z from 'zod';

import type {
  Absent,
  Dossier,
  EvidenceKind,
  EvidenceMap,
  EvidenceSet,
  FindingLevel,
  Instant,
  Level,
  Observation,
  Present,
} from './index.ts';

/**
 * How hard one message of a rule weighs.
 * - `floor`: always an error; no policy, profile, exception or mode lowers it.
 * - `level`: at the level that the policy gives the rule.
 * - `advice`: a warning, also where the rule's level is error (`strict` raises it).
 * - `{ option }`: at the level that this option of the rule names, or at the rule's own where that is stricter. It is
 *   spoken also where the rule is off.
 */
export type Weight = 'floor' | 'level' | 'advice' | { readonly option: string };

/** One thing that a rule can say. Texts are made of our own words and of `args`, which the reporters escape. */
export interface Message {
  readonly weight: Weight;
  readonly text: (args: Args) => string;
  /** What to do next, as an imperative sentence. */
  readonly remediation: (args: Args) => string;
}

export type Args = Readonly<Record<string, string | number>>;

/** What a rule's check gives back: data; `messages[code]` makes it prose. */
export interface Violation {
  readonly code: string;
  readonly args: Args;
  /** What the fingerprint hashes beside rule, code, package and lockfile: only what is stable (publish time, not age). */
  readonly stable?: Args;
  /** Line of the entry concerned, where it is not the change's own. */
  readonly line?: number;
  /** Entries concerned; 1 unless told. */
  readonly places?: number;
  /**
   * The records that it speaks of, each by the id under which the policy may name it: the rule `advisory` gives each
   * advisory's own (`GHSA-44c6-4v22-4mhx`), in any order. An exception with `advisories` covers a finding only where it
   * lists every one of them, by this id or by one of its aliases; where one of the finding's violations has none, it
   * covers nothing.
   */
  readonly about?: readonly string[];
  /** Other ids of those records (`CVE-2021-44906`), by the id under `about`. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
}

export interface RuleContext {
  /** Judge as of then. Rules have no clock of their own. */
  readonly now: Instant;
  readonly mode: 'check' | 'audit';
}

/**
 * Evidence that the engine has made sure of: a check never sees one that is `unavailable`. The engine hands it over
 * so that reading an unavailable kind ends the check and becomes an indeterminate finding (see `needs`).
 */
export type Known<K extends EvidenceKind> = { readonly [P in K]: Present<EvidenceMap[P]> | Absent };

/** The schema library. */
export type Zod = typeof z;

/** A schema for each option, by its name. */
export type OptionShape = Readonly<Record<string, z.ZodType>>;

/** What options come to that fit their schemas. */
type OptionsOf<Shape extends OptionShape> = { readonly [P in keyof Shape]: z.output<Shape[P]> };

interface RuleMeta<Options> {
  readonly id: string;
  /** One sentence: what it looks for. */
  readonly summary: string;
  /** A short paragraph for the docs: why, with a real incident where there is one. */
  readonly why: string;
  /** A real attack that it would have spoken of, or that shows what it is for; the docs tell it. */
  readonly incident?: {
    /** `2018-07-12`, or `2026-01` where the day is not known. */
    readonly date: string;
    readonly what: string;
  };
  /** The level under the preset `recommended`. */
  readonly recommended: Level;
  /**
   * Whether it is part of the floor: `whole` (its level is fixed at error), `part` (some messages are floor,
   * the level governs the rest) or `none`.
   */
  readonly floor: 'whole' | 'part' | 'none';
  /** What each option beside `level` is where a policy says nothing, as a policy would spell it. Absent: it has none. */
  readonly defaults?: Options;
  /**
   * The schema of each option, with a description. It is made where a policy is read or described, with the schema
   * library that is handed in: a run without a policy file loads none.
   */
  readonly options?: (z: Zod) => OptionShape;
  /** What the preset `strict` sets beside the level. */
  readonly strict?: Partial<Options>;
  /** The level under `strict`, where it is not what `recommended` raised comes to. */
  readonly strictLevel?: Level;
  /** What the preset `audit` sets beside the level. */
  readonly audit?: Partial<Options>;
  readonly messages: Readonly<Record<string, Message>>;
}

/** An example that one generic test runs and the docs print. */
export interface PackageExample<Options> {
  readonly title: string;
  /** Laid over an unremarkable dossier (see `__tests__/support/dossier.ts`). */
  readonly dossier: DossierPatch;
  readonly options?: Partial<Options>;
  readonly mode?: RuleContext['mode'];
  /** Codes that it must speak, in order; empty for an example that passes. */
  readonly speaks: readonly string[];
}

/** A partial dossier: the change's fields, the evidence by kind, the pins' addresses. */
export interface DossierPatch {
  readonly change?: Partial<Dossier['change']>;
  readonly evidence?: Partial<EvidenceSet>;
  readonly addresses?: Dossier['addresses'];
  readonly registry?: string;
  readonly publicRegistry?: boolean;
}

/** A rule about one package version. */
export interface PackageRule<Options = unknown, K extends EvidenceKind = EvidenceKind> extends RuleMeta<Options> {
  readonly subject: 'package';
  /** `registry`: asked only about packages that come from a registry. */
  readonly sources: 'registry' | 'any';
  /**
   * What the collector fetches for it, and all that its check can read. The engine turns one that is unavailable into
   * an indeterminate finding as soon as the check reads it: so a check that could not have used it (no install hook,
   * hence nothing to compare with the predecessor) stays quiet, and none can mistake unavailable for something else.
   */
  readonly needs: readonly K[];
  /**
   * Evidence that can only lower what the check says. Unavailable, it reads as absent: the check then says what it says
   * without it, and nothing is indeterminate for its sake.
   */
  readonly easedBy?: readonly K[];
  /** Of `needs`, what is not read under these options: then it is not collected. */
  readonly spares?: (options: Options) => readonly K[];
  readonly examples: readonly PackageExample<Options>[];
  readonly check: (subject: {
    readonly dossier: Omit<Dossier, 'evidence'>;
    readonly evidence: Known<K>;
    readonly options: Options;
    readonly context: RuleContext;
  }) => readonly Violation[];
}

/** A rule about lockfiles and settings files as wholes. It is asked about the observations that it has a message for. */
export interface LockfileRule<Options = unknown> extends RuleMeta<Options> {
  readonly subject: 'lockfile';
  readonly examples: readonly {
    readonly title: string;
    readonly observation: Observation;
    readonly options?: Partial<Options>;
    readonly speaks: readonly string[];
  }[];
  readonly check: (subject: {
    readonly observation: Observation;
    readonly options: Options;
    readonly context: RuleContext;
  }) => readonly Violation[];
}

/**
 * A rule about the policy itself. `policy/` finds what it speaks about, where the policy is read; its words, its level
 * and its docs are here.
 */
export interface PolicyRule<Options = unknown> extends RuleMeta<Options> {
  readonly subject: 'policy';
  readonly examples: readonly { readonly title: string; readonly violation: Violation }[];
}

export type Rule = PackageRule | LockfileRule | PolicyRule;

type NoOptions = Readonly<Record<string, never>>;

/** A rule as its file writes it. */
type Defining<R, Shape> = Omit<R, 'subject' | 'options'> & { readonly options?: (z: Zod) => Shape };

/** Keeps a package rule's types together: what it needs is what its check can read. */
export function definePackageRule<const K extends EvidenceKind, Shape extends OptionShape = NoOptions>(
  rule: Defining<PackageRule<OptionsOf<Shape>, K>, Shape>,
): PackageRule {
  return { ...rule, subject: 'package' } as unknown as PackageRule;
}

export function defineLockfileRule<Shape extends OptionShape = NoOptions>(
  rule: Defining<LockfileRule<OptionsOf<Shape>>, Shape>,
): LockfileRule {
  return { ...rule, subject: 'lockfile' } as unknown as LockfileRule;
}

export function definePolicyRule<Shape extends OptionShape = NoOptions>(
  rule: Defining<PolicyRule<OptionsOf<Shape>>, Shape>,
): PolicyRule {
  return { ...rule, subject: 'policy' } as unknown as PolicyRule;
}

/** The levels a rule can end up with, after preset and policy. */
export interface RuleSetting {
  readonly level: Level;
  /** What messages of weight `advice` count as, where the rule is not off: `warn`, or `error` under `strict`. */
  readonly advice: FindingLevel;
  readonly options: unknown;
}
