import type { Approvals } from '../../model/index.ts';
import type { RecordSignature } from '../../model/record.ts';
import type { VerifiesCurve } from '../../model/security-key.ts';
import { type RefusedSignature, type Signer, verifySshsig } from './verify-sshsig.ts';

/** What the signatures of a record come to. */
export interface WhoSigned {
  /** Each account once, however many of its keys signed, in the order of the record. */
  readonly people: readonly Signer[];
  /** `id` is the record's word, and the refused signature is not known to be theirs. */
  readonly refused: readonly (RefusedSignature & { readonly id: number })[];
}

/**
 * Who signed a record, by the keys of the policy. A signature is one person's statement and nothing more: whether they are
 * listed, have the permission, or propose the change is asked of everybody alike.
 * @param statement the bytes in the record, as they were signed
 */
export function whoSigned(
  statement: Uint8Array,
  signatures: readonly RecordSignature[],
  { keys }: Pick<Approvals, 'keys'>,
  verifies: VerifiesCurve,
): WhoSigned {
  const people = new Map<number, Signer>();
  const refused: (RefusedSignature & { readonly id: number })[] = [];
  for (const { id, sshsig } of signatures) {
    const answer = verifySshsig({ id, sshsig, message: statement, keys, verifies });
    if ('ok' in answer) people.set(id, people.get(id) ?? answer.ok);
    else refused.push({ id, ...answer });
  }
  return { people: [...people.values()], refused };
}

/** Whether somebody who signed may decide about what they proposed themselves. */
export function mayDecideOwn(
  id: number,
  { people }: Pick<WhoSigned, 'people'>,
  { ownChanges }: Pick<Approvals, 'ownChanges'>,
): boolean {
  return ownChanges === 'security-key' && people.some((person) => person.id === id);
}
