import type { Authorship, ListedProposer, MayPropose, ToldProposers } from '../model/index.ts';
import type { Mark, OwnLists } from './agents.ts';
import { marksOf } from './agents.ts';

/** What the policy lets whoever proposed a change do without a decision. */

export interface Proposal {
  /** The mark that says a bot or an agent proposed it. */
  readonly mark: Mark;
  /** What the policy says of the account that opened the pull request. */
  readonly entry?: ListedProposer;
  /** What counts for this change. */
  readonly may: MayPropose;
  /** Why it is less than the entry says, or that there is none. */
  readonly why?: Strictest;
}

/** Why nothing may be proposed without a decision; `who` and `detail` are third-party text. */
export interface Strictest {
  readonly why: 'not-listed' | 'no-account' | 'other-mark' | 'other-proposer' | 'not-told';
  readonly who?: string;
  /** Of the account that is not listed. */
  readonly id?: number;
  readonly detail?: string;
}

/** The policy's list, and what else it says of bots. */
export interface Lists extends OwnLists {
  readonly listed: readonly ListedProposer[];
}

/**
 * What a bot or an agent that has a part in the change may do; `undefined` for a person's change. With a list in the policy no
 * bot is known by its name alone. More than nothing has only a numeric id, and only where everybody who proposed it is that
 * account.
 */
export function proposalOf(authorship: Authorship, { listed, ...lists }: Lists): Proposal | undefined {
  const { account } = authorship;
  const names = listed.map(({ login }) => login);
  const marks = marksOf(authorship, { ...lists, marks: [...lists.marks, ...names], dependencyBots: 'none' });
  const entry = account === undefined ? undefined : entryOf(account, listed);
  const own: Mark | undefined = account && entry ? { on: 'account', who: account.login } : undefined;
  const mark = marks[0] ?? own;
  if (mark === undefined) return undefined;
  const why = whyStrictest(authorship, marks, entry);
  return {
    mark,
    ...(entry === undefined ? {} : { entry }),
    may: why === undefined ? (entry?.may ?? 'nothing') : 'nothing',
    ...(why === undefined ? {} : { why }),
  };
}

/** The entry of an account: its id decides. One without an id says who answers for it, and gives nothing. */
export function entryOf(
  { id, login }: { readonly login: string; readonly id?: number },
  listed: readonly ListedProposer[],
): ListedProposer | undefined {
  const byId = id === undefined ? undefined : listed.find((one) => one.id === id);
  return byId ?? listed.find((one) => one.id === undefined && one.login.toLowerCase() === login.toLowerCase());
}

/** GitHub's own account, which commits what people do on its pages. It proposes nothing. */
const webFlow = 19_864_447;

/** Somebody of all who proposed it, who is not this account. */
export const otherProposer = ({ accounts }: ToldProposers, id: number): string | undefined =>
  accounts.find((one) => one.id !== id && one.id !== webFlow)?.login;

function whyStrictest(
  { account, proposers }: Authorship,
  marks: readonly Mark[],
  entry: ListedProposer | undefined,
): Strictest | undefined {
  if (account === undefined) return { why: 'no-account' };
  if (entry === undefined) return { why: 'not-listed', ...(account.id === undefined ? {} : { id: account.id }) };
  if (entry.may === 'nothing' || entry.id === undefined) return undefined;
  const [of] = marks.filter(({ on }) => on === 'account');
  const other = marks.find(({ who }) => who !== of?.who && who.toLowerCase() !== account.login.toLowerCase());
  if (other !== undefined) return { why: 'other-mark', who: other.who };
  if (proposers === undefined) return { why: 'not-told' };
  if (proposers.unknown !== undefined) return { why: 'not-told', detail: proposers.unknown };
  if (!proposers.accounts.some(({ id }) => id === entry.id)) return { why: 'not-told' };
  const who = otherProposer(proposers, entry.id);
  return who === undefined ? undefined : { why: 'other-proposer', who };
}
