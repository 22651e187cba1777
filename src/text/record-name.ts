/** Where records of decisions lie, from the repository's root, and what their files are called. */

export const LEDGER = '.github/dependency-approvals/';

const shape = /^((?:file-)?[0-9a-f]{32})-(approve|deny|revoke)-([0-9]{1,20}|s[0-9a-f]{32})\.json$/;

/** What the name of a file in the ledger says; undefined for a name that no record has. @param path from the repository's root */
export function readName(
  path: string,
): { readonly stem: string; readonly decision: 'approve' | 'deny' | 'revoke'; readonly id: string } | undefined {
  if (!path.startsWith(LEDGER)) return undefined;
  const [, stem, decision, id] = shape.exec(path.slice(LEDGER.length)) ?? [];
  if (stem === undefined || id === undefined) return undefined;
  return { stem, decision: decision as 'approve' | 'deny' | 'revoke', id };
}
