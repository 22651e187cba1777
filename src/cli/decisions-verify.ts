import { basename } from 'node:path';

import { whoSigned } from '../decisions/keys/who-signed.ts';
import { checkRecord } from '../decisions/ledger/check-record.ts';
import type { FindSigners } from '../decisions/ledger/check-record.ts';
import { LEDGER, readName } from '../text/record-name.ts';
import { MAX_RECORD_BYTES } from '../decisions/ledger/record.ts';
import { GateFailure } from '../errors.ts';
import { checkedText, isWhatItSays } from '../report/formats/checked-text.ts';
import type { CheckedFile } from '../report/formats/checked-text.ts';
import { approvalsOf } from '../policy/approvals.ts';
import { outlinePolicy } from '../policy/open.ts';
import { jsonText } from '../report/formats/json.ts';
import { loadTrust } from '../trust/load-trust.ts';
import { verifiesCurve } from '../trust/security-key.ts';
import { verifyAdmissions } from '../trust/verify-admission.ts';
import { identityFrom } from './admission-files.ts';
import { extendedReader, operatorPolicy } from './extended-policy.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { readBytes, shownPath, textStyle, writeText } from './output.ts';
import { programName } from './program.ts';
import { givenTrust } from './trust-flags.ts';

const most = 16 * 1024 * 1024;

/**
 * `lockgate decisions verify FILE...`: what each file proves. @returns the exit status: 0 each is what it says, 1 one is not.
 */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'decisions verify');
  if (flags.positionals.length === 0) {
    throw new GateFailure('usage', `decisions verify needs files: ${programName()} decisions verify FILE...`);
  }
  const find = flags.policy === undefined ? undefined : await signersBy(flags.policy, flags);
  const files: CheckedFile[] = [];
  for (const path of flags.positionals) files.push({ file: shownPath(path), found: await foundIn(path, flags, find) });
  const text =
    flags.format === 'json' ? jsonText(contractOf(files)) : checkedText(files, textStyle(flags.output).width);
  if (flags.output === undefined) process.stdout.write(text);
  else await writeText(flags.output, text);
  return files.every(({ found }) => found.every(isWhatItSays)) ? 0 : 1;
}

async function foundIn(path: string, flags: Flags, find: FindSigners | undefined): Promise<CheckedFile['found']> {
  const bytes = await readBytes(path, most);
  const name = basename(path);
  const isRecord =
    readName(LEDGER + name) !== undefined || (bytes.length <= MAX_RECORD_BYTES && looksLikeRecord(bytes));
  if (isRecord) return [checkRecord(name, bytes, find)];
  return verifyAdmissions(bytes, identityFrom(flags, flags.repositoryId), await trustFor(flags));
}

/** By the keys of a policy that the operator names. */
async function signersBy(named: string, flags: Flags): Promise<FindSigners> {
  const given = await operatorPolicy(named, flags);
  const file = typeof given === 'function' ? await given() : given;
  const outline = await outlinePolicy(file, { readExtended: extendedReader(flags) });
  const { approvals = approvalsOf({}) } = await outline.compose();
  return (statement, signatures) => whoSigned(statement, signatures, approvals, verifiesCurve);
}

async function trustFor(flags: Flags) {
  const { trustedRoot, refresh } = await givenTrust(flags);
  const refreshed = refresh && (await (await import('../trust/refresh.ts')).refreshTrust(refresh));
  return loadTrust({ trustedRoot, refreshed });
}

/** Under another name a record is still one, and wrong; what it is not is an admission. */
function looksLikeRecord(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && 'statement' in value && 'signatures' in value;
  } catch {
    return false;
  }
}

function contractOf(files: readonly CheckedFile[]) {
  return {
    schema: 'lockgate-verified/1',
    files: files.map(({ file, found }) => ({
      file,
      documents: found.map((one) => {
        if (!('state' in one)) {
          const { kind, why = null, digest = null, sha256 = null, record = null, signatures, signed = null } = one;
          return {
            kind,
            isWhatItSays: isWhatItSays(one),
            why,
            digest,
            sha256,
            record,
            signatures: signatures.length,
            signed,
          };
        }
        if (one.state === 'invalid') return { kind: 'admission', isWhatItSays: false, why: one.check };
        const { subjects, commit, signedAt } = one;
        return { kind: 'admission', isWhatItSays: true, why: null, subjects, commit, signedAt };
      }),
    })),
  };
}
