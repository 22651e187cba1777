import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * An OSV API on this machine: `POST /v1/querybatch` and `GET /v1/vulns/{id}` over records that the test writes.
 *
 *     const osv = await startOsv([{ id: 'MAL-2026-1', affected: [{ package: { ecosystem: 'npm', name: 'pear' }, versions: ['1.0.0'] }] }]);
 *     osv.fail('v1/vulns/MAL-2026-1', { status: 500 });
 *     await osv.close();
 *
 * As the real one it gives a record for a query by the record's own `affected`; one with `always` it gives for every
 * version of the names that it is about.
 */

export interface OsvRecord {
  readonly id: string;
  readonly always?: boolean;
  readonly affected?: readonly {
    readonly package?: { readonly ecosystem: string; readonly name: string };
    readonly versions?: readonly string[];
    readonly ranges?: readonly unknown[];
  }[];
  readonly [key: string]: unknown;
}

interface Query {
  readonly package: { readonly ecosystem: string; readonly name: string };
  readonly version: string;
  readonly page_token?: string;
}

type OsvFailure =
  | { readonly status: number }
  | { readonly body: string }
  | { readonly redirect: string; readonly status: number }
  | { readonly hang: true };

export interface LoopbackOsv {
  /** Ends in `/`. */
  readonly url: string;
  /** Method, path and body of each request, in order. */
  readonly requests: readonly { readonly method: string; readonly path: string; readonly body: string }[];
  readonly fail: (path: string, failure: OsvFailure) => void;
  readonly close: () => Promise<void>;
}

/** @param perPage records in one page of an answer; all of them unless told. */
export async function startOsv(records: readonly OsvRecord[], perPage = Infinity): Promise<LoopbackOsv> {
  const requests: { method: string; path: string; body: string }[] = [];
  const failures = new Map<string, OsvFailure>();
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = (request.url ?? '').slice(1);
      requests.push({ method: request.method ?? '', path, body });
      const failure = failures.get(path);
      if (failure !== undefined && 'hang' in failure) return;
      if (failure !== undefined && 'redirect' in failure) {
        response.writeHead(failure.status, { location: failure.redirect }).end();
      } else if (failure !== undefined && 'status' in failure) response.writeHead(failure.status).end();
      else if (failure !== undefined) response.writeHead(200).end(failure.body);
      else {
        const answer = request.method === 'POST' ? queried(body) : recordAt(path);
        response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? { code: 5 }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    fail: (path, failure) => void failures.set(path, failure),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function queried(body: string) {
    const { queries } = JSON.parse(body) as { readonly queries: readonly Query[] };
    return { results: queries.map(answerTo) };
  }

  function answerTo({ package: { name }, version, page_token: token = '0' }: Query) {
    const found = records.filter(({ affected = [], always }) =>
      affected.some((entry) => entry.package?.name === name && (always === true || isGivenFor(entry, version))),
    );
    const from = Number(token);
    const vulns = found.slice(from, from + perPage).map(({ id }) => ({ id, modified: '2026-01-01T00:00:00Z' }));
    const more = from + vulns.length < found.length ? { next_page_token: String(from + vulns.length) } : {};
    return vulns.length === 0 ? {} : { vulns, ...more };
  }

  function recordAt(path: string) {
    const record = records.find(({ id }) => path === `v1/vulns/${id}`);
    if (record === undefined) return undefined;
    return Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'always'));
  }
}

/** A record that lists versions is given for those; one with ranges for all, since only the reader is under test. */
function isGivenFor({ versions = [], ranges = [] }: NonNullable<OsvRecord['affected']>[number], version: string) {
  return ranges.length > 0 || versions.includes(version);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  return body;
}
