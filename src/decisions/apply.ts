import { mergeMessages, messageOf } from '../judge/finding.ts';
import type {
  Blocked,
  Counted,
  CountedApproval,
  CoveringDecision,
  RecordedDenial,
  ReportedDecision,
} from '../model/decision.ts';
import type { Change, Dossier, Finding } from '../model/index.ts';
import type { Denial, Rule, RuleContext } from '../model/rule.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { denyRule } from '../policy/waivable.ts';
import { coversCodes } from './codes.ts';
import { everySha512 } from './preimage.ts';

export interface ApplyDecisions {
  /** As for `blockedOf`. */
  readonly findings: readonly Finding[];
  readonly blocked: readonly Blocked[];
  readonly counted: Pick<Counted, 'approvals' | 'denials' | 'required'>;
  /** What the ledger denies. */
  readonly recorded?: readonly RecordedDenial[];
  /** Whether what was counted lets something in, where that depends on where it comes from. Default: `isApproved`. */
  readonly letsIn?: (entry: Decidable) => boolean;
  readonly dossiers: readonly Dossier[];
  readonly policy: Pick<EffectivePolicy, 'settings'>;
  readonly context: RuleContext;
  readonly rules: readonly Rule[];
}

/**
 * The findings as decisions leave them: those of an artifact or file that enough people have approved are `approved`, and each
 * denied package version has one more, whatever approves it. To be folded and judged after this.
 */
export function applyDecisions(given: ApplyDecisions): readonly Finding[] {
  const { findings, blocked, letsIn = (entry: Decidable) => isApproved(entry, given) } = given;
  const covering = new Map<string, CoveringDecision>();
  for (const entry of blocked) {
    if (entry.kind === 'undecidable' || isDenied(entry, given) || !letsIn(entry)) continue;
    const by = approvalsOf(entry, given).map(reportedDecision);
    for (const fingerprint of entry.findings) covering.set(fingerprint, { kind: 'decision', id: entry.digest, by });
  }
  const decided = findings.map((finding): Finding => {
    const coveredBy = covering.get(finding.fingerprint);
    return coveredBy === undefined || finding.status !== 'reported' || finding.rule === denyRule
      ? finding
      : { ...finding, status: 'approved', decision: coveredBy.id, coveredBy };
  });
  return [...decided, ...deniedFindings(given)];
}

/** What people can decide about. */
export type Decidable = Exclude<Blocked, { readonly kind: 'undecidable' }>;

/** Whether as many different people as are required have approved this very digest, each with every code that blocks. */
export function isApproved(entry: Decidable, given: Pick<ApplyDecisions, 'counted' | 'rules'>): boolean {
  const people = new Set(approvalsOf(entry, given).map(({ account }) => account.id));
  return people.size > 0 && people.size >= requiredFor(entry, given.counted.required);
}

/** How many people it takes. */
export const requiredFor = (entry: Decidable, required: number): number =>
  entry.kind === 'file' && entry.byOne === true ? 1 : required;

const approvalsOf = (entry: Decidable, { counted, rules }: Pick<ApplyDecisions, 'counted' | 'rules'>) =>
  counted.approvals.filter((approval) => isAbout(approval, entry, rules));

/** A decision as a report has it. */
export function reportedDecision(decision: Said): ReportedDecision {
  const { account, comment, record, reason, at } = decision;
  return { login: account.login, id: account.id, comment, ...(record === undefined ? {} : { record }), reason, at };
}

type Said = Pick<CountedApproval, 'account' | 'comment' | 'record' | 'reason' | 'at'>;

/** The digest of a file is over its codes, which its line does not repeat. */
function isAbout({ digest, codes }: CountedApproval, entry: Decidable, rules: readonly Rule[]): boolean {
  return digest === entry.digest && (entry.kind === 'file' || coversCodes(codes, entry.codes, rules));
}

function isDenied(entry: Decidable, { counted: { denials }, recorded = [] }: ApplyDecisions): boolean {
  if (entry.kind !== 'package') return false;
  const isOf = ({ name, version }: { readonly name: string; readonly version: string }) =>
    name === entry.name && version === entry.version;
  return denials.some(isOf) || recorded.some((one) => isOf(one) && one.sha512 === entry.preimage.sha512);
}

/** The rule `deny` about each change of a denied version, whatever level the policy gives the rule. */
function deniedFindings(given: ApplyDecisions): readonly Finding[] {
  const { counted, recorded = [], dossiers, policy, context, rules } = given;
  const rule = rules.find(({ id }) => id === denyRule);
  const setting = policy.settings.get(denyRule);
  if (rule?.subject !== 'package' || setting === undefined) return [];
  if (counted.denials.length + recorded.length === 0) return [];
  const said = counted.denials.map(({ name, version, account, reason, comment }): Denial => {
    return { name, version, by: account.login, reason, id: comment };
  });
  const alone = { ...(setting.options as object), packages: [] };
  return dossiers
    .filter(({ change }) => change.kind !== 'removed')
    .flatMap((dossier) => {
      // Bytes are denied wherever they come from.
      const bytes = new Set(recorded.length === 0 ? [] : everySha512(dossier));
      const ofBytes = recorded.filter(({ sha512 }) => bytes.has(sha512)).map(denialOf);
      const denials = [...(dossier.change.source.kind === 'registry' ? said : []), ...ofBytes];
      if (denials.length === 0) return [];
      const subject = subjectOf(dossier.change);
      const violations = rule.check({
        dossier,
        evidence: {} as never,
        options: alone,
        context: { ...context, denials },
      });
      const messages = violations.flatMap((violation) => messageOf(rule, setting, violation, subject) ?? []);
      return messages.length === 0 ? [] : [mergeMessages(rule.id, subject, messages)];
    });
}

const denialOf = ({ name, version, by, reason, record }: RecordedDenial): Denial => ({
  ...{ name, version, by: by.length === 0 ? record : by.join(', '), reason, id: record },
});

const subjectOf = ({ name, version, lockfile, line }: Change) => ({ name, version, lockfile, line });
