import { canonicalJson } from '../judge/fingerprint.ts';
import type { Approvals } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { compareText } from '../text/order.ts';
import { meaningOf } from './effective.ts';
import type { EffectivePolicy } from './effective-policy.ts';

/** What a change of the policy comes to, beside the policy that is in force. */
export type PolicyChange =
  /** Every value stays: comments, order, spelling. */
  | { readonly kind: 'same' }
  /** Nobody is named as an approver, before or after. */
  | { readonly kind: 'unguarded' }
  /** Names approvers where nobody was named; `parts`: what else changes. */
  | { readonly kind: 'first'; readonly parts: readonly string[] }
  /** Only takes away from who may approve. */
  | { readonly kind: 'narrowed'; readonly parts: readonly string[] }
  /** Changes values; `parts` is empty where the policy is gone or cannot be read. */
  | { readonly kind: 'changed'; readonly parts: readonly string[] };

/** What became of the policy: another one, or one that cannot be read; `unread` where what it extends is not known. */
export type NewPolicy = EffectivePolicy | 'unreadable' | 'unread';

export const namesApprovers = ({ approvals }: Pick<EffectivePolicy, 'approvals'>): boolean =>
  approvals !== undefined && approvals.users.length + approvals.teams.length > 0;

/**
 * Compares the policy in force with what a change would make of it. What is not known counts as the worse: a policy that extends
 * what cannot be read may name approvers, and is no policy that only tightens.
 */
export function changeOfPolicy(inForce: EffectivePolicy, after: NewPolicy): PolicyChange {
  const isGuarded = namesApprovers(inForce);
  if (after === 'unread') return isGuarded ? { kind: 'changed', parts: ['extends'] } : { kind: 'first', parts: [] };
  if (after === 'unreadable') return isGuarded ? { kind: 'changed', parts: [] } : { kind: 'unguarded' };
  const parts = differing(partsOf(inForce), partsOf(after));
  if (isGuarded && parts.length === 0) return { kind: 'same' };
  if (!isGuarded) {
    if (!namesApprovers(after)) return { kind: 'unguarded' };
    return { kind: 'first', parts: parts.filter((part) => part !== 'approvals') };
  }
  const isAlone = parts.every((part) => part === 'approvals');
  return { kind: isAlone && isNarrower(inForce.approvals, after.approvals) ? 'narrowed' : 'changed', parts };
}

/** Each value that decides something, by the name that a person would look for. */
function partsOf(policy: EffectivePolicy): ReadonlyMap<string, string> {
  const { rules, ...others } = meaningOf(policy);
  const { review, comment, notices } = policy;
  return new Map([
    ...Object.entries(others).map(([key, value]) => [key, canonicalJson(value)] as const),
    ...Object.entries(rules).map(([id, value]) => [`rules.${id}`, canonicalJson(value)] as const),
    ['approvals', policy.approvals === undefined ? '' : canonicalJson(valuesOf(policy.approvals))] as const,
    ['report', canonicalJson({ review, comment, notices })] as const,
  ]);
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const all = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return all.filter((part) => before.get(part) !== after.get(part));
}

/** Every value of `approvals` but logins, which are never compared; lists in no order. A value that is added later is in it. */
const valuesOf = (approvals: Approvals): { readonly [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(approvals).map(([key, value]) => [key, Array.isArray(value) ? entriesOf(value) : (value as Json)]),
  );

const entriesOf = (list: readonly unknown[]): readonly string[] =>
  list.map((entry) => canonicalJson(withoutLogin(entry))).sort(compareText);

function withoutLogin(entry: unknown): Json {
  if (typeof entry !== 'object' || entry === null) return entry as Json;
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'login'));
}

/**
 * Whether everybody who can let something in afterwards could before: somebody is removed, kept out by `never`, or asked for more.
 * Somebody has to be left: a policy without approvers is open to all changes. What is not listed here must stay as it is.
 */
function isNarrower(before: Approvals | undefined, after: Approvals | undefined): boolean {
  if (before === undefined || after === undefined || after.users.length + after.teams.length === 0) return false;
  const isWithin = (one: readonly unknown[], other: readonly unknown[]) => {
    const all = new Set(entriesOf(other));
    return entriesOf(one).every((entry) => all.has(entry));
  };
  const ranks = ['write', 'maintain', 'admin'];
  const { users, teams, never, required, maximumAge, keys, ownChanges, minimumPermission } = after;
  const kept = { users, teams, never, required, maximumAge, keys, ownChanges, minimumPermission };
  return (
    isWithin(users, before.users) &&
    isWithin(teams, before.teams) &&
    isWithin(before.never, never) &&
    required >= before.required &&
    maximumAge <= before.maximumAge &&
    isWithin(keys, before.keys) &&
    (ownChanges === before.ownChanges || ownChanges === 'never') &&
    ranks.indexOf(minimumPermission) >= ranks.indexOf(before.minimumPermission) &&
    canonicalJson(valuesOf({ ...before, ...kept })) === canonicalJson(valuesOf(after))
  );
}
