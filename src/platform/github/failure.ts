import * as z from 'zod';

import { limits, visible } from '../../text/visible.ts';
import { TransportRefusal } from './transport.ts';

/** Why a request to GitHub failed, reduced to facts without GitHub's own prose. */
export interface ApiFailure {
  readonly kind: 'refused' | 'missing' | 'invalid' | 'rate-limited' | 'server' | 'network' | 'other';
  /** Of GitHub's reply; absent where there was none. */
  readonly status?: number;
  /** What GitHub asks to wait, in milliseconds; absent where it does not say. */
  readonly waitMs?: number;
  /** Whether the same request may succeed later. */
  readonly temporary: boolean;
}

interface Headers {
  readonly [name: string]: unknown;
}

/**
 * Reads an error that Octokit threw. Octokit gives "no reply" the status 500 and no `response`.
 * Rate limits: GitHub REST docs, "Rate limits for the REST API": 403 or 429, with `retry-after`, or with
 * `x-ratelimit-remaining: 0` and `x-ratelimit-reset` (epoch seconds), or with neither for a secondary limit.
 */
export function readFailure(error: unknown, now: number): ApiFailure {
  const { status, headers, text } = replyOf(error);
  if (status === undefined) {
    const { name, cause } = error instanceof Error ? error : {};
    if (name === 'GraphqlResponseError') return { kind: 'refused', temporary: false };
    if (name !== 'HttpError' && name !== 'AbortError') return { kind: 'other', temporary: false };
    return { kind: 'network', temporary: !(cause instanceof TransportRefusal) };
  }
  if (status === 429 || (status === 403 && isLimit(headers, text))) {
    const waitMs = askedWait(headers, now);
    return { kind: 'rate-limited', status, temporary: true, ...(waitMs === undefined ? {} : { waitMs }) };
  }
  if (status === 401 || status === 403) return { kind: 'refused', status, temporary: false };
  if (status === 404 || status === 410) return { kind: 'missing', status, temporary: false };
  if (status === 422) return { kind: 'invalid', status, temporary: false };
  if (status === 408 || status >= 500) return { kind: 'server', status, temporary: true };
  return { kind: 'other', status, temporary: false };
}

/** A clause for a person, in our own words: `the token may not do this (HTTP 403)`. Accepts any error. */
export function describeFailure(error: unknown): string {
  if (error instanceof z.ZodError) return 'the reply is not what GitHub documents';
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return `the system refused it (${code})`;
  const { kind, status } = readFailure(error, 0);
  const number = status === undefined ? '' : ` (HTTP ${status})`;
  switch (kind) {
    case 'refused':
      return status === 401 ? `GitHub does not accept the token${number}` : `the token may not do this${number}`;
    case 'missing':
      return `it does not exist or the token may not see it${number}`;
    case 'invalid':
      return `GitHub rejects it as invalid${number}`;
    case 'rate-limited':
      return `GitHub's rate limit is reached${number}`;
    case 'server':
      return `GitHub failed${number}`;
    case 'network':
      return 'GitHub could not be reached or its reply was cut short';
    case 'other':
      return status === undefined && error instanceof Error
        ? visible(error.message, limits.name)
        : `GitHub gave an unexpected answer${number}`;
  }
}

/** Whether GitHub refuses a comment because the conversation is locked: it gives that the status of a missing permission. */
export function isLockedConversation(error: unknown): boolean {
  const { status, text } = replyOf(error);
  return status === 403 && /\bis locked\b/i.test(text);
}

function replyOf(error: unknown): { status?: number; headers: Headers; text: string } {
  const { response } = (error ?? {}) as {
    readonly response?: { readonly status?: unknown; readonly headers?: Headers; readonly data?: unknown };
  };
  if (typeof response?.status !== 'number') return { headers: {}, text: '' };
  const { message } = (response.data ?? {}) as { readonly message?: unknown };
  return { status: response.status, headers: response.headers ?? {}, text: typeof message === 'string' ? message : '' };
}

function isLimit(headers: Headers, text: string): boolean {
  return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(text);
}

function askedWait(headers: Headers, now: number): number | undefined {
  const seconds = Number(headers['retry-after'] ?? NaN);
  if (seconds >= 0) return seconds * 1000;
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0) return Math.max(0, reset * 1000 - now);
  return undefined;
}
