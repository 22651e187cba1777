import type { IncomingHttpHeaders } from 'node:http';

import type { Unavailable } from '../model/index.ts';
import { unavailable } from '../model/evidence-values.ts';
import type { ExchangeFailure } from '../net/exchange-failure.ts';
import type { Exchange } from '../net/http-exchange.ts';
import type { DocumentAnswer } from './answer.ts';
import type { Connection } from './configuration.ts';
import type { ClientLimits } from './limits.ts';

/** An answer that a further attempt may improve. */
export interface Retry {
  readonly retry: Unavailable;
  /** Milliseconds that the registry asks for. */
  readonly after?: number;
}

/** Interprets an HTTP answer. */
export function judgeExchange(
  { status, headers, body }: Exchange,
  connection: Connection,
  keep = readDocument,
): DocumentAnswer | Retry {
  const authenticated = connection.authorization !== undefined;
  const { withoutCredential, unset } = connection;
  const hint = withoutCredential === undefined ? '' : `: ${withoutCredential}`;
  const isUnset = unset === undefined ? {} : { unset };
  switch (status) {
    case 200:
      return keep(body);
    case 401:
    case 402: // the public registry: a private package of an account that does not pay
      return { ...unavailable('unauthorized', `HTTP ${status}${hint}`), ...isUnset };
    case 403:
    case 451: // RFC 7725: there, and not to be had for legal reasons
      return { state: 'refused', status };
    case 404:
    case 410: // RFC 9110, 15.5.11: gone, and known to be
      return { state: 'absent', authenticated, ...isUnset };
    case 407:
      return unavailable('network', 'HTTP 407 from the proxy');
    case 429:
      return { retry: unavailable('throttled', 'HTTP 429'), ...retryAfter(headers) };
    default: {
      const reply = unavailable('server-error', `HTTP ${status}`);
      return status === 408 || status >= 500 ? { retry: reply, ...retryAfter(headers) } : reply;
    }
  }
}

/** @param bytes the bound that held. */
export function judgeFailure(
  { reason, code }: ExchangeFailure,
  limits: ClientLimits,
  bytes: number,
): Unavailable | Retry {
  switch (reason) {
    case 'network':
      // A certificate that is wrong now is wrong in a second.
      return /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code)
        ? unavailable('network', code)
        : { retry: unavailable('network', code) };
    case 'timeout':
      return { retry: unavailable('timeout', `no complete answer within ${limits.deadline / 1000} s`) };
    case 'too-large':
      return unavailable('too-large', `more than ${Math.floor(bytes / 1024 / 1024)} MiB`);
    case 'malformed':
    case 'redirected':
      return unavailable(reason, code);
  }
}

function readDocument(body: Buffer): DocumentAnswer {
  try {
    const document: unknown = JSON.parse(body.toString('utf8'));
    return { state: 'document', document };
  } catch {
    return unavailable('malformed', 'HTTP 200 without a JSON document');
  }
}

/** RFC 9110, 10.2.3: seconds or a date. */
function retryAfter(headers: IncomingHttpHeaders): { readonly after?: number } {
  const value = headers['retry-after'];
  if (value === undefined) return {};
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? {} : { after: Math.max(0, wait) };
}
