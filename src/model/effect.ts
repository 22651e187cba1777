import type { Finding, Report } from './index.ts';

/**
 * The effect of a finding on this run: it `blocks`, it `warns` (an error under the policy's mode `observe` too),
 * or it is `covered` by an exception or an approval.
 */
export type Effect = 'blocks' | 'warns' | 'covered';

export function effectOf(
  { status, level, floor }: Pick<Finding, 'status' | 'level' | 'floor'>,
  mode: Report['policy']['mode'],
): Effect {
  if (status !== 'reported') return 'covered';
  return level === 'error' && (mode === 'enforce' || floor) ? 'blocks' : 'warns';
}

/** How severe a finding is by itself, higher is worse: floor, error, warning; within each, a violation before an indeterminate finding. */
export function severityOf({ floor, level, outcome }: Pick<Finding, 'floor' | 'level' | 'outcome'>): number {
  return (floor ? 4 : level === 'error' ? 2 : 0) + (outcome === 'violation' ? 1 : 0);
}
