import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** One request and its answer; no retry, no redirect. */
export interface Exchange {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Decompressed; empty unless the status is 200. */
  readonly body: Buffer;
}

/** Why there is no `Exchange`. `code` is Node's own word for it. */
export class ExchangeFailure extends Error {
  readonly reason: 'network' | 'timeout' | 'too-large' | 'malformed';
  readonly code: string;

  constructor(reason: ExchangeFailure['reason'], code: string) {
    super(code);
    this.reason = reason;
    this.code = code;
  }
}

export interface ExchangeOptions {
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent by POST; without one the request is a GET. */
  readonly payload?: Buffer;
  /** Milliseconds for the whole exchange. */
  readonly deadline: number;
  /** Milliseconds without any byte, from the start on. */
  readonly idle: number;
  readonly maxBytes: number;
  /** Bytes that are being received by all exchanges of this client, and how many there may be. */
  readonly inFlight: { bytes: number; readonly max: number };
}

/** The body of an answer that is not 200 is read no further than this, so that its connection can be used again. */
const drainedBytes = 16 * 1024;

/**
 * Asks for one document. Its body is bounded on the wire and after decompression, whatever its headers say.
 * @throws ExchangeFailure
 */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { agent, headers, payload, deadline, idle, maxBytes, inFlight } = options;
  const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
  let received = 0;
  try {
    return await new Promise<Exchange>((resolve, reject) => {
      const sent = send(url, { agent, headers, method: payload === undefined ? 'GET' : 'POST' });
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
        const status = response.statusCode ?? 0;
        if (status !== 200) {
          settle();
          drain(response);
          resolve({ status, headers: response.headers, body: Buffer.alloc(0) });
          return;
        }
        if (Number(response.headers['content-length']) > maxBytes) {
          fail(new ExchangeFailure('too-large', 'too large'));
          return;
        }
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => {
          whenIdle.refresh();
          received += chunk.length;
          inFlight.bytes += chunk.length;
          if (received > maxBytes || inFlight.bytes > inFlight.max) {
            fail(new ExchangeFailure('too-large', 'too large'));
          } else chunks.push(chunk);
        });
        response.on('error', (error) => fail(networkFailure(error)));
        response.on('end', () => {
          settle();
          try {
            const body = decompress(Buffer.concat(chunks), response.headers['content-encoding'], maxBytes);
            resolve({ status, headers: response.headers, body });
          } catch (cause) {
            reject(cause instanceof ExchangeFailure ? cause : new ExchangeFailure('malformed', 'compression'));
          }
        });
      });
      sent.end(payload);
    });
  } finally {
    inFlight.bytes -= received;
  }
}

/**
 * Synchronous on purpose: one document at a time is in memory twice, and an ordinary one takes well under a millisecond.
 */
function decompress(body: Buffer, encoding: string | undefined, maxOutputLength: number): Buffer {
  try {
    switch (encoding?.toLowerCase()) {
      case undefined:
      case '':
      case 'identity':
        return body;
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(body, { maxOutputLength });
      case 'br':
        return brotliDecompressSync(body, { maxOutputLength });
      default:
        throw new ExchangeFailure('malformed', 'content-encoding');
    }
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') throw new ExchangeFailure('too-large', 'too large');
    throw cause;
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

/** Node's code of an error, whatever it is made of. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
