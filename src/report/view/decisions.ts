/** What a report says of decisions: who may make them, which there are, and which do not count. */
import type {
  Account,
  ProposerMark,
  RecordNotCounted,
  Refusal,
  RefusedBecause,
  Report,
  ReportedDecisions,
  ReportedLedger,
  ReportedOffer,
  ReportedProof,
  Unproven,
} from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import { blockedRows } from './blocked.ts';
import { number, plural } from './words.ts';

/** Lines that one comment offers; a person reads each. */
export const offeredLines = 50;
/** People that are named; the JSON report has all. */
const namedPeople = 5;

/** What is still open: what nobody denied, and not enough people have approved. */
export const openOffers = ({ offers, denials }: ReportedDecisions): readonly ReportedOffer[] =>
  offers.filter(
    ({ name, version, line, isApproved }) =>
      !isApproved && line !== null && !denials.some((one) => one.name === name && one.version === version),
  );

/** Denials of what is in the change: of another the refusals say that it is not. */
export const denialsHere = ({
  denials,
  refusals,
  offers,
  undecidable,
}: ReportedDecisions): ReportedDecisions['denials'] =>
  denials.filter(
    ({ name, version, comment }) =>
      [...offers, ...undecidable].some((one) => one.name === name && one.version === version) ||
      !refusals.some((one) => one.why === 'not-here' && one.comment === comment && isOf(one.line, name, version)),
  );

const isOf = (line: string, name: string, version: string): boolean =>
  /^\/deny/i.test(line) && line.includes(`${name}@`) && line.includes(version);

/** What one approver lets in, a proposer too: it only tightens who may approve. */
const isByOne = ({ byOne }: ReportedOffer): boolean => byOne === true;

/**
 * The lines that would approve what is still open, whole, in the order of the rows above them: who copies the first line means the first row.
 * Whoever made the report, nothing else than such a line is shown as one.
 */
export function openLines(report: Report): readonly string[] {
  const { decisions } = report;
  if (decisions === undefined) return [];
  const rows = new Map(
    blockedRows(report)
      .flatMap(({ subject }, row) =>
        subject.statements.flatMap(({ findings }) => findings).map((one) => ({ one, row })),
      )
      .reverse()
      .map(({ one: { name, version, lockfile }, row }) => [keyOf(name, version, lockfile), row] as const),
  );
  const rowOf = ({ name, version, path }: ReportedOffer) => rows.get(keyOf(name, version, path ?? '')) ?? rows.size;
  return [...giveable(decisions)].sort((a, b) => rowOf(a) - rowOf(b)).flatMap(linesOf);
}

/** What somebody is left to approve. */
const giveable = (decisions: ReportedDecisions): readonly ReportedOffer[] =>
  openOffers(decisions).filter((offer) => isByOne(offer) || isOtherLeft(decisions));

const keyOf = (name: string | null, version: string | null, path: string): string =>
  JSON.stringify(name === null ? [path] : [name, version]);

const linesOf = ({ line }: ReportedOffer): readonly string[] => (line === null || !isLine.test(line) ? [] : [line]);

const isLine = /^\/approve(?:-file)? [\x21-\x7e]+ [\x20-\x7e]+$/;

/** Whether anything is left that approvers could decide about, as far as enough of them are left. */
export const isOpen = (decisions: ReportedDecisions): boolean =>
  canApprove(decisions) && openOffers(decisions).flatMap(linesOf).length > 0;

/** Whether a person can approve something that blocks. */
export const isOffered = ({ decisions }: Pick<Report, 'decisions'>): boolean =>
  decisions !== undefined && canApprove(decisions) && giveable(decisions).flatMap(linesOf).length > 0;

/** Whether a line is offered for a package, or for the file of a finding without a name. */
export function isOfferedFor(
  { decisions }: Pick<Report, 'decisions'>,
  {
    name,
    version,
    lockfile,
  }: { readonly name: string | null; readonly version: string | null; readonly lockfile?: string },
): boolean {
  const offers = decisions === undefined ? [] : openOffers(decisions);
  return offers.some((one) => (name === null ? one.path === lockfile : one.name === name && one.version === version));
}

/** Whether the policy names anybody. */
const canApprove = ({ approvers }: ReportedDecisions): boolean => approvers.users.length + approvers.teams.length > 0;

