import { gunzipSync } from 'node:zlib';

import { takeCheck } from './github-checks.ts';
import type { LoopbackOrganisation } from './github-organisations.ts';
import { answerRuleset, sees } from './github-organisations.ts';
import { pageOf, paged } from './github-pages.ts';
import { answerPeople } from './github-people.ts';
import type { LoopbackRepository, Person, WorkflowRun } from './github-repository.ts';
import { actionsBot } from './github-repository.ts';
import { deleteComment, editComment } from './github-talk.ts';
import { skeleton } from './openapi.ts';
import { answerRemark, answerReview } from './github-reviews.ts';
import {
  blobReply,
  branchesReply,
  branchReply,
  commentReply,
  commitReply,
  comparisonReply,
  listedCommitReply,
  ownersErrorsReply,
  pullReply,
  refCommitReply,
  refReply,
  refsReply,
  repositoryReply,
  statusesReply,
  tagReply,
  treeReply,
  workflowRunsReply,
} from './github-replies.ts';
import type { Credential } from './loopback-github.ts';
import type { Operation } from './openapi.ts';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent for a reply without a body. */
  readonly body?: unknown;
}

interface Question {
  readonly operation: Operation;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly repository: LoopbackRepository | undefined;
  readonly credential: Credential;
  readonly treeLimit: number;
  readonly organisations: ReadonlyMap<string, LoopbackOrganisation>;
}

const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url: '', status: '404' } };
const noAccess: Answer = { status: 403, body: { message: 'Resource not accessible by integration', status: '403' } };
/** What GitHub answers about rules and protection in a private repository whose owner's plan has none. */
const planRefusal: Answer = {
  status: 403,
  body: { message: 'Upgrade to GitHub Pro or make this repository public to enable this feature.', status: '403' },
};
const maxCommentLength = 65_536;

/** What GitHub does and says for one operation. A new operation of scripts/cut-openapi.mjs gets a case here. */
export function answer(question: Question): Answer {
  const { operation, query, repository, credential, treeLimit, organisations } = question;
  const { path, id } = operation;
  if (repository === undefined || !sees(credential, repository)) return notFound;
  const asked = answerPeople({ operation, query, repository, credential });
  if (asked !== undefined) return asked;
  const readsContents = /^(?:git|repos)\//.test(id);
  if (readsContents && credential.contents === 'none' && id !== 'repos/get') return noAccess;
  if (id === 'code-scanning/upload-sarif') return takeSarif(question, repository);
  if (id === 'repos/get-release-by-tag') {
    const immutable = repository.releases.get(path['tag'] ?? '');
    return found(immutable === undefined ? undefined : { ...skeleton('release'), tag_name: path['tag'], immutable });
  }
  if (id === 'actions/get-github-actions-default-workflow-permissions-repository') {
    if (credential.administration !== true) return noAccess;
    const may = { can_approve_pull_request_reviews: repository.workflowsApprove };
    return { status: 200, body: { default_workflow_permissions: 'read', ...may } };
  }
  if (id === 'actions/list-repo-policies' || id === 'actions/get-repo-policy') return policies(question, repository);
  if (id === 'repos/create-commit-status') return takeStatus(question, repository);
  if (id === 'repos/get-combined-status-for-ref') return found(statusesReply(repository, path['ref'] ?? ''));
  if (id.startsWith('checks/')) return takeCheck({ operation, body: question.body, repository, credential });
  if (!readsContents && credential.pullRequests === 'none') return noAccess;
  switch (id) {
    case 'repos/get':
      return found(repositoryReply(repository));
    case 'repos/get-branch':
      return found(branchReply(repository, path['branch'] ?? ''));
    case 'repos/get-repo-ruleset':
      return answerRuleset(operation, repository, credential, organisations);
    case 'repos/get-commit':
      return found(refCommitReply(repository, path['ref'] ?? ''));
    case 'git/get-commit':
      return found(commitReply(repository, path['commit_sha'] ?? ''));
    case 'git/get-tree':
      return found(treeReply(repository, path['tree_sha'] ?? '', query.has('recursive'), treeLimit));
    case 'git/get-blob':
      return found(blobReply(repository, path['file_sha'] ?? ''));
    case 'repos/get-branch-rules':
      if (repository.isPrivate && organisations.get(repository.owner.toLowerCase())?.plan === 'free') {
        return planRefusal;
      }
      return paged(rulesOf(repository, path['branch'] ?? ''), query, operation);
    case 'repos/list-branches':
      return paged(branchesReply(repository), query, operation);
    case 'git/list-matching-refs':
      return found(refsReply(repository, path['ref'] ?? ''));
    case 'git/get-ref':
      return found(refReply(repository, path['ref'] ?? ''));
    case 'git/get-tag':
      return found(tagReply(repository, path['tag_sha'] ?? ''));
    case 'repos/list-pull-requests-associated-with-commit':
      if (credential.pullRequests === 'none') return noAccess;
      return paged(
        repository.pullsOf(path['commit_sha'] ?? '').map((pull) => pullReply(repository, pull, 'pull-request-simple')),
        query,
        operation,
      );
    case 'repos/codeowners-errors':
      return ownersErrorsReply(repository);
    case 'repos/get-branch-protection':
      if (credential.administration !== true) return noAccess;
      return found(repository.classicProtection);
    case 'repos/compare-commits-with-basehead':
      return found(comparisonReply(repository, path['basehead'] ?? '', pageOf(query)));
    default:
      return answerPull(question, repository);
  }
}

