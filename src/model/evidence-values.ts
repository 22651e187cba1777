import type { Absent, Present, Unavailable, UnavailableReason } from './index.ts';

export const absent: Absent = { state: 'absent' };

export function present<T>(value: T): Present<T> {
  return { state: 'present', value };
}

export function unavailable(reason: UnavailableReason, detail: string): Unavailable {
  return { state: 'unavailable', reason, detail };
}

/** What was not asked for because no rule that is on would read it. */
export const unneeded = unavailable('not-recorded', 'no enabled rule needs it');
