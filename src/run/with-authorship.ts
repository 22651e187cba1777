import { unrequested } from '../decisions/proposers.ts';
import { GateFailure } from '../errors.ts';
import type { Authorship, Comparison, Proposers, ToldProposers } from '../model/index.ts';
import { approvalsOf } from '../policy/approvals.ts';
import type { EffectivePolicy } from '../policy/load.ts';
import { isProposed, isWithin } from '../rules/proposed-change.ts';
import { entryOf } from '../rules/proposals.ts';
import type { GateRequest } from './request.ts';
import { watchedIn } from './watched-paths.ts';

type Asked = Pick<GateRequest, 'authorship' | 'proposed' | 'policyPath' | 'base' | 'head'>;

/**
 * A comparison with who made it. The authors are read only if the change adds a direct dependency, or changes one where the
 * policy lists proposers.
 */
export async function withAuthorship(
  comparison: Comparison,
  request: Asked,
  policy: Pick<EffectivePolicy, 'proposers' | 'approvals' | 'extended'>,
): Promise<Comparison> {
  const { changes } = comparison;
  const isAsked =
    changes.some(({ kind, direct }) => kind === 'added' && direct) ||
    (policy.proposers !== undefined && changes.some(isProposed));
  if (request.authorship === undefined || !isAsked) return comparison;
  const authorship = await request.authorship();
  if (authorship.state !== 'present') return { ...comparison, authorship };
  const proposers = await toldProposers(comparison, authorship.value, request, policy);
  const value = { ...authorship.value, ...(proposers && { proposers }) };
  return { ...comparison, authorship: { state: 'present', value } };
}

/** Asked only where it lets something through: the policy has an entry for the author's id, and a change needs it. */
async function toldProposers(
  { changes }: Comparison,
  { account }: Authorship,
  { proposed, policyPath, base, head }: Asked,
  {
    proposers: listed = [],
    approvals = approvalsOf({}),
    extended,
  }: Pick<EffectivePolicy, 'proposers' | 'approvals' | 'extended'>,
): Promise<ToldProposers | undefined> {
  const may = account === undefined ? undefined : entryOf(account, listed)?.may;
  if (proposed === undefined || may === undefined) return undefined;
  if (!changes.some((change) => !isWithin(change, 'nothing') && isWithin(change, may))) return undefined;
  try {
    const isWatched = await watchedIn([base, head], { policyPath, extended }, []);
    return toldOf(await proposed({ approvals, isWatched }));
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { accounts: [], unknown: cause.message };
  }
}

/**
 * The accounts, and why somebody may be missing. That nobody is known who asked a listed App for the change is no reason: its owner
 * answers for what it is asked.
 */
export function toldOf({ marks, extra, because }: Proposers): ToldProposers {
  const accounts = new Map(marks.map(({ account: { id, login } }) => [id, { id, login }]));
  const isKnown = extra === 0 || because === unrequested;
  return { accounts: [...accounts.values()], ...(isKnown ? {} : { unknown: because ?? 'GitHub does not tell' }) };
}
