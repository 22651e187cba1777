/** Who may decide, as the policy says. */

/** An account as the policy lists it: the id counts, the login is for words alone. */
export interface ListedUser {
  readonly login: string;
  readonly id: number;
}

export interface ListedTeam {
  /** `organisation/team` */
  readonly slug: string;
  readonly id: number;
}

export interface Approvals {
  /** Where a decision may come from. */
  readonly accept: readonly ('comment' | 'ledger')[];
  /** Both lists empty: nobody may approve. */
  readonly users: readonly ListedUser[];
  readonly teams: readonly ListedTeam[];
  readonly minimumPermission: 'write' | 'maintain' | 'admin';
  /** Accounts that never count: machine users, agents' accounts. */
  readonly never: readonly ListedUser[];
  /** How many distinct people an approval needs. */
  readonly required: number;
  /** Public keys of security keys, `TYPE BASE64` and no comment, by the account's id. Each is there once. */
  readonly keys: readonly { readonly id: number; readonly key: string }[];
  readonly ownChanges: 'never' | 'security-key';
  /** Milliseconds after which an approval no longer counts. */
  readonly maximumAge: number;
}
