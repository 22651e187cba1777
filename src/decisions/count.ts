import type {
  Account,
  Approvals,
  ApprovePackage,
  Blocked,
  Counted,
  CountedApproval,
  CountedDenial,
  DeletedComment,
  Instant,
  Proposers,
  PullComment,
  Refusal,
} from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import { coversCodes } from './codes.ts';
import { bounded, fixOf } from './refused.ts';
import type { Said, Sayings } from './statements.ts';
import { bySaying, sayingsOf } from './statements.ts';
import type { Denied, Standings } from './who.ts';
import { isCandidate, isListed, isNobodyListed, mayDeny, whyNoApprover, whyNoWord, whyProposer } from './who.ts';

/** All that is known when comments are counted. */
export interface Hearing {
  readonly comments: readonly PullComment[];
  readonly deleted: readonly DeletedComment[];
  /** Comments of reviews that hold a line: they are no decision, and are answered. */
  readonly reviews: readonly PullComment[];
  readonly proposers: Proposers;
  readonly standings: Standings;
  readonly approvals: Approvals;
  /** What blocks now. */
  readonly blocked: readonly Blocked[];
  /** `name@version` of everything that the change brings in from a registry, blocked or not. */
  readonly brought: ReadonlySet<string>;
  /** While our own comment held somebody else's words: what was approved then may rest on them. Without an end: it still does. */
  readonly tampered: readonly { readonly from: Instant; readonly until?: Instant }[];
  /** Those of what a digest stands for, where it comes from several pull requests; else `proposers`. */
  readonly proposersOf?: (digest: string) => Proposers;
  /** When the pull request was merged: what is said later lets nothing in. Absent: it is open. */
  readonly mergedAt?: Instant;
  readonly now: Instant;
  readonly rules: readonly Rule[];
}

export interface Asked {
  readonly account: Account;
  /** Of their comments, those that loosen something: who wrote them for them matters. */
  readonly comments: readonly string[];
  /** Whether they approve something: whether they proposed the change matters. */
  readonly approves: boolean;
}

/**
 * The accounts whose standing has to be asked before anything is counted: those whose lines could count, each once. Where the
 * policy names nobody, no approval could.
 */
export function peopleToAsk({ comments }: Pick<Hearing, 'comments'>, approvals: Approvals): readonly Asked[] {
  const found = new Map<number, Asked>();
  const { said, unread } = sayingsOf(
    comments.filter((one) => isCandidate(one.author, approvals)),
    ({ author }) => author !== null && isListed(author, approvals),
  );
  for (const { author } of unread) {
    if (author !== null) found.set(author.id, { account: author, comments: [], approves: false });
  }
  for (const { comment, statement } of said) {
    const { author, id } = comment;
    const approves = statement.say === 'approve' || statement.say === 'approve-file';
    if (author === null || (approves && isNobodyListed(approvals))) continue;
    const known = found.get(author.id) ?? { account: author, comments: [], approves: false };
    const loosening = statement.say === 'deny' || known.comments.includes(id) ? [] : [id];
    found.set(author.id, {
      ...{ account: author, comments: [...known.comments, ...loosening], approves: known.approves || approves },
    });
  }
  return [...found.values()];
}

/**
 * What the comments come to: of each person the newest statement about each digest, of people who may, and why the others do
 * not count.
 */
export function count(hearing: Hearing): Counted {
  const isOfWeight = ({ author }: PullComment) => mayDeny(author, hearing.approvals, hearing.standings);
  const sayings = sayingsOf(
    hearing.comments.flatMap((comment) => {
      if (isOfWeight(comment)) return [comment];
      // What they wrote before keeps nothing out.
      return isAnswered(comment, hearing.approvals) ? [{ ...comment, edits: [] }] : [];
    }),
    isOfWeight,
  );
  const refusals: Refusal[] = refusedAtOnce(hearing, sayings);
  const refuse = ({ text, comment }: Pick<Said, 'text' | 'comment'>, { why, fix, commit }: Denied) => {
    const { author: account, id } = comment;
    refusals.push({ account, comment: id, line: text, why, fix, ...(commit === undefined ? {} : { commit }) });
  };
  const denials = denialsOf(hearing, sayings, refuse);
  const approvals = approvalsOf(hearing, sayings, denials, refuse);
  const { approvals: policy, proposers, deleted, standings } = hearing;
  return {
    ...{ approvals, denials, refusals: bounded(refusals, policy), required: policy.required + proposers.extra },
    deleted: deleted.filter(({ author }) => author !== null && isApproverOf(author, policy, standings)),
  };
}

/** What cannot count whatever it says is answered where it is short: reading what strangers write must not take long. */
const isAnswered = ({ author, body }: PullComment, approvals: Approvals): boolean =>
  isCandidate(author, approvals) || body.length <= maxStranger;
const maxStranger = 4096;

