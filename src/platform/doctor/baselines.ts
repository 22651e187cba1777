import * as z from 'zod';

import { declaredBaselines } from '../../policy/declared-baselines.ts';
import type { PolicyText } from '../../policy/load.ts';
import { compileGlob } from '../../text/glob.ts';
import type { GitHubClient } from '../github/api.ts';
import { describeFailure } from '../github/failure.ts';
import { readPages } from '../github/pages.ts';
import { policyOf } from '../github/policy-of.ts';
import { isVersionLike } from './version-like.ts';

/** What the policy declares as baselines, held against the branches that there are. */
export interface Baselines {
  /** Branches whose names look like those of maintained lines, and that the policy does not name. */
  readonly undeclared: readonly string[];
  /** Declared by name, and not there: whoever may push can create them with anything in them. */
  readonly missing: readonly string[];
  /** Declared by name, and open to a push by everybody with write access. */
  readonly unprotected: readonly string[];
  /** Why GitHub did not list the branches; absent where it did. */
  readonly unread?: string;
}

const branches = z.array(z.object({ name: z.string().min(1) }));
const rules = z.array(z.object({ type: z.string() }));
const branch = z.object({ protection: z.object({ enabled: z.boolean().optional() }).optional() });
/** Rules that keep a push away. GitHub calls a branch protected for any rule, one against its deletion too. */
const closing: ReadonlySet<string> = new Set(['pull_request', 'update', 'merge_queue']);

/** Reads the branches and what the default branch's policy says of them. */
export async function readBaselines(
  client: GitHubClient,
  place: { readonly owner: string; readonly repo: string; readonly defaultBranch: string },
  readPolicy: () => Promise<PolicyText | undefined>,
): Promise<Baselines> {
  const { owner, repo, defaultBranch } = place;
  const declared = await declaredBaselines(
    readPolicy,
    policyOf(() => Promise.resolve(client.request)),
  );
  try {
    const listed = await readPages(client, 'GET /repos/{owner}/{repo}/branches', { owner, repo }, branches);
    const others = listed.filter(({ name }) => name !== defaultBranch);
    const isDeclared = (name: string) => declared.some((pattern) => compileGlob(pattern)(name));
    const named = declared.filter((name) => !/[*?]/.test(name) && name !== defaultBranch);
    const existing = named.filter((name) => others.some((other) => other.name === name));
    const open = await Promise.all(existing.map((name) => isOpenBranch(client, { owner, repo, branch: name })));
    return {
      undeclared: others.flatMap(({ name }) => (isVersionLike(name) && !isDeclared(name) ? [name] : [])),
      missing: named.filter((name) => !existing.includes(name)),
      unprotected: existing.filter((_, at) => open[at]),
    };
  } catch (error) {
    return { undeclared: [], missing: [], unprotected: [], unread: describeFailure(error) };
  }
}

/** Whether neither a rule nor classic protection keeps everybody with write access from pushing to a branch. */
export async function isOpenBranch(client: GitHubClient, where: Readonly<Record<string, string>>): Promise<boolean> {
  const found = await readPages(client, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', where, rules);
  if (found.some(({ type }) => closing.has(type))) return false;
  const { data } = await client.request('GET /repos/{owner}/{repo}/branches/{branch}', where);
  return branch.parse(data).protection?.enabled !== true;
}
