import { digestOf } from '../decisions/digest.ts';
import type { ApprovalRecord, FileApprovalRecord, LedgerEntry, Snapshot, Unproven } from '../model/index.ts';
import { LEDGER, readName } from '../text/record-name.ts';
import { readLedger } from './ledger.ts';

/**
 * Why an approval is not derived once more. A decision has one record: who revokes it revokes that one, and another of the same words (a
 * comment among them was deleted, an account has another name) would be in force again. What was approved before an approval of the
 * same bytes was revoked is approved anew, or not at all.
 */
export async function whyRecordedBefore(
  { path, record }: LedgerEntry & { readonly record: ApprovalRecord | FileApprovalRecord },
  trusted: Snapshot,
): Promise<Extract<Unproven, 'recorded-already' | 'revoked'> | undefined> {
  const { stem = '' } = readName(path) ?? {};
  const { entries, unusable } = await readLedger(trusted, { blocked: new Set([stem]), brought: new Set() });
  const others = entries.filter((entry) => entry.path !== path);
  const isRevoked = others.some(
    ({ record: one }) =>
      one.decision === 'revoke' &&
      readName(LEDGER + one.about.file)?.decision === 'approve' &&
      !(Date.parse(one.issuedAt) < Date.parse(record.issuedAt)),
  );
  if (isRevoked || unusable.some((one) => readName(one.path)?.decision === 'revoke')) return 'revoked';
  const digest = digestOf(record.about);
  const isAgain = others.some(
    ({ record: one }) =>
      (one.decision === 'approve' || one.decision === 'approve-file') &&
      one.pull === record.pull &&
      digestOf(one.about) === digest,
  );
  return isAgain ? 'recorded-already' : undefined;
}
