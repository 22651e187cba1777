import { statementOf } from '../decisions/ledger/record.ts';
import { GateFailure } from '../errors.ts';
import type { Approvals, DecisionRecord, RecordSignature } from '../model/index.ts';
import { hasTerminal, signStatement } from './sign-statement.ts';
import type { ToSign } from './sign-statement.ts';

/** A record that its only person signs. */
export interface SignedRecord {
  readonly record: DecisionRecord;
  readonly signatures: readonly RecordSignature[];
  /** Of the key; absent of a claim. */
  readonly fingerprint?: string;
}

/**
 * Has a security key sign each record, one after the other, as what its person says.
 * @throws GateFailure `usage` where the record is of several people, and as `signStatement` does
 */
export async function signAll(
  records: readonly DecisionRecord[],
  keyFile: string,
  { keys }: Pick<Approvals, 'keys'>,
  how: Pick<ToSign, 'show' | 'env' | 'hasTerminal'> = atTerminal(),
): Promise<readonly SignedRecord[]> {
  const signed: SignedRecord[] = [];
  for (const record of records) {
    const [person, ...others] = record.by;
    if (person === undefined || others.length > 0) {
      throw new GateFailure('usage', 'a signature is the word of one person: name one with --by');
    }
    const lines = [`${record.decision} by ${person.login} (${person.id}): ${person.reason}`];
    const { sshsig, id, fingerprint } = await signStatement({
      ...{ statement: statementOf(record), lines, keyFile, keys, id: person.id, ...how },
    });
    signed.push({ record, signatures: [{ id, sshsig }], fingerprint });
  }
  return signed;
}

const atTerminal = () => ({
  show: (line: string) => void process.stderr.write(`${line}\n`),
  env: process.env,
  hasTerminal: hasTerminal(),
});
