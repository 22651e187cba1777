import type { Answer } from './github-operations.ts';
import type { Operation } from './openapi.ts';

export const pageOf = (query: URLSearchParams) => ({
  page: Number(query.get('page') ?? 1),
  size: Number(query.get('per_page') ?? 30),
});

/** Pages by page number, with the `link` header that tells whether there is another. */
export function paged(all: readonly object[], query: URLSearchParams, operation: Operation): Answer {
  const { page, size } = pageOf(query);
  const link = `<https://github.example${operation.route}?page=${page + 1}>; rel="next"`;
  const body = all.slice((page - 1) * size, page * size);
  return { status: 200, body, headers: all.length > page * size ? { link } : {} };
}
