import type { ServerResponse } from 'node:http';
import { Readable, pipeline } from 'node:stream';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { ClientLimits } from '../../src/registry/limits.ts';
import type { DocumentAnswer } from '../../src/registry/answer.ts';
import { type RegistryClient, createRegistryClient } from '../../src/registry/client.ts';
import { type LoopbackServer, startRawServer, startServer } from '../support/loopback-server.ts';

const MiB = 1024 * 1024;
const connectionTo = ({ url }: { readonly url: string }) => ({ url, agent: { rejectUnauthorized: true } });

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serving(answer: (response: ServerResponse) => void): Promise<LoopbackServer> {
  const server = await startServer(answer);
  closers.push(server.close);
  return server;
}

/** One attempt, with time enough for a slow machine. */
function clientOf(limits: Partial<ClientLimits> = {}, concurrency = 4): RegistryClient {
  const client = createRegistryClient(concurrency, { attempts: 1, deadline: 25_000, idle: 25_000, ...limits });
  closers.push(client.close);
  return client;
}

/** Without the document, which would fill the screen where a bound does not hold. */
async function outcomeOf(asked: Promise<DocumentAnswer>): Promise<readonly string[]> {
  const reply = await asked;
  return reply.state === 'unavailable' ? [reply.reason, reply.detail] : [reply.state];
}

const tooLarge = ['too-large', 'more than 1 MiB'];

describe('memory', () => {
  test('a document that has been read frees its share of what may be in flight for the next', async () => {
    const server = await serving((response) => response.end(JSON.stringify(' '.repeat(MiB))));
    const client = clientOf({ bytesInFlight: 1.5 * MiB });
    const states: string[] = [];
    for (const name of ['a', 'b', 'c']) states.push((await client.packument(connectionTo(server), name)).state);
    expect(states).toEqual(['document', 'document', 'document']);
  });

  test('a body that gives no length is cut at the bound of one document', async () => {
    const server = await serving((response) => {
      response.write('"');
      response.end(`${' '.repeat(2 * MiB)}"`);
    });
    expect(await outcomeOf(clientOf({ documentBytes: MiB }).packument(connectionTo(server), 'a'))).toEqual(tooLarge);
  });

  test('a body that is announced as too large is not waited for', async () => {
    const server = await serving((response) => {
      response.writeHead(200, { 'content-length': String(1024 * MiB) }).write('"');
    });
    const limits = { documentBytes: MiB, deadline: 5_000, idle: 5_000 };
    expect(await outcomeOf(clientOf(limits).packument(connectionTo(server), 'a'))).toEqual(tooLarge);
  });

  test('a small body of brotli that unpacks to a huge one is cut at the bound', async () => {
    const bomb = brotliCompressSync(JSON.stringify(' '.repeat(8 * MiB)));
    expect(bomb.length).toBeLessThan(MiB);
    const server = await serving((response) => response.writeHead(200, { 'content-encoding': 'br' }).end(bomb));
    expect(await outcomeOf(clientOf({ documentBytes: MiB }).packument(connectionTo(server), 'a'))).toEqual(tooLarge);
  });
});

describe('the body of an answer that is not 200', () => {
  /** More than the buffers of two sockets hold, so that the server gets rid of it only where somebody reads. */
  const pieces = Array<Buffer>(1024).fill(Buffer.alloc(64 * 1024));

  /** Whether the server could send all of what it answered. */
  async function isReadWhole(headers: Readonly<Record<string, string>>): Promise<boolean> {
    let closed: (whole: boolean) => void = () => undefined;
    const end = new Promise<boolean>((resolve) => (closed = resolve));
    const server = await serving((response) => {
      pipeline(Readable.from(pieces), response.writeHead(404, headers), (error) => closed(!error));
    });
    expect(await clientOf().packument(connectionTo(server), 'a')).toMatchObject({ state: 'absent' });
    return end;
  }

  test('is not read where it is huge', async () => {
    expect(await isReadWhole({ 'content-length': String(64 * MiB) })).toBe(false);
  });

  test('is not read where it does not say how long it is', async () => {
    expect(await isReadWhole({})).toBe(false);
  });

  test('is read where it is small, so that the next request needs no connection of its own', async () => {
    const server = await serving((response) => {
      response.writeHead(404, { 'content-length': '2' }).end('{}');
    });
    const client = clientOf({}, 1);
    for (const name of ['a', 'b', 'c']) await client.packument(connectionTo(server), name);
    expect([server.requests.length, server.connections()]).toEqual([3, 1]);
  });
});

test('an answer that is not HTTP is malformed, and not asked for again', async () => {
  const server = await startRawServer('220 mail.example ESMTP\r\n\r\n');
  closers.push(server.close);
  expect(await clientOf({ attempts: 3, backOff: 1 }).packument(connectionTo(server), 'a')).toEqual({
    state: 'unavailable',
    reason: 'malformed',
    detail: expect.stringMatching(/^HPE_[A-Z_]+$/),
  });
  expect(server.connections()).toBe(1);
});

test.each([
  ['in capitals', 'GZIP'],
  ['by its old name', 'x-gzip'],
])('a compression that the registry names %s is read', async (_, encoding) => {
  const server = await serving((response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(gzipSync('{"name":"a"}'));
  });
  expect(await clientOf().packument(connectionTo(server), 'a')).toEqual({ state: 'document', document: { name: 'a' } });
});
