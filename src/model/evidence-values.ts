import type { Absent, Asked, Present, Unavailable, UnavailableReason } from './index.ts';

export const absent: Absent = { state: 'absent' };

export function present<T>(value: T): Present<T> {
  return { state: 'present', value };
}

/** @param asked what did not answer, where it is not the registry's document */
export function unavailable(reason: UnavailableReason, detail: string, asked?: Asked): Unavailable {
  return { state: 'unavailable', reason, detail, ...(asked === undefined ? {} : { asked }) };
}

/** What was not asked for because no rule that is on would read it. */
export const unneeded = unavailable('not-recorded', 'no enabled rule needs it');
