import { mergeFiles, ObjectStore } from './github-objects.ts';
import type { Files } from './github-objects.ts';
import type { LoopbackRuleset } from './github-organisations.ts';

export interface Person {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot' | 'Organization';
}

export interface Comment {
  readonly id: number;
  readonly author: Person;
  body: string;
}

export interface Review {
  readonly id: number;
  readonly author: Person;
  body: string;
}

/** A review comment that begins a conversation. */
export interface Remark {
  readonly id: number;
  /** Its GraphQL id. */
  readonly node: string;
  readonly author: Person;
  readonly path: string;
  /** Null for one on the file as a whole. */
  readonly line: number | null;
  readonly review: number;
  body: string;
  state: 'open' | 'minimized' | 'resolved';
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly head: string;
  readonly conclusion: string;
  readonly details: string | undefined;
  title: string;
  summary: string;
  readonly annotations: Record<string, unknown>[];
}

export interface PullRequest {
  readonly number: number;
  readonly author: Person;
  baseRef: string;
  /** The base branch's tip when the test merge was made: what `base.sha` says, which lags behind. */
  base: string;
  state: 'open' | 'closed';
  readonly headRef: string;
  head: string;
  /** The test merge; absent where the branches conflict. */
  merge?: string;
  /** The one before: what GitHub names while it computes another. */
  formerMerge?: string;
  mergeable: boolean | null;
  /** How often GitHub still answers that it computes the test merge. */
  computing: number;
  readonly fork: boolean;
  readonly comments: Comment[];
  readonly reviews: Review[];
  readonly remarks: Remark[];
}

export interface WorkflowRun {
  readonly id: number;
  readonly headSha: string;
  readonly path: string;
  readonly conclusion: 'success' | 'failure' | 'cancelled' | null;
  /** Today, unless told. */
  readonly createdAt?: string;
  /** How often it has run; once, unless told. */
  readonly attempts?: number;
}

export interface CommitStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
}

export const mona: Person = { login: 'mona', id: 1001, type: 'User' };
export const actionsBot: Person = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' };

/** A repository made from plain objects. Commits of forks live in it too, as they do in GitHub's object network. */
export class LoopbackRepository {
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly id: number;
  readonly defaultBranch: string;
  readonly objects = new ObjectStore();
  readonly branches = new Map<string, { readonly sha: string; readonly protected: boolean }>();
  /** By name: the commit, and the id of the tag object where it is an annotated one. */
  readonly tags = new Map<string, { readonly sha: string; readonly object?: string }>();
  readonly pulls = new Map<number, PullRequest>();
  /** What `GET /repos/{owner}/{repo}/rules/branches/{branch}` lists, and the older kind of protection. */
  rules: readonly object[] = [];
  /** The same for other branches than the default one. */
  readonly rulesOf = new Map<string, readonly object[]>();
  classicProtection: object | undefined;
  /** What everybody sees of classic protection, in the branch itself. */
  classicChecks: object | undefined;
  ownersFaults: readonly object[] = [];
  /** Runs of workflows on pull requests, and the ids of those that were run again. */
  runs: readonly WorkflowRun[] = [];
  readonly rerun: number[] = [];
  /** Actions policies, which only a token with administration rights may read. */
  actionsPolicies: readonly { readonly id: number; readonly name: string; readonly [key: string]: unknown }[] = [];
  /** Tags of releases, and whether each is immutable. */
  readonly releases = new Map<string, boolean>();
  isPrivate = false;
  isFork = false;
  isArchived = false;
  /** What is known of its rulesets beyond their rules. */
  readonly rulesets = new Map<number, LoopbackRuleset>();
  /** Every commit status, in the order in which they came. */
  readonly statuses: CommitStatus[] = [];
  /** What code scanning was handed. */
  readonly analyses: { readonly commit: string; readonly ref: string; readonly text: string }[] = [];
  readonly checks: CheckRun[] = [];
  /** Lines of a patch that GitHub still shows. */
  patchLimit = 3000;
  #comments = 9000;

  constructor(fullName: string, id: number, defaultBranch: string) {
    const [owner = '', name = ''] = fullName.split('/');
    this.owner = owner;
    this.name = name;
    this.fullName = fullName;
    this.id = id;
    this.defaultBranch = defaultBranch;
  }

  /** A commit of exactly these files; its id. With `branch`, the branch's new tip and by default its child. */
  commit(options: {
    readonly files: Files;
    readonly parents?: readonly string[];
    readonly branch?: string;
    readonly message?: string;
    readonly author?: { readonly name: string; readonly email: string };
  }): string {
    const { files, branch, message = 'Change files', author } = options;
    const tip = branch === undefined ? undefined : this.branches.get(branch);
    const parents = options.parents ?? (tip === undefined ? [] : [tip.sha]);
    const sha = this.objects.commit(files, parents, message, author);
    if (branch !== undefined) this.branch(branch, sha, { protected: tip?.protected ?? false });
    return sha;
  }

