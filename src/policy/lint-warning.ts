import type { AcceptedFile } from './effective-policy.ts';

/**
 * How a run takes an entry that does not do what its author probably expects (docs/decisions/0241):
 * - `advice`: it works. Only `policy check` speaks of it.
 * - `refused`: it can never have an effect. A run goes on without it, with one warning.
 * - `weakening`: it can never have an effect either, and asks for less than what stays: a run refuses the policy.
 */
export type Grade = 'advice' | 'refused' | 'weakening';

/** Something in a policy that the schema accepts and that does not do what its author probably expects. */
export interface Warning {
  readonly grade: Grade;
  readonly message: string;
  /** The member that it is about. */
  readonly at: readonly PropertyKey[];
  /** Where it is shown: at the key, by default, or at the value. */
  readonly of?: 'key' | 'value';
}

/** The name of an entry in a message: its line, with the file where that is another one. */
export function entryWords(accepted: AcceptedFile, at: readonly PropertyKey[]): string {
  const line = accepted.lineOf(at);
  return line > 0 ? `line ${line}` : accepted.originOf(at);
}
