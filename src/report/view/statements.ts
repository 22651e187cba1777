/** The statements about a package version: one for all findings that say the same. */
import { severityOf } from '../../model/effect.ts';
import type { Finding, FindingLevel } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';

export interface Place {
  readonly path: string;
  readonly line: number;
}

/** One thing to say about a package: one finding, or several that say the same. */
export interface Statement {
  readonly rules: readonly string[];
  readonly level: FindingLevel;
  readonly floor: boolean;
  readonly outcome: Finding['outcome'];
  readonly message: string;
  readonly remediation: string;
  readonly decision: string | null;
  /** Where, without repetition, in the report's order. */
  readonly places: readonly Place[];
  /** Lockfile entries concerned, over all places. */
  readonly entries: number;
  readonly findings: readonly Finding[];
}

/**
 * Indeterminate findings of one package with the same cause are one statement, whatever evidence they needed; it names
 * every rule that could not judge. Violations are one statement if their texts are equal.
 */
export function sameStatement({ rule, outcome, cause, message, remediation, decision }: Finding): string {
  return outcome === 'violation' || cause === undefined
    ? JSON.stringify([outcome, rule, message, remediation, decision])
    : JSON.stringify([outcome, cause.asked, cause.reason, cause.detail, remediation, decision]);
}

function toStatement(findings: readonly Finding[]): Statement {
  const [worst] = [...findings].sort((a, b) => severityOf(b) - severityOf(a)) as [Finding];
  const places = [...groupBy(findings, ({ lockfile, line }) => JSON.stringify([lockfile, line])).values()];
  return {
    rules: [...new Set(findings.map(({ rule }) => rule))],
    level: worst.level,
    floor: worst.floor,
    outcome: worst.outcome,
    message: worst.message,
    remediation: worst.remediation,
    decision: worst.decision,
    places: places.flatMap(([first]) => (first === undefined ? [] : [{ path: first.lockfile, line: first.line }])),
    entries: places.reduce((sum, here) => sum + Math.max(...here.map(({ places }) => places)), 0),
    findings,
  };
}

/** Worst first. */
export function toStatements(findings: readonly Finding[]): Statement[] {
  return [...groupBy(findings, sameStatement).values()].map(toStatement).sort((a, b) => severityOf(b) - severityOf(a));
}
