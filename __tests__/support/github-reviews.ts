import { userReply } from './github-replies.ts';
import type { LoopbackRepository, Person, PullRequest, Remark } from './github-repository.ts';
import type { Answer } from './github-operations.ts';
import type { Credential } from './loopback-github.ts';
import type { Operation } from './openapi.ts';
import { skeleton } from './openapi.ts';

/** Reviews, their comments, and the diff that they stand on, as GitHub keeps them for a pull request. */

interface Question {
  readonly operation: Operation;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly repository: LoopbackRepository;
  readonly credential: Credential;
}

interface Placed {
  readonly path: string;
  readonly line?: number;
  readonly subject_type?: 'line' | 'file';
  readonly body: string;
}

const noAccess: Answer = { status: 403, body: { message: 'Resource not accessible by integration', status: '403' } };
const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url: '', status: '404' } };
const invalid = (problem: string): Answer => ({
  status: 422,
  body: { message: 'Unprocessable Entity', errors: [problem], documentation_url: '' },
});

/** The answer for an operation on one review comment, by its id, or `undefined` where the operation is another. */
export function answerRemark({ operation, body, repository, credential }: Question): Answer | undefined {
  const { id, path } = operation;
  if (id !== 'pulls/update-review-comment' && id !== 'pulls/delete-review-comment') return undefined;
  if (credential.pullRequests !== 'write') return noAccess;
  for (const pull of repository.pulls.values()) {
    const remark = pull.remarks.find((one) => one.id === Number(path['comment_id']));
    if (remark === undefined) continue;
    if (id === 'pulls/delete-review-comment') {
      pull.remarks.splice(pull.remarks.indexOf(remark), 1);
      return { status: 204 };
    }
    remark.body = (body as { readonly body: string }).body;
    return { status: 200, body: remarkReply(remark) };
  }
  return notFound;
}

/** The answer for an operation on a pull request's diff and reviews, or `undefined` where it is another. */
export function answerReview({ operation, query, body, repository, credential }: Question, pull: PullRequest) {
  const mayWrite = credential.pullRequests === 'write';
  switch (operation.id) {
    case 'pulls/list-files':
      return { status: 200, body: page(diffOf(repository, pull), query).map(fileReply) };
    case 'pulls/list-review-comments': {
      const listed = page(pull.remarks, query);
      const more = pull.remarks.length > Number(query.get('page') ?? 1) * Number(query.get('per_page') ?? 30);
      const link = '<https://github.example/next>; rel="next"';
      return { status: 200, body: listed.map(remarkReply), headers: more ? { link } : {} };
    }
    case 'pulls/create-review':
      return mayWrite ? createReview(repository, pull, credential.identity, body) : noAccess;
    case 'pulls/create-review-comment':
      return mayWrite ? createRemark(repository, pull, credential.identity, body as Placed) : noAccess;
    case 'pulls/update-review': {
      const review = pull.reviews.find((one) => one.id === Number(operation.path['review_id']));
      if (!mayWrite) return noAccess;
      if (review === undefined) return notFound;
      review.body = (body as { readonly body: string }).body;
      return { status: 200, body: reviewReply(review) };
    }
    default:
      return undefined;
  }
}

function createReview(repository: LoopbackRepository, pull: PullRequest, author: Person, body: unknown): Answer {
  const { body: text, comments = [] } = body as { readonly body: string; readonly comments?: readonly Placed[] };
  const problem = comments.map((comment) => placeProblem(repository, pull, comment)).find((one) => one !== undefined);
  if (problem !== undefined) return invalid(problem);
  const review = repository.review(pull, author, text);
  for (const { path, line, body: said } of comments) {
    repository.remark(pull, author, { path, line: line ?? null, body: said, review: review.id });
  }
  return { status: 200, body: reviewReply(review) };
}

/** A comment by itself is a review of its own, without a text. */
function createRemark(repository: LoopbackRepository, pull: PullRequest, author: Person, placed: Placed): Answer {
  const problem = placeProblem(repository, pull, placed);
  if (problem !== undefined) return invalid(problem);
  const { path, line, body, subject_type: type } = placed;
  const review = repository.review(pull, author, '').id;
  const remark = repository.remark(pull, author, { path, line: type === 'file' ? null : (line ?? null), body, review });
  return { status: 201, body: remarkReply(remark) };
}

function placeProblem(repository: LoopbackRepository, pull: PullRequest, { path, line, body, subject_type }: Placed) {
  const file = diffOf(repository, pull).find((one) => one.path === path);
  if (body === '' || body.length > 65_536) return 'Body is too long (maximum is 65536 characters)';
  if (file === undefined) return 'Path could not be resolved';
  if (subject_type === 'file') return undefined;
  const isThere = file.patch !== undefined && line !== undefined && line >= file.from && line < file.from + file.count;
  return isThere ? undefined : 'Line could not be resolved';
}

interface DiffFile {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified';
  /** Absent where GitHub leaves it out for its length. */
  readonly patch?: string;
  /** The lines of the new side that the patch shows. */
  readonly from: number;
  readonly count: number;
}

/** From where the branches parted to the head; of each file one hunk, with three lines of context. */
function diffOf(repository: LoopbackRepository, pull: PullRequest): readonly DiffFile[] {
  const [before, after] = [repository.partingFiles(pull), repository.filesOf(pull.head)];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path): readonly DiffFile[] => {
    const [old, now] = [linesOf(before[path]), linesOf(after[path])];
    if (old?.join('\n') === now?.join('\n')) return [];
    const status = old === undefined ? 'added' : now === undefined ? 'removed' : 'modified';
    const { patch, from, count } = hunk(old ?? [], now ?? []);
    const shown = patch.split('\n').length > repository.patchLimit ? {} : { patch };
    return [{ path, status, from, count, ...shown }];
  });
}

function linesOf(content: unknown): readonly string[] | undefined {
  if (typeof content === 'string') return content.replace(/\n$/, '').split('\n');
  return content === undefined ? undefined : [JSON.stringify(content)];
}

function hunk(old: readonly string[], now: readonly string[]) {
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const from = Math.max(0, start - 3);
  const till = (side: readonly string[]) => side.length - Math.max(0, end - 3);
  const lines = [
    ...now.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
    ...now.slice(now.length - end, till(now)).map((line) => ` ${line}`),
  ];
  const [less, count] = [till(old) - from, till(now) - from];
  const at = (length: number) => `${length === 0 ? from : from + 1},${length}`;
  return { patch: [`@@ -${at(less)} +${at(count)} @@`, ...lines].join('\n'), from: from + 1, count };
}

function page<T>(all: readonly T[], query: URLSearchParams): readonly T[] {
  const size = Number(query.get('per_page') ?? 30);
  const number = Number(query.get('page') ?? 1);
  return all.slice((number - 1) * size, number * size);
}

const fileReply = ({ path, status, patch }: DiffFile) => ({
  ...skeleton('diff-entry'),
  ...{ filename: path, status, sha: 'a'.repeat(40) },
  ...(patch === undefined ? {} : { patch }),
});

const reviewReply = ({ id, author, body }: PullRequest['reviews'][number]) => ({
  ...skeleton('pull-request-review'),
  ...{ id, body, state: 'COMMENTED', user: userReply(author), author_association: 'NONE' },
});

const remarkReply = ({ id, node, author, body, path, line, review }: Remark) => ({
  ...skeleton('pull-request-review-comment'),
  ...{ id, node_id: node, body, path, user: userReply(author), author_association: 'NONE' },
  ...{ pull_request_review_id: review, subject_type: line === null ? 'file' : 'line' },
  ...(line === null ? {} : { line }),
});