const isApproverOf = ({ id }: Account, { users }: Approvals, standings: Standings): boolean =>
  standings.has(id) || users.some((user) => user.id === id);

type Refuse = (said: Pick<Said, 'text' | 'comment'>, denied: Denied) => void;

function refusedAtOnce({ reviews, approvals, standings }: Hearing, { malformed, contradicting }: Sayings): Refusal[] {
  const say = ({ text, comment }: Pick<Said, 'text' | 'comment'>, why: Refusal['why'], fix: string): Refusal => {
    return { account: comment.author, comment: comment.id, line: text, why, fix };
  };
  const lines = sayingsOf(
    reviews.filter((review) => isAnswered(review, approvals)),
    ({ author }) => mayDeny(author, approvals, standings),
  );
  return [
    ...malformed.filter(isOfPerson).map((one) => say(one, one.flaw ?? 'malformed', fixOf(one))),
    ...contradicting.map((one) =>
      say(
        one,
        'contradicts-itself',
        'The comment also denies or withdraws it, and that counts: to approve it, write the line alone in a new comment.',
      ),
    ),
    ...[...lines.said, ...lines.malformed, ...lines.contradicting].map((one) =>
      say(one, 'in-a-review', 'A review decides nothing: write the line as a comment on the pull request.'),
    ),
  ];
}

/** An App's text with a line in it is a report, such as our own, and nothing to answer. */
const isOfPerson = ({ comment: { author } }: Pick<Said, 'comment'>): boolean => author?.type !== 'Bot';

/**
 * Denials in force: a person's newest word about a name and version. A withdrawal ends the person's own denial only where it
 * could loosen anything.
 */
function denialsOf(hearing: Hearing, { said }: Sayings, refuse: Refuse): readonly CountedDenial[] {
  const inForce = new Map<string, CountedDenial>();
  for (const one of said) {
    const { statement, comment } = one;
    if (statement.say !== 'deny' && statement.say !== 'withdraw') continue;
    const { name, version } = statement;
    const { author: account } = comment;
    const key = `${account?.id ?? ''} ${name}@${version}`;
    const denial = inForce.get(key);
    if (statement.say === 'withdraw' && denial === undefined) continue;
    const denied =
      whyNoApprover(account, hearing.approvals, hearing.standings, statement.say) ??
      whyNoWord(one) ??
      (statement.say === 'withdraw' ? whyStands(one, denial) : undefined);
    if (denied !== undefined || account === null) {
      if (denied !== undefined) refuse(one, denied);
      continue;
    }
    if (statement.say === 'withdraw') inForce.delete(key);
    else {
      const { reason } = statement;
      inForce.set(key, { account, comment: comment.id, name, version, reason, at: one.at });
    }
  }
  for (const one of said) {
    const { statement, comment } = one;
    if (statement.say !== 'deny' || isHere(hearing, statement)) continue;
    const denial = inForce.get(`${comment.author?.id ?? ''} ${statement.name}@${statement.version}`);
    if (denial?.comment === comment.id) refuse(one, { why: 'not-here', fix: notHere });
  }
  return [...inForce.values()];
}

/** Why a withdrawal does not end a denial, as it is written. */
function whyStands(one: Said, denial: CountedDenial | undefined): Denied | undefined {
  if (one.flaw !== undefined) return { why: one.flaw, fix: fixOf(one) };
  if (denial?.comment !== one.comment.id) return undefined;
  return { why: 'contradicts-itself', fix: 'The comment also denies it: write the withdrawal alone in a new comment.' };
}

const notHere = 'This pull request does not bring it in: look at the name and the version.';

/** Whether the change brings it in. */
const isHere = (
  { brought, blocked }: Pick<Hearing, 'brought' | 'blocked'>,
  { name, version }: { readonly name: string; readonly version: string },
): boolean =>
  brought.has(`${name}@${version}`) ||
  blocked.some((one) => one.kind !== 'file' && one.name === name && one.version === version);

/** Approvals that count, of each person and digest the newest. */
function approvalsOf(
  hearing: Hearing,
  { said }: Sayings,
  denials: readonly CountedDenial[],
  refuse: Refuse,
): readonly CountedApproval[] {
  const counted = new Map<string, CountedApproval>();
  for (const one of said) {
    const { statement, comment, text } = one;
    if (statement.say !== 'approve' && statement.say !== 'approve-file') continue;
    const { author: account } = comment;
    const denied = whyNotCounted(hearing, one, said, denials);
    if (denied !== undefined || account === null) {
      if (denied !== undefined && denied !== 'nothing-blocks') refuse({ text, comment }, denied);
      continue;
    }
    const { digest, reason } = statement;
    const codes = statement.say === 'approve' ? statement.codes : (codesOf(hearing.blocked, digest) ?? []);
    const approval = { account, comment: comment.id, digest, codes, reason, at: comment.createdAt };
    counted.set(`${account.id} ${digest}`, approval);
  }
  return [...counted.values()];
}

