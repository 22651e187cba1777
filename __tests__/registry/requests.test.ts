import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { gunzipSync } from 'node:zlib';

import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { initializeCA } from '@sigstore/mock/dist/fulcio/index.js';

import type { ClientLimits } from '../../src/registry/limits.ts';
import { type RegistryClient, createRegistryClient } from '../../src/registry/client.ts';
import { base64, newKeys, spki } from '../support/key-material.ts';
import { type LoopbackServer, type ReceivedRequest, startServer } from '../support/loopback-server.ts';
import { tarballOf } from '../support/tarball.ts';

const MiB = 1024 * 1024;
const agent = { rejectUnauthorized: true };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  jest.restoreAllMocks();
  for (const close of closers.splice(0).reverse()) await close();
});

async function serving(answer: (response: ServerResponse, request: ReceivedRequest) => void): Promise<LoopbackServer> {
  const server = await startServer(answer);
  closers.push(server.close);
  return server;
}

/** With time enough for a slow machine, and hardly any wait before another attempt. */
function clientOf(limits: Partial<ClientLimits> = {}, concurrency = 4): RegistryClient {
  const client = createRegistryClient(concurrency, { deadline: 25_000, idle: 25_000, backOff: 1, ...limits });
  closers.push(client.close);
  return client;
}

const ok = (response: ServerResponse) => void response.end('{}');
const status = (code: number, headers: Readonly<Record<string, string>> = {}) => {
  return (response: ServerResponse) => void response.writeHead(code, headers).end();
};
const unavailable = (reason: string, detail: unknown = expect.any(String)) => ({
  state: 'unavailable',
  reason,
  detail,
});
const paths = ({ requests }: LoopbackServer) => requests.map(({ path }) => path);

describe('what never gets into a request', () => {
  const nothing = { state: 'absent', authenticated: true };

  test.each([
    ['a path in the place of a version, which would ask another endpoint', '1.0.0/../../../whoami'],
    ['a version that is spelled otherwise than the registry spells it', 'v1.0.0'],
  ])('%s', async (_, version) => {
    const server = await serving(ok);
    expect(await clientOf().attestations({ url: server.url, agent }, 'a', version)).toEqual(nothing);
    expect(paths(server)).toEqual([]);
  });

  test('a name that no registry can hold, among those whose advisories are asked for', async () => {
    const server = await serving(ok);
    const asked = new Map([
      ['a', ['1.0.0']],
      ['../../secret of the lockfile', ['1.0.0']],
    ]);
    await clientOf().advisories({ url: server.url, agent }, asked);
    expect(server.requests.map(({ body }) => JSON.parse(gunzipSync(body).toString()) as unknown)).toEqual([
      { a: ['1.0.0'] },
    ]);
  });

  test('a name that no registry can hold, among those whose downloads are asked for', async () => {
    const server = await serving(ok);
    expect(await clientOf().downloads({ url: server.url, agent }, ['a', '../../secret'])).toEqual(nothing);
    expect(paths(server)).toEqual([]);
  });

  test('anything, once the time for it is over', async () => {
    const server = await serving(ok);
    // Node tells of each request before it leaves, so that no race with the server decides.
    let started = 0;
    const count = () => void (started += 1);
    subscribe('http.client.request.start', count);
    try {
      const late = await clientOf({ deadline: 0 }).packument({ url: server.url, agent }, 'a');
      expect([late, started]).toEqual([unavailable('timeout'), 0]);
      const inTime = await clientOf().packument({ url: server.url, agent }, 'a');
      expect([inTime.state, started]).toEqual(['document', 1]);
    } finally {
      unsubscribe('http.client.request.start', count);
    }
  });
});

