import { rootPathProblem } from '../text/paths.ts';
import { quoted } from '../text/visible.ts';

/** A policy file of another repository, as an operator names it: `OWNER/REPO/PATH@REF`. */
export interface RemotePolicy {
  /** As it was written, which is how reports name it. */
  readonly name: string;
  /** `acme/policies` */
  readonly repository: string;
  readonly path: string;
  /** A branch, a tag, or the full id of a commit; `heads/` and `tags/` in front say which of the first two. */
  readonly ref: string;
}

const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/;
/** Stricter than git: no name that a shell, an address or a reader could take for something else. */
const REF = /^[A-Za-z0-9_][A-Za-z0-9_.+-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.+-]*)*$/;

/**
 * Why a text names no repository of GitHub (`owner/name`), or undefined where it does.
 */
export const repositoryProblem = (text: string): string | undefined =>
  REPOSITORY.test(text) ? undefined : 'expected a repository of GitHub, such as `acme/policies`';

/** Where an operator's policy is: a path, or a file of another repository; or what is wrong with the text. */
export type PolicyPlace = { readonly path: string } | { readonly remote: RemotePolicy } | { readonly problem: string };

/**
 * Reads what an operator gives as the policy. A text with an `@` names a file of another repository, unless it begins with `./`,
 * `../` or `/`.
 */
export function policyPlace(text: string): PolicyPlace {
  if (!text.includes('@') || /^(?:\.{0,2}\/|[A-Za-z]:[\\/])/.test(text)) return { path: text };
  const remote = remoteOf(text);
  if (typeof remote !== 'string') return { remote };
  return {
    problem: `${quoted(text)} names no policy: ${remote}; write OWNER/REPO/PATH@REF for a file of another repository, or begin with \`./\` for a path`,
  };
}

function remoteOf(text: string): RemotePolicy | string {
  const [file = '', ref = '', ...more] = text.split('@');
  if (more.length > 0) return 'it has more than one `@`';
  const [owner = '', repo = '', ...segments] = file.split('/');
  const [repository, path] = [`${owner}/${repo}`, segments.join('/')];
  if (repositoryProblem(repository) !== undefined) return 'it does not begin with a repository of GitHub';
  if (rootPathProblem(path) !== undefined) return 'the path of the file in that repository is missing or malformed';
  if (ref.length > 200 || !REF.test(ref) || /\.\.|\.(?:lock)?(?:\/|$)/.test(ref)) {
    return 'behind the `@` there is no branch, tag or full commit id';
  }
  return { name: text, repository, path, ref };
}

/** The commit that a ref is, where it is a full commit id. */
export const commitOf = ({ ref }: RemotePolicy): string | undefined =>
  /^[0-9a-f]{40}$/i.test(ref) ? ref.toLowerCase() : undefined;

/** The full names that a ref may have, without `refs/`: of `v1` those of a branch and of a tag. */
export function refNames({ ref }: RemotePolicy): readonly string[] {
  const named = ref.replace(/^refs\//, '');
  return /^(?:heads|tags)\//.test(named) ? [named] : [`heads/${named}`, `tags/${named}`];
}
