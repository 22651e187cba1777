import type { Absent, Asked, Capability, Evidence, Present, Unavailable, UnavailableReason } from './index.ts';

export const absent: Absent = { state: 'absent' };

export function present<T>(value: T): Present<T> {
  return { state: 'present', value };
}

/** @param asked the source that did not answer, where it is not the registry's document */
export function unavailable(reason: UnavailableReason, detail: string, asked?: Asked): Unavailable {
  return { state: 'unavailable', reason, detail, ...(asked === undefined ? {} : { asked }) };
}

/** That a registry does not offer something: of several packages of one registry this is one cause (docs/decisions/0228). */
export function unoffered(capability: Capability, detail: string, asked?: Asked): Unavailable {
  return { ...unavailable('not-provided', detail, asked), unoffered: capability };
}

/** Evidence that was not requested, because no enabled rule reads it. */
export const unneeded = unavailable('not-recorded', 'no enabled rule needs it');

/** Whether evidence was not requested, as opposed to requested and not to be had. */
export const isUnneeded = (evidence: Evidence<unknown>): boolean =>
  evidence.state === 'unavailable' && evidence.reason === unneeded.reason && evidence.detail === unneeded.detail;
