/** One row for each package or file that blocks: what a person reads in ten seconds. */
import { effectOf } from '../../model/effect.ts';
import type { Finding, Report } from '../../model/index.ts';
import { denyRule, isCoverable } from '../../policy/waivable.ts';
import { groupFindings } from './grouping.ts';
import { rankOfRule, wordsOfRule } from './rule-words.ts';
import type { Statement } from './statements.ts';
import type { Subject } from './subject.ts';
import { worstOf } from './subject.ts';
import { minuteUp } from './verdict-words.ts';

export interface BlockedRow {
  readonly subject: Subject;
  /** What is said about it and blocks. */
  readonly worst: Statement;
  /** How many other rules block it too. */
  readonly others: number;
  /** When it no longer blocks, if nothing but its age does. */
  readonly until: string | undefined;
  readonly decides: Decider;
}

/** Who may let something in: `time` passes, an `exception` is a decision of the policy's owners, and nobody decides the floor. */
export type Decider = 'time' | 'exception' | 'deny-list' | 'denial' | 'nobody' | 'rerun' | 'fix';

/** The floor first, then what does not pass by itself, by how grave its rule is; what only waits comes last. Packages that could not be judged for one cause, and families of platform packages, are one row. */
export function blockedRows(report: Report): readonly BlockedRow[] {
  const blocking = report.findings.filter((finding) => effectOf(finding, report.policy.mode) === 'blocks');
  return groupFindings(report, blocking)
    .flatMap(({ subjects }) => subjects)
    .map(rowOf)
    .sort(
      (a, b) =>
        Number(b.worst.floor) - Number(a.worst.floor) ||
        Number(a.until !== undefined) - Number(b.until !== undefined) ||
        worstOf(b.subject) - worstOf(a.subject) ||
        rankOfRule(a.worst.rules[0] ?? '') - rankOfRule(b.worst.rules[0] ?? ''),
    );
}

function rowOf(subject: Subject): BlockedRow {
  const findings = subject.statements.flatMap((statement) => statement.findings);
  const ranked = [...subject.statements].sort(
    (a, b) => Number(waits(a)) - Number(waits(b)) || rankOfRule(a.rules[0] ?? '') - rankOfRule(b.rules[0] ?? ''),
  );
  const [worst] = ranked.sort((a, b) => Number(b.floor) - Number(a.floor) || known(b) - known(a)) as [Statement];
  const rules = new Set(findings.map(({ rule }) => rule));
  for (const rule of worst.rules) rules.delete(rule);
  const times = findings.map(({ passesAt }) => Date.parse(passesAt ?? ''));
  const last = times.reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    ...{ subject, worst, others: rules.size },
    until: Number.isFinite(last) && times.every(Number.isFinite) ? minuteUp(last) : undefined,
    decides: deciderOf(findings),
  };
}

const waits = ({ findings }: Statement) => findings.every(({ passesAt }) => passesAt !== undefined);
const known = ({ outcome }: Statement) => (outcome === 'violation' ? 1 : 0);

/** The code of `deny` for what a person denied, and the policy does not. */
const deniedByDecision = 'denied-by-decision';

/** The strictest of what the findings ask for. */
function deciderOf(findings: readonly Finding[]): Decider {
  if (findings.some(({ floor, outcome }) => floor && outcome === 'violation')) return 'nobody';
  const denials = findings.filter(({ rule }) => rule === denyRule);
  if (denials.some(({ codes }) => codes.some((code) => code !== deniedByDecision))) return 'deny-list';
  if (denials.length > 0) return 'denial';
  if (findings.some(({ outcome }) => outcome === 'indeterminate')) return 'rerun';
  const others = findings.filter(({ passesAt }) => passesAt === undefined);
  if (others.length === 0) return 'time';
  return others.every(mayBeExcepted) ? 'exception' : 'fix';
}

/** Whether an exception may name the finding: by package and rule, or by file, codes and fingerprint. */
export function mayBeExcepted(finding: Finding): boolean {
  const { name, version, rule, ofFiles } = finding;
  if (!isCoverable(finding)) return false;
  return ofFiles === true || (name !== null && version !== null && wordsOfRule(rule)?.isWaivable === true);
}