/** Listed accounts that have not proposed the change. */
function whoIsLeft({ approvers, proposers }: ReportedDecisions) {
  const marked = new Set(proposers.map(({ account }) => account.id));
  return approvers.users.filter(({ id }) => !marked.has(id));
}

/** Whether an approver is left who has not proposed the change. */
const isOtherLeft = (decisions: ReportedDecisions): boolean =>
  decisions.approvers.teams.length > 0 || whoIsLeft(decisions).length > 0;

/** Whether more people are needed than are left of those whom the policy lists. How many a team has is not known. */
export const isShort = (decisions: ReportedDecisions): boolean =>
  decisions.approvers.teams.length === 0 && whoIsLeft(decisions).length < decisions.required && !isAllByOne(decisions);

const isAllByOne = (decisions: ReportedDecisions): boolean => {
  const open = openOffers(decisions);
  return open.length > 0 && open.every(isByOne);
};

/** Who may approve, how many of them it takes, and who may not: sentences, that too few are left first. */
export function approverWords(decisions: ReportedDecisions): readonly string[] {
  const { approvers, required, because, proposers, pulls } = decisions;
  const tightening = 'tightens who may approve: one listed approver can let that in, even one who proposed it.';
  if (isAllByOne(decisions)) return [`The change of the policy only ${tightening}`];
  const where = pulls === undefined ? 'this pull request' : 'the pull request that brings it in';
  const left = whoIsLeft(decisions);
  const people = several(
    [...left.map(({ login }) => quoted(login)), ...approvers.teams.map(({ slug }) => `a member of ${quoted(slug)}`)],
    namedPeople,
  );
  const listed = new Set(approvers.users.map(({ id }) => id));
  const kept = [...new Map(proposers.map((mark) => [mark.account.id, mark])).values()].filter(({ account }) =>
    listed.has(account.id),
  );
  const signing = new Set(isShort(decisions) ? signers(decisions).map(({ id }) => id) : []);
  return [
    ...(isShort(decisions) && signers(decisions).length > 0 ? [signWords(decisions)] : []),
    ...(isShort(decisions) && signers(decisions).length === 0
      ? [
          `This needs ${plural(required, 'approver')}, and ${left.length === 0 ? 'none' : `only ${number(left.length)}`} of those whom the policy lists is left${left.length === 0 ? '' : ` (${people.join(', ')})`}: a proposer cannot approve.`,
          'Another approver has to be listed in the policy on the default branch, or somebody else has to propose the change.',
          ...(approvers.users.length === 1
            ? [
                'Whoever is alone in a repository can decide by a security key: `approvals.keys` and `ownChanges` in the policy.',
              ]
            : []),
        ]
      : isShort(decisions)
        ? []
        : [
            `${either(people)} can let this in, by a comment on ${where}.`,
            required === 1 ? '' : `It takes ${number(required)} of them.`,
          ]),
    because ?? '',
    openOffers(decisions).some(isByOne) ? `The change of the policy only ${tightening}` : '',
    ...kept
      .filter(({ account }) => !signing.has(account.id))
      .map((mark) => `${quoted(mark.account.login)} cannot: the account ${markWords(mark)}.`),
  ].filter((words) => words !== '');
}

/** Those of the change's own people who may decide about it by their key. */
function signers({ keyHolders, approvers }: ReportedDecisions) {
  return keyHolders?.own === true ? approvers.users.filter(({ id }) => keyHolders.ids.includes(id)) : [];
}

function signWords(decisions: ReportedDecisions): string {
  const people = several(
    signers(decisions).map(({ login }) => quoted(login)),
    namedPeople,
  );
  const [first] = openOffers(decisions);
  const named = first?.path ?? `${first?.name ?? ''}@${first?.version ?? ''}`;
  // It is copied into a shell.
  const what = /^[\w@/.+-]+$/.test(named) && !named.startsWith('-') ? named : 'NAME@VERSION';
  return `${either(people)} can let this in by a signed record, also their own change: run ${quoted(`lockgate approve ${what} --sign KEY --reason TEXT`)} for each on a terminal where no agent types, and commit the file that it writes to this branch.`;
}

const either = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

function several(words: readonly string[], most: number): readonly string[] {
  return words.length <= most ? words : [...words.slice(0, most), `${number(words.length - most)} more`];
}

