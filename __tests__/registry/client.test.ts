import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type Server, createServer, request as httpRequest } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Connection } from '../../src/registry/configuration.ts';
import type { ClientLimits } from '../../src/registry/limits.ts';
import type { DocumentAnswer } from '../../src/registry/answer.ts';
import { createRegistryClient } from '../../src/registry/client.ts';
import { type LoopbackRegistry, type RegistryOptions, pkg, startRegistry } from '../support/loopback-registry.ts';

/** Longer than a busy machine needs for an answer, and no pause before an attempt. */
const patient: Partial<ClientLimits> = { deadline: 60_000, idle: 30_000, backOff: 5 };
/** For what never answers: what takes 20 s outside takes a blink here. */
const short: Partial<ClientLimits> = { deadline: 400, idle: 150 };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(options: RegistryOptions = {}): Promise<LoopbackRegistry> {
  const registry = await startRegistry({ packages: { a: pkg({ '1.0.0': {} }) }, ...options });
  closers.push(registry.close);
  return registry;
}

function ask(url: string, name: string, limits: Partial<ClientLimits> = {}, more: Partial<Connection> = {}) {
  const client = createRegistryClient(4, { ...patient, ...limits });
  closers.push(client.close);
  return client.packument({ url, agent: { rejectUnauthorized: true }, ...more }, name);
}

const unavailable = (reason: string, detail: unknown = expect.any(String)) => ({
  state: 'unavailable',
  reason,
  detail,
});

describe('answers', () => {
  test('a packument, asked for whole, packed, and without a credential that nobody configured', async () => {
    const registry = await start();
    expect(await ask(registry.url, 'a')).toMatchObject({ state: 'document', document: { name: 'a' } });
    expect(registry.requests).toHaveLength(1);
    const [request] = registry.requests;
    expect(request).toMatchObject({ method: 'GET', path: '/a', headers: { accept: 'application/json' } });
    expect(request?.headers.authorization).toBeUndefined();
  });

  test('a scoped name, below the path of the registry', async () => {
    const registry = await start({ base: '/api/npm/', packages: { '@acme/a': pkg({ '1.0.0': {} }) } });
    expect(await ask(registry.url, '@acme/a')).toMatchObject({ document: { name: '@acme/a' } });
    expect(registry.requests[0]?.path).toBe('/api/npm/@acme%2fa');
  });

  test('404 and 410: no such name', async () => {
    const registry = await start();
    registry.fail('gone', { status: 410 });
    expect(await ask(registry.url, 'b')).toEqual({ state: 'absent', authenticated: false });
    expect(await ask(registry.url, 'gone')).toEqual({ state: 'absent', authenticated: false });
    const authorization = 'Bearer s3cret';
    expect(await ask(registry.url, 'b', {}, { authorization })).toEqual({ state: 'absent', authenticated: true });
  });

  test.each([403, 451])('%i: refused', async (status) => {
    const registry = await start();
    registry.fail('a', { status });
    expect(await ask(registry.url, 'a')).toEqual({ state: 'refused', status });
    expect(registry.requests).toHaveLength(1);
  });

  test('401: says why there was no credential', async () => {
    const registry = await start({ authorization: 'Bearer s3cret' });
    const withoutCredential = 'the environment variable `ACME_TOKEN` is not set';
    expect(await ask(registry.url, 'a', {}, { withoutCredential })).toEqual(
      unavailable('unauthorized', `HTTP 401: ${withoutCredential}`),
    );
    expect(await ask(registry.url, 'a', {}, { authorization: 'Bearer s3cret' })).toMatchObject({ state: 'document' });
  });

  test.each([
    [400, 'server-error'],
    [402, 'unauthorized'],
    [407, 'network'],
    [418, 'server-error'],
    [204, 'server-error'],
    [304, 'server-error'],
  ])('%i: %s, and not asked again', async (status, reason) => {
    const registry = await start();
    registry.fail('a', { status });
    expect(await ask(registry.url, 'a')).toEqual(unavailable(reason, expect.stringContaining(`HTTP ${status}`)));
    expect(registry.requests).toHaveLength(1);
  });

  test.each(['../../evil', 'a/b', '@a', '@a/b/c', '.a', 'a b', 'node_modules', 'a?x', 'a#x', 'a%2fb', ''])(
    'the name %j is never put into a URL',
    async (name) => {
      const registry = await start();
      expect(await ask(registry.url, name)).toMatchObject({ state: 'absent' });
      expect(registry.requests).toEqual([]);
    },
  );

  test('an old name with upper case is asked for as it is', async () => {
    const registry = await start({ packages: { JSONStream: pkg({ '1.0.0': {} }) } });
    expect(await ask(registry.url, 'JSONStream')).toMatchObject({ state: 'document' });
  });
});

