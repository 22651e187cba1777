import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

import { decompress } from './decompress.ts';
import { ExchangeFailure, codeOf } from './exchange-failure.ts';
import { type Redirects, nextAddress } from './redirect.ts';

/** The answer to a request. */
export interface Exchange {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Decompressed; empty unless the status is 200 or `readsEveryBody` is set. */
  readonly body: Buffer;
}

export interface ExchangeOptions {
  readonly agent: Agent;
  /** What is sent to an address. Asked again for each redirect. */
  readonly headers: (url: URL) => Readonly<Record<string, string>>;
  /** Default: POST where there is a payload, else GET. */
  readonly method?: string;
  readonly payload?: Buffer;
  /** Milliseconds for the whole exchange, redirects included. */
  readonly deadline: number;
  /** Milliseconds without any byte, from the start of each request on. */
  readonly idle: number;
  /** Bytes of the body, on the wire and decompressed. */
  readonly maxBytes: number;
  /** Bytes that are being received by all exchanges that share this, and how many there may be. */
  readonly inFlight?: { bytes: number; readonly max: number };
  /** Redirects that are followed, none of them to another origin. Absent: a redirect is an answer like any other. */
  readonly redirects?: Redirects;
  /** Whether the body of an answer that is not 200 is read too. */
  readonly readsEveryBody?: boolean;
}

/** The body of an answer that is not wanted is read no further than this, so that its connection can be used again. */
const drainedBytes = 16 * 1024;

/**
 * Makes every request of lockgate: bounded in time and in bytes, on the wire and after decompression, whatever the other
 * side says about its size; it never leaves its origin. No retry.
 * @throws ExchangeFailure
 */
export async function exchange(start: URL, options: ExchangeOptions): Promise<Exchange> {
  const { redirects, payload, method = payload === undefined ? 'GET' : 'POST' } = options;
  const end = performance.now() + options.deadline;
  let url = start;
  for (let hops = 0; ; hops += 1) {
    const deadline = end - performance.now();
    if (deadline <= 0) throw new ExchangeFailure('timeout', 'deadline');
    const answered = await exchangeOnce(url, { ...options, method, deadline });
    const next = redirects && nextAddress({ url, method }, answered, redirects.follows);
    if (next === undefined) return answered;
    if (hops === redirects?.most) throw new ExchangeFailure('redirected', `more than ${hops} redirects`);
    url = next;
  }
}

/** One request and its answer, whatever that is. */
async function exchangeOnce(url: URL, options: ExchangeOptions & { readonly method: string }): Promise<Exchange> {
  const { agent, method, payload, deadline, idle, maxBytes, inFlight, readsEveryBody = false } = options;
  const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
  let received = 0;
  try {
    return await new Promise<Exchange>((resolve, reject) => {
      const sent = send(url, { agent, headers: options.headers(url), method });
      const fail = (failure: ExchangeFailure) => {
        settle();
        sent.destroy();
        reject(failure);
      };
      const atDeadline = setTimeout(() => fail(new ExchangeFailure('timeout', 'deadline')), deadline);
      const whenIdle = setTimeout(() => fail(new ExchangeFailure('timeout', 'no answer')), Math.min(idle, deadline));
      const settle = () => {
        clearTimeout(atDeadline);
        clearTimeout(whenIdle);
      };
      sent.on('error', (error) => fail(networkFailure(error)));
      sent.on('response', (response) => {
        whenIdle.refresh();
        const { statusCode: status = 0, headers } = response;
        if (status !== 200 && !readsEveryBody) {
          settle();
          drain(response);
          resolve({ status, headers, body: Buffer.alloc(0) });
          return;
        }
        if (Number(headers['content-length']) > maxBytes) {
          fail(new ExchangeFailure('too-large', 'too large'));
          return;
        }
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => {
          whenIdle.refresh();
          received += chunk.length;
          if (inFlight !== undefined) inFlight.bytes += chunk.length;
          if (received > maxBytes || (inFlight !== undefined && inFlight.bytes > inFlight.max)) {
            fail(new ExchangeFailure('too-large', 'too large'));
          } else chunks.push(chunk);
        });
        response.on('error', (error) => fail(networkFailure(error)));
        response.on('end', () => {
          settle();
          try {
            resolve({
              status,
              headers,
              body: decompress(Buffer.concat(chunks), headers['content-encoding'], maxBytes),
            });
          } catch (cause) {
            reject(cause instanceof ExchangeFailure ? cause : new ExchangeFailure('malformed', 'compression'));
          }
        });
      });
      sent.end(payload);
    });
  } finally {
    if (inFlight !== undefined) inFlight.bytes -= received;
  }
}

function drain(response: IncomingMessage): void {
  const size = Number(response.headers['content-length'] ?? Number.NaN);
  response.on('error', () => undefined);
  if (size <= drainedBytes) response.resume();
  else response.destroy();
}

function networkFailure(error: Error): ExchangeFailure {
  const code = codeOf(error) ?? 'connection lost';
  return new ExchangeFailure(code.startsWith('HPE_') ? 'malformed' : 'network', code);
}
