/** Something in a valid policy that does not do what its author probably expects. */
export interface Warning {
  readonly message: string;
  /** 1-based, in the policy file. */
  readonly line: number;
}