describe('failures', () => {
  test.each([500, 502, 503, 504, 408])('%i is tried again, and ends as unavailable', async (status) => {
    const registry = await start();
    registry.fail('a', { status });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('server-error', `HTTP ${status} after 4 attempts`));
    expect(registry.requests).toHaveLength(4);
  });

  test('a registry that recovers is heard', async () => {
    const registry = await start();
    registry.fail('a', { status: 503, times: 2 });
    expect(await ask(registry.url, 'a')).toMatchObject({ state: 'document' });
    registry.fail('a', { reset: true, times: 1 });
    expect(await ask(registry.url, 'a')).toMatchObject({ state: 'document' });
    registry.fail('a', { truncate: true, times: 1 });
    expect(await ask(registry.url, 'a')).toMatchObject({ state: 'document' });
    registry.fail('a', { hang: true, times: 1 });
    expect(await ask(registry.url, 'a', { idle: 1_000 })).toMatchObject({ state: 'document' });
  });

  test('429 is obeyed within the deadline', async () => {
    const registry = await start();
    registry.fail('a', { status: 429, headers: { 'retry-after': '0' }, times: 1 });
    expect(await ask(registry.url, 'a')).toMatchObject({ state: 'document' });
    registry.fail('a', { status: 429, headers: { 'retry-after': '3600' } });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('throttled', 'HTTP 429'));
    expect(registry.requests).toHaveLength(3);
  });

  test('no answer at all ends at the deadline', async () => {
    const registry = await start();
    registry.fail('a', { hang: true });
    expect(await ask(registry.url, 'a', short)).toEqual(
      unavailable('timeout', expect.stringContaining('no complete answer within 0.4 s')),
    );
  });

  test('one byte after the other ends at the deadline', async () => {
    const registry = await start();
    registry.fail('a', { drip: 20 });
    expect(await ask(registry.url, 'a', { deadline: 2_000 })).toEqual(unavailable('timeout', expect.any(String)));
    expect(registry.requests).toHaveLength(1);
  });

  test('a connection that breaks', async () => {
    const registry = await start();
    registry.fail('a', { reset: true });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('network', 'ECONNRESET after 4 attempts'));
    registry.fail('a', { truncate: true });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('network', expect.stringContaining('after 4 attempts')));
  });

  test('nobody listens', async () => {
    const registry = await startRegistry();
    await registry.close();
    expect(await ask(registry.url, 'a')).toEqual(unavailable('network', 'ECONNREFUSED after 4 attempts'));
  });

  test('a host name that cannot be looked up', async () => {
    // Longer than a label may be, so that no name server is asked.
    const reply = await ask(`https://${'a'.repeat(64)}.example/`, 'a');
    expect(reply).toEqual(unavailable('network', expect.stringMatching(/^E[A-Z_]+ after 4 attempts$/)));
  });

  test.each([
    ['a page for people', { html: true } as const],
    ['half a document', { text: '{"name":"a"' }],
    ['nothing', { text: '' }],
  ])('200 with %s is malformed', async (_, failure) => {
    const registry = await start();
    registry.fail('a', failure);
    expect(await ask(registry.url, 'a')).toEqual(unavailable('malformed', 'HTTP 200 without a JSON document'));
  });

  test('a hundred thousand brackets are malformed or a document, and no crash', async () => {
    const registry = await start();
    registry.fail('a', { text: '['.repeat(100_000) });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('malformed'));
  });

  test.each([
    ['unpacked', {}],
    ['packed', { gzip: true }],
  ])('a huge body, %s, is cut at the bound', async (_, how) => {
    const registry = await start();
    registry.fail('a', { huge: 500 * 1024 * 1024, ...how });
    const before = process.memoryUsage().rss;
    expect(await ask(registry.url, 'a', { documentBytes: 1024 * 1024 })).toEqual(
      unavailable('too-large', 'more than 1 MiB'),
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
    expect(registry.requests).toHaveLength(1);
  });

  test('all bodies together are bounded too', async () => {
    const registry = await start();
    registry.fail('*', { huge: 8 * 1024 * 1024 });
    const client = createRegistryClient(4, { ...patient, bytesInFlight: 1024 * 1024 });
    closers.push(client.close);
    const connection = { url: registry.url, agent: { rejectUnauthorized: true } };
    const replies = await Promise.all(['a', 'b', 'c'].map((name) => client.packument(connection, name)));
    expect(replies.map((reply) => 'reason' in reply && reply.reason)).toEqual(Array(3).fill('too-large'));
  });

  test('a compression that is none', async () => {
    const registry = await start();
    const headers = { 'content-encoding': 'gzip' };
    registry.fail('a', { status: 200, headers, body: 'not packed' });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('malformed'));
    registry.fail('a', { status: 200, headers: { 'content-encoding': 'zstd' }, body: '{}' });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('malformed'));
  });

  test('a registry that fails every time is left alone, and one that fails now and then is not', async () => {
    const registry = await start();
    registry.fail('b', { status: 500 });
    const client = createRegistryClient(1, { ...patient, attempts: 1, failuresInRow: 3 });
    closers.push(client.close);
    const connection = { url: registry.url, agent: { rejectUnauthorized: true } };
    const all = async (...names: string[]) => {
      const replies: DocumentAnswer[] = [];
      for (const name of names) replies.push(await client.packument(connection, name));
      return replies;
    };
    await all('b', 'b', 'a', 'b', 'b', 'c', 'b', 'b');
    expect(registry.requests).toHaveLength(8);
    const [, last] = await all('b', 'a');
    expect(last).toEqual(unavailable('server-error', 'not requested, because 3 requests in a row had failed'));
    expect(registry.requests).toHaveLength(9);
  });
});