const marks: Readonly<Record<ProposerMark['as'], string>> = {
  author: 'opened this pull request',
  requester: 'asked for this change',
  pusher: 'pushed to this branch',
  'commit-author': 'is the author of a commit of it',
  committer: 'committed to it',
  'co-author': 'is named as a co-author in it',
  assigner: 'assigned whoever made it',
};

/** Why somebody is a proposer. */
export const markWords = ({ as, commit }: ProposerMark): string =>
  `${marks[as]}${commit === undefined ? '' : ` (commit ${quoted(commit.slice(0, 12))})`}`;

const reasons: Readonly<Record<RefusedBecause, string>> = {
  'not-a-user': 'an App wrote it',
  'not-listed': 'the policy does not list the account',
  'team-not-asked': 'the policy does not list the account, and who is in its teams is not asked in this run',
  'no-permission': 'the account may do too little in this repository',
  never: 'the policy says that this account never counts',
  proposer: 'a proposer of the change wrote it',
  edited: 'the comment was edited',
  minimized: 'the comment is hidden',
  'by-mail': 'it came by mail',
  'by-app': 'an App wrote it for the person',
  malformed: 'it cannot be read',
  'unclear-text': 'the comment holds marks that can hide or strike out text',
  'not-alone': 'it stands in a list, directly under a quote, or in other text that is no plain paragraph',
  'other-digest': 'it is about another state of the package',
  'other-codes': 'something else blocks the package now',
  'not-here': 'this change does not bring it in',
  'not-decidable': 'nobody can approve what blocks it',
  'contradicts-itself': 'the comment says both of the same',
  superseded: 'the same person said otherwise later',
  denied: 'the package is denied',
  expired: 'it is too old',
  'after-report-was-edited': 'the comment of lockgate held words of somebody else then',
  'no-approvers': 'the policy names no approvers',
  'account-gone': 'the account is gone',
  'after-merge': 'it was said after the merge',
  'in-a-review': 'it stands in a review',
};

/** The same of a file, where the words above are about a package. */
const fileReasons: Partial<typeof reasons> = {
  'other-digest': 'it is about another state of the file',
  'not-here': 'nothing about this file blocks here',
};

const reasonOf = (line: string, why: RefusedBecause): string =>
  (line.startsWith('/approve-file') ? fileReasons[why] : undefined) ?? reasons[why];

const unrecorded: Readonly<Record<RecordNotCounted, string>> = {
  'not-a-file': 'it is a link or a submodule, which is not followed: put the file itself there',
  'too-large': 'it is too large for a record',
  'not-json': 'it is no JSON',
  'not-a-record': 'it is no record, or was written in another way',
  misnamed: 'its name is not the one that follows from what it says',
  revoked: 'it was revoked',
  'maybe-revoked': 'a revocation beside it cannot be read, and may be about it',
  expired: 'it has expired: approve it again on the pull request',
  'not-yet': 'it was issued later than the time that is judged',
  'no-approvers': 'the policy names no approvers',
  'not-listed': 'none of its people is an approver any more',
  'other-facts': 'what it approved has changed: bytes, use, profile, or what was known of them',
  'other-codes': 'something else blocks the package now',
  'too-few': 'more people are needed than approved it',
  'decided-here-alone': 'a change of the policy or the records is let in on its own pull request alone',
  proposer: 'whoever approved it proposes this change: another approver has to',
  'proposers-unknown': 'it is not known who proposes this change',
  'no-repository': 'the id of this repository is not known',
};

