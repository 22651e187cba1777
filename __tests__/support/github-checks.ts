import type { Answer } from './github-operations.ts';
import type { LoopbackRepository } from './github-repository.ts';
import type { Credential } from './loopback-github.ts';
import type { Operation } from './openapi.ts';
import { skeleton } from './openapi.ts';

interface Output {
  readonly title: string;
  readonly summary: string;
  readonly annotations?: readonly Record<string, unknown>[];
}

/** Creates a check run, or appends annotations to one. The description bounds their number; their sizes it only tells in prose. */
export function takeCheck({
  operation,
  body,
  repository,
  credential,
}: {
  readonly operation: Operation;
  readonly body: unknown;
  readonly repository: LoopbackRepository;
  readonly credential: Credential;
}): Answer {
  if (credential.checks !== 'write') {
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  }
  const sent = body as Record<'name' | 'head_sha' | 'conclusion', string> & { details_url?: string; output: Output };
  const { title, summary, annotations = [] } = sent.output;
  const isTooLong = annotations.some(
    (one) => String(one['title']).length > 255 || Buffer.byteLength(String(one['message'])) > 65_536,
  );
  if (isTooLong || Buffer.byteLength(title) > 255) return { status: 422, body: { message: 'Invalid request.' } };
  const isNew = operation.id === 'checks/create';
  const { name, head_sha: head, conclusion, details_url: details } = sent;
  const id = 500 + repository.checks.length;
  if (isNew) {
    repository.checks.push({ id, name, head, conclusion, details, title, summary, annotations: [...annotations] });
  }
  const check = repository.checks.find((one) => one.id === (isNew ? id : Number(operation.path['check_run_id'])));
  if (check === undefined) return { status: 404, body: { message: 'Not Found' } };
  if (!isNew) check.annotations.push(...annotations);
  const reply = { ...skeleton('check-run'), id: check.id, name: check.name, head_sha: check.head, status: 'completed' };
  return { status: isNew ? 201 : 200, body: { ...reply, conclusion: check.conclusion } };
}
