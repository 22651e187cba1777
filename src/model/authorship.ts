import type { ToldProposers } from './proposal.ts';

/** Who made a change, according to the pull request and its commits. Third-party text: shown escaped, and never proof of anything. */
export interface Authorship {
  /** The account that opened the pull request. */
  readonly account?: { readonly login: string; readonly type: string; readonly id?: number };
  /** The branch that the change comes from. */
  readonly branch?: string;
  /** What whoever asks says of the proposer (`--as agent`). It only adds a mark. */
  readonly declared?: 'agent';
  /** Everybody who proposed it, as the platform itself tells; absent: it was not asked. */
  readonly proposers?: ToldProposers;
  /** Every person that its commits name, once each, in code-unit order. */
  readonly people: readonly Person[];
}

export interface Person {
  readonly role: 'author' | 'committer' | 'co-author';
  readonly name: string;
  readonly email: string;
}
