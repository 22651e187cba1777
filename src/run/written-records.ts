import type { Decidable } from '../decisions/apply.ts';
import type { Derive } from '../decisions/ledger/derive.ts';
import { derivedApproval, derivedDenial } from '../decisions/ledger/derive.ts';
import { writeRecord } from '../decisions/ledger/record.ts';
import { everySha512 } from '../decisions/preimage.ts';
import { purlOf } from '../model/identity.ts';
import type { Approvals, Blocked, DecisionRecord, Dossier } from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { rules } from '../rules/index.ts';
import { compareText } from '../text/order.ts';
import { LEDGER } from '../text/record-name.ts';
import type { Decided } from './decided-each.ts';
import type { RecordFile } from './request.ts';

export interface WriteRecords {
  readonly decided: Decided;
  readonly letsIn: (entry: Decidable) => boolean;
  readonly blocked: readonly Blocked[];
  readonly dossiers: readonly Dossier[];
  readonly approvals: Approvals;
  readonly policy: Pick<EffectivePolicy, 'digest'>;
  readonly repositoryId: number | undefined;
  readonly pull: number | undefined;
}

/**
 * The records of what was decided on a pull request, byte for byte those that everybody derives after the merge, if nobody says
 * anything else until then and the policy stays as it is. What let in a record itself needs none.
 */
export function writtenRecords(given: WriteRecords): readonly RecordFile[] {
  const { decided, letsIn, blocked, approvals, policy, pull } = given;
  const { said, recorded } = decided;
  if (said === undefined || pull === undefined) return [];
  const derive: Derive = { pull, said, policy: { approvals, digest: policy.digest }, rules };
  const approved = blocked.flatMap((entry): DecisionRecord[] => {
    if (entry.kind === 'undecidable' || recorded.has(entry.digest) || !letsIn(entry)) return [];
    if (entry.kind === 'file' && (entry.path.startsWith(LEDGER) || entry.preimage.mode === '040000')) return [];
    const record = derivedApproval(entry.preimage, derive);
    return record === undefined ? [] : [record];
  });
  const files = [...approved, ...denialsIn(given, derive)].flatMap((record) => writeRecord(record) ?? []);
  return [...new Map(files.map((file) => [file.path, file])).values()].sort((a, b) => compareText(a.path, b.path));
}

function denialsIn({ decided, dossiers, repositoryId }: WriteRecords, derive: Derive): readonly DecisionRecord[] {
  if (repositoryId === undefined) return [];
  return decided.counted.denials.flatMap(({ name, version, comment }) => {
    const about = dossiers.filter(({ change }) => change.kind !== 'removed' && isOf(change, { name, version }));
    const bytes = [...new Set(about.flatMap(everySha512))];
    return bytes.flatMap((sha512) => {
      const record = derivedDenial({ repositoryId, purl: purlOf(name, version), sha512 }, comment, derive);
      return record === undefined ? [] : [record];
    });
  });
}

const isOf = (one: Named, other: Named): boolean => one.name === other.name && one.version === other.version;

interface Named {
  readonly name: string;
  readonly version: string;
}
