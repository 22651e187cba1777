import { purlOf } from '../../model/identity.ts';
import type { Approvals, DecisionRecord, Dossier, Instant, LedgerEntry } from '../../model/index.ts';
import { LEDGER } from '../../text/record-name.ts';
import { quoted } from '../../text/visible.ts';
import type { Decidable } from '../apply.ts';
import { everySha512 } from '../preimage.ts';

/** Records that somebody writes by hand: nothing is known of them but what they say. */

export interface Claim {
  /** Sorted by id. */
  readonly who: readonly { readonly id: number; readonly login: string }[];
  readonly reason: string;
  readonly now: Instant;
  /** Digest of the policy. */
  readonly policy: string;
  /** Whether they sign it: else it is a claim. */
  readonly isSigned: boolean;
}

/** The approval of what blocks, with all of its codes. */
export function approvalBy(entry: Decidable, claim: Claim, expiresAt: Instant): DecisionRecord {
  const decided =
    entry.kind === 'package'
      ? ({ decision: 'approve', about: entry.preimage } as const)
      : ({ decision: 'approve-file', about: entry.preimage } as const);
  return { ...decided, ...saidBy(claim, entry.kind === 'package' ? entry.codes : [], expiresAt) };
}

/** The denial of each of the bytes that may be installed for a package version of the change. */
export function denialsBy(
  { name, version }: { readonly name: string; readonly version: string },
  dossiers: readonly Dossier[],
  repositoryId: number,
  claim: Claim,
): readonly DecisionRecord[] {
  const own = dossiers.filter(
    ({ change }) => change.kind !== 'removed' && change.name === name && change.version === version,
  );
  const bytes = [...new Set(own.flatMap(everySha512))].sort();
  const purl = purlOf(name, version);
  return bytes.map((sha512) => ({
    ...({ decision: 'deny', about: { repositoryId, purl, sha512 } } as const),
    ...saidBy(claim, [], null),
  }));
}

/** What voids a record of the ledger for ever. */
export function revocationBy({ path, sha256, record }: LedgerEntry, claim: Claim): DecisionRecord {
  const { repositoryId } = record.about;
  return {
    ...({ decision: 'revoke', about: { repositoryId, record: sha256, file: path.slice(LEDGER.length) } } as const),
    ...saidBy(claim, [], null),
  };
}

function saidBy({ who, reason, now, policy, isSigned }: Claim, codes: readonly string[], expiresAt: Instant | null) {
  const by = who.map(({ id, login }) => {
    const authenticated = isSigned ? ('security-key' as const) : ('claim' as const);
    return { id, login, authenticated, comment: null, codes, reason, at: now };
  });
  return { by, pull: null, policy, issuedAt: now, expiresAt };
}

/** Why somebody's approval cannot count by this policy; undefined where it may. */
export function whyNoApproval(
  { id, login }: Claim['who'][number],
  { users, teams, never }: Approvals,
): string | undefined {
  const listed = users.find((one) => one.id === id);
  if (listed !== undefined && listed.login.toLowerCase() !== login.toLowerCase()) {
    return `the policy has ${quoted(listed.login)} for this id`;
  }
  if (never.some((one) => one.id === id)) return '`approvals.never` of the policy lists the account';
  if (users.length + teams.length === 0) return 'the policy names nobody under `approvals.approvers`';
  if (teams.length > 0 || users.some((one) => one.id === id)) return undefined;
  return '`approvals.approvers` of the policy does not list the account';
}
