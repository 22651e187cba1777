import { Agent, type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from '@jest/globals';

import { ExchangeFailure } from '../../src/net/exchange-failure.ts';
import { type ExchangeOptions, exchange } from '../../src/net/http-exchange.ts';

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server on this machine, and the requests that it was sent. */
async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

function ask(url: string, options: Partial<ExchangeOptions> = {}) {
  return exchange(new URL(url), {
    ...{ agent: new Agent(), headers: () => ({}), deadline: 20_000, idle: 20_000, maxBytes: 1024 },
    ...options,
  });
}

const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'no failure',
    (failure: unknown) => (failure instanceof ExchangeFailure ? `${failure.reason}: ${failure.code}` : String(failure)),
  );

const redirecting = (status: number) => (request: IncomingMessage, response: ServerResponse) =>
  request.url === '/there' ? response.end('found') : response.writeHead(status, { location: '/there' }).end();
const [reads, repeats] = [
  { most: 1, follows: 'reads' },
  { most: 1, follows: 'reads-and-repeats' },
] as const;
const payload = Buffer.from('{}');

describe('redirects within an origin', () => {
  test.each([301, 302, 303, 307, 308])('%d is followed by a read, where redirects are', async (status) => {
    const { url, asked } = await serving(redirecting(status));
    expect((await ask(url, { redirects: reads })).body.toString()).toBe('found');
    expect(asked).toEqual(['GET /', 'GET /there']);
  });

  test('none is followed where nothing is said of them', async () => {
    const { url, asked } = await serving(redirecting(302));
    expect((await ask(url)).status).toBe(302);
    expect(asked).toEqual(['GET /']);
  });

  test.each([
    ['reads', 307, reads, ['POST /'], 'redirected: HTTP 307 for a POST'],
    ['reads-and-repeats', 307, repeats, ['POST /', 'POST /there'], 'no failure'],
    ['reads-and-repeats', 302, repeats, ['POST /'], 'redirected: HTTP 302 for a POST'],
  ] as const)(
    'what was sent is sent again by %s after %d only as allowed',
    async (_, status, redirects, sent, outcome) => {
      const { url, asked } = await serving(redirecting(status));
      expect(await failureOf(ask(url, { redirects, payload }))).toBe(outcome);
      expect(asked).toEqual(sent);
    },
  );

  test('the headers are asked for anew, for the address that is asked next', async () => {
    const { url } = await serving(redirecting(302));
    const seen: string[] = [];
    const headers = ({ pathname }: URL) => (seen.push(pathname), {});
    await ask(url, { redirects: reads, headers });
    expect(seen).toEqual(['/', '/there']);
  });

  test('a circle ends', async () => {
    const { url, asked } = await serving((_, response) => response.writeHead(302, { location: '/' }).end());
    expect(await failureOf(ask(url, { redirects: { most: 3, follows: 'reads' } }))).toBe(
      'redirected: more than 3 redirects',
    );
    expect(asked).toHaveLength(4);
  });

  test('all of them share one deadline', async () => {
    const { url, asked } = await serving((_, response) =>
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 400),
    );
    const many = { most: 100, follows: 'reads' } as const;
    expect(await failureOf(ask(url, { redirects: many, deadline: 1000 }))).toContain('timeout');
    expect(asked.length).toBeLessThan(5);
  });
});

describe('the body of an answer that is not 200', () => {
  const refusing = (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(403, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(500)));

  test('is left unread', async () => {
    const { url } = await serving(refusing);
    expect(await ask(url)).toMatchObject({ status: 403, body: Buffer.alloc(0) });
  });

  test('is read and decompressed within the same bound where it is wanted', async () => {
    const { url } = await serving(refusing);
    expect((await ask(url, { readsEveryBody: true })).body.toString()).toBe('x'.repeat(500));
    expect(await failureOf(ask(url, { readsEveryBody: true, maxBytes: 499 }))).toBe('too-large: too large');
  });
});
