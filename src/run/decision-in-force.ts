import type { Decidable } from '../decisions/apply.ts';
import { digestOf } from '../decisions/digest.ts';
import { matchLedger, whyNotLetIn } from '../decisions/ledger/match.ts';
import { packageStem } from '../decisions/ledger/names.ts';
import { packagePreimage } from '../decisions/preimage.ts';
import type { BlockedPackage, Dossier, Instant, RecordNotCounted, Snapshot } from '../model/index.ts';
import { approvalsOf } from '../policy/approvals.ts';
import { rules } from '../rules/index.ts';
import { readLedger } from './ledger.ts';
import { ledgerPlace } from './ledger-place.ts';
import type { Run } from './request.ts';

/** The records by which a package version may be taken, or why there are none. */
export type DecisionInForce =
  | { readonly records: readonly string[]; readonly by: readonly string[]; readonly until: Instant | null }
  | { readonly why: RecordNotCounted | 'none' | 'no-bytes' };

export interface AskLedger {
  /** The state whose records are believed. */
  readonly trusted: Snapshot;
  readonly repositoryId: number | undefined;
  /** `rule/code` of what blocks it now, whatever anybody decided. */
  readonly codes: readonly string[];
}

/**
 * Whether enough people who may approve have approved these very bytes, and what is known of them, in records of the trusted
 * state. It asks nothing of comments: whoever mirrors a package has no pull request.
 * @throws GateFailure as `readLedger` does
 */
export async function decisionInForce(
  { effective: policy, now }: Run,
  dossier: Dossier,
  { trusted, repositoryId, codes }: AskLedger,
): Promise<DecisionInForce> {
  if (policy === undefined) return { why: 'none' };
  const entry = entryOf(dossier, codes, packagePreimage({ dossier, policy, repositoryId: repositoryId ?? 0, rules }));
  if (entry === undefined) return { why: 'no-bytes' };
  if ((await ledgerPlace(trusted)) !== 'records') return { why: 'none' };
  const ledger = await readLedger(trusted, {
    blocked: new Set([packageStem(entry.preimage)]),
    brought: new Set(),
  });
  const { approvals = approvalsOf({}) } = policy;
  const asked = { ledger, approvals, repositoryId, now, blocked: [entry], dossiers: [dossier], rules };
  const matched = matchLedger(asked);
  const [first] = matched.notCounted;
  const covering = matched.covering.get(entry.digest);
  if (covering === undefined) return { why: first?.why ?? 'none' };
  const why = whyNotLetIn(entry, matched, 'nobody', asked);
  if (why !== undefined) return { why };
  const ends = covering.map(({ at, expiresAt }) => Math.min(endOf(expiresAt), Date.parse(at) + approvals.maximumAge));
  const until = Math.min(...ends);
  return {
    records: [...new Set(covering.map(({ record }) => record))],
    by: [...new Set(covering.map(({ account }) => account.login))],
    until: Number.isFinite(until) ? new Date(until).toISOString() : null,
  };
}

const endOf = (expiresAt: Instant | null): number => (expiresAt === null ? Infinity : Date.parse(expiresAt));

/** What nobody has to block for it to be asked about: as if all that blocks it did. */
function entryOf(
  { change: { name, version, lockfile } }: Dossier,
  codes: readonly string[],
  preimage: ReturnType<typeof packagePreimage>,
): Extract<Decidable, BlockedPackage> | undefined {
  const digest = typeof preimage === 'string' ? undefined : digestOf(preimage);
  if (digest === undefined || typeof preimage === 'string') return undefined;
  return {
    ...{ kind: 'package', name, version, lockfiles: [lockfile], digest, preimage },
    ...{ codes, findings: [], unread: [] },
  };
}
