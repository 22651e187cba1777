import type { RehearsedChange, RehearsedOutcome } from '../model/index.ts';

/** How many changes fared how. */
export function totalsOf(changes: readonly Pick<RehearsedChange, 'outcome'>[]): Record<RehearsedOutcome, number> {
  const totals = { unanswered: 0, blocked: 0, 'past-judging': 0, decision: 0, waits: 0, passed: 0 };
  for (const { outcome } of changes) totals[outcome] += 1;
  return totals;
}