const unproven: Readonly<Record<Unproven, string>> = {
  'too-large': 'it is too large for a record',
  'not-json': 'it is no JSON',
  'not-a-record': 'it is no record, or was written in another way',
  misnamed: 'its name is not the one that follows from what it says',
  'other-repository': 'it is about another repository',
  'too-many': 'one run asks about no more records: bring them in parts',
  'no-platform': 'only the check on the pull request can ask for what proves it',
  'no-pull': 'it names no pull request of this repository',
  'not-merged': 'the pull request that it names is not merged',
  'careless-branch':
    'the pull request that it names was merged into a branch that is neither the default branch nor a baseline',
  'policy-unknown': 'the policy that it names is not the one that was in force',
  'not-brought-in': 'the merge that it names does not bring in what it is about',
  'not-derived': 'what approvers wrote on the pull request that it names comes to another record, or to none',
  'not-derivable': 'nothing on a pull request says this: approvers let the file in, or sign it',
  signature: 'a signature does not verify, or is by no key of the policy',
  signer: 'it names others than those who signed it, or somebody who may not decide',
  proposer: 'whoever signed it proposed this change',
  'proposers-unknown': 'it is not known who proposed this change, so whoever signed it may have',
  'too-few': 'more people are needed',
  'wrong-time': 'it begins later than now, ends later than the policy allows, or has ended',
  'not-as-named': 'approvers let it in, and it names other people, or other codes than those that block now',
  'says-more':
    'approvers let it in, and it names a comment, a key, a team, a pull request or an account in a way that they cannot prove: write it with `lockgate approve`',
  'recorded-already': 'the ledger has a record of this approval, and a decision has one record',
  revoked: 'it was approved before an approval of the same bytes was revoked: let it be approved again',
};

const provenBy: Readonly<Record<'derived' | 'signed' | 'decided-here' | 'kept', string>> = {
  kept: 'the default branch has the same record',
  derived: 'what approvers wrote on the pull request that it names comes to the same',
  signed: 'signed by a security key of the policy',
  'decided-here': 'approvers let this very file in',
};

/** The records that come in, and what proves each. */
export const provenRecords = ({ proofs = [] }: ReportedDecisions): readonly string[] =>
  proofs.flatMap(({ record, state }) => (state === 'unproven' ? [] : [`${quoted(record)}: ${provenBy[state]}`]));

/** The records that came along and are proven by nothing. */
export const unprovenRecords = ({ proofs = [] }: ReportedDecisions): readonly string[] =>
  proofs.flatMap(({ record, why, says }) =>
    why === undefined ? [] : [`${quoted(record)}: ${unproven[why]}.${says === undefined ? '' : ` ${saysWords(says)}`}`],
  );

const verbs = { approve: 'approves', 'approve-file': 'approves', deny: 'denies', revoke: 'revokes' } as const;

function saysWords({ decision, subject, by, reason, expiresAt }: NonNullable<ReportedProof['says']>): string {
  const until = expiresAt === null ? '' : `, until ${expiresAt.slice(0, 10)}`;
  return `It says: ${several(
    by.map((login) => quoted(login)),
    namedPeople,
  ).join(', ')} ${verbs[decision]} ${quoted(subject)}${until}${reason === '' ? '' : `: ${quoted(reason)}`}.`;
}

/** Why a record does not count. */
export const whyNoRecord = (why: RecordNotCounted): string => unrecorded[why];

/** The same with its path quoted. */
export const recordWords = ({ record, why }: ReportedLedger['notCounted'][number]): string =>
  `${quoted(record)}: ${unrecorded[why]}`;

/** What denies something in the ledger: who, and why. */
export const deniedBy = ({ by, reason }: ReportedLedger['used'][number]): string =>
  by.length === 0
    ? reason
    : `by ${by.map((login) => quoted(login)).join(', ')}${reason === '' ? '' : `: ${quoted(reason)}`}`;

/** Sentences about the ledger as a whole. */
export const ledgerNotes = ({ notes, elsewhere }: ReportedLedger): readonly string[] => [
  ...notes,
  ...(elsewhere === 0
    ? []
    : [`${plural(elsewhere, 'record')} of other repositories ${elsewhere === 1 ? 'says' : 'say'} nothing here.`]),
];

/** A line that does not count: whose it is, why, and what would help. Third-party text in it stands between backticks. */
export function refusalWords({ account, line, why, fix, commit, pull }: Refusal): string {
  const where = commit === undefined ? '' : ` (commit ${quoted(commit.slice(0, 12))})`;
  const short = line.replaceAll(/(?<![0-9a-f])([0-9a-f]{12})[0-9a-f]{52}(?![0-9a-f])/g, '$1…');
  return `${pull === undefined ? '' : `on pull request ${pull}, `}${who(account)}: ${quoted(short)}: ${reasonOf(line, why)}${where}. ${fix}`;
}

const who = (account: Account | null) => (account === null ? 'a deleted account' : quoted(account.login));
