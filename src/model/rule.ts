import type * as z from 'zod';

import type { RuleFacts } from './decision.ts';
import type { ListedProposer } from './proposal.ts';
import type {
  Absent,
  Capability,
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
 * How severe one message of a rule is.
 * - `mandatory`: floor. Always an error; no policy, profile, exception or mode lowers it.
 * - `configured`: has the level that the policy gives the rule.
 * - `advisory`: a warning, even where the rule's level is error (`strict` makes it an error).
 * - `note`: listed and never in the verdict, whatever the rule's level, unless that is off.
 * - `{ presets }`: has a level of its own under each preset; a level that the policy sets for the rule replaces it. It is never
 *   milder than the code under `atLeast`. Where it `stays`, only `off` and a level for the code itself replace it.
 * - `{ option }`: has the level that this option of the rule gives, or the rule's own where that is stricter. It is
 *   reported even where the rule is off.
 *
 * A level that the policy sets for the code itself replaces all of these but the floor.
 */
export type MessageSeverity =
  | 'mandatory'
  | 'configured'
  | 'advisory'
  | 'note'
  | { readonly presets: PresetLevels; readonly atLeast?: string; readonly stays?: true }
  | { readonly option: string };

export type PresetLevels = Readonly<Record<'audit' | 'attacks' | 'recommended' | 'strict', Level>>;

/** One message that a rule can report. Texts consist of our own words and of `args`, which the reporters escape. */
export interface Message {
  readonly severity: MessageSeverity;
  /** Whether it says that something could not be read: counted with what could not be judged, not with what was found. */
  readonly isUnknown?: boolean;
  /** The codes that it may turn into by the passing of time alone: an approval of this one covers those too. */
  readonly becomes?: readonly string[];
  /** It asks for nothing but a decision by somebody who did not propose the package: each approval that counts is one. */
  readonly asksForDecision?: true;
  readonly text: (args: Args) => string;
  /** What to do next, as an imperative sentence. */
  readonly remediation: (args: Args) => string;
}

export type Args = Readonly<Record<string, string | number>>;

/** What a rule's check returns: data. `messages[code]` turns it into prose. */
export interface Violation {
  readonly code: string;
  readonly args: Args;
  /** What the fingerprint hashes besides rule, code, package and lockfile: only stable values (publish time, not age). */
  readonly stable?: Args;
  /** Line of the affected entry, where it is not the change's own line. */
  readonly line?: number;
  /** How many entries are affected; 1 by default. */
  readonly places?: number;
  /**
   * The records that the violation is about, in any order, each by the id that the policy may use: the rule `advisory`
   * gives the advisory's own (`GHSA-44c6-4v22-4mhx`). An exception with `advisories` covers a finding only where it lists
   * every record, by this id or by an alias; where one violation of the finding names no record, the exception does not
   * cover the finding.
   */
  readonly about?: readonly string[];
  /** Aliases of those records (`CVE-2021-44906`), by the id under `about`. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** The worst of the findings that it stands for: their own rules have decided, so the level of this rule does not apply. */
  readonly standsFor?: { readonly level: 'warn' | 'error'; readonly floor: boolean };
}

export interface RuleContext {
  /** The instant to judge at. Rules have no clock of their own. */
  readonly now: Instant;
  readonly mode: 'check' | 'audit';
  /** Denials of people that count now, for the rule `deny`. Absent: none. Texts are third-party text. */
  readonly denials?: readonly Denial[];
  /** Further marks of agents, and further dependency bots, that the policy lists under `new-direct-dependency`. */
  readonly proposers?: Readonly<Record<'marks' | 'dependencyBots' | 'formatters', readonly string[]>>;
  /** Bots and agents that the policy lists under `proposers`; absent where it has no such list. */
  readonly listed?: readonly ListedProposer[];
}

/** A person's denial of one version of a package. */
export interface Denial {
  readonly name: string;
  readonly version: string;
  /** The person's login. */
  readonly by: string;
  readonly reason: string;
  /** The comment or record that says so. */
  readonly id: string;
}

/**
 * Evidence as a check sees it: never `unavailable`. Reading an unavailable kind ends the check, and the engine reports an
 * indeterminate finding (see `needs`).
 */
export type Known<K extends EvidenceKind> = { readonly [P in K]: Present<EvidenceMap[P]> | Absent };

/** The schema library. */
export type Zod = typeof z;

/** A schema for each option, by its name. */
export type OptionShape = Readonly<Record<string, z.ZodType>>;

/** The type of options that fit their schemas. */
type OptionsOf<Shape extends OptionShape> = { readonly [P in keyof Shape]: z.output<Shape[P]> };

interface RuleMeta<Options> {
  readonly id: string;
  /** One sentence: what the rule requires. */
  readonly summary: string;
  /** A short paragraph for the docs: why the rule exists. */
  readonly why: string;
  /** A real attack that the rule would have reported, or that shows its purpose; the docs describe it. */
  readonly incident?: {
    /** `2018-07-12`, or `2026-01` where the day is not known. */
    readonly date: string;
    readonly what: string;
  };
  /** The level under the preset `recommended`. */
  readonly recommended: Level;
  /**
   * Whether the rule's findings are floor, which no policy, exception or approval can lower: `whole` (all; the level is
   * fixed at error), `part` (some messages; the level applies to the rest) or `none`.
   */
  readonly floor: 'whole' | 'part' | 'none';
  /** The default of each option besides `level`, in the notation of a policy. Absent: the rule has no options. */
  readonly defaults?: Options;
  /**
   * The schema of each option, with a description. It is built where a policy is read or described, with the schema
   * library as an argument: a run without a policy file does not load that library.
   */
  readonly options?: (z: Zod) => OptionShape;
  /** What the preset `strict` sets besides the level. */
  readonly strict?: Partial<Options>;
  /** The level under `strict`, where it is not `recommended` with a warning raised to error; under `attacks`, where it is not an error lowered to a warning. */
  readonly levels?: { readonly strict?: Level; readonly attacks?: Level };
  /** What the presets `audit` and `attacks` set besides the level. */
  readonly audit?: Partial<Options>;
  readonly attacks?: Partial<Options>;
  readonly messages: Readonly<Record<string, Message>>;
}

/** An example that a generic test runs and the docs print. */
export interface PackageExample<Options> {
  readonly title: string;
  /** Applied to an unremarkable dossier (see `__tests__/support/dossier.ts`). */
  readonly dossier: DossierPatch;
  readonly options?: Partial<Options>;
  readonly mode?: RuleContext['mode'];
  readonly denials?: RuleContext['denials'];
  /** What the policy lists under `proposers`. */
  readonly listed?: RuleContext['listed'];
  /** The codes that the check must return, in order; empty for an example that passes. */
  readonly expectedCodes: readonly string[];
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
  /** `registry`: the rule runs only on packages that come from a registry. */
  readonly sources: 'registry' | 'any';
  /**
   * What the collector fetches for the rule, and all that its check can read. An unavailable kind becomes an
   * indeterminate finding when the check reads it. So a check that does not need the kind (no install hook, hence nothing
   * to compare with the predecessor) reports nothing, and no check can mistake unavailable for something else.
   */
  readonly needs: readonly K[];
  /**
   * Evidence that can only make the result milder. Where it is unavailable, the check sees it as absent and decides
   * without it; nothing becomes indeterminate because of it.
   */
  readonly optionalEvidence?: readonly K[];
  /** The rule is not applicable where the policy says that the registry does not provide this. */
  readonly restsOn?: Capability;
  /** The kinds of `needs` that the check does not read under these options. They are not collected. */
  readonly unusedEvidence?: (options: Options) => readonly K[];
  /**
   * What the rule rests on about this version and the one that it replaces, for the digest of a decision: the same whether or
   * not the rule reports something, under every policy and at every time (docs/decisions/0284).
   */
  readonly facts?: (subject: FactSubject) => RuleFacts;
  readonly examples: readonly PackageExample<Options>[];
  readonly check: (subject: {
    readonly dossier: Omit<Dossier, 'evidence'>;
    readonly evidence: Known<K>;
    readonly options: Options;
    readonly context: RuleContext;
  }) => readonly Violation[];
}

/** What facts are taken from: the evidence as it was collected, what could not be read included. */
export interface FactSubject {
  readonly dossier: Omit<Dossier, 'evidence'>;
  readonly evidence: EvidenceSet;
}

/** A rule about whole lockfiles and settings files. It judges the observations that it has a message for. */
export interface LockfileRule<Options = unknown> extends RuleMeta<Options> {
  readonly subject: 'lockfile';
  readonly examples: readonly {
    readonly title: string;
    readonly observation: Observation;
    readonly options?: Partial<Options>;
    readonly expectedCodes: readonly string[];
  }[];
  readonly check: (subject: {
    readonly observation: Observation;
    readonly options: Options;
    readonly context: RuleContext;
  }) => readonly Violation[];
}

/**
 * A rule about the policy itself. `policy/` finds the violations when it reads the policy; the messages, the level and
 * the docs are here.
 */
export interface PolicyRule<Options = unknown> extends RuleMeta<Options> {
  readonly subject: 'policy';
  readonly examples: readonly { readonly title: string; readonly violation: Violation }[];
}

export type Rule = PackageRule | LockfileRule | PolicyRule;

type NoOptions = Readonly<Record<string, never>>;

/** A rule as its own file defines it. */
type Defining<R, Shape> = Omit<R, 'subject' | 'options'> & { readonly options?: (z: Zod) => Shape };

/** Ties a package rule's types together: its check can read exactly what the rule needs. */
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

/** The effective levels of a rule, after preset and policy. */
export interface RuleSetting {
  readonly level: Level;
  /** The level of messages with severity `advisory`, where the rule is not off: `warn`, or `error` under `strict`. */
  readonly advice: Exclude<FindingLevel, 'note'>;
  /** Levels of single codes, which replace what `level` and `advice` would give them. */
  readonly codes?: Readonly<Record<string, Level>>;
  /** Levels of the preset for codes that keep them where the rule has another level, unless that is off. */
  readonly stays?: Readonly<Record<string, Level>>;
  readonly options: unknown;
}
