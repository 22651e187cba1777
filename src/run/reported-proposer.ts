import type { Comparison, Instant, ReportedProposer } from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { contextUnder } from '../policy/settings-in-force.ts';
import { proposalOf } from '../rules/proposals.ts';

/** The bot or agent that proposed a change, with who answers for it; undefined for a person's, and where no policy lists any. */
export function reportedProposer(
  { authorship, mode }: Comparison,
  policy: EffectivePolicy,
  now: Instant,
): ReportedProposer | undefined {
  const { listed, proposers: lists } = contextUnder(policy, { now, mode });
  if (listed === undefined || lists === undefined || authorship?.state !== 'present') return undefined;
  const proposal = proposalOf(authorship.value, { ...lists, listed });
  if (proposal === undefined) return undefined;
  const { account } = authorship.value;
  const { entry, mark, may } = proposal;
  const isOpener = account !== undefined && (entry !== undefined || mark.on === 'account');
  const { login, id = null } = isOpener ? account : { login: mark.who };
  return { login, id, owner: entry?.owner ?? null, may };
}