describe('redirects', () => {
  test('to another origin is not followed, and no token is sent there', async () => {
    const [registry, evil] = [await start(), await start()];
    for (const redirect of [
      `${evil.url}a`,
      evil.url.replace('127.0.0.1', 'localhost'),
      evil.url.replace('http:', ''),
    ]) {
      registry.fail('a', { redirect });
      const reply = await ask(registry.url, 'a', {}, { authorization: 'Bearer s3cret' });
      expect(reply).toEqual(unavailable('redirected', 'HTTP 302 to another origin, which is not followed'));
    }
    expect(evil.requests).toEqual([]);
  });

  test('within the registry is followed with the credential, beside it without', async () => {
    const registry = await start({ base: '/npm/' });
    for (const redirect of ['/npm/b', '/other/b']) {
      registry.fail('a', { redirect });
      registry.fail('b', { text: '{"name":"b"}' });
      await ask(registry.url, 'a', {}, { authorization: 'Bearer s3cret' });
    }
    expect(registry.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/npm/a', 'Bearer s3cret'],
      ['/npm/b', 'Bearer s3cret'],
      ['/npm/a', 'Bearer s3cret'],
      ['/other/b', undefined],
    ]);
  });

  test('in a circle ends', async () => {
    const registry = await start();
    registry.fail('a', { redirect: '/a' });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('redirected', 'more than 3 redirects'));
    expect(registry.requests).toHaveLength(4);
  });

  test('to nowhere', async () => {
    const registry = await start();
    registry.fail('a', { status: 302 });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('malformed', 'HTTP 302'));
    registry.fail('a', { redirect: 'http://' });
    expect(await ask(registry.url, 'a')).toEqual(unavailable('malformed', 'HTTP 302'));
  });
});

describe('on the way', () => {
  test('a proxy is used where one is set, and not for what noproxy names', async () => {
    const registry = await start();
    const { url: proxy, seen } = await startProxy();
    const agent = { rejectUnauthorized: true, proxy };
    expect(await ask(registry.url, 'a', {}, { agent })).toMatchObject({ state: 'document' });
    expect(seen).toEqual([`${registry.url}a`]);
    expect(await ask(registry.url, 'a', {}, { agent: { ...agent, noProxy: '127.0.0.1' } })).toMatchObject({
      state: 'document',
    });
    expect(seen).toHaveLength(1);
  });

  test('a certificate that nobody trusts is refused at once; its authority makes it trusted', async () => {
    const { key, cert } = makeCertificate();
    let asked = 0;
    const server = createTlsServer({ key, cert }, (_, response) => {
      asked += 1;
      response.end('{"name":"a"}');
    });
    const url = (await listen(server)).replace('http:', 'https:');
    const untrusted = await ask(url, 'a', { deadline: 5000, idle: 5000 });
    expect(untrusted).toEqual(unavailable('network', expect.stringMatching(/CERT|SIGNED/)));
    expect(asked).toBe(0);
    const trusting = { agent: { rejectUnauthorized: true, ca: [cert] } };
    expect(await ask(url, 'a', { deadline: 5000, idle: 5000 }, trusting)).toMatchObject({ state: 'document' });
  });

  test('certificates that cannot be read are a wrong configuration', async () => {
    const agent = { rejectUnauthorized: true, cert: 'none', key: 'none' };
    await expect(ask('https://registry.invalid/', 'a', {}, { agent })).rejects.toMatchObject({
      code: 'configuration-invalid',
    });
  });
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function startProxy(): Promise<{ url: string; seen: readonly string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    httpRequest(request.url ?? '', { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    }).end();
  });
  return { url: await listen(server), seen };
}

function makeCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...made, ...subject], { stdio: 'ignore' });
  try {
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