function answerPull(question: Question, repository: LoopbackRepository): Answer {
  const { operation, query, body, credential } = question;
  const { path, id } = operation;
  const mayWrite = credential.pullRequests === 'write';
  // What anybody may see of a public repository needs no permission.
  const mayReadRuns = credential.actions !== undefined || !repository.isPrivate;
  if (id === 'pulls/list') return paged(listPulls(repository, query), query, operation);
  if (id === 'actions/list-workflow-runs-for-repo') {
    return mayReadRuns ? found(workflowRunsReply(repository, query)) : noAccess;
  }
  if (id === 'actions/re-run-workflow-failed-jobs' || id === 'actions/re-run-workflow') {
    return runAgain(repository, credential, { run: Number(path['run_id']), isWhole: id === 'actions/re-run-workflow' });
  }
  const { body: text = '' } = (body ?? {}) as { readonly body?: string };
  if (id === 'issues/update-comment' || id === 'issues/delete-comment') {
    if (!mayWrite) return noAccess;
    const isDeleted = id === 'issues/delete-comment';
    return changeComment(repository, Number(path['comment_id']), credential.identity, isDeleted ? undefined : text);
  }
  if (id === 'issues/get-comment') {
    const comments = [...repository.pulls.values()].flatMap((pull) => pull.comments);
    const comment = comments.find((one) => one.id === Number(path['comment_id']));
    return found(comment === undefined ? undefined : commentReply(comment));
  }
  const remark = answerRemark({ ...question, repository });
  if (remark !== undefined) return remark;
  const pull = repository.pulls.get(Number(path['pull_number'] ?? path['issue_number']));
  if (pull === undefined) return notFound;
  const review = answerReview({ ...question, repository }, pull);
  if (review !== undefined) return review;
  switch (id) {
    case 'pulls/list-commits':
      // GitHub lists 250 commits of a pull request and no more.
      return paged(
        repository
          .commitsOf(pull.base, pull.head)
          .slice(0, 250)
          .map((sha) => listedCommitReply(repository, sha)),
        query,
        operation,
      );
    case 'pulls/get': {
      const reply = found(pullReply(repository, pull));
      pull.computing -= pull.computing > 0 ? 1 : 0;
      return reply;
    }
    case 'issues/list-comments':
      return paged(
        pull.comments
          .filter(({ createdAt, lastEditedAt }) => (lastEditedAt ?? createdAt) >= (query.get('since') ?? ''))
          .map(commentReply),
        query,
        operation,
      );
    case 'issues/create-comment':
      if (!mayWrite) return noAccess;
      if (text.length > maxCommentLength) return tooLong();
      return { status: 201, body: commentReply(repository.comment(pull, credential.identity, text)) };
    default:
      throw new Error(`the loopback GitHub does not know ${id} yet`);
  }
}

function policies({ operation, credential }: Question, { actionsPolicies }: LoopbackRepository): Answer {
  if (credential.administration !== true) return noAccess;
  if (operation.id === 'actions/get-repo-policy') {
    return found(actionsPolicies.find(({ id }) => id === Number(operation.path['policy_id'])));
  }
  const listed = actionsPolicies.map(({ id, name }) => ({ id, name }));
  return found({ total_count: listed.length, policies: listed });
}

