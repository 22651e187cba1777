import type { Absent, Asked, Present, Unavailable, UnavailableReason } from './index.ts';

export const absent: Absent = { state: 'absent' };

export function present<T>(value: T): Present<T> {
  return { state: 'present', value };
}

/** @param asked the source that did not answer, where it is not the registry's document */
export function unavailable(reason: UnavailableReason, detail: string, asked?: Asked): Unavailable {
  return { state: 'unavailable', reason, detail, ...(asked === undefined ? {} : { asked }) };
}

/** Evidence that was not requested, because no enabled rule reads it. */
export const unneeded = unavailable('not-recorded', 'no enabled rule needs it');
