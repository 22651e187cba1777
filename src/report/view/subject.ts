import { severityOf } from '../../model/effect.ts';
import type { ReportedChange } from '../../model/index.ts';
import type { Place, Statement } from './statements.ts';

/** All statements about one package version, over all lockfiles; or, without a name, about one lockfile. */
export interface Subject {
  readonly name: string | null;
  readonly version: string | null;
  readonly lockfile: string;
  /** The first change that the findings are about; absent for findings about no change. */
  readonly change: ReportedChange | undefined;
  readonly statements: readonly Statement[];
  /** Lines of manifests that ask for it, in every lockfile that the findings are about. */
  readonly declared: readonly Declaration[];
  /** Further packages about which the same is said; the statements and findings are theirs as well. */
  readonly alike: readonly { readonly name: string; readonly version: string | null }[];
  /** The pattern of the platform packages that it and `alike` are, such as `@esbuild/*`. Third-party text. */
  readonly family?: string | undefined;
  readonly findings: number;
}

/** A line of a manifest. */
export interface Declaration extends Place {
  /** The name that the line asks for: an own one, or that of the direct dependency that pulls the package in. Third-party text. */
  readonly name: string;
  /** Whether that is another package. */
  readonly isRoot: boolean;
}

/** The severity of the worst statement about a subject: higher is worse. */
export const worstOf = ({ statements }: Subject) => Math.max(...statements.map(severityOf));