/** The same run under way once more: its payload and its commit stay. */
function runAgain(
  repository: LoopbackRepository,
  { actions, identity }: Credential,
  { run: id, isWhole }: { readonly run: number; readonly isWhole: boolean },
): Answer {
  const run = repository.runs.find((one) => one.id === id);
  const isRefused = actions !== 'write' || (identity.id === actionsBot.id && !repository.tokenMayRerun);
  if (run === undefined) return notFound;
  if (isRefused || !mayRunAgain(run, isWhole)) return noAccess;
  (isWhole ? repository.rerunWhole : repository.rerun).push(id);
  const { attempts = 1, createdAt = new Date().toISOString() } = run;
  const again = { ...run, createdAt, attempts: attempts + 1, conclusion: null, startedAt: new Date().toISOString() };
  repository.runs = repository.runs.map((one) => (one === run ? again : one));
  return { status: 201, body: {} };
}

/** Docs, "Re-running workflows and jobs": for 30 days, at most 50 times, what has ended, and of failed jobs only what has failed. */
function mayRunAgain(
  { conclusion, createdAt = new Date().toISOString(), attempts = 1 }: WorkflowRun,
  isWhole: boolean,
): boolean {
  const hasFailed = conclusion === 'failure' || conclusion === 'cancelled';
  const isAsked = hasFailed || (isWhole && conclusion !== null && conclusion !== 'action_required');
  const age = Date.now() - Date.parse(createdAt);
  // The first run is none of the 50.
  return isAsked && age <= 30 * 86_400_000 && attempts <= 50;
}

function takeStatus({ operation, credential, body }: Question, repository: LoopbackRepository): Answer {
  if (credential.statuses !== 'write') return noAccess;
  const sent = body as { readonly state: string; readonly context?: string; readonly description?: string };
  const { state, context = 'default', description = '' } = sent;
  if (description.length > 140) return { status: 422, body: { message: 'Validation Failed', errors: [] } };
  repository.statuses.push({ sha: operation.path['sha'] ?? '', context, state, description });
  return { status: 201, body: { ...skeleton('status'), state, context, description } };
}

/** Code scanning only puts the report in a queue; what is wrong with it shows later. */
function takeSarif({ credential, body }: Question, repository: LoopbackRepository): Answer {
  if (credential.securityEvents !== 'write') return noAccess;
  const { commit_sha: commit, ref, sarif } = body as Record<'commit_sha' | 'ref' | 'sarif', string>;
  const text = gunzipSync(Buffer.from(sarif, 'base64')).toString('utf8');
  repository.analyses.push({ commit, ref, text });
  return { status: 202, body: { id: `analysis-${repository.analyses.length}` } };
}

/** Open pull requests, from `owner:branch` where that is asked; in this repository a fork's owner is the author. */
function listPulls(repository: LoopbackRepository, query: URLSearchParams): readonly object[] {
  const [owner, branch] = query.get('head')?.split(':') ?? [];
  const wanted = query.get('state') ?? 'open';
  return [...repository.pulls.values()]
    .filter(({ state }) => wanted === 'all' || state === wanted)
    .filter(
      ({ headRef, fork, author }) =>
        branch === undefined || (headRef === branch && (fork ? author.login : repository.owner) === owner),
    )
    .map((pull) => pullReply(repository, pull, 'pull-request-simple'));
}

function found(body: unknown): Answer {
  return body === undefined ? notFound : { status: 200, body };
}

const rulesOf = ({ defaultBranch, rules, rulesOf: others }: LoopbackRepository, branch: string) =>
  branch === defaultBranch ? rules : (others.get(branch) ?? []);

function changeComment(repository: LoopbackRepository, id: number, by: Person, text: string | undefined): Answer {
  for (const pull of repository.pulls.values()) {
    const comment = pull.comments.find((one) => one.id === id);
    if (comment === undefined) continue;
    if (text === undefined) {
      deleteComment(repository, pull, comment, by);
      return { status: 204 };
    }
    if (text.length > maxCommentLength) return tooLong();
    editComment(repository, comment, by, text);
    return { status: 200, body: commentReply(comment) };
  }
  return notFound;
}

function tooLong(): Answer {
  const message = 'Validation Failed';
  const errors = [{ resource: 'IssueComment', code: 'unprocessable', field: 'body' }];
  return { status: 422, body: { message, errors, documentation_url: '' } };
}
