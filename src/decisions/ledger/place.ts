/** Where records lie, from the repository's root. */
export const LEDGER = '.github/dependency-approvals/';