function whyNotCounted(
  hearing: Hearing,
  one: Said,
  said: readonly Said[],
  denials: readonly CountedDenial[],
): Denied | 'nothing-blocks' | undefined {
  const { approvals, standings, proposers, proposersOf, blocked, tampered, mergedAt, now } = hearing;
  const { statement, comment } = one;
  const proposed = 'digest' in statement ? proposersOf?.(statement.digest) : undefined;
  const { author: account } = comment;
  const who =
    whyNoApprover(account, approvals, standings, 'approve') ??
    (account === null || isByOne(statement, blocked) ? undefined : whyProposer(account, proposed ?? proposers)) ??
    whyNoWord(one);
  if (who !== undefined) return who;
  const what =
    statement.say === 'approve'
      ? whyOther(statement, hearing)
      : statement.say === 'approve-file'
        ? whyOtherFile(statement, blocked)
        : undefined;
  if (what !== undefined) return what;
  const written = Date.parse(comment.createdAt);
  if (mergedAt !== undefined && written > Date.parse(mergedAt)) {
    return {
      why: 'after-merge',
      fix: 'The pull request was merged before this was written: take the change back, and propose it again.',
    };
  }
  if (Date.parse(now) - written > approvals.maximumAge) {
    return {
      why: 'expired',
      fix: 'It is older than `approvals.maximumAge` allows: write the line again in a new comment.',
    };
  }
  if (
    tampered.some(
      ({ from, until }) => written >= Date.parse(from) && !(until !== undefined && written > Date.parse(until)),
    )
  ) {
    return {
      why: 'after-report-was-edited',
      fix: 'Somebody edited the comment of lockgate before this was written: read the newest report, and write its line again.',
    };
  }
  if (statement.say === 'approve' && isEnded(one, said)) {
    return {
      why: 'superseded',
      fix: 'The same person denied or withdrew it later: write the line again to approve it.',
    };
  }
  if (statement.say === 'approve' && denials.some((denial) => isAbout(denial, statement))) {
    return { why: 'denied', fix: 'It is denied: whoever denied it has to withdraw that first.' };
  }
  return undefined;
}

const isAbout = (
  one: { readonly name: string; readonly version: string },
  other: { readonly name: string; readonly version: string },
): boolean => one.name === other.name && one.version === other.version;

/** Whether the same person said otherwise later. */
function isEnded({ comment, statement, at }: Said, said: readonly Said[]): boolean {
  return said.some(
    (later) =>
      (later.statement.say === 'deny' || later.statement.say === 'withdraw') &&
      statement.say === 'approve' &&
      isAbout(later.statement, statement) &&
      later.comment.author?.id === comment.author?.id &&
      bySaying({ comment, at }, later) < 0,
  );
}

const readAgain = 'What it was about has changed: read the report as it stands, and write its line in a new comment.';

/** Name, codes and digest have to agree with each other and with what blocks now. */
function whyOther(
  { name, version, digest, codes }: ApprovePackage,
  { blocked, brought, rules }: Pick<Hearing, 'blocked' | 'brought' | 'rules'>,
): Denied | 'nothing-blocks' | undefined {
  const same = blocked.find((one) => one.kind === 'package' && one.digest === digest);
  if (same?.kind === 'package' && same.name === name && same.version === version) {
    if (coversCodes(codes, same.codes, rules)) return undefined;
    return { why: 'other-codes', fix: `Something else blocks it now. ${readAgain}` };
  }
  if (same !== undefined || blocked.some((one) => one.kind === 'package' && isAbout(one, { name, version }))) {
    return { why: 'other-digest', fix: readAgain };
  }
  if (blocked.some((one) => one.kind === 'undecidable' && one.name === name && one.version === version)) {
    return { why: 'not-decidable', fix: 'Nobody can approve what blocks it: the report says what to do.' };
  }
  if (brought.has(`${name}@${version}`)) return 'nothing-blocks';
  return { why: 'not-here', fix: notHere };
}

function whyOtherFile(
  { path, digest }: { readonly path: string; readonly digest: string },
  blocked: readonly Blocked[],
): Denied | undefined {
  const files = blocked.filter((one) => one.kind === 'file');
  if (files.some((file) => file.path === path && file.digest === digest)) return undefined;
  const isHere = files.some((file) => file.path === path || file.digest === digest);
  return { why: isHere ? 'other-digest' : 'not-here', fix: readAgain };
}

/** Whether it is about what one approver lets in, a proposer too. */
const isByOne = (statement: Said['statement'], blocked: readonly Blocked[]): boolean =>
  statement.say === 'approve-file' &&
  blocked.some((one) => one.kind === 'file' && one.byOne === true && one.digest === statement.digest);

const codesOf = (blocked: readonly Blocked[], digest: string): readonly string[] | undefined =>
  blocked.flatMap((one) => (one.kind === 'file' && one.digest === digest ? [one.codes] : [])).at(0);
