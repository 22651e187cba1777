import type { Finding, Report } from './index.ts';

/**
 * What a finding does to this run: it `blocks`, it `warns` (also an error that the policy's mode `observe` lets
 * through), or it is `covered` by an exception or an approval.
 */
export type Effect = 'blocks' | 'warns' | 'covered';

export function effectOf(
  { status, level, floor }: Pick<Finding, 'status' | 'level' | 'floor'>,
  mode: Report['policy']['mode'],
): Effect {
  if (status !== 'reported') return 'covered';
  return level === 'error' && (mode === 'enforce' || floor) ? 'blocks' : 'warns';
}

/** How bad a finding is by itself, higher is worse: floor, error, warning; what is known before what could not be judged. */
export function severityOf({ floor, level, outcome }: Pick<Finding, 'floor' | 'level' | 'outcome'>): number {
  return (floor ? 4 : level === 'error' ? 2 : 0) + (outcome === 'violation' ? 1 : 0);
}
