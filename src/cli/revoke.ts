import type { Claim } from '../decisions/ledger/claim.ts';
import { revocationBy } from '../decisions/ledger/claim.ts';
import { GateFailure } from '../errors.ts';
import type { DecisionRecord, LedgerEntry } from '../model/index.ts';
import { approvalsOf } from '../policy/approvals.ts';
import { branchTip } from '../repository/git-history.ts';
import { commitSnapshot, openRepository } from '../repository/git.ts';
import { readWholeLedger } from '../run/ledger.ts';
import { openSubject } from '../run/open.ts';
import { quoted } from '../text/visible.ts';
import { LEDGER, readName } from '../text/record-name.ts';
import type { Approvals } from '../model/index.ts';
import type { Flags } from './flags.ts';
import { requestOf } from './request.ts';

export interface Revoked {
  readonly record: DecisionRecord;
  readonly approvals: Approvals;
}

/**
 * The record that voids another one, which lies on the default branch.
 * @param wanted its path, or the name of its file
 * @throws GateFailure `usage` where the default branch has no such record
 */
export async function revocation(
  wanted: string,
  flags: Flags,
  { who, reason, repositoryId }: Pick<Claim, 'who' | 'reason'> & { readonly repositoryId: number },
): Promise<Revoked> {
  const path = wanted.startsWith(LEDGER) ? wanted : LEDGER + wanted;
  const repository = await openRepository(flags.repo ?? '.');
  try {
    const { branch, tip } = await branchTip(repository, undefined);
    const trusted = commitSnapshot(repository, tip);
    const { entries } = await readWholeLedger(trusted);
    const entry = entries.find((one) => one.path === path);
    if (entry === undefined) throw notThere(path, branch);
    demandRevocable(entry, repositoryId);
    const request = await requestOf(flags, { mode: 'check', base: trusted, head: trusted, trusted });
    const { policy, now } = await openSubject(request);
    const approvals = (await policy.compose()).approvals ?? approvalsOf({});
    const isSigned = flags.sign !== undefined;
    const claim: Claim = { who, reason, now, policy: policy.digest, isSigned };
    return { record: revocationBy(entry, claim), approvals };
  } finally {
    await repository.close();
  }
}

function notThere(path: string, branch: string): GateFailure {
  const why = readName(path) === undefined ? 'is no name of a record' : `is no record on ${quoted(branch)}`;
  return new GateFailure('usage', `${why}: \`lockgate decisions\` lists them`, { path });
}

function demandRevocable({ path, record }: LedgerEntry, repositoryId: number): void {
  if (record.decision === 'revoke') throw new GateFailure('usage', 'is a revocation: that is for ever', { path });
  if (record.about.repositoryId === repositoryId) return;
  throw new GateFailure('usage', `is about repository ${record.about.repositoryId}, and says nothing here`, { path });
}
