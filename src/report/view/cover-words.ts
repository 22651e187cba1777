import type { Finding } from '../../model/index.ts';
import type { Show } from './text-words.ts';

/** Characters of a reason or an owner; the policy has all of it. */
const longest = 300;

/** What the policy says about the exception that covers a finding: ` until 2026-12-31 (owner): reason`. Empty where it is not known. */
export function coverWords(
  finding: { readonly coveredBy?: Finding['coveredBy'] | undefined } | undefined,
  show: Show,
): string {
  if (finding?.coveredBy === undefined) return '';
  const { reason, owner, expires } = finding.coveredBy;
  const who = owner === undefined ? '' : `, owner ${show(owner, longest)}`;
  return ` until ${show(expires, longest)}${who}: ${show(reason, longest)}`;
}
