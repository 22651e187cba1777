import type { Agent } from 'node:http';

import { createAgent } from '../net/agent.ts';
import { ExchangeFailure } from '../net/exchange-failure.ts';
import { type Exchange, exchange } from '../net/http-exchange.ts';
import type { DocumentAnswer } from './answer.ts';
import type { Connection } from './configuration.ts';
import { type Retry, judgeExchange, judgeFailure } from './http-answer.ts';
import type { ClientLimits } from './limits.ts';

/** What is sent by POST. */
export interface Payload {
  readonly bytes: Buffer;
  readonly encoding?: 'gzip';
}

/** What is sent, and what is made of an answer that is no JSON document: such a one is a tarball. */
export interface Asking {
  /** Whether a registry need not have this endpoint: then what says so in any way is no failure. */
  readonly isOptional?: boolean;
  /** What that comes to, where 404 has a meaning of its own. */
  readonly notOffered?: DocumentAnswer;
  readonly payload?: Payload | undefined;
  readonly keep?: ((body: Buffer) => DocumentAnswer) | undefined;
}

/** Statuses with which registries answer at an endpoint that they do not have; npm's clients read 400 like 404. */
const unofferedStatuses: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 410, 501]);

/** Whether an answer is a page for people: what answers everything with its own start page has no such endpoint. */
const isPage = ({ status, body }: Exchange) => status === 200 && /^\s*</.test(body.subarray(0, 256).toString('latin1'));

/** Requests to registries, each with its retries and its redirects within the registry's own origin. */
export function createRequests(concurrency: number, limits: ClientLimits) {
  const inFlight = { bytes: 0, max: limits.bytesInFlight };
  const agents = new Map<string, Promise<Agent>>();
  return { ask, close };

  async function ask(connection: Connection, url: URL, body: Asking = {}): Promise<DocumentAnswer> {
    const end = performance.now() + limits.deadline;
    let wait = limits.backOff;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await attemptOnce(connection, url, end, body);
      if (!('retry' in outcome)) return outcome;
      const attempts = attempt === 1 ? '' : ` after ${attempt} attempts`;
      const reply = { ...outcome.retry, detail: `${outcome.retry.detail}${attempts}` };
      // Half of the wait is random, so that clients that failed together do not come back together.
      const pause = outcome.after ?? wait * (0.5 + Math.random() / 2);
      if (attempt >= limits.attempts || performance.now() + pause >= end) return reply;
      await new Promise((resolve) => setTimeout(resolve, pause));
      wait *= 2;
    }
  }

  async function attemptOnce(
    connection: Connection,
    url: URL,
    end: number,
    { payload, keep, isOptional = false, notOffered = notThere }: Asking,
  ): Promise<DocumentAnswer | Retry> {
    const maxBytes = keep === undefined ? limits.documentBytes : limits.tarballBytes;
    let answered: Exchange;
    try {
      answered = await exchange(url, {
        agent: await agentOf(connection),
        headers: (target) => headersFor(target, connection, payload, keep === undefined),
        ...(payload === undefined ? {} : { payload: payload.bytes }),
        ...{ deadline: end - performance.now(), idle: limits.idle, maxBytes, inFlight },
        redirects: { most: limits.redirects, follows: 'reads-and-repeats' },
      });
    } catch (cause) {
      if (isOptional && cause instanceof ExchangeFailure && cause.reason === 'redirected') return notOffered;
      if (cause instanceof ExchangeFailure) return judgeFailure(cause, limits, maxBytes);
      throw cause;
    }
    const isUnknown = answered.status === 404 && notOffered !== notThere;
    if (isOptional && !isUnknown && (unofferedStatuses.has(answered.status) || isPage(answered))) return notOffered;
    return judgeExchange(answered, connection, keep);
  }

  function agentOf(connection: Connection): Promise<Agent> {
    const agent = agents.get(connection.url) ?? createAgent(connection, concurrency);
    agents.set(connection.url, agent);
    return agent;
  }

  function close(): void {
    // One that could not be made has been reported by the request that wanted it.
    for (const agent of agents.values()) {
      agent.then(
        (made) => made.destroy(),
        () => undefined,
      );
    }
  }
}

const notThere: DocumentAnswer = { state: 'absent', authenticated: true };

function headersFor(
  target: URL,
  { url, authorization }: Connection,
  payload: Payload | undefined,
  isDocument: boolean,
): Readonly<Record<string, string>> {
  return {
    accept: isDocument ? 'application/json' : '*/*',
    'accept-encoding': isDocument ? 'gzip, br' : 'identity',
    'user-agent': 'lockgate',
    ...(payload === undefined ? {} : sentAs(payload)),
    ...(authorization !== undefined && target.href.startsWith(url) ? { authorization } : {}),
  };
}

const sentAs = ({ bytes, encoding }: Payload) => ({
  'content-type': 'application/json',
  ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  'content-length': String(bytes.length),
});
