import type { UnavailableReason } from '../model.ts';
import type { Packument } from './packument.ts';

/** What a registry answered when it was asked for one name: all that is kept of it, and enough to judge again. */
export type Answer =
  | { readonly state: 'packument'; readonly packument: Packument }
  /** `authenticated`: it was asked with a credential, so the answer does not hide a private package. */
  | { readonly state: 'absent'; readonly authenticated: boolean }
  | { readonly state: 'refused'; readonly status: number }
  | { readonly state: 'unavailable'; readonly reason: UnavailableReason; readonly detail: string };

export interface RecordedAnswer {
  readonly registry: string;
  readonly name: string;
  readonly answer: Answer;
}
