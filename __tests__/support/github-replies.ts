import type { LoopbackRepository } from './github-repository.ts';
import type { Comment, Person, PullRequest, WorkflowRun } from './github-repository.ts';
import { mona } from './github-repository.ts';
import { skeleton } from './openapi.ts';

/** What GitHub says of the things that a loopback repository holds. Every reply is validated before it is sent. */

export const userReply = (person: Person) => ({ ...skeleton('simple-user'), ...person });

export const repositoryReply = (repository: LoopbackRepository, schema = 'full-repository') => ({
  ...skeleton(schema),
  id: repository.id,
  name: repository.name,
  full_name: repository.fullName,
  default_branch: repository.defaultBranch,
  private: repository.isPrivate,
  fork: repository.isFork,
  archived: repository.isArchived,
  owner: userReply({ login: repository.owner, id: 583231, type: 'Organization' }),
});

export function branchReply(repository: LoopbackRepository, name: string) {
  const branch = repository.branches.get(name);
  if (branch === undefined) return undefined;
  const commit = { ...skeleton('commit'), sha: branch.sha };
  const { classicProtection: classic, classicChecks: required_status_checks } = repository;
  const protection = { enabled: classic !== undefined, ...(required_status_checks && { required_status_checks }) };
  return { ...skeleton('branch-with-protection'), name, commit, protected: branch.protected, protection };
}

export function commitReply(repository: LoopbackRepository, sha: string) {
  const commit = repository.objects.commits.get(sha);
  if (commit === undefined) return undefined;
  const address = 'https://github.example/';
  return {
    ...skeleton('git-commit'),
    sha,
    message: commit.message,
    tree: { sha: commit.tree, url: address },
    parents: commit.parents.map((parent) => ({ sha: parent, url: address, html_url: address })),
  };
}

/** GitHub reads the file of the default branch; 404 without a documented body where there is none. */
export function ownersErrorsReply(repository: LoopbackRepository): {
  readonly status: number;
  readonly body?: unknown;
} {
  const tip = repository.branches.get(repository.defaultBranch)?.sha ?? '';
  const isThere = repository.objects.commits.get(tip)?.files['.github/CODEOWNERS'] !== undefined;
  return isThere ? { status: 200, body: { errors: repository.ownersFaults } } : { status: 404 };
}

/** The commit of a branch, by `heads/NAME`, by its bare name or by its id. */
export function refCommitReply(repository: LoopbackRepository, ref: string) {
  const sha = repository.branches.get(ref.replace(/^heads\//, ''))?.sha ?? ref;
  return repository.objects.commits.has(sha) ? listedCommitReply(repository, sha) : undefined;
}

/** A commit as listings show it. */
export function listedCommitReply(repository: LoopbackRepository, sha: string) {
  const unknown = { message: '', author: { name: 'Mona', email: 'mona@example.com' }, parents: [] };
  const { message, author, parents } = repository.objects.commits.get(sha) ?? unknown;
  const whole = skeleton('commit') as { readonly commit: object };
  const commit = { ...whole.commit, message, author, committer: author };
  const address = 'https://github.example/';
  const before = parents.map((parent) => ({ sha: parent, url: address, html_url: address }));
  return { ...whole, sha, commit, parents: before, author: userReply(mona), committer: userReply(mona) };
}

/** Of `base...head`, by branches or commit ids, a page of commits; GitHub knows no comparison without a common ancestor. */
export function comparisonReply(
  repository: LoopbackRepository,
  basehead: string,
  { page, size }: { readonly page: number; readonly size: number },
) {
  const [base = '', head = ''] = basehead.split('...').map((name) => repository.branches.get(name)?.sha ?? name);
  const { commits } = repository.objects;
  const mergeBase = commits.has(base) && commits.has(head) ? repository.mergeBase(base, head) : undefined;
  if (mergeBase === undefined) return undefined;
  const [ahead, behind] = [repository.commitsOf(base, head), repository.commitsOf(head, base)];
  const sides = [ahead.length > 0, behind.length > 0].join();
  const status = { 'true,true': 'diverged', 'true,false': 'ahead', 'false,true': 'behind' }[sides] ?? 'identical';
  return {
    ...skeleton('commit-comparison'),
    base_commit: listedCommitReply(repository, base),
    merge_base_commit: listedCommitReply(repository, mergeBase),
    commits: ahead.slice((page - 1) * size, page * size).map((sha) => listedCommitReply(repository, sha)),
    ...{ total_commits: ahead.length, ahead_by: ahead.length, behind_by: behind.length, status },
  };
}

/** The branches, each with its tip, as a list shows them. */
export const branchesReply = ({ branches }: LoopbackRepository) =>
  [...branches].map(([name, { sha, protected: isProtected }]) => ({
    ...{ name, commit: { sha, url: 'https://github.example/' }, protected: isProtected },
  }));

/** The refs whose names begin as asked (`heads/gh-readonly-queue/main/`). */
export const refsReply = ({ branches }: LoopbackRepository, start: string) =>
  [...branches].flatMap(([name, { sha }]) => {
    const ref = `refs/heads/${name}`;
    const object = { type: 'commit', sha, url: 'https://github.example/' };
    return ref.startsWith(`refs/${start}`) ? [{ ref, node_id: '', url: 'https://github.example/', object }] : [];
  });

/** One ref by its exact name (`heads/main`, `tags/v1`); an annotated tag is an object of its own. */
export function refReply({ branches, tags }: LoopbackRepository, name: string) {
  const [, kind, short = ''] = /^(heads|tags)\/(.+)$/.exec(name) ?? [];
  const found = kind === 'tags' ? tags.get(short) : kind === 'heads' ? branches.get(short) : undefined;
  if (found === undefined) return undefined;
  const url = 'https://github.example/';
  const tag = 'object' in found ? found.object : undefined;
  const object = tag === undefined ? { type: 'commit', sha: found.sha, url } : { type: 'tag', sha: tag, url };
  return { ref: `refs/${name}`, node_id: '', url, object };
}

export function tagReply({ tags }: LoopbackRepository, sha: string) {
  const [name, tag] = [...tags].find(([, { object }]) => object === sha) ?? [];
  if (name === undefined || tag === undefined) return undefined;
  const url = 'https://github.example/';
  return { ...skeleton('git-tag'), tag: name, sha, url, object: { type: 'commit', sha: tag.sha, url } };
}

/** `limit` entries at most, then `truncated`, as a real recursive listing ends. */
export function treeReply(repository: LoopbackRepository, sha: string, recursive: boolean, limit: number) {
  const { objects } = repository;
  const commit = repository.branches.get(sha)?.sha ?? sha;
  const tree = objects.commits.get(commit)?.tree ?? sha;
  if (!objects.trees.has(tree)) return undefined;
  const entries = objects.list(tree, recursive);
  return {
    sha: tree,
    url: 'https://github.example/',
    truncated: entries.length > limit,
    tree: entries.slice(0, limit).map(({ path, mode, type, id }) => {
      const size = type === 'blob' ? { size: objects.blobs.get(id)?.length ?? 0 } : {};
      return { path, mode, type, sha: id, ...size };
    }),
  };
}

export function blobReply(repository: LoopbackRepository, sha: string) {
  const bytes = repository.objects.blobs.get(sha);
  if (bytes === undefined) return undefined;
  // GitHub breaks base64 into lines of sixty.
  const content = bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
  return { sha, url: 'https://github.example/', node_id: '', size: bytes.length, encoding: 'base64', content };
}

export function pullReply(repository: LoopbackRepository, pull: PullRequest, schema = 'pull-request') {
  const side = (ref: string, sha: string, away = 0) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: userReply(pull.author),
    repo: { ...repositoryReply(repository, 'repository'), id: repository.id + away },
  });
  return {
    ...skeleton(schema),
    number: pull.number,
    state: pull.state,
    user: userReply(pull.author),
    base: side(pull.baseRef, pull.base),
    head: side(pull.headRef, pull.head, pull.fork ? 90_000 : 0),
    ...(schema === 'pull-request'
      ? { mergeable: pull.computing > 0 ? null : pull.mergeable, comments: pull.comments.length }
      : {}),
    created_at: pull.createdAt,
    ...(pull.mergedAt === undefined ? {} : { merged_at: pull.mergedAt }),
    merge_commit_sha: pull.mergeCommit ?? (pull.computing > 0 ? pull.formerMerge : pull.merge) ?? null,
  };
}

