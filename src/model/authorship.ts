/** Who made a change, by what the pull request and its commits say. Third-party text: shown escaped, and never proof of anything. */
export interface Authorship {
  /** The account that opened the pull request. */
  readonly account?: { readonly login: string; readonly type: string };
  /** The branch that the change comes from. */
  readonly branch?: string;
  /** Everybody that its commits name, each once, in code-unit order. */
  readonly people: readonly Person[];
}

export interface Person {
  readonly role: 'author' | 'committer' | 'co-author';
  readonly name: string;
  readonly email: string;
}