  branch(name: string, sha: string, options: { readonly protected?: boolean } = {}): void {
    this.branches.set(name, { sha, protected: options.protected ?? false });
  }

  /** A lightweight tag, or an annotated one. */
  tag(name: string, sha: string, options: { readonly annotated?: boolean } = {}): void {
    const object = options.annotated === true ? { object: sha.split('').reverse().join('') } : {};
    this.tags.set(name, { sha, ...object });
  }

  /**
   * A pull request with its test merge, whose files are those of both sides unless `merged` gives them.
   * With `conflicts` there is none.
   */
  pullRequest(options: {
    readonly head: string;
    readonly base?: string;
    readonly author?: Person;
    readonly fork?: boolean;
    readonly headRef?: string;
    readonly conflicts?: boolean;
    readonly merged?: Files;
  }): PullRequest {
    const { head, base: baseRef = this.defaultBranch, author = mona, fork = false, conflicts = false } = options;
    const base = this.branches.get(baseRef)?.sha;
    if (base === undefined) throw new Error(`${baseRef} is no branch`);
    const number = this.pulls.size + 1;
    const merge = conflicts ? {} : { merge: this.#testMerge(base, head, options.merged) };
    const pull = {
      number,
      author,
      baseRef,
      base,
      headRef: options.headRef ?? `change-${number}`,
      head,
      fork,
      state: 'open' as const,
      computing: 0,
      comments: [],
      reviews: [],
      remarks: [],
    };
    this.pulls.set(number, { ...pull, ...merge, mergeable: !conflicts });
    return this.pullAt(number);
  }

  /** New commits on a pull request: another head, another test merge. */
  push(pull: PullRequest, head: string): void {
    pull.head = head;
    this.#mergeAgain(pull);
  }

  /** The pull request's base is another branch from now on; GitHub needs `computing` answers to make the test merge. */
  retarget(pull: PullRequest, baseRef: string, { computing = 0 } = {}): void {
    pull.baseRef = baseRef;
    pull.computing = computing;
    this.#mergeAgain(pull);
  }

  /** The test merge is the one into the base branch's tip. */
  #mergeAgain(pull: PullRequest): void {
    if (pull.merge !== undefined) pull.formerMerge = pull.merge;
    pull.base = this.branches.get(pull.baseRef)?.sha ?? pull.base;
    pull.merge = this.#testMerge(pull.base, pull.head);
  }

  comment(pull: PullRequest, author: Person, body: string): Comment {
    this.#comments += 1;
    const comment = { id: this.#comments, author, body };
    pull.comments.push(comment);
    return comment;
  }

  review(pull: PullRequest, author: Person, body: string): Review {
    this.#comments += 1;
    const review = { id: this.#comments, author, body };
    pull.reviews.push(review);
    return review;
  }

  remark(
    pull: PullRequest,
    author: Person,
    { path, line, body, review }: Pick<Remark, 'path' | 'line' | 'body' | 'review'>,
  ): Remark {
    this.#comments += 1;
    const id = this.#comments;
    const remark: Remark = { id, node: `PRRC_${id}`, author, path, line, body, review, state: 'open' };
    pull.remarks.push(remark);
    return remark;
  }

  filesOf(sha: string): Files {
    return this.objects.commits.get(sha)?.files ?? {};
  }

  /** The files of the commit where a pull request's branch left its base. */
  partingFiles({ base, head }: PullRequest): Files {
    return this.filesOf(this.mergeBase(base, head) ?? '');
  }

  pullAt(number: number): PullRequest {
    const pull = this.pulls.get(number);
    if (pull === undefined) throw new Error(`no pull request ${number}`);
    return pull;
  }

  #testMerge(base: string, head: string, merged?: Files): string {
    const parting = this.filesOf(this.mergeBase(base, head) ?? '');
    const files = merged ?? mergeFiles(parting, this.filesOf(base), this.filesOf(head));
    return this.objects.commit(files, [base, head], `Merge ${head} into ${base}`);
  }

  /** The commits that `head` has and `base` has not, oldest first. */
  commitsOf(base: string, head: string): readonly string[] {
    const known = this.#ancestry(base);
    return [...this.#ancestry(head)].filter((sha) => !known.has(sha)).reverse();
  }

  /** The pull requests that GitHub associates with a commit: of one that the default branch has, only the merged one. */
  pullsOf(commit: string): readonly PullRequest[] {
    const tip = this.branches.get(this.defaultBranch)?.sha ?? '';
    if (this.#ancestry(tip).has(commit)) return [];
    return [...this.pulls.values()].filter(({ base, head }) => this.commitsOf(base, head).includes(commit));
  }

  mergeBase(a: string, b: string): string | undefined {
    const ancestors = this.#ancestry(a);
    return [...this.#ancestry(b)].find((sha) => ancestors.has(sha));
  }

  #ancestry(sha: string): Set<string> {
    const seen = new Set([sha]);
    for (const id of seen) for (const parent of this.objects.commits.get(id)?.parents ?? []) seen.add(parent);
    return seen;
  }
}
