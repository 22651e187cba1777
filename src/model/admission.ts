/** Standard documents about what a change let in (docs/decisions/0315). */
import type { Json } from './json.ts';

export const statementType = 'https://in-toto.io/Statement/v1';

/** SLSA Verification Summary Attestation, about everything that one push let in. */
export const summaryPredicate = 'https://slsa.dev/verification_summary/v1';

/** SLSA Dependency Ingestion Provenance, about one package version. A draft. */
export const ingestionPredicate = 'https://slsa.dev/dependency/v1';

/** An in-toto statement (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). */
export interface Statement {
  readonly _type: typeof statementType;
  readonly subject: readonly Subject[];
  readonly predicateType: typeof summaryPredicate | typeof ingestionPredicate;
  readonly predicate: { readonly [field: string]: Json };
}

export interface Subject {
  /** npm's purl. */
  readonly name: string;
  /** Lower-case hex. */
  readonly digest: { readonly sha512: string };
}

/** The one way in which both statements name a commit of a repository, and a file there. */
export function commitUri(repository: string, commit: string, path?: string): string {
  const file =
    path === undefined
      ? ''
      : `#${path
          .replace(/\p{Surrogate}/gu, '\u{FFFD}')
          .split('/')
          .map(encodeURIComponent)
          .join('/')}`;
  return `git+${repository}@${commit}${file}`;
}
