import type { Agent } from 'node:http';

import { createAgent } from '../../net/agent.ts';
import { ExchangeFailure } from '../../net/exchange-failure.ts';
import { exchange } from '../../net/http-exchange.ts';

/** Duration of a request, including its body. GitHub itself ends requests after 10 s (Troubleshooting the REST API). */
const timeoutMs = 30_000;
/** A blob of 100 MB, GitHub's own limit, as base64 in JSON. */
const maxBytes = 144_000_000;
const maxRedirects = 3;

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** An exchange that would fail again: it is not retried. */
export class TransportRefusal extends Error {}

/**
 * The bounded exchange as the `fetch` that Octokit asks for. Octokit's own follows redirects anywhere and treats a
 * body that ends early as an empty one; this one returns a reply only once it is complete, and follows redirects only for
 * reads. It uses the proxy that the environment names.
 * @throws TransportRefusal for a redirect that is not followed or a body beyond the bound; else ExchangeFailure.
 */
export function boundedFetch(apiUrl: string): Fetch {
  let agent: Promise<Agent> | undefined;
  return async (url, init = {}) => {
    agent ??= createAgent({ url: apiUrl, agent: { rejectUnauthorized: true } }, Number.POSITIVE_INFINITY);
    const { method = 'GET', body = null } = init;
    if (body !== null && typeof body !== 'string') throw new TransportRefusal('a body that is not text');
    const payload = body === null ? undefined : Buffer.from(body);
    const given = Object.fromEntries(new Headers(init.headers));
    const length = payload === undefined ? {} : { 'content-length': String(payload.length) };
    const headers = { ...given, ...length, 'accept-encoding': 'gzip, br' };
    try {
      const {
        status,
        headers: replied,
        body: read,
      } = await exchange(new URL(url), {
        ...{ agent: await agent, method, headers: () => headers, ...(payload === undefined ? {} : { payload }) },
        ...{ deadline: timeoutMs, idle: timeoutMs, maxBytes, readsEveryBody: true },
        redirects: { most: maxRedirects, follows: 'reads' },
      });
      const kept = Object.entries(replied).map(([name, value = '']): [string, string] => [name, String(value)]);
      return new Response(read.length === 0 ? null : new Uint8Array(read), { status, headers: kept });
    } catch (cause) {
      const isFinal = cause instanceof ExchangeFailure && ['redirected', 'too-large'].includes(cause.reason);
      throw isFinal ? new TransportRefusal(cause.code) : cause;
    }
  };
}