export function workflowRunsReply(repository: LoopbackRepository, query: URLSearchParams) {
  const listed = repository.runs.map((run) => runReply(repository, run)).filter((run) => isAskedFor(run, query));
  const size = Number(query.get('per_page') ?? 30);
  const from = (Number(query.get('page') ?? 1) - 1) * size;
  return { total_count: listed.length, workflow_runs: listed.slice(from, from + size) };
}

function isAskedFor(run: ReturnType<typeof runReply>, query: URLSearchParams): boolean {
  const wanted = { head_sha: run.head_sha, branch: run.head_branch, event: run.event, actor: run.actor.login };
  return Object.entries(wanted).every(([name, value]) => [null, value].includes(query.get(name)));
}

/** Of a run on a pull request, branch and repository are those of the head. */
function runReply(repository: LoopbackRepository, run: WorkflowRun) {
  const { id, path, conclusion, headSha, createdAt = new Date().toISOString(), actor = mona, attempts = 1 } = run;
  const pull = [...repository.pulls.values()].find(({ head }) => head === headSha);
  const { headBranch = pull?.headRef ?? null, triggeringActor = actor, event = 'pull_request' } = run;
  const { headRepository = repository.id + (pull?.fork === true ? 90_000 : 0), startedAt = createdAt } = run;
  const home = { ...skeleton('minimal-repository'), id: headRepository };
  return {
    ...skeleton('workflow-run'),
    ...{ created_at: createdAt, run_started_at: startedAt, event, head_branch: headBranch },
    ...{ id, run_number: id, run_attempt: attempts, path, conclusion, head_sha: headSha, actor: userReply(actor) },
    status: conclusion === null ? 'in_progress' : 'completed',
    triggering_actor: userReply(triggeringActor),
    head_repository: headRepository === null ? null : home,
  };
}

/** The newest status of each context. */
export function statusesReply(repository: LoopbackRepository, sha: string) {
  const newest = new Map(repository.statuses.filter((one) => one.sha === sha).map((one) => [one.context, one]));
  const statuses = [...newest.values()].map(({ context, state, description }) => ({
    ...{ ...skeleton('simple-commit-status'), context, state, description },
  }));
  return { ...skeleton('combined-commit-status'), sha, statuses, total_count: statuses.length };
}

/** REST shows neither that a text was edited by somebody else nor what it was before. */
export const commentReply = ({ id, body, author, createdAt, lastEditedAt, viaApp }: Comment) => ({
  ...skeleton('issue-comment'),
  id,
  body,
  user: author === null ? null : userReply(author),
  author_association: 'NONE',
  ...{ created_at: createdAt, updated_at: lastEditedAt ?? createdAt },
  ...(viaApp === undefined ? {} : { performed_via_github_app: viaApp ? anApp : null }),
});

const anApp = { ...skeleton('nullable-integration'), id: 77, name: 'An agent', owner: userReply(mona) };
