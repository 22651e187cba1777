import type { CheckedRecord } from '../../decisions/ledger/check-record.ts';
import { ofPurl } from '../../model/identity.ts';
import type { DecisionRecord, RecordedPerson } from '../../model/index.ts';
import type { InvalidAdmission, VerifiedAdmission } from '../../trust/verify-admission.ts';
import { limits, quoted, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import { whyNoRecord } from '../view/decisions.ts';
import { plural } from '../view/words.ts';
import { wrap } from './wrap.ts';

/** A file of `decisions verify`, and what is in it. */
export interface CheckedFile {
  readonly file: string;
  readonly found: readonly (CheckedRecord | VerifiedAdmission | InvalidAdmission)[];
}

/** Packages that are named; the JSON has all. */
const named = 10;

export const isWhatItSays = (one: CheckedFile['found'][number]): boolean =>
  'state' in one ? one.state === 'verified' : one.why === undefined && (one.signed?.refused.length ?? 0) === 0;

/** What files of decisions prove, and what they do not, for a person. */
export function checkedText(files: readonly CheckedFile[], width: number): string {
  const lines = files.flatMap(({ file, found }) =>
    found.flatMap((one) => {
      const words = 'state' in one ? admissionWords(one) : recordWords(one);
      const state = isWhatItSays(one) ? 'ok' : 'no';
      return [`${state}  ${visible(file)}`, ...words.flatMap((line) => wrap(line, '    ', width)), ''];
    }),
  );
  return logText(lines.join('\n'));
}

function recordWords({ why, record, digest, signatures, signed }: CheckedRecord): readonly string[] {
  if (why !== undefined || record === undefined) {
    return [
      `It is no record of a decision: ${why === 'no-name' || why === undefined ? 'no record has such a name' : whyNoRecord(why)}.`,
    ];
  }
  const { by, issuedAt, expiresAt, pull } = record;
  const ends = expiresAt === null ? 'without an end' : `until ${expiresAt}`;
  const where = pull === null ? 'on no pull request' : `on pull request ${pull}`;
  return [
    `It says: ${subjectWords(record)}, ${where}, ${issuedAt}, ${ends}.`,
    ...by.map((person) => `  ${personWords(person)}`),
    ...(digest === undefined ? [] : [`Digest of what was decided: ${digest}`]),
    'Shown: it is in the one form that a record has, under the name that follows from it, and the digest is that of the facts that it holds.',
    ...signatureWords(signatures.length, signed),
    `Not shown by the file: that ${by.length === 1 ? 'this person' : 'these people'} may decide it${signed !== undefined && signed.people.length >= by.length ? '' : ', or said so'}. The gate asked when it was let in. Whether it counts now: lockgate decisions list.`,
  ];
}

function signatureWords(count: number, signed: CheckedRecord['signed']): readonly string[] {
  if (count === 0) return [];
  if (signed === undefined) {
    return [`${plural(count, 'signature')}, not verified: name the policy with the keys that count (--policy FILE).`];
  }
  return [
    ...signed.people.map(({ id, fingerprint }) => `Signed by account ${id}, with the security key ${fingerprint}.`),
    ...signed.refused.map(({ id, why }) => `A signature that is said to be of account ${id} does not count. ${why}`),
  ];
}

function subjectWords(record: DecisionRecord): string {
  switch (record.decision) {
    case 'approve':
    case 'deny': {
      const { name, version } = ofPurl(record.about.purl);
      const verb = record.decision === 'deny' ? 'denied' : 'approved';
      return `${quoted(`${name}@${version}`)} ${verb} in repository ${record.about.repositoryId}`;
    }
    case 'approve-file':
      return `${quoted(record.about.path)} approved in repository ${record.about.repositoryId}`;
    case 'revoke':
      return `${quoted(record.about.file)} revoked in repository ${record.about.repositoryId}`;
  }
}

const sources = { comment: 'by comment', 'security-key': 'by security key', claim: 'as a claim' } as const;

const personWords = ({ login, id, authenticated, comment, codes, reason }: RecordedPerson): string =>
  `${quoted(login, limits.name)} (${id}) ${sources[authenticated]}${comment === null ? '' : ` ${comment}`}${codes.length === 0 ? '' : `, of ${codes.join(', ')}`}${reason === '' ? '' : `: ${quoted(reason, 600)}`}`;

function admissionWords(one: VerifiedAdmission | InvalidAdmission): readonly string[] {
  if (one.state === 'invalid') {
    const { check, expected, found } = one;
    const instead = expected === undefined ? '' : `, expected ${quoted(expected)}`;
    return [`It proves nothing: ${check}${instead}${found === undefined ? '' : `, found ${quoted(found)}`}.`];
  }
  const { kind, subjects, commit, signedAt, runUri } = one;
  const all = subjects.slice(0, named).map(({ name }) => quoted(name));
  const more = subjects.length > named ? ` and ${subjects.length - named} more` : '';
  return [
    `${kind === 'summary' ? 'A summary' : 'A statement about one package'}: the named workflow let in ${all.join(', ')}${more} with commit ${commit}, signed ${signedAt}${runUri === undefined ? '' : ` (${visible(runUri)})`}.`,
    'Shown: the signature, who signed it, and that it says no more than its signer may. Not shown: that nothing has been found or denied since.',
  ];
}
