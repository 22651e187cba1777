import { mergeFiles, ObjectStore } from './github-objects.ts';
import type { Files } from './github-objects.ts';
import type { LoopbackRuleset } from './github-organisations.ts';

export interface Person {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** What GitHub keeps of a text that somebody wrote; an account that is gone is null. */
export interface Comment {
  readonly id: number;
  readonly author: Person | null;
  body: string;
  readonly createdAt: string;
  lastEditedAt: string | null;
  editor: Person | null;
  /** Every text that it had, the first one among them, once it was edited. */
  readonly edits: {
    readonly body: string;
    readonly editedAt: string;
    readonly editor: Person | null;
    deletedAt: string | null;
  }[];
  isMinimized: boolean;
  readonly viaEmail: boolean;
  /** Whether an App wrote it for its author; undefined: a server that does not say. */
  readonly viaApp: boolean | undefined;
}

export type Review = Comment & { readonly author: Person };

/** What a comment is besides its text. */
export type Manner = Partial<Pick<Comment, 'createdAt' | 'isMinimized' | 'viaEmail' | 'viaApp'>>;

/** An event of a timeline, as GraphQL names it, with its fields. */
export interface TimelineEvent {
  readonly __typename: string;
  readonly createdAt: string;
  readonly [field: string]: unknown;
}

export interface Issue {
  readonly __typename: 'Issue';
  readonly id: string;
  readonly author: Person | null;
  readonly events: TimelineEvent[];
}

/** An entry of a repository's activity. `before` and `after` are null where there was, or is, no branch. */
export interface ActivityEntry {
  /** The repository that it is of: this one, or a fork. */
  readonly home: string;
  readonly ref: string;
  readonly kind: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge';
  readonly before: string | null;
  readonly after: string | null;
  readonly actor: Person | null;
  readonly at: string;
}

export interface Team {
  readonly slug: string;
  readonly id: number;
  readonly members: ReadonlyMap<number, 'active' | 'pending'>;
}

export interface Permission {
  readonly permission: 'admin' | 'write' | 'read' | 'none';
  /** The role's own name: `maintain`, `triage`, or a custom one. */
  readonly role?: string;
  readonly triage?: boolean;
  readonly maintain?: boolean;
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
  readonly createdAt: string;
  /** When and as what it was merged. */
  mergedAt?: string;
  mergeCommit?: string;
  /** Whether the repository of its head was deleted since. */
  isForkGone?: boolean;
  readonly comments: Comment[];
  readonly reviews: Review[];
  readonly remarks: Remark[];
  readonly events: TimelineEvent[];
}

export interface WorkflowRun {
  readonly id: number;
  readonly headSha: string;
  readonly path: string;
  /** Null while it is under way. */
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | 'action_required' | null;
  /** `pull_request`, unless told. */
  readonly event?: string;
  /** When its newest attempt began; as it was created, unless told. */
  readonly startedAt?: string;
  /** Today, unless told. */
  readonly createdAt?: string;
  /** How often it has run; once, unless told. */
  readonly attempts?: number;
  /** Who caused the event, and who ran it again. */
  readonly actor?: Person;
  readonly triggeringActor?: Person;
  readonly headBranch?: string;
  /** The repository of the head; this one, unless told, and null once it is deleted. */
  readonly headRepository?: number | null;
}

export interface CommitStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
}

export const mona: Person = { login: 'mona', id: 1001, type: 'User' };
export const actionsBot: Person = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' };