describe('what is sent by POST', () => {
  const batch = '{"queries":[]}';
  const posted = (server: LoopbackServer) =>
    server.requests.map(({ method, path, body }) => [method, path, body.toString()]);

  test('a redirect that would make a GET of it is not followed: its answer would be about nothing that was asked', async () => {
    const server = await serving((response, { path }) =>
      path === '/v1/querybatch' ? status(302, { location: '/v1/moved' })(response) : ok(response),
    );
    const reply = await clientOf().osv({ url: server.url, agent }, 'v1/querybatch', batch);
    expect(reply).toEqual(unavailable('redirected', 'HTTP 302 for a POST'));
    expect(paths(server)).toEqual(['/v1/querybatch']);
  });

  test('a redirect that keeps it is followed with all of it', async () => {
    const server = await serving((response, { path }) =>
      path === '/v1/querybatch' ? status(307, { location: '/v1/moved' })(response) : ok(response),
    );
    expect(await clientOf().osv({ url: server.url, agent }, 'v1/querybatch', batch)).toMatchObject({
      state: 'document',
    });
    expect(posted(server)).toEqual([
      ['POST', '/v1/querybatch', batch],
      ['POST', '/v1/moved', batch],
    ]);
  });

  test.each([404, 405, 410, 501])('%i: the registry has no advisories, and no failure', async (code) => {
    const server = await serving(status(code));
    const reply = await clientOf().advisories({ url: server.url, agent }, new Map([['a', ['1.0.0']]]));
    expect(reply).toEqual({ state: 'absent', authenticated: true });
    expect(server.requests).toHaveLength(1);
  });

  test('names are sent packed, and said to be', async () => {
    const server = await serving(ok);
    await clientOf().advisories({ url: server.url, agent }, new Map([['a', ['1.0.0']]]));
    expect(server.requests[0]?.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'application/json',
    });
  });
});

test.each([405, 501])('%i for a packument is a failure, and never says that the package is absent', async (code) => {
  const server = await serving(status(code));
  const reply = await clientOf({ attempts: 1 }).packument({ url: server.url, agent }, 'a');
  expect(reply).toEqual(unavailable('server-error', `HTTP ${code}`));
});

test('a redirect to another scheme of the same host and port is not followed', async () => {
  const server = await serving((response) => {
    status(302, { location: server.url.replace('http:', 'https:') })(response);
  });
  await expect(clientOf().packument({ url: server.url, agent }, 'a')).resolves.toEqual(
    unavailable('redirected', 'HTTP 302 to another origin, which is not followed'),
  );
});

describe('a registry that fails in a row', () => {
  const twice: Partial<ClientLimits> = { attempts: 1, failuresInRow: 2 };
  const left = expect.stringContaining('not requested, because 2 requests in a row had failed');

  async function replies(client: RegistryClient, url: string) {
    const connection = { url, agent };
    await client.packument(connection, 'a');
    await client.packument(connection, 'b');
    return client.packument(connection, 'c');
  }

  test('with documents that cannot be read is asked for the next package all the same', async () => {
    const server = await serving((response) => response.end('{'));
    expect(await replies(clientOf(twice), server.url)).toEqual(
      unavailable('malformed', 'HTTP 200 without a JSON document'),
    );
    expect(paths(server)).toEqual(['/a', '/b', '/c']);
  });

  test('because it throttles is left alone', async () => {
    const server = await serving(status(429));
    expect(await replies(clientOf(twice), server.url)).toEqual(unavailable('throttled', left));
    expect(paths(server)).toEqual(['/a', '/b']);
  });

  test('because it never answers is left alone', async () => {
    const server = await serving(() => undefined);
    const reply = await replies(clientOf({ ...twice, deadline: 50, idle: 50 }), server.url);
    expect(reply).toEqual(unavailable('timeout', left));
  });

  test('because nobody listens is left alone', async () => {
    const server = await startServer(ok);
    await server.close();
    expect(await replies(clientOf(twice), server.url)).toEqual(unavailable('network', left));
  });

  test('is left alone for tarballs too', async () => {
    const server = await serving(status(500));
    const client = clientOf(twice);
    await replies(client, server.url);
    const reply = await client.tarball({ url: server.url, agent }, new URL('a/-/a-1.0.0.tgz', server.url));
    expect(reply).toEqual(unavailable('server-error', left));
    expect(paths(server)).toEqual(['/a', '/b']);
  });

  test('with tarballs is left alone for packuments too', async () => {
    const server = await serving(status(500));
    const client = clientOf(twice);
    const connection = { url: server.url, agent };
    for (const name of ['a', 'b']) await client.tarball(connection, new URL(name, server.url));
    expect(await client.packument(connection, 'c')).toEqual(unavailable('server-error', left));
    expect(paths(server)).toEqual(['/a', '/b']);
  });
});

