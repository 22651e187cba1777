import { whoSigned } from '../decisions/keys/who-signed.ts';
import { whyOtherTime } from '../decisions/ledger/decided-here.ts';
import { isAtLeast } from '../decisions/who.ts';
import type { Approvals, Instant, LedgerEntry, ListedUser, Unproven } from '../model/index.ts';
import type { DecisionPort } from '../platform/port.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { LEDGER, readName } from '../text/record-name.ts';
import { verifiesCurve } from '../trust/security-key.ts';

/** Records that security keys have signed. */

export interface SignedRecord {
  readonly approvals: Approvals;
  readonly port: DecisionPort | undefined;
  readonly now: Instant;
  readonly policy: Pick<EffectivePolicy, 'digest'>;
}

/** Everybody whom it names has signed it, and nobody else; each may decide, and they are enough. Whether they propose it is asked elsewhere. */
export async function whyNotSigned(
  entry: LedgerEntry,
  { approvals, port, now, policy }: SignedRecord,
): Promise<Unproven | undefined> {
  const { record, signatures, statement } = entry;
  const { people, refused } = whoSigned(statement, signatures, approvals, verifiesCurve);
  const named = new Set(record.by.map(({ id }) => id));
  if (refused.length > 0 || people.length !== signatures.length) return 'signature';
  const isAll = named.size === record.by.length && named.size === people.length;
  if (!isAll || !people.every(({ id }) => named.has(id))) return 'signer';
  // Keys are of accounts that are listed by themselves.
  if (record.by.some(({ authenticated, team }) => authenticated !== 'security-key' || team !== undefined)) {
    return 'signer';
  }
  if (record.policy !== policy.digest) return 'policy-unknown';
  const time = whyOtherTime(record, { approvals, now });
  if (time !== undefined) return time;
  const listed = approvals.users.filter(({ id }) => named.has(id));
  if (listed.length !== named.size) return 'signer';
  // Readers go by the login: it is the one that the policy has for the account.
  const isNamed = ({ id, login }: ListedUser) =>
    record.by.some((one) => one.id === id && one.login.toLowerCase() === login.toLowerCase());
  if (!listed.every(isNamed)) return 'signer';
  const accounts = listed.map(({ id, login }) => ({ id, login, type: 'User' as const }));
  const standings = await port?.standings?.(accounts, { ...approvals, teams: [] });
  const isAllowed = ({ id }: { readonly id: number }) => {
    const permission = standings?.get(id)?.permission;
    return permission !== undefined && isAtLeast(permission, approvals.minimumPermission);
  };
  if (!listed.every(isAllowed) || listed.some(({ id }) => approvals.never.some((one) => one.id === id))) {
    return 'signer';
  }
  return tightens(entry) || named.size >= approvals.required ? undefined : 'too-few';
}

/** The ids of those whose signatures a record holds. */
export function signersOf({ statement, signatures }: LedgerEntry, approvals: Approvals): readonly number[] {
  return whoSigned(statement, signatures, approvals, verifiesCurve).people.map(({ id }) => id);
}

/** What one approver is enough for, a proposer too: a denial, and taking an approval back. */
export const tightens = ({ record }: LedgerEntry): boolean =>
  record.decision === 'deny' ||
  (record.decision === 'revoke' && readName(LEDGER + record.about.file)?.decision === 'approve');
