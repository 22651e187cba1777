import type { Finding, Level, Report } from './index.ts';

/**
 * The effect of a finding on this run: it `blocks`, it `warns` (an error under the policy's mode `observe` too),
 * it is `covered` by an exception or an approval, or it `notes`: it is listed and has no effect.
 */
export type Effect = 'blocks' | 'warns' | 'notes' | 'covered';

export function effectOf(
  { status, level, floor }: Pick<Finding, 'status' | 'level' | 'floor'>,
  mode: Report['policy']['mode'],
): Effect {
  if (status !== 'reported') return 'covered';
  if (level === 'note') return 'notes';
  return level === 'error' && (mode === 'enforce' || floor) ? 'blocks' : 'warns';
}

const severities: readonly Level[] = ['note', 'warn', 'error'];

/** How severe a finding is by itself, higher is worse: floor, error, warning, note; within each, a violation before an indeterminate finding. */
export function severityOf({ floor, level, outcome }: Pick<Finding, 'floor' | 'level' | 'outcome'>): number {
  return 2 * (floor ? 3 : severities.indexOf(level)) + (outcome === 'violation' ? 1 : 0);
}
