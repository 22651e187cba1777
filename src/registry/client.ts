import type { Agent, IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';

import semver from 'semver';
import validateName from 'validate-npm-package-name';

import type { UnavailableReason } from '../model/index.ts';
import type { Connection } from './configuration.ts';
import { type Exchange, ExchangeFailure, exchange } from '../net/http-exchange.ts';
import { type ClientLimits, clientLimits } from './limits.ts';
import type { TarballAnswer } from '../recording/answer.ts';
import { createAgent } from '../net/agent.ts';

/** What a registry says when it is asked for a package. */
export type Reply =
  | { readonly state: 'document'; readonly document: unknown }
  /** No such name; `authenticated`: it was asked with a credential, so it does not hide a private package. */
  | { readonly state: 'absent'; readonly authenticated: boolean }
  | { readonly state: 'refused'; readonly status: number }
  | { readonly state: 'unavailable'; readonly reason: UnavailableReason; readonly detail: string };

type Unavailable = Extract<Reply, { state: 'unavailable' }>;

export interface RegistryClient {
  /**
   * Asks for a name's full packument. Ends within the deadline, with whatever there is to say; never throws for what the
   * other side does. A name that no registry can hold is never put into a URL: it is absent.
   * @throws GateFailure `configuration-invalid` for certificates or a proxy that cannot be used.
   */
  readonly packument: (connection: Connection, name: string) => Promise<Reply>;
  /** The keys that the registry signs with (npm docs, "About registry signatures"). */
  readonly keys: (connection: Connection) => Promise<Reply>;
  /**
   * The attestations of one version, from the registry's own endpoint: the address that a packument gives is never asked.
   * A version that is no semantic version is never put into a URL: it is absent.
   */
  readonly attestations: (connection: Connection, name: string, version: string) => Promise<Reply>;
  /**
   * The advisories about these names and versions, from npm's bulk endpoint; `absent`: the registry has no such endpoint.
   * A name that no registry can hold is left out.
   */
  readonly advisories: (connection: Connection, versions: ReadonlyMap<string, readonly string[]>) => Promise<Reply>;
  /** OSV's API at this address: a POST where there is something to send. No name goes into the path. */
  readonly osv: (connection: Connection, path: string, body?: string) => Promise<Reply>;
  /** How often names were downloaded in the last month, by the downloads service at this address. */
  readonly downloads: (connection: Connection, names: readonly string[]) => Promise<Reply>;
  /** What a tarball holds. The address is at the connection's origin: the caller has seen to it. */
  readonly tarball: (connection: Connection, address: URL) => Promise<TarballAnswer>;
  readonly close: () => void;
}

/** A client for as many registries as it is given connections to. Close it, or its kept connections outlive it. */
export function createRegistryClient(concurrency: number, changed: Partial<ClientLimits> = {}): RegistryClient {
  const limits = { ...clientLimits, ...changed };
  const inFlight = { bytes: 0, max: limits.bytesInFlight };
  const failures = new Map<string, { inRow: number; last: Unavailable }>();
  const agents = new Map<string, Promise<Agent>>();

  return {
    packument: (connection, name) => get(connection, name, name.replace('/', '%2f')),
    keys: (connection) => get(connection, undefined, '-/npm/v1/keys'),
    attestations: async (connection, name, version) => {
      if (semver.valid(version) !== version) return { state: 'absent', authenticated: true };
      return get(connection, name, `-/npm/v1/attestations/${name.replace('/', '%2f')}@${version}`);
    },
    advisories: (connection, versions) => {
      const possible = [...versions].filter(([name]) => isPossibleName(name));
      const payload = { bytes: gzipSync(JSON.stringify(Object.fromEntries(possible))), encoding: 'gzip' } as const;
      return get(connection, undefined, '-/npm/v1/security/advisories/bulk', payload);
    },
    osv: (connection, path, body) =>
      get(connection, undefined, path, body === undefined ? undefined : { bytes: Buffer.from(body) }),
    downloads: async (connection, names) => {
      if (!names.every(isPossibleName)) return { state: 'absent', authenticated: true };
      return get(connection, undefined, `downloads/point/last-month/${names.join(',')}`);
    },
    tarball: async (connection, address) => {
      const before = givenUp(connection);
      if (before !== undefined) return before;
      let packed: Buffer | undefined;
      const keep = (body: Buffer): Reply => {
        packed = body;
        return { state: 'document', document: null };
      };
      const reply = counted(connection, await ask(connection, address, { keep }));
      if (reply.state !== 'document' || packed === undefined) {
        return reply.state === 'document' ? unavailable('malformed', 'no body') : reply;
      }
      const { listTarball } = await import('./tarball-listing.ts');
      const listed = await listTarball(packed);
      return listed.state === 'listed' ? listed : unavailable(listed.reason, 'it cannot be listed');
    },
    close: () => {
      // One that could not be made has been reported by the request that wanted it.
      for (const agent of agents.values()) {
        agent.then(
          (made) => made.destroy(),
          () => undefined,
        );
      }
    },
  };

  async function get(
    connection: Connection,
    name: string | undefined,
    path: string,
    payload?: Payload,
  ): Promise<Reply> {
    if (name !== undefined && !isPossibleName(name)) return { state: 'absent', authenticated: true };
    const before = givenUp(connection);
    if (before !== undefined) return before;
    return counted(connection, await ask(connection, new URL(connection.url + path), payload && { payload }));
  }

  function givenUp({ url }: Connection): Unavailable | undefined {
    const before = failures.get(url);
    if (before === undefined || before.inRow < limits.failuresInRow) return undefined;
    return { ...before.last, detail: `not asked: ${before.inRow} requests in a row had failed` };
  }

  function counted(connection: Connection, reply: Reply): Reply {
    if (reply.state !== 'unavailable' || !systemic.has(reply.reason)) failures.delete(connection.url);
    else failures.set(connection.url, { inRow: (failures.get(connection.url)?.inRow ?? 0) + 1, last: reply });
    return reply;
  }

  async function ask(connection: Connection, url: URL, body: Body = {}): Promise<Reply> {
    const end = performance.now() + limits.deadline;
    let wait = limits.backOff;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await follow(connection, url, end, body);
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

  /** One attempt, with the redirects that stay at the registry's own origin. */
  async function follow(
    connection: Connection,
    start: URL,
    end: number,
    { payload, keep }: Body,
  ): Promise<Reply | Retry> {
    const body = { payload, keep };
    let url = start;
    for (let hops = 0; hops <= limits.redirects; hops += 1) {
      const answered = await attempt(connection, url, end, body);
      if (answered instanceof ExchangeFailure) {
        return judgeFailure(answered, limits, keep === undefined ? limits.documentBytes : limits.tarballBytes);
      }
      const { status, headers } = answered;
      if (payload !== undefined && unsupported.has(status)) return { state: 'absent', authenticated: true };
      if (![301, 302, 303, 307, 308].includes(status)) return judge(answered, connection, keep);
      const target = headers.location;
      if (target === undefined || !URL.canParse(target, url.href)) return unavailable('malformed', `HTTP ${status}`);
      const next = new URL(target, url);
      if (next.origin !== start.origin) {
        return unavailable('redirected', `HTTP ${status} to another origin, which is not followed`);
      }
      // RFC 9110, 15.4: only these two keep the method and what was sent.
      if (payload !== undefined && status < 307) return unavailable('redirected', `HTTP ${status} for a POST`);
      url = next;
    }
    return unavailable('redirected', `more than ${limits.redirects} redirects`);
  }

  async function attempt(
    connection: Connection,
    url: URL,
    end: number,
    { payload, keep }: Body,
  ): Promise<Exchange | ExchangeFailure> {
    let agent = agents.get(connection.url);
    if (agent === undefined) {
      agent = createAgent(connection, concurrency);
      agents.set(connection.url, agent);
    }
    const made = await agent;
    const { authorization } = connection;
    const deadline = end - performance.now();
    try {
      if (deadline <= 0) throw new ExchangeFailure('timeout', 'deadline');
      return await exchange(url, {
        agent: made,
        headers: {
          accept: keep === undefined ? 'application/json' : '*/*',
          'accept-encoding': keep === undefined ? 'gzip, br' : 'identity',
          'user-agent': 'lockgate',
          ...(payload === undefined ? {} : sentAs(payload)),
          ...(authorization !== undefined && url.href.startsWith(connection.url) ? { authorization } : {}),
        },
        ...(payload === undefined ? {} : { payload: payload.bytes }),
        deadline,
        idle: limits.idle,
        maxBytes: keep === undefined ? limits.documentBytes : limits.tarballBytes,
        inFlight,
      });
    } catch (cause) {
      if (cause instanceof ExchangeFailure) return cause;
      throw cause;
    }
  }
}

/** Reasons that are about the registry as a whole rather than about one package. */
const systemic: ReadonlySet<UnavailableReason> = new Set(['network', 'timeout', 'throttled', 'server-error']);

/** What a registry without an endpoint for this answers a POST with. */
const unsupported: ReadonlySet<number> = new Set([404, 405, 410, 501]);

interface Payload {
  readonly bytes: Buffer;
  readonly encoding?: 'gzip';
}

const sentAs = ({ bytes, encoding }: Payload) => ({
  'content-type': 'application/json',
  ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  'content-length': String(bytes.length),
});

/** What is sent, and what is made of an answer that is no JSON document: such a one is a tarball. */
interface Body {
  readonly payload?: Payload | undefined;
  readonly keep?: ((body: Buffer) => Reply) | undefined;
}

interface Retry {
  readonly retry: Unavailable;
  /** Milliseconds that the registry asks for. */
  readonly after?: number;
}

function judge({ status, headers, body }: Exchange, connection: Connection, keep = readDocument): Reply | Retry {
  const authenticated = connection.authorization !== undefined;
  const hint = connection.withoutCredential === undefined ? '' : `: ${connection.withoutCredential}`;
  switch (status) {
    case 200:
      return keep(body);
    case 401:
    case 402: // the public registry: a private package of an account that does not pay
      return unavailable('unauthorized', `HTTP ${status}${hint}`);
    case 403:
    case 451: // RFC 7725: there, and not to be had for legal reasons
      return { state: 'refused', status };
    case 404:
    case 410: // RFC 9110, 15.5.11: gone, and known to be
      return { state: 'absent', authenticated };
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

function judgeFailure({ reason, code }: ExchangeFailure, limits: ClientLimits, bytes: number): Unavailable | Retry {
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
      return unavailable('malformed', code);
  }
}

function readDocument(body: Buffer): Reply {
  try {
    const document: unknown = JSON.parse(body.toString('utf8'));
    return { state: 'document', document };
  } catch {
    return unavailable('malformed', 'HTTP 200 without a JSON document');
  }
}

function unavailable(reason: UnavailableReason, detail: string): Unavailable {
  return { state: 'unavailable', reason, detail };
}

/** RFC 9110, 10.2.3: seconds or a date. */
function retryAfter(headers: IncomingHttpHeaders): { readonly after?: number } {
  const value = headers['retry-after'];
  if (value === undefined) return {};
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? {} : { after: Math.max(0, wait) };
}

function isPossibleName(name: string): boolean {
  const { validForNewPackages, validForOldPackages } = validateName(name);
  return validForNewPackages || validForOldPackages;
}