describe('another attempt', () => {
  /** The waits between attempts, without their random part; all other timers are longer by far. */
  async function waits(answer: (response: ServerResponse) => void): Promise<readonly unknown[]> {
    const server = await serving(answer);
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const timers = jest.spyOn(globalThis, 'setTimeout');
    await clientOf({ backOff: 8 }).packument({ url: server.url, agent }, 'a');
    expect(server.requests).toHaveLength(4);
    return timers.mock.calls.map(([, wait]) => wait).filter((wait) => !(Number(wait) > 1000));
  }

  test('waits twice as long as the one before, so that a registry in trouble gets rest', async () => {
    expect(await waits(status(503))).toEqual([4, 8, 16]);
  });

  test('waits as without a Retry-After where that is neither seconds nor a date', async () => {
    expect(await waits(status(429, { 'retry-after': 'soon' }))).toEqual([4, 8, 16]);
  });

  test('is not made before the date that Retry-After gives', async () => {
    const tomorrow = new Date(Date.now() + 24 * 3_600_000).toUTCString();
    const server = await serving(status(429, { 'retry-after': tomorrow }));
    expect(await clientOf().packument({ url: server.url, agent }, 'a')).toEqual(unavailable('throttled', 'HTTP 429'));
    expect(server.requests).toHaveLength(1);
  });

  test('is not made for a certificate that nobody trusts, which is as wrong in a second', async () => {
    const keys = newKeys();
    const authority = await initializeCA(newKeys());
    const issued = await authority.issueCertificate({
      publicKey: spki(keys.publicKey),
      subjectAltName: 'https://127.0.0.1/',
    });
    const cert = `-----BEGIN CERTIFICATE-----\n${base64(issued)}\n-----END CERTIFICATE-----\n`;
    const key = keys.privateKey.export({ format: 'pem', type: 'pkcs8' });
    const server = await startServer(ok, (listener) => createTlsServer({ key, cert }, listener));
    closers.push(server.close);
    const url = server.url.replace('http:', 'https:');
    expect(await clientOf().packument({ url, agent }, 'a')).toEqual(
      unavailable('network', expect.stringMatching(/^[A-Z_]*(?:CERT|SELF_SIGNED|UNABLE_TO)[A-Z_]*$/)),
    );
    expect([server.connections(), server.requests.length]).toEqual([1, 0]);
  });
});

describe('bounds', () => {
  const ofTwo = (response: ServerResponse) => void response.end(JSON.stringify(' '.repeat(2 * MiB)));
  const tarball = (server: LoopbackServer, limits: Partial<ClientLimits>) =>
    clientOf(limits).tarball({ url: server.url, agent }, new URL('a/-/a-1.0.0.tgz', server.url));
  /** Without the document, which would fill the screen where a bound does not hold. */
  const reasonOf = (reply: Awaited<ReturnType<RegistryClient['packument' | 'tarball']>>) =>
    reply.state === 'unavailable' ? reply.reason : reply.state;

  test('a document may not be as large as a tarball may', async () => {
    const server = await serving(ofTwo);
    const limits = { documentBytes: MiB, tarballBytes: 8 * MiB };
    expect(reasonOf(await clientOf(limits).packument({ url: server.url, agent }, 'a'))).toBe('too-large');
  });

  test('a tarball may not be as large as a document may', async () => {
    const server = await serving(ofTwo);
    expect(reasonOf(await tarball(server, { documentBytes: 8 * MiB, tarballBytes: MiB }))).toBe('too-large');
  });

  test('the bound that a tarball is over is the one that is named', async () => {
    const server = await serving(ofTwo);
    expect(await tarball(server, { documentBytes: 8 * MiB, tarballBytes: MiB })).toEqual(
      unavailable('too-large', 'more than 1 MiB'),
    );
  });

  test('a tarball is asked for as it is: packed once more, it would have other bytes than were signed', async () => {
    const server = await serving((response) => response.end(tarballOf(['binding.gyp'])));
    expect(await tarball(server, {})).toMatchObject({ state: 'listed', bindingGyp: true });
    expect(server.requests.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity']);
  });
});

test('one connection serves one package after the other', async () => {
  const server = await serving(ok);
  const client = clientOf({}, 1);
  for (const name of ['a', 'b', 'c']) await client.packument({ url: server.url, agent }, name);
  expect([server.requests.length, server.connections()]).toEqual([3, 1]);
});