/** The address that GitHub gives to what somebody does on its pages. */
export const addressOf = ({ id, login }: Person) => `${id}+${login}@users.noreply.github.com`;
/** Whom GitHub commits as for people on its pages; such commits it signs. */
export const webFlow: Person = { login: 'web-flow', id: 19_864_447, type: 'User' };

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
  /** Those of which all jobs were run again, not only the failed ones. */
  readonly rerunWhole: number[] = [];
  /** Whether GitHub lets a workflow's own token run another workflow again: its documentation does not say. */
  tokenMayRerun = true;
  /** Actions policies, which only a token with administration rights may read. */
  /** "Allow GitHub Actions to create and approve pull requests". */
  workflowsApprove = false;
  actionsPolicies: readonly { readonly id: number; readonly name: string; readonly [key: string]: unknown }[] = [];
  /** Tags of releases, and whether each is immutable. */
  readonly releases = new Map<string, boolean>();
  isPrivate = false;
  /** Accounts by the addresses that they have verified. */
  readonly accounts = new Map<string, Person>([
    ['mona@example.com', mona],
    ['noreply@github.com', webFlow],
  ]);
  /** By the account's id; whoever is missing may read a public repository. */
  readonly permissions = new Map<number, Permission>();
  readonly people = new Map<string, Person>();
  readonly teams: Team[] = [];
  readonly issues: Issue[] = [];
  /** Oldest first. */
  readonly activity: ActivityEntry[] = [];
  /** How many of the newest entries GitHub still lists. */
  activityLimit = Infinity;
  /** Whether the forks can be read by whoever reads this repository. */
  areForksPublic = true;
  /** Commits that a server has lost: what was pushed over long ago. */
  readonly lost = new Set<string>();
  /** Questions that GitHub still answers as if a merged commit had no pull request. */
  linking = 0;
  /** `Type.field` that this server's GraphQL does not know. */
  readonly unknownFields = new Set<string>();
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
  #minutes = 0;

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
    /** Accounts in the place of names: who wrote it, who committed it (GitHub itself: `webFlow`), and who had a part in it. */
    readonly by?: Person;
    readonly committedBy?: Person;
    readonly with?: readonly Person[];
  }): string {
    const { files, branch, by, committedBy = by, with: others = [] } = options;
    const trailers = others.map((person) => `\nCo-authored-by: ${person.login} <${this.#address(person)}>`);
    const message = `${options.message ?? 'Change files'}${trailers.length > 0 ? '\n' : ''}${trailers.join('')}`;
    const author = by === undefined ? options.author : { name: by.login, email: this.#address(by) };
    const committer =
      committedBy === undefined ? undefined : { name: committedBy.login, email: this.#address(committedBy) };
    const tip = branch === undefined ? undefined : this.branches.get(branch);
    const parents = options.parents ?? (tip === undefined ? [] : [tip.sha]);
    const sha = this.objects.commit(files, parents, message, author, committer);
    if (branch !== undefined) this.branch(branch, sha, { protected: tip?.protected ?? false });
    return sha;
  }

  #address(person: Person): string {
    const email = person.id === webFlow.id ? 'noreply@github.com' : addressOf(person);
    this.accounts.set(email, person);
    return email;
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
    /** Who made its branch; its author, unless told. */
    readonly openedBy?: Person;
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
      createdAt: this.now(),
      comments: [],
      reviews: [],
      remarks: [],
      events: [],
    };
    this.pulls.set(number, { ...pull, ...merge, mergeable: !conflicts });
    this.moved(pull, { kind: 'branch_creation', before: null, after: head, actor: options.openedBy ?? author });
    return this.pullAt(number);
  }

  /** New commits on a pull request: another head, another test merge. By its author, unless told. */
  push(pull: PullRequest, head: string, { by = pull.author }: { readonly by?: Person } = {}): void {
    const kind = this.#ancestry(head).has(pull.head) ? 'push' : 'force_push';
    this.moved(pull, { kind, before: pull.head, after: head, actor: by });
    pull.head = head;
    this.#mergeAgain(pull);
  }

  /** An entry of the activity of a pull request's branch, in the repository where that is. */
  moved(
    { headRef, fork, author }: Pick<PullRequest, 'headRef' | 'fork' | 'author'>,
    entry: Omit<ActivityEntry, 'home' | 'ref' | 'at'> & Partial<Pick<ActivityEntry, 'at'>>,
  ): void {
    const home = fork ? `${author.login}/${this.name}` : this.fullName;
    const at = this.#time();
    this.activity.push({ home, ref: `refs/heads/${headRef}`, at, ...entry });
  }

  /** A minute later each time it is asked. */
  now(): string {
    this.#minutes += 1;
    return this.#time();
  }

  #time(): string {
    return new Date(Date.UTC(2026, 0, 1, 0, this.#minutes)).toISOString().replace('.000', '');
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

  comment(pull: PullRequest, author: Person | null, body: string, manner: Manner = {}): Comment {
    const comment = this.#text(author, body, manner);
    pull.comments.push(comment);
    return comment;
  }

  review(pull: PullRequest, author: Person, body: string): Review {
    const review = { ...this.#text(author, body, {}), author };
    pull.reviews.push(review);
    return review;
  }

  #text(author: Person | null, body: string, manner: Manner): Comment {
    this.#comments += 1;
    const plain = { lastEditedAt: null, editor: null, isMinimized: false, viaEmail: false, viaApp: false };
    return { id: this.#comments, author, body, createdAt: this.now(), edits: [], ...plain, ...manner };
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
    const merged = [...this.pulls.values()].filter(
      (pull) => pull.mergedAt !== undefined && this.#mergedCommits(pull).includes(commit),
    );
    if (merged.length > 0 && this.linking > 0) this.linking -= 1;
    else if (merged.length > 0) return merged;
    if (this.#ancestry(tip).has(commit)) return [];
    return [...this.pulls.values()].filter(({ base, head }) => this.commitsOf(base, head).includes(commit));
  }

  #mergedCommits({ mergeCommit = '', base, head }: PullRequest): readonly string[] {
    return [mergeCommit, ...this.commitsOf(base, head)];
  }

  /** As git has it: a commit of both that is behind no other of both. */
  mergeBase(a: string, b: string): string | undefined {
    const ancestors = this.#ancestry(a);
    const common = [...this.#ancestry(b)].filter((sha) => ancestors.has(sha));
    const behind = new Set(common.flatMap((sha) => this.objects.commits.get(sha)?.parents ?? []));
    return common.find((sha) => !behind.has(sha));
  }

  #ancestry(sha: string): Set<string> {
    const seen = new Set([sha]);
    for (const id of seen) for (const parent of this.objects.commits.get(id)?.parents ?? []) seen.add(parent);
    return seen;
  }
}
